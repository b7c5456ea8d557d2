//! Day numbers and counts, in figures or in words: `15`, `5th`, `20-е`, `1'inde`, "первого", "on beş", "twenty-first".

use super::found::Side;
use super::line::Line;
use super::numeric::behind;
use super::vocabulary::Word;

#[derive(Debug, Clone, Copy)]
pub struct Number {
    pub value: u32,
    pub next: usize,
    pub side: Side,
    /// An ordinal suffix or a word: more of a day than bare figures.
    pub spelled: bool,
}

/// A number of at most two digits, its suffix taken along.
pub fn small(line: &Line, at: usize) -> Option<Number> {
    figures(line, at).or_else(|| words(line, at))
}

fn figures(line: &Line, at: usize) -> Option<Number> {
    let value = line.number(at, 2)?;
    let (next, side) = behind(line, at + 1);
    let suffixed = next > at + 1 && !line.is(at + 1, Word::OfYear);
    let next = if suffixed { next } else { at + 1 };
    Some(Number { value, next, side: if suffixed { side } else { Side::Neither }, spelled: suffixed })
}

/// Tens, then ones ("двадцать первого", "on beş", "douăzeci și unu").
fn words(line: &Line, at: usize) -> Option<Number> {
    let (first, next) = line.number_word(at)?;
    let number = |value, next| Some(Number { value, next, side: Side::Neither, spelled: true });
    if first >= 10 && first % 10 == 0 {
        let joined = if line.mark(next, "-") && line.glued(next) {
            next + 1
        } else {
            line.word(next, Word::And).unwrap_or(next)
        };
        if let Some((ones, end)) = line.number_word(joined).filter(|(ones, _)| *ones < 10) {
            return number(first + ones, end);
        }
    }
    number(first, next)
}
