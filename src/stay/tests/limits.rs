//! Any date, many visits: nothing panics.

use chrono::{Days, NaiveDate};
use proptest::prelude::*;

use super::fixtures::{day, holidays, law, traveller};
use crate::stay::{
    DeadlineInput, DeadlineKind, History, Law, Rule, Traveller, Visit, characters, count, deadline, timeline,
};

fn everything(visits: &[Visit], as_of: NaiveDate, traveller: Traveller, law: &Law) {
    let Ok(history) = History::new(visits) else {
        return;
    };
    let count = count(&history, as_of, traveller, law);
    serde_json::to_string(&count).unwrap();
    characters(&timeline(&history, as_of, count.earliest_return, traveller, law));
    for kind in DeadlineKind::ALL {
        let event = visits.first().map_or(as_of, |visit| visit.entry);
        let input = DeadlineInput {
            event: Some(event),
            exit: visits.last().and_then(|visit| visit.exit),
            passport_expiry: Some(as_of),
            count: Some(&count),
        };
        deadline(kind, &input, law, &holidays()).unwrap();
    }
}

fn dates() -> impl Strategy<Value = NaiveDate> {
    let usual = (0u64..109_573).prop_map(|days| day("1900-01-01") + Days::new(days));
    prop_oneof![8 => usual, 1 => Just(NaiveDate::MIN), 1 => Just(NaiveDate::MAX)]
}

fn visits() -> impl Strategy<Value = Vec<Visit>> {
    let visit = (dates(), prop::option::weighted(0.9, dates())).prop_map(|(one, other)| match other {
        Some(other) => Visit { entry: one.min(other), exit: Some(one.max(other)) },
        None => Visit { entry: one, exit: None },
    });
    prop::collection::vec(visit, 0..8)
}

fn figures() -> impl Strategy<Value = u32> {
    prop_oneof![Just(0), Just(1), 0u32..400]
}

fn laws() -> impl Strategy<Value = Law> {
    (figures(), figures(), figures(), figures()).prop_map(|(stay_days, window_days, days, months)| Law {
        stay_days,
        window_days,
        fine_free_days: days,
        regime_months: months,
        return_after_days: days,
        passport_months: months,
        ..law()
    })
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn no_dates_panic(visits in visits(), as_of in dates(), last in any::<bool>(), left_bank in any::<bool>()) {
        let rule = if last { Rule::LastEntry } else { Rule::Window };
        everything(&visits, as_of, Traveller { rule, left_bank }, &law());
    }

    #[test]
    fn no_law_panics(visits in visits(), as_of in dates(), law in laws()) {
        everything(&visits, as_of, traveller(Rule::Window), &law);
        everything(&visits, as_of, traveller(Rule::LastEntry), &law);
    }
}

#[test]
fn the_last_day_of_the_calendar_is_a_day() {
    let open = [Visit { entry: NaiveDate::MIN, exit: None }];
    for as_of in [NaiveDate::MIN, NaiveDate::MAX] {
        everything(&open, as_of, traveller(Rule::Window), &law());
        everything(&[], as_of, traveller(Rule::LastEntry), &law());
    }
}

/// A day-by-day count of this takes minutes; the bound is loose, for slow and busy machines.
#[test]
fn ten_thousand_visits_are_counted_at_once() {
    let every_ten_days = |at: u64| {
        let entry = day("1900-01-01") + Days::new(at * 10);
        Visit { entry, exit: Some(entry + Days::new(4)) }
    };
    let visits: Vec<Visit> = (0..10_000).rev().map(every_ten_days).collect();
    let history = History::new(&visits).unwrap();
    let count = count(&history, day("2150-01-01"), traveller(Rule::Window), &law());
    let current = usize::from(count.entry.is_some());
    assert_eq!(count.past.len() + current + count.planned.len(), 10_000);
    assert_eq!(count.used, 90);
}

#[test]
fn ten_thousand_overlapping_visits_become_one() {
    let visit = |at: u64| {
        let entry = day("1950-01-01") + Days::new(at);
        Visit { entry, exit: Some(entry + Days::new(30)) }
    };
    let visits: Vec<Visit> = (0..10_000).map(visit).collect();
    assert_eq!(History::new(&visits).unwrap().visits().len(), 1);
}
