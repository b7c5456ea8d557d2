//! Civil dates as terms of law run: whole days and whole months.
//!
//! All arithmetic saturates at chrono's first and last day, so no date a person can write makes a count panic.

use chrono::{Months, NaiveDate, TimeDelta};

/// The day `days` after (before, when negative) `day`.
pub(super) fn plus_days(day: NaiveDate, days: i64) -> NaiveDate {
    let edge = if days < 0 { NaiveDate::MIN } else { NaiveDate::MAX };
    TimeDelta::try_days(days).and_then(|span| day.checked_add_signed(span)).unwrap_or(edge)
}

/// The same day number `months` later, or the last day of that month where it has no such day
/// (Civil Code art. 388 (1)–(2)): 30 November + 3 is 28 or 29 February.
pub(super) fn plus_months(day: NaiveDate, months: u32) -> NaiveDate {
    day.checked_add_months(Months::new(months)).unwrap_or(NaiveDate::MAX)
}

/// Days from `from` to `to`, the first not counted (Civil Code art. 385 (1)); negative when `to` is earlier.
pub(super) fn days_between(from: NaiveDate, to: NaiveDate) -> i64 {
    to.signed_duration_since(from).num_days()
}

/// Days from `first` to `last`, both counted: how days of presence are counted. At least 0.
pub(super) fn days_of(first: NaiveDate, last: NaiveDate) -> i64 {
    (days_between(first, last) + 1).max(0)
}

/// The date that `text` says as `YYYY-MM-DD`, and nothing looser: the form scripts use.
///
/// `None` is the contract's `invalid-date`: another form, or a day that does not exist.
pub fn iso_date(text: &str) -> Option<NaiveDate> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = text.as_bytes() else {
        return None;
    };
    let year = number(&[*y1, *y2, *y3, *y4])?;
    let (month, day) = (number(&[*m1, *m2])?, number(&[*d1, *d2])?);
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |sum, digit| Some(sum * 10 + char::from(*digit).to_digit(10)?))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stay::tests::fixtures::day;

    #[test]
    fn a_month_without_that_day_number_gives_its_last_day() {
        for (from, months, due) in [
            ("2025-11-30", 3, "2026-02-28"),
            ("2023-11-30", 3, "2024-02-29"),
            ("2025-01-31", 3, "2025-04-30"),
            ("2024-02-29", 12, "2025-02-28"),
            ("2025-11-22", 3, "2026-02-22"),
        ] {
            assert_eq!(plus_months(day(from), months), day(due), "{from} + {months}");
        }
    }

    #[test]
    fn arithmetic_stops_at_the_ends_of_the_calendar() {
        assert_eq!(plus_days(NaiveDate::MAX, 1), NaiveDate::MAX);
        assert_eq!(plus_days(NaiveDate::MIN, -1), NaiveDate::MIN);
        assert_eq!(plus_days(day("2025-11-22"), i64::MAX), NaiveDate::MAX);
        assert_eq!(plus_days(day("2025-11-22"), i64::MIN), NaiveDate::MIN);
        assert_eq!(plus_months(NaiveDate::MAX, u32::MAX), NaiveDate::MAX);
        assert!(days_of(NaiveDate::MIN, NaiveDate::MAX) > 0);
        assert_eq!(days_of(NaiveDate::MAX, NaiveDate::MIN), 0);
    }

    #[test]
    fn only_the_strict_form_of_an_existing_day_is_a_date() {
        assert_eq!(iso_date("2024-02-29"), NaiveDate::from_ymd_opt(2024, 2, 29));
        for text in [
            "2025-02-29",
            "2025-13-01",
            "2025-00-10",
            "2025-1-5",
            "25-01-05",
            "2025-01-05 ",
            " 2025-01-05",
            "2025/01/05",
            "2025-01-05T00:00:00",
            "20250105",
            "+2025-01-5",
            "-025-01-05",
            "2025-01-0५",
            "",
            "null",
        ] {
            assert_eq!(iso_date(text), None, "{text:?}");
        }
    }
}
