//! What a message takes back of what was told before: "not 5 September but 15", "I never left on 5 October", "no, the 24th".
//!
//! Does not: know what was told. Whose day it was, and of what year and month, the dialogue finds among her trips.

use super::cues::{COMMA, break_at};
use super::day_told::{DayTold, LONGEST_DAY, day_here};
use super::direction::{self, Direction};
use super::found::{Found, Side, When};
use super::line::Line;
use super::numeric;
use super::vocabulary::Word;
use super::whose::is_another;
use chrono::NaiveDate;
use std::ops::Range;

/// A day, a month or a border crossing that is said not to be so.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TakenBack {
    /// `None` is the one that was read back to her: "no, the 24th".
    pub wrong: Option<DayTold>,
    /// What it is instead.
    pub right: Option<DayTold>,
    /// What is said not to have been on that day, or to have been on the other.
    pub direction: Option<Direction>,
    /// "Sorry, I mean the 24th": she says that she was wrong.
    pub admits: bool,
}

/// The same with its place in the text.
#[derive(Debug, Clone)]
pub struct Mention {
    pub taken: TakenBack,
    wrong: Range<usize>,
    right: Option<Range<usize>>,
}

impl Mention {
    /// The tokens of its days.
    pub fn tokens(&self) -> impl Iterator<Item = Range<usize>> {
        [Some(self.wrong.clone()), self.right.clone()].into_iter().flatten()
    }

    /// Whether the day that is told there is the wrong one.
    pub fn denies(&self, tokens: &Range<usize>) -> bool {
        self.wrong.start < tokens.end && tokens.start < self.wrong.end
    }

    /// The right day where it is told by its number alone: of the month of the wrong one.
    pub fn day_at(&self, at: usize) -> Option<(Found, usize)> {
        let tokens = self.right.clone().filter(|tokens| tokens.start == at)?;
        let (right, wrong) = (self.taken.right?, self.taken.wrong?);
        let when = When::Day { day: right.day?, month: wrong.month?, year: wrong.year };
        right.month.is_none().then(|| (Found::sure(tokens.clone(), when), tokens.end))
    }
}

/// Between a wrong day and the right one stand at most so many words: "… , I left Moldova on the …".
const BETWEEN: usize = 8;
/// A denial may stand so many words before what it denies.
const DENIED: usize = 3;
/// So many words may stand between a day and the word that calls it wrong: "geldim demiştim,".
const WRONG_WITHIN: usize = 5;
const MOST_FILLERS: usize = 3;
/// More than anyone takes back in one message, few enough for a hostile text.
const MOST: usize = 12;
/// So many words on each side are said with a denied verb.
const CLAUSE: usize = 10;
/// Words that say which way she went.
const CROSSINGS: [(Word, Direction); 6] = [
    (Word::Entry, Direction::In),
    (Word::EntryNoun, Direction::In),
    (Word::EntryPlan, Direction::In),
    (Word::Exit, Direction::Out),
    (Word::ExitNoun, Direction::Out),
    (Word::ExitPlan, Direction::Out),
];
/// Beside these a day may be of something that is not denied.
const TOLD_BESIDE: [Word; 7] =
    [Word::Entry, Word::EntryNoun, Word::EntryPlan, Word::Exit, Word::ExitNoun, Word::Visit, Word::When];
/// Words that say nothing of their own between two days.
const BETWEEN_DAYS: [Word; 8] =
    [Word::And, Word::Filler, Word::From, Word::Since, Word::Rather, Word::Myself, Word::InMoldova, Word::Article];

pub fn read(line: &Line, today: NaiveDate) -> Vec<Mention> {
    let mut mentions: Vec<Mention> = Vec::new();
    let way = direction::read(line);
    let found = |at: usize| {
        let crossings = denied_crossing(line, at, today);
        let day = || denied_day(line, at, today, way).or_else(|| day_then_denial(line, at, today, way));
        if crossings.is_empty() { day().into_iter().collect() } else { crossings }
    };
    for mention in (0..line.len()).flat_map(found) {
        if mentions.len() == MOST {
            break;
        }
        if !mentions.iter().any(|other| other.denies(&mention.wrong)) {
            mentions.push(mention);
        }
    }
    if mentions.is_empty() {
        mentions.extend(lone_day(line, today));
    }
    mentions
}

/// "I never left on 5 October", "не выезжал в октябре", "5 Ekim'de çıkmadım": what is told with the denied verb.
fn denied_crossing(line: &Line, at: usize, today: NaiveDate) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let Some((direction, end)) = denial(line, at) else { return mentions };
    let clause = clause(line, at, end);
    let mut others = clause.clone().filter(|other| !(at..end).contains(other));
    if others.any(|other| line.any(other, &TOLD_BESIDE).is_some()) || clause.clone().any(|at| is_another(line, at)) {
        return mentions;
    }
    let mut next = clause.start;
    while next < clause.end {
        if (at..end).contains(&next) {
            next = end;
            continue;
        }
        let (told, after) = day_or_month(line, next, today);
        next = after.max(next + 1);
        let Some((wrong, tokens)) = told else { continue };
        let right = right_day(line, tokens.end.max(end), Some(direction), today);
        let told = right.as_ref().map(|(right, _)| *right);
        let taken = TakenBack { wrong: Some(wrong), right: told, direction: Some(direction), admits: false };
        mentions.push(Mention { taken, wrong: tokens, right: right.map(|(_, tokens)| tokens) });
    }
    mentions
}

