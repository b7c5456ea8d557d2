//! Which concepts of the lexicon a text names: what all languages share.

use rustc_hash::FxHashMap;

use crate::faq::Lexicon;
use crate::understanding::places::PLACE_SIGN;
use crate::understanding::spelling::{fold, words_with_rest};

/// The lexicon ready for looking words up.
pub(super) struct Concepts {
    /// A word's beginning with its concepts.
    stems: FxHashMap<Box<str>, Vec<u16>>,
    /// A whole word with its concepts.
    wholes: FxHashMap<Box<str>, Vec<u16>>,
    /// Letters of the longest beginning.
    longest: usize,
    /// Beginnings of several words, by the first of them.
    phrases: FxHashMap<Box<str>, Vec<(Box<str>, u16)>>,
}

/// The concept of a place named: no stem of the lexicon, but the sign that stands for its name.
const PLACE: u16 = u16::MAX;

impl Concepts {
    pub fn of(lexicon: &Lexicon) -> Concepts {
        let mut read = Concepts::none();
        for (stem, concept) in &lexicon.stems {
            let (is_whole, word) = stem.strip_prefix('=').map_or((false, stem.as_str()), |word| (true, word));
            let word = fold(word);
            if let Some((first, _)) = word.split_once(' ') {
                read.phrases.entry(first.into()).or_default().push((word.as_str().into(), *concept));
                continue;
            }
            read.longest = read.longest.max(word.chars().count());
            let stems = if is_whole { &mut read.wholes } else { &mut read.stems };
            let concepts = stems.entry(word.into()).or_default();
            if !concepts.contains(concept) {
                concepts.push(*concept);
            }
        }
        read
    }

    /// No concepts at all: data of others have no lexicon.
    pub fn none() -> Concepts {
        Concepts {
            stems: FxHashMap::default(),
            wholes: FxHashMap::default(),
            longest: 0,
            phrases: FxHashMap::default(),
        }
    }

    /// The concepts of a folded text, sorted, each once.
    pub fn in_text(&self, folded: &str) -> Vec<u16> {
        let mut found = Vec::new();
        for (word, rest) in words_with_rest(folded) {
            found.extend(self.of_phrase(word, rest));
            found.extend(self.of_word(word));
        }
        found.sort_unstable();
        found.dedup();
        found
    }

    /// The concepts of a word by itself.
    pub fn of_word(&self, word: &str) -> Vec<u16> {
        if self.longest == 0 {
            return Vec::new();
        }
        if word.starts_with(PLACE_SIGN) {
            return vec![PLACE];
        }
        let ends = word.char_indices().map(|(at, letter)| at + letter.len_utf8()).take(self.longest);
        let stems = ends.filter_map(|end| self.stems.get(&word[..end])).chain(self.wholes.get(word));
        stems.flatten().copied().collect()
    }

    /// Whether some phrase begins with a word.
    pub fn begins_phrase(&self, word: &str) -> bool {
        self.phrases.contains_key(word)
    }

    /// The concepts of the phrases that begin with a word; `rest` is the text from it on.
    pub fn of_phrase(&self, word: &str, rest: &str) -> impl Iterator<Item = u16> {
        let phrases = self.phrases.get(word).map_or(&[][..], Vec::as_slice);
        phrases.iter().filter(move |(phrase, _)| rest.starts_with(&**phrase)).map(|(_, concept)| *concept)
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
