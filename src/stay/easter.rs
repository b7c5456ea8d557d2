//! The date of Orthodox Easter, on which two public holidays and a third a week later depend.

use chrono::NaiveDate;

use super::calendar::plus_days;

/// Orthodox Easter Sunday of `year`, as a Gregorian date; `None` only outside chrono's calendar.
///
/// Meeus' Julian algorithm finds the day in the Julian calendar; the distance of the calendars, which grows
/// by three days in 400 years, makes it Gregorian. So it holds for any year, not only for 1900–2099.
pub fn orthodox_easter(year: i32) -> Option<NaiveDate> {
    let moon = (19 * year.rem_euclid(19) + 15) % 30;
    let sunday = (2 * year.rem_euclid(4) + 4 * year.rem_euclid(7) - moon + 34) % 7;
    let month_day = u32::try_from(moon + sunday + 114).ok()?;
    let julian = NaiveDate::from_ymd_opt(year, month_day / 31, month_day % 31 + 1)?;
    Some(plus_days(julian, calendar_distance(year)))
}

/// Days from a Julian date to the same day in the Gregorian calendar, from March on: 13 from 1900 to 2099.
fn calendar_distance(year: i32) -> i64 {
    i64::from(year.div_euclid(100) - year.div_euclid(400) - 2)
}

#[cfg(test)]
mod tests {
    use chrono::{Datelike, Weekday};

    use super::*;
    use crate::stay::tests::fixtures::day;

    /// The church's own tables: the Julian day of the Paschal full moon by golden number, 1 = 5 April.
    const FULL_MOONS: [(u32, u32); 19] = [
        (4, 5),
        (3, 25),
        (4, 13),
        (4, 2),
        (3, 22),
        (4, 10),
        (3, 30),
        (4, 18),
        (4, 7),
        (3, 27),
        (4, 15),
        (4, 4),
        (3, 24),
        (4, 12),
        (4, 1),
        (3, 21),
        (4, 9),
        (3, 29),
        (4, 17),
    ];

    /// Easter by table: the first Sunday after the full moon.
    fn by_table(year: i32) -> NaiveDate {
        let golden = usize::try_from(year.rem_euclid(19)).unwrap();
        let (month, day) = FULL_MOONS[golden];
        let julian = NaiveDate::from_ymd_opt(year, month, day).unwrap();
        let moon = plus_days(julian, calendar_distance(year));
        moon.iter_days().skip(1).find(|day| day.weekday() == Weekday::Sun).unwrap()
    }

    #[test]
    fn easter_is_the_first_sunday_after_the_full_moon_of_the_table() {
        for year in 1583..=4099 {
            assert_eq!(orthodox_easter(year), Some(by_table(year)), "{year}");
        }
    }

    #[test]
    fn known_easters() {
        for known in [
            "1900-04-22",
            "1918-05-05",
            "1983-05-08",
            "2000-04-30",
            "2010-04-04",
            "2021-05-02",
            "2024-05-05",
            "2025-04-20",
            "2026-04-12",
            "2027-05-02",
            "2100-05-02",
        ] {
            let known = day(known);
            assert_eq!(orthodox_easter(known.year()), Some(known));
        }
    }

    #[test]
    fn no_year_panics() {
        for year in [i32::MIN, -262_143, -1, 0, 1, 262_142, i32::MAX] {
            let _ = orthodox_easter(year);
        }
    }
}
