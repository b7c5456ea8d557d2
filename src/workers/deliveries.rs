//! Replies go out: in order in each chat, to many chats at once, within Telegram's limits.
//!
//! A reply is sent at least once: what fails is tried again after a pause that grows, or after the time
//! that Telegram names; what a person blocked waits for her; what nobody can receive is given up with a
//! reason. The clock is read by [`Deliveries::run`] alone; [`Deliveries::step`] is given the time.

use std::collections::HashMap;
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Utc};
use tokio::sync::{Notify, watch};
use tokio::task::{Id, JoinError, JoinSet};
use tokio::time::{Instant, sleep, timeout_at};

use super::back_off;
use super::pace::{Limits, Pace};
use crate::assistant::Mind;
use crate::channels::telegram::Telegram;
use crate::channels::telegram::render::{OutMessage, render};
use crate::channels::telegram::send::NotSent;
use crate::message::Address;
use crate::store::deliveries::{self as outbox, Delivery, Outcome, Settled};
use crate::store::{self, Channel, Store, desk_messages};

/// So many chats are served at the same time.
const MOST_IN_HAND: usize = 200;
/// Longer than any delivery takes that does not wait for its turn.
const LEASE: i64 = 120;
const FIRST_PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_secs(300);
/// A picture that fails is tried so often before the words go without it.
const TRIES_OF_A_PICTURE: i64 = 3;
/// The same of a file, before what comes after it goes on: nothing else says what it holds, so it is tried longer.
const TRIES_OF_A_FILE: i64 = 10;
/// Without any sign of something to do, the outbox is looked at this often.
const LOOK: Duration = Duration::from_secs(30);

/// The worker.
pub struct Deliveries {
    post: Arc<Post>,
    in_hand: JoinSet<Settled>,
    /// Which delivery each task has: at a low pace its turn may come after its lease is over.
    ids: HashMap<Id, i64>,
    /// What became of deliveries, not written down yet.
    done: Vec<Settled>,
}

/// What one delivery needs.
struct Post {
    mind: Arc<dyn Mind>,
    store: Store,
    telegram: Telegram,
    pace: Pace,
}

/// What is left after a step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Step {
    /// Deliveries that are being sent.
    pub in_hand: usize,
    /// When the next one that waits for its time is due.
    pub next_due: Option<i64>,
}

impl Deliveries {
    pub fn new(mind: Arc<dyn Mind>, store: Store, telegram: Telegram, limits: Limits) -> Deliveries {
        let post = Post { mind, store, telegram, pace: Pace::new(limits) };
        Deliveries { post: Arc::new(post), in_hand: JoinSet::new(), ids: HashMap::new(), done: vec![] }
    }

    /// Writes down what is finished and takes what is due in hand.
    pub async fn step(&mut self, now: i64) -> Result<Step, store::Error> {
        while let Some(finished) = self.in_hand.try_join_next_with_id() {
            self.note(finished);
        }
        let store = &self.post.store;
        if !self.done.is_empty() {
            outbox::settle(store, &self.done, now).await?;
            self.done.clear();
        }
        let room = MOST_IN_HAND - self.in_hand.len().min(MOST_IN_HAND);
        for delivery in outbox::lease(store, Channel::Telegram, now, now + LEASE, room).await? {
            if self.ids.values().any(|in_hand| *in_hand == delivery.id) {
                outbox::not_tried(store, delivery.id).await?;
                continue;
            }
            let (post, id) = (self.post.clone(), delivery.id);
            let task = self.in_hand.spawn(async move { post.deliver(delivery, now).await });
            self.ids.insert(task.id(), id);
        }
        Ok(Step { in_hand: self.in_hand.len(), next_due: outbox::next_due(store, Channel::Telegram, now).await? })
    }

    /// Steps until told to stop; then until nothing is in hand or due, or the given moment.
    ///
    /// `wake` tells that something new is in the outbox.
    pub async fn run(mut self, wake: Arc<Notify>, mut stop: watch::Receiver<Option<Instant>>) {
        let mut troubled = false;
        while stop.borrow_and_update().is_none() {
            let pause = self.pause_after_step(&mut troubled).await;
            tokio::select! {
                Some(finished) = self.in_hand.join_next_with_id() => self.note(finished),
                () = wake.notified() => {}
                () = sleep(pause) => {}
                _ = stop.changed() => {}
            }
        }
        let end = stop.borrow().unwrap_or_else(Instant::now);
        // A time-out here costs nothing: what was not written down is tried again after the next start.
        let _ = timeout_at(end, self.finish()).await;
        self.in_hand.abort_all();
        let settled = outbox::settle(&self.post.store, &self.done, Utc::now().timestamp()).await;
        if settled.is_err() || outbox::release(&self.post.store, Channel::Telegram).await.is_err() {
            tracing::warn!("some replies may be sent twice: the database did not take that they were sent");
        }
    }

