//! The terminal: each line is a message, buttons are numbered lines.
//!
//! On a terminal lines are edited and remembered until the program ends (what people ask is written to no
//! file); from a pipe they are read as they are. Same assistant, same database as elsewhere.

mod files;

use std::env::temp_dir;
use std::io::{self, BufRead, IsTerminal, Write};
use std::iter::once;
use std::sync::Arc;

use anyhow::Context;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use rustyline::DefaultEditor;
use rustyline::error::ReadlineError;

use super::typed;
use crate::assistant::{Assistant, Mind};
use crate::local_time::moment;
use crate::message::{Address, Incoming, Speaker};
use crate::store::deliveries::{self as outbox, Outcome};
use crate::store::{Channel, Store};
use crate::wording::spoken::{Attachment, Picture, Spoken};

/// Talks until the last line.
pub struct Terminal {
    pub mind: Arc<dyn Mind>,
    pub store: Store,
    /// Another day than today.
    pub on: Option<NaiveDate>,
}

impl Terminal {
    pub async fn talk(&self) -> anyhow::Result<()> {
        let assistant = Assistant::new(self.mind.clone(), self.store.clone(), None);
        outbox::release(&self.store, Channel::Terminal).await?;
        let mut lines = Lines::open()?;
        let mut id = 0;
        while let Some(line) = lines.next()? {
            let now = Utc::now();
            // No number of an earlier run comes again.
            id = now.timestamp_micros().max(id + 1);
            assistant.hear(&[self.incoming(id, &line, now)], now).await.context(UNWRITABLE)?;
            self.say_all(now.timestamp()).await?;
        }
        Ok(())
    }

    fn incoming(&self, id: i64, line: &str, now: DateTime<Utc>) -> Incoming {
        let at = self.on.map_or(now, |day| moment(day, NOON));
        Incoming { id, from: Address::Terminal, speaker: Speaker::default(), said: typed(line), replied_to: None, at }
    }

    /// Says all that waits, and what a run before this one left unsaid.
    async fn say_all(&self, now: i64) -> anyhow::Result<()> {
        loop {
            // The lease never runs out by itself: the next start gives it back.
            let due = outbox::lease(&self.store, Channel::Terminal, now, i64::MAX, 1).await?;
            let Some(due) = due.first() else { return Ok(()) };
            let spoken = self.mind.words(&due.reply, due.language, due.day);
            let outcome = if spoken.is_some() { Outcome::Sent } else { Outcome::Refused("cannot-be-worded") };
            let mut out = io::stdout().lock();
            let spoken = files::saved(spoken.unwrap_or_default(), &temp_dir());
            out.write_all(shown(&spoken).as_bytes()).and_then(|()| out.flush())?;
            outbox::settle(&self.store, &[due.settled(outcome)], now).await?;
        }
    }
}

const UNWRITABLE: &str = "the database does not take changes; is the disk full, or the file locked by another program?";

/// Far from midnight in every time zone.
const NOON: NaiveTime = NaiveTime::from_hms_opt(12, 0, 0).unwrap();

/// A reply as lines, an empty one after it. Its pictures are in characters, behind the words: those are the answer.
/// Of its files the names are shown.
pub fn shown(spoken: &Spoken) -> String {
    let buttons = spoken.buttons.iter().enumerate();
    let buttons: Vec<String> = buttons.map(|(place, button)| format!("[{}] {}", place + 1, button.label)).collect();
    let links: Vec<String> = spoken.links.iter().map(|link| format!("{}: {}", link.label, link.url)).collect();
    let pictures = spoken.pictures.iter().map(Picture::characters);
    let words = once(spoken.plain()).chain(pictures);
    let file = |file: &Attachment| format!("{}: {}", file.label, file.name);
    let files: Vec<String> = spoken.files.iter().map(file).collect();
    let blocks: Vec<String> = words.chain([links.join("\n"), files.join("\n"), buttons.join("\n")]).collect();
    blocks.iter().filter(|block| !block.is_empty()).map(|block| format!("{block}\n\n")).collect()
}

/// Where lines come from.
enum Lines {
    Edited(Box<DefaultEditor>),
    Piped(io::StdinLock<'static>),
}

impl Lines {
    fn open() -> anyhow::Result<Lines> {
        let on_terminal = io::stdin().is_terminal() && io::stdout().is_terminal();
        Ok(if on_terminal { Lines::Edited(Box::new(DefaultEditor::new()?)) } else { Lines::Piped(io::stdin().lock()) })
    }

    /// The next line; `None` at the end.
    fn next(&mut self) -> anyhow::Result<Option<String>> {
        match self {
            Lines::Edited(editor) => match editor.readline("> ") {
                Ok(line) => {
                    editor.add_history_entry(&line)?;
                    Ok(Some(line))
                }
                Err(ReadlineError::Eof | ReadlineError::Interrupted) => Ok(None),
                Err(error) => Err(error.into()),
            },
            Lines::Piped(input) => {
                let mut line = vec![];
                let read = input.read_until(b'\n', &mut line)?;
                let text = String::from_utf8_lossy(&line);
                Ok((read > 0).then(|| text.trim_end_matches(['\n', '\r']).to_string()))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::dialogue::reply::Choice;
    use crate::wording::spoken::{Block, Button, Link, words};

    #[test]
    fn buttons_are_numbered_lines() {
        let button = |label: &str| Button { label: label.into(), choice: Choice::Help };
        let spoken = Spoken {
            blocks: vec![Block::Paragraph(words("**a**")), Block::Bullets(vec![words("b")])],
            buttons: vec![button("one"), button("two")],
            ..Spoken::default()
        };
        assert_eq!(shown(&spoken), "a\n\n• b\n\n[1] one\n[2] two\n\n");
        assert_eq!(shown(&Spoken::default()), "");
        let link = Link { label: "map".into(), url: "https://example.org/?q=a%20b".parse().unwrap() };
        assert_eq!(shown(&Spoken { links: vec![link], ..Spoken::default() }), "map: https://example.org/?q=a%20b\n\n");
        let file = Attachment { label: "File".into(), name: "a.ics".into(), mime: "text/calendar", bytes: vec![] };
        assert_eq!(shown(&Spoken { files: vec![file], ..Spoken::default() }), "File: a.ics\n\n");
    }
}
