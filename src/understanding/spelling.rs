//! Spelling, folded once: what people type differently and mean alike becomes equal.
//!
//! Folding is lossy and for comparing only; nothing folded is ever shown. It applies Unicode NFKC,
//! lower case (with the Turkish and Azerbaijani dotless ı), removes diacritics (so that comma and
//! cedilla forms, ё and е, ї and і meet), and turns everything that is no letter or digit into a
//! single space.

use std::sync::LazyLock;

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The folded text: words of lower-case letters and digits, one space between them.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    fold_onto(text, &mut folded);
    folded
}

/// Writes a folded text behind others.
pub(super) fn fold_onto(text: &str, folded: &mut String) {
    static TABLE: LazyLock<LetterTable> = LazyLock::new(|| LetterTable::of(fold_letter));
    let begin = folded.len();
    let mut after_space = true;
    TABLE.map_onto(text, folded, |letter| {
        let is_wanted = letter != ' ' || !after_space;
        after_space = letter == ' ';
        is_wanted
    });
    if after_space && folded.len() > begin {
        folded.pop();
    }
}

/// The words of a folded text.
pub fn words(folded: &str) -> impl Iterator<Item = &str> {
    words_with_rest(folded).map(|(word, _)| word)
}

/// Each word of a folded text, with the text from it on. Words are short, so that a plain search for the next space is
/// the quickest.
pub(super) fn words_with_rest(folded: &str) -> impl Iterator<Item = (&str, &str)> {
    let mut rest = Some(folded);
    std::iter::from_fn(move || {
        let text = rest?;
        let end = text.bytes().position(|byte| byte == b' ');
        rest = end.map(|end| &text[end + 1..]);
        Some((end.map_or(text, |end| &text[..end]), text))
    })
}

/// What becomes of one letter: none or some, a space for what is no letter.
fn fold_letter(letter: char, folded: &mut String) {
    // NFKD is NFKC's compatibility folding with the diacritics already apart.
    for letter in std::iter::once(letter).nfkd().filter(|c| !is_combining_mark(*c)) {
        match letter {
            'ə' | 'Ə' => folded.push('e'),
            'ı' => folded.push('i'),
            'ß' => folded.push_str("ss"),
            // An apostrophe inside a word (Orhei'den, п'ять, don't) joins, so that both spellings meet.
            '\'' | '’' | '‘' | 'ʼ' | '`' | '´' => {}
            c if c.is_alphanumeric() => folded.extend(c.to_lowercase().filter(|c| !is_combining_mark(*c))),
            _ => folded.push(' '),
        }
    }
}

/// What becomes of each letter, known beforehand for those of our scripts: all texts of the content are read at
/// every start, and Unicode's tables are slow.
pub(super) struct LetterTable {
    /// What each letter below [`KNOWN`] becomes.
    known: Vec<Becomes>,
    change: fn(char, &mut String),
}

#[derive(Clone, Copy)]
enum Becomes {
    Nothing,
    One(char),
    /// So few letters become several that they are worked out each time.
    Several,
}

/// Latin, Greek and Cyrillic end here.
const KNOWN: u32 = 0x530;

impl LetterTable {
    /// The table of a mapping that looks at one letter alone.
    pub fn of(change: fn(char, &mut String)) -> LetterTable {
        let known = (0..KNOWN).map(|code| {
            let letters = char::from_u32(code).map_or_else(String::new, |letter| changed(letter, change));
            let mut letters = letters.chars();
            match (letters.next(), letters.next()) {
                (None, _) => Becomes::Nothing,
                (Some(letter), None) => Becomes::One(letter),
                _ => Becomes::Several,
            }
        });
        LetterTable { known: known.collect(), change }
    }

    /// Writes what a text becomes behind others, each letter if it is wanted. Most letters stay as they are, and what
    /// stays is written a run at a time.
    pub fn map_onto(&self, text: &str, onto: &mut String, mut is_wanted: impl FnMut(char) -> bool) {
        onto.reserve(text.len());
        let mut run = 0;
        for (at, letter) in text.char_indices() {
            let becomes = self.known.get(letter as usize);
            if matches!(becomes, Some(Becomes::One(same)) if *same == letter) && is_wanted(letter) {
                continue;
            }
            onto.push_str(&text[run..at]);
            run = at + letter.len_utf8();
            match becomes {
                Some(Becomes::One(other)) if *other != letter && is_wanted(*other) => onto.push(*other),
                Some(Becomes::One(_) | Becomes::Nothing) => {}
                Some(Becomes::Several) | None => {
                    onto.extend(changed(letter, self.change).chars().filter(|letter| is_wanted(*letter)));
                }
            }
        }
        onto.push_str(&text[run..]);
    }
}

