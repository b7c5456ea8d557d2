//! `popas deadline`: the last day for something, from arguments or in batches.
//!
//! The law is that of the day of the event; for `filing-limit`, that of the day of the count.

use std::str::FromStr;

use serde::Serialize;
use serde_json::Value;

use super::lines::{Fields, Refusal, answer_stdin, dated, print, refused, rows};
use super::stay::{Case, Person, Trip, before_law, fields};
use super::{WrongUse, today};
use crate::faq::Faq;
use crate::settings::Settings;
use crate::stay::{Deadline, DeadlineError, DeadlineInput, DeadlineKind, deadline, iso_date};

/// Which deadline.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// employment-ended, reunification-exam, permit-lost, fine-free, regime-limit, return-decision,
    /// passport-12-months or filing-limit
    #[arg(required_unless_present = "jsonl", value_parser = kind)]
    pub kind: Option<DeadlineKind>,
    /// The day of the event, YYYY-MM-DD; for filing-limit the stays, as `popas stay` takes them
    #[arg(value_name = "DATE", required_unless_present = "jsonl")]
    pub when: Vec<When>,
    /// return-decision: the day of leaving
    #[arg(long, value_name = "DATE")]
    pub exit: Option<String>,
    /// passport-12-months: the last day of the passport
    #[arg(long, value_name = "DATE")]
    pub passport_expiry: Option<String>,
    #[command(flatten)]
    pub person: Person,
    /// Print one JSON object
    #[arg(long)]
    pub json: bool,
    /// Read {"id","kind","event",…} a line from stdin, print one JSON object a line
    #[arg(long)]
    #[arg(conflicts_with_all = ["kind", "when", "exit", "passport_expiry", "json", "as_of", "nationality", "left_bank"])]
    pub jsonl: bool,
}

/// A day, or a stay.
#[derive(Clone, Debug)]
pub enum When {
    Day(String),
    Stay(Trip),
}

impl FromStr for When {
    type Err = &'static str;

    fn from_str(text: &str) -> Result<When, Self::Err> {
        if text.contains("..") { text.parse().map(When::Stay) } else { Ok(When::Day(text.to_string())) }
    }
}

fn kind(name: &str) -> Result<DeadlineKind, String> {
    name.parse().map_err(|_| unknown_kind(name).message)
}

fn unknown_kind(name: &str) -> Refusal {
    let kinds = DeadlineKind::ALL.map(DeadlineKind::as_str).join(", ");
    Refusal::new("unknown-kind", format!("`{name}` is no kind of deadline; the kinds are {kinds}"))
}

pub fn run(args: &Args, settings: &Settings) -> anyhow::Result<()> {
    let faq = settings.load_faq()?;
    let Some(kind) = args.kind else { return answer_stdin(|line| find(line, &faq)) };
    let found = find(&arguments(kind, args)?, &faq).map_err(|refusal| refused(args.json, refusal))?;
    print(args.json, &found, || table(&found))
}

/// The arguments as a line of a batch would say them.
fn arguments(kind: DeadlineKind, args: &Args) -> Result<Fields, WrongUse> {
    let mut days = Vec::new();
    let mut stays = Vec::new();
    for when in &args.when {
        match when {
            When::Day(day) => days.push(day.clone()),
            When::Stay(trip) => stays.push(trip.clone()),
        }
    }
    let given = match (kind, days.as_slice(), stays.as_slice()) {
        (DeadlineKind::FilingLimit, [], [_, ..]) => fields(&stays, &args.person),
        (DeadlineKind::FilingLimit, ..) => {
            return Err(WrongUse("filing-limit goes by stays: write them as ENTRY..EXIT, or ENTRY..".to_string()));
        }
        (_, [day], []) => Fields::from_iter([("event", day.clone().into())]),
        _ => return Err(WrongUse(format!("{} runs from one day: write it as 2025-11-22", kind.as_str()))),
    };
    Ok(given.with([
        ("kind", kind.as_str().into()),
        ("exit", args.exit.clone().into()),
        ("passport_expiry", args.passport_expiry.clone().into()),
    ]))
}

