//! What the program is told from outside: flags and environment, read once, at the start.
//!
//! Every setting has a flag of the variable's name (without `POPAS_`), and the flag wins. Secrets are
//! wrapped when they are read and appear in no help, no error and no log line. Settings are passed on
//! as a value; nothing else in the program reads the environment.

use std::path::PathBuf;

use anyhow::Context;
use clap::Args;
use secrecy::SecretString;
use tracing_subscriber::EnvFilter;
use url::Url;

use crate::engine::Engine;
use crate::faq::{Faq, Source};

/// The settings of every command; a command takes those that it needs.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Settings")]
pub struct Settings {
    /// Folder with the content to answer from; without it, what the program was built with
    #[arg(long, env = "POPAS_FAQ", value_name = "DIR", global = true)]
    pub faq: Option<PathBuf>,

    /// Who runs this service, in the words that people shall read
    #[arg(long, env = "POPAS_OPERATOR", value_name = "NAME", global = true)]
    pub operator: Option<String>,

    /// Where conversations and promises are kept
    #[arg(long, env = "DATABASE_URL", value_name = "URL", default_value = "sqlite://popas.db", global = true)]
    #[arg(hide_env_values = true)]
    pub database_url: String,

    /// The bot's token from @BotFather; better as a variable: others on the machine can read flags
    #[arg(long, env = "TELOXIDE_TOKEN", value_name = "TOKEN", hide_env_values = true, global = true)]
    pub teloxide_token: Option<SecretString>,

    /// Another Bot API server than Telegram's own
    #[arg(long, env = "TELOXIDE_API_URL", value_name = "URL", global = true)]
    pub teloxide_api_url: Option<Url>,

    /// Which log lines to write to stderr, as tracing's filters say it: warn, popas=debug
    #[arg(long, env = "RUST_LOG", value_name = "FILTER", default_value = "popas=info,warn", global = true)]
    pub rust_log: String,
}

impl Settings {
    /// Where the content comes from.
    pub fn faq_source(&self) -> Source {
        self.faq.clone().map_or(Source::BuiltIn, Source::Folder)
    }

    /// The content, faultless, or every problem of it.
    pub fn load_faq(&self) -> anyhow::Result<Faq> {
        Ok(Faq::load(&self.faq_source())?)
    }

    /// Everything an answer is made from: content, what is learnt from it, wording.
    pub fn engine(&self) -> anyhow::Result<Engine> {
        Ok(Engine::new(self.load_faq()?, self.operator.clone())?)
    }

    /// Starts the log on stderr. The commands that serve call it; those that print an answer are silent.
    pub fn start_log(&self) -> anyhow::Result<()> {
        let filter = EnvFilter::try_new(&self.rust_log)
            .with_context(|| format!("`{}` is no filter of log lines; write RUST_LOG=info", self.rust_log))?;
        let subscriber = tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr);
        // A closed stderr (the service's supervisor went away) must not end the service.
        let subscriber = subscriber.log_internal_errors(false);
        subscriber.try_init().map_err(|error| anyhow::anyhow!("the log did not start: {error}"))
    }
}

#[cfg(test)]
mod tests {
    use clap::{CommandFactory, Parser};

    use super::*;

    #[derive(Parser)]
    struct Program {
        #[command(flatten)]
        settings: Settings,
    }

    #[test]
    fn each_setting_has_a_flag_of_its_variables_name() {
        for argument in Program::command().get_arguments().filter(|argument| argument.get_env().is_some()) {
            let variable = argument.get_env().and_then(|name| name.to_str()).unwrap();
            let flag = variable.trim_start_matches("POPAS_").to_lowercase().replace('_', "-");
            assert_eq!(argument.get_long(), Some(flag.as_str()));
            assert!(argument.get_help().is_some(), "{variable}");
        }
    }

    #[test]
    fn a_secret_is_not_shown() {
        let given = Program::parse_from(["popas", "--teloxide-token", "12345:secret"]);
        assert!(!format!("{:?}", given.settings).contains("secret\""));
        assert!(!format!("{:?}", given.settings).contains("12345"));
    }
}
