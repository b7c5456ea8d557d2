//! Conversations as text files, through the real assistant and a database of their own.
//!
//! In `tests/conversations/*.txt` a line `> …` is said to Popas, the lines `< …` after it are its answer,
//! `@ 2025-11-22` sets the day (noon, or with `15:30` that time in Chișinău) and keeps the promises that are due by
//! then, `+ 46.48 30.72` shares a location, `# …` is a remark.
//!
//! `! call centre` opens one. `<< …` is what its staff read; `>> /queue` is said there, `>> 1: …` answers a message
//! about the matter of that number, `>> [Take 1]` presses a button. `POPAS_BLESS=1 cargo test --test conversations` writes the
//! answers of today into the files: read the difference before you commit it.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use chrono::{DateTime, Duration, NaiveDate, NaiveTime, TimeZone, Utc};
use chrono_tz::Europe::Chisinau;
use popas::assistant::{Assistant, Mind};
use popas::call_centre::CallCentre;
use popas::channels::terminal::shown;
use popas::channels::typed;
use popas::engine::Engine;
use popas::faq::{Faq, Source};
use popas::language::Language;
use popas::message::{Address, Incoming, Said, Speaker, StaffId};
use popas::store::deliveries::{self, Outcome};
use popas::store::{Channel, Store, desk_messages};
use popas::wording::spoken::Button;
use popas::workers::follow_ups::FollowUps;

#[tokio::test]
async fn conversations_go_as_written() {
    let engine = Arc::new(Engine::new(Faq::load(&Source::BuiltIn).unwrap(), None).unwrap());
    let bless = std::env::var_os("POPAS_BLESS").is_some();
    let mut wrong = Vec::new();
    for path in files() {
        let written = fs::read_to_string(&path).unwrap();
        let gone = replay(&written, &engine).await;
        if bless {
            fs::write(&path, gone).unwrap();
        } else if gone != written {
            wrong.push(format!("{}:\n{}", path.display(), first_difference(&written, &gone)));
        }
    }
    assert!(wrong.is_empty(), "{}\nIf the new answers are right: POPAS_BLESS=1", wrong.join("\n"));
}

/// The conversation as it goes today.
async fn replay(written: &str, engine: &Arc<Engine>) -> String {
    let folder = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", folder.path().join("test.db").display());
    let mut talk = Talk::new(Store::open(&url).await.unwrap(), engine.clone());
    let mut gone = String::new();
    for line in written.lines().filter(|line| !line.starts_with('<')) {
        gone += line;
        gone.push('\n');
        gone += &talk.go_on(line).await;
    }
    talk.store.close().await;
    gone
}

/// The chat of the call centre, and somebody who works there.
const DESK: i64 = -50;
const STAFF: StaffId = StaffId(8);

/// A conversation under way.
struct Talk {
    engine: Arc<Engine>,
    store: Store,
    centre: Option<Arc<CallCentre>>,
    at: DateTime<Utc>,
    id: i64,
    /// The buttons that the staff were shown.
    desk_buttons: Vec<Button>,
    /// The number of the last message to the call centre about each matter.
    desk_messages: HashMap<i64, i64>,
}

impl Talk {
    fn new(store: Store, engine: Arc<Engine>) -> Talk {
        let (desk_buttons, desk_messages) = (Vec::new(), HashMap::new());
        Talk { engine, store, centre: None, at: moment("2025-11-22"), id: 0, desk_buttons, desk_messages }
    }

    /// Does what a line says, and gives back what is said after it.
    async fn go_on(&mut self, line: &str) -> String {
        if line.starts_with("! call centre") {
            self.centre = Some(Arc::new(call_centre()));
        } else if let Some(at) = line.strip_prefix("@ ") {
            self.at = moment(at.trim());
            self.keep_promises().await;
        } else if let Some(said) = line.strip_prefix(">> ") {
            let (said, replied_to) = self.at_desk(said);
            let speaker = Speaker { app_language: None, staff: Some(STAFF) };
            self.hear(Address::Telegram(DESK), speaker, said, replied_to).await;
        } else if let Some(said) = line.strip_prefix("> ").map(typed).or_else(|| line.strip_prefix("+ ").map(location))
        {
            self.hear(Address::Terminal, Speaker::default(), said, None).await;
        } else {
            return String::new();
        }
        let to_person = self.answers(Channel::Terminal, "< ").await;
        to_person + &self.answers(Channel::Telegram, "<< ").await
    }

    async fn hear(&mut self, from: Address, speaker: Speaker, said: Said, replied_to: Option<i64>) {
        self.at += Duration::seconds(1);
        self.id += 1;
        let incoming = Incoming { id: self.id, from, speaker, said, replied_to, at: self.at };
        let assistant = Assistant::new(self.engine.clone(), self.store.clone(), self.centre.clone());
        assistant.hear(&[incoming], self.at).await.unwrap();
    }

    /// What a staff member does: a button by its words, an answer to a matter by its number, or words.
    fn at_desk(&self, said: &str) -> (Said, Option<i64>) {
        let label = said.strip_prefix('[').and_then(|said| said.strip_suffix(']'));
        if let Some(label) = label {
            let shown = self.desk_buttons.iter().rev().find(|button| button.label == label);
            // A conversation that presses a button which is not there goes on with what that button says.
            return (shown.map_or_else(|| typed(said), |button| Said::Choice(button.choice.clone())), None);
        }
        let answer = said.split_once(": ").and_then(|(matter, words)| Some((matter.parse::<i64>().ok()?, words)));
        match answer {
            Some((matter, words)) => (typed(words), self.desk_messages.get(&matter).copied()),
            None => (typed(said), None),
        }
    }

    async fn keep_promises(&self) {
        let promises = FollowUps {
            mind: self.engine.clone(),
            store: self.store.clone(),
            centre: self.centre.clone(),
            holidays: self.engine.faq.holidays.clone(),
            latest: Duration::hours(24),
            wake: Arc::default(),
        };
        while promises.step(self.at).await.unwrap() {}
    }

    async fn answers(&mut self, channel: Channel, mark: &str) -> String {
        let mut said = String::new();
        loop {
            let due = deliveries::lease(&self.store, channel, self.at.timestamp(), i64::MAX, 1).await.unwrap();
            let Some(delivery) = due.into_iter().next() else { return said };
            let spoken = self.engine.speak(&delivery.reply, delivery.language, delivery.day);
            for line in shown(&spoken).trim_end().lines() {
                said += format!("{mark}{line}").trim_end();
                said.push('\n');
            }
            if channel == Channel::Telegram {
                self.desk_buttons.extend(spoken.buttons);
            }
            if let Some(matter) = delivery.hand_over {
                desk_messages::note(&self.store, DESK, delivery.id, matter).await.unwrap();
                self.desk_messages.insert(matter, delivery.id);
            }
            let settled = delivery.settled(Outcome::Sent);
            deliveries::settle(&self.store, &[settled], self.at.timestamp()).await.unwrap();
        }
    }
}

/// One that calls a single person in each half hour.
fn call_centre() -> CallCentre {
    CallCentre {
        chat: DESK,
        staff: vec![],
        language: Language::En,
        hours: "mon-fri 08:00-12:00 13:00-17:00".parse().unwrap(),
        at_once: 1,
        lead: Duration::minutes(60),
        patience: Duration::minutes(30),
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
