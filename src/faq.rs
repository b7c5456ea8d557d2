//! The content Popas answers from: entries, offices, law, vocabulary: immutable, cross-references
//! resolved, with one version.
//!
//! A [`Faq`] exists only when all files are faultless: [`Faq::load`] gives it, or every problem found
//! with file, line, column, rule and way out. It reads from a folder or from what the binary was
//! built with, and does nothing else: who reloads it, and what becomes of a faulty folder, is
//! decided elsewhere.

pub mod changes;
mod check;
mod draft;
mod files;
pub mod law;
pub mod offices;
pub mod opening;
pub mod places;
pub mod problem;
mod remarks;
pub mod text;

use std::collections::BTreeMap;
use std::fmt;
use std::sync::Arc;

use chrono::NaiveDate;
use rustc_hash::FxHashSet;
use serde::{Deserialize, Serialize};

use crate::language::{Language, PerLanguage};
pub use crate::stay::DeadlineKind;
use crate::stay::{self, Holidays};
use crate::understanding::dates::Vocabulary;
use crate::understanding::tongues::LanguageNames;
use crate::understanding::wishes::PromiseWords;
pub use files::{Read, Source, is_content};
pub use law::{BeforeLaw, Law};
pub use offices::{Contact, Directorate, Hours, Office, OfficeId, OfficeKind};
pub use opening::Opening;
pub use places::{Place, PlaceId, Places};
pub use problem::{File, Problem, Problems};
use text::Block;

/// Everything Popas knows, faultless and unchangeable.
#[derive(Debug)]
pub struct Faq {
    version: String,
    entries: Vec<Entry>,
    /// Ids of entries that are no more, each with its successor.
    retired: BTreeMap<EntryId, EntryId>,
    pub offices: Vec<Office>,
    pub contacts: Vec<Contact>,
    pub places: Arc<Places>,
    pub law: Law,
    /// The days on which offices are closed.
    pub holidays: Holidays,
    /// What each holiday is called, by its id.
    holiday_names: BTreeMap<String, PerLanguage<String>>,
    pub lexicon: Lexicon,
    /// The words people tell dates with.
    pub calendar: Arc<Vocabulary>,
    /// How people name the served languages.
    pub language_names: LanguageNames,
    /// What is said of reminders and calls besides days and times.
    pub promise_words: PromiseWords,
    /// Ways of saying what is no question for an entry, per language.
    pub talk: PerLanguage<Vec<(Talk, String)>>,
    /// Every word of all ways of saying something, folded.
    pub words: Arc<FxHashSet<Box<str>>>,
}

/// The name of an entry, as links, follow-ups and evaluation sets use it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct EntryId(Arc<str>);

impl EntryId {
    pub fn new(id: &str) -> EntryId {
        EntryId(id.into())
    }

    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl fmt::Display for EntryId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// An answer and what is known about it.
#[derive(Debug)]
pub struct Entry {
    pub id: EntryId,
    pub revision: u32,
    /// The last revision that changed what the answer means.
    pub meaning: u32,
    /// The day of the last review.
    pub reviewed: NaiveDate,
    pub theme: Theme,
    pub country: Country,
    /// Languages whose wording follows an official page; in the others it is an unofficial translation.
    pub official: Vec<Language>,
    pub related: Vec<EntryId>,
    pub offices: Vec<OfficeId>,
    pub contacts: Vec<String>,
    pub deadline: Option<Deadline>,
    /// Per translation, the source languages and the revision of each that it was made from.
    pub translated_from: BTreeMap<Language, BTreeMap<Language, u32>>,
    pub sources: Vec<SourcePage>,
    pub texts: PerLanguage<EntryText>,
}

impl Entry {
    /// True when the wording in that language was made from an older revision than today's.
    pub fn is_stale(&self, language: Language) -> bool {
        self.translated_from
            .get(&language)
            .is_some_and(|sources| !sources.values().any(|revision| *revision >= self.meaning))
    }
}

impl Entry {
    /// The pages to name to a reader: of a page that exists in several languages only the one she can
    /// read, and the English one to those who can read neither.
    pub fn sources_for(&self, language: Language) -> impl Iterator<Item = &SourcePage> {
        let reader = if language == Language::Ro { Language::Ro } else { Language::En };
        self.sources.iter().filter(move |source| source.language.is_none_or(|language| language == reader))
    }
}

/// The words of an entry in one language. Placeholders are still in them: [`Faq::fill`] puts the
/// figures of a day in.
#[derive(Debug)]
pub struct EntryText {
    pub title: String,
    pub answer: Vec<Block>,
    /// Longer matter, each opened by a button that bears the heading.
    pub parts: Vec<(String, Vec<Block>)>,
    /// The legal basis in one line.
    pub law: Option<String>,
    /// Ways in which people ask for it.
    pub asked_as: Vec<String>,
}

/// The part of the menu an entry stands in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Theme {
    Stay,
    Family,
    Offices,
}

