//! Reminders: asked for, read back with weekday, time and city, and booked.

use chrono::{DateTime, Datelike, Days, NaiveDate, Utc};

use super::phrase::Phrase;
use super::reply::{Asked, Choice, Part};
use super::{Effect, Room, Stage, Turn};
use crate::faq::{DeadlineKind, Entry, EntryId, OfficeId, Talk};
use crate::follow_ups::plan::{MORNING, Plan, moment};
use crate::follow_ups::{FollowUp, FollowUpId, Subject, What};
use crate::message::Unreadable;
use crate::stay::{self, Deadline, DeadlineInput};
use crate::understanding::topics::{Judgement, Verdict};

/// More open promises than anybody needs; less than a prank could fill a disk with.
const MOST_PENDING: usize = 20;
/// Longer than any office is closed.
const LOOK_AHEAD_DAYS: u64 = 30;

/// From now on she is told when that answer changes in meaning.
pub(super) fn watch(entry: &Entry) -> Effect {
    Effect::Watch { entry: entry.id.clone(), meaning: entry.meaning }
}

impl Room<'_> {
    /// Words that answer the question for a time, or ask for a reminder or a call.
    pub(super) fn booking_settles(&self, turn: &mut Turn, judgement: &Judgement) -> bool {
        let asked = &judgement.verdict;
        match (&self.stage, asked) {
            (Stage::When { .. } | Stage::Call(_), Verdict::Talk(Talk::No | Talk::Stop)) => turn.say(Phrase::BookingNot),
            (Stage::When { subject, moving, day }, _) if self.names_a_moment() => {
                self.when_said(turn, subject, *moving, *day)
            }
            (Stage::When { .. }, Verdict::Unknown { .. }) => {
                turn.memory.stage = self.stage.clone();
                turn.say(Phrase::RemindWhen);
            }
            (Stage::Booking { subject, .. }, verdict) if self.names_a_moment() && !verdict.is_answer() => {
                self.when_said(turn, subject, None, None)
            }
            (Stage::Call(wish), verdict) if self.goes_on_with_call(wish, verdict) => self.call_said(turn, wish.clone()),
            (_, Verdict::Talk(Talk::Remind)) => self.remind_asked(turn),
            // A number and a time are no question: somebody shall call.
            (_, verdict) if self.meaning.phone.is_some() && self.names_a_moment() && !verdict.is_answer() => {
                self.call_asked(turn)
            }
            (_, Verdict::Talk(Talk::CallBack)) => self.call_asked(turn),
            _ => return false,
        }
        true
    }

    fn names_a_moment(&self) -> bool {
        !self.meaning.ahead.is_empty() || !self.meaning.times.is_empty()
    }

    /// “Remind me …”: on a named day, before the last day when her trips are known, else the day is asked.
    fn remind_asked(&self, turn: &mut Turn) {
        let note = Subject::Note { text: self.meaning.text.clone() };
        let lead = self.meaning.lead.as_ref().filter(|lead| lead.certain).map(|lead| u64::from(lead.value));
        if self.names_a_moment() {
            self.when_said(turn, &note, None, None);
        } else if self.last_day().is_some() {
            self.remind_of_last_day(turn, lead);
        } else {
            self.ask_when(turn, note, None);
        }
    }

    pub(super) fn ask_when(&self, turn: &mut Turn, subject: Subject, moving: Option<FollowUpId>) {
        turn.say(Phrase::RemindWhen);
        turn.offer(self.good_moments(&subject).into_iter().map(Choice::At));
        turn.memory.stage = Stage::When { subject, moving, day: None };
    }

    /// Moments to offer: when the office opens on the next days, else some mornings.
    fn good_moments(&self, subject: &Subject) -> Vec<DateTime<Utc>> {
        let days = (1..=LOOK_AHEAD_DAYS).filter_map(|days| self.situation.today.checked_add_days(Days::new(days)));
        let office = if let Subject::Office { id, .. } = subject { self.faq.office(id) } else { None };
        match office.and_then(|office| Some((office.country, office.hours.as_ref()?))) {
            Some((country, hours)) => {
                let open = days.filter(|day| !self.faq.is_holiday(country, *day));
                let opens = open.filter_map(|day| Some(moment(day, hours.on(day.weekday()).first()?.0)));
                opens.take(3).collect()
            }
            None => {
                days.enumerate().filter(|(n, _)| [0, 2, 6].contains(n)).map(|(_, day)| moment(day, MORNING)).collect()
            }
        }
    }

    /// A day, a time or both, for a reminder. A time that may be meant in two ways is asked about.
    fn when_said(&self, turn: &mut Turn, subject: &Subject, moving: Option<FollowUpId>, known: Option<NaiveDate>) {
        let stage = |day| Stage::When { subject: subject.clone(), moving, day };
        let day = self.meaning.ahead.first().map(|day| day.value).or(known);
        match self.meaning.times.first() {
            Some(time) if !time.certain => {
                turn.memory.stage = stage(day);
                turn.say(Phrase::TimeUnclear { quote: time.quote.clone() });
            }
            time => {
                let time = time.map_or(MORNING, |time| time.value);
                let day = day.unwrap_or_else(|| self.next_day_with(time));
                self.at(turn, subject, moving, moment(day, time));
            }
        }
    }

    /// Today when that time is still to come, else tomorrow.
    fn next_day_with(&self, time: chrono::NaiveTime) -> NaiveDate {
        let today = self.situation.today;
        if moment(today, time) > self.situation.now() { today } else { today + Days::new(1) }
    }

    /// A moment for a reminder: what was pressed is booked, what was typed is read back first.
    fn at(&self, turn: &mut Turn, subject: &Subject, moving: Option<FollowUpId>, at: DateTime<Utc>) {
        if at <= self.situation.now() {
            turn.memory.stage = Stage::When { subject: subject.clone(), moving, day: None };
            turn.say(Phrase::TimePassed { at });
            return;
        }
        match moving {
            Some(id) => self.move_to(turn, id, at),
            None => {
                turn.memory.stage = Stage::Booking { subject: subject.clone(), at };
                let what = What::Reminder(subject.clone());
                turn.say(Phrase::BookingAsk);
                let number = turn.next_follow_up(self.situation);
                turn.add(Part::FollowUps(vec![FollowUp::new(number, what, at, self.situation.now())]));
                turn.offer([Choice::YesTo(Asked::Booking), Choice::OtherTime, Choice::NoTo(Asked::Booking)]);
            }
        }
    }

    /// A moment that was pressed, for whatever asked for one.
    pub(super) fn at_pressed(&self, turn: &mut Turn, at: DateTime<Utc>) {
        match self.stage.clone() {
            Stage::When { moving: Some(id), .. } if at > self.situation.now() => self.move_to(turn, id, at),
            Stage::When { subject, moving: None, .. } if at > self.situation.now() => {
                self.book(turn, subject, vec![at]);
            }
            Stage::When { subject, moving, .. } => self.at(turn, &subject, moving, at),
            Stage::Call(wish) => self.call_at(turn, wish, at),
            _ => self.unreadable(turn, Unreadable::OldButton),
        }
    }

    pub(super) fn other_time(&self, turn: &mut Turn) {
        match self.stage.clone() {
            Stage::Booking { subject, .. } => self.ask_when(turn, subject, None),
            _ => self.unreadable(turn, Unreadable::OldButton),
        }
    }

    /// Promises reminders of a subject, and reads them back.
    pub(super) fn book(&self, turn: &mut Turn, subject: Subject, moments: Vec<DateTime<Utc>>) {
        if self.pending().count() + moments.len() > MOST_PENDING {
            turn.say(Phrase::TooManyFollowUps { most: MOST_PENDING as i64 });
            turn.offer([Choice::FollowUps]);
            return;
        }
        let promised: Vec<FollowUp> = moments
            .into_iter()
            .map(|at| {
                let id = turn.next_follow_up(self.situation);
                let made = FollowUp::new(id, What::Reminder(subject.clone()), at, self.situation.now());
                turn.effects.push(Effect::Promise(made.clone()));
                made
            })
            .collect();
        let entry = self.entry_of(&subject).and_then(|id| self.faq.entry(&id));
        turn.effects.extend(entry.map(watch));
        self.read_promises(turn, Phrase::Booked, promised);
    }

    /// The answer that a reminder rests on: a change of it is told.
    fn entry_of(&self, subject: &Subject) -> Option<EntryId> {
        match subject {
            Subject::Office { entry, .. } => entry.clone(),
            Subject::Deadline { kind, .. } => {
                let has = |entry: &&Entry| entry.deadline.is_some_and(|deadline| deadline.kind == *kind);
                self.faq.entries().iter().find(has).map(|entry| entry.id.clone())
            }
            Subject::LastDay | Subject::Note { .. } => None,
        }
    }

    pub(super) fn read_promises(&self, turn: &mut Turn, head: Phrase, follow_ups: Vec<FollowUp>) {
        turn.say(head);
        turn.add(Part::FollowUps(follow_ups.clone()));
        turn.add(Part::Calendar { follow_ups, at: self.situation.now() });
        turn.offer([Choice::FollowUps, Choice::Topics]);
    }

    /// Reminders of the last lawful day; by default 15 and 3 days before it, and on the day.
    pub(super) fn remind_of_last_day(&self, turn: &mut Turn, lead: Option<u64>) {
        if self.situation.memory.trips.is_empty() {
            return self.days(turn);
        }
        let Some(day) = self.last_day() else {
            turn.say(Phrase::NoLastDay);
            turn.offer([Choice::Days, Choice::Topics]);
            return;
        };
        let now = self.situation.now();
        let mut plan = lead.map_or_else(|| Plan::of_last_day(day, now), |lead| Plan::before(day, &[lead], now));
        let known = plan.ahead.len();
        plan.ahead.retain(|at| self.last_day_reminders().all(|reminder| reminder.due != *at));
        if plan.ahead.is_empty() && known > 0 {
            return self.follow_ups(turn);
        }
        self.book_plan(turn, Subject::LastDay, plan);
    }

    pub(super) fn book_plan(&self, turn: &mut Turn, subject: Subject, plan: Plan) {
        for at in plan.past {
            turn.say(Phrase::MomentPassed { at });
        }
        if plan.ahead.is_empty() {
            turn.say(Phrase::NoMomentLeft);
            turn.offer([Choice::FollowUps, Choice::Topics]);
        } else {
            self.book(turn, subject, plan.ahead);
        }
    }

    pub(super) fn remind_of_deadline(
        &self,
        turn: &mut Turn,
        kind: DeadlineKind,
        event: NaiveDate,
        exit: Option<NaiveDate>,
    ) {
        match self.due(kind, event, exit) {
            Some(day) => {
                let plan = Plan::of_deadline(day, self.situation.now());
                self.book_plan(turn, Subject::Deadline { kind, event, exit }, plan);
            }
            None => self.unreadable(turn, Unreadable::OldButton),
        }
    }

    /// The day to be reminded of: the last on which an office is open, where it must be.
    pub(super) fn due(&self, kind: DeadlineKind, event: NaiveDate, exit: Option<NaiveDate>) -> Option<NaiveDate> {
        let law = self.faq.stay_law(event).ok()?;
        let input = DeadlineInput { event: Some(event), exit, ..DeadlineInput::default() };
        match stay::deadline(kind, &input, &law, &self.faq.holidays).ok()? {
            Deadline::Due { due } => Some(due),
            Deadline::Office { due, office_day } => Some(due.min(office_day)),
            Deadline::Return { earliest_return } => Some(earliest_return),
            _ => None,
        }
    }

    pub(super) fn remind_of_office(&self, turn: &mut Turn, id: &OfficeId) {
        if self.faq.office(id).is_none() {
            return self.unreadable(turn, Unreadable::OldButton);
        }
        let entry = self.situation.memory.about.clone();
        self.ask_when(turn, Subject::Office { id: id.clone(), entry }, None);
    }
}
