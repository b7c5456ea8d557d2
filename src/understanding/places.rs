//! Places of Moldova in running text, in any of the languages and scripts that people mix.
//!
//! [`Gazetteer::find`] reads all places that a message names: with the endings of cases (в Сороках,
//! Orhei'den, Bălțidə), without diacritics, in other scripts, with a typing error or two in a long
//! name. A name that several places bear comes with all of them when the words around it do not tell
//! which. It does not know which topic a message has, nor which office follows; that a place is
//! `certain` means that its name was understood, not that the person is there: see [`Standing`].

mod context;
mod index;
mod names;
mod reader;
pub mod routing;
mod sound;
#[cfg(test)]
mod tests;
mod words;

use std::ops::Range;
use std::rc::Rc;
use std::sync::Arc;

use crate::faq::places::{Around, Place, PlaceId, PlaceKind, Places};
use context::{Named, Others, Scene, around};
use index::{Hit, Index, Sense};
pub use reader::{PLACE_SIGN, PlaceReader, PlacesRead};
use words::{Heard, Vocabulary, Word};

/// All places by all their names, built once.
#[derive(Debug)]
pub struct Gazetteer {
    places: Arc<Places>,
    index: Index,
    vocabulary: Vocabulary,
}

/// A place, or several of one name, that a message names.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Never empty; the likelier first.
    pub places: Vec<PlaceId>,
    /// Bytes of the message.
    pub quote: Range<usize>,
    /// One place, spelled rightly or with one error that makes no other name of it.
    pub certain: bool,
    pub standing: Standing,
}

/// How the person stands to a place.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Standing {
    /// Lives or is there now.
    Here,
    /// Only named, which mostly means the same.
    Named,
    /// Would go there.
    Going,
    /// Was there before.
    Earlier,
    /// Is not there, or means another.
    Denied,
}

/// A name in a message before it is decided what it means.
struct Reading {
    span: Range<usize>,
    hits: Vec<Hit>,
    /// A common word as well: it counts only if the message names the place around it.
    weak: bool,
    /// Mistyped, and only its place at the head of the message speaks for it.
    doubtful: bool,
    standing: Standing,
}

impl Reading {
    /// Says something about the other names.
    fn is_plain(&self) -> bool {
        !self.weak && self.standing != Standing::Denied
    }
}

impl Gazetteer {
    pub fn new(places: Arc<Places>) -> Gazetteer {
        let index = Index::new(&places);
        let vocabulary = Vocabulary::new(&places.words);
        Gazetteer { places, index, vocabulary }
    }

    pub fn places(&self) -> &Places {
        &self.places
    }

    /// All places that the message names, in their order.
    ///
    /// `is_common_word` is asked about folded words: what it knows is never taken for a mistyped name.
    pub fn find(&self, text: &str, is_common_word: &dyn Fn(&str) -> bool) -> Vec<Found> {
        self.find_among(words::words(text, |written| Rc::new(self.hear(written))), is_common_word)
    }

    fn find_among(&self, words: Vec<Word>, is_common_word: &dyn Fn(&str) -> bool) -> Vec<Found> {
        let scene = Scene::new(words);
        let mut readings: Vec<Reading> = Vec::new();
        let mut at = 0;
        while at < scene.words.len() {
            let Some(mut reading) = self.read(&scene, at, is_common_word) else {
                at += 1;
                continue;
            };
            // "not the Rîșcani of Chișinău": what is denied of the one is denied of the other.
            if readings.last().is_some_and(|last| last.standing == Standing::Denied && last.span.end == at) {
                reading.standing = Standing::Denied;
            }
            at = reading.span.end;
            readings.push(reading);
        }
        self.decide(&scene, readings)
    }

    fn hear(&self, written: &str) -> Heard {
        let heard = Heard::of(written, &self.vocabulary);
        Heard { begins: self.index.begun_by(&heard.ears, heard.before_apostrophe.as_deref()), ..heard }
    }

    /// A folded word may begin a name that is spelled rightly.
    fn may_name(&self, folded: &str) -> bool {
        !self.index.begun_by(&words::ears(folded), None).is_empty()
    }

    /// The place where the person most probably is: the most definite of all that the message names.
    pub fn best(&self, text: &str, is_common_word: &dyn Fn(&str) -> bool) -> Option<Found> {
        self.best_of(self.find(text, is_common_word))
    }

    fn best_of(&self, mut found: Vec<Found>) -> Option<Found> {
        found.retain(|found| found.standing != Standing::Denied);
        let standing = found.iter().map(|found| found.standing).min()?;
        let first = found.iter().find(|found| found.standing == standing)?.clone();
        // "Gagauzia, the village of Congaz": the village.
        let outer = self.get(&first.places[0])?;
        let inner =
            found.iter().find(|found| found.standing <= Standing::Going && self.lies_in(&found.places[0], outer));
        Some(inner.cloned().unwrap_or(first))
    }

    fn get(&self, id: &PlaceId) -> Option<&Place> {
        self.places.get(id)
    }

    fn lies_in(&self, inner: &PlaceId, outer: &Place) -> bool {
        self.get(inner).is_some_and(|inner| around(inner).any(|id| id == outer.id.as_str()))
    }

    fn place(&self, hit: &Hit) -> &Place {
        &self.places.places[hit.place as usize]
    }

    /// The name that begins at a word, if one does.
    fn read(&self, scene: &Scene, at: usize, is_common: &dyn Fn(&str) -> bool) -> Option<Reading> {
        let word = &scene.words[at];
        if word.digits {
            return None;
        }
        let exact = self.index.exact(&scene.words, at);
        if exact.is_empty() {
            self.read_mistyped(scene, at, is_common)
        } else {
            self.read_exact(scene, at, exact, is_common)
        }
    }

