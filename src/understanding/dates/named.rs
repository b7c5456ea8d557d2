//! Dates with a month's name: "28th of August", "May 30", "3 вер.", "oktyabrın 2-dən", "1-15 Ekim", "15 числа прошлого месяца".

use super::amounts::{day_runs_on, may_be_days};
use super::found::{Found, Side, Step, When};
use super::line::Line;
use super::numbers::{Number, small};
use super::numeric::{behind, ending};
use super::said_years::{ends_clause, spoken_year, year_behind};
use super::tokens::Kind;
use super::vocabulary::Word;
use chrono::{Datelike, Months, NaiveDate};
use std::ops::Range;

/// A month's name where one stands, a typo mended.
#[derive(Clone, Copy)]
struct Name {
    month: u32,
    sure: bool,
    mended: bool,
    next: usize,
    side: Side,
}

pub fn read(line: &Line, at: usize, today: NaiveDate) -> Option<(Step, usize)> {
    year_then(line, at, today)
        .or_else(|| day_then_month(line, at, today))
        .or_else(|| month_then_day(line, at, today))
        .or_else(|| of_this_month(line, at, today))
        .or_else(|| this_month_then_day(line, at, today))
}

fn name(line: &Line, at: usize, typos: bool) -> Option<Name> {
    let known = line.month(at).map(|((month, sure), next)| (month, sure, false, next));
    let (month, sure, mended, next) = known
        .or_else(|| typos.then(|| line.nearly_a_month(at)).flatten().map(|(month, next)| (month, true, true, next)))?;
    let side = ending(line, at);
    let dot = line.mark(next, ".") && line.glued(next);
    let next = if dot && !sentence_ends(line, at, next) { next + 1 } else { next };
    let (next, side) = if line.glued(next) && line.mark(next, "-'’ʼ") {
        let (after, s) = behind(line, next);
        if after > next { (after, s) } else { (next, side) }
    } else {
        (next, side)
    };
    Some(Name { month, sure: sure || dot, mended, next, side })
}

/// A dot behind an abbreviation belongs to it, unless it is the last thing said. Behind a whole name it ends a sentence, and
/// so it does before a capital letter.
fn sentence_ends(line: &Line, at: usize, dot: usize) -> bool {
    let Some(next) = line.token(dot + 1) else { return true };
    let short = line.word_token(at).is_some_and(|name| name.folded.chars().count() <= LONGEST_SHORT);
    let goes_on = next.kind == Kind::Number || next.kind == Kind::Mark || short && !next.capital;
    !goes_on
}

/// Abbreviations of months have at most so many letters: sept.
const LONGEST_SHORT: usize = 4;

/// "2025-ci il oktyabrın 2-də", "2025 yılının Eylül ayının 3'ünde", "anul trecut pe 3 septembrie".
fn year_then(line: &Line, at: usize, today: NaiveDate) -> Option<(Step, usize)> {
    let (year, after) = spoken_year(line, at, today)?;
    let mut start = fillers(line, after);
    if line.mark(start, ",") {
        start += 1;
    }
    let (step, next) = day_then_month(line, start, today).or_else(|| month_then_day(line, start, today))?;
    let with_year = |mut found: Found| {
        if let When::Day { day, month, year: None } = found.when {
            found.when = When::Day { day, month, year: Some(year) };
        }
        found
    };
    let step = match step {
        Step::One(mut found) => {
            found.tokens.start = at;
            Step::One(with_year(found))
        }
        Step::Range(mut first, second) => {
            first.tokens.start = at;
            Step::Range(with_year(first), with_year(second))
        }
        Step::Two(mut first, second) => {
            first.tokens.start = at;
            Step::Two(with_year(first), with_year(second))
        }
        Step::Skip => return None,
    };
    Some((step, next))
}

