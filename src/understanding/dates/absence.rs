//! Told of being abroad: an absence between two days, or a day on which somebody went away.

use super::Role;
use super::cues::{Cue, Happening};
use super::found::{Found, Side, When};
use super::numeric::{case, for_so_long};
use super::relative::span;
use super::roles::{Part, Prepositions, Roles, TOO_FAR};
use super::vocabulary::Word;
use super::whereabouts::{Place, Way};
use std::ops::Range;

/// So many tokens may stand between a place and its verb where verbs stand last: a date among them.
const WITH_DATE: usize = 5;

/// So many tokens may stand between an exit's day and how long it lasts.
const LENGTH_WITHIN: usize = 6;

impl Roles<'_, '_> {
    /// What is said of a day on which she was abroad, or went there: "I was in Ukraine until 1 October", "flew to Turkey
    /// on 10 September". Never certain: the words may be of an earlier journey.
    pub(super) fn gone(&self, found: &Found, best: Option<(Cue, usize)>) -> Option<Part> {
        let cue = best.filter(|(_, score)| *score <= TOO_FAR).map(|(cue, _)| cue);
        if let Some(way) = cue.filter(|cue| self.is_homewards(cue)) {
            return Some(Part::Entry { planned: way.happening == Happening::ExitPlan });
        }
        let same =
            |place: &Place| cue.is_none_or(|cue| self.distances.clause(cue.at) == self.distances.clause(place.at));
        let place = self.place_of(&found.tokens).filter(|place| place.abroad && same(place));
        let right_before = |place: &Place| cue.is_some_and(|cue| cue.end == place.at);
        let says = |happening| self.clause_has(found.tokens.start, |it| it == happening);
        let Prepositions { from, until, .. } = self.prepositions(found);
        match (cue.map(|cue| cue.happening), place) {
            // "Came from abroad", "went abroad".
            (Some(Happening::Away), _) if says(Happening::Entry) && cue.is_some_and(|cue| self.comes_from(&cue)) => {
                return Some(Part::Entry { planned: false });
            }
            (Some(Happening::Away), _) if says(Happening::Exit) && !until => {
                return Some(Part::Exit { planned: false });
            }
            (Some(Happening::Away), _) => {}
            // "I have been in Ukraine since 10 September", not "I am here".
            (Some(Happening::Still), Some(place)) if !right_before(&place) => return None,
            (Some(Happening::Still | Happening::Visit) | None, Some(Place { way: Way::Into, .. })) => {}
            (Some(Happening::Entry), Some(Place { way: Way::Into, .. })) => return Some(Part::Exit { planned: false }),
            (Some(Happening::EntryPlan), Some(Place { way: Way::Into, .. })) => {
                return Some(Part::Exit { planned: true });
            }
            // "Left Ukraine": for Moldova or, on the way home, for elsewhere.
            (Some(Happening::Exit), Some(place))
                if place.way == Way::OutOf || place.way == Way::Unsaid && right_before(&place) =>
            {
                return Some(Part::Unknown);
            }
            _ => return None,
        }
        Some(match (until, from) {
            (true, _) => Part::Entry { planned: self.is_rather_ahead(found) },
            (_, true) => Part::Exit { planned: false },
            _ => Part::Event { role: Role::Other, planned: false },
        })
    }

    /// "Из-за границы", "xaricdən"
    fn comes_from(&self, away: &Cue) -> bool {
        let mut before = away.at.saturating_sub(2)..away.at;
        let ending = self.line.verbs_follow(away.at).then(|| self.line.word_token(away.end - 1)).flatten();
        before.any(|at| self.line.is(at, Word::OutOf)) || ending.is_some_and(|token| case(&token.folded) == Side::From)
    }

