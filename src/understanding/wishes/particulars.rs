//! What is said of a promise besides its day and its time: "an hour later", "the second one", "every Monday", "don't
//! call me", and several days in one wish.
//!
//! Promises: pure, no panic; nothing is read that its words leave open. Does not: know what was promised, or what an
//! hour later is.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};
use serde::{Deserialize, Serialize};

use super::changes::{self, Change, How, Promised};
use super::promise_words::{PromiseWords, Says};
use super::{Wishes, apart, lengths};
use crate::understanding::dates::{Booking, Clock, Line, Lines, Reading, Unit, counted, small};

/// One of several, in the order in which they are listed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Nth {
    /// From 1.
    Place(usize),
    Last,
}

/// How often something shall happen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Repeats {
    Daily,
    /// On some days: which comes next is clear only where a day is read.
    OnSomeDays,
}

/// By how much something is moved; earlier is less than nothing.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Shift {
    pub months: i32,
    pub days: i64,
    pub minutes: i64,
}

/// What was read.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Particulars {
    /// "An hour later" than what is moved.
    pub shift: Option<Reading<Shift>>,
    /// Those of a list that are meant.
    pub nths: Vec<Reading<Nth>>,
    /// Nothing else is said than which.
    pub only_which: bool,
    /// It shall happen again and again.
    pub repeats: Option<Repeats>,
    /// Several days of one wish; none where there is one day or none.
    pub together: Vec<Reading<NaiveDate>>,
    /// Nothing is said but by how much later, or "better" and when.
    pub another_time: bool,
    /// Whether a call shall come by phone, not as a message in the chat.
    pub by_phone: Option<bool>,
    no_call: bool,
    /// Bytes that say nothing of what a reminder is about.
    aside: Vec<Range<usize>>,
}

/// A number of more digits than this names no promise.
const DIGITS: usize = 2;

/// Reads what a message says besides its wishes.
pub fn read(lines: &Lines, words: &PromiseWords, wishes: &Wishes) -> Particulars {
    let Lines { booking, clock, .. } = lines;
    let has_number = (0..booking.len()).any(|at| booking.number(at, DIGITS).is_some());
    if wishes.quotes().next().is_none() && !has_number && !words.may_be_in(booking) {
        return Particulars::default();
    }
    Reader { clock, booking, said: words.find(booking), wishes }.read()
}

struct Reader<'r> {
    booking: &'r Line<'r>,
    clock: &'r Line<'r>,
    said: Vec<(Range<usize>, Says)>,
    wishes: &'r Wishes,
}

