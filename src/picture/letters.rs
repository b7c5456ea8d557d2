//! Lines of text as outlines.

use tiny_skia::{Path, PathBuilder};
use ttf_parser::{Face, GlyphId, OutlineBuilder};

const FONT: &[u8] = include_bytes!("DejaVuSans.ttf");

/// The letters of a font; none when it cannot be read, which a test rules out.
pub(super) struct Letters(Option<Face<'static>>);

impl Letters {
    pub(super) fn load() -> Letters {
        Letters(Face::parse(FONT, 0).ok())
    }

    /// Width and size of a line: the size asked for, or the one at which it fits.
    pub(super) fn fit(&self, text: &str, size: f32, room: f32) -> (f32, f32) {
        let width = self.width(text, size);
        let shrink = if width > room { room / width } else { 1.0 };
        (width * shrink, size * shrink)
    }

    fn width(&self, text: &str, size: f32) -> f32 {
        let Some(face) = &self.0 else { return 0.0 };
        glyphs(face, text).map(|(_, advance)| advance * size / em(face)).sum()
    }

    /// The line as one shape; `None` when nothing is to be seen.
    pub(super) fn outline(&self, text: &str, left: f32, baseline: f32, size: f32) -> Option<Path> {
        let face = self.0.as_ref()?;
        let scale = size / em(face);
        let mut pen = Pen { path: PathBuilder::new(), left, baseline, scale };
        for (glyph, advance) in glyphs(face, text) {
            face.outline_glyph(glyph, &mut pen);
            pen.left += advance * scale;
        }
        pen.path.finish()
    }
}

fn glyphs<'a>(face: &'a Face<'a>, text: &'a str) -> impl Iterator<Item = (GlyphId, f32)> + 'a {
    let glyph = |letter: char| face.glyph_index(letter).unwrap_or_default();
    text.chars().map(glyph).map(|glyph| (glyph, f32::from(face.glyph_hor_advance(glyph).unwrap_or_default())))
}

fn em(face: &Face) -> f32 {
    f32::from(face.units_per_em())
}

/// Draws font units, upwards, into pixels, downwards.
struct Pen {
    path: PathBuilder,
    left: f32,
    baseline: f32,
    scale: f32,
}

impl Pen {
    fn at(&self, x: f32, y: f32) -> (f32, f32) {
        (self.left + x * self.scale, self.baseline - y * self.scale)
    }
}

impl OutlineBuilder for Pen {
    fn move_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.move_to(x, y);
    }

    fn line_to(&mut self, x: f32, y: f32) {
        let (x, y) = self.at(x, y);
        self.path.line_to(x, y);
    }

    fn quad_to(&mut self, x1: f32, y1: f32, x: f32, y: f32) {
        let ((x1, y1), (x, y)) = (self.at(x1, y1), self.at(x, y));
        self.path.quad_to(x1, y1, x, y);
    }

    fn curve_to(&mut self, x1: f32, y1: f32, x2: f32, y2: f32, x: f32, y: f32) {
        let ((x1, y1), (x2, y2), (x, y)) = (self.at(x1, y1), self.at(x2, y2), self.at(x, y));
        self.path.cubic_to(x1, y1, x2, y2, x, y);
    }

    fn close(&mut self) {
        self.path.close();
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_font_has_every_letter_of_our_languages() {
        let face = Letters::load().0.unwrap();
        let letters = "aA zZ ăâîșț ĂÂÎȘȚ əğıöüçş ƏĞİÖÜÇŞ абвгдеёжзийклмнопрстуфхцчшщъыьэюя АЯЁ іїєґ ІЇЄҐ 0123456789 «»“”„—–’',.:;!?()%№…";
        let missing: String = letters.chars().filter(|letter| face.glyph_index(*letter).is_none()).collect();
        assert_eq!(missing, "");
    }

    #[test]
    fn a_line_without_room_is_written_smaller() {
        let letters = Letters::load();
        let (width, size) = letters.fit("septembrie", 40.0, 1000.0);
        assert_eq!(size, 40.0);
        let (narrow, small) = letters.fit("septembrie", 40.0, width / 2.0);
        assert!((small - 20.0).abs() < 0.01 && (narrow - width / 2.0).abs() < 0.01);
        assert!(letters.outline(" ", 0.0, 0.0, 40.0).is_none());
    }
}
