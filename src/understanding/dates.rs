//! Dates and trips in a message, in six languages at once.
//!
//! Promises: the same answer for the same text, vocabulary and day; no clock, no panic, time linear in the length of the text;
//! a date that does not exist is named, never bent to another day; every reading quotes the bytes it comes from.
//! Does not: compute stays, choose a language, keep anything between messages.
//!
//! The way: `tokens` cut the text, `line` looks the words up, the readers (`named`, `numeric`, `relative`) take one shape each in
//! one walk (`scan`), which also joins ranges and finds days whose month was told before them (`bare_days`); `roles` says what
//! each date is by the cue `near` it, with `absence` for what is told of other countries (`whereabouts`) and `papers` for what
//! is no trip; `whose` sets somebody else's trips apart; `pairing` makes trips of entries and exits and lets `years` choose the
//! year. What is no day but sounds like one goes to `asks`; what is said not to have been so, to `taken_back`.

mod absence;
mod ahead;
mod amounts;
mod asks;
mod bare_days;
mod calendar;
mod cues;
mod day_told;
mod direction;
mod found;
mod index;
mod line;
mod named;
mod nationality;
mod near;
mod numbers;
mod numeric;
mod pairing;
mod papers;
mod relative;
mod repeats;
mod roles;
mod said_years;
mod same_day;
mod scan;
mod sounds;
mod taken_back;
mod tokens;
mod typo;
mod vocabulary;
mod whereabouts;
mod whose;
mod years;

pub use ahead::ahead;
pub(super) use cues::{days_before_yesterday, happened_beside};
pub use day_told::DayTold;
pub use direction::Direction;
pub(super) use found::Side;
pub(super) use line::Line;
pub use line::Lines;
pub(super) use numbers::small;
pub(super) use numeric::case;
pub(super) use relative::counted;
pub(super) use scan::past_number;
pub use taken_back::TakenBack;
pub(super) use tokens::is_apostrophe;
pub use vocabulary::{BadCalendar, Calendar, Vocabulary};
pub(super) use vocabulary::{Booking, Clock, HourWord, Unit, Word};
pub use whose::Another;

use crate::stay::Visit;
use chrono::{Months, NaiveDate};
use found::{Found, When};
use pairing::Paired;
use roles::Roles;
use scan::Item;
use std::ops::Range;
use taken_back::Mention;

/// Something read in a text. An uncertain reading is never computed with: it is read back and asked.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reading<T> {
    pub value: T,
    /// Bytes of the text.
    pub quote: Range<usize>,
    pub certain: bool,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NamedDate {
    pub date: NaiveDate,
    pub role: Role,
}

/// What happened, or will, on a date that is no stay.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Role {
    PermitExpired,
    StayEnded,
    Loss,
    ContractEnded,
    Decision,
    PassportValidity,
    Filing,
    Exit,
    PlannedExit,
    /// A birthday, a day of issue.
    Other,
    Unknown,
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Problem {
    /// 31.02: quoted, never moved.
    InvalidDate { quote: Range<usize> },
}

impl Problem {
    pub fn code(&self) -> &'static str {
        match self {
            Self::InvalidDate { .. } => "invalid-date",
        }
    }

    pub fn quote(&self) -> Range<usize> {
        match self {
            Self::InvalidDate { quote } => quote.clone(),
        }
    }
}

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Ask {
    pub kind: AskKind,
    pub quote: Range<usize>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum AskKind {
    /// "40 days": since when?
    Length,
    /// "since March": which day?
    MonthAlone,
    /// "on the 5th": of which month?
    DayAlone,
    /// "last week", "end of May"
    VagueTime,
    /// Read, but it could be meant otherwise.
    Unsure,
}

impl AskKind {
    pub fn code(self) -> &'static str {
        match self {
            Self::Length => "length",
            Self::MonthAlone => "month-alone",
            Self::DayAlone => "day-alone",
            Self::VagueTime => "vague-time",
            Self::Unsure => "unsure",
        }
    }
}

/// ISO 3166-1 alpha-2.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Nationality(pub String);

impl Nationality {
    pub fn code(&self) -> &str {
        &self.0
    }
}

