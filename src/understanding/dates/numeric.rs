//! Dates in figures: `05.10.2025`, `2025-10-05`, `3/11`, `8.9.25`, `05 10 2025`, `14.IX.2025`, `03-17.08.25`.
//!
//! Day first, everywhere; with slashes alone a second number above 12 means that the month came first.

use super::found::{Found, Side, Step, When};
use super::line::Line;
use super::vocabulary::Word;

/// A date in figures and the token behind it.
pub struct Figures {
    pub found: Found,
    pub next: usize,
}

pub fn read(line: &Line, at: usize) -> Option<(Step, usize)> {
    line.number(at, 4)?;
    if continues_a_number(line, at) {
        return None;
    }
    if let Some(hit) = shared_month(line, at) {
        return Some(hit);
    }
    let Figures { found, next } = date(line, at)?;
    Some((Step::One(found), next))
}

/// `03-17.08.25`, "с 3 по 17.08", "3.-17.8.": the day alone, then a full date.
fn shared_month(line: &Line, at: usize) -> Option<(Step, usize)> {
    let day = line.number(at, 2).filter(|day| (1..=31).contains(day))?;
    let after_dot = if line.mark(at + 1, ".") && line.mark(at + 2, "-–—") { at + 2 } else { at + 1 };
    let behind = range_mark(line, after_dot)?;
    let Figures { found: end, next } = date(line, behind)?;
    let When::Day { day: last, month, year } = end.when else {
        return None;
    };
    // `1-5.10.25` may be the first to the fifth; `5-1.10` is nothing of the kind. A full year-first date has no day to share.
    if last < day
        || line.number(behind, 2).is_none()
        || (line.mark(after_dot, "-") && year.is_none() && line.number(at, 2) > Some(12) && !end.weak)
    {
        return None;
    }
    let mut start = Found::sure(at..at + 1, When::Day { day, month, year });
    start.weak = end.weak;
    Some((Step::Range(start, end), next))
}

fn range_mark(line: &Line, at: usize) -> Option<usize> {
    if line.mark(at, "-–—") {
        return Some(at + 1);
    }
    let next = line.any(at, &[Word::RangeTo, Word::Until])?;
    line.number(next, 2).map(|_| next)
}

/// One date in figures, whatever surrounds it.
pub fn date(line: &Line, at: usize) -> Option<Figures> {
    year_first(line, at).or_else(|| roman(line, at)).or_else(|| day_first(line, at)).or_else(|| spaced(line, at))
}

fn year_first(line: &Line, at: usize) -> Option<Figures> {
    let year = full_year(line, at)?;
    let separator = separator(line, at + 1, "-./")?;
    let month = line.number(at + 2, 2)?;
    (separator.same_at(line, at + 3)).then_some(())?;
    let day = line.number(at + 4, 2)?;
    finish(line, at, at + 5, When::Day { day, month, year: Some(year) }, true)
}

fn day_first(line: &Line, at: usize) -> Option<Figures> {
    let first = line.number(at, 2)?;
    let separator = separator(line, at + 1, "-./")?;
    let second = line.number(at + 2, 2)?;
    let with_year = separator.same_at(line, at + 3).then(|| year(line, at + 4)).flatten();
    let Some(year) = with_year else {
        return without_year(line, at, separator, first, second);
    };
    let swapped = separator.mark == '/' && second > 12 && first <= 12;
    let (day, month) = if swapped { (second, first) } else { (first, second) };
    if first == 0 || second == 0 {
        return None;
    }
    let short_year = line.number(at + 4, 2).is_some();
    // `12-30-25` and `99.50.10` are no dates that went wrong, they are something else.
    let plausible = !short_year || (day <= 39 && month <= 19);
    plausible.then(|| finish(line, at, at + 5, When::Day { day, month, year: Some(year) }, true)).flatten()
}

