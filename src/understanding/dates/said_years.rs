//! Years as they are said beside a date: "2025", "'25", "25 г.", "2025-ci il", "of last year".

use super::found::Side;
use super::line::Line;
use super::numeric::{behind, full_year};
use super::tokens::Kind;
use super::vocabulary::Word;
use chrono::{Datelike, NaiveDate};

/// The year behind a date: "2025", ", 2025", "'25", "25 г.", "anul trecut", "of last year".
pub fn year_behind(line: &Line, at: usize, dashed: bool, today: NaiveDate) -> (Option<i32>, usize, Side) {
    // Behind a comma only figures: "10 April, this year I entered" begins something new.
    let comma = (line.mark(at, ",-./") && full_year(line, at + 1).is_some()).then_some(at + 1);
    for start in [Some(at), comma, line.word(at, Word::Filler)].into_iter().flatten() {
        if let Some((year, next)) = spoken_year(line, start, today) {
            let side = behind(line, if full_year(line, start).is_some() { start + 1 } else { start }).1;
            return (Some(year), next, side);
        }
    }
    match short_year(line, at, dashed) {
        Some((year, next)) => (Some(year), next, Side::Neither),
        None => (None, at, Side::Neither),
    }
}

pub fn spoken_year(line: &Line, at: usize, today: NaiveDate) -> Option<(i32, usize)> {
    if let Some(year) = full_year(line, at) {
        return (!inside_a_number(line, at)).then(|| (year, after_year(line, at)));
    }
    let shift = [(Word::YearBeforeLast, -2), (Word::LastYear, -1), (Word::ThisYear, 0), (Word::NextYear, 1)];
    shift.iter().find_map(|(word, by)| Some((today.year() + by, line.word(at, *word)?)))
}

/// Law `200/2010`, `2010.5`: no year of a date.
fn inside_a_number(line: &Line, at: usize) -> bool {
    let goes_on = line.glued(at + 1)
        && line.mark(at + 1, "./:")
        && line.glued(at + 2)
        && line.token(at + 2).is_some_and(|token| token.kind == Kind::Number);
    let began = at > 0 && line.glued(at) && line.mark(at - 1, "/") && line.glued(at - 1);
    goes_on || began && line.token(at.wrapping_sub(2)).is_some_and(|token| token.kind == Kind::Number)
}

/// Past "2025-ci il", "2025 г.", "2025'te".
fn after_year(line: &Line, at: usize) -> usize {
    let (next, _) = behind(line, at + 1);
    let next = line.word(next, Word::OfYear).unwrap_or(next);
    let dotted = next > at + 1 && line.mark(next, ".") && line.glued(next) && line.token(next + 1).is_some();
    if dotted { next + 1 } else { next }
}

/// "5 Sept 25", "5 Sept '25", "20 сентября 25 г.": two figures that end the clause or have a year's word behind them.
fn short_year(line: &Line, at: usize, dashed: bool) -> Option<(i32, usize)> {
    let quoted = line.mark(at, if dashed { "'’‘-./" } else { "'’‘" }) && line.glued(at + 1);
    let year_at = if quoted { at + 1 } else { at };
    let year = line.number(year_at, 2).filter(|year| (15..=39).contains(year))?;
    let (next, _) = behind(line, year_at + 1);
    let worded = line.is(year_at + 1, Word::OfYear);
    let suffixed = line.glued(year_at + 1) && line.mark(year_at + 1, "-'’") && line.glued(year_at + 2);
    // “9 December 15:00” is a time.
    let clock = line.glued(year_at + 1)
        && line.mark(year_at + 1, ":")
        && line.glued(year_at + 2)
        && line.number(year_at + 2, 2).is_some();
    let told = worded || !suffixed && (quoted && !line.glued(next) || ends_clause(line, year_at + 1));
    (told && !clock && line.unit(year_at + 1).is_none_or(|_| worded)).then_some((2000 + year as i32, next))
}

pub fn ends_clause(line: &Line, at: usize) -> bool {
    line.token(at).is_none_or(|token| token.is_mark(",.;:!?)-–—\"»")) || line.is(at, Word::And)
}
