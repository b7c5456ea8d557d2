//! The call centre: a person's matter goes to its staff, is worked on there, and comes back to the bot.
//!
//! A matter has a number and no name. Who is staff is known by number alone, never by words; which matter an answer
//! of theirs is about is known from the message that it answers.

use std::sync::Arc;

use chrono::{DateTime, NaiveDate, NaiveDateTime, Utc};

use super::menu;
use super::phrase::Phrase;
use super::reply::{Choice, DeskAct, Part, Reply};
use super::{Effect, Memory, Room, Turn};
use crate::call_centre::{CallCentre, HandOver, HandOverId, HandOverState, Slots};
use crate::faq::{EntryId, Faq, Opening};
use crate::follow_ups::{FollowUp, State};
use crate::local_time::{day_of, moment};
use crate::message::{Said, StaffId};
use crate::understanding::Act;
use crate::understanding::act::slash;

/// So many other times are shown for a call.
const TIMES_SHOWN: usize = 6;
/// So many matters have a button under the list.
const BUTTONS_OF_QUEUE: usize = 6;

// ---- the person's side

impl Room<'_> {
    /// While a staff member has the conversation, words go there and the bot is silent but for commands and buttons;
    /// while nobody has taken it, they go there, too, and the bot answers what it can.
    pub(super) fn goes_to_staff(&self, turn: &mut Turn) -> bool {
        let Some(matter) = &self.situation.hand_over else { return false };
        let has_it = matter.state == HandOverState::Human;
        let words = matches!(self.meaning.act, Act::Words) || (has_it && matches!(self.meaning.act, Act::Number(_)));
        if !words {
            return false;
        }
        let reply = relayed(matter, self.meaning.text.clone(), self.situation.memory.about.clone());
        turn.effects.push(Effect::TellDesk { about: matter.id, reply });
        if has_it {
            turn.memory.stage = self.stage.clone();
        } else {
            turn.say(Phrase::PassedOn);
        }
        has_it
    }

    /// “Talk to a person here”.
    pub(super) fn hand_over(&self, turn: &mut Turn) {
        if self.situation.hand_over.is_some() {
            turn.say(Phrase::HandedOverAlready);
            turn.offer([Choice::BackToBot]);
            return;
        }
        let Some(slots) = self.slots() else { return menu::call_centre(turn, false) };
        let matter = HandOver {
            id: HandOverId(self.situation.next.hand_over),
            call: None,
            language: turn.language,
            state: HandOverState::Waiting,
            holder: None,
            since: self.situation.now(),
        };
        turn.say(match opens(&slots) {
            Some(opens) => Phrase::HandedOverClosed { at: opens },
            None => Phrase::HandedOver,
        });
        turn.offer([Choice::BackToBot]);
        let reply = arrived(&matter, self.situation.memory.about.clone());
        turn.effects.push(Effect::HandOver(matter.clone()));
        turn.effects.push(Effect::TellDesk { about: matter.id, reply });
    }

    pub(super) fn back_to_bot(&self, turn: &mut Turn) {
        if let Some(matter) = &self.situation.hand_over {
            let say = Phrase::DeskReturned { number: matter.id.0 };
            turn.effects.push(Effect::HandOver(HandOver { state: HandOverState::Closed, ..matter.clone() }));
            turn.effects.extend(matter.call.as_ref().map(over));
            turn.effects.push(Effect::TellDesk { about: matter.id, reply: Reply::say(say) });
        }
        turn.say(Phrase::BackToBot);
        turn.offer(menu::main());
    }
}

/// A call that took place.
fn over(call: &FollowUp) -> Effect {
    Effect::Promise(FollowUp { state: State::Done, changes: call.changes + 1, ..call.clone() })
}

/// When the call centre opens, when it is closed now.
fn opens(slots: &Slots<'_>) -> Option<DateTime<Utc>> {
    match slots.opening() {
        Opening::Open { .. } => None,
        Opening::Break { until } => {
            let today = day_of(slots.now);
            Some(moment(today, until))
        }
        Opening::Closed { opens } => opens.map(|opens: NaiveDateTime| moment(opens.date(), opens.time())),
    }
}

// ---- what the staff read

