//! Reading and checking `law.toml`.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use super::{Figure, LAST_ENTRY, Law, Period, STAY_DAYS, STAY_WINDOW, day};
use crate::faq::problem::{File, Problem, did_you_mean};

impl Law {
    /// Reads `law.toml`; what is wrong with it is added to the problems.
    pub fn read(file: &File, problems: &mut Vec<Problem>) -> Law {
        let Some(drafts) = file.toml::<FileDraft>(problems) else { return Law::default() };
        let known = problems.len();
        let mut reader = Reader { file, problems, names: names(&drafts) };
        let mut law = Law::default();
        for (name, draft) in drafts {
            if name.get_ref() == LAST_ENTRY {
                law.last_entry = reader.countries(&name, draft);
            } else {
                // A faulty figure is kept: its name is known, and not missed again wherever it is used.
                let figure = reader.figure(&name, draft);
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
            file.problem(file.line_of(&format!("[{name}]")), "figure-out-of-range", message, way_out)
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
        Some(file.problem(file.line_of(&format!("[{STAY_DAYS}]")), "stay-outside-window", message, way_out))
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
    from: Spanned<Datetime>,
    value: Option<u32>,
    countries: Option<Vec<Spanned<String>>>,
    #[expect(dead_code, reason = "required of the file for its readers; nothing is computed with it")]
    source: String,
    review_by: Spanned<Datetime>,
}

/// The figures that have values of their own: what others may be made from.
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
    fn figure(&mut self, name: &Spanned<String>, draft: FigureDraft) -> Figure {
        match (draft.period.is_empty(), draft.product, draft.sum, draft.difference) {
            (false, None, None, None) => {
                let value = |draft: &PeriodDraft| draft.value.filter(|_| draft.countries.is_none());
                Figure::Stated(self.periods(draft.period, "value", value))
            }
            (true, Some(of), None, None) => self.pair(of, Figure::Product),
            (true, None, Some(of), None) => self.pair(of, Figure::Sum),
            (true, None, None, Some(of)) => self.pair(of, Figure::Difference),
            _ => {
                self.without_value(name, "give it either `period`s, or one of `product`, `sum`, `difference`");
                Figure::Stated(Vec::new())
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

    /// A figure that follows from two others.
    fn pair(&mut self, [one, other]: [Spanned<String>; 2], figure: impl Fn(String, String) -> Figure) -> Figure {
        for part in [&one, &other].into_iter().filter(|part| !self.names.contains(part.get_ref())) {
            let message = format!("`{}` is no figure with a value of its own", part.get_ref());
            let way_out = did_you_mean(part.get_ref(), self.names.iter().map(String::as_str));
            self.problems.push(self.file.problem(part.span(), "unknown-figure", message, way_out));
        }
        figure(one.into_inner(), other.into_inner())
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
        let PeriodDraft { from, review_by, .. } = draft.get_ref();
        let (from, review_by) = (self.day(from)?, self.day(review_by)?);
        let value = value(draft.get_ref()).ok_or_else(|| {
            let message = format!("this period has no `{key}`, or something else instead of it");
            self.file.problem(draft.span(), "period-without-value", message, format!("write `{key} = …`, and only it"))
        })?;
        Ok(Period { from, value, review_by })
    }

    fn day(&self, date: &Spanned<Datetime>) -> Result<NaiveDate, Problem> {
        day(date.get_ref()).ok_or_else(|| {
            let message = format!("`{}` is no whole day", date.get_ref());
            self.file.problem(date.span(), "not-a-day", message, "write it as 2026-11-22, without quotation marks")
        })
    }
}
