//! Fetches updates, has them heard, and confirms them: never before their turns are committed.
//!
//! What passes is waited for, patiently, and said once; what does not pass ends with one line that says
//! what to do. Of an update that cannot be read only its number is told.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::Arc;
use std::time::Duration;

use chrono::Utc;
use serde_json::json;
use serde_json::value::RawValue;
use tokio::sync::{Notify, watch};
use tokio::task::JoinSet;
use tokio::time::{Instant, sleep, sleep_until, timeout};

use super::Telegram;
use super::call::CallError;
use super::start::{self, Trouble};
use super::update::{self, Desk, Inline, Me, Update, to_incoming};
use crate::assistant::Assistant;
use crate::message::{Incoming, Said};
use crate::store;
use crate::workers::back_off;

/// The kinds of updates we ask for: with every call, because the server remembers the last ones it was told.
const KINDS: [&str; 4] = ["message", "edited_message", "callback_query", "inline_query"];
const LIMIT: u8 = 100;
/// The answer to a long poll comes after its time.
const MARGIN: Duration = Duration::from_secs(10);
const SHORTEST_POLL: Duration = Duration::from_millis(50);
/// How long the end waits for calls that only polish.
const LAST_CALLS: Duration = Duration::from_secs(1);
/// So many albums are remembered.
const ALBUMS: usize = 64;

/// How long to wait for what.
#[derive(Clone, Copy, Debug)]
pub struct Patience {
    /// How long the server may hold a call until there is something new.
    pub poll: Duration,
    /// The first pause after trouble; they double.
    pub first_pause: Duration,
    pub longest_pause: Duration,
}

/// The loop.
pub struct Poll {
    pub telegram: Telegram,
    pub assistant: Assistant,
    pub me: Me,
    pub desk: Desk,
    pub patience: Patience,
    /// Told when something new is in the outbox.
    pub wake: Arc<Notify>,
    /// Turns true at the end.
    pub stop: watch::Receiver<bool>,
    state: State,
}

#[derive(Default)]
struct State {
    /// The first update that is not confirmed.
    offset: i64,
    answers: JoinSet<()>,
    albums: VecDeque<String>,
}

/// What one answer of the server brings.
#[derive(Default)]
struct Batch {
    heard: Vec<Incoming>,
    queries: Vec<String>,
    inline: Vec<Inline>,
    /// The number after the last one.
    next: Option<i64>,
}

impl Poll {
    pub fn new(
        telegram: Telegram,
        assistant: Assistant,
        me: Me,
        desk: Desk,
        patience: Patience,
        wake: Arc<Notify>,
        stop: watch::Receiver<bool>,
    ) -> Poll {
        Poll { telegram, assistant, me, desk, patience, wake, stop, state: State::default() }
    }

    /// Polls until told to stop; what was fetched by then is heard to the end. An error is one that waiting
    /// does not mend.
    pub async fn run(mut self) -> Result<(), Trouble> {
        let mut stop = self.stop.clone();
        let mut retries = start::Retries::new(self.patience);
        loop {
            let fetched = tokio::select! {
                fetched = self.fetch_patiently(&mut retries) => fetched?,
                _ = stop.wait_for(|stop| *stop) => break,
            };
            if !self.take(&fetched).await {
                break;
            }
        }
        self.end().await;
        Ok(())
    }

    /// The next updates; maybe none.
    async fn fetch_patiently(&self, retries: &mut start::Retries) -> Result<Vec<Box<RawValue>>, Trouble> {
        let asked = Instant::now();
        loop {
            match self.fetch(self.patience.poll).await {
                Ok(updates) => {
                    retries.worked();
                    if updates.is_empty() {
                        // A server that does not hold the call must not be asked without pause.
                        sleep_until(asked + SHORTEST_POLL).await;
                    }
                    return Ok(updates);
                }
                Err(error) => sleep(retries.after(&self.telegram, &error).await?).await,
            }
        }
    }

    async fn fetch(&self, wait: Duration) -> Result<Vec<Box<RawValue>>, CallError> {
        let payload = json!({
            "offset": self.state.offset, "limit": LIMIT, "timeout": wait.as_secs(), "allowed_updates": KINDS,
        });
        self.telegram.call_raw("getUpdates", &payload, Some(wait + MARGIN)).await
    }

    /// Has a batch heard; from then on the next call confirms it. False when the end came before the commit.
    async fn take(&mut self, updates: &[Box<RawValue>]) -> bool {
        let batch = self.read(updates);
        if !batch.heard.is_empty() && !self.hear(&batch.heard).await {
            return false;
        }
        self.state.offset = batch.next.unwrap_or(self.state.offset);
        self.wake.notify_one();
        while self.state.answers.try_join_next().is_some() {}
        for query in batch.queries {
            let telegram = self.telegram.clone();
            // A query that was not answered ends by itself; nothing depends on it.
            self.state.answers.spawn(async move { drop(telegram.answer_query(&query).await) });
        }
        for inline in batch.inline {
            self.offer(inline);
        }
        true
    }

