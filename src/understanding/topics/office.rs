//! Whether a message with a place asks for an office at all. People name places in questions about everything, and
//! nobody can list all that is not ours: so what does not speak of offices or papers must at least be said in the
//! words in which people ask for offices.

use std::collections::HashSet;

use super::concepts::Concepts;
use crate::faq::Lexicon;
use crate::understanding::places::PLACE_SIGN;
use crate::understanding::spelling::{fold, skeleton};

/// Concepts of the lexicon that speak of our offices and of what is taken there.
const OURS: [&str; 4] = ["office", "document", "permit", "foreigner"];
/// Shorter words say little of what is asked.
const LEAST_LETTERS: usize = 4;
/// Letters in which the beginnings of words agree.
const BEGINNING: usize = 5;
/// One strange word in so many, or fewer, is too many.
const STRANGE_IN: usize = 4;

/// The words in which people ask for an office.
pub(super) struct OfficeWords {
    known: HashSet<String>,
    ours: Vec<u16>,
}

impl OfficeWords {
    /// Learns from ways of asking for an office, the names of places gone.
    pub fn learn<'a>(lexicon: &Lexicon, ways: impl Iterator<Item = &'a str>) -> OfficeWords {
        let number = |name: &&str| lexicon.concepts.iter().position(|concept| concept == name);
        let ours = OURS.iter().filter_map(number).filter_map(|number| u16::try_from(number).ok()).collect();
        OfficeWords { known: ways.flat_map(|way| beginnings(&fold(way))).collect(), ours }
    }

    /// Whether a folded text, the names of places gone, may ask for an office.
    pub fn fit(&self, folded: &str, concepts: &Concepts) -> bool {
        if concepts.in_text(folded).iter().any(|concept| self.ours.contains(concept)) {
            return true;
        }
        let words = beginnings(folded);
        let strange = words.iter().filter(|word| !self.known.contains(*word)).count();
        strange * STRANGE_IN < words.len().max(1)
    }
}

/// How the longer words of a text begin, by their sound.
fn beginnings(folded: &str) -> Vec<String> {
    let words = folded.split(' ').filter(|word| !word.starts_with(PLACE_SIGN) && word.chars().count() >= LEAST_LETTERS);
    words.map(|word| skeleton(word).chars().take(BEGINNING).collect()).collect()
}
