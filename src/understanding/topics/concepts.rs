//! Which concepts of the lexicon a text names: what all languages share.

use std::collections::HashMap;

use crate::faq::Lexicon;
use crate::understanding::places::PLACE_SIGN;

/// The lexicon ready for looking words up.
pub(super) struct Concepts {
    /// A word's beginning, or a whole word behind `=`, with its concepts.
    stems: HashMap<Box<str>, Vec<u16>>,
}

/// The concept of a place named: no stem of the lexicon, but the sign that stands for its name.
const PLACE: u16 = u16::MAX;

impl Concepts {
    pub fn of(lexicon: &Lexicon) -> Concepts {
        let mut stems: HashMap<Box<str>, Vec<u16>> = HashMap::with_capacity(lexicon.stems.len());
        for (stem, concept) in &lexicon.stems {
            let concepts = stems.entry(stem.as_str().into()).or_default();
            if !concepts.contains(concept) {
                concepts.push(*concept);
            }
        }
        Concepts { stems }
    }

    /// No concepts at all: data of others have no lexicon.
    pub fn none() -> Concepts {
        Concepts { stems: HashMap::new() }
    }

    /// The concepts of a folded text, sorted, each once.
    pub fn in_text(&self, folded: &str) -> Vec<u16> {
        let mut found = Vec::new();
        let mut whole = String::with_capacity(24);
        if self.stems.is_empty() {
            return found;
        }
        for word in folded.split(' ') {
            if word.starts_with(PLACE_SIGN) {
                found.push(PLACE);
                continue;
            }
            whole.clear();
            whole.push('=');
            whole.push_str(word);
            let ends = word.char_indices().map(|(at, letter)| at + letter.len_utf8());
            let beginnings = ends.map(|end| &word[..end]);
            for concepts in beginnings.chain([whole.as_str()]).filter_map(|stem| self.stems.get(stem)) {
                found.extend(concepts);
            }
        }
        found.sort_unstable();
        found.dedup();
        found
    }
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
            ("fine in ʘ", vec![1, PLACE]),
        ] {
            assert_eq!(concepts().in_text(text), expected, "{text}");
        }
    }
}
