//! A message cut into words, numbers and marks, each with its place in the text.
//!
//! Words are also *folded*: compatibility forms undone, lower case, Turkish `ı İ I` to `i`, `ə` to `e`, accents, breves and
//! apostrophes gone (`ё` → `е`, `й` → `и`, `ї` → `і`). The vocabulary is folded the same way, so both sides agree.

use std::ops::Range;
use std::sync::LazyLock;

use unicode_normalization::{UnicodeNormalization, char::is_combining_mark};

use crate::understanding::spelling::LetterTable;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    Word,
    Number,
    Mark,
}

#[derive(Debug, Clone)]
pub struct Token {
    pub kind: Kind,
    /// Bytes of the message.
    pub span: Range<usize>,
    /// Digits and marks stand for themselves.
    pub folded: String,
    /// Nothing but this token's neighbour stands before it: no space.
    pub glued: bool,
    /// A word that begins with a capital letter.
    pub capital: bool,
    /// Of a number; `u32::MAX` when it is too long to matter.
    pub value: u32,
}

impl Token {
    pub fn is_mark(&self, marks: &str) -> bool {
        self.kind == Kind::Mark && self.folded.chars().all(|c| marks.contains(c))
    }

    /// A number of at most `digits` digits.
    pub fn short_number(&self, digits: usize) -> Option<u32> {
        (self.kind == Kind::Number && self.folded.len() <= digits).then_some(self.value)
    }
}

pub fn tokenize(text: &str) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    let mut chars = text.char_indices().peekable();
    let mut end_of_last = 0;
    while let Some((start, c)) = chars.next() {
        if c.is_whitespace() || is_invisible(c) {
            continue;
        }
        let kind = kind_of(c);
        let mut end = start + c.len_utf8();
        while let Some(&(at, next)) = chars.peek() {
            if !continues(kind, next, &text[at + next.len_utf8()..]) {
                break;
            }
            end = at + next.len_utf8();
            chars.next();
        }
        let glued = start == end_of_last && start > 0;
        tokens.push(token(text, kind, start..end, glued));
        end_of_last = end;
    }
    tokens
}

fn token(text: &str, kind: Kind, span: Range<usize>, glued: bool) -> Token {
    let raw = &text[span.clone()];
    let folded = match kind {
        Kind::Word => fold(raw),
        Kind::Number | Kind::Mark => raw.to_string(),
    };
    let value = if kind == Kind::Number { raw.parse().unwrap_or(u32::MAX) } else { 0 };
    let capital = kind == Kind::Word && raw.starts_with(char::is_uppercase);
    Token { kind, span, folded, glued, capital, value }
}

fn kind_of(c: char) -> Kind {
    match c {
        c if c.is_ascii_digit() => Kind::Number,
        c if c.is_alphabetic() => Kind::Word,
        _ => Kind::Mark,
    }
}

/// Whether `next` still belongs to a token of this kind; `after` is the text behind it.
fn continues(kind: Kind, next: char, after: &str) -> bool {
    match kind {
        Kind::Number => next.is_ascii_digit(),
        Kind::Word if is_apostrophe(next) => after.chars().next().is_some_and(char::is_alphabetic),
        Kind::Word => next.is_alphabetic() || is_combining_mark(next),
        Kind::Mark => is_combining_mark(next),
    }
}

pub fn is_apostrophe(c: char) -> bool {
    matches!(c, '\'' | '’' | '‘' | 'ʼ' | '`' | '´' | '′' | 'ʹ')
}

fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{2060}' | '\u{feff}' | '\u{ad}')
}

pub fn fold(word: &str) -> String {
    static TABLE: LazyLock<LetterTable> = LazyLock::new(|| LetterTable::of(fold_letter));
    let mut folded = String::with_capacity(word.len());
    TABLE.map_onto(word, &mut folded, |_| true);
    folded
}

/// What becomes of one letter.
fn fold_letter(letter: char, folded: &mut String) {
    if is_apostrophe(letter) {
        return;
    }
    let letters = std::iter::once(letter).nfkd().filter(|&c| !is_combining_mark(c)).flat_map(char::to_lowercase);
    folded.extend(letters.filter(|&c| !is_combining_mark(c)).map(|c| match c {
        'ı' => 'i',
        'ə' | 'ǝ' => 'e',
        'ґ' => 'г',
        c => c,
    }));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_fold_alike_however_they_are_typed() {
        for (typed, folded) in [
            ("EKİM'in", "ekimin"),
            ("Kasım", "kasim"),
            ("KASIM", "kasim"),
            ("în", "in"),
            ("və", "ve"),
            ("ещё", "еще"),
            ("В’їХАВ", "віхав"),
            ("ſept", "sept"),
        ] {
            assert_eq!(fold(typed), folded);
        }
    }

    #[test]
    fn numbers_and_their_suffixes_come_apart() {
        let words: Vec<String> = tokenize("05.10.2025'te 2-dən").into_iter().map(|t| t.folded).collect();
        assert_eq!(words, ["05", ".", "10", ".", "2025", "'", "te", "2", "-", "den"]);
    }
}
