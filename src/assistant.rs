//! The one place where the steps meet: what was heard is decided and committed together with its reply.
//!
//! Promises: a batch is committed as a whole or not at all; nothing is decided twice; a message that
//! makes the decision panic costs that message alone. Sends nothing: replies wait in `deliveries`.

mod effects;
mod links;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};

use crate::call_centre::{CallCentre, HandOverId};
use crate::dialogue::desk::DeskSituation;
use crate::dialogue::handing::{Handed, Handing};
use crate::dialogue::reply::{Choice, Reply};
use crate::dialogue::{Effect, Memory, Situation, Turn};
use crate::engine::sharing::{Shelf, Sought};
use crate::faq::EntryId;
use crate::follow_ups::FollowUp;
use crate::language::Language;
use crate::local_time::day_of;
use crate::message::{Address, Incoming, Said, StaffId};
use crate::store::deliveries::New;
use crate::store::{self, Connection, Store, conversations, deliveries, heard};
use crate::store::{counters, desk_messages, follow_ups, hand_overs, watches};
use crate::wording::spoken::Spoken;
pub use links::LinkDesk;

/// The pure functions that the service needs: the engine's, or those that a test can foresee.
pub trait Mind: Send + Sync {
    /// What follows from what somebody did.
    fn decide(&self, situation: &Situation, said: &Said) -> Turn;

    /// What follows from what a staff member did; `None` when it is not said to the call centre.
    fn at_desk(&self, situation: &DeskSituation, said: &Said) -> Option<Turn>;

    /// The message of a reminder whose time has come; `None` when it is none.
    fn remind(&self, follow_up: &FollowUp, memory: &Memory, now: DateTime<Utc>) -> Option<Reply>;

    /// Each answer with the last revision that changed what it means.
    fn meanings(&self) -> Vec<(EntryId, u32)>;

    /// The words of a reply; `today` is the day in Chișinău.
    fn speak(&self, reply: &Reply, language: Language, today: NaiveDate) -> Spoken;

    /// What follows from what a staff member did about links to hand out; `None` when it is about none.
    fn hand_out(&self, handing: &Handing, said: &Said) -> Option<Handed>;