/// "5 September", "с 5 по 20 июня", "1-15 Ekim", "20 of May, 2025".
fn day_then_month(line: &Line, at: usize, today: NaiveDate) -> Option<(Step, usize)> {
    let first = small(line, at).filter(plausible)?;
    if let Some(hit) = shared(line, at, first, today) {
        return Some(hit);
    }
    let (found, next) = single(line, at, first, today)?;
    Some((Step::One(found), next))
}

fn plausible(number: &Number) -> bool {
    (1..=99).contains(&number.value)
}

fn single(line: &Line, at: usize, day: Number, today: NaiveDate) -> Option<(Found, usize)> {
    let month_at = fillers(line, separator(line, day.next));
    let name = name(line, month_at, true)?;
    if foreign(line, at, month_at, name.next) {
        return None;
    }
    let dashed = line.mark(day.next, "-./");
    let (year, next, year_side) = year_behind(line, name.next, dashed, today);
    if !name.sure && !day.spelled && year.is_none() && !evident(line, at, next) {
        return None;
    }
    let side =
        [year_side, name.side, day.side].into_iter().find(|side| *side != Side::Neither).unwrap_or(Side::Neither);
    let in_month = month_at > day.next && line.is(day.next, Word::InMonth);
    // "На 2 дня в октябре", "the one in November"
    let counts = line.unit(day.next).is_some() && line.word_before(at, Word::ForSoLong).is_some();
    let one = in_month && line.number(at, 2).is_none();
    if counts || one {
        return None;
    }
    if in_month && !day.spelled && year.is_none() && may_be_days(line, at, month_at, true) {
        return None;
    }
    let mut found = Found::sure(at..next, When::Day { day: day.value, month: name.month, year }).with_side(side);
    found.weak = name.mended && !day.spelled && day.value > 31;
    Some((found, next))
}

/// English "on September 5" is no tenth: "on" is ten only before a month of its own language, with no number behind it.
fn foreign(line: &Line, at: usize, month_at: usize, next: usize) -> bool {
    let follow = |at: usize| line.senses(at).iter().any(|sense| sense.verbs_follow);
    line.number_word(at).is_some() && follow(at) && (!follow(month_at) || line.number(next, 2).is_some())
}

/// The first day of a range that borrows its month from the last: "5-20 March".
fn shared(line: &Line, at: usize, first: Number, today: NaiveDate) -> Option<(Step, usize)> {
    let last_at = connective(line, at, first)?;
    let last = small(line, last_at).filter(plausible)?;
    let (end, next) = single(line, last_at, last, today)?;
    let When::Day { month, year, .. } = end.when else {
        return None;
    };
    let start = day_before(at..first.next, first.value, (last.value, month, year));
    Some(match enumerated(line, at, first) {
        true => (Step::Two(start, end), next),
        false => (Step::Range(start.with_side(Side::From), end), next),
    })
}

/// "30 and 1 December": a day that is followed by a smaller one is of the month before. Doubtful where the two lie far from each other.
fn day_before(tokens: Range<usize>, day: u32, (last, month, year): (u32, u32, Option<i32>)) -> Found {
    if day <= last {
        return Found::sure(tokens, When::Day { day, month, year });
    }
    let (month, year) = if month == 1 { (12, year.map(|year| year - 1)) } else { (month - 1, year) };
    let mut found = Found::sure(tokens, When::Day { day, month, year });
    found.certain = day - last > OVER_THE_END;
    found
}

/// Numbers so far apart are of days that lie together over the end of a month: the 26th and the 3rd, not the 15th and
/// the 10th.
const OVER_THE_END: u32 = 20;

/// "9 and 11 November": two days and nothing between them, where no "between" makes a range of them.
fn enumerated(line: &Line, at: usize, first: Number) -> bool {
    line.is(first.next, Word::And) && !between(line, at, first)
}

fn between(line: &Line, at: usize, first: Number) -> bool {
    let after = line.word(first.next, Word::And).unwrap_or(first.next);
    let closed = (after..(after + 6).min(line.len())).any(|i| line.is(i, Word::Between));
    closed || line.word_before(at, Word::Between).is_some()
}

