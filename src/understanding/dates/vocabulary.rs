//! The words dates are told with, as `faq/calendar/<lang>.toml` lists them.
//!
//! A form is one or more words; a word that ends in `*` stands for all words that begin so. Everything is folded on the way in.
//! All languages are looked up at once: people mix them. No form is code, no code is a form.

pub use super::calendar::{Booking, Calendar, Clock, Unit, Word};
use super::index::{Index, clip, pieces};
use super::sounds;
use super::typo::within;
use std::collections::HashMap;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Concept {
    Month { month: u32, sure: bool },
    Weekday(u32),
    Number(u32),
    Unit(Unit),
    Word(Word),
    Country([u8; 2]),
    People([u8; 2]),
    Clock(Clock),
    Booking(Booking),
    Hour { hour: u32, told: HourWord },
}

/// How an hour is told in words.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HourWord {
    Plain,
    /// The word says "at" too.
    At,
    /// The half before it is meant.
    HalfBefore,
}

/// A concept, how many tokens say it, and in what kind of language.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Sense {
    pub concept: Concept,
    pub tokens: usize,
    pub verbs_follow: bool,
}

/// Why a file cannot be used: which one, and what is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct BadCalendar(pub String);

impl std::fmt::Display for BadCalendar {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for BadCalendar {}

/// All languages together, ready to look words up.
#[derive(Debug, Clone, Default)]
pub struct Vocabulary {
    /// What dates are told with.
    dates: Index,
    /// What clock times and notice are told with. Apart, so that no word of theirs hides one of a date.
    clock: Index,
    /// What words of dates sound like that are written in Cyrillic letters.
    sounds: Index,
    /// What is done about reminders and calls. Apart for the same reason.
    booking: Index,
    /// Month names long enough to be recognised with a typo, by first letter.
    long_months: HashMap<char, Vec<(String, Sense)>>,
    /// Lengths in days that are figures of the law: “90 days” then names the rule and asks nothing.
    rule_lengths: Vec<u32>,
}

/// Words of dates that matter beside a clock time or a notice as well.
const SHARED: [Word; 15] = [
    Word::Article,
    Word::Filler,
    Word::Suffix,
    Word::SuffixFrom,
    Word::SuffixTo,
    Word::Few,
    Word::Half,
    Word::And,
    Word::OfYear,
    Word::ThisMonth,
    Word::DayBeforeYesterday,
    Word::Measure,
    Word::Label,
    Word::Street,
    Word::Working,
];

/// In shorter names only two letters swapped are forgiven.
const FREE_TYPO: usize = 5;
const SHORTEST_TYPO: usize = 4;
const TWO_TYPOS: usize = 8;

impl Vocabulary {
    pub fn from_toml<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Result<Self, BadCalendar> {
        let mut calendars = Vec::new();
        for (name, text) in files {
            let calendar = toml::from_str(text).map_err(|e| BadCalendar(format!("{name}: {e}")))?;
            calendars.push(calendar);
        }
        Self::new(&calendars)
    }

    /// The same words, with the lengths in days that name a rule of the law.
    pub fn with_rule_lengths(self, rule_lengths: Vec<u32>) -> Self {
        Self { rule_lengths, ..self }
    }

    /// Whether so many days are a figure of the law.
    pub(super) fn names_a_rule(&self, days: u32) -> bool {
        self.rule_lengths.contains(&days)
    }

    pub fn new(calendars: &[Calendar]) -> Result<Self, BadCalendar> {
        let mut vocabulary = Self::default();
        for calendar in calendars {
            vocabulary.take(calendar)?;
        }
        Ok(vocabulary)
    }

    pub(super) fn dates(&self) -> &Index {
        &self.dates
    }

    pub(super) fn sounds(&self) -> &Index {
        &self.sounds
    }

    pub(super) fn clock(&self) -> &Index {
        &self.clock
    }

    pub(super) fn booking(&self) -> &Index {
        &self.booking
    }

    /// Takes the words of one language in; where they are faulty, those before the fault.
    pub fn take(&mut self, calendar: &Calendar) -> Result<(), BadCalendar> {
        self.take_clock(calendar)?;
        self.take_booking(calendar)?;
        let follow = calendar.verbs_follow;
        for (month, forms) in &calendar.months {
            self.add(forms, Concept::Month { month: *month as u32, sure: true }, follow);
        }
        for (month, forms) in &calendar.unsure_months {
            self.add(forms, Concept::Month { month: *month as u32, sure: false }, follow);
        }
        for (day, forms) in &calendar.weekdays {
            self.add(forms, Concept::Weekday(*day as u32), follow);
        }
        for (number, forms) in &calendar.numbers {
            self.add(forms, Concept::Number(numbered("numbers", number)?), follow);
        }
        for (unit, forms) in &calendar.units {
            self.add(forms, Concept::Unit(*unit), follow);
        }
        for (word, forms) in &calendar.words {
            self.add(forms, Concept::Word(*word), follow);
        }
        for (code, forms) in &calendar.countries {
            self.add(forms, Concept::Country(country(code)?), follow);
        }
        for (code, forms) in &calendar.people {
            self.add(forms, Concept::People(country(code)?), follow);
        }
        Ok(())
    }

