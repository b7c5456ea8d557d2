//! Keeps promises: reminders whose time has come go into the outbox, the call centre is told of calls, and of what
//! waits too long.
//!
//! A step decides and records in one transaction, like a turn: a promise is kept with the delivery that keeps it, or
//! not at all and then again at the next step. What was cancelled meanwhile is not pending any more, and not sent.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use tokio::sync::Notify;
use tokio::time::sleep;

use crate::assistant::Mind;
use crate::call_centre::{CallCentre, HandOver};
use crate::dialogue::desk;
use crate::dialogue::phrase::Phrase;
use crate::dialogue::reply::{Part, Reply};
use crate::faq::EntryId;
use crate::follow_ups::{FollowUp, State};
use crate::language::Language;
use crate::local_time::day_of;
use crate::message::Address;
use crate::stay::Holidays;
use crate::store::deliveries::New;
use crate::store::{self, Connection, Store, conversations, deliveries, follow_ups, hand_overs, watches};

/// So many promises are kept in one commit.
const BATCH: i64 = 200;
/// Promises may be made at any time: they are looked for this often.
const LOOK: Duration = Duration::from_secs(20);
const AFTER_TROUBLE: Duration = Duration::from_secs(5);

/// The worker.
pub struct FollowUps {
    pub mind: Arc<dyn Mind>,
    pub store: Store,
    pub centre: Option<Arc<CallCentre>>,
    /// The days on which the call centre is closed.
    pub holidays: Holidays,
    /// A reminder that is later than this is not sent but reported at the next contact.
    pub latest: TimeDelta,
    /// Told when something new is in the outbox.
    pub wake: Arc<Notify>,
}

impl FollowUps {
    /// Keeps what is due at that time; `true` when there may be more.
    pub async fn step(&self, now: DateTime<Utc>) -> Result<bool, store::Error> {
        let mut tx = self.store.begin().await?;
        let due = follow_ups::due(&mut tx, now.timestamp(), BATCH).await?;
        for (owner, follow_up) in &due {
            self.keep(&mut tx, *owner, follow_up, now).await?;
        }
        let nudged = self.nudge(&mut tx, now).await?;
        tx.commit().await?;
        if !due.is_empty() || nudged {
            self.wake.notify_one();
        }
        Ok(due.len() as i64 == BATCH)
    }

    /// Steps until dropped.
    pub async fn run(self) {
        let (mut corrected, mut troubled) = (false, false);
        loop {
            let now = Utc::now();
            let pause = match self.step_and_correct(now, &mut corrected).await {
                Ok(true) => continue,
                Ok(false) => {
                    troubled = false;
                    self.until_next(now).await
                }
                Err(error) => {
                    if !std::mem::replace(&mut troubled, true) {
                        tracing::warn!("reminders wait: the database does not take changes ({error}); trying on");
                    }
                    AFTER_TROUBLE
                }
            };
            sleep(pause).await;
        }
    }

    /// A step; and after it the corrections, if they are not told yet.
    async fn step_and_correct(&self, now: DateTime<Utc>, corrected: &mut bool) -> Result<bool, store::Error> {
        let more = self.step(now).await?;
        if !*corrected {
            self.correct(now).await?;
            *corrected = true;
        }
        Ok(more)
    }

    /// How long to wait after a step at that time.
    async fn until_next(&self, stepped: DateTime<Utc>) -> Duration {
        let due = follow_ups::next_due(&self.store, stepped.timestamp()).await.ok().flatten();
        let due = due.and_then(|due| DateTime::from_timestamp(due, 0));
        due.map_or(LOOK, |due| (due - Utc::now()).to_std().unwrap_or_default().min(LOOK))
    }

