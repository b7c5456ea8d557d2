//! Trips out of entries and exits: which exit belongs to which entry, and in which year.

use super::found::{Found, When};
use super::relative::later;
use super::roles::{Cast, Part, Roles};
use super::scan::Item;
use super::years::{SOON, settle, settle_pair};
use super::{NamedDate, Reading, Role};
use crate::stay::Visit;
use chrono::{Months, NaiveDate};
use std::ops::Range;

/// A date with its part, while its partner is being looked for.
#[derive(Debug, Clone)]
struct End {
    found: Found,
    planned: bool,
    certain: bool,
    back: bool,
}

#[derive(Debug, Clone, Default)]
struct Trip {
    entry: Option<End>,
    exit: Option<End>,
    /// A verb says that the trip is over.
    past: bool,
    /// The exit was told for this entry and lies before it: handed on as it was said, for the person to mend.
    reversed: bool,
}

impl Trip {
    /// The day on which it ended, when that is told and past.
    fn left(&self, today: NaiveDate) -> Option<NaiveDate> {
        let exit = self.exit.as_ref().filter(|exit| !exit.planned)?;
        let left = match &self.entry {
            Some(entry) => settle_pair(&entry.found, &exit.found, (entry.planned, exit.planned), today)?.1,
            None => settle(&exit.found, exit.planned, today)?,
        };
        (left <= today).then_some(left)
    }
}

#[derive(Debug, Default)]
pub struct Paired {
    pub stays: Vec<(Reading<Visit>, Range<usize>)>,
    pub dates: Vec<(Reading<NamedDate>, Range<usize>)>,
    /// Tokens of dates that do not exist.
    pub impossible: Vec<Range<usize>>,
    /// Tokens that turned out to be no date.
    pub dropped: Vec<Range<usize>>,
    /// Tokens that tell of an entry or an exit, and on what day cannot be told.
    pub dayless: Vec<Range<usize>>,
}

/// How many trips back a partner is looked for: more than anyone tells, few enough for a hostile text.
const REMEMBERED: usize = 12;

pub fn pair(casts: Vec<Cast>, roles: &Roles, today: NaiveDate) -> Paired {
    let mut paired = Paired::default();
    let mut trips: Vec<Trip> = Vec::new();
    let enters = |cast: &Cast| matches!(cast.part, Part::Entry { .. } | Part::Absence { .. });
    let mut casts = casts.into_iter().peekable();
    while let Some(cast) = casts.next() {
        let end =
            |found: &Found, planned| End { found: found.clone(), planned, certain: cast.certain, back: cast.back };
        match (&cast.part, &cast.item) {
            (Part::Stay { planned, past }, Item::Range(first, last)) => {
                trips.push(Trip {
                    entry: Some(end(first, *planned)),
                    exit: Some(end(last, *planned)),
                    past: *past,
                    ..Trip::default()
                });
            }
            (Part::Entry { planned }, item) if !unplaced(item.first(), *planned, roles) => {
                enter(&mut trips, end(item.first(), *planned), today)
            }
            (Part::Entry { planned: false }, item) if !roles.asked(item.first().tokens.start) => {
                reenter(&mut trips, end(item.first(), false), today, &mut paired)
            }
            (Part::Absence { planned }, Item::Range(first, last)) => {
                match settle_pair(first, last, (*planned, *planned), today) {
                    Some(days) => be_away(&mut trips, (end(first, *planned), end(last, *planned)), days, today),
                    None => paired.impossible.push(first.tokens.start..last.tokens.end),
                }
            }
            (Part::Until { past }, item) => {
                if let Some(exit) = leave_by_then(&mut trips, end(item.last(), !past), *past, today) {
                    leave(&mut trips, exit, roles, today, &mut paired);
                }
            }
            (Part::Exit { planned }, item) => {
                let exit = end(item.last(), *planned);
                let entry = cast.lasting.filter(|_| !casts.peek().is_some_and(enters));
                let entry = entry.and_then(|length| back_after(&exit, length, today));
                leave(&mut trips, exit, roles, today, &mut paired);
                trips.extend(entry.map(|entry| Trip { entry: Some(entry), ..Trip::default() }));
            }
            (Part::Event { role, planned }, item) => paired.name_all(item, *role, *planned, cast.certain, today),
            (Part::Unknown, item) => paired.name_all(item, Role::Unknown, false, false, today),
            (_, item) => paired.dropped.extend(item.all().iter().map(|found| found.tokens.clone())),
        }
    }
    for trip in trips {
        paired.settle(trip, today);
    }
    doubt_open_stays(&mut paired);
    paired.stays.sort_by_key(|(reading, _)| reading.value);
    paired.stays.dedup_by_key(|(reading, _)| reading.value);
    paired
}