impl Theme {
    pub const ALL: [Theme; 3] = [Theme::Stay, Theme::Family, Theme::Offices];
}

/// Whose authority an answer or an office is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Country {
    #[serde(rename = "MD")]
    Moldova,
    #[serde(rename = "RO")]
    Romania,
}

/// A page that an answer follows.
#[derive(Debug)]
pub struct SourcePage {
    pub title: BTreeMap<Language, String>,
    /// The language of the page, when the same page exists in several.
    pub language: Option<Language>,
    pub url: Option<String>,
}

impl SourcePage {
    /// The page's name in the reader's language if the page exists in it, else in English or Romanian.
    pub fn title(&self, language: Language) -> &str {
        [language, Language::En, Language::Ro]
            .iter()
            .find_map(|language| self.title.get(language))
            .map_or("", String::as_str)
    }
}

/// A term that the law sets, as an entry names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Deadline {
    pub kind: DeadlineKind,
    pub after: Event,
}

/// What a term runs from.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Event {
    ContractEnd,
    Loss,
    LastLawfulDay,
    Decision,
    Filing,
}

/// What people say that is no question for an entry.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Talk {
    Greeting,
    Thanks,
    Help,
    Human,
    Stop,
    Language,
    Privacy,
    Forget,
    Yes,
    No,
    Back,
    /// Which office to go to.
    Office,
    /// The person's own days.
    Days,
    /// To be reminded of something, on a day or before one.
    Remind,
    /// To be called by the call centre, now or at some time; `Human` wants a person in this conversation.
    CallBack,
    /// What the person has booked: to see, move or cancel it.
    FollowUps,
    /// All that is kept about the person, to be sent to her; `Privacy` asks what is kept in general.
    MyData,
    /// Matters that Popas does not answer, by kind; told apart only so that each kind is learnt well.
    Bureaucracy,
    Near,
    Elsewhere,
    Words,
    Chatter,
}

impl Talk {
    pub const ALL: [Talk; 22] = [
        Talk::Greeting,
        Talk::Thanks,
        Talk::Help,
        Talk::Human,
        Talk::Stop,
        Talk::Language,
        Talk::Privacy,
        Talk::Forget,
        Talk::Yes,
        Talk::No,
        Talk::Back,
        Talk::Office,
        Talk::Days,
        Talk::Remind,
        Talk::CallBack,
        Talk::FollowUps,
        Talk::MyData,
        Talk::Bureaucracy,
        Talk::Near,
        Talk::Elsewhere,
        Talk::Words,
        Talk::Chatter,
    ];

    /// The section of `talk/<lang>.md` or `talk/<lang>.outside.md` that lists ways of saying it.
    pub fn section(self) -> &'static str {
        match self {
            Talk::Greeting => "greeting",
            Talk::Thanks => "thanks",
            Talk::Help => "help",
            Talk::Human => "human",
            Talk::Stop => "stop",
            Talk::Language => "language",
            Talk::Privacy => "privacy",
            Talk::Forget => "forget",
            Talk::Yes => "yes",
            Talk::No => "no",
            Talk::Back => "back",
            Talk::Office => "office",
            Talk::Days => "days",
            Talk::Remind => "remind",
            Talk::CallBack => "call-back",
            Talk::FollowUps => "follow-ups",
            Talk::MyData => "my-data",
            Talk::Bureaucracy => "bureaucracy",
            Talk::Near => "near",
            Talk::Elsewhere => "elsewhere",
            Talk::Words => "words",
            Talk::Chatter => "chatter",
        }
    }

    /// True for a question that is answered by reckoning.
    pub fn is_worked_out(self) -> bool {
        matches!(self, Talk::Office | Talk::Days)
    }

    /// True for what Popas must not answer.
    pub fn is_outside(self) -> bool {
        matches!(self, Talk::Bureaucracy | Talk::Near | Talk::Elsewhere | Talk::Words | Talk::Chatter)
    }
}

