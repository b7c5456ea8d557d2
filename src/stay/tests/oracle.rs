//! The same figures by counting days on a calendar, one by one, without any of the room's arithmetic.

use chrono::{Days, Months, NaiveDate};
use proptest::prelude::*;

use super::fixtures::{day, holidays, law, traveller};
use crate::stay::{
    Count, Deadline, DeadlineInput, DeadlineKind, Fine, History, Mark, Regime, Rule, Status, Visit, count, deadline,
    timeline,
};

/// Longer than any generated history and all that can follow from it.
const DAYS: usize = 3000;

/// A calendar on which the days of presence are crossed.
#[derive(Clone)]
struct Calendar {
    crossed: Vec<bool>,
    rule: Rule,
}

fn next(day: NaiveDate) -> NaiveDate {
    day + Days::new(1)
}

/// The box of a day on the calendar, which begins early enough for every window.
fn square(day: NaiveDate) -> usize {
    usize::try_from((day - self::day("2023-01-01")).num_days()).unwrap()
}

impl Calendar {
    /// Crosses every day of every visit; open ones until `horizon`.
    fn new(visits: &[Visit], rule: Rule, horizon: NaiveDate) -> Self {
        let mut crossed = vec![false; DAYS];
        for visit in visits {
            let last = visit.exit.unwrap_or(horizon);
            let days = visit.entry.iter_days().take_while(|day| *day <= last);
            days.for_each(|day| crossed[square(day)] = true);
        }
        Self { crossed, rule }
    }

    /// Days crossed in the 180 that end on `day`.
    fn used(&self, day: NaiveDate) -> usize {
        let window = &self.crossed[square(day) - 179..=square(day)];
        window.iter().filter(|crossed| **crossed).count()
    }

    /// Stays on from `entry` day by day, with only the earlier days behind, while each day is lawful.
    fn last_lawful_day(&self, entry: NaiveDate) -> Option<NaiveDate> {
        let mut trial = self.clone();
        trial.crossed[square(entry)..].fill(false);
        let mut lawful = None;
        for (stayed, day) in (1..).zip(entry.iter_days()) {
            trial.crossed[square(day)] = true;
            let used = match self.rule {
                Rule::Window => trial.used(day),
                Rule::LastEntry => stayed,
            };
            if used > 90 {
                break;
            }
            lawful = Some(day);
        }
        lawful
    }

    fn lawful_days(&self, entry: NaiveDate) -> i64 {
        let last = self.last_lawful_day(entry);
        last.map_or(0, |last| (last - entry).num_days() + 1)
    }

    /// Wipes everything after an exit.
    fn until(&self, exit: NaiveDate) -> Self {
        let mut left = self.clone();
        left.crossed[square(next(exit))..].fill(false);
        left
    }
}

/// Days after the eve of the first unlawful day, counted one by one.
fn over(calendar: &Calendar, entry: NaiveDate, until: NaiveDate) -> i64 {
    let last = calendar.last_lawful_day(entry);
    let unlawful = |day: &NaiveDate| last.is_none_or(|last| *day > last);
    let stayed = entry.iter_days().take_while(|day| *day <= until);
    i64::try_from(stayed.filter(unlawful).count()).unwrap()
}

fn regime_and_fine(calendar: &Calendar, entry: NaiveDate, on: NaiveDate) -> (Regime, Fine) {
    if over(calendar, entry, on) == 0 {
        return (Regime::Lawful, Fine::None);
    }
    let last = calendar.last_lawful_day(entry);
    let limit = last.unwrap_or(entry - Days::new(1)) + Months::new(3);
    let free = last.is_some_and(|last| (on - last).num_days() <= 15);
    (if on <= limit { Regime::Under } else { Regime::Over }, if free { Fine::Avoidable } else { Fine::Due })
}

fn check_return(calendar: &Calendar, count: &Count, as_of: NaiveDate) {
    let after = count.return_assumes_exit_on.map_or(as_of, |exit| next(exit).max(as_of));
    let left = match count.return_assumes_exit_on {
        Some(exit) => calendar.until(exit),
        None => Calendar::new(&[], calendar.rule, as_of),
    };
    let earliest = after.iter_days().find(|day| left.lawful_days(*day) > 0).unwrap();
    let full = earliest.iter_days().find(|day| left.lawful_days(*day) >= 90).unwrap();
    assert_eq!(count.earliest_return, earliest);
    assert_eq!(count.max_stay_from_return, left.lawful_days(earliest));
    assert_eq!(count.full_stay_from, full);
}

