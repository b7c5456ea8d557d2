//! What kind of thing a person did, before its words are looked at.

use crate::dialogue::reply::Choice;
use crate::message::{Said, Unreadable};

/// What a person did.
#[derive(Clone, Debug, PartialEq)]
pub enum Act {
    /// Words, to be understood.
    Words,
    Command(Command),
    /// A number alone: one of the choices offered before.
    Number(usize),
    Choice(Choice),
    /// A link was opened; its payload, maybe empty.
    Start(String),
    Location {
        latitude: f64,
        longitude: f64,
    },
    /// A phone number shared from the phone's contacts.
    Phone,
    InGroup {
        private_link: String,
    },
    Unreadable(Unreadable),
}

/// A slash command.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    Help,
    Topics,
    Language,
    Privacy,
    About,
    Office,
    Days,
    Forget,
    Stop,
    FollowUps,
    CallBack,
    MyData,
}

impl Command {
    /// All commands with their names, in the order of Telegram's menu.
    pub const ALL: [(Command, &'static str); 12] = [
        (Command::Topics, "topics"),
        (Command::Days, "days"),
        (Command::Office, "office"),
        (Command::FollowUps, "followups"),
        (Command::CallBack, "callback"),
        (Command::Language, "language"),
        (Command::Help, "help"),
        (Command::About, "about"),
        (Command::Privacy, "privacy"),
        (Command::MyData, "mydata"),
        (Command::Forget, "forget"),
        (Command::Stop, "stop"),
    ];
}

/// The act, and the text to understand where there is one.
pub(super) fn of(said: &Said) -> (Act, Option<&str>) {
    match said {
        Said::Text(text) | Said::Edited(text) | Said::Forwarded(text) => of_text(text),
        Said::Choice(choice) => (Act::Choice(choice.clone()), None),
        Said::Start(payload) => (Act::Start(payload.clone()), None),
        Said::Location { latitude, longitude } => (Act::Location { latitude: *latitude, longitude: *longitude }, None),
        Said::Phone(number) => (Act::Phone, Some(number)),
        Said::InGroup { private_link } => (Act::InGroup { private_link: private_link.clone() }, None),
        Said::Unreadable(what) => (Act::Unreadable(*what), None),
    }
}

fn of_text(text: &str) -> (Act, Option<&str>) {
    let trimmed = text.trim();
    if trimmed.is_empty() {
        return (Act::Unreadable(Unreadable::Empty), None);
    }
    if let Some((name, rest)) = slash(trimmed) {
        return match of_command(name, rest) {
            Some(act) => (act, None),
            // An unknown command may still be a question: /fine
            None => (Act::Words, Some(&trimmed[1..])),
        };
    }
    let number = trimmed.trim_matches(|c: char| ".)(#[]".contains(c));
    match number.parse() {
        Ok(number) if trimmed.len() <= 4 && (1..=99).contains(&number) => (Act::Number(number), Some(text)),
        _ => (Act::Words, Some(text)),
    }
}

/// The name of the slash command that a text begins with, and the words after it: `help` of `/help@our_bot`.
pub fn slash(text: &str) -> Option<(&str, &str)> {
    let command = text.trim().strip_prefix('/')?;
    let (name, rest) = command.split_once(char::is_whitespace).unwrap_or((command, ""));
    Some((name.split_once('@').map_or(name, |(name, _)| name), rest.trim()))
}

fn of_command(name: &str, rest: &str) -> Option<Act> {
    if name.eq_ignore_ascii_case("start") {
        return Some(Act::Start(rest.to_string()));
    }
    let known = Command::ALL.into_iter().find(|(_, known)| name.eq_ignore_ascii_case(known));
    known.map(|(command, _)| Act::Command(command))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn commands_numbers_and_words_are_told_apart() {
        let act = |text: &str| of(&Said::Text(text.into())).0;
        assert_eq!(act("/help"), Act::Command(Command::Help));
        assert_eq!(act("/HELP@popas_bot"), Act::Command(Command::Help));
        assert_eq!(act("/start overstay-fine"), Act::Start("overstay-fine".into()));
        assert_eq!(act(" 2. "), Act::Number(2));
        assert_eq!(act("2025"), Act::Words);
        assert_eq!(act("/fine"), Act::Words);
        assert_eq!(act("  "), Act::Unreadable(Unreadable::Empty));
    }
}
