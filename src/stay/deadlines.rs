//! Last days for something, and first days of something: the object of `popas deadline`.
//!
//! The day of the event is never counted (Civil Code art. 385 (1)). A term in calendar days is not moved when it
//! ends on a day off; `office_day` is the last day before it on which an office is open. The law may well
//! allow the next working day; not relying on it is safe.

use std::str::FromStr;

use chrono::NaiveDate;
use serde::{Deserialize, Deserializer, Serialize, Serializer, de};

use super::calendar::{plus_days, plus_months};
use super::count::Count;
use super::law::Law;
use super::working_days::Holidays;

/// What there is a deadline for. [`DeadlineKind::as_str`] is the name in scripts and in `faq/`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum DeadlineKind {
    /// To tell the authority that an employment contract ended. Event: the end of the contract.
    EmploymentEnded,
    /// For the examination of a family reunification. Event: the application.
    ReunificationExam,
    /// To apply for a new permit. Event: loss or theft, not the police report: the earlier of the two.
    PermitLost,
    /// To leave without a fine. Event: the last day of the permitted stay. Contravention Code art. 333.
    FineFree,
    /// The last day of the lesser regime. Event: the last day of the permitted stay.
    RegimeLimit,
    /// The first day to come back. Event: the return decision; with the exit, the later of the two.
    ReturnDecision,
    /// How long a passport must be valid. Event: the filing.
    PassportValidity,
    /// To file before the stay expires. Goes by a count, not by an event.
    FilingLimit,
}

impl DeadlineKind {
    /// Every kind, in the order of the contract.
    pub const ALL: [Self; 8] = [
        Self::EmploymentEnded,
        Self::ReunificationExam,
        Self::PermitLost,
        Self::FineFree,
        Self::RegimeLimit,
        Self::ReturnDecision,
        Self::PassportValidity,
        Self::FilingLimit,
    ];

    /// The contract's name; it stays, whatever the figures become.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::EmploymentEnded => "employment-ended",
            Self::ReunificationExam => "reunification-exam",
            Self::PermitLost => "permit-lost",
            Self::FineFree => "fine-free",
            Self::RegimeLimit => "regime-limit",
            Self::ReturnDecision => "return-decision",
            Self::PassportValidity => "passport-12-months",
            Self::FilingLimit => "filing-limit",
        }
    }
}

impl FromStr for DeadlineKind {
    type Err = UnknownDeadline;

    fn from_str(name: &str) -> Result<Self, UnknownDeadline> {
        let named = |kind: &Self| kind.as_str() == name;
        Self::ALL.into_iter().find(named).ok_or(UnknownDeadline)
    }
}

impl Serialize for DeadlineKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.as_str())
    }
}

impl<'de> Deserialize<'de> for DeadlineKind {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let name = String::deserialize(deserializer)?;
        name.parse().map_err(|_| {
            let names = Self::ALL.map(Self::as_str).join(", ");
            de::Error::custom(format!("unknown kind of deadline `{name}`; the kinds are {names}"))
        })
    }
}

/// A name that is no [`DeadlineKind`]'s.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct UnknownDeadline;

impl std::fmt::Display for UnknownDeadline {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str("unknown-kind")
    }
}

impl std::error::Error for UnknownDeadline {}

/// What a deadline is worked out from; which of it a kind needs, its line in [`DeadlineKind`] says.
#[derive(Debug, Clone, Copy, Default)]
pub struct DeadlineInput<'a> {
    /// The day from which the term runs.
    pub event: Option<NaiveDate>,
    /// The day of leaving, for a return decision.
    pub exit: Option<NaiveDate>,
    /// The last day a passport is valid.
    pub passport_expiry: Option<NaiveDate>,
    /// The count of the person's days, for the filing limit.
    pub count: Option<&'a Count>,
}

/// What is missing to work it out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DeadlineError {
    /// The kind runs from an event.
    MissingEvent,
    /// The kind goes by a stay.
    MissingCount,
}

impl DeadlineError {
    /// The word scripts see.
    pub fn code(self) -> &'static str {
        match self {
            Self::MissingEvent => "missing-event",
            Self::MissingCount => "missing-stays",
        }
    }
}

impl std::fmt::Display for DeadlineError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.write_str(self.code())
    }
}

impl std::error::Error for DeadlineError {}

/// The answer, serialised as exactly the fields of its kind.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub enum Deadline {
    /// A term to file before a stay expires. All empty outside; both days empty where no day was lawful.
    Filing {
        /// The last lawful day.
        due: Option<NaiveDate>,
        /// The last open day on or before it.
        office_day: Option<NaiveDate>,
        /// The stay is over already.
        late: bool,
    },
    /// A term in calendar days.
    Office {
        /// The last day.
        due: NaiveDate,
        /// The last open day on or before it: the day to tell people.
        office_day: NaiveDate,
    },
    /// A term in working days or months.
    Due {
        /// The last day.
        due: NaiveDate,
    },
    /// The end of an absence.
    Return {
        /// The first day back.
        earliest_return: NaiveDate,
    },
    /// The validity of a passport.
    Passport {
        /// The earliest last day it may have.
        min_expiry: NaiveDate,
        /// Whether it does; `None` where its expiry was not given.
        ok: Option<bool>,
    },
}

