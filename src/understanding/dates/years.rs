//! Which year is meant where none is said: the latest such day for what happened, the next one for what is planned.

use super::found::{Found, When, Which};
use super::relative::{later, weekday_after, weekday_before};
use chrono::{Datelike, NaiveDate};

/// Leap days come back after eight years at the latest.
const FAR_ENOUGH: i32 = 8;

/// A day told without a year is not doubted when it is no more days away than this.
pub const SOON: i64 = 120;

pub fn most_recent(day: u32, month: u32, not_after: NaiveDate) -> Option<NaiveDate> {
    let from = not_after.year();
    (0..=FAR_ENOUGH).filter_map(|back| NaiveDate::from_ymd_opt(from - back, month, day)).find(|date| *date <= not_after)
}

pub fn first_from(day: u32, month: u32, not_before: NaiveDate) -> Option<NaiveDate> {
    let from = not_before.year();
    (0..=FAR_ENOUGH).filter_map(|on| NaiveDate::from_ymd_opt(from + on, month, day)).find(|date| *date >= not_before)
}

/// In the past, or planned, as seen from today.
pub fn settle(found: &Found, planned: bool, today: NaiveDate) -> Option<NaiveDate> {
    match found.when {
        When::Fixed(date) => Some(date),
        When::Day { day, month, year: Some(year) } => NaiveDate::from_ymd_opt(year, month, day),
        When::Day { day, month, year: None } if planned => first_from(day, month, today),
        When::Day { day, month, year: None } => most_recent(day, month, today),
        When::Weekday { day, which: Which::Next } => weekday_after(today, day),
        When::Weekday { day, which: Which::Unsaid } if planned => weekday_after(today, day),
        When::Weekday { day, .. } => weekday_before(today, day),
        When::Later { days, months } => later(today, days, months),
        When::After { days } => later(today, days, 0),
    }
}

/// Entry and exit together: a year on one of them settles the other.
pub fn settle_pair(
    entry: &Found,
    exit: &Found,
    plans: (bool, bool),
    today: NaiveDate,
) -> Option<(NaiveDate, NaiveDate)> {
    if !lends_year(entry, exit) {
        return None;
    }
    if let (When::Day { day, month, year: None }, Some(_)) = (entry.when, exit.year()) {
        let out = settle(exit, plans.1, today)?;
        return Some((most_recent(day, month, out)?, out));
    }
    let enter = settle(entry, plans.0, today)?;
    Some((enter, settle_exit(exit, enter, plans.1, today)?))
}

/// 29 February beside a year that has none is refused, not moved to another year.
fn lends_year(one: &Found, other: &Found) -> bool {
    let missing = |lent: Option<i32>, found: &Found| match (lent, found.when) {
        (Some(year), When::Day { day, month, year: None }) => NaiveDate::from_ymd_opt(year, month, day).is_none(),
        _ => false,
    };
    !missing(one.year(), other) && !missing(other.year(), one)
}

fn settle_exit(exit: &Found, enter: NaiveDate, planned: bool, today: NaiveDate) -> Option<NaiveDate> {
    match exit.when {
        When::Day { day, month, year: None } if planned => first_from(day, month, enter.max(today)),
        When::Day { day, month, year: None } => first_from(day, month, enter),
        When::Later { days, months } if !planned => later(enter, days, months),
        _ => settle(exit, planned, today),
    }
}

/// Whether the day exists in the year that was said, or in any year.
pub fn exists(when: When) -> bool {
    match when {
        When::Day { day, month, year: Some(year) } => NaiveDate::from_ymd_opt(year, month, day).is_some(),
        When::Day { day, month, year: None } => NaiveDate::from_ymd_opt(2024, month, day).is_some(),
        _ => true,
    }
}