/// Nobody enters twice without leaving: two people, or an exit that was not understood.
fn doubt_open_stays(paired: &mut Paired) {
    let open = |stay: &Reading<Visit>| stay.value.exit.is_none();
    if paired.stays.iter().filter(|(stay, _)| open(stay)).count() > 1 {
        paired.stays.iter_mut().filter(|(stay, _)| open(stay)).for_each(|(stay, _)| stay.certain = false);
    }
}

/// "In 90 days" is a day only for who plans it.
fn unplaced(found: &Found, planned: bool, roles: &Roles) -> bool {
    matches!(found.when, When::Later { .. }) && (!planned || roles.asked(found.tokens.start))
}

fn enter(trips: &mut Vec<Trip>, entry: End, today: NaiveDate) {
    if trips
        .iter()
        .rev()
        .take(REMEMBERED)
        .any(|trip| trip.exit.is_none() && trip.entry.as_ref().is_some_and(|known| is_same_day(known, &entry, today)))
    {
        return;
    }
    // "Left on 9 November, had entered on 11 August": the exit was told first. Not "left on 5 November and came back the same day".
    let day = settle(&entry.found, false, today);
    let left = |trip: &Trip| trip.exit.as_ref().and_then(|exit| settle(&exit.found, exit.planned, today));
    let without_entry = trips.iter_mut().rev().take(REMEMBERED).filter(|trip| trip.entry.is_none() && left(trip) > day);
    if !entry.planned
        && !entry.back
        && let Some(trip) = without_entry.min_by_key(|trip| left(trip))
    {
        trip.entry = Some(entry);
        return;
    }
    trips.push(Trip { entry: Some(entry), ..Trip::default() });
}

fn is_same_day(one: &End, other: &End, today: NaiveDate) -> bool {
    let day = |end: &End| settle(&end.found, end.planned, today);
    one.found.when == other.found.when || day(one).is_some() && day(one) == day(other)
}

/// "Left 1 October, came back three days later": counted from that exit.
fn reenter(trips: &mut Vec<Trip>, mut entry: End, today: NaiveDate, paired: &mut Paired) {
    let left = trips.last().and_then(|trip| trip.left(today));
    let day = left.and_then(|left| match entry.found.when {
        When::Later { days, months } => later(left, days, months).filter(|day| *day <= today),
        _ => None,
    });
    match day {
        Some(day) => {
            entry.found.when = When::Fixed(day);
            enter(trips, entry, today);
        }
        None => {
            paired.dropped.push(entry.found.tokens.clone());
            paired.dayless.push(entry.found.tokens);
        }
    }
}

fn leave(trips: &mut Vec<Trip>, exit: End, roles: &Roles, today: NaiveDate, paired: &mut Paired) {
    let open = trips.iter_mut().rev().take(REMEMBERED).find(|trip| trip.exit.is_none() && fits(trip, &exit, today));
    match open {
        Some(trip) => {
            trip.past = !exit.planned;
            trip.exit = Some(exit);
        }
        None if matches!(exit.found.when, When::Later { .. }) && unplaced(&exit.found, exit.planned, roles) => {
            if !exit.planned && !roles.asked(exit.found.tokens.start) {
                paired.dayless.push(exit.found.tokens.clone());
            }
            paired.dropped.push(exit.found.tokens)
        }
        None => match trips.last_mut().filter(|trip| is_reversed(trip, &exit, today)) {
            Some(trip) => (trip.exit, trip.reversed) = (Some(exit), true),
            None => trips.push(Trip { exit: Some(exit), ..Trip::default() }),
        },
    }
}

