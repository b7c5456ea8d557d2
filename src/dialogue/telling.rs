//! Trips told: the dates of a message become trips, which are read back; what is missing or contradicts is asked, never
//! guessed.

use chrono::NaiveDate;

use super::answering::is_about_days;
use super::counting::OTHER;
use super::phrase::Phrase;
use super::reply::{Choice, Part};
use super::trips::Told;
use super::{Room, Stage, Turn};
use crate::faq::{EntryId, Talk};
use crate::stay::{History, HistoryError, Visit};
use crate::understanding::dates::{Another, AskKind, Direction, Role};
use crate::understanding::topics::{Judgement, Verdict};

/// So few words beside a day say nothing of their own …
pub(super) const MOST_BESIDE: usize = 3;
/// … and so few beside a length only that she is here.
const MOST_BESIDE_LENGTH: usize = 4;

impl Room<'_> {
    /// Dates in the message, when they decide what happens next.
    pub(super) fn dates_settle(&self, turn: &mut Turn, judgement: &Judgement) -> bool {
        let meaning = self.meaning;
        let open = matches!(judgement.verdict, Verdict::Unknown { outside: None })
            || (self.is_little_more_than_a_day() && !judgement.verdict.is_answer());
        if let Some(quote) = meaning.impossible.first() {
            turn.memory.stage = self.stage.clone();
            turn.say(Phrase::DateImpossible { quote: quote.clone() });
        } else if let Some(whose) = self.tells_of_another() {
            turn.say(whose);
            turn.offer([Choice::Days, Choice::ForgetTrips]);
        } else if let Some(part) = self.day_of_last_answer() {
            self.offer_to_remind(turn, &part);
            turn.add(part);
            turn.offer([Choice::Topics, Choice::CallCentre]);
        } else if self.takes_citizenship_back() {
            turn.memory.nationality = Some(OTHER.to_string());
            self.days(turn);
        } else if let Some(trips) = self.with_entry() {
            self.read_back(turn, trips);
        } else if self.trips_lead(&judgement.verdict) {
            if !meaning.dayless.is_empty() {
                self.rule_until_days_are_clear(turn, &judgement.verdict);
            }
            self.trips_said(turn);
        } else if let Some(trips) = self.with_exits() {
            self.read_back(turn, trips);
        } else if let (Stage::Direction { date, .. }, Some(direction), true) =
            (&self.stage, meaning.direction, meaning.dates.is_empty())
        {
            self.passed_border(turn, *date, direction);
        } else if !meaning.dates.is_empty() && open {
            self.date_alone(turn);
        } else if let (Some((kind, quote)), true) = (meaning.asks.first(), self.expects_dates(&judgement.verdict)) {
            match (&judgement.verdict, &self.stage) {
                (Verdict::Choices(ids), Stage::Open) => self.which_of_days(turn, ids),
                (verdict, _) => {
                    self.rule_until_days_are_clear(turn, verdict);
                    self.ask_for_the_day(turn, *kind, quote.clone());
                }
            }
        } else if self.tells_other_citizenship(&judgement.verdict) {
            turn.memory.nationality.clone_from(&meaning.nationality);
            self.days(turn);
        } else {
            return false;
        }
        true
    }

    /// Who asks for the first time, and must be asked back, learns at least how days are counted.
    fn rule_until_days_are_clear(&self, turn: &mut Turn, verdict: &Verdict) {
        if self.stage == Stage::Open && *verdict == Verdict::Talk(Talk::Days) {
            self.rule_of_days(turn);
            turn.reply.choices.clear();
        }
    }

    /// Somebody else's trips are not put on top of hers. “She” may be the one whose trips
    /// were told, until they are counted or somebody else is named.
    fn tells_of_another(&self) -> Option<Phrase> {
        match self.meaning.trips_of_another? {
            Another::Named => (!self.known().is_empty()).then_some(Phrase::TripsOfAnother),
            Another::HeOrShe if self.situation.memory.offered.ends_with(&[Choice::Days, Choice::ForgetTrips]) => {
                Some(Phrase::TripsOfAnother)
            }
            Another::HeOrShe => (!self.situation.memory.trips.is_empty()).then_some(Phrase::TripsWhose),
        }
    }

    /// “On 3 November”, “entered today”: too few words besides the day to be about anything else.
    fn is_little_more_than_a_day(&self) -> bool {
        let words = |text: &str| text.split_whitespace().count();
        let dates = self.meaning.dates.iter().map(|date| &date.quote);
        let of_days: usize = dates.chain(self.meaning.stays.iter().map(|stay| &stay.quote)).map(|day| words(day)).sum();
        of_days > 0 && words(&self.meaning.text) <= of_days + MOST_BESIDE
    }

    /// What sounds like a day is one of her trips.
    fn expects_dates(&self, verdict: &Verdict) -> bool {
        let asked = matches!(self.stage, Stage::Adding { .. } | Stage::Entered { .. });
        *verdict == Verdict::Talk(Talk::Days) || (asked && !verdict.is_answer()) || self.only_tells_a_length(verdict)
    }

    /// “I have been here for 100 days”: since when?
    fn only_tells_a_length(&self, verdict: &Verdict) -> bool {
        let words = |text: &str| text.split_whitespace().count();
        let first_is_about_days = match verdict {
            Verdict::Choices(ids) => ids.first().is_some_and(is_about_days),
            _ => false,
        };
        let told = match self.meaning.asks.first() {
            Some((AskKind::Length, quote)) => words(&self.meaning.text) <= words(quote) + MOST_BESIDE_LENGTH,
            _ => false,
        };
        first_is_about_days && told
    }

    /// A citizenship that is counted by another rule than the days were, told by itself.
    fn tells_other_citizenship(&self, verdict: &Verdict) -> bool {
        let memory = &self.situation.memory;
        let rule = |nationality: &Option<String>| {
            self.faq.stay_law(self.situation.today).map(|law| law.rule_for(nationality.as_deref())).ok()
        };
        let told = &self.meaning.nationality;
        let fits = matches!(verdict, Verdict::Unknown { .. } | Verdict::Talk(Talk::Days));
        fits && told.is_some() && !memory.trips.is_empty() && rule(told) != rule(&memory.nationality)
    }

    /// “I am not from Azerbaijan after all”
    fn takes_citizenship_back(&self) -> bool {
        let known = self.situation.memory.nationality.as_ref();
        let denied = known.is_some_and(|known| self.meaning.denied_countries.contains(known));
        denied && self.meaning.nationality.is_none() && !self.situation.memory.trips.is_empty()
    }

    /// “It was yesterday”: the day that the last answer counts from, where nothing is said of a border.
    fn day_of_last_answer(&self) -> Option<Part> {
        let entry = self.situation.memory.about.as_ref().and_then(|id| self.faq.entry(id))?;
        let asked = self.stage == Stage::Open && self.is_little_more_than_a_day() && self.meaning.direction.is_none();
        asked.then(|| self.deadline_of_told_day(entry))?
    }

    /// A date of which nothing else is said: that of what was asked, or of a border.
    fn date_alone(&self, turn: &mut Turn) {
        let dates = &self.meaning.dates;
        let (date, quote) = (dates[0].value, dates[0].quote.clone());
        if matches!(self.stage, Stage::Adding { .. }) && dates.len() == 1 && date.role == Role::Unknown {
            self.passed_border(turn, date.date, Direction::In);
        } else if matches!(date.role, Role::Exit | Role::PlannedExit) {
            self.passed_border(turn, date.date, Direction::Out);
        } else if dates.len() > 1 {
            turn.memory.stage = Stage::Adding { trips: self.known().to_vec(), missing: Vec::new() };
            turn.say(Phrase::DaysAsk);
        } else {
            let trips = self.trips_so_far().unwrap_or_default().to_vec();
            turn.memory.stage = Stage::Direction { date: date.date, trips };
            turn.say(Phrase::DatesWhat { quote });
            turn.offer([Choice::EnteredOn(date.date), Choice::LeftOn(date.date), Choice::Topics]);
        }
    }

    /// She crossed the border on that day; of an exit the entry may be missing.
    pub(super) fn passed_border(&self, turn: &mut Turn, date: NaiveDate, direction: Direction) {
        match direction {
            Direction::In => {
                let entry = Visit { entry: date, exit: None };
                self.read_back(turn, self.on_top_of_known(&[entry], &[]));
            }
            Direction::Out => {
                let trips = self.on_top_of_known(&[], &[date]);
                if trips.iter().any(|trip| trip.exit == Some(date)) {
                    self.read_back(turn, trips);
                } else {
                    self.ask_for_the_entry(turn, date, trips);
                }
            }
        }
    }

    /// Of an exit told without its entry.
    fn ask_for_the_entry(&self, turn: &mut Turn, exit: NaiveDate, trips: Vec<Visit>) {
        turn.memory.stage = Stage::Entered { exit, trips };
        turn.say(Phrase::ExitNoEntry { exit });
    }

    /// The trips with the one whose exit was told before its entry.
    fn with_entry(&self) -> Option<Vec<Visit>> {
        let Stage::Entered { exit, trips } = &self.stage else { return None };
        let mut stays: Vec<Visit> = self.meaning.stays.iter().map(|stay| stay.value).collect();
        let entry = match stays.is_empty() {
            true => self.meaning.dates.first()?.value.date,
            false => stays.remove(0).entry,
        };
        stays.push(Visit { entry, exit: Some(*exit) });
        (entry <= *exit).then(|| Told { stays: &stays, exits: &[], corrects: false, denies: false }.on_top_of(trips))
    }

    /// Whether the trips of the message come before any answer. Those that are not certain do so only where
    /// nothing else was asked; beside an answer they are read back after it.
    fn trips_lead(&self, verdict: &Verdict) -> bool {
        let stays = &self.meaning.stays;
        // A contradiction is asked about, whatever else is; a day that is missing, under the answer.
        let backwards = |stay: &Visit| stay.exit.is_some_and(|exit| exit < stay.entry);
        let certain = stays.iter().any(|stay| stay.certain || backwards(&stay.value)) || self.lacks_a_day(verdict);
        let asked = matches!(verdict, Verdict::Answer(_) | Verdict::Choices(_));
        let about_days = self.is_about_days(verdict) || (!asked && self.is_little_more_than_a_day());
        !stays.is_empty() && (self.trips_so_far().is_some() || (about_days && (certain || !asked)))
    }

    fn lacks_a_day(&self, verdict: &Verdict) -> bool {
        !verdict.is_answer() && !self.meaning.dayless.is_empty()
    }

    /// Trips that are not certain, read back under an answer about days.
    pub(super) fn doubtful_trips(&self, turn: &mut Turn, verdict: &Verdict) {
        if !self.meaning.stays.is_empty() && self.is_about_days(verdict) {
            turn.reply.choices.clear();
            self.trips_said(turn);
        }
    }

    /// “Overstayed 20 days”: which matter it is, or her own days.
    fn which_of_days(&self, turn: &mut Turn, ids: &[EntryId]) {
        self.which(turn, ids);
        let entries = ids.len().min(turn.reply.choices.len());
        turn.reply.choices.insert(entries, Choice::Days);
    }

    fn ask_for_the_day(&self, turn: &mut Turn, kind: AskKind, quote: String) {
        turn.memory.stage = match &self.stage {
            stage @ (Stage::Adding { .. } | Stage::Entered { .. }) => stage.clone(),
            _ => Stage::Adding { trips: self.known().to_vec(), missing: Vec::new() },
        };
        turn.say(match kind {
            AskKind::Length => Phrase::LengthNoDate { quote },
            _ => Phrase::DateUnclear { quote },
        });
    }

    fn trips_said(&self, turn: &mut Turn) {
        if let Some(nationality) = &self.meaning.nationality {
            turn.memory.nationality = Some(nationality.clone());
        }
        let stays: Vec<Visit> = self.meaning.stays.iter().map(|stay| stay.value).collect();
        let mut exits = self.exits();
        let trips = self.on_top_of_known(&stays, &exits);
        if let Stage::Entered { exit, .. } = &self.stage {
            // Its entry was asked for, and something else was told.
            exits.push(*exit);
        }
        if let Some(quote) = self.meaning.dayless.first() {
            // Trips without a day would be missing from the count, which makes it too generous.
            turn.memory.stage = Stage::Adding { trips, missing: self.meaning.dayless[1..].to_vec() };
            turn.say(Phrase::DateUnclear { quote: quote.clone() });
        } else if let Some(exit) = exits.into_iter().find(|exit| trips.iter().all(|trip| trip.exit != Some(*exit))) {
            self.ask_for_the_entry(turn, exit, trips);
        } else {
            self.read_back(turn, trips);
        }
    }

    /// Reads trips back; contradictions are asked about first.
    pub(super) fn read_back(&self, turn: &mut Turn, mut trips: Vec<Visit>) {
        trips.sort_by_key(|trip| (trip.entry, trip.exit));
        trips.dedup();
        if let Some(early) = trips.iter().find(|trip| trip.entry < self.faq.law.since()) {
            let trips = trips.iter().filter(|trip| *trip != early).copied().collect();
            turn.memory.stage = Stage::Adding { trips, missing: Vec::new() };
            turn.say(Phrase::BeforeTheLaw { since: self.faq.law.since() });
            return;
        }
        match History::new(&trips) {
            Err(error) => {
                let visit = error.visit();
                turn.say(match (error, visit.exit) {
                    (HistoryError::ExitBeforeEntry(_), Some(exit)) => {
                        // Both days are written again.
                        trips.retain(|trip| *trip != visit);
                        Phrase::ExitBeforeEntry { entry: visit.entry, exit }
                    }
                    _ => Phrase::MissingExit { entry: visit.entry },
                });
                turn.memory.stage = Stage::Adding { trips, missing: self.missing().to_vec() };
                turn.offer([Choice::CorrectTrips]);
            }
            Ok(_) if !self.missing().is_empty() => {
                let (quote, missing) = (self.missing()[0].clone(), self.missing()[1..].to_vec());
                turn.memory.stage = Stage::Adding { trips, missing };
                turn.say(Phrase::DateUnclear { quote });
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
}
