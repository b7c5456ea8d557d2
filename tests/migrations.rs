//! A database of every earlier version opens in this one: nothing is lost, and everything goes on.
//!
//! `tests/data/databases/NNNN.sql` is a database as the program wrote it when NNNN was the newest migration:
//! people in the middle of their conversations, replies that wait, are parked or given up. A new migration needs
//! its sample: `POPAS_BLESS=1 cargo test --test migrations` has today's program write it where it is missing. A sample
//! is never written again: it is what was written then.

mod support;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, TimeDelta, Utc};
use popas::assistant::{Assistant, Mind};
use popas::call_centre::CallCentre;
use popas::channels::typed;
use popas::dialogue::Memory;
use popas::engine::Engine;
use popas::faq::{Faq, Source};
use popas::message::{Address, Incoming, Speaker};
use popas::stay::Holidays;
use popas::store::deliveries::{self, Delivery, Outcome, apology};
use popas::store::{Channel, Store, conversations, desk_messages};
use popas::workers::follow_ups::FollowUps;
use popas::workers::retention;
use sqlx::{Row, SqlitePool};
use support::{Database, desk_in};

/// When the samples were written, 22 November 2025; each line is said a minute after the one before.
const WRITTEN: i64 = 1_763_800_000;

/// What people say while a sample is written; the last thing each said leaves her in another stage.
const TALK: &[(i64, &str)] = &[
    (1, "what is the fine for overstaying my 90 days?"),
    (2, "am intrat pe 3 septembrie, am ieșit 20 octombrie, iar am intrat 2 noiembrie, cât mai pot sta?"),
    (3, "/language"),
    (3, "3"),
    (3, "въехал 3 сентября 2025, ещё здесь"),
    (3, "1"),
    (3, "нет"),
    (4, "скільки коштує подати документи на возз'єднання сім'ї з дружиною?"),
    (4, "/forget"),
    (5, "en yakın ofis nerede?"),
    (6, "3 sentyabr 2025 giriş etdim, hələ buradayam, neçə gün qala bilərəm?"),
    (6, "1"),
    (7, "/help"),
    (7, "/topics"),
    (8, "remind me on 5 December at 10 to call the office"),
    (8, "yes"),
    (9, "remind me on 6 December at 10 to buy the tickets"),
    (9, "yes"),
    (9, "/followups"),
    (9, "1"),
    (9, "cancel it"),
    (10, "I came in on 2 November and I am still here, how long may I stay?"),
    (10, "yes"),
    (10, "no"),
    (10, "remind me"),
    (11, "call me back"),
    (11, "1"),
    (11, "1"),
    (11, "in this chat"),
    (12, "remind me on 23 November at 9 to go to the office"),
    (12, "yes"),
    (13, "my work contract ended early, on 20 November 2025"),
    (13, "remind me"),
    (14, "I want to talk to a person"),
    (15, "/start overstay-fine"),
];

/// What became of the last reply to each; nothing yet: it was on its way when the program ended.
fn fate(chat: i64) -> Option<Outcome> {
    match chat {
        2 => None,
        3 => Some(Outcome::Blocked),
        5 => Some(Outcome::Refused("message-refused")),
        7 => Some(Outcome::Postponed { until: WRITTEN + 24 * 60 * 60 }),
        _ => Some(Outcome::Sent),
    }
}

fn mind() -> Arc<dyn Mind> {
    Arc::new(Engine::new(Faq::load(&Source::BuiltIn).unwrap(), None).unwrap())
}

fn minute(number: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(WRITTEN + number * 60, 0).unwrap()
}

/// The call centre's chat.
const DESK: i64 = -500;

fn centre() -> Option<Arc<CallCentre>> {
    desk_in(DESK).call_centre().map(Arc::new)
}

/// Lets the worker keep what is due at that time, however late.
async fn keep(store: &Store, mind: &Arc<dyn Mind>, now: DateTime<Utc>) {
    let (mind, store, holidays) = (mind.clone(), store.clone(), Holidays::new(vec![]).unwrap());
    let (latest, wake) = (TimeDelta::days(1000), Arc::default());
    FollowUps { mind, store, centre: centre(), holidays, latest, wake }.step(now).await.unwrap();
}

async fn hear(store: &Store, mind: &Arc<dyn Mind>, id: i64, chat: i64, text: &str) {
    let from = Address::Telegram(chat);
    let said = typed(text);
    let incoming = Incoming { id, from, speaker: Speaker::default(), said, replied_to: None, at: minute(id) };
    Assistant::new(mind.clone(), store.clone(), centre()).hear(&[incoming], minute(id)).await.unwrap();
}

async fn lease(store: &Store, at: DateTime<Utc>) -> Vec<Delivery> {
    let now = at.timestamp();
    deliveries::lease(store, Channel::Telegram, now, now + 60 * 60, 100).await.unwrap()
}

