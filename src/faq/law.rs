//! The figures of the law by date, from `faq/law.toml`.
//!
//! A figure has a value from the first day of its first period on; what counts the days takes all its figures
//! of one day at once ([`Law::stay`]). What the figures mean is not known here.

mod read;

use std::collections::BTreeMap;
use std::fmt;

use chrono::NaiveDate;
use toml::value::Datetime;

use crate::stay;

/// Whose days are counted from the last entry: not a figure, but countries by date.
const LAST_ENTRY: &str = "last-entry-nationalities";
const STAY_DAYS: &str = "stay-days";
const STAY_WINDOW: &str = "stay-window";

/// The figures of the law: every name has a value on every day since [`Law::since`].
#[derive(Clone, Debug, Default)]
pub struct Law {
    figures: BTreeMap<String, Figure>,
    last_entry: Vec<Period<Vec<String>>>,
    since: NaiveDate,
}

#[derive(Clone, Debug)]
enum Figure {
    /// Values by first day, oldest first.
    Stated(Vec<Period<u32>>),
    Product(String, String),
    Sum(String, String),
    Difference(String, String),
}

#[derive(Clone, Debug)]
struct Period<T> {
    from: NaiveDate,
    value: T,
    review_by: NaiveDate,
}

fn value_on<T>(periods: &[Period<T>], day: NaiveDate) -> Option<&T> {
    periods.iter().rfind(|period| period.from <= day).map(|period| &period.value)
}

/// The day is earlier than the law as Popas knows it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct BeforeLaw {
    /// The first day whose figures are known.
    pub since: NaiveDate,
}

impl BeforeLaw {
    /// The word scripts see.
    pub const CODE: &'static str = "before-law";
}

impl fmt::Display for BeforeLaw {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(Self::CODE)
    }
}

impl std::error::Error for BeforeLaw {}

impl Law {
    /// The figure of that name on that day; `None` for an unknown name or a day before its first period.
    pub fn on(&self, name: &str, day: NaiveDate) -> Option<u32> {
        match self.figures.get(name)? {
            Figure::Stated(periods) => value_on(periods, day).copied(),
            Figure::Product(one, other) => self.stated(one, day)?.checked_mul(self.stated(other, day)?),
            Figure::Sum(one, other) => self.stated(one, day)?.checked_add(self.stated(other, day)?),
            Figure::Difference(one, other) => self.stated(one, day)?.checked_sub(self.stated(other, day)?),
        }
    }

    /// A figure with a value of its own. Others are made from these only, so that none can run in a circle.
    fn stated(&self, name: &str, day: NaiveDate) -> Option<u32> {
        match self.figures.get(name)? {
            Figure::Stated(periods) => value_on(periods, day).copied(),
            _ => None,
        }
    }

    /// What the days are counted with on that day.
    pub fn stay(&self, day: NaiveDate) -> Result<stay::Law, BeforeLaw> {
        let (law, unknown) = self.stay_figures(day);
        let complete = |day: &NaiveDate| self.stay_figures(*day).1.is_empty();
        let since = || self.first_days().into_iter().find(complete).unwrap_or(NaiveDate::MAX);
        if unknown.is_empty() { Ok(law) } else { Err(BeforeLaw { since: since() }) }
    }

    /// The figures of that day, and the names of those that have no value on it.
    fn stay_figures(&self, day: NaiveDate) -> (stay::Law, Vec<&'static str>) {
        let mut unknown = Vec::new();
        let last_entry_nationalities = value_on(&self.last_entry, day).cloned().unwrap_or_else(|| {
            unknown.push(LAST_ENTRY);
            Vec::new()
        });
        let mut figure = |name| {
            self.on(name, day).unwrap_or_else(|| {
                unknown.push(name);
                0
            })
        };
        let law = stay::Law {
            stay_days: figure(STAY_DAYS),
            window_days: figure(STAY_WINDOW),
            last_entry_nationalities,
            fine_free_days: figure("fine-free-days"),
            regime_months: figure("regime-months"),
            return_after_days: figure("return-days"),
            employment_ended_working_days: figure("employment-notice-days"),
            reunification_exam_working_days: figure("reunification-exam-days"),
            permit_lost_days: figure("permit-reapply-days"),
            passport_months: figure("passport-months"),
        };
        (law, unknown)
    }