    /// What a clock time or a notice is told with, numbers and names of days among it.
    fn take_clock(&mut self, calendar: &Calendar) -> Result<(), BadCalendar> {
        let follow = calendar.verbs_follow;
        let months = [(&calendar.months, true), (&calendar.unsure_months, false)];
        for (month, forms, sure) in
            months.into_iter().flat_map(|(all, sure)| all.iter().map(move |(m, f)| (m, f, sure)))
        {
            self.clock.add(forms, Concept::Month { month: *month as u32, sure }, follow);
        }
        for (day, forms) in &calendar.weekdays {
            self.clock.add(forms, Concept::Weekday(*day as u32), follow);
        }
        for (number, forms) in &calendar.numbers {
            self.clock.add(forms, Concept::Number(numbered("numbers", number)?), follow);
        }
        for (unit, forms) in &calendar.units {
            self.clock.add(forms, Concept::Unit(*unit), follow);
        }
        for (word, forms) in calendar.words.iter().filter(|(word, _)| SHARED.contains(word)) {
            self.clock.add(forms, Concept::Word(*word), follow);
        }
        for (word, forms) in &calendar.clock {
            self.clock.add(forms, Concept::Clock(*word), follow);
        }
        let hours = [
            ("hours", &calendar.hours, HourWord::Plain),
            ("hours-at", &calendar.hours_at, HourWord::At),
            ("half-hours", &calendar.half_hours, HourWord::HalfBefore),
        ];
        for (table, hours, told) in hours {
            for (hour, forms) in hours {
                self.clock.add(forms, Concept::Hour { hour: numbered(table, hour)?, told }, follow);
            }
        }
        Ok(())
    }

    fn take_booking(&mut self, calendar: &Calendar) -> Result<(), BadCalendar> {
        let follow = calendar.verbs_follow;
        for (number, forms) in &calendar.numbers {
            self.booking.add(forms, Concept::Number(numbered("numbers", number)?), follow);
        }
        for (word, forms) in &calendar.booking {
            self.booking.add(forms, Concept::Booking(*word), follow);
        }
        Ok(())
    }

    fn add(&mut self, forms: &[String], concept: Concept, verbs_follow: bool) {
        if matches!(concept, Concept::Month { .. }) {
            for written in forms {
                let pieces = pieces(written);
                if let [name] = pieces.as_slice() {
                    self.remember_month(&name.text, Sense { concept, tokens: 1, verbs_follow });
                }
            }
        }
        self.dates.add(forms, concept, verbs_follow);
        self.sounds.add(&sounds::of_forms(forms, concept), concept, verbs_follow);
    }

    fn remember_month(&mut self, name: &str, sense: Sense) {
        if name.chars().count() >= SHORTEST_TYPO
            && let Some(first) = name.chars().next()
        {
            self.long_months.entry(first).or_default().push((name.to_string(), sense));
        }
    }

    /// A month name with a slip of the finger in it: one, or two in a long name. `None` when two months are as near.
    pub fn nearly_a_month(&self, word: &str) -> Option<u32> {
        let word = clip(word);
        let length = word.chars().count();
        if length < SHORTEST_TYPO {
            return None;
        }
        let mut best: Option<(usize, u32)> = None;
        let mut tied = false;
        for (name, sense) in self.long_months.get(&word.chars().next()?)? {
            let Concept::Month { month, .. } = sense.concept else {
                continue;
            };
            let allowed = if name.chars().count() >= TWO_TYPOS { 2 } else { 1 };
            let swapped = name.chars().count() >= FREE_TYPO || same_letters(name, word);
            let Some(distance) = within(name, word, allowed).filter(|_| swapped) else {
                continue;
            };
            match best {
                Some((nearest, _)) if nearest < distance => {}
                Some((nearest, other)) if nearest == distance => tied |= other != month,
                _ => (best, tied) = (Some((distance, month)), false),
            }
        }
        best.filter(|_| !tied).map(|(_, month)| month)
    }
}

fn numbered(table: &str, number: &str) -> Result<u32, BadCalendar> {
    number.parse().map_err(|_| BadCalendar(format!("{table}: \"{number}\" is no number")))
}

/// The word begins with the letters of the name in another order.
fn same_letters(name: &str, word: &str) -> bool {
    let mut letters: Vec<char> = name.chars().collect();
    let mut begins: Vec<char> = word.chars().take(letters.len()).collect();
    letters.sort_unstable();
    begins.sort_unstable();
    letters == begins
}

fn country(code: &str) -> Result<[u8; 2], BadCalendar> {
    <[u8; 2]>::try_from(code.as_bytes())
        .map_err(|_| BadCalendar(format!("countries: \"{code}\" is no country code of two letters")))
}
