//! A message as words: where each stands, how it sounds, what it says about names near it.

use std::ops::{Deref, Range};
use std::rc::Rc;

use rustc_hash::FxHashMap;

use super::index::Beginning;
use super::sound::{ear, sound, w_for_s};
use crate::faq::places::Around;
use crate::understanding::spelling::fold;

/// A word of a message.
#[derive(Debug)]
pub(super) struct Word {
    pub range: Range<usize>,
    /// Words of one clause have one number.
    pub clause: u16,
    heard: Rc<Heard>,
}

/// The sound of a word, and a second one if a letter of it may be meant otherwise.
pub(super) type Ears = [Option<String>; 2];

/// What there is to a word wherever it stands.
#[derive(Debug)]
pub(super) struct Heard {
    pub folded: String,
    pub ears: Ears,
    /// What precedes an apostrophe (Orhei'den): then any ending may follow.
    pub before_apostrophe: Option<String>,
    pub capital: bool,
    pub digits: bool,
    pub around: Marks,
    /// The names that it may begin, spelled rightly.
    pub begins: Vec<Beginning>,
}

impl Deref for Word {
    type Target = Heard;

    fn deref(&self) -> &Heard {
        &self.heard
    }
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

/// The words of a message in their order, each heard by a function of what is written; linear in its length.
pub(super) fn words<'a>(text: &'a str, mut hear: impl FnMut(&'a str) -> Rc<Heard>) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let (mut clause, mut end) = (0, 0);
    for range in ranges(text) {
        let gap = &text[end..range.start];
        let shortened = words.last().is_some_and(|last| last.is_shortened(gap));
        if !shortened && gap.contains(['.', ',', ';', ':', '!', '?', '(', ')', '\n', '–', '—']) {
            clause += 1;
        }
        end = range.end;
        let heard = hear(&text[range.clone()]);
        if heard.around.has(Around::But) {
            clause += 1;
        }
        words.push(Word { range, clause, heard });
    }
    words
}

/// How a folded word sounds, if it may be a name.
pub(super) fn ears(folded: &str) -> Ears {
    if folded.chars().count() > LONGEST { [None, None] } else { [Some(ear(folded)), w_for_s(folded)] }
}

/// Runs of letters and digits, with the apostrophes inside of them.
pub(super) fn ranges(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut letters = text.char_indices();
    std::iter::from_fn(move || {
        let (start, first) = letters.find(|(_, letter)| is_inside(*letter))?;
        let mut end = start + first.len_utf8();
        for (at, letter) in letters.by_ref() {
            if is_inside(letter) {
                end = at + letter.len_utf8();
            } else if !is_apostrophe(letter) {
                break;
            }
        }
        Some(start..end)
    })
}

/// Part of a word. The letters of our scripts are told from the rest without Unicode's tables, which are slow.
fn is_inside(letter: char) -> bool {
    match letter {
        '\0'..='\x7f' => letter.is_ascii_alphanumeric(),
        'À'..='Ö' | 'Ø'..='ö' | 'ø'..='ɏ' | 'А'..='я' => true,
        _ => letter.is_alphanumeric() || unicode_normalization::char::is_combining_mark(letter),
    }
}

pub(super) fn is_apostrophe(letter: char) -> bool {
    matches!(letter, '\'' | '’' | '‘' | 'ʼ' | '`' | '´')
}

impl Heard {
    /// A word as it is written, not yet looked up among the names.
    pub fn of(written: &str, vocabulary: &Vocabulary) -> Heard {
        let folded = fold(written);
        let ears = ears(&folded);
        let before_apostrophe = written.find(is_apostrophe).filter(|_| ears[0].is_some());
        let before_apostrophe = before_apostrophe.map(|at| ear(&fold(&written[..at])));
        Heard {
            around: vocabulary.marks(&folded),
            capital: written.starts_with(char::is_uppercase),
            digits: written.starts_with(|c: char| c.is_ascii_digit()),
            folded,
            ears,
            before_apostrophe,
            begins: Vec::new(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn split(text: &str) -> Vec<(&str, u16)> {
        let vocabulary = Vocabulary::new(&[(Around::But, "но".into())]);
        let hear = |written| Rc::new(Heard::of(written, &vocabulary));
        words(text, hear).iter().map(|word| (&text[word.range.clone()], word.clause)).collect()
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
