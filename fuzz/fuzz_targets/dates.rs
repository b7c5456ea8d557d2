//! No text makes the reader of dates panic, and every quote can be cut out of it.
#![no_main]

use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;
use popas::understanding::dates::{Lines, Vocabulary, read};
use std::sync::LazyLock;

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let files = [
        ("en.toml", include_str!("../../faq/calendar/en.toml")),
        ("ro.toml", include_str!("../../faq/calendar/ro.toml")),
        ("ru.toml", include_str!("../../faq/calendar/ru.toml")),
        ("uk.toml", include_str!("../../faq/calendar/uk.toml")),
        ("tr.toml", include_str!("../../faq/calendar/tr.toml")),
        ("az.toml", include_str!("../../faq/calendar/az.toml")),
    ];
    Vocabulary::from_toml(files).expect("the calendars are sound")
});

fuzz_target!(|input: (i32, &str)| {
    let (days, text) = input;
    let Some(today) = NaiveDate::from_num_days_from_ce_opt(days) else { return };
    let read = read(&Lines::new(text, &VOCABULARY), today);
    for stay in &read.stays {
        assert!(text.get(stay.quote.clone()).is_some());
    }
    for ask in &read.asks {
        assert!(text.get(ask.quote.clone()).is_some());
    }
    for problem in &read.errors {
        assert!(text.get(problem.quote()).is_some());
    }
});
