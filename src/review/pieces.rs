//! Which pieces a language has: what people read, each with the place of its bytes.
//!
//! The content is read leniently: what is wrong in it is the check's matter, and a piece that cannot be found is
//! left out. Pieces come in the order of the sheet: answers in the order of the menu, then offices, holidays,
//! places, what people say, and our own sentences.

use std::collections::BTreeMap;
use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use super::Content;
use super::replacing::messages;
use crate::faq::text::{Section, sections};
use crate::faq::{Entry, Faq, File};
use crate::language::Language;

/// A stretch of a file that a reviewer reads and may change.
#[derive(Clone, Debug)]
pub struct Piece<'a> {
    /// Where it stands: the file's path, `#`, and its name there. Stable as long as that name is.
    pub id: String,
    pub file: &'a File,
    /// Its bytes in the file.
    pub at: Range<usize>,
    pub shape: Shape,
    /// The same in the language it was made from, to compare with.
    pub beside: Option<(Language, String)>,
}

/// What may stand in a piece.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// One line.
    Line,
    /// One line between quotation marks of TOML.
    Quoted,
    /// Paragraphs and lists.
    Prose,
    /// Ways of saying something, one a bullet.
    Ways,
    /// A Fluent message with its key.
    Message,
}

impl Piece<'_> {
    /// The words as the sheet shows them.
    pub fn words(&self) -> String {
        let raw = &self.file.text[self.at.clone()];
        match self.shape {
            Shape::Quoted => unquoted(raw),
            _ => raw.to_string(),
        }
    }

    /// Its name inside the file.
    pub fn name(&self) -> &str {
        self.id.split_once('#').map_or("", |(_, name)| name)
    }
}

/// The file of the places that people may name.
pub(super) const PLACES: &str = "faq/places.toml";

/// All pieces of a language.
pub fn pieces<'a>(content: &'a Content, faq: &Faq, language: Language) -> Vec<Piece<'a>> {
    let other = if language == Language::En { Language::Ro } else { Language::En };
    let door = if language == Language::Ro { Language::En } else { Language::Ro };
    let entries = faq.entries().iter().flat_map(|entry| of_entry(content, entry, language));
    let offices = of_list(content, "faq/offices.toml", "office", &["town", "address"], language, door);
    let holidays = of_list(content, "faq/holidays.toml", "holiday", &["name"], language, other);
    let places = of_list(content, PLACES, "place", &["names"], language, door);
    let talk = ["", ".outside"].into_iter().flat_map(|kind| of_talk(content, &format!("{language}{kind}")));
    let tables = offices.into_iter().chain(holidays).chain(places);
    entries.chain(tables).chain(talk).chain(of_locales(content, language, other)).collect()
}

/// Headings of an entry's file that are no part of the answer.
const LAW: &str = "Law";
const ASKED_AS: &str = "Asked as";

fn of_entry<'a>(content: &'a Content, entry: &Entry, language: Language) -> Vec<Piece<'a>> {
    let source = source_of(entry, language);
    let [Some(file), Some(beside)] =
        [language, source].map(|language| content.file(&format!("faq/entries/{}/{language}.md", entry.id)))
    else {
        return Vec::new();
    };
    let other: BTreeMap<String, Range<usize>> = named(beside).into_iter().map(|(name, at, _)| (name, at)).collect();
    let named = named(file).into_iter().map(|(name, at, shape)| {
        let words = other.get(&name).map(|at| beside.text[at.clone()].to_string());
        let beside = words.filter(|_| shape != Shape::Ways).map(|words| (source, words));
        Piece { id: format!("{}#{name}", file.path), file, at, shape, beside }
    });
    let pages = content.file(&format!("faq/entries/{}/entry.toml", entry.id));
    named.chain(pages.into_iter().flat_map(|file| of_pages(file, language, source))).collect()
}

/// The language to compare an entry's words with.
fn source_of(entry: &Entry, language: Language) -> Language {
    let made_from = entry.translated_from.get(&language).and_then(|sources| sources.keys().next().copied());
    made_from.unwrap_or(if language == Language::Ro { Language::En } else { Language::Ro })
}

/// The pieces of an entry's words by name.
fn named(file: &File) -> Vec<(String, Range<usize>, Shape)> {
    let mut found = Vec::new();
    let mut parts = 0;
    for section in sections(&file.text) {
        let body = trimmed(&file.text, section.body_at.clone());
        match (section.level, section.heading) {
            (0, _) => {}
            (1, _) => {
                found.extend([("title".into(), section.heading_at, Shape::Line), ("answer".into(), body, Shape::Prose)])
            }
            (_, LAW) => found.push(("law".into(), body, Shape::Prose)),
            (_, ASKED_AS) => found.push(("asked-as".into(), body, Shape::Ways)),
            _ => {
                parts += 1;
                found.push((format!("part-{parts}-heading"), section.heading_at, Shape::Line));
                found.push((format!("part-{parts}"), body, Shape::Prose));
            }
        }
    }
    found
}

