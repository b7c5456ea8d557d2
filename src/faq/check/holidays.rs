//! Checks of `holidays.toml`: each holiday on a day that exists, with a name in every language.

use std::collections::BTreeMap;

use super::Checker;
use crate::faq::draft::{HolidayDraft, HolidaysDraft};
use crate::faq::problem::File;
use crate::language::PerLanguage;
use crate::stay::{Holiday, HolidayDay, Holidays};

/// The holidays, and what each is called.
pub(super) fn check(checker: &mut Checker<'_>) -> (Holidays, BTreeMap<String, PerLanguage<String>>) {
    let Some(file) = checker.file("holidays.toml") else { return Default::default() };
    let HolidaysDraft { holiday: drafts } = file.toml(&mut checker.problems).unwrap_or_default();
    checker.unique(file, drafts.iter().map(|draft| &draft.id));
    let mut names = BTreeMap::new();
    for draft in &drafts {
        names.extend(checker.all_languages(file, &draft.name).map(|name| (draft.id.get_ref().clone(), name)));
    }
    let possible = drafts.iter().filter_map(|draft| holiday(checker, file, draft)).collect();
    (Holidays::new(possible).unwrap_or_default(), names)
}

fn holiday(checker: &mut Checker<'_>, file: &File, draft: &HolidayDraft) -> Option<Holiday> {
    let (on, at) = match (&draft.date, &draft.easter) {
        (Some(date), None) => (HolidayDay::Fixed { month: date.get_ref().month, day: date.get_ref().day }, date.span()),
        (None, Some(offset)) => (HolidayDay::Easter { offset: *offset.get_ref() }, offset.span()),
        _ => {
            let message = format!("`{}` has no day, or two", draft.id.get_ref());
            let way_out =
                "give it either `date = { month = 1, day = 7 }` or `easter = 1`, the days after Easter Sunday";
            checker.problems.push(file.problem(draft.id.span(), "holiday-day", message, way_out));
            return None;
        }
    };
    let holiday = Holiday { id: draft.id.get_ref().clone(), on, from: draft.from };
    if Holidays::new(vec![holiday.clone()]).is_err() {
        let message = format!("`{}` falls on no day of any year", holiday.id);
        let way_out = "look at month and day, or at the days after Easter Sunday";
        checker.problems.push(file.problem(at, "impossible-day", message, way_out));
        return None;
    }
    Some(holiday)
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use chrono::NaiveDate;
    use serde::Deserialize;

    use crate::faq::{Faq, Source};
    use crate::language::Language;

    const PUBLISHED: &str = include_str!("../../../tests/data/stay/holidays_md.json");

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn the_file_gives_exactly_the_published_days() {
        #[derive(Deserialize)]
        struct Published {
            years: [i32; 2],
            days: BTreeMap<NaiveDate, String>,
        }
        let published: Published = serde_json::from_str(PUBLISHED).unwrap();
        let faq = Faq::load(&Source::BuiltIn).unwrap();
        let [first, last] = published.years;
        let days = day(&format!("{first}-01-01")).iter_days();
        let found = days.take_while(|date| *date <= day(&format!("{last}-12-31")));
        let found: Vec<NaiveDate> = found.filter(|date| faq.holidays.on(*date).is_some()).collect();
        assert_eq!(found, published.days.into_keys().collect::<Vec<_>>());
        for language in Language::ALL {
            assert!(found.iter().all(|day| faq.holiday_name(*day, language).is_some_and(|name| !name.is_empty())));
        }
    }

    #[test]
    fn a_holiday_begins_in_its_first_year() {
        let faq = Faq::load(&Source::BuiltIn).unwrap();
        for (date, off) in [("2012-12-25", false), ("2013-12-25", true), ("2023-06-01", false), ("2024-06-01", true)] {
            assert_eq!(faq.holidays.on(day(date)).is_some(), off, "{date}");
        }
    }
}
