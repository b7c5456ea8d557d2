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
        let codes: Vec<u16> = pixmap.data().chunks_exact(4).map(|pixel| code([pixel[0], pixel[1], pixel[2]])).collect();
        file(pixmap.width(), pixmap.height(), &codes)
    }
}

/// A colour in sixteen steps of red, green and blue: the eye sees none of them, and a file with a list of its few
/// colours is a fifth as large.
fn code(colour: Colour) -> u16 {
    colour.iter().fold(0, |code, part| (code << 4) | ((u16::from(*part) + 8) / 17))
}

fn colour(code: u16) -> Colour {
    [code >> 8, code >> 4, code].map(|part| (part & 15) as u8 * 17)
}

/// How many codes there are.
const CODES: usize = 1 << 12;

/// The pixels as a file; with a list of its colours when they are few enough for one.
fn file(width: u32, height: u32, codes: &[u16]) -> Vec<u8> {
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_depth(png::BitDepth::Eight);
    // Of all settings the one that is small and quick: 50 kB in 13 ms. Most rows are like the one above.
    encoder.set_deflate_compression(png::DeflateCompression::Level(1));
    encoder.set_filter(png::Filter::Up);
    let data: Vec<u8> = match Palette::of(codes) {
        Some(Palette { colours, places }) => {
            encoder.set_color(png::ColorType::Indexed);
            encoder.set_palette(colours.concat());
            codes.iter().map(|code| places[usize::from(*code)]).collect()
        }
        None => {
            encoder.set_color(png::ColorType::Rgb);
            codes.iter().flat_map(|code| colour(*code)).collect()
        }
    };
    let written = encoder.write_header().and_then(|mut writer| writer.write_image_data(&data));
    // Writing into memory fails only when there are not as many bytes as width and height say.
    debug_assert!(written.is_ok());
    bytes
}

/// The colours of a picture, and the place of each code among them.
struct Palette {
    colours: Vec<Colour>,
    places: [u8; CODES],
}

impl Palette {
    /// `None` when there are more than a byte can tell apart.
    fn of(codes: &[u16]) -> Option<Palette> {
        let mut there = [false; CODES];
        codes.iter().for_each(|code| there[usize::from(*code)] = true);
        let mut palette = Palette { colours: Vec::new(), places: [0; CODES] };
        for code in (0..).take(CODES).filter(|code| there[usize::from(*code)]) {
            palette.places[usize::from(code)] = u8::try_from(palette.colours.len()).ok()?;
            palette.colours.push(colour(code));
        }
        Some(palette)
    }
}

fn paint(colour: Colour) -> Paint<'static> {
    let mut paint = Paint::default();
    let [red, green, blue] = colour;
    paint.set_color_rgba8(red, green, blue, 255);
    paint
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(file: &[u8]) -> Vec<Colour> {
        let mut decoder = png::Decoder::new(std::io::Cursor::new(file));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut bytes = vec![0; reader.output_buffer_size().unwrap()];
        let info = reader.next_frame(&mut bytes).unwrap();
        bytes[..info.buffer_size()].chunks_exact(3).map(|pixel| [pixel[0], pixel[1], pixel[2]]).collect()
    }

    #[test]
    fn a_file_holds_every_pixel_with_few_colours_and_with_many() {
        for colours in [1, 2, 256, 257, 2000] {
            let codes: Vec<u16> = (0..2000).map(|at| at % colours).collect();
            let expected: Vec<Colour> = codes.iter().map(|code| colour(*code)).collect();
            assert_eq!(read(&file(100, 20, &codes)), expected, "{colours} colours");
        }
    }

    #[test]
    fn our_colours_are_not_changed_and_others_little() {
        for ours in [INK, GREY, WHITE, [0, 0, 0]] {
            assert_eq!(colour(code(ours)), ours);
        }
        assert_eq!(colour(code([8, 9, 250])), [0, 17, 255]);
    }
}