fn check_current(calendar: &Calendar, count: &Count, stay: Visit, as_of: NaiveDate) {
    let last = calendar.last_lawful_day(stay.entry);
    let over_now = over(calendar, stay.entry, as_of);
    assert_eq!((count.status, count.entry), (Status::Inside, Some(stay.entry)));
    assert_eq!(count.last_lawful_day, last);
    let ahead = as_of.iter_days().skip(1).take_while(|day| Some(*day) <= last).count();
    assert_eq!(count.days_left, Some(i64::try_from(ahead).unwrap()));
    assert_eq!(count.overstay_days, over_now);
    let first_over = stay.entry.iter_days().find(|day| over(calendar, stay.entry, *day) > 0);
    assert_eq!(count.overstay_from, first_over.filter(|_| over_now > 0));
    assert_eq!(count.planned_exit, stay.exit);
    assert_eq!(count.planned_exit_overstay, stay.exit.map(|exit| over(calendar, stay.entry, exit)));
    let (regime, fine) = regime_and_fine(calendar, stay.entry, as_of);
    assert_eq!((count.regime, count.fine), (Some(regime), Some(fine)));
    let exit = stay.exit.unwrap_or(last.map_or(as_of, |last| last.max(as_of)));
    assert_eq!(count.return_assumes_exit_on, Some(exit));
}

fn check_outside(count: &Count, stays: &[Visit], as_of: NaiveDate) {
    assert_eq!((count.status, count.entry, count.last_lawful_day), (Status::Outside, None, None));
    assert_eq!((count.days_left, count.overstay_days, count.overstay_from), (None, 0, None));
    assert_eq!((count.regime, count.fine, count.planned_exit), (None, None, None));
    let last_exit = stays.iter().filter_map(|stay| stay.exit).filter(|exit| *exit <= as_of).max();
    assert_eq!(count.return_assumes_exit_on, last_exit);
}

fn check_others(calendar: &Calendar, count: &Count, stays: &[Visit], as_of: NaiveDate) {
    let past = stays.iter().filter(|stay| stay.exit.is_some_and(|exit| exit <= as_of));
    assert_eq!(past.clone().count(), count.past.len());
    for (stay, found) in past.zip(&count.past) {
        let exit = stay.exit.unwrap();
        assert_eq!((found.entry, found.exit), (stay.entry, exit));
        assert_eq!(found.days, i64::try_from(stay.entry.iter_days().take_while(|day| *day <= exit).count()).unwrap());
        assert_eq!(found.last_lawful_day, calendar.last_lawful_day(stay.entry));
        assert_eq!(found.overstay_days, over(calendar, stay.entry, exit));
        assert_eq!((found.regime, found.fine), regime_and_fine(calendar, stay.entry, exit));
    }
    let planned = stays.iter().filter(|stay| stay.entry > as_of);
    assert_eq!(planned.clone().count(), count.planned.len());
    for (stay, found) in planned.zip(&count.planned) {
        assert_eq!((found.entry, found.exit), (stay.entry, stay.exit));
        assert_eq!(found.last_lawful_day, calendar.last_lawful_day(stay.entry));
        assert_eq!(found.max_stay, calendar.lawful_days(stay.entry));
        assert_eq!(found.overstay_days, stay.exit.map(|exit| over(calendar, stay.entry, exit)));
    }
}

fn check(visits: &[Visit], as_of: NaiveDate, rule: Rule) {
    let history = History::new(visits).expect("generated histories are possible");
    let stays = history.visits();
    // The calendar is crossed from what was given, so that merging may not lose or invent a day either.
    let calendar = Calendar::new(visits, rule, as_of + Days::new(400));
    let count = count(&history, as_of, traveller(rule), &law());
    let current = stays.iter().find(|stay| stay.entry <= as_of && stay.exit.is_none_or(|exit| exit > as_of));
    match current {
        Some(stay) => check_current(&calendar, &count, *stay, as_of),
        None => check_outside(&count, stays, as_of),
    }
    let used = match (rule, current) {
        (Rule::Window, _) => calendar.used(as_of),
        (Rule::LastEntry, None) => 0,
        (Rule::LastEntry, Some(stay)) => stay.entry.iter_days().take_while(|day| *day <= as_of).count(),
    };
    assert_eq!(count.used, i64::try_from(used).unwrap());
    assert_eq!(count.window_start, as_of - Days::new(179));
    check_others(&calendar, &count, stays, as_of);
    check_return(&calendar, &count, as_of);
    check_timeline(&calendar, &history, as_of, rule);
}

