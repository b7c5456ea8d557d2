//! The sentences that are ours, by name: `locales/<lang>/*.ftl` has the words.

use chrono::NaiveDate;

use super::reply::Arg;

/// Declares words by name: a variant, the key of its words in `locales/`, and the values the words name.
macro_rules! phrases {
    ($enum:ident: $($(#[$doc:meta])* $name:ident $({ $($arg:ident: $type:ty),* })? => $key:literal,)*) => {
        /// Words of ours, by name.
        #[derive(Clone, Debug, PartialEq, serde::Serialize, serde::Deserialize)]
        #[serde(rename_all = "kebab-case")]
        pub enum $enum { $($(#[$doc])* $name $({ $($arg: $type),* })?,)* }

        impl $enum {
            /// All keys, each with the names of its values.
            pub const KEYS: &'static [(&'static str, &'static [&'static str])] =
                &[$(($key, &[$($(stringify!($arg)),*)?])),*];

            /// The key of its words.
            pub fn key(&self) -> &'static str {
                match self { $($enum::$name $({ $($arg: _),* })? => $key,)* }
            }

            /// The values its words name.
            pub fn args(&self) -> Vec<(&'static str, Arg)> {
                match self { $($enum::$name $({ $($arg),* })? => vec![$($((stringify!($arg), Arg::from($arg.clone()))),*)?],)* }
            }
        }
    };
}

pub(crate) use phrases;

phrases! { Phrase:
    // ---- who Popas is, and getting around
    /// The first message to a person: what Popas is for, that it is free, and what it keeps.
    Welcome => "welcome",
    /// The first line to a person whose first message is a question.
    FirstLine => "first-line",
    Greeting => "greeting",
    YouAreWelcome => "you-are-welcome",
    Help => "help",
    AboutWhat => "about-what",
    Privacy => "privacy",
    Stopped => "stopped",
    ForgetAsk => "forget-ask",
    Forgotten => "forgotten",
    ForgetNot => "forget-not",
    TopicsAsk => "topics-ask",
    ThemeAsk => "theme-ask",
    LanguageAsk => "language-ask",
    LanguageSet => "language-set",
    // ---- understanding
    WhichOfThese => "which-of-these",
    /// Nothing of ours fits; says what Popas knows.
    Unknown => "unknown",
    /// The same, when the question seems to be one of another country.
    OtherCountry => "other-country",
    LanguageNotServed => "language-not-served",
    AlsoAsked => "also-asked",
    CallCentre => "call-centre",
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
    /// A stored reply that this version cannot read, or a turn that failed.
    WentWrong => "went-wrong",
    // ---- links that staff prepare: to the person
    /// Before what a staff member prepared for her.
    PreparedForYou => "prepared-for-you",
    /// Before the staff member's own words.
    PreparedNote => "prepared-note",
    PreparedUsed => "prepared-used",
    PreparedExpired => "prepared-expired",
    // ---- links, to the staff
    HandWhich => "hand-which",
    HandNotFound => "hand-not-found",
    HandLanguage => "hand-language",
    HandDates => "hand-dates",
    HandDatesUnread => "hand-dates-unread",
    HandNote { most: i64 } => "hand-note",
    HandNoteLong { most: i64 } => "hand-note-long",
    HandReady { until: NaiveDate } => "hand-ready",
    HandOpened { number: i64 } => "hand-opened",
    HandMade => "hand-made",
    HandNoneMade => "hand-none-made",
    Numbers { days: i64, times: i64 } => "numbers",
    // ---- dates and days
    DaysAsk => "days-ask",
    TripsRead => "trips-read",
    TripsRight => "trips-right",
    TripsCorrect => "trips-correct",
    TripsAdd => "trips-add",
    TripsForgotten => "trips-forgotten",
    DateImpossible { quote: String } => "date-impossible",
    DateUnclear { quote: String } => "date-unclear",
    LengthNoDate { quote: String } => "length-no-date",
    DatesWhat { quote: String } => "dates-what",
    MissingExit { entry: NaiveDate } => "missing-exit",
    ExitBeforeEntry { entry: NaiveDate, exit: NaiveDate } => "exit-before-entry",
    BeforeTheLaw { since: NaiveDate } => "before-the-law",
    CitizenshipAsk => "citizenship-ask",
    LeftBankAsk => "left-bank-ask",
    // ---- offices
    OfficesOfAnswer => "offices-of-answer",
    PlaceAsk => "place-ask",
    PlaceWhich => "place-which",
    PlaceUnknown => "place-unknown",
    OfficeNearest { place: String } => "office-nearest",
    /// The place is the one nearest to a shared location.
    OfficeNearestKm { place: String, km: i64 } => "office-nearest-km",
    PlaceAbroad => "place-abroad",
    /// Under what there is to say of the office in Bucharest.
    PlaceRomania => "place-romania",
    PlaceLeftBank { place: String } => "place-left-bank",
    OfficesOther => "offices-other",
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

impl From<NaiveDate> for Arg {
    fn from(day: NaiveDate) -> Arg {
        Arg::Day(day)
    }
}
