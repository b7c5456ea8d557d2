//! Opening hours against a calendar that is walked minute by minute, and cases by hand.

use chrono::{Datelike, TimeDelta, TimeZone};
use proptest::prelude::*;

use super::*;
use crate::faq::{OfficeId, Source};

fn time(text: &str) -> NaiveDateTime {
    NaiveDateTime::parse_from_str(text, "%Y-%m-%d %H:%M").unwrap()
}

/// Monday to Friday, 08:00–12:00 and 13:00–16:30.
fn usual() -> Hours {
    let clock = |hour, minute| NaiveTime::from_hms_opt(hour, minute, 0).unwrap();
    let spans = vec![(clock(8, 0), clock(12, 0)), (clock(13, 0), clock(16, 30))];
    let mut hours = Hours::default();
    hours.week[..5].fill(spans);
    hours
}

fn told(opening: Opening) -> String {
    match opening {
        Opening::Open { until } => format!("open {}", until.format("%H:%M")),
        Opening::Break { until } => format!("break {}", until.format("%H:%M")),
        Opening::Closed { opens: Some(opens) } => format!("closed {}", opens.format("%Y-%m-%d %H:%M")),
        Opening::Closed { opens: None } => "closed".to_string(),
    }
}

#[test]
fn a_week_goes_by() {
    for (now, expected) in [
        ("2025-11-20 07:59", "closed 2025-11-20 08:00"),
        ("2025-11-20 08:00", "open 12:00"),
        ("2025-11-20 11:59", "open 12:00"),
        ("2025-11-20 12:00", "break 13:00"),
        ("2025-11-20 12:59", "break 13:00"),
        ("2025-11-20 13:00", "open 16:30"),
        ("2025-11-20 16:30", "closed 2025-11-21 08:00"),
        ("2025-11-20 23:59", "closed 2025-11-21 08:00"),
        ("2025-11-21 16:30", "closed 2025-11-24 08:00"),
        ("2025-11-22 10:00", "closed 2025-11-24 08:00"),
        ("2025-11-23 00:00", "closed 2025-11-24 08:00"),
    ] {
        assert_eq!(told(usual().at(time(now), |_| false)), expected, "{now}");
    }
    assert_eq!(told(Hours::default().at(time("2025-11-20 10:00"), |_| false)), "closed");
}

#[test]
fn nothing_opens_on_a_holiday_and_no_break_ends_on_one() {
    let faq = Faq::load(&Source::BuiltIn).unwrap();
    for (now, expected) in [
        // 31 August was a Sunday, 1 September is no holiday; 27 August 2025, Independence Day, a Wednesday.
        ("2025-08-26 17:00", "closed 2025-08-28 08:00"),
        ("2025-08-27 12:30", "closed 2025-08-28 08:00"),
        ("2025-08-27 10:00", "closed 2025-08-28 08:00"),
        // New Year is one day; old-style Christmas two, and a weekend may follow.
        ("2025-12-31 18:00", "closed 2026-01-02 08:00"),
        ("2026-01-06 18:00", "closed 2026-01-09 08:00"),
    ] {
        let closed = |day| faq.is_holiday(Country::Moldova, day);
        assert_eq!(told(usual().at(time(now), closed)), expected, "{now}");
    }
}

/// Bălți opens at eight by the clock on its wall, whatever that is in world time.
#[test]
fn the_clock_on_the_wall_counts_also_after_it_was_changed() {
    let faq = Faq::load(&Source::BuiltIn).unwrap();
    let at = |id: &str, utc: &str| {
        let office = faq.office(&OfficeId::new(id)).unwrap();
        faq.opening(office, time(utc).and_utc()).map_or("unknown".to_string(), told)
    };
    for (id, utc, expected) in [
        // Summer time ended on 26 October 2025 and begins on 29 March 2026.
        ("oss-balti", "2025-10-24 04:59", "closed 2025-10-24 08:00"),
        ("oss-balti", "2025-10-24 05:00", "open 12:00"),
        ("oss-balti", "2025-10-26 00:30", "closed 2025-10-27 08:00"),
        ("oss-balti", "2025-10-27 05:59", "closed 2025-10-27 08:00"),
        ("oss-balti", "2025-10-27 06:00", "open 12:00"),
        ("oss-balti", "2026-03-27 05:59", "closed 2026-03-27 08:00"),
        ("oss-balti", "2026-03-27 06:00", "open 12:00"),
        ("oss-balti", "2026-03-30 04:59", "closed 2026-03-30 08:00"),
        ("oss-balti", "2026-03-30 05:00", "open 12:00"),
        ("oss-chisinau", "2025-11-20 14:00", "closed 2025-11-21 08:00"),
        ("oss-balti", "2025-11-20 14:00", "open 16:30"),
        // Bucharest: Monday, Tuesday, Thursday; Moldova's holidays are none there.
        ("igi-bucharest", "2025-11-20 10:00", "open 13:30"),
        ("igi-bucharest", "2025-11-20 12:00", "closed 2025-11-24 08:30"),
        ("igi-bucharest", "2026-01-08 10:00", "open 13:30"),
        ("oss-balti", "2026-01-08 10:00", "closed 2026-01-09 08:00"),
        ("ic-balti", "2025-11-20 10:00", "unknown"),
    ] {
        assert_eq!(at(id, utc), expected, "{id} {utc}");
    }
}

#[test]
fn midnight_in_the_zone_decides_what_day_it_is() {
    let faq = Faq::load(&Source::BuiltIn).unwrap();
    let office = faq.office(&OfficeId::new("oss-balti")).unwrap();
    // 23:30 in Chișinău on New Year's Eve, and half an hour later.
    let eve = Country::Moldova.zone().with_ymd_and_hms(2025, 12, 31, 23, 30, 0).unwrap().to_utc();
    for at in [eve, eve + TimeDelta::minutes(60)] {
        assert_eq!(faq.opening(office, at).map(told).as_deref(), Some("closed 2026-01-02 08:00"));
    }
}

