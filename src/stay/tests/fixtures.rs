//! Short ways of writing dates and visits, and figures for tests; the real ones are in `faq/law.toml`.

use std::sync::LazyLock;

use chrono::NaiveDate;

use crate::faq::{Faq, Source};
use crate::stay::{Holidays, Law, Rule, Traveller, Visit, iso_date};

pub(crate) fn day(text: &str) -> NaiveDate {
    iso_date(text).unwrap_or_else(|| panic!("no date: {text}"))
}

/// `2025-01-10..2025-03-01` or, still open, `2025-09-01..`.
pub(crate) fn visits(texts: &[&str]) -> Vec<Visit> {
    let visit = |text: &&str| {
        let (entry, exit) = text.split_once("..").expect("entry..exit");
        Visit { entry: day(entry), exit: (!exit.is_empty()).then(|| day(exit)) }
    };
    texts.iter().map(visit).collect()
}

pub(crate) fn law() -> Law {
    Law {
        stay_days: 90,
        window_days: 180,
        last_entry_nationalities: vec!["AZ".to_owned()],
        fine_free_days: 15,
        regime_months: 3,
        return_after_days: 90,
        employment_ended_working_days: 5,
        reunification_exam_working_days: 10,
        permit_lost_days: 15,
        passport_months: 12,
    }
}

pub(crate) fn traveller(rule: Rule) -> Traveller {
    Traveller { rule, left_bank: false }
}

/// Those of `faq/holidays.toml`.
pub(crate) fn holidays() -> Holidays {
    static HOLIDAYS: LazyLock<Holidays> =
        LazyLock::new(|| Faq::load(&Source::BuiltIn).expect("faultless content").holidays);
    HOLIDAYS.clone()
}
