//! The words of `lexicon/promises.toml`, ready to be found in a message.

use std::ops::Range;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use super::particulars::Nth;
use crate::understanding::dates::Line;
use crate::understanding::spelling::{self, fold};

/// `lexicon/promises.toml`, as written.
#[derive(Clone, Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PromiseDraft {
    pub later: Vec<String>,
    pub earlier: Vec<String>,
    pub postpone: Vec<String>,
    pub by: Vec<String>,
    pub every: Vec<String>,
    pub every_of_verbs_last: Vec<String>,
    pub daily: Vec<String>,
    pub again_and_again: Vec<String>,
    pub no_call: Vec<String>,
    pub by_phone: Vec<String>,
    pub in_chat: Vec<String>,
    pub why: Vec<String>,
    pub rather: Vec<String>,
    pub and: Vec<String>,
    pub last: Vec<String>,
    pub number: Vec<String>,
    pub nth: Vec<Vec<String>>,
}

/// The same, by the first word of each phrase, folded.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct PromiseWords(FxHashMap<String, Vec<(Vec<String>, Says)>>);

/// What a phrase says.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Says {
    Later,
    Earlier,
    Postpone,
    By,
    Every,
    /// Only before words of a language whose verbs stand last: English "her" is none.
    EveryOfVerbsLast,
    Daily,
    AgainAndAgain,
    NoCall,
    ByPhone,
    InChat,
    Why,
    Rather,
    And,
    Number,
    Which(Nth),
}

impl PromiseWords {
    pub fn of(draft: &PromiseDraft) -> PromiseWords {
        let mut words = PromiseWords::default();
        let kinds = [
            (&draft.later, Says::Later),
            (&draft.earlier, Says::Earlier),
            (&draft.postpone, Says::Postpone),
            (&draft.by, Says::By),
            (&draft.every, Says::Every),
            (&draft.every_of_verbs_last, Says::EveryOfVerbsLast),
            (&draft.daily, Says::Daily),
            (&draft.again_and_again, Says::AgainAndAgain),
            (&draft.no_call, Says::NoCall),
            (&draft.by_phone, Says::ByPhone),
            (&draft.in_chat, Says::InChat),
            (&draft.why, Says::Why),
            (&draft.rather, Says::Rather),
            (&draft.and, Says::And),
            (&draft.number, Says::Number),
            (&draft.last, Says::Which(Nth::Last)),
        ];
        let nth = draft.nth.iter().zip(1..).map(|(phrases, place)| (phrases, Says::Which(Nth::Place(place))));
        for (phrases, says) in kinds.into_iter().chain(nth) {
            phrases.iter().for_each(|phrase| words.add(phrase, says));
        }
        words
    }

    fn add(&mut self, phrase: &str, says: Says) {
        let folded = fold(phrase);
        let mut words = spelling::words(&folded).map(str::to_string);
        if let Some(first) = words.next() {
            self.0.entry(first).or_default().push((words.collect(), says));
        }
    }

    /// Whether a message may say any of it: most messages say none, and are not looked at any closer.
    pub(super) fn may_be_in(&self, line: &Line) -> bool {
        let alone = |says: Says| !matches!(says, Says::By | Says::And | Says::Why | Says::Rather);
        let begins = |word: &str| self.0.get(word).is_some_and(|known| known.iter().any(|(_, says)| alone(*says)));
        (0..line.len()).filter_map(|at| line.word_token(at)).any(|word| begins(&word.folded))
    }

    /// Of all phrases in a line the longest at each place, by their tokens.
    pub(super) fn find(&self, line: &Line) -> Vec<(Range<usize>, Says)> {
        let mut found = Vec::new();
        let mut at = 0;
        while at < line.len() {
            let here = self.at(line, at);
            let end = here.iter().map(|(end, _)| *end).max().unwrap_or(at + 1);
            found.extend(here.into_iter().filter(|(last, _)| *last == end).map(|(_, says)| (at..end, says)));
            at = end;
        }
        found
    }

    fn at(&self, line: &Line, at: usize) -> Vec<(usize, Says)> {
        let known = line.word_token(at).and_then(|word| self.0.get(&word.folded));
        let known = known.into_iter().flatten();
        known.filter_map(|(rest, says)| Some((goes_on(line, at + 1, rest)?, *says))).collect()
    }
}

/// Where a phrase ends whose other words are these.
fn goes_on(line: &Line, mut at: usize, rest: &[String]) -> Option<usize> {
    for wanted in rest {
        if line.mark(at, "-") {
            at += 1;
        }
        line.word_token(at).filter(|word| word.folded == *wanted)?;
        at += 1;
    }
    Some(at)
}
