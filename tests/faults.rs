//! What goes wrong around the service: long bans, slow and missing answers, a reply that cannot be worded, a full disk, a
//! locked database. Nothing is lost, nobody else waits, and it goes on by itself. `tests/telegram.rs` has the
//! faults of single calls.

mod support;

use std::io::BufReader;
use std::process::{Command, Stdio};

use chrono::Utc;
use popas::channels::telegram::Telegram;
use popas::language::Language;
use popas::message::Address;
use popas::store::deliveries::{self, New};
use popas::workers::deliveries::Deliveries;
use popas::workers::pace::Limits;
use sqlx::SqlitePool;
use support::bot::{Bot, refused, serving, too_many};
use support::bot_api::{BotApi, Fault, TOKEN};
use support::{Database, Running, echo, say, until_logged};
use tokio::sync::watch;

async fn sql(database: &Database, statement: &'static str) {
    let pool = SqlitePool::connect(&database.url).await.unwrap();
    sqlx::query(statement).execute(&pool).await.unwrap();
    pool.close().await;
}

/// How often sending to a chat was tried.
fn tries(api: &BotApi, chat: i64) -> usize {
    api.calls("sendMessage").iter().filter(|call| call["chat_id"] == chat).count()
}

#[tokio::test]
async fn a_ban_of_hours_is_kept_over_a_restart_and_ends_when_its_time_comes() {
    const HOURS: i64 = 7200;
    let (api, database, bot) = serving().await;
    api.fail("sendMessage", Some(1), too_many(HOURS.unsigned_abs()));
    let before = Utc::now().timestamp();
    ["a1", "a2"].iter().for_each(|text| api.says(1, text));
    api.until("it was tried", |api| tries(api, 1) == 1).await;
    bot.stop().await;
    let bot = Bot::start(&api, &database).await;
    api.says(2, "b");
    api.until_received(2, &["b"]).await;
    bot.stop().await;
    assert_eq!(tries(&api, 1), 1, "not before the time that Telegram named");
    // The time comes.
    let telegram = Telegram::new(Some(&TOKEN.into()), Some(&api.url.parse().unwrap())).unwrap();
    let limits = Limits { per_second: 0, chat_pause: std::time::Duration::ZERO };
    let mut worker = Deliveries::new(echo(), database.open().await, telegram, limits);
    let early = worker.step(before + HOURS).await.unwrap();
    let due = early.next_due.unwrap();
    assert!(
        early.in_hand == 0 && (before + HOURS + 1..=Utc::now().timestamp() + HOURS + 3).contains(&due),
        "{early:?}"
    );
    assert_eq!(worker.step(due).await.unwrap().in_hand, 1);
    api.until_received(1, &["a1"]).await;
    drop(worker);
    sql(&database, "update deliveries set due_at = 0, leased_until = 0").await;
    let bot = Bot::start(&api, &database).await;
    api.until("all is there", |api| api.received(1).last().is_some_and(|text| text == "a2")).await;
    bot.stop().await;
}

#[tokio::test]
async fn slow_answers_hold_up_nobody_else_and_nothing_is_said_twice() {
    let (api, _database, bot) = serving().await;
    let (release, released) = watch::channel(false);
    let slow = 1..=50;
    for chat in slow.clone() {
        api.fail("sendMessage", Some(chat), Fault::Slow(released.clone()));
        ["first", "second"].iter().for_each(|text| api.says(chat, text));
    }
    api.until("all are on their way", |api| api.calls("sendMessage").len() == 50).await;
    for text in ["b1", "b2"] {
        api.says(1000, text);
    }
    api.until_received(1000, &["b1", "b2"]).await;
    assert!(slow.clone().all(|chat| api.received(chat).is_empty()));
    release.send_replace(true);
    for chat in slow {
        api.until_received(chat, &["first", "second"]).await;
    }
    bot.stop().await;
}

