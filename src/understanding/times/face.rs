//! The hour and the minute as they are written: figures or words, halves and quarters, and what stands right behind them.

use super::Part;
use crate::understanding::dates::{Clock, HourWord, Line, Word, is_apostrophe, small};

/// What a clock's face shows, with all that says that it is one.
#[derive(Clone, Copy, Debug)]
pub struct Face {
    pub hour: u32,
    pub minute: u32,
    pub next: usize,
    /// `9:30`: needs nothing beside it.
    pub colon: bool,
    /// `9.10` might be the ninth of October.
    pub like_date: bool,
    /// `9 30`, `9-30`: only behind an "at".
    pub loose: bool,
    /// `09`
    pub padded: bool,
    pub words: bool,
    /// A Turkish number word, which is a word of other languages too ("on").
    pub foreign: bool,
    /// Its own words say that it is an hour: "o'clock", "9'da", "half past".
    pub told: bool,
    /// "2 часа": at two o'clock, or two hours.
    pub length: bool,
    /// "3 дня": at three in the afternoon, or three days.
    pub days: bool,
    /// Nothing but an hour in figures.
    pub bare: bool,
    pub part: Option<Part>,
    /// Different people mean different hours by it.
    pub doubtful: bool,
}

/// What a clock shows, if something like it is written here.
pub fn read(line: &Line, at: usize) -> Option<Face> {
    let face = by_halves(line, at).or_else(|| figures(line, at)).or_else(|| words(line, at))?;
    let face = behind(line, face);
    (face.colon || face.part.is_some() || face.told || !runs_into_noun(line, &face)).then_some(face)
}

fn plain(hour: u32, next: usize) -> Face {
    Face {
        hour,
        minute: 0,
        next,
        colon: false,
        like_date: false,
        loose: false,
        padded: false,
        words: false,
        foreign: false,
        told: false,
        length: false,
        days: false,
        bare: false,
        part: None,
        doubtful: false,
    }
}

/// The same face, so many minutes from the full hour.
fn shifted(face: Face, minute: i32) -> Option<Face> {
    let hour = if minute < 0 { face.hour.checked_sub(1)? } else { face.hour };
    // A quarter to one is shown as it is said: twelve.
    let hour = if hour == 0 && minute < 0 { 12 } else { hour };
    Some(Face { hour, minute: minute.rem_euclid(60).unsigned_abs(), ..face })
}

const BEFORE: [(Clock, i32); 5] = [
    (Clock::HalfPastBefore, 30),
    (Clock::HalfToBefore, -30),
    (Clock::QuarterPastBefore, 15),
    (Clock::QuarterOfBefore, -45),
    (Clock::QuarterToBefore, -15),
];
const BEHIND: [(Clock, i32); 4] =
    [(Clock::HalfPast, 30), (Clock::HalfTo, -30), (Clock::QuarterPast, 15), (Clock::QuarterTo, -15)];

/// "Half past nine", "в половине десятого", "пів на десяту", "без четверти 9".
fn by_halves(line: &Line, at: usize) -> Option<Face> {
    if let Some(((hour, HourWord::HalfBefore), next)) = line.hour(at) {
        return shifted(Face { told: true, words: true, ..plain(hour, next) }, -30);
    }
    let unclear = line.clock(at, Clock::HalfUnclear).map(|next| (30, next, true));
    let clear = BEFORE.iter().find_map(|(word, minute)| Some((*minute, line.clock(at, *word)?, false)));
    let (minute, next, doubtful) = clear.or(unclear)?;
    let hour = line.number(next, 2).filter(|hour| (1..=12).contains(hour)).map(|hour| (hour, next + 1));
    let spoken = || line.hour(next).map(|((hour, _), next)| (hour, next));
    let (hour, next) = hour.or_else(spoken)?;
    shifted(Face { told: true, doubtful, ..plain(hour, next) }, minute)
}

