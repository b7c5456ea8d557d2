//! Where everything stands, in pixels. Decides no shape and no colour.

use chrono::{Datelike, NaiveDate};

use super::cells::Kind;
use super::{Named, Scene};

pub(super) const WIDTH: f32 = 1080.0;
pub(super) const MARGIN: f32 = 36.0;
/// Width and height of a day.
pub(super) const CELL: (f32, f32) = (24.0, 44.0);
pub(super) const SPACE: f32 = 12.0;
pub(super) const TITLE: f32 = 52.0;
pub(super) const TEXT: f32 = 36.0;
pub(super) const SMALL: f32 = 30.0;
/// The day numbers over the columns.
pub(super) const NUMBERS: [u32; 4] = [1, 10, 20, 30];
pub(super) const LEGEND_WIDTH: f32 = (WIDTH - 2.0 * MARGIN) / 2.0;

/// From one day to the next, and what parts the tens besides.
const PITCH: f32 = 26.0;
const BETWEEN_TENS: f32 = 8.0;
const FIRST_COLUMN: f32 = 220.0;
const ROW: f32 = 58.0;
/// Room for a name above or below a row.
const NAME: f32 = 50.0;
const LEGEND_ROW: f32 = 62.0;

/// A picture laid out.
pub(super) struct Layout {
    pub title: f32,
    pub used: f32,
    pub numbers: f32,
    pub rows: Vec<Row>,
    /// Left and top of each sample.
    pub legend: Vec<(f32, f32)>,
    pub height: f32,
}

/// A month.
#[derive(Debug, PartialEq)]
pub(super) struct Row {
    pub top: f32,
    /// 0 is January.
    pub month: u32,
    /// In the first row and in each January.
    pub year: Option<i32>,
    pub days: Vec<(u32, Kind)>,
    pub signs: Vec<Sign>,
}

/// The name of a day in a row.
#[derive(Debug, PartialEq)]
pub(super) struct Sign {
    pub day: u32,
    pub words: String,
    pub baseline: f32,
}

/// The left edge of a day's column.
pub(super) fn column(day: u32) -> f32 {
    let tens = (day.saturating_sub(1) / 10).min(2);
    FIRST_COLUMN + day.saturating_sub(1) as f32 * PITCH + tens as f32 * BETWEEN_TENS
}

impl Layout {
    pub(super) fn new(scene: &Scene, legend: usize) -> Layout {
        let title = MARGIN + TITLE;
        let used = title + TEXT * 1.6;
        let numbers = used + SMALL * 2.0;
        let mut top = numbers + SPACE;
        let rows = months(scene).into_iter().map(|days| row(scene, days, &mut top)).collect();
        let first_sample = top + SPACE;
        let sample =
            |place: usize| (MARGIN + (place % 2) as f32 * LEGEND_WIDTH, first_sample + (place / 2) as f32 * LEGEND_ROW);
        let height = first_sample + legend.div_ceil(2) as f32 * LEGEND_ROW + MARGIN - (LEGEND_ROW - CELL.1);
        Layout { title, used, numbers, rows, legend: (0..legend).map(sample).collect(), height }
    }
}

type Days = Vec<(NaiveDate, Kind)>;

/// The days by month.
fn months(scene: &Scene) -> Vec<Days> {
    let last = super::last_day(scene.timeline.first);
    let days: Days = scene.days().take_while(|(day, _)| *day <= last).collect();
    days.chunk_by(|(one, _), (other, _)| one.month() == other.month()).map(<[_]>::to_vec).collect()
}

/// A row from `top` on, which moves below it.
fn row(scene: &Scene, days: Days, top: &mut f32) -> Row {
    let within = |named: &&Named| days.iter().any(|(day, _)| *day == named.day);
    let above: Vec<&Named> = [&scene.today].into_iter().filter(within).collect();
    let below: Vec<&Named> = scene.ahead.iter().filter(within).collect();
    let cells = *top + above.len() as f32 * NAME;
    let sign = |named: &Named, baseline| Sign { day: named.day.day(), words: named.words.clone(), baseline };
    let over = above.iter().map(|named| sign(named, cells - 20.0));
    let under = below.iter().zip(1..).map(|(named, line)| sign(named, cells + CELL.1 + line as f32 * NAME - 2.0));
    let first = days.first().map(|(day, _)| *day);
    let year = first.filter(|day| day.month() == 1 || *day == scene.timeline.first).map(|day| day.year());
    let row = Row {
        top: cells,
        month: first.map_or(0, |day| day.month0()),
        year,
        signs: over.chain(under).collect(),
        days: days.iter().map(|(day, kind)| (day.day(), *kind)).collect(),
    };
    *top = cells + ROW + below.len() as f32 * NAME + if below.is_empty() { 0.0 } else { SPACE };
    row
}
