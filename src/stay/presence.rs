//! Days in the country, summed once so that any span of days is counted by two binary searches.

use chrono::NaiveDate;

use super::calendar::{days_of, plus_days};
use super::history::Visit;

/// The days of presence as spans that share no day, with running sums.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Presence {
    spans: Vec<Span>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Span {
    first: NaiveDate,
    last: NaiveDate,
    /// Days of all earlier spans.
    before: i64,
}

impl Presence {
    /// `visits` are those of a [`super::History`]: in order, sharing border days at most. A shared day
    /// counts once; an open visit lasts to the end of the calendar, and is cut by what is asked.
    pub(super) fn of(visits: &[Visit]) -> Self {
        let mut spans: Vec<Span> = Vec::with_capacity(visits.len());
        for visit in visits {
            let (earliest, before) = spans.last().map_or((visit.entry, 0), Span::next);
            let first = visit.entry.max(earliest);
            if first <= visit.end() {
                spans.push(Span { first, last: visit.end(), before });
            }
        }
        Self { spans }
    }

    /// Days of presence from `first` to `last`, both included; none when `last` is earlier.
    pub(super) fn days_in(&self, first: NaiveDate, last: NaiveDate) -> i64 {
        if last < first {
            return 0;
        }
        self.days_until(last) - self.days_until(plus_days(first, -1))
    }

    fn days_until(&self, day: NaiveDate) -> i64 {
        let begun = self.spans.partition_point(|span| span.first <= day);
        self.spans[..begun].last().map_or(0, |span| span.before + days_of(span.first, day.min(span.last)))
    }
}

impl Span {
    /// The first day a following span can have, and the days before it.
    fn next(&self) -> (NaiveDate, i64) {
        (plus_days(self.last, 1), self.before + days_of(self.first, self.last))
    }
}

#[cfg(test)]
mod tests {
    use crate::stay::History;
    use crate::stay::tests::fixtures::{day, visits};

    fn days(given: &[&str], first: &str, last: &str) -> i64 {
        let history = History::new(&visits(given)).unwrap();
        history.presence().days_in(day(first), day(last))
    }

    #[test]
    fn both_border_days_count_and_a_shared_one_counts_once() {
        let given = ["2025-09-01..2025-09-10", "2025-09-10..2025-09-10", "2025-09-10..2025-09-12"];
        assert_eq!(days(&given, "2025-01-01", "2025-12-31"), 12);
        assert_eq!(days(&given, "2025-09-10", "2025-09-10"), 1);
        assert_eq!(days(&given, "2025-09-13", "2025-12-31"), 0);
        assert_eq!(days(&given, "2025-09-12", "2025-09-01"), 0);
    }

    #[test]
    fn an_open_visit_is_cut_by_the_question() {
        assert_eq!(days(&["2025-09-01.."], "2025-08-01", "2025-09-30"), 30);
        assert_eq!(days(&[], "2025-08-01", "2025-09-30"), 0);
    }
}
