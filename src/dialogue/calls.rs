//! Calls by the call centre: a day, a free half hour, a way to reach the person; what is missing is asked.

use chrono::{DateTime, NaiveDate, NaiveTime, TimeDelta, Utc};

use super::menu::{self, MOST_BUTTONS};
use super::moments::first_hour;
use super::phrase::Phrase;
use super::reply::{Choice, Part};
use super::{CallWish, Effect, Room, Stage, Turn};
use crate::call_centre::Slots;
use crate::faq::Talk;
use crate::follow_ups::{FollowUp, FollowUpId, Reach, State, What};
use crate::local_time::{day_of, local, moment, time_of};
use crate::message::Unreadable;
use crate::understanding::topics::Verdict;
use crate::understanding::wishes::DayPart;

/// Half hours on a page: one button less, for “More”.
const PAGE: usize = MOST_BUTTONS - 1;

impl Room<'_> {
    pub(super) fn slots(&self) -> Option<Slots<'_>> {
        let centre = self.situation.centre.as_deref()?;
        let (holidays, full) = (&self.faq.holidays, self.situation.full.as_slice());
        Some(Slots { centre, holidays, full, now: self.situation.bookable_from() })
    }

    /// “Call me back”, with as much as the message tells.
    pub(super) fn call_asked(&self, turn: &mut Turn) {
        if self.meaning.judgement.is_none() || self.slots().is_none() {
            return self.call(turn, CallWish::default());
        }
        self.call_said(turn, CallWish::default());
    }

    pub(super) fn goes_on_with_call(&self, wish: &CallWish, verdict: &Verdict) -> bool {
        let missing_number = wish.by_phone && !verdict.is_answer();
        if self.tells_of_trips() && self.meaning.phone.is_none() {
            return false;
        }
        self.names_a_moment()
            || self.meaning.phone.is_some()
            || missing_number
            || matches!(verdict, Verdict::Unknown { .. } | Verdict::Talk(Talk::CallBack))
    }

    /// Takes day, time and number out of a message; what it does not say stays as it was known.
    pub(super) fn call_said(&self, turn: &mut Turn, mut wish: CallWish) {
        wish.phone = self.meaning.phone.as_ref().map(|phone| phone.value.clone()).or(wish.phone);
        if let Some(no_time) = self.no_such_time() {
            turn.memory.stage = Stage::Call(self.with_said_day(wish));
            return turn.say(no_time);
        }
        if wish.by_phone && wish.phone.is_none() && !self.names_a_moment() {
            turn.memory.stage = Stage::Call(wish);
            turn.say(Phrase::PhoneUnclear);
            turn.add(Part::PhoneButton);
            return;
        }
        let at = self.call_moment(&wish);
        let wish = CallWish { at, ..self.with_said_day(wish) };
        match (self.meaning.part, wish.at) {
            (Some(part), None) => self.call_times_in(turn, wish, part),
            _ => self.call(turn, wish),
        }
    }

    fn with_said_day(&self, wish: CallWish) -> CallWish {
        CallWish { day: self.meaning.ahead.first().map(|day| day.value).or(wish.day), ..wish }
    }

    /// The moment that the message and what was known before come to.
    fn call_moment(&self, wish: &CallWish) -> Option<DateTime<Utc>> {
        let moved = wish.moving.and_then(|id| self.situation.follow_ups.iter().find(|known| known.id == id));
        let known = wish.at.or(moved.map(|call| call.due)).map(local);
        let said = self.meaning.ahead.first().map(|day| day.value);
        let day = said.or(wish.day).or(known.map(|known| known.date()));
        if let Some(from) = wish.at.or(moved.map(|call| call.due))
            && let Some(at) = self.shifted(from)
        {
            return Some(at);
        }
        if let Some(minutes) = self.meaning.from_now {
            return self.free_from(self.minutes_from_now(minutes));
        }
        if let Some(span) = self.meaning.between {
            return self.free_between(day, span);
        }
        match (self.meaning.times.first(), day) {
            (Some(time), Some(day)) => Some(self.in_hours(day, time.value, time.certain)),
            (Some(time), None) => self.next_at(time.value, time.certain),
            (None, _) if self.meaning.part.is_some() => None,
            (None, _) => said.map_or(wish.at, |said| Some(self.in_hours(said, known?.time(), true))),
        }
    }

    /// The first free half hour from a moment on.
    fn free_from(&self, from: DateTime<Utc>) -> Option<DateTime<Utc>> {
        let slots = self.slots()?;
        slots.days().flat_map(|day| slots.on(day)).find(|at| *at >= from)
    }

    /// The first free half hour between two times of a day, or of the first day that has one; else the first of the two.
    fn free_between(&self, day: Option<NaiveDate>, (from, until): (NaiveTime, NaiveTime)) -> Option<DateTime<Utc>> {
        let slots = self.slots()?;
        let days: Vec<NaiveDate> = day.map_or_else(|| slots.days().collect(), |day| vec![day]);
        let certain = self.meaning.times.first().is_none_or(|time| time.certain);
        let free = |from: NaiveTime, until: NaiveTime| {
            let within = |at: &DateTime<Utc>| (from..until).contains(&time_of(*at));
            days.iter().flat_map(|day| slots.on(*day)).find(within)
        };
        let later = || free(from + TimeDelta::hours(12), until + TimeDelta::hours(12)).filter(|_| !certain);
        free(from, until).or_else(later).or_else(|| Some(moment(*days.first()?, from)))
    }

    /// The free half hours of a part of a day.
    fn call_times_in(&self, turn: &mut Turn, wish: CallWish, part: DayPart) {
        let Some(slots) = self.slots() else { return self.no_calls_here(turn) };
        let from = first_hour(part);
        let Some(day) = wish.day.or_else(|| slots.days().next()) else { return self.none_free(turn) };
        let free = slots.on(day);
        match free.iter().position(|at| time_of(*at) >= from) {
            Some(first) => self.offer_times(turn, wish, day, &free, first),
            None => self.call(turn, CallWish { at: Some(moment(day, from)), ..wish }),
        }
    }

    fn offer_times(&self, turn: &mut Turn, wish: CallWish, day: NaiveDate, free: &[DateTime<Utc>], first: usize) {
        turn.memory.stage = Stage::Call(CallWish { day: Some(day), at: None, ..wish });
        turn.say(Phrase::CallTimeAsk { day });
        turn.offer(free.iter().skip(first).take(PAGE).copied().map(Choice::At));
        if free.len() > first + PAGE {
            turn.offer([Choice::CallTimes(day, (first + PAGE) / PAGE)]);
        }
    }

    /// “At 3” to a call centre that works from 8 to 17 is 15:00.
    fn in_hours(&self, day: NaiveDate, time: NaiveTime, certain: bool) -> DateTime<Utc> {
        let said = moment(day, time);
        let afternoon = time + TimeDelta::hours(12);
        let other = moment(day, afternoon);
        let free = |at: DateTime<Utc>| self.slots().is_some_and(|slots| slots.is_free(at));
        if !certain && !free(said) && free(other) { other } else { said }
    }

    /// A time without a day: the first day on which it is free.
    fn next_at(&self, time: NaiveTime, certain: bool) -> Option<DateTime<Utc>> {
        let slots = self.slots()?;
        let at = slots.days().map(|day| self.in_hours(day, time, certain)).find(|at| slots.is_free(*at));
        at.or_else(|| Some(self.in_hours(self.situation.today, time, certain)))
    }

    /// Goes on with what is known: asks for the day, the half hour, the way to reach her.
    pub(super) fn call(&self, turn: &mut Turn, wish: CallWish) {
        let Some(slots) = self.slots() else { return self.no_calls_here(turn) };
        if let (None, Some(open)) = (wish.moving, self.open_call()) {
            turn.say(Phrase::CallAlready);
            turn.add(Part::FollowUps(vec![open.clone()]));
            turn.offer([Choice::Move(open.id), Choice::Cancel(open.id), Choice::Topics]);
            return;
        }
        match (wish.at, wish.day) {
            (Some(at), _) if slots.is_free(at) => self.call_at(turn, wish, at),
            (Some(at), _) => {
                let day = day_of(at);
                turn.say(Phrase::CallTaken { at });
                self.call_times(turn, CallWish { at: None, ..wish }, day, 0);
            }
            (None, Some(day)) => self.call_times(turn, wish, day, 0),
            (None, None) => self.call_days(turn, wish),
        }
    }

    /// Without a call centre in the settings nobody would call: its own numbers are told.
    fn no_calls_here(&self, turn: &mut Turn) {
        turn.say(Phrase::NoCallsHere);
        turn.add(Part::Contacts(menu::contact_ids()));
        turn.offer([Choice::Topics, Choice::NearestOffice]);
    }

    pub(super) fn open_call(&self) -> Option<&FollowUp> {
        let open = |follow_up: &&FollowUp| matches!(follow_up.state, State::Pending | State::Told);
        self.situation.follow_ups.iter().filter(|follow_up| follow_up.is_call_back()).find(open)
    }

    fn call_days(&self, turn: &mut Turn, wish: CallWish) {
        let days: Vec<NaiveDate> = self.slots().iter().flat_map(|slots| slots.days().take(PAGE)).collect();
        if days.is_empty() {
            return self.none_free(turn);
        }
        turn.memory.stage = Stage::Call(wish);
        turn.say(Phrase::CallDayAsk);
        turn.offer(days.into_iter().map(Choice::CallDay));
    }

    fn none_free(&self, turn: &mut Turn) {
        turn.say(Phrase::NoneFree);
        turn.add(Part::Contacts(menu::contact_ids()));
        turn.offer([Choice::Topics]);
    }

    /// The free half hours of a day; of one without any, those of the next day that has some.
    pub(super) fn call_times(&self, turn: &mut Turn, wish: CallWish, day: NaiveDate, page: usize) {
        let Some(slots) = self.slots() else { return self.no_calls_here(turn) };
        let free = slots.on(day);
        let next = || slots.days().find(|other| *other > day).or_else(|| slots.days().next());
        if free.is_empty() {
            return match next() {
                Some(next) => {
                    turn.say(Phrase::DayFull { day });
                    self.call_times(turn, wish, next, 0)
                }
                None => self.none_free(turn),
            };
        }
        self.offer_times(turn, wish, day, &free, page * PAGE);
    }

    /// A day or a page of times that was pressed.
    pub(super) fn call_day_pressed(&self, turn: &mut Turn, day: NaiveDate, page: usize) {
        let wish = if let Stage::Call(wish) = &self.stage { wish.clone() } else { CallWish::default() };
        self.call_times(turn, wish, day, page);
    }

    pub(super) fn call_at(&self, turn: &mut Turn, wish: CallWish, at: DateTime<Utc>) {
        if !self.slots().is_some_and(|slots| slots.is_free(at)) {
            return self.call(turn, CallWish { at: Some(at), ..wish });
        }
        let moved = wish.moving.and_then(|id| self.situation.follow_ups.iter().find(|known| known.id == id));
        if let Some(FollowUp { what: What::CallBack(reach), .. }) = moved {
            return self.book_call(turn, wish.moving, at, reach.clone());
        }
        if let Some(number) = wish.phone {
            return self.book_call(turn, wish.moving, at, Reach::Phone(number));
        }
        turn.memory.stage = Stage::Call(CallWish { at: Some(at), by_phone: false, ..wish });
        turn.say(Phrase::CallReachAsk { at });
        turn.offer([Choice::CallByChat, Choice::CallByPhone]);
    }

    /// How to reach her was pressed.
    pub(super) fn call_reach(&self, turn: &mut Turn, by_phone: bool) {
        let Stage::Call(CallWish { at: Some(at), moving, .. }) = self.stage.clone() else {
            return self.call(turn, CallWish::default());
        };
        if by_phone {
            turn.memory.stage = Stage::Call(CallWish { at: Some(at), by_phone, moving, ..CallWish::default() });
            turn.say(Phrase::PhoneAsk);
            turn.add(Part::PhoneButton);
        } else {
            self.book_call(turn, moving, at, Reach::Chat);
        }
    }

    /// Her own number, shared by the button that asks for it.
    pub(super) fn phone_shared(&self, turn: &mut Turn) {
        let number = self.meaning.phone.as_ref().map(|phone| phone.value.clone());
        match (self.stage.clone(), number) {
            (Stage::Call(CallWish { at: Some(at), moving, .. }), Some(number)) => {
                self.book_call(turn, moving, at, Reach::Phone(number))
            }
            _ => self.unreadable(turn, Unreadable::Contact),
        }
    }

    /// Books, or moves what is booked; a half hour that was taken in the meantime is said to be.
    fn book_call(&self, turn: &mut Turn, moving: Option<FollowUpId>, at: DateTime<Utc>, reach: Reach) {
        if !self.slots().is_some_and(|slots| slots.is_free(at)) {
            let day = Some(day_of(at));
            // Her number is not asked for twice.
            let phone = if let Reach::Phone(number) = reach { Some(number) } else { None };
            return self.call(turn, CallWish { day, at: Some(at), moving, phone, ..CallWish::default() });
        }
        match moving {
            Some(id) => self.move_to(turn, id, at),
            None if self.open_call().is_some() => self.call(turn, CallWish::default()),
            None => {
                let id = turn.next_follow_up(self.situation);
                let made = FollowUp::new(id, What::CallBack(reach), at, self.situation.now());
                turn.effects.push(Effect::Promise(made.clone()));
                self.read_promises(turn, Phrase::CallBooked, vec![made]);
            }
        }
    }

    pub(super) fn move_call(&self, turn: &mut Turn, id: FollowUpId) {
        self.call_days(turn, CallWish { moving: Some(id), ..CallWish::default() });
    }
}
