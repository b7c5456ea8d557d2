//! Forms of words, looked up by their first word.

use super::tokens::{Token, fold, tokenize};
use super::vocabulary::{Concept, Sense};
use rustc_hash::FxHashMap;

/// Forms by their first word.
#[derive(Debug, Clone, Default)]
pub struct Index {
    exact: FxHashMap<String, Vec<Form>>,
    stems: FxHashMap<String, Vec<Form>>,
}

/// No word of ours is longer; longer words of a message are cut before they are looked up, so that time stays linear.
const LONGEST_WORD: usize = 28;

/// A word of a form.
#[derive(Debug, Clone)]
pub struct Piece {
    pub text: String,
    stem: bool,
}

impl Piece {
    fn matches(&self, word: &str) -> bool {
        if self.stem { word.starts_with(&self.text) } else { word == self.text }
    }
}

#[derive(Debug, Clone)]
struct Form {
    pieces: Vec<Piece>,
    sense: Sense,
}

impl Index {
    pub fn add(&mut self, forms: &[String], concept: Concept, verbs_follow: bool) {
        for written in forms {
            let pieces = pieces(written);
            let sense = Sense { concept, tokens: pieces.len(), verbs_follow };
            let Some(first) = pieces.first().cloned() else {
                continue;
            };
            let index = if first.stem { &mut self.stems } else { &mut self.exact };
            index.entry(first.text).or_default().push(Form { pieces, sense });
        }
    }

    /// What the tokens from `at` on say: the longest forms that fit, a longer stem before a shorter.
    pub fn senses(&self, tokens: &[Token], at: usize) -> Vec<Sense> {
        let word = clip(&tokens[at].folded);
        let mut found: Vec<(usize, usize, Sense)> = Vec::new();
        let mut note = |forms: Option<&Vec<Form>>, weight: usize| {
            for form in forms.into_iter().flatten().filter(|form| fits(form, &tokens[at..])) {
                found.push((form.sense.tokens, weight, form.sense));
            }
        };
        note(self.exact.get(word), usize::MAX);
        for (end, c) in word.char_indices() {
            let end = end + c.len_utf8();
            note(self.stems.get(&word[..end]), end);
        }
        let Some(longest) = found.iter().map(|(tokens, ..)| *tokens).max() else {
            return Vec::new();
        };
        found.retain(|(tokens, ..)| *tokens == longest);
        found.sort_by_key(|(_, weight, _)| std::cmp::Reverse(*weight));
        let best = found[0].1;
        // A stem only speaks where no exact form does, and only the longest stem of one kind.
        found.into_iter().filter(|(_, weight, _)| *weight == best).map(|(.., sense)| sense).collect()
    }
}

/// The beginning of a word that is looked up.
pub fn clip(word: &str) -> &str {
    word.char_indices().nth(LONGEST_WORD).map_or(word, |(end, _)| &word[..end])
}

fn fits(form: &Form, tokens: &[Token]) -> bool {
    form.pieces.len() <= tokens.len()
        && form.pieces.iter().zip(tokens).all(|(piece, token)| piece.matches(&token.folded))
}

/// What a form is written with, word by word.
pub fn pieces(written: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    for part in written.split_whitespace() {
        let (part, stem) = part.strip_suffix('*').map_or((part, false), |rest| (rest, true));
        let tokens = tokenize(part);
        let last = tokens.len().saturating_sub(1);
        pieces.extend(tokens.iter().enumerate().map(|(i, t)| Piece { text: fold(&t.folded), stem: stem && i == last }));
    }
    pieces
}
