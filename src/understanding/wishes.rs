//! What a reminder or a call is told with: clock times, days to come, notice, a telephone number; what is to be changed
//! of one (`changes`), and what else is said of it (`particulars`: the second one, an hour later, every Monday).
//!
//! Promises: pure; each byte of the message is read as one of them at most. Does not: know whether anything is wished;
//! "I came on 5 September at 9" has a time and a day to come as well.

mod changes;
mod lengths;
mod particulars;
mod promise_words;

use std::ops::Range;

use chrono::{NaiveDate, NaiveTime};

use super::dates::{self, DatesRead, Lines, Reading};
use super::{notice, phone, times};
pub use changes::{Change, How, Promised};
pub use lengths::DayPart;
pub use particulars::{Nth, Particulars, Repeats, Shift, read as particulars_of};
pub use promise_words::{PromiseDraft, PromiseWords};

/// What was read, each in the order of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wishes {
    pub times: Vec<Reading<NaiveTime>>,
    pub ahead: Vec<Reading<NaiveDate>>,
    /// Days before something.
    pub lead: Option<Reading<u32>>,
    /// In the form E.164.
    pub phone: Option<Reading<String>>,
    /// Minutes from now: "in two hours".
    pub from_now: Option<Reading<u32>>,
    /// "Between 9 and 11"; both ends are among the times as well.
    pub between: Option<Reading<(NaiveTime, NaiveTime)>>,
    /// "In the afternoon", without a time.
    pub part: Option<Reading<DayPart>>,
    /// Bytes of what is written like a time and is none.
    pub impossible: Vec<Range<usize>>,
    /// To move or cancel what was promised.
    pub change: Option<Change>,
    /// The words of asking to be reminded are among it.
    pub reminds: bool,
    /// "Don't call me"
    pub refuses_call: bool,
    /// What a reminder is about: the message without what asks for it, its day and its time.
    pub matter: Option<String>,
    /// Bytes of what sounds like a wish to hear of something and says when she came: "the day before yesterday", "entered
    /// about a week before".
    past: Vec<Range<usize>>,
}

/// Reads a message whose dates were `read` before; `turkish` when its language is Turkish.
pub fn read(lines: &Lines, read: &DatesRead, today: NaiveDate, turkish: bool) -> Wishes {
    let Lines { text, booking: line, clock, .. } = lines;
    let mut ahead = dates::ahead(lines, today, turkish);
    let phone = phone::read(text, &read.quotes().collect::<Vec<_>>());
    let number = phone.as_ref().map(|phone| &phone.quote);
    let dated: Vec<Range<usize>> = read.quotes().chain(ahead.iter().map(|day| day.quote.clone())).collect();
    let from_now = lengths::from_now(line, clock);
    let between = lengths::between(line, clock, &sure_dates(read, &ahead));
    let mut times = times::read(lines, &dated);
    times.retain(|time| number.is_none_or(|number| apart(&time.quote, number)));
    times.retain(|time| from_now.as_ref().is_none_or(|length| apart(&time.quote, &length.quote)));
    if let Some(span) = &between {
        times.retain(|time| apart(&time.quote, &span.quote));
        let end = |value| Reading { value, quote: span.quote.clone(), certain: span.certain };
        times.extend([end(span.value.0), end(span.value.1)]);
        times.sort_by_key(|time| time.quote.start);
    }
    let notice = notice::read(lines);
    ahead.retain(|day| !notice.iter().any(|lead| holds(&lead.quote, &day.quote)));
    ahead.retain(|day| !number.is_some_and(|number| holds(number, &day.quote)));
    ahead.retain(|day| !times.iter().any(|time| is_of_time(text, &time.quote, &day.quote)));
    ahead.retain(|day| from_now.as_ref().is_none_or(|length| apart(&day.quote, &length.quote)));
    let (past_notice, lead): (Vec<_>, Vec<_>) =
        notice.into_iter().partition(|lead| dates::happened_beside(&lines.dates, &lead.quote));
    let told = |quote: &Range<usize>| read.quotes().any(|day| holds(&day, quote));
    let mut past: Vec<Range<usize>> = dates::days_before_yesterday(&lines.dates);
    past.retain(told);
    past.extend(past_notice.into_iter().map(|notice| notice.quote));
    let part = lengths::part(line).filter(|_| times.is_empty());
    let impossible = times::impossible(lines, &dated);
    let mut wishes = Wishes {
        times,
        ahead,
        lead: lead.into_iter().next(),
        phone,
        from_now,
        between,
        part,
        impossible,
        change: None,
        reminds: changes::reminds(line),
        refuses_call: changes::refuses_call(line),
        matter: None,
        past,
    };
    wishes.change = changes::wished(line, &wishes.quotes().cloned().collect::<Vec<_>>());
    wishes.matter = changes::matter(text, line, &wishes.used());
    wishes
}