fn check_timeline(calendar: &Calendar, history: &History, as_of: NaiveDate, rule: Rule) {
    let drawn = timeline(history, as_of, as_of + Days::new(7), traveller(rule), &law());
    assert_eq!(drawn.marks.len(), 180);
    for (day, mark) in drawn.first.iter_days().zip(&drawn.marks) {
        let stay = history.visits().iter().rfind(|stay| stay.entry <= day && stay.end() >= day);
        let expected = match stay {
            _ if day > as_of => Mark::After,
            None => Mark::Absent,
            Some(stay) if over(calendar, stay.entry, day) == 0 => Mark::Lawful,
            Some(_) => Mark::Over,
        };
        assert_eq!(*mark, expected, "{day}");
    }
}

/// Gaps and lengths with the last stay perhaps open; negative gaps overlap, a gap of 0 shares the border day.
fn histories() -> impl Strategy<Value = Vec<Visit>> {
    let lengths = prop_oneof![Just(0i64), Just(29), Just(88), Just(89), Just(90), 0i64..130];
    let gaps = prop_oneof![Just(0i64), Just(1), Just(90), Just(91), -5i64..60, 0i64..200];
    (prop::collection::vec((gaps, lengths), 0..6), any::<bool>()).prop_map(|(steps, open)| {
        let mut entry = day("2024-01-15");
        let mut visits: Vec<Visit> = Vec::new();
        for (gap, length) in steps {
            entry += chrono::TimeDelta::days(gap);
            let exit = entry + chrono::TimeDelta::days(length);
            visits.push(Visit { entry, exit: Some(exit) });
            entry = exit;
        }
        if let Some(last) = visits.iter_mut().max_by_key(|visit| visit.entry) {
            last.exit = last.exit.filter(|_| !open);
        }
        visits
    })
}

fn days_around() -> impl Strategy<Value = NaiveDate> {
    (0u64..1100).prop_map(|days| day("2023-10-01") + Days::new(days))
}

fn rules() -> impl Strategy<Value = Rule> {
    prop_oneof![3 => Just(Rule::Window), 1 => Just(Rule::LastEntry)]
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn every_figure_is_what_a_calendar_says(visits in histories(), as_of in days_around(), rule in rules()) {
        check(&visits, as_of, rule);
    }

    #[test]
    fn the_order_of_visits_does_not_matter((visits, shuffled) in histories().prop_flat_map(|visits| (Just(visits.clone()), Just(visits).prop_shuffle()))) {
        prop_assert_eq!(History::new(&visits), History::new(&shuffled));
    }

    #[test]
    fn working_days_are_counted_off(event in days_around(), ten in any::<bool>()) {
        let (kind, term) = if ten { (DeadlineKind::ReunificationExam, 10) } else { (DeadlineKind::EmploymentEnded, 5) };
        let holidays = holidays();
        let working = |date: &NaiveDate| {
            let weekday = date.format("%a").to_string();
            weekday != "Sat" && weekday != "Sun" && holidays.on(*date).is_none()
        };
        let due = event.iter_days().skip(1).filter(working).nth(term - 1).unwrap();
        let input = DeadlineInput { event: Some(event), ..Default::default() };
        prop_assert_eq!(deadline(kind, &input, &law(), &holidays), Ok(Deadline::Due { due }));
    }

    #[test]
    fn calendar_terms_are_counted_off_and_the_office_is_open(event in days_around(), lost in any::<bool>()) {
        let kind = if lost { DeadlineKind::PermitLost } else { DeadlineKind::FineFree };
        let due = event.iter_days().nth(15).unwrap();
        let input = DeadlineInput { event: Some(event), ..Default::default() };
        let holidays = holidays();
        let Ok(Deadline::Office { due: found, office_day }) = deadline(kind, &input, &law(), &holidays) else {
            panic!("an office deadline");
        };
        prop_assert_eq!(found, due);
        prop_assert!(office_day <= due && holidays.is_working_day(office_day));
        prop_assert!(office_day.iter_days().skip(1).take_while(|day| *day <= due).all(|day| !holidays.is_working_day(day)));
    }
}
