//! The little Markdown that answers are written in: paragraphs, two kinds of lists, bold words.

use std::ops::Range;

/// A block of an answer. Its lines may still hold `**bold**` and `{placeholders}`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    Paragraph(String),
    Bullets(Vec<String>),
    Numbered(Vec<String>),
}

/// A section of a Markdown file: the heading's level and words, and what stands under it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Section<'a> {
    pub level: usize,
    pub heading: &'a str,
    pub body: &'a str,
    /// Bytes of the heading's words, and of the body, in the file.
    pub heading_at: Range<usize>,
    pub body_at: Range<usize>,
}

/// Splits a file at its headings of the first two levels; text before the first heading is a section
/// with an empty heading of level 0, given only when it holds more than white space.
pub fn sections(text: &str) -> Vec<Section<'_>> {
    let mut sections = Vec::new();
    let (mut level, mut heading_at, mut body_start) = (0, 0..0, 0);
    let mut line_start = 0;
    for line in text.split_inclusive('\n') {
        if let Some((next_level, words)) = heading(line) {
            push_section(&mut sections, text, level, heading_at, body_start..line_start);
            let start = line_start + (words.as_ptr() as usize - line.as_ptr() as usize);
            (level, heading_at, body_start) = (next_level, start..start + words.len(), line_start + line.len());
        }
        line_start += line.len();
    }
    push_section(&mut sections, text, level, heading_at, body_start..text.len());
    sections
}

fn push_section<'a>(
    sections: &mut Vec<Section<'a>>,
    text: &'a str,
    level: usize,
    heading_at: Range<usize>,
    body_at: Range<usize>,
) {
    let body = &text[body_at.clone()];
    if level > 0 || !body.trim().is_empty() {
        sections.push(Section { level, heading: &text[heading_at.clone()], body, heading_at, body_at });
    }
}

fn heading(line: &str) -> Option<(usize, &str)> {
    let level = line.bytes().take_while(|byte| *byte == b'#').count();
    let words = line[level..].strip_prefix(' ')?;
    (1..=2).contains(&level).then(|| (level, words.trim()))
}

/// The bullets of a section, each with its bytes in the file.
pub fn bullets<'a>(section: &Section<'a>) -> Vec<(&'a str, Range<usize>)> {
    let mut start = section.body_at.start;
    let mut found = Vec::new();
    for line in section.body.split_inclusive('\n') {
        if let Some(words) = line.strip_prefix("- ") {
            let words = words.trim_end();
            found.push((words.trim_start(), start + 2..start + 2 + words.len()));
        }
        start += line.len();
    }
    found
}

/// Reads the blocks of an answer. Lines of one paragraph are joined; a list ends its paragraph even
/// without an empty line between them.
pub fn blocks(body: &str) -> Vec<Block> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut joined = false;
    for line in body.lines().map(str::trim) {
        if line.is_empty() {
            joined = false;
            continue;
        }
        match (item(line), blocks.last_mut()) {
            (Some((true, words)), Some(Block::Numbered(items))) if joined => items.push(words.to_string()),
            (Some((false, words)), Some(Block::Bullets(items))) if joined => items.push(words.to_string()),
            (Some((true, words)), _) => blocks.push(Block::Numbered(vec![words.to_string()])),
            (Some((false, words)), _) => blocks.push(Block::Bullets(vec![words.to_string()])),
            (None, Some(Block::Paragraph(text))) if joined => {
                text.push(' ');
                text.push_str(line);
            }
            (None, Some(Block::Bullets(items) | Block::Numbered(items))) if joined => {
                if let Some(last) = items.last_mut() {
                    last.push(' ');
                    last.push_str(line);
                }
            }
            (None, _) => blocks.push(Block::Paragraph(line.to_string())),
        }
        joined = true;
    }
    blocks
}

/// The words of a list item, and whether the list is numbered.
fn item(line: &str) -> Option<(bool, &str)> {
    if let Some(words) = line.strip_prefix("- ") {
        return Some((false, words.trim()));
    }
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let words = line[digits..].strip_prefix(". ")?;
    (1..=2).contains(&digits).then(|| (true, words.trim()))
}

/// The placeholders `{name}` of a text, each with its bytes.
pub fn placeholders(text: &str) -> Vec<(&str, Range<usize>)> {
    let mut found = Vec::new();
    let mut from = 0;
    while let Some(open) = text[from..].find('{').map(|at| from + at) {
        let Some(close) = text[open..].find('}').map(|at| open + at) else { break };
        found.push((&text[open + 1..close], open..close + 1));
        from = close + 1;
    }
    found
}

/// The text with each placeholder replaced by its value; one without a value stays as it is.
pub fn fill(text: &str, value: impl Fn(&str) -> Option<String>) -> String {
    let mut filled = String::with_capacity(text.len());
    let mut from = 0;
    for (name, at) in placeholders(text) {
        filled.push_str(&text[from..at.start]);
        filled.push_str(&value(name).unwrap_or_else(|| text[at.clone()].to_string()));
        from = at.end;
    }
    filled.push_str(&text[from..]);
    filled
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_falls_into_its_sections() {
        let text = "# Title\n\nAnswer\nof two lines.\n## Asked as\n- one\n- two\n";
        let sections = sections(text);
        assert_eq!(sections.len(), 2);
        assert_eq!((sections[0].level, sections[0].heading), (1, "Title"));
        assert_eq!(blocks(sections[0].body), [Block::Paragraph("Answer of two lines.".into())]);
        let asked = bullets(&sections[1]);
        assert_eq!(asked.iter().map(|(words, _)| *words).collect::<Vec<_>>(), ["one", "two"]);
        assert_eq!(&text[asked[1].1.clone()], "two");
    }

    #[test]
    fn lists_and_paragraphs_are_told_apart_without_empty_lines() {
        let read = blocks("Do this:\n- first\n  and more\n- second\n\n1. a\n2. b\nEnd");
        assert_eq!(
            read,
            [
                Block::Paragraph("Do this:".into()),
                Block::Bullets(vec!["first and more".into(), "second".into()]),
                Block::Numbered(vec!["a".into(), "b End".into()]),
            ]
        );
    }

    #[test]
    fn placeholders_are_filled_and_unknown_ones_stay() {
        let filled = fill("{a} of {b}, {c", |name| (name == "a").then(|| "90".to_string()));
        assert_eq!(filled, "90 of {b}, {c");
    }
}