/// `3/11`, `7.11`: might be anything, so it is weak; `12-30` and `5-10` are left alone unless written like a date (`05-08`).
fn without_year(line: &Line, at: usize, separator: Separator, day: u32, month: u32) -> Option<Figures> {
    let padded = line.token(at + 2).is_some_and(|token| token.folded.starts_with('0'));
    let possible = (1..=39).contains(&day) && (1..=12).contains(&month) && (separator.mark != '-' || padded);
    let everyday = separator.mark == '/' && (day, month) == (24, 7);
    if !possible || everyday || measured(line, at + 3) || !separator.tight {
        return None;
    }
    let mut figures = finish(line, at, at + 3, When::Day { day, month, year: None }, separator.mark != '-')?;
    figures.found.weak = true;
    Some(figures)
}

/// `14.IX.2025`, `14 IX 2025`, `14-IX`.
fn roman(line: &Line, at: usize) -> Option<Figures> {
    let day = line.number(at, 2).filter(|day| (1..=39).contains(day))?;
    let separated = line.mark(at + 1, "./-");
    let month_at = if separated { at + 2 } else { at + 1 };
    let month = line.word_token(month_at).and_then(|token| roman_month(&token.folded))?;
    let year_at = if line.mark(month_at + 1, "./-") { month_at + 2 } else { month_at + 1 };
    // "9 і 11" is nine and eleven: a letter that no dot makes a month is one only before a full year.
    let letter =
        !line.mark(at + 1, "./") && line.word_token(month_at).is_some_and(|token| token.folded.chars().count() == 1);
    let year = if letter { full_year(line, year_at) } else { year(line, year_at) };
    match year {
        Some(year) => finish(line, at, year_at + 1, When::Day { day, month, year: Some(year) }, true),
        None if separated && line.glued(month_at) => {
            let mut figures = finish(line, at, month_at + 1, When::Day { day, month, year: None }, true)?;
            figures.found.weak = true;
            Some(figures)
        }
        None => None,
    }
}

/// Also in Cyrillic letters of the same shape.
fn roman_month(word: &str) -> Option<u32> {
    let latin: String = word
        .chars()
        .map(|c| match c {
            'х' => 'x',
            'і' => 'i',
            c => c,
        })
        .collect();
    let names = ["i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"];
    names.iter().position(|name| *name == latin).map(|index| index as u32 + 1)
}

/// `05 10 2025`: only with a full year, and not inside a longer row of numbers (a telephone).
fn spaced(line: &Line, at: usize) -> Option<Figures> {
    let (day, month, year) = (line.number(at, 2)?, line.number(at + 1, 2)?, full_year(line, at + 2)?);
    let possible = (1..=31).contains(&day) && (1..=12).contains(&month);
    let alone =
        line.number(at + 3, 9).is_none() && (at == 0 || line.number(at - 1, 9).is_none() && !line.mark(at - 1, "+"));
    (possible && alone).then(|| finish(line, at, at + 3, When::Day { day, month, year: Some(year) }, true)).flatten()
}

#[derive(Clone, Copy)]
struct Separator {
    mark: char,
    tight: bool,
}

impl Separator {
    fn same_at(self, line: &Line, at: usize) -> bool {
        line.token(at).is_some_and(|token| token.folded.starts_with(self.mark) && token.is_mark("-./,"))
    }
}

fn separator(line: &Line, at: usize, marks: &str) -> Option<Separator> {
    let token = line.token(at).filter(|token| token.is_mark(marks) && token.glued)?;
    let mark = token.folded.chars().next()?;
    let tight = line.glued(at + 1);
    (tight || mark == '.').then_some(Separator { mark, tight })
}

/// Years anyone would write in full, wide enough to see an impossible one as a date of another matter.
pub fn full_year(line: &Line, at: usize) -> Option<i32> {
    let token = line.token(at)?;
    let year = token.short_number(4).filter(|_| token.folded.len() == 4)?;
    (1900..=2100).contains(&year).then_some(year as i32)
}

fn year(line: &Line, at: usize) -> Option<i32> {
    full_year(line, at).or_else(|| {
        let token = line.token(at)?;
        token.short_number(2).filter(|_| token.folded.len() == 2).map(|year| 2000 + year as i32)
    })
}

