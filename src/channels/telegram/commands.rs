//! The menu of commands, described in every language.

use std::time::Duration;

use serde::de::IgnoredAny;
use teloxide::payloads::{SetMyCommands, SetMyCommandsSetters};
use teloxide::types::{BotCommand, BotCommandScope};
use tokio::time::sleep;

use super::Telegram;
use super::call::CallError;
use crate::assistant::Mind;
use crate::language::Language;
use crate::understanding::Command;
use crate::workers::back_off;

/// Whether a text of a group begins with a command for the bot of that name. A command that names no bot
/// reaches us only when Telegram takes it for ours, or when we hear everything: then it must be one of ours.
pub fn is_for(text: &str, username: &str) -> bool {
    let first = text.split_whitespace().next().and_then(|word| word.strip_prefix('/'));
    match first.map(|command| command.split_once('@').ok_or(command)) {
        Some(Ok((_, bot))) => bot.eq_ignore_ascii_case(username),
        Some(Err(command)) => command == "start" || Command::ALL.iter().any(|(_, name)| *name == command),
        None => false,
    }
}

/// Sets the menu: for each language, and in English for all others. In groups there is none. Everything
/// works without it, so after some tries the trouble is said and left.
pub async fn set(telegram: &Telegram, mind: &dyn Mind) {
    let languages = Language::ALL.into_iter().map(|language| (language, Some(language.code())));
    for (language, code) in languages.chain([(Language::En, None)]) {
        let commands = mind.command_descriptions(language).into_iter().map(|(name, line)| BotCommand::new(name, line));
        let menu = SetMyCommands::new(commands).scope(BotCommandScope::AllPrivateChats);
        let menu = code.map_or(menu.clone(), |code| menu.language_code(code));
        if let Err(error) = set_patiently(telegram, &menu).await {
            tracing::warn!("the menu of commands is not set: {error}");
            return;
        }
    }
}

async fn set_patiently(telegram: &Telegram, menu: &SetMyCommands) -> Result<(), CallError> {
    for attempt in 1..TRIES {
        if telegram.call::<_, IgnoredAny>(menu).await.is_ok() {
            return Ok(());
        }
        sleep(back_off(attempt, Duration::from_secs(1), Duration::from_secs(60), 0)).await;
    }
    telegram.call::<_, IgnoredAny>(menu).await.map(drop)
}

const TRIES: i64 = 6;

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_of_a_group_is_ours_when_it_names_us_or_nobody() {
        let cases = [
            ("/help@our_bot", true),
            ("/help@Our_Bot now", true),
            ("/whatever@our_bot", true),
            ("/help@other_bot", false),
            ("/help", true),
            ("/weather", false),
            ("help", false),
            ("", false),
        ];
        for (text, ours) in cases {
            assert_eq!(is_for(text, "our_bot"), ours, "{text}");
        }
    }
}
