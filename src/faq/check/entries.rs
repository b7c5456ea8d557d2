//! Checks of `entries/`: each entry's facts. Its words are checked in `texts.rs`.

use std::collections::BTreeMap;

use toml::Spanned;

use super::{Checker, texts};
use crate::faq::draft::{EntryDraft, SourceDraft};
use crate::faq::offices::OfficeId;
use crate::faq::problem::File;
use crate::faq::{Deadline, Entry, EntryId, Faq, SourcePage, Theme};
use crate::language::Language;

pub(super) fn check(checker: &mut Checker<'_>, ids: &[(Theme, EntryId)], faq: &Faq) -> Vec<Entry> {
    ids.iter().for_each(|(_, id)| unknown_files(checker, id));
    ids.iter().filter_map(|(theme, id)| entry(checker, *theme, id, ids, faq)).collect()
}

/// A file with a mistyped name would silently not be read.
fn unknown_files(checker: &mut Checker<'_>, id: &EntryId) {
    let folder = format!("entries/{id}/");
    for file in checker.files {
        let Some(name) = file.path.strip_prefix(&folder) else { continue };
        let is_text = name.strip_suffix(".md").is_some_and(|code| code.parse::<Language>().is_ok());
        if name != "entry.toml" && !is_text {
            let message = format!("`{name}` is no file of an entry");
            let way_out = "an entry has entry.toml and a file for each language: en.md ro.md ru.md uk.md tr.md az.md";
            checker.problems.push(file.problem(0..0, "unknown-file", message, way_out));
        }
    }
}

fn entry(checker: &mut Checker<'_>, theme: Theme, id: &EntryId, ids: &[(Theme, EntryId)], faq: &Faq) -> Option<Entry> {
    let texts = texts::check(checker, id, faq);
    let file = checker.file(&format!("entries/{id}/entry.toml"))?;
    let draft: EntryDraft = file.toml(&mut checker.problems)?;
    names(checker, file, &draft, ids, faq);
    related_to_itself(checker, file, &draft, id);
    translations(checker, file, &draft);
    let reviewed = checker.day(file, &draft.reviewed);
    Some(Entry {
        id: id.clone(),
        revision: draft.revision,
        meaning: meaning(checker, file, &draft),
        reviewed: reviewed?,
        theme,
        country: draft.country,
        official: draft.official,
        related: draft.related.into_iter().map(|name| EntryId::new(name.get_ref())).collect(),
        offices: draft.offices.into_iter().map(|name| OfficeId::new(name.get_ref())).collect(),
        contacts: draft.contacts.into_iter().map(Spanned::into_inner).collect(),
        deadline: draft.deadline.map(|deadline| Deadline { kind: deadline.kind, after: deadline.after }),
        translated_from: without_places(draft.translated_from),
        sources: draft.sources.into_iter().map(|source| source_page(checker, file, source)).collect(),
        texts: texts?,
    })
}

/// Everything that an entry names exists.
fn names(checker: &mut Checker<'_>, file: &File, draft: &EntryDraft, ids: &[(Theme, EntryId)], faq: &Faq) {
    let entries = ids.iter().map(|(_, id)| id.as_str());
    let offices = faq.offices.iter().map(|office| office.id.as_str());
    let contacts = faq.contacts.iter().map(|contact| contact.id.as_str());
    draft.related.iter().for_each(|name| checker.known(file, name, entries.clone()));
    draft.offices.iter().for_each(|name| checker.known(file, name, offices.clone()));
    draft.contacts.iter().for_each(|name| checker.known(file, name, contacts.clone()));
}

fn related_to_itself(checker: &mut Checker<'_>, file: &File, draft: &EntryDraft, id: &EntryId) {
    for name in draft.related.iter().filter(|name| name.get_ref() == id.as_str()) {
        let message = format!("`{id}` is related to itself");
        checker.problems.push(file.problem(name.span(), "related-to-itself", message, "take it out"));
    }
}

fn meaning(checker: &mut Checker<'_>, file: &File, draft: &EntryDraft) -> u32 {
    let meaning = *draft.meaning.get_ref();
    if meaning > draft.revision {
        let message = format!("`meaning` is {meaning}, but the entry's revision is only {}", draft.revision);
        let way_out = "`meaning` is the last revision that changed the meaning: not above `revision`";
        checker.problems.push(file.problem(draft.meaning.span(), "meaning-ahead", message, way_out));
    }
    meaning
}

/// Each language either follows an official page or says from which revision it was translated.
fn translations(checker: &mut Checker<'_>, file: &File, draft: &EntryDraft) {
    for language in Language::ALL {
        let (rule, message) = match (draft.official.contains(&language), draft.translated_from.get(&language)) {
            (true, Some(_)) => ("official-translation", format!("`{language}` is official and translated")),
            (false, None) => {
                ("translation-without-source", format!("where does the wording in `{language}` come from?"))
            }
            _ => continue,
        };
        let way_out =
            format!("name `{language}` either in `official` or under `[translated-from]`, as ru = {{ ro = 1 }}");
        checker.problems.push(file.problem(file.place_of("official"), rule, message, way_out));
    }
    for (language, sources) in &draft.translated_from {
        for (source, revision) in sources.get_ref().iter().filter(|(_, revision)| **revision > draft.revision) {
            let message =
                format!("`{language}` was made from {source} {revision}, but the revision is {}", draft.revision);
            let way_out = "write the revision that the translator had before them: not above `revision`";
            checker.problems.push(file.problem(sources.span(), "translation-ahead", message, way_out));
        }
    }
}

fn without_places(
    drafts: BTreeMap<Language, Spanned<BTreeMap<Language, u32>>>,
) -> BTreeMap<Language, BTreeMap<Language, u32>> {
    drafts.into_iter().map(|(language, sources)| (language, sources.into_inner())).collect()
}

fn source_page(checker: &mut Checker<'_>, file: &File, draft: SourceDraft) -> SourcePage {
    if draft.title.get_ref().is_empty() {
        let message = "the source has no title".to_string();
        let way_out = "write title = { en = \"…\", ro = \"…\" }: what the page is called";
        checker.problems.push(file.problem(draft.title.span(), "source-without-title", message, way_out));
    }
    if let Some(url) = draft.url.as_ref().filter(|url| url::Url::parse(url.get_ref()).is_err()) {
        let message = format!("`{}` is no web address", url.get_ref());
        let way_out = "copy the address from the browser, with https://";
        checker.problems.push(file.problem(url.span(), "bad-url", message, way_out));
    }
    SourcePage { title: draft.title.into_inner(), language: draft.language, url: draft.url.map(Spanned::into_inner) }
}
