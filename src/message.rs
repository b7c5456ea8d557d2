//! What reaches Popas: from where, by whom, and when. Every channel translates into these types.

use chrono::{DateTime, Utc};

use crate::dialogue::reply::Choice;
use crate::language::Language;

/// One thing that a person did.
#[derive(Clone, Debug, PartialEq)]
pub struct Incoming {
    /// The channel's own number of it; the same number twice is the same thing heard twice.
    pub id: i64,
    pub from: Address,
    pub speaker: Speaker,
    pub said: Said,
    pub at: DateTime<Utc>,
}

/// Where an answer goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Address {
    /// A chat of Telegram.
    Telegram(i64),
    /// The person at this program's terminal.
    Terminal,
}

/// What the channel tells about the person; no name, no number.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Speaker {
    /// The language of her app, when it is one of ours.
    pub app_language: Option<Language>,
}

/// What the person did.
#[derive(Clone, Debug, PartialEq)]
pub enum Said {
    Text(String),
    /// The new wording of an earlier message.
    Edited(String),
    /// Somebody else's message.
    Forwarded(String),
    /// A button.
    Choice(Choice),
    /// A link of the form `t.me/<bot>?start=…` was opened; the text after `start=`, maybe empty.
    Start(String),
    Location {
        latitude: f64,
        longitude: f64,
    },
    /// The bot was addressed in a group; the link that opens a private chat with it.
    InGroup {
        private_link: String,
    },
    Unreadable(Unreadable),
}

/// What Popas cannot read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    Photo,
    Voice,
    Video,
    Sticker,
    Document,
    Contact,
    /// A message without any words.
    Empty,
    /// A button that this version of Popas does not know.
    OldButton,
    Other,
}
