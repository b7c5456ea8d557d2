//! Words into Telegram's messages: pictures, HTML, keyboards, files, and messages that are not too long. Pure.

use url::Url;

use crate::channels::escape;
use crate::picture::Scene;
use crate::wording::spoken::{AskButton, Attachment, Block, Button, Code, Link, Picture, Run, Spoken, Words};

/// Telegram's limit is 4,096 characters without the markup; counted with it, and in the longer of the two
/// units that servers count in, a message is never refused.
const LONGEST: usize = 4096;

/// The longest tags around a run.
const TAGS: usize = "<code></code>".len();

/// Two labels up to this length stand side by side on a narrow phone.
const SHORT_LABEL: usize = 16;

/// The limit for the words under a photo; they are without markup.
const LONGEST_CAPTION: usize = 1024;

/// A message as it is sent.
#[derive(Clone, Debug, PartialEq)]
pub enum OutMessage {
    Text(OutText),
    /// Drawn when it is sent: another try that goes on after it draws nothing.
    Photo {
        scene: Box<Scene>,
        caption: String,
    },
    /// A QR code of an address, drawn when it is sent.
    Code {
        url: String,
        caption: String,
    },
    Document {
        name: String,
        mime: &'static str,
        bytes: Vec<u8>,
    },
}

/// Words, and buttons under them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct OutText {
    pub html: String,
    pub keyboard: Keyboard,
}

/// What stands under a message; Telegram takes one of these a message, not two.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Keyboard {
    #[default]
    None,
    /// Rows of buttons.
    Buttons(Vec<Vec<Key>>),
    /// In place of the person's keyboard, a button of that label sends her location.
    AskLocation(String),
    /// The same, and it sends her phone number.
    AskPhone(String),
    /// That button is taken away.
    Remove,
}

/// A button under a message.
#[derive(Clone, Debug, PartialEq)]
pub struct Key {
    pub label: String,
    pub press: Press,
}

/// What pressing it does.
#[derive(Clone, Debug, PartialEq)]
pub enum Press {
    /// Tells us the code of a choice.
    Code(String),
    Open(Url),
}

/// The messages of a reply, in order: pictures, then words with the buttons under the last, then files. No pictures
/// when there are no words.
pub fn render(spoken: &Spoken) -> Vec<OutMessage> {
    let texts = texts(spoken);
    let photos = spoken.pictures.iter().map(photo).chain(spoken.codes.iter().map(code));
    let photos = photos.filter(|_| !texts.is_empty());
    let documents = spoken.files.iter().map(document);
    photos.chain(texts.iter().cloned().map(OutMessage::Text)).chain(documents).collect()
}

fn document(file: &Attachment) -> OutMessage {
    OutMessage::Document { name: file.name.clone(), mime: file.mime, bytes: file.bytes.clone() }
}

fn photo(picture: &Picture) -> OutMessage {
    OutMessage::Photo { scene: Box::new(picture.scene.clone()), caption: caption(&picture.alt) }
}

fn code(code: &Code) -> OutMessage {
    OutMessage::Code { url: code.url.clone(), caption: caption(&code.alt) }
}

fn caption(words: &str) -> String {
    let mut room = LONGEST_CAPTION;
    let fits = |letter: &char| {
        let fits = letter.len_utf16() <= room;
        room = room.saturating_sub(letter.len_utf16());
        fits
    };
    words.chars().take_while(fits).collect()
}

/// The messages with words. The button that sends something of the person's own needs a message of its own beside
/// other buttons: it is shown with the last words, and taken away with the first. Beside a single block it stays away, or
/// where it is: the other buttons go before it.
fn texts(spoken: &Spoken) -> Vec<OutText> {
    let rows = keyboard(&spoken.links, &spoken.buttons);
    let (blocks, buttons) = (spoken.blocks.as_slice(), !rows.is_empty());
    let keyboard = spoken.keyboard.as_ref().filter(|_| !buttons || blocks.len() > 1);
    let (first, last) = match keyboard {
        Some(AskButton::Location(_) | AskButton::Phone(_)) if buttons => blocks.split_at(blocks.len() - 1),
        Some(AskButton::Gone) if buttons => blocks.split_at(1),
        _ => blocks.split_at(0),
    };
    let buttons = if buttons { Keyboard::Buttons(rows) } else { Keyboard::None };
    let (of_first, of_last) = match keyboard {
        Some(AskButton::Location(label)) => (buttons, Keyboard::AskLocation(label.clone())),
        Some(AskButton::Phone(label)) => (buttons, Keyboard::AskPhone(label.clone())),
        Some(AskButton::Gone) if buttons == Keyboard::None => (Keyboard::None, Keyboard::Remove),
        Some(AskButton::Gone) => (Keyboard::Remove, buttons),
        None => (Keyboard::None, buttons),
    };
    [split(first, of_first), split(last, of_last)].concat()
}

