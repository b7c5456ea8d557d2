//! The short form of a button: at most 64 bytes, as Telegram allows, read back exactly.
//!
//! A form never changes its meaning: buttons under old messages are pressed after months.

use chrono::DateTime;

use super::{Asked, Choice, DeskAct};
use crate::call_centre::HandOverId;
use crate::faq::{EntryId, OfficeId, OfficeKind, PlaceId, Theme};
use crate::follow_ups::FollowUpId;
use crate::links::Link;

/// Choices without a value.
const FIXED: [Choice; 23] = [
    Choice::Topics,
    Choice::Help,
    Choice::About,
    Choice::Privacy,
    Choice::Languages,
    Choice::CallCentre,
    Choice::Yes,
    Choice::No,
    Choice::CountTrips,
    Choice::Days,
    Choice::CorrectTrips,
    Choice::AddTrip,
    Choice::ForgetTrips,
    Choice::NearestOffice,
    Choice::RemindLastDay,
    Choice::OtherTime,
    Choice::FollowUps,
    Choice::CallBack,
    Choice::CallByChat,
    Choice::CallByPhone,
    Choice::HandOver,
    Choice::BackToBot,
    Choice::MyData,
];

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
            Choice::YesTo(asked) => format!("y:{}", asked.code()),
            Choice::NoTo(asked) => format!("x:{}", asked.code()),
            Choice::CountTrips => "count".into(),
            Choice::Days => "days".into(),
            Choice::EnteredOn(day) => format!("in:{day}"),
            Choice::LeftOn(day) => format!("out:{day}"),
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
        if let Some(choice) = FIXED.into_iter().find(|choice| choice.code() == code) {
            return Some(choice);
        }
        let (kind, rest) = code.split_once(':')?;
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
            "l" => Choice::Language(rest.parse().ok()?),
            "o" => Choice::Office(OfficeId::new(rest)),
            "f" => Choice::OfficesOf(EntryId::new(rest)),
            "in" => Choice::EnteredOn(rest.parse().ok()?),
            "out" => Choice::LeftOn(rest.parse().ok()?),
            "y" => Choice::YesTo(Asked::of_code(rest)?),
            "x" => Choice::NoTo(Asked::of_code(rest)?),
            "n" => Choice::NearestOf(OfficeKind::ALL.into_iter().find(|kind| kind.code() == rest)?),
            "g" => Choice::Place(PlaceId::new(rest)),
            "k" => Choice::HandOut(Link::read(rest)?),
            "rd" => {
                let mut parts = rest.split(':');
                let (kind, event) = (parts.next()?.parse().ok()?, parts.next()?.parse().ok()?);
                let exit = parts.next().filter(|exit| !exit.is_empty());
                Choice::RemindDeadline(kind, event, exit.map(str::parse).transpose().ok()?)
            }
            "ro" => Choice::RemindOffice(OfficeId::new(rest)),
            "at" => Choice::At(DateTime::from_timestamp(rest.parse().ok()?, 0)?),
            "u" => {
                let (id, at) = rest.split_once(':')?;
                Choice::FollowUp(follow_up(id)?, DateTime::from_timestamp(at.parse().ok()?, 0)?)
            }
            "uc" => Choice::Cancel(follow_up(rest)?),
            "um" => Choice::Move(follow_up(rest)?),
            "ud" => Choice::Done(follow_up(rest)?),
            "us" => Choice::Snooze(follow_up(rest)?),
            "cd" => Choice::CallDay(rest.parse().ok()?),
            "ct" => {
                let (page, day) = rest.split_once(':')?;
                Choice::CallTimes(day.parse().ok()?, page.parse().ok()?)
            }
            "w" => Choice::Watch(EntryId::new(rest)),
            "d" => {
                let (id, act) = rest.split_once(':')?;
                Choice::Desk(DeskAct::of_code(act)?, HandOverId(id.parse().ok()?))
            }
            _ => return None,
        })
    }
}

impl Asked {
    const ALL: [Asked; 6] =
        [Asked::Trips, Asked::Citizenship, Asked::LeftBank, Asked::Booking, Asked::Cancel, Asked::Forget];

    fn code(self) -> &'static str {
        match self {
            Asked::Trips => "trips",
            Asked::Citizenship => "citizenship",
            Asked::LeftBank => "left-bank",
            Asked::Booking => "booking",
            Asked::Cancel => "cancel",
            Asked::Forget => "forget",
        }
    }

    fn of_code(code: &str) -> Option<Asked> {
        Asked::ALL.into_iter().find(|asked| asked.code() == code)
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

#[cfg(test)]
mod tests {
    use chrono::NaiveDate;

    use super::*;
    use crate::language::Language;
    use crate::stay::DeadlineKind;

    #[test]
    fn every_button_is_read_back_from_its_short_form() {
        let id = EntryId::new("family-reunification-documents-foreigner");
        let day = NaiveDate::from_ymd_opt(2025, 11, 24).unwrap();
        let at = day.and_hms_opt(7, 30, 0).unwrap().and_utc();
        let with_values = [
            Choice::Entry(id.clone()),
            Choice::EntryPart(id.clone(), 11),
            Choice::Theme(Theme::Family),
            Choice::More(Theme::Stay, 2),
            Choice::Language(Language::Az),
            Choice::Office(OfficeId::new("igi-bucharest-grand-arena")),
            Choice::OfficesOf(id),
            Choice::NearestOf(OfficeKind::IntegrationCentre),
            Choice::Place(PlaceId::new("riscani-district")),
            Choice::HandOut(Link::read("family-reunification-documents-foreigner_az").unwrap()),
            Choice::RemindDeadline(DeadlineKind::PermitLost, day, None),
            Choice::RemindDeadline(DeadlineKind::ReunificationExam, day, Some(day)),
            Choice::RemindOffice(OfficeId::new("oss-balti")),
            Choice::At(at),
            Choice::FollowUp(FollowUpId(i64::MAX), at),
            Choice::Cancel(FollowUpId(1)),
            Choice::Move(FollowUpId(1)),
            Choice::Done(FollowUpId(1)),
            Choice::Snooze(FollowUpId(1)),
            Choice::CallDay(day),
            Choice::CallTimes(day, 2),
            Choice::Watch(EntryId::new("family-reunification-documents-foreigner")),
            Choice::EnteredOn(day),
            Choice::LeftOn(day),
            Choice::YesTo(Asked::Citizenship),
            Choice::NoTo(Asked::LeftBank),
            Choice::Desk(DeskAct::Take, HandOverId(1)),
            Choice::Desk(DeskAct::Answer, HandOverId(1)),
            Choice::Desk(DeskAct::Done, HandOverId(1)),
            Choice::Desk(DeskAct::NotReached, HandOverId(1)),
            Choice::Desk(DeskAct::Move, HandOverId(i64::MAX)),
            Choice::Desk(DeskAct::MoveTo(at), HandOverId(i64::MAX)),
        ];
        for choice in FIXED.into_iter().chain(with_values) {
            let code = choice.code();
            assert!(code.len() <= 64, "{code}");
            assert_eq!(Choice::of_code(&code), Some(choice));
        }
        for strange in ["x:1", "topics:1", "", ":", "y:"] {
            assert_eq!(Choice::of_code(strange), None, "{strange}");
        }
    }
}
