//! What Popas says, before it has words: parts in order, and the buttons under them.
//!
//! A reply is stored as JSON until it is sent; [`Choice`] has a short form for Telegram's buttons
//! (64 bytes), read back exactly.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::phrase::Phrase;
use crate::faq::{EntryId, OfficeId, Theme};
use crate::language::Language;

/// One answer to one message.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    pub parts: Vec<Part>,
    pub choices: Vec<Choice>,
}

/// A piece of a reply.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// A sentence of ours.
    Say(Phrase),
    /// An answer with its source line.
    Answer(EntryId),
    /// A part of an answer, by its place.
    AnswerPart(EntryId, usize),
    /// An office's card.
    Office(OfficeId),
    /// The phones to call.
    Contacts(Vec<String>),
}

/// Everything that a button, or a typed number, can mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Choice {
    Entry(EntryId),
    /// A part of an answer, by its place.
    EntryPart(EntryId, usize),
    Theme(Theme),
    Topics,
    Help,
    About,
    Privacy,
    Languages,
    Language(Language),
    Office(OfficeId),
    /// The offices that an entry names.
    OfficesOf(EntryId),
    CallCentre,
}

impl Choice {
    /// The short form, at most 64 bytes.
    pub fn code(&self) -> String {
        match self {
            Choice::Entry(id) => format!("e:{id}"),
            Choice::EntryPart(id, part) => format!("p:{part}:{id}"),
            Choice::Theme(theme) => format!("t:{}", theme_code(*theme)),
            Choice::Topics => "topics".into(),
            Choice::Help => "help".into(),
            Choice::About => "about".into(),
            Choice::Privacy => "privacy".into(),
            Choice::Languages => "languages".into(),
            Choice::Language(language) => format!("l:{language}"),
            Choice::Office(id) => format!("o:{id}"),
            Choice::OfficesOf(id) => format!("f:{id}"),
            Choice::CallCentre => "call".into(),
        }
    }

    /// Reads the short form back; `None` for a button that this version does not know.
    pub fn of_code(code: &str) -> Option<Choice> {
        let (kind, rest) = code.split_once(':').unwrap_or((code, ""));
        Some(match kind {
            "e" => Choice::Entry(EntryId::new(rest)),
            "p" => {
                let (part, id) = rest.split_once(':')?;
                Choice::EntryPart(EntryId::new(id), part.parse().ok()?)
            }
            "t" => Choice::Theme(Theme::ALL.into_iter().find(|theme| theme_code(*theme) == rest)?),
            "topics" => Choice::Topics,
            "help" => Choice::Help,
            "about" => Choice::About,
            "privacy" => Choice::Privacy,
            "languages" => Choice::Languages,
            "l" => Choice::Language(rest.parse().ok()?),
            "o" => Choice::Office(OfficeId::new(rest)),
            "f" => Choice::OfficesOf(EntryId::new(rest)),
            "call" => Choice::CallCentre,
            _ => return None,
        })
    }
}

fn theme_code(theme: Theme) -> &'static str {
    match theme {
        Theme::Stay => "stay",
        Theme::Family => "family",
        Theme::Offices => "offices",
    }
}

/// A word with a value that differs from message to message.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    Number(i64),
    Text(String),
    Day(NaiveDate),
    Language(Language),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_button_is_read_back_from_its_short_form() {
        let id = EntryId::new("family-reunification-documents-foreigner");
        let choices = [
            Choice::Entry(id.clone()),
            Choice::EntryPart(id.clone(), 11),
            Choice::Theme(Theme::Family),
            Choice::Topics,
            Choice::Help,
            Choice::About,
            Choice::Privacy,
            Choice::Languages,
            Choice::Language(Language::Az),
            Choice::Office(OfficeId::new("igi-bucharest-grand-arena")),
            Choice::OfficesOf(id),
            Choice::CallCentre,
        ];
        for choice in choices {
            let code = choice.code();
            assert!(code.len() <= 64, "{code}");
            assert_eq!(Choice::of_code(&code), Some(choice));
        }
        assert_eq!(Choice::of_code("x:1"), None);
    }
}
