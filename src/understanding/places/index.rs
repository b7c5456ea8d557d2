//! Names by their sound: exact with all endings, or with a typing error or two.

use std::ops::Range;

use rustc_hash::{FxHashMap, FxHashSet};

use super::names::{NameWord, district_words, endings, is_locative, names, person_endings};
use super::words::{Ears, Word};
use crate::faq::places::{PlaceKind, Places};

/// The number of a place in the gazetteer's list.
pub(super) type PlaceNumber = u32;

/// A name of one place: the sounds of its words.
#[derive(Debug)]
struct Name {
    place: PlaceNumber,
    village: bool,
    words: Vec<NameWord>,
}

/// Names, ready to be looked up.
#[derive(Debug)]
pub(super) struct Index {
    names: Vec<Name>,
    /// By the whole sound or the stem of a name's first word.
    by_sound: FxHashMap<String, Vec<u32>>,
    /// Sounds long enough to be recognised with an error, by their first letter.
    by_letter: FxHashMap<char, Vec<Long>>,
    endings: FxHashSet<String>,
    /// Those of the endings that say "I am in" and the like.
    person_endings: FxHashSet<String>,
}

/// A sound that may be mistyped.
#[derive(Debug)]
struct Long {
    sound: Box<str>,
    length: usize,
    /// One bit per letter that occurs, to pass over the unlike ones quickly.
    letters: u32,
    /// Errors that it may have.
    allowed: usize,
    name: u32,
}

/// A name that was found in the words of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Hit {
    pub place: PlaceNumber,
    /// The words that it takes up.
    pub words: Range<usize>,
    /// Letters typed wrong.
    pub errors: usize,
    /// Letters of the last word that are an ending.
    pub ending: usize,
    pub sense: Sense,
}

/// What an ending says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Sense {
    Plain,
    /// "in" or "from" in a Turkic language.
    Locative,
    /// "I am in", "we are from".
    Person,
}

/// A name by its number, and how a word of a message is the first word of it.
pub(super) type Beginning = (u32, Fit);

/// How a word of a message is a word of a name.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fit {
    errors: usize,
    ending: usize,
    sense: Sense,
}

/// How far from the name the closest other place may be for a mistyped name to be certain.
pub(super) const NEIGHBOURHOOD: usize = 1;

impl Index {
    pub fn new(places: &Places) -> Index {
        let mut index = Index {
            names: Vec::new(),
            by_sound: FxHashMap::default(),
            by_letter: FxHashMap::default(),
            endings: endings(places),
            person_endings: person_endings(places),
        };
        let district_words = district_words(places);
        for (number, place) in (0..).zip(&places.places) {
            for words in names(place, &district_words) {
                index.add(Name { place: number, village: place.kind == PlaceKind::Village, words });
            }
        }
        index
    }

    fn add(&mut self, name: Name) {
        let number = self.names.len() as u32;
        let first = &name.words[0];
        for (sound, missing) in [(Some(&first.whole), 0), (first.stem.as_ref(), 1)] {
            let Some(sound) = sound else { continue };
            self.by_sound.entry(sound.clone()).or_default().push(number);
            let length = sound.chars().count();
            // A stem lacks a letter that a mistyped name would be known by.
            let allowed = errors_allowed(length - missing, name.village);
            if let Some(letter) = sound.chars().next().filter(|_| allowed > 0) {
                let long =
                    Long { sound: sound.as_str().into(), length, letters: letters(sound), allowed, name: number };
                self.by_letter.entry(letter).or_default().push(long);
            }
        }
        self.names.push(name);
    }

    /// The names that begin at a word, spelled rightly: the longest.
    pub fn exact(&self, words: &[Word], at: usize) -> Vec<Hit> {
        let mut hits = Vec::new();
        for (name, fit) in &words[at].begins {
            hits.extend(self.rest(*name, *fit, words, at));
        }
        longest(hits)
    }

    /// The names that begin at a word with a typing error: the likest, and those nearly as like.
    pub fn mistyped(&self, words: &[Word], at: usize) -> Vec<Hit> {
        let mut hits = Vec::new();
        for (name, fit) in self.mistyped_first(&words[at]) {
            hits.extend(self.rest(name, fit, words, at));
        }
        let Some(words_taken) = hits.iter().map(|hit| hit.words.len()).max() else { return hits };
        hits.retain(|hit| hit.words.len() == words_taken);
        let errors = hits.iter().map(|hit| hit.errors).min().unwrap_or(0);
        hits.retain(|hit| hit.errors <= errors + NEIGHBOURHOOD);
        hits.sort_by_key(|hit| (hit.errors, hit.place, hit.ending));
        hits.dedup_by_key(|hit| hit.place);
        hits
    }

    /// The names that a word may begin, spelled rightly.
    pub fn begun_by(&self, ears: &Ears, before_apostrophe: Option<&str>) -> Vec<Beginning> {
        let mut found = Vec::new();
        for ear in ears.iter().flatten() {
            for (head, rest, length) in splits(ear, 3) {
                let Some(names) = self.by_sound.get(head) else { continue };
                let free = before_apostrophe == Some(head);
                for name in names {
                    let own = &self.names[*name as usize];
                    if let Some(fit) = self.fit_at(&own.words[0], head, rest, length, free, own.words.len() > 1) {
                        found.push((*name, fit));
                    }
                }
            }
        }
        found
    }

