//! A reply in words, without the markup of any channel.

use crate::dialogue::reply::Choice;
use crate::picture::{self, Scene};
use crate::stay;

/// What a person will read, and the buttons under it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spoken {
    /// Shown before the words, which say the same.
    pub pictures: Vec<Picture>,
    pub blocks: Vec<Block>,
    pub buttons: Vec<Button>,
}

/// A picture, drawn only where it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    pub scene: Scene,
    /// What it shows, in one or two sentences.
    pub alt: String,
}

impl Picture {
    /// The picture as a file.
    pub fn png(&self) -> Vec<u8> {
        picture::timeline(&self.scene)
    }

    /// The picture in characters, and what each of them means.
    pub fn characters(&self) -> String {
        let legend = self.scene.legend().into_iter().map(|(kind, words)| format!("{} {words}", kind.mark().sign()));
        format!("{}\n{}", stay::characters(&self.scene.timeline), legend.collect::<Vec<_>>().join("   "))
    }
}

/// A block of text.
#[derive(Clone, Debug, PartialEq)]
pub enum Block {
    Paragraph(Words),
    Bullets(Vec<Words>),
    Numbered(Vec<Words>),
    /// The source line: small, last.
    Small(Words),
}

/// A line of text in runs, each bold or not.
pub type Words = Vec<Run>;

#[derive(Clone, Debug, PartialEq)]
pub struct Run {
    pub text: String,
    pub bold: bool,
}

/// A button: what it says and what it means.
#[derive(Clone, Debug, PartialEq)]
pub struct Button {
    pub label: String,
    pub choice: Choice,
}

/// Reads `**bold**` marks; marks without a partner stay as they are.
pub fn words(text: &str) -> Words {
    let mut runs = Words::new();
    let pieces: Vec<&str> = text.split("**").collect();
    let pairs = (pieces.len() - 1) / 2;
    for (place, piece) in pieces.iter().enumerate() {
        let unpaired = place > pairs * 2;
        match runs.last_mut().filter(|_| unpaired) {
            Some(last) => last.text += &format!("**{piece}"),
            None if piece.is_empty() => {}
            None => runs.push(Run { text: piece.to_string(), bold: place % 2 == 1 && !unpaired }),
        }
    }
    runs
}

/// The line without its marks.
pub fn plain(words: &Words) -> String {
    words.iter().map(|run| run.text.as_str()).collect()
}

impl Spoken {
    /// The reply as plain text: list signs and numbers in characters, blocks apart by an empty line.
    /// Pictures and buttons are left out: a channel shows them in its own way.
    pub fn plain(&self) -> String {
        let blocks: Vec<String> = self.blocks.iter().map(Block::plain).collect();
        blocks.join("\n\n")
    }
}

impl Block {
    /// The block as plain text.
    pub fn plain(&self) -> String {
        match self {
            Block::Paragraph(words) | Block::Small(words) => plain(words),
            Block::Bullets(items) => lines(items.iter().map(|item| format!("• {}", plain(item)))),
            Block::Numbered(items) => {
                lines(items.iter().enumerate().map(|(place, item)| format!("{}. {}", place + 1, plain(item))))
            }
        }
    }
}

fn lines(lines: impl Iterator<Item = String>) -> String {
    lines.collect::<Vec<_>>().join("\n")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bold_marks_become_runs_and_lonely_marks_stay() {
        let read = |text: &str| words(text).into_iter().map(|run| (run.text, run.bold)).collect::<Vec<_>>();
        assert_eq!(read("a **b** c"), [("a ".into(), false), ("b".into(), true), (" c".into(), false)]);
        assert_eq!(read("a ** b"), [("a ** b".into(), false)]);
    }
}
