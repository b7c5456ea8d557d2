//! One walk through the message: the readers in order, what is no date left alone, ranges joined.

use super::bare_days::day_of_told_month;
use super::found::{Found, Side, Step, When};
use super::line::Line;
use super::repeats::without_repeats;
use super::said_years::spoken_year;
use super::same_day::told_from_before;
use super::taken_back::Mention;
use super::vocabulary::Word;
use super::{named, numeric, relative};
use chrono::NaiveDate;

/// A date alone, or the two ends of a range.
#[derive(Debug, Clone)]
pub enum Item {
    One(Found),
    Range(Found, Found),
}

impl Item {
    pub fn first(&self) -> &Found {
        match self {
            Item::One(found) | Item::Range(found, _) => found,
        }
    }

    pub fn last(&self) -> &Found {
        match self {
            Item::One(found) | Item::Range(_, found) => found,
        }
    }

    /// Uncertain unless `agree`.
    pub fn doubt(&mut self, agree: bool) {
        match self {
            Item::One(found) | Item::Range(found, _) => found.certain &= agree,
        }
    }

    pub fn all(&self) -> Vec<&Found> {
        match self {
            Item::One(found) => vec![found],
            Item::Range(first, last) => vec![first, last],
        }
    }
}

/// Older than the border: a street's name, a birthday.
const OLDEST_YEAR: i32 = 1992;

/// Without the days that are taken back.
pub fn items(line: &Line, today: NaiveDate, taken_back: &[Mention]) -> Vec<Item> {
    walk(line, today, taken_back, is_hour)
}

/// The same with all that might be an hour too: for a reader that knows the hours.
pub fn all_items(line: &Line, today: NaiveDate) -> Vec<Item> {
    walk(line, today, &[], |_, _, _| false)
}

fn walk(
    line: &Line,
    today: NaiveDate,
    taken_back: &[Mention],
    is_hour: impl Fn(&Line, &[Item], &Item) -> bool,
) -> Vec<Item> {
    let mut items = Vec::new();
    let mut year = None;
    let mut at = 0;
    while at < line.len() {
        if let Some((found, next)) = taken_back.iter().find_map(|mention| mention.day_at(at)) {
            items.push(Item::One(found));
            at = next;
            continue;
        }
        at = match step(line, at, today) {
            Some((step, next)) => {
                take(line, in_year(step, year), &mut items, &is_hour);
                next.max(at + 1)
            }
            None if let Some((found, next)) = day_of_told_month(line, at, &items, today) => {
                items.push(Item::One(found));
                next
            }
            None => {
                year = year_of_clause(line, at, today).or_else(|| year.filter(|_| !line.mark(at, ",.;!?")));
                past_number(line, at)
            }
        };
    }
    items.retain(|item| !taken_back.iter().any(|mention| item.all().iter().any(|found| mention.denies(&found.tokens))));
    join(line, without_repeats(line, told_from_before(line, items, today), today))
}

/// "In 2024 I was here from 5 March to 10 April": said once, for the dates of the clause.
fn year_of_clause(line: &Line, at: usize, today: NaiveDate) -> Option<i32> {
    let (year, next) = spoken_year(line, at, today)?;
    let worded = line.number(at, 4).is_none() || next > at + 1 || line.word_before(at, Word::Filler).is_some();
    worded.then_some(year)
}

fn in_year(step: Step, year: Option<i32>) -> Step {
    let within = |mut found: Found| {
        if let When::Day { day, month, year: None } = found.when {
            found.when = When::Day { day, month, year };
        }
        found
    };
    match step {
        Step::One(found) => Step::One(within(found)),
        Step::Range(first, last) => Step::Range(within(first), within(last)),
        Step::Two(first, second) => Step::Two(within(first), within(second)),
        Step::Skip => Step::Skip,
    }
}

/// The readers in their order; the first that fits wins.
fn step(line: &Line, at: usize, today: NaiveDate) -> Option<(Step, usize)> {
    if let Some(next) = labelled(line, at) {
        return Some((Step::Skip, next));
    }
    let (step, next) =
        named::read(line, at, today).or_else(|| numeric::read(line, at)).or_else(|| relative::read(line, at, today))?;
    if line.is(next, Word::LabelAfter) || (line.mark(next, "-") && line.is(next + 1, Word::LabelAfter)) {
        return Some((Step::Skip, next + 1));
    }
    Some((step, next))
}

fn take(line: &Line, step: Step, items: &mut Vec<Item>, is_hour: impl Fn(&Line, &[Item], &Item) -> bool) {
    let read = match step {
        Step::One(found) => vec![Item::One(found)],
        Step::Range(first, last) => vec![Item::Range(first, last)],
        Step::Two(first, second) => vec![Item::One(first), Item::One(second)],
        Step::Skip => return,
    };
    for item in read {
        let old = item.all().iter().any(|found| found.year().is_some_and(|year| year < OLDEST_YEAR));
        if !old && !is_hour(line, items, &item) && !negated(line, &item) {
            items.push(item);
        }
    }
}

fn is_hour(line: &Line, before: &[Item], item: &Item) -> bool {
    item.all().iter().any(|found| found.weak && among_hours(line, found))
        || before.last().is_some_and(|before| hour_of(line, before, item))
}

