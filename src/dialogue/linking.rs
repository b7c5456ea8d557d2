//! Opened links: what they lead to, for a newcomer and for somebody in the middle of something.
//!
//! What was being asked about her trips or a promise stays asked: the buttons of that question still stand above.
//! Other questions close: “yes” after an answer must not delete anything, nor is the next question a place. A link's language is that of the answer; it
//! becomes hers unless she chose one.

use super::menu::{self, MOST_BUTTONS};
use super::phrase::Phrase;
use super::reply::{Choice, Part};
use super::{Effect, Room, Stage, Turn, handing};
use crate::faq::OfficeKind;
use crate::language::Language;
use crate::links::prepared::{Contents, Dates, Prepared, Token};
use crate::links::{self, Link, Target};

impl Room<'_> {
    pub(super) fn start(&self, turn: &mut Turn, payload: &str) {
        if payload.is_empty() {
            return self.welcome(turn);
        }
        self.speak_as_the_link(turn, payload);
        let link = Link::read(payload).filter(|link| links::opens(&link.to, self.faq));
        let name = match link {
            Some(link) => self.open_link(turn, &link.to),
            None => {
                turn.say(Phrase::BrokenLink);
                turn.offer(menu::main());
                links::BROKEN.to_string()
            }
        };
        turn.effects.push(Effect::LinkOpened { name });
        let same_trips = turn.memory.trips == self.situation.memory.trips;
        if turn.memory.stage == Stage::Open && self.can_stay_open() && same_trips {
            turn.memory.stage = self.stage.clone();
        }
    }

    fn speak_as_the_link(&self, turn: &mut Turn, payload: &str) {
        if let Some(language) = Link::language_of(payload) {
            speak(turn, language);
        }
    }

    /// Opens it; gives the name under which that is counted.
    fn open_link(&self, turn: &mut Turn, to: &Target) -> String {
        match to {
            Target::Entry(id) => {
                self.answer(turn, id);
                return self.faq.entry(id).map_or_else(|| to.to_string(), |entry| entry.id.to_string());
            }
            Target::Office(id) => self.office(turn, id),
            Target::Days => self.days_or_trips_in_hand(turn),
            Target::Topics => menu::topics(turn),
            Target::NearestOffice => self.ask_place(turn, OfficeKind::OneStopShop),
            Target::Booking => self.call_asked(turn),
            Target::Prepared(token) => return self.open_prepared(turn, *token),
        }
        to.to_string()
    }

    /// What a staff member prepared: her words, what the dates come to, the answer.
    fn open_prepared(&self, turn: &mut Turn, token: Token) -> String {
        let contents = match &self.situation.prepared {
            Some(Prepared::Ready(contents)) if self.faq.entry(&contents.entry).is_some() => contents,
            Some(Prepared::Expired) => return self.prepared_no_more(turn, Phrase::PreparedExpired),
            Some(Prepared::Used) => return self.prepared_no_more(turn, Phrase::PreparedUsed),
            _ => {
                self.prepared_no_more(turn, Phrase::BrokenLink);
                return links::BROKEN.to_string();
            }
        };
        speak(turn, contents.language);
        turn.effects.push(Effect::PreparedRead(token));
        turn.say(Phrase::PreparedForYou);
        if let Some(note) = &contents.note {
            turn.say(Phrase::PreparedNote);
            turn.add(Part::Quote(note.clone()));
        }
        self.answer_with_dates(turn, contents);
        contents.entry.to_string()
    }

    fn answer_with_dates(&self, turn: &mut Turn, contents: &Contents) {
        let Dates::Trips(trips) = &contents.dates else {
            if let Some(part) = handing::counted(contents, self.faq, self.situation.today) {
                self.offer_to_remind(turn, &part);
                turn.add(part);
            }
            return self.answer(turn, &contents.entry);
        };
        self.answer(turn, &contents.entry);
        let under_the_answer = std::mem::take(&mut turn.reply.choices);
        turn.say(Phrase::TripsRead);
        turn.reply.parts.extend(handing::counted(contents, self.faq, self.situation.today));
        self.count(turn, trips.clone());
        if turn.memory.stage == Stage::Open {
            turn.offer(under_the_answer);
            turn.reply.choices.truncate(MOST_BUTTONS);
        }
    }

    fn prepared_no_more(&self, turn: &mut Turn, why: Phrase) -> String {
        turn.say(why);
        turn.offer(menu::main());
        turn.offer([Choice::CallCentre]);
        links::PREPARED.to_string()
    }

    /// The day counter; trips that were read and not confirmed yet are read back.
    fn days_or_trips_in_hand(&self, turn: &mut Turn) {
        match &self.stage {
            Stage::Confirming { trips } if !trips.is_empty() => self.read_back(turn, trips.clone()),
            _ => self.days(turn),
        }
    }

    /// Questions whose buttons still work, and to which nothing is said by chance.
    fn can_stay_open(&self) -> bool {
        !matches!(self.stage, Stage::Open | Stage::Forgetting | Stage::Place { .. })
    }
}

/// Answers in that language; it becomes hers unless she chose one.
fn speak(turn: &mut Turn, language: Language) {
    turn.language = language;
    if !turn.memory.language_chosen {
        turn.memory.language = Some(language);
    }
}