/// A new matter.
pub fn arrived(matter: &HandOver, about: Option<EntryId>) -> Reply {
    let head = Phrase::DeskNew { number: matter.id.0, language: matter.language };
    let mut reply = Reply { parts: vec![Part::Say(head)], choices: vec![] };
    reply.parts.extend(matter.call.iter().map(|call| Part::FollowUps(vec![call.clone()])));
    reply.choices = buttons(matter);
    reply.choices.extend(about.map(Choice::Entry));
    reply
}

/// What the person wrote.
fn relayed(matter: &HandOver, text: String, about: Option<EntryId>) -> Reply {
    let head = Phrase::DeskRelayed { number: matter.id.0, language: matter.language };
    let mut choices = buttons(matter);
    choices.extend(about.map(Choice::Entry));
    Reply { parts: vec![Part::Say(head), Part::Quote(text)], choices }
}

/// A call whose half hour begins.
pub fn call_now(matter: &HandOver) -> Reply {
    let mut reply = arrived(matter, None);
    reply.parts[0] = Part::Say(Phrase::DeskCallNow { number: matter.id.0, language: matter.language });
    reply
}

/// A matter that waits too long.
pub fn still_waiting(matter: &HandOver) -> Reply {
    let mut reply = arrived(matter, None);
    reply.parts[0] = Part::Say(Phrase::DeskStillWaiting { number: matter.id.0, language: matter.language });
    reply
}

/// A call that its person changed.
pub fn call_changed(matter: &HandOver, call: &FollowUp) -> Reply {
    let number = matter.id.0;
    let cancelled = call.state == State::Cancelled;
    let head = if cancelled { Phrase::DeskCallCancelled { number } } else { Phrase::DeskCallMoved { number } };
    let choices = if cancelled { vec![] } else { buttons(matter) };
    Reply { parts: vec![Part::Say(head), Part::FollowUps(vec![call.clone()])], choices }
}

/// A person who had everything about her deleted.
pub fn forgotten(matter: &HandOver) -> Reply {
    Reply::say(Phrase::DeskForgotten { number: matter.id.0 })
}

/// What the person reads when nobody took her matter in time.
pub fn nobody_yet(matter: &HandOver) -> Reply {
    let say = if matter.call.is_some() { Phrase::CallLate } else { Phrase::NobodyYet };
    let choices = if matter.call.is_some() { vec![Choice::CallCentre] } else { vec![Choice::BackToBot] };
    Reply { parts: vec![Part::Say(say), Part::Contacts(menu::contact_ids())], choices }
}

fn buttons(matter: &HandOver) -> Vec<Choice> {
    let acts: &[DeskAct] = match (matter.state, &matter.call) {
        (HandOverState::Closed, _) => &[],
        (HandOverState::Waiting, None) => &[DeskAct::Take, DeskAct::Answer, DeskAct::Done],
        (HandOverState::Human, None) => &[DeskAct::Answer, DeskAct::Done],
        (HandOverState::Waiting, Some(_)) => &[DeskAct::Take, DeskAct::Done, DeskAct::NotReached, DeskAct::Move],
        (HandOverState::Human, Some(_)) => &[DeskAct::Answer, DeskAct::Done, DeskAct::NotReached, DeskAct::Move],
    };
    acts.iter().map(|act| Choice::Desk(*act, matter.id)).collect()
}

// ---- the staff's side

/// All that a decision about something a staff member did may need.
#[derive(Clone, Debug, PartialEq)]
pub struct DeskSituation {
    pub staff: StaffId,
    /// When it is decided: a message may have waited while we were away.
    pub now: DateTime<Utc>,
    /// The day in Chișinău.
    pub today: NaiveDate,
    pub centre: Arc<CallCentre>,
    /// Half hours in which nobody else can be called.
    pub full: Vec<DateTime<Utc>>,
    /// The matter that the button or the answered message is about.
    pub on: Option<HandOver>,
    /// The message answers one of ours.
    pub answers: bool,
    /// It is said in the call centre's group, where nothing else is talked about with us.
    pub in_group: bool,
    /// Matters that are not closed, oldest first.
    pub open: Vec<HandOver>,
}

/// A slash command of the staff.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum StaffCommand {
    Queue,
    Link,
    HandOver,
    HandOvers,
    Numbers,
}

