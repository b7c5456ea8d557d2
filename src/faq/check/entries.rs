//! Checks of `entries/`: each entry's facts and its words in every language.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use toml::Spanned;

use super::Checker;
use crate::faq::draft::{EntryDraft, SourceDraft};
use crate::faq::law::day;
use crate::faq::offices::OfficeId;
use crate::faq::problem::{File, did_you_mean};
use crate::faq::text::{self, Block, Section, bullets, sections};
use crate::faq::{Deadline, Entry, EntryId, EntryText, Faq, SourcePage, Theme};
use crate::language::{Language, PerLanguage};

/// An answer, or a part of one, longer than this does not fit a small screen.
const LONGEST_ANSWER: usize = 900;
const LONGEST_TITLE: usize = 40;
const LONGEST_HEADING: usize = 24;
/// With fewer ways of asking, an entry is not found reliably.
const FEWEST_WAYS: usize = 25;

const ASKED_AS: &str = "Asked as";
const LAW: &str = "Law";

pub(super) fn check(checker: &mut Checker<'_>, ids: &[(Theme, EntryId)], faq: &Faq) -> Vec<Entry> {
    ids.iter().filter_map(|(theme, id)| entry(checker, *theme, id, ids, faq)).collect()
}

fn entry(checker: &mut Checker<'_>, theme: Theme, id: &EntryId, ids: &[(Theme, EntryId)], faq: &Faq) -> Option<Entry> {
    let texts = texts(checker, id, faq);
    let path = format!("entries/{id}/entry.toml");
    let file = checker.file(&path)?;
    let draft: EntryDraft = checker.toml(&path)?;
    draft.related.iter().for_each(|name| checker.known(file, name, ids.iter().map(|(_, id)| id.as_str())));
    draft
        .offices
        .iter()
        .for_each(|name| checker.known(file, name, faq.offices.iter().map(|office| office.id.as_str())));
    draft
        .contacts
        .iter()
        .for_each(|name| checker.known(file, name, faq.contacts.iter().map(|contact| contact.id.as_str())));
    let reviewed = reviewed(checker, file, &draft);
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
        translated_from: draft.translated_from,
        sources: draft.sources.into_iter().map(|source| source_page(checker, file, source)).collect(),
        texts: texts?,
    })
}

fn reviewed(checker: &mut Checker<'_>, file: &File, draft: &EntryDraft) -> Option<NaiveDate> {
    let reviewed = day(draft.reviewed.get_ref());
    if reviewed.is_none() {
        let message = "`reviewed` is no whole day".to_string();
        checker.problems.push(file.problem(draft.reviewed.span(), "not-a-day", message, "write it as 2026-11-22"));
    }
    reviewed
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

fn source_page(checker: &mut Checker<'_>, file: &File, draft: SourceDraft) -> SourcePage {
    if draft.title.get_ref().is_empty() {
        let message = "the source has no title".to_string();
        let way_out = "write title = { en = \"…\", ro = \"…\" }: what the page is called";
        checker.problems.push(file.problem(draft.title.span(), "source-without-title", message, way_out));
    }
    if let Some(url) = draft.url.as_ref().filter(|url| url::Url::parse(url.get_ref()).is_err()) {
        let message = format!("`{}` is no web address", url.get_ref());
        checker.problems.push(file.problem(
            url.span(),
            "bad-url",
            message,
            "copy the address from the browser, with https://",
        ));
    }
    SourcePage { title: draft.title.into_inner(), language: draft.language, url: draft.url.map(Spanned::into_inner) }
}

/// The words of all languages, and that they carry the same figures.
fn texts(checker: &mut Checker<'_>, id: &EntryId, faq: &Faq) -> Option<PerLanguage<EntryText>> {
    let mut figures: Option<(Language, BTreeSet<String>)> = None;
    PerLanguage::try_new(|language| {
        let file = checker.file(&format!("entries/{id}/{language}.md"))?;
        let found = figures_of(&file.text);
        match &figures {
            Some((first, expected)) if *expected != found => {
                let odd: Vec<&str> = expected.symmetric_difference(&found).map(String::as_str).collect();
                let message = format!("figures differ from {first}.md: {}", odd.join(", "));
                let way_out =
                    "every language names the same figures, placeholders and addresses; write them as figures";
                checker.problems.push(file.problem(0..0, "figures-differ", message, way_out));
            }
            Some(_) => {}
            None => figures = Some((language, found)),
        }
        entry_text(checker, file, id, faq)
    })
}

/// The placeholders and literal numbers of everything that a person reads.
fn figures_of(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for section in sections(text).iter().filter(|section| section.heading != ASKED_AS) {
        let lists_unnumbered: String = text::blocks(section.body)
            .into_iter()
            .map(|block| match block {
                Block::Paragraph(words) => words + "\n",
                Block::Bullets(items) | Block::Numbered(items) => items.join("\n") + "\n",
            })
            .collect();
        found.extend(text::placeholders(&lists_unnumbered).into_iter().map(|(name, _)| format!("{{{name}}}")));
        let literal = text::fill(&lists_unnumbered, |_| Some(String::new()));
        let numbers = literal.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty());
        found.extend(numbers.map(str::to_string));
    }
    found
}

