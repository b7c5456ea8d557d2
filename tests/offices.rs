//! Messages with places: who asks for our offices gets the right one, who asks for something else in the same town
//! gets none, and a place changes no answer for the worse.
//!
//! `tests/data/offices/asked.<lang>.jsonl` and `outside.<lang>.txt` are our own. Their first, third, … line is half A:
//! it may be looked at when the content is mended. The others are half B, which only judges.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::LazyLock;

use popas::commands::eval::{Heard, Kind, heard_by_ask};
use popas::engine::Engine;
use popas::faq::{Faq, Source};
use popas::language::Language;
use serde::Deserialize;

static ENGINE: LazyLock<Engine> = LazyLock::new(|| Engine::new(Faq::load(&Source::BuiltIn).unwrap(), None).unwrap());

fn lines(file: &str) -> Vec<String> {
    let path: PathBuf = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(file);
    let text = fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()));
    text.lines().filter(|line| !line.trim().is_empty() && !line.starts_with('#')).map(str::to_string).collect()
}

#[derive(Deserialize)]
struct Line {
    text: String,
    /// Entries that answer it; none when nothing of ours does.
    ok: Option<Vec<String>>,
    /// The small talk that it is.
    kind: Option<String>,
    /// The office that it asks for.
    office: Option<String>,
}

fn parsed(file: &str) -> Vec<Line> {
    lines(file).iter().map(|line| serde_json::from_str(line).unwrap()).collect()
}

/// The share of hits in each half of a corpus, and the misses of half A.
fn halves<T>(all: &[T], is_hit: impl Fn(&T) -> bool, told: impl Fn(&T) -> String) -> ([f64; 2], Vec<String>) {
    let (mut hits, mut of, mut missed) = ([0.0; 2], [0.0; 2], Vec::new());
    for (place, one) in all.iter().enumerate() {
        let half = place % 2;
        of[half] += 1.0;
        match is_hit(one) {
            true => hits[half] += 1.0,
            false if half == 0 => missed.push(told(one)),
            false => {}
        }
    }
    ([hits[0] / of[0], hits[1] / of[1]], missed)
}

#[test]
fn who_asks_for_an_office_gets_the_one_near_her_place() {
    let mut worse = Vec::new();
    for language in Language::ALL {
        let asked = parsed(&format!("offices/asked.{language}.jsonl"));
        assert!(asked.len() >= 25, "{language}");
        let is_hit = |line: &Line| {
            let heard = heard_by_ask(&ENGINE, &line.text);
            heard.offices.unwrap_or_default().first() == line.office.as_ref()
        };
        let ([a, b], missed) = halves(&asked, is_hit, |line| line.text.clone());
        println!("{language} office asked: A {a:.2}, B {b:.2}");
        if a < 0.93 || b < FLOOR_ASKED {
            worse.push(format!("{language}: A {a:.2}, B {b:.2}; of A {missed:#?}"));
        }
    }
    assert!(worse.is_empty(), "{}", worse.join("\n"));
}

const FLOOR_ASKED: f64 = 0.73;

#[test]
fn what_is_asked_of_others_in_the_same_towns_is_not_answered() {
    let mut worse = Vec::new();
    for language in Language::ALL {
        let outside = lines(&format!("offices/outside.{language}.txt"));
        assert!(outside.len() >= 20, "{language}");
        let is_hit = |text: &String| !matches!(heard_by_ask(&ENGINE, text).kind, Kind::Office | Kind::Answer);
        let ([a, b], missed) = halves(&outside, is_hit, String::clone);
        println!("{language} outside left: A {a:.2}, B {b:.2}");
        if a < 0.94 || b < FLOOR_OUTSIDE {
            worse.push(format!("{language}: A {a:.2}, B {b:.2}; of A {missed:#?}"));
        }
    }
    assert!(worse.is_empty(), "{}", worse.join("\n"));
}

const FLOOR_OUTSIDE: f64 = 0.84;

/// How good an answer is: the right one or none where none is right, a question back, anything else.
fn grade(line: &Line, heard: &Heard) -> u8 {
    let has = |entry: &String| line.ok.as_ref().is_some_and(|ok| ok.contains(entry));
    let right = match (&line.ok, &line.kind) {
        (Some(ok), _) if ok.is_empty() => heard.kind == Kind::Unknown,
        (Some(_), _) => heard.kind == Kind::Answer && heard.entries.first().is_some_and(has),
        (None, kind) => heard.smalltalk == *kind,
    };
    let asked_back = heard.kind == Kind::Choices
        && line.ok.as_ref().is_some_and(|ok| ok.is_empty() || heard.entries.iter().any(has));
    if right { 2 } else { u8::from(asked_back) }
}

/// All lines that ask for no office, with the ear for places and without it: what they change, they change for the
/// better. (They do where the question is one for all towns alike: its words are then known better.)
#[test]
fn no_place_is_read_into_other_messages_to_their_harm() {
    let deaf = Engine::new(Faq::load(&Source::BuiltIn).unwrap(), None).unwrap();
    let deaf = Engine { understanding: deaf.understanding.deaf_to_places(), ..deaf };
    let mut changed: BTreeMap<bool, Vec<String>> = BTreeMap::new();
    for language in Language::ALL {
        for line in parsed(&format!("eval/{language}.dev.jsonl")).iter().filter(|line| line.office.is_none()) {
            let (with, without) = (heard_by_ask(&ENGINE, &line.text), heard_by_ask(&deaf, &line.text));
            let answer = |heard: &Heard| (heard.kind, heard.smalltalk.clone(), heard.entries.first().cloned());
            if answer(&with) != answer(&without) {
                let told = format!("{language} {:?}: {:?}, not {:?}", line.text, answer(&with), answer(&without));
                changed.entry(grade(line, &with) >= grade(line, &without)).or_default().push(told);
            }
        }
    }
    println!("changed: {changed:#?}");
    assert!(!changed.contains_key(&false), "{:#?}", changed[&false]);
}
