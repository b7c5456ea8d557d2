//! When: the day and the time of a reminder, read from a message, asked for and kept.
//!
//! What is not said anew stays as it was; a time that may be meant in two ways, or that there is not, is asked about.

use chrono::{DateTime, Datelike, Days, Months, NaiveDate, NaiveTime, TimeDelta, Timelike, Utc};

use super::phrase::Phrase;
use super::reply::{Asked, Choice, Part};
use super::{Room, Stage, Turn};
use crate::follow_ups::plan::MORNING;
use crate::follow_ups::{FollowUp, FollowUpId, Subject, What};
use crate::local_time::{day_of, local, moment, time_of};
use crate::message::Unreadable;
use crate::understanding::wishes::{DayPart, How, Repeats, Shift};
use crate::understanding::{Meaning, Quoted};

/// Longer than any office is closed.
const LOOK_AHEAD_DAYS: u64 = 30;

/// What a moment is asked for, and what is known of it.
#[derive(Clone, Debug)]
pub(super) struct Wanted {
    pub subject: Subject,
    /// The promise that gets another time.
    pub moving: Option<FollowUpId>,
    pub day: Option<NaiveDate>,
    pub time: Option<NaiveTime>,
    /// Further days of the same wish, each at the same time.
    pub also: Vec<NaiveDate>,
}

impl Wanted {
    pub(super) fn new(subject: Subject) -> Wanted {
        Wanted { subject, moving: None, day: None, time: None, also: Vec::new() }
    }

    /// Another moment than this one: the day or the time that is not said anew stays.
    pub(super) fn instead_of(subject: Subject, moving: Option<FollowUpId>, at: DateTime<Utc>) -> Wanted {
        let local = local(at);
        Wanted { subject, moving, day: Some(local.date()), time: Some(local.time()), also: Vec::new() }
    }

    fn stage(self) -> Stage {
        let Wanted { subject, moving, day, time, also } = self;
        Stage::When { subject, moving, day, time, also }
    }

    /// The moment, where both its day and its time are known.
    fn moment(&self) -> Option<DateTime<Utc>> {
        Some(moment(self.day?, self.time?))
    }

    /// That moment, and the same time of the further days.
    fn with_others(&self, at: DateTime<Utc>) -> Vec<DateTime<Utc>> {
        let time = time_of(at);
        std::iter::once(at).chain(self.also.iter().map(|day| moment(*day, time))).collect()
    }
}

/// Times to offer in a part of the day.
fn hours_of(part: DayPart) -> [NaiveTime; 3] {
    let first = first_hour(part);
    [0, 1, 2].map(|place| first + TimeDelta::hours(place * if part == DayPart::Afternoon { 2 } else { 1 }))
}

/// When a part of the day begins.
pub(super) fn first_hour(part: DayPart) -> NaiveTime {
    match part {
        DayPart::Afternoon => AFTERNOON,
        DayPart::Evening => EVENING,
    }
}

const AFTERNOON: NaiveTime = NaiveTime::from_hms_opt(13, 0, 0).unwrap();
const EVENING: NaiveTime = NaiveTime::from_hms_opt(18, 0, 0).unwrap();