fn entry_text(checker: &mut Checker<'_>, file: &File, id: &EntryId, faq: &Faq) -> Option<EntryText> {
    let sections = sections(&file.text);
    let Some(first) = sections.first().filter(|section| section.level == 1) else {
        let message = "the file does not begin with a title".to_string();
        checker.problems.push(file.problem(0..0, "missing-title", message, "begin it with a line `# Title`"));
        return None;
    };
    limit(checker, file, first, first.heading, LONGEST_TITLE, "title-too-long");
    let mut read = EntryText {
        title: first.heading.to_string(),
        answer: answer(checker, file, first, faq),
        parts: Vec::new(),
        law: None,
        asked_as: Vec::new(),
    };
    for section in &sections[1..] {
        match section.heading {
            ASKED_AS => read.asked_as = asked_as(checker, file, section, id),
            LAW => read.law = Some(section.body.trim().to_string()),
            heading => {
                limit(checker, file, section, heading, LONGEST_HEADING, "heading-too-long");
                read.parts.push((heading.to_string(), answer(checker, file, section, faq)));
            }
        }
    }
    if read.asked_as.len() < FEWEST_WAYS {
        let message = format!("{} ways of asking; {FEWEST_WAYS} are needed", read.asked_as.len());
        let way_out = "add bullets under `## Asked as`: how people really type it";
        checker.problems.push(file.problem(0..0, "too-few-ways", message, way_out));
    }
    Some(read)
}

fn limit(checker: &mut Checker<'_>, file: &File, section: &Section<'_>, words: &str, most: usize, rule: &'static str) {
    let length = words.chars().count();
    if length > most {
        let message = format!("“{words}” has {length} characters; {most} fit");
        checker.problems.push(file.problem(
            section.heading_at.clone(),
            rule,
            message,
            "shorten it: it stands on a button",
        ));
    }
}

/// An answer or a part of one: its placeholders known, its length within the limit.
fn answer(checker: &mut Checker<'_>, file: &File, section: &Section<'_>, faq: &Faq) -> Vec<Block> {
    for (name, at) in text::placeholders(section.body).into_iter().filter(|(name, _)| !faq.knows(name)) {
        let at = section.body_at.start + at.start..section.body_at.start + at.end;
        let known = faq.law.names().chain(faq.offices.iter().map(|office| office.id.as_str()));
        let known = known.chain(faq.contacts.iter().map(|contact| contact.id.as_str()));
        let message = format!("nothing is called `{{{name}}}`");
        checker.problems.push(file.problem(at, "unknown-placeholder", message, did_you_mean(name, known)));
    }
    let length = faq.fill(section.body.trim(), Language::Ru, NaiveDate::MAX).chars().count();
    if length > LONGEST_ANSWER || length == 0 {
        let message = format!(
            "the text under “{}” has {length} characters; 1 to {LONGEST_ANSWER} fit a message",
            section.heading
        );
        let way_out = "move a list or the details into a part of its own: `## Heading` opens by a button";
        checker.problems.push(file.problem(section.body_at.clone(), "answer-length", message, way_out));
    }
    text::blocks(section.body)
}

fn asked_as(checker: &mut Checker<'_>, file: &File, section: &Section<'_>, id: &EntryId) -> Vec<String> {
    let ways = bullets(section);
    let mut seen = BTreeMap::new();
    for (words, at) in &ways {
        checker.way(file, words, at.clone(), &format!("`{id}`"));
        if seen.insert(crate::understanding::spelling::fold(words), ()).is_some() {
            let message = format!("“{words}” stands here twice");
            checker.problems.push(file.problem(at.clone(), "way-twice", message, "take one of the two out"));
        }
    }
    ways.into_iter().map(|(words, _)| words.to_string()).collect()
}