fn finish(line: &Line, at: usize, end: usize, when: When, certain: bool) -> Option<Figures> {
    if runs_on(line, end) {
        return None;
    }
    let (end, side) = behind(line, end);
    let mut found = Found::sure(at..end, when).with_side(side);
    found.certain = certain;
    Some(Figures { found, next: end })
}

/// `3.11.5`, `10/2025/7`, `12:`: the number goes on, so this was no date.
fn runs_on(line: &Line, end: usize) -> bool {
    let marked = line.glued(end) && line.mark(end, "./:%") && line.glued(end + 1);
    let digits = line.token(end + 1).is_some_and(|token| token.short_number(9).is_some());
    let two_dates = line.mark(end, "/") && (full_year(line, end + 1).is_some() || line.mark(end + 2, "."));
    (marked && digits && !two_dates) || line.glued(end) && line.mark(end, "%")
}

fn continues_a_number(line: &Line, at: usize) -> bool {
    line.glued(at)
        && at > 1
        && line.mark(at - 1, "./:,+#№-")
        && line.glued(at - 1)
        && line.number(at - 2, 9).is_some()
        && !line.mark(at - 1, "-/")
}

/// `г.`, `року`, `'te`, `-dən` behind a date belong to it, and tell from which side a range is meant.
pub fn behind(line: &Line, end: usize) -> (usize, Side) {
    let word_at =
        if line.glued(end) && line.token(end).is_some_and(|t| t.is_mark("-'’‘ʼ`´")) { end + 1 } else { end };
    if line.glued(word_at) && line.word_token(word_at).is_some() {
        for (word, side) in [(Word::SuffixFrom, Side::From), (Word::SuffixTo, Side::To), (Word::Suffix, Side::Neither)]
        {
            if let Some(next) = line.word(word_at, word) {
                return (next, side);
            }
        }
    }
    match line.word(end, Word::OfYear) {
        Some(next) => (next, ending(line, end)),
        None => (end, Side::Neither),
    }
}

/// The case a Turkish or Azerbaijani word ends in.
pub fn ending(line: &Line, at: usize) -> Side {
    let follows = line.senses(at).iter().any(|sense| sense.verbs_follow);
    line.word_token(at).filter(|_| follows).map_or(Side::Neither, |token| case(&token.folded))
}

/// The case that a folded word of these languages ends in.
pub fn case(word: &str) -> Side {
    let ends = |endings: &[&str]| endings.iter().any(|ending| word.ends_with(ending));
    if ends(&["dan", "den", "tan", "ten"]) {
        Side::From
    } else if ends(&["a", "e", "dek", "cen", "can"]) && !ends(&["da", "de", "ta", "te"]) {
        Side::To
    } else {
        Side::Neither
    }
}

/// Whether a folded verb of these languages says before what: "bitmeden", "çıxmazdan".
pub fn before_what(word: &str) -> bool {
    ["meden", "madan", "mezden", "mazdan"].iter().any(|ending| word.ends_with(ending))
}

/// Whether a folded verb of these languages leaves its time to the verb behind it: "gelip", "çıxıb".
pub fn converb(word: &str) -> bool {
    ["ip", "up", "ib", "ub"].iter().any(|ending| word.ends_with(ending))
}

/// Whether a folded unit of these languages says how long something lasts: "günlüğüne", "həftəliyə".
pub fn for_so_long(word: &str) -> bool {
    ["lugun", "ligin", "luy", "liy"].iter().any(|ending| word.contains(ending))
}

/// Whether a folded word of these languages ends like a place: "avqustda", "Ekim'de".
pub fn locative(word: &str) -> bool {
    ["da", "de", "ta", "te"].iter().any(|ending| word.ends_with(ending))
}

/// An amount, not a date: `1.5 luni`, `12.05 lei`, `2.5%`.
fn measured(line: &Line, at: usize) -> bool {
    line.unit(at).is_some() || line.is(at, Word::Measure)
}