/// "Was away from 10 to 20 September": an exit and an entry. Certain where the stay is told that was left.
fn be_away(trips: &mut Vec<Trip>, ends: (End, End), days: (NaiveDate, NaiveDate), today: NaiveDate) {
    let on = |end: End, day| {
        let found = Found { when: When::Fixed(day), ..end.found };
        End { found, planned: end.planned || day > today, back: true, ..end }
    };
    let (mut exit, mut entry) = (on(ends.0, days.0), on(ends.1, days.1));
    match trips.iter_mut().rev().take(REMEMBERED).find(|trip| trip.exit.is_none() && fits(trip, &exit, today)) {
        Some(trip) => {
            trip.past = !exit.planned;
            trip.exit = Some(exit);
        }
        None => {
            (exit.certain, entry.certain) = (false, false);
            trips.push(Trip { exit: Some(exit), ..Trip::default() });
        }
    }
    trips.push(Trip { entry: Some(entry), ..Trip::default() });
}

/// "Left on 5 October for 3 days": the entry that followed. Worked out, and so not certain.
fn back_after(exit: &End, length: When, today: NaiveDate) -> Option<End> {
    let When::Later { days, months } = length else {
        return None;
    };
    let day = later(settle(&exit.found, exit.planned, today)?, days, months)?;
    let found = Found { when: When::Fixed(day), ..exit.found.clone() };
    Some(End { found, planned: day > today, certain: false, back: true })
}

/// "Entered 1 June, until 15 August": of the last stay, on the first such day after its entry. `None` when it is settled;
/// otherwise the exit, still to be placed. That it is over is certain only where a verb says so.
fn leave_by_then(trips: &mut [Trip], exit: End, past: bool, today: NaiveDate) -> Option<End> {
    let open = trips.iter_mut().rev().take(REMEMBERED).find(|trip| trip.exit.is_none());
    let told = open.filter(|_| matches!(exit.found.when, When::Day { .. }));
    let Some((trip, entry)) = told.and_then(|trip| trip.entry.clone().map(|entry| (trip, entry))) else {
        return Some(exit);
    };
    match settle_pair(&entry.found, &exit.found, (entry.planned, entry.planned), today) {
        Some((enter, leave)) if enter <= leave => {
            let over = leave <= today;
            let certain = exit.certain && (past || !over);
            (trip.past, trip.exit) = (over, Some(End { planned: !over, certain, ..exit }));
            None
        }
        _ => Some(exit),
    }
}

/// "Entered 5 November, left 3 November": said of one trip, and impossible. "Came back 5 November, had left 3 November" is of two.
fn is_reversed(trip: &Trip, exit: &End, today: NaiveDate) -> bool {
    let Some(entry) = trip.entry.as_ref().filter(|_| trip.exit.is_none()) else {
        return false;
    };
    let happened = !entry.planned && !exit.planned && !entry.back && !exit.back;
    let told_after = entry.found.tokens.start < exit.found.tokens.start;
    let days = settle(&entry.found, false, today).zip(settle(&exit.found, false, today));
    happened && told_after && days.is_some_and(|(enter, leave)| leave < enter)
}

/// With both years said an exit before the entry belongs to another trip.
fn fits(trip: &Trip, exit: &End, today: NaiveDate) -> bool {
    let Some(entry) = &trip.entry else {
        return false;
    };
    match settle_pair(&entry.found, &exit.found, (entry.planned, exit.planned), today) {
        // "Came back on 3 November, had left on 20 October": not an exit that is still to come.
        Some((enter, leave)) => enter <= leave && (exit.planned || leave <= today || exit.found.year().is_some()),
        None => true,
    }
}