#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DatesRead {
    /// In the order of time.
    pub stays: Vec<Reading<Visit>>,
    /// In the order of time.
    pub dates: Vec<Reading<NamedDate>>,
    pub errors: Vec<Problem>,
    pub asks: Vec<Ask>,
    /// Entries and exits that are told without their day ("came in August"), as they stand in the text. While there are
    /// any, no trip of the message is certain: what was before them would be lost.
    pub dayless: Vec<Range<usize>>,
    /// All its trips are those of somebody else.
    pub of_another: Option<Another>,
    pub nationality: Option<Reading<Nationality>>,
    /// Whether the words are about entering or about leaving, when they are not about both.
    pub direction: Option<Direction>,
    /// All countries and peoples that are named and neither denied nor somebody else's.
    pub countries: Vec<Nationality>,
    /// Days that are said not to be so, and what it is instead.
    pub taken_back: Vec<TakenBack>,
    /// The citizenships that she says are not hers.
    pub denied: Vec<Nationality>,
    /// Every day that was named, once, in the order of time.
    pub all_dates: Vec<NaiveDate>,
}

impl DatesRead {
    /// Where its days stand in the text.
    pub fn quotes(&self) -> impl Iterator<Item = Range<usize>> {
        let stays = self.stays.iter().map(|stay| stay.quote.clone());
        stays.chain(self.dates.iter().map(|date| date.quote.clone()))
    }
}

/// Reads the dates of a message; `today` is the day in Chișinău.
pub fn read(lines: &Lines, today: NaiveDate) -> DatesRead {
    let line = &lines.dates;
    let taken_back = taken_back::read(line, today);
    let items = scan::items(line, today, &taken_back);
    let roles = Roles::new(line, &items, today);
    let casts = items.iter().cloned().map(|item| roles.cast(item)).collect::<Vec<_>>();
    let casts = same_day::with_ways_back(line, casts);
    let of_another = whose::of_another(line, &casts);
    let (casts, impossible) = refuse_impossible(whose::without_others(line, casts));
    let mut paired = pairing::pair(casts, &roles, today);
    paired.impossible.extend(impossible);
    let mut taken = taken(line, &items, &paired);
    let known = taken_back.iter().filter(|mention| mention.taken.wrong.is_some()).flat_map(Mention::tokens);
    known.for_each(|tokens| taken[tokens].fill(true));
    let asks = asks::asks(line, &taken);
    let told = asks
        .iter()
        .filter(|(ask, tokens)| roles.tells_of_trip(tokens, ask.kind) && !says_its_day(line, &items, tokens))
        .filter(|(_, tokens)| !is_long_ago(line, tokens, today));
    paired.dayless.extend(told.map(|(_, tokens)| tokens.clone()));
    let asks = asks.into_iter().map(|(ask, _)| ask).collect();
    let nationality = nationality::read(line);
    let (countries, denied) = (nationality::countries(line), nationality::denied_ones(line));
    let direction = direction::read(line);
    let taken_back = taken_back.into_iter().map(|mention| mention.taken).collect();
    DatesRead { of_another, taken_back, nationality, direction, countries, denied, ..finish(line, paired, asks) }
}

/// Dates that are on no calendar, taken out before anything is made of them. What might be a price is not called a date.
fn refuse_impossible(casts: Vec<roles::Cast>) -> (Vec<roles::Cast>, Vec<Range<usize>>) {
    let mut impossible = Vec::new();
    let mut kept = Vec::new();
    for mut cast in casts {
        let bad: Vec<Range<usize>> = cast
            .item
            .all()
            .iter()
            .filter(|found| !years::exists(found.when))
            .map(|found| found.tokens.clone())
            .collect();
        if bad.is_empty() {
            kept.push(cast);
            continue;
        }
        if cast.part != roles::Part::Nothing {
            impossible.extend(bad);
        }
        if let Item::Range(first, last) = cast.item {
            let good = if years::exists(first.when) { first } else { last };
            if years::exists(good.when) {
                cast.item = Item::One(good);
                cast.part = roles::Part::Unknown;
                kept.push(cast);
            }
        }
    }
    (kept, impossible)
}