/// Which crossing is denied here, and where the reader stands behind its words.
fn denial(line: &Line, at: usize) -> Option<(Direction, usize)> {
    let whole = [(Word::NotLeft, Direction::Out), (Word::NotEntered, Direction::In)];
    if let Some(denied) = whole.into_iter().find_map(|(word, way)| Some((way, line.word(at, word)?))) {
        return Some(denied);
    }
    // "No, left on …" begins with a word that denies what was said before.
    let not = line.word(at, Word::NotVerb).filter(|_| at > 0)?;
    let near = (not..(not + DENIED).min(line.len()))
        .take_while(|at| break_at(line, *at) < COMMA && line.number(*at, 4).is_none() && !begins_anew(line, *at));
    let (done, to_do) =
        ([(Word::Exit, Direction::Out), (Word::Entry, Direction::In)], (Word::ExitPlan, Direction::Out));
    let mut at_once = true;
    for at in near {
        // "Не помню, приехал …" denies another verb; "не смог уехать", none but this one.
        let verbs = done.iter().filter(|_| at_once).chain([&to_do]);
        if let Some(denied) = verbs.into_iter().find_map(|(word, way)| Some((*way, line.word(at, *word)?))) {
            return Some(denied);
        }
        at_once &= line.any(at, &[Word::Filler, Word::Again, Word::Still, Word::InMoldova]).is_some();
    }
    None
}

/// "I did not know I came too early": a verb of its own, and not denied.
fn begins_anew(line: &Line, at: usize) -> bool {
    line.any(at, &[Word::Myself, Word::When, Word::Permit, Word::Passport]).is_some()
}

/// A day or a month on which something was, not since or until which; and where the reader stands behind it.
fn day_or_month(line: &Line, at: usize, today: NaiveDate) -> (Option<(DayTold, Range<usize>)>, usize) {
    let bounds = [Word::From, Word::Since, Word::Until, Word::Between, Word::RangeTo, Word::Except];
    let fillers = line.word_before(at, Word::Filler).unwrap_or(at);
    let bounded = |end: usize| {
        line.any_before(fillers, &bounds).or_else(|| line.any_before(at, &bounds)).is_some()
            || line.any(end, &[Word::Since, Word::UntilAfter, Word::RangeTo]).is_some()
    };
    if let Some((told, tokens, side)) = day_here(line, at, today) {
        let end = tokens.end;
        let on_it = told.month.is_some() && side == Side::Neither && !bounded(end);
        return (on_it.then_some((told, tokens)), end);
    }
    let Some(((month, true), end)) = line.month(at) else { return (None, at + 1) };
    let alone = !bounded(end) && numeric::ending(line, at) != Side::From;
    (alone.then_some((DayTold { day: None, month: Some(month), year: None }, at..end)), end)
}

/// "Not 5 September but 15", "не 5, а 15 сентября"; "15 September, not 5".
fn denied_day(line: &Line, at: usize, today: NaiveDate, way: Option<Direction>) -> Option<Mention> {
    let not = line.word(at, Word::Not)?;
    let start = skipped(line, not, &[Word::Filler, Word::From, Word::Since, Word::Article, Word::Rather]);
    let (wrong, tokens, _) = day_here(line, start, today)?;
    let right = right_day(line, tokens.end, None, today);
    // "No 5 September, 15 October": perhaps two days and an answer.
    let answers = at == 0 && right.as_ref().is_none_or(|(_, right)| !opposes(line, tokens.end..right.start));
    let right = right.or_else(|| day_before(line, at, today));
    (!answers && (right.is_some() || wrong.month.is_some())).then(|| mention((wrong, tokens), right, way))
}

/// "5 Eylül değil 15 Eylül", "5-i yox, 15-i"; "15 Eylül, 5 değil".
fn day_then_denial(line: &Line, at: usize, today: NaiveDate, way: Option<Direction>) -> Option<Mention> {
    let (wrong, tokens, _) = day_here(line, at, today)?;
    let denial = line.word(skipped(line, tokens.end, &[Word::Filler]), Word::NotAfter);
    let not = denial.or_else(|| called_wrong(line, tokens.end))?;
    let right = right_day(line, not, None, today).or_else(|| day_before(line, at, today));
    // "I came on 5 September, is it wrong that …" denies nothing.
    let alone = denial.is_some() || line.word(tokens.end, Word::Wrong).is_some_and(|end| end == line.len());
    (right.is_some() || wrong.month.is_some() && alone).then(|| mention((wrong, tokens), right, way))
}

/// "The 3 July is wrong", "28 ağustosta geldim demiştim yanlış": where the reader stands behind it.
fn called_wrong(line: &Line, end: usize) -> Option<usize> {
    let near = (end..(end + WRONG_WITHIN).min(line.len())).take_while(|at| line.number(*at, 4).is_none());
    near.into_iter().find_map(|at| line.word(at, Word::Wrong))
}

