//! What promises cost: booked, found when they are due, sent. Prints figures; `cargo bench --bench follow_ups`, or with
//! `-- --small` a run of seconds.
//!
//! - Bookings a second, each a whole turn (read, decided, recorded with its reply), one a commit and a hundred a commit,
//!   beside a bare insert into a table of two columns in the same transaction mode.
//! - The scan for what is due, with more and more that is pending: its cost must follow the due ones.
//! - Deliveries a second through a Bot API on loopback.

#[path = "support/loopback.rs"]
mod loopback;
mod support;

use std::sync::Arc;
use std::time::{Duration, Instant};

use chrono::{DateTime, TimeDelta, Utc};
use loopback::{Loopback, TOKEN};
use popas::assistant::{Assistant, Mind};
use popas::channels::telegram::Telegram;
use popas::dialogue::reply::Choice;
use popas::dialogue::{Memory, Stage};
use popas::follow_ups::Subject;
use popas::language::Language;
use popas::message::{Address, Incoming, Said, Speaker};
use popas::store::deliveries::{self, New};
use popas::store::{Store, conversations, follow_ups};
use popas::workers::deliveries::Deliveries;
use popas::workers::pace::Limits;
use sqlx::SqlitePool;
use tempfile::TempDir;
use tokio::sync::{Notify, watch};

#[tokio::main]
async fn main() {
    // `cargo test --benches` runs benches too, and wants them short.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    let small = std::env::args().any(|argument| argument == "--small");
    let mind: Arc<dyn Mind> = Arc::new(support::engine(1));
    let bookings = if small { 200 } else { 5_000 };
    for batch in [1, 100] {
        book(&mind, bookings, batch).await;
    }
    for pending in if small { vec![1_000, 10_000] } else { vec![1_000, 100_000, 1_000_000] } {
        scan(pending).await;
    }
    deliver(&mind, if small { 500 } else { 20_000 }).await;
}

struct Database {
    url: String,
    store: Store,
    /// The database goes with it.
    _folder: TempDir,
}

impl Database {
    async fn new() -> Database {
        let folder = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite://{}/popas.db", folder.path().display());
        let store = Store::open(&url).await.expect("a database");
        Database { url, store, _folder: folder }
    }
}

fn now() -> DateTime<Utc> {
    support::today().and_hms_opt(10, 0, 0).expect("a time").and_utc()
}

fn a_second(count: i64, took: Duration) -> f64 {
    count as f64 / took.as_secs_f64()
}

/// Everybody was asked when she wants to be reminded, and presses a moment.
async fn book(mind: &Arc<dyn Mind>, people: i64, batch: usize) {
    let database = Database::new().await;
    let subject = Subject::Note { text: "call the office".into() };
    let stage = Stage::When { subject, moving: None, day: None, time: None, also: Vec::new() };
    let memory = Memory { stage, language: Some(Language::En), ..Memory::default() };
    let mut tx = database.store.begin().await.expect("a transaction");
    for chat in 1..=people {
        conversations::save(&mut tx, Address::Telegram(chat), &memory, now().timestamp()).await.expect("saved");
    }
    tx.commit().await.expect("a commit");
    let press = |chat: i64| Incoming {
        id: chat,
        from: Address::Telegram(chat),
        speaker: Speaker::default(),
        said: Said::Choice(Choice::At(now() + TimeDelta::hours(24))),
        replied_to: None,
        at: now(),
    };
    let presses: Vec<Incoming> = (1..=people).map(press).collect();
    let assistant = Assistant::new(mind.clone(), database.store.clone(), None);
    let start = Instant::now();
    for batch in presses.chunks(batch) {
        assistant.hear(batch, now()).await.expect("a commit");
    }
    let booked = start.elapsed();
    let bare = bare_inserts(people, batch).await;
    println!(
        "booking    {batch:>3} a commit: {:>7.0} bookings a second, {:>7.0} bare inserts a second",
        a_second(people, booked),
        a_second(people, bare)
    );
}

async fn bare_inserts(count: i64, batch: usize) -> Duration {
    let database = Database::new().await;
    let create = "create table bare (id integer primary key, words text not null) strict";
    let mut tx = database.store.begin().await.expect("a transaction");
    sqlx::query(create).execute(&mut *tx).await.expect("a table");
    tx.commit().await.expect("a commit");
    let ids: Vec<i64> = (1..=count).collect();
    let start = Instant::now();
    for batch in ids.chunks(batch) {
        let mut tx = database.store.begin().await.expect("a transaction");
        for id in batch {
            let insert = sqlx::query("insert into bare (id, words) values ($1, $2)").bind(id).bind("call the office");
            insert.execute(&mut *tx).await.expect("a row");
        }
        tx.commit().await.expect("a commit");
    }
    start.elapsed()
}

/// So many are pending for later, and some are due.
async fn scan(pending: i64) {
    const DUE: [i64; 3] = [0, 10, 200];
    let database = Database::new().await;
    let pool = SqlitePool::connect(&database.url).await.expect("a connection");
    let fill = "with recursive n(id) as (select 1 union all select id + 1 from n where id < $1)
        insert into follow_ups (id, channel, chat, kind, what, due_at, state, state_since, changes, booked_at)
        select id, 'telegram', id, 'reminder', '{\"reminder\":\"last-day\"}', $2 + id, 'pending', 0, 0, 0 from n";
    sqlx::query(fill).bind(pending).bind(now().timestamp()).execute(&pool).await.expect("rows");
    for due in DUE {
        let at = now().timestamp() + due;
        let rounds = 200;
        let start = Instant::now();
        for _ in 0..rounds {
            let mut tx = database.store.begin().await.expect("a transaction");
            assert_eq!(follow_ups::due(&mut tx, at, 200).await.expect("a scan").len() as i64, due);
            tx.rollback().await.expect("a rollback");
        }
        let scan = start.elapsed() / rounds;
        let start = Instant::now();
        for _ in 0..rounds {
            follow_ups::next_due(&database.store, at).await.expect("a look");
        }
        println!(
            "due scan   {pending:>7} pending, {due:>3} due: {scan:>9.1?}, next due {:>9.1?}",
            start.elapsed() / rounds
        );
    }
}

/// Replies to as many chats, one each, worded and sent.
async fn deliver(mind: &Arc<dyn Mind>, replies: i64) {
    let (database, server) = (Database::new().await, Loopback::start(0, 1, |_| "").await);
    let mut tx = database.store.begin().await.expect("a transaction");
    for chat in 1..=replies {
        let (to, reply) = (Address::Telegram(chat), deliveries::apology());
        let day = support::today();
        let new = New { reply: &reply, language: Language::En, day, about: None };
        deliveries::add(&mut tx, to, &new, now().timestamp()).await.expect("a row");
    }
    tx.commit().await.expect("a commit");
    let telegram = Telegram::new(Some(&TOKEN.into()), server.url.parse().ok().as_ref()).expect("a client");
    let limits = Limits { per_second: 0, chat_pause: Duration::ZERO };
    let worker = Deliveries::new(mind.clone(), database.store.clone(), telegram, limits);
    let (_stop, told) = watch::channel(None);
    let start = Instant::now();
    let running = tokio::spawn(worker.run(Arc::new(Notify::new()), told));
    server.until_sent(replies).await;
    println!("deliveries {replies:>7}: {:>7.0} a second", a_second(replies, start.elapsed()));
    running.abort();
}