fn taken(line: &Line, items: &[Item], paired: &Paired) -> Vec<bool> {
    let mut taken = vec![false; line.len()];
    for item in items {
        taken[item.first().tokens.start..item.last().tokens.end].fill(true);
    }
    for tokens in &paired.dropped {
        taken[tokens.clone()].fill(false);
    }
    taken
}

/// "In November, on 5 November": the month's day is told beside it.
fn says_its_day(line: &Line, items: &[Item], tokens: &Range<usize>) -> bool {
    let Some((month, _)) = tokens.clone().find_map(|at| line.month(at)).map(|(month, _)| month) else {
        return false;
    };
    let of_month = |found: &&Found| matches!(found.when, When::Day { month: told, .. } if told == month);
    let beside = |found: &Found| {
        let (behind, ahead) = (found.tokens.start.checked_sub(tokens.end), tokens.start.checked_sub(found.tokens.end));
        behind.or(ahead).is_some_and(|between| between <= BESIDE)
    };
    items.iter().flat_map(Item::all).filter(of_month).any(beside)
}

/// "In March 2024": more than a year ago, and of no matter for any count.
fn is_long_ago(line: &Line, tokens: &Range<usize>, today: NaiveDate) -> bool {
    let month = tokens.clone().find_map(|at| line.month(at)).map(|((month, _), _)| month);
    let year = said_years::spoken_year(line, tokens.end, today).map(|(year, _)| year);
    let first = month.zip(year).and_then(|(month, year)| NaiveDate::from_ymd_opt(year, month, 1));
    let ends = first.and_then(|first| first.checked_add_months(Months::new(1)));
    ends.and_then(|ends| ends.checked_add_months(Months::new(12))).is_some_and(|day| day <= today)
}

/// So many tokens may stand between a month and the date that tells its day.
const BESIDE: usize = 3;

fn finish(line: &Line, paired: Paired, mut asks: Vec<Ask>) -> DatesRead {
    let quoted = |tokens: &Range<usize>| line.quote(tokens);
    let errors: Vec<Problem> =
        paired.impossible.iter().map(|tokens| Problem::InvalidDate { quote: quoted(tokens) }).collect();
    let mut stays = paired.stays;
    let mut dates = paired.dates;
    stays.iter_mut().for_each(|(reading, tokens)| reading.quote = quoted(tokens));
    dates.iter_mut().for_each(|(reading, tokens)| reading.quote = quoted(tokens));
    let mut stays: Vec<Reading<Visit>> = stays.into_iter().map(|(reading, _)| reading).collect();
    let mut dates: Vec<Reading<NamedDate>> = dates.into_iter().map(|(reading, _)| reading).collect();
    dates.sort_by_key(|reading| reading.value.date);
    dates.dedup_by_key(|reading| reading.value.date);
    let unsure = stays
        .iter()
        .filter(|r| !r.certain)
        .map(|r| &r.quote)
        .chain(dates.iter().filter(|r| !r.certain).map(|r| &r.quote));
    asks.extend(unsure.map(|quote| Ask { kind: AskKind::Unsure, quote: quote.clone() }));
    let mut dayless: Vec<Range<usize>> = paired.dayless.iter().map(quoted).collect();
    dayless.sort_by_key(|quote| (quote.start, quote.end));
    if !dayless.is_empty() {
        stays.iter_mut().for_each(|stay| stay.certain = false);
        let ends = |date: &&mut Reading<NamedDate>| matches!(date.value.role, Role::Exit | Role::PlannedExit);
        dates.iter_mut().filter(ends).for_each(|date| date.certain = false);
    }
    asks.sort_by_key(|ask| (ask.quote.start, ask.quote.end));
    let mut all_dates: Vec<NaiveDate> =
        stays.iter().flat_map(|r| [Some(r.value.entry), r.value.exit]).flatten().collect();
    all_dates.extend(dates.iter().map(|reading| reading.value.date));
    all_dates.sort_unstable();
    all_dates.dedup();
    if !errors.is_empty() {
        // One date is known to be wrong: nothing is computed with the others.
        stays.clear();
        dates.clear();
    }
    DatesRead { stays, dates, errors, asks, dayless, all_dates, ..DatesRead::default() }
}
