//! The words that the content uses: which of a message are strange to it, and which are slips of the finger.

use std::cmp::Reverse;

use rustc_hash::FxHashMap;

use super::features::{Shape, WordFeatures, WordSet};
use super::slip::{Slip, slip};
use crate::understanding::spelling::skeleton;

/// The words of the classes that are home.
pub(super) struct KnownWords {
    beginnings: WordSet,
    /// Words that are used, at home or not, and so are no slips of others.
    written: WordSet,
    shape: Shape,
    /// Words that are used often, the most used first, by the first letter and the length of their sound.
    often: FxHashMap<(u8, usize), Vec<Often>>,
}

/// A folded word of the content.
pub(super) struct UsedWord<'a> {
    pub word: &'a str,
    /// The bucket of its beginning.
    pub beginning: u32,
    /// How often it is used …
    pub times: u32,
    /// … and how often of these in a home class.
    pub at_home: u32,
}

struct Often {
    sound: Box<str>,
    word: Box<str>,
}

/// A word used so many times is spelt as people mean it. 1, 2 and 4 did about as well on the dev and odd sets.
const OFTEN: u32 = 4;
/// What is written less often may be a slip itself.
const NO_SLIP: u32 = 3;
/// Among shorter words too many are one letter apart and mean different things.
const SHORTEST: usize = 6;

impl KnownWords {
    /// Knows words that are used, in whatever order they come.
    pub fn of<'a>(words: impl Iterator<Item = UsedWord<'a>>, shape: &Shape) -> KnownWords {
        let (mut beginnings, mut written, mut used) = (WordSet::default(), WordSet::default(), Vec::new());
        for word in words {
            if word.times >= NO_SLIP {
                written.insert(WordFeatures::bucket_of_whole(&skeleton(word.word)));
            }
            if word.at_home > 0 {
                beginnings.insert(word.beginning);
            }
            if word.at_home >= OFTEN {
                used.push((Reverse(word.at_home), word.word));
            }
        }
        used.sort_unstable();
        let mut often: FxHashMap<_, Vec<Often>> = FxHashMap::default();
        for (_, word) in used {
            let sound = skeleton(word);
            if let Some(first) = sound.bytes().next().filter(|_| sound.len() + 1 >= SHORTEST) {
                often.entry((first, sound.len())).or_default().push(Often { sound: sound.into(), word: word.into() });
            }
        }
        KnownWords { beginnings, written, shape: *shape, often }
    }

    /// Whether one of the words begins like that; the bucket is that of a beginning.
    pub fn has_beginning(&self, bucket: u32) -> bool {
        self.beginnings.contains(bucket)
    }

    /// Whether one of the words begins like this folded one.
    pub fn knows(&self, word: &str) -> bool {
        self.knows_sound(&skeleton(word))
    }

    fn knows_sound(&self, sound: &str) -> bool {
        sound.is_empty() || self.has_beginning(WordFeatures::bucket_of(sound, &self.shape))
    }

    /// The word that is meant by a folded one that nobody writes so, if it is one slip away from a word often used.
    ///
    /// A word that begins as none does may be any slip of one. Of others a letter left out, added or swapped is a slip,
    /// while a changed one makes too many words that mean something else: картошка is no карточка.
    pub fn meant(&self, word: &str) -> Option<&str> {
        let sound = skeleton(word);
        let first = sound.bytes().next()?;
        if sound.len() < SHORTEST || sound.bytes().any(|letter| letter.is_ascii_digit()) {
            return None;
        }
        if self.written.contains(WordFeatures::bucket_of_whole(&sound)) {
            return None;
        }
        let of = |length: usize| self.often.get(&(first, length)).map_or(&[][..], Vec::as_slice);
        let strange = !self.knows_sound(&sound);
        let near = [sound.len(), sound.len() - 1, sound.len() + 1].into_iter().flat_map(of);
        let mut near = near.filter(|often| match slip(often.sound.as_bytes(), sound.as_bytes()) {
            Some(Slip::Changed) => strange,
            Some(_) => true,
            None => false,
        });
        near.next().map(|often| &*often.word)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHAPE: Shape = Shape { shares: [0.7, 0.1, 0.2], shortest: 3, longest: 4, stem: 5, least: 1, single: 1.0 };

    fn known(words: &[(&str, u32)]) -> KnownWords {
        let bucket = |word: &str| WordFeatures::bucket_of(&skeleton(word), &SHAPE);
        let used = words.iter().map(|(word, times)| UsedWord {
            word,
            beginning: bucket(word),
            times: *times,
            at_home: *times,
        });
        KnownWords::of(used, &SHAPE)
    }

    #[test]
    fn words_are_known_by_their_beginning() {
        let known = known(&[("overstaying", 1)]);
        for (word, expected) in [("overstayed", true), ("over", false)] {
            assert_eq!(known.knows(word), expected, "{word}");
        }
    }

    #[test]
    fn a_word_that_nobody_writes_is_the_one_often_used_next_to_it() {
        let known = known(&[("registration", 9), ("registrations", 4), ("карточка", 9), ("вопросы", 5), ("office", 3)]);
        for (typed, meant) in [
            ("regsitration", Some("registration")),
            ("registraton", Some("registration")),
            ("registration", None),
            ("ragistration", Some("registration")),
            ("картошка", None),
            ("вапросы", Some("вопросы")),
            ("ofice", None),
            ("perhaps", None),
        ] {
            assert_eq!(known.meant(typed), meant, "{typed}");
        }
    }

    #[test]
    fn a_word_that_others_write_is_no_slip() {
        let bucket = |word: &str| WordFeatures::bucket_of(&skeleton(word), &SHAPE);
        let used = |word, times, at_home| UsedWord { word, beginning: bucket(word), times, at_home };
        let known = |times| KnownWords::of([used("полгода", 9, 9), used("погода", times, 0)].into_iter(), &SHAPE);
        assert_eq!(known(NO_SLIP - 1).meant("погода"), Some("полгода"));
        assert_eq!(known(NO_SLIP).meant("погода"), None);
        assert!(!known(NO_SLIP).knows("погода"));
    }
}
