//! Days that are of no trip: which paper expired or is valid, and the last day of a stay.

use super::Role;
use super::cues::{COMMA, Cue, Happening, break_at};
use super::found::Found;
use super::line::Line;
use super::nationality::{came_myself, is_myself};
use super::near::WEIGHED;
use super::roles::{Part, Roles};
use super::vocabulary::Word;
use super::years::{SOON, settle};

impl Roles<'_, '_> {
    /// "My visa until 5 December": a clause of a paper, and of no crossing, or a paper right before it.
    pub(super) fn is_of_paper(&self, at: usize) -> bool {
        self.clause_has(at, is_paper) && !self.clause_has(at, |it| !is_event(it)) || self.paper_before(at).is_some()
    }

    /// "My visa was until 29 August": no end of a stay.
    pub(super) fn paper_before(&self, at: usize) -> Option<Cue> {
        let split = self.cues.partition_point(|cue| cue.at < at);
        let near = &self.cues[split.saturating_sub(WEIGHED)..split];
        let same = |cue: &&Cue| self.distances.clause(cue.at) == self.distances.clause(at);
        let mut before = near.iter().rev().take_while(same);
        let last = before.next()?;
        if is_paper(last.happening) {
            return Some(*last);
        }
        let paper = before.next().filter(|paper| is_paper(paper.happening) && paper.end == last.at)?;
        (last.happening == Happening::Visit && last.end - last.at == 1).then_some(*paper)
    }

    /// The end of the lawful stay, just over or soon to come; a last day that is far may be of another year, and one
    /// that nobody calls lawful may be that of an exit.
    pub(super) fn last_day(&self, found: &Found, cue: Cue) -> (Part, bool) {
        let away = |planned| settle(found, planned, self.today).map(|day| (day - self.today).num_days().abs());
        let (behind, ahead) = (away(false).unwrap_or(i64::MAX), away(true).unwrap_or(i64::MAX));
        let sure = cue.happening == Happening::LastLawfulDay && behind.min(ahead) < SOON;
        (Part::Event { role: self.paper_near(cue), planned: ahead < behind }, sure)
    }

    /// What expired or is valid: the nearest paper.
    pub(super) fn role(&self, happening: Happening, cue: Cue) -> Role {
        match happening {
            Happening::Loss => Role::Loss,
            Happening::Decision => Role::Decision,
            Happening::Filing => Role::Filing,
            Happening::Contract => Role::ContractEnded,
            Happening::Permit => Role::PermitExpired,
            Happening::Passport => Role::PassportValidity,
            Happening::Issued | Happening::Birth => Role::Other,
            _ => self.paper_near(cue),
        }
    }

    pub(super) fn paper_near(&self, cue: Cue) -> Role {
        let split = self.cues.partition_point(|other| other.at < cue.at);
        let near = split.saturating_sub(WEIGHED)..(split + WEIGHED).min(self.cues.len());
        let papers = self.cues[near].iter().filter_map(|other| {
            let role = match other.happening {
                Happening::Permit => Role::PermitExpired,
                Happening::Passport => Role::PassportValidity,
                Happening::Contract => Role::ContractEnded,
                Happening::Decision => Role::Decision,
                _ => return None,
            };
            let (first, second) = if other.at < cue.at { (other, &cue) } else { (&cue, other) };
            Some((self.distances.between(first.end, second.at.max(first.end)), role))
        });
        papers.min_by_key(|(distance, _)| *distance).map_or(Role::StayEnded, |(_, role)| role)
    }
}

/// "My visa came out on 10 October", "vizem çıktı": the verb is of a paper, and of nobody who crosses a border.
pub fn is_verb_of_paper(line: &Line, at: usize) -> bool {
    let ends = |at: &usize| break_at(line, *at) >= COMMA;
    let begin = (at.saturating_sub(CLAUSE)..at).rev().find(ends).map_or(at.saturating_sub(CLAUSE), |last| last + 1);
    let end = (at + 1..(at + 1 + CLAUSE).min(line.len())).find(ends).unwrap_or((at + 1 + CLAUSE).min(line.len()));
    if (begin..end).any(|at| is_myself(line, at)) {
        return false;
    }
    let paper = |at: &usize| line.any(*at, &[Word::Permit, Word::Passport]).is_some();
    if line.verbs_follow(at) {
        let with = |at: usize| line.word_token(at).is_some_and(|token| carried(&token.folded));
        return !came_myself(line, at) && (begin..at).any(|at| paper(&at) && !with(at));
    }
    let subject = (begin..at).find(paper).is_some_and(|paper| paper - begin <= POSSESSIVE);
    // "Вышла моя виза", but "came with a visa", "приехал по визе".
    let behind = (at + 1..(at + 1 + POSSESSIVE).min(end)).find(paper);
    let says_nothing = |at: usize| line.senses(at).is_empty() || line.is(at, Word::Myself);
    line.is(at, Word::OfThings) && (subject || behind.is_some_and(|paper| (at + 1..paper).all(says_nothing)))
}

/// "Vizeyle", "vizeli": came with it.
fn carried(word: &str) -> bool {
    ["yle", "yla", "ile", "ila", "li"].iter().any(|ending| word.ends_with(ending))
}

/// A paper and its verb stand so near each other.
const CLAUSE: usize = 6;
/// "My", "the", "мой": before the paper that is spoken of.
const POSSESSIVE: usize = 2;

pub fn is_event(happening: Happening) -> bool {
    use Happening::*;
    !matches!(happening, Away | Crossing | Entry | EntryPlan | Exit | ExitPlan | Visit | Still)
}

pub fn is_paper(happening: Happening) -> bool {
    matches!(happening, Happening::Permit | Happening::Passport)
}
