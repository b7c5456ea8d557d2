//! Shares of what was measured, by language and by kind of message.

use std::collections::BTreeMap;
use std::fmt;

use super::{Expected, Heard, Judged, Standing};
use crate::language::Language;

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    Right,
    RightOrOffered,
    Wrong,
    OutsideAnswered,
    Smalltalk,
    Office,
    Language,
}

impl Measure {
    pub const ALL: [Measure; 7] = [
        Measure::Right,
        Measure::RightOrOffered,
        Measure::Wrong,
        Measure::OutsideAnswered,
        Measure::Smalltalk,
        Measure::Office,
        Measure::Language,
    ];

    /// What it is called in tables.
    pub fn name(self) -> &'static str {
        match self {
            Measure::Right => "right",
            Measure::RightOrOffered => "right or offered",
            Measure::Wrong => "wrong",
            Measure::OutsideAnswered => "outside answered",
            Measure::Smalltalk => "smalltalk",
            Measure::Office => "office",
            Measure::Language => "language",
        }
    }

    /// True when less of it is better.
    pub fn is_fault(self) -> bool {
        matches!(self, Measure::Wrong | Measure::OutsideAnswered)
    }

    /// Whether a message counts for it; `None` when it says nothing about it.
    pub fn of(self, judged: &Judged) -> Option<bool> {
        let standing = judged.standing();
        match (self, &judged.line.expected) {
            (Measure::Language, _) => Some(judged.heard.language == Some(judged.line.language)),
            (Measure::Right, Expected::Entries(_)) => Some(standing == Standing::Right),
            (Measure::RightOrOffered, Expected::Entries(_)) => Some(standing >= Standing::Offered),
            (Measure::Wrong, Expected::Entries(_)) => Some(standing == Standing::Wrong),
            (Measure::OutsideAnswered, Expected::Outside) => Some(standing == Standing::Wrong),
            (Measure::Smalltalk, Expected::Smalltalk(_)) | (Measure::Office, Expected::Office(_)) => {
                Some(standing == Standing::Right)
            }
            _ => None,
        }
    }
}

/// The share of a measure; `None` when nothing was measured.
pub fn share<'a>(judged: impl IntoIterator<Item = &'a Judged>, measure: Measure) -> Option<f64> {
    let counted: Vec<bool> = judged.into_iter().filter_map(|one| measure.of(one)).collect();
    let hits = counted.iter().filter(|hit| **hit).count();
    (!counted.is_empty()).then(|| hits as f64 / counted.len() as f64)
}

/// All messages that were judged.
#[derive(Clone, Debug, Default)]
pub struct Report {
    pub judged: Vec<Judged>,
}

impl Report {
    /// The share of a measure, in a language or in all; `None` when nothing was measured.
    pub fn share(&self, language: Option<Language>, measure: Measure) -> Option<f64> {
        share(self.of(language), measure)
    }

    /// The messages of a language, or all.
    pub fn of(&self, language: Option<Language>) -> impl Iterator<Item = &Judged> {
        self.judged.iter().filter(move |one| language.is_none_or(|language| one.line.language == language))
    }

    /// Messages that were not taken for what they are, once for each measure that says so.
    pub fn misses(&self) -> impl Iterator<Item = (Measure, &Judged)> {
        let missed = |one: &&Judged, measure: Measure| measure.of(one) == Some(measure.is_fault());
        self.judged.iter().flat_map(move |one| {
            Measure::ALL.into_iter().filter(move |measure| missed(&one, *measure)).map(move |measure| (measure, one))
        })
    }

    /// The messages of each kind.
    pub fn by_tag(&self) -> BTreeMap<&str, Vec<&Judged>> {
        let mut kinds: BTreeMap<&str, Vec<&Judged>> = BTreeMap::new();
        for one in &self.judged {
            one.line.tags.iter().for_each(|tag| kinds.entry(tag).or_default().push(one));
        }
        kinds
    }

