//! The figures of the law and the two ways of counting. The figures come from `faq/law.toml`.

use serde::Serialize;

/// The figures in force. Whoever builds it checks them: `stay_days` and `window_days` are at least 1 and
/// `stay_days` is not above `window_days` (anything else still counts without a panic, but means nothing).
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Law {
    /// Days a foreigner may stay: within each window, or from each entry ([`Rule`]). Law 200/2010.
    pub stay_days: u32,
    /// Length of the sliding window in days, the day looked at included. Law 200/2010.
    pub window_days: u32,
    /// Nationalities (ISO 3166-1 alpha-2) whose stay is counted from the last entry.
    pub last_entry_nationalities: Vec<String>,
    /// Calendar days after the last lawful day in which leaving by oneself is not fined.
    /// Contravention Code art. 333.
    pub fine_free_days: u32,
    /// Months after the last lawful day up to which an overstay is the lesser one: Contravention Code
    /// art. 333 (1); beyond them Law 200/2010 arts. 9 and 10.
    pub regime_months: u32,
    /// Full days of absence after a return decision without an entry ban.
    pub return_after_days: u32,
    /// Working days to tell the authority that an employment contract ended early.
    pub employment_ended_working_days: u32,
    /// Working days of the examination of an application for family reunification.
    pub reunification_exam_working_days: u32,
    /// Calendar days to apply for a new permit after loss or theft.
    pub permit_lost_days: u32,
    /// Months a passport must still be valid on the day of filing.
    pub passport_months: u32,
}

impl Law {
    /// How the stay of a person of this nationality (ISO 3166-1 alpha-2, any case) is counted.
    /// An unknown nationality is counted by the window, the stricter rule.
    pub fn rule_for(&self, nationality: Option<&str>) -> Rule {
        let from_last_entry =
            |country: &str| self.last_entry_nationalities.iter().any(|listed| listed.eq_ignore_ascii_case(country));
        if nationality.is_some_and(from_last_entry) { Rule::LastEntry } else { Rule::Window }
    }
}

/// How days are counted. The serialised names are the contract's, whatever the figures become.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub enum Rule {
    /// So many days within each sliding window.
    #[serde(rename = "90/180")]
    Window,
    /// So many days from the last entry; earlier stays do not matter.
    #[serde(rename = "last-entry")]
    LastEntry,
}

/// What about the person changes the count.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Traveller {
    /// See [`Law::rule_for`].
    pub rule: Rule,
    /// Holds travel documents and is domiciled in a left-bank locality: not fined (Contravention Code
    /// art. 333), though a stay may still be over.
    pub left_bank: bool,
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stay::tests::fixtures::law;

    #[test]
    fn only_listed_nationalities_are_counted_from_the_last_entry() {
        let law = law();
        assert_eq!(law.rule_for(Some("AZ")), Rule::LastEntry);
        assert_eq!(law.rule_for(Some("az")), Rule::LastEntry);
        for other in [Some("UA"), Some("other"), Some(""), None] {
            assert_eq!(law.rule_for(other), Rule::Window, "{other:?}");
        }
    }
}