impl StaffCommand {
    /// All of them with their names, in the order of Telegram's menu.
    pub const ALL: [(StaffCommand, &'static str); 5] = [
        (StaffCommand::Queue, "queue"),
        (StaffCommand::Link, "link"),
        (StaffCommand::HandOver, "handover"),
        (StaffCommand::HandOvers, "handovers"),
        (StaffCommand::Numbers, "numbers"),
    ];

    /// The command at the beginning of a text (`/queue@our_bot`, too), and the words after it.
    pub fn of(text: &str) -> Option<(StaffCommand, &str)> {
        let (name, rest) = slash(text)?;
        let (command, _) = StaffCommand::ALL.into_iter().find(|(_, known)| name.eq_ignore_ascii_case(known))?;
        Some((command, rest))
    }
}

/// What follows from what a staff member did; `None` when it is not said to the call centre.
pub fn at_desk(situation: &DeskSituation, said: &Said, faq: &Faq) -> Option<Turn> {
    let mut desk = Desk { situation, faq, turn: empty(situation.centre.language) };
    match said {
        Said::Text(text) if matches!(StaffCommand::of(text), Some((StaffCommand::Queue, _))) => desk.queue(),
        Said::Text(text) if situation.answers && !text.trim_start().starts_with('/') => desk.write(text),
        Said::Choice(Choice::Desk(act, _)) => desk.act(*act),
        Said::Choice(Choice::Entry(id)) if situation.in_group => desk.read_out(id),
        _ => return None,
    }
    Some(desk.turn)
}

fn empty(language: crate::language::Language) -> Turn {
    Turn { memory: Memory::default(), language, reply: Reply::default(), effects: Vec::new() }
}

struct Desk<'a> {
    situation: &'a DeskSituation,
    faq: &'a Faq,
    turn: Turn,
}