#[tokio::test]
async fn what_waits_for_its_turn_longer_than_its_lease_is_sent_once() {
    let (api, database) = (BotApi::start().await, Database::new());
    let (release, released) = watch::channel(false);
    api.fail("sendMessage", Some(1), Fault::Slow(released));
    let store = database.open().await;
    let mut tx = store.begin().await.unwrap();
    let new = New { reply: &say("a"), language: Language::En, day: chrono::NaiveDate::default(), about: None };
    deliveries::add(&mut tx, Address::Telegram(1), &new, 0).await.unwrap();
    tx.commit().await.unwrap();
    let telegram = Telegram::new(Some(&TOKEN.into()), Some(&api.url.parse().unwrap())).unwrap();
    let limits = Limits { per_second: 0, chat_pause: std::time::Duration::ZERO };
    let mut worker = Deliveries::new(echo(), store, telegram, limits);
    for hours in 0..3 {
        assert_eq!(worker.step(hours * 3600).await.unwrap().in_hand, 1, "after {hours} hours");
    }
    let pool = SqlitePool::connect(&database.url).await.unwrap();
    let counted: i64 = sqlx::query_scalar("select attempts from deliveries").fetch_one(&pool).await.unwrap();
    assert_eq!(counted, 1, "what is in hand is not tried anew");
    pool.close().await;
    api.until("it is on its way", |api| tries(api, 1) == 1).await;
    release.send_replace(true);
    api.until_received(1, &["a"]).await;
    while worker.step(4 * 3600).await.unwrap().in_hand > 0 {
        tokio::task::yield_now().await;
    }
    assert_eq!(tries(&api, 1), 1);
}

#[tokio::test]
async fn a_slow_answer_to_a_call_for_updates_loses_nothing() {
    let (api, database) = (BotApi::start().await, Database::new());
    let (release, released) = watch::channel(false);
    api.fail("getUpdates", None, Fault::Slow(released));
    api.says(1, "a");
    let bot = Bot::start(&api, &database).await;
    api.until("it asks", |api| !api.calls("getUpdates").is_empty()).await;
    release.send_replace(true);
    api.until_received(1, &["a"]).await;
    bot.stop().await;
}

#[tokio::test]
async fn what_is_never_answered_is_tried_again() {
    let (api, _database, bot) = serving().await;
    api.fail("sendMessage", Some(1), Fault::Hang);
    ["first", "second"].iter().for_each(|text| api.says(1, text));
    api.until_received(1, &["first", "second"]).await;
    assert_eq!(tries(&api, 1), 3);
    bot.stop().await;
}

#[tokio::test]
async fn a_server_that_fails_again_and_again_is_tried_again_and_again() {
    let (api, _database, bot) = serving().await;
    for fault in [refused(500, "Internal Server Error"), Fault::ResetBefore, Fault::Text(503, "busy")] {
        api.fail("sendMessage", Some(1), fault);
    }
    ["first", "second"].iter().for_each(|text| api.says(1, text));
    api.says(2, "b");
    api.until_received(2, &["b"]).await;
    api.until_received(1, &["first", "second"]).await;
    bot.stop().await;
}

#[tokio::test]
async fn a_reply_that_cannot_be_worded_is_given_up_and_stops_no_other() {
    let (api, database, bot) = serving().await;
    for text in ["first", "no words", "second"] {
        api.says(1, text);
    }
    api.says(2, "b");
    api.until_received(1, &["first", "second"]).await;
    api.until_received(2, &["b"]).await;
    bot.stop().await;
    let pool = SqlitePool::connect(&database.url).await.unwrap();
    let reasons: Vec<String> =
        sqlx::query_scalar("select reason from deliveries where state = 'given-up'").fetch_all(&pool).await.unwrap();
    assert_eq!(reasons, ["cannot-be-worded"]);
}

/// The built program, in which a write that the disk has no room for fails instead of ending it.
fn program(api: &BotApi, database: &Database) -> Running {
    let mut shell = Command::new("sh");
    shell.args(["-c", "trap '' XFSZ; exec \"$0\" run --messages-per-second 0 --chat-pause 0"]);
    shell.arg(env!("CARGO_BIN_EXE_popas")).env_clear().env("PATH", std::env::var_os("PATH").unwrap_or_default());
    shell.env("TELOXIDE_TOKEN", TOKEN).env("TELOXIDE_API_URL", &api.url).env("DATABASE_URL", &database.url);
    Running(shell.stderr(Stdio::piped()).spawn().unwrap())
}

