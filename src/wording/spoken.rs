//! A reply in words, without the markup of any channel.

use url::Url;

use crate::dialogue::reply::Choice;
use crate::picture::{self, Scene};
use crate::stay;

/// What a person will read, and the buttons under it.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Spoken {
    /// Shown beside the words, which say the same.
    pub pictures: Vec<Picture>,
    pub codes: Vec<Code>,
    pub blocks: Vec<Block>,
    pub buttons: Vec<Button>,
    /// Pages to open, before the buttons.
    pub links: Vec<Link>,
    /// After the words.
    pub files: Vec<Attachment>,
    pub keyboard: Option<AskButton>,
}

/// A QR code, drawn only where it is shown.
#[derive(Clone, Debug, PartialEq)]
pub struct Code {
    pub url: String,
    /// What it opens.
    pub alt: String,
}

/// A button that opens a page.
#[derive(Clone, Debug, PartialEq)]
pub struct Link {
    pub label: String,
    pub url: Url,
}

/// A file to keep.
#[derive(Clone, Debug, PartialEq)]
pub struct Attachment {
    /// What stands before its name, where a channel shows that as words.
    pub label: String,
    pub name: String,
    pub mime: &'static str,
    pub bytes: Vec<u8>,
}

/// What becomes of the button that sends something of the person's own, where a channel has one: with its label.
#[derive(Clone, Debug, PartialEq)]
pub enum AskButton {
    /// Where she is.
    Location(String),
    /// Her phone number.
    Phone(String),
    /// It is taken away.
    Gone,
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

/// A line of text in runs, each bold, or to be copied, or neither.
pub type Words = Vec<Run>;

#[derive(Clone, Debug, Default, PartialEq)]
pub struct Run {
    pub text: String,
    pub bold: bool,
    /// A tap copies it, where a channel can do that.
    pub copy: bool,
}

/// A button: what it says and what it means.
#[derive(Clone, Debug, PartialEq)]
pub struct Button {
    pub label: String,
    pub choice: Choice,
}

/// Reads `**bold**` marks, and backticks around what is to be copied; marks without a partner stay as they are.
pub fn words(text: &str) -> Words {
    let bold = |(text, bold): (String, bool)| {
        let copied = if bold { vec![(text, false)] } else { marked(&text, "`") };
        copied.into_iter().map(move |(text, copy)| Run { text, bold, copy })
    };
    marked(text, "**").into_iter().flat_map(bold).collect()
}

/// The pieces of a text, each with whether it stands between two marks.
fn marked(text: &str, mark: &str) -> Vec<(String, bool)> {
    let mut found: Vec<(String, bool)> = Vec::new();
    let pieces: Vec<&str> = text.split(mark).collect();
    let pairs = (pieces.len() - 1) / 2;
    for (place, piece) in pieces.iter().enumerate() {
        let unpaired = place > pairs * 2;
        match found.last_mut().filter(|_| unpaired) {
            Some(last) => last.0 += &format!("{mark}{piece}"),
            None if piece.is_empty() && !unpaired => {}
            None if unpaired => found.push((format!("{mark}{piece}"), false)),
            None => found.push((piece.to_string(), place % 2 == 1)),
        }
    }
    found
}

/// The line without its marks.
pub fn plain(words: &Words) -> String {
    words.iter().map(|run| run.text.as_str()).collect()
}

impl Spoken {
    /// The reply as plain text: list signs and numbers in characters, blocks apart by an empty line.
    /// Pictures, files and buttons are left out: a channel shows them in its own way.
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
        assert_eq!(read("** b"), [("** b".into(), false)]);
    }

    #[test]
    fn what_is_to_be_copied_stands_between_backticks() {
        let read = |text: &str| words(text).into_iter().map(|run| (run.text, run.copy)).collect::<Vec<_>>();
        assert_eq!(
            read("a `b` **c**"),
            [("a ".into(), false), ("b".into(), true), (" ".into(), false), ("c".into(), false)]
        );
        assert_eq!(read("a ` b"), [("a ` b".into(), false)]);
        assert_eq!(plain(&words("a `b`")), "a b");
    }
}
