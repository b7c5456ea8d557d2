//! What a reader hands on: a date as it was said, not yet a day of the calendar.

use chrono::NaiveDate;
use std::ops::Range;

/// A date as said. Which year, and which week's Monday, is settled once its role is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum When {
    Day {
        day: u32,
        month: u32,
        year: Option<i32>,
    },
    Fixed(NaiveDate),
    Weekday {
        day: u32,
        which: Which,
    },
    /// "two days later": counted from today, or from the entry before it.
    Later {
        days: i64,
        months: u32,
    },
    /// "the same day", "the next day": counted from the date that was named just before.
    After {
        days: i64,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Which {
    Unsaid,
    Last,
    Next,
}

/// Case ending or preposition: where a range begins, where it ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Side {
    Neither,
    From,
    To,
}

#[derive(Debug, Clone)]
pub struct Found {
    pub tokens: Range<usize>,
    pub when: When,
    pub side: Side,
    /// Could be a price, an hour or a house number: counts only where something says that it is a date.
    pub weak: bool,
    /// A typo was mended, a month and day were swapped, "last Friday" on a Saturday.
    pub certain: bool,
}

impl Found {
    pub fn sure(tokens: Range<usize>, when: When) -> Self {
        Self { tokens, when, side: Side::Neither, weak: false, certain: true }
    }

    pub fn with_side(mut self, side: Side) -> Self {
        self.side = side;
        self
    }

    pub fn year(&self) -> Option<i32> {
        match self.when {
            When::Day { year, .. } => year,
            _ => None,
        }
    }
}

/// One step of a reader: dates, or nothing but a way past what is here.
#[derive(Debug, Clone)]
pub enum Step {
    One(Found),
    Range(Found, Found),
    /// "9 and 11 November": two days of one month.
    Two(Found, Found),
    Skip,
}