/// No file may grow past so many bytes, as on a full disk (a limit on the process, of the same effect on its writes).
fn limit_files(program: &Running, bytes: &str) {
    let id = program.0.id().to_string();
    let set = Command::new("prlimit").args(["--pid", &id, &format!("--fsize={bytes}:unlimited")]).status();
    assert!(set.expect("prlimit, of util-linux").success());
}

#[tokio::test]
async fn a_full_disk_pauses_the_intake_and_ends_by_itself() {
    let (api, database) = (BotApi::start().await, Database::new());
    let mut program = program(&api, &database);
    let log = BufReader::new(program.0.stderr.take().unwrap());
    api.says(1, "/help");
    api.until("it is answered", |api| api.received(1).len() == 1).await;
    // This one is on its way when the disk fills up: that it was sent cannot be written down.
    let (release, released) = watch::channel(false);
    api.fail("sendMessage", Some(2), Fault::Slow(released));
    api.says(2, "/help");
    api.until("it is on its way", |api| tries(api, 2) == 1 && api.unconfirmed() == 0).await;
    limit_files(&program, "0");
    release.send_replace(true);
    api.until("the second is there", |api| api.received(2).len() == 1).await;
    let log = until_logged(log, "replies wait").await;
    (3..=20).for_each(|chat| api.says(chat, "/help"));
    let log = until_logged(log, "no new messages are taken").await;
    let polls = api.calls("getUpdates").len();
    // What cannot be committed is not confirmed, and no more is fetched.
    assert!((3..=20).all(|chat| api.received(chat).is_empty()));
    assert_eq!(api.unconfirmed(), 18);
    limit_files(&program, "unlimited");
    let log = until_logged(log, "the database takes changes again").await;
    assert_eq!(api.calls("getUpdates").len(), polls);
    for chat in 3..=20 {
        api.until("all are answered", |api| api.received(chat).len() == 1).await;
    }
    assert!(program.end().await);
    drop(log);
    assert!((1..=20).all(|chat| api.received(chat).len() == 1), "nothing was said twice");
    assert_eq!(api.unconfirmed(), 0);
}

#[tokio::test]
async fn corrections_that_the_database_does_not_take_at_the_start_are_told_later() {
    let (api, database) = (BotApi::start().await, Database::new());
    database.open().await.close().await;
    sql(&database, "insert into watches values ('telegram', 1, 'overstay-fine', -1, 0)").await;
    sql(&database, "alter table watches rename to hidden").await;
    let mut program = program(&api, &database);
    let log = until_logged(BufReader::new(program.0.stderr.take().unwrap()), "reminders wait").await;
    sql(&database, "alter table hidden rename to watches").await;
    api.until("she is told", |api| api.received(1).len() == 1).await;
    assert!(program.end().await);
    drop(log);
}

#[tokio::test]
async fn a_database_that_another_program_locks_pauses_everything_and_loses_nothing() {
    let (api, database, bot) = serving().await;
    let (release, released) = watch::channel(false);
    api.fail("sendMessage", Some(1), Fault::Slow(released));
    ["first", "second"].iter().for_each(|text| api.says(1, text));
    api.until("it is on its way", |api| tries(api, 1) == 1 && api.unconfirmed() == 0).await;
    let pool = SqlitePool::connect(&database.url).await.unwrap();
    let lock = pool.begin_with("begin exclusive").await.unwrap();
    (2..=9).for_each(|chat| api.says(chat, "b"));
    release.send_replace(true);
    api.until("the first is there", |api| api.received(1).len() == 1).await;
    assert_eq!(api.unconfirmed(), 8);
    lock.rollback().await.unwrap();
    api.until_received(1, &["first", "second"]).await;
    for chat in 2..=9 {
        api.until_received(chat, &["b"]).await;
    }
    bot.stop().await;
    assert_eq!(api.unconfirmed(), 0);
}
