//! Wishes in words about what was promised: “cancel my call”, “move it to Monday”, “cancel all reminders”.
//!
//! With one promise that can be meant it is moved at once and cancelled after one yes; of several, which is asked.

use chrono::{NaiveDate, NaiveTime};
use chrono_tz::Europe::Chisinau;

use super::menu::MOST_BUTTONS;
use super::moments::Wanted;
use super::phrase::Phrase;
use super::reply::{Asked, Choice, Part};
use super::{CallWish, Room, Stage, Turn};
use crate::faq::Talk;
use crate::follow_ups::plan::moment;
use crate::follow_ups::{FollowUp, FollowUpId, State, What};
use crate::understanding::Meaning;
use crate::understanding::topics::Verdict;
use crate::understanding::wishes::{Change, How, Promised};

impl Room<'_> {
    /// A wish to move or cancel, for what was just asked about or for what was promised.
    pub(super) fn change_settles(&self, turn: &mut Turn, verdict: &Verdict) -> bool {
        let Some(change) = self.meaning.change else { return false };
        let moment = self.names_a_moment();
        match (&self.stage, change.how) {
            (Stage::Booking { .. } | Stage::When { .. }, How::Move) if change.of != Some(Promised::Call) => {
                if moment {
                    self.when_said(turn, self.wanted())
                } else {
                    self.ask_when(turn, self.wanted())
                }
            }
            (Stage::Booking { .. } | Stage::When { moving: None, .. }, How::Cancel)
                if change.of != Some(Promised::Call) && !change.all =>
            {
                turn.say(Phrase::BookingNot);
            }
            (Stage::When { .. } | Stage::Call(_), How::Cancel) if change.bare && !change.all => {
                turn.say(Phrase::BookingNot);
            }
            (Stage::Call(wish), How::Move) if change.bare && moment => self.call_said(turn, wish.clone()),
            // “Delete everything” is more than what was promised; and trips are changed, too.
            (stage, _) if change.bare && (!may_mean_promises(stage) || *verdict == Verdict::Talk(Talk::Forget)) => {
                return false;
            }
            _ => return self.change_promises(turn, change),
        }
        true
    }

    fn change_promises(&self, turn: &mut Turn, change: Change) -> bool {
        let is_meant = |follow_up: &&FollowUp| match change.of {
            Some(Promised::Call) => follow_up.is_call_back(),
            Some(Promised::Reminder) => !follow_up.is_call_back(),
            None => true,
        };
        let mut meant: Vec<FollowUp> = self.pending().filter(is_meant).cloned().collect();
        meant.sort_by_key(|follow_up| (follow_up.due, follow_up.id));
        match (meant.as_slice(), change.how) {
            ([], _) if change.bare => return false,
            ([], _) => self.follow_ups(turn),
            ([one], How::Move) => self.move_said(turn, one),
            ([_], How::Cancel) => self.cancel_ask(turn, meant),
            (_, How::Cancel) if change.all => self.cancel_ask(turn, meant),
            (several, how) => self.pick(turn, several, how),
        }
        true
    }

    /// Which of several is meant; the day and the time that were said are kept.
    fn pick(&self, turn: &mut Turn, several: &[FollowUp], how: How) {
        // What is in doubt is asked for once it is known which is meant.
        let Meaning { times, ahead, from_now, part, impossible_times, .. } = self.meaning;
        let doubtful = from_now.is_some() || part.is_some() || !impossible_times.is_empty();
        let time = times.first().filter(|time| time.certain && !doubtful).map(|time| time.value);
        let in_doubt = doubtful || (time.is_none() && !times.is_empty());
        let day = ahead.first().filter(|_| !in_doubt).map(|day| day.value);
        let (stage, question) = match how {
            How::Cancel => (Stage::PickingToCancel, Phrase::WhichToCancel),
            How::Move => (Stage::PickingToMove { day, time }, Phrase::WhichToMove),
        };
        turn.memory.stage = stage;
        turn.say(question);
        turn.add(Part::FollowUps(several.to_vec()));
        let button = |follow_up: &FollowUp| Choice::FollowUp(follow_up.id, follow_up.due);
        turn.offer(several.iter().take(MOST_BUTTONS).map(button));
    }

    /// The only one that can be meant is moved to where the message says.
    fn move_said(&self, turn: &mut Turn, follow_up: &FollowUp) {
        match &follow_up.what {
            _ if !self.names_a_moment() => self.move_asked(turn, follow_up.id),
            What::Reminder(subject) => {
                self.when_said(turn, Wanted::instead_of(subject.clone(), Some(follow_up.id), follow_up.due))
            }
            What::CallBack(_) => {
                self.call_said(turn, CallWish { moving: Some(follow_up.id), ..CallWish::default() });
            }
        }
    }

    /// The one that was chosen is moved to where was said before.
    pub(super) fn move_picked(&self, turn: &mut Turn, id: FollowUpId, day: Option<NaiveDate>, time: Option<NaiveTime>) {
        if day.is_none() && time.is_none() {
            return self.move_asked(turn, id);
        }
        let Some(follow_up) = self.open_one(turn, id) else { return };
        let due = follow_up.due.with_timezone(&Chisinau).naive_local();
        let at = moment(day.unwrap_or(due.date()), time.unwrap_or(due.time()));
        match follow_up.what {
            What::Reminder(subject) => self.at(turn, Wanted::instead_of(subject, Some(id), follow_up.due), at),
            What::CallBack(_) => {
                self.call(turn, CallWish { at: Some(at), moving: Some(id), ..CallWish::default() });
            }
        }
    }

    fn cancel_ask(&self, turn: &mut Turn, meant: Vec<FollowUp>) {
        turn.say(if meant.len() == 1 { Phrase::CancelAsk } else { Phrase::CancelAllAsk });
        turn.memory.stage = Stage::Cancelling { ids: meant.iter().map(|follow_up| follow_up.id).collect() };
        turn.add(Part::FollowUps(meant));
        turn.offer([Choice::YesTo(Asked::Cancel), Choice::NoTo(Asked::Cancel)]);
    }

    /// Cancels those that are still to come.
    pub(super) fn cancel_these(&self, turn: &mut Turn, ids: &[FollowUpId]) {
        let mut meant: Vec<FollowUp> =
            self.pending().filter(|follow_up| ids.contains(&follow_up.id)).cloned().collect();
        meant.sort_by_key(|follow_up| (follow_up.due, follow_up.id));
        if meant.is_empty() {
            turn.say(Phrase::FollowUpGone);
            return turn.offer([Choice::FollowUps, Choice::Topics]);
        }
        let cancel = |follow_up: FollowUp| self.change(turn, FollowUp { state: State::Cancelled, ..follow_up });
        let cancelled = meant.into_iter().map(cancel).collect();
        self.read_promises(turn, Phrase::Cancelled, cancelled);
    }
}

/// Whether “move it” can mean a promise: where nothing is asked, or something about promises.
fn may_mean_promises(stage: &Stage) -> bool {
    matches!(stage, Stage::Open | Stage::PickingToCancel | Stage::PickingToMove { .. } | Stage::Cancelling { .. })
}
