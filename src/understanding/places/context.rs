//! What the words around a name say: whether it is a place at all, which one of several, and how the
//! person stands to it.

use std::collections::HashMap;
use std::ops::Range;

use super::Standing;
use super::index::Sense;
use super::words::{Marks, Word};
use crate::faq::places::{Around, Place, PlaceKind, Region};

/// The words of a message, asked about a part of them. What all of them say is gathered once, so that
/// a message of nothing but names stays linear.
pub(super) struct Scene {
    pub words: Vec<Word>,
    anywhere: Marks,
    clauses: Vec<Clause>,
}

#[derive(Clone, Copy, Default)]
struct Clause {
    says: Marks,
    /// The first word of going.
    going: Option<usize>,
}

impl Scene {
    pub fn new(words: Vec<Word>) -> Scene {
        let last = words.last().map_or(0, |word| word.clause as usize);
        let mut scene = Scene { anywhere: Marks::default(), clauses: vec![Clause::default(); last + 1], words };
        for (at, word) in scene.words.iter().enumerate() {
            let clause = &mut scene.clauses[word.clause as usize];
            clause.says.join(word.around);
            scene.anywhere.join(word.around);
            if word.says(Around::Going) {
                clause.going.get_or_insert(at);
            }
        }
        scene
    }

    fn before(&self, span: &Range<usize>, back: usize) -> Option<&Word> {
        let clause = self.words[span.start].clause;
        self.words.get(span.start.checked_sub(back)?).filter(|word| word.clause == clause)
    }

    fn after(&self, span: &Range<usize>, ahead: usize) -> Option<&Word> {
        let clause = self.words[span.end - 1].clause;
        self.words.get(span.end - 1 + ahead).filter(|word| word.clause == clause)
    }

    /// A word of this kind stands right before or right after.
    pub fn beside(&self, span: &Range<usize>, around: Around) -> bool {
        [self.before(span, 1), self.after(span, 1)].into_iter().flatten().any(|word| word.says(around))
    }

    pub fn names_a_street(&self, span: &Range<usize>) -> bool {
        self.beside(span, Around::Street)
    }

    /// A word such as "village" or "sector" says that this is the name of one.
    pub fn is_called_a_place(&self, span: &Range<usize>) -> bool {
        [Around::Settlement, Around::District, Around::Sector].into_iter().any(|around| self.beside(span, around))
    }

    pub fn is_whole_message(&self, span: &Range<usize>) -> bool {
        span.len() == self.words.len()
    }

    /// Stands where a common word that is also a name may be meant as the name.
    pub fn is_placed(&self, span: &Range<usize>, sense: Sense) -> bool {
        let counts = self.after(span, 1).is_some_and(|word| word.says(Around::Counted) || word.digits);
        let preposition = self.before(span, 1).is_some_and(|word| word.says(Around::Before));
        let opens = span.start == 0 && self.after(span, 1).is_none();
        !counts && (preposition || sense != Sense::Plain || opens || self.is_called_a_place(span))
    }

    /// A name opens a message more often than a mistyped word does, but not so that one could rely on it.
    pub fn opens(&self, span: &Range<usize>) -> bool {
        span.start == 0
    }

    /// Stands where a mistyped word is most probably a name.
    pub fn is_set_as_a_name(&self, span: &Range<usize>, sense: Sense) -> bool {
        let first = &self.words[span.start];
        let written_as_name = first.capital && !self.before(span, 1).is_none_or(|word| word.capital);
        written_as_name || self.is_placed(span, sense)
    }

    /// How the person stands to a place, by what the clause says of it.
    pub fn standing(&self, span: &Range<usize>, sense: Sense) -> Standing {
        let clause = &self.clauses[self.words[span.start].clause as usize];
        if self.is_denied(span) {
            Standing::Denied
        } else if sense == Sense::Person || clause.says.has(Around::Here) {
            Standing::Here
        } else if clause.says.has(Around::Earlier) {
            Standing::Earlier
        } else if clause.going.is_some_and(|going| going < span.start) {
            Standing::Going
        } else {
            Standing::Named
        }
    }

