//! What reaches Popas: from where, by whom, and when. Every channel translates into these types.

use chrono::{DateTime, Utc};
use serde::{Deserialize, Serialize};

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
    /// The channel's number of the message of ours that this one answers.
    pub replied_to: Option<i64>,
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
    /// The number of the call centre's staff member, when the settings name her or she writes in its own chat.
    pub staff: Option<StaffId>,
}

/// A member of the call centre's staff, by the channel's number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(transparent)]
pub struct StaffId(pub i64);

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
    /// A phone number that the person shared from her phone's contacts, as the channel writes it.
    Phone(String),
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
    /// Somebody else's phone number.
    Contact,
    /// A message without any words.
    Empty,
    /// A button that this version of Popas does not know.
    OldButton,
    Other,
}
