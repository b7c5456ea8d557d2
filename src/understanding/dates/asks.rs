//! What sounds like a time and names no day: lengths, a month alone, "last week", "end of May". The bot asks.

use super::line::Line;
use super::numbers::small;
use super::relative::counted;
use super::vocabulary::{Unit, Word};
use super::{Ask, AskKind};
use std::ops::Range;

/// `taken[i]`: the token belongs to a date that was read. Each with the tokens it is said with.
pub fn asks(line: &Line, taken: &[bool]) -> Vec<(Ask, Range<usize>)> {
    let dated = taken.contains(&true);
    let mut asks = Vec::new();
    let mut at = 0;
    while at < line.len() {
        let found = if taken[at] { None } else { vague(line, at).or_else(|| year_alone(line, at).filter(|_| !dated)) };
        match found {
            Some((kind, next)) => {
                asks.push((Ask { kind, quote: line.quote(&(at..next)) }, at..next));
                at = next.max(at + 1);
            }
            None => at += 1,
        }
    }
    asks
}

fn year_alone(line: &Line, at: usize) -> Option<(AskKind, usize)> {
    line.word(at, Word::LastYear).map(|next| (AskKind::VagueTime, next))
}

fn vague(line: &Line, at: usize) -> Option<(AskKind, usize)> {
    if let Some(next) = line.any(at, &[Word::LastWeek, Word::LastMonth, Word::Season]) {
        return Some((AskKind::VagueTime, next));
    }
    if let Some(next) = line.word(at, Word::PartOf) {
        let next = line.word(next, Word::Filler).unwrap_or(next);
        let of_month = line.month(next).map(|(_, next)| next);
        let named = of_month.or_else(|| line.any(next, &[Word::LastMonth, Word::ThisMonth, Word::LastWeek]));
        return Some((AskKind::VagueTime, named?));
    }
    if let Some(((_, true), next)) = line.month(at) {
        let next = if let Some(after) = line.word(next, Word::PartOf) { after } else { next };
        return Some((AskKind::MonthAlone, next));
    }
    if let Some(next) = line.word(at, Word::Few)
        && let Some((_, next)) = line.unit(next)
    {
        return Some((AskKind::Length, next));
    }
    if let Some(number) = small(line, at).filter(|number| number.spelled && (1..=31).contains(&number.value))
        && line.number(at, 2).is_some()
        && line.unit(number.next).is_none()
    {
        return Some((AskKind::DayAlone, number.next));
    }
    let told = line.number(at, 3).is_some() || line.number_word(at).is_some() || line.is(at, Word::Article);
    let (count, unit, next) = counted(line, at).filter(|_| told)?;
    let rule = unit == Unit::Day && line.vocabulary().names_a_rule(count);
    (!rule && !line.is(next, Word::Working) && !line.is(at + 1, Word::Working)).then_some((AskKind::Length, next))
}
