//! The whole count of a person's days on one day: the object of `popas stay`.

use chrono::NaiveDate;
use serde::Serialize;

use super::calendar::{days_between, days_of};
use super::history::{History, Visit, Warning};
use super::law::{Law, Rule, Traveller};
use super::overstay::{Fine, JudgedStay, Regime};
use super::window::Allowance;

/// Whether the person is in the country.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Status {
    /// A stay has begun and does not end today or earlier.
    Inside,
    /// Also on the day of the exit, which is still a day used.
    Outside,
}

/// Every figure for one day. Names and order are those scripts rely on; all days are calendar days.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Count {
    /// Whether the person is here.
    pub status: Status,
    /// How days are counted.
    pub rule: Rule,
    /// First day of the window that ends on the day of the count.
    pub window_start: NaiveDate,
    /// Days used: in the window; counted from the last entry, of the current stay (0 outside).
    pub used: i64,
    /// First day of the current stay.
    pub entry: Option<NaiveDate>,
    /// Last lawful day of the current stay; inside, `None` means that not even the entry was lawful.
    pub last_lawful_day: Option<NaiveDate>,
    /// Days after today until the last lawful day: 0 is today, or too late. `None` outside.
    pub days_left: Option<i64>,
    /// Days the current stay is over.
    pub overstay_days: i64,
    /// First day over, when the current stay is over.
    pub overstay_from: Option<NaiveDate>,
    /// Last day to leave without a fine; `None` outside, and where no day was lawful.
    pub fine_free_until: Option<NaiveDate>,
    /// Regime of the current stay today.
    pub regime: Option<Regime>,
    /// Last day of the lesser regime, for the current stay.
    pub regime_under_until: Option<NaiveDate>,
    /// Fine of the current stay when leaving today.
    pub fine: Option<Fine>,
    /// The exit, later than today, that the person named for the current stay.
    pub planned_exit: Option<NaiveDate>,
    /// Days over on that exit.
    pub planned_exit_overstay: Option<i64>,
    /// The exit that the three figures on the return go by; `None` without any stay begun.
    pub return_assumes_exit_on: Option<NaiveDate>,
    /// First day, after that exit and not before today, on which one more day is lawful. Ignores planned
    /// stays and return decisions.
    pub earliest_return: NaiveDate,
    /// Lawful days in a row from there.
    pub max_stay_from_return: i64,
    /// First day of a return with all days of the law.
    pub full_stay_from: NaiveDate,
    /// Stays that have ended, earliest first.
    pub past: Vec<PastStay>,
    /// Stays that have not begun, earliest first, each judged with everything before it.
    pub planned: Vec<PlannedStay>,
    /// What was assumed in reading the visits.
    pub warnings: Vec<Warning>,
}

/// A stay that has ended.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PastStay {
    /// First day.
    pub entry: NaiveDate,
    /// Last day.
    pub exit: NaiveDate,
    /// Days of the stay, both ends included.
    pub days: i64,
    /// Up to when it could have lasted; `None`: not even the entry was lawful.
    pub last_lawful_day: Option<NaiveDate>,
    /// Days over at the exit.
    pub overstay_days: i64,
    /// Regime at the exit.
    pub regime: Regime,
    /// Fine at the exit.
    pub fine: Fine,
}

/// A stay that has not begun.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct PlannedStay {
    /// First day.
    pub entry: NaiveDate,
    /// Last day, when named.
    pub exit: Option<NaiveDate>,
    /// Up to when it may last; `None`: entering on that day is not lawful.
    pub last_lawful_day: Option<NaiveDate>,
    /// Days it may last.
    pub max_stay: i64,
    /// Days over at its exit; `None` without an exit.
    pub overstay_days: Option<i64>,
}

/// Counts the days of `history` on `as_of`. See [`Count`] for what each figure means.
pub fn count(history: &History, as_of: NaiveDate, traveller: Traveller, law: &Law) -> Count {
    let (past, current, planned) = split(history.visits(), as_of);
    let counter = Counter { history, as_of, traveller, law };
    counter.count(past, current, planned)
}

