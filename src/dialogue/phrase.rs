//! The sentences that are ours, by name: `locales/<lang>/*.ftl` has the words.

use serde::{Deserialize, Serialize};

use super::reply::Arg;
use crate::language::Language;

/// Declares the phrases: a variant, the key of its words, and the values the words name.
macro_rules! phrases {
    ($($(#[$doc:meta])* $name:ident $({ $($arg:ident: $type:ty),* })? => $key:literal,)*) => {
        /// A sentence of ours.
        #[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum Phrase { $($(#[$doc])* $name $({ $($arg: $type),* })?,)* }

        impl Phrase {
            /// The keys of all phrases.
            pub const KEYS: &'static [&'static str] = &[$($key),*];

            /// The key of its words.
            pub fn key(&self) -> &'static str {
                match self { $(Phrase::$name $({ $($arg: _),* })? => $key,)* }
            }

            /// The values its words name.
            pub fn args(&self) -> Vec<(&'static str, Arg)> {
                match self { $(Phrase::$name $({ $($arg),* })? => vec![$($((stringify!($arg), Arg::from($arg.clone()))),*)?],)* }
            }
        }
    };
}

phrases! {
    /// The first message to a person: what Popas is for, who runs it, that it is free and keeps no messages.
    Welcome => "welcome",
    /// Greeting somebody who greets.
    Greeting => "greeting",
    YouAreWelcome => "you-are-welcome",
    Help => "help",
    /// Who runs Popas, when the operator is named in the settings.
    AboutOperator { operator: String } => "about-operator",
    /// The same when nobody is named: not a service of the authority.
    AboutNobody => "about-nobody",
    AboutWhat => "about-what",
    Privacy => "privacy",
    Stopped => "stopped",
    Forgotten => "forgotten",
    TopicsAsk => "topics-ask",
    ThemeAsk => "theme-ask",
    LanguageAsk => "language-ask",
    LanguageSet { language: Language } => "language-set",
    /// Which of a few was meant.
    WhichOfThese => "which-of-these",
    NotSure => "not-sure",
    /// Nothing of ours fits; says what Popas knows.
    Unknown => "unknown",
    /// The question is recognised as one of another country.
    NotThisCountry => "not-this-country",
    /// The message is in a language that is not served.
    LanguageNotServed => "language-not-served",
    CallCentre => "call-centre-how",
    OfficesNamed => "offices-named",
    OfficesAsk => "offices-ask",
    CannotReadPhoto => "cannot-read-photo",
    CannotReadVoice => "cannot-read-voice",
    CannotReadVideo => "cannot-read-video",
    CannotReadSticker => "cannot-read-sticker",
    CannotReadDocument => "cannot-read-document",
    CannotReadContact => "cannot-read-contact",
    CannotReadEmpty => "cannot-read-empty",
    CannotReadOther => "cannot-read-other",
    OldButton => "old-button",
    EditedNoticed => "edited-noticed",
    ForwardedNoticed => "forwarded-noticed",
    InGroup { link: String } => "in-group",
    NoSuchNumber { most: i64 } => "no-such-number",
    NothingToConfirm => "nothing-to-confirm",
    BrokenLink => "broken-link",
    TooLong => "too-long",
    LocationReceived => "location-received",
}

impl From<String> for Arg {
    fn from(text: String) -> Arg {
        Arg::Text(text)
    }
}

impl From<i64> for Arg {
    fn from(number: i64) -> Arg {
        Arg::Number(number)
    }
}

impl From<Language> for Arg {
    fn from(language: Language) -> Arg {
        Arg::Language(language)
    }
}

impl From<chrono::NaiveDate> for Arg {
    fn from(day: chrono::NaiveDate) -> Arg {
        Arg::Day(day)
    }
}