/// The bytes of the dates that can be nothing else: Ukrainian "9 і 11" is written like 9 January 2011, too.
fn sure_dates(read: &DatesRead, ahead: &[Reading<NaiveDate>]) -> Vec<Range<usize>> {
    let stays = read.stays.iter().filter(|stay| stay.certain).map(|stay| &stay.quote);
    let dates = read.dates.iter().filter(|date| date.certain).map(|date| &date.quote);
    stays.chain(dates).chain(ahead.iter().map(|day| &day.quote)).cloned().collect()
}

impl Wishes {
    /// The text without what sounds like a wish and says when she came; nothing where there is no such thing.
    pub fn without_past(&self, text: &str) -> Option<String> {
        let is_past = |at: usize| self.past.iter().any(|quote| quote.contains(&at));
        let left = || text.char_indices().filter(|(at, _)| !is_past(*at)).map(|(_, letter)| letter).collect();
        (!self.past.is_empty()).then(left)
    }

    /// The bytes of all that tells when.
    fn quotes(&self) -> impl Iterator<Item = &Range<usize>> {
        let exact = self.times.iter().map(|time| &time.quote).chain(self.ahead.iter().map(|day| &day.quote));
        let lengths =
            self.from_now.iter().map(|length| &length.quote).chain(self.between.iter().map(|span| &span.quote));
        exact.chain(lengths).chain(self.part.iter().map(|part| &part.quote)).chain(&self.impossible)
    }

    /// The bytes of what a reminder is booked by. Another day in the message belongs to what it is about.
    fn used(&self) -> Vec<Range<usize>> {
        let day = self.ahead.first().map(|day| day.quote.clone());
        let time = self.times.first().map(|time| time.quote.clone());
        let length = self.from_now.as_ref().map(|length| length.quote.clone());
        let lead = self.lead.as_ref().map(|lead| lead.quote.clone());
        let part = self.part.as_ref().map(|part| part.quote.clone());
        [day, time, length, lead, part].into_iter().flatten().chain(self.impossible.iter().cloned()).collect()
    }

    /// Whether a message is a day or a time and nothing else: “poimâine la 7”, “tomorrow at 9?”
    pub fn are_all_of(&self, text: &str) -> bool {
        let read: Vec<&Range<usize>> = self.quotes().collect();
        let is_read = |at: usize| read.iter().any(|quote| quote.contains(&at));
        let left = text.char_indices().map(|(at, letter)| if is_read(at) { ' ' } else { letter });
        let left: String = left.collect();
        let letters = |word: &str| word.chars().filter(|letter| letter.is_alphabetic()).count();
        !read.is_empty() && left.split_whitespace().all(|word| letters(word) <= LONGEST_PREPOSITION)
    }
}

/// Words of so many letters beside a day or a time say nothing by themselves: la, at, в, до.
const LONGEST_PREPOSITION: usize = 2;

/// No byte is in both.
fn apart(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.end <= other.start || other.end <= one.start
}

fn holds(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// "At 9.10" is no day of October, nor is what begins inside a time; "tomorrow morning at 9" is a day all the same.
fn is_of_time(text: &str, time: &Range<usize>, day: &Range<usize>) -> bool {
    let in_figures = text.get(day.clone()).is_some_and(|words| words.contains(char::is_numeric));
    time.start < day.start && day.start < time.end || in_figures && holds(time, day)
}
