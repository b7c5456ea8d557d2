//! The sentences that are ours, by name: `locales/<lang>/*.ftl` has the words.

use chrono::{DateTime, NaiveDate, Utc};

use super::reply::Arg;
use crate::language::Language;

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
    HandDateUnused => "hand-date-unused",
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
    /// It is not clear which of the days that were read back she corrects.
    TripsWhich => "trips-which",
    TripsAdd => "trips-add",
    TripsForgotten => "trips-forgotten",
    TripsOfAnother => "trips-of-another",
    /// “She came on 1 November”: it is not clear whose days these are.
    TripsWhose => "trips-whose",
    DateImpossible { quote: String } => "date-impossible",
    DateUnclear { quote: String } => "date-unclear",
    LengthNoDate { quote: String } => "length-no-date",
    DatesWhat { quote: String } => "dates-what",
    MissingExit { entry: NaiveDate } => "missing-exit",
    ExitNoEntry { exit: NaiveDate } => "exit-no-entry",
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
    // ---- reminders
    RemindWhen => "remind-when",
    /// The same for a promise that gets another time: what is not said stays.
    RemindWhenMoving => "remind-when-moving",
    /// Of a day that is known.
    RemindTimeAsk { day: NaiveDate } => "remind-time-ask",
    /// An hour that may be meant in the morning or in the afternoon.
    TimeUnclear { quote: String } => "time-unclear",
    /// Words that different people understand as different times.
    TimeWhich { quote: String } => "time-which",
    TimeImpossible { quote: String } => "time-impossible",
    TimePassed { at: DateTime<Utc> } => "time-passed",
    /// Stands before a reminder that was read from a text: is it right?
    BookingAsk => "booking-ask",
    BookingNot => "booking-not",
    /// Stands before what is booked of a reminder that was to come again and again.
    RepeatsNot => "repeats-not",
    /// Of several days, each with its time, the first is booked.
    OneAtATime => "one-at-a-time",
    /// Stands before what was booked.
    Booked => "booked",
    /// A moment at which a reminder would have gone out and that is past.
    MomentPassed { at: DateTime<Utc> } => "moment-passed",
    NoMomentLeft => "no-moment-left",
    NoLastDay => "no-last-day",
    TooManyFollowUps { most: i64 } => "too-many-follow-ups",
    FollowUpsHead => "follow-ups-head",
    NoFollowUps => "no-follow-ups",
    FollowUpGone => "follow-up-gone",
    Moved => "moved",
    WhichToMove => "which-to-move",
    WhichToCancel => "which-to-cancel",
    CancelAsk => "cancel-ask",
    CancelAllAsk => "cancel-all-ask",
    NothingChanged => "nothing-changed",
    Cancelled => "cancelled",
    DoneNoted => "done-noted",
    /// The last lawful day is another one now, and so are its reminders.
    RemindersMoved => "reminders-moved",
    RemindersDropped => "reminders-dropped",
    /// The head of a reminder that goes out.
    Reminder => "reminder",
    ReminderLate { at: DateTime<Utc> } => "reminder-late",
    ReminderNoTrips => "reminder-no-trips",
    /// Stands before reminders that could not be sent in time.
    RemindersMissed => "reminders-missed",
    /// Stands before an answer whose meaning changed since she read it.
    AnswerChanged => "answer-changed",
    Watching => "watching",
    /// Goes with a file of all that is kept.
    MyData => "my-data",
    // ---- calls by the call centre
    CallDayAsk => "call-day-ask",
    CallTimeAsk { day: NaiveDate } => "call-time-ask",
    DayFull { day: NaiveDate } => "day-full",
    CallTaken { at: DateTime<Utc> } => "call-taken",
    NoneFree => "none-free",
    NoCallsHere => "no-calls-here",
    CallReachAsk { at: DateTime<Utc> } => "call-reach-ask",
    PhoneAsk => "phone-ask",
    PhoneUnclear => "phone-unclear",
    CallBooked => "call-booked",
    CallAlready => "call-already",
    NoCallBooked => "no-call-booked",
    CallNotReached => "call-not-reached",
    CallMovedByStaff => "call-moved-by-staff",
    CallLate => "call-late",
    // ---- talking to the call centre here
    HandedOver => "handed-over",
    /// The call centre is closed until then.
    HandedOverClosed { at: DateTime<Utc> } => "handed-over-closed",
    HandedOverAlready => "handed-over-already",
    PassedOn => "passed-on",
    StaffJoined => "staff-joined",
    /// Stands before a staff member's words.
    StaffSays => "staff-says",
    StaffLeft => "staff-left",
    NobodyYet => "nobody-yet",
    BackToBot => "back-to-bot",
    // ---- what the call centre's staff read
    DeskNew { number: i64, language: Language } => "desk-new",
    /// Stands before a person's words.
    DeskRelayed { number: i64, language: Language } => "desk-relayed",
    DeskCallNow { number: i64, language: Language } => "desk-call-now",
    DeskStillWaiting { number: i64, language: Language } => "desk-still-waiting",
    DeskCallCancelled { number: i64 } => "desk-call-cancelled",
    DeskCallMoved { number: i64 } => "desk-call-moved",
    DeskForgotten { number: i64 } => "desk-forgotten",
    DeskReturned { number: i64 } => "desk-returned",
    DeskQueue { count: i64 } => "desk-queue",
    DeskQueueEmpty => "desk-queue-empty",
    DeskQueueWaiting { number: i64, language: Language, since: DateTime<Utc> } => "desk-queue-waiting",
    DeskQueueTaken { number: i64, language: Language, since: DateTime<Utc> } => "desk-queue-taken",
    DeskTaken { number: i64 } => "desk-taken",
    DeskTakenAlready { number: i64 } => "desk-taken-already",
    DeskClosedAlready { number: i64 } => "desk-closed-already",
    DeskNotKnown => "desk-not-known",
    DeskAnswerHow { number: i64 } => "desk-answer-how",
    DeskSent { number: i64 } => "desk-sent",
    DeskDone { number: i64 } => "desk-done",
    DeskNotReached { number: i64 } => "desk-not-reached",
    DeskNoCall { number: i64 } => "desk-no-call",
    DeskMoveTo { number: i64 } => "desk-move-to",
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

impl From<DateTime<Utc>> for Arg {
    fn from(moment: DateTime<Utc>) -> Arg {
        Arg::Moment(moment)
    }
}

impl From<Language> for Arg {
    fn from(language: Language) -> Arg {
        Arg::Language(language)
    }
}