    /// The first day on which every figure is known.
    pub fn since(&self) -> NaiveDate {
        self.since
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.figures.keys().map(String::as_str)
    }

    /// Figures whose review is due on that day, each with the last day for it.
    pub fn due_for_review(&self, day: NaiveDate) -> Vec<(&str, NaiveDate)> {
        let figures = self.figures.iter().filter_map(|(name, figure)| match figure {
            Figure::Stated(periods) => periods.last().map(|last| (name.as_str(), last.review_by)),
            _ => None,
        });
        let countries = self.last_entry.last().map(|last| (LAST_ENTRY, last.review_by));
        figures.chain(countries).filter(|(_, review_by)| *review_by < day).collect()
    }

    /// The days on which some figure changes, in order.
    fn first_days(&self) -> Vec<NaiveDate> {
        let figures = self.figures.values().flat_map(|figure| match figure {
            Figure::Stated(periods) => periods.as_slice(),
            _ => &[],
        });
        let mut days: Vec<NaiveDate> = figures.map(|period| period.from).collect();
        days.extend(self.last_entry.iter().map(|period| period.from));
        days.sort_unstable();
        days.dedup();
        days
    }
}

/// The calendar day of a TOML date.
pub(super) fn day(date: &Datetime) -> Option<NaiveDate> {
    let day = date.date.filter(|_| date.time.is_none())?;
    NaiveDate::from_ymd_opt(day.year.into(), day.month.into(), day.day.into())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::faq::problem::File;

    fn read(text: &str) -> (Law, Vec<&'static str>) {
        let mut problems = Vec::new();
        let law = Law::read(&File { path: "law.toml".into(), text: text.into() }, &mut problems);
        let rules = problems.into_iter().map(|problem| problem.rule).filter(|rule| *rule != "missing-figure");
        (law, rules.collect())
    }

    fn figure(name: &str, periods: &[(&str, u32)]) -> String {
        let values: Vec<(&str, String)> =
            periods.iter().map(|(from, value)| (*from, format!("value = {value}"))).collect();
        dated(name, &values)
    }

    fn dated(name: &str, periods: &[(&str, String)]) -> String {
        let period = |(from, value): &(&str, String)| {
            format!("[[{name}.period]]\nfrom = {from}\n{value}\nsource = \"s\"\nreview-by = 2030-01-01\n")
        };
        format!("[{name}]\nunit = \"x\"\n") + &periods.iter().map(period).collect::<String>()
    }

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    /// All figures that days are counted with, the stay changing once.
    fn stay_figures() -> String {
        let others = [
            "stay-window",
            "fine-free-days",
            "regime-months",
            "return-days",
            "employment-notice-days",
            "reunification-exam-days",
            "permit-reapply-days",
            "passport-months",
        ];
        let others = others.map(|name| figure(name, &[("2011-01-01", 70)])).concat();
        let countries = dated(LAST_ENTRY, &[("2011-01-01", "countries = [\"AZ\"]".to_string())]);
        others + &countries + &figure(STAY_DAYS, &[("2012-01-01", 60), ("2026-07-01", 50)])
    }

    #[test]
    fn a_figure_has_the_value_of_its_day() {
        let (law, problems) = read(&figure("fine", &[("2020-01-01", 12), ("2026-07-01", 15)]));
        assert!(problems.is_empty());
        let on = |text: &str| law.on("fine", day(text));
        assert_eq!((on("2019-12-31"), on("2026-06-30"), on("2026-07-01")), (None, Some(12), Some(15)));
    }

    #[test]
    fn a_figure_may_follow_from_others() {
        let text = figure("units", &[("2020-01-01", 12)]) + &figure("lei", &[("2021-01-01", 50)]);
        let (law, problems) = read(&(text + "[fine]\nunit = \"lei\"\nproduct = [\"units\", \"lei\"]\n"));
        assert!(problems.is_empty());
        assert_eq!(law.on("fine", law.since()), Some(600));
    }

    #[test]
    fn days_are_counted_with_the_figures_of_their_day() {
        let (law, problems) = read(&stay_figures());
        assert!(problems.is_empty(), "{problems:?}");
        let stay_days = |text: &str| law.stay(day(text)).map(|law| law.stay_days);
        assert_eq!(stay_days("2026-06-30"), Ok(60));
        assert_eq!(stay_days("2026-07-01"), Ok(50));
        assert_eq!(stay_days("2011-12-31"), Err(BeforeLaw { since: day("2012-01-01") }));
        assert_eq!(law.stay(day("2026-07-01")).unwrap().last_entry_nationalities, ["AZ"]);
    }

    #[test]
    fn a_figure_that_came_later_takes_no_day_from_the_count() {
        let (law, _) = read(&(stay_figures() + &figure("new-fee", &[("2026-01-01", 100)])));
        assert!(law.stay(day("2020-01-01")).is_ok());
    }

    #[test]
    fn each_missing_figure_of_the_count_is_named() {
        let mut problems = Vec::new();
        let text = stay_figures().replace("stay-window", "stay-widow").replace("passport-months", "months");
        Law::read(&File { path: "law.toml".into(), text }, &mut problems);
        let messages: Vec<&str> = problems.iter().filter_map(|problem| problem.message.split('`').nth(1)).collect();
        assert_eq!(messages, ["stay-window", "passport-months"]);
    }

    #[test]
    fn what_is_due_for_review_is_named_from_the_day_after() {
        let (law, _) = read(&figure("fine", &[("2020-01-01", 12)]));
        assert_eq!(law.due_for_review(day("2030-01-01")), []);
        assert_eq!(law.due_for_review(day("2030-01-02")), [("fine", day("2030-01-01"))]);
    }

    #[test]
    fn what_is_wrong_is_named() {
        let derived = |how: &str| figure("a", &[("2020-01-01", 2)]) + &figure("b", &[("2020-01-01", 3)]) + how;
        let countries = |value: &str| dated(LAST_ENTRY, &[("2020-01-01", value.to_string())]);
        let cases: &[(String, &[&str])] = &[
            (figure("a", &[("2021-01-01", 1), ("2020-01-01", 2), ("2020-02-01", 2)]), &["periods-overlap"; 2]),
            ("[a]\nunit = \"x\"\nsum = [\"b\", \"a\"]\n".into(), &["unknown-figure"; 2]),
            (
                derived("[c]\nunit = \"x\"\nsum = [\"a\", \"d\"]\n[d]\nunit = \"x\"\nsum = [\"a\", \"c\"]"),
                &["unknown-figure"; 2],
            ),
            (derived("[c]\nunit = \"x\"\ndifference = [\"a\", \"b\"]\n"), &["figure-out-of-range"]),
            ("[a]\nunit = \"x\"\n".into(), &["figure-without-value"]),
            ("[a]\nunit = \"x\"\ncolour = 3\n".into(), &["unknown-key"]),
            (figure("a", &[("2021-01-01T10:00:00", 1)]), &["not-a-day"]),
            (dated("a", &[("2021-01-01", String::new())]), &["period-without-value"]),
            (countries("value = 3"), &["period-without-value"]),
            (countries("countries = [\"az\", \"AZ\", \"AZE\"]"), &["not-a-country"; 2]),
            (format!("[{LAST_ENTRY}]\nunit = \"x\"\n"), &["figure-without-value"]),
            (stay_figures().replace("value = 50", "value = 71"), &["stay-outside-window"]),
            (stay_figures().replace("value = 60", "value = 0"), &["stay-outside-window"]),
        ];
        for (text, rules) in cases {
            assert_eq!(read(text).1, *rules, "{text}");
        }
    }
}
