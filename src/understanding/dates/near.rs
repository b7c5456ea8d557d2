//! Which cue speaks of a date: the nearest, counted in tokens and in what stands between.

use super::cues::{Cue, Distances, Happening};
use super::found::Found;
use super::roles::Roles;

/// How many cues on each side are weighed.
pub const WEIGHED: usize = 6;
const WRONG_SIDE: usize = 3;
const WRONG_SIDE_OF_VERB: usize = 5;

impl Roles<'_, '_> {
    /// The cue that speaks of the date, and how far it is.
    pub(super) fn nearest(&self, start: usize, end: usize) -> Option<(Cue, usize)> {
        let split = self.cues.partition_point(|cue| cue.at < start);
        let near = split.saturating_sub(WEIGHED)..(split + WEIGHED).min(self.cues.len());
        let scored = self.cues[near].iter().map(|cue| (*cue, self.score(cue, start, end)));
        scored.min_by_key(|(cue, score)| (*score, cue.at))
    }

    pub(super) fn score(&self, cue: &Cue, start: usize, end: usize) -> usize {
        let before = cue.end <= start;
        if !before && cue.noun && self.line.mark(cue.end, ":") {
            // "Entries: 3 August, 15 September, exits: 10 August": of what follows.
            return usize::MAX;
        }
        let distance =
            if before { self.distances.between(cue.end, start) } else { self.distances.between(end, cue.at.max(end)) };
        let wrong_side = match (cue.follows && !cue.noun, before) {
            (true, true) => WRONG_SIDE_OF_VERB,
            (true, false) => 0,
            (false, before) => {
                if before == self.distances.date_first(start) {
                    WRONG_SIDE
                } else {
                    0
                }
            }
        };
        distance + wrong_side + weight(cue)
    }

    pub(super) fn clause_has(&self, at: usize, happening: impl Fn(Happening) -> bool) -> bool {
        self.said.get(self.distances.clause(at)).is_some_and(|said| said.iter().any(|it| happening(*it)))
    }

    /// Whether the clause says that somebody was there, or left.
    pub(super) fn is_over(&self, at: usize) -> bool {
        self.clause_has(at, |happening| matches!(happening, Happening::Visit | Happening::Exit))
    }

    pub(super) fn is_of_another_clause(&self, cue: &Cue, found: &Found) -> bool {
        self.distances.clause(cue.at) != self.distances.clause(found.tokens.start)
    }
}

/// What each clause says, once.
pub fn said_in_clauses(cues: &[Cue], distances: &Distances) -> Vec<Vec<Happening>> {
    let mut said: Vec<Vec<Happening>> = Vec::new();
    for cue in cues {
        let clause = distances.clause(cue.at);
        said.resize_with(said.len().max(clause + 1), Vec::new);
        if !said[clause].contains(&cue.happening) {
            said[clause].push(cue.happening);
        }
    }
    said
}

fn weight(cue: &Cue) -> usize {
    match cue.happening {
        Happening::Contract if !cue.noun => 0,
        Happening::Visit => 4,
        Happening::Still => 2,
        Happening::Permit | Happening::Contract => 8,
        Happening::Passport => 12,
        _ => 0,
    }
}
