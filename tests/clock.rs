//! The local time of promises, over changes of the clock and over years, against oracles that look at every minute.

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveDateTime, NaiveTime, TimeDelta, Timelike, Utc};
use chrono_tz::Europe::Chisinau;
use popas::call_centre::{CallCentre, Slots};
use popas::faq::{Faq, Source};
use popas::follow_ups::plan::{MORNING, Plan};
use popas::language::Language;
use popas::local_time::moment;
use proptest::prelude::*;

/// The first and the last minute of a local day are no further from those of the same day of UTC.
const FURTHEST: i64 = 4 * 60;

/// The minutes of a local day, in order, each with its local time.
fn minutes(day: NaiveDate) -> impl Iterator<Item = (DateTime<Utc>, NaiveDateTime)> {
    let midnight = day.and_time(NaiveTime::MIN).and_utc();
    let minutes = (-FURTHEST..24 * 60 + FURTHEST).map(move |minute| midnight + TimeDelta::minutes(minute));
    let local = minutes.map(|at| (at, at.with_timezone(&Chisinau).naive_local()));
    local.filter(move |(_, local)| local.date() == day)
}

/// The first minute of the day that is not earlier on the clock on the wall.
fn first_at(day: NaiveDate, time: NaiveTime) -> Option<DateTime<Utc>> {
    let wanted = day.and_time(time);
    let same = minutes(day).find(|(_, local)| *local == wanted);
    same.or_else(|| minutes(day).find(|(_, local)| *local > wanted)).map(|(at, _)| at)
}

/// Any day, or one of those around the Sunday on which the clocks are changed.
fn days() -> impl Strategy<Value = NaiveDate> {
    let any_day = (0..40_000_u64).prop_map(|days| NaiveDate::from_ymd_opt(1992, 1, 1).unwrap() + Days::new(days));
    let changing = (1992..2100, prop_oneof![Just(3), Just(10)], 0..=8_u64).prop_map(|(year, month, off)| {
        let last = NaiveDate::from_ymd_opt(year, month, 31).unwrap();
        let sunday = last - Days::new(last.weekday().num_days_from_sunday().into());
        if off > 2 { sunday } else { sunday + Days::new(off) - Days::new(1) }
    });
    prop_oneof![1 => any_day, 2 => changing]
}

/// Any time, or one of those hours of the night in which the clocks are changed.
fn times() -> impl Strategy<Value = NaiveTime> {
    let minutes = prop_oneof![0..24 * 60_u32, 90..270_u32];
    minutes.prop_map(|minute| NaiveTime::from_hms_opt(minute / 60, minute % 60, 0).unwrap())
}

/// Hours of a day: from, until and a break, in minutes.
fn hours() -> impl Strategy<Value = Vec<(u32, u32)>> {
    let quarters = prop::collection::btree_set(1..24 * 4_u32, 2..=6);
    quarters.prop_map(|quarters| {
        let quarters: Vec<u32> = quarters.into_iter().collect();
        quarters.chunks_exact(2).map(|span| (span[0] * 15, span[1] * 15)).collect()
    })
}

fn written(hours: &[(u32, u32)]) -> String {
    let time = |minute: u32| format!("{:02}:{:02}", minute / 60, minute % 60);
    let spans = hours.iter().map(|(from, until)| format!(" {}-{}", time(*from), time(*until)));
    format!("mon-sun{}", spans.collect::<String>())
}

fn centre(hours: &str, lead: i64) -> CallCentre {
    CallCentre {
        chat: -1,
        staff: vec![],
        language: Language::Ro,
        hours: hours.parse().unwrap(),
        at_once: 1,
        lead: TimeDelta::minutes(lead),
        patience: TimeDelta::minutes(30),
    }
}

thread_local! {
    static FAQ: Faq = Faq::load(&Source::BuiltIn).unwrap_or_else(|problems| panic!("{problems}"));
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn a_moment_is_the_first_with_that_local_time_or_the_first_after_a_time_left_out(day in days(), time in times()) {
        prop_assert_eq!(Some(moment(day, time)), first_at(day, time));
    }

    #[test]
    fn reminders_go_out_at_nine_on_their_days_and_never_before_they_were_booked(
        day in days(), now in days(), minute in 0..24 * 60_i64, near in any::<bool>(),
        before in prop::collection::vec(0..400_u64, 0..4),
    ) {
        let booked = if near { day - Days::new(2) } else { now };
        let now = booked.and_time(NaiveTime::MIN).and_utc() + TimeDelta::minutes(minute);
        let plan = Plan::before(day, &before, now);
        prop_assert!(plan.ahead.iter().all(|at| *at > now) && plan.past.iter().all(|at| *at <= now));
        let mut planned: Vec<_> = plan.ahead.iter().chain(&plan.past).copied().collect();
        let mut expected: Vec<_> =
            before.iter().map(|days| first_at(day - Days::new(*days), MORNING).unwrap()).collect();
        planned.sort_unstable();
        expected.sort_unstable();
        prop_assert!(planned.iter().all(|at| at.with_timezone(&Chisinau).time() == MORNING));
        prop_assert_eq!(planned, expected);
    }

    #[test]
    fn half_hours_of_a_call_are_those_of_the_clock_on_the_wall(
        day in days(), hours in hours(), lead in 0..600_i64, minute in -2000..2000_i64, full in 0..8_usize,
    ) {
        let now = day.and_time(NaiveTime::MIN).and_utc() + TimeDelta::minutes(minute);
        let centre = centre(&written(&hours), lead);
        let begins = |minute: u32| hours.iter().any(|(from, until)| {
            minute >= *from && (minute - from).is_multiple_of(30) && minute + 30 <= *until
        });
        let mut open: Vec<DateTime<Utc>> = vec![];
        let mut seen = vec![];
        for (at, local) in minutes(day) {
            let of_day = local.hour() * 60 + local.minute();
            // An hour that comes twice is open once.
            if begins(of_day) && !seen.contains(&of_day) {
                seen.push(of_day);
                open.push(at);
            }
        }
        let full: Vec<_> = open.iter().copied().skip(full).step_by(3).collect();
        let closed = FAQ.with(|faq| faq.holidays.on(day).is_some());
        open.retain(|at| !closed && *at >= now + TimeDelta::minutes(lead) && !full.contains(at));
        let slots = FAQ.with(|faq| Slots { centre: &centre, holidays: &faq.holidays, full: &full, now }.on(day));
        prop_assert_eq!(slots, open, "{} on {} ({})", written(&hours), day, day.weekday());
    }
}
