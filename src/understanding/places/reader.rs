//! Places of a message as the understanding of topics needs them: which it is about, and its text without their
//! names. What a message asks does not depend on which town it names; with the names gone, "a plumber in Telenești"
//! is as far from our matters as a plumber anywhere.

use std::borrow::Cow;
use std::sync::Arc;

use rustc_hash::{FxHashMap, FxHashSet};

use super::{Found, Gazetteer};
use crate::faq::places::Region;
use crate::faq::{Faq, PlaceId};
use crate::understanding::spelling::fold;

/// Stands for a name in a text to be judged: a letter of no language, so that nobody means it otherwise.
pub const PLACE_SIGN: char = 'ʘ';

/// The gazetteer with the words that are no names.
pub struct PlaceReader {
    gazetteer: Gazetteer,
    /// Folded words of the content: never a mistyped name of a place.
    common_words: FxHashSet<String>,
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
        PlaceReader { gazetteer: Gazetteer::new(faq.places.clone()), common_words: common_words(faq) }
    }

    /// Knows no place at all.
    pub fn of_none() -> PlaceReader {
        PlaceReader { gazetteer: Gazetteer::new(Arc::default()), common_words: FxHashSet::default() }
    }

    pub fn read(&self, text: &str) -> PlacesRead {
        let found = self.gazetteer.find(text, &|word| self.common_words.contains(word));
        let nameless = self.nameless(text, &found);
        let best = self.gazetteer.best_of(found);
        PlacesRead { places: best.map_or_else(Vec::new, |found| found.places), nameless }
    }

    /// The same texts without names, of many texts of the content at once. No word of the content is a mistyped name,
    /// so that a text is read only if one of its words may begin a name as it stands.
    pub fn nameless_ways<'a>(&self, ways: impl Iterator<Item = &'a str>) -> Vec<Cow<'a, str>> {
        let mut may_name: FxHashMap<&str, bool> = FxHashMap::default();
        let ways = ways.map(|way| {
            let mut words = self.gazetteer.written_words(way);
            let named = words.any(|word| *may_name.entry(word).or_insert_with(|| self.gazetteer.may_name(word)));
            if named { self.read(way).nameless.into() } else { way.into() }
        });
        ways.collect()
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

fn common_words(faq: &Faq) -> FxHashSet<String> {
    let entries = faq.entries().iter().flat_map(|entry| entry.texts.iter().flat_map(|(_, text)| &text.asked_as));
    let talk = faq.talk.iter().flat_map(|(_, ways)| ways.iter().map(|(_, way)| way));
    let mut words = FxHashSet::default();
    for way in entries.chain(talk).map(|way| fold(way)) {
        for word in way.split(' ') {
            if !words.contains(word) {
                words.insert(word.to_string());
            }
        }
    }
    words
}
