//! How names sound to those who write them: keys under which different spellings meet.
//!
//! Builds on the shared folding; what is added here is about names of places only.

use crate::language::Language;
use crate::understanding::spelling::skeleton;

/// The key of one folded word. `tz` is ц (Beltz), and an opening `ie` is е (Yedinets, Единец).
pub(super) fn ear(folded: &str) -> String {
    let mut sound = sound(folded);
    if sound.starts_with("ie") && sound.len() > 2 {
        sound.remove(0);
    }
    sound
}

/// The key of an ending, where an opening `ie` stays what it is.
pub(super) fn sound(folded: &str) -> String {
    // Nearly no word has it, and searching short words for two bytes is quickest so.
    let has_tz = folded.as_bytes().windows(2).any(|two| two == b"tz");
    if has_tz { skeleton(&folded.replace("tz", "ts")) } else { skeleton(folded) }
}

/// `ş` typed as `w`, as people do who write Turkish or Azerbaijani with Russian habits (donduweni).
pub(super) fn w_for_s(folded: &str) -> Option<String> {
    folded.contains('w').then(|| ear(&folded.replace('w', "s")))
}

/// The ways in which a name is heard and written by people of other languages.
///
/// Of a village not the ă that is heard as e: too many words of Slavic languages end like Vădeni (ведение).
pub(super) fn spellings(name: &str, language: Language, village: bool) -> Vec<String> {
    let mut spellings = vec![name.to_lowercase()];
    match language {
        Language::Ro => {
            if !village {
                both(&mut spellings, |name| name.replace('ă', "e"));
            }
            both(&mut spellings, |name| name.replace('î', "â"));
            both(&mut spellings, phonetic);
        }
        // Кагул is Kahul in the Latin letters of Ukrainians.
        Language::Uk => both(&mut spellings, |name| name.replace('г', "х")),
        _ => {}
    }
    spellings
}

fn both(spellings: &mut Vec<String>, other: impl Fn(&str) -> String) {
    for spelling in spellings.clone() {
        let other = other(&spelling);
        if !spellings.contains(&other) {
            spellings.push(other);
        }
    }
}

/// A Romanian name written as it sounds, in letters that mean the same to the others: Chiperceni is
/// kiperceni, Ungheni ungeni, Giurgiulești dzurdzulești, Bălți bălts-i, Cahul kahul.
fn phonetic(name: &str) -> String {
    let mut heard = String::with_capacity(name.len() + 4);
    let mut letters = name.chars().peekable();
    while let Some(letter) = letters.next() {
        let next = letters.peek().copied();
        match (letter, next) {
            ('c' | 'g', Some('h')) => {
                letters.next();
                heard.push(if letter == 'c' { 'k' } else { 'g' });
            }
            ('c', Some('e' | 'i')) => heard.push('c'),
            ('g', Some('e' | 'i')) => heard.push_str("dz"),
            ('c', _) => heard.push('k'),
            ('ț' | 'ţ', _) => heard.push_str("ts"),
            _ => heard.push(letter),
        }
        // ciu, cio, giu, gio: the i is only written.
        if matches!((letter, next), ('c' | 'g', Some('i')))
            && letters.clone().nth(1).is_some_and(|after| matches!(after, 'u' | 'o' | 'a'))
        {
            letters.next();
        }
    }
    heard
}

/// The stem of a word with that key to which endings are joined, when it is another than the whole word; and whether the
/// stem stands alone in some case (Бельцы: из Бельц).
pub(super) fn stem(word: &str, key: &str, language: Language) -> Option<(String, bool)> {
    match language {
        Language::Ru | Language::Uk => {
            let long = ["ia", "iu", "ie", "oe"].into_iter().find_map(|end| key.strip_suffix(end));
            let stem = long.or_else(|| key.strip_suffix(['a', 'e', 'i', 'o', 'u']))?;
            let plural = word.ends_with(['ы', 'и', 'і']);
            Some((stem.to_string(), plural))
        }
        Language::Ro => Some((key.strip_suffix('a')?.to_string(), false)),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::understanding::spelling::fold;

    fn keys(name: &str, language: Language) -> Vec<String> {
        spellings(name, language, false).iter().map(|spelling| ear(&fold(spelling))).collect()
    }

    #[test]
    fn a_romanian_name_meets_its_spellings_in_other_languages() {
        for (name, written) in [
            ("Fălești", "felesti"),
            ("Ungheni", "Унгены"),
            ("Giurgiulești", "Джурджулешты"),
            ("Hîncești", "hancesti"),
            ("Cahul", "Kahul"),
            ("Chiperceni", "Киперчены"),
            ("Ciocana", "Çokana"),
        ] {
            let written = ear(&fold(written));
            let ends = |key: &String| key.trim_end_matches('i') == written.trim_end_matches('i');
            assert!(keys(name, Language::Ro).iter().any(ends), "{name}: {:?}, not {written}", keys(name, Language::Ro));
        }
    }

    #[test]
    fn stems_carry_the_endings_of_cases() {
        let stem = |word: &str, language| stem(word, &ear(&fold(word)), language);
        assert_eq!(stem("Сороки", Language::Ru), Some(("sorok".into(), true)));
        assert_eq!(stem("Тараклия", Language::Ru), Some(("tarakl".into(), false)));
        assert_eq!(stem("Soroca", Language::Ro), Some(("soroc".into(), false)));
        assert_eq!(stem("Кагул", Language::Ru), None);
        assert_eq!(stem("Orhei", Language::Tr), None);
    }

    #[test]
    fn a_w_may_be_a_sh() {
        assert_eq!(w_for_s("donduweni").as_deref(), Some("donduseni"));
        assert_eq!(w_for_s("orhei"), None);
    }
}