    fn fit_at(&self, own: &NameWord, head: &str, rest: &str, length: usize, free: bool, helped: bool) -> Option<Fit> {
        let whole = own.whole == head;
        let bare_stem = !whole && rest.is_empty();
        // The ending of a case may be one with the last letter of the stem (в Орхее).
        let melted = bare_stem && length >= 4 && head.ends_with('e');
        // A short stem with an ending is too often another word, unless more words of the name follow.
        let long_enough = helped || if whole { rest.is_empty() || length >= 4 } else { length >= 4 };
        if !long_enough || (bare_stem && !melted && !(own.bare && (length >= 5 || helped))) {
            return None;
        }
        (free || self.is_ending(head, rest)).then(|| Fit {
            errors: 0,
            ending: rest.chars().count() + usize::from(melted),
            sense: self.sense(rest),
        })
    }

    fn sense(&self, ending: &str) -> Sense {
        match is_locative(ending) {
            true if self.person_endings.contains(ending) => Sense::Person,
            true => Sense::Locative,
            false => Sense::Plain,
        }
    }

    /// An ending whose first letter may have melted into the last one of the stem (Comrat + ta).
    fn is_ending(&self, head: &str, rest: &str) -> bool {
        if rest.is_empty() || self.endings.contains(rest) {
            return true;
        }
        let melted: Option<String> = head.chars().next_back().map(|last| format!("{last}{rest}"));
        melted.is_some_and(|ending| self.endings.contains(&ending))
    }

    /// The further words of a name, each with its own ending.
    fn rest(&self, name: u32, first: Fit, words: &[Word], at: usize) -> Option<Hit> {
        let name = &self.names[name as usize];
        let mut hit = Hit {
            place: name.place,
            words: at..at + name.words.len(),
            errors: first.errors,
            ending: first.ending,
            sense: first.sense,
        };
        for (own, word) in name.words[1..].iter().zip(words.get(at + 1..)?) {
            let fit = self.fit(own, word, name.village)?;
            hit.errors += fit.errors;
            hit.ending = fit.ending;
            hit.sense = fit.sense;
        }
        (hit.words.end <= words.len()).then_some(hit)
    }

    fn fit(&self, own: &NameWord, word: &Word, village: bool) -> Option<Fit> {
        for ear in word.ears.iter().flatten() {
            for (head, rest, length) in splits(ear, 2) {
                if own.whole == head || own.stem.as_deref() == Some(head) {
                    let free = word.before_apostrophe.as_deref() == Some(head);
                    if let Some(fit) = self.fit_at(own, head, rest, length, free, true) {
                        return Some(fit);
                    }
                }
            }
            let allowed = errors_allowed(own.whole.chars().count(), village);
            let errors = if allowed > 0 { strsim::osa_distance(ear, &own.whole) } else { usize::MAX };
            if errors <= allowed {
                return Some(Fit { errors, ending: 0, sense: Sense::Plain });
            }
        }
        None
    }

    fn mistyped_first(&self, word: &Word) -> Vec<Beginning> {
        // Only as it is written: a second meaning of a letter and an error besides are too much.
        let Some(ear) = &word.ears[0] else { return Vec::new() };
        let candidates = ear.chars().next().and_then(|letter| self.by_letter.get(&letter));
        let mut found = Vec::new();
        for (head, rest, length) in splits(ear, 5).filter(|(head, rest, _)| self.is_ending(head, rest)) {
            let letters = letters(head);
            for long in candidates.into_iter().flatten().filter(|long| long.may_be(letters, length)) {
                let errors = strsim::osa_distance(head, &long.sound);
                if errors <= long.allowed {
                    found.push((long.name, Fit { errors, ending: rest.chars().count(), sense: self.sense(rest) }));
                }
            }
        }
        found
    }
}

impl Long {
    /// Worth measuring: as long within the errors allowed, and of nearly the same letters.
    fn may_be(&self, letters: u32, length: usize) -> bool {
        let unlike = (letters ^ self.letters).count_ones() as usize;
        self.length.abs_diff(length) <= self.allowed && unlike <= 2 * self.allowed
    }
}

/// All ways to cut a sound into a head of at least so many letters and what may be its ending.
fn splits(ear: &str, shortest: usize) -> impl Iterator<Item = (&str, &str, usize)> {
    const LONGEST_ENDING: usize = 9;
    let letters = ear.chars().count();
    let cuts = ear.char_indices().map(|(at, _)| at).chain([ear.len()]).enumerate();
    cuts.filter(move |(length, _)| *length >= shortest && letters - length <= LONGEST_ENDING)
        .map(|(length, cut)| (&ear[..cut], &ear[cut..], length))
}

/// Errors that a name of so many letters may have and still be told from other words. Villages are
/// many and seldom named: they must be spelled better.
fn errors_allowed(length: usize, village: bool) -> usize {
    match (length, village) {
        (..=5, _) | (..=8, true) => 0,
        (..=8, _) | (_, true) => 1,
        _ => 2,
    }
}

fn letters(sound: &str) -> u32 {
    sound.chars().fold(0, |bits, letter| bits | 1 << (letter as u32 % 32))
}

/// The hits that take up the most words, then those with the shortest ending.
fn longest(mut hits: Vec<Hit>) -> Vec<Hit> {
    let better = |hit: &Hit| (hit.words.len(), std::cmp::Reverse((hit.errors, hit.ending)));
    let Some(best) = hits.iter().map(better).max() else { return hits };
    hits.retain(|hit| better(hit) == best);
    hits.sort_by_key(|hit| hit.place);
    hits.dedup_by_key(|hit| hit.place);
    hits
}