/// The names of source pages that the language has words of its own for.
fn of_pages(file: &File, language: Language, beside: Language) -> Vec<Piece<'_>> {
    let Ok(table) = DeTable::parse(&file.text) else { return Vec::new() };
    let mut found = Vec::new();
    for (number, page) in tables(table.get_ref(), "sources").enumerate() {
        let title = page.get("title").and_then(|title| title.get_ref().as_table());
        let words = |language: Language| title.and_then(|title| title.get(language.code())).and_then(string);
        let Some(at) = words(language) else { continue };
        let beside = words(beside).map(|at| (beside, unquoted(&file.text[at])));
        let id = format!("{}#page-{}", file.path, number + 1);
        found.push(Piece { id, file, at, shape: Shape::Quoted, beside });
    }
    found
}

/// The words of a list of tables that have an `id`: of each field that holds a word a language.
fn of_list<'a>(
    content: &'a Content,
    path: &str,
    list: &str,
    fields: &[&str],
    language: Language,
    beside: Language,
) -> Vec<Piece<'a>> {
    let Some(file) = content.file(path) else { return Vec::new() };
    let Ok(table) = DeTable::parse(&file.text) else { return Vec::new() };
    let mut found = Vec::new();
    for item in tables(table.get_ref(), list) {
        let Some(id) = item.get("id").and_then(|id| id.get_ref().as_str()) else { continue };
        for field in fields {
            let words = |language: Language| item.get(*field)?.get_ref().as_table()?.get(language.code());
            let Some(at) = words(language).and_then(string) else { continue };
            let other = words(beside).and_then(string).map(|at| (beside, unquoted(&file.text[at])));
            found.push(Piece { id: format!("{path}#{id}.{field}"), file, at, shape: Shape::Quoted, beside: other });
        }
    }
    found
}

fn tables<'t, 'i>(table: &'t DeTable<'i>, list: &str) -> impl Iterator<Item = &'t DeTable<'i>> {
    let list = table.get(list).and_then(|list| list.get_ref().as_array());
    list.into_iter().flat_map(|list| list.iter()).filter_map(|item| item.get_ref().as_table())
}

/// The bytes of a string; of a list of names, those of the first, which is the one people are shown.
fn string(value: &Spanned<DeValue<'_>>) -> Option<Range<usize>> {
    match value.get_ref() {
        DeValue::String(_) => Some(value.span()),
        DeValue::Array(list) => list.iter().next().and_then(string),
        _ => None,
    }
}

fn unquoted(raw: &str) -> String {
    DeValue::parse(raw).ok().and_then(|value| value.get_ref().as_str().map(str::to_string)).unwrap_or_default()
}

fn of_talk<'a>(content: &'a Content, name: &str) -> Vec<Piece<'a>> {
    let Some(file) = content.file(&format!("faq/talk/{name}.md")) else { return Vec::new() };
    let kinds = sections(&file.text).into_iter().filter(|section| section.level == 2);
    let piece = |section: Section<'_>| Piece {
        id: format!("{}#{}", file.path, section.heading),
        file,
        at: trimmed(&file.text, section.body_at),
        shape: Shape::Ways,
        beside: None,
    };
    kinds.map(piece).collect()
}

fn of_locales(content: &Content, language: Language, beside: Language) -> Vec<Piece<'_>> {
    let files = |language: Language| {
        let folder = format!("locales/{language}/");
        content.files.iter().filter(move |file| file.path.starts_with(&folder))
    };
    let others: BTreeMap<&str, &str> = files(beside)
        .flat_map(|file| messages(&file.text).into_iter().map(|(key, at)| (key, &file.text[at])))
        .collect();
    let mut found = Vec::new();
    for file in files(language) {
        for (key, at) in messages(&file.text) {
            let beside = others.get(key).map(|words| (beside, words.to_string()));
            found.push(Piece { id: format!("{}#{key}", file.path), file, at, shape: Shape::Message, beside });
        }
    }
    found
}

/// The bytes without the white space at both ends.
fn trimmed(text: &str, at: Range<usize>) -> Range<usize> {
    let words = &text[at.clone()];
    let start = at.start + (words.len() - words.trim_start().len());
    start..(start + words.trim().len())
}