impl Room<'_> {
    /// Whether the message says when, also when nobody can tell which time is meant.
    pub(super) fn names_a_moment(&self) -> bool {
        let Meaning { ahead, times, from_now, part, impossible_times, .. } = self.meaning;
        let exactly = !ahead.is_empty() || !times.is_empty() || from_now.is_some() || self.shifts_something();
        exactly || part.is_some() || !impossible_times.is_empty()
    }

    /// “An hour later”, where something is there that it may be later than.
    fn shifts_something(&self) -> bool {
        let something = match &self.stage {
            Stage::When { day, time, .. } => day.is_some() && time.is_some(),
            Stage::Booking { .. } => true,
            Stage::Call(wish) => wish.at.is_some() || wish.moving.is_some(),
            _ => self.change_wished().is_some_and(|change| change.how == How::Move),
        };
        self.meaning.shift.is_some() && something
    }

    /// So much later or earlier than a moment as the message says; days and months by the clock on the wall.
    pub(super) fn shifted(&self, from: DateTime<Utc>) -> Option<DateTime<Utc>> {
        shifted_by(self.meaning.shift?, from)
    }

    /// What a moment is being asked for.
    pub(super) fn wanted(&self) -> Wanted {
        match self.stage.clone() {
            Stage::When { subject, moving, day, time, also } => Wanted { subject, moving, day, time, also },
            Stage::Booking { subject, at, also } => {
                let also = also.iter().copied().map(day_of).collect();
                Wanted { also, ..Wanted::instead_of(subject, None, at) }
            }
            _ => Wanted::new(self.note()),
        }
    }

    pub(super) fn ask_when(&self, turn: &mut Turn, wanted: Wanted) {
        let known = wanted.moving.is_some() || wanted.time.is_some();
        turn.say(if known { Phrase::RemindWhenMoving } else { Phrase::RemindWhen });
        turn.offer(self.good_moments(&wanted).into_iter().map(Choice::At));
        turn.memory.stage = wanted.stage();
    }

    /// Moments to offer: when the office opens on the next days, else some mornings, or the time of the day it had.
    fn good_moments(&self, wanted: &Wanted) -> Vec<DateTime<Utc>> {
        let days = (1..=LOOK_AHEAD_DAYS).filter_map(|days| self.situation.today.checked_add_days(Days::new(days)));
        let office = if let Subject::Office { id, .. } = &wanted.subject { self.faq.office(id) } else { None };
        match office.and_then(|office| Some((office.country, office.hours.as_ref()?))) {
            Some((country, hours)) => {
                let open = days.filter(|day| !self.faq.is_holiday(country, *day));
                let opens = open.filter_map(|day| Some(moment(day, hours.on(day.weekday()).first()?.0)));
                opens.take(3).collect()
            }
            None => {
                let time = wanted.time.unwrap_or(MORNING);
                days.enumerate().filter(|(n, _)| [0, 2, 6].contains(n)).map(|(_, day)| moment(day, time)).collect()
            }
        }
    }

    /// A day, a time or both, for a reminder; what is not said stays as it was known. A time that may be meant in two
    /// ways, or that there is not, is asked about.
    pub(super) fn when_said(&self, turn: &mut Turn, wanted: Wanted) {
        self.say_repeats_not(turn);
        if self.days_have_times() && wanted.moving.is_none() {
            turn.say(Phrase::OneAtATime);
        }
        if let Some(at) = wanted.moment().and_then(|from| self.shifted(from)) {
            let shifted = wanted.with_others(at).into_iter().skip(1).filter_map(|other| self.shifted(other));
            let also = shifted.map(day_of).collect();
            return self.at(turn, Wanted { also, ..wanted }, at);
        }
        if let Some(minutes) = self.meaning.from_now {
            return self.at(turn, wanted, self.minutes_from_now(minutes));
        }
        if self.meaning.repeats == Some(Repeats::OnSomeDays) && self.meaning.ahead.is_empty() && wanted.day.is_none() {
            let time = self.meaning.times.first().filter(|time| time.certain).map(|time| time.value);
            return self.ask_when(turn, Wanted { time, ..wanted });
        }
        let mut said = self.days_said().into_iter();
        let (day, wanted) = match said.next() {
            Some(day) => (Some(day), Wanted { also: said.collect(), ..wanted }),
            None => (wanted.day, wanted),
        };
        let time = self.meaning.times.first();
        if let Some(unclear) = self.time_in_doubt() {
            turn.memory.stage = Wanted { day, ..wanted }.stage();
            return turn.say(unclear);
        }
        match (time, self.meaning.part) {
            (None, Some(part)) => self.ask_time_of(turn, Wanted { day, ..wanted }, part),
            (time, _) => {
                let time = time.map(|time| time.value).or(wanted.time).unwrap_or(MORNING);
                let day = day.unwrap_or_else(|| self.next_day_with(time));
                self.at(turn, wanted, moment(day, time));
            }
        }
    }

    /// The days that the message says; of several those of one wish, else the first.
    fn days_said(&self) -> Vec<NaiveDate> {
        // “3 days before 20 December”
        let lead = self.meaning.lead.as_ref().filter(|lead| lead.certain).map_or(0, |lead| u64::from(lead.value));
        let days = match self.meaning.together.as_slice() {
            several if several.is_empty() || self.days_have_times() => {
                self.meaning.ahead.iter().take(1).map(|day| day.value).collect()
            }
            several => several.to_vec(),
        };
        days.into_iter().map(|day| day - Days::new(lead)).collect()
    }

    /// “On Monday at 9 and on Thursday at 10”: which time belongs to which day is not guessed.
    fn days_have_times(&self) -> bool {
        let Meaning { together, times, between, .. } = self.meaning;
        let differ = times.windows(2).any(|pair| pair[0].value != pair[1].value);
        together.len() > 1 && differ && between.is_none()
    }

    /// “Every Monday”: only the next is booked, and that is said.
    pub(super) fn say_repeats_not(&self, turn: &mut Turn) {
        if self.meaning.repeats.is_some() && !turn.says(&Phrase::RepeatsNot) {
            turn.say(Phrase::RepeatsNot);
        }
    }

    /// What to ask about the time of the message: there is no such time, or it may be one of two.
    fn time_in_doubt(&self) -> Option<Phrase> {
        let doubted = |time: &Quoted<NaiveTime>| {
            let quote = time.quote.clone();
            // “Half five” is half past four to some; “7:15” is in the morning or in the evening.
            let is_half = time.value.minute() == 30 && !quote.contains(char::is_numeric);
            let of_two_halves = !is_half && (1..=7).contains(&time.value.hour());
            if of_two_halves { Phrase::TimeUnclear { quote } } else { Phrase::TimeWhich { quote } }
        };
        let time = self.meaning.times.first();
        time.map_or_else(|| self.no_such_time(), |time| (!time.certain).then(|| doubted(time)))
    }

    /// What is written like a time and is none, when nothing else says the time.
    pub(super) fn no_such_time(&self) -> Option<Phrase> {
        let quote = self.meaning.impossible_times.first().filter(|_| self.meaning.times.is_empty())?;
        Some(Phrase::TimeImpossible { quote: quote.clone() })
    }

    /// So many minutes from now, on a full minute.
    pub(super) fn minutes_from_now(&self, minutes: u32) -> DateTime<Utc> {
        let at = self.situation.now() + TimeDelta::minutes(i64::from(minutes));
        at.with_second(0).and_then(|at| at.with_nanosecond(0)).unwrap_or(at)
    }

    /// “In the afternoon”: some times of that part of the day are offered.
    fn ask_time_of(&self, turn: &mut Turn, wanted: Wanted, part: DayPart) {
        let on = |day: NaiveDate| {
            let moments = hours_of(part).into_iter().map(move |time| moment(day, time));
            moments.filter(|at| *at > self.situation.now()).collect::<Vec<_>>()
        };
        let today = self.situation.today;
        let day = wanted.day.unwrap_or(if on(today).is_empty() { today + Days::new(1) } else { today });
        turn.say(Phrase::RemindTimeAsk { day });
        turn.offer(on(day).into_iter().map(Choice::At));
        turn.memory.stage = Wanted { day: Some(day), ..wanted }.stage();
    }

    /// Today when that time is still to come, else tomorrow.
    fn next_day_with(&self, time: NaiveTime) -> NaiveDate {
        let today = self.situation.today;
        if moment(today, time) > self.situation.now() { today } else { today + Days::new(1) }
    }

    /// A moment for a reminder: what was pressed is booked, what was typed is read back first.
    pub(super) fn at(&self, turn: &mut Turn, wanted: Wanted, at: DateTime<Utc>) {
        let ahead = wanted.with_others(at).into_iter().find(|at| *at > self.situation.now());
        if let (true, None, Some(next)) = (at <= self.situation.now(), wanted.moving, ahead) {
            turn.say(Phrase::MomentPassed { at });
            return self.at(turn, wanted, next);
        }
        if at <= self.situation.now() {
            let time = Some(time_of(at));
            turn.memory.stage = Wanted { day: None, time, ..wanted }.stage();
            turn.say(Phrase::TimePassed { at });
            return;
        }
        match wanted.moving {
            Some(id) => self.move_to(turn, id, at),
            None => {
                let moments = wanted.with_others(at);
                self.read_back_reminders(turn, wanted.subject, moments);
            }
        }
    }

    /// Reminders of a subject, read back before they are booked: those that are still to come.
    pub(super) fn read_back_reminders(&self, turn: &mut Turn, subject: Subject, moments: Vec<DateTime<Utc>>) {
        let moments = self.ahead(moments);
        let Some((at, also)) = moments.split_first() else { return turn.say(Phrase::BookingNot) };
        turn.memory.stage = Stage::Booking { subject: subject.clone(), at: *at, also: also.to_vec() };
        turn.say(Phrase::BookingAsk);
        let number = turn.next_follow_up(self.situation);
        let made = |at| FollowUp::new(number, What::Reminder(subject.clone()), at, self.situation.now());
        turn.add(Part::FollowUps(moments.into_iter().map(made).collect()));
        turn.offer([Choice::YesTo(Asked::Booking), Choice::OtherTime, Choice::NoTo(Asked::Booking)]);
    }

    /// Those still to come, in order, each once.
    fn ahead(&self, mut moments: Vec<DateTime<Utc>>) -> Vec<DateTime<Utc>> {
        moments.retain(|at| *at > self.situation.now());
        moments.sort();
        moments.dedup();
        moments
    }

    /// A moment that was pressed, for whatever asked for one.
    pub(super) fn at_pressed(&self, turn: &mut Turn, at: DateTime<Utc>) {
        match self.stage.clone() {
            Stage::When { moving: Some(id), .. } if at > self.situation.now() => self.move_to(turn, id, at),
            Stage::When { moving: None, .. } if at > self.situation.now() => {
                let wanted = self.wanted();
                self.book(turn, wanted.subject.clone(), self.ahead(wanted.with_others(at)));
            }
            Stage::When { .. } => self.at(turn, self.wanted(), at),
            Stage::Call(wish) => self.call_at(turn, wish, at),
            _ => self.unreadable(turn, Unreadable::OldButton),
        }
    }

    pub(super) fn other_time(&self, turn: &mut Turn) {
        match self.stage {
            Stage::Booking { .. } => self.ask_when(turn, self.wanted()),
            _ => self.unreadable(turn, Unreadable::OldButton),
        }
    }
}

/// So much later or earlier than a moment: months and days by the clock on the wall, hours as they pass.
pub(super) fn shifted_by(shift: Shift, from: DateTime<Utc>) -> Option<DateTime<Utc>> {
    let local = local(from);
    let months = Months::new(shift.months.unsigned_abs());
    let date = local.date();
    let date = if shift.months < 0 { date.checked_sub_months(months) } else { date.checked_add_months(months) }?;
    let day = date.checked_add_signed(TimeDelta::try_days(shift.days)?)?;
    moment(day, local.time()).checked_add_signed(TimeDelta::try_minutes(shift.minutes)?)
}
