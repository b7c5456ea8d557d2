//! The figures of the law by date, from `faq/law.toml`.
//!
//! A figure has a value from the first day of its first period on; what counts the days takes all its figures
//! of one day at once ([`Law::stay`]). What the figures mean is not known here.

use std::collections::BTreeMap;
use std::fmt;

use chrono::NaiveDate;
use serde::Deserialize;
use toml::Spanned;

use super::problem::{File, Problem, did_you_mean};
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
            Figure::Product(one, other) => self.on(one, day)?.checked_mul(self.on(other, day)?),
            Figure::Sum(one, other) => self.on(one, day)?.checked_add(self.on(other, day)?),
            Figure::Difference(one, other) => self.on(one, day)?.checked_sub(self.on(other, day)?),
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

    /// Reads `law.toml`; what is wrong with it is added to the problems.
    pub fn read(file: &File, problems: &mut Vec<Problem>) -> Law {
        let Some(drafts) = file.toml::<FileDraft>(problems) else { return Law::default() };
        let known = problems.len();
        let mut reader = Reader { file, problems, names: names(&drafts) };
        let mut law = Law::default();
        for (name, draft) in drafts {
            if name.get_ref() == LAST_ENTRY {
                law.last_entry = reader.countries(&name, draft);
            } else if let Some(figure) = reader.figure(&name, draft) {
                law.figures.insert(name.into_inner(), figure);
            }
        }
        let first_of = |figure: &Figure| match figure {
            Figure::Stated(periods) => periods.first().map(|period| period.from),
            _ => None,
        };
        law.since = law.figures.values().filter_map(first_of).max().unwrap_or_default();
        if problems.len() == known {
            law.check_together(file, problems);
        }
        law
    }

    /// What only all figures together show. Not asked where a figure is wrong in itself.
    fn check_together(&self, file: &File, problems: &mut Vec<Problem>) {
        for name in self.stay_figures(NaiveDate::MAX).1 {
            let message = format!("`{name}` is missing: days are counted with it");
            let way_out = format!("add `[{name}]` with a period, as the other figures have it");
            problems.push(file.problem(0..0, "missing-figure", message, way_out));
        }
        for day in self.first_days() {
            problems.extend(self.out_of_range(file, day));
            problems.extend(self.stay_outside_window(file, day));
        }
    }

    /// Figures made from others that come out as no number.
    fn out_of_range(&self, file: &File, day: NaiveDate) -> Vec<Problem> {
        let nameless = |name: &&str| day >= self.since && self.on(name, day).is_none();
        let problem = |name| {
            let message = format!("`{name}` comes out below nothing or beyond counting on {day}");
            let way_out = "look at the two figures it is made from, and at their order";
            file.problem(file.place_of(&format!("[{name}]")), "figure-out-of-range", message, way_out)
        };
        self.names().filter(nameless).map(problem).collect()
    }

    fn stay_outside_window(&self, file: &File, day: NaiveDate) -> Option<Problem> {
        let law = self.stay(day).ok()?;
        if (1..=law.window_days).contains(&law.stay_days) {
            return None;
        }
        let message = format!("{} days of stay do not fit a window of {} on {day}", law.stay_days, law.window_days);
        let way_out = format!("at least 1 and at most `{STAY_WINDOW}`; look whether the two are exchanged");
        Some(file.problem(file.place_of(&format!("[{STAY_DAYS}]")), "stay-outside-window", message, way_out))
    }
}

/// The file as it may be written: figures by name.
type FileDraft = BTreeMap<Spanned<String>, FigureDraft>;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct FigureDraft {
    #[expect(dead_code, reason = "required of the file for its readers; nothing is computed with it")]
    unit: String,
    #[serde(default)]
    period: Vec<Spanned<PeriodDraft>>,
    product: Option<[Spanned<String>; 2]>,
    sum: Option<[Spanned<String>; 2]>,
    difference: Option<[Spanned<String>; 2]>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct PeriodDraft {
    from: toml::value::Datetime,
    value: Option<u32>,
    countries: Option<Vec<Spanned<String>>>,
    #[expect(dead_code, reason = "required of the file for its readers; nothing is computed with it")]
    source: String,
    review_by: toml::value::Datetime,
}

/// The figures that have values of their own: what others may be made from. Not the others: they could run in a
/// circle.
fn names(drafts: &FileDraft) -> Vec<String> {
    let stated =
        |(name, draft): &(&Spanned<String>, &FigureDraft)| !draft.period.is_empty() && name.get_ref() != LAST_ENTRY;
    drafts.iter().filter(stated).map(|(name, _)| name.get_ref().clone()).collect()
}

struct Reader<'a> {
    file: &'a File,
    problems: &'a mut Vec<Problem>,
    names: Vec<String>,
}

