//! Moments as people in Moldova read them off a clock, and back: everything is stored in UTC and said in the time of
//! Chișinău.

use chrono::{DateTime, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, TimeZone, Utc};
use chrono_tz::Europe::Chisinau;

/// What clocks in Chișinău show at a moment.
pub fn local(at: DateTime<Utc>) -> NaiveDateTime {
    at.with_timezone(&Chisinau).naive_local()
}

/// The day that it is in Chișinău.
pub fn day_of(at: DateTime<Utc>) -> NaiveDate {
    local(at).date()
}

/// The time of that day.
pub fn time_of(at: DateTime<Utc>) -> NaiveTime {
    local(at).time()
}

/// When clocks in Chișinău show a time. One that does not exist (clocks go forward) is the first that does; of one that
/// comes twice (clocks go back) it is the first.
pub fn moment(day: NaiveDate, time: NaiveTime) -> DateTime<Utc> {
    let local = NaiveDateTime::new(day, time);
    let minutes = (0..=120).map(|minutes| local + TimeDelta::minutes(minutes));
    let existing = minutes.filter_map(|local| Chisinau.from_local_datetime(&local).earliest()).next();
    existing.map_or_else(|| local.and_utc(), |moment| moment.to_utc())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_time_that_does_not_exist_is_the_next_that_does_and_of_two_the_first() {
        let day = |written: &str| written.parse::<NaiveDate>().unwrap();
        let time = |written: &str| NaiveTime::parse_from_str(written, "%H:%M").unwrap();
        let at = |written: &str| DateTime::parse_from_rfc3339(written).unwrap().to_utc();
        // In Chișinău clocks go forward at 02:00 and back at 03:00.
        for left_out in ["02:00", "02:07", "02:30", "02:59"] {
            assert_eq!(moment(day("2026-03-29"), time(left_out)), at("2026-03-29T00:00:00Z"));
        }
        assert_eq!(moment(day("2025-10-26"), time("02:30")), at("2025-10-25T23:30:00Z"));
    }

    #[test]
    fn what_clocks_show_is_the_moment_again() {
        let late = moment("2025-11-22".parse().unwrap(), NaiveTime::from_hms_opt(0, 30, 0).unwrap());
        assert_eq!(moment(day_of(late), time_of(late)), late);
        assert_ne!(day_of(late), late.date_naive());
    }
}
