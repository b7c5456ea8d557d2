//! How long dates take: finding them in a usual and in a long message, and counting the days of 10, 100 and 10,000
//! visits, put in order first.

mod support;

use chrono::{Days, NaiveDate};
use divan::{Bencher, black_box};
use popas::faq::{Faq, Source};
use popas::stay::{History, Rule, Traveller, Visit, count};
use popas::understanding::dates::{Lines, read};
use support::{LONG, today};

const USUAL: &str = "am intrat pe 3 septembrie, am iesit 20 octombrie, iar am intrat 2 noiembrie, cat mai pot sta?";

fn main() {
    divan::main();
}

#[divan::bench]
fn dates_of_a_usual_message(bencher: Bencher<'_, '_>) {
    let calendar = faq().calendar;
    assert_eq!(read(&Lines::new(USUAL, &calendar), today()).stays.len(), 2);
    bencher.bench(|| read(&Lines::new(black_box(USUAL), &calendar), today()));
}

#[divan::bench]
fn dates_of_a_long_message(bencher: Bencher<'_, '_>) {
    let calendar = faq().calendar;
    assert_eq!(read(&Lines::new(LONG, &calendar), today()).all_dates.len(), 4);
    bencher.bench(|| read(&Lines::new(black_box(LONG), &calendar), today()));
}

#[divan::bench(args = [10, 100, 10_000])]
fn counting_visits(bencher: Bencher<'_, '_>, visits: u64) {
    let law = faq().law.stay(today()).expect("a law of that day");
    let traveller = Traveller { rule: Rule::Window, left_bank: false };
    let visits = visits_in_no_order(visits);
    bencher.bench(|| {
        let history = History::new(black_box(&visits)).expect("visits that can be");
        count(&history, today(), traveller, &law)
    });
}

fn faq() -> Faq {
    Faq::load(&Source::BuiltIn).expect("faultless content")
}

/// Visits of two days, one every fourth day, the last of them yesterday and today.
fn visits_in_no_order(visits: u64) -> Vec<Visit> {
    let before = |days: u64| -> NaiveDate { today() - Days::new(days) };
    // A prime steps through all places in an order that sorting cannot take for sorted.
    let places = (0..visits).map(|place| place * 7919 % visits);
    places.map(|place| Visit { entry: before(4 * place + 1), exit: Some(before(4 * place)) }).collect()
}