    /// Offers answers to who types in another chat, beside everything else.
    fn offer(&mut self, inline: Inline) {
        let (telegram, assistant, me) = (self.telegram.clone(), self.assistant.clone(), self.me.clone());
        self.state.answers.spawn(async move {
            let Some(bot) = me.username else { return };
            let shelf = assistant.shelf(&inline.text, inline.app_language, &bot, Utc::now()).await;
            // A list that is not shown is asked for again with the next letter.
            drop(telegram.answer_inline(&inline.id, &shelf).await);
        });
    }

    /// Reads each update by itself: one that cannot be read, or makes us panic, costs no other.
    fn read(&mut self, updates: &[Box<RawValue>]) -> Batch {
        let mut batch = Batch::default();
        for json in updates {
            let (me, desk) = (&self.me, &self.desk);
            let (id, read) = read_alone(json, |update| to_incoming(update, me, desk, Utc::now()));
            match read {
                Some((update, incoming)) => {
                    batch.queries.extend(update.query().map(String::from));
                    batch.inline.extend(update.inline());
                    batch.heard.extend(incoming.filter(|incoming| self.is_news(incoming, update.album())));
                }
                None => tracing::warn!(update = id, "an update that cannot be read is passed over"),
            }
            batch.next = batch.next.max(id.map(|id| id + 1));
        }
        batch
    }

    /// Of an album without words only the first picture gets a line.
    fn is_news(&mut self, incoming: &Incoming, album: Option<&str>) -> bool {
        let Some(album) = album.filter(|_| matches!(incoming.said, Said::Unreadable(_))) else { return true };
        let albums = &mut self.state.albums;
        if albums.iter().any(|known| known == album) {
            return false;
        }
        albums.truncate(ALBUMS - 1);
        albums.push_front(album.into());
        true
    }

    /// True when the batch is committed; tries until it is, or the end comes. A message from which something follows
    /// that the database never takes is passed over: it must not keep out all that come after it.
    async fn hear(&mut self, batch: &[Incoming]) -> bool {
        for attempt in 1.. {
            match self.assistant.hear(batch, Utc::now()).await {
                Ok(()) if attempt > 1 => tracing::info!("the database takes changes again"),
                Ok(()) => {}
                Err(error) if store::is_violation(&error) => return self.hear_singly(batch, &error).await,
                Err(error) => {
                    if attempt == 1 {
                        tracing::warn!(
                            "no new messages are taken: the database does not take changes ({error}); \
                             is the disk full, or the file locked by another program? trying on"
                        );
                    }
                    let pause = back_off(attempt, self.patience.first_pause, self.patience.longest_pause, 0);
                    let mut stop = self.stop.clone();
                    tokio::select! { () = sleep(pause) => continue, _ = stop.wait_for(|stop| *stop) => return false }
                }
            }
            break;
        }
        true
    }

    async fn hear_singly(&mut self, batch: &[Incoming], error: &store::Error) -> bool {
        if let [incoming] = batch {
            tracing::error!(update = incoming.id, "the database refuses what follows from a message ({error})");
            return true;
        }
        for one in batch.chunks(1) {
            if !Box::pin(self.hear(one)).await {
                return false;
            }
        }
        true
    }

    /// Confirms what is committed, so that the next start is not told it again. When that fails, the next
    /// start knows the numbers of what it heard.
    async fn end(&mut self) {
        let _ = timeout(LAST_CALLS, async {
            if self.state.offset > 0 {
                let payload =
                    json!({ "offset": self.state.offset, "limit": 1, "timeout": 0, "allowed_updates": KINDS });
                drop(self.telegram.call_raw::<serde::de::IgnoredAny>("getUpdates", &payload, None).await);
            }
            while self.state.answers.join_next().await.is_some() {}
        })
        .await;
    }
}

/// The number of an update, and the update with what it comes to; of one that cannot be read, or makes us panic, the
/// number is known all the same: without it the update could not be confirmed and would be fetched for ever.
fn read_alone<T>(json: &RawValue, understand: impl FnOnce(&Update) -> T) -> (Option<i64>, Option<(Update, T)>) {
    let read = || {
        let update = update::read(json.get())?;
        let understood = understand(&update);
        Some((update, understood))
    };
    (update::number(json.get()), catch_unwind(AssertUnwindSafe(read)).ok().flatten())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_update_that_makes_us_panic_keeps_its_number() {
        let json = |text: &str| RawValue::from_string(text.into()).unwrap();
        let (id, read) = read_alone::<()>(&json(r#"{"update_id":7}"#), |_| panic!("asked to"));
        assert!(id == Some(7) && read.is_none());
        let (id, read) = read_alone(&json(r#"{"update_id":8}"#), |update| update.update_id);
        assert_eq!((id, read.map(|(_, id)| id)), (Some(8), Some(8)));
        assert!(matches!(read_alone(&json("[]"), |_| ()), (None, None)));
    }
}