    fn read_exact(
        &self,
        scene: &Scene,
        at: usize,
        mut hits: Vec<Hit>,
        is_common: &dyn Fn(&str) -> bool,
    ) -> Option<Reading> {
        let span = hits.first()?.words.clone();
        hits.retain(|hit| self.counts(hit, scene, is_common));
        if hits.is_empty() || scene.names_a_street(&span) {
            return None;
        }
        if span.len() == 1 && self.places.not_places.contains(&scene.words[at].folded) {
            return None;
        }
        let weak = hits.iter().all(|hit| self.is_weak(hit, scene));
        Some(Reading { standing: scene.standing(&span, hits.first()?.sense), span, hits, weak, doubtful: false })
    }

    /// A rightly spelled name counts as one, unless it is a common word that stands where no name does.
    fn counts(&self, hit: &Hit, scene: &Scene, is_common: &dyn Fn(&str) -> bool) -> bool {
        let place = self.place(hit);
        if place.kind == PlaceKind::District && !scene.beside(&hit.words, Around::District) {
            return false;
        }
        let folded = &scene.words[hit.words.start].folded;
        if hit.words.len() > 1 {
            true
        } else if place.ordinary_words.contains(folded) {
            scene.is_placed(&hit.words, Sense::Plain)
        } else {
            // Of a village nobody may have heard; the texts of the FAQ know the towns with all their endings.
            let unheard = place.kind == PlaceKind::Village && hit.ending > 0;
            !unheard || !is_common(folded) || scene.is_placed(&hit.words, hit.sense)
        }
    }

    /// A common word that nothing beside it calls a place. The centre of a city is seldom its sector.
    fn is_weak(&self, hit: &Hit, scene: &Scene) -> bool {
        let place = self.place(hit);
        let called = match place.kind {
            PlaceKind::Sector => scene.beside(&hit.words, Around::Sector),
            _ => scene.is_called_a_place(&hit.words),
        };
        place.ordinary && !called && !scene.is_whole_message(&hit.words)
    }

    fn read_mistyped(&self, scene: &Scene, at: usize, is_common: &dyn Fn(&str) -> bool) -> Option<Reading> {
        let word = &scene.words[at];
        if is_common(&word.folded) || self.places.not_places.contains(&word.folded) || word.around != Default::default()
        {
            return None;
        }
        let mut hits = self.index.mistyped(&scene.words, at);
        hits.retain(|hit| {
            let place = self.place(hit);
            let is_district = place.kind == PlaceKind::District;
            let set_as_name = scene.opens(&hit.words) || scene.is_set_as_a_name(&hit.words, hit.sense);
            !place.ordinary && (!is_district || scene.beside(&hit.words, Around::District)) && set_as_name
        });
        let first = hits.first()?.clone();
        let (span, sense) = (first.words, first.sense);
        let doubtful = !scene.is_set_as_a_name(&span, sense);
        (!scene.names_a_street(&span)).then(|| Reading {
            standing: scene.standing(&span, sense),
            span,
            hits,
            weak: false,
            doubtful,
        })
    }

    /// Decides each reading in the light of the others.
    fn decide(&self, scene: &Scene, readings: Vec<Reading>) -> Vec<Found> {
        let mut named = Named::default();
        let plain = readings.iter().filter(|reading| reading.is_plain());
        plain.flat_map(|reading| self.candidates(reading)).for_each(|place| named.add(place));
        let decided = (0..readings.len()).filter(|number| self.is_explained(&readings, *number));
        decided.filter_map(|number| self.choose(scene, &readings[number], &named)).collect()
    }

    fn candidates(&self, reading: &Reading) -> impl Iterator<Item = &Place> {
        reading.hits.iter().map(|hit| self.place(hit))
    }

    /// A common word is a name if the place around it is named close by: Roșu lîngă Cahul.
    fn is_explained(&self, readings: &[Reading], number: usize) -> bool {
        let reading = &readings[number];
        let is_sector = self.candidates(reading).any(|place| place.kind == PlaceKind::Sector);
        let close_words = if is_sector { 0 } else { 3 };
        let neighbours =
            [number.checked_sub(1), Some(number + 1)].into_iter().flatten().filter_map(|number| readings.get(number));
        let mut close = neighbours.filter(|other| {
            let words = if other.span.start >= reading.span.end {
                other.span.start - reading.span.end
            } else {
                reading.span.start - other.span.end
            };
            other.is_plain() && words <= close_words
        });
        let lies_in =
            |outer: &Place| self.candidates(reading).any(|inner| around(inner).any(|id| id == outer.id.as_str()));
        !reading.weak || close.any(|other| self.candidates(other).any(lies_in))
    }

    fn choose(&self, scene: &Scene, reading: &Reading, named: &Named<'_>) -> Option<Found> {
        let errors = reading.hits.iter().map(|hit| hit.errors).min()?;
        let near: Vec<&Place> = self.candidates(reading).collect();
        let likest: Vec<&Place> =
            reading.hits.iter().filter(|hit| hit.errors == errors).map(|hit| self.place(hit)).collect();
        let own = if reading.is_plain() { near.as_slice() } else { &[] };
        let others = Others { named, own };
        let chosen = scene.choose(&likest, &reading.span, &others);
        // Of a mistyped name also those count that are only a little less like it.
        let alone = scene.choose(if errors == 0 { &likest } else { &near }, &reading.span, &others).len() == 1;
        let (first, last) = (&scene.words[reading.span.start], &scene.words[reading.span.end - 1]);
        Some(Found {
            places: chosen.iter().map(|place| place.id.clone()).collect(),
            quote: first.range.start..last.range.end,
            certain: alone && errors <= 1 && !reading.doubtful,
            standing: reading.standing,
        })
    }
}