/// Lets today's program write a sample.
async fn write(database: &Database) {
    let (store, mind) = (database.open().await, mind());
    for (id, (chat, text)) in (1..).zip(TALK) {
        hear(&store, &mind, id, *chat, text).await;
        let is_last = TALK[id as usize..].iter().all(|(other, _)| other != chat);
        for delivery in lease(&store, minute(id)).await {
            let hers = delivery.to == Address::Telegram(*chat) && is_last;
            let Some(outcome) = (if hers { fate(*chat) } else { Some(Outcome::Sent) }) else { continue };
            if let Some(matter) = delivery.hand_over {
                desk_messages::note(&store, DESK, id, matter).await.unwrap();
            }
            deliveries::settle(&store, &[delivery.settled(outcome)], minute(id).timestamp()).await.unwrap();
        }
    }
    // A day and a half later one reminder is due, and goes out.
    let later = minute(36 * 60);
    keep(&store, &mind, later).await;
    for delivery in lease(&store, later).await.into_iter().filter(|delivery| delivery.to == Address::Telegram(12)) {
        deliveries::settle(&store, &[delivery.settled(Outcome::Sent)], later.timestamp()).await.unwrap();
    }
    store.close().await;
}

/// A database as SQL: tables and their rows, then indices and triggers.
async fn dump(pool: &SqlitePool) -> String {
    let select = "select type, name, sql from sqlite_schema where sql is not null order by type <> 'table', rowid";
    let mut sql = String::from("-- Written by Popas itself, see tests/migrations.rs.\n");
    for object in sqlx::query(select).fetch_all(pool).await.unwrap() {
        let (kind, name): (String, String) = (object.get("type"), object.get("name"));
        if name == "sqlite_sequence" {
            continue;
        }
        sql += &format!("{};\n", object.get::<String, _>("sql"));
        for row in if kind == "table" { rows(pool, &name).await } else { vec![] } {
            let (names, values): (Vec<String>, Vec<String>) = row.into_iter().unzip();
            sql += &format!("insert into {name} ({}) values ({});\n", names.join(", "), values.join(", "));
        }
    }
    sql
}

/// The rows of a table, each as its columns with their values in SQL.
async fn rows(pool: &SqlitePool, table: &str) -> Vec<BTreeMap<String, String>> {
    let names: Vec<String> = sqlx::query_scalar("select name from pragma_table_info($1) order by cid")
        .bind(table)
        .fetch_all(pool)
        .await
        .unwrap();
    let quoted: Vec<String> = names.iter().map(|name| format!("quote({name}) as {name}")).collect();
    let select = format!("select {} from {table}", quoted.join(", "));
    let rows = sqlx::query(sqlx::AssertSqlSafe(select)).fetch_all(pool).await.unwrap();
    rows.iter().map(|row| names.iter().map(|name| (name.clone(), row.get(name.as_str()))).collect()).collect()
}

/// All tables of ours that a database has.
async fn tables(pool: &SqlitePool) -> Vec<String> {
    let select = "select name from sqlite_schema where type = 'table' and substr(name, 1, 7) <> 'sqlite_'
        and name <> '_sqlx_migrations'";
    sqlx::query_scalar(select).fetch_all(pool).await.unwrap()
}

