//! How the figures in `understanding/topics/decision.rs` were found: cross-validation over the content.
//!
//!     cargo run --release --example understanding            # the table, by language
//!     cargo run --release --example understanding fit        # also the calibrations, and the curves with their
//!                                                            # pictures: all that tests/data/eval/README.md names
//!
//! Each fifth of the ways of asking is judged by a model that learnt from the other four. What is fitted
//! here is fitted on the content alone; the evaluation sets only check it (`popas eval`).

use std::collections::BTreeMap;
use std::fmt::Write;
use std::path::{Path, PathBuf};

use popas::commands::eval::{heard_by_ask, of_messages};
use popas::engine::Engine;
use popas::faq::{Faq, Source, Talk};
use popas::judging::curve::{Bin, Try, csv, curve as risk_curve, reliability, reliability_table, tries};
use popas::judging::plots;
use popas::language::Language;
use popas::understanding::places::PlaceReader;
use popas::understanding::topics::{
    Calibration, Evidence, Hints, Sample, Settings, Thresholds, Topic, Topics, Verdict, samples, topics,
};

const FOLDS: usize = 5;

/// A held-out way of asking, and what was made of it.
struct Held {
    language: Language,
    topic: Topic,
    evidence: Evidence,
    /// How likely the best entry is right, as it says in production.
    sure: f32,
    lead: f32,
    /// The entry that counts as right, and its rank among the candidates.
    rank: Option<usize>,
    verdict: Verdict,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let faq = Faq::load(&Source::BuiltIn).map_err(|problems| problems.to_string())?;
    let held = cross_validate(&faq);
    print!("{}", table(&held));
    if std::env::args().any(|argument| argument == "fit") {
        let best = fit(&held, |held| held.rank == Some(0));
        let among = fit(&held, |held| held.rank.is_some_and(|rank| rank < 4));
        println!("BEST: {best:.3?}\nAMONG: {among:.3?}");
        let curve = curve(&held, &best);
        std::fs::write(in_folder("curve.csv"), &curve)?;
        print!("{curve}");
        draw(&held, faq)?;
    }
    Ok(())
}

fn in_folder(name: &str) -> PathBuf {
    Path::new("tests/data/eval").join(name)
}

/// What scores are worth, on the held-out ways of asking and on the messages that nothing was learnt from.
fn draw(held: &[Held], faq: Faq) -> Result<(), Box<dyn std::error::Error>> {
    let asks = |one: &&Held| one.rank.is_some() || matches!(one.topic, Topic::Talk(talk) if talk.is_outside());
    let as_try = |one: &Held| Try { score: Some(one.sure), right: one.rank == Some(0) };
    let held: Vec<Try> = held.iter().filter(asks).map(as_try).collect();
    let engine = Engine::new(faq, None)?;
    let files = Language::ALL.map(|language| in_folder(&format!("{language}.dev.jsonl")));
    let dev = tries(&of_messages(&files, |text| heard_by_ask(&engine, text))?.judged);
    let curves = [&held, &dev].map(|tries| risk_curve(tries));
    let bins = [&held, &dev].map(|tries| reliability(tries));
    let readme = std::fs::read_to_string(in_folder("README.md"))?;
    let readme = NAMES.iter().zip(&bins).fold(readme, |text, (name, bins)| with_table(&text, name, bins));
    std::fs::write(in_folder("README.md"), readme)?;
    std::fs::write(in_folder("risk-coverage.csv"), csv(&curves[1]))?;
    let [cross, fresh] = NAMES;
    std::fs::write(in_folder("risk-coverage.png"), plots::risk_coverage(&[(cross, &curves[0]), (fresh, &curves[1])]))?;
    std::fs::write(in_folder("reliability.png"), plots::reliability(&[(cross, &bins[0]), (fresh, &bins[1])]))?;
    Ok(())
}

