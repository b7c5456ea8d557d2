//! A person's stays, put in order once: sorted, contradictions merged, days summed for fast windows.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::presence::Presence;

/// One stay: both days are days in the country. Serialised as scripts write it, `[entry, exit or null]`.
#[derive(PartialOrd, Ord, Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(from = "(NaiveDate, Option<NaiveDate>)", into = "(NaiveDate, Option<NaiveDate>)")]
pub struct Visit {
    /// First day.
    pub entry: NaiveDate,
    /// Last day; `None`: the person has not left, or has not said when they will.
    pub exit: Option<NaiveDate>,
}

impl Visit {
    /// The last day that could be one of presence: the exit, or the end of the calendar.
    pub(super) fn end(&self) -> NaiveDate {
        self.exit.unwrap_or(NaiveDate::MAX)
    }
}

impl From<(NaiveDate, Option<NaiveDate>)> for Visit {
    fn from((entry, exit): (NaiveDate, Option<NaiveDate>)) -> Self {
        Self { entry, exit }
    }
}

impl From<Visit> for (NaiveDate, Option<NaiveDate>) {
    fn from(visit: Visit) -> Self {
        (visit.entry, visit.exit)
    }
}

/// Why visits make no history. [`HistoryError::code`] is the contract's word.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HistoryError {
    /// A visit ends before it begins.
    ExitBeforeEntry(Visit),
    /// An open visit is followed by a later entry: nobody enters twice without leaving, so ask when they left.
    MissingExit(Visit),
}

impl HistoryError {
    /// The word scripts see.
    pub fn code(self) -> &'static str {
        match self {
            Self::ExitBeforeEntry(_) => "exit-before-entry",
            Self::MissingExit(_) => "missing-exit",
        }
    }

    /// The visit to ask about.
    pub fn visit(self) -> Visit {
        match self {
            Self::ExitBeforeEntry(visit) | Self::MissingExit(visit) => visit,
        }
    }
}

impl std::fmt::Display for HistoryError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.code())
    }
}

impl std::error::Error for HistoryError {}

/// What was assumed in reading the visits.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Warning {
    /// Visits that share more than a border day were taken as one.
    Overlap,
}

/// Visits in order of time. No two share more than one border day, and only the last can be open.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct History {
    visits: Vec<Visit>,
    presence: Presence,
    warnings: Vec<Warning>,
}

impl History {
    /// Sorts and merges, in any order given. An impossible visit is reported before a missing exit.
    pub fn new(visits: &[Visit]) -> Result<Self, HistoryError> {
        let sorted = in_order(visits)?;
        let merged = merge(&sorted);
        let warnings = if merged.len() < sorted.len() { vec![Warning::Overlap] } else { Vec::new() };
        Ok(Self { presence: Presence::of(&merged), visits: merged, warnings })
    }

    /// The stays after merging, earliest first.
    pub fn visits(&self) -> &[Visit] {
        &self.visits
    }

    /// Each kind of warning at most once.
    pub fn warnings(&self) -> &[Warning] {
        &self.warnings
    }

    pub(super) fn presence(&self) -> &Presence {
        &self.presence
    }
}

/// By entry, and the shorter first: a one-day visit on the day of the next entry stays a visit of its own.
fn in_order(visits: &[Visit]) -> Result<Vec<Visit>, HistoryError> {
    if let Some(visit) = visits.iter().find(|visit| visit.end() < visit.entry) {
        return Err(HistoryError::ExitBeforeEntry(*visit));
    }
    let mut sorted = visits.to_vec();
    sorted.sort_unstable_by_key(|visit| (visit.entry, visit.end()));
    let last_entry = sorted.last().map(|visit| visit.entry);
    let unclosed = |visit: &&Visit| visit.exit.is_none() && Some(visit.entry) < last_entry;
    match sorted.iter().find(unclosed) {
        Some(visit) => Err(HistoryError::MissingExit(*visit)),
        None => Ok(sorted),
    }
}

/// A merged stay keeps the earlier entry, and is open when either was: no proof of an exit.
fn merge(sorted: &[Visit]) -> Vec<Visit> {
    let mut merged: Vec<Visit> = Vec::with_capacity(sorted.len());
    for visit in sorted {
        match merged.last_mut() {
            Some(before) if visit.entry < before.end() => {
                before.exit = before.exit.zip(visit.exit).map(|(one, other)| one.max(other));
            }
            _ => merged.push(*visit),
        }
    }
    merged
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stay::tests::fixtures::visits;

    fn reads(given: &[&str]) -> Result<(Vec<Visit>, bool), &'static str> {
        History::new(&visits(given))
            .map(|history| (history.visits().to_vec(), !history.warnings().is_empty()))
            .map_err(HistoryError::code)
    }

    fn becomes(given: &[&str], stays: &[&str], warned: bool) {
        assert_eq!(reads(given), Ok((visits(stays), warned)), "{given:?}");
    }

    #[test]
    fn visits_are_sorted() {
        becomes(&["2025-09-01..", "2025-01-10..2025-03-01"], &["2025-01-10..2025-03-01", "2025-09-01.."], false);
    }

    #[test]
    fn a_shared_border_day_is_no_overlap() {
        let given = ["2025-09-01..2025-10-01", "2025-10-01.."];
        becomes(&given, &given, false);
        let one_day_first = ["2025-09-01..2025-09-01", "2025-09-01..2025-09-01", "2025-09-01.."];
        becomes(&one_day_first, &one_day_first, false);
    }

    #[test]
    fn a_one_day_visit_on_an_entry_day_stands_whatever_the_order() {
        becomes(
            &["2025-01-06..2025-01-09", "2025-01-06..2025-01-06"],
            &["2025-01-06..2025-01-06", "2025-01-06..2025-01-09"],
            false,
        );
    }

    #[test]
    fn overlaps_are_merged_with_one_warning() {
        becomes(&["2025-09-01..2025-09-20", "2025-09-05..2025-09-10"], &["2025-09-01..2025-09-20"], true);
        becomes(
            &["2025-09-01..2025-09-20", "2025-09-19..2025-10-10", "2025-10-09..2025-10-12"],
            &["2025-09-01..2025-10-12"],
            true,
        );
    }

    #[test]
    fn closed_and_open_become_one_open_stay_from_the_earlier_entry() {
        becomes(&["2025-09-01..2025-10-10", "2025-09-20.."], &["2025-09-01.."], true);
        becomes(&["2025-09-01..", "2025-09-01..2025-10-10"], &["2025-09-01.."], true);
        becomes(&["2025-09-01..", "2025-09-01.."], &["2025-09-01.."], true);
    }

    #[test]
    fn an_open_stay_before_a_later_entry_lacks_its_exit() {
        assert_eq!(reads(&["2025-09-01..", "2025-09-05..2025-09-10"]), Err("missing-exit"));
        assert_eq!(reads(&["2025-10-01..2025-10-09", "2025-09-01.."]), Err("missing-exit"));
    }

    #[test]
    fn an_exit_before_its_entry_is_reported_first() {
        let given = ["2025-01-01..", "2025-09-05..2025-09-04"];
        assert_eq!(reads(&given), Err("exit-before-entry"));
        let error = History::new(&visits(&given)).unwrap_err();
        assert_eq!(error.visit(), visits(&given)[1]);
    }

    #[test]
    fn a_visit_is_written_as_scripts_write_it() {
        let open = visits(&["2025-09-01.."])[0];
        let json = serde_json::to_string(&open).unwrap();
        assert_eq!(json, r#"["2025-09-01",null]"#);
        assert_eq!(serde_json::from_str::<Visit>(&json).unwrap(), open);
    }
}
