//! What staying too long means: from which day, under which regime, with which fine. Counted per stay.

use chrono::NaiveDate;
use serde::Serialize;

use super::calendar::{days_between, plus_days, plus_months};
use super::law::Law;

/// Which law an overstay falls under.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
pub enum Regime {
    /// No overstay.
    #[serde(rename = "lawful")]
    Lawful,
    /// Contravention Code art. 333 (1) and a return decision. The very day of the limit is still this one.
    #[serde(rename = "under-3-months")]
    Under,
    /// Law 200/2010 arts. 9 and 10.
    #[serde(rename = "over-3-months")]
    Over,
}

/// Whether a fine (Contravention Code art. 333) is to be expected. The authority decides.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Fine {
    /// No overstay.
    None,
    /// None if the person leaves by themselves, by the last fine-free day.
    Avoidable,
    /// The fine-free days are over, or there never were any.
    Due,
    /// Domiciled in a left-bank locality: over, but not fined.
    Exempt,
}

/// One stay and how far it is allowed.
#[derive(Debug, Clone, Copy)]
pub(super) struct JudgedStay<'a> {
    pub entry: NaiveDate,
    /// `None`: not even the day of entry is lawful.
    pub last_lawful_day: Option<NaiveDate>,
    pub law: &'a Law,
}

impl JudgedStay<'_> {
    /// Days over on `day` of this stay, 0 while it is lawful.
    pub(super) fn overstay_on(&self, day: NaiveDate) -> i64 {
        days_between(self.allowed_until(), day).max(0)
    }

    /// First day that is not lawful.
    pub(super) fn overstay_from(&self) -> NaiveDate {
        plus_days(self.allowed_until(), 1)
    }

    /// Lawful days from entry; 0 when there is none.
    pub(super) fn lawful_days(&self) -> i64 {
        days_between(self.entry, self.overstay_from())
    }

    /// Last day to leave without a fine, in calendar days, never moved by a weekend: one can leave on any
    /// day. `None` when nothing was allowed on this entry: then no free days are promised either.
    pub(super) fn fine_free_until(&self) -> Option<NaiveDate> {
        let free = i64::from(self.law.fine_free_days);
        self.last_lawful_day.map(|last| plus_days(last, free))
    }

    /// Last day of the lesser regime.
    pub(super) fn regime_under_until(&self) -> NaiveDate {
        plus_months(self.allowed_until(), self.law.regime_months)
    }

    /// The regime on `day` of this stay.
    pub(super) fn regime_on(&self, day: NaiveDate) -> Regime {
        if self.overstay_on(day) == 0 {
            Regime::Lawful
        } else if day <= self.regime_under_until() {
            Regime::Under
        } else {
            Regime::Over
        }
    }

    /// The fine on `day` of this stay.
    pub(super) fn fine_on(&self, day: NaiveDate, left_bank: bool) -> Fine {
        if self.overstay_on(day) == 0 {
            Fine::None
        } else if left_bank {
            Fine::Exempt
        } else if Some(day) <= self.fine_free_until() {
            Fine::Avoidable
        } else {
            Fine::Due
        }
    }

    /// The last lawful day, or the eve of an entry that was never lawful: everything after it is over.
    fn allowed_until(&self) -> NaiveDate {
        self.last_lawful_day.unwrap_or(plus_days(self.entry, -1))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stay::tests::fixtures::{day, law};

    fn found(last: Option<&str>, on: &str, left_bank: bool) -> (i64, Regime, Fine) {
        let law = law();
        let stay = JudgedStay { entry: day("2025-09-01"), last_lawful_day: last.map(day), law: &law };
        let on = day(on);
        (stay.overstay_on(on), stay.regime_on(on), stay.fine_on(on, left_bank))
    }

    #[test]
    fn the_last_day_of_each_term_is_still_in_it() {
        for (on, expected) in [
            ("2025-11-30", (0, Regime::Lawful, Fine::None)),
            ("2025-12-01", (1, Regime::Under, Fine::Avoidable)),
            ("2025-12-15", (15, Regime::Under, Fine::Avoidable)),
            ("2025-12-16", (16, Regime::Under, Fine::Due)),
            ("2026-02-28", (90, Regime::Under, Fine::Due)),
            ("2026-03-01", (91, Regime::Over, Fine::Due)),
        ] {
            assert_eq!(found(Some("2025-11-30"), on, false), expected, "{on}");
        }
    }

    #[test]
    fn a_stay_without_a_lawful_day_has_no_free_days() {
        let expected = (1, Regime::Under, Fine::Due);
        assert_eq!(found(None, "2025-09-01", false), expected);
    }

    #[test]
    fn the_left_bank_is_exempt_only_from_a_fine_there_would_be() {
        let last = Some("2025-11-30");
        assert_eq!(found(last, "2025-11-30", true).2, Fine::None);
        assert_eq!(found(last, "2025-12-01", true).2, Fine::Exempt);
        assert_eq!(found(None, "2025-09-01", true).2, Fine::Exempt);
    }
}
