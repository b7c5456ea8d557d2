//! Checks of an entry's words: each language's own, and that all carry the same figures.

use std::collections::BTreeSet;
use std::ops::Range;
use std::rc::Rc;

use chrono::NaiveDate;
use rustc_hash::FxHashSet;

use super::{Checker, Names};
use crate::faq::problem::{File, did_you_mean};
use crate::faq::text::{self, Block, Section, bullets, sections};
use crate::faq::{EntryId, EntryText, Faq};
use crate::language::{Language, PerLanguage};
use crate::understanding::spelling::fold;

/// An answer, or a part of one, longer than this does not fit a small screen.
const LONGEST_ANSWER: usize = 900;
const LONGEST_TITLE: usize = 40;
const LONGEST_HEADING: usize = 24;
/// With fewer ways of asking, an entry is not found reliably.
const FEWEST_WAYS: usize = 25;

const ASKED_AS: &str = "Asked as";
const LAW: &str = "Law";

/// The words of all languages; nothing when one of them is missing.
pub(super) fn check(
    checker: &mut Checker<'_>,
    id: &EntryId,
    names: &Names,
    faq: &Faq,
) -> Option<PerLanguage<EntryText>> {
    let mut model: Option<(Language, BTreeSet<String>)> = None;
    let mut texts = Language::ALL.map(|language| {
        let file = checker.file(&format!("entries/{id}/{language}.md"))?;
        let figures = figures_of(&file.text);
        match &model {
            Some((first, expected)) => same_figures(checker, file, *first, expected, &figures),
            None => model = Some((language, figures)),
        }
        entry_text(checker, file, id, names, faq)
    });
    PerLanguage::try_new(|language| texts[language as usize].take())
}

fn same_figures(
    checker: &mut Checker<'_>,
    file: &File,
    first: Language,
    expected: &BTreeSet<String>,
    found: &BTreeSet<String>,
) {
    if expected != found {
        let odd: Vec<&str> = expected.symmetric_difference(found).map(String::as_str).collect();
        let message = format!("figures differ from {first}.md: {}", odd.join(", "));
        let way_out = "every language names the same figures, placeholders and addresses; write them as figures";
        checker.problems.push(file.problem(0..0, "figures-differ", message, way_out));
    }
}

/// The placeholders and literal numbers of everything that a person reads.
fn figures_of(text: &str) -> BTreeSet<String> {
    let mut found = BTreeSet::new();
    for section in sections(text).iter().filter(|section| section.heading != ASKED_AS) {
        let words: String = text::blocks(section.body).into_iter().map(unnumbered).collect();
        found.extend(text::placeholders(&words).into_iter().map(|(name, _)| format!("{{{name}}}")));
        let literal = text::fill(&words, |_| Some(String::new()));
        let numbers = literal.split(|c: char| !c.is_ascii_digit()).filter(|number| !number.is_empty());
        found.extend(numbers.map(str::to_string));
    }
    found
}

/// The words of a block without the numbers before the items of a list.
fn unnumbered(block: Block) -> String {
    match block {
        Block::Paragraph(words) => words + "\n",
        Block::Bullets(items) | Block::Numbered(items) => items.join("\n") + "\n",
    }
}

fn entry_text(checker: &mut Checker<'_>, file: &File, id: &EntryId, names: &Names, faq: &Faq) -> Option<EntryText> {
    let sections = sections(&file.text);
    let Some(first) = sections.first().filter(|section| section.level == 1) else {
        let message = "the file does not begin with a title".to_string();
        checker.problems.push(file.problem(0..0, "missing-title", message, "begin it with a line `# Title`"));
        return None;
    };
    on_a_button(checker, file, first, LONGEST_TITLE, "title-too-long");
    let mut read = EntryText {
        title: first.heading.to_string(),
        answer: answer(checker, file, first, names, faq),
        parts: Vec::new(),
        law: None,
        asked_as: Vec::new(),
    };
    for section in &sections[1..] {
        match section.heading {
            ASKED_AS => read.asked_as = asked_as(checker, file, section, id),
            LAW => read.law = Some(law(checker, file, section, names)),
            heading => {
                on_a_button(checker, file, section, LONGEST_HEADING, "heading-too-long");
                read.parts.push((heading.to_string(), answer(checker, file, section, names, faq)));
            }
        }
    }
    enough_ways(checker, file, &read);
    Some(read)
}

