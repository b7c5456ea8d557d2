//! Days told from today: "three weeks ago", "вчера", "acum două săptămâni", "5 gün sonra", "last Monday".

use super::found::{Found, Step, When, Which};
use super::line::Line;
use super::numbers::small;
use super::numeric::before_what;
use super::vocabulary::{Unit, Word};
use super::years::most_recent;
use chrono::{Datelike, Days, Months, NaiveDate};

pub fn read(line: &Line, at: usize, today: NaiveDate) -> Option<(Step, usize)> {
    near_today(line, at, today)
        .or_else(|| after_entry(line, at))
        .or_else(|| weekday(line, at, today))
        .or_else(|| length(line, at, today))
}

fn one(tokens: std::ops::Range<usize>, when: When) -> Option<(Step, usize)> {
    let next = tokens.end;
    Some((Step::One(Found::sure(tokens, when)), next))
}

/// "Yesterday", "tomorrow".
pub fn near_today(line: &Line, at: usize, today: NaiveDate) -> Option<(Step, usize)> {
    let shifts = [
        (Word::DayBeforeYesterday, -2),
        (Word::Yesterday, -1),
        (Word::Today, 0),
        (Word::Tomorrow, 1),
        (Word::DayAfterTomorrow, 2),
    ];
    let (by, next) = shifts.iter().find_map(|(word, by)| Some((*by, line.word(at, *word)?)))?;
    one(at..next, When::Fixed(moved(today, by)?))
}

/// "left the same day", "уехал на следующий день": told from the date before it.
fn after_entry(line: &Line, at: usize) -> Option<(Step, usize)> {
    let (days, next) =
        [(Word::SameDay, 0), (Word::NextDay, 1)].iter().find_map(|(word, by)| Some((*by, line.word(at, *word)?)))?;
    one(at..next, When::After { days })
}

/// The day so many days after another that was told; what is told from today or by a weekday stays so.
pub fn shifted(when: When, days: i64, today: NaiveDate) -> Option<When> {
    Some(match when {
        _ if days == 0 => when,
        When::Day { day, month, year } => {
            let told =
                year.map_or_else(|| most_recent(day, month, today), |year| NaiveDate::from_ymd_opt(year, month, day));
            let date = moved(told?, days)?;
            When::Day { day: date.day(), month: date.month(), year: year.map(|_| date.year()) }
        }
        When::Fixed(date) => When::Fixed(moved(date, days)?),
        When::Weekday { day, which } => When::Weekday { day: (i64::from(day) + days).rem_euclid(7) as u32, which },
        When::Later { days: before, months } => When::Later { days: before + days, months },
        When::After { days: before } => When::After { days: before + days },
    })
}

fn moved(day: NaiveDate, by: i64) -> Option<NaiveDate> {
    let days = Days::new(by.unsigned_abs());
    if by < 0 { day.checked_sub_days(days) } else { day.checked_add_days(days) }
}

/// "on Monday", "last Monday", "next Friday", "во вторник на прошлой неделе", "geçen hafta salı".
fn weekday(line: &Line, at: usize, today: NaiveDate) -> Option<(Step, usize)> {
    if let Some((monday, after)) = week(line, at, today) {
        let day_at = [Some(after), line.word(after, Word::Filler), line.mark(after, ",").then_some(after + 1)];
        let (day, next) = day_at.into_iter().flatten().find_map(|start| line.weekday(start))?;
        return one(at..next, When::Fixed(moved(monday, i64::from(day))?));
    }
    let (which, start) = which(line, at);
    let (day, next) = line.weekday(start).filter(|_| !counts_months(line, start))?;
    let of_week =
        [Some(next), line.word(next, Word::Filler)].into_iter().flatten().find_map(|start| week(line, start, today));
    if let Some((monday, next)) = of_week {
        return one(at..next, When::Fixed(moved(monday, i64::from(day))?));
    }
    let (behind, next) = if which == Which::Unsaid { which_behind(line, next) } else { (which, next) };
    let mut found = Found::sure(at..next, When::Weekday { day, which: behind });
    found.certain = !two_weeks_possible(day, behind, today);
    Some((Step::One(found), next))
}

/// Romanian "luni" is Monday and months: behind a number it is months.
fn counts_months(line: &Line, at: usize) -> bool {
    let counted = at.checked_sub(1).is_some_and(|last| {
        line.number(last, 3).is_some()
            || line.number_word(last).is_some()
            || line.any(last, &[Word::Few, Word::Half]).is_some()
    });
    line.unit(at).is_some() && counted
}

/// "Last Thursday" said on a Saturday may be two days ago or nine; "next Friday" said on a Monday likewise.
fn two_weeks_possible(day: u32, which: Which, today: NaiveDate) -> bool {
    let now = today.weekday().num_days_from_monday();
    match which {
        Which::Last => day < now,
        Which::Next => day > now,
        Which::Unsaid => false,
    }
}