    /// The tables by kind, when the messages have kinds: one over all of them, then one a kind by language.
    pub fn tables_by_tag(&self) -> String {
        let kinds = self.by_tag();
        if kinds.is_empty() {
            return String::new();
        }
        let rows = kinds.iter().map(|(tag, judged)| (tag.to_string(), judged.clone())).collect();
        let mut text = format!("by kind, all languages\n{}", table(&rows));
        for (tag, judged) in &kinds {
            let mut rows = by_language(judged);
            rows.retain(|(_, judged)| !judged.is_empty());
            text += &format!("\n{tag} ({})\n{}", judged.len(), table(&rows));
        }
        text
    }
}

/// The table by language.
impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&table(&by_language(&self.judged.iter().collect::<Vec<_>>())))
    }
}

/// Labelled groups of messages, each a row.
type Rows<'a> = Vec<(String, Vec<&'a Judged>)>;

fn by_language<'a>(judged: &[&'a Judged]) -> Rows<'a> {
    let languages = Language::ALL.into_iter().map(Some).chain([None]);
    let of = |language: Option<Language>| {
        let own = judged.iter().filter(|one| language.is_none_or(|language| one.line.language == language));
        (language.map_or("all", Language::code).to_string(), own.copied().collect())
    };
    languages.map(of).collect()
}

fn table(rows: &Rows<'_>) -> String {
    let cell = |(_, judged): &(String, Vec<&Judged>), measure| match share(judged.iter().copied(), measure) {
        Some(share) => format!("{:.1}%", 100.0 * share),
        None => "-".to_string(),
    };
    lines(rows.iter().map(|row| (row.0.clone(), Measure::ALL.map(|measure| cell(row, measure)))))
}

/// Rows of cells under the names of the measures.
pub(super) fn lines(rows: impl Iterator<Item = (String, [String; 7])>) -> String {
    let heads = Measure::ALL.map(|measure| measure.name().to_string());
    let rows: Vec<(String, [String; 7])> = std::iter::once((String::new(), heads)).chain(rows).collect();
    let width = rows.iter().map(|(label, _)| label.chars().count()).max().unwrap_or(0).max(5);
    let line = |(label, cells): &(String, [String; 7])| {
        let cells: String = cells.iter().map(|cell| format!(" {cell:>16}")).collect();
        format!("{label:width$}{cells}\n")
    };
    rows.iter().map(line).collect()
}

impl fmt::Display for Judged {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Heard { kind, entries, .. } = &self.heard;
        write!(f, "{:?}: {kind:?} {}", self.line.text, entries.join(" "))
    }
}

#[cfg(test)]
mod tests {
    use super::super::judged;
    use super::*;

    #[test]
    fn shares_are_of_the_messages_that_a_measure_is_about() {
        let report = Report {
            judged: vec![
                judged("1", "a", "a", 0.9),
                judged("2", "a", "choices: b, a", 0.4),
                judged("3", "a", "b", 0.8),
                judged("4", "a", "unknown", 0.0),
                judged("5", "outside", "a", 0.7),
                judged("6", "talk: thanks", "talk: thanks", 0.9),
            ],
        };
        let shares = Measure::ALL.map(|measure| report.share(Some(Language::En), measure));
        assert_eq!(shares, [Some(0.25), Some(0.5), Some(0.25), Some(1.0), Some(1.0), None, Some(1.0)]);
        assert_eq!(report.share(Some(Language::Ru), Measure::Right), None);
        let missed: Vec<_> = report.misses().map(|(measure, one)| (measure.name(), one.line.id.as_str())).collect();
        let right = [("right", "2"), ("right", "3"), ("right or offered", "3"), ("wrong", "3"), ("right", "4")];
        assert_eq!(missed[..5], right);
        assert_eq!(missed[5..], [("right or offered", "4"), ("outside answered", "5")]);
    }

    #[test]
    fn there_is_a_table_for_each_kind_of_message_that_is_named() {
        let mut one = judged("1", "a", "a", 0.9);
        one.line.tags = vec!["long".into(), "typos".into()];
        let text = Report { judged: vec![one, judged("2", "a", "b", 0.9)] }.tables_by_tag();
        let heads: Vec<&str> = text.lines().filter(|line| line.contains('(') || line.starts_with("by")).collect();
        assert_eq!(heads, ["by kind, all languages", "long (1)", "typos (1)"]);
        assert!(text.lines().any(|line| line.starts_with("typos           100.0%")), "{text}");
        assert_eq!(Report::default().tables_by_tag(), "");
    }
}
