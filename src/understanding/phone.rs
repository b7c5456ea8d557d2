//! A telephone number in a message, judged by the numbering plans of `phonenumber` (Google's libphonenumber).
//!
//! Promises: pure; what is returned is a valid number in the form E.164; dates, sums and case numbers are left alone.
//! Does not: know whether anybody answers there. Free lines and services are no number of a person.

use std::ops::Range;
use std::str::FromStr;

use phonenumber::metadata::DATABASE;
use phonenumber::{Mode, PhoneNumber, Type, country};

use super::dates::Reading;

/// The first number in the text; `dated` are the bytes of dates, which look alike.
pub fn read(text: &str, dated: &[Range<usize>]) -> Option<Reading<String>> {
    let groups = groups(text);
    let mut first = 0;
    while let Some(group) = groups.get(first) {
        let row = row(text, &groups[first..]);
        let longest = (1..=row).rev().find_map(|count| number(text, group.start..groups[first + count - 1].end));
        match longest.filter(|number| !dated.iter().any(|date| overlap(date, &number.quote))) {
            Some(number) => return Some(number),
            None => first += 1,
        }
    }
    None
}

fn overlap(one: &Range<usize>, other: &Range<usize>) -> bool {
    one.start < other.end && other.start < one.end
}

/// The rows of digits, a plus or a bracket before them included; digits glued to letters are a code.
fn groups(text: &str) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    let mut last = ' ';
    let mut in_code = false;
    for (at, letter) in text.char_indices() {
        if letter.is_ascii_digit() {
            match groups.last_mut().filter(|group| group.end == at && last.is_ascii_digit()) {
                Some(group) => group.end = at + 1,
                None if last.is_alphabetic() || in_code => in_code = true,
                None => {
                    let start = if matches!(last, '+' | '(') { at - 1 } else { at };
                    let plus = start > 0 && last == '(' && text.as_bytes()[start - 1] == b'+';
                    groups.push(if plus { start - 1 } else { start }..at + 1);
                }
            }
        } else {
            in_code = false;
        }
        last = letter;
    }
    groups
}

/// How many rows from the first on may be one number: only light marks between them, and no more digits than numbers have.
fn row(text: &str, groups: &[Range<usize>]) -> usize {
    let mut digits = 0;
    let mut count = 0;
    for (place, group) in groups.iter().take(MOST_GROUPS).enumerate() {
        let apart = place.checked_sub(1).and_then(|before| text.get(groups[before].end..group.start));
        let light = apart
            .is_none_or(|marks| marks.len() <= 3 && marks.chars().all(|mark| " -.()\u{a0}\u{2011}".contains(mark)));
        digits += group.len();
        if !light || digits > MOST_DIGITS + 2 {
            break;
        }
        count = place + 1;
    }
    count
}

const MOST_GROUPS: usize = 7;
/// E.164 allows so many.
const MOST_DIGITS: usize = 15;
const FEWEST_DIGITS: usize = 8;

fn number(text: &str, bytes: Range<usize>) -> Option<Reading<String>> {
    let written = text.get(bytes.clone())?;
    let digits: String = written.chars().filter(char::is_ascii_digit).collect();
    if !(FEWEST_DIGITS..=MOST_DIGITS).contains(&digits.len()) {
        return None;
    }
    let international = written.starts_with('+') || written.starts_with("(+") || digits.starts_with("00");
    let home = digits.starts_with('0') && !international;
    // Without a plus or a zero only a plain number or one in the usual groups: 22.11.2025 would be one in Chișinău.
    if !international && !home && written.contains(['.', '(']) {
        return None;
    }
    let value = if international {
        valid(&format!("+{}", digits.trim_start_matches('0')), None)
    } else {
        valid(&digits, Some(country::Id::MD))
            .or_else(|| (digits.len() > 10).then(|| valid(&format!("+{digits}"), None))?)
    }?;
    Some(Reading { value, quote: bytes, certain: international || home })
}

/// The number in the form E.164, when it exists and may be a person's.
fn valid(digits: &str, region: Option<country::Id>) -> Option<String> {
    let number = match region {
        Some(region) => phonenumber::parse(Some(region), digits).ok()?,
        None => PhoneNumber::from_str(digits).ok()?,
    };
    let personal = [Type::FixedLine, Type::Mobile, Type::FixedLineOrMobile, Type::PersonalNumber, Type::Voip];
    let fits = number.is_valid() && personal.contains(&number.number_type(&DATABASE));
    fits.then(|| number.format().mode(Mode::E164).to_string())
}
