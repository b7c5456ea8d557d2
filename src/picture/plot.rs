//! Lines over two axes, for those who judge the understanding: with the shapes and letters of the other picture, so
//! that no plotting crate is needed for two small figures.
//!
//! Lines differ by how they are broken, not by colour alone, and each is named in the legend.

use tiny_skia::{PathBuilder, Stroke, StrokeDash};

use super::canvas::{Canvas, GREY, INK};
use super::letters::Letters;

/// What to draw; the axes begin at nought.
#[derive(Clone, Debug)]
pub struct Plot {
    pub title: String,
    pub across: String,
    pub upwards: String,
    /// Where the axes end.
    pub right: f32,
    pub top: f32,
    pub series: Vec<Series>,
}

/// A line through points.
#[derive(Clone, Debug)]
pub struct Series {
    /// Left out of the legend when it is empty.
    pub name: String,
    pub points: Vec<(f32, f32)>,
}

const SIZE: (f32, f32) = (960.0, 640.0);
/// The corners of the field: left, top, right, bottom.
const FIELD: (f32, f32, f32, f32) = (90.0, 110.0, 930.0, 550.0);
const TEXT: f32 = 20.0;
const TITLE: f32 = 28.0;
/// So many steps an axis has.
const STEPS: u8 = 5;
const RULE: [u8; 3] = [221, 221, 221];
const COLOURS: [[u8; 3]; 4] = [[0, 68, 136], [187, 85, 0], [0, 119, 68], [136, 34, 102]];
/// How the lines are broken: on, off.
const DASHES: [&[f32]; 4] = [&[], &[14.0, 7.0], &[4.0, 6.0], &[14.0, 6.0, 4.0, 6.0]];

/// Draws it: a PNG.
pub fn plot(plot: &Plot) -> Vec<u8> {
    let (canvas, letters) = (Canvas::new(SIZE.0, SIZE.1), Letters::load());
    let mut drawing = Drawing { plot, canvas, letters, legend: FIELD.0 };
    drawing.axes();
    for (number, series) in plot.series.iter().enumerate() {
        drawing.line(number, &series.points);
        drawing.legend(number, &series.name);
    }
    drawing.canvas.png()
}

struct Drawing<'a> {
    plot: &'a Plot,
    canvas: Canvas,
    letters: Letters,
    /// Where the next name of the legend begins.
    legend: f32,
}

impl Drawing<'_> {
    /// A point of the field in pixels.
    fn at(&self, (x, y): (f32, f32)) -> (f32, f32) {
        let (left, top, right, bottom) = FIELD;
        let (x, y) = ((x / self.plot.right).clamp(0.0, 1.0), (y / self.plot.top).clamp(0.0, 1.0));
        (left + x * (right - left), bottom - y * (bottom - top))
    }

    fn axes(&mut self) {
        let Plot { title, across, upwards, right, top, .. } = self.plot;
        let (left, field_top, field_right, bottom) = FIELD;
        self.text(title, left, 40.0, TITLE);
        for step in 0..=STEPS {
            let share = f32::from(step) / f32::from(STEPS);
            let (x, y) = self.at((share * right, share * top));
            self.stroke(&[(x, field_top), (x, bottom)], &Stroke::default(), RULE);
            self.stroke(&[(left, y), (field_right, y)], &Stroke::default(), RULE);
            self.text(&format!("{:.0}", share * right), x - TEXT / 2.0, bottom + 28.0, TEXT);
            self.text(&format!("{:.0}", share * top), left - 46.0, y + TEXT / 3.0, TEXT);
        }
        self.stroke(&[(left, field_top), (left, bottom), (field_right, bottom)], &wide(2.0, 0), GREY);
        self.text(across, left, SIZE.1 - 24.0, TEXT);
        self.text(upwards, left, 70.0, TEXT);
    }

    fn line(&mut self, number: usize, points: &[(f32, f32)]) {
        let places: Vec<(f32, f32)> = points.iter().map(|point| self.at(*point)).collect();
        self.stroke(&places, &wide(3.0, number), COLOURS[number % COLOURS.len()]);
    }

    /// A stretch of the line with its name, beside those of the lines before it.
    fn legend(&mut self, number: usize, name: &str) {
        if name.is_empty() {
            return;
        }
        let (left, y) = (self.legend, 92.0);
        self.stroke(&[(left, y), (left + 50.0, y)], &wide(3.0, number), COLOURS[number % COLOURS.len()]);
        self.legend = left + 58.0 + self.text(name, left + 58.0, y + TEXT / 3.0, TEXT) + TEXT;
    }

    fn stroke(&mut self, places: &[(f32, f32)], stroke: &Stroke, colour: [u8; 3]) {
        let mut path = PathBuilder::new();
        for (number, (x, y)) in places.iter().enumerate() {
            if number == 0 { path.move_to(*x, *y) } else { path.line_to(*x, *y) }
        }
        if let Some(path) = path.finish() {
            self.canvas.stroke(&path, stroke, colour);
        }
    }

    /// Writes a line and says how wide it is.
    fn text(&mut self, text: &str, left: f32, baseline: f32, size: f32) -> f32 {
        let (width, size) = self.letters.fit(text, size, SIZE.0 - left);
        if let Some(path) = self.letters.outline(text, left, baseline, size) {
            self.canvas.fill(&path, INK);
        }
        width
    }
}

fn wide(width: f32, number: usize) -> Stroke {
    let dash = StrokeDash::new(DASHES[number % DASHES.len()].to_vec(), 0.0);
    Stroke { width, dash, ..Stroke::default() }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn drawn(points: &[(f32, f32)]) -> Vec<u8> {
        let series = vec![Series { name: "a".into(), points: points.to_vec() }];
        let words = || "x".to_string();
        plot(&Plot { title: words(), across: words(), upwards: words(), right: 100.0, top: 10.0, series })
    }

    #[test]
    fn the_same_values_give_the_same_picture_and_others_another() {
        let points = [(0.0, 0.0), (50.0, 2.0), (100.0, 9.0)];
        assert_eq!(drawn(&points), drawn(&points));
        assert_ne!(drawn(&points), drawn(&points[..2]));
        assert_eq!(drawn(&points)[..8], [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n']);
    }

    #[test]
    fn nothing_and_what_lies_outside_are_drawn_too() {
        for points in [&[][..], &[(50.0, 5.0)], &[(-1.0, 500.0), (1000.0, f32::NAN)]] {
            assert!(drawn(points).len() > 1000);
        }
    }
}
