//! What the tests of the service share.
#![allow(dead_code)]

pub mod bot;
pub mod bot_api;
pub mod content;
pub mod random;

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, ChildStderr, Command};
use std::sync::Arc;

use bot_api::TOO_LONG;
use popas::assistant::Mind;
use popas::dialogue::desk::DeskSituation;
use popas::dialogue::handing::{Handed, Handing};
use popas::dialogue::phrase::Phrase;
use popas::dialogue::reply::{Choice, Part, Reply};
use popas::dialogue::{Effect, Memory, Situation, Turn};
use popas::engine::sharing::{Shared, Shelf, Sought};
use popas::faq::EntryId;
use popas::follow_ups::FollowUp;
use popas::language::Language;
use popas::links::{self, Link, Target};
use popas::message::Said;
use popas::picture::{Kind, Named, Scene, Words};
use popas::settings::Desk;
use popas::stay::{Mark, Timeline};
use popas::store::Store;
use popas::wording::spoken::{AskButton, Attachment, Block, Button, Picture, Spoken, words};

/// A database of its own for each test; it is deleted with the folder.
pub struct Database {
    pub folder: tempfile::TempDir,
    pub url: String,
}

impl Database {
    pub fn new() -> Database {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}/popas.db", folder.path().display());
        Database { folder, url }
    }

    pub async fn open(&self) -> Store {
        Store::open(&self.url).await.unwrap()
    }

    /// Waits until a running service has noted which matter a message is about: it is told the message's number only
    /// after the chat has the message. A person takes longer to answer than that, a test may not.
    pub async fn until_noted(&self, chat: i64, message: i64) -> i64 {
        let pool = sqlx::SqlitePool::connect(&self.url).await.unwrap();
        let select = "select hand_over from desk_messages where chat = $1 and message = $2";
        let look = async {
            loop {
                let row = sqlx::query_scalar(select).bind(chat).bind(message).fetch_optional(&pool).await.unwrap();
                match row {
                    Some(hand_over) => return hand_over,
                    None => tokio::task::yield_now().await,
                }
            }
        };
        tokio::time::timeout(bot_api::TOO_LONG, look).await.expect("the matter of the message is noted")
    }
}

/// The settings of a service without a call centre.
pub fn no_desk() -> Desk {
    desk_settings(&[])
}

/// The settings of a service whose call centre is in that chat, in English.
pub fn desk_in(chat: i64) -> Desk {
    desk_settings(&["--desk", &chat.to_string(), "--desk-language", "en"])
}

/// The settings of a call centre by their flags.
pub fn desk_settings(flags: &[&str]) -> Desk {
    #[derive(clap::Parser)]
    struct Settings {
        #[command(flatten)]
        desk: Desk,
    }
    let flags = ["popas"].iter().chain(flags);
    <Settings as clap::Parser>::parse_from(flags).desk
}

/// Reads the program's log until that stands in a line of it.
pub async fn until_logged(log: BufReader<ChildStderr>, words: &'static str) -> BufReader<ChildStderr> {
    let read = move || {
        let mut log = log;
        let found = log.by_ref().lines().any(|line| line.unwrap().contains(words));
        assert!(found, "never logged: {words}");
        log
    };
    // The server answers meanwhile.
    let read = tokio::task::spawn_blocking(read);
    tokio::time::timeout(TOO_LONG, read).await.unwrap_or_else(|_| panic!("never logged: {words}")).unwrap()
}

/// A program that ends with its test, also with one that fails.
pub struct Running(pub Child);

impl Drop for Running {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Running {
    /// Ends it as an operator does; true when it ended well.
    pub async fn end(mut self) -> bool {
        let told = Command::new("kill").args(["-TERM", &self.0.id().to_string()]).status().unwrap();
        // The server answers meanwhile.
        let ended = tokio::task::spawn_blocking(move || self.0.wait().unwrap().success());
        told.success() && tokio::time::timeout(TOO_LONG, ended).await.expect("it ends").unwrap()
    }
}

/// A mind whose answers can be foreseen: it says back what it heard.
pub fn echo() -> Arc<dyn Mind> {
    Arc::new(Echo)
}

struct Echo;

impl Mind for Echo {
    fn decide(&self, situation: &Situation, said: &Said) -> Turn {
        decide(situation, said)
    }

    fn at_desk(&self, situation: &DeskSituation, said: &Said) -> Option<Turn> {
        Some(decide(&Situation::new(situation.today), said))
    }

    fn remind(&self, follow_up: &FollowUp, _: &Memory, _: chrono::DateTime<chrono::Utc>) -> Option<Reply> {
        Some(say(&format!("reminder {}", follow_up.id.0)))
    }

    fn meanings(&self) -> Vec<(EntryId, u32)> {
        Vec::new()
    }

    fn speak(&self, reply: &Reply, language: Language, _: chrono::NaiveDate) -> Spoken {
        speak(reply, language)
    }

