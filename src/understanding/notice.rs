//! Notice: how many days before something a person wants to hear of it ("3 days before", "за неделю до").
//!
//! Promises: pure, no panic, time linear in the length of the text. A month counts as thirty days and is not certain.
//! Does not: say before what; read hours ("two hours before").

use super::dates::{Clock, Line, Lines, Reading, Side, Unit, Word, case, counted};

/// The first notice in the text.
pub fn read(lines: &Lines) -> Option<Reading<u32>> {
    let line = &lines.clock;
    (0..line.len()).find_map(|at| eve(line, at).or_else(|| said_before(line, at)).or_else(|| said_behind(line, at)))
}

/// "The day before", "накануне".
fn eve(line: &Line, at: usize) -> Option<Reading<u32>> {
    let next = line.clock(at, Clock::Eve)?;
    Some(Reading { value: 1, quote: line.quote(&(at..next)), certain: true })
}

/// "За неделю до": without the "до" it is a length to a Russian and a day to come to a Ukrainian.
fn said_before(line: &Line, at: usize) -> Option<Reading<u32>> {
    let sure = line.clock(at, Clock::NoticeFirst);
    let start = sure.or_else(|| line.clock(at, Clock::NoticeBefore))?;
    let (days, exact, next) = length(line, start)?;
    let to = line.any_clock(next, &[Clock::NoticeTo, Clock::Notice]);
    let quote = line.quote(&(at..to.unwrap_or(next)));
    Some(Reading { value: days, quote, certain: exact && (sure.is_some() || to.is_some()) })
}

/// "3 days before", "cu o zi înainte", "bitmeden 3 gün önce".
fn said_behind(line: &Line, at: usize) -> Option<Reading<u32>> {
    let told = line.number(at, 3).is_some() || line.number_word(at).is_some() || line.is(at, Word::Article);
    let (days, exact, next) = length(line, at).filter(|_| told)?;
    let sure = line.clock(next, Clock::Notice);
    let end = sure.or_else(|| line.clock(next, Clock::NoticeOrAgo))?;
    // "Son günümden 3 gün önce": before that day. Without such a word it may be three days ago.
    let than = at.checked_sub(1).and_then(|last| line.word_token(last));
    let from = than.is_some_and(|token| case(&token.folded) == Side::From);
    Some(Reading { value: days, quote: line.quote(&(at..end)), certain: exact && (sure.is_some() || from) })
}

/// Days, whether they are exact, and where the words end; working days are longer than they sound.
fn length(line: &Line, at: usize) -> Option<(u32, bool, usize)> {
    let working = line.number(at, 3).filter(|_| line.is(at + 1, Word::Working) || line.is(at + 1, Word::Measure));
    let of_working = working.and_then(|count| {
        let next = line.any(at + 1, &[Word::Working, Word::Measure])?;
        line.unit(next).map(|(unit, next)| (count, unit, next, false))
    });
    let (count, unit, next, exact) =
        of_working.or_else(|| counted(line, at).map(|(count, unit, next)| (count, unit, next, true)))?;
    let (days, exact) = match unit {
        Unit::Day => (count, exact),
        Unit::Week => (7 * count, exact),
        Unit::Month => (30 * count, false),
        Unit::Year => return None,
    };
    ((1..=LONGEST).contains(&days)).then_some((days, exact, next))
}

/// Nobody is reminded longer before than this.
const LONGEST: u32 = 366;
