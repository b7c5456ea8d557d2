//! The call centre: where its staff sit, and when a person can be called back.
//!
//! Pure arithmetic on half hours of Chișinău time. Which half hours are taken is brought by the caller.

use std::str::FromStr;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, TimeDelta, Utc, Weekday};
use serde::{Deserialize, Serialize};

use crate::faq::{Hours, Opening};
use crate::follow_ups::{FollowUp, FollowUpId, Reach, State, What};
use crate::language::Language;
use crate::local_time::{day_of, local, moment, time_of};
use crate::message::StaffId;
use crate::stay::Holidays;

/// A call lasts no longer.
const SLOT_MINUTES: i64 = 30;
/// Calls are booked no further ahead.
const LONGEST_AHEAD: u64 = 30;

/// The call centre, as the settings describe it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallCentre {
    /// Its chat at Telegram, a group or a private one: whoever writes there is staff.
    pub chat: i64,
    /// Staff members who may act from their own private chats, too.
    pub staff: Vec<StaffId>,
    /// The language of its messages.
    pub language: Language,
    pub hours: CallHours,
    /// So many people are called in the same half hour.
    pub at_once: u32,
    /// Nobody is called sooner than this after booking.
    pub lead: TimeDelta,
    /// What waits longer than this is brought to the staff's mind again.
    pub patience: TimeDelta,
}

/// The number of a matter; never given twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct HandOverId(pub i64);

/// A person's matter in the hands of the call centre. It has a number and no name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct HandOver {
    pub id: HandOverId,
    /// The call that was booked; without one it is a conversation.
    pub call: Option<FollowUp>,
    /// The person's language.
    pub language: Language,
    pub state: HandOverState,
    /// Who took it.
    pub holder: Option<StaffId>,
    /// Since when it is in this state.
    pub since: DateTime<Utc>,
}

/// How it stands with a matter. Before the first state and after the last it is the bot's.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum HandOverState {
    /// Nobody has taken it yet.
    Waiting,
    /// A staff member has it; of a conversation: the bot is silent.
    Human,
    Closed,
}

impl HandOverState {
    /// Its name in the database.
    pub fn code(self) -> &'static str {
        match self {
            HandOverState::Waiting => "waiting",
            HandOverState::Human => "human",
            HandOverState::Closed => "closed",
        }
    }

    pub fn of_code(code: &str) -> Option<HandOverState> {
        [HandOverState::Waiting, HandOverState::Human, HandOverState::Closed]
            .into_iter()
            .find(|state| state.code() == code)
    }
}

impl HandOver {
    /// Whether words go to and fro in the person's chat: always, but for a call by phone, and for one by messages
    /// whose time has not come.
    pub fn is_conversation(&self) -> bool {
        let by_messages = |call: &FollowUp| call.what == What::CallBack(Reach::Chat) && call.state == State::Told;
        self.call.as_ref().is_none_or(by_messages)
    }

    /// The call it is about.
    pub fn call_id(&self) -> Option<FollowUpId> {
        self.call.as_ref().map(|call| call.id)
    }
}

/// When people are called, by day of the week; on public holidays nobody is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct CallHours(pub Hours);

impl CallCentre {
    /// How long it was open between two moments.
    pub fn open_time(&self, from: DateTime<Utc>, to: DateTime<Utc>, holidays: &Holidays) -> TimeDelta {
        let days = day_of(from).iter_days().take_while(|day| *day <= day_of(to));
        let spans = days.filter(|day| holidays.on(*day).is_none()).flat_map(|day| {
            let spans = self.hours.0.on(day.weekday());
            spans.iter().map(move |(begin, end)| (moment(day, *begin), moment(day, *end)))
        });
        spans.map(|(begin, end)| (end.min(to) - begin.max(from)).max(TimeDelta::zero())).sum()
    }
}

/// What may be chosen for a call.
#[derive(Clone, Copy, Debug)]
pub struct Slots<'a> {
    pub centre: &'a CallCentre,
    pub holidays: &'a Holidays,
    /// Half hours in which nobody else can be called.
    pub full: &'a [DateTime<Utc>],
    pub now: DateTime<Utc>,
}

