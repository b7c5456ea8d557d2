//! Trips told bit by bit: what a message adds to those that are known, or corrects of them.
//!
//! Who adds a trip has not taken the others back. What comes out is read back before it is counted.

use chrono::NaiveDate;

use crate::stay::Visit;

/// A day so many days from a known one is the same, corrected: nobody comes, or goes, twice in a week without telling of
/// what lies between.
const SAME_DAY_WITHIN: i64 = 7;

/// What a message says of trips.
pub(super) struct Told<'a> {
    pub stays: &'a [Visit],
    /// Exits whose entry is told elsewhere.
    pub exits: &'a [NaiveDate],
    /// The known trips were just read back: an exit that does not fit them corrects them.
    pub corrects: bool,
    /// “No, …”: an entry, too.
    pub denies: bool,
}

impl Told<'_> {
    /// The known trips with what is told. One is taken away only where another clearly stands for it: a trip too many is
    /// seen when they are read back, and makes no count too generous.
    pub fn on_top_of(&self, known: &[Visit]) -> Vec<Visit> {
        let mut known = known.to_vec();
        self.exits.iter().for_each(|exit| self.leave(&mut known, *exit));
        let stays = match self.stays {
            [stay] if self.corrects && self.denies && moved_absence(&mut known, stay) => &[],
            stays => stays,
        };
        // Trips of one message are never each other.
        let told: Vec<Visit> = stays.iter().map(|stay| self.instead(&mut known, *stay)).collect();
        let mut trips = [known, told].concat();
        trips.sort_unstable();
        trips.dedup();
        trips
    }

    /// An exit is that of the last trip begun by then, if that has none yet or this one corrects it.
    fn leave(&self, trips: &mut [Visit], exit: NaiveDate) {
        let open = |trip: &&mut Visit| {
            trip.entry <= exit && (self.corrects || trip.exit.is_none_or(|known| is_near(known, exit)))
        };
        if let Some(trip) = trips.iter_mut().filter(open).max_by_key(|trip| trip.entry) {
            trip.exit = Some(exit);
        }
    }

    /// A trip that is told, with what was known of it and is not told anew; that one is known no more.
    fn instead(&self, known: &mut Vec<Visit>, stay: Visit) -> Visit {
        let same = known.iter().position(|trip| is_same(trip, &stay)).or_else(|| self.denied(known, &stay));
        let exit = same.and_then(|place| known.remove(place).exit);
        Visit { exit: stay.exit.or(exit), ..stay }
    }

    /// The trip that a denial is about: the one begun nearest to what is told instead.
    fn denied(&self, known: &[Visit], stay: &Visit) -> Option<usize> {
        let fits = |trip: &Visit| trip.exit.is_none_or(|exit| stay.exit.is_some() || stay.entry <= exit);
        let fitting = known.iter().enumerate().filter(|(_, trip)| self.denies && fits(trip));
        fitting.min_by_key(|(_, trip)| (trip.entry - stay.entry).num_days().abs()).map(|(place, _)| place)
    }
}

/// “1–10 September I was at home”, read back; “no, 2–10 September”: the days between two trips, told again.
fn moved_absence(known: &mut [Visit], told: &Visit) -> bool {
    let Some(end) = told.exit else { return false };
    known.sort_unstable();
    let away = known.windows(2).position(|pair| {
        pair[0].exit.is_some_and(|exit| is_near(exit, told.entry) && exit < pair[1].entry)
            && is_near(pair[1].entry, end)
    });
    let begins = away.is_some_and(|place| known[place].entry <= told.entry);
    let ends = away.is_some_and(|place| known[place + 1].exit.is_none_or(|exit| end <= exit));
    if let Some(place) = away.filter(|_| begins && ends && told.entry < end) {
        known[place].exit = Some(told.entry);
        known[place + 1].entry = end;
        return true;
    }
    false
}

