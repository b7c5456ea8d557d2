//! Which language a message asks for: “можно на румынском?”, “eşim ingilizce bilmiyor, azerice anlat”.
//!
//! A language that is denied is not the one asked for. Whether a message asks for a language at all is a matter of
//! topics; this reads only the names.

use std::collections::BTreeMap;

use rustc_hash::FxHashMap;
use serde::Deserialize;

use crate::language::Language;
use crate::understanding::spelling::fold;

/// How people name languages, as the content lists it: beginnings of words.
#[derive(Clone, Debug, Default, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct LanguageNames {
    /// What denies the language named nearest: не, nu, don't.
    #[serde(rename = "not")]
    pub denials: Vec<String>,
    /// What denies the language named before it: bilmiyorum, deyil.
    #[serde(rename = "not-after")]
    pub denials_after: Vec<String>,
    /// Papers and people of whose language is spoken.
    #[serde(default)]
    pub passing: Vec<String>,
    /// What asks for a language all the same: please, можно.
    #[serde(default)]
    pub asking: Vec<String>,
    pub names: BTreeMap<Language, Vec<String>>,
}

/// What a word says about languages.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Says {
    Named(Language),
    Denies,
    DeniesBefore,
    /// A paper, or somebody, of whose language is spoken.
    InPassing,
    /// A language is asked for all the same.
    Asks,
}

/// The names by their first letter, ready to be looked up in every message.
pub struct NamedLanguages(FxHashMap<char, Vec<Stem>>);

struct Stem {
    folded: String,
    /// A word of two letters is that word and no beginning: не is no нечем.
    whole: bool,
    says: Says,
}

impl NamedLanguages {
    /// Where a word may say several things, a name goes before a denial.
    pub fn new(names: &LanguageNames) -> NamedLanguages {
        let named = names.names.iter().map(|(language, words)| (words, Says::Named(*language)));
        let denied = [(&names.denials_after, Says::DeniesBefore), (&names.denials, Says::Denies)];
        let all = named.chain(denied).chain([(&names.asking, Says::Asks), (&names.passing, Says::InPassing)]);
        let mut stems: FxHashMap<char, Vec<Stem>> = FxHashMap::default();
        for (word, says) in all.flat_map(|(words, says)| words.iter().map(move |word| (word, says))) {
            let folded = fold(word);
            let whole = folded.chars().count() <= 2;
            if let Some(first) = folded.chars().next() {
                stems.entry(first).or_default().push(Stem { folded, whole, says });
            }
        }
        NamedLanguages(stems)
    }

    /// The language asked for: the last one named and not denied.
    ///
    /// “My passport is in Russian”, “I speak only Turkish with my wife”: nothing is asked. Who denies a language (“my
    /// husband reads no English, Turkish”) asks for the other.
    pub fn asked_for(&self, text: &str) -> Option<Language> {
        let clauses = text.split([',', ';', '.', '!', '?', ':', '\n', '—', '–']);
        let clauses: Vec<Vec<(usize, Says)>> = clauses.map(|clause| self.said(&fold(clause))).collect();
        let said = || clauses.iter().flatten().map(|(_, says)| *says);
        let asks = said().any(|says| matches!(says, Says::Asks | Says::Denies | Says::DeniesBefore));
        let in_passing = !asks && said().any(|says| says == Says::InPassing);
        if in_passing { None } else { clauses.iter().flat_map(|said| wanted(said)).next_back() }
    }

    /// What the words of a folded clause say, each with its place.
    fn said(&self, clause: &str) -> Vec<(usize, Says)> {
        clause.split(' ').enumerate().filter_map(|(place, word)| Some((place, self.read(word)?))).collect()
    }

    fn read(&self, word: &str) -> Option<Says> {
        let stems = self.0.get(&word.chars().next()?)?;
        let fits = |stem: &&Stem| if stem.whole { word == stem.folded } else { word.starts_with(&stem.folded) };
        stems.iter().find(fits).map(|stem| stem.says)
    }
}

/// The languages that a clause names and does not deny.
fn wanted(said: &[(usize, Says)]) -> Vec<Language> {
    let denied: Vec<usize> = said.iter().filter_map(|(place, says)| denied_by(said, *place, *says)).collect();
    let kept = said.iter().filter(|(place, _)| !denied.contains(place));
    kept.filter_map(|(_, says)| if let Says::Named(language) = says { Some(*language) } else { None }).collect()
}

/// Where the language stands that a word of a clause denies.
fn denied_by(said: &[(usize, Says)], place: usize, says: Says) -> Option<usize> {
    let mut named = said.iter().filter(|(_, says)| matches!(says, Says::Named(_))).map(|(named, _)| *named);
    match says {
        Says::Named(_) | Says::InPassing | Says::Asks => None,
        Says::DeniesBefore => named.rfind(|named| *named < place),
        Says::Denies => named.min_by_key(|named| (named.abs_diff(place), *named < place)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_last_language_that_is_not_denied_is_asked_for() {
        let names: LanguageNames = toml::from_str(include_str!("../../faq/lexicon/languages.toml")).unwrap();
        let names = NamedLanguages::new(&names);
        for (text, expected) in [
            ("можно на румынском?", Some(Language::Ro)),
            ("чоловік не читає українською, можна турецькою?", Some(Language::Tr)),
            ("eşim ingilizce bilmiyor azerice anlat", Some(Language::Az)),
            ("qayınanam rusca bilmir, türkcə yaz", Some(Language::Tr)),
            ("rumın dilini başa düşmürəm", None),
            ("sorry i don't speak romanian can we do russian", Some(Language::Ru)),
            ("русский знаю, румынский не понимаю", Some(Language::Ru)),
            ("nu stiu rusa, vorbiti romaneste", Some(Language::Ro)),
            ("english please, my roommate türkçe bilmiyor", Some(Language::En)),
            ("not in Russian, Ukrainian please", Some(Language::Uk)),
            ("hello", None),
            ("my passport is in Russian", None),
            ("I speak only Turkish with my wife", None),
            ("my mother understands only russian, can you write so", Some(Language::Ru)),
            ("паспорт у меня на украинском языке", None),
            ("мы с женой говорим по-турецки", None),
            ("жена понимает только по-турецки, пишите так", Some(Language::Tr)),
            ("am certificatul în limba rusă", None),
            ("soția vorbește doar rusă, puteți scrie în rusă?", Some(Language::Ru)),
            ("диплом в мене англійською", None),
            ("чоловік розуміє тільки турецьку, можна турецькою?", Some(Language::Tr)),
            ("eşimle sadece rusça konuşuyorum", None),
            ("eşim sadece rusça anlıyor, rusça yazar mısınız", Some(Language::Ru)),
            ("pasportum rus dilindədir", None),
            ("yoldaşım ancaq rusca bilir, rusca yazın", Some(Language::Ru)),
            ("can we speak Russian?", Some(Language::Ru)),
            ("I speak only Turkish", Some(Language::Tr)),
        ] {
            assert_eq!(names.asked_for(text), expected, "{text}");
        }
    }
}
