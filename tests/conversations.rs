//! Conversations as text files, through the real assistant and a database of their own.
//!
//! In `tests/conversations/*.txt` a line `> …` is said to Popas, the lines `< …` after it are its answer,
//! `@ 2025-11-22` sets the day (noon, or with `15:30` that time in Chișinău), `+ 46.48 30.72` shares a location,
//! `# …` is a remark. `POPAS_BLESS=1 cargo test --test conversations` writes the
//! answers of today into the files: read the difference before you commit it.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::Chisinau;
use popas::assistant::{Assistant, Mind};
use popas::channels::terminal::shown;
use popas::channels::typed;
use popas::engine::Engine;
use popas::faq::{Faq, Source};
use popas::message::{Address, Incoming, Said, Speaker};
use popas::store::deliveries::{self, Outcome};
use popas::store::{Channel, Store};

#[tokio::test]
async fn conversations_go_as_written() {
    let engine = Arc::new(Engine::new(Faq::load(&Source::BuiltIn).unwrap(), None).unwrap());
    let mind: Arc<dyn Mind> = engine;
    let bless = std::env::var_os("POPAS_BLESS").is_some();
    let mut wrong = Vec::new();
    for path in files() {
        let written = fs::read_to_string(&path).unwrap();
        let gone = replay(&written, mind.clone()).await;
        if bless {
            fs::write(&path, gone).unwrap();
        } else if gone != written {
            wrong.push(format!("{}:\n{}", path.display(), first_difference(&written, &gone)));
        }
    }
    assert!(wrong.is_empty(), "{}\nIf the new answers are right: POPAS_BLESS=1", wrong.join("\n"));
}

/// The conversation as it goes today.
async fn replay(written: &str, mind: Arc<dyn Mind>) -> String {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("test.db").display());
    let store = Store::open(&url).await.unwrap();
    let assistant = Assistant::new(mind.clone(), store.clone());
    let mut gone = String::new();
    let mut at = moment("2025-11-22");
    for (id, line) in (1..).zip(written.lines().filter(|line| !line.starts_with('<'))) {
        gone += line;
        gone.push('\n');
        if let Some(day) = line.strip_prefix("@ ") {
            at = moment(day.trim());
        }
        let Some(said) = line.strip_prefix("> ").map(typed).or_else(|| line.strip_prefix("+ ").map(location)) else {
            continue;
        };
        at += Duration::seconds(1);
        let incoming =
            Incoming { id, from: Address::Terminal, speaker: Speaker::default(), said, replied_to: None, at };
        assistant.hear(&[incoming], at).await.unwrap();
        for answer in answers(&store, &*mind, at).await {
            gone += &answer
                .trim_end()
                .lines()
                .map(|line| format!("< {line}").trim_end().to_string() + "\n")
                .collect::<String>();
        }
    }
    store.close().await;
    gone
}

async fn answers(store: &Store, mind: &dyn Mind, at: DateTime<Utc>) -> Vec<String> {
    let mut said = Vec::new();
    loop {
        let due = deliveries::lease(store, Channel::Terminal, at.timestamp(), i64::MAX, 1).await.unwrap();
        let Some(delivery) = due.into_iter().next() else { return said };
        said.push(shown(&mind.speak(&delivery.reply, delivery.language, delivery.day)));
        let settled = delivery.settled(Outcome::Sent);
        deliveries::settle(store, &[settled], at.timestamp()).await.unwrap();
    }
}

fn moment(written: &str) -> DateTime<Utc> {
    let (day, time) = written.split_once(' ').unwrap_or((written, "12:00"));
    let local = day.parse::<NaiveDate>().unwrap().and_time(NaiveTime::parse_from_str(time, "%H:%M").unwrap());
    Chisinau.from_local_datetime(&local).unwrap().to_utc()
}

fn location(written: &str) -> Said {
    let (latitude, longitude) = written.split_once(' ').unwrap();
    Said::Location { latitude: latitude.parse().unwrap(), longitude: longitude.parse().unwrap() }
}

fn files() -> Vec<PathBuf> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/conversations");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty());
    files
}

fn first_difference(written: &str, gone: &str) -> String {
    let pairs = written.lines().zip(gone.lines()).enumerate();
    match pairs.into_iter().find(|(_, (one, other))| one != other) {
        Some((place, (one, other))) => format!("line {}:\n  written: {one}\n  today:   {other}", place + 1),
        None => "one of the two ends earlier".to_string(),
    }
}
