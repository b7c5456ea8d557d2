//! The day of a crossing told by its number alone: "left 20 September, came back 22".

use super::cues::{COMMA, break_at};
use super::found::{Found, When};
use super::line::Line;
use super::numbers::{Number, small};
use super::said_years::ends_clause;
use super::scan::Item;
use super::vocabulary::{Clock, Concept, Word};
use chrono::{Datelike, Months, NaiveDate};

/// "Left 20 September, came back 22": the day of a border alone, in the month of the date before it or, where it would lie
/// before that, in the next. Never certain.
pub fn day_of_told_month(line: &Line, at: usize, items: &[Item], today: NaiveDate) -> Option<(Found, usize)> {
    line.number(at, 2)?;
    let item = items.last()?;
    let told = item.last();
    let joined = line.word_before(at, Word::And) == Some(told.tokens.end);
    if !joined && !is_crossing(line, item) {
        return None;
    }
    let When::Day { day: before, month, year } = told.when else {
        return None;
    };
    let number = small(line, at).filter(|number| (1..=31).contains(&number.value))?;
    // "30 November and 1"
    let listed = joined && !runs_on(line, number) && ends_clause(line, number.next);
    let crosses = is_crossing(line, item) && is_of_border(line, at, number);
    if !listed && !crosses {
        return None;
    }
    let after = NaiveDate::from_ymd_opt(year.unwrap_or(today.year()), month, 1)?;
    let next = after.checked_add_months(Months::new(1))?;
    let first = if number.value < before { next } else { after };
    // With its year, a day that the month does not have is one that is on no calendar, and is asked about.
    let exists = first.with_day(number.value).is_some();
    let year = (year.is_some() || !exists).then(|| first.year());
    let mut found = Found::sure(at..number.next, When::Day { day: number.value, month: first.month(), year });
    found.certain = false;
    Some((found.with_side(number.side), number.next))
}

const CROSSINGS: [Word; 7] =
    [Word::Entry, Word::Exit, Word::EntryNoun, Word::EntryPlan, Word::ExitPlan, Word::ReturnPlan, Word::BackThere];

const VERBS: [Word; 2] = [Word::Entry, Word::Exit];

/// An entry or an exit is told before the date, or behind it where verbs stand last or the date is said first.
fn is_crossing(line: &Line, item: &Item) -> bool {
    let (start, end) = (item.first().tokens.start, item.last().tokens.end);
    let filler = line.word_before(start, Word::Filler).unwrap_or(start);
    let first = filler == 0 || break_at(line, filler - 1) >= COMMA || line.word_before(filler, Word::And).is_some();
    crosses_behind(line, end) || crosses_before(line, start) || first && tells_behind(line, end)
}

/// So many tokens may stand between a verb and its day: "landed in Chisinau again on the 28th".
const CLAUSE: usize = 6;
/// "m-am întors"
const NEAR: usize = 4;

/// Up to a comma or a number.
fn crosses_before(line: &Line, at: usize) -> bool {
    let clause = (at.saturating_sub(CLAUSE)..at).rev();
    clause.take_while(|at| goes_on(line, *at)).any(|at| line.any(at, &CROSSINGS).is_some())
}

fn crosses_behind(line: &Line, at: usize) -> bool {
    let mut clause = (at..(at + CLAUSE).min(line.len())).take_while(|at| goes_on(line, *at));
    clause.any(|at| line.any(at, &CROSSINGS).is_some() && line.verbs_follow(at))
}

/// "10 сентября уехал"
fn tells_behind(line: &Line, at: usize) -> bool {
    let mut clause = (at..(at + CLAUSE).min(line.len())).take_while(|at| goes_on(line, *at));
    clause.any(|at| line.any(at, &VERBS).is_some())
}

fn goes_on(line: &Line, at: usize) -> bool {
    !line.mark(at, ",.;!?") && line.number(at, 12).is_none()
}

/// "Came back 22", "m-am intors pe 22", "22'sinde döndüm": a number and a crossing of the border, and no hour.
fn is_of_border(line: &Line, at: usize, number: Number) -> bool {
    let filler = |at: usize| line.word_before(at, Word::Filler).unwrap_or(at);
    let before = filler(filler(at));
    let hour = !number.spelled && before < at && at_hour(line, before);
    let beside = line.any_before(before, &CROSSINGS).is_some();
    let told = before < at || number.spelled;
    let verb_before = (beside || told && crosses_before(line, before)) && !hour;
    // "Pe 20 m-am întors"
    let near = (number.next..(number.next + NEAR).min(line.len())).take_while(|at| goes_on(line, *at));
    let led = before < at && near.into_iter().any(|at| line.any(at, &VERBS).is_some());
    let counts = line.unit(number.next).is_some();
    let verb_behind =
        line.any(number.next, &VERBS).is_some() || led || number.spelled && crosses_behind(line, number.next);
    let ends = (ends_clause(line, number.next) || line.is(number.next, Word::Filler)) && !runs_on(line, number);
    !counts && verb_behind || verb_before && ends && !counts && !line.is(number.next, Word::Hour)
}

/// "22:30", "2-3 times"
fn runs_on(line: &Line, number: Number) -> bool {
    line.mark(number.next, ":.-–,") && line.number(number.next + 1, 2).is_some()
}

/// "в 14", "at 5"
fn at_hour(line: &Line, at: usize) -> bool {
    let senses = line.tokens.get(at..=at).map(|tokens| line.vocabulary().clock().senses(tokens, 0));
    senses.is_some_and(|senses| senses.iter().any(|sense| sense.concept == Concept::Clock(Clock::At)))
}
