//! Countries and towns that a message names as places: is she there, does she go there, or does she come from there?

use super::found::Side;
use super::line::Line;
use super::numeric::{case, locative};
use super::vocabulary::{Concept, Word};

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// "in Ukraine", "to Ukraine"
    Into,
    /// "from Ukraine"
    OutOf,
    /// No word tells.
    Unsaid,
}

#[derive(Debug, Clone, Copy)]
pub struct Place {
    pub at: usize,
    pub end: usize,
    pub abroad: bool,
    pub way: Way,
}

const HOME: [u8; 2] = *b"MD";
/// A passport or a citizenship so many words away makes a country none of the places.
const PAPER_NEAR: usize = 2;
/// Shorter words are words of other languages too: English "us", Romanian "eu".
const SHORTEST: usize = 3;

/// In the order of the text.
pub fn places(line: &Line) -> Vec<Place> {
    let mut places: Vec<Place> = Vec::new();
    for at in 0..line.len() {
        let place = place(line, at, places.last());
        places.extend(place);
    }
    places
}

fn place(line: &Line, at: usize, last: Option<&Place>) -> Option<Place> {
    let (abroad, end) = line.senses(at).iter().find_map(|sense| match sense.concept {
        Concept::Country(code) => Some((code != HOME, at + sense.tokens)),
        Concept::Word(Word::Abroad | Word::OutThere) => Some((true, at + sense.tokens)),
        Concept::Word(Word::InMoldova) => Some((false, at + sense.tokens)),
        _ => None,
    })?;
    let short = line.word_token(at)?.folded.chars().count() < SHORTEST;
    (!short && !of_paper(line, at, end)).then(|| Place { at, end, abroad, way: way(line, at, abroad, last) })
}

/// "Ukrainian passport", "citizen of Ukraine", "Turkish visa".
fn of_paper(line: &Line, at: usize, end: usize) -> bool {
    let near = at.saturating_sub(PAPER_NEAR)..(end + PAPER_NEAR).min(line.len());
    near.into_iter().any(|i| line.any(i, &[Word::Citizen, Word::Passport, Word::Permit]).is_some())
}

fn way(line: &Line, at: usize, abroad: bool, last: Option<&Place>) -> Way {
    let preposition = |word| at.checked_sub(1).is_some_and(|last| says_alone(line, last, word));
    // "In Turkey and Romania": the way of the first.
    if let Some(last) = last.filter(|last| line.word_before(at, Word::And) == Some(last.end)) {
        return last.way;
    }
    // Longer forms first: Romanian "de la" comes from there, "la" goes there.
    if line.word_before(at, Word::OutOf).is_some() {
        Way::OutOf
    } else if preposition(Word::Into) {
        Way::Into
    } else if preposition(Word::OutOf) {
        Way::OutOf
    } else if line.is(at, Word::OutThere) {
        Way::Into
    } else if line.verbs_follow(at) {
        line.word_token(at).map_or(Way::Unsaid, |token| by_ending(&token.folded, abroad))
    } else {
        Way::Unsaid
    }
}

/// Also at the end of a longer form: "been in" Turkey.
fn says_alone(line: &Line, at: usize, word: Word) -> bool {
    let alone = line.tokens.get(at..=at).map(|tokens| line.vocabulary().dates().senses(tokens, 0));
    alone.is_some_and(|senses| senses.iter().any(|sense| sense.concept == Concept::Word(word)))
}

/// "Türkiye'den", "Türkiye'ye", "Türkiye'deydim".
fn by_ending(word: &str, abroad: bool) -> Way {
    let was_there = ["dey", "day", "tey", "tay"].iter().any(|being| word.contains(being));
    match case(word) {
        Side::From => Way::OutOf,
        // "Moldova" itself ends like a dative.
        Side::To if abroad || word.ends_with("ya") => Way::Into,
        Side::To => Way::Unsaid,
        Side::Neither if was_there || locative(word) => Way::Into,
        Side::Neither => Way::Unsaid,
    }
}
