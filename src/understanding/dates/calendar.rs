//! What `faq/calendar/<lang>.toml` may say: the draft of the vocabulary, as written.

use serde::Deserialize;
use std::collections::BTreeMap;

/// One file, as written.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct Calendar {
    /// The verb stands behind its date (Turkish, Azerbaijani).
    #[serde(default)]
    pub verbs_follow: bool,
    pub months: BTreeMap<Month, Vec<String>>,
    /// Months that are common words too (English "may"): a day number beside them is not enough.
    #[serde(default)]
    pub unsure_months: BTreeMap<Month, Vec<String>>,
    pub weekdays: BTreeMap<Day, Vec<String>>,
    /// "1" … "90": cardinals and ordinals alike.
    pub numbers: BTreeMap<String, Vec<String>>,
    pub units: BTreeMap<Unit, Vec<String>>,
    pub words: BTreeMap<Word, Vec<String>>,
    /// Country code → adjective or name, which says a citizenship only beside "citizen", "passport", "I am from".
    pub countries: BTreeMap<String, Vec<String>>,
    /// What clock times and notice ("3 days before") are told with.
    #[serde(default)]
    pub clock: BTreeMap<Clock, Vec<String>>,
    /// "1" … "24": the hours in words, as they stand behind "at" or "half past".
    #[serde(default)]
    pub hours: BTreeMap<String, Vec<String>>,
    /// The same in words that say "at" too ("dokuzda").
    #[serde(default)]
    pub hours_at: BTreeMap<String, Vec<String>>,
    /// The half before an hour, in one word ("полдевятого").
    #[serde(default)]
    pub half_hours: BTreeMap<String, Vec<String>>,
    /// What is done about reminders and calls ("move it", "in two hours").
    #[serde(default)]
    pub booking: BTreeMap<Booking, Vec<String>>,
    /// Country code → words that say a citizenship alone ("узбек", "azərbaycanlıyam").
    #[serde(default)]
    pub people: BTreeMap<String, Vec<String>>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Month {
    January = 1,
    February,
    March,
    April,
    May,
    June,
    July,
    August,
    September,
    October,
    November,
    December,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Day {
    Monday,
    Tuesday,
    Wednesday,
    Thursday,
    Friday,
    Saturday,
    Sunday,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Unit {
    Day,
    Week,
    Month,
    Year,
}

/// What a word does for a date. The names are the keys of `[words]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Word {
    // days named from today
    Today,
    Yesterday,
    DayBeforeYesterday,
    Tomorrow,
    DayAfterTomorrow,
    /// "ago", "назад", "önce": behind the length
    Ago,
    /// "acum" două zile: before the length
    AgoBefore,
    /// "in", "через", "peste"
    InBefore,
    /// "sonra", "later"
    InAfter,
    /// "a week after": counted from something else
    After,
    Last,
    Next,
    This,
    LastYear,
    ThisYear,
    NextYear,
    YearBeforeLast,
    LastMonth,
    ThisMonth,
    NextMonth,
    LastWeek,
    ThisWeek,
    NextWeek,
    /// "a few", "about half": no day can be told
    Few,
    Half,
    /// "a", "o", "exactly": before a unit that is one
    Article,
    /// "end of", "начало"
    PartOf,
    Season,
    /// "in" August: what happened there, not a day of it
    InMonth,
    /// "г.", "anul", "yılı": stands beside a year
    OfYear,
    /// "of", "числа", "ayının": between the parts of one date
    Filler,
    /// Glued behind a number: "th", "го", "-də"
    Suffix,
    SuffixFrom,
    SuffixTo,
    // ranges
    From,
    Since,
    Until,
    UntilAfter,
    RangeTo,
    Between,
    And,
    // what happened
    Entry,
    EntryNoun,
    EntryPlan,
    /// "in 01.07 out 20.07": only right before figures
    EntryBeside,
    ExitBeside,
    Exit,
    ExitNoun,
    ExitPlan,
    Visit,
    Plan,
    /// "was away", "out of Moldova", "меня не было": gone between the dates
    Away,
    /// A town or a region that is not in Moldova
    Abroad,
    /// "abroad", "за границей": says alone that she is or goes there
    OutThere,
    /// A town of Moldova
    InMoldova,
    /// "for" three days, "на" неделю: so long something lasts
    ForSoLong,
    /// "in", "to": before a place, she is or goes there
    Into,
    /// "from": before a place, she comes from there
    OutOf,
    /// "back on" 20 December: an entry, to come where the exit before it is
    BackThere,
    /// "возвращаюсь", "dönüyorum": home, or back into the country where an exit is told before
    ReturnPlan,
    Again,
    /// "came back", "had left": there was a stay before
    Back,
    Still,
    SameDay,
    /// "назад", "back": a way back only beside "the same day"
    BackBeside,
    NextDay,
    When,
    Not,
    /// "did not leave", "çıkmadım": the exit is denied
    NotLeft,
    /// "did not enter", "girmedim"
    NotEntered,
    /// "is wrong": of the day before it
    Wrong,
    /// "sorry", "I mean": what follows stands for what was told before
    Mistake,
    /// "except": before what was, though the rest is denied
    Except,
    /// "it was", "ci": between a day that is taken back and the one that it is instead
    Rather,
    /// "can I", "можно": asks, plans nothing
    MayI,
    NotAfter,
    /// "not", "never": before a verb that is denied, where `not` has "without" and "no" as well
    NotVerb,
    Hedge,
    StayTalk,
    // dates that are no stay
    Expired,
    /// "my last legal day": the stay was lawful until then
    LastLawfulDay,
    /// "my last day": that, or the day of an exit
    LastDay,
    Valid,
    Permit,
    Passport,
    Contract,
    /// "fired", "уволили"
    Dismissed,
    Loss,
    Decision,
    Filing,
    Issued,
    /// "came out", "вышла": of a paper, where one is its subject
    OfThings,
    Birth,
    // numbers that are no dates
    /// The number behind it is a name: "Art.", "bus", "street"
    Label,
    /// A street may be called by a day
    Street,
    /// The number before it is a name: "31 August" street
    LabelAfter,
    /// The number before it is an amount: "lei", "units"
    Measure,
    Hour,
    /// "working days"
    Working,
    // citizenship
    Citizen,
    IAmFrom,
    IAm,
    /// "I", "we", "я": who writes
    Myself,
    /// "wife", "friend": a citizenship beside it is not hers, nor is a trip
    SomebodyElse,
    /// "married", "embassy": a citizenship beside it is not hers
    OfOthers,
    /// "with" my wife, "к" сестре: the person behind it is company
    Beside,
    /// eşimin "yanına": the person before it is company
    BesideAfter,
    /// "he", "она": somebody who was named before
    HeOrShe,
    /// "o": he or she, or that
    HeOrThat,
    /// "former", "isn't": the citizenship behind it is none
    NoLonger,
    NotMonth,
}

/// What a word does for a clock time, or for notice given. The names are the keys of `[clock]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Clock {
    /// "at", "la", "в": before an hour, but before much else too
    At,
    /// "around", "after": an hour, but not just that one
    About,
    /// "ora", "saat": before an hour and nothing else
    OclockBefore,
    /// "o'clock", "часов": behind an hour; "buçukta" too
    Oclock,
    /// Glued behind an hour: "9-й", "9'da"
    HourSuffix,
    /// The same, and says "at"
    HourSuffixAt,
    Morning,
    Afternoon,
    Evening,
    Night,
    Am,
    Pm,
    Noon,
    Midnight,
    /// "half past" nine
    HalfPastBefore,
    /// "half" nine: half past nine to some, half past eight to others
    HalfUnclear,
    /// nouă "și jumătate"
    HalfPast,
    /// "в половине" десятого: the half before the hour
    HalfToBefore,
    /// doqquzun "yarısı"
    HalfTo,
    QuarterPastBefore,
    QuarterPast,
    /// "четверть" десятого: a quarter past the hour before
    QuarterOfBefore,
    QuarterToBefore,
    QuarterTo,
    /// "good evening": says no part of the day
    Greeting,
    /// "doksan": an hour in words behind it is the rest of a larger number
    Tens,
    /// Behind a number: then it is no hour ("9 floor", "9 класс")
    NotHour,
    /// Behind a number: then it is a day of the month ("числа")
    DayNumber,
    /// A part of the day in one language, tomorrow in another ("sabah")
    MorningOrTomorrow,
    /// 3 days "before"
    Notice,
    /// 3 gün "önce": before, or ago
    NoticeOrAgo,
    /// "за" 3 дня
    NoticeBefore,
    /// "înainte cu" 3 zile: nothing else need follow
    NoticeFirst,
    /// за 3 дня "до"
    NoticeTo,
    /// "the day before", "накануне"
    Eve,
}

/// What a word does about a reminder or a call. The names are the keys of `[booking]`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Booking {
    /// "remind me", "поставь напоминание"
    Remind,
    Move,
    Cancel,
    /// "all of them"
    All,
    Reminder,
    Call,
    /// "don't call me"
    NoCall,
    /// "it", "my", "the time of": says nothing of its own
    It,
    Polite,
    /// Before the matter of a reminder: "to", "чтобы"
    LeadIn,
    /// Beside a day or a time: "on", "saat"
    Beside,
    /// Right before a verb: then it is not wished
    Not,
    // lengths in hours: "in two hours and a half"
    In,
    Later,
    Hour,
    Minute,
    /// "half an hour"
    HalfHour,
    /// 2 hours "and a half"
    Half,
    /// "an" hour
    Article,
    /// "полтора"
    OneAndHalf,
    /// "between" 9 "and" 11, 9 "ile" 11 "arası"
    Between,
    BetweenBehind,
    And,
    // parts of the day that are no time yet
    Afternoon,
    Evening,
}
