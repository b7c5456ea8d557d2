//! "Monday 17 November", "вчера, 21.11": a day told twice is one date, and a doubtful one where the two disagree.

use super::found::When;
use super::line::Line;
use super::scan::Item;
use super::vocabulary::Word;
use super::years::settle;
use chrono::{Datelike, NaiveDate};

pub fn without_repeats(line: &Line, items: Vec<Item>, today: NaiveDate) -> Vec<Item> {
    let mut kept: Vec<Item> = Vec::new();
    for item in items {
        match kept.pop() {
            Some(mut before) => match told_twice(line, &before, &item, today) {
                Some(Twice::First { agree }) => kept.push(doubted(item, agree)),
                Some(Twice::Second) => {
                    before.doubt(true);
                    kept.push(before);
                }
                None => kept.extend([before, item]),
            },
            None => kept.push(item),
        }
    }
    kept
}

enum Twice {
    /// The first of the two adds nothing.
    First {
        agree: bool,
    },
    Second,
}

fn told_twice(line: &Line, before: &Item, item: &Item, today: NaiveDate) -> Option<Twice> {
    if !beside(line, before.last().tokens.end, item.first().tokens.start) {
        return None;
    }
    match (before, item) {
        (Item::One(loose), _) if is_loose(loose.when) && is_dated(item) => {
            let agree = agrees(loose.when, item, today);
            // A weekday right before a date belongs to it even when it is the wrong one; "yesterday" does not.
            (agree || matches!(loose.when, When::Weekday { .. })).then_some(Twice::First { agree })
        }
        (_, Item::One(loose)) if is_loose(loose.when) && is_dated(before) => {
            agrees(loose.when, before, today).then_some(Twice::Second)
        }
        _ => None,
    }
}

fn doubted(mut item: Item, agree: bool) -> Item {
    item.doubt(agree);
    item
}

fn beside(line: &Line, from: usize, to: usize) -> bool {
    from <= to && to - from <= 2 && (from..to).all(|at| line.mark(at, ",()-–") || line.is(at, Word::Filler))
}

fn is_loose(when: When) -> bool {
    matches!(when, When::Weekday { .. } | When::Fixed(_))
}

fn is_dated(item: &Item) -> bool {
    matches!(item.first().when, When::Day { .. })
}

/// Whether the date, in the past or in the future, is the day that the loose word tells.
fn agrees(loose: When, item: &Item, today: NaiveDate) -> bool {
    let days = [settle(item.first(), false, today), settle(item.first(), true, today)];
    days.into_iter().flatten().any(|date| match loose {
        When::Fixed(day) => day == date,
        When::Weekday { day, .. } => date.weekday().num_days_from_monday() == day,
        _ => false,
    })
}