impl Reader<'_> {
    fn figure(&mut self, name: &Spanned<String>, draft: FigureDraft) -> Option<Figure> {
        match (draft.period.is_empty(), draft.product, draft.sum, draft.difference) {
            (false, None, None, None) => Some(Figure::Stated(
                self.periods(draft.period, "value", |draft| draft.value.filter(|_| draft.countries.is_none())),
            )),
            (true, Some(of), None, None) => Some(self.pair(of)).map(|(one, other)| Figure::Product(one, other)),
            (true, None, Some(of), None) => Some(self.pair(of)).map(|(one, other)| Figure::Sum(one, other)),
            (true, None, None, Some(of)) => Some(self.pair(of)).map(|(one, other)| Figure::Difference(one, other)),
            _ => {
                self.without_value(name, "give it either `period`s, or one of `product`, `sum`, `difference`");
                None
            }
        }
    }

    fn countries(&mut self, name: &Spanned<String>, draft: FigureDraft) -> Vec<Period<Vec<String>>> {
        if draft.period.is_empty() || draft.product.or(draft.sum).or(draft.difference).is_some() {
            self.without_value(name, "give it `period`s with `countries = [\"AZ\"]`");
        }
        for country in draft.period.iter().flat_map(|period| period.get_ref().countries.iter().flatten()) {
            let code = country.get_ref();
            if code.len() != 2 || !code.bytes().all(|letter| letter.is_ascii_uppercase()) {
                let message = format!("`{code}` is no country code");
                let way_out = "two capital letters of ISO 3166-1, such as AZ";
                self.problems.push(self.file.problem(country.span(), "not-a-country", message, way_out));
            }
        }
        let codes = |codes: &Vec<Spanned<String>>| codes.iter().map(|code| code.get_ref().clone()).collect();
        self.periods(draft.period, "countries", |draft| {
            draft.countries.as_ref().filter(|_| draft.value.is_none()).map(codes)
        })
    }

    fn without_value(&mut self, name: &Spanned<String>, way_out: &str) {
        let message = format!("`{}` has no value, or more than one way to get it", name.get_ref());
        self.problems.push(self.file.problem(name.span(), "figure-without-value", message, way_out));
    }

    /// The two names of a figure that follows from others.
    fn pair(&mut self, [one, other]: [Spanned<String>; 2]) -> (String, String) {
        for part in [&one, &other].into_iter().filter(|part| !self.names.contains(part.get_ref())) {
            let message = format!("`{}` is no figure with a value of its own", part.get_ref());
            let way_out = did_you_mean(part.get_ref(), self.names.iter().map(String::as_str));
            self.problems.push(self.file.problem(part.span(), "unknown-figure", message, way_out));
        }
        (one.into_inner(), other.into_inner())
    }

    /// The periods in their order; what is wrong with one does not hide the next.
    fn periods<T>(
        &mut self,
        drafts: Vec<Spanned<PeriodDraft>>,
        key: &str,
        value: impl Fn(&PeriodDraft) -> Option<T>,
    ) -> Vec<Period<T>> {
        let mut periods: Vec<Period<T>> = Vec::new();
        for draft in drafts {
            match self.period(&draft, key, &value) {
                Ok(period) if periods.last().is_some_and(|last| last.from >= period.from) => {
                    let message = format!("the period from {} does not begin after the one before it", period.from);
                    let way_out = "order the periods by `from`; each holds until the day before the next";
                    self.problems.push(self.file.problem(draft.span(), "periods-overlap", message, way_out));
                }
                Ok(period) => periods.push(period),
                Err(problem) => self.problems.push(problem),
            }
        }
        periods
    }

    fn period<T>(
        &self,
        draft: &Spanned<PeriodDraft>,
        key: &str,
        value: impl Fn(&PeriodDraft) -> Option<T>,
    ) -> Result<Period<T>, Problem> {
        let days = day(&draft.get_ref().from).zip(day(&draft.get_ref().review_by));
        let (from, review_by) = days.ok_or_else(|| {
            let message = "`from` and `review-by` are whole days".to_string();
            let way_out = "write a day as 2026-11-22, without quotation marks";
            self.file.problem(draft.span(), "not-a-day", message, way_out)
        })?;
        let value = value(draft.get_ref()).ok_or_else(|| {
            let message = format!("this period has no `{key}`, or something else instead of it");
            self.file.problem(draft.span(), "period-without-value", message, format!("write `{key} = …`, and only it"))
        })?;
        Ok(Period { from, value, review_by })
    }
}

/// The calendar day of a TOML date.
pub(super) fn day(date: &toml::value::Datetime) -> Option<NaiveDate> {
    let day = date.date.filter(|_| date.time.is_none())?;
    NaiveDate::from_ymd_opt(day.year.into(), day.month.into(), day.day.into())
}

#[cfg(test)]
mod tests {
    use super::*;

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
