//! The built program is killed with SIGKILL at random moments, and what it promised is looked for afterwards.
//!
//! Each round has a server, a database and a seed of its own. People write and press buttons while the program
//! runs, is killed (while it starts, decides, commits or sends), and is started again; at last it is left alone until
//! all is done. An oracle in this process, the same mind with a database that nobody kills, knows what each person must
//! have received and what must be remembered of her. Then, from what the Bot API saw and from the database:
//!
//! 1. Nothing is lost: each received all her replies, and each reminder that was due; none that was cancelled.
//! 2. No half hour is given twice, and the call centre was told of each call.
//! 3. Each message was decided once: each reply and each memory is the oracle's.
//! 4. Replies came in order, and none oftener than once more for each kill.
//! 5. Nobody received anything that is not hers: people write different things, and got the oracle's replies alone.
//!
//! A kill takes nothing from the operating system's memory; what a power cut takes is `synchronous = FULL`'s matter.
//! `POPAS_CRASH_SEED=7 cargo test --test crash` plays the rounds from that seed again, as far as the machine's own
//! timing lets it.

mod support;

use std::collections::BTreeMap;
use std::process::{Command, Stdio};
use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use chrono_tz::Europe::Chisinau;
use popas::assistant::{Assistant, Mind};
use popas::call_centre::CallCentre;
use popas::channels::telegram::render::{OutMessage, render};
use popas::channels::typed;
use popas::dialogue::reply::Choice;
use popas::follow_ups::{FollowUp, State};
use popas::language::Language;
use popas::message::{Address, Incoming, Said, Speaker};
use popas::stay::Holidays;
use popas::store::deliveries::{self, Outcome};
use popas::store::{Channel, Store, conversations, follow_ups};
use popas::workers::follow_ups::FollowUps;
use serde_json::json;
use sqlx::SqlitePool;
use support::bot_api::{BotApi, TOKEN, private_message};
use support::content::Content;
use support::random::Random;
use support::{Database, Running, desk_settings};

/// People who ask in a round; those who book something come once each.
const PEOPLE: usize = 12;
/// What they do in a round, all together.
const DEEDS: usize = 60;
/// Out of four deeds that many are bookings.
const BOOKINGS: usize = 1;

/// The call centre's chat.
const DESK: i64 = -500;
/// One call at a time, so that people race for half hours; the first is in half an hour, as people write two hours ago.
const DESK_FLAGS: [&str; 10] = [
    "--desk",
    "-500",
    "--desk-language",
    "en",
    "--call-hours",
    "mon-sun 00:00-23:30",
    "--calls-at-once",
    "1",
    "--call-lead",
    "150",
];
/// When people write, before the round begins: what they book for soon after is due when the program hears of it.
const AGO: TimeDelta = TimeDelta::hours(2);

