//! What Popas says, before it has words: parts in order, and the buttons under them.
//!
//! A reply is stored as JSON until it is sent; [`Choice`] has a short form for Telegram's buttons
//! (64 bytes), read back exactly.

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
    /// The name of an answer.
    Title(EntryId),
    /// A link in each language.
    Addresses(Vec<(Language, String)>),
    /// A link to hand over, in the language of the person it is for: a code, a line to send, and one to read out if
    /// everybody may open it.
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

/// What days are counted from: kept instead of the result, so that a reply sent late is counted again.
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
    Yes,
    No,
    /// The trips read back are right: count.
    CountTrips,
    /// Start counting days: asks for trips, or shows those that are remembered.
    Days,
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

impl Choice {
    /// The short form, at most 64 bytes.
    pub fn code(&self) -> String {
        match self {
            Choice::Entry(id) => format!("e:{id}"),
            Choice::EntryPart(id, part) => format!("p:{part}:{id}"),
            Choice::Theme(theme) => format!("t:{}", theme_code(*theme)),
            Choice::More(theme, page) => format!("m:{page}:{}", theme_code(*theme)),
            Choice::Topics => "topics".into(),
            Choice::Help => "help".into(),
            Choice::About => "about".into(),
            Choice::Privacy => "privacy".into(),
            Choice::Languages => "languages".into(),
            Choice::Language(language) => format!("l:{language}"),
            Choice::Office(id) => format!("o:{id}"),
            Choice::OfficesOf(id) => format!("f:{id}"),
            Choice::CallCentre => "call".into(),
            Choice::Yes => "yes".into(),
            Choice::No => "no".into(),
            Choice::CountTrips => "count".into(),
            Choice::Days => "days".into(),
            Choice::CorrectTrips => "trips-correct".into(),
            Choice::AddTrip => "trips-add".into(),
            Choice::ForgetTrips => "trips-forget".into(),
            Choice::NearestOffice => "nearest".into(),
            Choice::NearestOf(kind) => format!("n:{}", kind.code()),
            Choice::Place(id) => format!("g:{id}"),
            Choice::HandOut(link) => format!("k:{}", link.payload()),
            Choice::RemindLastDay => "remind".into(),
            Choice::RemindDeadline(kind, event, exit) => {
                let exit = exit.map(|exit| exit.to_string()).unwrap_or_default();
                format!("rd:{}:{event}:{exit}", kind.as_str())
            }
            Choice::RemindOffice(id) => format!("ro:{id}"),
            Choice::At(at) => format!("at:{}", at.timestamp()),
            Choice::OtherTime => "other-time".into(),
            Choice::FollowUps => "follow-ups".into(),
            Choice::FollowUp(id, at) => format!("u:{}:{}", id.0, at.timestamp()),
            Choice::Cancel(id) => format!("uc:{}", id.0),
            Choice::Move(id) => format!("um:{}", id.0),
            Choice::Done(id) => format!("ud:{}", id.0),
            Choice::Snooze(id) => format!("us:{}", id.0),
            Choice::CallBack => "call-back".into(),
            Choice::CallDay(day) => format!("cd:{day}"),
            Choice::CallTimes(day, page) => format!("ct:{page}:{day}"),
            Choice::CallByChat => "call-chat".into(),
            Choice::CallByPhone => "call-phone".into(),
            Choice::HandOver => "hand-over".into(),
            Choice::BackToBot => "back-to-bot".into(),
            Choice::Watch(id) => format!("w:{id}"),
            Choice::MyData => "my-data".into(),
            Choice::Desk(act, id) => format!("d:{}:{}", id.0, act.code()),
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
            "t" => Choice::Theme(theme_of(rest)?),
            "m" => {
                let (page, theme) = rest.split_once(':')?;
                Choice::More(theme_of(theme)?, page.parse().ok()?)
            }
            "topics" => Choice::Topics,
            "help" => Choice::Help,
            "about" => Choice::About,
            "privacy" => Choice::Privacy,
            "languages" => Choice::Languages,
            "l" => Choice::Language(rest.parse().ok()?),
            "o" => Choice::Office(OfficeId::new(rest)),
            "f" => Choice::OfficesOf(EntryId::new(rest)),
            "call" => Choice::CallCentre,
            "yes" => Choice::Yes,
            "no" => Choice::No,
            "count" => Choice::CountTrips,
            "days" => Choice::Days,
            "trips-correct" => Choice::CorrectTrips,
            "trips-add" => Choice::AddTrip,
            "trips-forget" => Choice::ForgetTrips,
            "nearest" => Choice::NearestOffice,
            "n" => Choice::NearestOf(OfficeKind::ALL.into_iter().find(|kind| kind.code() == rest)?),
            "g" => Choice::Place(PlaceId::new(rest)),
            "k" => Choice::HandOut(Link::read(rest)?),
            "remind" => Choice::RemindLastDay,
            "rd" => {
                let mut parts = rest.split(':');
                let (kind, event) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
                let exit = parts.next().filter(|exit| !exit.is_empty());
                Choice::RemindDeadline(kind, event, exit.map(str::parse).transpose().ok()?)
            }
            "ro" => Choice::RemindOffice(OfficeId::new(rest)),
            "at" => Choice::At(DateTime::from_timestamp(rest.parse().ok()?, 0)?),
            "other-time" => Choice::OtherTime,
            "follow-ups" => Choice::FollowUps,
            "u" => {
                let (id, at) = rest.split_once(':')?;
                Choice::FollowUp(follow_up(id)?, DateTime::from_timestamp(at.parse().ok()?, 0)?)
            }
            "uc" => Choice::Cancel(follow_up(rest)?),
            "um" => Choice::Move(follow_up(rest)?),
            "ud" => Choice::Done(follow_up(rest)?),
            "us" => Choice::Snooze(follow_up(rest)?),
            "call-back" => Choice::CallBack,
            "cd" => Choice::CallDay(rest.parse().ok()?),
            "ct" => {
                let (page, day) = rest.split_once(':')?;
                Choice::CallTimes(day.parse().ok()?, page.parse().ok()?)
            }
            "call-chat" => Choice::CallByChat,
            "call-phone" => Choice::CallByPhone,
            "hand-over" => Choice::HandOver,
            "back-to-bot" => Choice::BackToBot,
            "w" => Choice::Watch(EntryId::new(rest)),
            "my-data" => Choice::MyData,
            "d" => {
                let (id, act) = rest.split_once(':')?;
                Choice::Desk(DeskAct::of_code(act)?, HandOverId(id.parse().ok()?))
            }
            _ => return None,
        })
    }
}

