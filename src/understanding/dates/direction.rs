//! Whether words speak of entering the country or of leaving it.

use super::cues::{Happening, cues};
use super::line::Line;

/// Which way somebody crosses the border.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Direction {
    In,
    Out,
}

/// The one direction of which the words speak; `None` when it is none, or both.
pub fn read(line: &Line) -> Option<Direction> {
    let directions = cues(line).into_iter().filter_map(|cue| match cue.happening {
        Happening::Entry | Happening::EntryPlan => Some(Direction::In),
        Happening::Exit | Happening::ExitPlan => Some(Direction::Out),
        _ => None,
    });
    let mut directions = directions.collect::<Vec<_>>();
    directions.dedup();
    match directions[..] {
        [direction] => Some(direction),
        _ => None,
    }
}