    async fn keep(
        &self,
        tx: &mut Connection,
        owner: Address,
        follow_up: &FollowUp,
        now: DateTime<Utc>,
    ) -> Result<(), store::Error> {
        if follow_up.is_call_back() {
            return self.tell_of_call(tx, follow_up, now).await;
        }
        if now - follow_up.due > self.latest {
            return follow_ups::set_state(tx, follow_up.id, State::Missed, now.timestamp()).await;
        }
        let memory = conversations::load(tx, owner).await?.unwrap_or_default();
        let remind = AssertUnwindSafe(|| self.mind.remind(follow_up, &memory, now));
        let reply = catch_unwind(remind).unwrap_or_else(|_| {
            tracing::error!(follow_up = follow_up.id.0, "the words of a reminder panicked; it goes out in short");
            Some(in_short(follow_up))
        });
        let language = memory.language.unwrap_or(Language::En);
        if let Some(reply) = reply {
            let new = New { reply: &reply, language, day: day_of(now), about: None };
            deliveries::add(tx, owner, &new, now.timestamp()).await?;
            conversations::offer(tx, owner, &reply.choices).await?;
        }
        follow_ups::set_state(tx, follow_up.id, State::Told, now.timestamp()).await
    }

    async fn tell_of_call(&self, tx: &mut Connection, call: &FollowUp, now: DateTime<Utc>) -> Result<(), store::Error> {
        if let Some((_, matter)) = hand_overs::of_call(tx, call.id).await? {
            self.tell_desk(tx, &matter, &desk::call_now(&matter), now).await?;
        }
        follow_ups::set_state(tx, call.id, State::Told, now.timestamp()).await
    }

    async fn tell_desk(
        &self,
        tx: &mut Connection,
        matter: &HandOver,
        reply: &Reply,
        now: DateTime<Utc>,
    ) -> Result<(), store::Error> {
        let Some(centre) = &self.centre else { return Ok(()) };
        let new = New { reply, language: centre.language, day: day_of(now), about: Some(matter.id.0) };
        deliveries::add(tx, Address::Telegram(centre.chat), &new, now.timestamp()).await
    }

    /// What nobody took in time: first the staff are reminded, then the person is told.
    async fn nudge(&self, tx: &mut Connection, now: DateTime<Utc>) -> Result<bool, store::Error> {
        let Some(centre) = &self.centre else { return Ok(false) };
        let mut nudged = false;
        for ((owner, matter), times) in hand_overs::waiting(tx).await? {
            let since = matter.call.as_ref().map_or(matter.since, |call| call.due.max(matter.since));
            let patience = centre.patience * i32::try_from(times + 1).unwrap_or(i32::MAX);
            if since > now || centre.open_time(since, now, &self.holidays) < patience {
                continue;
            }
            if times == 0 {
                self.tell_desk(tx, &matter, &desk::still_waiting(&matter), now).await?;
            } else {
                let reply = desk::nobody_yet(&matter);
                let new = New { reply: &reply, language: matter.language, day: day_of(now), about: None };
                deliveries::add(tx, owner, &new, now.timestamp()).await?;
            }
            hand_overs::nudge(tx, matter.id, now.timestamp()).await?;
            nudged = true;
        }
        Ok(nudged)
    }

    /// Tells everybody who asked for it of answers that mean something else than when she read them.
    async fn correct(&self, now: DateTime<Utc>) -> Result<(), store::Error> {
        for (entry, meaning) in self.mind.meanings() {
            while self.correct_some(&entry, meaning, now).await? {}
        }
        self.wake.notify_one();
        Ok(())
    }

    /// True when there may be more people to tell.
    pub async fn correct_some(&self, entry: &EntryId, meaning: u32, now: DateTime<Utc>) -> Result<bool, store::Error> {
        let mut tx = self.store.begin().await?;
        let behind = watches::behind(&mut tx, entry, meaning, BATCH).await?;
        for person in &behind {
            let memory = conversations::load(&mut tx, *person).await?.unwrap_or_default();
            let parts = vec![Part::Say(Phrase::AnswerChanged), Part::Answer(entry.clone())];
            let (reply, language) = (Reply { parts, choices: vec![] }, memory.language.unwrap_or(Language::En));
            let new = New { reply: &reply, language, day: day_of(now), about: None };
            deliveries::add(&mut tx, *person, &new, now.timestamp()).await?;
            watches::put(&mut tx, *person, entry, meaning, now.timestamp()).await?;
        }
        tx.commit().await?;
        Ok(behind.len() as i64 == BATCH)
    }
}

/// A reminder of which nothing but its line can be said.
fn in_short(follow_up: &FollowUp) -> Reply {
    Reply { parts: vec![Part::Say(Phrase::Reminder), Part::FollowUps(vec![follow_up.clone()])], choices: vec![] }
}
