//! `popas stay`: days in the country, from arguments or in batches.
//!
//! Arguments become the same [`Fields`] that a line of a batch has, so that both are read by one rule. The law
//! is that of the day of the count.

mod table;

use std::str::FromStr;

use chrono::NaiveDate;
use serde_json::{Value, json};

use super::lines::{Fields, Refusal, UNKNOWN_NATIONALITY, answer_stdin, date, print, refused, wrong};
use super::{countries, today};
use crate::faq::{BeforeLaw, Faq};
use crate::settings::Settings;
use crate::stay::{Count, History, HistoryError, Law, Traveller, Visit, characters, count, timeline};

/// Whose days to count.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// A stay, both days included: 2025-01-10..2025-03-01, or 2025-09-01.. when still in the country
    #[arg(value_name = "ENTRY..EXIT", required_unless_present = "jsonl")]
    pub stays: Vec<Trip>,
    #[command(flatten)]
    pub person: Person,
    /// Print one JSON object
    #[arg(long)]
    pub json: bool,
    /// Read {"id","stays":[[entry,exit or null],…],"as_of"?,"nationality"?,"left_bank"?} a line from stdin, print one JSON
    /// object a line
    #[arg(long, conflicts_with_all = ["stays", "json", "as_of", "nationality", "left_bank"])]
    pub jsonl: bool,
}

/// The person and the day.
#[derive(clap::Args, Debug)]
pub struct Person {
    /// The day to count on, YYYY-MM-DD; today in Moldova when left out
    #[arg(long, value_name = "DATE")]
    pub as_of: Option<String>,
    /// Country code of the nationality (ISO 3166-1 alpha-2), such as AZ
    #[arg(long, value_name = "CC")]
    pub nationality: Option<String>,
    /// Lives in a locality on the left bank and has its travel documents
    #[arg(long)]
    pub left_bank: bool,
}

/// A stay as an argument: its days are read later, with those of batches.
#[derive(Clone, Debug)]
pub struct Trip {
    entry: String,
    exit: Option<String>,
}

impl FromStr for Trip {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<Trip, Self::Err> {
        match text.split_once("..") {
            Some((entry, exit)) if !entry.is_empty() => {
                Ok(Trip { entry: entry.into(), exit: Some(exit.to_string()).filter(|exit| !exit.is_empty()) })
            }
            _ => Err("write a stay as ENTRY..EXIT, or ENTRY.. when still in the country"),
        }
    }
}

/// The arguments as a line of a batch would say them.
pub fn fields(stays: &[Trip], person: &Person) -> Fields {
    let stays: Vec<Value> = stays.iter().map(|trip| json!([trip.entry, trip.exit])).collect();
    Fields::from_iter([
        ("stays", stays.into()),
        ("as_of", person.as_of.clone().into()),
        ("nationality", person.nationality.clone().into()),
        ("left_bank", person.left_bank.into()),
    ])
}

pub fn run(args: &Args, settings: &Settings) -> anyhow::Result<()> {
    let (faq, today) = (settings.load_faq()?, today());
    if args.jsonl {
        return answer_stdin(|line| Ok(Case::read(line, today, &faq)?.count()));
    }
    let case = Case::read(&fields(&args.stays, &args.person), today, &faq);
    let case = case.map_err(|refusal| refused(args.json, refusal))?;
    let count = case.count();
    print(args.json, &count, || table::table(&count, &case))
}

/// Everything that a count needs.
pub struct Case {
    history: History,
    pub as_of: NaiveDate,
    traveller: Traveller,
    law: Law,
}

impl Case {
    /// Reads `stays`, `as_of`, `nationality` and `left_bank`.
    pub fn read(fields: &Fields, today: NaiveDate, faq: &Faq) -> Result<Case, Refusal> {
        let visits = visits(fields)?;
        let as_of = fields.date("as_of")?.unwrap_or(today);
        let (nationality, left_bank) = (nationality(fields)?, fields.flag("left_bank")?);
        let history = History::new(&visits).map_err(impossible)?;
        let law = faq.stay_law(as_of).map_err(|unknown| before_law(as_of, unknown))?;
        Ok(Case { history, as_of, traveller: Traveller { rule: law.rule_for(nationality), left_bank }, law })
    }

    pub fn count(&self) -> Count {
        count(&self.history, self.as_of, self.traveller, &self.law)
    }

    /// The window of the day, drawn.
    fn drawing(&self) -> String {
        let timeline = timeline(&self.history, self.as_of, self.as_of, self.traveller, &self.law);
        characters(&timeline)
    }
}

