//! The names of places and their endings, as the index looks them up: by sound.

use std::collections::BTreeSet;

use rustc_hash::FxHashSet;

use super::sound::{ear, sound, spellings, stem};
use crate::faq::places::{Around, Place, PlaceKind, Places};
use crate::language::Language;
use crate::understanding::spelling::fold;

/// The sounds of a word of a name.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(super) struct NameWord {
    pub whole: String,
    /// Where endings are joined, if not to the whole word.
    pub stem: Option<String>,
    /// The stem is itself a case of the name (из Бельц).
    pub bare: bool,
}

/// Every ending as it sounds, also with the endings of persons after the Turkic ones.
pub(super) fn endings(places: &Places) -> FxHashSet<String> {
    let plain = places.endings.iter().map(|ending| sound(&fold(ending)));
    plain.chain(person_endings(places)).filter(|ending| !ending.is_empty()).collect()
}

/// "I am", "we are" after the Turkic endings that mean "in", "from" and "of".
pub(super) fn person_endings(places: &Places) -> FxHashSet<String> {
    let plain: FxHashSet<String> = places.endings.iter().map(|ending| sound(&fold(ending))).collect();
    let persons: FxHashSet<String> = places.person_endings.iter().map(|ending| sound(&fold(ending))).collect();
    let turkic = plain.iter().filter(|ending| is_locative(ending) || ["li", "lu"].contains(&ending.as_str()));
    turkic.flat_map(|ending| persons.iter().map(move |person| sound(&format!("{ending}{person}")))).collect()
}

/// The names of a place as rows of words: in every language and spelling, also written as one word.
///
/// The word that makes a town's name a district's is left out: in messages it is looked for on either side.
pub(super) fn names(place: &Place, district_words: &FxHashSet<String>) -> Vec<Vec<NameWord>> {
    let mut rows = BTreeSet::new();
    for (language, names) in place.names.iter() {
        for spelling in names.iter().flat_map(|name| spellings(name, language, place.kind == PlaceKind::Village)) {
            let mut words: Vec<&str> = spelling.split([' ', '-']).filter(|word| !word.is_empty()).collect();
            if place.kind == PlaceKind::District {
                words.retain(|word| !district_words.contains(&fold(word)));
            }
            let row: Vec<NameWord> = words.iter().map(|word| name_word(word, language)).collect();
            if row.len() > 1 {
                rows.insert(vec![name_word(&words.concat(), language)]);
            }
            rows.insert(row);
        }
    }
    rows.retain(|row| !row.is_empty() && row.iter().all(|word| !word.whole.is_empty()));
    rows.into_iter().collect()
}

fn name_word(word: &str, language: Language) -> NameWord {
    let whole = ear(&fold(word));
    let stem = stem(word, &whole, language).filter(|(stem, _)| stem.chars().count() >= 3);
    NameWord { whole, bare: stem.as_ref().is_some_and(|(_, bare)| *bare), stem: stem.map(|(stem, _)| stem) }
}

/// What says in a message that a name is a district's.
pub(super) fn district_words(places: &Places) -> FxHashSet<String> {
    let is_district = |(around, _): &&(Around, String)| *around == Around::District;
    places.words.iter().filter(is_district).map(|(_, word)| fold(word)).collect()
}

/// Says "in" or "from" in a Turkic language.
pub(super) fn is_locative(ending: &str) -> bool {
    ["de", "da", "te", "ta", "nan", "nen"].iter().any(|locative| ending.starts_with(locative))
}
