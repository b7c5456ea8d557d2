//! How well messages were understood: each against what is right for it, and what follows from all of them.
//!
//! Pure: messages come in as lines of JSON, whoever listens to them is a function, and out come tables, pairs that
//! were taken for one another, the curve of risk over coverage, how far confidence may be believed, and what became
//! better or worse between two versions. Judges only; what is measured and why it is enough is decided elsewhere
//! (`popas eval`, `tests/understanding.rs`).

pub mod comparison;
pub mod curve;
pub mod pairs;
pub mod plots;
pub mod tables;

use serde::Deserialize;

use crate::language::Language;
pub use tables::{Measure, Report};

/// A message and what is right for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its name in its file; the file and the line where it has none.
    pub id: String,
    pub language: Language,
    pub text: String,
    pub expected: Expected,
    /// What kind of message it is, as whoever wrote it says: long, typo, two-topics …
    pub tags: Vec<String>,
}

/// What is right for a message.
#[derive(Clone, Debug, PartialEq)]
pub enum Expected {
    /// One of these entries, best first.
    Entries(Vec<String>),
    /// No entry answers it.
    Outside,
    Smalltalk(String),
    Office(String),
}

/// A line of a file as it is written; other fields are for other readers.
#[derive(Deserialize)]
struct Written {
    id: Option<serde_json::Value>,
    lang: Language,
    text: String,
    ok: Option<Vec<String>>,
    kind: Option<String>,
    office: Option<String>,
    #[serde(default)]
    tags: Vec<String>,
}

impl Line {
    /// Reads a line of JSON that stands at `place` (`file:line`).
    pub fn read(json: &str, place: &str) -> anyhow::Result<Line> {
        let Written { id, lang, text, ok, kind, office, tags } = serde_json::from_str(json)?;
        let expected = match (ok, kind, office) {
            (Some(ok), _, _) if ok.is_empty() => Expected::Outside,
            (Some(ok), _, _) => Expected::Entries(ok),
            (None, Some(kind), _) => Expected::Smalltalk(kind),
            (None, None, Some(office)) => Expected::Office(office),
            (None, None, None) => anyhow::bail!("it has none of ok, kind, office"),
        };
        let id = id.map_or(place.to_string(), |id| id.as_str().map_or(id.to_string(), str::to_string));
        Ok(Line { id, language: lang, text, expected, tags })
    }
}

/// What a message was taken for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heard {
    pub language: Option<Language>,
    pub kind: Kind,
    /// Entry ids, best first.
    pub entries: Vec<String>,
    /// How sure it was of the first, 0 to 1.
    pub score: f32,
    pub smalltalk: Option<String>,
    /// Office ids, best first; `None` when the listener reads no places.
    pub offices: Option<Vec<String>>,
}

/// The kinds of reply that are told apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// An answer, computed or not.
    Answer,
    Choices,
    Office,
    Smalltalk,
    #[default]
    Unknown,
}

/// A message, and what it was taken for.
#[derive(Clone, Debug)]
pub struct Judged {
    pub line: Line,
    pub heard: Heard,
}

/// How good what a person got was, worst first.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Standing {
    /// An answer to something else.
    Wrong,
    /// No answer, or a question back without the right one.
    NoHelp,
    /// A question back with the right one.
    Offered,
    Right,
}

/// The entry that names all offices; a listener that reads no places can do no better.
const OFFICES: &str = "one-stop-shops";

impl Judged {
    /// The entry that was answered, if one was.
    pub fn answered(&self) -> Option<&str> {
        let first = self.heard.entries.first().map(String::as_str);
        first.filter(|_| self.heard.kind == Kind::Answer)
    }

    /// How good the reply is.
    pub fn standing(&self) -> Standing {
        use Standing::{NoHelp, Offered, Right, Wrong};
        let Heard { kind, entries, smalltalk, offices, .. } = &self.heard;
        match &self.line.expected {
            Expected::Entries(ok) => match (self.answered(), kind) {
                (Some(entry), _) if ok.iter().any(|right| right == entry) => Right,
                (Some(_), _) | (None, Kind::Answer) => Wrong,
                (None, Kind::Choices) if entries.iter().any(|entry| ok.contains(entry)) => Offered,
                _ => NoHelp,
            },
            Expected::Outside => match kind {
                Kind::Answer => Wrong,
                Kind::Unknown => Right,
                _ => NoHelp,
            },
            Expected::Smalltalk(talk) if smalltalk.as_ref() == Some(talk) => Right,
            Expected::Office(office) => match offices {
                Some(offices) if offices.first() == Some(office) => Right,
                None if entries.first().is_some_and(|entry| entry == OFFICES) => Right,
                _ if *kind == Kind::Office => Wrong,
                _ => NoHelp,
            },
            Expected::Smalltalk(_) if *kind == Kind::Answer => Wrong,
            Expected::Smalltalk(_) => NoHelp,
        }
    }

