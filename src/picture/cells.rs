//! What each kind of day looks like: a pattern of its own, readable without colours.
//!
//! The colours are those of Okabe and Ito, told apart with every kind of colour blindness.

use tiny_skia::{LineCap, PathBuilder, Stroke};

use super::canvas::{Canvas, Colour, INK, WHITE};
use super::layout::CELL;
use crate::stay::Mark;

/// What a day is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Not in the country: empty.
    Away,
    /// In the country, within what is allowed: full.
    Here,
    /// In the country, over what is allowed: a cross.
    Over,
    /// To come, and allowed: stripes.
    Allowed,
    /// To come: a dot.
    Ahead,
}

impl Kind {
    /// The mark that a day of this kind has.
    pub fn mark(self) -> Mark {
        match self {
            Kind::Away => Mark::Absent,
            Kind::Here => Mark::Lawful,
            Kind::Over => Mark::Over,
            Kind::Allowed | Kind::Ahead => Mark::After,
        }
    }
}

const BLUE: Colour = [0, 85, 153];
const LIGHT_BLUE: Colour = [85, 170, 238];
const VERMILION: Colour = [204, 68, 0];
const EDGE: Colour = [136, 136, 136];
const DOT: Colour = [102, 102, 102];
const STRIPES_APART: f32 = 11.0;

impl Canvas {
    /// The cell of a day.
    pub(super) fn cell(&mut self, kind: Kind, left: f32, top: f32) {
        match kind {
            Kind::Away => self.edge(left, top, EDGE),
            Kind::Here => self.rectangle(left, top, CELL.0, CELL.1, BLUE),
            Kind::Over => {
                self.rectangle(left, top, CELL.0, CELL.1, VERMILION);
                self.cross(left, top);
            }
            Kind::Allowed => {
                self.stripes(left, top);
                self.edge(left, top, BLUE);
            }
            Kind::Ahead => {
                self.edge(left, top, EDGE);
                let dot = PathBuilder::from_circle(left + CELL.0 / 2.0, top + CELL.1 / 2.0, 3.5);
                dot.into_iter().for_each(|dot| self.fill(&dot, DOT));
            }
        }
    }

    /// A thick frame around a cell that has a name.
    pub(super) fn frame(&mut self, left: f32, top: f32) {
        let (width, height) = CELL;
        for (x, y, w, h) in [
            (left - 3.0, top - 3.0, width + 6.0, 5.0),
            (left - 3.0, top + height - 2.0, width + 6.0, 5.0),
            (left - 3.0, top - 3.0, 5.0, height + 6.0),
            (left + width - 2.0, top - 3.0, 5.0, height + 6.0),
        ] {
            self.rectangle(x, y, w, h, INK);
        }
    }

    /// A line from a cell to its name above or below.
    pub(super) fn pointer(&mut self, x: f32, top: f32, baseline: f32) {
        let below = baseline > top;
        let (from, to) = if below { (top + CELL.1, baseline - 28.0) } else { (baseline + 8.0, top) };
        self.rectangle(x - 2.0, from, 4.0, to - from, INK);
    }

    fn edge(&mut self, left: f32, top: f32, colour: Colour) {
        let (width, height) = CELL;
        for (x, y, w, h) in [
            (left, top, width, 2.0),
            (left, top + height - 2.0, width, 2.0),
            (left, top, 2.0, height),
            (left + width - 2.0, top, 2.0, height),
        ] {
            self.rectangle(x, y, w, h, colour);
        }
    }

    fn cross(&mut self, left: f32, top: f32) {
        let (half, x, y) = (CELL.0 / 2.0 - 5.0, left + CELL.0 / 2.0, top + CELL.1 / 2.0);
        let mut lines = PathBuilder::new();
        lines.move_to(x - half, y - half);
        lines.line_to(x + half, y + half);
        lines.move_to(x - half, y + half);
        lines.line_to(x + half, y - half);
        let stroke = Stroke { width: 5.0, line_cap: LineCap::Round, ..Stroke::default() };
        lines.finish().into_iter().for_each(|lines| self.stroke(&lines, &stroke, WHITE));
    }

    fn stripes(&mut self, left: f32, top: f32) {
        // The ends of a thick line stand out: they end under the edge.
        let (width, height, left, top) = (CELL.0 - 4.0, CELL.1 - 4.0, left + 2.0, top + 2.0);
        let mut lines = PathBuilder::new();
        let places = (1..).map(|place| place as f32 * STRIPES_APART).take_while(|place| *place < width + height);
        for place in places {
            let (start, end) = ((place - height).max(0.0), place.min(width));
            lines.move_to(left + start, top + place - start);
            lines.line_to(left + end, top + place - end);
        }
        let stroke = Stroke { width: 4.0, ..Stroke::default() };
        lines.finish().into_iter().for_each(|lines| self.stroke(&lines, &stroke, LIGHT_BLUE));
    }
}