    /// How long to wait at most after a step.
    async fn pause_after_step(&mut self, troubled: &mut bool) -> Duration {
        match self.step(Utc::now().timestamp()).await {
            Ok(step) => {
                *troubled = false;
                let due = step.next_due.and_then(|due| DateTime::from_timestamp(due, 0));
                due.map_or(LOOK, |due| (due - Utc::now()).to_std().unwrap_or_default().min(LOOK))
            }
            Err(error) => {
                if !std::mem::replace(troubled, true) {
                    tracing::warn!("replies wait: the database does not take changes ({error}); trying on");
                }
                FIRST_PAUSE
            }
        }
    }

    /// Sends what is in hand and what is due.
    async fn finish(&mut self) {
        while self.step(Utc::now().timestamp()).await.is_ok_and(|step| step.in_hand > 0) {
            if let Some(finished) = self.in_hand.join_next_with_id().await {
                self.note(finished);
            }
        }
    }

    fn note(&mut self, finished: Result<(Id, Settled), JoinError>) {
        let task = match finished {
            Ok((task, settled)) => {
                self.done.push(settled);
                task
            }
            Err(error) => {
                // Its lease runs out, and it is tried again.
                tracing::error!("a delivery stopped before its end");
                error.id()
            }
        };
        self.ids.remove(&task);
    }
}

impl Post {
    async fn deliver(&self, delivery: Delivery, now: i64) -> Settled {
        let spoken = self.mind.words(&delivery.reply, delivery.language, delivery.day);
        let outcome = match (delivery.to, spoken) {
            (Address::Telegram(chat), Some(spoken)) => self.send(chat, &delivery, &render(&spoken), now).await,
            _ => Outcome::Refused("cannot-be-worded"),
        };
        if let Outcome::Refused(reason) | Outcome::Gone(reason) = outcome {
            tracing::warn!(delivery = delivery.id, reason, "a reply is given up");
        }
        if let Outcome::Moved { .. } = outcome {
            tracing::error!(
                "a group has another number since it became a supergroup, and its messages go there; if it is the \
                 call centre's, nothing said there is heard until POPAS_DESK is set to the new one (README.md tells \
                 how to find it) and Popas started again"
            );
        }
        delivery.settled(outcome)
    }

    async fn send(&self, chat: i64, delivery: &Delivery, messages: &[OutMessage], now: i64) -> Outcome {
        let start = Instant::now();
        for (place, message) in messages.iter().enumerate().skip(delivery.parts_sent) {
            self.pace.turn(chat).await;
            match self.telegram.send(chat, message).await {
                Ok(number) => self.note_matter(chat, delivery, number).await,
                Err(trouble) if goes_without(message, trouble, delivery) => {
                    tracing::warn!(delivery = delivery.id, "a reply goes out without its picture or file");
                    continue;
                }
                Err(trouble) => return outcome(trouble, delivery, now, start.elapsed()),
            }
            if place + 1 < messages.len() && outbox::note_parts(&self.store, delivery.id, place + 1).await.is_err() {
                tracing::warn!(delivery = delivery.id, "a part that is sent could not be noted");
            }
        }
        Outcome::Sent
    }

    /// Notes what a message at the call centre is about, so that an answer to it finds its way back.
    async fn note_matter(&self, chat: i64, delivery: &Delivery, number: Option<i64>) {
        let Some(hand_over) = delivery.hand_over else { return };
        let noted = match number {
            Some(number) => desk_messages::note(&self.store, chat, number, hand_over).await.is_ok(),
            None => false,
        };
        if !noted {
            tracing::warn!(delivery = delivery.id, hand_over, "answers to this message find no matter");
        }
    }
}

/// A picture or a file that is refused, or failed too often, does not keep back what comes after it.
fn goes_without(message: &OutMessage, trouble: NotSent, delivery: &Delivery) -> bool {
    let tries = match message {
        OutMessage::Text(_) => return false,
        OutMessage::Photo { .. } | OutMessage::Code { .. } => TRIES_OF_A_PICTURE,
        OutMessage::Document { .. } => TRIES_OF_A_FILE,
    };
    match trouble {
        NotSent::Refused(_) => true,
        NotSent::Later { after: None } => delivery.attempts >= tries,
        _ => false,
    }
}

fn outcome(trouble: NotSent, delivery: &Delivery, leased: i64, since: Duration) -> Outcome {
    // Whole seconds, rounded up: never before a time that Telegram named.
    let after = |pause: Duration| leased + i64::try_from((since + pause).as_secs()).unwrap_or(i64::MAX / 2) + 1;
    match trouble {
        NotSent::Later { after: Some(named) } => Outcome::Postponed { until: after(named) + 1 },
        NotSent::Later { after: None } => {
            let pause = back_off(delivery.attempts, FIRST_PAUSE, LONGEST_PAUSE, delivery.id);
            Outcome::Postponed { until: after(pause) }
        }
        NotSent::Blocked => Outcome::Blocked,
        NotSent::Moved { to } => Outcome::Moved { to },
        NotSent::Gone(reason) => Outcome::Gone(reason),
        NotSent::Refused(reason) => Outcome::Refused(reason),
    }
}
