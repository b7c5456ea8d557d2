//! Russian and Ukrainian words typed in Latin letters, found by their sound: vyehal, viehal, vyekhal, vyexal, wyehal.
//!
//! Only words that nothing else is known of, and only those that say what happened.

use std::cell::OnceCell;

use super::index::{Index, clip};
use super::tokens::{Kind, Token, is_apostrophe};
use super::vocabulary::{Concept, Sense, Word};
use crate::understanding::spelling::skeleton;

/// Shorter sounds are words of other languages too: Romanian "vedem" is no plan to come.
const SHORTEST: usize = 5;
const SHORTEST_OF_OTHERS: usize = 6;

/// The sounds of the forms that are written in Cyrillic letters; none where they are too short to be told apart.
pub fn of_forms(forms: &[String], concept: Concept) -> Vec<String> {
    let shortest = match concept {
        Concept::Word(Word::Entry | Word::Exit | Word::ExitNoun | Word::Loss) => SHORTEST,
        Concept::Word(Word::EntryNoun | Word::EntryPlan | Word::ExitPlan) => SHORTEST_OF_OTHERS,
        Concept::Word(Word::Expired | Word::Permit | Word::Dismissed) => SHORTEST_OF_OTHERS,
        _ => return Vec::new(),
    };
    let cyrillic = forms.iter().filter(|form| form.chars().all(|c| !c.is_ascii_alphabetic()));
    // The Ukrainian г is typed as h too.
    let both = cyrillic.flat_map(|form| [form.clone(), form.replace('г', "х")]);
    let mut sounds: Vec<String> = both.map(|form| of_form(&super::tokens::fold(&form))).collect();
    sounds.retain(|sound| sound.chars().filter(|c| c.is_alphabetic()).count() >= shortest);
    sounds.sort_unstable();
    sounds.dedup();
    sounds
}

fn of_form(form: &str) -> String {
    let word = |word: &str| match word.strip_suffix('*') {
        Some(stem) => format!("{}*", plain(&skeleton(stem))),
        None => plain(&skeleton(word)),
    };
    form.split_whitespace().map(word).collect::<Vec<_>>().join(" ")
}

/// The words of a message by their sound: each is heard once, and only when a word is asked for that nothing is known of.
pub struct Hearing<'a> {
    index: &'a Index,
    text: &'a str,
    tokens: &'a [Token],
    heard: OnceCell<Vec<Token>>,
}

impl<'a> Hearing<'a> {
    pub fn new(index: &'a Index, text: &'a str, tokens: &'a [Token]) -> Self {
        Self { index, text, tokens, heard: OnceCell::new() }
    }

    /// What the words from `at` on sound like, when they are typed in plain Latin letters.
    pub fn senses(&self, at: usize) -> Vec<Sense> {
        let token = &self.tokens[at];
        if token.kind != Kind::Word || !token.folded.is_ascii() || !is_plain(self.raw(token)) {
            return Vec::new();
        }
        let heard = self.heard.get_or_init(|| self.tokens.iter().map(|token| self.hear(token)).collect());
        let mut senses = self.index.senses(heard, at);
        if parted(self.raw(token)) {
            let is = |sense: &Sense, word| sense.concept == Concept::Word(word);
            let entry = senses.iter().any(|sense| is(sense, Word::Entry));
            senses.retain(|sense| !entry || !is(sense, Word::Exit));
        }
        senses
    }

    fn hear(&self, token: &Token) -> Token {
        Token { folded: of_typed(clip(&token.folded), parted(self.raw(token))), ..token.clone() }
    }

    fn raw(&self, token: &Token) -> &'a str {
        self.text.get(token.span.clone()).unwrap_or_default()
    }
}

fn is_plain(raw: &str) -> bool {
    raw.chars().all(|c| c.is_ascii_alphabetic() || is_apostrophe(c))
}

/// "v'yihav", "vjehal": a sign or a j behind the first letter is that of "entered", and of no "left".
fn parted(raw: &str) -> bool {
    raw.chars().nth(1).is_some_and(|c| is_apostrophe(c) || c == 'j' || c == 'J')
}

fn of_typed(folded: &str, parted: bool) -> String {
    let begins = folded.chars().next().map_or(0, char::len_utf8);
    let (first, rest) = folded.split_at(begins);
    let word = if parted { format!("{first}{}", rest.trim_start_matches(['j', 'y'])) } else { folded.to_string() };
    plain(&skeleton(&word))
}

/// Without the glide between two vowels, which is typed or not: "uyehal", "uehal".
fn plain(sound: &str) -> String {
    let letters: Vec<char> = sound.chars().collect();
    let vowel = |at: Option<usize>| at.and_then(|at| letters.get(at)).is_some_and(|c| "aeou".contains(*c));
    let kept = |at: usize| letters[at] != 'i' || !(vowel(at.checked_sub(1)) && vowel(Some(at + 1)));
    (0..letters.len()).filter(|at| kept(*at)).map(|at| letters[at]).collect()
}