/// What anybody may write. Nothing here is answered with opening hours: those change while a round goes on.
const TEXTS: &[&str] = &[
    "how much is the fine for overstaying?",
    "ce amendă este dacă am depășit 90 de zile?",
    "какой штраф за просрочку?",
    "як возз'єднати сім'ю?",
    "/help",
    "/topics",
    "/language",
    "/about",
    "/privacy",
    "/days",
    "xyzzy",
];

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_was_promised_survives_five_rounds_of_kills() {
    rounds(5).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
#[ignore = "takes minutes: cargo test --test crash -- --ignored"]
async fn what_was_promised_survives_a_hundred_rounds_of_kills() {
    rounds(100).await;
}

async fn rounds(count: u64) {
    let given = std::env::var("POPAS_CRASH_SEED").ok().and_then(|seed| seed.parse().ok());
    let first: u64 = given.unwrap_or_else(|| Utc::now().timestamp_micros().unsigned_abs());
    let content = Content::small();
    let (mut kills, mut replies, mut twice) = (0, 0, 0);
    for seed in first..first + count {
        println!("POPAS_CRASH_SEED={seed}");
        let round = Round::start(&content, seed).await;
        let (killed, received, again) = round.play().await;
        (kills, replies, twice) = (kills + killed, replies + received, twice + again);
    }
    println!("{count} rounds: {kills} kills, {replies} messages received, {twice} of them once more than needed");
}

/// What each must have received, and what is remembered of her: by the same mind, undisturbed.
struct Oracle {
    mind: Arc<dyn Mind>,
    centre: Option<Arc<CallCentre>>,
    store: Store,
    database: Database,
    last_id: i64,
    /// By chat, in order.
    expected: BTreeMap<i64, Vec<String>>,
    offered: BTreeMap<i64, Vec<Choice>>,
}

impl Oracle {
    async fn hear(&mut self, chat: i64, said: Said, at: DateTime<Utc>) {
        self.last_id += 1;
        let speaker = Speaker { app_language: Some(Language::En), ..Speaker::default() };
        let from = Address::Telegram(chat);
        let incoming = Incoming { id: self.last_id, from, speaker, said, replied_to: None, at };
        let assistant = Assistant::new(self.mind.clone(), self.store.clone(), self.centre.clone());
        assistant.hear(&[incoming], Utc::now()).await.unwrap();
        self.note_replies().await;
    }

    /// What is due by now is kept.
    async fn keep(&mut self) {
        let (mind, store, centre) = (self.mind.clone(), self.store.clone(), self.centre.clone());
        let (holidays, latest, wake) = (Holidays::new(vec![]).unwrap(), TimeDelta::days(1), Arc::default());
        FollowUps { mind, store, centre, holidays, latest, wake }.step(Utc::now()).await.unwrap();
        self.note_replies().await;
    }

    async fn note_replies(&mut self) {
        let now = Utc::now().timestamp();
        loop {
            let leased = deliveries::lease(&self.store, Channel::Telegram, now, i64::MAX, 9).await.unwrap();
            if leased.is_empty() {
                return;
            }
            for delivery in leased {
                let Address::Telegram(chat) = delivery.to else { continue };
                let spoken = self.mind.words(&delivery.reply, delivery.language, delivery.day).unwrap();
                self.expected.entry(chat).or_default().extend(render(&spoken).iter().map(shown));
                deliveries::settle(&self.store, &[delivery.settled(Outcome::Sent)], now).await.unwrap();
                self.offered.insert(chat, delivery.reply.choices);
            }
        }
    }

    /// The promises to a person.
    async fn promised(&self, chat: i64) -> Vec<FollowUp> {
        let mut tx = self.store.begin().await.unwrap();
        follow_ups::of(&mut tx, Address::Telegram(chat)).await.unwrap()
    }
}

/// A message as [`BotApi::received`] shows it.
fn shown(message: &OutMessage) -> String {
    match message {
        OutMessage::Text(text) => text.html.clone(),
        OutMessage::Photo { caption, .. } | OutMessage::Code { caption, .. } => format!("[photo: {caption}]"),
        OutMessage::Document { name, .. } => format!("[file: {name}]"),
    }
}

/// Buttons whose answers are the same at any time.
fn is_timeless(choice: &Choice) -> bool {
    use Choice::*;
    matches!(choice, Entry(_) | EntryPart(..) | Theme(_) | More(..) | Topics | Help | About | Privacy | Languages)
        || matches!(choice, Language(_) | AddTrip | CorrectTrips | ForgetTrips | Days)
}

/// Buttons whose answers depend on the day alone.
fn is_of_the_day(choice: &Choice) -> bool {
    is_timeless(choice) || matches!(choice, Choice::CountTrips | Choice::YesTo(_) | Choice::NoTo(_))
}

/// The first free half hour is another one after the clock has struck: nobody books while it does.
async fn past_half_hour() {
    const ROUND: u64 = 60;
    let left = 1800 - Utc::now().timestamp().unsigned_abs() % 1800;
    if left < ROUND {
        tokio::time::sleep(Duration::from_secs(left)).await;
    }
}

struct Round {
    api: BotApi,
    database: Database,
    faq: String,
    oracle: Oracle,
    random: Random,
    /// When everybody writes.
    at: DateTime<Utc>,
    kills: usize,
    bookers: i64,
}

impl Round {
    async fn start(content: &Content, seed: u64) -> Round {
        past_half_hour().await;
        let undisturbed = Database::new();
        let oracle = Oracle {
            mind: content.mind.clone(),
            centre: desk_settings(&DESK_FLAGS).call_centre().map(Arc::new),
            store: undisturbed.open().await,
            database: undisturbed,
            last_id: 0,
            expected: BTreeMap::new(),
            offered: BTreeMap::new(),
        };
        Round {
            api: BotApi::start().await,
            database: Database::new(),
            faq: content.folder.path().display().to_string(),
            oracle,
            random: Random::new(seed),
            at: Utc::now() - AGO,
            kills: 0,
            bookers: 0,
        }
    }

    /// Plays to the end and checks; gives kills, messages received and how many of them came again.
    async fn play(mut self) -> (usize, usize, usize) {
        let parts = 1 + self.random.below(3);
        for part in 0..parts {
            // As with every kill between a commit and its confirmation, which alone would be rare: all is told again.
            self.api.forget_confirmations(part % 2 == 0);
            for _ in 0..DEEDS / parts / 2 {
                self.deed(false).await;
            }
            // What is due goes out after what was heard in one batch.
            self.oracle.keep().await;
            let program = self.program();
            for _ in 0..DEEDS / parts / 2 {
                self.deed(true).await;
            }
            self.kill(program).await;
        }
        self.api.forget_confirmations(false);
        let asked = self.api.calls("getUpdates").len();
        let program = self.program();
        // Whatever there is may have been sent before; a program that has not begun cannot be told to stop.
        self.api.until("the program asks for updates", |api| api.calls("getUpdates").len() > asked).await;
        let (expected, kills) = (&self.oracle.expected, self.kills);
        let complete =
            |api: &BotApi| expected.iter().all(|(chat, texts)| copies(&api.received(*chat), texts).is_complete());
        self.api.until("everybody received all", complete).await;
        self.api.until("all is confirmed", |api| api.unconfirmed() == 0).await;
        assert!(program.end().await, "the program ends well");
        let (mut received, mut again) = (0, 0);
        for (chat, texts) in expected {
            let copies = copies(&self.api.received(*chat), texts);
            assert_eq!(copies.stranger, None, "chat {chat} received what is not hers, or not in order");
            assert!(copies.is_complete(), "chat {chat} lost a reply");
            assert!(copies.counts.iter().all(|count| *count <= 1 + kills), "chat {chat}: {copies:?}");
            received += copies.counts.iter().sum::<usize>();
            again += copies.counts.iter().sum::<usize>() - texts.len();
        }
        self.check_database().await;
        (kills, received, again)
    }

    /// Somebody writes, types a number, presses a button or books something; the oracle hears it too.
    async fn deed(&mut self, running: bool) {
        if self.random.below(4) < BOOKINGS {
            return self.booking(running).await;
        }
        let chat = 1000 + i64::try_from(self.random.below(PEOPLE)).unwrap();
        let offered = self.oracle.offered.get(&chat).cloned().unwrap_or_default();
        let number = self.random.below(offered.len().max(1));
        match (self.random.below(4), offered.get(number)) {
            (0, Some(choice)) if is_timeless(choice) => {
                self.api.presses(chat, &format!("q{}", self.random.next()), &choice.code());
                self.oracle.hear(chat, Said::Choice(choice.clone()), self.at).await;
            }
            (1, Some(choice)) if is_of_the_day(choice) => self.says(chat, &(number + 1).to_string()).await,
            (2, _) => {
                // Days that nobody else has.
                let (first, last) = (chat - 999, 1 + self.random.below(28));
                self.says(chat, &format!("entered {first} July 2026, left {last} September 2026")).await;
            }
            _ => {
                let text = *self.random.one_of(TEXTS);
                self.says(chat, text).await;
            }
        }
    }

    /// Somebody new books. While the program runs nobody books what is due at once, or cancels: whether the reminder or
    /// the next message is first would be chance.
    async fn booking(&mut self, running: bool) {
        self.bookers += 1;
        let chat = 2000 + self.bookers;
        let cancelled = !running && self.random.below(2) == 0;
        let soon = (self.at + TimeDelta::minutes(61)).with_timezone(&Chisinau);
        let day = if running { soon + TimeDelta::days(3) } else { soon };
        if self.random.below(2) == 0 {
            let text = format!("remind me on {} to water plant {chat}", day.format("%-d %B at %H:%M"));
            self.all_say(chat, &[&text, "yes"]).await;
        } else {
            self.all_say(chat, &["call me back", "1", "1", "in this chat"]).await;
        }
        assert_eq!(self.oracle.promised(chat).await.len(), 1, "{:?}", self.oracle.expected[&chat]);
        if cancelled {
            self.all_say(chat, &["/followups", "1", "cancel it"]).await;
            assert_eq!(self.oracle.promised(chat).await[0].state, State::Cancelled);
        }
    }

    async fn all_say(&mut self, chat: i64, texts: &[&str]) {
        for text in texts {
            self.says(chat, text).await;
        }
    }

    async fn says(&mut self, chat: i64, text: &str) {
        let mut update = private_message(chat, text);
        update["message"]["date"] = json!(self.at.timestamp());
        self.api.tell(update);
        self.oracle.hear(chat, typed(text), self.at).await;
    }

    fn program(&self) -> Running {
        let mut program = Command::new(env!("CARGO_BIN_EXE_popas"));
        program.args(["run", "--messages-per-second", "0", "--chat-pause", "0", "--faq", &self.faq]).args(DESK_FLAGS);
        program.env_clear().env("TELOXIDE_TOKEN", TOKEN).env("TELOXIDE_API_URL", &self.api.url);
        program.env("DATABASE_URL", &self.database.url).stdout(Stdio::null()).stderr(Stdio::null());
        Running(program.spawn().unwrap())
    }

    /// Kills the program after some of what it has to do, and a moment more.
    async fn kill(&mut self, program: Running) {
        let calls = |api: &BotApi| api.calls("sendMessage").len();
        let left: usize = self.oracle.expected.values().map(Vec::len).sum::<usize>() - self.sent();
        if self.random.below(4) > 0 && left > 0 {
            let enough = calls(&self.api) + self.random.below(left / 2 + 1);
            self.api.until("it sends", |api| calls(api) >= enough).await;
        }
        let moment = Duration::from_micros(self.random.next() % 50_000);
        tokio::time::sleep(moment).await;
        drop(program);
        self.kills += 1;
    }

    /// How many different messages arrived.
    fn sent(&self) -> usize {
        let arrived = |(chat, texts): (&i64, &Vec<String>)| {
            copies(&self.api.received(*chat), texts).counts.iter().filter(|count| **count > 0).count()
        };
        self.oracle.expected.iter().map(arrived).sum()
    }

    async fn check_database(&self) {
        let [pool, undisturbed] = [
            SqlitePool::connect(&self.database.url).await.unwrap(),
            SqlitePool::connect(&self.oracle.database.url).await.unwrap(),
        ];
        assert_eq!(count(&pool, "select count(*) from heard").await, self.oracle.last_id);
        for nothing in NOTHING {
            assert_eq!(count(&pool, nothing).await, 0, "{nothing}");
        }
        for alike in ALIKE {
            assert_eq!(lines(&pool, alike).await, lines(&undisturbed, alike).await);
        }
        pool.close().await;
        let store = self.database.open().await;
        let (mut one, mut other) = (store.begin().await.unwrap(), self.oracle.store.begin().await.unwrap());
        for chat in self.oracle.expected.keys().filter(|chat| **chat != DESK) {
            let [remembered, expected] = [
                conversations::load(&mut one, Address::Telegram(*chat)).await.unwrap(),
                conversations::load(&mut other, Address::Telegram(*chat)).await.unwrap(),
            ];
            assert_eq!(remembered, expected, "chat {chat}");
        }
    }
}

/// What there must be none of.
const NOTHING: [&str; 4] = [
    "select count(*) from deliveries",
    "select count(*) from pragma_integrity_check where integrity_check <> 'ok'",
    "select count(*) from follow_ups where state = 'pending' and kind = 'reminder' and due_at < unixepoch() - 60",
    // A half hour given twice.
    "select count(*) from (select due_at from follow_ups where kind = 'call-back' and state = 'pending'
        group by due_at having count(*) > 1)",
];

