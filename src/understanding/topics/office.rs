//! Whether a message with a place asks for an office at all. People name places in questions about everything, and
//! nobody can list all that is not ours: so what does not speak of offices or papers must at least be said in the
//! words in which people ask for offices.

use super::classifier::Classifier;
use crate::faq::Lexicon;
use crate::understanding::places::PLACE_SIGN;

/// Concepts of the lexicon that speak of our offices and of what is taken there.
const OURS: [&str; 4] = ["office", "document", "permit", "foreigner"];
/// Whoever names one of these with a place asks for it, whatever else is said.
const OFFICE: &str = "office";
/// Papers or their handing in, and the question where: so speaks who looks for an office without the word.
const PAPERS: [&str; 2] = ["document", "deadline"];
const WHERE: &str = "address";
/// Of these there are offices, too, and they are not ours.
const NOT_OURS: [&str; 15] = [
    "other-office",
    "marriage-registration",
    "car",
    "driving",
    "tax",
    "bank",
    "company",
    "school",
    "health",
    "luggage",
    "device",
    "parcel",
    "weather",
    "sport",
    "money-transfer",
];
/// Shorter words say little of what is asked.
const LEAST_LETTERS: usize = 4;
/// One strange word in so many, or fewer, is too many.
const STRANGE_IN: usize = 4;

/// How far the words of a message are those of one who looks for our offices.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Fit {
    /// They name an office, or ask where papers are taken.
    Asks,
    /// They may be meant so.
    May,
    /// They speak of something that is not ours or that we do not know.
    Strange,
}

/// What the lexicon says about offices.
pub(super) struct OfficeWords {
    ours: Vec<u16>,
    office: Vec<u16>,
    papers: Vec<u16>,
    place_asked: Vec<u16>,
    not_ours: Vec<u16>,
}

impl OfficeWords {
    pub fn of(lexicon: &Lexicon) -> OfficeWords {
        let number = |name: &&str| lexicon.concepts.iter().position(|concept| concept == name);
        let numbers = |names: &[&str]| {
            let known = names.iter().filter_map(number);
            known.filter_map(|number| u16::try_from(number).ok()).collect::<Vec<u16>>()
        };
        OfficeWords {
            ours: numbers(&OURS),
            office: numbers(&[OFFICE]),
            papers: numbers(&PAPERS),
            place_asked: numbers(&[WHERE]),
            not_ours: numbers(&NOT_OURS),
        }
    }

    /// How a folded text fits, the names of places gone.
    pub fn fit(&self, folded: &str, classifier: &Classifier) -> Fit {
        let named = classifier.concepts().in_text(folded);
        let any = |wanted: &[u16]| wanted.iter().any(|concept| named.contains(concept));
        let asks = any(&self.office) || any(&self.papers) && any(&self.place_asked);
        if asks && !any(&self.not_ours) {
            return Fit::Asks;
        }
        if any(&self.ours) {
            return Fit::May;
        }
        if any(&self.not_ours) {
            return Fit::Strange;
        }
        let words: Vec<&str> = folded.split(' ').filter(|word| says_something(word)).collect();
        let strange = words.iter().filter(|word| !classifier.knows(word)).count();
        if strange * STRANGE_IN < words.len().max(1) { Fit::May } else { Fit::Strange }
    }
}

fn says_something(word: &str) -> bool {
    !word.starts_with(PLACE_SIGN) && word.chars().count() >= LEAST_LETTERS
}
