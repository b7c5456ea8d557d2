//! What was taken for what: the mistakes, most frequent first.

use std::collections::BTreeMap;
use std::fmt::Write;

use super::{Expected, Judged, Kind, Standing};

/// What was right, what it was taken for instead, and how often.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Pair {
    pub expected: String,
    pub heard: String,
    pub count: usize,
}

/// The pairs of all messages that got neither the right answer nor its offer.
pub fn pairs(judged: &[Judged]) -> Vec<Pair> {
    let mut counts: BTreeMap<(String, String), usize> = BTreeMap::new();
    for one in judged.iter().filter(|one| one.standing() < Standing::Offered) {
        let heard = match (one.heard.kind, &one.line.expected) {
            (Kind::Choices, Expected::Outside) => "choices".to_string(),
            (Kind::Choices, _) => "choices without it".to_string(),
            _ => one.heard_name(),
        };
        *counts.entry((one.expected_name(), heard)).or_default() += 1;
    }
    let mut pairs: Vec<Pair> =
        counts.into_iter().map(|((expected, heard), count)| Pair { expected, heard, count }).collect();
    // Stable: those of one count stay in the order of their names.
    pairs.sort_by_key(|pair| std::cmp::Reverse(pair.count));
    pairs
}

/// The first pairs as a table.
pub fn table(pairs: &[Pair], most: usize) -> String {
    let width = pairs.iter().take(most).map(|pair| pair.expected.len()).max().unwrap_or(0);
    let mut text = String::from("taken for something else: right → heard\n");
    for Pair { expected, heard, count } in pairs.iter().take(most) {
        let _ = writeln!(text, "{count:5}  {expected:width$} → {heard}");
    }
    let rest: usize = pairs.iter().skip(most).map(|pair| pair.count).sum();
    if rest > 0 {
        let _ = writeln!(text, "{rest:5}  in {} rarer pairs", pairs.len() - most);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::super::judged;
    use super::*;

    #[test]
    fn the_most_frequent_mistake_stands_first() {
        let judged = [
            judged("1", "a", "b", 0.9),
            judged("2", "outside", "c", 0.9),
            judged("3", "outside", "c", 0.8),
            judged("4", "a", "a", 0.9),
            judged("5", "a", "choices: b, a", 0.4),
            judged("6", "a", "choices: b, c", 0.4),
        ];
        let pairs = pairs(&judged);
        let found: Vec<_> = pairs.iter().map(|one| (one.count, one.expected.as_str(), one.heard.as_str())).collect();
        assert_eq!(found, [(2, "outside", "c"), (1, "a", "b"), (1, "a", "choices without it")]);
        assert!(table(&pairs, 1).ends_with("    2  outside → c\n    2  in 2 rarer pairs\n"));
    }
}