impl Reader<'_> {
    fn read(&self) -> Particulars {
        let says = |wanted: Says| self.any(wanted).is_some();
        let shift = self.shift();
        let nths = self.nths();
        let in_one_word = |says, often| Some((self.any(says)?, often));
        let repeats = self.every().or_else(|| in_one_word(Says::Daily, Repeats::Daily));
        let repeats = repeats.or_else(|| in_one_word(Says::AgainAndAgain, Repeats::OnSomeDays));
        let together = self.together();
        let aside = repeats.iter().map(|(at, _)| at).filter(|at| self.is_aside(at)).map(|at| self.booking.quote(at));
        let aside = aside.chain(between(&together)).collect();
        let moment = self.wishes.quotes().next().is_some() || self.wishes.phone.is_some();
        let only_which = !nths.is_empty() && self.says_nothing_but(nths.iter().map(|nth| nth.quote.clone()).collect());
        let by_phone = match (says(Says::ByPhone), says(Says::InChat)) {
            (true, false) => Some(true),
            (false, true) => Some(false),
            _ => None,
        };
        let told = shift.is_some() || moment && says(Says::Rather);
        let another_time = told && self.says_nothing_but(shift.iter().map(|shift| shift.quote.clone()).collect());
        Particulars {
            another_time,
            by_phone,
            only_which,
            repeats: repeats.as_ref().map(|(_, often)| *often),
            together,
            no_call: says(Says::NoCall) && !says(Says::Why) && !moment,
            aside,
            shift,
            nths,
        }
    }

    /// The tokens of the first phrase of that kind.
    fn any(&self, wanted: Says) -> Option<Range<usize>> {
        self.said.iter().find(|(_, says)| *says == wanted).map(|(tokens, _)| tokens.clone())
    }

    /// Where a phrase of that kind ends which begins here.
    fn says(&self, at: usize, wanted: Says) -> Option<usize> {
        self.said.iter().find(|(tokens, says)| tokens.start == at && *says == wanted).map(|(tokens, _)| tokens.end)
    }

    /// Whether one of that kind ends right before.
    fn says_before(&self, at: usize, wanted: Says) -> bool {
        self.said.iter().any(|(tokens, says)| tokens.end == at && *says == wanted)
    }

    /// "An hour later", "позже на час"; nothing where another day or a time says when.
    fn shift(&self) -> Option<Reading<Shift>> {
        let signs = [(Says::Later, 1), (Says::Earlier, -1)];
        let (shift, tokens) = (0..self.booking.len()).find_map(|at| {
            let (length, next) = self.length(at)?;
            let behind = || signs.iter().find_map(|(says, sign)| Some((*sign, at..self.says(next, *says)?)));
            let by = if self.says_before(at, Says::By) { at - 1 } else { at };
            let before =
                || signs.iter().find(|(says, _)| self.says_before(by, *says)).map(|(_, sign)| (*sign, at..next));
            let verb = || self.said.iter().any(|(_, says)| *says == Says::Postpone).then_some((1, at..next));
            let (sign, tokens) = behind().or_else(before).or_else(verb)?;
            Some((length.times(sign), tokens))
        })?;
        let quote = self.booking.quote(&self.with_by(tokens));
        if shift.is_far() || self.wishes.quotes().any(|other| apart(other, &quote)) {
            return None;
        }
        Some(Reading { value: shift, quote, certain: true })
    }

    fn with_by(&self, tokens: Range<usize>) -> Range<usize> {
        if self.says_before(tokens.start, Says::By) { tokens.start - 1..tokens.end } else { tokens }
    }

    /// A length that begins here: counted, or told with "by".
    fn length(&self, at: usize) -> Option<(Shift, usize)> {
        let goes_on = at > 0 && (self.booking.mark(at - 1, ".,-–—/") && self.booking.glued(at));
        let told = lengths::is_counted(self.booking, at) || self.says_before(at, Says::By);
        if goes_on || !told {
            return None;
        }
        if let Some((minutes, next)) = lengths::length(self.booking, at) {
            return Some((Shift { minutes: i64::from(minutes), ..Shift::default() }, next));
        }
        let (count, unit, next) = counted(self.clock, at)?;
        let days = i64::from(count);
        let shift = match unit {
            Unit::Day => Shift { days, ..Shift::default() },
            Unit::Week => Shift { days: 7 * days, ..Shift::default() },
            Unit::Month => Shift { months: i32::try_from(count).ok()?, ..Shift::default() },
            Unit::Year => return None,
        };
        Some((shift, next))
    }

    fn nths(&self) -> Vec<Reading<Nth>> {
        let dated = |quote: &Range<usize>| !self.wishes.quotes().all(|other| apart(other, quote));
        let in_words = self.said.iter().filter_map(|(tokens, says)| match says {
            Says::Which(nth) => Some((tokens.clone(), *nth)),
            _ => None,
        });
        let in_figures = (0..self.clock.len()).filter_map(|at| {
            let place = self.clock.number(at, DIGITS).filter(|place| *place > 0)?;
            let label = self.says_before(at, Says::Number);
            if self.is_cancelled(at) {
                return Some((at..at + 1, Nth::Place(usize::try_from(place).ok()?)));
            }
            let end = small(self.clock, at).filter(|number| number.spelled).map(|number| number.next);
            let tokens = if label { at - 1..end.unwrap_or(at + 1) } else { at..end? };
            Some((tokens, Nth::Place(usize::try_from(place).ok()?)))
        });
        let mut nths: Vec<Reading<Nth>> = in_words
            .chain(in_figures)
            .map(|(tokens, value)| Reading { value, quote: self.booking.quote(&tokens), certain: true })
            .filter(|nth| !dated(&nth.quote))
            .collect();
        nths.sort_by_key(|nth| nth.quote.start);
        // “The first” of one thing and “the second” of another.
        let apart = nths.windows(2).position(|pair| !self.joined(pair[0].quote.end, pair[1].quote.start));
        nths.truncate(apart.map_or(nths.len(), |last| last + 1));
        nths
    }

    /// "Cancel 2", "2 sil": the number stands between the verb and an end.
    fn is_cancelled(&self, at: usize) -> bool {
        let verb = |at: usize| self.booking.booking(at, Booking::Cancel);
        let ends = |at: usize| self.booking.token(at).is_none() || self.booking.mark(at, ".,!;");
        let verb_first = self.booking.before(at).is_some_and(|begin| verb(begin) == Some(at)) && ends(at + 1);
        verb_first || at == 0 && self.booking.verbs_follow(at + 1) && verb(at + 1).is_some_and(ends)
    }

    /// Whether all but these bytes, days, times and words that lead to them says nothing.
    fn says_nothing_but(&self, mut quotes: Vec<Range<usize>>) -> bool {
        quotes.extend(self.wishes.quotes().cloned());
        let leads = |says: Says| matches!(says, Says::And | Says::Rather);
        quotes.extend(self.said.iter().filter(|(_, says)| leads(*says)).map(|(at, _)| self.booking.quote(at)));
        changes::says_nothing(self.booking, &quotes).into_iter().all(|nothing| nothing)
    }

    /// The tokens of "every Monday", "every other day", "каждое утро".
    fn every(&self) -> Option<(Range<usize>, Repeats)> {
        self.said.iter().find_map(|(tokens, says)| {
            let next = tokens.end;
            let ours = *says == Says::Every || *says == Says::EveryOfVerbsLast && self.clock.verbs_follow(next);
            let day = |at: usize| self.clock.weekday(at).is_some() || self.begins_a_day(at);
            if !ours {
                return None;
            }
            if day(next) {
                return Some((tokens.clone(), Repeats::OnSomeDays));
            }
            let parts = [Clock::Morning, Clock::Afternoon, Clock::Evening, Clock::Night];
            if let Some(end) = self.clock.any_clock(next, &parts) {
                return Some((tokens.start..end, Repeats::Daily));
            }
            let at = small(self.clock, next).map_or(next, |number| number.next);
            let (unit, end) = self.clock.unit(at)?;
            let often = if unit == Unit::Day { Repeats::Daily } else { Repeats::OnSomeDays };
            Some((tokens.start..end, often))
        })
    }

    fn begins_a_day(&self, at: usize) -> bool {
        let start = self.clock.token(at).map(|token| token.span.start);
        self.wishes.ahead.iter().any(|day| Some(day.quote.start) == start)
    }

    /// "Remind me every day to …", not "remind me to ask about every day": nothing but what is cut off anyway stands
    /// before or behind it.
    fn is_aside(&self, every: &Range<usize>) -> bool {
        let quotes: Vec<Range<usize>> = self.wishes.quotes().cloned().collect();
        let nothing = changes::says_nothing(self.booking, &quotes);
        let reminds: Vec<Range<usize>> = (0..self.booking.len())
            .filter_map(|at| self.booking.booking(at, Booking::Remind).map(|next| at..next))
            .collect();
        let is_nothing = |at: usize| nothing[at] || reminds.iter().any(|remind| remind.contains(&at));
        (0..every.start).all(is_nothing) || (every.end..nothing.len()).all(is_nothing)
    }

    /// The days from the first on that nothing but "and" stands between, with "1 and" of "1 and 5 December".
    fn together(&self) -> Vec<Reading<NaiveDate>> {
        let mut days: Vec<Reading<NaiveDate>> = Vec::new();
        for day in &self.wishes.ahead {
            match days.last() {
                Some(last) if !self.joined(last.quote.end, day.quote.start) => break,
                _ => days.push(day.clone()),
            }
        }
        while let Some(day) = days.first().and_then(|first| self.day_before(first)) {
            days.insert(0, day);
        }
        days.dedup_by_key(|day| day.value);
        if days.len() > 1 { days } else { Vec::new() }
    }

    /// Whether between two bytes stand an "and" or a comma, and words that stand beside days.
    fn joined(&self, from: usize, until: usize) -> bool {
        let between = |at: &usize| {
            self.booking.token(*at).is_some_and(|token| from <= token.span.start && token.span.end <= until)
        };
        let tokens: Vec<usize> = (0..self.booking.len()).filter(between).collect();
        let links = |at: usize| self.says(at, Says::And).is_some() || self.booking.mark(at, ",;&+");
        let quotes: Vec<Range<usize>> = self.wishes.quotes().cloned().collect();
        let beside =
            |at: usize| [Booking::Beside, Booking::It].iter().any(|word| self.booking.booking(at, *word).is_some());
        let nothing = |at: usize| beside(at) || changes::is_in(self.booking, at, &quotes);
        tokens.iter().any(|at| links(*at)) && tokens.iter().all(|at| links(*at) || nothing(*at))
    }

    /// "1 and" 5 December: a day of the same month.
    fn day_before(&self, first: &Reading<NaiveDate>) -> Option<Reading<NaiveDate>> {
        let start = (0..self.booking.len())
            .find(|at| self.booking.token(*at).is_some_and(|it| it.span.start == first.quote.start))?;
        let of_month = self.clock.number(start, DIGITS) == Some(first.value.day());
        (0..start).rev().take(MOST_BETWEEN).find_map(|at| {
            let day = self.clock.number(at, DIGITS).filter(|day| of_month && *day < first.value.day())?;
            let quote = self.booking.quote(&(at..at + 1));
            let value = first.value.with_day(day).filter(|_| self.joined(quote.end, first.quote.start))?;
            Some(Reading { value, quote, certain: first.certain })
        })
    }
}

