//! `popas links`: sheets for a notice board, a file a language.

use std::fs;
use std::path::PathBuf;

use anyhow::Context;

use super::{WrongUse, today, write_out};
use crate::channels::paper;
use crate::channels::telegram::Telegram;
use crate::faq::Source;
use crate::language::Language;
use crate::settings::Settings;
use crate::wording::Wording;
use crate::wording::speak::Speaking;

/// Which sheets, for which bot, where to.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// One language instead of all: en, ro, ru, uk, tr or az
    #[arg(long, value_name = "LANG")]
    pub lang: Option<Language>,

    /// The bot's username, such as popas_bot; without it, the bot of TELOXIDE_TOKEN is asked
    #[arg(long, value_name = "USERNAME")]
    pub bot: Option<String>,

    /// Folder to write popas-<LANG>.html to; made when it is missing
    #[arg(long, value_name = "DIR")]
    pub out: PathBuf,
}

pub async fn run(args: &Args, settings: &Settings) -> anyhow::Result<()> {
    let bot = bot(args, settings).await?;
    // Nothing is to be understood here, so nothing is learnt.
    let (faq, wording) = (settings.load_faq()?, Wording::load(&Source::BuiltInLocales)?);
    let operator = settings.operator.as_deref();
    let folder = args.out.display();
    fs::create_dir_all(&args.out).with_context(|| format!("the folder {folder} cannot be made; name another"))?;
    for language in Language::ALL.into_iter().filter(|language| args.lang.is_none_or(|only| only == *language)) {
        let path = args.out.join(format!("popas-{language}.html"));
        let speaking = Speaking { wording: &wording, faq: &faq, language, today: today(), operator };
        let page = paper::page(&speaking.sheet(), &bot);
        fs::write(&path, page).with_context(|| format!("{} cannot be written", path.display()))?;
        write_out(format_args!("{}\n", path.display()))?;
    }
    Ok(())
}

/// The name that the links go to: a printed one cannot be mended, so it is asked for or looked up, never guessed.
async fn bot(args: &Args, settings: &Settings) -> anyhow::Result<String> {
    if let Some(bot) = &args.bot {
        return username(bot);
    }
    let Ok(telegram) = Telegram::new(settings.teloxide_token.as_ref(), settings.teloxide_api_url.as_ref()) else {
        return Err(WrongUse("name the bot: --bot USERNAME, or set TELOXIDE_TOKEN and it is asked".into()).into());
    };
    let me = telegram.who_am_i().await.context("the Bot API does not tell the bot's name; write --bot USERNAME")?;
    me.username.context("this bot has no username; give it one with @BotFather")
}

/// Telegram's rule for usernames, with or without the sign before it.
fn username(name: &str) -> anyhow::Result<String> {
    let name = name.trim_start_matches('@');
    let letters = |c: char| c.is_ascii_alphanumeric() || c == '_';
    if (5..=32).contains(&name.len()) && name.chars().all(letters) {
        return Ok(name.to_string());
    }
    Err(WrongUse(format!("`{name}` is no username of a bot; write it as popas_bot")).into())
}
