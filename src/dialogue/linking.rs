//! Opened links: what they lead to, for a newcomer and for somebody in the middle of something.
//!
//! What was being asked about her trips stays asked: the buttons of that question still stand above. Other
//! questions close: “yes” after an answer must not delete anything. A link's language is that of the answer; it
//! becomes hers unless she chose one.

use super::phrase::Phrase;
use super::{Effect, Room, Stage, Turn, menu};
use crate::faq::OfficeKind;
use crate::links::{self, Link, Target};

impl Room<'_> {
    pub(super) fn start(&self, turn: &mut Turn, payload: &str) {
        if payload.is_empty() {
            return self.welcome(turn);
        }
        self.speak_as_the_link(turn, payload);
        let link = Link::read(payload).filter(|link| links::opens(&link.to, self.faq));
        let name = match link {
            Some(link) => self.open(turn, &link.to),
            None => {
                turn.say(Phrase::BrokenLink);
                turn.offer(menu::main());
                links::BROKEN.to_string()
            }
        };
        turn.effects.push(Effect::LinkOpened { name });
        if turn.memory.stage == Stage::Open && self.is_about_trips() {
            turn.memory.stage = self.stage.clone();
        }
    }

    fn speak_as_the_link(&self, turn: &mut Turn, payload: &str) {
        let Some(language) = Link::language_of(payload) else { return };
        turn.language = language;
        if !turn.memory.language_chosen {
            turn.memory.language = Some(language);
        }
    }

    /// Opens it; gives the name under which that is counted.
    fn open(&self, turn: &mut Turn, to: &Target) -> String {
        match to {
            Target::Entry(id) => {
                self.answer(turn, id);
                return self.faq.entry(id).map_or_else(|| to.to_string(), |entry| entry.id.to_string());
            }
            Target::Office(id) => self.office(turn, id),
            Target::Days => self.days_or_trips_in_hand(turn),
            Target::Topics => menu::topics(turn),
            Target::NearestOffice => self.ask_place(turn, OfficeKind::OneStopShop),
            // An appointment is made at an office: its address comes first.
            Target::Booking => self.where_to_go(turn),
        }
        to.to_string()
    }

    /// The day counter; trips that were read and not confirmed yet are read back.
    fn days_or_trips_in_hand(&self, turn: &mut Turn) {
        match &self.stage {
            Stage::Confirming { trips } if !trips.is_empty() => self.read_back(turn, trips.clone()),
            _ => self.days(turn),
        }
    }

    fn is_about_trips(&self) -> bool {
        match &self.stage {
            Stage::Confirming { .. } | Stage::Adding { .. } | Stage::Citizenship { .. } | Stage::LeftBank { .. } => {
                true
            }
            Stage::Open | Stage::Forgetting | Stage::Place { .. } => false,
        }
    }
}
