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
    static TABLE: LazyLock<LetterTable> = LazyLock::new(|| LetterTable::of(fold_letter));
    let mut folded = String::with_capacity(text.len());
    TABLE.map(text, |letter| {
        if letter != ' ' || !(folded.ends_with(' ') || folded.is_empty()) {
            folded.push(letter);
        }
    });
    folded.truncate(folded.trim_end().len());
    folded
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
    /// The letters in place of each letter below [`KNOWN`], zeros after them.
    known: Vec<[char; LONGEST]>,
    change: fn(char, &mut String),
}

/// Latin, Greek and Cyrillic end here.
const KNOWN: u32 = 0x530;
/// No letter of these becomes more than so many.
const LONGEST: usize = 3;

impl LetterTable {
    /// The table of a mapping that looks at one letter alone.
    pub fn of(change: fn(char, &mut String)) -> LetterTable {
        let mut text = String::new();
        let known = (0..KNOWN).map(|code| {
            text.clear();
            char::from_u32(code).into_iter().for_each(|letter| change(letter, &mut text));
            let mut letters = ['\0'; LONGEST];
            letters.iter_mut().zip(text.chars()).for_each(|(place, letter)| *place = letter);
            letters
        });
        LetterTable { known: known.collect(), change }
    }

    /// Calls back with each letter that a text becomes.
    pub fn map(&self, text: &str, mut letter_found: impl FnMut(char)) {
        let mut other = String::new();
        for letter in text.chars() {
            match self.known.get(letter as usize) {
                Some(letters) => {
                    letters.iter().take_while(|letter| **letter != '\0').for_each(|one| letter_found(*one))
                }
                None => {
                    other.clear();
                    (self.change)(letter, &mut other);
                    other.chars().for_each(&mut letter_found);
                }
            }
        }
    }
}

/// The sound of a folded word in Latin letters, roughly: Cyrillic, its many Latin spellings and the
/// languages' own spellings of a loan word (штраф, shtraf, ştraf) come out alike or nearly so.
pub fn skeleton(folded: &str) -> String {
    let mut latin = String::with_capacity(folded.len() + 8);
    for letter in folded.chars() {
        match cyrillic_to_latin(letter) {
            Some(sound) => latin.push_str(sound),
            None => latin.push(letter),
        }
    }
    let mut sound = String::with_capacity(latin.len());
    let mut letters = latin.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        let heard = match (letter, next) {
            // sh, ch, zh, kh: people who type Cyrillic in Latin letters write them, those who drop ş and ç do not.
            ('s' | 'c' | 'z' | 'k', Some('h')) => {
                letters.next();
                if letter == 'k' { 'h' } else { letter }
            }
            ('t', Some('s')) => {
                letters.next();
                'c'
            }
            ('j' | 'y', _) => 'i',
            ('w', _) => 'v',
            ('x', _) => 'h',
            ('q', _) => 'k',
            _ => letter,
        };
        if !sound.ends_with(heard) || !heard.is_alphabetic() {
            sound.push(heard);
        }
    }
    sound
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
    fn what_every_letter_becomes_has_its_place_in_the_table() {
        for code in (0..KNOWN).filter_map(char::from_u32) {
            let mut text = String::new();
            fold_letter(code, &mut text);
            assert!(text.chars().count() <= LONGEST && !text.contains('\0'), "{code:?} {text:?}");
        }
    }

    proptest::proptest! {
        #[test]
        fn folding_twice_changes_nothing_more(text in "\\PC{0,60}") {
            let once = fold(&text);
            proptest::prop_assert_eq!(fold(&once), once);
        }
    }
}
