//! What the tests of the service share.
#![allow(dead_code)]

pub mod bot;
pub mod bot_api;
pub mod random;

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, ChildStderr, Command};
use std::sync::Arc;

use bot_api::TOO_LONG;
use popas::assistant::Mind;
use popas::dialogue::phrase::Phrase;
use popas::dialogue::reply::{Choice, Part, Reply};
use popas::dialogue::{Effect, Situation, Turn};
use popas::language::Language;
use popas::message::Said;
use popas::picture::{Kind, Named, Scene, Words};
use popas::settings::Desk;
use popas::stay::{Mark, Timeline};
use popas::store::Store;
use popas::wording::spoken::{Block, Button, Picture, Spoken, words};

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
}

/// The settings of a service without a call centre.
pub fn no_desk() -> Desk {
    #[derive(clap::Parser)]
    struct Settings {
        #[command(flatten)]
        desk: Desk,
    }
    <Settings as clap::Parser>::parse_from(["popas"]).desk
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

    fn speak(&self, reply: &Reply, language: Language, _: chrono::NaiveDate) -> Spoken {
        speak(reply, language)
    }

    fn command_descriptions(&self, language: Language) -> Vec<(&'static str, String)> {
        vec![("help", format!("help in {language}"))]
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
    let blocks = lines.split('\n').map(|line| Block::Paragraph(words(line))).collect();
    let button = |choice: &Choice| Button { label: format!("{} {language}", choice.code()), choice: choice.clone() };
    let pictures = if lines.ends_with("picture") { vec![picture()] } else { vec![] };
    Spoken { pictures, blocks, buttons: reply.choices.iter().map(button).collect(), ..Spoken::default() }
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
