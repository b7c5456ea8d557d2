//! The dialogue's own words: yes, no, back, and what concerns the person's data. They count only when
//! the whole message is one of the phrases, or nearly: “no” inside a question must not swallow it.

use std::collections::HashMap;

use super::slip::slip;
use crate::faq::{Faq, Talk};
use crate::language::Language;
use crate::understanding::spelling::{fold, skeleton};

/// The phrases by their sound.
pub(super) struct Phrases {
    sounds: HashMap<String, Talk>,
}

impl Phrases {
    pub fn of(faq: &Faq) -> Phrases {
        let all = Language::ALL.into_iter().flat_map(|language| &faq.talk[language]);
        let kept =
            all.filter(|(talk, _)| matches!(talk, Talk::Yes | Talk::No | Talk::Back | Talk::Privacy | Talk::Forget));
        Phrases { sounds: kept.map(|(talk, words)| (skeleton(&fold(words)), *talk)).collect() }
    }

    /// The kind of a phrase that is the whole of a folded text; in longer ones one letter may be wrong.
    pub fn find(&self, folded: &str) -> Option<Talk> {
        let sound = skeleton(folded);
        if let Some(talk) = self.sounds.get(&sound) {
            return Some(*talk);
        }
        if sound.len() < 7 {
            return None;
        }
        let near = self.sounds.iter().filter(|(phrase, _)| slip(phrase.as_bytes(), sound.as_bytes()).is_some());
        near.map(|(_, talk)| *talk).min()
    }
}
