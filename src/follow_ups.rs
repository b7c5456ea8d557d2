//! What Popas promises for later: reminders, and calls by the call centre.
//!
//! Pure: says what a promise is, when reminders of a day go out, and writes the calendar file. Who booked
//! it is not in here (the store knows), and nothing is sent from here.

pub mod calendar;
pub mod plan;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use crate::faq::{DeadlineKind, EntryId, OfficeId};

/// The number of a promise; never given twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct FollowUpId(pub i64);

/// One promise to one person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct FollowUp {
    pub id: FollowUpId,
    pub what: What,
    /// When it happens: the reminder goes out, or the half hour begins in which somebody calls.
    pub due: DateTime<Utc>,
    pub state: State,
    /// How often it was changed since it was booked: a calendar takes the highest.
    pub changes: u32,
    pub booked: DateTime<Utc>,
}

/// What was promised.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum What {
    Reminder(Subject),
    CallBack(Reach),
}

/// What a reminder is about. Days and dates are counted again when it goes out.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Subject {
    /// The last lawful day, from the trips that are remembered.
    LastDay,
    /// The last day for something, counted from a day that the person named.
    Deadline { kind: DeadlineKind, event: NaiveDate, exit: Option<NaiveDate> },
    /// A visit to an office; the answer that sent her there tells what to take along.
    Office { id: OfficeId, entry: Option<EntryId> },
    /// Her own words.
    Note { text: String },
}

/// How the call centre reaches a person.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Reach {
    /// By messages, in the chat in which she booked.
    Chat,
    /// By phone; the number in E.164 form.
    Phone(String),
}

/// How it stands with a promise.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum State {
    /// Its time is yet to come.
    Pending,
    /// The reminder went out; of a call-back: the call centre was told that it is time.
    Told,
    Done,
    Cancelled,
    /// Its time passed while nothing could be sent, too long ago to send it late; to be said at the next contact.
    Missed,
}

impl State {
    pub const ALL: [State; 5] = [State::Pending, State::Told, State::Done, State::Cancelled, State::Missed];

    /// Its name in the database.
    pub fn code(self) -> &'static str {
        match self {
            State::Pending => "pending",
            State::Told => "told",
            State::Done => "done",
            State::Cancelled => "cancelled",
            State::Missed => "missed",
        }
    }

    pub fn of_code(code: &str) -> Option<State> {
        State::ALL.into_iter().find(|state| state.code() == code)
    }
}

impl FollowUp {
    /// A promise just made.
    pub fn new(id: FollowUpId, what: What, due: DateTime<Utc>, now: DateTime<Utc>) -> FollowUp {
        FollowUp { id, what, due, state: State::Pending, changes: 0, booked: now }
    }

    pub fn is_call_back(&self) -> bool {
        matches!(self.what, What::CallBack(_))
    }

    pub fn is_pending(&self) -> bool {
        self.state == State::Pending
    }
}