impl Paired {
    fn settle(&mut self, trip: Trip, today: NaiveDate) {
        match trip {
            Trip { entry: Some(entry), exit: Some(exit), reversed: true, .. } => {
                let tokens = entry.found.tokens.start..exit.found.tokens.end;
                match settle(&entry.found, false, today).zip(settle(&exit.found, false, today)) {
                    Some((enter, leave)) => self.stay(Visit { entry: enter, exit: Some(leave) }, false, tokens),
                    None => self.impossible.push(tokens),
                }
            }
            Trip { entry: Some(entry), exit: Some(exit), past, .. } => self.settle_both(&entry, &exit, past, today),
            Trip { entry: Some(entry), exit: None, .. } => match settle(&entry.found, entry.planned, today) {
                Some(day) => self.stay(Visit { entry: day, exit: None }, entry.certain, entry.found.tokens),
                None => self.impossible.push(entry.found.tokens),
            },
            Trip { exit: Some(exit), .. } => {
                let role = if exit.planned { Role::PlannedExit } else { Role::Exit };
                self.name(&exit.found, role, exit.certain, exit.planned, today);
            }
            Trip { .. } => {}
        }
    }

    fn settle_both(&mut self, entry: &End, exit: &End, past: bool, today: NaiveDate) {
        let tokens =
            entry.found.tokens.start.min(exit.found.tokens.start)..entry.found.tokens.end.max(exit.found.tokens.end);
        let Some((mut enter, mut leave)) = settle_pair(&entry.found, &exit.found, (entry.planned, exit.planned), today)
        else {
            self.impossible.push(tokens);
            return;
        };
        let mut certain = entry.certain && exit.certain;
        let yearless = entry.found.year().is_none() && exit.found.year().is_none();
        if past
            && leave > today
            && yearless
            && let Some(earlier) = year_before(enter, leave)
        {
            // "Was there from 20 to 25 November", said on the 22nd: last year's.
            (enter, leave, certain) = (earlier.0, earlier.1, false);
        }
        if !past && !entry.planned && yearless && soon(&entry.found, today) {
            certain = false;
        }
        self.stay(Visit { entry: enter, exit: Some(leave) }, certain, tokens);
    }

    fn stay(&mut self, value: Visit, certain: bool, tokens: Range<usize>) {
        self.stays.push((Reading { value, quote: 0..0, certain }, tokens));
    }

    fn name_all(&mut self, item: &Item, role: Role, planned: bool, certain: bool, today: NaiveDate) {
        match item {
            Item::One(found) => self.name(found, role, certain, planned, today),
            Item::Range(first, last) => {
                let Some((from, to)) = settle_pair(first, last, (false, false), today) else {
                    return self.impossible.push(first.tokens.start..last.tokens.end);
                };
                for (date, found) in [(from, first), (to, last)] {
                    self.dates.push((
                        Reading { value: NamedDate { date, role }, quote: 0..0, certain },
                        found.tokens.clone(),
                    ));
                }
            }
        }
    }

    fn name(&mut self, found: &Found, role: Role, certain: bool, planned: bool, today: NaiveDate) {
        if matches!(found.when, When::Later { .. }) && !planned && role != Role::PermitExpired {
            return self.dropped.push(found.tokens.clone());
        }
        match settle(found, planned, today) {
            Some(date) => self
                .dates
                .push((Reading { value: NamedDate { date, role }, quote: 0..0, certain }, found.tokens.clone())),
            None => self.impossible.push(found.tokens.clone()),
        }
    }
}

/// "10–20 December" without a verb, said in November: last year's, or a plan?
fn soon(found: &Found, today: NaiveDate) -> bool {
    let next = settle(found, true, today).filter(|next| *next > today);
    matches!(found.when, When::Day { .. }) && next.is_some_and(|next| (next - today).num_days() < SOON)
}

fn year_before(enter: NaiveDate, leave: NaiveDate) -> Option<(NaiveDate, NaiveDate)> {
    Some((enter.checked_sub_months(Months::new(12))?, leave.checked_sub_months(Months::new(12))?))
}
