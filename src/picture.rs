//! The days of a count as a picture for a phone: a month a row, a day a cell.
//!
//! Promises: pure, the same values give the same bytes; every kind of day differs by pattern and not by colour
//! alone, and stands in the legend with a word; every marked day is named by a word beside it. It judges no day
//! and holds no words: what each day is comes from `stay`, every word from `locales/` ([`Scene`] has both).
//!
//! A plotting crate has axes and series, which a calendar has not: shapes are tiny-skia's, letters are the
//! outlines of DejaVu Sans (in this folder with its licence), which has all signs of our six languages.

mod canvas;
mod cells;
mod layout;
mod letters;
pub mod plot;

use chrono::{Datelike, NaiveDate};

use crate::stay::{Mark, Timeline};
use canvas::{Canvas, GREY, INK};
use layout::{CELL, Layout, Row};
use letters::Letters;

pub use cells::Kind;

/// More months than this are not drawn.
const MOST_ROWS: i32 = 12;

/// Everything that a picture shows.
#[derive(Clone, Debug, PartialEq)]
pub struct Scene {
    /// The days, from the first that is counted to the last that is shown.
    pub timeline: Timeline,
    /// Days to come are allowed up to this one.
    pub allowed_until: Option<NaiveDate>,
    /// Named above its cell.
    pub today: Named,
    /// Named below their cells, earliest first.
    pub ahead: Vec<Named>,
    pub words: Words,
}

/// A day and what to call it.
#[derive(Clone, Debug, PartialEq)]
pub struct Named {
    pub day: NaiveDate,
    pub words: String,
}

/// The words of a picture.
#[derive(Clone, Debug, PartialEq)]
pub struct Words {
    pub title: String,
    /// The line under the title.
    pub used: String,
    /// From January on, short.
    pub months: [String; 12],
    /// What each kind of day is, in the order of the legend.
    pub legend: Vec<(Kind, String)>,
}

impl Scene {
    /// What the day is that far from the first.
    fn kind(&self, place: usize, day: NaiveDate) -> Kind {
        match self.timeline.marks.get(place) {
            Some(Mark::Lawful) => Kind::Here,
            Some(Mark::Over) => Kind::Over,
            Some(Mark::After) if Some(day) <= self.allowed_until => Kind::Allowed,
            Some(Mark::After) => Kind::Ahead,
            Some(Mark::Absent) | None => Kind::Away,
        }
    }

    /// The days with their kinds.
    fn days(&self) -> impl Iterator<Item = (NaiveDate, Kind)> {
        let days = self.timeline.first.iter_days().take(self.timeline.marks.len()).enumerate();
        days.map(|(place, day)| (day, self.kind(place, day)))
    }

    /// The legend of what is there.
    pub fn legend(&self) -> Vec<&(Kind, String)> {
        let there = |kind: Kind| self.days().any(|(_, of)| of == kind);
        self.words.legend.iter().filter(|(kind, _)| there(*kind)).collect()
    }
}

/// The last day that a picture from `first` on has room for.
pub fn last_day(first: NaiveDate) -> NaiveDate {
    let months = first.year() * 12 + first.month0() as i32 + MOST_ROWS;
    let next = NaiveDate::from_ymd_opt(months.div_euclid(12), months.rem_euclid(12) as u32 + 1, 1);
    next.and_then(|next| next.pred_opt()).unwrap_or(NaiveDate::MAX)
}

/// Draws the scene: a PNG about 1080 pixels wide and high.
pub fn timeline(scene: &Scene) -> Vec<u8> {
    let legend = scene.legend();
    let layout = Layout::new(scene, legend.len());
    let mut picture = Picture { scene, canvas: Canvas::new(layout::WIDTH, layout.height), letters: Letters::load() };
    picture.headings(&layout);
    for row in &layout.rows {
        picture.row(row);
    }
    picture.legend(&layout, &legend);
    picture.canvas.png()
}

/// A picture on its way.
struct Picture<'a> {
    scene: &'a Scene,
    canvas: Canvas,
    letters: Letters,
}

/// Where a text stands from its anchor.
#[derive(Clone, Copy, PartialEq)]
enum Side {
    Right,
    Middle,
}

