//! What confidence is worth: how many questions it answers at which risk, and whether it means what it says.
//!
//! Counted are the messages that ask something: those that an entry answers, and those that none does, for which any
//! entry is wrong.

use std::fmt::Write;

use super::{Expected, Judged, Kind};

/// A message as far as the curve knows it: how sure the first entry was, and whether it was right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Try {
    /// `None` when no entry was named.
    pub score: Option<f32>,
    pub right: bool,
}

/// The messages that ask something.
pub fn tries(judged: &[Judged]) -> Vec<Try> {
    let of = |one: &Judged| {
        let ok = match &one.line.expected {
            Expected::Entries(ok) => ok.as_slice(),
            Expected::Outside => &[],
            Expected::Smalltalk(_) | Expected::Office(_) => return None,
        };
        let named = matches!(one.heard.kind, Kind::Answer | Kind::Choices);
        let first = one.heard.entries.first().filter(|_| named);
        Some(Try { score: first.map(|_| one.heard.score), right: first.is_some_and(|entry| ok.contains(entry)) })
    };
    judged.iter().filter_map(of).collect()
}

/// What happens when every first entry that is at least that sure is answered.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Point {
    pub score: f32,
    /// The share of messages that get an answer.
    pub coverage: f32,
    /// The share of these answers that are wrong.
    pub risk: f32,
}

/// The curve, from the surest answer on; one point for each score that occurs.
pub fn curve(tries: &[Try]) -> Vec<Point> {
    let mut sure: Vec<(f32, bool)> = tries.iter().filter_map(|one| Some((one.score?, one.right))).collect();
    sure.sort_by(|one, other| other.0.total_cmp(&one.0));
    let mut points: Vec<Point> = Vec::new();
    let mut wrong = 0.0;
    for (place, (score, right)) in sure.iter().enumerate() {
        wrong += if *right { 0.0 } else { 1.0 };
        let answers = (place + 1) as f32;
        let point = Point { score: *score, coverage: answers / tries.len() as f32, risk: wrong / answers };
        // Messages of one score are answered together or not at all.
        match points.last_mut().filter(|last| last.score == *score) {
            Some(last) => *last = point,
            None => points.push(point),
        }
    }
    points
}

/// What it does in fact: the share of messages answered, and of the answers that are wrong.
pub fn answered(judged: &[Judged]) -> (f32, f32) {
    let asks = |one: &&Judged| matches!(one.line.expected, Expected::Entries(_) | Expected::Outside);
    let asking: Vec<&Judged> = judged.iter().filter(asks).collect();
    let answers = asking.iter().filter(|one| one.answered().is_some());
    let wrong = answers.clone().filter(|one| one.standing() == super::Standing::Wrong).count() as f32;
    let count = answers.count() as f32;
    (count / (asking.len() as f32).max(1.0), wrong / count.max(1.0))
}

/// The curve as CSV.
pub fn csv(points: &[Point]) -> String {
    let mut text = String::from("score,coverage,risk\n");
    for Point { score, coverage, risk } in points {
        let _ = writeln!(text, "{score:.4},{coverage:.4},{risk:.4}");
    }
    text
}

/// The curve in ten steps.
pub fn table(points: &[Point]) -> String {
    let mut text = String::from("risk over coverage: answering all from that score on\n answered    wrong    score\n");
    for step in 1..=10 {
        let least = step as f32 / 10.0;
        if let Some(point) = points.iter().find(|point| point.coverage >= least - 1e-6) {
            let [coverage, risk] = [point.coverage, point.risk].map(|share| 100.0 * share);
            let _ = writeln!(text, "{coverage:8.1}% {risk:7.1}% {:8.3}", point.score);
        }
    }
    text
}

/// Tries of about the same score.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Bin {
    pub from: f32,
    pub to: f32,
    pub count: usize,
    /// The mean score: what it said.
    pub said: f32,
    /// The share that was right.
    pub right: f32,
}

