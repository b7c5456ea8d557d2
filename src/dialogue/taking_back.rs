//! What she takes back of trips that were told: a wrong day is replaced, an exit that never was is taken out.
//!
//! The whole is read back before it is counted. Where it is not clear which day she means it is asked; nothing is added.

use chrono::NaiveDate;

use super::phrase::Phrase;
use super::reply::{Choice, Part};
use super::trips::is_near;
use super::{Room, Stage, Turn};
use crate::stay::{History, Visit};
use crate::understanding::dates::{DayTold, Direction, Role, TakenBack};
use crate::understanding::topics::Verdict;

/// What comes of the known trips.
#[derive(Debug, PartialEq)]
enum Outcome {
    Changed(Vec<Visit>),
    /// They agree with what she says.
    Agrees,
    Unclear,
}

/// An entry or an exit of a known trip.
#[derive(Clone, Copy)]
struct End {
    trip: usize,
    way: Direction,
    day: NaiveDate,
}

impl Room<'_> {
    /// Right after trips were told a day that is taken back is one of theirs, and of no reminder.
    pub(super) fn takes_back_read(&self, turn: &mut Turn, verdict: &Verdict) -> bool {
        self.stage != Stage::Open && (self.takes_back(turn, verdict) || self.day_without_month(turn))
    }

    /// “Left on the 21st”: the missing exit where it can be one day only; otherwise its month is asked.
    fn day_without_month(&self, turn: &mut Turn) -> bool {
        let [TakenBack { wrong: None, right: Some(told), direction: Some(way), .. }] = self.meaning.taken_back[..]
        else {
            return false;
        };
        let (Stage::Confirming { .. } | Stage::Adding { .. }, true) = (&self.stage, self.meaning.dates.is_empty())
        else {
            return false;
        };
        let exit = (way == Direction::Out).then(|| missing_exit(self.known(), told)).flatten();
        if let Some(exit) = exit {
            self.passed_border(turn, exit, Direction::Out);
            return true;
        }
        turn.memory.stage = Stage::Adding { trips: self.known().to_vec(), missing: self.missing().to_vec() };
        turn.say(Phrase::DateUnclear { quote: told.day.map(|day| day.to_string()).unwrap_or_default() });
        true
    }

    /// “Not 5 September but 15”, “I never left in October”, “no, the 24th”.
    pub(super) fn takes_back(&self, turn: &mut Turn, verdict: &Verdict) -> bool {
        let known = self.known();
        let taken: Vec<&TakenBack> = self.meaning.taken_back.iter().filter(|taken| self.answers(taken)).collect();
        // A day that does not exist, or one without its day, is asked about first.
        let unclear = !self.meaning.impossible.is_empty() || !self.meaning.dayless.is_empty();
        if taken.is_empty() || unclear || !self.is_about_trips() {
            return false;
        }
        if known.is_empty() {
            // Asked to write all trips again, she mends one of those that are gone: the others would be missing.
            let again = matches!(self.stage, Stage::Adding { .. });
            if again {
                self.correct_trips(turn);
            }
            return again;
        }
        let mut trips = known.to_vec();
        let mut changed = false;
        for taken in &taken {
            match without(&trips, taken, self.situation.today) {
                Outcome::Changed(others) => (trips, changed) = (others, true),
                Outcome::Agrees => {}
                // The wrong day may be that of something else she asks about.
                Outcome::Unclear if verdict.is_answer() => return false,
                Outcome::Unclear => {
                    self.ask_which(turn);
                    return true;
                }
            }
        }
        if !changed && verdict.is_answer() {
            return false;
        }
        self.read_back(turn, self.with_what_else_is_told(trips, &taken));
        true
    }

    /// A day by its number alone corrects only what was just read back, and only after a no or a “sorry”.
    fn answers(&self, taken: &TakenBack) -> bool {
        let read_back = matches!(self.stage, Stage::Confirming { .. });
        taken.wrong.is_some() || read_back && (taken.admits || self.says_no_first())
    }

    /// Nothing else is asked, of which a day may be taken back.
    fn is_about_trips(&self) -> bool {
        let papers = |role: Role| !matches!(role, Role::Exit | Role::PlannedExit | Role::Unknown);
        let of_trips = match self.stage {
            Stage::Open => self.meaning.dates.iter().all(|date| !papers(date.value.role)),
            Stage::Confirming { .. } | Stage::Adding { .. } | Stage::Direction { .. } | Stage::Entered { .. } => true,
            Stage::Citizenship { .. } | Stage::LeftBank { .. } => true,
            _ => false,
        };
        let books = self.meaning.reminds || self.meaning.change.is_some();
        of_trips && !books && self.meaning.trips_of_another.is_none()
    }

    /// Which day is wrong, and what is right.
    fn ask_which(&self, turn: &mut Turn) {
        let trips = self.known().to_vec();
        turn.say(Phrase::TripsRead);
        turn.add(Part::Trips { trips: trips.clone(), on: self.situation.today });
        turn.say(Phrase::TripsWhich);
        turn.offer([Choice::CorrectTrips, Choice::AddTrip]);
        turn.memory.stage = match History::new(&trips) {
            Ok(_) => Stage::Confirming { trips },
            Err(_) => Stage::Adding { trips, missing: Vec::new() },
        };
    }

    /// The message may tell of other trips besides: all but the days that it corrects.
    fn with_what_else_is_told(&self, trips: Vec<Visit>, taken: &[&TakenBack]) -> Vec<Visit> {
        let corrected = |day: NaiveDate| {
            let right = |taken: &&&TakenBack| {
                let told =
                    |right: DayTold| DayTold { month: right.month.or(taken.wrong.and_then(|it| it.month)), ..right };
                taken.right.map(told).is_some_and(|right| right.fits_but_for_the_year(day))
            };
            taken.iter().any(|taken| right(&taken))
        };
        let stays = self.meaning.stays.iter().map(|stay| stay.value);
        let others =
            stays.filter(|stay| !corrected(stay.entry) && !stay.exit.is_some_and(corrected)).collect::<Vec<_>>();
        let exits = self.meaning.dates.iter().filter(|date| matches!(date.value.role, Role::Exit | Role::PlannedExit));
        let exits = exits.map(|date| date.value.date).filter(|exit| !corrected(*exit)).collect::<Vec<_>>();
        self.on_top_of(&trips, &others, &exits)
    }
}

