//! Which concepts of the lexicon a text names: what all languages share.

use rustc_hash::FxHashMap;

use crate::faq::Lexicon;
use crate::understanding::places::PLACE_SIGN;
use crate::understanding::spelling::fold;

/// The lexicon ready for looking words up.
pub(super) struct Concepts {
    /// A word's beginning, or a whole word behind `=`, with its concepts.
    stems: FxHashMap<Box<str>, Vec<u16>>,
    /// Beginnings of several words, by the first of them.
    phrases: FxHashMap<Box<str>, Vec<(Box<str>, u16)>>,
}

/// The concept of a place named: no stem of the lexicon, but the sign that stands for its name.
const PLACE: u16 = u16::MAX;

impl Concepts {
    pub fn of(lexicon: &Lexicon) -> Concepts {
        let mut read = Concepts::none();
        for (stem, concept) in &lexicon.stems {
            let (whole, word) = stem.strip_prefix('=').map_or(("", stem.as_str()), |word| ("=", word));
            let word = fold(word);
            if let Some((first, _)) = word.split_once(' ') {
                read.phrases.entry(first.into()).or_default().push((word.as_str().into(), *concept));
                continue;
            }
            let concepts = read.stems.entry(format!("{whole}{word}").into()).or_default();
            if !concepts.contains(concept) {
                concepts.push(*concept);
            }
        }
        read
    }

    /// No concepts at all: data of others have no lexicon.
    pub fn none() -> Concepts {
        Concepts { stems: FxHashMap::default(), phrases: FxHashMap::default() }
    }

    /// The concepts of a folded text, sorted, each once.
    pub fn in_text(&self, folded: &str) -> Vec<u16> {
        let mut found = Vec::new();
        let mut whole = String::with_capacity(24);
        if self.stems.is_empty() {
            return found;
        }
        let mut rest = folded;
        for word in folded.split(' ') {
            let phrases = self.phrases.get(word).map_or(&[][..], Vec::as_slice);
            found.extend(phrases.iter().filter(|(phrase, _)| rest.starts_with(&**phrase)).map(|(_, concept)| concept));
            rest = rest[word.len()..].trim_start();
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
