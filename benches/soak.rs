//! Memory of the whole service over a run of 1,000,000 messages: fetched, decided, committed, sent and settled, against a
//! Bot API on loopback in the same process. `cargo bench --bench soak`; `-- --messages 100000` for fewer, as fast as it
//! can; `-- --messages 3000 --messages-per-second 30 --chat-pause 1000` at the pace that Telegram allows. One thread
//! serves, as in the program.
//!
//! Prints resident memory ten times in the run: what grew with messages would show. The first tenth is told
//! apart, as caches fill then. 5,000 people write in turn, so that what is kept a person shows, too, and ends growing.

#[path = "support/loopback.rs"]
mod loopback;
mod support;

use std::sync::Arc;
use std::time::Instant;

use clap::Parser;
use loopback::{Loopback, TOKEN};
use popas::channels::telegram::Telegram;
use popas::commands::run::{Args, Service};
use popas::stay::Holidays;
use popas::store::Store;
use tokio::sync::watch;

const PEOPLE: i64 = 5_000;

#[derive(Parser)]
#[command(args_override_self = true)]
struct Settings {
    /// Given by cargo; without it nothing is measured
    #[arg(long)]
    bench: bool,
    /// So many messages
    #[arg(long, default_value_t = 1_000_000)]
    messages: i64,
    #[command(flatten)]
    run: Args,
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    // `cargo test --benches` runs benches too, and wants them short.
    let quick = ["soak", "--messages-per-second", "0", "--chat-pause", "0", "--poll-timeout", "1"].map(String::from);
    let settings = Settings::parse_from(quick.into_iter().chain(std::env::args().skip(1)));
    if !settings.bench {
        return;
    }
    let Some(before) = resident() else {
        println!("soak: not measured, there is no /proc/self/status here");
        return;
    };
    println!("soak before anything            resident {before:>5} MiB");
    let folder = tempfile::tempdir().expect("a folder");
    let url = format!("sqlite://{}/popas.db", folder.path().display());
    let server = Loopback::start(settings.messages, PEOPLE, text).await;
    let service = Service {
        mind: Arc::new(support::engine(1)),
        store: Store::open(&url).await.expect("a database"),
        telegram: Telegram::new(Some(&TOKEN.into()), server.url.parse().ok().as_ref()).expect("a client"),
        holidays: Holidays::new(vec![]).expect("no days"),
        args: settings.run,
    };
    println!("soak after learning             resident {:>5} MiB", resident().unwrap_or_default());
    let (stop, told) = watch::channel(false);
    let served = tokio::spawn(service.serve(told));
    let start = Instant::now();
    for tenth in 1..=10 {
        let sent = settings.messages * tenth / 10;
        server.until_sent(sent).await;
        let (memory, seconds) = (resident().unwrap_or_default(), start.elapsed().as_secs_f64());
        println!("soak after {sent:>9} messages   resident {memory:>5} MiB, {:.0} a second", sent as f64 / seconds);
    }
    stop.send_replace(true);
    served.await.expect("no panic").expect("a good end");
}

/// Usual messages in turn.
fn text(id: i64) -> &'static str {
    let usual = support::MESSAGES.len() as i64 - 1;
    support::MESSAGES[usize::try_from(id % usual).unwrap_or_default()].text
}

/// Resident memory, in MiB.
fn resident() -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:"))?;
    Some(line.trim().strip_suffix(" kB")?.parse::<u64>().ok()? / 1024)
}
