//! Days: trips read back, confirmed, counted; what is unclear is asked, never guessed.

use chrono::NaiveDate;

use super::phrase::Phrase;
use super::reply::{Asked, Choice, Part, StayQuestion};
use super::{Room, Stage, Turn};
use crate::faq::Talk;
use crate::stay::{self, Count, Fine, History, HistoryError, Rule, Traveller, Visit};
use crate::understanding::dates::{AskKind, Role};
use crate::understanding::topics::{Judgement, Verdict, entry_about};

/// Said of a citizenship that has no rule of its own.
const OTHER: &str = "other";

impl Room<'_> {
    /// Dates in the message, when they decide what happens next.
    pub(super) fn dates_settle(&self, turn: &mut Turn, judgement: &Judgement) -> bool {
        let meaning = self.meaning;
        if let Some(quote) = meaning.impossible.first() {
            turn.memory.stage = self.stage.clone();
            turn.say(Phrase::DateImpossible { quote: quote.clone() });
        } else if self.trips_lead(&judgement.verdict) {
            self.trips_said(turn);
        } else if let Some(trips) = self.with_exit() {
            self.read_back(turn, trips);
        } else if !meaning.dates.is_empty() && matches!(judgement.verdict, Verdict::Unknown { outside: None }) {
            turn.say(Phrase::DatesWhat { quote: meaning.dates[0].quote.clone() });
            turn.offer([Choice::Days, Choice::Topics]);
        } else if let (Some((kind, quote)), Verdict::Talk(Talk::Days)) = (meaning.asks.first(), &judgement.verdict) {
            self.ask_for_the_day(turn, *kind, quote.clone());
        } else {
            return false;
        }
        true
    }

    /// Whether the trips of the message come before any answer. Those that are not certain do so only where
    /// nothing else was asked; beside an answer they are read back after it.
    fn trips_lead(&self, verdict: &Verdict) -> bool {
        let stays = &self.meaning.stays;
        let certain = stays.iter().any(|stay| stay.certain);
        let asked = matches!(verdict, Verdict::Answer(_) | Verdict::Choices(_));
        !stays.is_empty() && (self.trips_so_far().is_some() || (self.is_about_days(verdict) && (certain || !asked)))
    }

    /// Trips that are not certain, read back under an answer about days.
    pub(super) fn doubtful_trips(&self, turn: &mut Turn, verdict: &Verdict) {
        if !self.meaning.stays.is_empty() && self.is_about_days(verdict) {
            turn.reply.choices.clear();
            self.trips_said(turn);
        }
    }

    fn ask_for_the_day(&self, turn: &mut Turn, kind: AskKind, quote: String) {
        turn.memory.stage = Stage::Adding { trips: Vec::new() };
        turn.say(match kind {
            AskKind::Length => Phrase::LengthNoDate { quote },
            _ => Phrase::DateUnclear { quote },
        });
    }

    /// Trips of an earlier message that this one goes on with.
    fn trips_so_far(&self) -> Option<&[Visit]> {
        match &self.stage {
            Stage::Adding { trips } | Stage::Confirming { trips } => Some(trips),
            _ => None,
        }
    }

    fn trips_said(&self, turn: &mut Turn) {
        if let Some(nationality) = &self.meaning.nationality {
            turn.memory.nationality = Some(nationality.clone());
        }
        let mut trips: Vec<Visit> = self.meaning.stays.iter().map(|stay| stay.value).collect();
        if let Stage::Adding { trips: earlier } = &self.stage {
            trips.extend(
                earlier.iter().filter(|trip| !self.meaning.stays.iter().any(|stay| stay.value.entry == trip.entry)),
            );
        }
        self.read_back(turn, trips);
    }

    /// The trips so far with the exit that this message names for the one that lacks it.
    fn with_exit(&self) -> Option<Vec<Visit>> {
        let is_exit = |role: Role| matches!(role, Role::Exit | Role::PlannedExit | Role::Unknown);
        let exit = self.meaning.dates.iter().find(|date| date.certain && is_exit(date.value.role))?.value.date;
        let known =
            self.trips_so_far().or(Some(self.situation.memory.trips.as_slice()).filter(|_| self.names_an_exit()))?;
        let mut trips = known.to_vec();
        let open = trips.iter().rposition(|trip| trip.exit.is_none() && trip.entry <= exit)?;
        let open = match History::new(&trips) {
            Err(HistoryError::MissingExit(visit)) => trips.iter().position(|trip| *trip == visit).unwrap_or(open),
            _ => open,
        };
        trips[open].exit = Some(exit);
        Some(trips)
    }

    fn names_an_exit(&self) -> bool {
        self.meaning.dates.iter().any(|date| matches!(date.value.role, Role::Exit | Role::PlannedExit))
    }

    /// Reads trips back; contradictions are asked about first.
    pub(super) fn read_back(&self, turn: &mut Turn, mut trips: Vec<Visit>) {
        trips.sort_by_key(|trip| (trip.entry, trip.exit));
        trips.dedup();
        if let Some(early) = trips.iter().find(|trip| trip.entry < self.faq.law.since()) {
            turn.memory.stage = Stage::Adding { trips: trips.iter().filter(|trip| *trip != early).copied().collect() };
            turn.say(Phrase::BeforeTheLaw { since: self.faq.law.since() });
            return;
        }
        match History::new(&trips) {
            Err(error) => {
                turn.say(match (error, error.visit().exit) {
                    (HistoryError::ExitBeforeEntry(visit), Some(exit)) => {
                        Phrase::ExitBeforeEntry { entry: visit.entry, exit }
                    }
                    (error, _) => Phrase::MissingExit { entry: error.visit().entry },
                });
                turn.memory.stage = Stage::Adding { trips };
            }
            Ok(_) => {
                turn.say(Phrase::TripsRead);
                turn.add(Part::Trips { trips: trips.clone(), on: self.situation.today });
                turn.say(Phrase::TripsRight);
                turn.offer([Choice::CountTrips, Choice::CorrectTrips, Choice::AddTrip]);
                turn.memory.stage = Stage::Confirming { trips };
            }
        }
    }

    /// “How many days are left?”: from the trips that are remembered, else the question for them.
    pub(super) fn days(&self, turn: &mut Turn) {
        if !self.situation.memory.trips.is_empty() {
            let trips = self.situation.memory.trips.clone();
            turn.say(Phrase::TripsRead);
            turn.add(Part::Trips { trips: trips.clone(), on: self.situation.today });
            self.count(turn, trips);
            return;
        }
        turn.memory.stage = Stage::Adding { trips: Vec::new() };
        turn.say(Phrase::DaysAsk);
    }

    /// A question about days without any dates: the rule, and the offer to count.
    pub(super) fn days_asked(&self, turn: &mut Turn) {
        if self.situation.memory.trips.is_empty() {
            let nationality = self.meaning.nationality.as_deref();
            let rule = self.faq.stay_law(self.situation.today).map_or(Rule::Window, |law| law.rule_for(nationality));
            self.answer(turn, &entry_about(rule));
            turn.reply.choices.retain(|choice| *choice != Choice::Days);
        }
        self.days(turn);
    }

    pub(super) fn correct_trips(&self, turn: &mut Turn) {
        turn.memory.stage = Stage::Adding { trips: Vec::new() };
        turn.say(Phrase::TripsCorrect);
        turn.offer([Choice::ForgetTrips]);
    }

    pub(super) fn add_trip(&self, turn: &mut Turn) {
        let known = self.trips_so_far().unwrap_or(&self.situation.memory.trips);
        turn.memory.stage = Stage::Adding { trips: known.to_vec() };
        turn.say(Phrase::TripsAdd);
    }

    /// Counts confirmed trips, after asking what changes the result and is not known.
    pub(super) fn count(&self, turn: &mut Turn, trips: Vec<Visit>) {
        turn.memory.trips.clone_from(&trips);
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
        let question = StayQuestion {
            trips,
            on: self.situation.today,
            nationality: turn.memory.nationality.clone(),
            left_bank: turn.memory.left_bank.unwrap_or(false),
        };
        let ahead = self.last_day_of(&question.trips, question.nationality.as_deref()).is_some();
        turn.add(Part::Stay(question.clone()));
        self.last_day_changed(turn, &question.trips);
        turn.offer([Choice::RemindLastDay].into_iter().filter(|_| ahead));
        turn.offer([Choice::CorrectTrips, Choice::AddTrip, Choice::NearestOffice, Choice::CallCentre]);
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
