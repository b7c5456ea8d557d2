//! Whose citizen the person is, as said: "Ukrainian passport", "гражданка Беларуси", "Azərbaycandanam". Not where they came from.
//!
//! What is denied ("I am not a citizen of …") or said of somebody else ("my wife is …") is nobody's: a rule that lets a
//! person stay longer is never taken from such words, the dialogue asks.

use super::line::Line;
use super::vocabulary::{Concept, Word};
use super::{Nationality, Reading};
use std::ops::Range;

/// How many words a country may stand away from "citizen" or "passport".
const NEAR: usize = 3;

/// A denial so many words before the citizenship is one of it.
const DENIED: usize = 5;
/// So many words behind it too: "vətəndaşı deyiləm", "Azerbaijani wife".
const BEHIND: usize = 3;
/// The subject stands so many words before the citizenship at most.
const SUBJECT: usize = 8;

pub fn read(line: &Line) -> Option<Reading<Nationality>> {
    let company = Company::of(line);
    let said = (0..line.len()).filter_map(|at| country(line, at).or_else(|| people(line, at)));
    let mut hers = said.filter(|said| !denied(line, said) && !anothers(line, said, company));
    hers.next().map(|said| reading(line, &said))
}

/// Who is spoken of in the whole message.
#[derive(Clone, Copy)]
struct Company {
    myself: bool,
    others: bool,
}

impl Company {
    fn of(line: &Line) -> Company {
        let myself = (0..line.len()).any(|at| is_myself(line, at) || came_myself(line, at));
        let other = |at: usize| line.any(at, &[Word::SomebodyElse, Word::OfOthers, Word::HeOrShe]).is_some();
        let others = (0..line.len()).any(|at| other(at) && !with_me(line, at));
        Company { myself, others }
    }
}

/// A citizenship, and the tokens that say it.
struct Said {
    tokens: Range<usize>,
    code: [u8; 2],
}

pub fn is_myself(line: &Line, at: usize) -> bool {
    line.is(at, Word::Myself)
}

/// Turkish and Azerbaijani verbs say who came by their ending: "girdim", "gəlmişik".
pub fn came_myself(line: &Line, at: usize) -> bool {
    let end = line.any(at, &[Word::Entry, Word::Exit]).filter(|_| line.verbs_follow(at));
    let last = end.and_then(|end| line.word_token(end - 1));
    last.is_some_and(|token| token.folded.ends_with(['m', 'k', 'q', 'z']))
}

/// "My wife and I", "eu și fiica": one company, with one citizenship unless another is told.
pub fn with_me(line: &Line, at: usize) -> bool {
    let joined = |and: usize, me: usize| line.is(and, Word::And) && is_myself(line, me);
    let after = joined(at + 1, at + 2);
    after
        || at.checked_sub(2).is_some_and(|me| joined(at - 1, me))
        || at.checked_sub(3).is_some_and(|me| joined(at - 2, me))
}

fn ends_clause(line: &Line, at: usize) -> bool {
    line.mark(at, ".!?;:,()\n–—")
}

/// The tokens before it in its clause, the nearest first.
fn before<'a>(line: &'a Line, said: &Said) -> impl Iterator<Item = usize> + 'a {
    (0..said.tokens.start).rev().take_while(|at| !ends_clause(line, *at))
}

fn behind<'a>(line: &'a Line, said: &Said) -> impl Iterator<Item = usize> + 'a {
    (said.tokens.end..line.len()).take_while(|at| !ends_clause(line, *at)).take(BEHIND)
}

/// "I am not a citizen of …", "nu sunt cetățean …", "… vətəndaşı deyiləm", "a former citizen".
fn denied(line: &Line, said: &Said) -> bool {
    let denies = |at: usize| line.any(at, &[Word::Not, Word::NoLonger]).is_some();
    // "I have not left, I am a citizen": the denial is of something else.
    let begins_anew = |at: usize| is_myself(line, at) && !at.checked_sub(1).is_some_and(denies);
    let ahead = before(line, said).take(DENIED).take_while(|at| !begins_anew(*at)).any(denies);
    let inside = said.tokens.clone().any(|at| denies(at) || line.is(at, Word::NotAfter));
    ahead || inside || behind(line, said).any(|at| line.is(at, Word::NotAfter))
}