/// The one such day between an entry that has no exit and the next entry.
fn missing_exit(trips: &[Visit], told: DayTold) -> Option<NaiveDate> {
    let mut trips = trips.to_vec();
    trips.sort_unstable();
    let [open, next] = trips.windows(2).find(|pair| pair[0].exit.is_none())? else { return None };
    let mut days = open.entry.iter_days().take_while(|day| *day <= next.entry).filter(|day| told.fits(*day));
    days.next().filter(|_| days.next().is_none())
}

fn without(trips: &[Visit], taken: &TakenBack, today: NaiveDate) -> Outcome {
    let ends = ends(trips, taken.direction);
    match (taken.wrong, taken.right) {
        (Some(wrong), Some(right)) => {
            let told = DayTold { month: right.month.or(wrong.month), ..right };
            let mended = ends.iter().any(|end| told.fits(end.day));
            let meant: Vec<End> = ends.into_iter().filter(|end| wrong.fits(end.day)).collect();
            if meant.is_empty() && mended && told.month.is_some() {
                return Outcome::Agrees;
            }
            replaced(trips, &meant, right, today)
        }
        (Some(wrong), None) if taken.direction == Some(Direction::Out) => {
            let meant: Vec<End> = ends.into_iter().filter(|end| wrong.fits(end.day)).collect();
            match meant[..] {
                [] => Outcome::Agrees,
                [exit] => Outcome::Changed(joined(trips, exit.trip)),
                _ => Outcome::Unclear,
            }
        }
        (None, Some(right)) => {
            let only = if ends.len() == 1 { ends } else { near(ends, right) };
            replaced(trips, &only, right, today)
        }
        _ => Outcome::Unclear,
    }
}

