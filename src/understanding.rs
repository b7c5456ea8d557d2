//! What a message means: a function from its text to a [`Meaning`].
//!
//! Promises: pure and deterministic; the same text, content and day give the same meaning; nothing is
//! kept between messages. Does not: decide what to answer, or remember who asked. What it knows is
//! learnt from `faq/` once, when the program starts.

pub mod act;
pub mod dates;
pub mod language;
pub mod notice;
pub mod phone;
pub mod places;
pub mod spelling;
pub mod times;
pub mod tongues;
pub mod topics;
pub mod wishes;

use std::ops::Range;
use std::sync::Arc;

use chrono::{NaiveDate, NaiveTime};

use crate::faq::{Faq, Law, PlaceId};
use crate::language::Language;
use crate::message::Said;
use crate::stay::{Rule, Visit};
pub use act::{Act, Command};
use dates::{Another, AskKind, DatesRead, Direction, Lines, NamedDate, Nationality, Reading, TakenBack, Vocabulary};
use language::{Detector, Guess};
use places::{PlaceReader, PlacesRead};
use tongues::NamedLanguages;
use topics::{Hints, Judgement, Topics};
use wishes::{Change, DayPart, Nth, Particulars, PromiseWords, Repeats, Shift, Wishes};

/// Something read in a text, with the words it was read from.
#[derive(Clone, Debug, PartialEq)]
pub struct Quoted<T> {
    pub value: T,
    pub quote: String,
    /// What is not certain is never computed with: it is read back and asked.
    pub certain: bool,
}

/// How words reached us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Manner {
    Said,
    /// The person changed an earlier message.
    Edited,
    /// Somebody else wrote them.
    Forwarded,
}

impl Manner {
    fn of(said: &Said) -> Manner {
        match said {
            Said::Edited(_) => Manner::Edited,
            Said::Forwarded(_) => Manner::Forwarded,
            _ => Manner::Said,
        }
    }
}

/// What a message means.
#[derive(Clone, Debug)]
pub struct Meaning {
    pub act: Act,
    pub manner: Manner,
    /// The words themselves.
    pub text: String,
    /// The language of the text; for a button, nothing can be told.
    pub language: Guess,
    /// A served language that the text names and does not deny: “можно на румынском?”
    pub named_language: Option<Language>,
    /// What it is about; only of words.
    pub judgement: Option<Judgement>,
    pub stays: Vec<Quoted<Visit>>,
    /// Dates that are no stay.
    pub dates: Vec<Quoted<NamedDate>>,
    /// Quotes of dates that do not exist.
    pub impossible: Vec<String>,
    /// What sounds like a day but is none yet.
    pub asks: Vec<(AskKind, String)>,
    /// Entries and exits that are told without their day: “came in August”. While there are any, no trip is certain.
    pub dayless: Vec<String>,
    /// Days that are said not to be so, and what it is instead.
    pub taken_back: Vec<TakenBack>,
    /// Its trips are those of somebody else: “my husband came on 1 November”.
    pub trips_of_another: Option<Another>,
    /// The places it may mean: several when the name is ambiguous.
    pub places: Vec<PlaceId>,
    /// ISO 3166-1 alpha-2.
    pub nationality: Option<String>,
    /// The countries that it names, neither denied nor somebody else's, and those of which she says that she is no
    /// citizen.
    pub countries: Vec<String>,
    pub denied_countries: Vec<String>,
    /// Whether its words are about entering or about leaving.
    pub direction: Option<Direction>,
    /// Times of day, in the order of the text.
    pub times: Vec<Quoted<NaiveTime>>,
    /// The days it names, read as days to come, in the order of the text: for an appointment. The same words
    /// may be a stay's dates: which is meant, the dialogue decides.
    pub ahead: Vec<Quoted<NaiveDate>>,
    /// So many days before something: “3 days before”, “за неделю до”.
    pub lead: Option<Quoted<u32>>,
    /// A valid telephone number, in the form E.164.
    pub phone: Option<Quoted<String>>,
    /// So many minutes from now: “in two hours”.
    pub from_now: Option<u32>,
    /// “Between 9 and 11”; both ends are among the times as well.
    pub between: Option<(NaiveTime, NaiveTime)>,
    /// “In the afternoon”, without a time.
    pub part: Option<DayPart>,
    /// Quotes of times that do not exist.
    pub impossible_times: Vec<String>,
    /// To move or cancel what was promised.
    pub change: Option<Change>,
    /// The words of asking to be reminded are among it.
    pub reminds: bool,
    /// Nobody shall call her: “don't call me”.
    pub refuses_call: bool,
    /// By how much later or earlier than what is moved: “an hour later”.
    pub shift: Option<Shift>,
    /// Those of a list that are meant: “the second one”.
    pub nths: Vec<Nth>,
    /// It says which of a list is meant, and nothing else.
    pub only_which: bool,
    /// Nothing is said but another time than one before: “no, better an hour later”.
    pub another_time: bool,
    /// Whether a call shall come by phone, not as a message in the chat.
    pub by_phone: Option<bool>,
    /// “Every Monday”
    pub repeats: Option<Repeats>,
    /// The days of one wish, when it names several: “on Monday and on Thursday”.
    pub together: Vec<NaiveDate>,
    /// What a reminder is about, without what asks for it, its day and its time; `None` when nothing else is said.
    pub matter: Option<String>,
}