/// Any spans of any week, in order, and days off.
fn any_hours() -> impl Strategy<Value = Hours> {
    let day = proptest::collection::btree_set(0_u32..24 * 60, 0..=6);
    proptest::collection::vec(day, 7).prop_map(|days| {
        let mut hours = Hours::default();
        for (place, minutes) in days.into_iter().enumerate() {
            let times: Vec<NaiveTime> =
                minutes.iter().map(|minute| NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap()).collect();
            hours.week[place] = times.chunks_exact(2).map(|span| (span[0], span[1])).collect();
        }
        hours
    })
}

/// Whether it is open in that minute, said in the plainest way.
fn is_open(hours: &Hours, at: NaiveDateTime, off: &[u32]) -> bool {
    let spans = &hours.week[at.weekday().num_days_from_monday() as usize];
    !off.contains(&at.ordinal()) && spans.iter().any(|(from, until)| *from <= at.time() && at.time() < *until)
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 96, ..ProptestConfig::default() })]

    #[test]
    fn what_is_said_is_what_a_walk_along_the_clock_finds(
        hours in any_hours(),
        off in proptest::collection::vec(300_u32..330, 0..8),
        minute in 0_i64..14 * 24 * 60,
    ) {
        let now = time("2025-11-01 00:00") + TimeDelta::minutes(minute);
        let open = |at: NaiveDateTime| is_open(&hours, at, &off);
        let later = (1..=20 * 24 * 60).map(|minutes| now + TimeDelta::minutes(minutes));
        let mut later = later.skip_while(|at| open(*at) == open(now));
        let change = later.next();
        match hours.at(now, |day| off.contains(&day.ordinal())) {
            Opening::Open { until } => {
                prop_assert!(open(now));
                // Two spans that touch: the walk does not stop between them.
                let until = now.date().and_time(until);
                prop_assert!(change.is_none_or(|change| until <= change));
            }
            Opening::Break { until } => {
                prop_assert!(!open(now));
                prop_assert_eq!(change, Some(now.date().and_time(until)));
                let earlier = (0..24 * 60).map(|minutes| now - TimeDelta::minutes(minutes));
                prop_assert!(earlier.take_while(|at| at.date() == now.date()).any(open));
            }
            Opening::Closed { opens } => {
                prop_assert!(!open(now));
                if change.is_some() {
                    prop_assert_eq!(opens, change);
                }
            }
        }
    }
}

/// The real offices around the real changes of the clock and rows of holidays: the first minute of each stretch of
/// nine days, in world time.
const STRETCHES: [&str; 6] = [
    // Summer time ends; begins.
    "2025-10-22 00:00",
    "2026-03-25 00:00",
    // New Year and Christmas; Easter with the day of the dead; Independence Day; a usual week.
    "2025-12-30 00:00",
    "2026-04-09 00:00",
    "2025-08-24 00:00",
    "2025-11-12 00:00",
];
const STRETCH_MINUTES: i64 = 9 * 24 * 60;

/// The time on the wall of an office, and whether it serves then, said in the plainest way.
fn on_the_wall(faq: &Faq, office: &Office, at: DateTime<Utc>) -> (NaiveDateTime, bool) {
    let wall = at.with_timezone(&office.country.zone()).naive_local();
    let spans = office.hours.as_ref().unwrap().on(wall.weekday());
    let serves = spans.iter().any(|(from, until)| *from <= wall.time() && wall.time() < *until);
    (wall, serves && !faq.is_holiday(office.country, wall.date()))
}

static FAQ: std::sync::LazyLock<Faq> = std::sync::LazyLock::new(|| Faq::load(&Source::BuiltIn).unwrap());

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 96, ..ProptestConfig::default() })]

    /// The walk goes minute by minute in world time, so that an hour which comes twice is walked twice and one that
    /// is left out not at all.
    #[test]
    fn real_offices_open_and_close_as_a_walk_in_world_time_finds(
        stretch in 0..STRETCHES.len(),
        minute in 0..STRETCH_MINUTES,
        id in prop::sample::select(vec!["oss-chisinau", "oss-balti", "oss-comrat", "oss-cahul", "igi-bucharest"]),
    ) {
        let office = FAQ.office(&OfficeId::new(id)).unwrap();
        let now = time(STRETCHES[stretch]).and_utc() + TimeDelta::minutes(minute);
        let (wall, open_now) = on_the_wall(&FAQ, office, now);
        let later = (1..14 * 24 * 60).map(|minutes| on_the_wall(&FAQ, office, now + TimeDelta::minutes(minutes)));
        let change = later.skip_while(|(_, open)| *open == open_now).map(|(wall, _)| wall).next();
        let served_before = || {
            let earlier = (1..25 * 60).map(|minutes| on_the_wall(&FAQ, office, now - TimeDelta::minutes(minutes)));
            earlier.take_while(|(then, _)| then.date() == wall.date()).any(|(_, open)| open)
        };
        match FAQ.opening(office, now).unwrap() {
            Opening::Open { until } => {
                prop_assert!(open_now);
                prop_assert_eq!(change, Some(wall.date().and_time(until)));
            }
            Opening::Break { until } => {
                prop_assert!(!open_now && served_before());
                prop_assert_eq!(change, Some(wall.date().and_time(until)));
            }
            Opening::Closed { opens } => {
                prop_assert!(!open_now);
                prop_assert_eq!(opens, change);
                prop_assert!(opens.is_none_or(|opens| opens.date() != wall.date()) || !served_before());
            }
        }
    }
}
