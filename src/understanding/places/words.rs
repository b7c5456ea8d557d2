//! A message as words: where each stands, how it sounds, what it says about names near it.

use std::ops::Range;

use rustc_hash::FxHashMap;

use super::sound::{ear, sound, w_for_s};
use crate::faq::places::Around;
use crate::understanding::spelling::fold;

/// A word of a message.
#[derive(Debug)]
pub(super) struct Word {
    pub range: Range<usize>,
    pub folded: String,
    /// Its sound, and a second one if a letter of it may be meant otherwise.
    pub ears: [Option<String>; 2],
    /// What precedes an apostrophe (Orhei'den): then any ending may follow.
    pub before_apostrophe: Option<String>,
    pub capital: bool,
    pub digits: bool,
    /// Words of one clause have one number.
    pub clause: u16,
    pub around: Marks,
}

impl Word {
    pub fn says(&self, around: Around) -> bool {
        self.around.has(around)
    }

    /// What follows is the dot of a shortened word (str. Orhei), not the end of a sentence.
    fn is_shortened(&self, gap: &str) -> bool {
        let kinds = [Around::Street, Around::District, Around::Sector, Around::Settlement];
        gap.trim_end() == "." && self.folded.chars().count() <= 4 && kinds.into_iter().any(|kind| self.says(kind))
    }
}

/// The kinds of words that a word belongs to.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) struct Marks(u16);

impl Marks {
    fn add(&mut self, around: Around) {
        self.0 |= 1 << around as u16;
    }

    pub fn join(&mut self, others: Marks) {
        self.0 |= others.0;
    }

    pub fn has(self, around: Around) -> bool {
        self.0 & 1 << around as u16 != 0
    }
}

/// The words around names, by their folded form.
#[derive(Debug, Default)]
pub(super) struct Vocabulary(FxHashMap<String, Marks>);

impl Vocabulary {
    pub fn new(words: &[(Around, String)]) -> Vocabulary {
        let mut vocabulary = Vocabulary::default();
        for (around, word) in words {
            let folded = fold(word);
            // `не` and `но` in Latin letters are other words of other languages (ne-am mutat).
            let foreign = matches!(around, Around::Not | Around::NotAfter | Around::But | Around::Counted);
            if folded.chars().count() > 1 && !foreign {
                vocabulary.0.entry(sound(&folded)).or_default().add(*around);
            }
            vocabulary.0.entry(folded).or_default().add(*around);
        }
        vocabulary
    }

    fn marks(&self, folded: &str) -> Marks {
        self.0.get(folded).copied().unwrap_or_default()
    }
}

/// Longer words are no names; their sounds are not worth computing.
const LONGEST: usize = 40;

/// The words of a message in their order; linear in its length.
pub(super) fn words(text: &str, vocabulary: &Vocabulary) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let (mut clause, mut end) = (0, 0);
    for range in ranges(text) {
        let shortened = words.last().is_some_and(|last| last.is_shortened(&text[end..range.start]));
        if !shortened && text[end..range.start].contains(['.', ',', ';', ':', '!', '?', '(', ')', '\n', '–', '—']) {
            clause += 1;
        }
        end = range.end;
        let mut word = word(text, range, vocabulary);
        if word.says(Around::But) {
            clause += 1;
        }
        word.clause = clause;
        words.push(word);
    }
    words
}

/// Runs of letters and digits, with the apostrophes inside of them.
pub(super) fn ranges(text: &str) -> Vec<Range<usize>> {
    let mut ranges: Vec<Range<usize>> = Vec::new();
    let mut start = None;
    let mut end = 0;
    for (at, letter) in text.char_indices() {
        if is_inside(letter) {
            start.get_or_insert(at);
            end = at + letter.len_utf8();
        } else if !is_apostrophe(letter) {
            ranges.extend(start.take().map(|start| start..end));
        }
    }
    ranges.extend(start.map(|start| start..end));
    ranges
}

/// Part of a word. The letters of our scripts are told from the rest without Unicode's tables, which are slow.
fn is_inside(letter: char) -> bool {
    match letter {
        '\0'..='\x7f' => letter.is_ascii_alphanumeric(),
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' | 'А'..='я' => true,
        _ => letter.is_alphanumeric() || unicode_normalization::char::is_combining_mark(letter),
    }
}

fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | 'ʼ' | '`' | '´')
}

/// The word that stands there, not yet part of a clause.
pub(super) fn word(text: &str, range: Range<usize>, vocabulary: &Vocabulary) -> Word {
    let written = &text[range.clone()];
    let folded = fold(written);
    let name_like = written.len() <= LONGEST * 4 && folded.chars().count() <= LONGEST;
    let ears = if name_like { [Some(ear(&folded)), w_for_s(&folded)] } else { [None, None] };
    let before_apostrophe = written.find(is_apostrophe).filter(|_| name_like).map(|at| ear(&fold(&written[..at])));
    Word {
        around: vocabulary.marks(&folded),
        capital: written.starts_with(char::is_uppercase),
        digits: written.starts_with(|c: char| c.is_ascii_digit()),
        clause: 0,
        range,
        folded,
        ears,
        before_apostrophe,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<(&str, u16)> {
        let vocabulary = Vocabulary::new(&[(Around::But, "но".into())]);
        words(text, &vocabulary).iter().map(|word| (&text[word.range.clone()], word.clause)).collect()
    }

    #[test]
    fn words_keep_their_apostrophes_and_lose_their_hyphens() {
        assert_eq!(split("Orhei'den, п'ять"), [("Orhei'den", 0), ("п'ять", 1)]);
        assert_eq!(split("«Ceadîr-Lunga»"), [("Ceadîr", 0), ("Lunga", 0)]);
        assert_eq!(split("'quoted' word"), [("quoted", 0), ("word", 0)]);
    }

    #[test]
    fn a_clause_ends_at_marks_and_at_but() {
        assert_eq!(split("был там но живу тут"), [("был", 0), ("там", 0), ("но", 1), ("живу", 1), ("тут", 1)]);
    }
}