impl Slots<'_> {
    /// The beginnings of the free half hours of a day, in order.
    pub fn on(&self, day: NaiveDate) -> Vec<DateTime<Utc>> {
        let closed = self.holidays.on(day).is_some();
        let spans = if closed { &[] } else { self.centre.hours.0.on(day.weekday()) };
        let starts = spans.iter().flat_map(|(from, until)| half_hours(*from, *until));
        let earliest = self.now + self.centre.lead;
        // When clocks go forward an hour of the night is left out, and no call begins in it.
        let existing = starts.map(|time| (time, moment(day, time))).filter(|(time, at)| time_of(*at) == *time);
        existing.map(|(_, at)| at).filter(|at| *at >= earliest && !self.full.contains(at)).collect()
    }

    /// Days with a free half hour, from today on.
    pub fn days(&self) -> impl Iterator<Item = NaiveDate> {
        let today = day_of(self.now);
        let days = (0..=LONGEST_AHEAD).filter_map(move |days| today.checked_add_days(Days::new(days)));
        days.filter(|day| !self.on(*day).is_empty())
    }

    /// Whether somebody can be called then.
    pub fn is_free(&self, at: DateTime<Utc>) -> bool {
        let day = day_of(at);
        let ahead = (day - day_of(self.now)).num_days();
        (0..=LONGEST_AHEAD as i64).contains(&ahead) && self.on(day).contains(&at)
    }

    /// How it is with the call centre now.
    pub fn opening(&self) -> Opening {
        self.centre.hours.0.at(local(self.now), |day| self.holidays.on(day).is_some())
    }
}

/// The beginnings of the half hours that lie whole between two times.
fn half_hours(from: NaiveTime, until: NaiveTime) -> impl Iterator<Item = NaiveTime> {
    let room = (until - from).num_minutes() / SLOT_MINUTES;
    (0..room).map(move |slot| from + TimeDelta::minutes(slot * SLOT_MINUTES))
}

/// The hours are not written as they should be.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no line of hours; write for example: mon-fri 08:00-12:00 13:00-17:00; sat 09:00-12:00")]
pub struct NoHours(String);

impl FromStr for CallHours {
    type Err = NoHours;

    fn from_str(written: &str) -> Result<CallHours, NoHours> {
        let error = || NoHours(written.to_string());
        let mut hours = Hours::default();
        for line in written.split(';').map(str::trim).filter(|line| !line.is_empty()) {
            let mut words = line.split_whitespace();
            let days = words.next().and_then(weekdays).ok_or_else(error)?;
            let spans: Vec<(NaiveTime, NaiveTime)> = words.map(span).collect::<Option<_>>().ok_or_else(error)?;
            if spans.is_empty() || spans.windows(2).any(|pair| pair[0].1 > pair[1].0) {
                return Err(error());
            }
            for day in days {
                hours.week[day] = spans.clone();
            }
        }
        if hours.week.iter().all(Vec::is_empty) { Err(error()) } else { Ok(CallHours(hours)) }
    }
}

/// `mon` or `mon-fri`, as places in the week.
fn weekdays(written: &str) -> Option<std::ops::RangeInclusive<usize>> {
    let place = |name: &str| Some(name.parse::<Weekday>().ok()?.num_days_from_monday() as usize);
    let (first, last) = written.split_once('-').unwrap_or((written, written));
    let (first, last) = (place(first)?, place(last)?);
    (first <= last).then_some(first..=last)
}

