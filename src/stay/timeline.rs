//! A window of days as something to draw, and a drawing of it in characters.

use chrono::{Datelike, NaiveDate};
use serde::Serialize;

use super::calendar::{days_between, plus_days};
use super::history::{History, Visit};
use super::law::{Law, Traveller};
use super::window::Allowance;

/// Days in a line of the drawing.
const LINE: usize = 30;

/// What a day of the window was.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Mark {
    /// Not in the country.
    Absent,
    /// In the country, within what is allowed.
    Lawful,
    /// In the country, over what is allowed.
    Over,
    /// Later than the day of the count: not judged.
    After,
}

/// The window that ends on one day, a mark a day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Timeline {
    /// The day of the first mark.
    pub first: NaiveDate,
    /// One mark a day, as many as the window is long.
    pub marks: Vec<Mark>,
}

impl Timeline {
    /// With the days up to `last` after its own: to come, or over where `over` says so.
    pub fn with_days_to_come(mut self, last: NaiveDate, over: impl Fn(NaiveDate) -> bool) -> Timeline {
        let known = self.marks.len();
        let to_come = self.first.iter_days().skip(known).take_while(|day| *day <= last);
        self.marks.extend(to_come.map(|day| if over(day) { Mark::Over } else { Mark::After }));
        self
    }
}

/// The window that ends on `shown`, as known on `as_of`. With `shown` = `as_of` it holds exactly the days that
/// are counted today; a later `shown` (a day of return, the last lawful day) has days [`Mark::After`] today.
pub fn timeline(history: &History, as_of: NaiveDate, shown: NaiveDate, traveller: Traveller, law: &Law) -> Timeline {
    let allowance = Allowance { presence: history.presence(), rule: traveller.rule, law };
    let first = allowance.window_start(shown);
    let mut marks = vec![Mark::Absent; index(first, plus_days(shown, 1))];
    for visit in seen(history.visits(), first, as_of.min(shown)) {
        // A later visit marks a shared day anew: from the last entry, that day is the first of a new stay.
        let lawful_until = allowance.last_lawful_day(visit.entry);
        let stayed = days_from(first, &mut marks, visit.entry);
        for (day, mark) in stayed.take_while(|(day, _)| *day <= visit.end()) {
            *mark = if Some(day) <= lawful_until { Mark::Lawful } else { Mark::Over };
        }
    }
    for (_, mark) in days_from(first, &mut marks, plus_days(as_of, 1)) {
        *mark = Mark::After;
    }
    Timeline { first, marks }
}

/// The visits with a day from `first` to `last`.
fn seen(visits: &[Visit], first: NaiveDate, last: NaiveDate) -> &[Visit] {
    let gone = visits.partition_point(|visit| visit.end() < first);
    let begun = visits.partition_point(|visit| visit.entry <= last);
    visits.get(gone..begun).unwrap_or_default()
}

/// The marks from `start` on, each with its day.
fn days_from(first: NaiveDate, marks: &mut [Mark], start: NaiveDate) -> impl Iterator<Item = (NaiveDate, &mut Mark)> {
    let skipped = index(first, start).min(marks.len());
    first.max(start).iter_days().zip(&mut marks[skipped..])
}

/// How many days `day` is after `first`, 0 when it is not.
fn index(first: NaiveDate, day: NaiveDate) -> usize {
    usize::try_from(days_between(first, day)).unwrap_or(0)
}

/// Draws `·` absent, `#` lawful, `!` over, `_` after, thirty days a line. Each line opens with the number of its
/// month, and a new month's number stands before its first day. A drawing never speaks alone: words go with it.
pub fn characters(timeline: &Timeline) -> String {
    let mut drawing = String::with_capacity(timeline.marks.len() * 2);
    for (at, (day, mark)) in timeline.first.iter_days().zip(&timeline.marks).enumerate() {
        let opens_line = at % LINE == 0;
        if opens_line && at > 0 {
            drawing.push('\n');
        }
        if opens_line || day.day() == 1 {
            drawing.push_str(&format!("{:02}", day.month()));
        }
        drawing.push(mark.sign());
    }
    drawing
}

impl Mark {
    /// What stands for it in a drawing.
    pub fn sign(self) -> char {
        match self {
            Mark::Absent => '·',
            Mark::Lawful => '#',
            Mark::Over => '!',
            Mark::After => '_',
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stay::Rule;
    use crate::stay::tests::fixtures::{day, law, traveller, visits};

    fn drawn(stays: &[&str], as_of: &str, shown: &str, rule: Rule) -> String {
        let history = History::new(&visits(stays)).unwrap();
        let timeline = timeline(&history, day(as_of), day(shown), traveller(rule), &law());
        assert_eq!(timeline.marks.len(), 180);
        characters(&timeline)
    }

    #[test]
    fn the_window_of_today() {
        let stays = ["2025-06-10..2025-07-01", "2025-09-10.."];
        let lines = [
            "05·····06·········################",
            "06#####07#························",
            "07······08························",
            "08·······09·········##############",
            "09#######10#######################",
            "10########11################!!!!!!",
        ];
        assert_eq!(drawn(&stays, "2025-11-22", "2025-11-22", Rule::Window), lines.join("\n"));
    }

    #[test]
    fn a_later_window_has_days_to_come() {
        let drawing = drawn(&["2025-11-20.."], "2025-11-22", "2026-02-17", Rule::Window);
        assert_eq!(drawing.matches('#').count(), 3);
        assert_eq!(drawing.lines().last(), Some("01_____________02_________________"));
    }

    #[test]
    fn days_to_come_stand_after_the_window() {
        let history = History::new(&visits(&["2025-11-20.."])).unwrap();
        let window = timeline(&history, day("2025-11-22"), day("2025-11-22"), traveller(Rule::Window), &law());
        let longer = window.clone().with_days_to_come(day("2025-11-26"), |on| on > day("2025-11-24"));
        assert!(characters(&longer).ends_with("###\n11__!!"));
        assert_eq!(window.clone().with_days_to_come(day("2025-11-22"), |_| true), window);
    }

    #[test]
    fn from_the_last_entry_a_shared_day_belongs_to_the_new_stay() {
        let stays = ["2025-07-01..2025-10-01", "2025-10-01.."];
        let drawing = drawn(&stays, "2025-11-22", "2025-11-22", Rule::LastEntry);
        assert_eq!(drawing.matches('!').count(), 2);
        assert_eq!(drawn(&[], "2025-11-22", "2025-11-22", Rule::Window).matches('·').count(), 180);
    }
}