impl DeskAct {
    fn code(self) -> String {
        match self {
            DeskAct::Take => "take".into(),
            DeskAct::Answer => "answer".into(),
            DeskAct::Done => "done".into(),
            DeskAct::NotReached => "not-reached".into(),
            DeskAct::Move => "move".into(),
            DeskAct::MoveTo(at) => format!("at:{}", at.timestamp()),
        }
    }

    fn of_code(code: &str) -> Option<DeskAct> {
        Some(match code.split_once(':') {
            Some(("at", at)) => DeskAct::MoveTo(DateTime::from_timestamp(at.parse().ok()?, 0)?),
            Some(_) => return None,
            None => match code {
                "take" => DeskAct::Take,
                "answer" => DeskAct::Answer,
                "done" => DeskAct::Done,
                "not-reached" => DeskAct::NotReached,
                "move" => DeskAct::Move,
                _ => return None,
            },
        })
    }
}

fn follow_up(number: &str) -> Option<FollowUpId> {
    number.parse().ok().map(FollowUpId)
}

fn theme_code(theme: Theme) -> &'static str {
    match theme {
        Theme::Stay => "stay",
        Theme::Family => "family",
        Theme::Offices => "offices",
    }
}

fn theme_of(code: &str) -> Option<Theme> {
    Theme::ALL.into_iter().find(|theme| theme_code(*theme) == code)
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_button_is_read_back_from_its_short_form() {
        let id = EntryId::new("family-reunification-documents-foreigner");
        let day = NaiveDate::from_ymd_opt(2025, 11, 24).unwrap();
        let at = day.and_hms_opt(7, 30, 0).unwrap().and_utc();
        let choices = [
            Choice::Entry(id.clone()),
            Choice::EntryPart(id.clone(), 11),
            Choice::Theme(Theme::Family),
            Choice::More(Theme::Stay, 2),
            Choice::Topics,
            Choice::Help,
            Choice::About,
            Choice::Privacy,
            Choice::Languages,
            Choice::Language(Language::Az),
            Choice::Office(OfficeId::new("igi-bucharest-grand-arena")),
            Choice::OfficesOf(id),
            Choice::CallCentre,
            Choice::Yes,
            Choice::No,
            Choice::CountTrips,
            Choice::Days,
            Choice::CorrectTrips,
            Choice::AddTrip,
            Choice::ForgetTrips,
            Choice::NearestOffice,
            Choice::NearestOf(OfficeKind::IntegrationCentre),
            Choice::Place(PlaceId::new("riscani-district")),
            Choice::HandOut(Link::read("family-reunification-documents-foreigner_az").unwrap()),
            Choice::RemindLastDay,
            Choice::RemindDeadline(DeadlineKind::PermitLost, day, None),
            Choice::RemindDeadline(DeadlineKind::ReunificationExam, day, Some(day)),
            Choice::RemindOffice(OfficeId::new("oss-balti")),
            Choice::At(at),
            Choice::OtherTime,
            Choice::FollowUps,
            Choice::FollowUp(FollowUpId(i64::MAX), at),
            Choice::Cancel(FollowUpId(1)),
            Choice::Move(FollowUpId(1)),
            Choice::Done(FollowUpId(1)),
            Choice::Snooze(FollowUpId(1)),
            Choice::CallBack,
            Choice::CallDay(day),
            Choice::CallTimes(day, 2),
            Choice::CallByChat,
            Choice::CallByPhone,
            Choice::HandOver,
            Choice::BackToBot,
            Choice::Watch(EntryId::new("family-reunification-documents-foreigner")),
            Choice::MyData,
            Choice::Desk(DeskAct::Take, HandOverId(1)),
            Choice::Desk(DeskAct::Answer, HandOverId(1)),
            Choice::Desk(DeskAct::Done, HandOverId(1)),
            Choice::Desk(DeskAct::NotReached, HandOverId(1)),
            Choice::Desk(DeskAct::Move, HandOverId(i64::MAX)),
            Choice::Desk(DeskAct::MoveTo(at), HandOverId(i64::MAX)),
        ];
        for choice in choices {
            let code = choice.code();
            assert!(code.len() <= 64, "{code}");
            assert_eq!(Choice::of_code(&code), Some(choice));
        }
        assert_eq!(Choice::of_code("x:1"), None);
    }
}
