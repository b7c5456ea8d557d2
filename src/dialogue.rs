//! What Popas answers: a function from what it knows of the conversation and what was meant to a turn.
//!
//! Pure: no clock, no files, no words (those are in `locales/`), no recipient (a [`Situation`] has no
//! address). What a turn changes is carried out by the assistant in one transaction.

mod answering;
mod counting;
pub mod handing;
mod linking;
mod menu;
pub mod phrase;
pub mod reply;
pub mod routing;
mod tongue;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::faq::{Faq, OfficeKind};
use crate::language::Language;
use crate::links::prepared::{Prepared, Token};
use crate::message::Unreadable;
use crate::stay::Visit;
use crate::understanding::{Act, Manner, Meaning};
pub use menu::contact_ids;
use phrase::Phrase;
use reply::{Choice, Part, Reply};

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
    /// ISO 3166-1 alpha-2, as she said it; `other` when she said that it is none with a rule of its own.
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
    /// These trips were read back: are they right?
    Confirming { trips: Vec<Visit> },
    /// Another trip is to be added to these.
    Adding { trips: Vec<Visit> },
    /// The citizenship was asked, which changes the result.
    Citizenship { trips: Vec<Visit> },
    /// The left bank was asked, which changes the result.
    LeftBank { trips: Vec<Visit> },
    /// A place was asked for, to name the nearest office of a kind.
    Place {
        #[serde(default)]
        kind: OfficeKind,
    },
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
    /// The moment; `None` when only the day is known.
    pub at: Option<DateTime<Utc>>,
    /// What a staff member prepared, when its link was opened and there is one of that name.
    pub prepared: Option<Prepared>,
}

/// What follows from one message.
#[derive(Clone, Debug, PartialEq)]
pub struct Turn {
    /// What is remembered from now on.
    pub memory: Memory,
    /// The language of the reply.
    pub language: Language,
    pub reply: Reply,
    pub effects: Vec<Effect>,
}

/// What a turn does besides answering.
#[derive(Clone, Debug, PartialEq)]
pub enum Effect {
    /// Everything kept about this person is deleted.
    Forget,
    /// A link was opened: counted under this name, without the person.
    LinkOpened { name: String },
    /// What was prepared was read: the link works no more.
    PreparedRead(Token),
}

/// Decides what follows from a message.
pub fn respond(situation: &Situation, meaning: &Meaning, faq: &Faq) -> Turn {
    let mut turn = Turn::new(situation, tongue::choose(situation, meaning));
    // A question stays open only if this turn asks it again.
    let stage = std::mem::take(&mut turn.memory.stage);
    let room = Room { situation, meaning, faq, stage };
    room.act(&mut turn);
    match meaning.manner {
        Manner::Edited => turn.reply.parts.insert(0, Part::Say(Phrase::EditedNoticed)),
        Manner::Forwarded => turn.reply.parts.insert(0, Part::Say(Phrase::ForwardedNoticed)),
        Manner::Said => {}
    }
    let came_with_a_question = matches!(meaning.act, Act::Words | Act::Start(_));
    if situation.first_contact && came_with_a_question && !turn.says(&Phrase::Welcome) {
        turn.reply.parts.insert(0, Part::Say(Phrase::FirstLine));
    }
    room.take_back_location_button(&mut turn);
    turn.memory.offered.clone_from(&turn.reply.choices);
    turn
}

/// What the decisions look at while a turn is made.
struct Room<'a> {
    situation: &'a Situation,
    meaning: &'a Meaning,
    faq: &'a Faq,
    /// What was being asked when the message came.
    stage: Stage,
}

impl Room<'_> {
    fn act(&self, turn: &mut Turn) {
        match &self.meaning.act {
            Act::Words => self.words(turn),
            Act::Command(command) => self.command(turn, *command),
            Act::Number(number) => self.number(turn, *number),
            Act::Choice(choice) => self.choose(turn, choice),
            Act::Start(payload) => self.start(turn, payload),
            Act::Location { latitude, longitude } => self.location(turn, *latitude, *longitude),
            Act::Phone(_) => self.unreadable(turn, Unreadable::Contact),
            Act::InGroup { private_link } => turn.say(Phrase::InGroup { link: private_link.clone() }),
            Act::Unreadable(what) => self.unreadable(turn, *what),
        }
    }

    /// A number alone is one of the choices offered; without any, it is words like others.
    fn number(&self, turn: &mut Turn, number: usize) {
        match self.situation.memory.offered.get(number - 1) {
            Some(choice) => self.choose(turn, &choice.clone()),
            None if self.situation.memory.offered.is_empty() => self.not_understood(turn),
            None => {
                turn.memory.stage = self.stage.clone();
                turn.say(Phrase::NoSuchNumber { most: self.situation.memory.offered.len() as i64 });
                turn.offer(self.situation.memory.offered.clone());
            }
        }
    }
}

impl Turn {
    fn new(situation: &Situation, language: Language) -> Turn {
        let memory = Memory { language: Some(language), ..situation.memory.clone() };
        Turn { memory, language, reply: Reply::default(), effects: Vec::new() }
    }

    fn say(&mut self, phrase: Phrase) {
        self.reply.parts.push(Part::Say(phrase));
    }

    fn add(&mut self, part: Part) {
        self.reply.parts.push(part);
    }

    /// Adds choices, each once.
    fn offer(&mut self, choices: impl IntoIterator<Item = Choice>) {
        for choice in choices {
            if !self.reply.choices.contains(&choice) {
                self.reply.choices.push(choice);
            }
        }
    }

    fn says(&self, phrase: &Phrase) -> bool {
        self.reply.parts.iter().any(|part| matches!(part, Part::Say(said) if said == phrase))
    }
}
