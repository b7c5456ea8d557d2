//! Turns the draft of `places.toml` into places, or tells all that is wrong with it at once.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use toml::Spanned;

use super::draft::{AbroadDraft, Lists, Names, PlaceDraft, PlacesDraft};
use super::{AbroadTown, Around, Finding, Place, PlaceId, PlaceKind, Places, Point};
use crate::language::{Language, PerLanguage};
use crate::understanding::spelling::fold;

/// Moldova, Bucharest and what lies between: a place outside of it is a slip of the pen.
const LATITUDES: Range<f64> = 44.0..48.6;
const LONGITUDES: Range<f64> = 26.0..30.3;

impl PlacesDraft {
    /// The places, or every fault of the file.
    pub fn check(self) -> Result<Places, Vec<Finding>> {
        let ids: BTreeSet<String> = self.place.iter().map(|place| place.id.get_ref().clone()).collect();
        let mut checker = Checker { ids, sources: &self.sources, findings: Vec::new() };
        checker.unique(&self.place);
        checker.no_names(&self.not_places, &self.place);
        let endings =
            checker.languages(&self.endings).map(|lists| lists.iter().flat_map(|(_, list)| list.clone()).collect());
        let words = checker.words(self.words);
        let places = self.place.into_iter().filter_map(|draft| checker.place(draft)).collect();
        let abroad = self.abroad.into_iter().map(|draft| checker.abroad(draft)).collect();
        if !checker.findings.is_empty() {
            return Err(checker.findings);
        }
        let person_endings = self.endings_of_persons.into_values().flatten().collect();
        let not_places = self.not_places.into_values().flatten().map(|word| fold(&word)).collect();
        Ok(Places { places, abroad, endings: endings.unwrap_or_default(), person_endings, words, not_places })
    }
}

struct Checker<'d> {
    ids: BTreeSet<String>,
    sources: &'d BTreeMap<String, String>,
    findings: Vec<Finding>,
}

