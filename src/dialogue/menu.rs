//! The way around without a question: commands, buttons, the two levels of the menu.

use super::booking::watch;
use super::phrase::Phrase;
use super::reply::{Asked, Choice, Part};
use super::{Effect, Memory, Room, Situation, Stage, Turn};
use crate::faq::{EntryId, OfficeKind, Theme};
use crate::language::Language;
use crate::message::Unreadable;
use crate::understanding::Command;
use crate::understanding::dates::Direction;

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
            Command::FollowUps => self.follow_ups(turn),
            Command::CallBack => self.call_asked(turn),
            Command::MyData => self.my_data(turn),
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
            Choice::CallCentre => call_centre(turn, self.situation.centre.is_some()),
            Choice::NearestOffice => self.ask_place(turn, OfficeKind::OneStopShop),
            Choice::NearestOf(kind) => self.ask_place(turn, *kind),
            Choice::Place(id) => self.at_place(turn, id, self.kind_wanted()),
            Choice::Yes => self.yes(turn),
            Choice::No => self.no(turn),
            Choice::YesTo(asked) => self.pressed(turn, *asked, true),
            Choice::NoTo(asked) => self.pressed(turn, *asked, false),
            Choice::Days => self.days(turn),
            Choice::CountTrips => self.pressed(turn, Asked::Trips, true),
            Choice::EnteredOn(date) => self.passed_border(turn, *date, Direction::In),
            Choice::LeftOn(date) => self.passed_border(turn, *date, Direction::Out),
            Choice::CorrectTrips => self.correct_trips(turn),
            Choice::AddTrip => self.add_trip(turn),
            Choice::ForgetTrips => self.forget_trips(turn),
            Choice::RemindLastDay => self.remind_of_last_day(turn, None),
            Choice::RemindDeadline(kind, event, exit) => self.remind_of_deadline(turn, *kind, *event, *exit),
            Choice::RemindOffice(id) => self.remind_of_office(turn, id),
            Choice::At(at) => self.at_pressed(turn, *at),
            Choice::OtherTime => self.other_time(turn),
            Choice::FollowUps => self.follow_ups(turn),
            Choice::FollowUp(id, _) => self.follow_up(turn, *id),
            Choice::Cancel(id) => self.cancel(turn, *id),
            Choice::Move(id) => self.move_asked(turn, *id),
            Choice::Done(id) => self.done(turn, *id),
            Choice::Snooze(id) => self.snooze(turn, *id),
            Choice::CallBack => self.call_asked(turn),
            Choice::CallDay(day) => self.call_day_pressed(turn, *day, 0),
            Choice::CallTimes(day, page) => self.call_day_pressed(turn, *day, *page),
            Choice::CallByChat => self.call_reach(turn, false),
            Choice::CallByPhone => self.call_reach(turn, true),
            Choice::HandOver => self.hand_over(turn),
            Choice::BackToBot => self.back_to_bot(turn),
            Choice::Watch(id) => self.watch(turn, id),
            Choice::MyData => self.my_data(turn),
            // Said to the staff alone; to anybody else it is a link like others.
            Choice::HandOut(link) => self.start(turn, &link.payload()),
            // A staff member's button means nothing to anybody else.
            Choice::Desk(..) => self.unreadable(turn, Unreadable::OldButton),
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
        turn.offer([Choice::YesTo(Asked::Forget), Choice::NoTo(Asked::Forget)]);
    }

    /// A button that answers one question: it answers no other.
    fn pressed(&self, turn: &mut Turn, asked: Asked, is_yes: bool) {
        match &self.stage {
            stage if stage.asks() == Some(asked) && is_yes => self.yes(turn),
            stage if stage.asks() == Some(asked) => self.no(turn),
            // Pressed twice: the question that came in between is asked again.
            Stage::Citizenship { trips } | Stage::LeftBank { trips } => self.count(turn, trips.clone()),
            Stage::Open => nothing_asked(turn),
            _ => self.unreadable(turn, Unreadable::OldButton),
        }
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
            Stage::Booking { subject, at, also } if at > self.situation.now() => {
                self.book(turn, subject, [vec![at], also].concat());
            }
            Stage::Booking { .. } => self.ask_when(turn, self.wanted()),
            Stage::Cancelling { ids } => self.cancel_these(turn, &ids),
            Stage::When { .. } => self.ask_when(turn, self.wanted()),
            Stage::Call(wish) => self.call(turn, wish),
            Stage::Direction { .. } | Stage::Entered { .. } => self.not_understood(turn),
            Stage::Open | Stage::Adding { .. } | Stage::Place { .. } => nothing_asked(turn),
            Stage::PickingToCancel | Stage::PickingToMove { .. } => self.pick_again(turn),
        }
    }

    /// No to whatever was being asked.
    pub(super) fn no(&self, turn: &mut Turn) {
        match self.stage.clone() {
            Stage::Forgetting => turn.say(Phrase::ForgetNot),
            Stage::Confirming { .. } => self.correct_trips(turn),
            Stage::Citizenship { trips } => self.citizenship(turn, trips, false),
            Stage::LeftBank { trips } => self.left_bank(turn, trips, false),
            Stage::Adding { trips, .. } if !trips.is_empty() => self.read_back(turn, trips),
            Stage::Booking { .. } | Stage::When { .. } | Stage::Call(_) => turn.say(Phrase::BookingNot),
            Stage::Cancelling { .. } | Stage::PickingToCancel | Stage::PickingToMove { .. } => {
                turn.say(Phrase::NothingChanged)
            }
            Stage::Open
            | Stage::Adding { .. }
            | Stage::Place { .. }
            | Stage::Direction { .. }
            | Stage::Entered { .. } => nothing_asked(turn),
        }
    }

    fn forget_trips(&self, turn: &mut Turn) {
        turn.memory.trips.clear();
        turn.say(Phrase::TripsForgotten);
        self.last_day_changed(turn);
        turn.offer([Choice::Days, Choice::Topics]);
    }

    /// From now on she is told when that answer changes in meaning.
    fn watch(&self, turn: &mut Turn, id: &EntryId) {
        let Some(entry) = self.faq.entry(id) else { return self.unreadable(turn, Unreadable::OldButton) };
        turn.effects.push(watch(entry));
        turn.say(Phrase::Watching);
        turn.offer([Choice::Entry(entry.id.clone()), Choice::Topics]);
    }

    /// All that is kept about her, as a file: in words that a program reads, with names that a person understands.
    pub(super) fn my_data(&self, turn: &mut Turn) {
        let Situation { memory, follow_ups, watches, .. } = self.situation;
        let kept = serde_json::json!({
            "language": memory.language,
            "language_chosen": memory.language_chosen,
            "last_question_asked": memory.stage,
            "buttons_shown": memory.offered,
            "trips": memory.trips,
            "citizenship": memory.nationality,
            "lives_on_left_bank": memory.left_bank,
            "last_answer": memory.about,
            "reminders_and_calls": follow_ups,
            "answers_watched": watches,
            "conversation_with_call_centre": self.situation.hand_over.as_ref().map(|matter| matter.id),
        });
        turn.say(Phrase::MyData);
        turn.add(Part::Data(serde_json::to_string_pretty(&kept).unwrap_or_default()));
        turn.offer([Choice::Privacy, Choice::Topics]);
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

/// The ways to reach a person; with a call centre in the settings, also from here.
pub(super) fn call_centre(turn: &mut Turn, works_here: bool) {
    turn.say(Phrase::CallCentre);
    turn.add(Part::Contacts(contact_ids()));
    turn.offer([Choice::HandOver, Choice::CallBack].into_iter().filter(|_| works_here));
    turn.offer([Choice::Topics, Choice::NearestOffice]);
}

/// The ways to reach a person, as ids of contacts.
pub fn contact_ids() -> Vec<String> {
    CALL_CENTRE.map(str::to_string).to_vec()
}

fn nothing_asked(turn: &mut Turn) {
    turn.say(Phrase::NothingToConfirm);
    turn.offer(main());
}
