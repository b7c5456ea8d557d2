//! What Popas answers: a function from what it knows of the conversation and what was meant to a turn.
//!
//! Pure: no clock, no files, no words (those are in `locales/`), no recipient (a [`Situation`] has no
//! address). What a turn changes is carried out by the assistant in one transaction.

pub mod phrase;
pub mod reply;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::language::Language;
use crate::stay::Visit;
use reply::{Choice, Reply};

/// What is remembered of a conversation between two messages.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Memory {
    /// The language of the last answer.
    pub language: Option<Language>,
    /// The person chose that language herself: messages in another do not change it.
    pub language_chosen: bool,
    pub stage: Stage,
    /// The buttons under the last reply, so that a typed number means one of them.
    pub offered: Vec<Choice>,
    /// The person's trips, once she confirmed them.
    pub trips: Vec<Visit>,
    /// ISO 3166-1 alpha-2, as she said it.
    pub nationality: Option<String>,
    /// Whether she lives on the left bank of the Dniester, once she said so.
    pub left_bank: Option<bool>,
}

/// Where the conversation stands. A stage that this version cannot read is [`Stage::Open`].
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
#[serde(tag = "stage", rename_all = "kebab-case")]
pub enum Stage {
    /// Nothing is being asked.
    #[default]
    Open,
    /// “Really delete everything?” was asked.
    Forgetting,
}

/// All that a decision may need.
#[derive(Clone, Debug, PartialEq)]
pub struct Situation {
    pub memory: Memory,
    /// Nothing was heard from this person before.
    pub first_contact: bool,
    /// The language of her app.
    pub app_language: Option<Language>,
    /// The day in Chișinău.
    pub today: NaiveDate,
}

/// What follows from one message.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Turn {
    /// What is remembered from now on.
    pub memory: Memory,
    /// The language of the reply.
    pub language: Option<Language>,
    pub reply: Reply,
    pub effects: Vec<Effect>,
}

/// What a turn does besides answering.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Everything kept about this person is deleted.
    Forget,
}
