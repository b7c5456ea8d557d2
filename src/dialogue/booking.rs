//! Reminders: asked for, read back with weekday, time and city, and booked.

use chrono::{DateTime, NaiveDate, Utc};

use super::moments::Wanted;
use super::phrase::Phrase;
use super::reply::{Choice, Part};
use super::{CallWish, Effect, Memory, Room, Stage, Turn};
use crate::faq::{DeadlineKind, Entry, EntryId, OfficeId, Talk};
use crate::follow_ups::plan::Plan;
use crate::follow_ups::{FollowUp, Subject, What};
use crate::message::Unreadable;
use crate::stay::{self, Deadline, DeadlineInput};
use crate::understanding::dates::{NamedDate, Role};
use crate::understanding::topics::{Judgement, Verdict};
use crate::understanding::{Meaning, Quoted};

/// More open promises than anybody needs; less than a prank could fill a disk with.
const MOST_PENDING: usize = 20;

/// So few words that nobody understands are no question of their own.
const LITTLE: usize = 3;

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
            _ if self.change_settles(turn, asked) || self.which_settles(turn) || self.time_settles(turn, asked) => {}
            // Of several promises, which was asked.
            (Stage::PickingToCancel | Stage::PickingToMove { .. }, verdict)
                if self.says_little(verdict) || self.names_a_moment() && !verdict.is_answer() =>
            {
                self.pick_again(turn)
            }
            // How to reach her was asked.
            (Stage::Call(CallWish { at: Some(_), by_phone: false, .. }), _) if self.says_how_to_reach() => {
                self.call_reach(turn, self.meaning.by_phone == Some(true))
            }
            (Stage::Call(wish), verdict) if self.goes_on_with_call(wish, verdict) => self.call_said(turn, wish.clone()),
            // Said in passing, or to a question that it does not answer: asked again, with what is known.
            (Stage::Call(wish), Verdict::Talk(Talk::Yes | Talk::Greeting | Talk::Thanks)) => {
                self.call(turn, wish.clone())
            }
            (_, Verdict::Talk(Talk::Remind)) => self.remind_asked(turn),
            // Of a matter that no answer is about: its words alone say nothing of reminders.
            (_, Verdict::Unknown { .. }) if self.asks_for_another(asked) && self.names_a_day_ahead() => {
                self.remind_asked(turn)
            }
            // “Remind me to call” is no wish to be called.
            (_, Verdict::Talk(Talk::CallBack)) if self.meaning.reminds && self.meaning.matter.is_some() => {
                self.remind_asked(turn)
            }
            // A number and a time are no question: somebody shall call.
            (_, verdict) if self.meaning.phone.is_some() && self.names_a_moment() && !verdict.is_answer() => {
                self.call_asked(turn)
            }
            (_, Verdict::Talk(Talk::CallBack)) => self.call_asked(turn),
            _ => return false,
        }
        true
    }

    /// Words about the time of a reminder that was asked for, or read back.
    fn time_settles(&self, turn: &mut Turn, verdict: &Verdict) -> bool {
        let names_a_time = self.names_a_moment() && !self.tells_of_trips();
        match (&self.stage, verdict) {
            // Another matter, not another time for the one before it.
            (Stage::When { .. } | Stage::Booking { .. }, _) if self.asks_for_another(verdict) => {
                self.remind_asked(turn)
            }
            // “No, 3 December”: the one that was read back, and no trip of hers.
            (Stage::When { .. } | Stage::Booking { .. }, _) if self.says_no_to_the_time(verdict) => {
                match self.names_a_moment() {
                    true => self.when_said(turn, self.wanted()),
                    false => self.ask_when(turn, self.wanted()),
                }
            }
            (Stage::When { .. }, _) if names_a_time => self.when_said(turn, self.wanted()),
            (Stage::Booking { .. }, _) if names_a_time && !verdict.is_answer() => self.when_said(turn, self.wanted()),
            // Said in passing, or to a question that it does not answer: asked again, with what is known.
            (
                Stage::When { .. },
                Verdict::Unknown { .. } | Verdict::Talk(Talk::Yes | Talk::Greeting | Talk::Thanks),
            ) => self.ask_when(turn, self.wanted()),
            _ => return false,
        }
        true
    }

    /// “Hm”: nothing that would lead elsewhere.
    fn says_little(&self, verdict: &Verdict) -> bool {
        let short = self.meaning.text.split_whitespace().nth(LITTLE).is_none();
        matches!(verdict, Verdict::Unknown { outside } if short || outside.is_none())
    }

    /// “По телефону”, and no number yet.
    fn says_how_to_reach(&self) -> bool {
        self.meaning.by_phone.is_some() && self.meaning.phone.is_none() && !self.names_a_moment()
    }

    /// With a figure, which may be a day or a time, and with nothing of a border.
    fn says_no_to_the_time(&self, verdict: &Verdict) -> bool {
        let figure = self.meaning.text.contains(|letter: char| letter.is_ascii_digit());
        self.says_no_first() && figure && self.meaning.direction.is_none() && !verdict.is_answer()
    }

    fn asks_for_another(&self, verdict: &Verdict) -> bool {
        self.meaning.reminds && self.meaning.matter.is_some() && !verdict.is_answer()
    }

    /// A day or a time to come, with nothing of days that were.
    fn names_a_day_ahead(&self) -> bool {
        let Meaning { times, ahead, .. } = self.meaning;
        let sure = times.iter().any(|time| time.certain) || ahead.iter().any(|day| day.certain);
        sure && !self.tells_of_trips()
    }

    /// “Came on 3 September, and again on 20 October”: when she came and left is no time for a reminder or a call.
    pub(super) fn tells_of_trips(&self) -> bool {
        let Meaning { stays, dates, .. } = self.meaning;
        let left = |date: &Quoted<NamedDate>| date.value.role == Role::Exit && date.value.date < self.situation.today;
        stays.iter().any(|stay| stay.value.entry < self.situation.today) || dates.iter().any(left)
    }

    /// What she wants to be reminded of, in her words.
    pub(super) fn note(&self) -> Subject {
        Subject::Note { text: self.meaning.matter.clone().unwrap_or_else(|| self.meaning.text.clone()) }
    }

    /// “Remind me …”: on a named day, before the last day when her trips are known, else the day is asked.
    fn remind_asked(&self, turn: &mut Turn) {
        let wanted = Wanted::new(self.note());
        let lead = self.meaning.lead.as_ref().filter(|lead| lead.certain).map(|lead| u64::from(lead.value));
        if self.names_a_moment() {
            self.when_said(turn, wanted);
        } else if self.meaning.repeats.is_some() {
            self.say_repeats_not(turn);
            self.ask_when(turn, wanted);
        } else if self.last_day().is_some() {
            self.remind_of_last_day(turn, lead);
        } else if !self.remind_of_fine_free_day(turn, lead) {
            self.ask_when(turn, wanted);
        }
    }

    /// Of a stay that is too long: reminders of the last day to leave without a fine. False when there is no such day ahead.
    fn remind_of_fine_free_day(&self, turn: &mut Turn, lead: Option<u64>) -> bool {
        let Some((event, day)) = self.fine_free_until(&self.situation.memory) else { return false };
        let now = self.situation.now();
        let plan = lead.map_or_else(|| Plan::of_deadline(day, now), |lead| Plan::before(day, &[lead], now));
        self.book_what_is_new(turn, Subject::Deadline { kind: DeadlineKind::FineFree, event, exit: None }, plan);
        true
    }

    /// Of a stay that is too long: its last lawful day, and the day until which leaving costs no fine.
    pub(super) fn fine_free_until(&self, memory: &Memory) -> Option<(NaiveDate, NaiveDate)> {
        let Memory { trips, nationality, left_bank, .. } = memory;
        let known = !trips.is_empty() && *left_bank != Some(true);
        let count = known.then(|| self.counted(trips, nationality.as_deref()))??;
        let event = count.last_lawful_day.filter(|_| count.overstay_days > 0)?;
        let day = self.due(DeadlineKind::FineFree, event, None)?;
        (day >= self.situation.today).then_some((event, day))
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
            if !self.remind_of_fine_free_day(turn, lead) {
                turn.say(Phrase::NoLastDay);
                turn.offer([Choice::Days, Choice::Topics]);
            }
            return;
        };
        let now = self.situation.now();
        let plan = lead.map_or_else(|| Plan::of_last_day(day, now), |lead| Plan::before(day, &[lead], now));
        self.book_what_is_new(turn, Subject::LastDay, plan);
    }

    /// What is promised already is not promised twice; when all of it is, it is shown.
    fn book_what_is_new(&self, turn: &mut Turn, subject: Subject, mut plan: Plan) {
        let what = What::Reminder(subject.clone());
        let wanted = plan.ahead.len();
        plan.ahead.retain(|at| self.pending().all(|known| known.what != what || known.due != *at));
        if plan.ahead.is_empty() && wanted > 0 {
            return self.follow_ups(turn);
        }
        self.book_plan(turn, subject, plan);
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
                self.book_what_is_new(turn, Subject::Deadline { kind, event, exit }, plan);
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
        self.ask_when(turn, Wanted::new(Subject::Office { id: id.clone(), entry }));
    }
}