    /// In a few words, what was right.
    pub fn expected_name(&self) -> String {
        match &self.line.expected {
            Expected::Entries(ok) => ok[0].clone(),
            Expected::Outside => "outside".to_string(),
            Expected::Smalltalk(talk) => format!("talk: {talk}"),
            Expected::Office(office) => format!("office: {office}"),
        }
    }

    /// In a few words, what it was taken for.
    pub fn heard_name(&self) -> String {
        let Heard { kind, entries, smalltalk, offices, .. } = &self.heard;
        let first = |ids: &[String]| ids.first().cloned().unwrap_or_default();
        match kind {
            Kind::Answer => first(entries),
            Kind::Choices => format!("choices: {}", entries.join(", ")),
            Kind::Office => format!("office: {}", first(offices.as_deref().unwrap_or_default())),
            Kind::Smalltalk => format!("talk: {}", smalltalk.as_deref().unwrap_or_default()),
            Kind::Unknown => "unknown".to_string(),
        }
    }
}

/// Judgements for tests: language, what is right, what was heard, how sure.
#[cfg(test)]
pub(crate) fn judged(id: &str, expected: &str, heard: &str, score: f32) -> Judged {
    let named = |kind: &str, of: &str| of.strip_prefix(kind).map(str::to_string);
    let expected = match expected {
        "outside" => Expected::Outside,
        talk if talk.starts_with("talk: ") => Expected::Smalltalk(named("talk: ", talk).unwrap()),
        office if office.starts_with("office: ") => Expected::Office(named("office: ", office).unwrap()),
        entry => Expected::Entries(vec![entry.to_string()]),
    };
    let (smalltalk, offices) = (named("talk: ", heard), named("office: ", heard));
    let (kind, entries) = match heard {
        "unknown" => (Kind::Unknown, vec![]),
        _ if smalltalk.is_some() => (Kind::Smalltalk, vec![]),
        _ if offices.is_some() => (Kind::Office, vec![]),
        _ => match heard.strip_prefix("choices: ") {
            Some(entries) => (Kind::Choices, entries.split(", ").map(str::to_string).collect()),
            None => (Kind::Answer, vec![heard.to_string()]),
        },
    };
    let offices = Some(offices.into_iter().collect());
    let heard = Heard { language: Some(Language::En), kind, entries, score, smalltalk, offices };
    let line = Line { id: id.into(), language: Language::En, text: format!("text of {id}"), expected, tags: vec![] };
    Judged { line, heard }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_says_what_is_right_and_other_fields_do_not_matter() {
        for (json, id, expected, tags) in [
            (r#"{"id":"a","ok":["x","y"],"why":"z"}"#, "a", Expected::Entries(vec!["x".into(), "y".into()]), 0),
            (r#"{"id":7,"ok":[],"tags":["long","typos"]}"#, "7", Expected::Outside, 2),
            (r#"{"kind":"thanks"}"#, "f:3", Expected::Smalltalk("thanks".into()), 0),
            (r#"{"office":"oss-balti"}"#, "f:3", Expected::Office("oss-balti".into()), 0),
        ] {
            let line = Line::read(&json.replacen('{', r#"{"lang":"en","text":"t","#, 1), "f:3").unwrap();
            assert_eq!((line.id.as_str(), line.expected, line.tags.len()), (id, expected, tags));
        }
        assert!(Line::read(r#"{"lang":"en","text":"t"}"#, "f:3").is_err());
    }

    #[test]
    fn a_reply_is_right_offered_no_help_or_wrong() {
        use Standing::{NoHelp, Offered, Right, Wrong};
        for (expected, heard, standing) in [
            ("a", "a", Right),
            ("a", "b", Wrong),
            ("a", "choices: b, a", Offered),
            ("a", "choices: b, c", NoHelp),
            ("a", "unknown", NoHelp),
            ("a", "talk: help", NoHelp),
            ("outside", "unknown", Right),
            ("outside", "a", Wrong),
            ("outside", "choices: a, b", NoHelp),
            ("talk: thanks", "talk: thanks", Right),
            ("talk: thanks", "talk: help", NoHelp),
            ("talk: thanks", "a", Wrong),
            ("office: x", "office: x", Right),
            ("office: x", "office: y", Wrong),
            ("office: x", "unknown", NoHelp),
        ] {
            assert_eq!(judged("1", expected, heard, 0.5).standing(), standing, "{expected} → {heard}");
        }
    }
}