/// What becomes of one letter. What is no letter beside letters goes: the dot of ŀ is part of a word.
#[cold]
fn changed(letter: char, change: fn(char, &mut String)) -> String {
    let mut letters = String::new();
    change(letter, &mut letters);
    match letters.trim() {
        "" => letters,
        trimmed => trimmed.to_string(),
    }
}

/// The sound of a folded word in Latin letters, roughly: Cyrillic, its many Latin spellings and the
/// languages' own spellings of a loan word (штраф, shtraf, ştraf) come out alike or nearly so.
pub fn skeleton(folded: &str) -> String {
    let mut heard = Heard { sound: String::with_capacity(folded.len()), last: None, waiting: None };
    for letter in folded.chars() {
        match cyrillic_to_latin(letter) {
            Some(latin) => latin.bytes().for_each(|letter| heard.listen(char::from(letter))),
            None => heard.listen(letter),
        }
    }
    if let Some(letter) = heard.waiting {
        heard.push(plain_sound(letter));
    }
    heard.sound
}

/// The sound of a word in Latin letters that come one by one.
struct Heard {
    sound: String,
    /// The last letter of the sound.
    last: Option<char>,
    /// A letter whose sound hangs on the next one.
    waiting: Option<char>,
}

impl Heard {
    fn listen(&mut self, letter: char) {
        match (self.waiting.replace(letter), letter) {
            // sh, ch, zh, kh: people who type Cyrillic in Latin letters write them, those who drop ş and ç do not.
            (Some(first @ ('s' | 'c' | 'z')), 'h') => self.push_both(first),
            (Some('k'), 'h') => self.push_both('h'),
            (Some('t'), 's') => self.push_both('c'),
            (Some(first), _) => self.push(plain_sound(first)),
            (None, _) => {}
        }
    }

    /// What two letters sound like together.
    fn push_both(&mut self, sound: char) {
        self.waiting = None;
        self.push(sound);
    }

    fn push(&mut self, sound: char) {
        if self.last != Some(sound) || !sound.is_alphabetic() {
            self.sound.push(sound);
            self.last = Some(sound);
        }
    }
}

/// The sound of a letter by itself.
fn plain_sound(letter: char) -> char {
    match letter {
        'j' | 'y' => 'i',
        'w' => 'v',
        'x' => 'h',
        'q' => 'k',
        _ => letter,
    }
}

fn cyrillic_to_latin(letter: char) -> Option<&'static str> {
    Some(match letter {
        'а' => "a",
        'б' => "b",
        'в' => "v",
        'г' | 'ґ' => "g",
        'д' => "d",
        'е' | 'э' | 'є' => "e",
        'ж' => "z",
        'з' => "z",
        'и' | 'і' | 'ы' | 'й' => "i",
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
        'х' => "h",
        'ц' | 'ч' => "c",
        'ш' | 'щ' => "s",
        'ъ' | 'ь' => "",
        'ю' => "iu",
        'я' => "ia",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spellings_of_one_word_fold_alike() {
        for (one, other) in [
            ("Ședere", "şedere"),
            ("ŞEDERE", "sedere"),
            ("İSTANBUL ıssız", "istanbul issiz"),
            ("Штраф за ёлку!", "штраф за елку"),
            ("Cərimə", "cerime"),
            ("Orhei'den", "orheiden"),
            ("  два   слова… ", "два слова"),
            ("ﬁne", "fine"),
        ] {
            assert_eq!(fold(one), fold(other));
        }
    }

    #[test]
    fn a_loan_word_sounds_alike_in_every_script() {
        for (one, other) in [("штраф", "shtraf"), ("şedere", "шедере"), ("продлить", "prodlit"), ("ştraf", "shtraf")]
        {
            assert_eq!(skeleton(&fold(one)), skeleton(&fold(other)), "{one} / {other}");
        }
    }

    #[test]
    fn a_letter_that_becomes_several_leaves_one_space_at_most() {
        for letter in (0..0x3000).filter_map(char::from_u32) {
            let between = fold(&format!("a {letter} {letter}"));
            assert!(!between.contains("  ") && !between.ends_with(' '), "{letter:?} {between:?}");
        }
        assert_eq!(fold("paraŀlel"), "parallel");
    }

    proptest::proptest! {
        #[test]
        fn folding_twice_changes_nothing_more(text in "\\PC{0,60}") {
            let once = fold(&text);
            proptest::prop_assert_eq!(fold(&once), once);
        }
    }
}