fn figures(line: &Line, at: usize) -> Option<Face> {
    let hour = line.number(at, 2).filter(|hour| *hour <= 24)?;
    let ranged = line.glued(at) && at > 0 && line.mark(at - 1, "-–—");
    let inside = line.glued(at) && at > 0 && (line.mark(at - 1, "./:,+#№_*=") || line.word_token(at - 1).is_some());
    let row = at > 0 && line.number(at - 1, 12).is_some() && !(line.mark(at + 1, ":") && line.glued(at + 2));
    if inside || row || at > 0 && line.mark(at - 1, "+#№") {
        return None;
    }
    let padded = line.token(at).is_some_and(|token| token.folded.starts_with('0'));
    let face = Face { padded, ..plain(hour, at + 1) };
    let Some(found) = minutes(line, at) else {
        return (hour < 24 && !ranged && !goes_on(line, at + 1) && !is_of_month(line, at))
            .then_some(Face { bare: true, ..face });
    };
    let (minute, next) = found?;
    let separator = |marks| line.mark(at + 1, marks);
    let face = Face {
        minute,
        next,
        colon: separator(":"),
        like_date: separator(".") && (1..=12).contains(&minute) && hour > 0,
        loose: separator("-") || line.number(at + 1, 2).is_some() || separator(".") && ranged,
        told: line.clock(at + 1, Clock::Oclock).is_some(),
        ..face
    };
    (hour < 24 || minute == 0).then_some(face)
}

/// `:30`, `.30`, `h30`, ` 30`: the minutes and what follows them; `Some(None)` where the figures are something else.
fn minutes(line: &Line, at: usize) -> Option<Option<(u32, usize)>> {
    let spaced = line.number(at + 1, 2).is_some() && !line.glued(at + 1) && !is_day(line, at + 1);
    let marked = line.glued(at + 1)
        && line.glued(at + 2)
        && (line.mark(at + 1, ":.-") || line.clock(at + 1, Clock::Oclock) == Some(at + 2))
        && line.number(at + 2, 12).is_some();
    if !spaced && !marked {
        return None;
    }
    let place = if spaced { at + 1 } else { at + 2 };
    let two_digits = line.token(place).is_some_and(|token| token.folded.len() == 2);
    let minute = line.number(place, 2).filter(|minute| *minute < 60 && two_digits);
    let exact = line.mark(at + 1, ":.") || minute.is_some_and(|minute| minute % 5 == 0);
    let seconds = line.mark(at + 1, ":") && line.mark(place + 1, ":") && line.number(place + 2, 2).is_some();
    let next = if seconds { place + 3 } else { place + 1 };
    let whole = !goes_on(line, next) || line.mark(next, "-–—");
    Some(minute.filter(|_| exact && whole && !(spaced && line.number(next, 12).is_some())).map(|minute| (minute, next)))
}

/// More figures are glued behind it, or a sign that makes it an amount.
fn goes_on(line: &Line, at: usize) -> bool {
    let marked = line.glued(at) && line.mark(at, "./:,-–—+") && line.glued(at + 1) && line.number(at + 1, 12).is_some();
    marked
        || line.mark(at, "%/") && line.glued(at)
        || line.mark(at, "€$₽")
        || line.number(at, 12).is_some() && !is_day(line, at)
}

/// A number with a month behind it: the day that follows the hour.
fn is_day(line: &Line, at: usize) -> bool {
    line.number(at, 2).is_some() && line.month(at + 1).is_some()
}

/// "Dekabrın 5-də": a day of the month, in the languages that put the month first.
fn is_of_month(line: &Line, at: usize) -> bool {
    let Some(begin) = line.before(at) else { return false };
    let month = line.month(begin).is_some_and(|(_, next)| next == at) || line.word(begin, Word::ThisMonth) == Some(at);
    month && begin.checked_sub(1).is_none_or(|day| line.number(day, 2).is_none())
}

