//! The two rules as arithmetic: the last lawful day of a stay, and the first day of the next one.
//!
//! While a person stays, each new day adds one day to the window and at most one leaves it, so the count never
//! falls during a stay and never rises outside one. Both searches below are binary searches for that reason.

use chrono::NaiveDate;

use super::calendar::{days_of, plus_days};
use super::law::{Law, Rule};
use super::presence::Presence;

/// What a person with this presence is allowed.
#[derive(Debug, Clone, Copy)]
pub(super) struct Allowance<'a> {
    pub presence: &'a Presence,
    pub rule: Rule,
    pub law: &'a Law,
}

/// The next stay that is possible after an exit.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct NextStay {
    /// First day on which one more day is lawful.
    pub earliest: NaiveDate,
    /// Lawful days in a row from there.
    pub days: i64,
    /// First day from which all days of the law are available.
    pub full_from: NaiveDate,
}

impl Allowance<'_> {
    /// First day of the window of `day`, which is its last.
    pub(super) fn window_start(&self, day: NaiveDate) -> NaiveDate {
        plus_days(day, 1 - self.window_days())
    }

    /// Days used on `day` by a person who entered on `entry`, if inside.
    pub(super) fn used(&self, day: NaiveDate, entry: Option<NaiveDate>) -> i64 {
        match self.rule {
            Rule::Window => self.presence.days_in(self.window_start(day), day),
            Rule::LastEntry => entry.map_or(0, |entry| days_of(entry, day)),
        }
    }

    /// Last day up to which every day of a stay from `entry` is lawful; `None` when not even `entry` is.
    pub(super) fn last_lawful_day(&self, entry: NaiveDate) -> Option<NaiveDate> {
        let days = self.lawful_days(entry, plus_days(entry, -1));
        (days > 0).then(|| plus_days(entry, days - 1))
    }

    /// The next stay after `exit` (`None`: never been here), not before `today`. What is planned later is
    /// not looked at.
    pub(super) fn next_stay(&self, exit: Option<NaiveDate>, today: NaiveDate) -> NextStay {
        let Some(exit) = exit else {
            return NextStay { earliest: today, days: self.stay_days(), full_from: today };
        };
        // The day of the exit itself is never offered: by the window it costs nothing, but it is no return.
        let from = plus_days(exit, 1).max(today);
        let earliest = plus_days(from, self.days_to_wait(from, exit));
        let days = self.lawful_days(earliest, exit);
        NextStay { earliest, days, full_from: self.full_from(exit).max(earliest) }
    }

    /// Lawful days in a row from `entry`, with the presence up to `known` behind them.
    fn lawful_days(&self, entry: NaiveDate, known: NaiveDate) -> i64 {
        match self.rule {
            Rule::LastEntry => self.stay_days(),
            Rule::Window => first_refused(self.stay_days(), |stayed| {
                let day = plus_days(entry, stayed);
                self.earlier_days(day, known) + stayed < self.stay_days()
            }),
        }
    }

    /// Days of absence from `from` on until one more day is lawful.
    fn days_to_wait(&self, from: NaiveDate, exit: NaiveDate) -> i64 {
        match self.rule {
            Rule::LastEntry => 0,
            Rule::Window => first_refused(self.window_days(), |waited| {
                let day = plus_days(from, waited);
                self.earlier_days(day, exit) >= self.stay_days()
            }),
        }
    }

    /// A full stay from F ends at F + stay - 1, and the window of that day begins at F - (window - stay):
    /// the exit has to lie before it. Days so old that they leave in time are all earlier than the exit.
    fn full_from(&self, exit: NaiveDate) -> NaiveDate {
        match self.rule {
            Rule::LastEntry => plus_days(exit, 1),
            Rule::Window => plus_days(exit, (self.window_days() - self.stay_days()).max(0) + 1),
        }
    }

    /// Presence up to `known` that lies in the window of `day`.
    fn earlier_days(&self, day: NaiveDate, known: NaiveDate) -> i64 {
        self.presence.days_in(self.window_start(day), known)
    }

    fn stay_days(&self) -> i64 {
        i64::from(self.law.stay_days)
    }

    fn window_days(&self) -> i64 {
        i64::from(self.law.window_days)
    }
}

/// The first number of `0..limit` that `accepts` refuses, or `limit`. It must not accept again after refusing.
fn first_refused(limit: i64, accepts: impl Fn(i64) -> bool) -> i64 {
    let (mut low, mut high) = (0, limit);
    while low < high {
        let middle = low + (high - low) / 2;
        if accepts(middle) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    low
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_first_refused_number_is_found() {
        for edge in 0..=20 {
            assert_eq!(first_refused(12, |n| n < edge), edge.min(12));
        }
        assert_eq!(first_refused(0, |_| true), 0);
    }
}
