//! Which concepts of the lexicon a text names: what all languages share.

use std::collections::{HashMap, HashSet};

use crate::faq::Lexicon;
use crate::understanding::spelling::{fold, skeleton};

/// The lexicon ready for looking words up.
pub(super) struct Concepts {
    /// A word's beginning, or a whole word behind `=`, with its concepts.
    stems: HashMap<Box<str>, Vec<u16>>,
    /// How the names of places begin that the content itself holds, by their sound.
    places: HashSet<String>,
}

/// The concept of a place named: no stem of the lexicon, but read from the text.
const PLACE: u16 = u16::MAX;
/// Letters of a name that must agree.
const NAME: usize = 5;

impl Concepts {
    pub fn of(lexicon: &Lexicon) -> Concepts {
        let mut stems: HashMap<Box<str>, Vec<u16>> = HashMap::with_capacity(lexicon.stems.len());
        for (stem, concept) in &lexicon.stems {
            let concepts = stems.entry(stem.as_str().into()).or_default();
            if !concepts.contains(concept) {
                concepts.push(*concept);
            }
        }
        Concepts { stems, places: HashSet::new() }
    }

    /// No concepts at all: data of others have no lexicon.
    pub fn none() -> Concepts {
        Concepts { stems: HashMap::new(), places: HashSet::new() }
    }

    /// With the names of places that these ways of asking for an office hold: the shortest of them are
    /// hardly more than a name.
    pub fn with_places<'a>(mut self, ways: impl Iterator<Item = &'a str>) -> Concepts {
        for way in ways.map(fold).filter(|way| way.split(' ').count() <= 2) {
            let names = way.split(' ').filter(|word| word.chars().count() >= 4 && self.in_text(word, false).is_empty());
            let names: Vec<String> = names.map(beginning).collect();
            self.places.extend(names);
        }
        self
    }

    /// Whether one of the words begins like a place of the content.
    pub fn names_place(&self, folded: &str) -> bool {
        !self.places.is_empty() && folded.split(' ').any(|word| self.places.contains(&beginning(word)))
    }

    /// The concepts of a folded text, sorted, each once.
    pub fn in_text(&self, folded: &str, place: bool) -> Vec<u16> {
        let mut found = Vec::new();
        let mut whole = String::with_capacity(24);
        if self.stems.is_empty() {
            return found;
        }
        for word in folded.split(' ') {
            whole.clear();
            whole.push('=');
            whole.push_str(word);
            let ends = word.char_indices().map(|(at, letter)| at + letter.len_utf8());
            let beginnings = ends.map(|end| &word[..end]);
            for concepts in beginnings.chain([whole.as_str()]).filter_map(|stem| self.stems.get(stem)) {
                found.extend(concepts);
            }
        }
        if place || self.names_place(folded) {
            found.push(PLACE);
        }
        found.sort_unstable();
        found.dedup();
        found
    }
}

fn beginning(word: &str) -> String {
    skeleton(word).chars().take(NAME).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn concepts() -> Concepts {
        let stems = [("overst", 3), ("=fine", 1), ("штраф", 1)].map(|(stem, concept)| (stem.to_string(), concept));
        Concepts::of(&Lexicon { concepts: Vec::new(), stems: stems.to_vec() })
    }

    #[test]
    fn a_stem_is_a_beginning_and_an_equals_sign_asks_for_the_whole_word() {
        for (text, expected) in [
            ("fine for overstaying", vec![1, 3]),
            ("finely", vec![]),
            ("штрафы и fine", vec![1]),
            ("не штрафовать overstayed", vec![1, 3]),
        ] {
            assert_eq!(concepts().in_text(text, false), expected, "{text}");
        }
    }
}
