//! What is wished of what was promised ("cancel my call", "move it to Monday"), and what a reminder is about.
//!
//! Promises: pure, no panic. Does not: know what was promised, or whether anything was.

use std::ops::Range;

use crate::understanding::dates::{Booking, Line};

/// A wish to change what was promised.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change {
    pub how: How,
    /// The kind of promise, when one is named.
    pub of: Option<Promised>,
    /// "all my reminders"
    pub all: bool,
    /// It names neither a reminder nor a call: "move it to Monday".
    pub bare: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum How {
    Move,
    Cancel,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Promised {
    Reminder,
    Call,
}

/// Words that say nothing of their own beside a wish.
const FILLERS: [Booking; 5] = [Booking::It, Booking::All, Booking::Polite, Booking::Beside, Booking::LeadIn];
const VERBS: [(Booking, How); 2] = [(Booking::Move, How::Move), (Booking::Cancel, How::Cancel)];
const NOUNS: [(Booking, Promised); 2] = [(Booking::Reminder, Promised::Reminder), (Booking::Call, Promised::Call)];

/// The wish, if there is one. `read` are the bytes of days and times.
///
/// A verb counts where a reminder or a call is named right beside it, or where nothing but a day or a time stands with
/// it: people move houses and cancel contracts, too.
pub fn wished(line: &Line, read: &[Range<usize>]) -> Option<Change> {
    if reminds(line) {
        return None;
    }
    // Romanian "al doilea" is the second, not Turkish "al".
    let counts = |verb: &Range<usize>| !denied(line, verb.start) && !is_in(line, verb.start, read);
    let verbs: Vec<(Range<usize>, How)> = of(line, &VERBS).filter(|(verb, _)| counts(verb)).collect();
    let nouns: Vec<(Range<usize>, Promised)> = of(line, &NOUNS).collect();
    let says_nothing = says_nothing(line, read);
    let beside = |verb: &Range<usize>, noun: &Range<usize>| {
        let (first, last) = if verb.start < noun.start { (verb, noun) } else { (noun, verb) };
        first.end <= last.start && says_nothing[first.end..last.start].iter().all(|nothing| *nothing)
    };
    let all = (0..line.len()).any(|at| line.booking(at, Booking::All).is_some());
    let named = verbs.iter().find(|(verb, _)| nouns.iter().any(|(noun, _)| beside(verb, noun)));
    if let Some((_, how)) = named {
        let kind = nouns.first().map(|(_, kind)| *kind).filter(|kind| nouns.iter().all(|(_, other)| other == kind));
        return Some(Change { how: *how, of: kind, all, bare: false });
    }
    let (_, how) = verbs.first().filter(|(_, how)| verbs.iter().all(|(_, other)| other == how))?;
    let is_verb = |at: usize| verbs.iter().any(|(verb, _)| verb.contains(&at));
    let bare = (0..line.len()).all(|at| says_nothing[at] || is_verb(at));
    bare.then_some(Change { how: *how, of: None, all, bare })
}

/// Whether the words of asking to be reminded are among it.
pub fn reminds(line: &Line) -> bool {
    (0..line.len()).any(|at| line.booking(at, Booking::Remind).is_some())
}

/// "Don't call me"
pub fn refuses_call(line: &Line) -> bool {
    (0..line.len()).any(|at| line.booking(at, Booking::NoCall).is_some())
}

fn of<'l, T: Copy>(line: &'l Line<'_>, kinds: &'l [(Booking, T)]) -> impl Iterator<Item = (Range<usize>, T)> + 'l {
    (0..line.len())
        .filter_map(move |at| kinds.iter().find_map(|(word, kind)| Some((at..line.booking(at, *word)?, *kind))))
}

/// "Don't cancel my call".
fn denied(line: &Line, at: usize) -> bool {
    line.before(at).is_some_and(|begin| line.booking(begin, Booking::Not) == Some(at))
}

/// Of each token, whether it is a filler, a mark, or part of a day or a time.
pub(super) fn says_nothing(line: &Line, read: &[Range<usize>]) -> Vec<bool> {
    let mut nothing: Vec<bool> = (0..line.len()).map(|at| !said(line, at) || is_in(line, at, read)).collect();
    for at in 0..line.len() {
        if let Some(next) = FILLERS.iter().find_map(|word| line.booking(at, *word)) {
            nothing[at..next].fill(true);
        }
    }
    nothing
}

fn said(line: &Line, at: usize) -> bool {
    line.word_token(at).is_some() || line.number(at, 30).is_some()
}

pub(super) fn is_in(line: &Line, at: usize, ranges: &[Range<usize>]) -> bool {
    line.token(at)
        .is_some_and(|token| ranges.iter().any(|range| range.start < token.span.end && token.span.start < range.end))
}

/// What a reminder is about: the message without the words that ask for it and its day and time. `None` when nothing is
/// left that says something. `used` are the bytes of the day and the time.
pub fn matter(text: &str, line: &Line, used: &[Range<usize>]) -> Option<String> {
    let mut gone: Vec<bool> = (0..line.len()).map(|at| is_in(line, at, used)).collect();
    let mut polite = vec![false; line.len()];
    for at in 0..line.len() {
        if let Some(next) = line.booking(at, Booking::Remind) {
            gone[at..next].fill(true);
        }
        if let Some(next) = line.booking(at, Booking::Polite) {
            polite[at..next].fill(true);
        }
    }
    without_what_stands_beside(line, used, &mut gone);
    let mut left: Vec<usize> = (0..line.len()).filter(|at| !gone[*at]).collect();
    while left.last().is_some_and(|at| polite[*at] || line.mark(*at, ".,;:!-–—")) {
        left.pop();
    }
    let leads = |at: usize| polite[at] || line.booking(at, Booking::LeadIn) == Some(at + 1);
    let first = left.iter().position(|at| !leads(*at) && said(line, *at))?;
    let left = &left[first..];
    let says = |at: &usize| line.word_token(*at).is_some_and(|word| word.folded.chars().count() >= SHORTEST_MATTER);
    left.iter().any(says).then(|| joined(text, line, left))
}

/// A shorter word says nothing by itself: it, to, me.
const SHORTEST_MATTER: usize = 3;

/// "on" 5 December, "at" 10:30, 5 Aralık "günü".
fn without_what_stands_beside(line: &Line, used: &[Range<usize>], gone: &mut [bool]) {
    for at in 0..line.len() {
        if !is_in(line, at, used) {
            continue;
        }
        let mut start = at;
        while let Some(begin) = line.before(start).filter(|begin| line.booking(*begin, Booking::Beside) == Some(start))
        {
            gone[begin..start].fill(true);
            start = begin;
        }
        // Behind it only in the languages whose words of place stand there.
        if line.verbs_follow(at + 1)
            && let Some(next) = line.booking(at + 1, Booking::Beside)
        {
            gone[at + 1..next].fill(true);
        }
    }
}

/// The words of these tokens as they were written, a space for each gap.
fn joined(text: &str, line: &Line, left: &[usize]) -> String {
    let mut matter = String::new();
    for at in left {
        let Some(token) = line.token(*at) else { continue };
        if !matter.is_empty() && !token.glued {
            matter.push(' ');
        }
        matter.push_str(text.get(token.span.clone()).unwrap_or_default());
    }
    matter
}
