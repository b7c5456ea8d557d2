//! Public holidays and working days. Moved days off (bridge days with a worked Saturday) and local hram days
//! are not known here, and a holiday on a weekend is not moved.

use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate, Weekday};

use super::calendar::days_between;
use super::easter::orthodox_easter;

/// A calendar with no working day in so long a time is no calendar; where a search gives up.
const LONGEST_BREAK: usize = 366;

const A_LEAP_YEAR: i32 = 2000;

/// Further from Easter, a day could be in another year than its Easter, and would not be found.
const EASTER_OFFSETS: RangeInclusive<i64> = -80..=200;

/// On which day of a year a holiday falls.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum HolidayDay {
    /// The same day every year.
    Fixed {
        /// 1 to 12.
        month: u32,
        /// Day of the month.
        day: u32,
    },
    /// Days after (before, when negative) Orthodox Easter Sunday, within the same year.
    Easter {
        /// 0 is the Sunday itself.
        offset: i64,
    },
}

/// A public holiday.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Holiday {
    /// Its name in the files; words for it are not this room's.
    pub id: String,
    /// When it is.
    pub on: HolidayDay,
    /// First year in which it is a day off; `None`: always was, or not known since when.
    pub from: Option<i32>,
}

impl Holiday {
    fn falls_on(&self, day: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= day.year()) && self.on.is(day)
    }
}

impl HolidayDay {
    fn is(self, date: NaiveDate) -> bool {
        match self {
            Self::Fixed { month, day } => date.month() == month && date.day() == day,
            Self::Easter { offset } => {
                orthodox_easter(date.year()).is_some_and(|easter| days_between(easter, date) == offset)
            }
        }
    }

    /// Exists in some year: in a leap year, every fixed day that can exist does.
    fn is_possible(self) -> bool {
        match self {
            Self::Fixed { month, day } => NaiveDate::from_ymd_opt(A_LEAP_YEAR, month, day).is_some(),
            Self::Easter { offset } => EASTER_OFFSETS.contains(&offset),
        }
    }
}

/// A holiday that is on no day of any year: 31 February, or an offset that leaves Easter's year.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ImpossibleHoliday {
    /// The holiday as given.
    pub holiday: Holiday,
}

impl std::fmt::Display for ImpossibleHoliday {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "impossible-holiday {}", self.holiday.id)
    }
}

impl std::error::Error for ImpossibleHoliday {}

/// The public holidays (Labour Code art. 111), and with them the working days.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Holidays {
    holidays: Vec<Holiday>,
}

impl Holidays {
    /// Takes holidays in the order of the file; two may share a day.
    pub fn new(holidays: Vec<Holiday>) -> Result<Self, ImpossibleHoliday> {
        match holidays.iter().find(|holiday| !holiday.on.is_possible()) {
            Some(holiday) => Err(ImpossibleHoliday { holiday: holiday.clone() }),
            None => Ok(Self { holidays }),
        }
    }

    /// The first holiday listed for `day`, working week or not.
    pub fn on(&self, day: NaiveDate) -> Option<&Holiday> {
        self.holidays.iter().find(|holiday| holiday.falls_on(day))
    }

    /// Monday to Friday, and no holiday.
    pub fn is_working_day(&self, day: NaiveDate) -> bool {
        !matches!(day.weekday(), Weekday::Sat | Weekday::Sun) && self.on(day).is_none()
    }

    /// The `count`-th working day after `event`, which is itself never counted (Civil Code art. 385 (1)).
    pub fn working_days_after(&self, event: NaiveDate, count: u32) -> NaiveDate {
        (0..count).fold(event, |day, _| self.next_working_day(day))
    }

    /// The last working day on or before `day`: when an office is still open.
    pub fn office_day(&self, day: NaiveDate) -> NaiveDate {
        let back = std::iter::successors(Some(day), NaiveDate::pred_opt);
        back.take(LONGEST_BREAK).find(|day| self.is_working_day(*day)).unwrap_or(day)
    }

    /// Saturates: at the end of the calendar, and where there is no working day, the day itself.
    fn next_working_day(&self, day: NaiveDate) -> NaiveDate {
        let ahead = std::iter::successors(day.succ_opt(), NaiveDate::succ_opt);
        ahead.take(LONGEST_BREAK).find(|day| self.is_working_day(*day)).unwrap_or(day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stay::tests::fixtures::{day, holidays};

    #[test]
    fn working_days_step_over_weekends_and_holidays() {
        for (event, count, due) in [
            ("2025-11-21", 5, "2025-11-28"),
            ("2025-12-18", 5, "2025-12-26"),
            ("2025-12-31", 5, "2026-01-12"),
            ("2026-04-10", 5, "2026-04-21"),
            ("2025-11-22", 1, "2025-11-24"),
            ("2025-11-22", 0, "2025-11-22"),
        ] {
            assert_eq!(holidays().working_days_after(day(event), count), day(due), "{event} + {count}");
        }
    }

    #[test]
    fn an_office_day_is_never_later() {
        for (due, open) in [
            ("2025-12-07", "2025-12-05"),
            ("2026-01-08", "2026-01-06"),
            ("2025-12-05", "2025-12-05"),
            ("2026-04-13", "2026-04-10"),
        ] {
            assert_eq!(holidays().office_day(day(due)), day(open), "{due}");
        }
    }

    #[test]
    fn an_impossible_holiday_is_refused() {
        let holiday = |on| Holiday { id: "x".into(), on, from: None };
        for on in [
            HolidayDay::Fixed { month: 2, day: 30 },
            HolidayDay::Fixed { month: 13, day: 1 },
            HolidayDay::Easter { offset: 400 },
        ] {
            let refused = ImpossibleHoliday { holiday: holiday(on) };
            assert_eq!(Holidays::new(vec![holiday(on)]), Err(refused));
        }
        assert!(Holidays::new(vec![holiday(HolidayDay::Fixed { month: 2, day: 29 })]).is_ok());
    }

    #[test]
    fn a_year_without_working_days_stops_the_search() {
        let every_day = EASTER_OFFSETS
            .map(|offset| HolidayDay::Easter { offset })
            .chain((1..=12).flat_map(|month| (1..=28).map(move |day| HolidayDay::Fixed { month, day })))
            .chain((1..=12).map(|month| HolidayDay::Fixed { month, day: 29 }))
            .chain([1, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12].map(|month| HolidayDay::Fixed { month, day: 30 }))
            .chain([1, 3, 5, 7, 8, 10, 12].map(|month| HolidayDay::Fixed { month, day: 31 }))
            .map(|on| Holiday { id: String::new(), on, from: None })
            .collect();
        let holidays = Holidays::new(every_day).unwrap();
        assert_eq!(holidays.working_days_after(day("2025-11-21"), 5), day("2025-11-21"));
        assert_eq!(holidays.office_day(day("2025-11-21")), day("2025-11-21"));
    }
}