impl Picture<'_> {
    fn headings(&mut self, layout: &Layout) {
        let (left, room) = (layout::MARGIN, layout::WIDTH - 2.0 * layout::MARGIN);
        let Words { title, used, .. } = &self.scene.words;
        self.text(title, left, layout.title, layout::TITLE, room, Side::Right, INK);
        self.text(used, left, layout.used, layout::TEXT, room, Side::Right, INK);
        for number in layout::NUMBERS {
            let middle = layout::column(number) + CELL.0 / 2.0;
            self.text(&number.to_string(), middle, layout.numbers, layout::SMALL, room, Side::Middle, INK);
        }
    }

    fn row(&mut self, row: &Row) {
        let baseline = row.top + CELL.1 - 9.0;
        let room = layout::column(1) - layout::MARGIN - layout::SPACE;
        let month = &self.scene.words.months[row.month as usize];
        let used = self.text(month, layout::MARGIN, baseline, layout::TEXT, room, Side::Right, INK);
        if let Some(year) = row.year {
            let left = layout::MARGIN + used + layout::SPACE;
            self.text(&year.to_string(), left, baseline, layout::SMALL, room - used, Side::Right, GREY);
        }
        for (day, kind) in &row.days {
            self.canvas.cell(*kind, layout::column(*day), row.top);
        }
        for sign in &row.signs {
            self.canvas.frame(layout::column(sign.day), row.top);
            self.canvas.pointer(layout::column(sign.day) + CELL.0 / 2.0, row.top, sign.baseline);
        }
        for sign in &row.signs {
            self.name(&sign.words, sign.day, sign.baseline);
        }
    }

    /// Words at the end of a day's pointer, on white so that the pointer of another day does not cross them.
    fn name(&mut self, words: &str, day: u32, baseline: f32) {
        let (left, right) = (layout::MARGIN, layout::WIDTH - layout::MARGIN);
        let (width, size) = self.letters.fit(words, layout::TEXT, right - left);
        let start = (layout::column(day) + (CELL.0 - width) / 2.0).clamp(left, right - width);
        self.canvas.blank(start, baseline - size, width, size * 1.25);
        self.text(words, start, baseline, layout::TEXT, right - left, Side::Right, INK);
    }

    fn legend(&mut self, layout: &Layout, legend: &[&(Kind, String)]) {
        for ((kind, words), (left, top)) in legend.iter().zip(&layout.legend) {
            self.canvas.cell(*kind, *left, *top);
            let text = left + CELL.0 + layout::SPACE;
            let room = left + layout::LEGEND_WIDTH - text;
            self.text(words, text, top + CELL.1 - 10.0, layout::TEXT, room, Side::Right, INK);
        }
    }

    /// Writes a line and says how wide it is; smaller when there is no room.
    #[allow(clippy::too_many_arguments)]
    fn text(&mut self, text: &str, x: f32, baseline: f32, size: f32, room: f32, side: Side, colour: [u8; 3]) -> f32 {
        let (width, size) = self.letters.fit(text, size, room);
        let left = match side {
            Side::Right => x,
            Side::Middle => x - width / 2.0,
        };
        if let Some(path) = self.letters.outline(text, left, baseline, size) {
            self.canvas.fill(&path, colour);
        }
        width
    }
}

/// A scene with every kind of day, for tests.
#[cfg(test)]
pub(crate) fn sample() -> Scene {
    use Mark::{Absent, After, Lawful, Over};
    let day = |day: u32| NaiveDate::from_ymd_opt(2025, 12, day).unwrap();
    let marks = [(Absent, 20), (Lawful, 8), (Over, 2), (After, 5)];
    let marks = marks.iter().flat_map(|(mark, days)| vec![*mark; *days]).collect();
    let named = |on, words: &str| Named { day: day(on), words: words.to_string() };
    let kinds = [Kind::Here, Kind::Away, Kind::Allowed, Kind::Over, Kind::Ahead];
    Scene {
        timeline: Timeline { first: NaiveDate::from_ymd_opt(2025, 11, 20).unwrap(), marks },
        allowed_until: Some(day(21)),
        today: named(19, "today"),
        ahead: vec![named(20, "leaving"), named(21, "the last day")],
        words: Words {
            title: "Days".to_string(),
            used: "10 of 20".to_string(),
            months: [(); 12].map(|()| "Month".to_string()),
            legend: kinds.map(|kind| (kind, format!("{kind:?}"))).into(),
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Width and height as the file says them.
    fn size(png: &[u8]) -> (u32, u32) {
        let info = png::Decoder::new(std::io::Cursor::new(png)).read_info().unwrap().info().clone();
        (info.width, info.height)
    }

    #[test]
    fn the_same_scene_gives_the_same_bytes_and_another_gives_others() {
        let (one, mut other) = (sample(), sample());
        assert_eq!(timeline(&one), timeline(&one));
        other.timeline.marks[25] = Mark::Over;
        assert_ne!(timeline(&one), timeline(&other));
    }

    #[test]
    fn a_picture_is_as_wide_as_a_phone_and_no_higher() {
        let mut scene = sample();
        for days in [0, 1, 35, 180, 365, 5000] {
            scene.timeline.marks = vec![Mark::After; days];
            let (width, height) = size(&timeline(&scene));
            assert!(width == 1080 && (100..1250).contains(&height), "{days} days: {width} × {height}");
        }
    }

    #[test]
    fn the_legend_names_what_is_there_and_nothing_else() {
        let named = |scene: &Scene| scene.legend().iter().map(|(kind, _)| *kind).collect::<Vec<_>>();
        let mut scene = sample();
        assert_eq!(named(&scene), [Kind::Here, Kind::Away, Kind::Allowed, Kind::Over, Kind::Ahead]);
        scene.timeline.marks = vec![Mark::Lawful; 3];
        assert_eq!(named(&scene), [Kind::Here]);
    }

    #[test]
    fn a_picture_has_room_for_twelve_months() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day).unwrap();
        assert_eq!(last_day(day(2025, 5, 27)), day(2026, 4, 30));
        assert_eq!(last_day(day(2025, 1, 1)), day(2025, 12, 31));
        assert_eq!(last_day(day(2024, 3, 31)), day(2025, 2, 28));
        assert_eq!(last_day(NaiveDate::MAX), NaiveDate::MAX);
    }
}
