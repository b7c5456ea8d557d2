//! Trips told bit by bit: what a message adds to those that are known, or corrects of them.
//!
//! Nothing that was told before is lost: who adds a trip has not taken the others back. What comes out is read back
//! before it is counted.

use chrono::NaiveDate;

use crate::stay::Visit;

/// An entry so many days from a known one is the same entry, corrected: nobody comes twice in a week without telling
/// of the exit.
const SAME_ENTRY_DAYS: i64 = 7;

/// What a message says of trips.
pub(super) struct Told<'a> {
    pub stays: &'a [Visit],
    /// Exits whose entry is told elsewhere.
    pub exits: &'a [NaiveDate],
    /// The known trips were just read back: what does not fit them corrects them.
    pub corrects: bool,
}

impl Told<'_> {
    /// The known trips with what is told.
    pub fn on_top_of(&self, known: &[Visit]) -> Vec<Visit> {
        let again = |stay: &Visit| known.iter().any(|known| overlap(known, stay));
        // Who tells several trips, one of them again, tells them all.
        let mut trips = if self.stays.len() > 1 && self.stays.iter().any(again) { Vec::new() } else { known.to_vec() };
        self.exits.iter().for_each(|exit| self.leave(&mut trips, *exit));
        self.stays.iter().for_each(|stay| self.come(&mut trips, *stay));
        trips.sort_unstable();
        trips.dedup();
        trips
    }

    /// An exit is that of the last trip begun by then.
    fn leave(&self, trips: &mut [Visit], exit: NaiveDate) {
        let open = |trip: &&mut Visit| trip.entry <= exit && (self.corrects || trip.exit.is_none());
        if let Some(trip) = trips.iter_mut().filter(open).max_by_key(|trip| trip.entry) {
            trip.exit = Some(exit);
        }
    }

    fn come(&self, trips: &mut Vec<Visit>, stay: Visit) {
        let known = trips.iter().position(|trip| overlap(trip, &stay));
        match known {
            Some(known) if stay.exit.is_none() && self.is_same_entry(&trips[known], &stay) => {
                trips[known].entry = stay.entry;
            }
            Some(_) if stay.exit.is_some() => {
                trips.retain(|trip| !overlap(trip, &stay));
                trips.push(stay);
            }
            _ => trips.push(stay),
        }
    }

    fn is_same_entry(&self, known: &Visit, told: &Visit) -> bool {
        self.corrects || (told.entry - known.entry).num_days().abs() <= SAME_ENTRY_DAYS
    }
}

/// Days of both; of a stay told without its exit only the entry counts.
fn overlap(known: &Visit, told: &Visit) -> bool {
    let end = known.exit.unwrap_or(NaiveDate::MAX);
    known.entry <= told.exit.unwrap_or(told.entry) && told.entry <= end
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        format!("2025-{text}").parse().unwrap()
    }

    /// "09-03..10-20 11-02.."
    fn trips(text: &str) -> Vec<Visit> {
        let trip = |text: &str| {
            let (entry, exit) = text.split_once("..").unwrap();
            Visit { entry: day(entry), exit: Some(exit).filter(|exit| !exit.is_empty()).map(day) }
        };
        text.split_whitespace().map(trip).collect()
    }

    #[test]
    fn what_is_told_later_adds_to_what_is_known_or_corrects_it() {
        let known = "09-03..10-20 11-02..";
        for (known, stays, exits, corrects, expected) in [
            // Right after they were read back.
            (known, "", "10-25", true, "09-03..10-25 11-02.."),
            (known, "", "11-20", true, "09-03..10-20 11-02..11-20"),
            (known, "11-05..", "", true, "09-03..10-20 11-05.."),
            (known, "06-01..06-10", "", true, "06-01..06-10 09-03..10-20 11-02.."),
            (known, "09-03..10-20 11-05..", "", true, "09-03..10-20 11-05.."),
            (known, "09-05..10-20", "", true, "09-05..10-20 11-02.."),
            // Once they are counted.
            ("11-01..", "12-25..", "12-10", false, "11-01..12-10 12-25.."),
            (known, "11-03..", "", false, "09-03..10-20 11-03.."),
            (known, "06-01..06-10 07-01..07-05", "", false, "06-01..06-10 07-01..07-05 09-03..10-20 11-02.."),
            ("08-24..", "11-05..", "", false, "08-24.. 11-05.."),
            ("09-01..10-01", "", "10-20", false, "09-01..10-01"),
            // What was asked for.
            ("09-01.. 10-20..", "", "10-10", false, "09-01..10-10 10-20.."),
            ("09-01..", "09-01..10-10", "", false, "09-01..10-10"),
        ] {
            let stays = trips(stays);
            let exits: Vec<NaiveDate> = exits.split_whitespace().map(day).collect();
            let told = Told { stays: &stays, exits: &exits, corrects };
            assert_eq!(told.on_top_of(&trips(known)), trips(expected), "{known} + {stays:?} {exits:?}");
        }
    }
}
