//! Days: counted from confirmed trips, after asking what the result hangs on.

use chrono::NaiveDate;

use super::menu::MOST_BUTTONS;
use super::phrase::Phrase;
use super::reply::{Asked, Choice, Part, StayQuestion};
use super::telling::MOST_BESIDE;
use super::{Effect, Room, Stage, Turn};
use crate::faq::Talk;
use crate::language::Language;
use crate::stay::{self, Count, Fine, History, Rule, Traveller, Visit};
use crate::understanding::topics::{Judgement, Verdict, entry_about};

/// Said of a citizenship that has no rule of its own.
const OTHER: &str = "other";

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
        if self.situation.memory.trips.is_empty() {
            let nationality = self.meaning.nationality.as_deref();
            let rule = self.faq.stay_law(self.situation.today).map_or(Rule::Window, |law| law.rule_for(nationality));
            self.answer(turn, &entry_about(rule));
            turn.reply.choices.retain(|choice| *choice != Choice::Days);
        }
        self.days(turn);
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
        let question = StayQuestion {
            trips,
            on: self.situation.today,
            nationality: turn.memory.nationality.clone(),
            left_bank: turn.memory.left_bank.unwrap_or(false),
        };
        let nationality = question.nationality.as_deref();
        // The last lawful day, or the last one to leave without a fine.
        let avoidable = |count: Count| count.fine == Some(Fine::Avoidable) && !question.left_bank;
        let ahead = self.last_day_of(&question.trips, nationality).is_some()
            || self.counted(&question.trips, nationality).is_some_and(avoidable);
        turn.add(Part::Stay(question.clone()));
        self.last_day_changed(turn, &question.trips);
        turn.offer([Choice::RemindLastDay].into_iter().filter(|_| ahead));
        turn.offer([Choice::CorrectTrips, Choice::AddTrip, Choice::NearestOffice, Choice::CallCentre]);
    }

    /// Words that answer what changes the result; what else is said leaves the question open.
    pub(super) fn count_settles(&self, turn: &mut Turn, judgement: &Judgement) -> bool {
        let Stage::Citizenship { trips } = &self.stage else { return false };
        let names_a_people = matches!(judgement.verdict, Verdict::Talk(Talk::Language));
        let asked = self.last_entry_nationality();
        let is_asked = |named: &Vec<String>| asked.as_ref().is_some_and(|asked| named.contains(asked));
        // “India”: nothing is said but a country.
        let only_named = self.meaning.text.split_whitespace().count() <= MOST_BESIDE;
        match (&self.meaning.nationality, self.meaning.named_language) {
            (Some(nationality), _) => turn.memory.nationality = Some(nationality.clone()),
            _ if is_asked(&self.meaning.denied_countries) => turn.memory.nationality = Some(OTHER.to_string()),
            _ if only_named && !self.meaning.countries.is_empty() => {
                let hers = asked.clone().filter(|_| is_asked(&self.meaning.countries) && !self.says_no_first());
                turn.memory.nationality = Some(hers.unwrap_or_else(|| OTHER.to_string()));
            }
            // “Russian”, “украинец”: who was asked for her citizenship does not ask for a language.
            (None, Some(language)) if names_a_people && language != Language::Az => {
                turn.memory.nationality = Some(OTHER.to_string());
            }
            _ => return false,
        }
        self.count(turn, trips.clone());
        true
    }

    /// Asks again what the result hangs on, under an answer to something else.
    pub(super) fn ask_again(&self, turn: &mut Turn) {
        let (question, asked) = match &self.stage {
            Stage::Citizenship { .. } => (Phrase::CitizenshipAsk, Asked::Citizenship),
            Stage::LeftBank { .. } => (Phrase::LeftBankAsk, Asked::LeftBank),
            _ => return,
        };
        let counted = turn.reply.parts.iter().any(|part| matches!(part, Part::Stay(_)));
        if turn.memory.stage == Stage::Open && !turn.effects.contains(&Effect::Forget) && !counted {
            turn.memory.stage = self.stage.clone();
            turn.say(question);
            turn.reply.choices.splice(0..0, [Choice::YesTo(asked), Choice::NoTo(asked)]);
            turn.reply.choices.truncate(MOST_BUTTONS);
        }
    }

    /// What was asked stays asked when something else is said in between: trips that were told are not lost, nor is a
    /// reminder that was read back.
    pub(super) fn keep_question(&self, turn: &mut Turn) {
        let holds_something = match &self.stage {
            Stage::Confirming { .. } | Stage::Entered { .. } | Stage::Direction { .. } | Stage::Booking { .. } => true,
            Stage::Adding { trips, missing } => !trips.is_empty() || !missing.is_empty(),
            _ => false,
        };
        let settled = turn.reply.parts.iter().any(|part| matches!(part, Part::Stay(_)))
            || turn.effects.iter().any(|effect| matches!(effect, Effect::Forget | Effect::Promise(_)));
        if holds_something && !settled && turn.memory.stage == Stage::Open {
            turn.memory.stage = self.stage.clone();
        }
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
