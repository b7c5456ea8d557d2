//! From scores to a verdict: what is sure enough to answer, what is offered, what is not ours.

use super::classifier::Scores;
use super::{Hints, Judgement, Scored, Topic, Verdict};
use crate::faq::{EntryId, Talk};
use crate::stay::Rule;

/// How sure is sure enough. Chosen on the curve that `examples/understanding.rs` draws
/// (`tests/data/eval/curve.csv`).
#[derive(Clone, Copy, Debug)]
pub struct Thresholds {
    /// An entry is answered when it is right with this probability …
    pub answer: f32,
    /// … and leads the runner-up by this share.
    pub margin: f32,
    /// Choices are offered when one of them is right with this probability.
    pub offer: f32,
    /// Small talk is taken as such from this share on …
    pub talk: f32,
    /// … and what concerns the person's data, said in other words than the content's, from this one.
    pub data: f32,
}

impl Default for Thresholds {
    fn default() -> Thresholds {
        Thresholds { answer: 0.66, margin: 0.2, offer: 0.3, talk: 0.35, data: 0.8 }
    }
}

/// The most entries that are offered.
const CHOICES: usize = 4;
/// An entry with less than this share is not offered beside better ones.
const LEAST_SHARE: f32 = 0.01;
/// Scores become shares of certainty by a softmax of this steepness: the one under which the labels of
/// held-out ways of asking are likeliest.
const STEEPNESS: f32 = 5.0;
/// How much dates of coming and going speak for the person's own days.
const DATES: f32 = 0.3;

/// What the probability of being right is worked out from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Evidence(pub [f32; 8]);

/// Logistic regression over [`Evidence`]: weights, then the constant.
pub type Calibration = [f32; 9];

/// That the best entry is the one meant. Fitted by `examples/understanding.rs` on held-out ways of asking.
const BEST: Calibration = [1.802, -0.407, -0.953, -0.960, -2.751, 0.816, 2.555, -0.912, -4.252];
/// That one of the four best is.
const AMONG: Calibration = [2.230, 0.581, -1.384, -1.268, -2.839, 1.213, 2.114, 5.228, -4.203];

impl Evidence {
    /// The probability that a calibration gives.
    pub fn probability(&self, calibration: &Calibration) -> f32 {
        let sum: f32 = self.0.iter().zip(calibration).map(|(value, weight)| value * weight).sum();
        1.0 / (1.0 + (-(sum + calibration[8])).exp())
    }
}

/// An entry with all that speaks for it.
#[derive(Clone, Debug)]
pub struct Candidate {
    pub entry: EntryId,
    pub score: f32,
    pub share: f32,
    /// The kind of talk that speaks for it more than it does itself: which office, whose days.
    as_talk: Option<Talk>,
}

/// Entries by what speaks for them, best first, with the evidence for the best.
pub struct Weighed {
    pub candidates: Vec<Candidate>,
    pub evidence: Evidence,
    ranked: Vec<Scored<Topic>>,
}

impl Weighed {
    /// How likely the best entry is the one meant, 0 to 1.
    pub fn sure(&self) -> f32 {
        self.evidence.probability(&BEST)
    }
}

pub(super) fn weigh(topics: &[Topic], scores: &Scores, hints: Hints) -> Weighed {
    let mut classes = scores.classes.clone();
    if let Some(days) = topics.iter().position(|topic| *topic == Topic::Talk(Talk::Days))
        && hints.stay_dates
    {
        classes[days] += DATES;
    }
    let shares = shares(&classes);
    let candidates = candidates(topics, &classes, &shares, hints);
    let best_of = |wanted: fn(Talk) -> bool| {
        let of_kind = topics.iter().zip(&classes).filter(|(topic, _)| matches!(topic, Topic::Talk(t) if wanted(*t)));
        of_kind.map(|(_, score)| *score).fold(-1.0, f32::max)
    };
    let (best, next) = (&candidates[0], &candidates[1]);
    let words = scores.words.max(1) as f32;
    let evidence = Evidence([
        best.score,
        next.score,
        best_of(Talk::is_outside),
        best_of(|talk| is_small(talk) && !is_wish(talk)),
        scores.strange as f32 / words,
        words.ln(),
        best.share,
        next.share,
    ]);
    let mut ranked: Vec<Scored<Topic>> =
        topics.iter().zip(shares).map(|(topic, score)| Scored { what: topic.clone(), score }).collect();
    ranked.sort_by(|one, other| other.score.total_cmp(&one.score));
    Weighed { candidates, evidence, ranked }
}