/// `08:00-12:00`
fn span(written: &str) -> Option<(NaiveTime, NaiveTime)> {
    let time = |written: &str| NaiveTime::parse_from_str(written, "%H:%M").ok();
    let (from, until) = written.split_once('-')?;
    let (from, until) = (time(from)?, time(until)?);
    (from < until).then_some((from, until))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::faq::{Faq, Source};

    fn centre(hours: &str) -> CallCentre {
        let minutes = TimeDelta::minutes;
        CallCentre {
            chat: -1,
            staff: vec![],
            language: Language::Ro,
            hours: hours.parse().unwrap(),
            at_once: 1,
            lead: minutes(60),
            patience: minutes(30),
        }
    }

    fn at(written: &str) -> DateTime<Utc> {
        DateTime::parse_from_rfc3339(written).unwrap().to_utc()
    }

    /// The free half hours of a day, in Chișinău time.
    fn free(centre: &CallCentre, now: &str, full: &[&str], day: &str) -> Vec<String> {
        let faq = Faq::load(&Source::BuiltIn).unwrap();
        let full: Vec<_> = full.iter().map(|slot| at(slot)).collect();
        let slots = Slots { centre, holidays: &faq.holidays, full: &full, now: at(now) };
        let local = |at: DateTime<Utc>| time_of(at).format("%H:%M").to_string();
        slots.on(day.parse().unwrap()).into_iter().map(local).collect()
    }

    #[test]
    fn half_hours_keep_out_of_breaks_the_lead_time_what_is_full_and_holidays() {
        let centre = centre("mon-fri 08:00-09:15 13:00-14:00");
        let early = "2025-11-20T00:00:00Z";
        assert_eq!(free(&centre, early, &[], "2025-11-24"), ["08:00", "08:30", "13:00", "13:30"]);
        assert_eq!(free(&centre, early, &["2025-11-24T06:30:00Z"], "2025-11-24"), ["08:00", "13:00", "13:30"]);
        assert_eq!(free(&centre, "2025-11-24T10:31:00Z", &[], "2025-11-24"), [""; 0]);
        assert_eq!(free(&centre, "2025-11-24T10:30:00Z", &[], "2025-11-24"), ["13:30"]);
        assert_eq!(free(&centre, early, &[], "2025-11-23"), [""; 0], "a Sunday");
        assert_eq!(free(&centre, early, &[], "2026-01-01"), [""; 0], "a holiday");
    }

    #[test]
    fn a_half_hour_keeps_its_local_time_when_the_clocks_change() {
        let centre = centre("mon-sun 08:00-08:30");
        let faq = Faq::load(&Source::BuiltIn).unwrap();
        let slots = Slots { centre: &centre, holidays: &faq.holidays, full: &[], now: at("2026-03-20T00:00:00Z") };
        let utc = |day: &str| slots.on(day.parse().unwrap());
        assert_eq!(utc("2026-03-28"), [at("2026-03-28T06:00:00Z")]);
        assert_eq!(utc("2026-03-29"), [at("2026-03-29T05:00:00Z")]);
        assert!(slots.is_free(at("2026-03-29T05:00:00Z")) && !slots.is_free(at("2026-03-29T06:00:00Z")));
    }

    #[test]
    fn days_are_those_with_a_free_half_hour() {
        let centre = centre("mon 08:00-08:30; fri 08:00-08:30");
        let faq = Faq::load(&Source::BuiltIn).unwrap();
        let slots = Slots { centre: &centre, holidays: &faq.holidays, full: &[], now: at("2025-11-22T10:00:00Z") };
        let days: Vec<String> = slots.days().take(3).map(|day| day.to_string()).collect();
        assert_eq!(days, ["2025-11-24", "2025-11-28", "2025-12-01"]);
    }

    #[test]
    fn hours_that_cannot_be_read_are_refused_with_an_example() {
        for written in ["", "mon", "mo-fri 08:00-12:00 x", "fri-mon 08:00-09:00", "mon 12:00-08:00", "mon 8-12"] {
            assert!(written.parse::<CallHours>().is_err(), "{written}");
        }
        let overlapping = "mon 08:00-12:00 11:00-13:00".parse::<CallHours>();
        assert!(overlapping.unwrap_err().to_string().contains("for example"));
        assert!("mon-fri 08:00-12:00 13:00-17:00; sat 09:00-12:00".parse::<CallHours>().is_ok());
    }
}