/// What may stand between the two days of a range; the position of the second.
fn connective(line: &Line, at: usize, first: Number) -> Option<usize> {
    let mut next = first.next;
    if line.mark(next, ".") {
        next += 1;
    }
    if line.mark(next, "-–—") {
        return Some(fillers(line, next + 1));
    }
    if let Some(after) = line.any(next, &[Word::RangeTo, Word::Until]) {
        return Some(fillers(line, after));
    }
    if let Some(after) = line.word(next, Word::And) {
        let day = line.number(at, 2).is_some() && first.value <= 31;
        return (between(line, at, first) || day).then_some(fillers(line, after));
    }
    (first.side == Side::From).then_some(next)
}

/// "May 30", "oktyabrın 1-dən 15-nə qədər", "September the 3rd, 2025", "Eylül ayının 3'ünde".
fn month_then_day(line: &Line, at: usize, today: NaiveDate) -> Option<(Step, usize)> {
    let typos = line.number(at + 1, 2).is_some();
    let name = name(line, at, typos)?;
    // Not over a comma: "March, May, August, three times".
    let day_at = fillers(line, separator(line, name.next));
    let day = small(line, day_at).filter(|number| (1..=31).contains(&number.value))?;
    let figures = line.number(day_at, 2).is_some();
    let turkic = line.senses(at).iter().any(|sense| sense.verbs_follow);
    let months_first = turkic && name.sure && !name.mended && months_stand_first(line, day.next);
    if day_runs_on(line, day, figures) && !months_first {
        return None;
    }
    let (year, next, side) = year_behind(line, fillers_of_day(line, day.next), false, today);
    if figures && !day.spelled && year.is_none() && may_be_days(line, at, at, false) {
        return None;
    }
    let loose = !name.sure || name.mended || turkic;
    let told = day.spelled
        || year.is_some()
        || evident_before(line, at)
        || ends_clause(line, next)
        || months_first
        || turkic && name.sure && !name.mended && is_cue(line, next);
    if loose && !told {
        return None;
    }
    let side = if side == Side::Neither { day.side } else { side };
    let start = Found::sure(at..next, When::Day { day: day.value, month: name.month, year }).with_side(side);
    if year.is_none()
        && let Some((end, after)) = second_day(line, day_at, day, name.month, today)
    {
        let mut start = start;
        if let (When::Day { day, month, .. }, When::Day { year, .. }) = (start.when, end.when) {
            start.when = When::Day { day, month, year };
        }
        let two = enumerated(line, day_at, day);
        return Some((if two { Step::Two(start, end) } else { Step::Range(start, end) }, after));
    }
    Some((Step::One(start), next))
}

/// "İyulun 10-dan sentyabrın 5-nə qədər": another month with its day follows, so that this day is of the month before it.
fn months_stand_first(line: &Line, at: usize) -> bool {
    let next = name(line, fillers(line, at), false).filter(|name| name.sure);
    next.is_some_and(|name| small(line, fillers(line, name.next)).is_some_and(|day| (1..=31).contains(&day.value)))
}

/// "March 5-20": the second day, when no month of its own follows it.
fn second_day(line: &Line, at: usize, first: Number, month: u32, today: NaiveDate) -> Option<(Found, usize)> {
    let last_at = connective(line, at, first)?;
    let last = small(line, last_at).filter(|number| (1..=31).contains(&number.value))?;
    let own_month = name(line, fillers(line, separator(line, last.next)), true).is_some();
    let figures = line.number(last_at, 2).is_some();
    if own_month || last.value < first.value || day_runs_on(line, last, figures) {
        return None;
    }
    let (year, next, _) = year_behind(line, last.next, false, today);
    Some((Found::sure(last_at..next, When::Day { day: last.value, month, year }).with_side(Side::To), next))
}

