//! The one place where the steps meet: what was heard is decided and committed together with its reply.
//!
//! Promises: a batch is committed as a whole or not at all; nothing is decided twice; a message that
//! makes the decision panic costs that message alone. Sends nothing: replies wait in `deliveries`.

mod links;

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::Chisinau;

use crate::dialogue::reply::Reply;
use crate::dialogue::{Effect, Situation, Turn};
use crate::engine::sharing::{Shelf, Sought};
use crate::language::Language;
use crate::message::{Incoming, Said};
use crate::store::{self, Connection, Store, conversations, deliveries, heard, openings};
use crate::wording::spoken::Spoken;

/// The pure functions that the service needs: the engine's, or those that a test can foresee.
pub trait Mind: Send + Sync {
    /// What follows from what somebody did.
    fn decide(&self, situation: &Situation, said: &Said) -> Turn;

    /// The words of a reply; `today` is the day in Chișinău.
    fn speak(&self, reply: &Reply, language: Language, today: NaiveDate) -> Spoken;

    /// The answers to offer for what is typed in another chat.
    fn shelf(&self, sought: &Sought<'_>) -> Shelf;

    /// The commands of the menu, each with its description.
    fn command_descriptions(&self, language: Language) -> Vec<(&'static str, String)>;

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
}

impl Assistant {
    pub fn new(mind: Arc<dyn Mind>, store: Store) -> Assistant {
        Assistant { mind, store }
    }

    /// Decides what follows from each message and commits all of it at once, replies included. After an
    /// error nothing has happened: the same batch may be heard again.
    pub async fn hear(&self, batch: &[Incoming], now: DateTime<Utc>) -> Result<(), store::Error> {
        let now = now.timestamp();
        let mut tx = self.store.begin().await?;
        for incoming in batch {
            if heard::is_new(&mut tx, incoming.from, incoming.id, now).await? {
                self.take_turn(&mut tx, incoming, now).await?;
            }
        }
        tx.commit().await
    }

    async fn take_turn(&self, tx: &mut Connection, incoming: &Incoming, now: i64) -> Result<(), store::Error> {
        let from = incoming.from;
        let known = conversations::load(tx, from).await?;
        let situation = Situation {
            first_contact: known.is_none(),
            memory: known.unwrap_or_default(),
            app_language: incoming.speaker.app_language,
            today: incoming.at.with_timezone(&Chisinau).date_naive(),
            at: Some(incoming.at),
            prepared: None,
        };
        let turn = self.decide(&situation, incoming);
        if turn.effects.contains(&Effect::Forget) {
            conversations::forget(tx, from).await?;
            deliveries::forget(tx, from).await?;
        } else if !matches!(incoming.said, Said::InGroup { .. }) {
            // A group is no person: nothing is remembered of it.
            conversations::save(tx, from, &turn.memory, now).await?;
            deliveries::unpark(tx, from, now).await?;
        }
        for effect in &turn.effects {
            if let Effect::LinkOpened { name } = effect {
                openings::count(tx, name, turn.language, situation.today).await?;
            }
        }
        if turn.reply.parts.is_empty() {
            return Ok(());
        }
        deliveries::add(tx, from, &turn.reply, turn.language, situation.today, now).await
    }

    /// The decision, or an apology when it panics: the other messages of the batch are not its hostages.
    fn decide(&self, situation: &Situation, incoming: &Incoming) -> Turn {
        catch_unwind(AssertUnwindSafe(|| self.mind.decide(situation, &incoming.said))).unwrap_or_else(|_| {
            tracing::error!(update = incoming.id, "a message made the decision panic; its sender gets an apology");
            let memory = situation.memory.clone();
            let language = usual_language(situation);
            Turn { memory, language, reply: deliveries::apology(), effects: Vec::new() }
        })
    }
}

fn usual_language(situation: &Situation) -> Language {
    situation.memory.language.or(situation.app_language).unwrap_or(Language::En)
}
