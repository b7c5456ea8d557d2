//! Clock times in a message, in six languages at once: "at half past nine", "la 9 jumate", "в 9 утра", "saat 15.30".
//!
//! Promises: the same answer for the same text and vocabulary; no clock, no panic, time linear in the length of the text.
//! A bare number is an hour only where something says so; an hour from one to seven without its part of the day is not
//! certain. Does not: choose the day, or read lengths ("in two hours": see `wishes`).

mod face;

use std::ops::Range;

use chrono::NaiveTime;

use super::dates::{Clock, Line, Lines, Reading, Word, past_number};
use face::Face;

/// The clock times in the order of the text.
///
/// `dated` are the bytes of the dates that were read: beside another date, "la 9.10" is an hour.
pub fn read(lines: &Lines, dated: &[Range<usize>]) -> Vec<Reading<NaiveTime>> {
    let line = &lines.clock;
    let mut times = Vec::new();
    let mut at = 0;
    while at < line.len() {
        if let Some(next) = labelled(line, at) {
            at = next;
        } else if let Some((time, next)) = time(line, at, dated) {
            times.push(time);
            at = next.max(at + 1);
        } else {
            at = past_number(line, at);
        }
    }
    times
}

/// What is written like a time and is none: "25:00", "at 10:75", "ora 30".
pub fn impossible(lines: &Lines, dated: &[Range<usize>]) -> Vec<Range<usize>> {
    let line = &lines.clock;
    (0..line.len()).filter_map(|at| no_time(line, at, dated)).collect()
}

fn no_time(line: &Line, at: usize, dated: &[Range<usize>]) -> Option<Range<usize>> {
    let hour = line.number(at, 2)?;
    let inside = at > 0 && (line.glued(at) && !line.mark(at - 1, "(") || line.number(at - 1, 12).is_some());
    let shows = line.mark(at + 1, ":.") && line.glued(at + 1) && line.glued(at + 2);
    let minute =
        line.number(at + 2, 2).filter(|_| shows && line.token(at + 2).is_some_and(|token| token.folded.len() == 2));
    let next = if minute.is_some() { at + 3 } else { at + 1 };
    let goes_on =
        line.glued(next) && (line.number(next, 12).is_some() || line.mark(next, ":./%") && line.glued(next + 1));
    let said = stands_before(line, at);
    let wrong = match minute {
        Some(minute) => {
            (hour > 24 || minute >= 60 || hour == 24 && minute > 0) && (line.mark(at + 1, ":") || said && minute == 0)
        }
        // "La 25" may be a day, but not beside another.
        None => hour > 24 && said && clause_ends(line, next) && !dated.is_empty(),
    };
    let quote = line.quote(&(at..next));
    let apart = dated.iter().all(|date| date.end <= quote.start || quote.end <= date.start);
    (wrong && apart && !inside && !goes_on).then_some(quote)
}

/// "At", "o'clock" before a number.
fn stands_before(line: &Line, at: usize) -> bool {
    let words = [Clock::At, Clock::OclockBefore];
    line.before(at).is_some_and(|begin| words.iter().any(|word| line.clock(begin, *word) == Some(at)))
}

/// The part of the day that is named here, and where it ends.
pub(super) fn part_of_day(line: &Line, at: usize) -> Option<(Part, usize)> {
    Part::at(line, at)
}

/// "Art. 9", "str. Ismail 10", "bus 9": the number is a name.
fn labelled(line: &Line, at: usize) -> Option<usize> {
    let mut next = line.any(at, &[Word::Street, Word::Label])?;
    if line.mark(next, ".:№#") {
        next += 1;
    }
    line.number(next, 12).map(|_| past_number(line, next))
}

/// A part of the day, with what it makes of twelve hours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    Morning,
    Afternoon,
    Evening,
    Night,
    Am,
    Pm,
}

impl Part {
    const WORDS: [(Clock, Part); 6] = [
        (Clock::Morning, Part::Morning),
        (Clock::Afternoon, Part::Afternoon),
        (Clock::Evening, Part::Evening),
        (Clock::Night, Part::Night),
        (Clock::Am, Part::Am),
        (Clock::Pm, Part::Pm),
    ];

    fn at(line: &Line, at: usize) -> Option<(Part, usize)> {
        Part::WORDS.iter().find_map(|(word, part)| Some((*part, line.clock(at, *word)?)))
    }

    /// The same without "am" and "pm", which stand behind the hour: Romanian "am trei" is "I have three".
    fn of_day(line: &Line, at: usize) -> Option<(Part, usize)> {
        Part::at(line, at).filter(|(part, _)| !matches!(part, Part::Am | Part::Pm))
    }

    /// The hour of twenty-four that is meant.
    pub(super) fn hour(self, hour: u32) -> u32 {
        match (self, hour) {
            (Part::Night | Part::Am | Part::Evening, 12) => 0,
            (Part::Pm, 1..=11) | (Part::Afternoon, 1..=7) | (Part::Evening, 1..=11) | (Part::Night, 8..=11) => {
                hour + 12
            }
            _ => hour,
        }
    }
}

/// What stands before an hour.
#[derive(Clone, Copy, Default)]
struct Before {
    /// "at": an hour may follow.
    weak: bool,
    /// "o'clock" and the like: an hour follows.
    strong: bool,
    /// "around", "after"
    about: bool,
    part: Option<Part>,
    next: usize,
}