/// The text with the table of that name, between its two marks, as it is now.
fn with_table(text: &str, name: &str, bins: &[Bin]) -> String {
    let [begin, end] = [format!("<!-- {name} -->\n"), format!("<!-- end of {name} -->\n")];
    let (Some(from), Some(to)) = (text.find(&begin), text.find(&end)) else { return text.to_string() };
    format!("{}\n{}\n{}", &text[..from + begin.len()], reliability_table(bins), &text[to..])
}

/// What the two lines of a picture are called.
const NAMES: [&str; 2] = ["cross-validation", "dev sets"];

fn cross_validate(faq: &Faq) -> Vec<Held> {
    let all_topics = topics(faq);
    let all = samples(faq, &all_topics);
    let places = PlaceReader::new(faq);
    let mut held = Vec::new();
    for fold in 0..FOLDS {
        let (mut inside, mut outside) = (Vec::new(), Vec::new());
        for (number, sample) in all.iter().enumerate() {
            if mixed(number) % FOLDS == fold { outside.push(*sample) } else { inside.push(*sample) }
        }
        let learnt = Topics::learn_from(
            faq,
            &places,
            all_topics.clone(),
            &inside,
            Settings::for_texts(inside.len()),
            Thresholds::default(),
        );
        held.extend(outside.iter().map(|sample| judge(&learnt, &places, &all_topics, sample)));
    }
    held
}

fn judge(learnt: &Topics, places: &PlaceReader, topics: &[Topic], sample: &Sample<'_>) -> Held {
    let topic = topics[sample.class].clone();
    let nameless = places.read(sample.text).nameless;
    let weighed = learnt.weigh(&nameless, Hints::default());
    let meant = entry_meant(&topic);
    Held {
        language: sample.language,
        rank: weighed.candidates.iter().position(|one| meant.as_deref() == Some(one.entry.as_str())),
        lead: weighed.candidates[0].share - weighed.candidates[1].share,
        sure: weighed.sure(),
        evidence: weighed.evidence,
        verdict: learnt.judge(sample.text, &nameless, Hints::default()).verdict,
        topic,
    }
}

fn entry_meant(topic: &Topic) -> Option<String> {
    match topic {
        Topic::Entry(entry) => Some(entry.to_string()),
        Topic::Talk(talk) => entry_of(*talk).map(str::to_string),
    }
}

/// The entry that answers a question which is worked out.
fn entry_of(talk: Talk) -> Option<&'static str> {
    match talk {
        Talk::Office => Some("one-stop-shops"),
        Talk::Days => Some("stay-90-180"),
        _ => None,
    }
}

/// The entry answered, if one was.
fn answered(verdict: &Verdict) -> Option<String> {
    match verdict {
        Verdict::Answer(entry) => Some(entry.to_string()),
        Verdict::Talk(talk) => entry_of(*talk).map(str::to_string),
        Verdict::Choices(_) | Verdict::Unknown { .. } => None,
    }
}

fn table(held: &[Held]) -> String {
    let mut tallies: BTreeMap<(&str, &str), (usize, usize)> = BTreeMap::new();
    for one in held {
        let meant = entry_meant(&one.topic);
        let given = answered(&one.verdict);
        let facts = match (&meant, &one.topic) {
            (Some(meant), _) => {
                let right = given.as_ref() == Some(meant);
                let offered = matches!(&one.verdict, Verdict::Choices(all) if all.iter().any(|e| e.as_str() == meant));
                vec![("right", right), ("right or offered", right || offered), ("wrong", given.is_some() && !right)]
            }
            (None, Topic::Talk(talk)) if talk.is_outside() => vec![
                ("outside answered", given.is_some()),
                ("outside offered", matches!(one.verdict, Verdict::Choices(_))),
            ],
            (None, Topic::Talk(talk)) => vec![("small talk", one.verdict == Verdict::Talk(*talk))],
            (None, Topic::Entry(_)) => Vec::new(),
        };
        for (what, hit) in facts {
            for language in [one.language.code(), "all"] {
                let tally = tallies.entry((what, language)).or_default();
                *tally = (tally.0 + usize::from(hit), tally.1 + 1);
            }
        }
    }
    let mut table = String::new();
    for ((what, language), (hits, of)) in tallies {
        let _ = writeln!(table, "{what:18} {language:4} {:6.3}  of {of}", hits as f32 / of as f32);
    }
    table
}

