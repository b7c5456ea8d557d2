//! Deletes what need not be kept: the numbers of what was heard, replies that nobody received, trips and promises
//! that are over, closed matters of the call centre, links that were prepared, counts of opened links after two years,
//! and conversations in which nothing was said for a year; a matter that nobody closes goes with its call or
//! conversation.

use std::time::Duration;

use chrono::{DateTime, Days, Utc};

use crate::store::{self, Store, conversations, deliveries, heard};
use crate::store::{desk_messages, follow_ups, hand_overs, link_drafts, openings, prepared_links, watches};

const DAY: i64 = 24 * 60 * 60;
/// Telegram tells an update again for a day at most; after a week without any, it begins to count anew.
const HEARD: i64 = 7 * DAY;
/// Time enough to look into what went wrong.
const UNSENT: i64 = 30 * DAY;
/// What the privacy notice promises: a year after the last message.
const IDLE: i64 = 365 * DAY;
/// The same for trips, reminders and calls that are over, and matters that are closed.
const OVER: i64 = 30 * DAY;
/// The log of the call centre names no person.
const LOG: i64 = 2 * 365 * DAY;
/// Counts of opened links, in days.
const OPENINGS: u64 = 2 * 365;
const PAUSE: Duration = Duration::from_secs(60 * 60);

/// Deletes what is too old at that time.
pub async fn step(store: &Store, now: i64) -> Result<(), store::Error> {
    let mut tx = store.begin().await?;
    heard::prune(&mut tx, now - HEARD).await?;
    deliveries::prune(&mut tx, now - UNSENT).await?;
    follow_ups::prune(&mut tx, now - OVER).await?;
    hand_overs::prune(&mut tx, now - OVER, now - LOG).await?;
    conversations::prune_trips(&mut tx, now - OVER).await?;
    conversations::prune(&mut tx, now - IDLE).await?;
    hand_overs::prune_abandoned(&mut tx, now).await?;
    desk_messages::prune(&mut tx).await?;
    watches::prune(&mut tx).await?;
    let today = DateTime::from_timestamp(now, 0).map(|now| now.date_naive());
    prepared_links::prune(&mut tx, now, now - OVER).await?;
    link_drafts::prune(&mut tx, now - DAY).await?;
    if let Some(before) = today.and_then(|today| today.checked_sub_days(Days::new(OPENINGS))) {
        openings::prune(&mut tx, before).await?;
    }
    tx.commit().await
}

/// A step every hour, until dropped.
pub async fn run(store: Store) {
    loop {
        if let Err(error) = step(&store, Utc::now().timestamp()).await {
            tracing::warn!("old things were not deleted ({error}); trying again in an hour");
        }
        tokio::time::sleep(PAUSE).await;
    }
}