fn before(line: &Line, at: usize) -> Before {
    let mut before = Before { next: at, ..Before::default() };
    for _ in 0..MOST_BEFORE {
        let next = before.next;
        if let Some(next) = line.clock(next, Clock::OclockBefore) {
            before = Before { strong: true, next, ..before };
        } else if let Some(next) = line.clock(next, Clock::About) {
            before = Before { weak: true, about: true, next, ..before };
        } else if let Some(next) = line.clock(next, Clock::At) {
            before = Before { weak: true, next, ..before };
        } else if let Some((part, next)) = Part::of_day(line, next).filter(|_| before.part.is_none()) {
            before = Before { part: Some(part), next, ..before };
        } else if let Some(next) = between(line, next).filter(|_| before.part.is_some()) {
            before.next = next;
        } else {
            break;
        }
    }
    before
}

/// More words than these do not stand before an hour: "завтра утром где-то в".
const MOST_BEFORE: usize = 4;

/// What may stand between the part of the day and the hour: "seara, vineri, la 8".
fn between(line: &Line, at: usize) -> Option<usize> {
    let comma = line.mark(at, ",").then_some(at + 1);
    comma.or_else(|| line.weekday(at).map(|(_, next)| next)).or_else(|| line.word(at, Word::Filler))
}

fn time(line: &Line, at: usize, dated: &[Range<usize>]) -> Option<(Reading<NaiveTime>, usize)> {
    let before = before(line, at);
    let told = face::read(line, before.next).and_then(|face| settle(line, at, &before, face, dated));
    told.or_else(|| named(line, at, &before))
}

/// Noon and midnight.
fn named(line: &Line, at: usize, before: &Before) -> Option<(Reading<NaiveTime>, usize)> {
    let hours = [(Clock::Noon, 12), (Clock::Midnight, 0)];
    let from = [at, before.next];
    let named = |at: usize| hours.iter().find_map(|(word, hour)| Some((*hour, line.clock(at, *word)?)));
    let (hour, next) = from.into_iter().find_map(named)?;
    let value = NaiveTime::from_hms_opt(hour, 0, 0)?;
    Some((Reading { value, quote: line.quote(&(at..next)), certain: !before.about }, next))
}

/// A face with what stands around it: whether it is an hour at all, and which.
fn settle(
    line: &Line,
    at: usize,
    before: &Before,
    face: Face,
    dated: &[Range<usize>],
) -> Option<(Reading<NaiveTime>, usize)> {
    let quote = line.quote(&(at..face.next));
    let part = face.part.or(before.part);
    let said = before.strong || face.told || part.is_some();
    let like_date = face.like_date && !before.strong && part.is_none();
    let beside = dated.iter().any(|date| date.end <= quote.start && quote.start - date.end <= MOST_BESIDE);
    let weak = before.weak || beside && !like_date && (!face.bare || clause_ends(line, face.next));
    if is_something_else(line, before, &face, said) || !said && !weak && !face.colon {
        return None;
    }
    let elsewhere = dated.iter().any(|date| date.end <= quote.start || quote.end <= date.start);
    if like_date && !elsewhere && (face.padded || !before.weak) {
        return None;
    }
    let hour = part.map_or(face.hour, |part| part.hour(face.hour));
    let sure = part.is_some() || face.padded || !(1..=7).contains(&hour);
    let ends = line.token(face.next).map_or(quote.end, |token| token.span.start);
    let runs_on = face.words && runs_on(line, face.next) && !dated.iter().any(|date| date.contains(&ends));
    let lonely = face.bare && !said && !before.weak;
    let doubted = before.about || lonely || like_date && !elsewhere || runs_on && !said;
    let value = NaiveTime::from_hms_opt(hour % 24, face.minute, 0)?;
    Some((Reading { value, quote, certain: sure && !doubted && !face.doubtful }, face.next))
}

/// A day and an hour with no more than this between them belong together: "tomorrow, 9.00".
const MOST_BESIDE: usize = 2;

fn clause_ends(line: &Line, at: usize) -> bool {
    line.token(at).is_none() || line.mark(at, ",.;!?)")
}

/// Lengths ("2 часа", "3 дня"), words of other languages ("on"), rows of figures, "la noua adresă", "after three months".
fn is_something_else(line: &Line, before: &Before, face: &Face, said: bool) -> bool {
    let at = before.strong || before.weak || face.colon;
    let just_at = before.strong || before.weak && !before.about || face.colon;
    let unsaid = face.loose && !before.weak && !before.strong || face.length && !at || face.days && !just_at;
    let foreign = face.foreign && !before.strong && !face.told;
    // "I call since morning one number"
    let part_alone = face.words && !at && !face.told && face.part.is_none();
    let vague = face.words && !said && (before.about || face.hour == 1) || part_alone;
    let months = before.about && line.unit(face.next).is_some();
    unsaid || foreign || months || vague && runs_on(line, face.next)
}

/// "La noua adresă": to the new address, not at nine.
fn runs_on(line: &Line, at: usize) -> bool {
    let linked = [Word::Filler, Word::And, Word::Article];
    if line.mark(at, "-") && line.glued(at) && line.glued(at + 1) {
        return line.word_token(at + 1).is_some();
    }
    line.word_token(at).is_some() && !line.is_clock(at) && line.weekday(at).is_none() && line.any(at, &linked).is_none()
}
