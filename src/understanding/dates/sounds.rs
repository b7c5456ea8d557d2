//! Russian and Ukrainian words typed in Latin letters, found by their sound: vyehal, viehal, vyekhal, vyexal, wyehal.
//!
//! Only words that nothing else is known of, and only those that say what happened.

use super::index::{Index, clip};
use super::tokens::{Kind, Token, is_apostrophe};
use super::vocabulary::{Concept, Sense, Word};
use crate::understanding::spelling::skeleton;

/// A form of more words than this is not looked for.
const LONGEST_FORM: usize = 4;
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

/// What the words from `at` on sound like, when they are typed in plain Latin letters.
pub fn senses(index: &Index, text: &str, tokens: &[Token], at: usize) -> Vec<Sense> {
    let raw = |token: &Token| text.get(token.span.clone()).unwrap_or_default().to_string();
    let latin = |token: &Token| token.kind == Kind::Word && token.folded.is_ascii() && is_plain(&raw(token));
    let window = &tokens[at..(at + LONGEST_FORM).min(tokens.len())];
    if !window.first().is_some_and(latin) {
        return Vec::new();
    }
    let heard = |token: &Token| Token { folded: of_typed(clip(&token.folded), parted(&raw(token))), ..token.clone() };
    let heard: Vec<Token> = window.iter().map(heard).collect();
    let mut senses = index.senses(&heard, 0);
    if parted(&raw(&window[0])) {
        let is = |sense: &Sense, word| sense.concept == Concept::Word(word);
        let entry = senses.iter().any(|sense| is(sense, Word::Entry));
        senses.retain(|sense| !entry || !is(sense, Word::Exit));
    }
    senses
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
