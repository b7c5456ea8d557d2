//! `faq/holidays.toml`: what the file may say, and that it gives the days of the published list.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::fixtures::day;
use crate::stay::{Holiday, HolidayDay, Holidays};

const FILE: &str = include_str!("../../../faq/holidays.toml");
const PUBLISHED: &str = include_str!("../../../tests/data/stay/holidays_md.json");
const LANGUAGES: [&str; 6] = ["az", "en", "ro", "ru", "tr", "uk"];

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct HolidaysDraft {
    holiday: Vec<HolidayDraft>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct HolidayDraft {
    id: String,
    date: Option<MonthDayDraft>,
    easter: Option<i64>,
    from: Option<i32>,
    source: String,
    doubt: Option<String>,
    name: BTreeMap<String, String>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(deny_unknown_fields)]
struct MonthDayDraft {
    month: u32,
    day: u32,
}

impl HolidayDraft {
    fn checked(self) -> Holiday {
        let on = match (self.date, self.easter) {
            (Some(MonthDayDraft { month, day }), None) => HolidayDay::Fixed { month, day },
            (None, Some(offset)) => HolidayDay::Easter { offset },
            _ => panic!("{}: one of date and easter", self.id),
        };
        Holiday { id: self.id, on, from: self.from }
    }
}

fn drafts() -> Vec<HolidayDraft> {
    toml::from_str::<HolidaysDraft>(FILE).expect("faq/holidays.toml").holiday
}

pub(super) fn holidays() -> Holidays {
    Holidays::new(drafts().into_iter().map(HolidayDraft::checked).collect()).expect("possible holidays")
}

#[test]
fn the_file_gives_exactly_the_published_days() {
    #[derive(Deserialize)]
    struct Published {
        years: [i32; 2],
        days: BTreeMap<String, String>,
    }
    let published: Published = serde_json::from_str(PUBLISHED).unwrap();
    let holidays = holidays();
    let [first, last] = published.years;
    let found: Vec<String> = day(&format!("{first}-01-01"))
        .iter_days()
        .take_while(|date| *date <= day(&format!("{last}-12-31")))
        .filter(|date| holidays.on(*date).is_some())
        .map(|date| date.to_string())
        .collect();
    assert_eq!(found, published.days.into_keys().collect::<Vec<_>>());
}

#[test]
fn every_holiday_has_a_name_in_every_language_and_a_source() {
    for holiday in drafts() {
        assert_eq!(holiday.name.keys().map(String::as_str).collect::<Vec<_>>(), LANGUAGES, "{}", holiday.id);
        assert!(holiday.name.values().all(|name| !name.trim().is_empty()), "{}", holiday.id);
        assert!(!holiday.source.trim().is_empty(), "{}", holiday.id);
        assert!(holiday.doubt.is_none_or(|doubt| !doubt.trim().is_empty()), "{}", holiday.id);
    }
}

#[test]
fn ids_are_used_once() {
    let mut ids: Vec<String> = drafts().into_iter().map(|holiday| holiday.id).collect();
    let all = ids.len();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), all);
}

#[test]
fn a_holiday_begins_in_its_first_year() {
    let holidays = holidays();
    for (date, off) in [("2012-12-25", false), ("2013-12-25", true), ("2023-06-01", false), ("2024-06-01", true)] {
        assert_eq!(holidays.on(day(date)).is_some(), off, "{date}");
    }
}
