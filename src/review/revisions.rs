//! What follows for an entry when its words were corrected: readers see something new, so its revision rises.
//!
//! `reviewed` stays, since nobody compared the answer with its sources, and `meaning` stays, since a correction of
//! the wording does not change it (faq/README.md, step 3): where it did, the maintainer writes it.

use toml::de::DeTable;

use super::{Change, Content};
use crate::faq::File;
use crate::language::Language;

/// An entry whose revision has risen.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Raised {
    pub entry: String,
    pub from: u32,
    pub to: u32,
    /// Translations that were made from the corrected language.
    pub translations: Vec<Language>,
}

/// The `entry.toml` of each entry of whose words readers see something new, with the next revision.
pub fn raise(content: &Content, language: Language, changes: &[Change]) -> (Vec<File>, Vec<Raised>) {
    let mut entries: Vec<&str> = changes.iter().filter_map(|change| seen(&change.id)).collect();
    entries.dedup();
    entries.iter().filter_map(|entry| raised(content, entry, language)).unzip()
}

/// The entry of a piece that readers see.
fn seen(id: &str) -> Option<&str> {
    let (entry, name) = id.strip_prefix("faq/entries/")?.split_once('/')?;
    (!name.ends_with("#asked-as")).then_some(entry)
}

fn raised(content: &Content, entry: &str, language: Language) -> Option<(File, Raised)> {
    let file = content.file(&format!("faq/entries/{entry}/entry.toml"))?;
    let table = DeTable::parse(&file.text).ok()?;
    let revision = table.get_ref().get("revision")?;
    let from: u32 = revision.get_ref().as_integer()?.as_str().parse().ok()?;
    let mut text = file.text.clone();
    text.replace_range(revision.span(), &(from + 1).to_string());
    let made_from = table.get_ref().get("translated-from").and_then(|all| all.get_ref().as_table());
    let is_made = |other: &Language| {
        let sources = made_from.and_then(|all| all.get(other.code())).and_then(|one| one.get_ref().as_table());
        sources.is_some_and(|sources| sources.get(language.code()).is_some())
    };
    let translations = Language::ALL.into_iter().filter(is_made).collect();
    Some((
        File { path: file.path.clone(), text },
        Raised { entry: entry.to_string(), from, to: from + 1, translations },
    ))
}
