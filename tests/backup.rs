//! `popas backup`, while another process writes; and what is restored from it.

mod support;

use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Output};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicI64, Ordering};

use chrono::{DateTime, Utc};
use popas::assistant::Assistant;
use popas::message::{Address, Incoming, Said, Speaker};
use popas::store::{Channel, Store, deliveries};
use sqlx::SqlitePool;
use support::{Database, echo};

/// So many messages were heard before the first backup.
const ALREADY: i64 = 100;

fn backup(database: &str, file: &Path) -> Output {
    let mut program = Command::new(env!("CARGO_BIN_EXE_popas"));
    program.env_clear().env("DATABASE_URL", database).arg("backup").arg(file);
    program.output().unwrap()
}

fn now() -> DateTime<Utc> {
    DateTime::from_timestamp(1_764_000_000, 0).unwrap()
}

async fn hear(store: &Store, id: i64) {
    let (from, said) = (Address::Telegram(id % 50), Said::Text(format!("message {id}")));
    let incoming = Incoming { id, from, speaker: Speaker::default(), said, replied_to: None, at: now() };
    Assistant::new(echo(), store.clone(), None).hear(&[incoming], now()).await.unwrap();
}

/// Hears one message after another until told to stop; tells how many are committed.
async fn write(store: Store, committed: Arc<AtomicI64>, stop: Arc<AtomicBool>) {
    while !stop.load(Ordering::SeqCst) {
        let id = committed.load(Ordering::SeqCst) + 1;
        hear(&store, id).await;
        committed.store(id, Ordering::SeqCst);
    }
}

/// How many messages were heard, the number of the last, and how many replies wait.
async fn kept(url: &str) -> (i64, i64, i64) {
    let pool = SqlitePool::connect(url).await.unwrap();
    let select = "select (select count(*) from heard), (select max(id) from heard), (select count(*) from deliveries)";
    let kept = sqlx::query_as(select).fetch_one(&pool).await.unwrap();
    pool.close().await;
    kept
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_taken_while_the_service_writes_is_one_moment_and_can_be_gone_on_with() {
    let database = Database::new();
    let store = database.open().await;
    for id in 1..=ALREADY {
        hear(&store, id).await;
    }
    let (committed, stop) = (Arc::new(AtomicI64::new(ALREADY)), Arc::new(AtomicBool::new(false)));
    let writer = tokio::spawn(write(store.clone(), committed.clone(), stop.clone()));
    for round in 0..5 {
        let file = database.folder.path().join(format!("backup-{round}.db"));
        let (url, to) = (database.url.clone(), file.clone());
        let before = committed.load(Ordering::SeqCst);
        let output = tokio::task::spawn_blocking(move || backup(&url, &to)).await.unwrap();
        let after = committed.load(Ordering::SeqCst) + 1;
        assert_eq!(output.status.code(), Some(0), "{}", String::from_utf8_lossy(&output.stderr));
        assert_eq!(fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
        let restored = restore(&file).await;
        let (heard, last, waiting) = kept(&restored.url).await;
        assert!(before <= last && last <= after, "{before} {last} {after}");
        assert_eq!((heard, waiting), (last, last), "of each message its number and its reply");
        go_on(&restored, last).await;
    }
    stop.store(true, Ordering::SeqCst);
    writer.await.unwrap();
    assert!(committed.load(Ordering::SeqCst) > ALREADY, "nothing was written meanwhile");
}

/// As the README tells: the file is put in the place of the database.
async fn restore(file: &Path) -> Database {
    let database = Database::new();
    fs::copy(file, database.folder.path().join("popas.db")).unwrap();
    database
}

/// What was heard is known, what waits goes out, and new messages are heard.
async fn go_on(restored: &Database, last: i64) {
    let store = restored.open().await;
    for id in [last, last + 1] {
        hear(&store, id).await;
    }
    let leased = deliveries::lease(&store, Channel::Telegram, now().timestamp(), i64::MAX, 100).await.unwrap();
    assert_eq!(leased.len() as i64, (last + 1).min(50), "of each person the earliest that waits");
    store.close().await;
    assert_eq!(kept(&restored.url).await.2, last + 1);
}

#[tokio::test]
async fn a_backup_overwrites_nothing_and_says_what_is_in_its_way() {
    let database = Database::new();
    database.open().await.close().await;
    let at = |name: &str| database.folder.path().join(name);
    fs::write(at("taken.db"), "an older backup").unwrap();
    fs::write(at("running.db.part"), "half of it").unwrap();
    fs::write(at("text.db"), "this is no database, however long one reads it").unwrap();
    let in_folder = |name: &str| format!("sqlite://{}", at(name).display());
    let cases = [
        ("a file is there", database.url.clone(), "taken.db", "overwrites nothing"),
        ("another backup runs", database.url.clone(), "running.db", "running.db.part"),
        ("no folder", database.url.clone(), "missing/new.db", "folder must exist"),
        ("no database", in_folder("missing.db"), "new.db", "DATABASE_URL"),
        ("no database in the file", in_folder("text.db"), "new.db", "DATABASE_URL"),
        ("another kind of database", "postgres://user:secret@host/db".into(), "new.db", "DATABASE_URL"),
    ];
    for (name, url, file, expected) in cases {
        let output = backup(&url, &at(file));
        let error = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(1), "{name}: {error}");
        assert!(error.contains(expected) && error.lines().count() == 1 && !error.contains("secret"), "{name}: {error}");
    }
    assert_eq!(fs::read_to_string(at("taken.db")).unwrap(), "an older backup");
    assert_eq!(fs::read_to_string(at("running.db.part")).unwrap(), "half of it");
    assert!(["new.db", "new.db.part", "missing.db"].iter().all(|name| !at(name).exists()));
}

#[test]
fn a_backup_without_a_file_is_a_wrong_command_line() {
    let mut program = Command::new(env!("CARGO_BIN_EXE_popas"));
    assert_eq!(program.env_clear().arg("backup").output().unwrap().status.code(), Some(2));
}