/// A deadline with its kind, as scripts see it: also the `deadline` of `popas ask`.
#[derive(Debug, Serialize)]
pub struct LastDay {
    pub kind: DeadlineKind,
    #[serde(flatten)]
    pub deadline: Deadline,
}

fn find(fields: &Fields, faq: &Faq) -> Result<LastDay, Refusal> {
    let name = fields.text("kind")?.unwrap_or_default();
    let kind: DeadlineKind = name.parse().map_err(|_| unknown_kind(name))?;
    let stay = match kind {
        DeadlineKind::FilingLimit => Some(Case::read(fields, today(), faq)?),
        _ => None,
    };
    let count = stay.as_ref().map(Case::count);
    let input = DeadlineInput {
        event: fields.date("event")?,
        exit: fields.date("exit")?,
        passport_expiry: fields.date("passport_expiry")?,
        count: count.as_ref(),
    };
    let day = stay.map(|stay| stay.as_of).or(input.event).ok_or_else(|| missing(DeadlineError::MissingEvent))?;
    let law = faq.stay_law(day).map_err(|unknown| before_law(day, unknown))?;
    Ok(LastDay { kind, deadline: deadline(kind, &input, &law, &faq.holidays).map_err(missing)? })
}

fn missing(error: DeadlineError) -> Refusal {
    Refusal::new(error.code(), "the day of the event is missing: add `event`, such as 2025-11-22")
}

/// The found fields as they are called in JSON, with the weekday of each day.
fn table(found: &LastDay) -> String {
    let fields = serde_json::to_value(found.deadline).unwrap_or_default();
    let fields = fields.as_object().into_iter().flatten().map(|(name, value)| (name.as_str(), words(value)));
    let lines: Vec<(&str, String)> = [("kind", found.kind.as_str().to_string())].into_iter().chain(fields).collect();
    rows(&lines)
}

fn words(value: &Value) -> String {
    match value.as_str().map(|text| (text, iso_date(text))) {
        Some((_, Some(day))) => dated(day),
        Some((text, None)) => text.to_string(),
        None if value.is_null() => "none".to_string(),
        None => value.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn found(fields: Value) -> String {
        let faq = Faq::load(&crate::faq::Source::BuiltIn).unwrap();
        let Value::Object(fields) = fields else { panic!("no object") };
        match find(&Fields::from(fields), &faq) {
            Ok(found) => serde_json::to_string(&found).unwrap(),
            Err(refusal) => refusal.error.to_string(),
        }
    }

    #[test]
    fn what_has_no_deadline_has_a_code() {
        for (fields, expected) in [
            (json!({}), "unknown-kind"),
            (json!({"kind": "permit-found", "event": "2025-11-03"}), "unknown-kind"),
            (json!({"kind": "permit-lost"}), "missing-event"),
            (json!({"kind": "permit-lost", "event": "2025-11-31"}), "invalid-date"),
            (json!({"kind": "permit-lost", "event": "1999-11-30"}), "before-law"),
            (json!({"kind": "return-decision", "event": "2025-11-03", "exit": "soon"}), "invalid-date"),
            (json!({"kind": "filing-limit", "event": "2025-11-03"}), "missing-stays"),
            (json!({"kind": "filing-limit", "stays": [["2025-09-02", "2025-09-01"]]}), "exit-before-entry"),
            (json!({"kind": 5, "event": "2025-11-03"}), "invalid-input"),
        ] {
            assert_eq!(found(fields.clone()), expected, "{fields}");
        }
    }

    #[test]
    fn the_kind_comes_first() {
        let answer = found(json!({"kind": "permit-lost", "event": "2025-11-03"}));
        assert_eq!(answer, r#"{"kind":"permit-lost","due":"2025-11-18","office_day":"2025-11-18"}"#);
    }
}