/// "My wife is a citizen of …": of somebody else. Where her own trips are told beside somebody else's, a citizenship
/// of "him" or without a subject may be of either.
fn anothers(line: &Line, said: &Said, company: Company) -> bool {
    let other = |at: usize| line.any(at, &[Word::SomebodyElse, Word::OfOthers]).is_some();
    let is_subject = |at: &usize| other(*at) || is_myself(line, *at) || line.is(*at, Word::HeOrShe);
    let mine_behind = behind(line, said).next().is_some_and(|at| is_myself(line, at));
    match before(line, said).take(SUBJECT).chain(said.tokens.clone()).find(is_subject) {
        Some(at) if other(at) => true,
        _ if behind(line, said).any(other) => true,
        Some(at) if is_myself(line, at) => false,
        None if mine_behind => false,
        _ => company.others && company.myself,
    }
}

/// The countries and peoples that are denied: "I'm not from …".
pub fn denied_ones(line: &Line) -> Vec<Nationality> {
    let named = (0..line.len()).flat_map(|at| line.senses(at).iter().map(move |sense| (at, sense)));
    let said = named.filter_map(|(at, sense)| match sense.concept {
        Concept::Country(code) | Concept::People(code) => Some(Said { tokens: at..at + sense.tokens, code }),
        _ => None,
    });
    said.filter(|said| denied(line, said)).map(|said| nationality(said.code)).collect()
}

/// Every country and people that is named and neither denied nor somebody else's, in the order of the text.
pub fn countries(line: &Line) -> Vec<Nationality> {
    let company = Company::of(line);
    let said = (0..line.len()).filter_map(|at| country(line, at).or_else(|| people(line, at)));
    let others: Vec<Said> = said.filter(|said| denied(line, said) || anothers(line, said, company)).collect();
    let places = (0..line.len()).filter(|at| !others.iter().any(|said| said.tokens.contains(at)));
    let codes = places.flat_map(|at| line.senses(at)).filter_map(|sense| match sense.concept {
        Concept::Country(code) | Concept::People(code) => Some(code),
        _ => None,
    });
    codes.map(nationality).collect()
}

fn people(line: &Line, at: usize) -> Option<Said> {
    line.senses(at).iter().find_map(|sense| match sense.concept {
        Concept::People(code) => Some(Said { tokens: at..at + sense.tokens, code }),
        _ => None,
    })
}

fn country(line: &Line, at: usize) -> Option<Said> {
    let (code, end) = line.senses(at).iter().find_map(|sense| match sense.concept {
        Concept::Country(code) => Some((code, at + sense.tokens)),
        _ => None,
    })?;
    let begin = citizen_before(line, at);
    let after = (end..(end + NEAR - 1).min(line.len()))
        .take_while(|i| !line.mark(*i, ".!?;:,"))
        .find(|i| line.any(*i, &[Word::Citizen, Word::Passport]).is_some());
    let i_am = line.any_before(at, &[Word::IAm, Word::IAmFrom]);
    let (from, to) = match (begin, after, i_am) {
        (_, Some(word), _) => (at, word + 1),
        (Some(begin), ..) => (begin, end),
        (.., Some(begin)) => (begin, end),
        _ => return None,
    };
    Some(Said { tokens: from..to, code })
}

fn citizen_before(line: &Line, at: usize) -> Option<usize> {
    (at.saturating_sub(NEAR)..at)
        .rev()
        .take_while(|i| !line.mark(*i, ".!?;"))
        .find(|i| line.any(*i, &[Word::Citizen, Word::Passport]).is_some())
}

fn reading(line: &Line, said: &Said) -> Reading<Nationality> {
    Reading { value: nationality(said.code), quote: line.quote(&said.tokens), certain: true }
}

fn nationality(code: [u8; 2]) -> Nationality {
    Nationality(code.iter().map(|byte| char::from(*byte)).collect())
}
