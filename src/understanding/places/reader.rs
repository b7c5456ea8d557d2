//! Places of a message as the understanding of topics needs them: which it is about, and its text without their
//! names. What a message asks does not depend on which town it names; with the names gone, "a plumber in Telenești"
//! is as far from our matters as a plumber anywhere.

use std::rc::Rc;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::words::{self, Heard};
use super::{Found, Gazetteer};
use crate::faq::places::Region;
use crate::faq::{Faq, PlaceId};
use crate::understanding::spelling::{self, fold_onto};

/// Stands for a name in a text to be judged: a letter of no language, so that nobody means it otherwise.
pub const PLACE_SIGN: char = 'ʘ';

/// The gazetteer with the words that are no names.
pub struct PlaceReader {
    gazetteer: Gazetteer,
    /// Folded words of the content: never a mistyped name of a place.
    common_words: Arc<FxHashSet<Box<str>>>,
}

/// What was read of places in a message.
#[derive(Clone, Debug, PartialEq)]
pub struct PlacesRead {
    /// Where the person most probably is; several of one name, the likelier first.
    pub places: Vec<PlaceId>,
    /// The message with a [`PLACE_SIGN`] for each name.
    pub nameless: String,
}

impl PlaceReader {
    pub fn new(faq: &Faq) -> PlaceReader {
        PlaceReader { gazetteer: Gazetteer::new(faq.places.clone()), common_words: Arc::clone(&faq.words) }
    }

    /// Knows no place at all.
    pub fn of_none() -> PlaceReader {
        PlaceReader { gazetteer: Gazetteer::new(Arc::default()), common_words: Arc::default() }
    }

    pub fn read(&self, text: &str) -> PlacesRead {
        let found = self.gazetteer.find(text, &|word| self.is_common(word));
        let nameless = self.nameless(text, &found);
        let best = self.gazetteer.best_of(found);
        PlacesRead { places: best.map_or_else(Vec::new, |found| found.places), nameless }
    }

    /// Many ways of the content, folded and without names, each on a line of its own. No word of the content is a
    /// mistyped name, so that a way is read only if one of its words may begin a name as it stands.
    pub fn nameless_ways<'a>(&self, ways: impl Iterator<Item = &'a str> + Clone) -> String {
        let mut folded = String::new();
        for way in ways.clone() {
            fold_onto(way, &mut folded);
            folded.push('\n');
        }
        let mut nameless = String::with_capacity(folded.len());
        let mut begins_name: FxHashMap<&str, bool> = FxHashMap::default();
        // Few words stand in a way that is read, and only those are kept as they were heard.
        let mut all_heard: FxHashMap<&str, Rc<Heard>> = FxHashMap::default();
        for (way, folded) in ways.zip(folded.lines()) {
            let may_name = |word| *begins_name.entry(word).or_insert_with(|| self.gazetteer.may_name(word));
            // Folding hides where an apostrophe ends a name.
            if spelling::words(folded).any(may_name) || way.contains(words::is_apostrophe) {
                let read = words::words(way, |word| {
                    let heard = all_heard.entry(word).or_insert_with(|| Rc::new(self.gazetteer.hear(word)));
                    Rc::clone(heard)
                });
                let found = self.gazetteer.find_among(read, &|word| self.is_common(word));
                fold_onto(&self.nameless(way, &found), &mut nameless);
            } else {
                nameless.push_str(folded);
            }
            nameless.push('\n');
        }
        nameless
    }

    fn is_common(&self, folded: &str) -> bool {
        self.common_words.contains(folded)
    }

    fn nameless(&self, text: &str, found: &[Found]) -> String {
        let mut nameless = String::with_capacity(text.len());
        let mut end = 0;
        for found in found.iter().filter(|found| self.is_any_town(found)) {
            nameless.push_str(&text[end..found.quote.start]);
            nameless.push(PLACE_SIGN);
            end = found.quote.end;
        }
        nameless.push_str(&text[end..]);
        nameless
    }

    /// The left bank and Romania are matters of their own: their names stay.
    fn is_any_town(&self, found: &Found) -> bool {
        let region = |id: &PlaceId| self.gazetteer.places().get(id).map(|place| place.region);
        found
            .places
            .iter()
            .all(|id| matches!(region(id), Some(Region::North | Region::Centre | Region::South | Region::Gagauzia)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::faq::Source;
    use crate::language::Language;
    use crate::understanding::spelling::fold;

    #[test]
    fn ways_read_together_are_as_those_read_one_by_one() {
        let faq = Faq::load(&Source::BuiltIn).unwrap();
        let places = PlaceReader::new(&faq);
        let of = |language| {
            let asked = faq.entries().iter().flat_map(move |entry| &entry.texts[language].asked_as);
            asked.chain(faq.talk[language].iter().map(|(_, words)| words))
        };
        let ways: Vec<&str> = Language::ALL.into_iter().flat_map(of).map(String::as_str).collect();
        let together = places.nameless_ways(ways.iter().copied());
        assert_eq!(together.lines().count(), ways.len());
        for (way, nameless) in ways.iter().zip(together.lines()) {
            assert_eq!(nameless, fold(&places.read(way).nameless), "{way}");
        }
    }
}