/// What must be as with the oracle: promises, matters, the last numbers given.
const ALIKE: [&str; 3] = [
    "select id || ' ' || chat || ' ' || what || ' ' || coalesce(seat, '') || ' ' || due_at || ' ' || state || ' ' || changes
        from follow_ups order by id",
    "select id || ' ' || chat || ' ' || coalesce(follow_up, '') || ' ' || state from hand_overs order by id",
    "select name || ' ' || last from counters order by name",
];

async fn count(pool: &SqlitePool, select: &'static str) -> i64 {
    sqlx::query_scalar(select).fetch_one(pool).await.unwrap()
}

async fn lines(pool: &SqlitePool, select: &'static str) -> Vec<String> {
    sqlx::query_scalar(select).fetch_all(pool).await.unwrap()
}

/// How often each expected message came, when they came in order.
#[derive(Debug)]
struct Copies {
    counts: Vec<usize>,
    /// What came and was not expected there.
    stranger: Option<String>,
}

impl Copies {
    fn is_complete(&self) -> bool {
        self.counts.iter().all(|count| *count > 0)
    }
}

/// A message may come again until the next one comes.
fn copies(received: &[String], expected: &[String]) -> Copies {
    let mut copies = Copies { counts: vec![0; expected.len()], stranger: None };
    let mut next = 0;
    for text in received {
        // Of two equal ones that follow each other the second is taken first: which it was cannot be told.
        if expected.get(next) == Some(text) {
            copies.counts[next] += 1;
            next += 1;
        } else if next > 0 && expected[next - 1] == *text {
            copies.counts[next - 1] += 1;
        } else {
            copies.stranger.get_or_insert_with(|| text.clone());
        }
    }
    copies
}

#[test]
fn copies_are_counted_and_strangers_seen() {
    let count = |received: &str, expected: &str| {
        let [received, expected] = [received, expected].map(|all| all.split(' ').map(String::from).collect::<Vec<_>>());
        let copies = copies(&received, &expected);
        (copies.counts, copies.stranger)
    };
    let stranger = |text: &str| Some(text.to_string());
    assert_eq!(count("a b c", "a b c"), (vec![1, 1, 1], None));
    assert_eq!(count("a b b", "a b c"), (vec![1, 2, 0], None));
    assert_eq!(count("a a a b", "a a b"), (vec![1, 2, 1], None));
    assert_eq!(count("a b a", "a b"), (vec![1, 1], stranger("a")));
    assert_eq!(count("b a", "a b"), (vec![1, 0], stranger("b")));
}
