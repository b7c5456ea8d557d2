//! Shapes on white paper, and the paper as a PNG.

use tiny_skia::{Color, FillRule, Paint, Path, Pixmap, Rect, Stroke, Transform};

/// Red, green, blue.
pub(super) type Colour = [u8; 3];

pub(super) const INK: Colour = [17, 17, 17];
pub(super) const GREY: Colour = [85, 85, 85];
pub(super) const WHITE: Colour = [255, 255, 255];

/// A sheet to draw on; none when it has no size, and then nothing is drawn.
pub(super) struct Canvas(Option<Pixmap>);

impl Canvas {
    pub(super) fn new(width: f32, height: f32) -> Canvas {
        let mut pixmap = Pixmap::new(width as u32, height as u32);
        if let Some(pixmap) = &mut pixmap {
            pixmap.fill(Color::WHITE);
        }
        Canvas(pixmap)
    }

    pub(super) fn fill(&mut self, path: &Path, colour: Colour) {
        if let Some(pixmap) = &mut self.0 {
            pixmap.fill_path(path, &paint(colour), FillRule::Winding, Transform::identity(), None);
        }
    }

    pub(super) fn stroke(&mut self, path: &Path, stroke: &Stroke, colour: Colour) {
        if let Some(pixmap) = &mut self.0 {
            pixmap.stroke_path(path, &paint(colour), stroke, Transform::identity(), None);
        }
    }

    pub(super) fn rectangle(&mut self, left: f32, top: f32, width: f32, height: f32, colour: Colour) {
        if let (Some(pixmap), Some(place)) = (&mut self.0, Rect::from_xywh(left, top, width, height)) {
            let mut paint = paint(colour);
            paint.anti_alias = false;
            pixmap.fill_rect(place, &paint, Transform::identity(), None);
        }
    }

    /// White again.
    pub(super) fn blank(&mut self, left: f32, top: f32, width: f32, height: f32) {
        self.rectangle(left, top, width, height, WHITE);
    }

    /// The sheet as a file: without transparency, which a photo has not.
    pub(super) fn png(self) -> Vec<u8> {
        let Some(pixmap) = self.0 else { return Vec::new() };
        let rgb: Vec<u8> = pixmap.data().chunks_exact(4).flat_map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect();
        let mut file = Vec::new();
        let mut encoder = png::Encoder::new(&mut file, pixmap.width(), pixmap.height());
        encoder.set_color(png::ColorType::Rgb);
        encoder.set_depth(png::BitDepth::Eight);
        encoder.set_compression(png::Compression::Fast);
        let written = encoder.write_header().and_then(|mut writer| writer.write_image_data(&rgb));
        // Writing into memory fails only for an image whose bytes are not as many as its size says.
        debug_assert!(written.is_ok());
        file
    }
}

fn paint(colour: Colour) -> Paint<'static> {
    let mut paint = Paint::default();
    let [red, green, blue] = colour;
    paint.set_color_rgba8(red, green, blue, 255);
    paint
}