    /// The answers to offer for what is typed in another chat.
    fn shelf(&self, sought: &Sought<'_>) -> Shelf;

    /// The commands of the menu, each with its description.
    fn command_descriptions(&self, language: Language) -> Vec<(&'static str, String)>;

    /// The commands that only the call centre's staff have.
    fn staff_command_descriptions(&self, language: Language) -> Vec<(&'static str, String)>;

    /// The words of a stored reply; `None` when finding them panics: it must not stop what else is sent.
    fn words(&self, reply: &Reply, language: Language, today: NaiveDate) -> Option<Spoken> {
        catch_unwind(AssertUnwindSafe(|| self.speak(reply, language, today))).ok()
    }
}

/// Hears, decides, remembers.
#[derive(Clone)]
pub struct Assistant {
    mind: Arc<dyn Mind>,
    store: Store,
    centre: Option<Arc<CallCentre>>,
    links: Option<LinkDesk>,
}

/// A turn about to be recorded: whose, by whom, when.
struct Record<'a> {
    /// Whose promises and matters it is about.
    owner: Address,
    language: Language,
    /// The staff member who did it.
    by: Option<StaffId>,
    centre: Option<&'a CallCentre>,
    today: NaiveDate,
    now: i64,
}

impl Assistant {
    pub fn new(mind: Arc<dyn Mind>, store: Store, centre: Option<Arc<CallCentre>>) -> Assistant {
        Assistant { mind, store, centre, links: None }
    }

    /// Decides what follows from each message and commits all of it at once, replies included. After an
    /// error nothing has happened: the same batch may be heard again.
    pub async fn hear(&self, batch: &[Incoming], now: DateTime<Utc>) -> Result<(), store::Error> {
        let now = now.timestamp();
        let mut tx = self.store.begin().await?;
        for incoming in batch {
            if !heard::is_new(&mut tx, incoming.from, incoming.id, now).await? {
                continue;
            }
            // Where somebody writes we may write again, the call centre's group included.
            deliveries::unpark(&mut tx, incoming.from, now).await?;
            if !self.take_link_turn(&mut tx, incoming, now).await?
                && !self.take_desk_turn(&mut tx, incoming, now).await?
            {
                self.take_turn(&mut tx, incoming, now).await?;
            }
        }
        tx.commit().await
    }

    async fn take_turn(&self, tx: &mut Connection, incoming: &Incoming, now: i64) -> Result<(), store::Error> {
        let from = incoming.from;
        let situation = self.situation(tx, incoming, now).await?;
        let turn = self.decide(&situation, incoming);
        let record = Record {
            owner: from,
            language: turn.language,
            by: None,
            centre: self.centre.as_deref(),
            today: situation.today,
            now,
        };
        record.carry_out(tx, &turn.effects).await?;
        if !turn.effects.contains(&Effect::Forget) && !matches!(incoming.said, Said::InGroup { .. }) {
            // A group is no person: nothing is remembered of it.
            conversations::save(tx, from, &turn.memory, now).await?;
        }
        if turn.reply.parts.is_empty() {
            return Ok(());
        }
        let new = New { reply: &turn.reply, language: turn.language, day: situation.today, about: None };
        deliveries::add(tx, from, &new, now).await
    }

    async fn situation(&self, tx: &mut Connection, of: &Incoming, now: i64) -> Result<Situation, store::Error> {
        let known = conversations::load(tx, of.from).await?;
        Ok(Situation {
            first_contact: known.is_none(),
            memory: known.unwrap_or_default(),
            app_language: of.speaker.app_language,
            today: day_of(of.at),
            at: Some(of.at),
            heard: DateTime::from_timestamp(now, 0),
            follow_ups: follow_ups::of(tx, of.from).await?,
            next: counters::next(tx).await?,
            watches: watches::of(tx, of.from).await?,
            full: self.full(tx, now).await?,
            hand_over: hand_overs::conversation_of(tx, of.from).await?,
            centre: self.centre.clone(),
            prepared: self.prepared(tx, of, now).await?,
        })
    }

    async fn full(&self, tx: &mut Connection, now: i64) -> Result<Vec<DateTime<Utc>>, store::Error> {
        match &self.centre {
            Some(centre) => follow_ups::full(tx, centre.at_once, now).await,
            None => Ok(Vec::new()),
        }
    }

    /// True when it was a staff member's work; whatever else she says is a conversation like others.
    async fn take_desk_turn(&self, tx: &mut Connection, incoming: &Incoming, now: i64) -> Result<bool, store::Error> {
        let (Some(staff), Some(centre)) = (incoming.speaker.staff, self.centre.clone()) else { return Ok(false) };
        // A private chat, the call centre's or a staff member's, is also somebody's own.
        let in_group = incoming.from == Address::Telegram(centre.chat) && centre.chat < 0;
        let answered = match (&incoming.said, incoming.replied_to, incoming.from) {
            (Said::Choice(Choice::Desk(_, id)), _, _) => Some(*id),
            (_, Some(message), Address::Telegram(chat)) => {
                desk_messages::hand_over_of(tx, chat, message).await?.map(HandOverId)
            }
            _ => None,
        };
        let on = match answered {
            Some(id) => hand_overs::load(tx, id).await?,
            None => None,
        };
        let situation = DeskSituation {
            staff,
            now: DateTime::from_timestamp(now, 0).unwrap_or(incoming.at),
            today: day_of(incoming.at),
            full: self.full(tx, now).await?,
            on: on.as_ref().map(|(_, matter)| matter.clone()),
            // In a private chat of hers an answer to a message that is about no matter is said to the bot.
            answers: incoming.replied_to.is_some() && (on.is_some() || incoming.from == Address::Telegram(centre.chat)),
            in_group,
            open: hand_overs::open(tx, None).await?.into_iter().map(|(_, matter)| matter).collect(),
            centre: centre.clone(),
        };
        let decide = AssertUnwindSafe(|| self.mind.at_desk(&situation, &incoming.said));
        let Some(turn) = catch_unwind(decide).unwrap_or_else(|_| Some(apology(incoming, centre.language))) else {
            return Ok(in_group);
        };
        let (owner, language) = on.map_or((incoming.from, centre.language), |(owner, matter)| (owner, matter.language));
        let record = Record { owner, language, by: Some(staff), centre: Some(&centre), today: situation.today, now };
        record.carry_out(tx, &turn.effects).await?;
        if !turn.reply.parts.is_empty() {
            let about = answered.map(|id| id.0);
            let new = New { reply: &turn.reply, language: turn.language, day: situation.today, about };
            deliveries::add(tx, incoming.from, &new, now).await?;
        }
        Ok(true)
    }

    /// The decision, or an apology when it panics: the other messages of the batch are not its hostages.
    fn decide(&self, situation: &Situation, incoming: &Incoming) -> Turn {
        let decide = AssertUnwindSafe(|| self.mind.decide(situation, &incoming.said));
        catch_unwind(decide).unwrap_or_else(|_| {
            let memory = situation.memory.clone();
            Turn { memory, ..apology(incoming, usual_language(situation)) }
        })
    }
}

fn apology(incoming: &Incoming, language: Language) -> Turn {
    tracing::error!(update = incoming.id, "a message made the decision panic; its sender gets an apology");
    Turn { memory: Memory::default(), language, reply: deliveries::apology(), effects: Vec::new() }
}

fn usual_language(situation: &Situation) -> Language {
    situation.memory.language.or(situation.app_language).unwrap_or(Language::En)
}
