//! Offices: which one is near, and what to say of places that none is for.

use super::phrase::Phrase;
use super::reply::{Choice, Part};
use super::{Room, Stage, Turn};
use crate::faq::{EntryId, OfficeId, OfficeKind, PlaceId, Talk};

/// The entry with all addresses.
const ONE_STOP_SHOPS: &str = "one-stop-shops";

impl Room<'_> {
    pub(super) fn ask_place(&self, turn: &mut Turn) {
        turn.memory.stage = Stage::Place;
        turn.say(Phrase::PlaceAsk);
    }

    /// Which office to go to, asked with or without a place.
    pub(super) fn where_to_go(&self, turn: &mut Turn) {
        if !self.meaning.places.is_empty() {
            return self.at_named_place(turn);
        }
        self.answer(turn, &EntryId::new(ONE_STOP_SHOPS));
        self.ask_place(turn);
    }

    pub(super) fn at_named_place(&self, turn: &mut Turn) {
        match self.meaning.places.as_slice() {
            [one] => self.at_place(turn, one),
            several => {
                turn.memory.stage = Stage::Place;
                turn.say(Phrase::PlaceWhich);
                turn.offer(several.iter().cloned().map(Choice::Place));
            }
        }
    }

    pub(super) fn at_place(&self, turn: &mut Turn, _id: &PlaceId) {
        let shops = self.faq.offices.iter().filter(|office| office.kind == OfficeKind::OneStopShop);
        let shops: Vec<OfficeId> = shops.map(|office| office.id.clone()).collect();
        turn.add(Part::OfficeList(shops));
    }

    pub(super) fn place_settles(&self, turn: &mut Turn, outside: Option<Talk>) -> bool {
        if outside.is_some() {
            return false;
        }
        self.at_named_place(turn);
        true
    }

    pub(super) fn location(&self, turn: &mut Turn, _latitude: f64, _longitude: f64) {
        self.ask_place(turn);
    }
}