/// "Art. 333", "bus 119", "strada 31 August 1989": the name and the number behind it.
fn labelled(line: &Line, at: usize) -> Option<usize> {
    let street = line.is(at, Word::Street);
    let mut next = line.any(at, &[Word::Street, Word::Label])?;
    for _ in 0..2 {
        if line.mark(next, ".:№#") {
            next += 1;
        }
        next = line.word(next, Word::Label).unwrap_or(next);
    }
    line.number(next, 12)?;
    let end = past_number(line, next);
    match line.month(end) {
        // A street may be called by a day; a flight leaves on one.
        Some((_, after)) if street => Some(if line.number(after, 4).is_some() { after + 1 } else { after }),
        Some(_) => None,
        None => (street || numeric::date(line, next).is_none_or(|figures| figures.found.weak)).then_some(end),
    }
}

/// Past a number and everything glued to it, so that no reader starts in its middle.
pub fn past_number(line: &Line, at: usize) -> usize {
    let mut next = at + 1;
    if line.number(at, 12).is_none() {
        return next;
    }
    while line.glued(next) && (line.mark(next, ".,/:-–") && line.glued(next + 1) && line.number(next + 1, 12).is_some())
    {
        next += 2;
    }
    next
}

/// `12.05` beside `10:30` is an hour too, and so is `la ora 12.05`.
fn among_hours(line: &Line, found: &Found) -> bool {
    let near = found.tokens.start.saturating_sub(5)..(found.tokens.end + 4).min(line.len());
    let clock = near.into_iter().any(|i| {
        line.mark(i, ":")
            && line.glued(i)
            && line.glued(i + 1)
            && i > 0
            && line.number(i - 1, 2).is_some()
            && line.number(i + 1, 2).is_some()
    });
    clock || line.word_before(found.tokens.start, Word::Hour).is_some() || line.is(found.tokens.end, Word::Hour)
}

/// "arrived 05.10.2025 at 12.05": figures after a date and an "at" are its hour, unless a range was begun with "from".
fn hour_of(line: &Line, before: &Item, item: &Item) -> bool {
    let (Item::One(day), Item::One(hour)) = (before, item) else { return false };
    let (from, to) = (day.tokens.end, hour.tokens.start);
    let begun = day.side == Side::From
        || line.any_before(day.tokens.start, &[Word::From, Word::Since, Word::Between]).is_some();
    let at = |i: usize| line.any(i, &[Word::Filler, Word::Hour]).is_some();
    hour.weak && !day.weak && !begun && to > from && to - from <= 2 && (from..to).all(at)
}

/// "not 3 September", "3 Eylül değil": said only to be taken back.
fn negated(line: &Line, item: &Item) -> bool {
    let start = item.first().tokens.start;
    let before = line.any_before(start, &[Word::From, Word::Filler, Word::Until]).unwrap_or(start);
    line.word_before(before, Word::Not).is_some() || line.is(item.last().tokens.end, Word::NotAfter)
}

/// Two dates with nothing but a dash or a "to" between them are one range.
fn join(line: &Line, items: Vec<Item>) -> Vec<Item> {
    let mut joined: Vec<Item> = Vec::new();
    for item in items {
        match (joined.pop(), item) {
            (Some(Item::One(mut first)), Item::One(second)) if connected(line, &first, &second) => {
                first.certain &= !perhaps_an_hour(line, &first, &second);
                joined.push(Item::Range(first, second));
            }
            (Some(before), item) => joined.extend([before, item]),
            (None, item) => joined.push(item),
        }
    }
    joined
}

/// "05.10.2025 la 12.05": until the 12th of May, or at five past twelve?
fn perhaps_an_hour(line: &Line, first: &Found, second: &Found) -> bool {
    let dashed = line.mark(first.tokens.end, "-–—−~→>…");
    second.weak
        && !dashed
        && first.year().is_some()
        && line.any_before(first.tokens.start, &[Word::From, Word::Since]).is_none()
}

fn connected(line: &Line, first: &Found, second: &Found) -> bool {
    let (from, to) = (first.tokens.end, second.tokens.start);
    let mut at = from;
    let mut linked = false;
    for _ in 0..4 {
        if at >= to {
            break;
        }
        let dash = line.mark(at, "-–—−~→>…") || line.mark(at, "/") || line.mark(at, ".") && line.mark(at + 1, ".");
        let word = line.any(at, &[Word::RangeTo, Word::Until]);
        match (dash, word, line.word(at, Word::Filler)) {
            (true, ..) => (at, linked) = (at + 1, true),
            (_, Some(next), _) => (at, linked) = (next, true),
            (.., Some(next)) => at = next,
            _ => match line.word(at, Word::And).filter(|_| between(line, first, second)) {
                Some(next) => (at, linked) = (next, true),
                None if line.mark(at, ".)") && line.glued(at) => at += 1,
                None => return false,
            },
        }
    }
    at == to && (linked || closes(line, first, second))
}

fn between(line: &Line, first: &Found, second: &Found) -> bool {
    line.word_before(first.tokens.start, Word::Between).is_some() || closed_by(line, second)
}

fn closed_by(line: &Line, second: &Found) -> bool {
    let end = second.tokens.end;
    line.is(end, Word::Between) || line.word(end, Word::Filler).is_some_and(|next| line.is(next, Word::Between))
}

/// "20 Aralık'tan 10 Ocak'a kadar", "5 Eylül 20 Eylül arası": the endings or the closing word are the link.
fn closes(line: &Line, first: &Found, second: &Found) -> bool {
    let until = line.is(second.tokens.end, Word::UntilAfter);
    let dated = !matches!(first.when, When::Later { .. });
    dated && (closed_by(line, second) || (first.side == Side::From && (until || second.side == Side::To)))
}
