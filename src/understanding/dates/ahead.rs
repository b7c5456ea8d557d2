//! The days a message names, as days to come: for a reminder or a call. The same readers as for stays, settled forwards.
//!
//! A day that is past when so read ("3 days ago", "5 September 2024") is left out.

use super::Reading;
use super::found::{Found, When};
use super::line::{Line, Lines};
use super::numbers::small;
use super::relative::later;
use super::scan::{self, Item};
use super::vocabulary::{Clock, Word};
use super::years::{exists, settle};
use chrono::{Datelike, Months, NaiveDate};
use std::ops::Range;

/// The days to come, in the order of the text.
///
/// One word is "in the morning" in Turkish and "tomorrow" in Azerbaijani: `turkish` says which is likelier.
pub fn ahead(lines: &Lines, today: NaiveDate, turkish: bool) -> Vec<Reading<NaiveDate>> {
    let Lines { dates: line, clock, .. } = lines;
    let items = scan::all_items(line, today);
    let mut founds: Vec<Found> = items.iter().flat_map(Item::all).cloned().collect();
    founds.retain(|found| exists(found.when));
    without_mornings(&mut founds, clock, today, turkish);
    let mut days: Vec<Reading<NaiveDate>> = founds.iter().filter_map(|found| reading(line, found, today)).collect();
    days.extend(numbered_days(line, clock, &items, today));
    days.sort_by_key(|day| day.quote.start);
    days
}

/// "Cuma sabah": Friday morning, not Friday and tomorrow.
fn without_mornings(founds: &mut Vec<Found>, clock: &Line, today: NaiveDate, turkish: bool) {
    let tomorrow = When::Fixed(today.succ_opt().unwrap_or(today));
    let is_morning = |found: &Found| {
        found.when == tomorrow && clock.clock(found.tokens.start, Clock::MorningOrTomorrow) == Some(found.tokens.end)
    };
    let others: Vec<Range<usize>> =
        founds.iter().filter(|found| !is_morning(found)).map(|found| found.tokens.clone()).collect();
    let beside = |found: &Found| {
        others
            .iter()
            .any(|other| other.end.abs_diff(found.tokens.start) <= 1 || found.tokens.end.abs_diff(other.start) <= 1)
    };
    founds.retain(|found| !is_morning(found) || !beside(found));
    for found in founds.iter_mut().filter(|found| is_morning(found)) {
        found.certain &= !turkish;
    }
}

fn reading(line: &Line, found: &Found, today: NaiveDate) -> Option<Reading<NaiveDate>> {
    let settled = settle(found, true, today)?;
    let of_month = (found.tokens.clone()).any(|at| line.is(at, Word::ThisMonth));
    let rolled = settled < today && of_month;
    // "Ayın 5'inde", said on the 22nd, is the fifth of the month to come.
    let value = if rolled { settled.checked_add_months(Months::new(1))? } else { settled };
    let on_this_weekday =
        matches!(found.when, When::Weekday { day, .. } if day == today.weekday().num_days_from_monday());
    let certain = found.certain && !rolled && !on_this_weekday && (!found.weak || told_as_date(line, found));
    (value >= today).then(|| Reading { value, quote: line.quote(&found.tokens), certain })
}

/// Figures that might be a price count as a day where a preposition says so, or where nothing else is said.
fn told_as_date(line: &Line, found: &Found) -> bool {
    let said = [Word::Filler, Word::From, Word::Since, Word::Until];
    line.any_before(found.tokens.start, &said).is_some() || found.tokens == (0..line.len())
}

/// "On the 5th", "5 числа": the next such day. Might be something else, so it is not certain.
fn numbered_days(line: &Line, clock: &Line, items: &[Item], today: NaiveDate) -> Vec<Reading<NaiveDate>> {
    let mut days = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let read = items.iter().flat_map(Item::all).any(|found| found.tokens.contains(&at));
        let day = if read { None } else { numbered_day(line, clock, at) };
        at = match day {
            Some((day, next)) => {
                let quote = line.quote(&(at..next));
                days.extend(next_numbered(day, today).map(|value| Reading { value, quote, certain: false }));
                next.max(at + 1)
            }
            None => scan::past_number(line, at),
        };
    }
    days
}

fn numbered_day(line: &Line, clock: &Line, at: usize) -> Option<(u32, usize)> {
    line.number(at, 2)?;
    let number = small(line, at).filter(|number| (1..=31).contains(&number.value))?;
    let other = line.unit(number.next).is_some() || line.any(number.next, &[Word::Measure, Word::LabelAfter]).is_some();
    if let Some(next) = clock.clock(at + 1, Clock::DayNumber) {
        return Some((number.value, next));
    }
    let other = other || line.glued(number.next) && !line.mark(number.next, ",.;!?)");
    (number.spelled && !other).then_some((number.value, number.next))
}

fn next_numbered(day: u32, today: NaiveDate) -> Option<NaiveDate> {
    let first = today.with_day(1)?;
    let months = (0..MONTHS).filter_map(|on| later(first, 0, on)?.with_day(day));
    months.into_iter().find(|date| *date > today)
}

/// Every day of the month comes within so many months.
const MONTHS: u32 = 3;
