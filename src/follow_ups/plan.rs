//! When reminders of a day go out.

use crate::local_time::moment;
use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};

/// Before the last lawful day: time enough to ask an office, time enough to pack, and the day itself.
const BEFORE_LAST_DAY: [u64; 3] = [15, 3, 0];
/// Before the last day for something: an office must still be reached.
const BEFORE_DEADLINE: [u64; 2] = [3, 0];
/// When people are awake, and offices open.
pub const MORNING: NaiveTime = NaiveTime::from_hms_opt(9, 0, 0).unwrap();

/// The moments at which a person is reminded of a day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Plan {
    pub ahead: Vec<DateTime<Utc>>,
    /// Already past: said when it is booked, and never sent.
    pub past: Vec<DateTime<Utc>>,
}

impl Plan {
    pub fn of_last_day(day: NaiveDate, now: DateTime<Utc>) -> Plan {
        Plan::before(day, &BEFORE_LAST_DAY, now)
    }

    pub fn of_deadline(day: NaiveDate, now: DateTime<Utc>) -> Plan {
        Plan::before(day, &BEFORE_DEADLINE, now)
    }

    /// In the morning of the days that are so many days before a day.
    pub fn before(day: NaiveDate, days: &[u64], now: DateTime<Utc>) -> Plan {
        let mornings = days.iter().filter_map(|days| day.checked_sub_days(Days::new(*days)));
        let (ahead, past) = mornings.map(|day| moment(day, MORNING)).partition(|moment| *moment > now);
        Plan { ahead, past }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(written: &str) -> NaiveDate {
        written.parse().unwrap()
    }

    fn at(written: &str) -> DateTime<Utc> {
        DateTime::parse_from_rfc3339(written).unwrap().to_utc()
    }

    #[test]
    fn of_a_last_day_people_are_reminded_in_the_morning_and_never_in_the_past() {
        let plan = Plan::of_last_day(day("2025-12-13"), at("2025-11-30T10:00:00Z"));
        assert_eq!(plan.past, [at("2025-11-28T07:00:00Z")]);
        assert_eq!(plan.ahead, [at("2025-12-10T07:00:00Z"), at("2025-12-13T07:00:00Z")]);
    }

    #[test]
    fn a_morning_is_nine_o_clock_in_chisinau_on_both_sides_of_a_clock_change() {
        let plan = Plan::before(day("2026-03-29"), &[1, 0], at("2026-03-01T00:00:00Z"));
        assert_eq!(plan.ahead, [at("2026-03-28T07:00:00Z"), at("2026-03-29T06:00:00Z")]);
    }
}
