//! Two versions of the content on the same messages: what got better, what got worse.

use std::fmt::Write;

use super::tables::lines;
use super::{Judged, Measure, Report};
use crate::language::Language;

/// A message that the two versions take for different things.
#[derive(Clone, Copy, Debug)]
pub struct Changed<'a> {
    pub before: &'a Judged,
    pub after: &'a Judged,
}

/// What became of messages between two versions.
#[derive(Debug, Default)]
pub struct Comparison<'a> {
    pub better: Vec<Changed<'a>>,
    pub worse: Vec<Changed<'a>>,
    /// Taken for something else, which is neither better nor worse.
    pub otherwise: Vec<Changed<'a>>,
}

/// Compares judgements of the same messages in the same order.
pub fn compare<'a>(before: &'a Report, after: &'a Report) -> Comparison<'a> {
    let mut comparison = Comparison::default();
    for (before, after) in before.judged.iter().zip(&after.judged) {
        let changed = Changed { before, after };
        match after.standing().cmp(&before.standing()) {
            std::cmp::Ordering::Greater => comparison.better.push(changed),
            std::cmp::Ordering::Less => comparison.worse.push(changed),
            std::cmp::Ordering::Equal if before.heard_name() != after.heard_name() => {
                comparison.otherwise.push(changed)
            }
            std::cmp::Ordering::Equal => {}
        }
    }
    comparison
}

impl Comparison<'_> {
    /// Every message that is taken for something else than before.
    pub fn lines(&self) -> String {
        let mut text = String::new();
        for (what, changed) in
            [("better", &self.better), ("worse", &self.worse), ("neither better nor worse", &self.otherwise)]
        {
            let _ = writeln!(text, "{what}: {}", changed.len());
            for Changed { before, after } in changed {
                let (line, was, is) = (&before.line, before.heard_name(), after.heard_name());
                let _ =
                    writeln!(text, "  {} (right: {}): {was} → {is}: {:?}", line.id, before.expected_name(), line.text);
            }
        }
        text
    }
}

/// The shares of both versions by language.
pub fn table(before: &Report, after: &Report) -> String {
    let row = |language: Option<Language>| {
        let cell = |measure| match (before.share(language, measure), after.share(language, measure)) {
            (Some(was), Some(is)) if was == is => format!("{:.1}", 100.0 * is),
            (Some(was), Some(is)) => format!("{:.1} → {:.1}", 100.0 * was, 100.0 * is),
            _ => "-".to_string(),
        };
        (language.map_or("all", Language::code).to_string(), Measure::ALL.map(cell))
    };
    lines(Language::ALL.into_iter().map(Some).chain([None]).map(row))
}

#[cfg(test)]
mod tests {
    use super::super::judged;
    use super::*;

    #[test]
    fn messages_are_better_worse_or_only_otherwise() {
        let before = Report {
            judged: vec![
                judged("1", "a", "unknown", 0.0),
                judged("2", "a", "a", 0.9),
                judged("3", "a", "b", 0.9),
                judged("4", "a", "a", 0.9),
            ],
        };
        let after = Report {
            judged: vec![
                judged("1", "a", "choices: a, b", 0.5),
                judged("2", "a", "c", 0.9),
                judged("3", "a", "c", 0.9),
                judged("4", "a", "a", 0.8),
            ],
        };
        let expected = "\
better: 1
  1 (right: a): unknown → choices: a, b: \"text of 1\"
worse: 1
  2 (right: a): a → c: \"text of 2\"
neither better nor worse: 1
  3 (right: a): b → c: \"text of 3\"
";
        assert_eq!(compare(&before, &after).lines(), expected);
        let table = table(&before, &after);
        let all = table.lines().last().unwrap();
        assert_eq!(
            all.split_whitespace().collect::<Vec<_>>().join(" "),
            "all 50.0 → 25.0 50.0 25.0 → 50.0 - - - 100.0"
        );
    }
}