    /// "not in …", "I do not live in …", with nothing else between; or the Turkic "… değil".
    fn is_denied(&self, span: &Range<usize>) -> bool {
        const BETWEEN: [Around; 5] =
            [Around::Before, Around::Settlement, Around::District, Around::Sector, Around::Here];
        let mut before = (1..=4).map_while(|back| self.before(span, back));
        let first = before.find(|word| !BETWEEN.into_iter().any(|around| word.says(around)));
        first.is_some_and(|word| word.says(Around::Not))
            || self.after(span, 1).is_some_and(|word| word.says(Around::NotAfter))
    }

    /// Of several places of one name, those that the message speaks of; `others` are the
    /// other places that it names.
    pub fn choose<'p>(&self, candidates: &[&'p Place], span: &Range<usize>, others: &Others<'_>) -> Vec<&'p Place> {
        let mut left: Vec<&Place> = candidates.to_vec();
        let district = self.beside(span, Around::District);
        let sector = self.beside(span, Around::Sector);
        keep(&mut left, |place| district && !sector && place.kind == PlaceKind::District);
        keep(&mut left, |place| sector && place.kind == PlaceKind::Sector);
        keep(&mut left, |place| around(place).any(|id| others.has(id)));
        let in_the_north = self.anywhere.has(Around::North) || others.has_region(Region::North);
        keep(&mut left, |place| in_the_north && place.region == Region::North);
        keep(&mut left, |place| self.anywhere.has(Around::Capital) && is_of_the_capital(place));
        let called_town = self.beside(span, Around::Settlement);
        keep(&mut left, |place| called_town && !matches!(place.kind, PlaceKind::Sector | PlaceKind::Neighbourhood));
        keep(&mut left, is_known);
        left.sort_by_key(|place| {
            matches!(place.kind, PlaceKind::Sector | PlaceKind::Neighbourhood | PlaceKind::Village)
        });
        left
    }
}

/// The places that a message names, each with how often.
#[derive(Default)]
pub(super) struct Named<'p> {
    ids: HashMap<&'p str, usize>,
    regions: HashMap<Region, usize>,
}

impl<'p> Named<'p> {
    pub fn add(&mut self, place: &'p Place) {
        *self.ids.entry(place.id.as_str()).or_default() += 1;
        *self.regions.entry(place.region).or_default() += 1;
    }
}

/// What a message names besides one of its names.
pub(super) struct Others<'n> {
    pub named: &'n Named<'n>,
    /// The places that this name itself added.
    pub own: &'n [&'n Place],
}

impl Others<'_> {
    fn has(&self, id: &str) -> bool {
        let own = self.own.iter().filter(|place| place.id.as_str() == id).count();
        self.named.ids.get(id).is_some_and(|times| *times > own)
    }

    fn has_region(&self, region: Region) -> bool {
        let own = self.own.iter().filter(|place| place.region == region).count();
        self.named.regions.get(&region).is_some_and(|times| *times > own)
    }
}

/// Keeps what is so, unless nothing is.
fn keep(places: &mut Vec<&Place>, so: impl Fn(&Place) -> bool) {
    if places.iter().any(|place| so(place)) {
        places.retain(|place| so(place));
    }
}

fn is_known(place: &Place) -> bool {
    place.kind != PlaceKind::Village || place.well_known
}

fn is_of_the_capital(place: &Place) -> bool {
    place.district.as_ref().is_some_and(|district| district.as_str() == CAPITAL)
}

const CAPITAL: &str = "chisinau";

/// The ids of the district, its chief town, the city or the region in which a place lies.
pub(super) fn around(place: &Place) -> impl Iterator<Item = &str> {
    let district = place.district.as_ref().map(|district| district.as_str());
    let seat = district.and_then(|district| district.strip_suffix("-district"));
    district.into_iter().chain(seat)
}
