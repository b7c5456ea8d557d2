//! In which language to answer.

use super::Situation;
use crate::language::Language;
use crate::understanding::language::Guess;
use crate::understanding::{Act, Meaning};

/// The language nobody has to choose: that of the country …
const LAST_RESORT: Language = Language::Ro;
/// … but for those who write in a language that is not served: it is the one most of them know a little of.
const FOR_STRANGERS: Language = Language::En;

/// The person's own choice wins; then the language of the message when it is sure; then the one of the
/// last answer; a likely one only when nothing else is known; then her app's.
pub(super) fn choose(situation: &Situation, meaning: &Meaning) -> Language {
    let memory = &situation.memory;
    let known = memory.language.filter(|_| !situation.first_contact);
    let of_text = match (&meaning.act, meaning.language) {
        (Act::Words, Guess::Sure(language)) => Some(language),
        (Act::Words, Guess::Likely(language)) if known.is_none() => Some(language),
        _ => None,
    };
    let of_text = of_text.filter(|language| !memory.language_chosen && is_enough(&meaning.text, *language, known));
    let resort = if meaning.language == Guess::NoneOfOurs { FOR_STRANGERS } else { LAST_RESORT };
    of_text.or(known).or(situation.app_language).unwrap_or(resort)
}

/// Between languages that are alike, a message of fewer words does not change what is spoken.
const ENOUGH: usize = 5;
const ALIKE: [[Language; 2]; 2] = [[Language::Ru, Language::Uk], [Language::Tr, Language::Az]];

/// Whether a text is long enough to change from the language that is spoken: “ой я ошиблась” is Russian or Ukrainian.
fn is_enough(text: &str, language: Language, known: Option<Language>) -> bool {
    let alike = |known: Language| ALIKE.iter().any(|pair| pair.contains(&known) && pair.contains(&language));
    let words = text.split_whitespace().filter(|word| word.contains(char::is_alphabetic)).count();
    known.is_none_or(|known| known == language || !alike(known)) || words >= ENOUGH
}