/// Logistic regression by Newton's method, with a touch of ridge so that it always has a solution.
fn fit(held: &[Held], is_hit: impl Fn(&Held) -> bool) -> Calibration {
    let mut weights: Calibration = [0.0; 9];
    for _ in 0..25 {
        let (mut slope, mut bend) = ([0.0f64; 9], [[0.0f64; 9]; 9]);
        for one in held {
            let p = f64::from(one.evidence.probability(&weights));
            let off = f64::from(u8::from(is_hit(one))) - p;
            let x: Vec<f64> = one.evidence.0.iter().map(|value| f64::from(*value)).chain([1.0]).collect();
            for row in 0..9 {
                slope[row] += off * x[row];
                (0..9).for_each(|column| bend[row][column] += p * (1.0 - p) * x[row] * x[column]);
            }
        }
        for (row, line) in bend.iter_mut().enumerate() {
            line[row] += 0.1;
            slope[row] -= 0.1 * f64::from(weights[row]);
        }
        let step = solve(bend, slope);
        weights.iter_mut().zip(step).for_each(|(weight, step)| *weight += step as f32);
    }
    weights
}

/// Gaussian elimination; the matrix is positive definite.
fn solve(mut matrix: [[f64; 9]; 9], mut right: [f64; 9]) -> [f64; 9] {
    for pivot in 0..9 {
        for row in pivot + 1..9 {
            let factor = matrix[row][pivot] / matrix[pivot][pivot];
            let above = matrix[pivot];
            (pivot..9).for_each(|column| matrix[row][column] -= factor * above[column]);
            right[row] -= factor * right[pivot];
        }
    }
    for row in (0..9).rev() {
        let known: f64 = (row + 1..9).map(|column| matrix[row][column] * right[column]).sum();
        right[row] = (right[row] - known) / matrix[row][row];
    }
    right
}

/// For each probability from which an entry is answered: what becomes of questions and of what is none;
/// and how often an entry of that probability is right.
fn curve(held: &[Held], calibration: &Calibration) -> String {
    let mut curve = String::from("answer,margin,right,wrong,outside answered,probability said,probability found\n");
    for margin in [0.0, 0.15, 0.3] {
        for step in 6..19 {
            let answer = step as f32 * 0.05;
            let sure = |one: &&Held| one.evidence.probability(calibration) >= answer && one.lead >= margin;
            let questions = held.iter().filter(|one| one.rank.is_some());
            let outside = held.iter().filter(|one| matches!(one.topic, Topic::Talk(talk) if talk.is_outside()));
            let asked = questions.clone().count() as f32;
            let right = questions.clone().filter(sure).filter(|one| one.rank == Some(0)).count() as f32;
            let wrong = questions.filter(sure).count() as f32 - right;
            let near = |one: &&Held| (one.evidence.probability(calibration) - answer).abs() < 0.05;
            let (said, found) = mean(held.iter().filter(near), calibration);
            let _ = writeln!(
                curve,
                "{answer:.2},{margin:.2},{:.3},{:.3},{:.3},{said:.3},{found:.3}",
                right / asked,
                wrong / asked,
                outside.clone().filter(sure).count() as f32 / outside.count() as f32,
            );
        }
    }
    curve
}

/// The mean probability said of some, and how many of them were right.
fn mean<'a>(some: impl Iterator<Item = &'a Held>, calibration: &Calibration) -> (f32, f32) {
    let (mut said, mut hits, mut of) = (0.0, 0.0, 0.0f32);
    for one in some {
        said += one.evidence.probability(calibration);
        hits += f32::from(u8::from(one.rank == Some(0)));
        of += 1.0;
    }
    (said / of.max(1.0), hits / of.max(1.0))
}

/// A number's place in a fixed shuffle.
fn mixed(number: usize) -> usize {
    (number as u64).wrapping_mul(0x9e37_79b9_7f4a_7c15).rotate_right(32) as usize
}
