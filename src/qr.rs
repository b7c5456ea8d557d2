//! QR codes: an address as squares, for paper (SVG) and for a chat (PNG).
//!
//! Pure: the same address gives the same bytes.

use std::fmt::Write;

use qrcode::{Color, EcLevel, QrCode};

/// The white border that readers need, in modules.
const BORDER: usize = 4;
/// The width of a module in a PNG: large enough for a screen held up to another phone.
const PIXELS: usize = 10;

/// A code, drawn nowhere yet.
#[derive(Clone, Debug)]
pub struct Code {
    dark: Vec<bool>,
    width: usize,
}

impl Code {
    /// The code of a text; `None` when it is too long for one. About a seventh of it may be unreadable (level M):
    /// paper on walls gets dirty.
    pub fn of(text: &str) -> Option<Code> {
        let code = QrCode::with_error_correction_level(text, EcLevel::M).ok()?;
        let width = code.width();
        let dark = code.to_colors().into_iter().map(|color| color == Color::Dark).collect();
        Some(Code { dark, width })
    }

    fn is_dark(&self, x: usize, y: usize) -> bool {
        self.dark[y * self.width + x]
    }

    /// As one SVG element with that name for readers of the screen (already escaped).
    pub fn svg(&self, escaped_name: &str) -> String {
        let mut path = String::new();
        for y in 0..self.width {
            let mut x = 0;
            while x < self.width {
                let run = (x..self.width).take_while(|x| self.is_dark(*x, y)).count();
                if run > 0 {
                    // Writing to a string cannot fail.
                    let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + BORDER, y + BORDER);
                }
                x += run.max(1);
            }
        }
        let size = self.width + 2 * BORDER;
        format!(
            "<svg viewBox=\"0 0 {size} {size}\" role=\"img\" aria-label=\"{escaped_name}\" \
             shape-rendering=\"crispEdges\"><path d=\"{path}\"/></svg>"
        )
    }

    /// As a PNG file in black and white.
    pub fn png(&self) -> Vec<u8> {
        let modules = self.width + 2 * BORDER;
        let side = modules * PIXELS;
        let mut rows = Vec::with_capacity(side * side.div_ceil(8));
        for y in 0..modules {
            let row = self.row(y, side);
            (0..PIXELS).for_each(|_| rows.extend_from_slice(&row));
        }
        encode(&rows, side)
    }

    /// One row of pixels, eight to a byte, white where nothing is.
    fn row(&self, y: usize, side: usize) -> Vec<u8> {
        let inside = BORDER..BORDER + self.width;
        let mut row = vec![0xFF; side.div_ceil(8)];
        for pixel in 0..side {
            let x = pixel / PIXELS;
            if inside.contains(&x) && inside.contains(&y) && self.is_dark(x - BORDER, y - BORDER) {
                row[pixel / 8] &= !(0x80 >> (pixel % 8));
            }
        }
        row
    }
}

fn encode(rows: &[u8], side: usize) -> Vec<u8> {
    let mut file = Vec::new();
    let side = u32::try_from(side).unwrap_or_default();
    let mut encoder = png::Encoder::new(&mut file, side, side);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::One);
    // Neither fails: the rows fit the size, and memory takes what is written.
    if let Ok(mut writer) = encoder.write_header() {
        let _ = writer.write_image_data(rows);
    }
    file
}

#[cfg(test)]
mod tests {
    use super::*;

    const URL: &str = "https://t.me/our_bot?start=family-reunification-documents-foreigner_ru";

    /// What another library reads in a picture of grey values.
    fn read(side: usize, grey: impl FnMut(usize, usize) -> u8) -> Vec<String> {
        let mut image = rqrr::PreparedImage::prepare_from_greyscale(side, side, grey);
        image.detect_grids().iter().map(|grid| grid.decode().unwrap().1).collect()
    }

    #[test]
    fn another_library_reads_the_png() {
        let file = Code::of(URL).unwrap().png();
        let mut decoder = png::Decoder::new(std::io::Cursor::new(file));
        decoder.set_transformations(png::Transformations::EXPAND);
        let mut reader = decoder.read_info().unwrap();
        let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
        let side = reader.next_frame(&mut pixels).unwrap().width as usize;
        assert_eq!(read(side, |x, y| pixels[y * side + x]), [URL]);
    }

    #[test]
    fn another_library_reads_the_svg() {
        let svg = Code::of(URL).unwrap().svg("a name");
        let (side, dark) = squares(&svg);
        let scale = 4;
        let grey = |x: usize, y: usize| if dark.contains(&(x / scale, y / scale)) { 0 } else { 255 };
        assert_eq!(read(side * scale, grey), [URL]);
    }

    /// The dark modules that the path of an SVG draws.
    fn squares(svg: &str) -> (usize, std::collections::HashSet<(usize, usize)>) {
        let between = |from: &str, to: char| svg.split(from).nth(1).unwrap().split(to).next().unwrap();
        let side = between("viewBox=\"0 0 ", ' ').parse().unwrap();
        let mut dark = std::collections::HashSet::new();
        for run in between(" d=\"", '"').split('M').skip(1) {
            let numbers: Vec<usize> =
                run.split(|c: char| !c.is_ascii_digit()).filter_map(|number| number.parse().ok()).collect();
            dark.extend((numbers[0]..numbers[0] + numbers[2]).map(|x| (x, numbers[1])));
        }
        (side, dark)
    }

    #[test]
    fn what_is_too_long_has_no_code() {
        assert!(Code::of(&"a".repeat(10_000)).is_none());
    }
}
