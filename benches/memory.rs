//! How much memory the engine holds: after it learnt from the content, and after 100,000 messages.
//!
//! Prints what Linux tells in `/proc/self/status`, the peak included (learning needs more than what is learnt);
//! elsewhere it says so and ends. The messages are the content's own ways of asking, all of them in turn, each decided
//! and put into words: whatever grew with messages would show. Telegram's client and the database are not in it.

mod support;

use std::hint::black_box;

use popas::assistant::Mind;
use popas::dialogue::Situation;
use popas::engine::Engine;
use popas::language::Language;
use popas::message::Said;

const MESSAGES: usize = 100_000;

fn main() {
    // `cargo test --benches` runs benches too, and wants them short.
    if !std::env::args().any(|argument| argument == "--bench") {
        return;
    }
    if status("VmRSS").is_none() {
        println!("memory: not measured, there is no /proc/self/status here");
        return;
    }
    show("before anything");
    let engine = support::engine(1);
    show("after learning");
    hear(&engine);
    show(&format!("after {MESSAGES} messages"));
}

fn hear(engine: &Engine) {
    let situation = Situation::new(support::today());
    let texts = Language::ALL
        .into_iter()
        .flat_map(|language| engine.faq.entries().iter().flat_map(move |entry| &entry.texts[language].asked_as));
    let texts: Vec<&String> = texts.collect();
    for text in texts.into_iter().cycle().take(MESSAGES) {
        let turn = engine.decide(&situation, &Said::Text(text.clone()));
        black_box(engine.speak(&turn.reply, turn.language, situation.today));
    }
}

fn show(when: &str) {
    let [resident, peak] = ["VmRSS", "VmHWM"].map(|name| status(name).unwrap_or_default() / 1024);
    println!("memory {when:<25} resident {resident:>5} MiB, peak {peak:>5} MiB");
}

/// A line of the process's status, in KiB.
fn status(name: &str) -> Option<u64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(':'))?;
    line.trim().strip_suffix(" kB")?.parse().ok()
}