/// Works out a deadline. One arm a kind; the terms are the law's.
pub fn deadline(
    kind: DeadlineKind,
    input: &DeadlineInput<'_>,
    law: &Law,
    holidays: &Holidays,
) -> Result<Deadline, DeadlineError> {
    let event = input.event.ok_or(DeadlineError::MissingEvent);
    let working = |days| event.map(|event| Deadline::Due { due: holidays.working_days_after(event, days) });
    let calendar = |days| event.map(|event| office(plus_days(event, i64::from(days)), holidays));
    match kind {
        DeadlineKind::EmploymentEnded => working(law.employment_ended_working_days),
        DeadlineKind::ReunificationExam => working(law.reunification_exam_working_days),
        DeadlineKind::PermitLost => calendar(law.permit_lost_days),
        DeadlineKind::FineFree => calendar(law.fine_free_days),
        DeadlineKind::RegimeLimit => Ok(Deadline::Due { due: plus_months(event?, law.regime_months) }),
        DeadlineKind::ReturnDecision => Ok(come_back(event?, input.exit, law)),
        DeadlineKind::PassportValidity => Ok(passport(event?, input.passport_expiry, law)),
        DeadlineKind::FilingLimit => Ok(filing(input.count.ok_or(DeadlineError::MissingCount)?, holidays)),
    }
}

fn office(due: NaiveDate, holidays: &Holidays) -> Deadline {
    Deadline::Office { due, office_day: holidays.office_day(due) }
}

/// So many full days pass; the return is the day after them.
fn come_back(decision: NaiveDate, exit: Option<NaiveDate>, law: &Law) -> Deadline {
    let from = exit.map_or(decision, |exit| exit.max(decision));
    Deadline::Return { earliest_return: plus_days(from, i64::from(law.return_after_days) + 1) }
}

fn passport(filing: NaiveDate, expiry: Option<NaiveDate>, law: &Law) -> Deadline {
    let min_expiry = plus_months(filing, law.passport_months);
    Deadline::Passport { min_expiry, ok: expiry.map(|expiry| expiry >= min_expiry) }
}

/// "Before the expiry" of the stay: its last lawful day is still in time.
fn filing(count: &Count, holidays: &Holidays) -> Deadline {
    let due = count.last_lawful_day;
    Deadline::Filing { due, office_day: due.map(|due| holidays.office_day(due)), late: count.overstay_days > 0 }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stay::tests::fixtures::{day, holidays, law, traveller, visits};
    use crate::stay::{History, Rule, count};

    fn json(kind: DeadlineKind, input: DeadlineInput<'_>) -> Result<String, DeadlineError> {
        deadline(kind, &input, &law(), &holidays()).map(|found| serde_json::to_string(&found).unwrap())
    }

    #[test]
    fn every_kind_is_read_back_from_its_name() {
        for kind in DeadlineKind::ALL {
            assert_eq!(kind.as_str().parse(), Ok(kind));
        }
        assert_eq!("Permit-Lost".parse::<DeadlineKind>(), Err(UnknownDeadline));
    }

    #[test]
    fn a_decision_and_an_exit_run_from_the_later_of_the_two() {
        for (decided, left, back) in [
            ("2025-11-22", None, "2026-02-21"),
            ("2025-11-22", Some("2025-12-01"), "2026-03-02"),
            ("2025-12-01", Some("2025-11-22"), "2026-03-02"),
        ] {
            let input = DeadlineInput { event: Some(day(decided)), exit: left.map(day), ..Default::default() };
            let expected = format!(r#"{{"earliest_return":"{back}"}}"#);
            assert_eq!(json(DeadlineKind::ReturnDecision, input), Ok(expected));
        }
    }

    #[test]
    fn a_passport_is_judged_on_the_day_and_only_when_its_expiry_is_known() {
        for (filed, expiry, expected) in [
            ("2024-02-29", Some("2025-02-28"), r#"{"min_expiry":"2025-02-28","ok":true}"#),
            ("2025-11-22", Some("2026-11-21"), r#"{"min_expiry":"2026-11-22","ok":false}"#),
            ("2025-11-22", None, r#"{"min_expiry":"2026-11-22","ok":null}"#),
        ] {
            let passport_expiry = expiry.map(day);
            let input = DeadlineInput { event: Some(day(filed)), passport_expiry, ..Default::default() };
            assert_eq!(json(DeadlineKind::PassportValidity, input).as_deref(), Ok(expected));
        }
    }

    #[test]
    fn what_is_missing_has_a_code() {
        for kind in DeadlineKind::ALL {
            let code = json(kind, DeadlineInput::default()).unwrap_err().code();
            let by_stay = kind == DeadlineKind::FilingLimit;
            assert_eq!(code, if by_stay { "missing-stays" } else { "missing-event" });
        }
    }

    #[test]
    fn filing_is_late_from_the_day_after_the_last_lawful_one() {
        let filed = |stays: &[&str], as_of: &str| {
            let history = History::new(&visits(stays)).unwrap();
            let count = count(&history, day(as_of), traveller(Rule::Window), &law());
            let input = DeadlineInput { count: Some(&count), ..Default::default() };
            json(DeadlineKind::FilingLimit, input).unwrap()
        };
        let due = r#"{"due":"2025-11-22","office_day":"2025-11-21","late":"#;
        assert_eq!(filed(&["2025-08-25.."], "2025-11-22"), format!("{due}false}}"));
        assert_eq!(filed(&["2025-08-25.."], "2025-11-23"), format!("{due}true}}"));
        let never_lawful = ["2025-07-01..2025-09-28", "2025-11-13.."];
        assert_eq!(filed(&never_lawful, "2025-11-22"), r#"{"due":null,"office_day":null,"late":true}"#);
    }
}