impl Desk<'_> {
    fn queue(&mut self) {
        let open = &self.situation.open;
        if open.is_empty() {
            return self.turn.say(Phrase::DeskQueueEmpty);
        }
        self.turn.say(Phrase::DeskQueue { count: open.len() as i64 });
        for matter in open {
            let (number, language, since) = (matter.id.0, matter.language, matter.since);
            self.turn.say(match matter.state {
                HandOverState::Human => Phrase::DeskQueueTaken { number, language, since },
                _ => Phrase::DeskQueueWaiting { number, language, since },
            });
            self.turn.reply.parts.extend(matter.call.iter().map(|call| Part::FollowUps(vec![call.clone()])));
        }
        let waiting = open.iter().filter(|matter| matter.state == HandOverState::Waiting).take(BUTTONS_OF_QUEUE);
        self.turn.offer(waiting.map(|matter| Choice::Desk(DeskAct::Take, matter.id)));
    }

    /// The answer that the person of a matter read last, for the staff to look at.
    fn read_out(&mut self, id: &EntryId) {
        match self.faq.entry(id) {
            Some(entry) => self.turn.add(Part::Answer(entry.id.clone())),
            None => self.turn.say(Phrase::OldButton),
        }
    }

    fn act(&mut self, act: DeskAct) {
        let Some(matter) = self.matter() else { return };
        let number = matter.id.0;
        match act {
            DeskAct::Take if matter.state == HandOverState::Human => self.turn.say(Phrase::DeskTakenAlready { number }),
            DeskAct::Take => {
                let taken = self.take(matter);
                self.turn.say(Phrase::DeskTaken { number });
                self.turn.offer(buttons(&taken));
            }
            DeskAct::Answer => self.turn.say(Phrase::DeskAnswerHow { number }),
            DeskAct::Done => self.done(matter),
            DeskAct::NotReached => self.not_reached(matter),
            DeskAct::Move => self.move_asked(&matter),
            DeskAct::MoveTo(at) => self.move_to(matter, at),
        }
    }

    /// The matter, if it is known and not closed; else says so.
    fn matter(&mut self) -> Option<HandOver> {
        match &self.situation.on {
            Some(matter) if matter.state != HandOverState::Closed => return Some(matter.clone()),
            Some(matter) => self.turn.say(Phrase::DeskClosedAlready { number: matter.id.0 }),
            None => self.turn.say(Phrase::DeskNotKnown),
        }
        None
    }

    fn take(&mut self, matter: HandOver) -> HandOver {
        let taken = HandOver { state: HandOverState::Human, holder: Some(self.situation.staff), ..matter };
        if taken.is_conversation() {
            self.tell(&taken, Reply { parts: vec![Part::Say(Phrase::StaffJoined)], choices: vec![Choice::BackToBot] });
        }
        self.turn.effects.push(Effect::HandOver(taken.clone()));
        taken
    }

    fn tell(&mut self, matter: &HandOver, reply: Reply) {
        self.turn.effects.push(Effect::TellPerson { about: matter.id, reply });
    }

    /// Words for the person; who writes before anybody took the matter takes it.
    fn write(&mut self, text: &str) {
        let Some(matter) = self.matter() else { return };
        let waits = matter.state == HandOverState::Waiting;
        let matter = if waits { self.take(matter) } else { matter };
        let parts = vec![Part::Say(Phrase::StaffSays), Part::Quote(text.to_string())];
        let choices = if matter.is_conversation() { vec![Choice::BackToBot] } else { vec![] };
        self.tell(&matter, Reply { parts, choices });
        self.turn.say(Phrase::DeskSent { number: matter.id.0 });
    }

    fn done(&mut self, matter: HandOver) {
        let closed = HandOver { state: HandOverState::Closed, holder: Some(self.situation.staff), ..matter };
        if closed.is_conversation() {
            self.tell(&closed, Reply { parts: vec![Part::Say(Phrase::StaffLeft)], choices: menu::main() });
        }
        self.turn.effects.extend(closed.call.as_ref().map(over));
        self.turn.say(Phrase::DeskDone { number: closed.id.0 });
        self.turn.effects.push(Effect::HandOver(closed));
    }

    /// She is told, and may choose another time; the matter stays with the staff.
    fn not_reached(&mut self, matter: HandOver) {
        let Some(call) = matter.call.clone() else { return self.turn.say(Phrase::DeskNoCall { number: matter.id.0 }) };
        let parts = vec![Part::Say(Phrase::CallNotReached), Part::FollowUps(vec![call.clone()])];
        self.tell(&matter, Reply { parts, choices: vec![Choice::Move(call.id), Choice::Cancel(call.id)] });
        let tried = HandOver { state: HandOverState::Human, holder: Some(self.situation.staff), ..matter };
        self.turn.say(Phrase::DeskNotReached { number: tried.id.0 });
        self.turn.effects.push(Effect::HandOver(tried));
    }

    fn slots(&self) -> Slots<'_> {
        let DeskSituation { centre, full, now, .. } = self.situation;
        Slots { centre, holidays: &self.faq.holidays, full, now: *now }
    }

    fn move_asked(&mut self, matter: &HandOver) {
        let number = matter.id.0;
        if matter.call.is_none() {
            return self.turn.say(Phrase::DeskNoCall { number });
        }
        let slots = self.slots();
        let free: Vec<DateTime<Utc>> = slots.days().take(2).flat_map(|day| slots.on(day)).take(TIMES_SHOWN).collect();
        self.turn.say(Phrase::DeskMoveTo { number });
        self.turn.offer(free.into_iter().map(|at| Choice::Desk(DeskAct::MoveTo(at), matter.id)));
    }

    fn move_to(&mut self, matter: HandOver, at: DateTime<Utc>) {
        let number = matter.id.0;
        let Some(call) = matter.call.clone() else { return self.turn.say(Phrase::DeskNoCall { number }) };
        if !self.slots().is_free(at) {
            return self.move_asked(&matter);
        }
        let moved = FollowUp { due: at, state: State::Pending, changes: call.changes + 1, ..call };
        let parts = vec![
            Part::Say(Phrase::CallMovedByStaff),
            Part::FollowUps(vec![moved.clone()]),
            Part::Calendar { follow_ups: vec![moved.clone()], at: self.situation.now },
        ];
        self.tell(&matter, Reply { parts, choices: vec![Choice::Move(moved.id), Choice::Cancel(moved.id)] });
        self.turn.say(Phrase::DeskCallMoved { number });
        self.turn.add(Part::FollowUps(vec![moved.clone()]));
        let waits = HandOver { state: HandOverState::Waiting, holder: None, call: Some(moved.clone()), ..matter };
        self.turn.effects.extend([Effect::Promise(moved), Effect::HandOver(waits)]);
    }
}