/// Words on a button: short, and nothing is filled in there.
fn on_a_button(checker: &mut Checker<'_>, file: &File, section: &Section<'_>, most: usize, rule: &'static str) {
    let (words, at) = (section.heading, section.heading_at.clone());
    let length = words.chars().count();
    if length > most {
        let message = format!("“{words}” has {length} characters; {most} fit");
        let way_out = "shorten it: it stands on a button";
        checker.problems.push(file.problem(at.clone(), rule, message, way_out));
    }
    if words.is_empty() || !text::placeholders(words).is_empty() {
        let message = format!("“{words}” cannot stand on a button");
        let way_out = "write a few words, without braces: nothing is filled in there";
        checker.problems.push(file.problem(at, "heading-words", message, way_out));
    }
}

/// An answer or a part of one: its placeholders known, its length within the limit.
fn answer(checker: &mut Checker<'_>, file: &File, section: &Section<'_>, names: &Names, faq: &Faq) -> Vec<Block> {
    known_placeholders(checker, file, section, names);
    let length = faq.fill(section.body.trim(), Language::Ru, NaiveDate::MAX).chars().count();
    if length > LONGEST_ANSWER || length == 0 {
        let heading = section.heading;
        let message =
            format!("the text under “{heading}” has {length} characters; 1 to {LONGEST_ANSWER} fit a message");
        let way_out = "move a list or the details into a part of its own: `## Heading` opens by a button";
        checker.problems.push(file.problem(section.heading_at.clone(), "answer-length", message, way_out));
    }
    text::blocks(section.body)
}

fn law(checker: &mut Checker<'_>, file: &File, section: &Section<'_>, names: &Names) -> String {
    known_placeholders(checker, file, section, names);
    section.body.trim().to_string()
}

fn known_placeholders(checker: &mut Checker<'_>, file: &File, section: &Section<'_>, names: &Names) {
    let Some(known) = names.placeholders() else { return };
    for (name, at) in text::placeholders(section.body).into_iter().filter(|(name, _)| !known.contains(name)) {
        let message = format!("nothing is called `{{{name}}}`");
        let way_out = did_you_mean(name, known.iter().copied());
        checker.problems.push(file.problem(within(section, at), "unknown-placeholder", message, way_out));
    }
}

/// Bytes of a section's body as bytes of its file.
fn within(section: &Section<'_>, at: Range<usize>) -> Range<usize> {
    section.body_at.start + at.start..section.body_at.start + at.end
}

fn asked_as(checker: &mut Checker<'_>, file: &File, section: &Section<'_>, id: &EntryId) -> Vec<String> {
    let ways = bullets(section);
    let place: Rc<str> = format!("`{id}`").into();
    let mut seen = FxHashSet::default();
    for (words, at) in &ways {
        let folded = fold(words);
        let is_new = seen.insert(folded.clone());
        checker.way(file, words, folded, at.clone(), &place);
        if !is_new {
            let message = format!("“{words}” stands here twice");
            checker.problems.push(file.problem(at.clone(), "way-twice", message, "take one of the two out"));
        }
    }
    ways.into_iter().map(|(words, _)| words.to_string()).collect()
}

fn enough_ways(checker: &mut Checker<'_>, file: &File, read: &EntryText) {
    if read.asked_as.len() < FEWEST_WAYS {
        let message = format!("{} ways of asking; {FEWEST_WAYS} are needed", read.asked_as.len());
        let way_out = "add bullets under `## Asked as`: how people really type it";
        checker.problems.push(file.problem(0..0, "too-few-ways", message, way_out));
    }
}