    fn hand_out(&self, _: &Handing, _: &Said) -> Option<Handed> {
        None
    }

    fn shelf(&self, sought: &Sought<'_>) -> Shelf {
        shelf(sought)
    }

    fn command_descriptions(&self, language: Language) -> Vec<(&'static str, String)> {
        vec![("help", format!("help in {language}"))]
    }

    fn staff_command_descriptions(&self, language: Language) -> Vec<(&'static str, String)> {
        vec![("queue", format!("queue in {language}"))]
    }
}

fn decide(situation: &Situation, said: &Said) -> Turn {
    let mut memory = situation.memory.clone();
    let mut effects = vec![];
    let text = match said {
        Said::Text(text) if text == "panic" => panic!("asked to"),
        Said::Text(text) if text == "forget me" => {
            effects.push(Effect::Forget);
            "forgotten".into()
        }
        Said::Text(text) if text == "who am I" => format!("first contact: {}", situation.first_contact),
        Said::Text(text) if text == "nothing" => {
            return Turn { memory, language: Language::En, reply: Reply::default(), effects };
        }
        Said::Text(text) | Said::Edited(text) | Said::Forwarded(text) => text.clone(),
        Said::Choice(Choice::Language(language)) => {
            memory.language = Some(*language);
            memory.language_chosen = true;
            format!("language {language}")
        }
        Said::Start(payload) if !payload.is_empty() => {
            let name = Link::read(payload).map_or_else(|| links::BROKEN.into(), |link| link.to.to_string());
            effects.push(Effect::LinkOpened { name });
            payload.clone()
        }
        said => format!("{said:?}"),
    };
    memory.offered = vec![Choice::Help];
    let language = memory.language.unwrap_or(Language::En);
    Turn { memory, language, reply: say(&text), effects }
}

/// A reply that says just that.
pub fn say(text: &str) -> Reply {
    Reply { parts: vec![Part::Say(Phrase::InGroup { link: text.into() })], choices: vec![Choice::Help] }
}

fn speak(reply: &Reply, language: Language) -> Spoken {
    let said = |part: &Part| match part {
        Part::Say(Phrase::InGroup { link }) => link.clone(),
        Part::Say(phrase) => phrase.key().into(),
        _ => String::new(),
    };
    let lines = reply.parts.iter().map(said).collect::<Vec<_>>().join("\n");
    assert_ne!(lines, "no words", "asked to");
    let blocks = lines.split('\n').map(|line| Block::Paragraph(words(line))).collect();
    let button = |choice: &Choice| Button { label: format!("{} {language}", choice.code()), choice: choice.clone() };
    let pictures = if lines.ends_with("picture") { vec![picture()] } else { vec![] };
    let files = if lines.ends_with("files") { vec![file("a.ics"), file("b.ics")] } else { vec![] };
    let keyboard = lines.ends_with("your number?").then(|| AskButton::Phone("My number".into()));
    let buttons = reply.choices.iter().map(button).collect();
    Spoken { pictures, blocks, buttons, files, keyboard, ..Spoken::default() }
}

/// A small calendar.
fn file(name: &str) -> Attachment {
    let bytes = format!("BEGIN:VCALENDAR {name}").into();
    Attachment { label: "File".into(), name: name.into(), mime: "text/calendar", bytes }
}

/// Offers the words back, once for nobody in particular and once for each popular entry.
fn shelf(sought: &Sought<'_>) -> Shelf {
    let language = sought.app_language.unwrap_or(Language::En);
    let shared = |id: &str| Shared {
        link: Link::new(Target::Entry(EntryId::new(id)), Some(language)),
        title: format!("{id} {}", sought.text),
        first_line: format!("for @{}", sought.bot),
        words: Spoken { blocks: vec![Block::Paragraph(words("1 < 2"))], ..Spoken::default() },
    };
    let answers = std::iter::once("any").chain(sought.popular.iter().map(EntryId::as_str)).map(shared).collect();
    let private = ("private".into(), Link::new(Target::Topics, Some(language)));
    Shelf { language, same_for_all: !sought.text.is_empty(), answers, private }
}

/// A picture of two days.
fn picture() -> Picture {
    let first = chrono::NaiveDate::from_ymd_opt(2025, 11, 21).unwrap();
    let timeline = Timeline { first, marks: vec![Mark::Absent, Mark::Lawful] };
    let words = Words {
        title: "Days".into(),
        used: "1".into(),
        months: [(); 12].map(|()| "m".into()),
        legend: vec![(Kind::Here, "in".into()), (Kind::Away, "out".into())],
    };
    let today = Named { day: first.succ_opt().unwrap(), words: "today".into() };
    Picture {
        scene: Scene { timeline, allowed_until: None, today, ahead: vec![], words },
        alt: "1 day < 2 days".into(),
    }
}
