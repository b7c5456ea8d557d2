//! The language of a message, among those served, learnt from the content.
//!
//! It says how clear the text is about it; whose choice wins (the person's own, her app's) is decided
//! elsewhere. Latin-typed Russian and Ukrainian are Russian and Ukrainian: the content holds such lines.

use crate::faq::Faq;
use crate::language::Language;
use crate::understanding::topics::{Classifier, Settings};

/// What the text tells about its language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guess {
    /// Clear from the text alone: enough to switch to it.
    Sure(Language),
    /// The likeliest, but too short or too mixed to switch away from what was spoken before.
    Likely(Language),
    /// No telling: a name, a number, a word that several languages share.
    Unclear,
    /// A language that is not served.
    NoneOfOurs,
}

impl Guess {
    /// The language guessed, if any.
    pub fn language(self) -> Option<Language> {
        match self {
            Guess::Sure(language) | Guess::Likely(language) => Some(language),
            Guess::Unclear | Guess::NoneOfOurs => None,
        }
    }
}

/// The detector, learnt.
pub struct Detector {
    classifier: Classifier,
}

impl Detector {
    /// Learns how each language is written from all ways of asking and saying.
    pub fn learn(faq: &Faq) -> Detector {
        let texts = Language::ALL.into_iter().flat_map(|language| {
            let entries = faq.entries().iter().map(move |entry| &entry.texts[language]);
            let asked = entries.flat_map(|text| text.asked_as.iter().step_by(2));
            let talk = faq.talk[language].iter().map(|(_, words)| words).step_by(2);
            asked.chain(talk).map(move |text| (text.as_str(), language as usize))
        });
        let texts: Vec<(&str, usize)> = texts.collect();
        Detector { classifier: Classifier::of_spelling(&texts, Language::ALL.len(), Settings::of_languages()) }
    }

    /// The language of a text; the language of the person's app decides where the text leaves it open.
    pub fn detect(&self, text: &str, app: Option<Language>) -> Guess {
        let mut scores = self.classifier.scores(text);
        if let Some(app) = app {
            scores[app as usize] += 0.1;
        }
        let best = Language::ALL.into_iter().max_by(|a, b| scores[*a as usize].total_cmp(&scores[*b as usize]));
        best.map_or(Guess::Unclear, Guess::Sure)
    }
}
