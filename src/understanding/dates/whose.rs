//! Whose trips are told: hers, or somebody else's ("my husband came on 1 November").
//!
//! A message about somebody else alone is read like any other: she asks for him, and what is read is read back. Beside
//! trips of her own, somebody else's are named and never counted with hers.

use super::Role;
use super::cues::{COMMA, break_at};
use super::line::Line;
use super::nationality::{came_myself, is_myself, with_me};
use super::roles::{Cast, Part};
use super::vocabulary::Word;

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Whose {
    Hers,
    Anothers,
    /// Nobody is named: theirs who were told of before.
    Unsaid,
}

/// "My husband": so many words behind an "and" he stands, and so many before him a preposition.
const POSSESSIVE: usize = 2;

/// How somebody else is told of.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Another {
    /// "My husband"
    Named,
    /// "She": whoever was told of before.
    HeOrShe,
}

/// Of whom all trips are that are told, if it is somebody else: "my husband came on 1 November", "she left".
pub fn of_another(line: &Line, casts: &[Cast]) -> Option<Another> {
    let mut trips = casts.iter().zip(whose_each(line, casts)).filter(|(cast, _)| is_trip(cast)).peekable();
    let named = (0..line.len()).any(|at| line.is(at, Word::SomebodyElse));
    let anothers = trips.peek().is_some() && trips.all(|(_, whose)| whose == Whose::Anothers);
    anothers.then_some(if named { Another::Named } else { Another::HeOrShe })
}

pub fn without_others(line: &Line, mut casts: Vec<Cast>) -> Vec<Cast> {
    let whose = whose_each(line, &casts);
    let of = |wanted: bool| {
        casts.iter().zip(&whose).any(|(cast, whose)| is_trip(cast) && (*whose == Whose::Anothers) == wanted)
    };
    if !(of(true) && of(false)) {
        return casts;
    }
    for (cast, whose) in casts.iter_mut().zip(whose).filter(|(cast, _)| is_trip(cast)) {
        if whose == Whose::Anothers {
            cast.part = Part::Event { role: Role::Other, planned: is_planned(cast.part) };
        }
        cast.certain &= whose == Whose::Hers;
    }
    casts
}

fn is_trip(cast: &Cast) -> bool {
    !matches!(cast.part, Part::Event { .. } | Part::Unknown | Part::Nothing)
}

/// Whose each date is. Where nobody is named it is theirs who were told of before.
fn whose_each(line: &Line, casts: &[Cast]) -> Vec<Whose> {
    let segments = segments(line, casts);
    let said = said_in(line, &segments);
    let mut last = Whose::Unsaid;
    let mut whose = Vec::new();
    for cast in casts {
        let said = said[segments[cast.item.first().tokens.start]];
        if is_trip(cast) && said != Whose::Unsaid {
            last = said;
        }
        whose.push(if said == Whose::Unsaid { last } else { said });
    }
    whose
}

fn is_planned(part: Part) -> bool {
    match part {
        Part::Entry { planned } | Part::Exit { planned } | Part::Stay { planned, .. } => planned,
        Part::Absence { planned } | Part::Event { planned, .. } => planned,
        Part::Until { past } => !past,
        Part::Unknown | Part::Nothing => false,
    }
}

/// What is said of one person: a clause, or what an "and my husband" begins once a day is told.
fn segments(line: &Line, casts: &[Cast]) -> Vec<usize> {
    let mut inside = vec![false; line.len()];
    for cast in casts {
        inside[cast.item.first().tokens.start..cast.item.last().tokens.end].fill(true);
    }
    let (mut segment, mut begin) = (0, 0);
    let mut dated = false;
    let mut segments = Vec::with_capacity(line.len());
    for (at, is_date) in inside.into_iter().enumerate() {
        let joins = dated && line.is(at, Word::And) && (at + 1..=at + POSSESSIVE).any(|next| is_somebody(line, next));
        // "O, 1 noyabrda gəldi"
        let of_he = line.mark(at, ",") && at.checked_sub(1).is_some_and(|last| is_he(line, last));
        // "Eşim 1 Ekim'de geldi ben 5 Ekim'de"
        let told = dated && is_somebody(line, at) && (begin..at).any(|before| is_somebody(line, before));
        let another = told && !is_beside(line, begin, at) && !with_me(line, at);
        if !is_date && !of_he && (break_at(line, at) >= COMMA || joins || another) {
            (segment, dated, begin) = (segment + 1, false, at);
        }
        dated |= is_date;
        segments.push(segment);
    }
    segments
}

fn is_somebody(line: &Line, at: usize) -> bool {
    is_myself(line, at) || is_another(line, at)
}

pub fn is_another(line: &Line, at: usize) -> bool {
    line.any(at, &[Word::SomebodyElse, Word::HeOrShe]).is_some() || is_he(line, at)
}

/// "O 1 Kasım'da geldi": he or she, where it begins what is said and no noun follows it ("o gün" is that day).
fn is_he(line: &Line, at: usize) -> bool {
    let first = at == 0 || break_at(line, at - 1) >= COMMA || line.word_before(at, Word::And).is_some();
    let Some(next) = line.word(at, Word::HeOrThat).filter(|_| first) else { return false };
    let next = line.word(next, Word::Filler).unwrap_or(next);
    let next = if line.mark(next, ",") { next + 1 } else { next };
    line.number(next, 2).is_some() || line.month(next).is_some() || line.any(next, &[Word::Entry, Word::Exit]).is_some()
}

fn said_in(line: &Line, segments: &[usize]) -> Vec<Whose> {
    let end = |segment| segments.partition_point(|other| *other <= segment);
    let ends = (0..segments.last().map_or(0, |last| last + 1)).map(end);
    let mut begin = 0;
    ends.map(|end| said_of(line, std::mem::replace(&mut begin, end), end)).collect()
}

/// The first who is named there, unless a verb's ending says who.
fn said_of(line: &Line, begin: usize, end: usize) -> Whose {
    if (begin..end).any(|at| came_myself(line, at)) {
        return Whose::Hers;
    }
    let subject = (begin..end).find(|at| is_somebody(line, *at) && !is_beside(line, begin, *at));
    match subject {
        None => Whose::Unsaid,
        // "У меня муж приехал", "benim kocam"
        Some(at) if line.word(at, Word::Myself).is_some_and(|next| line.is(next, Word::SomebodyElse)) => {
            Whose::Anothers
        }
        Some(at) if is_myself(line, at) => Whose::Hers,
        Some(at) if with_me(line, at) => Whose::Hers,
        // "They let me in", "my brother drove me here": kept as hers, and not certain.
        Some(at) if (at + 1..end).any(|at| is_myself(line, at) && !is_beside(line, begin, at)) => Whose::Unsaid,
        Some(_) => Whose::Anothers,
    }
}

/// "With my husband", "к сестре", "eşimin yanına": in company, not the one who came.
fn is_beside(line: &Line, begin: usize, at: usize) -> bool {
    let before = at.saturating_sub(POSSESSIVE).max(begin)..at;
    let behind = at + 1..(at + 1 + POSSESSIVE).min(line.len());
    before.into_iter().any(|at| line.is(at, Word::Beside))
        || behind.into_iter().any(|at| line.is(at, Word::BesideAfter))
}
