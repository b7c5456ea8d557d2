//! The trips that a message goes on with, and what it puts on top of them.

use chrono::NaiveDate;

use super::trips::Told;
use super::{Room, Stage};
use crate::faq::Talk;
use crate::stay::Visit;
use crate::understanding::dates::Role;
use crate::understanding::spelling::fold;

/// “Oh” has not more letters before a no.
const INTERJECTION: usize = 4;

impl Room<'_> {
    /// Trips of an earlier message that this one goes on with.
    pub(super) fn trips_so_far(&self) -> Option<&[Visit]> {
        match &self.stage {
            Stage::Adding { trips, .. } | Stage::Direction { trips, .. } | Stage::Entered { trips, .. } => Some(trips),
            Stage::Confirming { trips } => Some(trips),
            _ => None,
        }
    }

    /// What is known of her trips, with what is told now. Who was asked to write them again begins anew.
    pub(super) fn on_top_of_known(&self, stays: &[Visit], exits: &[NaiveDate]) -> Vec<Visit> {
        self.on_top_of(self.known(), stays, exits)
    }

    pub(super) fn on_top_of(&self, known: &[Visit], stays: &[Visit], exits: &[NaiveDate]) -> Vec<Visit> {
        let read_back =
            matches!(self.stage, Stage::Confirming { .. } | Stage::Citizenship { .. } | Stage::LeftBank { .. });
        Told { stays, exits, corrects: read_back, denies: self.says_no_first() }.on_top_of(known)
    }

    /// The trips that a message goes on with: those of the question, else those that were counted.
    pub(super) fn known(&self) -> &[Visit] {
        match &self.stage {
            Stage::Citizenship { trips } | Stage::LeftBank { trips } => trips,
            _ => self.trips_so_far().unwrap_or(&self.situation.memory.trips),
        }
    }

    /// “No, on 10 July”, “oh no, …”: the first word is one that says no in some language.
    pub(super) fn says_no_first(&self) -> bool {
        let text = fold(&self.meaning.text);
        let words: Vec<&str> = text.split(' ').take(2).collect();
        let is_no = |word: &str| {
            let mut talk = self.faq.talk.iter().flat_map(|(_, said)| said);
            !word.is_empty() && talk.any(|(talk, words)| *talk == Talk::No && fold(words) == word)
        };
        match words[..] {
            [first, ..] if is_no(first) => true,
            [oh, second] => oh.chars().count() <= INTERJECTION && is_no(second),
            _ => false,
        }
    }

    /// The trips so far with the exits that this message names.
    pub(super) fn with_exits(&self) -> Option<Vec<Visit>> {
        let exits = self.exits();
        let trips = self.on_top_of_known(&[], &exits);
        (!exits.is_empty() && trips != self.known()).then_some(trips)
    }

    /// The days on which she left, or will; a day of which nothing is said is one where an exit is missing.
    pub(super) fn exits(&self) -> Vec<NaiveDate> {
        let asked = self.trips_so_far().is_some_and(|trips| !trips.is_empty());
        let is_exit = |role: Role| match role {
            Role::Exit | Role::PlannedExit => true,
            Role::Unknown => asked,
            _ => false,
        };
        self.meaning.dates.iter().filter(|date| is_exit(date.value.role)).map(|date| date.value.date).collect()
    }

    /// Days that are still to be asked for, as they stood in an earlier message.
    pub(super) fn missing(&self) -> &[String] {
        match &self.stage {
            Stage::Adding { missing, .. } => missing,
            _ => &[],
        }
    }
}