/// Ended, current and planned visits. Exits never fall along a history, so both edges are searched.
fn split(visits: &[Visit], as_of: NaiveDate) -> (&[Visit], Option<&Visit>, &[Visit]) {
    let ended = visits.partition_point(|visit| visit.end() <= as_of);
    let begun = visits.partition_point(|visit| visit.entry <= as_of);
    (&visits[..ended], visits[ended..begun].first(), &visits[begun..])
}

struct Counter<'a> {
    history: &'a History,
    as_of: NaiveDate,
    traveller: Traveller,
    law: &'a Law,
}

impl Counter<'_> {
    /// One field a line, in the order of the contract.
    fn count(&self, past: &[Visit], current: Option<&Visit>, planned: &[Visit]) -> Count {
        let (today, allowance) = (self.as_of, self.allowance());
        let stay = current.map(|visit| self.judge(visit));
        let planned_exit = current.and_then(|visit| visit.exit);
        let overstay_days = stay.map_or(0, |stay| stay.overstay_on(today));
        let exit = match stay {
            Some(stay) => planned_exit.or(Some(today).max(stay.last_lawful_day)),
            None => past.last().and_then(|visit| visit.exit),
        };
        let next = allowance.next_stay(exit, today);
        Count {
            status: if stay.is_some() { Status::Inside } else { Status::Outside },
            rule: self.traveller.rule,
            window_start: allowance.window_start(today),
            used: allowance.used(today, stay.map(|stay| stay.entry)),
            entry: stay.map(|stay| stay.entry),
            last_lawful_day: stay.and_then(|stay| stay.last_lawful_day),
            days_left: stay.map(|stay| days_left(today, stay.last_lawful_day)),
            overstay_days,
            overstay_from: stay.filter(|_| overstay_days > 0).map(|stay| stay.overstay_from()),
            fine_free_until: stay.and_then(|stay| stay.fine_free_until()),
            regime: stay.map(|stay| stay.regime_on(today)),
            regime_under_until: stay.map(|stay| stay.regime_under_until()),
            fine: stay.map(|stay| stay.fine_on(today, self.traveller.left_bank)),
            planned_exit,
            planned_exit_overstay: stay.zip(planned_exit).map(|(stay, exit)| stay.overstay_on(exit)),
            return_assumes_exit_on: exit,
            earliest_return: next.earliest,
            max_stay_from_return: next.days,
            full_stay_from: next.full_from,
            past: past.iter().map(|visit| self.past(visit)).collect(),
            planned: planned.iter().map(|visit| self.planned(visit)).collect(),
            warnings: self.history.warnings().to_vec(),
        }
    }

    fn past(&self, visit: &Visit) -> PastStay {
        let (stay, exit) = (self.judge(visit), visit.end());
        PastStay {
            entry: visit.entry,
            exit,
            days: days_of(visit.entry, exit),
            last_lawful_day: stay.last_lawful_day,
            overstay_days: stay.overstay_on(exit),
            regime: stay.regime_on(exit),
            fine: stay.fine_on(exit, self.traveller.left_bank),
        }
    }

    fn planned(&self, visit: &Visit) -> PlannedStay {
        let stay = self.judge(visit);
        PlannedStay {
            entry: visit.entry,
            exit: visit.exit,
            last_lawful_day: stay.last_lawful_day,
            max_stay: stay.lawful_days(),
            overstay_days: visit.exit.map(|exit| stay.overstay_on(exit)),
        }
    }

    fn judge(&self, visit: &Visit) -> JudgedStay<'_> {
        JudgedStay { entry: visit.entry, last_lawful_day: self.allowance().last_lawful_day(visit.entry), law: self.law }
    }

    fn allowance(&self) -> Allowance<'_> {
        Allowance { presence: self.history.presence(), rule: self.traveller.rule, law: self.law }
    }
}

fn days_left(today: NaiveDate, last_lawful_day: Option<NaiveDate>) -> i64 {
    last_lawful_day.map_or(0, |last| days_between(today, last).max(0))
}
