//! Whose citizen the person is, as said: "Ukrainian passport", "гражданка Беларуси", "Azərbaycandanam". Not where they came from.

use super::line::Line;
use super::vocabulary::{Concept, Word};
use super::{Nationality, Reading};

/// How many words a country may stand away from "citizen" or "passport".
const NEAR: usize = 3;

pub fn read(line: &Line) -> Option<Reading<Nationality>> {
    (0..line.len()).find_map(|at| country(line, at).or_else(|| people(line, at)))
}

/// Every country and people that is named, in the order of the text.
pub fn countries(line: &Line) -> Vec<Nationality> {
    let senses = (0..line.len()).flat_map(|at| line.senses(at));
    let codes = senses.filter_map(|sense| match sense.concept {
        Concept::Country(code) | Concept::People(code) => Some(code),
        _ => None,
    });
    codes.map(nationality).collect()
}

fn people(line: &Line, at: usize) -> Option<Reading<Nationality>> {
    line.senses(at).iter().find_map(|sense| match sense.concept {
        Concept::People(code) => Some(reading(line, at, at + sense.tokens, code)),
        _ => None,
    })
}

fn country(line: &Line, at: usize) -> Option<Reading<Nationality>> {
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
    Some(reading(line, from, to, code))
}

fn citizen_before(line: &Line, at: usize) -> Option<usize> {
    (at.saturating_sub(NEAR)..at)
        .rev()
        .take_while(|i| !line.mark(*i, ".!?;"))
        .find(|i| line.any(*i, &[Word::Citizen, Word::Passport]).is_some())
}

fn reading(line: &Line, from: usize, to: usize, code: [u8; 2]) -> Reading<Nationality> {
    Reading { value: nationality(code), quote: line.quote(&(from..to)), certain: true }
}

fn nationality(code: [u8; 2]) -> Nationality {
    Nationality(code.iter().map(|byte| char::from(*byte)).collect())
}
