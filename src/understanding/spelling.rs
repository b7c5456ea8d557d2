//! Spelling, folded once: what people type differently and mean alike becomes equal.
//!
//! Folding is lossy and for comparing only; nothing folded is ever shown. It applies Unicode NFKC,
//! lower case (with the Turkish and Azerbaijani dotless ı), removes diacritics (so that comma and
//! cedilla forms, ё and е, ї and і meet), and turns everything that is no letter or digit into a
//! single space.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// The folded text: words of lower-case letters and digits, one space between them.
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    // NFKD is NFKC's compatibility folding with the diacritics already apart.
    for letter in text.nfkd().filter(|c| !is_combining_mark(*c)) {
        match letter {
            'ə' | 'Ə' => folded.push('e'),
            'ı' => folded.push('i'),
            'ß' => folded.push_str("ss"),
            // An apostrophe inside a word (Orhei'den, п'ять, don't) joins, so that both spellings meet.
            '\'' | '’' | '‘' | 'ʼ' | '`' | '´' => {}
            c if c.is_alphanumeric() => folded.extend(c.to_lowercase().filter(|c| !is_combining_mark(*c))),
            _ if folded.ends_with(' ') || folded.is_empty() => {}
            _ => folded.push(' '),
        }
    }
    folded.truncate(folded.trim_end().len());
    folded
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

    proptest::proptest! {
        #[test]
        fn folding_twice_changes_nothing_more(text in "\\PC{0,60}") {
            let once = fold(&text);
            proptest::prop_assert_eq!(fold(&once), once);
        }
    }
}
