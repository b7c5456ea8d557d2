//! The way around without a question: commands, buttons, the two levels of the menu.

use super::phrase::Phrase;
use super::reply::{Choice, Part};
use super::{Effect, Memory, Room, Stage, Turn};
use crate::faq::{EntryId, OfficeKind, Theme};
use crate::language::Language;
use crate::message::Unreadable;
use crate::understanding::Command;

/// More buttons than this hide each other on a small screen (VOICE, rule 8).
pub(super) const MOST_BUTTONS: usize = 6;
/// Entries on a page of a theme: one button less, for “More”.
const PAGE: usize = MOST_BUTTONS - 1;
/// The ways to reach a person, most useful first.
const CALL_CENTRE: [&str; 3] = ["green-line", "call-centre", "gim-email"];

/// The four buttons of the first message.
pub(super) fn main() -> Vec<Choice> {
    vec![Choice::Topics, Choice::Days, Choice::NearestOffice, Choice::Languages]
}

impl Room<'_> {
    pub(super) fn command(&self, turn: &mut Turn, command: Command) {
        match command {
            Command::Help => self.choose(turn, &Choice::Help),
            Command::Topics => self.choose(turn, &Choice::Topics),
            Command::Language => self.choose(turn, &Choice::Languages),
            Command::Privacy => self.choose(turn, &Choice::Privacy),
            Command::About => self.choose(turn, &Choice::About),
            Command::Office => self.choose(turn, &Choice::NearestOffice),
            Command::Days => self.choose(turn, &Choice::Days),
            Command::Forget => self.forget_ask(turn),
            Command::Stop => turn.say(Phrase::Stopped),
        }
    }

    /// A button, or the number that stands for it.
    pub(super) fn choose(&self, turn: &mut Turn, choice: &Choice) {
        match choice {
            Choice::Entry(id) => self.answer(turn, id),
            Choice::EntryPart(id, place) => self.answer_part(turn, id, *place),
            Choice::Topics => topics(turn),
            Choice::Theme(theme) => self.theme(turn, *theme, 0),
            Choice::More(theme, page) => self.theme(turn, *theme, *page),
            Choice::Help => self.help(turn),
            Choice::About => self.about(turn),
            Choice::Privacy => privacy(turn),
            Choice::Languages => languages(turn),
            Choice::Language(language) => set_language(turn, *language),
            Choice::Office(id) => self.office(turn, id),
            Choice::OfficesOf(id) => self.offices_of(turn, id),
            Choice::CallCentre => call_centre(turn),
            Choice::NearestOffice => self.ask_place(turn, OfficeKind::OneStopShop),
            Choice::NearestOf(kind) => self.ask_place(turn, *kind),
            Choice::Place(id) => self.at_place(turn, id, self.kind_wanted()),
            Choice::Yes => self.yes(turn),
            Choice::No => self.no(turn),
            Choice::Days => self.days(turn),
            Choice::CountTrips => self.yes(turn),
            Choice::CorrectTrips => self.correct_trips(turn),
            Choice::AddTrip => self.add_trip(turn),
            Choice::ForgetTrips => forget_trips(turn),
            // Said to the staff alone; to anybody else it is a link like others.
            Choice::HandOut(link) => self.start(turn, &link.payload()),
        }
    }

    pub(super) fn welcome(&self, turn: &mut Turn) {
        turn.say(Phrase::Welcome);
        turn.add(Part::Operator);
        turn.offer(main());
    }

    pub(super) fn help(&self, turn: &mut Turn) {
        turn.say(Phrase::Help);
        turn.add(Part::Operator);
        turn.offer(main());
        turn.offer([Choice::CallCentre, Choice::Privacy]);
    }

    fn about(&self, turn: &mut Turn) {
        turn.say(Phrase::AboutWhat);
        turn.add(Part::Operator);
        turn.offer([Choice::Topics, Choice::Privacy, Choice::CallCentre]);
    }

    fn theme(&self, turn: &mut Turn, theme: Theme, page: usize) {
        let entries: Vec<EntryId> = self.faq.entries_of(theme).map(|entry| entry.id.clone()).collect();
        let shown = entries.iter().skip(page * PAGE).take(PAGE);
        turn.say(Phrase::ThemeAsk);
        turn.offer(shown.cloned().map(Choice::Entry));
        if entries.len() > (page + 1) * PAGE {
            turn.offer([Choice::More(theme, page + 1)]);
        } else {
            turn.offer([Choice::Topics]);
        }
    }

    pub(super) fn forget_ask(&self, turn: &mut Turn) {
        turn.memory.stage = Stage::Forgetting;
        turn.say(Phrase::ForgetAsk);
        turn.offer([Choice::Yes, Choice::No]);
    }

    /// Yes to whatever was being asked.
    pub(super) fn yes(&self, turn: &mut Turn) {
        match self.stage.clone() {
            Stage::Forgetting => {
                turn.memory = Memory::default();
                turn.effects.push(Effect::Forget);
                turn.say(Phrase::Forgotten);
            }
            Stage::Confirming { trips } => self.count(turn, trips),
            Stage::Citizenship { trips } => self.citizenship(turn, trips, true),
            Stage::LeftBank { trips } => self.left_bank(turn, trips, true),
            Stage::Open | Stage::Adding { .. } | Stage::Place { .. } => nothing_asked(turn),
        }
    }

    /// No to whatever was being asked.
    pub(super) fn no(&self, turn: &mut Turn) {
        match self.stage.clone() {
            Stage::Forgetting => turn.say(Phrase::ForgetNot),
            Stage::Confirming { .. } => self.correct_trips(turn),
            Stage::Citizenship { trips } => self.citizenship(turn, trips, false),
            Stage::LeftBank { trips } => self.left_bank(turn, trips, false),
            Stage::Adding { trips } => self.read_back(turn, trips),
            Stage::Open | Stage::Place { .. } => nothing_asked(turn),
        }
    }

    pub(super) fn unreadable(&self, turn: &mut Turn, what: Unreadable) {
        // What was asked stays asked: a picture is no answer to it.
        turn.memory.stage = self.stage.clone();
        turn.say(match what {
            Unreadable::Photo => Phrase::CannotReadPhoto,
            Unreadable::Voice => Phrase::CannotReadVoice,
            Unreadable::Video => Phrase::CannotReadVideo,
            Unreadable::Sticker => Phrase::CannotReadSticker,
            Unreadable::Document => Phrase::CannotReadDocument,
            Unreadable::Contact => Phrase::CannotReadContact,
            Unreadable::Empty => Phrase::CannotReadEmpty,
            Unreadable::OldButton => Phrase::OldButton,
            Unreadable::Other => Phrase::CannotReadOther,
        });
        turn.offer([Choice::Topics, Choice::Help]);
    }
}

