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
    if let Some(command) = trimmed.strip_prefix('/') {
        return match slash(command) {
            Some(act) => (act, None),
            // An unknown command may still be a question: /fine
            None => (Act::Words, Some(command)),
        };
    }
    let number = trimmed.trim_matches(|c: char| ".)(#[]".contains(c));
    match number.parse() {
        Ok(number) if trimmed.len() <= 4 && (1..=99).contains(&number) => (Act::Number(number), Some(text)),
        _ => (Act::Words, Some(text)),
    }
}

/// `help`, `help@our_bot`, `start payload`.
fn slash(command: &str) -> Option<Act> {
    let (name, rest) = command.split_once(char::is_whitespace).unwrap_or((command, ""));
    let name = name.split('@').next().unwrap_or_default().to_lowercase();
    if name == "start" {
        return Some(Act::Start(rest.trim().to_string()));
    }
    Command::ALL.into_iter().find(|(_, known)| *known == name).map(|(command, _)| Act::Command(command))
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
