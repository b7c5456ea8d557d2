//! Reminders: booked, read back, moved, cancelled. What is promised is read back with weekday, time and city.

use chrono::{DateTime, Datelike, Days, NaiveDate, TimeDelta, Utc};
use chrono_tz::Europe::Chisinau;

use super::menu::MOST_BUTTONS;
use super::phrase::Phrase;
use super::reply::{Choice, Part};
use super::{Effect, Room, Stage, Turn};
use crate::faq::{DeadlineKind, Entry, EntryId, OfficeId, Talk};
use crate::follow_ups::plan::{MORNING, Plan, moment};
use crate::follow_ups::{FollowUp, FollowUpId, State, Subject, What};
use crate::message::Unreadable;
use crate::stay::{self, Deadline, DeadlineInput};
use crate::understanding::topics::{Judgement, Verdict};

/// More open promises than anybody needs; less than a prank could fill a disk with.
const MOST_PENDING: usize = 20;
/// Longer than any office is closed.
const LOOK_AHEAD_DAYS: u64 = 30;
/// A reminder that is put off comes again so much later.
const SNOOZE_HOURS: i64 = 24;

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
                turn.offer([Choice::Yes, Choice::OtherTime, Choice::No]);
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

    fn book_plan(&self, turn: &mut Turn, subject: Subject, plan: Plan) {
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

    // ---- what was promised

    /// Promises whose time is to come, and reminders that went out and were not ticked off.
    fn open(&self) -> impl Iterator<Item = &FollowUp> {
        self.situation.follow_ups.iter().filter(|follow_up| matches!(follow_up.state, State::Pending | State::Told))
    }

    pub(super) fn pending(&self) -> impl Iterator<Item = &FollowUp> {
        self.situation.follow_ups.iter().filter(|follow_up| follow_up.is_pending())
    }

    /// What is still to come.
    pub(super) fn follow_ups(&self, turn: &mut Turn) {
        let mut ahead: Vec<FollowUp> = self.pending().cloned().collect();
        ahead.sort_by_key(|follow_up| (follow_up.due, follow_up.id));
        if ahead.is_empty() {
            turn.say(Phrase::NoFollowUps);
            turn.offer([Choice::RemindLastDay]);
            turn.offer(self.situation.centre.as_ref().map(|_| Choice::CallBack));
            turn.offer([Choice::Topics]);
            return;
        }
        turn.say(Phrase::FollowUpsHead);
        turn.add(Part::FollowUps(ahead.clone()));
        let button = |follow_up: &FollowUp| Choice::FollowUp(follow_up.id, follow_up.due);
        turn.offer(ahead.iter().take(MOST_BUTTONS).map(button));
    }

    /// One promise, with what can be done about it.
    pub(super) fn follow_up(&self, turn: &mut Turn, id: FollowUpId) {
        let Some(follow_up) = self.open_one(turn, id) else { return };
        turn.add(Part::FollowUps(vec![follow_up.clone()]));
        if follow_up.is_pending() {
            turn.offer([Choice::Move(id), Choice::Cancel(id)]);
        }
        if !follow_up.is_call_back() {
            turn.offer([Choice::Done(id), Choice::Snooze(id)]);
        }
        turn.offer([Choice::FollowUps]);
    }

    /// A promise of hers that is not over; says so when it is none.
    fn open_one(&self, turn: &mut Turn, id: FollowUpId) -> Option<FollowUp> {
        let found = self.open().find(|follow_up| follow_up.id == id).cloned();
        if found.is_none() {
            turn.say(Phrase::FollowUpGone);
            turn.offer([Choice::FollowUps, Choice::Topics]);
        }
        found
    }

    fn change(&self, turn: &mut Turn, follow_up: FollowUp) -> FollowUp {
        let changed = FollowUp { changes: follow_up.changes + 1, ..follow_up };
        turn.effects.push(Effect::Promise(changed.clone()));
        changed
    }

    pub(super) fn cancel(&self, turn: &mut Turn, id: FollowUpId) {
        let Some(follow_up) = self.open_one(turn, id) else { return };
        let cancelled = self.change(turn, FollowUp { state: State::Cancelled, ..follow_up });
        self.read_promises(turn, Phrase::Cancelled, vec![cancelled]);
    }

    pub(super) fn done(&self, turn: &mut Turn, id: FollowUpId) {
        let Some(follow_up) = self.open_one(turn, id).filter(|follow_up| !follow_up.is_call_back()) else { return };
        self.change(turn, FollowUp { state: State::Done, ..follow_up });
        turn.say(Phrase::DoneNoted);
        turn.offer([Choice::FollowUps, Choice::Topics]);
    }

    pub(super) fn snooze(&self, turn: &mut Turn, id: FollowUpId) {
        let Some(follow_up) = self.open_one(turn, id).filter(|follow_up| !follow_up.is_call_back()) else { return };
        // By the clock on the wall: a day later is the same time of the day, also when the clocks change.
        let local = follow_up.due.max(self.situation.now()).with_timezone(&Chisinau).naive_local();
        let later = local + TimeDelta::hours(SNOOZE_HOURS);
        self.move_to(turn, id, moment(later.date(), later.time()));
    }

    /// Has another moment asked for.
    pub(super) fn move_asked(&self, turn: &mut Turn, id: FollowUpId) {
        match self.open_one(turn, id).map(|follow_up| follow_up.what) {
            Some(What::Reminder(subject)) => self.ask_when(turn, subject, Some(id)),
            Some(What::CallBack(_)) => self.move_call(turn, id),
            None => {}
        }
    }

    pub(super) fn move_to(&self, turn: &mut Turn, id: FollowUpId, at: DateTime<Utc>) {
        let Some(follow_up) = self.open_one(turn, id) else { return };
        let moved = self.change(turn, FollowUp { due: at, state: State::Pending, ..follow_up });
        self.read_promises(turn, Phrase::Moved, vec![moved]);
    }

    // ---- the last lawful day, when trips change

    fn last_day(&self) -> Option<NaiveDate> {
        self.last_day_of(&self.situation.memory.trips)
    }

    pub(super) fn last_day_of(&self, trips: &[stay::Visit]) -> Option<NaiveDate> {
        if trips.is_empty() {
            return None;
        }
        let count = self.counted(trips, self.situation.memory.nationality.as_deref())?;
        count.last_lawful_day.filter(|day| *day >= self.situation.today)
    }

    fn last_day_reminders(&self) -> impl Iterator<Item = &FollowUp> {
        self.pending().filter(|follow_up| follow_up.what == What::Reminder(Subject::LastDay))
    }

    fn drop_last_day_reminders(&self, turn: &mut Turn) {
        for follow_up in self.last_day_reminders().cloned().collect::<Vec<_>>() {
            self.change(turn, FollowUp { state: State::Cancelled, ..follow_up });
        }
    }

    /// Reminders of a last day that is another one now are booked anew: a reminder on the wrong day helps nobody.
    pub(super) fn last_day_changed(&self, turn: &mut Turn, trips: &[stay::Visit]) {
        let (before, now) = (self.last_day(), self.last_day_of(trips));
        if before == now || self.last_day_reminders().next().is_none() {
            return;
        }
        self.drop_last_day_reminders(turn);
        match now {
            Some(day) => {
                turn.say(Phrase::RemindersMoved);
                self.book_plan(turn, Subject::LastDay, Plan::of_last_day(day, self.situation.now()));
            }
            None => turn.say(Phrase::RemindersDropped),
        }
    }

    /// What could not be sent in time is said as soon as she is there, and only once.
    pub(super) fn report_missed(&self, turn: &mut Turn) {
        let missed: Vec<FollowUp> =
            self.situation.follow_ups.iter().filter(|follow_up| follow_up.state == State::Missed).cloned().collect();
        if missed.is_empty() || turn.effects.contains(&Effect::Forget) {
            return;
        }
        let told = missed.iter().map(|follow_up| FollowUp { state: State::Told, ..follow_up.clone() });
        turn.effects.extend(told.map(Effect::Promise));
        turn.reply.parts.splice(0..0, [Part::Say(Phrase::RemindersMissed), Part::FollowUps(missed)]);
    }
}