fn mention(
    wrong: (DayTold, Range<usize>),
    right: Option<(DayTold, Range<usize>)>,
    direction: Option<Direction>,
) -> Mention {
    let told = right.as_ref().map(|(right, _)| *right);
    // "Not 5 but 15 September"
    let month = wrong.0.month.or(told.and_then(|right| right.month));
    let taken = TakenBack { wrong: Some(DayTold { month, ..wrong.0 }), right: told, direction, admits: false };
    Mention { taken, wrong: wrong.1, right: right.map(|(_, tokens)| tokens) }
}

/// "No, the 24th", "нет, выехал 24": one day by its number, and nothing else.
fn lone_day(line: &Line, today: NaiveDate) -> Option<Mention> {
    line.word_token(0)?;
    let mut day = None;
    let mistake = |at: usize| line.word(at, Word::Mistake);
    // The first word may be one that says no, which the calendar does not know.
    let mut at = usize::from(line.senses(0).is_empty());
    while at < line.len() {
        match day_here(line, at, today) {
            Some((told, tokens, _)) if told.month.is_none() && day.is_none() => {
                at = tokens.end;
                day = Some((told, tokens));
            }
            Some(_) => return None,
            None => {
                let denial = line.any(at, &[Word::Not, Word::NotAfter]);
                let told = crossing(line, at).map(|(_, next)| next);
                at = empty(line, at).or(told).or(mistake(at)).or(denial)?;
            }
        }
    }
    let (right, tokens) = day?;
    let admits = (0..line.len()).any(|at| mistake(at).is_some());
    let taken = TakenBack { wrong: None, right: Some(right), direction: direction::read(line), admits };
    Some(Mention { taken, wrong: 0..0, right: Some(tokens) })
}

/// The day that is told instead, behind the wrong one; of the same crossing where one is told.
fn right_day(line: &Line, from: usize, way: Option<Direction>, today: NaiveDate) -> Option<(DayTold, Range<usize>)> {
    let mut at = from;
    while at <= from + BETWEEN {
        if let Some((told, tokens, _)) = day_here(line, at, today) {
            let denied = line.is(skipped(line, tokens.end, &[Word::Filler]), Word::NotAfter);
            let behind =
                (tokens.end..(tokens.end + DENIED).min(line.len())).take_while(|at| break_at(line, *at) < COMMA);
            let verb = behind.filter(|at| line.verbs_follow(*at)).find_map(|at| crossing(line, at));
            let other = verb.zip(way).is_some_and(|((told, _), way)| told != way);
            return (!denied && !other).then_some((told, tokens));
        }
        at = match crossing(line, at) {
            Some((told, next)) if way.is_none_or(|way| way == told) => next,
            Some(_) => return None,
            None => empty(line, at)?,
        };
    }
    None
}

/// The day right before a denial: "15 September, not 5".
fn day_before(line: &Line, at: usize, today: NaiveDate) -> Option<(DayTold, Range<usize>)> {
    let mut end = at;
    for _ in 0..2 {
        let and = line.word_before(end, Word::And);
        end = and.or_else(|| end.checked_sub(1).filter(|last| line.mark(*last, ",-–—"))).unwrap_or(end);
    }
    let starts = (end.saturating_sub(LONGEST_DAY)..end).filter_map(|start| day_here(line, start, today));
    starts.map(|(told, tokens, _)| (told, tokens)).find(|(_, tokens)| tokens.end == end)
}

/// A word that says which way she went, and where the reader stands behind it.
pub fn crossing(line: &Line, at: usize) -> Option<(Direction, usize)> {
    CROSSINGS.into_iter().find_map(|(word, way)| Some((way, line.word(at, word)?)))
}

/// Past a word that says nothing of its own between two days.
pub fn empty(line: &Line, at: usize) -> Option<usize> {
    line.any(at, &BETWEEN_DAYS).or_else(|| line.mark(at, ",;:.!-–—").then_some(at + 1))
}

/// "But", "а": says that what follows stands against what was denied.
fn opposes(line: &Line, between: Range<usize>) -> bool {
    between.into_iter().any(|at| line.any(at, &[Word::And, Word::Rather]).is_some())
}

fn skipped(line: &Line, mut at: usize, words: &[Word]) -> usize {
    for _ in 0..MOST_FILLERS {
        at = line.any(at, words).unwrap_or(at);
    }
    at
}

/// What is said with these tokens, up to a comma or an "and" that begins something new.
fn clause(line: &Line, at: usize, end: usize) -> Range<usize> {
    let in_figures = |at: usize| line.glued(at) && line.glued(at + 1) && line.number(at + 1, 4).is_some();
    let ends = |at: &usize| break_at(line, *at) >= COMMA && !in_figures(*at) || line.is(*at, Word::And);
    let first = at.saturating_sub(CLAUSE);
    let last = (end + CLAUSE).min(line.len());
    (first..at).rev().find(ends).map_or(first, |last| last + 1)..(end..last).find(ends).unwrap_or(last)
}
