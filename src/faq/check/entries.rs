//! Checks of `entries/`: each entry's facts. Its words are checked in `texts.rs`.

use chrono::NaiveDate;
use toml::Spanned;

use super::{Checker, Names, texts};
use crate::faq::draft::{EntryDraft, SourceDraft};
use crate::faq::offices::OfficeId;
use crate::faq::problem::File;
use crate::faq::{Deadline, Entry, EntryId, EntryText, Faq, SourcePage, Theme};
use crate::language::{Language, PerLanguage};

pub(super) fn check(checker: &mut Checker<'_>, ids: &[(Theme, EntryId)], names: &Names, faq: &Faq) -> Vec<Entry> {
    let mut entries = Vec::new();
    for (theme, id) in ids {
        unknown_files(checker, id);
        let texts = texts::check(checker, id, names, faq);
        let Some(file) = checker.file(&format!("entries/{id}/entry.toml")) else { continue };
        let Some(draft) = file.toml::<EntryDraft>(&mut checker.problems) else { continue };
        names_exist(checker, file, &draft, ids, names);
        related_to_itself(checker, file, &draft, id);
        revisions(checker, file, &draft);
        sources(checker, file, &draft);
        let reviewed = checker.day(file, &draft.reviewed);
        entries.extend(texts.zip(reviewed).map(|(texts, reviewed)| entry(*theme, id, draft, reviewed, texts)));
    }
    entries
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

fn entry(theme: Theme, id: &EntryId, draft: EntryDraft, reviewed: NaiveDate, texts: PerLanguage<EntryText>) -> Entry {
    let translated_from = draft.translated_from.into_iter().map(|(language, from)| (language, from.into_inner()));
    let page = |source: SourceDraft| SourcePage {
        title: source.title.into_inner(),
        language: source.language,
        url: source.url.map(Spanned::into_inner),
    };
    Entry {
        id: id.clone(),
        revision: draft.revision,
        meaning: draft.meaning.into_inner(),
        reviewed,
        theme,
        country: draft.country,
        official: draft.official,
        related: draft.related.into_iter().map(|name| EntryId::new(name.get_ref())).collect(),
        offices: draft.offices.into_iter().map(|name| OfficeId::new(name.get_ref())).collect(),
        contacts: draft.contacts.into_iter().map(Spanned::into_inner).collect(),
        deadline: draft.deadline.map(|deadline| Deadline { kind: deadline.kind, after: deadline.after }),
        translated_from: translated_from.collect(),
        sources: draft.sources.into_iter().map(page).collect(),
        texts,
    }
}

/// Everything that an entry names exists.
fn names_exist(checker: &mut Checker<'_>, file: &File, draft: &EntryDraft, ids: &[(Theme, EntryId)], names: &Names) {
    draft.related.iter().for_each(|name| checker.known(file, name, ids.iter().map(|(_, id)| id.as_str())));
    for (given, known) in [(&draft.offices, &names.offices), (&draft.contacts, &names.contacts)] {
        let Some(known) = known else { continue };
        given.iter().for_each(|name| checker.known(file, name, known.iter().map(String::as_str)));
    }
}

fn related_to_itself(checker: &mut Checker<'_>, file: &File, draft: &EntryDraft, id: &EntryId) {
    for name in draft.related.iter().filter(|name| name.get_ref() == id.as_str()) {
        let message = format!("`{id}` is related to itself");
        checker.problems.push(file.problem(name.span(), "related-to-itself", message, "take it out"));
    }
}

/// What the numbers of revisions say is possible.
fn revisions(checker: &mut Checker<'_>, file: &File, draft: &EntryDraft) {
    let (meaning, revision) = (*draft.meaning.get_ref(), draft.revision);
    if meaning > revision {
        let message = format!("`meaning` is {meaning}, but the entry's revision is only {revision}");
        let way_out = "`meaning` is the last revision that changed the meaning: not above `revision`";
        checker.problems.push(file.problem(draft.meaning.span(), "meaning-ahead", message, way_out));
    }
    for (language, from) in &draft.translated_from {
        for (source, made_from) in from.get_ref().iter().filter(|(_, made_from)| **made_from > revision) {
            let message = format!("`{language}` was made from {source} {made_from}, but the revision is {revision}");
            let way_out = "write the revision that the translator had before them: not above `revision`";
            checker.problems.push(file.problem(from.span(), "translation-ahead", message, way_out));
        }
    }
    Language::ALL.into_iter().for_each(|language| provenance(checker, file, draft, language));
}

/// A language's wording either follows an official page or says from which revision it was translated.
fn provenance(checker: &mut Checker<'_>, file: &File, draft: &EntryDraft, language: Language) {
    let (rule, message) = match (draft.official.contains(&language), draft.translated_from.contains_key(&language)) {
        (true, true) => ("official-translation", format!("`{language}` is official and translated")),
        (false, false) => ("translation-without-source", format!("where does the wording in `{language}` come from?")),
        _ => return,
    };
    let way_out = format!("name `{language}` either in `official` or under `[translated-from]`, as ru = {{ ro = 1 }}");
    checker.problems.push(file.problem(file.line_of("official"), rule, message, way_out));
}

fn sources(checker: &mut Checker<'_>, file: &File, draft: &EntryDraft) {
    for source in &draft.sources {
        if source.title.get_ref().is_empty() {
            let message = "the source has no title".to_string();
            let way_out = "write title = { en = \"…\", ro = \"…\" }: what the page is called";
            checker.problems.push(file.problem(source.title.span(), "source-without-title", message, way_out));
        }
        if let Some(url) = source.url.as_ref().filter(|url| url::Url::parse(url.get_ref()).is_err()) {
            let message = format!("`{}` is no web address", url.get_ref());
            let way_out = "copy the address from the browser, with https://";
            checker.problems.push(file.problem(url.span(), "bad-url", message, way_out));
        }
    }
}
