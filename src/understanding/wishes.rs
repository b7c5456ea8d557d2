//! What a reminder or a call is told with: clock times, days to come, notice, a telephone number.
//!
//! Promises: pure; each byte of the message is read as one of them at most. Does not: know whether anything is wished;
//! "I came on 5 September at 9" has a time and a day to come as well.

use std::ops::Range;

use chrono::{NaiveDate, NaiveTime};

use super::dates::{self, DatesRead, Reading, Vocabulary};
use super::{notice, phone, times};

/// What was read, each in the order of the text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Wishes {
    pub times: Vec<Reading<NaiveTime>>,
    pub ahead: Vec<Reading<NaiveDate>>,
    /// Days before something.
    pub lead: Option<Reading<u32>>,
    /// In the form E.164.
    pub phone: Option<Reading<String>>,
}

/// Reads a message whose dates were `read` before; `turkish` when its language is Turkish.
pub fn read(text: &str, read: &DatesRead, vocabulary: &Vocabulary, today: NaiveDate, turkish: bool) -> Wishes {
    let mut ahead = dates::ahead(text, vocabulary, today, turkish);
    let phone = phone::read(text, &read.quotes().collect::<Vec<_>>());
    let number = phone.as_ref().map(|phone| &phone.quote);
    let dated: Vec<Range<usize>> = read.quotes().chain(ahead.iter().map(|day| day.quote.clone())).collect();
    let mut times = times::read(text, vocabulary, &dated);
    times.retain(|time| number.is_none_or(|number| time.quote.end <= number.start || number.end <= time.quote.start));
    let notice = notice::read(text, vocabulary);
    ahead.retain(|day| !notice.iter().any(|lead| holds(&lead.quote, &day.quote)));
    ahead.retain(|day| !number.is_some_and(|number| holds(number, &day.quote)));
    ahead.retain(|day| !times.iter().any(|time| is_of_time(text, &time.quote, &day.quote)));
    let lead = notice.filter(|lead| !dates::happened_beside(text, vocabulary, &lead.quote));
    Wishes { times, ahead, lead, phone }
}

/// The text without what sounds like a wish to hear of something and says when she came: "the day before yesterday",
/// "entered about a week before". Nothing where there is no such thing.
pub fn without_past(text: &str, read: &DatesRead, vocabulary: &Vocabulary) -> Option<String> {
    let told = |quote: &Range<usize>| read.quotes().any(|day| holds(&day, quote));
    let mut past: Vec<Range<usize>> = dates::days_before_yesterday(text, vocabulary);
    past.retain(told);
    let notice = notice::read(text, vocabulary).map(|notice| notice.quote);
    past.extend(notice.filter(|quote| dates::happened_beside(text, vocabulary, quote)));
    let is_past = |at: usize| past.iter().any(|quote| quote.contains(&at));
    let left = || text.char_indices().filter(|(at, _)| !is_past(*at)).map(|(_, letter)| letter).collect();
    (!past.is_empty()).then(left)
}

impl Wishes {
    /// Whether a message is a day or a time and nothing else: “poimâine la 7”, “tomorrow at 9?”
    pub fn are_all_of(&self, text: &str) -> bool {
        let times = self.times.iter().map(|time| &time.quote);
        let read: Vec<&Range<usize>> = times.chain(self.ahead.iter().map(|day| &day.quote)).collect();
        let is_read = |at: usize| read.iter().any(|quote| quote.contains(&at));
        let left = text.char_indices().map(|(at, letter)| if is_read(at) { ' ' } else { letter });
        let left: String = left.collect();
        let letters = |word: &str| word.chars().filter(|letter| letter.is_alphabetic()).count();
        !read.is_empty() && left.split_whitespace().all(|word| letters(word) <= LONGEST_PREPOSITION)
    }
}

/// Words of so many letters beside a day or a time say nothing by themselves: la, at, в, до.
const LONGEST_PREPOSITION: usize = 2;

fn holds(outer: &Range<usize>, inner: &Range<usize>) -> bool {
    outer.start <= inner.start && inner.end <= outer.end
}

/// "At 9.10" is no day of October, nor is what begins inside a time; "tomorrow morning at 9" is a day all the same.
fn is_of_time(text: &str, time: &Range<usize>, day: &Range<usize>) -> bool {
    let in_figures = text.get(day.clone()).is_some_and(|words| words.contains(char::is_numeric));
    time.start < day.start && day.start < time.end || in_figures && holds(time, day)
}
