//! The words of the content in each language, as written and as typed in letters of another script.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::faq::Faq;
use crate::faq::text::Block;
use crate::language::Language;
use crate::understanding::spelling::{self, LetterTable, fold_onto};

/// A word that occurs so often counts as often to the power of this: less than in a running text, as people write what
/// the content repeats, and other things as well.
const DAMPED: f32 = 0.75;

/// Ways of writing: the served languages, by their numbers, and three of them in letters of another script.
pub(super) const WAYS: usize = 9;

/// The way in which a language is written by those whose phone has no letters of its own: Russian and Ukrainian in
/// Latin letters, Azerbaijani in Cyrillic ones.
pub(super) fn other_script(language: Language) -> Option<usize> {
    match language {
        Language::Ru => Some(6),
        Language::Uk => Some(7),
        Language::Az => Some(8),
        Language::En | Language::Ro | Language::Tr => None,
    }
}

/// Calls back with the words of a language's content, as written and as typed in letters of another script: the way of
/// writing, the word, and what it weighs.
pub(super) fn count_words(faq: &Faq, language: Language, mut count: impl FnMut(usize, &str, f32)) {
    let mut all = String::new();
    for text in texts(faq, language) {
        lower_onto(text, &mut all);
        all.push(' ');
    }
    let mut typed = String::new();
    let mut folded = String::with_capacity(all.len());
    for (word, times) in vocabulary(&all, &mut folded) {
        let weight = (times as f32).powf(DAMPED);
        let Some(other) = other_script(language) else {
            count(language as usize, word, weight);
            continue;
        };
        let cyrillic = word.chars().any(|c| matches!(c, 'а'..='я' | 'і' | 'ї' | 'є' | 'ґ' | 'ё'));
        if cyrillic == (language == Language::Az) {
            count(other, word, weight);
            continue;
        }
        count(language as usize, word, weight);
        typed.clear();
        match language {
            Language::Az => write_cyrillic(word, &mut typed),
            _ => write_latin(word, language, &mut typed),
        }
        count(other, &typed, weight);
    }
}

/// All that the content says in a language.
fn texts(faq: &Faq, language: Language) -> impl Iterator<Item = &str> {
    let entries = faq.entries().iter().map(move |entry| &entry.texts[language]);
    let of_entries = entries.flat_map(|text| {
        let blocks = text.answer.iter().chain(text.parts.iter().flat_map(|(_, blocks)| blocks));
        let lines = blocks.flat_map(|block| match block {
            Block::Paragraph(line) => std::slice::from_ref(line),
            Block::Bullets(lines) | Block::Numbered(lines) => lines,
        });
        std::iter::once(&text.title).chain(&text.asked_as).chain(lines)
    });
    of_entries.chain(faq.talk[language].iter().map(|(_, words)| words)).map(String::as_str)
}

/// The words of a lower-case text, as written and folded, with how often they occur; `folded` is where the folded
/// ones lie.
fn vocabulary<'a>(text: &'a str, folded: &'a mut String) -> FxHashMap<&'a str, u32> {
    let mut words: FxHashMap<&str, u32> = FxHashMap::default();
    for word in spelling::words(text).filter(|word| !word.is_empty()) {
        *words.entry(word).or_insert(0) += 1;
    }
    let counts: Vec<(usize, u32)> = words
        .iter()
        .map(|(word, count)| {
            fold_onto(word, folded);
            (folded.len(), *count)
        })
        .collect();
    let mut begin = 0;
    for (end, count) in counts {
        let word = &folded[begin..end];
        if !word.is_empty() {
            *words.entry(word).or_insert(0) += count;
        }
        begin = end;
    }
    words
}

/// Writes a text in lower case behind others.
pub(super) fn lower_onto(text: &str, lower: &mut String) {
    static TABLE: LazyLock<LetterTable> = LazyLock::new(|| LetterTable::of(lower_letter));
    TABLE.map_onto(text, lower, |_| true);
}

fn lower_letter(letter: char, lower: &mut String) {
    let letters = letter.to_lowercase().filter(|letter| !matches!(letter, '\u{307}' | '\'' | '’' | 'ʼ'));
    lower.extend(letters.map(|letter| if letter.is_alphabetic() { letter } else { ' ' }));
}

/// Writes a word in Latin letters, as people type it whose phone has no Cyrillic.
fn write_latin(word: &str, language: Language, typed: &mut String) {
    for letter in word.chars() {
        typed.push_str(match letter {
            'а' => "a",
            'б' => "b",
            'в' => "v",
            'г' if language == Language::Uk => "h",
            'г' | 'ґ' => "g",
            'д' => "d",
            'е' | 'э' => "e",
            'ё' => "e",
            'є' => "ie",
            'ж' => "zh",
            'з' => "z",
            'и' if language == Language::Uk => "y",
            'и' | 'і' => "i",
            'ї' => "i",
            'й' => "y",
            'к' => "k",
            'л' => "l",
            'м' => "m",
            'н' => "n",
            'о' => "o",
            'п' => "p",
            'р' => "r",
            'с' => "s",
            'т' => "t",
            'у' => "u",
            'ф' => "f",
            'х' if language == Language::Uk => "kh",
            'х' => "h",
            'ц' => "ts",
            'ч' => "ch",
            'ш' => "sh",
            'щ' => "sch",
            'ъ' | 'ь' => "",
            'ы' => "y",
            'ю' => "yu",
            'я' => "ya",
            _ => {
                typed.push(letter);
                continue;
            }
        });
    }
}

/// Writes an Azerbaijani word in the letters of a Russian keyboard.
fn write_cyrillic(word: &str, typed: &mut String) {
    for letter in word.chars() {
        typed.push_str(match letter {
            'a' => "а",
            'b' => "б",
            'c' => "дж",
            'ç' => "ч",
            'd' => "д",
            'e' => "е",
            'ə' => "э",
            'f' => "ф",
            'g' | 'ğ' | 'q' => "г",
            'h' | 'x' => "х",
            'ı' => "ы",
            'i' => "и",
            'j' => "ж",
            'k' => "к",
            'l' => "л",
            'm' => "м",
            'n' => "н",
            'o' | 'ö' => "о",
            'p' => "п",
            'r' => "р",
            's' => "с",
            'ş' => "ш",
            't' => "т",
            'u' | 'ü' => "у",
            'v' => "в",
            'y' => "й",
            'z' => "з",
            _ => {
                typed.push(letter);
                continue;
            }
        });
    }
}
