//! No text makes the readers of times, days to come, notice and telephone numbers panic, and every quote can be cut out of it.
#![no_main]

use chrono::NaiveDate;
use libfuzzer_sys::fuzz_target;
use popas::understanding::dates::{self, Lines, Vocabulary};
use popas::understanding::wishes;
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

fuzz_target!(|input: (i32, bool, &str)| {
    let (days, turkish, text) = input;
    let Some(today) = NaiveDate::from_num_days_from_ce_opt(days) else { return };
    let lines = Lines::new(text, &VOCABULARY);
    let wishes = wishes::read(&lines, &dates::read(&lines, today), today, turkish);
    for time in &wishes.times {
        assert!(text.get(time.quote.clone()).is_some());
    }
    for day in &wishes.ahead {
        assert!(day.value >= today && text.get(day.quote.clone()).is_some());
    }
    if let Some(lead) = &wishes.lead {
        assert!(lead.value > 0 && text.get(lead.quote.clone()).is_some());
    }
    if let Some(phone) = &wishes.phone {
        assert!(phone.value.starts_with('+') && text.get(phone.quote.clone()).is_some());
    }
});