/// "15 числа прошлого месяца", "the 15th of last month", "pe 5 luna asta".
fn of_this_month(line: &Line, at: usize, today: NaiveDate) -> Option<(Step, usize)> {
    let day = small(line, at).filter(|number| (1..=31).contains(&number.value))?;
    let (first, next) = spoken_month(line, fillers(line, day.next), today)?;
    Some((Step::One(day_of(at..next, day, first)), next))
}

/// "geçen ayın 15'inde", "keçən ayın 15-i", "luna trecută pe 15".
fn this_month_then_day(line: &Line, at: usize, today: NaiveDate) -> Option<(Step, usize)> {
    let (first, after) = spoken_month(line, at, today)?;
    let day_at = fillers(line, after);
    let day = small(line, day_at).filter(|number| (1..=31).contains(&number.value))?;
    let told = day.spelled || day_at > after || line.is(day.next, Word::Filler);
    let amount = line.unit(day.next).is_some() || line.is(day.next, Word::Measure) || line.month(day.next).is_some();
    let next = line.word(day.next, Word::Filler).unwrap_or(day.next);
    (told && !amount).then(|| (Step::One(day_of(at..next, day, first)), next))
}

fn day_of(tokens: Range<usize>, day: Number, first: NaiveDate) -> Found {
    let when = When::Day { day: day.value, month: first.month(), year: Some(first.year()) };
    Found::sure(tokens, when).with_side(day.side)
}

fn spoken_month(line: &Line, at: usize, today: NaiveDate) -> Option<(NaiveDate, usize)> {
    let first = today.with_day(1)?;
    if let Some(next) = line.word(at, Word::LastMonth) {
        return Some((first.checked_sub_months(Months::new(1))?, next));
    }
    if let Some(next) = line.word(at, Word::NextMonth) {
        return Some((first.checked_add_months(Months::new(1))?, next));
    }
    Some((first, line.word(at, Word::ThisMonth)?))
}

fn separator(line: &Line, at: usize) -> usize {
    if line.mark(at, ".-/") { at + 1 } else { at }
}

/// "of", "числа", "ayının", "the".
fn fillers(line: &Line, mut at: usize) -> usize {
    for _ in 0..MOST_FILLERS {
        at = line.word(at, Word::Filler).unwrap_or(at);
    }
    at
}

const MOST_FILLERS: usize = 4;

/// Fillers between a day and its year only where a year follows.
fn fillers_of_day(line: &Line, at: usize) -> usize {
    let behind = fillers(line, at);
    if behind > at && line.number(behind, 2).is_some() { at } else { behind }
}

/// Something beside an unsure month says that a date is meant.
fn evident(line: &Line, start: usize, end: usize) -> bool {
    evident_before(line, start) || ends_clause(line, end) || is_cue(line, end)
}

fn evident_before(line: &Line, start: usize) -> bool {
    let before = [
        Word::From,
        Word::Since,
        Word::Until,
        Word::RangeTo,
        Word::Between,
        Word::Filler,
        Word::Entry,
        Word::EntryNoun,
    ];
    let more = [
        Word::EntryPlan,
        Word::Exit,
        Word::ExitNoun,
        Word::ExitPlan,
        Word::Visit,
        Word::Expired,
        Word::Loss,
        Word::Valid,
    ];
    line.any_before(start, &before).or_else(|| line.any_before(start, &more)).is_some()
        || start.checked_sub(1).is_some_and(|last| line.mark(last, "-–—:("))
}

fn is_cue(line: &Line, at: usize) -> bool {
    let happenings =
        [Word::Entry, Word::EntryNoun, Word::EntryPlan, Word::Exit, Word::ExitNoun, Word::ExitPlan, Word::Visit];
    let links = [Word::Until, Word::UntilAfter, Word::Still, Word::From, Word::RangeTo, Word::Since];
    line.any(at, &happenings).or_else(|| line.any(at, &links)).is_some()
}