/// How many bins the scores are put into.
const BINS: usize = 10;

/// Whether scores mean what they say: right as often as they claim, tenth by tenth. Empty tenths are left out.
pub fn reliability(tries: &[Try]) -> Vec<Bin> {
    let named: Vec<(f32, bool)> = tries.iter().filter_map(|one| Some((one.score?, one.right))).collect();
    let bin = |number: usize| {
        let within = |score: f32| (score * BINS as f32).floor().clamp(0.0, BINS as f32 - 1.0) as usize == number;
        let own: Vec<&(f32, bool)> = named.iter().filter(|(score, _)| within(*score)).collect();
        let count = own.len();
        let mean = |of: fn(&(f32, bool)) -> f32| own.iter().map(|one| of(one)).sum::<f32>() / count as f32;
        let (said, right) = (mean(|one| one.0), mean(|one| f32::from(u8::from(one.1))));
        let edge = |number: usize| number as f32 / BINS as f32;
        (count > 0).then_some(Bin { from: edge(number), to: edge(number + 1), count, said, right })
    };
    (0..BINS).filter_map(bin).collect()
}

/// How far what was said is from what was found, on average: expected calibration error.
pub fn calibration_error(bins: &[Bin]) -> f32 {
    let all: usize = bins.iter().map(|bin| bin.count).sum();
    bins.iter().map(|bin| (bin.said - bin.right).abs() * bin.count as f32).sum::<f32>() / (all as f32).max(1.0)
}

/// The bins as a table in Markdown, which is read well in a terminal, too.
pub fn reliability_table(bins: &[Bin]) -> String {
    let mut text = String::from("| score | messages | said on average | right |\n|---|---|---|---|\n");
    for Bin { from, to, count, said, right } in bins {
        let _ = writeln!(text, "| {from:.1}–{to:.1} | {count} | {said:.3} | {right:.3} |");
    }
    let _ = writeln!(text, "\nmean distance of said and right: {:.3}", calibration_error(bins));
    text
}

#[cfg(test)]
mod tests {
    use super::super::judged;
    use super::*;

    fn some() -> Vec<Judged> {
        vec![
            judged("1", "a", "a", 0.95),
            judged("2", "a", "a", 0.8),
            judged("3", "a", "b", 0.8),
            judged("4", "outside", "choices: a, b", 0.5),
            judged("5", "a", "choices: a, b", 0.55),
            judged("6", "a", "unknown", 0.0),
            judged("7", "talk: thanks", "a", 0.9),
        ]
    }

    #[test]
    fn the_curve_answers_the_surest_first_and_never_what_has_no_entry() {
        let point = |score, coverage, risk| Point { score, coverage, risk };
        let points = curve(&tries(&some()));
        let expected = [
            point(0.95, 1.0 / 6.0, 0.0),
            point(0.8, 3.0 / 6.0, 1.0 / 3.0),
            point(0.55, 4.0 / 6.0, 1.0 / 4.0),
            point(0.5, 5.0 / 6.0, 2.0 / 5.0),
        ];
        assert_eq!(points, expected);
        assert_eq!(answered(&some()), (3.0 / 6.0, 1.0 / 3.0));
        assert!(csv(&points).starts_with("score,coverage,risk\n0.9500,0.1667,0.0000\n"));
        assert_eq!(curve(&[]), []);
    }

    #[test]
    fn scores_are_compared_with_what_was_found() {
        let bins = reliability(&tries(&some()));
        let found: Vec<_> = bins.iter().map(|bin| (bin.from, bin.count, bin.right)).collect();
        assert_eq!(found, [(0.5, 2, 0.5), (0.8, 2, 0.5), (0.9, 1, 1.0)]);
        assert!((calibration_error(&bins) - (0.05 + 0.6 + 0.05) / 5.0).abs() < 1e-6);
        let sure = Try { score: Some(1.0), right: true };
        assert_eq!(reliability(&[sure])[0].from, 0.9, "the last bin holds its upper end");
    }
}
