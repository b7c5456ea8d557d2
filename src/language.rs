//! The languages Popas serves, and tables that have a value for each of them.
//!
//! The type is closed on purpose: a language is served when all content, wording and vocabulary
//! exist in it, and the compiler then shows every place that must know it.
//!
//! Nothing is sorted or put into capitals for people by the rules of a language, so no such rules are needed here:
//! lists stand in the order of the content (the menu, the way to an office, a day), and words in the case in which
//! their language's files have them. What people type is compared without case, accents and dots (`fold`), which
//! is why `İ`, `I`, `ı` and `i` are one letter to it.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

/// A served language, named by its BCP 47 code.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Language {
    En,
    Ro,
    Ru,
    Uk,
    Tr,
    Az,
}

impl Language {
    /// All served languages, in the order in which menus and reports show them.
    pub const ALL: [Language; 6] = [Language::En, Language::Ro, Language::Ru, Language::Uk, Language::Tr, Language::Az];

    /// The BCP 47 code: `en`, `ro`, …
    pub fn code(self) -> &'static str {
        match self {
            Language::En => "en",
            Language::Ro => "ro",
            Language::Ru => "ru",
            Language::Uk => "uk",
            Language::Tr => "tr",
            Language::Az => "az",
        }
    }

    /// The language of an app's setting such as `ro-MD`; `None` when it is not served.
    pub fn of_tag(tag: &str) -> Option<Language> {
        tag.split(['-', '_']).next()?.to_ascii_lowercase().parse().ok()
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

/// The code names no language that Popas serves.
#[derive(Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is not a served language; served are: en ro ru uk tr az")]
pub struct UnknownLanguage(pub String);

impl FromStr for Language {
    type Err = UnknownLanguage;

    fn from_str(code: &str) -> Result<Self, Self::Err> {
        Language::ALL
            .into_iter()
            .find(|language| language.code() == code)
            .ok_or_else(|| UnknownLanguage(code.to_string()))
    }
}

/// One value for every served language: total, so that looking one up cannot fail.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct PerLanguage<T>([T; 6]);

impl<T> PerLanguage<T> {
    /// Makes the value of each language.
    pub fn new(make: impl FnMut(Language) -> T) -> Self {
        PerLanguage(Language::ALL.map(make))
    }

    /// Makes the value of each language, or nothing when one of them is missing.
    pub fn try_new(make: impl FnMut(Language) -> Option<T>) -> Option<Self> {
        let values: Vec<T> = Language::ALL.into_iter().map(make).collect::<Option<_>>()?;
        values.try_into().ok().map(PerLanguage)
    }

    pub fn iter(&self) -> impl Iterator<Item = (Language, &T)> {
        Language::ALL.into_iter().zip(&self.0)
    }
}

impl<T> std::ops::Index<Language> for PerLanguage<T> {
    type Output = T;

    fn index(&self, language: Language) -> &T {
        &self.0[language as usize]
    }
}

impl<T> std::ops::IndexMut<Language> for PerLanguage<T> {
    fn index_mut(&mut self, language: Language) -> &mut T {
        &mut self.0[language as usize]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read_back() {
        for language in Language::ALL {
            assert_eq!(language.code().parse(), Ok(language));
        }
    }

    #[test]
    fn an_apps_setting_names_its_language_with_or_without_a_region() {
        assert_eq!(Language::of_tag("ro-MD"), Some(Language::Ro));
        assert_eq!(Language::of_tag("RU"), Some(Language::Ru));
        assert_eq!(Language::of_tag("fr"), None);
    }
}
