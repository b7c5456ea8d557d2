//! Offices: which one is near, and what to say of places that none is for.
//!
//! Speaks of the nearest office, never of the competent one: no source tells which district belongs to which
//! (see `understanding::places::routing`). The others follow after it. Of names that several places bear it asks
//! which is meant, but only when that changes the office.

use super::menu::{self, MOST_BUTTONS};
use super::phrase::Phrase;
use super::reply::{Choice, Part};
use super::{Room, Stage, Turn};
use crate::faq::places::{Neighbour, Point};
use crate::faq::{Country, EntryId, Faq, Office, OfficeId, OfficeKind, Place, PlaceId, Talk, Theme};
use crate::understanding::places::routing::{Near, OfficeAt, Standpoint, Whereabouts, route};
use crate::understanding::topics::{Judgement, Verdict};

/// The entry with all addresses.
pub const ONE_STOP_SHOPS: &str = "one-stop-shops";
const INTEGRATION_CENTRES: &str = "integration-centres";
/// What there is to say to a person in Romania.
const BUCHAREST: &str = "bucharest-office";
/// What there is to say to a person on the left bank or in Bender.
const LEFT_BANK: &str = "left-bank-exemption";

/// Below this certainty a place decides nothing between entries: people name places in questions about all things.
const UNSURE: f32 = 0.3;

/// The kind of office that an entry tells the addresses of, when it tells nothing else.
pub fn kind_of(entry: &EntryId) -> Option<OfficeKind> {
    match entry.as_str() {
        ONE_STOP_SHOPS => Some(OfficeKind::OneStopShop),
        INTEGRATION_CENTRES => Some(OfficeKind::IntegrationCentre),
        _ => None,
    }
}

/// The offices of a kind, the one to name first at the head; the distance is to the town it stands in.
pub fn nearest<'f>(faq: &'f Faq, from: &Standpoint, kind: OfficeKind) -> Vec<(&'f Office, f64)> {
    let offices = faq.offices.iter().filter(|office| office.kind == kind);
    let points: Vec<OfficeAt<'_>> = offices
        .filter_map(|office| {
            let at = faq.place(&office.place)?.at;
            Some(OfficeAt { id: office.id.as_str(), town: &office.place, directorate: office.directorate, at })
        })
        .collect();
    let office = |near: Near<'_>| Some((faq.office(&OfficeId::new(near.id))?, near.km));
    route(from, &points).into_iter().filter_map(office).collect()
}

/// The office to name first to a person in a place.
pub fn first_office<'f>(faq: &'f Faq, place: &Place, kind: OfficeKind) -> Option<&'f Office> {
    nearest(faq, &Standpoint::of(place), kind).first().map(|(office, _)| *office)
}