/// Concepts with their word stems, all languages together: what the languages share.
#[derive(Debug, Default)]
pub struct Lexicon {
    /// Concept names, sorted; a concept's number is its place here.
    pub concepts: Vec<String>,
    /// A stem as typed in the file (`=word` for a whole word) and the concept's number.
    pub stems: Vec<(String, u16)>,
}

impl Faq {
    /// Reads and checks all files; all problems at once when there are any.
    pub fn load(source: &Source) -> Result<Faq, Problems> {
        Faq::check_read(&source.read_what_can_be())
    }

    /// The content that was read, or every problem of it. What follows only from a file that could not be read is
    /// left out: it goes away with that.
    pub fn check_read(read: &Read) -> Result<Faq, Problems> {
        if read.unreadable.is_empty() {
            return Faq::check(&read.files);
        }
        let mut problems = read.unreadable.clone();
        if !read.files.is_empty() {
            let others = Faq::check(&read.files).err().map_or_else(Vec::new, |problems| problems.0);
            let follows = |problem: &Problem| problem.rule == "missing-file" && read.is_unreadable(&problem.file);
            problems.extend(others.into_iter().filter(|problem| !follows(problem)));
        }
        problems.sort();
        Err(Problems(problems))
    }

    /// The content that these files give, or every problem of them.
    pub fn check(files: &[File]) -> Result<Faq, Problems> {
        check::check(files)
    }

    /// A short name for exactly this content: it changes with every change of a file.
    pub fn version(&self) -> &str {
        &self.version
    }

    /// The entries in the order of the menu.
    pub fn entries(&self) -> &[Entry] {
        &self.entries
    }

    /// The entry of that id, or its successor when the id is retired.
    pub fn entry(&self, id: &EntryId) -> Option<&Entry> {
        let id = self.retired.get(id).unwrap_or(id);
        self.entries.iter().find(|entry| entry.id == *id)
    }

    pub fn entries_of(&self, theme: Theme) -> impl Iterator<Item = &Entry> {
        self.entries.iter().filter(move |entry| entry.theme == theme)
    }

    pub fn office(&self, id: &OfficeId) -> Option<&Office> {
        self.offices.iter().find(|office| office.id == *id)
    }

    pub fn contact(&self, id: &str) -> Option<&Contact> {
        self.contacts.iter().find(|contact| contact.id == id)
    }

    /// What that day is called when it is a public holiday.
    pub fn holiday_name(&self, day: NaiveDate, language: Language) -> Option<&str> {
        let names = self.holiday_names.get(&self.holidays.on(day)?.id)?;
        Some(&names[language])
    }

    /// What days are counted with on that day.
    pub fn stay_law(&self, day: NaiveDate) -> Result<stay::Law, BeforeLaw> {
        self.law.stay(day)
    }

    /// The text with every placeholder replaced by what it stands for on that day.
    pub fn fill(&self, text: &str, language: Language, day: NaiveDate) -> String {
        text::fill(text, |name| self.value(name, language, day))
    }

    fn value(&self, name: &str, language: Language, day: NaiveDate) -> Option<String> {
        if let Some(office) = self.offices.iter().find(|office| office.id.as_str() == name) {
            return Some(office.address[language].clone());
        }
        if let Some(contact) = self.contact(name) {
            return Some(contact.value.clone());
        }
        self.law.on(name, day.max(self.law.since())).map(grouped)
    }

    pub fn place(&self, id: &PlaceId) -> Option<&Place> {
        self.places.get(id)
    }
}

/// A figure as all six languages may write it: thousands apart by a space that does not break.
pub fn grouped(figure: u32) -> String {
    match figure {
        1000.. => format!("{}\u{a0}{:03}", grouped(figure / 1000), figure % 1000),
        _ => figure.to_string(),
    }
}