impl Checker<'_> {
    fn find(&mut self, at: Range<usize>, rule: &'static str, message: String, way_out: &str) {
        self.findings.push(Finding { at, rule, message, way_out: way_out.to_string() });
    }

    fn unique(&mut self, places: &[PlaceDraft]) {
        let mut seen = BTreeSet::new();
        for place in places {
            if !seen.insert(place.id.get_ref()) {
                let message = format!("`{}` stands here twice", place.id.get_ref());
                self.find(
                    place.id.span(),
                    "id-twice",
                    message,
                    "give one of the two another id, say with its district",
                );
            }
        }
    }

    /// What is never a place cannot be the name of one.
    fn no_names(&mut self, not_places: &BTreeMap<Language, Vec<String>>, places: &[PlaceDraft]) {
        let words: BTreeSet<String> = not_places.values().flatten().map(|word| fold(word)).collect();
        for place in places {
            let mut names = place.names.get_ref().values().flatten();
            if let Some(name) = names.find(|name| words.contains(&fold(name.get_ref()))) {
                let message = format!("`{}` is a name here and stands in [not-places] too", name.get_ref());
                self.find(
                    name.span(),
                    "name-is-no-place",
                    message,
                    "take it out of one of the two, or use ordinary-words",
                );
            }
        }
    }

    fn place(&mut self, draft: PlaceDraft) -> Option<Place> {
        let seat = self.known(draft.seat);
        let district = self.known(draft.district);
        let by_road = self.known(draft.by_road);
        if (draft.kind == PlaceKind::District) != seat.is_some() {
            let message = format!("`{}`: a district has a seat, and nothing else has one", draft.id.get_ref());
            self.find(
                draft.id.span(),
                "seat",
                message,
                "write seat = \"…\", the id of its chief town, or leave it out",
            );
        }
        let at = self.point(&draft.at);
        let source = self.source(&draft.source);
        let names = self.names(&draft.names)?;
        Some(Place {
            id: PlaceId::new(draft.id.get_ref()),
            kind: draft.kind,
            region: draft.region,
            district,
            seat,
            names,
            at,
            by_road,
            ordinary: draft.ordinary,
            ordinary_words: draft.ordinary_words.iter().map(|word| fold(word)).collect(),
            well_known: draft.well_known,
            source,
        })
    }

    fn abroad(&mut self, draft: AbroadDraft) -> AbroadTown {
        self.source(&draft.source);
        let [lat, lon] = *draft.at.get_ref();
        AbroadTown { name: draft.name, country: draft.country, at: Point { lat, lon } }
    }

    fn known(&mut self, id: Option<Spanned<String>>) -> Option<PlaceId> {
        let id = id?;
        if !self.ids.contains(id.get_ref()) {
            let message = format!("`{}` is no place of this file", id.get_ref());
            let near = |known: &&String| (strsim::normalized_damerau_levenshtein(known, id.get_ref()) * 1000.0) as u32;
            let way_out = match self.ids.iter().max_by_key(near) {
                Some(nearest) => format!("did you mean `{nearest}`?"),
                None => "add the place".to_string(),
            };
            self.find(id.span(), "unknown-id", message, &way_out);
        }
        Some(PlaceId::new(id.get_ref()))
    }

    fn point(&mut self, at: &Spanned<[f64; 2]>) -> Point {
        let [lat, lon] = *at.get_ref();
        if !LATITUDES.contains(&lat) || !LONGITUDES.contains(&lon) {
            let message = format!("{lat}, {lon} lies far from Moldova");
            self.find(at.span(), "coordinates", message, "write latitude first, then longitude: at = [47.009, 28.859]");
        }
        Point { lat, lon }
    }

    fn source(&mut self, key: &Spanned<String>) -> String {
        self.sources.get(key.get_ref()).cloned().unwrap_or_else(|| {
            let message = format!("the source `{}` is not explained in [sources]", key.get_ref());
            self.find(key.span(), "unknown-source", message, "name a key of [sources], or add it there");
            String::new()
        })
    }

    fn names(&mut self, names: &Names) -> Option<PerLanguage<Vec<String>>> {
        for name in names.get_ref().values().flatten().filter(|name| fold(name.get_ref()).chars().count() < 3) {
            let message = format!("`{}` is too short to be told from other words", name.get_ref());
            self.find(name.span(), "short-name", message, "leave it out, or write the full name");
        }
        let plain = |list: &Vec<Spanned<String>>| list.iter().map(|name| name.get_ref().clone()).collect();
        let lists = names.get_ref().iter().map(|(language, list)| (*language, plain(list))).collect();
        self.languages(&Spanned::new(names.span(), lists))
    }

    fn words(&mut self, lists: BTreeMap<Spanned<Around>, Lists>) -> Vec<(Around, String)> {
        for around in Around::ALL.into_iter().filter(|around| !lists.keys().any(|key| key.get_ref() == around)) {
            let message = format!("the words of [words] for {around:?} are missing");
            self.find(0..0, "missing-words", message, "add the table, with a list for each language");
        }
        let mut words = Vec::new();
        for (around, lists) in &lists {
            if *around.get_ref() != Around::NotAfter {
                self.languages(lists);
            }
            words.extend(lists.get_ref().values().flatten().map(|word| (*around.get_ref(), word.clone())));
        }
        words
    }

    /// One list for every language, none of them empty.
    fn languages(&mut self, lists: &Lists) -> Option<PerLanguage<Vec<String>>> {
        let missing = |language: &Language| lists.get_ref().get(language).is_none_or(Vec::is_empty);
        let missing: Vec<&str> =
            Language::ALL.iter().filter(|language| missing(language)).map(|language| language.code()).collect();
        if !missing.is_empty() {
            let message = format!("nothing is written here in: {}", missing.join(" "));
            self.find(lists.span(), "missing-language", message, "add a list for each language");
        }
        PerLanguage::try_new(|language| lists.get_ref().get(&language).cloned())
    }
}
