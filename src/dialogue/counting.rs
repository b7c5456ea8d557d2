//! Days: counted from confirmed trips, after asking what the result hangs on.

use chrono::NaiveDate;

use super::phrase::Phrase;
use super::reply::{Asked, Choice, Part, StayQuestion};
use super::telling::MOST_BESIDE;
use super::{Room, Stage, Turn};
use crate::faq::Talk;
use crate::stay::{self, Count, Fine, History, Rule, Traveller, Visit};
use crate::understanding::Meaning;
use crate::understanding::topics::{Judgement, Verdict, entry_about};

/// Said of a citizenship that has no rule of its own.
pub(super) const OTHER: &str = "other";

impl Room<'_> {
    /// “How many days are left?”: from the trips that are remembered, else the question for them.
    pub(super) fn days(&self, turn: &mut Turn) {
        if !self.situation.memory.trips.is_empty() {
            let trips = self.situation.memory.trips.clone();
            turn.say(Phrase::TripsRead);
            turn.add(Part::Trips { trips: trips.clone(), on: self.situation.today });
            self.count(turn, trips);
            return;
        }
        turn.memory.stage = Stage::Adding { trips: Vec::new(), missing: Vec::new() };
        turn.say(Phrase::DaysAsk);
    }

    /// A question about days without any dates: the rule, and the offer to count.
    pub(super) fn days_asked(&self, turn: &mut Turn) {
        if let Stage::Confirming { trips } = &self.stage {
            return self.read_back(turn, trips.clone());
        }
        self.rule_of_days(turn);
        self.days(turn);
    }

    /// How days are counted, for who has not told hers yet.
    pub(super) fn rule_of_days(&self, turn: &mut Turn) {
        if self.situation.memory.trips.is_empty() {
            let nationality = self.meaning.nationality.as_deref();
            let rule = self.faq.stay_law(self.situation.today).map_or(Rule::Window, |law| law.rule_for(nationality));
            self.answer(turn, &entry_about(rule));
            turn.reply.choices.retain(|choice| *choice != Choice::Days);
        }
    }

    /// Everything that the count hangs on is told again: a yes to the wrong question as well.
    pub(super) fn correct_trips(&self, turn: &mut Turn) {
        (turn.memory.nationality, turn.memory.left_bank) = (None, None);
        turn.memory.stage = Stage::Adding { trips: Vec::new(), missing: Vec::new() };
        turn.say(Phrase::TripsCorrect);
        turn.offer([Choice::ForgetTrips]);
    }

    pub(super) fn add_trip(&self, turn: &mut Turn) {
        turn.memory.stage = Stage::Adding { trips: self.known().to_vec(), missing: Vec::new() };
        turn.say(Phrase::TripsAdd);
    }

    /// Counts confirmed trips, after asking what changes the result and is not known.
    pub(super) fn count(&self, turn: &mut Turn, trips: Vec<Visit>) {
        if turn.memory.nationality.is_none() && self.citizenship_matters(&trips) {
            turn.memory.stage = Stage::Citizenship { trips };
            turn.say(Phrase::CitizenshipAsk);
            turn.offer([Choice::YesTo(Asked::Citizenship), Choice::NoTo(Asked::Citizenship)]);
            return;
        }
        if turn.memory.left_bank.is_none() && self.left_bank_matters(&trips, turn.memory.nationality.as_deref()) {
            turn.memory.stage = Stage::LeftBank { trips };
            turn.say(Phrase::LeftBankAsk);
            turn.offer([Choice::YesTo(Asked::LeftBank), Choice::NoTo(Asked::LeftBank)]);
            return;
        }
        turn.memory.trips.clone_from(&trips);
        turn.add(Part::Stay(StayQuestion {
            trips,
            on: self.situation.today,
            nationality: turn.memory.nationality.clone(),
            left_bank: turn.memory.left_bank.unwrap_or(false),
        }));
        self.last_day_changed(turn);
        let ahead = self.last_day_of(&turn.memory).is_some() || self.fine_free_until(&turn.memory).is_some();
        turn.offer([Choice::RemindLastDay].into_iter().filter(|_| ahead));
        turn.offer([Choice::CorrectTrips, Choice::AddTrip, Choice::NearestOffice, Choice::CallCentre]);
    }

    /// Words that answer the question for her citizenship; what else is said leaves it open.
    pub(super) fn citizenship_settles(&self, turn: &mut Turn, judgement: &Judgement) -> bool {
        let Stage::Citizenship { trips } = &self.stage else { return false };
        let names_a_language = judgement.verdict == Verdict::Talk(Talk::Language);
        let Some(told) = self.told_citizenship(names_a_language) else { return false };
        turn.memory.nationality = Some(told);
        self.count(turn, trips.clone());
        true
    }

    /// The citizenship that a message tells when it was asked for. “India”: nothing is said but a country. A language and
    /// its people have one name: “in Turkish, please” tells no citizenship, “Turkish” does, unless it is the one that the
    /// count would be more generous for.
    fn told_citizenship(&self, names_a_language: bool) -> Option<String> {
        let Meaning { nationality, countries, denied_countries, text, .. } = self.meaning;
        if nationality.is_some() {
            return nationality.clone();
        }
        let asked = self.last_entry_nationality()?;
        let denied = denied_countries.contains(&asked);
        let most = if names_a_language { 1 } else { MOST_BESIDE };
        let only_named = !countries.is_empty() && text.split_whitespace().count() <= most;
        let is_hers = countries.contains(&asked) && !denied && !self.says_no_first();
        if is_hers && names_a_language {
            return None;
        }
        (denied || only_named).then(|| if is_hers { asked } else { OTHER.to_string() })
    }

    pub(super) fn citizenship(&self, turn: &mut Turn, trips: Vec<Visit>, yes: bool) {
        let listed = self.last_entry_nationality().filter(|_| yes);
        turn.memory.nationality = Some(listed.unwrap_or_else(|| OTHER.to_string()));
        self.count(turn, trips);
    }

    pub(super) fn left_bank(&self, turn: &mut Turn, trips: Vec<Visit>, yes: bool) {
        turn.memory.left_bank = Some(yes);
        self.count(turn, trips);
    }

    /// The citizenship to ask about: the one whose stay is counted from the last entry.
    fn last_entry_nationality(&self) -> Option<String> {
        self.faq.stay_law(self.situation.today).ok()?.last_entry_nationalities.into_iter().next()
    }

    fn citizenship_matters(&self, trips: &[Visit]) -> bool {
        self.last_entry_nationality().is_some_and(|country| {
            let (one, other) = (self.counted(trips, Some(&country)), self.counted(trips, None));
            one.zip(other).is_some_and(|(one, other)| figures(&one) != figures(&other))
        })
    }

    fn left_bank_matters(&self, trips: &[Visit], nationality: Option<&str>) -> bool {
        self.counted(trips, nationality).is_some_and(|count| matches!(count.fine, Some(Fine::Due | Fine::Avoidable)))
    }

    pub(super) fn counted(&self, trips: &[Visit], nationality: Option<&str>) -> Option<Count> {
        let law = self.faq.stay_law(self.situation.today).ok()?;
        let traveller = Traveller { rule: law.rule_for(nationality), left_bank: false };
        Some(stay::count(&History::new(trips).ok()?, self.situation.today, traveller, &law))
    }
}

/// What a person would notice if it changed.
fn figures(count: &Count) -> (Option<NaiveDate>, i64, NaiveDate, i64, Vec<i64>) {
    let over = count.past.iter().map(|past| past.overstay_days).collect();
    (count.last_lawful_day, count.overstay_days, count.earliest_return, count.max_stay_from_return, over)
}
