//! How long one message takes: in the pure rooms alone, and on its whole way through a database in a temporary file.
//!
//! - `deciding`: `understand` and `respond`.
//! - `deciding_and_speaking`: the same, and the reply put into words.
//! - `hearing`: `Assistant::hear` of 1 message and of a batch of 100 from 100 people who wrote before: read, decided and
//!   committed at once. The commit waits for the disk.
//! - `lease_and_settle`: of so many replies, what the worker does in the database around sending them.
//! - `there_and_back`: heard, leased, spoken, rendered for Telegram and settled: everything but the network.
//!
//! Each with today's content (1) and with 10 times its entries (10); the larger one is learnt once, before the first
//! bench that uses it, and that time is in none of the figures.

mod support;

use std::cell::Cell;
use std::sync::{Arc, OnceLock};

use chrono::{DateTime, Utc};
use divan::{Bencher, black_box};
use popas::assistant::{Assistant, Mind};
use popas::channels::telegram::render::render;
use popas::dialogue::Situation;
use popas::engine::Engine;
use popas::message::{Address, Incoming, Said, Speaker};
use popas::store::deliveries::{Delivery, Outcome, Settled, lease, settle};
use popas::store::{Channel, Store};
use support::{MESSAGES, Message};
use tempfile::TempDir;
use tokio::runtime::Runtime;

const SIZES: [usize; 2] = [1, 10];
/// Messages in a batch, each of another person.
const BATCHES: [i64; 2] = [1, 100];

fn main() {
    divan::main();
}

#[divan::bench(consts = SIZES, args = MESSAGES, sample_count = 20, max_time = 1)]
fn deciding<const TIMES: usize>(bencher: Bencher<'_, '_>, message: Message) {
    let (engine, situation, said) = (engine(TIMES), situation(), Said::Text(message.text.into()));
    bencher.bench(|| engine.decide(black_box(&situation), black_box(&said)));
}

#[divan::bench(consts = SIZES, args = MESSAGES, sample_count = 20, max_time = 1)]
fn deciding_and_speaking<const TIMES: usize>(bencher: Bencher<'_, '_>, message: Message) {
    let (engine, situation, said) = (engine(TIMES), situation(), Said::Text(message.text.into()));
    bencher.bench(|| {
        let turn = engine.decide(black_box(&situation), black_box(&said));
        engine.speak(&turn.reply, turn.language, situation.today)
    });
}

#[divan::bench(consts = SIZES, args = BATCHES, sample_count = 20, sample_size = 1)]
fn hearing<const TIMES: usize>(bencher: Bencher<'_, '_>, people: i64) {
    let house = House::new(engine(TIMES), people);
    let batch = || {
        house.send_out(|_| ());
        house.batch()
    };
    bencher.with_inputs(batch).bench_local_values(|batch| house.hear(&batch));
}

#[divan::bench(args = BATCHES, sample_count = 20, sample_size = 1)]
fn lease_and_settle(bencher: Bencher<'_, '_>, people: i64) {
    let house = House::new(engine(1), people);
    bencher.with_inputs(|| house.hear(&house.batch())).bench_local_values(|()| house.send_out(|_| ()));
}

#[divan::bench(consts = SIZES, args = BATCHES, sample_count = 20, sample_size = 1)]
fn there_and_back<const TIMES: usize>(bencher: Bencher<'_, '_>, people: i64) {
    let house = House::new(engine(TIMES), people);
    bencher.with_inputs(|| house.batch()).bench_local_values(|batch| {
        house.hear(&batch);
        house.send_out(|delivery| {
            black_box(render(&house.mind.speak(&delivery.reply, delivery.language, delivery.day)));
        });
    });
}

/// The engine of that size; learning takes long, so it is done once.
fn engine(times: usize) -> Arc<Engine> {
    static ENGINES: [OnceLock<Arc<Engine>>; SIZES.len()] = [const { OnceLock::new() }; SIZES.len()];
    let place = SIZES.iter().position(|size| *size == times).expect("one of the sizes");
    ENGINES[place].get_or_init(|| Arc::new(support::engine(times))).clone()
}

/// A person who wrote before, and of whom nothing else is known.
fn situation() -> Situation {
    Situation::new(support::today())
}

/// What `popas run` has around an engine, without Telegram.
struct House {
    runtime: Runtime,
    mind: Arc<dyn Mind>,
    store: Store,
    assistant: Assistant,
    /// So many people write in each batch.
    people: i64,
    heard: Cell<i64>,
    /// The database is in it and goes with it.
    _folder: TempDir,
}

impl House {
    /// With people who wrote once and have their reply.
    fn new(engine: Arc<Engine>, people: i64) -> House {
        let runtime = Runtime::new().expect("a runtime");
        let folder = tempfile::tempdir().expect("a folder");
        let url = format!("sqlite://{}/popas.db", folder.path().display());
        let store = runtime.block_on(Store::open(&url)).expect("a database");
        let mind: Arc<dyn Mind> = engine;
        let assistant = Assistant::new(mind.clone(), store.clone(), None);
        let house = House { runtime, mind, store, assistant, people, heard: Cell::new(0), _folder: folder };
        house.hear(&house.batch());
        house.send_out(|_| ());
        house
    }

    /// A message of each person, never heard before.
    fn batch(&self) -> Vec<Incoming> {
        let first = self.heard.get();
        self.heard.set(first + self.people);
        let usual = MESSAGES.iter().filter(|message| message.name != "long").cycle();
        let messages = usual.skip(first as usize % (MESSAGES.len() - 1));
        let incoming = |(person, message): (i64, &Message)| Incoming {
            id: first + person,
            from: Address::Telegram(person),
            speaker: Speaker::default(),
            said: Said::Text(message.text.into()),
            replied_to: None,
            at: now(),
        };
        (0..self.people).zip(messages).map(incoming).collect()
    }

    fn hear(&self, batch: &[Incoming]) {
        self.runtime.block_on(self.assistant.hear(batch, now())).expect("a batch that is committed");
    }

    /// Takes what is due in hand and writes down that it was sent.
    fn send_out(&self, send: impl Fn(&Delivery)) {
        let (now, room) = (now().timestamp(), self.people as usize);
        self.runtime.block_on(async {
            let leased = lease(&self.store, Channel::Telegram, now, now + 60, room).await.expect("a lease");
            leased.iter().for_each(send);
            let sent = |delivery: &Delivery| delivery.settled(Outcome::Sent);
            let settled: Vec<Settled> = leased.iter().map(sent).collect();
            settle(&self.store, &settled, now).await.expect("a settlement");
        });
    }
}

fn now() -> DateTime<Utc> {
    support::today().and_hms_opt(10, 0, 0).expect("a time").and_utc()
}