fn ends(trips: &[Visit], way: Option<Direction>) -> Vec<End> {
    let ends = trips.iter().enumerate().flat_map(|(trip, visit)| {
        let exit = visit.exit.map(|day| End { trip, way: Direction::Out, day });
        [Some(End { trip, way: Direction::In, day: visit.entry }), exit].into_iter().flatten()
    });
    ends.filter(|end| way.is_none_or(|way| way == end.way)).collect()
}

/// Those that the day may stand for: so near that it is the same one, told better.
fn near(ends: Vec<End>, right: DayTold) -> Vec<End> {
    let is_meant = |end: &End| right.instead_of(end.day).is_some_and(|day| is_near(day, end.day));
    ends.into_iter().filter(is_meant).collect()
}

/// The one day that can be meant, replaced. An entry that has been is not moved to a day to come: that is asked.
fn replaced(trips: &[Visit], meant: &[End], right: DayTold, today: NaiveDate) -> Outcome {
    let [end] = meant else { return Outcome::Unclear };
    let ahead = |day: NaiveDate| end.way == Direction::In && end.day <= today && day > today;
    let Some(day) = right.instead_of(end.day).filter(|day| !ahead(*day)) else { return Outcome::Unclear };
    let mut trips = trips.to_vec();
    match end.way {
        Direction::In => trips[end.trip].entry = day,
        Direction::Out => trips[end.trip].exit = Some(day),
    }
    Outcome::Changed(trips)
}

/// Without that exit, and so without the entry after it: the two trips are one.
fn joined(trips: &[Visit], first: usize) -> Vec<Visit> {
    let mut trips = trips.to_vec();
    let stay = trips.remove(first);
    let after = trips.iter().enumerate().filter(|(_, trip)| Some(trip.entry) >= stay.exit);
    let next = after.min_by_key(|(_, trip)| trip.entry).map(|(place, _)| place);
    let exit = next.and_then(|place| trips.remove(place).exit);
    trips.push(Visit { exit, ..stay });
    trips
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        format!("2025-{text}").parse().unwrap()
    }

    fn visit(entry: &str, exit: Option<&str>) -> Visit {
        Visit { entry: day(entry), exit: exit.map(day) }
    }

    fn told(day: Option<u32>, month: Option<u32>) -> Option<DayTold> {
        (day.is_some() || month.is_some()).then_some(DayTold { day, month, year: None })
    }

    #[test]
    fn the_one_day_that_can_be_meant_is_changed() {
        use Direction::*;
        let known = [visit("09-03", Some("10-20")), visit("11-02", None)];
        let changed = |trips: &[Visit]| Outcome::Changed(trips.to_vec());
        for (wrong, right, direction, expected) in [
            (told(Some(3), Some(9)), told(Some(13), None), None, changed(&[visit("09-13", Some("10-20")), known[1]])),
            (
                told(Some(20), None),
                told(Some(24), None),
                Some(Out),
                changed(&[visit("09-03", Some("10-24")), known[1]]),
            ),
            (told(Some(20), Some(10)), told(Some(24), None), Some(In), Outcome::Unclear),
            (told(Some(4), Some(9)), told(Some(13), None), None, Outcome::Unclear),
            (told(Some(4), Some(9)), told(Some(3), None), None, Outcome::Agrees),
            (told(Some(2), Some(11)), told(Some(29), None), None, Outcome::Unclear),
            (told(Some(2), Some(11)), told(Some(31), None), None, Outcome::Unclear),
            (None, told(Some(24), None), None, changed(&[visit("09-03", Some("10-24")), known[1]])),
            (None, told(Some(12), None), None, Outcome::Unclear),
            (told(None, Some(10)), None, Some(Out), changed(&[visit("09-03", None)])),
            (told(None, Some(9)), None, Some(Out), Outcome::Agrees),
            (told(Some(2), Some(11)), None, Some(In), Outcome::Unclear),
        ] {
            let taken = TakenBack { wrong, right, direction, admits: false };
            assert_eq!(without(&known, &taken, day("11-22")), expected, "{taken:?}");
        }
    }
}
