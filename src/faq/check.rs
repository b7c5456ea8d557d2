//! From files to a [`Faq`]: every check has a name, and all problems are found at once.

mod entries;
mod holidays;
mod lexicon;
mod menu;
mod offices;
mod places;
mod talk;
#[cfg(test)]
mod tests;
mod texts;
mod vocabulary;

use std::collections::{BTreeMap, HashSet};
use std::rc::Rc;
use std::sync::Arc;

use chrono::NaiveDate;
use rustc_hash::{FxHashMap, FxHashSet};
use toml::Spanned;
use toml::value::Datetime;

use super::Faq;
use super::law::{Law, day};
use super::problem::{File, Problem, Problems, did_you_mean};
use crate::language::{Language, PerLanguage};
use crate::links::{self, Target};
use crate::understanding::spelling::words;

/// What the checks share: the files, what was found wrong so far, and what must be unique.
struct Checker<'a> {
    files: &'a [File],
    problems: Vec<Problem>,
    /// Folded way of saying → where it stands.
    ways: FxHashMap<String, Rc<str>>,
}

/// What entries and answers may name, faulty or not: one mistake is reported once, not wherever its name is used.
/// A file that cannot be read leaves its names out, and then nothing is said about them.
struct Names {
    figures: Option<Vec<String>>,
    offices: Option<Vec<String>>,
    contacts: Option<Vec<String>>,
}

impl Names {
    fn with_figures(self, law: &Law) -> Names {
        let figures: Vec<String> = law.names().map(str::to_string).collect();
        Names { figures: Some(figures).filter(|figures| !figures.is_empty()), ..self }
    }

    /// What a placeholder may say.
    fn placeholders(&self) -> Option<Vec<&str>> {
        let all = [self.figures.as_ref()?, self.offices.as_ref()?, self.contacts.as_ref()?];
        Some(all.into_iter().flatten().map(String::as_str).collect())
    }
}

pub(super) fn check(files: &[File]) -> Result<Faq, Problems> {
    let mut checker = Checker { files, problems: Vec::new(), ways: FxHashMap::default() };
    let law = checker.file("law.toml").map(|file| Law::read(file, &mut checker.problems)).unwrap_or_default();
    let places = places::check(&mut checker);
    let (offices, contacts, names) = offices::check(&mut checker, &places);
    let names = names.with_figures(&law);
    let rule_lengths = ["stay-days", "stay-window"].iter().filter_map(|name| law.on(name, NaiveDate::MAX)).collect();
    let (holidays, holiday_names) = holidays::check(&mut checker);
    let (ids, retired) = menu::check(&mut checker);
    let mut faq = Faq {
        version: version(files),
        entries: Vec::new(),
        retired,
        offices,
        contacts,
        places,
        law,
        holidays,
        holiday_names,
        lexicon: lexicon::check(&mut checker),
        calendar: vocabulary::calendar(&mut checker).with_rule_lengths(rule_lengths).into(),
        language_names: vocabulary::language_names(&mut checker),
        promise_words: vocabulary::promise_words(&mut checker),
        talk: PerLanguage::new(|language| talk::check(&mut checker, language)),
        words: Arc::default(),
    };
    faq.entries = entries::check(&mut checker, &ids, &names, &faq);
    faq.words = checker.words().into();
    checker.problems.sort();
    checker.problems.dedup();
    if checker.problems.is_empty() { Ok(faq) } else { Err(Problems(checker.problems)) }
}