pub(super) fn topics(turn: &mut Turn) {
    turn.say(Phrase::TopicsAsk);
    turn.offer(Theme::ALL.map(Choice::Theme));
    turn.offer([Choice::Days, Choice::NearestOffice, Choice::CallCentre]);
}

pub(super) fn privacy(turn: &mut Turn) {
    turn.say(Phrase::Privacy);
    turn.offer([Choice::About, Choice::Topics]);
}

pub(super) fn languages(turn: &mut Turn) {
    turn.say(Phrase::LanguageAsk);
    turn.offer(Language::ALL.map(Choice::Language));
}

pub(super) fn set_language(turn: &mut Turn, language: Language) {
    turn.language = language;
    turn.memory.language = Some(language);
    turn.memory.language_chosen = true;
    turn.say(Phrase::LanguageSet);
    turn.offer(main());
}

pub(super) fn call_centre(turn: &mut Turn) {
    turn.say(Phrase::CallCentre);
    turn.add(Part::Contacts(contact_ids()));
    turn.offer([Choice::Topics, Choice::NearestOffice]);
}

/// The ways to reach a person, as ids of contacts.
pub fn contact_ids() -> Vec<String> {
    CALL_CENTRE.map(str::to_string).to_vec()
}

pub(super) fn forget_trips(turn: &mut Turn) {
    turn.memory.trips.clear();
    turn.say(Phrase::TripsForgotten);
    turn.offer([Choice::Days, Choice::Topics]);
}

fn nothing_asked(turn: &mut Turn) {
    turn.say(Phrase::NothingToConfirm);
    turn.offer(main());
}
