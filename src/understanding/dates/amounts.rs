//! Numbers beside a month that count something: "August, three times", "mart 2 gün", "20 days in July and 11 in August".

use super::found::Side;
use super::line::Line;
use super::numbers::Number;
use super::numeric::locative;
use super::relative::counted;
use super::vocabulary::{Unit, Word};

/// The "day" is the beginning of something else: `May 2 people`, `Sept 10:30`, `mart 2 gün`, `5 Sept 12.10`.
pub fn day_runs_on(line: &Line, day: Number, figures: bool) -> bool {
    let glued_number = line.glued(day.next)
        && line.mark(day.next, "./:")
        && line.glued(day.next + 1)
        && line.number(day.next + 1, 4).is_some();
    let own_month = figures && line.month(day.next).is_some_and(|((_, sure), _)| sure);
    glued_number || counts(line, day) || own_month
}

/// What follows says that the number is of something else: "three times", "2 gün", "20 de zile".
fn counts(line: &Line, number: Number) -> bool {
    let next = number.next;
    let measure = line.is(next, Word::Measure);
    let unit = line.unit(next).is_some() || line.word(next, Word::Filler).is_some_and(|next| line.unit(next).is_some());
    if !number.spelled {
        return unit || measure;
    }
    let place = next.checked_sub(1).and_then(|last| line.word_token(last)).is_some_and(|t| locative(&t.folded));
    let told_as_day = place || number.side != Side::Neither;
    // "Avqustun beşi günü": a day all the same. "5-də saat 10-da", "5-də iş": at ten, work.
    let named_day = line.verbs_follow(next) && line.is(next, Word::Filler);
    let other = line.any(next, &[Word::Hour, Word::Working]).is_some();
    !told_as_day && (measure && !other || unit && !named_day && !suffixed(line, next))
}

/// The number before `next` ends in a suffix behind its figures: "5th", "5-i".
fn suffixed(line: &Line, next: usize) -> bool {
    next >= 2 && (line.number(next - 2, 2).is_some() || next >= 3 && line.number(next - 3, 2).is_some())
}

/// How far back a number of days is remembered, in tokens.
const REMEMBERED: usize = 24;

/// "20 days in July and 11 in August": behind days counted by the month, a bare number beside a month may be days too.
/// `start` is where the number or the month begins, whichever is first; `inside`, that the month is where something was.
pub fn may_be_days(line: &Line, start: usize, month_at: usize, inside: bool) -> bool {
    let inside = inside || is_where(line, month_at);
    let earlier = start.saturating_sub(REMEMBERED)..start;
    earlier.into_iter().any(|at| {
        let told = line.number(at, 3).is_some() || line.number_word(at).is_some();
        let Some((count, Unit::Day, next)) = counted(line, at).filter(|_| told && at + 1 < start) else {
            return false;
        };
        let of_month = month_behind(line, next).is_some_and(|next| next <= start) || month_ahead(line, at);
        of_month || inside && !line.vocabulary().names_a_rule(count)
    })
}

/// "in August", "avqustda": not on a day of it.
fn is_where(line: &Line, month_at: usize) -> bool {
    let ending = line.verbs_follow(month_at) && line.word_token(month_at).is_some_and(|t| locative(&t.folded));
    ending || line.word_before(month_at, Word::InMonth).is_some()
}

fn month_behind(line: &Line, at: usize) -> Option<usize> {
    let month_at = line.any(at, &[Word::Filler, Word::InMonth]).unwrap_or(at);
    line.month(month_at).map(|(_, next)| next)
}

/// A month right before, with its suffix ("Temmuz'da") or a filler between.
fn month_ahead(line: &Line, at: usize) -> bool {
    (at.saturating_sub(3)..at).any(|month_at| {
        line.month(month_at).is_some_and(|(_, next)| {
            (next..at)
                .all(|between| line.any(between, &[Word::Filler, Word::Suffix]).is_some() || line.mark(between, "'’ʼ-"))
        })
    })
}
