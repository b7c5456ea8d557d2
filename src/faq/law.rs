//! The figures of the law by date, from `faq/law.toml`.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;
use toml::Spanned;

use super::problem::{File, Problem, did_you_mean};

/// The figures of the law: every name has a value on every day since [`Law::since`].
#[derive(Clone, Debug, Default)]
pub struct Law {
    figures: BTreeMap<String, Figure>,
    since: NaiveDate,
}

#[derive(Clone, Debug)]
enum Figure {
    /// Values by first day, oldest first.
    Stated(Vec<Period>),
    Product(String, String),
    Sum(String, String),
    Difference(String, String),
}

#[derive(Clone, Debug)]
struct Period {
    from: NaiveDate,
    value: u32,
    review_by: NaiveDate,
}

/// A figure of `law.toml` as the file may say it.
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
    value: u32,
    #[expect(dead_code, reason = "required of the file for its readers; nothing is computed with it")]
    source: String,
    review_by: toml::value::Datetime,
}

impl Law {
    /// The figure of that name on that day; `None` for an unknown name or a day before [`Law::since`].
    pub fn on(&self, name: &str, day: NaiveDate) -> Option<u32> {
        match self.figures.get(name)? {
            Figure::Stated(periods) => periods.iter().rfind(|period| period.from <= day).map(|period| period.value),
            Figure::Product(one, other) => self.on(one, day)?.checked_mul(self.on(other, day)?),
            Figure::Sum(one, other) => self.on(one, day)?.checked_add(self.on(other, day)?),
            Figure::Difference(one, other) => self.on(one, day)?.checked_sub(self.on(other, day)?),
        }
    }

    /// The first day on which every figure is known.
    pub fn since(&self) -> NaiveDate {
        self.since
    }

    pub fn names(&self) -> impl Iterator<Item = &str> {
        self.figures.keys().map(String::as_str)
    }

    /// Figures whose review is due on that day.
    pub fn due_for_review(&self, day: NaiveDate) -> impl Iterator<Item = &str> {
        self.figures.iter().filter_map(move |(name, figure)| match figure {
            Figure::Stated(periods) => periods.last().is_some_and(|last| last.review_by < day).then_some(name.as_str()),
            _ => None,
        })
    }

    /// Reads `law.toml`; what is wrong with it is added to the problems.
    pub fn read(file: &File, problems: &mut Vec<Problem>) -> Law {
        let Some(draft) = file.toml::<BTreeMap<Spanned<String>, FigureDraft>>(problems) else { return Law::default() };
        let names: Vec<String> = draft.keys().map(|name| name.get_ref().clone()).collect();
        let mut law = Law::default();
        for (name, figure) in draft {
            if let Some(checked) = check(file, &name, figure, &names, problems) {
                if let Figure::Stated(periods) = &checked {
                    law.since = law.since.max(periods[0].from);
                }
                law.figures.insert(name.into_inner(), checked);
            }
        }
        law
    }
}

fn check(
    file: &File,
    name: &Spanned<String>,
    draft: FigureDraft,
    names: &[String],
    problems: &mut Vec<Problem>,
) -> Option<Figure> {
    let mut pair = |[one, other]: [Spanned<String>; 2]| {
        for part in [&one, &other] {
            if !names.contains(part.get_ref()) || part.get_ref() == name.get_ref() {
                let message = format!("`{}` is no other figure of this file", part.get_ref());
                let way_out = did_you_mean(part.get_ref(), names.iter().map(String::as_str));
                problems.push(file.problem(part.span(), "unknown-figure", message, way_out));
            }
        }
        (one.into_inner(), other.into_inner())
    };
    match (draft.period.is_empty(), draft.product, draft.sum, draft.difference) {
        (false, None, None, None) => periods(file, draft.period, problems).map(Figure::Stated),
        (true, Some(of), None, None) => Some(pair(of)).map(|(one, other)| Figure::Product(one, other)),
        (true, None, Some(of), None) => Some(pair(of)).map(|(one, other)| Figure::Sum(one, other)),
        (true, None, None, Some(of)) => Some(pair(of)).map(|(one, other)| Figure::Difference(one, other)),
        _ => {
            let message = format!("`{}` has no value, or more than one way to get it", name.get_ref());
            let way_out = "give it either `period`s, or one of `product`, `sum`, `difference`";
            problems.push(file.problem(name.span(), "figure-without-value", message, way_out));
            None
        }
    }
}

fn periods(file: &File, drafts: Vec<Spanned<PeriodDraft>>, problems: &mut Vec<Problem>) -> Option<Vec<Period>> {
    let mut periods: Vec<Period> = Vec::new();
    for draft in drafts {
        let at = draft.span();
        let draft = draft.into_inner();
        let (Some(from), Some(review_by)) = (day(&draft.from), day(&draft.review_by)) else {
            let message = "`from` and `review-by` are whole days".to_string();
            problems.push(file.problem(at, "not-a-day", message, "write a day as 2026-11-22, without quotation marks"));
            return None;
        };
        if periods.last().is_some_and(|last| last.from >= from) {
            let message = format!("the period from {from} does not begin after the one before it");
            let way_out = "order the periods by `from`; each holds until the day before the next";
            problems.push(file.problem(at, "periods-overlap", message, way_out));
        }
        periods.push(Period { from, value: draft.value, review_by });
    }
    Some(periods)
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
        (law, problems.into_iter().map(|problem| problem.rule).collect())
    }

    fn figure(name: &str, periods: &[(&str, u32)]) -> String {
        let mut text = format!("[{name}]\nunit = \"days\"\n");
        for (from, value) in periods {
            text +=
                &format!("[[{name}.period]]\nfrom = {from}\nvalue = {value}\nsource = \"s\"\nreview-by = 2030-01-01\n");
        }
        text
    }

    #[test]
    fn a_figure_has_the_value_of_its_day() {
        let (law, problems) = read(&figure("fine", &[("2020-01-01", 12), ("2026-07-01", 15)]));
        assert!(problems.is_empty());
        let on = |day: &str| law.on("fine", day.parse().unwrap());
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
    fn what_is_wrong_is_named() {
        let overlapping = figure("a", &[("2021-01-01", 1), ("2020-01-01", 2)]);
        assert_eq!(read(&overlapping).1, ["periods-overlap"]);
        assert_eq!(read("[a]\nunit = \"x\"\nsum = [\"b\", \"a\"]\n").1, ["unknown-figure", "unknown-figure"]);
        assert_eq!(read("[a]\nunit = \"x\"\n").1, ["figure-without-value"]);
        assert_eq!(read("[a]\nunit = \"x\"\ncolour = 3\n").1, ["unknown-key"]);
    }
}
