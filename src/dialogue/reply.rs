//! What Popas says, before it has words: parts in order, and the buttons under them.
//!
//! A reply is stored as JSON until it is sent; [`Choice`] has a short form for Telegram's buttons.

mod code;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::phrase::Phrase;
use crate::call_centre::HandOverId;
use crate::faq::{EntryId, OfficeId, OfficeKind, PlaceId, Theme};
use crate::follow_ups::{FollowUp, FollowUpId};
use crate::language::Language;
use crate::links::prepared::Made;
use crate::links::{Link, Opened};
use crate::stay::{DeadlineKind, Visit};

/// One answer to one message.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Reply {
    pub parts: Vec<Part>,
    pub choices: Vec<Choice>,
}

impl Reply {
    /// A reply of one sentence.
    pub fn say(phrase: Phrase) -> Reply {
        Reply { parts: vec![Part::Say(phrase)], choices: Vec::new() }
    }
}

/// A piece of a reply.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Part {
    /// A sentence of ours.
    Say(Phrase),
    /// Who runs Popas.
    Operator,
    /// An answer with its source line.
    Answer(EntryId),
    /// A part of an answer, by its place.
    AnswerPart(EntryId, usize),
    /// An office's card; at a moment, also whether it is open then.
    Office { id: OfficeId, at: Option<DateTime<Utc>> },
    /// A button that sends the person's location, in a channel that has one; it stands beside the choices.
    LocationButton,
    /// A button that sends the person's own phone number, likewise.
    PhoneButton,
    /// Takes either button away again.
    NoLocationButton,
    /// Offices with their hours, one a line.
    OfficeList(Vec<OfficeId>),
    /// The offices after the first: addresses alone.
    OtherOffices(Vec<OfficeId>),
    /// The phones and addresses to reach the authority.
    Contacts(Vec<String>),
    /// Trips as they were understood, to be confirmed.
    Trips { trips: Vec<Visit>, on: NaiveDate },
    /// The days counted from confirmed trips.
    Stay(StayQuestion),
    /// A link in each language.
    Addresses(Vec<(Language, String)>),
    /// A link to hand over, in the language of the person it is for: a code and a line to send; if everybody may open it,
    /// the answer itself, and a line to read out.
    HandOut { entry: EntryId, language: Language, url: String, bot: String, for_all: bool },
    /// What became of prepared links, at a moment.
    Made { made: Vec<Made>, at: DateTime<Utc> },
    /// How often links were opened.
    Openings(Vec<Opened>),
    /// The last day for something, counted from a day that the person named.
    /// `exit`: the day she left, where the term may run from it.
    Deadline { kind: DeadlineKind, event: NaiveDate, exit: Option<NaiveDate>, on: NaiveDate },
    /// What was promised, one a line.
    FollowUps(Vec<FollowUp>),
    /// The same as a file for the phone's calendar, written at that moment.
    Calendar { follow_ups: Vec<FollowUp>, at: DateTime<Utc> },
    /// Somebody's words, as they are.
    Quote(String),
    /// All that is kept about the person, as a file.
    Data(String),
}

/// What days are counted from, and the day for which: kept instead of the result, which the wording works out.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct StayQuestion {
    pub trips: Vec<Visit>,
    pub on: NaiveDate,
    /// ISO 3166-1 alpha-2, as the person said it.
    pub nationality: Option<String>,
    pub left_bank: bool,
}

/// Everything that a button, or a typed number, can mean.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Choice {
    Entry(EntryId),
    /// A part of an answer, by its place.
    EntryPart(EntryId, usize),
    Theme(Theme),
    /// The next page of a theme.
    More(Theme, usize),
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
    /// Yes or no to whatever is being asked: of messages sent before their buttons said to what.
    Yes,
    No,
    YesTo(Asked),
    NoTo(Asked),
    /// The trips read back are right: count.
    CountTrips,
    /// Start counting days: asks for trips, or shows those that are remembered.
    Days,
    /// That day was an entry into Moldova.
    EnteredOn(NaiveDate),
    /// That day was an exit.
    LeftOn(NaiveDate),
    CorrectTrips,
    AddTrip,
    ForgetTrips,
    /// Which one-stop shop is near: asks for a place.
    NearestOffice,
    /// The same for offices of another kind.
    NearestOf(OfficeKind),
    /// A place that a name may mean.
    Place(PlaceId),
    /// Staff: the link to hand over; without a language, the links in all of them.
    HandOut(Link),
    /// Remind of the last lawful day.
    RemindLastDay,
    RemindDeadline(DeadlineKind, NaiveDate, Option<NaiveDate>),
    RemindOffice(OfficeId),
    /// A moment, for whatever was asked to be given one.
    At(DateTime<Utc>),
    /// Have another moment asked for.
    OtherTime,
    FollowUps,
    /// One of them; its time stands on the button.
    FollowUp(FollowUpId, DateTime<Utc>),
    Cancel(FollowUpId),
    Move(FollowUpId),
    Done(FollowUpId),
    Snooze(FollowUpId),
    /// Book a call by the call centre.
    CallBack,
    CallDay(NaiveDate),
    /// A page of the free half hours of a day.
    CallTimes(NaiveDate, usize),
    CallByChat,
    CallByPhone,
    /// Talk to the call centre in this chat.
    HandOver,
    /// Talk to the bot again.
    BackToBot,
    /// Tell when this answer changes.
    Watch(EntryId),
    MyData,
    /// What a staff member does with a matter.
    Desk(DeskAct, HandOverId),
}

/// What a yes or a no answers: a button pressed twice, or pressed under an old message, is no answer to the next question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Asked {
    /// Are the trips that were read back right?
    Trips,
    /// Is she a citizen of the country with a rule of its own?
    Citizenship,
    /// Does she live on the left bank?
    LeftBank,
    /// Is the reminder that was read back right?
    Booking,
    /// Cancel what was named?
    Cancel,
    /// Really delete everything?
    Forget,
}

/// What a staff member does with a matter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DeskAct {
    Take,
    /// How to answer is told.
    Answer,
    Done,
    NotReached,
    /// Other times for the call are shown.
    Move,
    MoveTo(DateTime<Utc>),
}

/// A word with a value that differs from message to message.
#[derive(Clone, Debug, PartialEq)]
pub enum Arg {
    Number(i64),
    Text(String),
    Day(NaiveDate),
    Moment(DateTime<Utc>),
    /// By its own name for itself.
    Language(Language),
}