/// Blocks as messages, with something under the last.
fn split(blocks: &[Block], keyboard: Keyboard) -> Vec<OutText> {
    let pieces = blocks.iter().flat_map(pieces);
    let mut messages: Vec<OutText> = Vec::new();
    for Piece { html, joint } in pieces.filter(|piece| !piece.html.trim().is_empty()) {
        match messages.last_mut() {
            Some(last) if length(&last.html) + length(joint) + length(&html) <= LONGEST => {
                last.html += joint;
                last.html += &html;
            }
            _ => messages.push(OutText { html, keyboard: Keyboard::None }),
        }
    }
    if let Some(last) = messages.last_mut() {
        last.keyboard = keyboard;
    }
    messages
}

/// Text that stays together, and what stands between it and the text before it.
struct Piece {
    html: String,
    joint: &'static str,
}

fn pieces(block: &Block) -> Vec<Piece> {
    let signed = |sign: String, words: &Words| {
        let sign = Run { text: sign, ..Run::default() };
        [vec![sign], words.clone()].concat()
    };
    let lines: Vec<Words> = match block {
        Block::Paragraph(words) | Block::Small(words) => vec![words.clone()],
        Block::Bullets(items) => items.iter().map(|item| signed("• ".into(), item)).collect(),
        Block::Numbered(items) => {
            items.iter().enumerate().map(|(place, item)| signed(format!("{}. ", place + 1), item)).collect()
        }
    };
    let small = matches!(block, Block::Small(_));
    let lines = lines.iter().enumerate().flat_map(|(place, line)| {
        let joint = if place == 0 { "\n\n" } else { "\n" };
        cut(line).into_iter().enumerate().map(move |(part, words)| {
            let html = html(&words);
            let html = if small { format!("<i>{html}</i>") } else { html };
            Piece { html, joint: if part == 0 { joint } else { " " } }
        })
    });
    lines.collect()
}

/// Cuts a line that is too long for one message, between words where it can be.
fn cut(line: &Words) -> Vec<Words> {
    // The tags of a short piece, and one sign that becomes `&quot;` at worst.
    let room = LONGEST - 64;
    let mut pieces = vec![Words::new()];
    let mut used = 0;
    for run in line {
        for word in run.text.split_inclusive(char::is_whitespace).flat_map(|word| chunks(word, room)) {
            // `<code></code>` may have to be closed and opened anew.
            let needed = length(&escape(word)) + TAGS;
            if used + needed > room && used > 0 {
                pieces.push(Words::new());
                used = 0;
            }
            used += needed;
            let piece = pieces
                .last_mut()
                .filter(|piece| piece.last().is_some_and(|last| (last.bold, last.copy) == (run.bold, run.copy)));
            match piece.and_then(|piece| piece.last_mut()) {
                Some(last) => last.text += word,
                None => pieces.last_mut().into_iter().for_each(|piece| {
                    piece.push(Run { text: word.into(), ..run.clone() });
                }),
            }
        }
    }
    pieces
}

/// Cuts a word that fits nowhere.
fn chunks(word: &str, room: usize) -> Vec<&str> {
    let mut chunks = vec![];
    let mut start = 0;
    let mut used = 0;
    for (place, c) in word.char_indices() {
        let needed = length(&escape(c.encode_utf8(&mut [0; 4])));
        if used + needed > room - TAGS {
            chunks.push(&word[start..place]);
            (start, used) = (place, 0);
        }
        used += needed;
    }
    chunks.push(&word[start..]);
    chunks
}

fn html(words: &Words) -> String {
    let run = |run: &Run| {
        let text = escape(&run.text);
        match run {
            _ if text.trim().is_empty() => text,
            Run { copy: true, .. } => format!("<code>{text}</code>"),
            Run { bold: true, .. } => format!("<b>{text}</b>"),
            _ => text,
        }
    };
    words.iter().map(run).collect()
}

