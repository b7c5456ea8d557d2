//! What Popas answers: a function from what it knows of the conversation and what was meant to a turn.
//!
//! Pure: no clock, no files, no words (those are in `locales/`), no recipient (a [`Situation`] has no
//! address). What a turn changes is carried out by the assistant in one transaction.

mod answering;
mod booking;
mod calls;
mod changing;
mod counting;
pub mod desk;
pub mod handing;
mod known;
mod linking;
mod menu;
mod moments;
pub mod phrase;
mod promises;
pub mod reminding;
pub mod reply;
pub mod routing;
mod taking_back;
mod telling;
mod tongue;
mod trips;

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use serde::{Deserialize, Serialize};

use crate::call_centre::{CallCentre, HandOver, HandOverId};
use crate::faq::{EntryId, Faq, OfficeKind};
use crate::follow_ups::{FollowUp, FollowUpId, Subject};
use crate::language::Language;
use crate::links::prepared::{Prepared, Token};
use crate::local_time::moment;
use crate::stay::Visit;
use crate::understanding::wishes::Shift;
use crate::understanding::{Act, Manner, Meaning};
pub use menu::contact_ids;
use phrase::Phrase;
use reply::{Asked, Choice, Part, Reply};

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
    /// The last answer she read.
    pub about: Option<EntryId>,
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
    Adding {
        trips: Vec<Visit>,
        /// Days that are still to be asked for, as they stand in what she wrote: “August”.
        #[serde(default)]
        missing: Vec<String>,
    },
    /// “Did you enter or leave on that day?” was asked.
    Direction {
        date: NaiveDate,
        /// Those that it may go on with.
        trips: Vec<Visit>,
    },
    /// The entry before that exit was asked for.
    Entered {
        exit: NaiveDate,
        /// Those that are known besides.
        trips: Vec<Visit>,
    },
    /// The citizenship was asked, which changes the result.
    Citizenship { trips: Vec<Visit> },
    /// The left bank was asked, which changes the result.
    LeftBank { trips: Vec<Visit> },
    /// A place was asked for, to name the nearest office of a kind.
    Place {
        #[serde(default)]
        kind: OfficeKind,
    },
    /// When to remind was asked; `moving`: the promise that gets another time; `day` and `time`: what is known of it.
    When {
        subject: Subject,
        moving: Option<FollowUpId>,
        day: Option<NaiveDate>,
        #[serde(default)]
        time: Option<NaiveTime>,
        /// Further days of the same wish.
        #[serde(default)]
        also: Vec<NaiveDate>,
    },
    /// A reminder was read back: is it right? With those on further days of the same wish.
    Booking {
        subject: Subject,
        at: DateTime<Utc>,
        #[serde(default)]
        also: Vec<DateTime<Utc>>,
    },
    /// A call is arranged, and what is missing of it was asked.
    Call(CallWish),
    /// Which promise is to be cancelled was asked.
    PickingToCancel,
    /// Which promise is to be moved was asked; there, as far as it was said, or by so much.
    PickingToMove {
        day: Option<NaiveDate>,
        time: Option<NaiveTime>,
        #[serde(default)]
        shift: Option<Shift>,
    },
    /// “Shall I cancel these?” was asked.
    Cancelling { ids: Vec<FollowUpId> },
}

impl Stage {
    /// What a yes or a no answers now.
    fn asks(&self) -> Option<Asked> {
        match self {
            Stage::Forgetting => Some(Asked::Forget),
            Stage::Confirming { .. } => Some(Asked::Trips),
            Stage::Citizenship { .. } => Some(Asked::Citizenship),
            Stage::LeftBank { .. } => Some(Asked::LeftBank),
            Stage::Booking { .. } => Some(Asked::Booking),
            Stage::Cancelling { .. } => Some(Asked::Cancel),
            Stage::Open
            | Stage::Adding { .. }
            | Stage::Direction { .. }
            | Stage::Entered { .. }
            | Stage::Place { .. }
            | Stage::When { .. }
            | Stage::PickingToCancel
            | Stage::PickingToMove { .. }
            | Stage::Call(_) => None,
        }
    }
}