fn which(line: &Line, at: usize) -> (Which, usize) {
    match (line.word(at, Word::Last), line.word(at, Word::Next)) {
        (Some(next), _) => (Which::Last, next),
        (_, Some(next)) => (Which::Next, next),
        _ => (Which::Unsaid, line.word(at, Word::This).unwrap_or(at)),
    }
}

fn which_behind(line: &Line, at: usize) -> (Which, usize) {
    match which(line, at) {
        (Which::Unsaid, _) => (Which::Unsaid, at),
        said => said,
    }
}

/// The Monday of last week, this week or the next.
fn week(line: &Line, at: usize, today: NaiveDate) -> Option<(NaiveDate, usize)> {
    let monday = moved(today, -i64::from(today.weekday().num_days_from_monday()))?;
    let shifts = [(Word::LastWeek, -7), (Word::ThisWeek, 0), (Word::NextWeek, 7)];
    shifts.iter().find_map(|(word, by)| Some((moved(monday, *by)?, line.word(at, *word)?)))
}

/// A length of time with "ago" or "in" beside it.
fn length(line: &Line, at: usize, today: NaiveDate) -> Option<(Step, usize)> {
    if let Some(start) = line.word(at, Word::AgoBefore) {
        let (span, next) = span(line, start)?;
        return one(at..next, When::Fixed(span.before(today)?));
    }
    if let Some(start) = line.word(at, Word::InBefore)
        && let Some((span, next)) = span(line, start)
    {
        if line.is(next, Word::After) {
            return Some((Step::Skip, next));
        }
        let next = line.word(next, Word::InAfter).unwrap_or(next);
        return one(at..next, span.later());
    }
    let (span, end) = span(line, at)?;
    // "Bitmeden 3 gün önce": so long before that, not before today.
    let than = at.checked_sub(1).and_then(|last| line.word_token(last)).is_some_and(|token| before_what(&token.folded));
    if let Some(next) = line.word(end, Word::Ago) {
        if than && line.verbs_follow(end) {
            return Some((Step::Skip, next));
        }
        return one(at..next, When::Fixed(span.before(today)?));
    }
    let next = line.word(end, Word::InAfter)?;
    one(at..next, span.later())
}

pub struct Span {
    days: i64,
    months: u32,
}

impl Span {
    fn before(&self, today: NaiveDate) -> Option<NaiveDate> {
        moved(today.checked_sub_months(Months::new(self.months))?, -self.days)
    }

    pub fn later(&self) -> When {
        When::Later { days: self.days, months: self.months }
    }
}

/// "3 weeks", "two months", "неделю", "o săptămână": exact lengths only, "a few days" and "a month and a half" are not.
pub fn span(line: &Line, at: usize) -> Option<(Span, usize)> {
    let (count, unit, next) = counted(line, at)?;
    if line.any(next, &[Word::Half, Word::Few]).is_some()
        || line.word(next, Word::And).is_some_and(|next| line.is(next, Word::Half))
    {
        return None;
    }
    let span = match unit {
        Unit::Day => Span { days: i64::from(count), months: 0 },
        Unit::Week => Span { days: 7 * i64::from(count), months: 0 },
        Unit::Month => Span { days: 0, months: count },
        Unit::Year => Span { days: 0, months: 12 * count },
    };
    Some((span, next))
}

/// A number (or nothing, which is one) and a unit, with an "of" between them where a language wants it ("20 de zile").
pub fn counted(line: &Line, at: usize) -> Option<(u32, Unit, usize)> {
    let at = line.word(at, Word::Article).unwrap_or(at);
    let figures = line.number(at, 3).map(|count| (count, at + 1));
    let (count, after) =
        figures.or_else(|| small(line, at).map(|number| (number.value, number.next))).unwrap_or((1, at));
    let behind_filler = line.word(after, Word::Filler).filter(|_| after > at);
    let (unit, next) = line.unit(after).or_else(|| line.unit(behind_filler?))?;
    Some((count, unit, next))
}

/// Where a weekday falls, seen from today.
pub fn weekday_before(today: NaiveDate, day: u32) -> Option<NaiveDate> {
    let back = (today.weekday().num_days_from_monday() + 6 - day % 7) % 7 + 1;
    moved(today, -i64::from(back))
}

pub fn weekday_after(today: NaiveDate, day: u32) -> Option<NaiveDate> {
    let ahead = (day % 7 + 6 - today.weekday().num_days_from_monday()) % 7 + 1;
    moved(today, i64::from(ahead))
}

/// The day a length after another day; `None` beyond the calendar.
pub fn later(from: NaiveDate, days: i64, months: u32) -> Option<NaiveDate> {
    moved(from.checked_add_months(Months::new(months))?, days)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn weekdays_are_never_today() {
        let saturday = NaiveDate::from_ymd_opt(2025, 11, 22).expect("a day");
        for (day, before, after) in [(0, 17, 24), (4, 21, 28), (5, 15, 29), (6, 16, 23)] {
            assert_eq!(weekday_before(saturday, day).map(|d| d.day()), Some(before));
            assert_eq!(weekday_after(saturday, day).map(|d| d.day()), Some(after));
        }
    }
}