impl Room<'_> {
    pub(super) fn ask_place(&self, turn: &mut Turn, kind: OfficeKind) {
        turn.memory.stage = Stage::Place { kind };
        turn.say(Phrase::PlaceAsk);
        turn.add(Part::LocationButton);
    }

    /// What was written where a place was asked for is none that is known.
    pub(super) fn place_unknown(&self, turn: &mut Turn, kind: OfficeKind) {
        turn.memory.stage = Stage::Place { kind };
        turn.say(Phrase::PlaceUnknown);
        turn.offer([Choice::OfficesOf(EntryId::new(ONE_STOP_SHOPS)), Choice::Topics, Choice::CallCentre]);
    }

    /// The button that sends a location goes when nothing asks for one any more.
    pub(super) fn take_back_location_button(&self, turn: &mut Turn) {
        let asked = |stage: &Stage| match stage {
            Stage::Place { .. } => true,
            Stage::Call(wish) => wish.by_phone,
            _ => false,
        };
        if asked(&self.stage) && !asked(&turn.memory.stage) && !turn.reply.parts.is_empty() {
            turn.add(Part::NoLocationButton);
        }
    }

    /// The kind of office that was being looked for.
    pub(super) fn kind_wanted(&self) -> OfficeKind {
        match &self.stage {
            Stage::Place { kind } => *kind,
            _ => OfficeKind::OneStopShop,
        }
    }

    /// Which office to go to, asked without a place.
    pub(super) fn where_to_go(&self, turn: &mut Turn) {
        if let Some(id) = self.answered_with_other_offices() {
            return self.answer(turn, &id);
        }
        self.answer(turn, &EntryId::new(ONE_STOP_SHOPS));
        self.ask_place(turn, OfficeKind::OneStopShop);
    }

    /// Whether the message asks for the office near a place that it names.
    pub(super) fn place_settles(&self, turn: &mut Turn, judgement: &Judgement) -> bool {
        let may = judgement.may_ask_office && !self.meaning.places.is_empty();
        let Some(kind) = self.kind_asked(judgement).filter(|_| may) else { return false };
        match self.answered_with_other_offices().filter(|_| !judgement.verdict.is_answer()) {
            Some(id) => self.answer(turn, &id),
            None => self.at_named_place(turn, kind),
        }
        true
    }

    /// “Where do I go?” right after an answer that sends her elsewhere than to a one-stop shop, to the Border Police say.
    fn answered_with_other_offices(&self) -> Option<EntryId> {
        let entry = self.situation.memory.about.as_ref().and_then(|id| self.faq.entry(id))?;
        let mut kinds = entry.offices.iter().filter_map(|id| self.faq.office(id)).map(|office| office.kind).peekable();
        let elsewhere = kinds.peek().is_some() && kinds.all(|kind| kind != OfficeKind::OneStopShop);
        (elsewhere && kind_of(&entry.id).is_none() && entry.theme != Theme::Offices).then(|| entry.id.clone())
    }

    /// The kind of office that a message with a place asks for; `None` when it is about something else.
    fn kind_asked(&self, judgement: &Judgement) -> Option<OfficeKind> {
        match &judgement.verdict {
            Verdict::Talk(Talk::Office) => Some(OfficeKind::OneStopShop),
            Verdict::Answer(id) => kind_of(id),
            Verdict::Choices(ids) if judgement.score >= UNSURE => ids.first().and_then(kind_of),
            Verdict::Unknown { outside: None } if self.meaning.dates.is_empty() => Some(OfficeKind::OneStopShop),
            _ => None,
        }
    }

    pub(super) fn at_named_place(&self, turn: &mut Turn, kind: OfficeKind) {
        let places: Vec<&Place> = self.meaning.places.iter().filter_map(|id| self.faq.place(id)).collect();
        let Some(likeliest) = places.first() else { return self.place_unknown(turn, kind) };
        let first = |place: &&Place| {
            (Standpoint::of(place).whereabouts, first_office(self.faq, place, kind).map(|office| &office.id))
        };
        if places.iter().all(|place| first(place) == first(likeliest)) {
            return self.at_place(turn, &likeliest.id, kind);
        }
        turn.memory.stage = Stage::Place { kind };
        turn.say(Phrase::PlaceWhich);
        turn.offer(places.iter().take(MOST_BUTTONS).map(|place| Choice::Place(place.id.clone())));
    }

    pub(super) fn at_place(&self, turn: &mut Turn, id: &PlaceId, kind: OfficeKind) {
        let Some(place) = self.faq.place(id) else { return self.place_unknown(turn, kind) };
        let name = place.name(turn.language).to_string();
        self.near(turn, &Standpoint::of(place), kind, &|_, _| Phrase::OfficeNearest { place: name.clone() });
    }

    /// Under an answer that sends people to one-stop shops, or when another sentence asks for one: the one near the place
    /// that the message names.
    pub(super) fn office_near(&self, turn: &mut Turn, entry: &EntryId, asked: bool) {
        let kind = OfficeKind::OneStopShop;
        let named = self.faq.entry(entry).map_or(&[][..], |entry| &entry.offices);
        let leads_there = named.iter().filter_map(|id| self.faq.office(id)).any(|office| office.kind == kind);
        let places: Vec<&Place> = self.meaning.places.iter().filter_map(|id| self.faq.place(id)).collect();
        let Some(likeliest) = places.first().filter(|_| leads_there || asked) else { return };
        let Some(office) = first_office(self.faq, likeliest, kind) else { return };
        let same = |place: &&Place| {
            let served = matches!(Standpoint::of(place).whereabouts, Whereabouts::Served(_));
            served && first_office(self.faq, place, kind).is_some_and(|other| other.id == office.id)
        };
        if places.iter().all(same) {
            turn.say(Phrase::OfficeNearest { place: likeliest.name(turn.language).to_string() });
            turn.add(Part::OtherOffices(vec![office.id.clone()]));
        }
    }

    /// The office that another sentence asks for, when none could be named under the answer.
    pub(super) fn also_office(&self, turn: &mut Turn, judgement: &Judgement) {
        let named = turn.reply.parts.iter().any(|part| matches!(part, Part::OtherOffices(_)));
        if judgement.also_office && !named {
            turn.say(Phrase::AlsoAsked);
            turn.reply.choices.retain(|choice| *choice != Choice::NearestOffice);
            turn.reply.choices.insert(0, Choice::NearestOffice);
            turn.reply.choices.truncate(MOST_BUTTONS);
        }
    }

    /// A location that was shared: also tells the distance, unless she is in the office's own town.
    pub(super) fn location(&self, turn: &mut Turn, latitude: f64, longitude: f64) {
        let from = Standpoint::at(&self.faq.places, Point { lat: latitude, lon: longitude });
        let name = from.place.as_ref().and_then(|id| self.faq.place(id)).map(|place| place.name(turn.language));
        let place = name.unwrap_or_default().to_string();
        self.near(turn, &from, self.kind_wanted(), &|office, km| match from.place.as_ref() == Some(&office.place) {
            true => Phrase::OfficeNearest { place: place.clone() },
            false => Phrase::OfficeNearestKm { place: place.clone(), km: (km.round() as i64).max(1) },
        });
    }

    fn near(&self, turn: &mut Turn, from: &Standpoint, kind: OfficeKind, head: &dyn Fn(&Office, f64) -> Phrase) {
        let ranked = nearest(self.faq, from, kind);
        let (Some((first, km)), others) = (ranked.first(), ranked.get(1..).unwrap_or_default()) else {
            return self.where_to_go(turn);
        };
        match from.whereabouts {
            Whereabouts::Abroad(Neighbour::Romania) => return self.in_romania(turn),
            Whereabouts::Abroad(Neighbour::Ukraine) | Whereabouts::Elsewhere => return self.abroad(turn, &ranked),
            Whereabouts::LeftBank | Whereabouts::Bender => {
                let place = from.place.as_ref().and_then(|id| self.faq.place(id));
                let place = place.map_or("", |place| place.name(turn.language)).to_string();
                turn.say(Phrase::PlaceLeftBank { place });
                turn.offer([Choice::Entry(EntryId::new(LEFT_BANK))]);
            }
            Whereabouts::Served(_) => {}
        }
        turn.say(head(first, *km));
        turn.add(self.card(&first.id));
        if !others.is_empty() {
            turn.say(Phrase::OfficesOther);
            turn.add(Part::OtherOffices(others.iter().map(|(office, _)| office.id.clone()).collect()));
        }
        turn.offer([Choice::RemindOffice(first.id.clone())]);
        turn.offer(towns(others));
        turn.offer([Choice::CallCentre]);
        turn.reply.choices.truncate(MOST_BUTTONS);
    }

    /// Another country has another authority; what is ours is named after it.
    fn in_romania(&self, turn: &mut Turn) {
        self.answer(turn, &EntryId::new(BUCHAREST));
        turn.say(Phrase::PlaceRomania);
        turn.offer([Choice::Entry(EntryId::new(ONE_STOP_SHOPS)), Choice::CallCentre]);
    }

    fn abroad(&self, turn: &mut Turn, ranked: &[(&Office, f64)]) {
        turn.say(Phrase::PlaceAbroad);
        turn.add(Part::OfficeList(ranked.iter().map(|(office, _)| office.id.clone()).collect()));
        turn.offer(towns(ranked));
        turn.offer([Choice::CallCentre]);
    }

    fn card(&self, id: &OfficeId) -> Part {
        Part::Office { id: id.clone(), at: self.situation.at }
    }

    pub(super) fn office(&self, turn: &mut Turn, id: &OfficeId) {
        turn.add(self.card(id));
        turn.offer([Choice::RemindOffice(id.clone()), Choice::NearestOffice, Choice::Topics, Choice::CallCentre]);
    }

    /// The offices that an answer names.
    pub(super) fn offices_of(&self, turn: &mut Turn, id: &EntryId) {
        let named = self.faq.entry(id).map_or(&[][..], |entry| &entry.offices);
        let offices: Vec<&Office> = named.iter().filter_map(|id| self.faq.office(id)).collect();
        turn.say(Phrase::OfficesOfAnswer);
        match offices.as_slice() {
            [] => turn.add(Part::Contacts(menu::contact_ids())),
            [one] => turn.add(self.card(&one.id)),
            [first, ..] => {
                turn.add(Part::OfficeList(named.to_vec()));
                turn.offer(near_one(first));
            }
        }
        turn.offer([Choice::Entry(id.clone()), Choice::CallCentre]);
    }
}

/// The way to the nearest office of a kind.
fn near_one(office: &Office) -> Option<Choice> {
    match (office.country, office.kind) {
        (Country::Romania, _) => None,
        (_, OfficeKind::OneStopShop) => Some(Choice::NearestOffice),
        (_, kind) => Some(Choice::NearestOf(kind)),
    }
}

/// A button for the office of each town: two buttons that say the same would help nobody.
fn towns(offices: &[(&Office, f64)]) -> Vec<Choice> {
    let is_first = |place: usize| offices[..place].iter().all(|(office, _)| office.place != offices[place].0.place);
    (0..offices.len())
        .filter(|place| is_first(*place))
        .map(|place| Choice::Office(offices[place].0.id.clone()))
        .collect()
}