/// The bytes between the days of one wish.
fn between(days: &[Reading<NaiveDate>]) -> impl Iterator<Item = Range<usize>> {
    days.windows(2).filter_map(|pair| match pair {
        [one, other] if one.quote.end < other.quote.start => Some(one.quote.end..other.quote.start),
        _ => None,
    })
}

/// More tokens do not stand between two days of a month: "on 1, and on the" 5 December.
const MOST_BETWEEN: usize = 4;

/// Nobody moves anything further.
const FARTHEST_MONTHS: u32 = 12;
const FARTHEST_DAYS: u64 = 366;

impl Shift {
    fn is_far(self) -> bool {
        self.months.unsigned_abs() > FARTHEST_MONTHS || self.days.unsigned_abs() > FARTHEST_DAYS
    }

    fn times(self, sign: i32) -> Shift {
        let many = i64::from(sign);
        Shift { months: self.months * sign, days: self.days * many, minutes: self.minutes * many }
    }
}

impl Wishes {
    /// The same, with what else was read: it says nothing of what is moved, cancelled or reminded of.
    pub fn beside(mut self, lines: &Lines, particulars: &Particulars) -> Wishes {
        let Particulars { shift, nths, aside, together, .. } = particulars;
        let shifts = shift.iter().map(|shift| shift.quote.clone());
        // “The first and the second”
        let which = nths.first().zip(nths.last()).map(|(first, last)| first.quote.start..last.quote.end);
        if shift.is_some() || !nths.is_empty() {
            let read: Vec<Range<usize>> = self.quotes().cloned().chain(shifts).chain(which).collect();
            self.change = self.change.or_else(|| changes::wished(&lines.booking, &read));
        }
        if !aside.is_empty() || !together.is_empty() {
            // Each day may have its time.
            let times = self.times.iter().filter(|_| !together.is_empty()).map(|time| time.quote.clone());
            let days = together.iter().map(|day| day.quote.clone()).chain(times);
            let used: Vec<Range<usize>> = self.used().into_iter().chain(aside.iter().cloned()).chain(days).collect();
            self.matter = changes::matter(lines.text, &lines.booking, &used);
        }
        if particulars.no_call && self.change.is_none() {
            self.change = Some(Change { how: How::Cancel, of: Some(Promised::Call), all: false, bare: false });
        }
        self
    }
}
