//! The cases of `tests/data/stay/`: the JSON must be theirs to the letter, order of fields included.

use serde::Deserialize;

use super::fixtures::{holidays, law};
use crate::stay::{
    Count, DeadlineInput, DeadlineKind, History, HistoryError, Traveller, Visit, count, deadline, iso_date,
};

const CASES: &str = include_str!("../../../tests/data/stay/cases.dev.jsonl");
const DEADLINES: &str = include_str!("../../../tests/data/stay/deadlines.dev.jsonl");

#[derive(Deserialize)]
struct StayCase {
    id: String,
    stays: Vec<(String, Option<String>)>,
    as_of: String,
    nationality: String,
    #[serde(default)]
    left_bank: bool,
}

#[derive(Deserialize)]
struct DeadlineCase {
    id: String,
    kind: String,
    event: Option<String>,
    exit: Option<String>,
    passport_expiry: Option<String>,
}

/// The expected object as serde_json would write it; no string in the files holds these separators.
fn expected(line: &str) -> String {
    let (_, object) = line.split_once("\"expected\": ").expect("an expectation");
    object.trim_end().strip_suffix('}').expect("a closed line").replace(": ", ":").replace(", ", ",")
}

fn visit((entry, exit): &(String, Option<String>)) -> Option<Visit> {
    let exit = exit.as_deref().map(iso_date);
    Some(Visit { entry: iso_date(entry)?, exit: if let Some(exit) = exit { Some(exit?) } else { None } })
}

fn counted(case: &StayCase) -> Result<Count, &'static str> {
    let visits: Vec<Visit> = case.stays.iter().map(visit).collect::<Option<_>>().ok_or("invalid-date")?;
    let as_of = iso_date(&case.as_of).ok_or("invalid-date")?;
    let history = History::new(&visits).map_err(HistoryError::code)?;
    let rule = law().rule_for(Some(&case.nationality));
    Ok(count(&history, as_of, Traveller { rule, left_bank: case.left_bank }, &law()))
}

fn stay_answer(line: &str) -> String {
    let case: StayCase = serde_json::from_str(line).expect("a stay case");
    match counted(&case) {
        Ok(count) => serde_json::to_string(&count).unwrap(),
        Err(code) => format!(r#"{{"error":"{code}"}}"#),
    }
}

fn deadline_answer(line: &str) -> String {
    let case: DeadlineCase = serde_json::from_str(line).expect("a deadline case");
    let kind: DeadlineKind = case.kind.parse().unwrap_or_else(|_| panic!("{}: {}", case.id, case.kind));
    let stay = (kind == DeadlineKind::FilingLimit)
        .then(|| counted(&serde_json::from_str(line).expect("a stay case")).expect("a count"));
    let date = |text: &Option<String>| text.as_deref().and_then(iso_date);
    let input = DeadlineInput {
        event: date(&case.event),
        exit: date(&case.exit),
        passport_expiry: date(&case.passport_expiry),
        count: stay.as_ref(),
    };
    serde_json::to_string(&deadline(kind, &input, &law(), &holidays()).expect("a deadline")).unwrap()
}

/// All that fail at once, each with its line.
fn check(lines: &str, answer: impl Fn(&str) -> String) -> usize {
    let wrong: Vec<String> = lines
        .lines()
        .filter(|line| answer(line) != expected(line))
        .map(|line| format!("{line}\n   got {}", answer(line)))
        .collect();
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
    lines.lines().count()
}

#[test]
fn every_stay_case_to_the_letter() {
    assert_eq!(check(CASES, stay_answer), 60);
}

#[test]
fn every_deadline_case_to_the_letter() {
    assert_eq!(check(DEADLINES, deadline_answer), 30);
}

#[test]
fn ids_are_used_once() {
    for lines in [CASES, DEADLINES] {
        #[derive(Deserialize)]
        struct Named {
            id: String,
        }
        let mut ids: Vec<String> = lines.lines().map(|line| serde_json::from_str::<Named>(line).unwrap().id).collect();
        ids.sort();
        ids.dedup();
        assert_eq!(ids.len(), lines.lines().count());
    }
}

#[test]
fn a_date_that_does_not_exist_is_an_error_of_the_whole_case() {
    for (stays, as_of, code) in [
        (r#"[["2025-02-30", null]]"#, "2025-11-22", "invalid-date"),
        (r#"[["2025-02-01", "2025-2-3"]]"#, "2025-11-22", "invalid-date"),
        ("[]", "2025-11-31", "invalid-date"),
        (r#"[["2025-03-01", "2025-02-01"]]"#, "2025-11-22", "exit-before-entry"),
    ] {
        let line = format!(r#"{{"id":"x","stays":{stays},"as_of":"{as_of}","nationality":"other"}}"#);
        assert_eq!(stay_answer(&line), format!(r#"{{"error":"{code}"}}"#));
    }
}

/// The worked examples of SEMANTICS.md section 2: (stays, used, last lawful day, days left, over).
#[test]
fn the_worked_examples() {
    type Example<'a> = (&'a [(&'a str, Option<&'a str>)], i64, Option<&'a str>, i64, i64);
    let examples: [Example<'_>; 6] = [
        (&[("2025-08-25", None)], 90, Some("2025-11-22"), 0, 0),
        (&[("2025-08-24", None)], 91, Some("2025-11-21"), 0, 1),
        (&[("2025-01-10", Some("2025-03-01")), ("2025-09-01", None)], 83, Some("2025-11-29"), 7, 0),
        (&[("2025-08-01", Some("2025-09-14")), ("2025-11-01", None)], 67, Some("2025-12-15"), 23, 0),
        (&[("2025-06-01", Some("2025-06-20")), ("2025-11-01", None)], 42, Some("2026-01-29"), 68, 0),
        (&[("2025-07-01", Some("2025-09-28")), ("2025-11-13", None)], 100, None, 0, 10),
    ];
    for (stays, used, last, left, over) in examples {
        let case = StayCase {
            id: String::new(),
            stays: stays.iter().map(|(entry, exit)| ((*entry).into(), exit.map(Into::into))).collect(),
            as_of: "2025-11-22".into(),
            nationality: "other".into(),
            left_bank: false,
        };
        let count = counted(&case).unwrap();
        assert_eq!(count.used, used, "{stays:?}");
        assert_eq!(count.last_lawful_day, last.and_then(iso_date), "{stays:?}");
        assert_eq!((count.days_left, count.overstay_days), (Some(left), over), "{stays:?}");
    }
}

#[test]
fn a_case_names_itself() {
    let case: StayCase = serde_json::from_str(CASES.lines().next().unwrap()).unwrap();
    assert_eq!(case.id, "s002");
}
