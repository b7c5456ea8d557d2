//! What was promised: listed, moved, cancelled, ticked off; reminders that follow the trips; what came too late.

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};

use super::menu::MOST_BUTTONS;
use super::moments::Wanted;
use super::phrase::Phrase;
use super::reply::{Choice, Part};
use super::{Effect, Memory, Room, Stage, Turn};
use crate::follow_ups::plan::{MORNING, Plan};
use crate::follow_ups::{FollowUp, FollowUpId, State, Subject, What};
use crate::local_time::{local, moment};

/// A reminder that is put off comes again so much later.
const SNOOZE_HOURS: i64 = 24;

impl Room<'_> {
    /// Promises whose time is to come, and reminders that went out and were not ticked off.
    fn open(&self) -> impl Iterator<Item = &FollowUp> {
        self.situation.follow_ups.iter().filter(|follow_up| matches!(follow_up.state, State::Pending | State::Told))
    }

    pub(super) fn pending(&self) -> impl Iterator<Item = &FollowUp> {
        self.situation.follow_ups.iter().filter(|follow_up| follow_up.is_pending())
    }

    /// Those still to come, in the order in which lists show them.
    pub(super) fn pending_in_order(&self) -> Vec<FollowUp> {
        let mut pending: Vec<FollowUp> = self.pending().cloned().collect();
        pending.sort_by_key(|follow_up| (follow_up.due, follow_up.id));
        pending
    }

    /// What is still to come.
    pub(super) fn follow_ups(&self, turn: &mut Turn) {
        let ahead = self.pending_in_order();
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
        match self.stage {
            Stage::PickingToCancel => return self.cancel(turn, id),
            Stage::PickingToMove { day, time, shift } => return self.move_picked(turn, id, day, time, shift),
            _ => {}
        }
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
    pub(super) fn open_one(&self, turn: &mut Turn, id: FollowUpId) -> Option<FollowUp> {
        let found = self.open().find(|follow_up| follow_up.id == id).cloned();
        if found.is_none() {
            turn.say(Phrase::FollowUpGone);
            turn.offer([Choice::FollowUps, Choice::Topics]);
        }
        found
    }

    pub(super) fn change(&self, turn: &mut Turn, follow_up: FollowUp) -> FollowUp {
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
        let local = local(follow_up.due.max(self.situation.now()));
        let later = local + TimeDelta::hours(SNOOZE_HOURS);
        self.move_to(turn, id, moment(later.date(), later.time()));
    }

    /// Has another moment asked for.
    pub(super) fn move_asked(&self, turn: &mut Turn, id: FollowUpId) {
        let Some(follow_up) = self.open_one(turn, id) else { return };
        match follow_up.what {
            What::Reminder(subject) => self.ask_when(turn, Wanted::instead_of(subject, Some(id), follow_up.due)),
            What::CallBack(_) => self.move_call(turn, id),
        }
    }

    pub(super) fn move_to(&self, turn: &mut Turn, id: FollowUpId, at: DateTime<Utc>) {
        let Some(follow_up) = self.open_one(turn, id) else { return };
        let moved = self.change(turn, FollowUp { due: at, state: State::Pending, ..follow_up });
        self.read_promises(turn, Phrase::Moved, vec![moved]);
    }

    // ---- the last lawful day, when trips change

    pub(super) fn last_day(&self) -> Option<NaiveDate> {
        self.last_day_of(&self.situation.memory)
    }

    /// The last lawful day of the trips that are remembered there, while it is not over.
    pub(super) fn last_day_of(&self, memory: &Memory) -> Option<NaiveDate> {
        let Memory { trips, nationality, .. } = memory;
        let count = (!trips.is_empty()).then(|| self.counted(trips, nationality.as_deref()))??;
        count.last_lawful_day.filter(|day| *day >= self.situation.today)
    }

    pub(super) fn last_day_reminders(&self) -> impl Iterator<Item = &FollowUp> {
        self.pending().filter(|follow_up| follow_up.what == What::Reminder(Subject::LastDay))
    }

    fn drop_last_day_reminders(&self, turn: &mut Turn) {
        for follow_up in self.last_day_reminders().cloned().collect::<Vec<_>>() {
            self.change(turn, FollowUp { state: State::Cancelled, ..follow_up });
        }
    }

    /// Reminders of a last day that is another one now are booked anew: a reminder on the wrong day helps nobody.
    pub(super) fn last_day_changed(&self, turn: &mut Turn) {
        let now = self.last_day_of(&turn.memory);
        let before = self.last_day();
        // The citizenship by which they were booked may have been taken back since: none may come too late.
        let last = now.map(|day| moment(day, MORNING));
        let is_early = |reminder: &FollowUp| last.is_some_and(|last| reminder.due <= last);
        if self.last_day_reminders().next().is_none() || (before == now && self.last_day_reminders().all(is_early)) {
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