fn words(line: &Line, at: usize) -> Option<Face> {
    let ((hour, told), next) = line.hour(at).filter(|_| !is_rest(line, at))?;
    let face = Face { words: true, foreign: line.verbs_follow(at), told: told == HourWord::At, ..plain(hour, next) };
    let minute =
        small(line, next).filter(|minute| minute.spelled && minute.value % 5 == 0 && (10..60).contains(&minute.value));
    Some(match minute.filter(|_| told == HourWord::Plain) {
        Some(minute) => Face { minute: minute.value, next: minute.next, words: false, ..face },
        None => face,
    })
}

/// "Doksan yedide": in ninety-seven.
fn is_rest(line: &Line, at: usize) -> bool {
    line.before(at).is_some_and(|begin| line.clock(begin, Clock::Tens) == Some(at))
}

/// "o'clock", "și jumătate", "-da", "утра", "pm": in any order.
fn behind(line: &Line, mut face: Face) -> Face {
    for _ in 0..MOST_BEHIND {
        let at = face.next;
        if let Some((next, says_at)) = suffix(line, at) {
            face = Face { next, told: face.told || says_at && !face.like_date, ..face };
        } else if let Some((minute, next)) = BEHIND
            .iter()
            .find_map(|(word, minute)| Some((*minute, line.clock(at, *word)?)))
            .filter(|_| face.minute == 0)
        {
            let quarter = minute % 30 != 0;
            let told = face.told || quarter || line.clock(at, Clock::Oclock).is_some();
            face = shifted(Face { next, told, ..face }, minute).unwrap_or(face);
            if face.next == at {
                break;
            }
        } else if let Some(next) = line.clock(at, Clock::Oclock) {
            // "2 часа" may be two hours.
            face = Face { next, told: true, length: face.length || line.is(at, Word::Measure), ..face };
        } else if let Some((part, next)) = Part::at(line, at).filter(|(part, next)| is_part(line, &face, *part, *next))
        {
            face = Face { next, part: Some(part), days: line.unit(at).is_some(), ..face };
        } else {
            break;
        }
    }
    face
}

/// "9-un yarısında axşam", "nine o'clock in the evening".
const MOST_BEHIND: usize = 4;

/// Romanian "am" is "I have": alone it says the part of the day only glued to the figures or at the end of a clause.
fn is_part(line: &Line, face: &Face, part: Part, next: usize) -> bool {
    let clause_ends = line.token(next).is_none() || line.mark(next, ",.;!?)");
    face.part.is_none() && (part != Part::Am || line.glued(face.next) || clause_ends || face.colon)
}

/// `'da`, `-də`, `-й`: where it ends, and whether it says "at".
fn suffix(line: &Line, at: usize) -> Option<(usize, bool)> {
    let linked = line.token(at).is_some_and(|token| {
        token.glued && (token.is_mark("-") || token.folded.chars().all(is_apostrophe) && !token.folded.is_empty())
    });
    let at = if linked { at + 1 } else { at };
    if !line.glued(at) {
        return None;
    }
    let says_at = line.clock(at, Clock::HourSuffixAt).map(|next| (next, true));
    says_at.or_else(|| line.clock(at, Clock::HourSuffix).map(|next| (next, false)))
}

/// What follows makes the number an amount, a day or a name: "at 9 lei", "la 5 decembrie", "в 9 классе".
fn runs_into_noun(line: &Line, face: &Face) -> bool {
    let at = face.next;
    let glued_word = line.glued(at) && line.word_token(at).is_some();
    let measured = line.word(at, Word::Filler).is_some_and(|next| line.unit(next).is_some());
    let nouns = [Word::Measure, Word::Working, Word::OfYear, Word::ThisMonth];
    let months = line.unit(at).is_some() && line.weekday(at).is_none() || line.month(at).is_some();
    glued_word
        || measured
        || months
        || line.any(at, &nouns).is_some()
        || line.any_clock(at, &[Clock::NotHour, Clock::DayNumber]).is_some()
}