/// What is known of a call that somebody wants.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct CallWish {
    pub day: Option<NaiveDate>,
    pub at: Option<DateTime<Utc>>,
    /// The number was asked for.
    pub by_phone: bool,
    /// The booked call that gets another time.
    pub moving: Option<FollowUpId>,
    /// The number that was given, in E.164 form.
    #[serde(default)]
    pub phone: Option<String>,
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
    /// The moment of the message; `None` when only the day is known.
    pub at: Option<DateTime<Utc>>,
    /// The moment of the decision: later when the message waited while we were away.
    pub heard: Option<DateTime<Utc>>,
    /// What a staff member prepared, when its link was opened and there is one of that name.
    pub prepared: Option<Prepared>,
    /// What was promised to her, finished things too.
    pub follow_ups: Vec<FollowUp>,
    /// The numbers of the next promise and of the next matter for the call centre.
    pub next: Numbers,
    /// The answers whose changes she is told of.
    pub watches: Vec<EntryId>,
    /// The call centre, when there is one.
    pub centre: Option<Arc<CallCentre>>,
    /// Half hours in which nobody else can be called.
    pub full: Vec<DateTime<Utc>>,
    /// Her open conversation with the call centre.
    pub hand_over: Option<HandOver>,
}

/// Numbers to give next.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Numbers {
    pub follow_up: i64,
    pub hand_over: i64,
}

impl Situation {
    /// Somebody of whom nothing is known, on that day.
    pub fn new(today: NaiveDate) -> Situation {
        Situation {
            memory: Memory::default(),
            first_contact: false,
            app_language: None,
            today,
            at: None,
            heard: None,
            follow_ups: Vec::new(),
            next: Numbers::default(),
            watches: Vec::new(),
            centre: None,
            full: Vec::new(),
            hand_over: None,
            prepared: None,
        }
    }

    /// The moment; noon when only the day is known.
    pub fn now(&self) -> DateTime<Utc> {
        self.at.unwrap_or_else(|| moment(self.today, NOON))
    }

    /// From when on something can be booked: never before the decision.
    pub fn bookable_from(&self) -> DateTime<Utc> {
        self.heard.map_or(self.now(), |heard| heard.max(self.now()))
    }
}

const NOON: NaiveTime = NaiveTime::from_hms_opt(12, 0, 0).unwrap();

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
    /// A promise is made, or one is changed: it replaces what was known under its number.
    Promise(FollowUp),
    /// She is told when this answer changes in meaning.
    Watch { entry: EntryId, meaning: u32 },
    /// Her matter goes to the call centre, or changes there.
    HandOver(HandOver),
    /// A message to the call centre about a matter.
    TellDesk { about: HandOverId, reply: Reply },
    /// A message to the person whose matter it is.
    TellPerson { about: HandOverId, reply: Reply },
}

/// Decides what follows from a message.
pub fn respond(situation: &Situation, meaning: &Meaning, faq: &Faq) -> Turn {
    let mut turn = Turn::new(situation, tongue::choose(situation, meaning));
    // A question stays open only if this turn asks it again.
    let stage = std::mem::take(&mut turn.memory.stage);
    let room = Room { situation, meaning, faq, stage };
    if room.goes_to_staff(&mut turn) {
        return turn;
    }
    room.act(&mut turn);
    room.report_missed(&mut turn);
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
            Act::Phone => self.phone_shared(turn),
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

    /// The number of the next promise of this turn.
    fn next_follow_up(&self, situation: &Situation) -> FollowUpId {
        let new = |effect: &&Effect| matches!(effect, Effect::Promise(made) if made.id.0 >= situation.next.follow_up);
        FollowUpId(situation.next.follow_up + self.effects.iter().filter(new).count() as i64)
    }

    fn says(&self, phrase: &Phrase) -> bool {
        self.reply.parts.iter().any(|part| matches!(part, Part::Say(said) if said == phrase))
    }
}
