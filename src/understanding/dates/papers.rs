//! Days that are of no trip: which paper expired or is valid, and the last day of a stay.

use super::Role;
use super::cues::{Cue, Happening};
use super::found::Found;
use super::near::WEIGHED;
use super::roles::{Part, Roles};
use super::years::{SOON, settle};

impl Roles<'_, '_> {
    /// "My visa until 5 December": a clause of a paper, and of no crossing.
    pub(super) fn is_of_paper(&self, at: usize) -> bool {
        self.clause_has(at, is_paper) && !self.clause_has(at, |it| !is_event(it))
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

pub fn is_event(happening: Happening) -> bool {
    use Happening::*;
    !matches!(happening, Away | Crossing | Entry | EntryPlan | Exit | ExitPlan | Visit | Still)
}

pub fn is_paper(happening: Happening) -> bool {
    matches!(happening, Happening::Permit | Happening::Passport)
}
