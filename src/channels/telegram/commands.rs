//! The menu of commands, described in every language.

use std::time::Duration;

use serde::de::IgnoredAny;
use teloxide::payloads::{SetMyCommands, SetMyCommandsSetters};
use teloxide::types::{BotCommand, BotCommandScope, ChatId};
use tokio::time::sleep;

use super::Telegram;
use super::call::CallError;
use crate::assistant::Mind;
use crate::dialogue::desk::StaffCommand;
use crate::language::Language;
use crate::understanding::Command;
use crate::workers::back_off;

/// Whether a text of a group begins with a command for the bot of that name. A command that names no bot
/// reaches us only when Telegram takes it for ours, or when we hear everything: then it must be one of ours, and
/// one of the staff's only where they write.
pub fn is_for(text: &str, username: &str, at_desk: bool) -> bool {
    let first = text.split_whitespace().next().and_then(|word| word.strip_prefix('/'));
    match first.map(|command| command.split_once('@').ok_or(command)) {
        Some(Ok((_, bot))) => bot.eq_ignore_ascii_case(username),
        Some(Err(command)) => {
            let of_all = command == "start" || Command::ALL.iter().any(|(_, name)| *name == command);
            of_all || at_desk && StaffCommand::ALL.iter().any(|(_, name)| *name == command)
        }
        None => false,
    }
}

/// Sets the menus: in private chats for each language, and in English for all others; in the chats of the staff
/// theirs. In other groups there is none. Everything works without them, so after some tries the trouble is said
/// and left.
pub async fn set(telegram: &Telegram, mind: &dyn Mind, staff: &[StaffChat]) {
    let languages = Language::ALL.into_iter().map(|language| (language, Some(language.code())));
    for (language, code) in languages.chain([(Language::En, None)]) {
        let menu = menu(mind.command_descriptions(language), BotCommandScope::AllPrivateChats);
        let menu = code.map_or(menu.clone(), |code| menu.language_code(code));
        if let Err(error) = set_patiently(telegram, &menu).await {
            tracing::warn!("the menu of commands is not set: {error}");
            return;
        }
    }
    for chat in staff {
        set_for_staff(telegram, mind, *chat).await;
    }
}

/// A chat whose menu is the staff's, in the language of the call centre.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct StaffChat {
    pub chat: i64,
    pub language: Language,
}

/// A private chat keeps the other commands below those of the staff. Telegram knows no chat in which nobody has
/// written to the bot yet: its menu is set at the next start.
async fn set_for_staff(telegram: &Telegram, mind: &dyn Mind, StaffChat { chat, language }: StaffChat) {
    let mut commands = mind.staff_command_descriptions(language);
    if chat > 0 {
        commands.extend(mind.command_descriptions(language));
    }
    let menu = menu(commands, BotCommandScope::Chat { chat_id: ChatId(chat).into() });
    if let Err(error) = set_patiently(telegram, &menu).await {
        tracing::warn!("a chat of the staff has no menu of commands: {error}; has anybody written to the bot there?");
    }
}

fn menu(commands: Vec<(&'static str, String)>, scope: BotCommandScope) -> SetMyCommands {
    SetMyCommands::new(commands.into_iter().map(|(name, line)| BotCommand::new(name, line))).scope(scope)
}

async fn set_patiently(telegram: &Telegram, menu: &SetMyCommands) -> Result<(), CallError> {
    let mut attempt = 1;
    loop {
        match telegram.call::<_, IgnoredAny>(menu).await {
            Ok(_) => return Ok(()),
            // What Telegram refuses does not get better by being asked for again.
            Err(error @ CallError::Api { code: 400 | 403, .. }) => return Err(error),
            Err(error) if attempt == TRIES => return Err(error),
            Err(_) => sleep(back_off(attempt, Duration::from_secs(1), Duration::from_secs(60), 0)).await,
        }
        attempt += 1;
    }
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
            assert_eq!(is_for(text, "our_bot", false), ours, "{text}");
            assert_eq!(is_for(text, "our_bot", true), ours, "{text}");
        }
    }

    #[test]
    fn a_command_of_the_staff_is_ours_where_they_write() {
        for (text, at_desk, elsewhere) in
            [("/queue", true, false), ("/queue@our_bot", true, true), ("/queue@x", false, false)]
        {
            assert_eq!((is_for(text, "our_bot", true), is_for(text, "our_bot", false)), (at_desk, elsewhere), "{text}");
        }
    }
}