impl<'a> Checker<'a> {
    /// The file at that path; its absence is a problem.
    fn file(&mut self, path: &str) -> Option<&'a File> {
        let found = self.files.iter().find(|file| file.path == path);
        if found.is_none() {
            self.problems.push(Problem {
                file: path.to_string(),
                line: 1,
                column: 1,
                rule: "missing-file",
                message: "the file does not exist".to_string(),
                way_out: "add it; a file of the same kind beside it shows the form".to_string(),
            });
        }
        found
    }

    /// A name that must be one of the known ones.
    fn known<'k>(&mut self, file: &File, name: &Spanned<String>, known: impl Iterator<Item = &'k str> + Clone) {
        if !known.clone().any(|candidate| candidate == name.get_ref()) {
            let message = format!("`{}` is not known", name.get_ref());
            self.problems.push(file.problem(name.span(), "unknown-id", message, did_you_mean(name.get_ref(), known)));
        }
    }

    /// An id that links can name: printed ones must lead to it for ever.
    fn can_be_linked(&mut self, file: &File, id: &Spanned<String>, opened: &Target) {
        if !links::can_open(opened) {
            let message = format!("no link can open `{}`", id.get_ref());
            let way_out = "write it in small English letters, digits and hyphens, not too long; some short words are taken by other links";
            self.problems.push(file.problem(id.span(), "id-not-for-links", message, way_out));
        }
    }

    /// The words of all languages; each that is missing is a problem.
    fn all_languages(
        &mut self,
        file: &File,
        words: &Spanned<BTreeMap<Language, String>>,
    ) -> Option<PerLanguage<String>> {
        let said = |language: &Language| words.get_ref().get(language).filter(|words| !words.trim().is_empty());
        for language in Language::ALL.iter().filter(|language| said(language).is_none()) {
            let message = format!("the words for `{language}` are missing");
            let way_out = format!("add a line `{language} = \"…\"`");
            self.problems.push(file.problem(words.span(), "missing-language", message, way_out));
        }
        PerLanguage::try_new(|language| said(&language).cloned())
    }

    /// A way of saying something, also folded, which must stand in one place only.
    fn way(&mut self, file: &File, words: &str, mut folded: String, at: std::ops::Range<usize>, place: &Rc<str>) {
        if folded.is_empty() {
            folded = words.to_string();
        }
        if let Some(other) = self.ways.get(&folded).filter(|other| *other != place) {
            let message = format!("“{words}” also stands under {other}");
            let way_out = "leave it where people mean it; take it out of the other place";
            self.problems.push(file.problem(at, "way-in-two-places", message, way_out));
        }
        self.ways.insert(folded, Rc::clone(place));
    }

    /// Every word of the ways met so far: they are folded here anyway.
    fn words(&self) -> FxHashSet<Box<str>> {
        let mut all = FxHashSet::default();
        for word in self.ways.keys().flat_map(|way| words(way)) {
            if !all.contains(word) {
                all.insert(word.into());
            }
        }
        all
    }

    /// The whole day that a date says.
    fn day(&mut self, file: &File, date: &Spanned<Datetime>) -> Option<NaiveDate> {
        let found = day(date.get_ref());
        if found.is_none() {
            let message = format!("`{}` is no whole day", date.get_ref());
            self.problems.push(file.problem(date.span(), "not-a-day", message, "write it as 2026-11-22"));
        }
        found
    }

    /// Names that must not stand twice in their file.
    fn unique<'d>(&mut self, file: &File, ids: impl Iterator<Item = &'d Spanned<String>>) {
        let mut seen = HashSet::new();
        for id in ids.filter(|id| !seen.insert(id.get_ref().as_str())) {
            let message = format!("`{}` stands here twice", id.get_ref());
            self.problems.push(file.problem(id.span(), "id-twice", message, "give one of the two another id"));
        }
    }
}

/// A hash of paths and texts, eight bytes a step: stable everywhere, and no secret hangs on it.
fn version(files: &[File]) -> String {
    let mut hash = 0u64;
    let mut take = |word: u64| {
        let mixed = (hash ^ word).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        hash = mixed ^ (mixed >> 32);
    };
    for part in files.iter().flat_map(|file| [&file.path, &file.text]) {
        for bytes in part.as_bytes().chunks(8) {
            let mut word = [0; 8];
            word[..bytes.len()].copy_from_slice(bytes);
            take(u64::from_le_bytes(word));
        }
        // Where a part ends counts as well.
        take(part.len() as u64);
    }
    format!("{hash:016x}")[..12].to_string()
}
