//! The invariants of `src/lib.rs`, read off the source: which room may use what.

use std::fs;
use std::path::Path;

/// A room of the source and the words that must not stand in it.
const FORBIDDEN: &[(&[&str], &[&str], &str)] = &[
    (
        &["understanding", "stay", "dialogue", "follow_ups", "call_centre", "links", "local_time"],
        &[
            "async fn",
            "sqlx",
            "teloxide",
            "tokio",
            "std::fs",
            "std::io",
            "Utc::now",
            "Local::now",
            "Instant::now",
            "SystemTime",
        ],
        "is pure: no async, database, network, files or clock",
    ),
    (
        &["faq", "wording", "engine", "message", "language", "assistant", "store", "review", "judging", "picture"],
        &["teloxide", "Utc::now", "Local::now", "SystemTime::now"],
        "does not know Telegram's client, nor what time it is",
    ),
    (
        &[
            "faq",
            "wording",
            "engine",
            "message",
            "language",
            "assistant",
            "workers",
            "channels",
            "commands",
            "settings",
        ],
        &["sqlx::"],
        "does not know SQL: only `store` does",
    ),
    (
        &["wording", "dialogue", "faq", "picture", "channels"],
        &["to_uppercase", "to_ascii_uppercase", "to_titlecase"],
        "changes no letter case for people: the words are in the case of their language already (Turkish i, İ)",
    ),
    (
        &["commands", "workers", "store", "assistant"],
        &["teloxide::"],
        "does not know teloxide: only `channels/telegram` does",
    ),
];

#[test]
fn rooms_use_only_what_they_may() {
    let mut broken = Vec::new();
    for (path, text) in source() {
        for (rooms, words, rule) in FORBIDDEN {
            if !rooms.iter().any(|room| room_of(&path) == *room) {
                continue;
            }
            for (place, line) in code_lines(&text) {
                for word in words.iter().filter(|word| line.contains(**word)) {
                    broken.push(format!("{path}:{place}: `{word}`: this room {rule}"));
                }
            }
        }
    }
    assert!(broken.is_empty(), "{}", broken.join("\n"));
}

#[test]
fn only_the_telegram_channel_names_teloxide() {
    for (path, text) in source().into_iter().filter(|(path, _)| !path.starts_with("channels/telegram")) {
        // The environment variables and settings bear teloxide's name by contract.
        let named = code_lines(&text).find(|(_, line)| line.contains("teloxide::") || line.contains("use teloxide"));
        assert_eq!(named, None, "{path} uses teloxide");
    }
}

#[test]
fn rust_holds_no_legal_figure() {
    // 90 of 180, the fine in lei and units, the fee: figures that only faq/law.toml may hold.
    let figures = ["180", "600", "1500", "288"];
    let mut found = Vec::new();
    for (path, text) in source().into_iter() {
        for (place, line) in code_lines(&text) {
            let numbers = line.split(|c: char| !c.is_ascii_alphanumeric() && !"_.-/".contains(c));
            let legal: Vec<&str> = numbers.filter(|number| figures.contains(number)).collect();
            if !legal.is_empty() && !["commands", "channels", "workers", "store"].contains(&room_of(&path)) {
                found.push(format!("{path}:{place}: {}", legal.join(" ")));
            }
        }
    }
    assert!(found.is_empty(), "figures of the law in Rust:\n{}", found.join("\n"));
}

#[test]
fn rust_holds_no_prose_in_other_alphabets() {
    for (path, text) in source() {
        for (place, line) in code_lines(&text).filter(|_| !path.starts_with("understanding/spelling")) {
            let quoted = line.split('"').skip(1).step_by(2);
            let prose = quoted.into_iter().find(|words| words.chars().filter(|c| ('а'..='я').contains(c)).count() > 3);
            assert_eq!(prose, None, "{path}:{place}: words for people belong into locales/ or faq/");
        }
    }
}

/// Lines of code with their numbers: without comments, and without the tests written at the end of a file.
fn code_lines(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let lines = text.lines().enumerate().map(|(place, line)| (place + 1, line));
    lines
        .take_while(|(_, line)| !line.starts_with("mod tests {"))
        .filter(|(_, line)| !line.trim_start().starts_with("//"))
}

fn room_of(path: &str) -> &str {
    path.split(['/', '.']).next().unwrap_or(path)
}

fn source() -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let mut files = Vec::new();
    walk(&root, &root, &mut files);
    // Tests in folders of their own may hold what the rules forbid, as those at the end of a file may.
    files.retain(|(path, _)| !path.contains("/tests"));
    files
}

fn walk(root: &Path, folder: &Path, files: &mut Vec<(String, String)>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            walk(root, &path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            let name = path.strip_prefix(root).unwrap().to_string_lossy().replace('\\', "/");
            files.push((name, fs::read_to_string(&path).unwrap()));
        }
    }
}

#[test]
fn entries_that_rust_names_exist_and_are_not_retired() {
    let faq = popas::faq::Faq::load(&popas::faq::Source::BuiltIn).unwrap();
    let rooms = ["dialogue/answering.rs", "dialogue/routing.rs", "understanding/topics/decision.rs", "judging.rs"];
    let mut named = 0;
    for (path, text) in source().into_iter().filter(|(path, _)| rooms.contains(&path.as_str())) {
        for (place, line) in code_lines(&text) {
            let quoted = line.split('"').skip(1).step_by(2);
            let is_id = |word: &&str| word.contains('-') && word.chars().all(|c| c.is_ascii_alphanumeric() || c == '-');
            for id in quoted.filter(is_id).map(popas::faq::EntryId::new) {
                assert_eq!(faq.entry(&id).map(|entry| &entry.id), Some(&id), "{path}:{place}");
                named += 1;
            }
        }
    }
    assert!(named > 10, "{named} ids found in Rust");
}