pub(super) fn decide(weighed: Weighed, thresholds: &Thresholds) -> Judgement {
    let Weighed { candidates, evidence, mut ranked } = weighed;
    let sure = evidence.probability(&BEST);
    let lead = candidates[0].share - candidates[1].share;
    let (verdict, score) = if let Some((talk, share)) = small_talk(&ranked, thresholds) {
        (Verdict::Talk(talk), share)
    } else if sure >= thresholds.answer && lead >= thresholds.margin {
        let best = &candidates[0];
        (best.as_talk.map_or_else(|| Verdict::Answer(best.entry.clone()), Verdict::Talk), sure)
    } else if evidence.probability(&AMONG) >= thresholds.offer {
        (Verdict::Choices(offered(&candidates)), sure)
    } else {
        (Verdict::Unknown { outside: outside(&ranked) }, 0.0)
    };
    ranked.truncate(2 * CHOICES);
    Judgement::of(verdict, ranked, score)
}

/// The small talk that stands first, when it is sure enough.
fn small_talk(ranked: &[Scored<Topic>], thresholds: &Thresholds) -> Option<(Talk, f32)> {
    let first = ranked.iter().find(|topic| match topic.what {
        Topic::Talk(Talk::Privacy | Talk::Forget) => topic.score >= thresholds.data,
        _ => true,
    })?;
    match first.what {
        Topic::Talk(talk) if is_small(talk) && first.score >= thresholds.talk => Some((talk, first.score)),
        _ => None,
    }
}

fn outside(ranked: &[Scored<Topic>]) -> Option<Talk> {
    match ranked.first()?.what {
        Topic::Talk(talk) if talk.is_outside() => Some(talk),
        _ => None,
    }
}

fn offered(candidates: &[Candidate]) -> Vec<EntryId> {
    let worth = candidates.iter().enumerate().take_while(|(place, one)| *place < 2 || one.share >= LEAST_SHARE);
    worth.take(CHOICES).map(|(_, one)| one.entry.clone()).collect()
}

/// True for talk that is answered as such: neither outside nor a question that is worked out.
fn is_small(talk: Talk) -> bool {
    !talk.is_outside() && !talk.is_worked_out()
}

/// True for talk told in the words of entries ("before my last day"): that it fits says little against them, so it is
/// no part of the [`Evidence`].
fn is_wish(talk: Talk) -> bool {
    matches!(talk, Talk::Remind | Talk::CallBack | Talk::FollowUps | Talk::MyData)
}

/// The talk that is asked in the same words as an entry, so that both count together.
pub(super) fn talk_beside(entry: &EntryId) -> Option<Talk> {
    match entry.as_str() {
        "one-stop-shops" => Some(Talk::Office),
        "stay-90-180" => Some(Talk::Days),
        _ => None,
    }
}

fn candidates(topics: &[Topic], classes: &[f32], shares: &[f32], hints: Hints) -> Vec<Candidate> {
    let of = |talk: Talk| topics.iter().position(|topic| *topic == Topic::Talk(talk));
    let entries = topics.iter().enumerate().filter_map(|(class, topic)| match topic {
        Topic::Entry(entry) => Some((class, entry)),
        Topic::Talk(_) => None,
    });
    let mut candidates: Vec<Candidate> = entries
        .map(|(class, entry)| {
            let alone = Candidate { entry: entry.clone(), score: classes[class], share: shares[class], as_talk: None };
            let Some((talk, other)) = talk_beside(entry).and_then(|talk| Some((talk, of(talk)?))) else { return alone };
            let named = hints.place && talk == Talk::Office || hints.stay_dates && talk == Talk::Days;
            Candidate {
                score: alone.score.max(classes[other]),
                share: alone.share + shares[other],
                as_talk: (named || classes[other] > alone.score).then_some(talk),
                ..alone
            }
        })
        .collect();
    candidates.sort_by(|one, other| other.score.total_cmp(&one.score));
    if let Some(rule) = hints.rule {
        put_right(&mut candidates, rule);
    }
    candidates
}

/// The entries about one rule of counting days and about the other.
const RULES: [(Rule, &str); 2] = [(Rule::Window, "stay-90-180"), (Rule::LastEntry, "azerbaijan-stay")];

/// The entry that tells a rule of counting days.
pub fn entry_about(rule: Rule) -> EntryId {
    let [(_, window), (_, last_entry)] = RULES;
    EntryId::new(if rule == Rule::Window { window } else { last_entry })
}

/// Whose citizenship is known is not told the rule for others: if that stands first, the rule for her takes its place.
fn put_right(candidates: &mut [Candidate], rule: Rule) {
    let about = |candidate: &Candidate| RULES.iter().find(|(_, id)| candidate.entry.as_str() == *id).map(|(of, _)| *of);
    let Some((first, others)) = candidates.split_first_mut() else { return };
    if about(first).is_some_and(|of| of != rule)
        && let Some(hers) = others.iter_mut().find(|other| about(other) == Some(rule))
    {
        std::mem::swap(&mut first.entry, &mut hers.entry);
        first.as_talk = None;
    }
}

fn shares(scores: &[f32]) -> Vec<f32> {
    let top = scores.iter().copied().fold(f32::MIN, f32::max);
    let raised: Vec<f32> = scores.iter().map(|score| ((score - top) * STEEPNESS).exp()).collect();
    let sum: f32 = raised.iter().sum();
    raised.into_iter().map(|share| share / sum).collect()
}
