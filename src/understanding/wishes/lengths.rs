//! Times that no clock shows: "in two hours", "between 9 and 11", "in the afternoon".
//!
//! Promises: pure, no panic, time linear in the length of the text. Does not: know the time, or choose within a span.

use std::ops::Range;

use chrono::NaiveTime;

use crate::understanding::dates::{Booking, Clock, Line, Reading, Word, small};
use crate::understanding::times::part_of_day;

/// A part of the day that is no time yet: one in it is offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DayPart {
    Afternoon,
    Evening,
}

/// Nobody wants to be reminded so many minutes from now and says it in hours.
const LONGEST: u32 = 72 * 60;
const HOUR: u32 = 60;
const HALF: u32 = 30;

/// The first "in two hours", "через полчаса", "iki saat sonra": minutes from now.
///
/// `clock` is the same message, as those see it who look for clock times.
pub fn from_now(line: &Line, clock: &Line) -> Option<Reading<u32>> {
    (0..line.len()).find_map(|at| {
        let (minutes, next) = told_before(line, clock, at).or_else(|| told_behind(line, at))?;
        let quote = line.quote(&(at..next));
        (1..=LONGEST).contains(&minutes).then_some(Reading { value: minutes, quote, certain: true })
    })
}

/// "За дві години до" is so long before something, not from now; "după ora cinci" tells the hour.
fn told_before(line: &Line, clock: &Line, at: usize) -> Option<(u32, usize)> {
    let start = line.booking(at, Booking::In)?;
    let (minutes, next) = length(line, start).filter(|(_, next)| face(line, *next).is_none())?;
    let next = line.booking(next, Booking::Later).unwrap_or(next);
    clock.any_clock(next, &[Clock::NoticeTo, Clock::Notice]).is_none().then_some((minutes, next))
}

/// Without a number, "saat sonra" is no length.
fn told_behind(line: &Line, at: usize) -> Option<(u32, usize)> {
    let (minutes, next) = length(line, at).filter(|_| is_counted(line, at))?;
    Some((minutes, line.booking(next, Booking::Later)?))
}

/// Whether a number of hours or days begins here.
pub(super) fn is_counted(line: &Line, at: usize) -> bool {
    let words = [Booking::HalfHour, Booking::OneAndHalf, Booking::Article];
    line.number(at, 3).is_some()
        || small(line, at).is_some()
        || words.iter().any(|word| line.booking(at, *word).is_some())
}

/// Minutes of "two hours and a half", "90 minutes", "an hour 20 minutes".
pub(super) fn length(line: &Line, at: usize) -> Option<(u32, usize)> {
    if let Some(next) = line.booking(at, Booking::HalfHour) {
        return Some((HALF, next));
    }
    if let Some(next) = line.booking(at, Booking::OneAndHalf).and_then(|next| line.booking(next, Booking::Hour)) {
        return Some((HOUR + HALF, next));
    }
    let (count, more, next) = count(line, at);
    if let Some(next) = line.booking(next, Booking::Minute) {
        return (more == 0).then_some((count, next));
    }
    let next = line.booking(next, Booking::Hour)?;
    let (more, next) = match line.booking(next, Booking::Half) {
        Some(next) => (HALF, next),
        None => (more, next),
    };
    let joined = line.booking(next, Booking::And).unwrap_or(next);
    let minutes =
        line.number(joined, 2).and_then(|minutes| Some((minutes, line.booking(joined + 1, Booking::Minute)?)));
    let (minutes, next) = minutes.unwrap_or((0, next));
    Some((count * HOUR + more + minutes, next))
}

/// How many, what a half adds to it, and where the words end; nothing said is one.
fn count(line: &Line, at: usize) -> (u32, u32, usize) {
    let figures = line.number(at, 3).map(|count| (count, at + 1));
    let spoken = || small(line, at).map(|number| (number.value, number.next));
    let article = || line.booking(at, Booking::Article).map(|next| (1, next));
    let (count, next) = figures.or_else(spoken).or_else(article).unwrap_or((1, at));
    // 1.5 hours, 1,5 часа
    if line.mark(next, ".,") && line.glued(next) && line.glued(next + 1) && line.number(next + 1, 1) == Some(5) {
        return (count, HALF, next + 2);
    }
    match line.booking(next, Booking::Half) {
        Some(next) => (count, HALF, next),
        None => (count, 0, of_unit(line, next).filter(|_| next > at).unwrap_or(next)),
    }
}