/// The country of the law.
const HOME: &str = "MD";

/// Everything needed to understand, learnt from the content.
pub struct Understanding {
    topics: Topics,
    detector: Detector,
    calendar: Arc<Vocabulary>,
    places: PlaceReader,
    named_languages: NamedLanguages,
    promise_words: PromiseWords,
    law: Law,
}

impl Understanding {
    /// Learns from the content.
    pub fn learn(faq: &Faq) -> Understanding {
        let places = PlaceReader::new(faq);
        Understanding {
            topics: Topics::learn(faq, &places),
            detector: Detector::learn(faq),
            calendar: Arc::clone(&faq.calendar),
            places,
            named_languages: NamedLanguages::new(&faq.language_names),
            promise_words: faq.promise_words.clone(),
            law: faq.law.clone(),
        }
    }

    /// The same without an ear for places: to measure what they change.
    pub fn deaf_to_places(self) -> Understanding {
        Understanding { places: PlaceReader::of_none(), ..self }
    }

    /// Understands what somebody did; `app_language` is the language of her app, `today` the day in Chișinău.
    pub fn understand(&self, said: &Said, app_language: Option<Language>, today: NaiveDate) -> Meaning {
        let (act, text) = act::of(said);
        let meaning = match (&act, text) {
            (Act::Words, Some(text)) => self.of_words(act, text, app_language, today),
            (Act::Phone, Some(number)) => Meaning::of_phone(number),
            _ => Meaning::of_act(act),
        };
        Meaning { manner: Manner::of(said), text: text.unwrap_or_default().to_string(), ..meaning }
    }

    fn of_words(&self, act: Act, text: &str, app_language: Option<Language>, today: NaiveDate) -> Meaning {
        let lines = Lines::new(text, &self.calendar);
        let read = dates::read(&lines, today);
        let PlacesRead { places, nameless } = self.places.read(text);
        let hints =
            Hints { place: !places.is_empty(), stay_dates: !read.stays.is_empty(), rule: self.rule(&read, today) };
        let mut meaning = Meaning::of_act(act);
        meaning.language = language_of(text, self.detector.detect(text, app_language));
        meaning.named_language = self.named_languages.asked_for(text);
        meaning.places = places;
        let turkish = meaning.language.language() == Some(Language::Tr);
        let wishes = wishes::read(&lines, &read, today, turkish);
        let particulars = wishes::particulars_of(&lines, &self.promise_words, &wishes);
        let wishes = wishes.beside(&lines, &particulars);
        // A day or a time is about nothing: the few ways of asking in which such words happen to stand would decide.
        let is_bare = read.stays.is_empty() && wishes.are_all_of(text);
        // "Entered the day before yesterday" wishes for no reminder.
        let judgement = match wishes.without_past(text) {
            _ if is_bare => Judgement::of_nothing(),
            Some(left) => self.topics.judge(&left, &self.places.read(&left).nameless, hints),
            None => self.topics.judge(text, &nameless, hints),
        };
        meaning.judgement = Some(judgement);
        meaning.take_wishes(text, wishes);
        meaning.take_particulars(particulars);
        meaning.take_dates(text, read);
        meaning
    }

    /// How the days are counted of citizens of the country that is named as hers. Where a country with a rule of its own
    /// is named besides, the words may be about that one; and nobody counts the days of citizens of Moldova.
    fn rule(&self, read: &DatesRead, today: NaiveDate) -> Option<Rule> {
        let law = self.law.stay(today).ok()?;
        let of = |nationality: &Nationality| law.rule_for(Some(nationality.code()));
        let hers = &read.nationality.as_ref()?.value;
        let plain = hers.code() != HOME && read.countries.iter().all(|country| of(country) == Rule::Window);
        let rule = of(hers);
        (rule == Rule::LastEntry || plain).then_some(rule)
    }

