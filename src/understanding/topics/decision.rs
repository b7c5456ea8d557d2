//! From scores to a verdict: what is sure enough to answer, what is offered, what is not ours.

use super::{Hints, Judgement, Scored, Topic, Verdict};
use crate::faq::{EntryId, Talk};

/// How sure is sure enough. Chosen on the curve that `examples/understanding.rs` draws.
#[derive(Clone, Copy, Debug)]
pub struct Thresholds {
    /// Scores become shares of certainty by a softmax of this steepness.
    pub steepness: f32,
    /// An entry is answered from this share on …
    pub answer: f32,
    /// … when it also leads the runner-up by this much.
    pub margin: f32,
    /// Choices are offered when all entries together have this share.
    pub offer: f32,
    /// Small talk is taken as such from this share on.
    pub talk: f32,
}

impl Default for Thresholds {
    fn default() -> Thresholds {
        Thresholds { steepness: 5.0, answer: 0.5, margin: 0.15, offer: 0.4, talk: 0.4 }
    }
}

/// Choices beside which nothing else is offered.
const CHOICES: usize = 4;

/// An entry with all that speaks for it.
struct Candidate<'a> {
    entry: &'a EntryId,
    share: f32,
    /// The kind of talk that makes up most of it: which office, whose days.
    as_talk: Option<Talk>,
}

pub(super) fn decide(topics: &[Topic], scores: &[f32], hints: Hints, thresholds: &Thresholds) -> Judgement {
    let shares = shares(scores, thresholds.steepness);
    let mut ranked: Vec<Scored<Topic>> =
        topics.iter().zip(&shares).map(|(topic, share)| Scored { what: topic.clone(), score: *share }).collect();
    ranked.sort_by(|one, other| other.score.total_cmp(&one.score));
    let candidates = candidates(topics, &shares, hints);
    let verdict = verdict(&candidates, &ranked, hints, thresholds);
    let score = match &verdict {
        Verdict::Talk(talk) if !matches!(talk, Talk::Office | Talk::Days) => ranked[0].score,
        Verdict::Unknown { .. } => 0.0,
        _ => candidates[0].share,
    };
    ranked.truncate(8);
    Judgement { verdict, ranked, score, second: None }
}

fn verdict(candidates: &[Candidate<'_>], ranked: &[Scored<Topic>], _hints: Hints, thresholds: &Thresholds) -> Verdict {
    let (best, next) = (&candidates[0], candidates.get(1).map_or(0.0, |next| next.share));
    if best.share >= thresholds.answer && best.share - next >= thresholds.margin {
        return match best.as_talk {
            Some(talk) => Verdict::Talk(talk),
            None => Verdict::Answer(best.entry.clone()),
        };
    }
    let outside = ranked.iter().find_map(|topic| match topic.what {
        Topic::Talk(talk) if talk.is_outside() => Some((talk, topic.score)),
        _ => None,
    });
    if let Topic::Talk(talk) = ranked[0].what
        && !talk.is_outside()
        && !matches!(talk, Talk::Office | Talk::Days)
        && ranked[0].score >= thresholds.talk
    {
        return Verdict::Talk(talk);
    }
    if candidates.iter().map(|candidate| candidate.share).sum::<f32>() >= thresholds.offer {
        let offered = candidates.iter().take(CHOICES).map(|candidate| candidate.entry.clone());
        return Verdict::Choices(offered.collect());
    }
    Verdict::Unknown { outside: outside.map(|(talk, _)| talk) }
}

/// The entries by what speaks for them, best first. Which office and whose days are asked in the same
/// words as the entries about them, so they count together.
fn candidates<'a>(topics: &'a [Topic], shares: &[f32], hints: Hints) -> Vec<Candidate<'a>> {
    let of_talk = |talk: Talk| {
        topics.iter().zip(shares).find(|(topic, _)| **topic == Topic::Talk(talk)).map_or(0.0, |(_, share)| *share)
    };
    let (office, days) = (of_talk(Talk::Office), of_talk(Talk::Days));
    let mut candidates: Vec<Candidate<'a>> = topics
        .iter()
        .zip(shares)
        .filter_map(|(topic, share)| match topic {
            Topic::Entry(entry) => {
                let (more, talk, hint) = match entry.as_str() {
                    "one-stop-shops" => (office, Talk::Office, hints.place),
                    "stay-90-180" => (days, Talk::Days, hints.stay_dates),
                    _ => (0.0, Talk::Office, false),
                };
                let as_talk = (more > *share || (hint && more > 0.1 * *share)).then_some(talk).filter(|_| more > 0.0);
                Some(Candidate { entry, share: share + more, as_talk })
            }
            Topic::Talk(_) => None,
        })
        .collect();
    candidates.sort_by(|one, other| other.share.total_cmp(&one.share));
    candidates
}

fn shares(scores: &[f32], steepness: f32) -> Vec<f32> {
    let top = scores.iter().copied().fold(f32::MIN, f32::max);
    let raised: Vec<f32> = scores.iter().map(|score| ((score - top) * steepness).exp()).collect();
    let sum: f32 = raised.iter().sum();
    raised.into_iter().map(|share| share / sum).collect()
}