fn length(text: &str) -> usize {
    text.encode_utf16().count()
}

/// Pages to open first, then choices; short labels two in a row, long ones each in its own.
fn keyboard(links: &[Link], buttons: &[Button]) -> Vec<Vec<Key>> {
    let links = links.iter().map(|link| Key { label: link.label.clone(), press: Press::Open(link.url.clone()) });
    let choice = |button: &Button| Key { label: button.label.clone(), press: Press::Code(button.choice.code()) };
    let short = |key: &Key| key.label.chars().count() <= SHORT_LABEL;
    let mut rows: Vec<Vec<Key>> = vec![];
    for key in links.chain(buttons.iter().map(choice)) {
        match rows.last_mut() {
            Some(row) if row.len() == 1 && short(&row[0]) && short(&key) => row.push(key),
            _ => rows.push(vec![key]),
        }
    }
    rows
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialogue::reply::Choice;
    use crate::wording::spoken::words;

    fn said(blocks: Vec<Block>) -> Vec<String> {
        texts(&Spoken { blocks, ..Spoken::default() }).into_iter().map(|message| message.html).collect()
    }

    fn paragraph(text: &str) -> Block {
        Block::Paragraph(words(text))
    }

    #[test]
    fn blocks_become_html_with_nothing_left_of_what_html_means() {
        let blocks = vec![
            paragraph("a < b & **\"c\"** > d"),
            Block::Bullets(vec![words("one"), words("two")]),
            Block::Numbered(vec![words("<i>")]),
            Block::Small(words("source")),
        ];
        let expected = "a &lt; b &amp; <b>&quot;c&quot;</b> &gt; d\n\n• one\n• two\n\n1. &lt;i&gt;\n\n<i>source</i>";
        assert_eq!(said(blocks), [expected]);
        assert_eq!(said(vec![]), [""; 0]);
        assert_eq!(said(vec![paragraph(" ")]), [""; 0]);
    }

    #[test]
    fn a_long_reply_is_split_between_paragraphs() {
        let blocks = vec![paragraph(&"а".repeat(3000)), paragraph(&"б".repeat(1000)), paragraph(&"в".repeat(100))];
        let expected = [format!("{}\n\n{}", "а".repeat(3000), "б".repeat(1000)), "в".repeat(100)];
        assert_eq!(said(blocks), expected);
    }

    #[test]
    fn no_message_is_too_long_and_no_word_is_lost() {
        let cases = [
            vec![paragraph(&"слово ".repeat(3000))],
            vec![paragraph(&format!("**{}**", "b & ".repeat(4000)))],
            vec![paragraph(&format!("`{}`", "c & ".repeat(4000)))],
            vec![paragraph(&"<".repeat(9000))],
            vec![paragraph(&"😀".repeat(5000))],
            vec![Block::Bullets(vec![words(&"пункт ".repeat(300)); 9])],
            vec![Block::Small(words(&"x".repeat(4096)))],
        ];
        for blocks in cases {
            let letters = |text: &str| text.chars().filter(|c| !c.is_whitespace()).collect::<String>();
            let before = letters(&Spoken { blocks: blocks.clone(), ..Spoken::default() }.plain());
            let messages = said(blocks);
            assert!(messages.iter().all(|html| length(html) <= LONGEST));
            assert_eq!(letters(&plain(&messages.concat())), before);
        }
    }

    fn plain(html: &str) -> String {
        let tags = ["<b>", "</b>", "<i>", "</i>", "<code>", "</code>"];
        let text = tags.iter().fold(html.to_string(), |text, tag| text.replace(tag, ""));
        text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&amp;", "&")
    }

    #[test]
    fn buttons_stand_under_the_last_message_short_ones_two_in_a_row() {
        let button = |label: &str| Button { label: label.into(), choice: Choice::Help };
        let labels = ["Help", "Topics", "Which offices are open", "About", "Privacy", "Languages"];
        let blocks = vec![paragraph(&"a".repeat(4000)), paragraph(&"b".repeat(4000))];
        let messages = texts(&Spoken { blocks, buttons: labels.map(button).into(), ..Spoken::default() });
        assert_eq!(messages[0].keyboard, Keyboard::None);
        let Keyboard::Buttons(rows) = &messages[1].keyboard else { panic!("no buttons") };
        assert_eq!(rows.iter().map(Vec::len).collect::<Vec<_>>(), [2, 1, 2, 1]);
        assert_eq!(rows[0][1], Key { label: "Topics".into(), press: Press::Code("help".into()) });
    }

    #[test]
    fn pages_to_open_stand_before_the_choices() {
        let url: Url = "https://example.org/?q=a%20b".parse().unwrap();
        let links = vec![Link { label: "Map".into(), url: url.clone() }];
        let buttons = vec![Button { label: "Help".into(), choice: Choice::Help }];
        let messages = texts(&Spoken { blocks: vec![paragraph("a")], buttons, links, ..Spoken::default() });
        let Keyboard::Buttons(rows) = &messages[0].keyboard else { panic!("no buttons") };
        assert_eq!(rows[0][0], Key { label: "Map".into(), press: Press::Open(url) });
        assert_eq!(rows[0][1].press, Press::Code("help".into()));
    }

    #[test]
    fn the_button_that_asks_never_takes_the_place_of_others() {
        let help = Button { label: "Help".into(), choice: Choice::Help };
        let (location, phone) = (AskButton::Location("Here".into()), AskButton::Phone("Mine".into()));
        for (keyboard, buttons, expected) in [
            (location.clone(), 0, vec![("a b", "location")]),
            (location.clone(), 1, vec![("a", "buttons"), ("b", "location")]),
            (phone.clone(), 0, vec![("a b", "phone")]),
            (phone, 1, vec![("a", "buttons"), ("b", "phone")]),
            (AskButton::Gone, 0, vec![("a b", "remove")]),
            (AskButton::Gone, 1, vec![("a", "remove"), ("b", "buttons")]),
            (AskButton::Gone, 0, vec![("a", "remove")]),
            (AskButton::Gone, 1, vec![("a", "buttons")]),
            (location, 1, vec![("a", "buttons")]),
        ] {
            let blocks = expected.iter().flat_map(|(text, _)| text.split(' ')).map(paragraph).collect();
            let buttons = vec![help.clone(); buttons];
            let messages = texts(&Spoken { blocks, buttons, keyboard: Some(keyboard), ..Spoken::default() });
            let kind = |message: &OutText| match message.keyboard {
                Keyboard::None => "none",
                Keyboard::Buttons(_) => "buttons",
                Keyboard::AskLocation(_) => "location",
                Keyboard::AskPhone(_) => "phone",
                Keyboard::Remove => "remove",
            };
            let gone: Vec<_> =
                messages.iter().map(|message| (message.html.replace("\n\n", " "), kind(message))).collect();
            let expected: Vec<_> = expected.into_iter().map(|(text, kind)| (text.to_string(), kind)).collect();
            assert_eq!(gone, expected);
        }
    }

    #[test]
    fn what_is_to_be_copied_is_code() {
        assert_eq!(said(vec![paragraph("a `str. A & B 1`")]), ["a <code>str. A &amp; B 1</code>"]);
    }

    #[test]
    fn a_picture_stands_before_the_words_and_never_alone() {
        let picture = Picture { scene: crate::picture::sample(), alt: "😀".repeat(600) };
        let spoken = |blocks| Spoken { pictures: vec![picture.clone()], blocks, ..Spoken::default() };
        let messages = render(&spoken(vec![paragraph("a")]));
        let [OutMessage::Photo { caption, .. }, OutMessage::Text(text)] = &messages[..] else { panic!("{messages:?}") };
        assert_eq!((length(caption), text.html.as_str()), (LONGEST_CAPTION, "a"));
        assert_eq!(render(&spoken(vec![])), []);
    }

    #[test]
    fn files_stand_after_the_words_with_the_buttons() {
        let file = |name: &str| Attachment {
            label: "File".into(),
            name: name.into(),
            mime: "text/calendar",
            bytes: name.into(),
        };
        let (blocks, files) = (vec![paragraph("a")], vec![file("b"), file("c")]);
        let buttons = vec![Button { label: "Help".into(), choice: Choice::Help }];
        let messages = render(&Spoken { blocks, buttons, files: files.clone(), ..Spoken::default() });
        assert!(matches!(&messages[0], OutMessage::Text(text) if text.keyboard != Keyboard::None), "{messages:?}");
        assert_eq!(messages[1..], [document(&files[0]), document(&files[1])]);
    }
}