    /// The places that the message most probably is about; several of one name, the likelier first.
    pub fn places(&self, text: &str) -> Vec<PlaceId> {
        self.places.read(text).places
    }
}

/// One or two words are not enough to be sure of a language: da, no, ok, stop. Figures alone tell nothing.
fn language_of(text: &str, guess: Guess) -> Guess {
    match guess {
        _ if !text.contains(char::is_alphabetic) => Guess::Unclear,
        Guess::Sure(language) if text.split_whitespace().nth(2).is_none() => Guess::Likely(language),
        guess => guess,
    }
}

impl Meaning {
    fn of_act(act: Act) -> Meaning {
        Meaning {
            act,
            manner: Manner::Said,
            text: String::new(),
            language: Guess::Unclear,
            named_language: None,
            judgement: None,
            stays: Vec::new(),
            dates: Vec::new(),
            impossible: Vec::new(),
            asks: Vec::new(),
            dayless: Vec::new(),
            taken_back: Vec::new(),
            trips_of_another: None,
            places: Vec::new(),
            nationality: None,
            countries: Vec::new(),
            denied_countries: Vec::new(),
            direction: None,
            times: Vec::new(),
            ahead: Vec::new(),
            lead: None,
            phone: None,
            from_now: None,
            between: None,
            part: None,
            impossible_times: Vec::new(),
            change: None,
            reminds: false,
            refuses_call: false,
            shift: None,
            nths: Vec::new(),
            only_which: false,
            another_time: false,
            by_phone: None,
            repeats: None,
            together: Vec::new(),
            matter: None,
        }
    }

    /// A shared number; channels leave out the sign that says it is an international one.
    fn of_phone(number: &str) -> Meaning {
        let international = format!("+{}", number.trim_start_matches('+'));
        let phone = phone::read(&international, &[]);
        Meaning { phone: phone.map(|phone| quoted(&international, phone)), ..Meaning::of_act(Act::Phone) }
    }

    fn take_wishes(&mut self, text: &str, wishes: Wishes) {
        self.times = wishes.times.into_iter().map(|time| quoted(text, time)).collect();
        self.ahead = wishes.ahead.into_iter().map(|day| quoted(text, day)).collect();
        self.lead = wishes.lead.map(|lead| quoted(text, lead));
        self.phone = wishes.phone.map(|phone| quoted(text, phone));
        self.from_now = wishes.from_now.map(|length| length.value);
        self.between = wishes.between.map(|span| span.value);
        self.part = wishes.part.map(|part| part.value);
        self.impossible_times = wishes.impossible.into_iter().map(|time| cut(text, time)).collect();
        self.change = wishes.change;
        self.reminds = wishes.reminds;
        self.refuses_call = wishes.refuses_call;
        self.matter = wishes.matter;
    }

    fn take_particulars(&mut self, particulars: Particulars) {
        self.shift = particulars.shift.map(|shift| shift.value);
        self.nths = particulars.nths.into_iter().map(|nth| nth.value).collect();
        self.only_which = particulars.only_which;
        self.another_time = particulars.another_time;
        self.by_phone = particulars.by_phone;
        self.repeats = particulars.repeats;
        self.together = particulars.together.into_iter().map(|day| day.value).collect();
    }

    fn take_dates(&mut self, text: &str, read: DatesRead) {
        self.stays = read.stays.into_iter().map(|stay| quoted(text, stay)).collect();
        self.dates = read.dates.into_iter().map(|date| quoted(text, date)).collect();
        self.impossible = read.errors.iter().map(|problem| cut(text, problem.quote())).collect();
        self.dayless = read.dayless.into_iter().map(|quote| cut(text, quote)).collect();
        self.asks = read.asks.into_iter().map(|ask| (ask.kind, cut(text, ask.quote))).collect();
        self.nationality = read.nationality.map(|nationality| nationality.value.0);
        self.direction = read.direction;
        self.trips_of_another = read.of_another;
        self.taken_back = read.taken_back;
        let codes = |named: Vec<Nationality>| named.into_iter().map(|country| country.0).collect();
        self.countries = codes(read.countries);
        self.denied_countries = codes(read.denied);
    }
}

fn quoted<T>(text: &str, reading: Reading<T>) -> Quoted<T> {
    Quoted { value: reading.value, quote: cut(text, reading.quote), certain: reading.certain }
}

fn cut(text: &str, bytes: Range<usize>) -> String {
    text.get(bytes).unwrap_or_default().to_string()
}