/// The same trip, told again: it begins or ends at nearly the same time, and does not begin when the other is over.
fn is_same(known: &Visit, told: &Visit) -> bool {
    let exits = known.exit.zip(told.exit).is_some_and(|(known, told)| is_near(known, told));
    let over =
        |first: &Visit, then: &Visit| first.entry < then.entry && first.exit.is_some_and(|exit| exit <= then.entry);
    !over(known, told) && !over(told, known) && (is_near(known.entry, told.entry) || exits)
}

/// The same day, corrected.
pub(super) fn is_near(one: NaiveDate, other: NaiveDate) -> bool {
    (one - other).num_days().abs() <= SAME_DAY_WITHIN
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
            ("08-01..", "11-10..", "", true, "08-01.. 11-10.."),
            (
                "06-01..06-30 07-10..07-31 10-01..",
                "07-10..07-25 10-05..",
                "",
                true,
                "06-01..06-30 07-10..07-25 10-05..",
            ),
            ("06-01..07-20", "07-10..08-05", "", true, "06-01..07-20 07-10..08-05"),
            // One more, not the days between them.
            ("08-14..09-01 09-10..", "09-03..09-08", "", true, "08-14..09-01 09-03..09-08 09-10.."),
            ("08-14..09-01 09-10..", "09-02..09-20", "", true, "08-14..09-01 09-02..09-20 09-10.."),
            // Once they are counted.
            ("11-01..", "12-25..", "12-10", false, "11-01..12-10 12-25.."),
            (known, "11-03..", "", false, "09-03..10-20 11-03.."),
            (known, "06-01..06-10 07-01..07-05", "", false, "06-01..06-10 07-01..07-05 09-03..10-20 11-02.."),
            ("08-24..", "11-05..", "", false, "08-24.. 11-05.."),
            ("08-24..", "12-01..12-10", "", false, "08-24.. 12-01..12-10"),
            ("09-01..10-01", "", "10-20", false, "09-01..10-01"),
            (known, "", "10-25", false, "09-03..10-25 11-02.."),
            // One after the other.
            ("10-01..10-20", "10-21..10-25", "", false, "10-01..10-20 10-21..10-25"),
            ("10-01..10-20", "10-20..10-25", "", true, "10-01..10-20 10-20..10-25"),
            ("10-01..10-05", "10-07..", "", true, "10-01..10-05 10-07.."),
            ("", "10-01..10-20 10-21..10-25", "", false, "10-01..10-20 10-21..10-25"),
            ("10-01..10-20", "10-01..10-20 10-21..10-25", "", true, "10-01..10-20 10-21..10-25"),
            // What was asked for.
            ("09-01.. 10-20..", "", "10-10", false, "09-01..10-10 10-20.."),
            ("09-01..", "09-01..10-10", "", false, "09-01..10-10"),
        ] {
            assert_eq!(told(known, stays, exits, corrects, false), trips(expected), "{known} + {stays} {exits}");
        }
    }

    #[test]
    fn who_says_no_takes_back_the_nearest() {
        for (known, stays, expected) in [
            ("08-10..", "07-10..", "07-10.."),
            ("09-10..", "08-10..", "08-10.."),
            ("06-01..06-30 09-10..", "08-10..", "06-01..06-30 08-10.."),
            ("06-01..06-30", "07-10..", "06-01..06-30 07-10.."),
            ("08-14..09-01 09-10..", "09-02..09-10", "08-14..09-02 09-10.."),
        ] {
            assert_eq!(told(known, stays, "", true, true), trips(expected), "{known} + {stays}");
        }
    }

    fn told(known: &str, stays: &str, exits: &str, corrects: bool, denies: bool) -> Vec<Visit> {
        let exits: Vec<NaiveDate> = exits.split_whitespace().map(day).collect();
        Told { stays: &trips(stays), exits: &exits, corrects, denies }.on_top_of(&trips(known))
    }
}