/// A country's code, or that it is none with a rule of its own: a name would be counted by the wrong rule unnoticed.
fn nationality(fields: &Fields) -> Result<Option<&str>, Refusal> {
    let Some(said) = fields.text("nationality")? else { return Ok(None) };
    if said == OTHER || countries::is_code(said) {
        return Ok(Some(said));
    }
    let hint = "write two letters of ISO 3166-1, such as AZ for Azerbaijan, or `other`";
    Err(Refusal::new(UNKNOWN_NATIONALITY, format!("`{said}` is no code of a country; {hint}")))
}

const OTHER: &str = "other";

fn visits(fields: &Fields) -> Result<Vec<Visit>, Refusal> {
    let form = || wrong("stays", "a list of stays, each [\"2025-01-10\", \"2025-03-01\"] or [\"2025-09-01\", null]");
    let Some(stays) = fields.get("stays") else {
        return Err(Refusal::new("missing-stays", "`stays` is missing: a list of [entry, exit or null]"));
    };
    let visit = |stay: &Value| match stay.as_array().map(Vec::as_slice) {
        Some([entry, Value::Null]) => Ok(Visit { entry: date(entry)?, exit: None }),
        Some([entry, exit]) => Ok(Visit { entry: date(entry)?, exit: Some(date(exit)?) }),
        _ => Err(form()),
    };
    stays.as_array().ok_or_else(form)?.iter().map(visit).collect()
}

fn impossible(error: HistoryError) -> Refusal {
    let Visit { entry, exit } = error.visit();
    let message = match (error, exit) {
        (HistoryError::ExitBeforeEntry(_), Some(exit)) => {
            format!("the stay that begins on {entry} ends before, on {exit}; exchange the two days or correct one")
        }
        _ => {
            format!("the stay that begins on {entry} has no exit, but there is a later entry; give the day of leaving")
        }
    };
    Refusal::new(error.code(), message)
}

/// The day is earlier than the figures of the law that the content knows.
pub fn before_law(day: NaiveDate, unknown: BeforeLaw) -> Refusal {
    let since = unknown.since;
    let message = format!("the figures of the law are known from {since} on, not on {day}; give a later day");
    Refusal::new(BeforeLaw::CODE, message)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn code(fields: Value) -> &'static str {
        let faq = Faq::load(&crate::faq::Source::BuiltIn).unwrap();
        let Value::Object(fields) = fields else { panic!("no object") };
        let today = NaiveDate::from_ymd_opt(2025, 11, 22).unwrap();
        Case::read(&Fields::from(fields), today, &faq).map_or_else(|refusal| refusal.error, |_| "fine")
    }

    #[test]
    fn what_cannot_be_counted_has_a_code() {
        let old = json!([["1990-01-01", "1990-02-01"]]);
        for (fields, expected) in [
            (json!({"stays": []}), "fine"),
            (json!({"stays": [["2025-09-01", null]], "as_of": null, "nationality": null, "left_bank": null}), "fine"),
            (json!({"stays": old, "nationality": "az"}), "fine"),
            (json!({}), "missing-stays"),
            (json!({"stays": null}), "missing-stays"),
            (json!({"stays": [["2025-02-30", null]]}), "invalid-date"),
            (json!({"stays": [["", null]]}), "invalid-date"),
            (json!({"stays": [[20250901, null]]}), "invalid-date"),
            (json!({"stays": [["2025-09-01", ""]]}), "invalid-date"),
            (json!({"stays": [["2025-09-01", "01.10.2025"]]}), "invalid-date"),
            (json!({"stays": [], "as_of": "2025-11-31"}), "invalid-date"),
            (json!({"stays": [["2025-09-01", "2025-08-31"]], "as_of": "x"}), "invalid-date"),
            (json!({"stays": [["2025-09-01", "2025-08-31"]]}), "exit-before-entry"),
            (json!({"stays": [["2025-09-01", null], ["2025-10-01", null]]}), "missing-exit"),
            (json!({"stays": old, "as_of": "1990-03-01"}), "before-law"),
            (json!({"stays": "2025-09-01.."}), "invalid-input"),
            (json!({"stays": [["2025-09-01"]]}), "invalid-input"),
            (json!({"stays": [["2025-09-01", null, null]]}), "invalid-input"),
            (json!({"stays": [{"entry": "2025-09-01"}]}), "invalid-input"),
            (json!({"stays": [], "nationality": 3}), "invalid-input"),
            (json!({"stays": [], "nationality": "other"}), "fine"),
            (json!({"stays": [], "nationality": "Azerbaijan"}), "unknown-nationality"),
            (json!({"stays": [], "nationality": "UK"}), "unknown-nationality"),
            (json!({"stays": [], "left_bank": "yes"}), "invalid-input"),
        ] {
            assert_eq!(code(fields.clone()), expected, "{fields}");
        }
    }
}
