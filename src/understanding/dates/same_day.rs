//! "Left 1 October and came back the same day": days told from the date that was named beside them.

use super::cues::{COMMA, break_at};
use super::found::{Found, When};
use super::line::Line;
use super::relative::shifted;
use super::roles::{Cast, Part};
use super::scan::Item;
use super::taken_back::crossing;
use super::vocabulary::Word;
use chrono::NaiveDate;
use std::ops::Range;

/// A clause that tells of going out and coming back has at most so many tokens.
const CLAUSE: usize = 10;
/// So many tokens may stand between "the same day" and the day itself: ", on".
const BESIDE: usize = 2;

/// The day that was named just before. Where none was, it is told from an entry that is still to be found.
pub fn told_from_before(line: &Line, items: Vec<Item>, today: NaiveDate) -> Vec<Item> {
    let mut before: Option<When> = None;
    let mut told: Vec<Item> = Vec::new();
    let mut items = items.into_iter().peekable();
    while let Some(mut item) = items.next() {
        if let Item::One(found) = &mut item
            && let When::After { days } = found.when
        {
            if let Some(first) = items.peek().and_then(|next| told_behind(line, found, told.last(), next)) {
                items.next();
                found.when = first.day.when;
                found.tokens.end = first.day.tokens.end;
                told.push(Item::One(Found { tokens: first.verb, ..first.day }));
            } else {
                let from_before = before.and_then(|when| shifted(when, days, today));
                found.when = from_before.unwrap_or(When::Later { days, months: 0 });
            }
        }
        before = Some(item.last().when);
        told.push(item);
    }
    told
}

/// The day of two crossings, and the verb of the first.
struct First {
    day: Found,
    verb: Range<usize>,
}

/// "Left and came back the same day, 3 October".
fn told_behind(line: &Line, same: &Found, before: Option<&Item>, next: &Item) -> Option<First> {
    let (start, end) = (same.tokens.start, same.tokens.end);
    let Item::One(day) = next else { return None };
    let beside = |at: usize| line.mark(at, ",(:-–—") || line.is(at, Word::Filler);
    let told = matches!(day.when, When::Day { .. } | When::Fixed(_)) && same.when == When::After { days: 0 };
    if !told || day.tokens.start - end > BESIDE || !(end..day.tokens.start).all(beside) {
        return None;
    }
    let from = start.saturating_sub(CLAUSE);
    let begin = (from..start).rev().find(|at| break_at(line, *at) >= COMMA).map_or(from, |last| last + 1);
    if before.is_some_and(|before| before.last().tokens.end > begin) {
        return None;
    }
    let mut verbs = (begin..start).filter_map(|at| Some((at, crossing(line, at)?)));
    let (at, (way, verb_end)) = verbs.next()?;
    let other = verbs.any(|(_, (other, _))| other != way);
    other.then(|| First { day: day.clone(), verb: at..verb_end })
}

/// "Left 3 October and the same day back": not one more exit, but the way back where words say so.
pub fn with_ways_back(line: &Line, mut casts: Vec<Cast>) -> Vec<Cast> {
    for place in 1..casts.len() {
        let (before, here) = (&casts[place - 1], &casts[place]);
        let (Part::Exit { planned }, Part::Exit { .. }) = (before.part, here.part) else { continue };
        let tokens = here.item.first().tokens.clone();
        let same_day = line.is(tokens.start, Word::SameDay) && here.item.first().when == before.item.last().when;
        if !same_day {
            continue;
        }
        let clause = (tokens.end..(tokens.end + CLAUSE).min(line.len())).take_while(|at| break_at(line, *at) < COMMA);
        let returns = is_back_beside(line, &tokens) || clause.into_iter().any(|at| line.is(at, Word::Entry));
        let part = if returns { Part::Entry { planned } } else { Part::Nothing };
        casts[place].part = part;
        casts[place].back = returns;
        casts[place].lasting = None;
    }
    casts
}

/// "Того ж дня назад", "back the same day".
fn is_back_beside(line: &Line, tokens: &Range<usize>) -> bool {
    line.is(tokens.end, Word::BackBeside) || line.word_before(tokens.start, Word::BackBeside).is_some()
}
