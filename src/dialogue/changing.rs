//! Wishes in words about what was promised: “cancel my call”, “move it to Monday”, “cancel all reminders”.
//!
//! With one promise that can be meant it is moved at once and cancelled after one yes; of several, which is asked.

use chrono::{NaiveDate, NaiveTime};

use super::menu::MOST_BUTTONS;
use super::moments::{Wanted, shifted_by};
use super::phrase::Phrase;
use super::reply::{Asked, Choice, Part};
use super::{CallWish, Room, Stage, Turn};
use crate::faq::Talk;
use crate::follow_ups::{FollowUp, FollowUpId, State, What};
use crate::local_time::{local, moment};
use crate::understanding::Meaning;
use crate::understanding::topics::Verdict;
use crate::understanding::wishes::{Change, How, Nth, Promised, Shift};

impl Room<'_> {
    /// A wish to move or cancel, for what was just asked about or for what was promised.
    pub(super) fn change_settles(&self, turn: &mut Turn, verdict: &Verdict) -> bool {
        if self.meaning.shift.is_some() && self.some_of_those_read_back(turn, How::Move) {
            return true;
        }
        let Some(change) = self.change_wished() else { return false };
        let moment = self.names_a_moment();
        let of_a_list = !self.meaning.nths.is_empty();
        match (&self.stage, change.how) {
            (_, How::Cancel) if self.some_of_those_read_back(turn, How::Cancel) => {}
            (Stage::Booking { .. } | Stage::When { .. }, How::Move)
                if change.of != Some(Promised::Call) && !of_a_list =>
            {
                if moment {
                    self.when_said(turn, self.wanted())
                } else {
                    self.ask_when(turn, self.wanted())
                }
            }
            (Stage::Booking { .. } | Stage::When { moving: None, .. }, How::Cancel)
                if change.of != Some(Promised::Call) && !change.all && !of_a_list =>
            {
                turn.say(Phrase::BookingNot);
            }
            (Stage::When { .. } | Stage::Call(_), How::Cancel) if change.bare && !change.all => {
                turn.say(Phrase::BookingNot);
            }
            // “Don't call me”, before any call is booked.
            (Stage::Call(_), How::Cancel) if change.of == Some(Promised::Call) && self.open_call().is_none() => {
                turn.say(Phrase::BookingNot);
            }
            (Stage::Call(wish), How::Move) if change.bare && moment => self.call_said(turn, wish.clone()),
            // “Delete everything” is more than what was promised, “delete the first” is one of it; and trips are changed,
            // too.
            (stage, _) if change.bare && !may_mean_promises(stage) => return false,
            (_, _) if change.bare && !of_a_list && *verdict == Verdict::Talk(Talk::Forget) => return false,
            _ => return self.change_promises(turn, change),
        }
        true
    }

    /// “The second an hour later”, “not the second”, of several that were read back and are not booked yet: those that are
    /// left are read back again.
    fn some_of_those_read_back(&self, turn: &mut Turn, how: How) -> bool {
        let Stage::Booking { subject, at, also } = &self.stage else { return false };
        if also.is_empty() || self.meaning.nths.is_empty() {
            return false;
        }
        let mut moments = [vec![*at], also.clone()].concat();
        let named: Vec<usize> = self.meaning.nths.iter().filter_map(|nth| place(*nth, moments.len())).collect();
        match how {
            How::Move => {
                for at in moments.iter_mut().enumerate().filter(|(place, _)| named.contains(place)).map(|(_, at)| at) {
                    *at = self.shifted(*at).unwrap_or(*at);
                }
            }
            How::Cancel => {
                let mut place = 0..moments.len();
                moments.retain(|_| place.next().is_some_and(|place| !named.contains(&place)));
            }
        }
        self.read_back_reminders(turn, subject.clone(), moments);
        true
    }

    /// What is wished; another time, right after a promise was read back, moves it.
    pub(super) fn change_wished(&self) -> Option<Change> {
        let shown = self.stage == Stage::Open && self.situation.memory.offered.contains(&Choice::FollowUps);
        let another = Change { how: How::Move, of: None, all: false, bare: true };
        self.meaning.change.or_else(|| (shown && self.meaning.another_time).then_some(another))
    }

    fn change_promises(&self, turn: &mut Turn, change: Change) -> bool {
        let is_meant = |follow_up: &FollowUp| match change.of {
            Some(Promised::Call) => follow_up.is_call_back(),
            Some(Promised::Reminder) => !follow_up.is_call_back(),
            None => true,
        };
        let mut meant = self.pending_in_order();
        meant.retain(is_meant);
        if !self.meaning.nths.is_empty() && !meant.is_empty() {
            match self.those_named(&meant) {
                Some(named) => meant = named,
                None => {
                    self.pick(turn, &meant, change.how);
                    return true;
                }
            }
        }
        match (meant.as_slice(), change.how) {
            ([], _) if change.bare && self.meaning.nths.is_empty() => return false,
            ([], _) if change.of == Some(Promised::Call) => self.no_call_booked(turn),
            ([], _) => self.follow_ups(turn),
            (several, How::Cancel) if !self.meaning.nths.is_empty() => self.cancel_ask(turn, several.to_vec()),
            ([one], How::Move) => self.move_said(turn, one),
            ([_], How::Cancel) => self.cancel_ask(turn, meant),
            (_, How::Cancel) if change.all => self.cancel_ask(turn, meant),
            (several, how) => self.pick(turn, several, how),
        }
        true
    }

    /// Those of a list that the message names by their places; `None` when there is no such place, or when “the second
    /// reminder” is another one among all that was promised than among the reminders.
    fn those_named(&self, meant: &[FollowUp]) -> Option<Vec<FollowUp>> {
        let all = self.pending_in_order();
        let mut named: Vec<FollowUp> = Vec::new();
        for nth in &self.meaning.nths {
            let one = meant.get(place(*nth, meant.len())?)?;
            let among_all = all.get(place(*nth, all.len())?);
            if among_all.is_none_or(|other| other.id != one.id) {
                return None;
            }
            if named.iter().all(|other| other.id != one.id) {
                named.push(one.clone());
            }
        }
        Some(named)
    }

    /// “The second one”, to a list that was shown.
    pub(super) fn which_settles(&self, turn: &mut Turn) -> bool {
        let asked = matches!(self.stage, Stage::Open | Stage::PickingToCancel | Stage::PickingToMove { .. });
        if !asked || !self.meaning.only_which {
            return false;
        }
        let shown = self.list_shown();
        let named = self.meaning.nths.iter().map(|nth| shown.get(place(*nth, shown.len())?).copied());
        let named: Option<Vec<FollowUpId>> = named.collect();
        match (named.as_deref(), &self.stage) {
            (Some([one]), _) => self.follow_up(turn, *one),
            (Some(several), Stage::PickingToCancel) => self.cancel_these(turn, several),
            _ => return false,
        }
        true
    }

    /// The list under which the last buttons stood: there are fewer of them than a list may have lines.
    fn list_shown(&self) -> Vec<FollowUpId> {
        let buttons = self.situation.memory.offered.iter().filter_map(|choice| match choice {
            Choice::FollowUp(id, _) => Some(*id),
            _ => None,
        });
        let buttons: Vec<FollowUpId> = buttons.collect();
        let of = |wanted: fn(&FollowUp) -> bool| -> Vec<FollowUpId> {
            self.pending_in_order().iter().filter(|follow_up| wanted(follow_up)).map(|follow_up| follow_up.id).collect()
        };
        let lists = [of(|_| true), of(|follow_up| !follow_up.is_call_back()), of(FollowUp::is_call_back)];
        lists.into_iter().find(|list| list.starts_with(&buttons)).unwrap_or(buttons)
    }

    /// Neither is one booked now: she may have said that nobody shall call.
    fn no_call_booked(&self, turn: &mut Turn) {
        turn.say(Phrase::NoCallBooked);
        if self.pending().next().is_some() {
            self.follow_ups(turn);
        } else {
            turn.offer([Choice::Topics]);
        }
    }

    /// Which one is asked again; what was said of the time is kept, unless another time is said.
    pub(super) fn pick_again(&self, turn: &mut Turn) {
        let how = if self.stage == Stage::PickingToCancel { How::Cancel } else { How::Move };
        self.pick(turn, &self.pending_in_order(), how);
        if !self.names_a_moment() {
            turn.memory.stage = self.stage.clone();
        }
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
            How::Move => (Stage::PickingToMove { day, time, shift: self.meaning.shift }, Phrase::WhichToMove),
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
    pub(super) fn move_picked(
        &self,
        turn: &mut Turn,
        id: FollowUpId,
        day: Option<NaiveDate>,
        time: Option<NaiveTime>,
        shift: Option<Shift>,
    ) {
        if day.is_none() && time.is_none() && shift.is_none() {
            return self.move_asked(turn, id);
        }
        let Some(follow_up) = self.open_one(turn, id) else { return };
        let due = local(follow_up.due);
        let there = moment(day.unwrap_or(due.date()), time.unwrap_or(due.time()));
        let at = shift.and_then(|shift| shifted_by(shift, follow_up.due)).unwrap_or(there);
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
        let mut meant = self.pending_in_order();
        meant.retain(|follow_up| ids.contains(&follow_up.id));
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

/// Where one of so many stands, from 0.
fn place(nth: Nth, of: usize) -> Option<usize> {
    match nth {
        Nth::Place(place) => place.checked_sub(1),
        Nth::Last => of.checked_sub(1),
    }
}
