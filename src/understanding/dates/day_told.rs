//! A day as far as it is told, where another is known that it stands for: "the 15th", "5 September", "October".

use super::found::{Side, Step, When};
use super::line::Line;
use super::numbers::small;
use super::said_years::ends_clause;
use super::taken_back::{crossing, empty};
use super::vocabulary::Word;
use super::{named, numeric, relative};
use chrono::{Datelike, NaiveDate};
use std::ops::Range;

/// A day as far as it is told: "the 15th", "5 September", "October".
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DayTold {
    pub day: Option<u32>,
    pub month: Option<u32>,
    pub year: Option<i32>,
}

impl DayTold {
    fn of(when: When) -> Option<DayTold> {
        match when {
            When::Day { day, month, year } => Some(DayTold { day: Some(day), month: Some(month), year }),
            When::Fixed(date) => {
                Some(DayTold { day: Some(date.day()), month: Some(date.month()), year: Some(date.year()) })
            }
            _ => None,
        }
    }

    /// Whether the date may be the one that is told.
    pub fn fits(&self, date: NaiveDate) -> bool {
        self.day.is_none_or(|day| day == date.day())
            && self.month.is_none_or(|month| month == date.month())
            && self.year.is_none_or(|year| year == date.year())
    }

    pub fn fits_but_for_the_year(&self, date: NaiveDate) -> bool {
        DayTold { year: None, ..*self }.fits(date)
    }

    /// The day that is told instead of another: in its month and its year, where none is told, or in the year in which
    /// it is nearest to it.
    pub fn instead_of(&self, other: NaiveDate) -> Option<NaiveDate> {
        let in_year = |year: i32| NaiveDate::from_ymd_opt(year, self.month.unwrap_or(other.month()), self.day?);
        match (self.year, self.month) {
            (Some(year), _) => in_year(year),
            (None, None) => in_year(other.year()),
            (None, Some(_)) => (other.year() - 1..=other.year() + 1)
                .filter_map(in_year)
                .min_by_key(|day| (*day - other).num_days().abs()),
        }
    }
}

/// A date has at most so many tokens: "2025-ci il oktyabrın 2-də".
pub const LONGEST_DAY: usize = 7;

/// A day that begins here, and its case.
pub fn day_here(line: &Line, at: usize, today: NaiveDate) -> Option<(DayTold, Range<usize>, Side)> {
    let read = named::read(line, at, today).or_else(|| relative::near_today(line, at, today)).map(|(step, _)| step);
    let found = match read {
        Some(Step::One(found) | Step::Two(found, _)) => Some(found),
        Some(_) => return None,
        // "15-i" is no January.
        None if small(line, at).is_some_and(|number| number.spelled) => None,
        None => numeric::date(line, at).map(|figures| figures.found),
    };
    if let Some(found) = found {
        return Some((DayTold::of(found.when)?, found.tokens, found.side));
    }
    line.number(at, 2)?;
    let number = small(line, at).filter(|number| (1..=31).contains(&number.value))?;
    let next = number.next;
    // "2.5", "24:00", "not 2 but 3 times"
    let goes_on = line.mark(next, ":./-–%") && line.glued(next) && line.number(next + 1, 4).is_some();
    let alone =
        ends_clause(line, next) || empty(line, next).or_else(|| crossing(line, next).map(|(_, next)| next)).is_some();
    let alone = alone || line.any(next, &[Word::Not, Word::NotAfter]).is_some();
    let told = DayTold { day: Some(number.value), month: None, year: None };
    (alone && !goes_on).then_some((told, at..next, number.side))
}