/// "20 de minute": where the unit begins.
fn of_unit(line: &Line, at: usize) -> Option<usize> {
    let is_unit = |at: usize| [Booking::Hour, Booking::Minute].iter().any(|word| line.booking(at, *word).is_some());
    if is_unit(at) { None } else { line.booking(at, Booking::Beside).filter(|next| is_unit(*next)) }
}

/// The first "between 9 and 11"; both ends, the later one last.
///
/// `clock` is the same message, as those see it who look for clock times; `dated` are the bytes of its dates.
pub fn between(line: &Line, clock: &Line, dated: &[Range<usize>]) -> Option<Reading<(NaiveTime, NaiveTime)>> {
    (0..line.len()).find_map(|at| span(line, clock, at)).filter(|span| {
        let apart = |date: &Range<usize>| date.end <= span.quote.start || span.quote.end <= date.start;
        dated.iter().all(apart)
    })
}

fn span(line: &Line, clock: &Line, at: usize) -> Option<Reading<(NaiveTime, NaiveTime)>> {
    let named = line.booking(at, Booking::Between);
    let start = named.map_or(at, |next| line.booking(next, Booking::Beside).unwrap_or(next));
    let (first, next) = face(line, start)?;
    let (second, next) = face(line, joined(line, next)?)?;
    let next = suffix_ends(line, next);
    let behind = line.booking(next, Booking::BetweenBehind);
    let measures = clock.is(next, Word::Measure) && part_of_day(clock, next).is_none();
    let counts = clock.unit(next).is_some() || clock.month(next).is_some() || measures;
    if named.is_none() && behind.is_none() || counts {
        return None;
    }
    let (part, end) = part_of_day(clock, behind.unwrap_or(next))
        .map_or((None, behind.unwrap_or(next)), |(part, end)| (Some(part), end));
    let of_day =
        |(hour, minute): (u32, u32)| NaiveTime::from_hms_opt(part.map_or(hour, |part| part.hour(hour)) % 24, minute, 0);
    let plain = |(hour, minute): (u32, u32)| NaiveTime::from_hms_opt(hour % 24, minute, 0);
    // "From 11 to 1 pm" begins before noon, and "from 11 to 1" ends after it.
    let later = |(hour, minute): (u32, u32)| NaiveTime::from_hms_opt((hour + 12) % 24, minute, 0);
    let pairs = [(of_day(first), of_day(second)), (plain(first), of_day(second)), (plain(first), later(second))];
    let value =
        pairs.into_iter().find_map(|(from, until)| Some((from?, until?)).filter(|(from, until)| from < until))?;
    let certain = part.is_some() || !(1..=7).contains(&first.0);
    Some(Reading { value, quote: line.quote(&(at..end)), certain })
}

/// "and", "-", "'dan": what joins the two ends.
fn joined(line: &Line, at: usize) -> Option<usize> {
    if let Some(next) = line.booking(at, Booking::And) {
        return Some(line.booking(next, Booking::Beside).unwrap_or(next));
    }
    let next = line.mark(at, "-–—").then_some(at + 1)?;
    Some(line.booking(next, Booking::And).unwrap_or(next))
}

/// `-ə`, `'e` behind the second hour.
fn suffix_ends(line: &Line, at: usize) -> usize {
    let marked = line.mark(at, "-'’") && line.glued(at) && line.glued(at + 1) && line.word_token(at + 1).is_some();
    if marked { at + 2 } else { at }
}

fn face(line: &Line, at: usize) -> Option<((u32, u32), usize)> {
    let word = || small(line, at).map(|number| (number.value, number.next));
    let (hour, next) = line.number(at, 2).map(|hour| (hour, at + 1)).or_else(word).filter(|(hour, _)| *hour <= 24)?;
    let shown = line.mark(next, ":.") && line.glued(next) && line.glued(next + 1);
    let minute = line.number(next + 1, 2).filter(|minute| shown && *minute < 60);
    Some(minute.map_or(((hour, 0), next), |minute| ((hour, minute), next + 2)))
}

/// The first part of the day that is named.
pub fn part(line: &Line) -> Option<Reading<DayPart>> {
    let parts = [(Booking::Afternoon, DayPart::Afternoon), (Booking::Evening, DayPart::Evening)];
    (0..line.len()).find_map(|at| {
        let (value, next) = parts.iter().find_map(|(word, part)| Some((*part, line.booking(at, *word)?)))?;
        Some(Reading { value, quote: line.quote(&(at..next)), certain: true })
    })
}