    /// "Flying to Moldova on 5 December", "лечу в Молдову": the verb of leaving, and the way is into the country.
    fn is_homewards(&self, cue: &Cue) -> bool {
        let leaves = matches!(cue.happening, Happening::Exit | Happening::ExitPlan);
        let after = self.places.partition_point(|place| place.at < cue.end);
        let place = if cue.follows { after.checked_sub(1) } else { Some(after) };
        let told = place.and_then(|place| self.places.get(place));
        let near = |place: &Place| match cue.follows {
            true => {
                cue.at.saturating_sub(place.end) <= WITH_DATE
                    && !self.distances.breaks(&(place.end.min(cue.at)..cue.at))
            }
            false => place.at - cue.end <= 1,
        };
        leaves && told.is_some_and(|place| !place.abroad && place.way == Way::Into && near(place))
    }

    /// "Left on 5 October for 3 days": how long after the exit she came back.
    pub(super) fn lasting(&self, tokens: &Range<usize>) -> Option<When> {
        let before = tokens.start.saturating_sub(LENGTH_WITHIN)..tokens.start;
        let behind = tokens.end..(tokens.end + LENGTH_WITHIN).min(self.line.len());
        let joined = |at: &usize| self.distances.unbroken(&(tokens.end.min(*at)..tokens.start.max(*at)));
        before.chain(behind).filter(joined).find_map(|at| {
            let (span, next) = span(self.line, at)?;
            let last = next.checked_sub(1).and_then(|last| self.line.word_token(last));
            let ending = self.line.verbs_follow(next - 1) && last.is_some_and(|token| for_so_long(&token.folded));
            (ending || self.line.word_before(at, Word::ForSoLong).is_some()).then(|| span.later())
        })
    }

    /// The place that is told with a date: the nearest with no comma, "and" or other date between.
    pub(super) fn place_of(&self, tokens: &Range<usize>) -> Option<Place> {
        let behind = self.places.partition_point(|place| place.at < tokens.start);
        let last = behind.checked_sub(1).and_then(|last| self.places.get(last));
        let before = last.map(|place| (place.end.min(tokens.start)..tokens.start, place));
        let next = self.places.get(behind).map(|place| (tokens.end..place.at.max(tokens.end), place));
        let beside = [before, next].into_iter().flatten();
        let joined =
            beside.filter(|(between, _)| self.distances.unbroken(between) && !self.has_closing_verb(between, tokens));
        joined.min_by_key(|(between, _)| between.len()).map(|(_, place)| *place)
    }

    /// "Türkiye'ye gittim 15'inde döndüm": where verbs stand last, what is behind one is of the next.
    fn has_closing_verb(&self, between: &Range<usize>, tokens: &Range<usize>) -> bool {
        let crosses = |cue: &Cue| cue.follows && matches!(cue.happening, Happening::Entry | Happening::Exit);
        let first = self.cues.partition_point(|cue| cue.at < between.start);
        let mut inside = self.cues[first..].iter().take_while(|cue| cue.at < between.end);
        let next = self.cues.partition_point(|cue| cue.at < tokens.end);
        let own = self.cues.get(next).filter(|cue| crosses(cue) && self.distances.unbroken(&(tokens.end..cue.at)));
        own.is_some() && inside.any(crosses)
    }

    /// "Was in Ukraine from 10 to 20 September", "went home 10–20 September": out of the country between the two days.
    pub(super) fn is_absence(&self, cue: &Cue, tokens: &Range<usize>) -> bool {
        let place = self.place_of(tokens);
        let there = place.is_some_and(|place| place.abroad && place.way == Way::Into);
        let here = place.is_some_and(|place| !place.abroad && place.way == Way::Into);
        let present = |happening| matches!(happening, Happening::Entry | Happening::Visit | Happening::Still);
        // "5 June – 10 August, then left": a stay, and its end.
        let before = match cue.follows {
            true => tokens.end <= cue.at && self.distances.unbroken(&(tokens.end..cue.at)),
            false => cue.end <= tokens.start && self.distances.unbroken(&(cue.end..tokens.start)),
        };
        let left_alone = before && !here && !self.clause_has(tokens.start, present);
        match cue.happening {
            Happening::Away => true,
            Happening::Visit | Happening::Still | Happening::Entry | Happening::EntryPlan => there,
            Happening::Exit => there || left_alone,
            Happening::ExitPlan => there || left_alone && self.has_entered,
            _ => false,
        }
    }
}