fn folder(path: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The files of a folder by the number their names begin with.
fn numbered(path: &str) -> BTreeMap<String, PathBuf> {
    let files = fs::read_dir(folder(path)).unwrap().map(|entry| entry.unwrap().path());
    files.map(|path| (path.file_name().unwrap().to_str().unwrap()[..4].to_string(), path)).collect()
}

async fn pool(database: &Database) -> SqlitePool {
    let options = format!("{}?mode=rwc", database.url);
    SqlitePool::connect(&options).await.unwrap()
}

/// Each sample in a file of its own.
async fn samples() -> Vec<(String, Database)> {
    let mut samples = vec![];
    for (number, path) in numbered("tests/data/databases") {
        let database = Database::new();
        let pool = pool(&database).await;
        let sql = fs::read_to_string(path).unwrap();
        sqlx::raw_sql(sqlx::AssertSqlSafe(sql)).execute(&pool).await.unwrap();
        pool.close().await;
        samples.push((number, database));
    }
    samples
}

#[tokio::test]
async fn every_migration_has_its_sample() {
    let newest = numbered("migrations/sqlite").into_keys().max().unwrap();
    let is_missing = !numbered("tests/data/databases").contains_key(&newest);
    if is_missing && std::env::var_os("POPAS_BLESS").is_some() {
        let database = Database::new();
        write(&database).await;
        let pool = pool(&database).await;
        fs::write(folder(&format!("tests/data/databases/{newest}.sql")), dump(&pool).await).unwrap();
    }
    let without: Vec<String> = numbered("migrations/sqlite")
        .into_keys()
        .filter(|number| !numbered("tests/data/databases").contains_key(number))
        .collect();
    assert_eq!(without, [""; 0], "POPAS_BLESS=1 cargo test --test migrations writes the newest one's");
}

#[tokio::test]
async fn nothing_is_lost_when_an_older_database_is_opened() {
    for (number, database) in samples().await {
        let pool = pool(&database).await;
        let mut before = BTreeMap::new();
        for table in tables(&pool).await {
            before.insert(table.clone(), rows(&pool, &table).await);
        }
        assert!(before["conversations"].len() >= 7 && before["deliveries"].len() >= 4, "{number}");
        database.open().await.close().await;
        for (table, before) in before {
            let after = rows(&pool, &table).await;
            assert_eq!(before.len(), after.len(), "{number}: {table}");
            for (before, after) in before.iter().zip(&after) {
                let kept = before.iter().all(|(column, value)| after.get(column) == Some(value));
                assert!(kept, "{number}: {table}: {before:?} became {after:?}");
            }
        }
        for check in ["pragma integrity_check", "select count(*) || '' from pragma_foreign_key_check"] {
            let found: String = sqlx::query_scalar(check).fetch_one(&pool).await.unwrap();
            assert!(["ok", "0"].contains(&found.as_str()), "{number}: {found}");
        }
    }
}

#[tokio::test]
async fn what_an_older_version_remembered_is_understood() {
    for (number, database) in samples().await {
        let store = database.open().await;
        let pool = pool(&database).await;
        let select = "select chat, stage, offered, trips from conversations where channel = 'telegram'";
        for row in sqlx::query(select).fetch_all(&pool).await.unwrap() {
            let mut tx = store.begin().await.unwrap();
            let memory = conversations::load(&mut tx, Address::Telegram(row.get("chat"))).await.unwrap().unwrap();
            tx.rollback().await.unwrap();
            let nothing = Memory::default();
            for (column, empty, known) in [
                ("stage", "{\"stage\":\"open\"}", memory.stage != nothing.stage),
                ("offered", "[]", memory.offered != nothing.offered),
                ("trips", "[]", memory.trips != nothing.trips),
            ] {
                let written: String = row.get(column);
                assert_eq!(written != empty, known, "{number}: {column} {written}");
            }
        }
    }
}

#[tokio::test]
async fn conversations_and_replies_of_an_older_version_go_on() {
    let mind = mind();
    for (number, database) in samples().await {
        let store = database.open().await;
        let pool = pool(&database).await;
        let waiting = chats(&pool, "select chat from deliveries where state = 'waiting'").await;
        let parked = chats(&pool, "select chat from deliveries where state = 'parked'").await;
        assert!(waiting.len() >= 2 && !parked.is_empty(), "{number}");
        assert_eq!(sent(&store, minute(LATER)).await, waiting, "{number}");
        // What Telegram tells again is answered no second time.
        for id in chats(&pool, "select id from heard where channel = 'telegram'").await {
            hear(&store, &mind, id, 1, "told again").await;
        }
        assert_eq!(sent(&store, minute(LATER)).await, [0; 0], "{number}");
        // Everybody goes on where she was; who had blocked the bot gets what was parked for her, too.
        let people = chats(&pool, "select chat from conversations where channel = 'telegram'").await;
        for chat in &people {
            hear(&store, &mind, 1000 + chat, *chat, "1").await;
        }
        let answered = sent(&store, minute(LATER)).await;
        for chat in people {
            let count = |chats: &[i64]| chats.iter().filter(|other| **other == chat).count();
            assert!(count(&answered) > count(&parked), "{number}: {chat}");
        }
        retention::step(&store, minute(0).timestamp() + TimeDelta::days(400).num_seconds()).await.unwrap();
        store.close().await;
    }
}

#[tokio::test]
async fn what_an_older_version_promised_is_kept() {
    let mind = mind();
    for (number, database) in samples().await {
        let store = database.open().await;
        let pool = pool(&database).await;
        sent(&store, minute(LATER)).await;
        let calls = chats(&pool, "select -500 from follow_ups where state = 'pending' and kind = 'call-back'").await;
        let reminders = "select chat from follow_ups where state = 'pending' and kind = 'reminder' order by chat";
        let expected = [calls, chats(&pool, reminders).await].concat();
        assert!(number.as_str() < "0002" || expected.len() >= 6, "{number}");
        sqlx::query("update hand_overs set nudged = 9").execute(&pool).await.unwrap();
        keep(&store, &mind, minute(LATER)).await;
        assert_eq!(sent(&store, minute(LATER)).await, expected, "{number}");
        assert_eq!(chats(&pool, "select id from follow_ups where state = 'pending'").await, [0; 0], "{number}");
        store.close().await;
    }
}

/// Late enough that all that was promised is due, in minutes.
const LATER: i64 = 200 * 24 * 60;

async fn chats(pool: &SqlitePool, select: &'static str) -> Vec<i64> {
    sqlx::query_scalar(select).fetch_all(pool).await.unwrap()
}

/// Sends all that is due: to whom, in order of chats. None of it is an apology.
async fn sent(store: &Store, now: DateTime<Utc>) -> Vec<i64> {
    let mut chats = vec![];
    loop {
        let leased = lease(store, now).await;
        if leased.is_empty() {
            chats.sort_unstable();
            return chats;
        }
        for delivery in leased {
            assert_ne!(delivery.reply, apology());
            deliveries::settle(store, &[delivery.settled(Outcome::Sent)], now.timestamp()).await.unwrap();
            chats.extend(match delivery.to {
                Address::Telegram(chat) => Some(chat),
                Address::Terminal => None,
            });
        }
    }
}
