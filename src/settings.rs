//! What the program is told from outside: flags and environment, read once, at the start.
//!
//! Every setting has a flag of the variable's name (without `POPAS_`), and the flag wins. Secrets are
//! wrapped when they are read and appear in no help, no error and no log line. Settings are passed on
//! as a value; nothing else in the program reads the environment.

use std::path::PathBuf;

use anyhow::Context;
use chrono::TimeDelta;
use clap::Args;
use secrecy::SecretString;
use tracing_subscriber::EnvFilter;
use url::Url;

use crate::assistant::LinkDesk;
use crate::call_centre::{CallCentre, CallHours};
use crate::channels::telegram::commands::StaffChat;
use crate::engine::Engine;
use crate::faq::{Faq, Source};
use crate::language::Language;
use crate::message::StaffId;

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

/// The call centre that people are handed over to; without its chat nobody is, and no call is booked.
#[derive(Args, Clone, Debug)]
#[command(next_help_heading = "Call centre")]
pub struct Desk {
    /// Its chat at Telegram, by number (a group's begins with -): new matters arrive there, and whoever writes there
    /// is staff
    #[arg(long, env = "POPAS_DESK", value_name = "CHAT", allow_hyphen_values = true)]
    pub desk: Option<i64>,

    /// Telegram numbers of staff members who may also act from their private chats, separated by commas
    #[arg(long, env = "POPAS_STAFF", value_name = "IDS", value_delimiter = ',')]
    pub staff: Vec<i64>,

    /// The language of its messages
    #[arg(long, env = "POPAS_DESK_LANGUAGE", value_name = "LANG", default_value = "ro")]
    pub desk_language: Language,

    /// When people are called back and handed over, in Chișinău time; never on public holidays
    #[arg(long, env = "POPAS_CALL_HOURS", value_name = "HOURS", default_value = "mon-fri 08:00-12:00 13:00-17:00")]
    pub call_hours: CallHours,

    /// So many people are called in the same half hour
    #[arg(long, env = "POPAS_CALLS_AT_ONCE", value_name = "COUNT", default_value_t = 2)]
    #[arg(value_parser = clap::value_parser!(u32).range(1..))]
    pub calls_at_once: u32,

    /// Nobody is called sooner than this after booking, in minutes
    #[arg(long, env = "POPAS_CALL_LEAD", value_name = "MINUTES", default_value_t = 60)]
    pub call_lead: u32,

    /// What waits longer than this, in minutes of open hours, is brought to the staff's mind again; after twice this
    /// the person is told
    #[arg(long, env = "POPAS_DESK_PATIENCE", value_name = "MINUTES", default_value_t = 30)]
    pub desk_patience: u32,

    /// A link that is prepared for one person works for so many days
    #[arg(long, env = "POPAS_HANDOVER_DAYS", value_name = "DAYS", default_value_t = 7)]
    #[arg(value_parser = clap::value_parser!(u32).range(1..=60))]
    pub handover_days: u32,
}

impl Desk {
    /// What its staff need to hand out links to the bot of that name.
    pub fn links(&self, bot: Option<String>) -> Option<LinkDesk> {
        let valid = TimeDelta::days(self.handover_days.into());
        Some(LinkDesk { bot: bot?, valid, language: self.desk_language })
    }

    /// Where the staff write: the call centre's chat, and their own.
    pub fn chats(&self) -> Vec<StaffChat> {
        let chats = self.desk.iter().chain(&self.staff);
        chats.map(|chat| StaffChat { chat: *chat, language: self.desk_language }).collect()
    }

    /// The call centre, when there is one.
    pub fn call_centre(&self) -> Option<CallCentre> {
        Some(CallCentre {
            chat: self.desk?,
            staff: self.staff.iter().copied().map(StaffId).collect(),
            language: self.desk_language,
            hours: self.call_hours.clone(),
            at_once: self.calls_at_once,
            lead: TimeDelta::minutes(self.call_lead.into()),
            patience: TimeDelta::minutes(self.desk_patience.into()),
        })
    }
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
        #[command(flatten)]
        desk: Desk,
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
