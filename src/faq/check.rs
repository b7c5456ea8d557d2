//! From files to a [`Faq`]: every check has a name, and all problems are found at once.

mod entries;
mod offices;
mod talk;

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use toml::Spanned;

use super::draft::{LexiconDraft, MenuDraft};
use super::law::Law;
use super::problem::{File, Problem, Problems, did_you_mean};
use super::{EntryId, Faq, Lexicon, Theme};
use crate::language::{Language, PerLanguage};
use crate::understanding::dates::{Calendar, Vocabulary};
use crate::understanding::spelling::fold;

/// What the checks share: the files, what was found wrong so far, and what must be unique.
struct Checker<'a> {
    files: &'a [File],
    problems: Vec<Problem>,
    /// Folded way of saying → where it stands.
    ways: HashMap<String, String>,
}

pub(super) fn check(files: &[File]) -> Result<Faq, Problems> {
    let mut checker = Checker { files, problems: Vec::new(), ways: HashMap::new() };
    let law = checker.file("law.toml").map(|file| Law::read(file, &mut checker.problems)).unwrap_or_default();
    let (offices, contacts) = offices::check(&mut checker);
    let rule_lengths = ["stay-days", "stay-window"].iter().filter_map(|name| law.on(name, NaiveDate::MAX)).collect();
    let mut faq = Faq {
        version: version(files),
        entries: Vec::new(),
        retired: BTreeMap::new(),
        offices,
        contacts,
        law,
        lexicon: checker.lexicon(),
        calendar: checker.calendar().with_rule_lengths(rule_lengths),
        language_names: checker.language_names(),
        holidays: Default::default(),
        talk: PerLanguage::new(|_| Vec::new()),
    };
    let menu: MenuDraft = checker.toml("menu.toml").unwrap_or_default();
    let ids = checker.menu_ids(&menu);
    faq.entries = entries::check(&mut checker, &ids, &faq);
    faq.retired = checker.retired(&menu, &ids);
    faq.talk = PerLanguage::new(|language| talk::check(&mut checker, language));
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

    fn toml<T: serde::de::DeserializeOwned>(&mut self, path: &str) -> Option<T> {
        self.file(path)?.toml(&mut self.problems)
    }

    /// A name that must be one of the known ones.
    fn known<'k>(&mut self, file: &File, name: &Spanned<String>, known: impl Iterator<Item = &'k str> + Clone) {
        if !known.clone().any(|candidate| candidate == name.get_ref()) {
            let message = format!("`{}` is not known", name.get_ref());
            self.problems.push(file.problem(name.span(), "unknown-id", message, did_you_mean(name.get_ref(), known)));
        }
    }

    /// The words of all languages; each that is missing is a problem.
    fn all_languages(
        &mut self,
        file: &File,
        words: &Spanned<BTreeMap<Language, String>>,
    ) -> Option<PerLanguage<String>> {
        for language in Language::ALL.iter().filter(|language| !words.get_ref().contains_key(language)) {
            let message = format!("the words for `{language}` are missing");
            let way_out = format!("add a line `{language} = \"…\"`");
            self.problems.push(file.problem(words.span(), "missing-language", message, way_out));
        }
        PerLanguage::try_new(|language| words.get_ref().get(&language).cloned())
    }

    /// A way of saying something, which must stand in one place only.
    fn way(&mut self, file: &File, words: &str, at: std::ops::Range<usize>, place: &str) {
        let mut folded = fold(words);
        if folded.is_empty() {
            folded = words.to_string();
        }
        if let Some(other) = self.ways.get(&folded).filter(|other| *other != place) {
            let message = format!("“{words}” also stands under {other}");
            let way_out = "leave it where people mean it; take it out of the other place";
            self.problems.push(file.problem(at, "way-in-two-places", message, way_out));
        }
        self.ways.insert(folded, place.to_string());
    }

    fn menu_ids(&mut self, menu: &MenuDraft) -> Vec<(Theme, EntryId)> {
        let mut ids: Vec<(Theme, EntryId)> = Vec::new();
        for (theme, names) in
            [(Theme::Stay, &menu.stay), (Theme::Family, &menu.family), (Theme::Offices, &menu.offices)]
        {
            for name in names {
                if let (Some(file), true) =
                    (self.file("menu.toml"), ids.iter().any(|(_, id)| id.as_str() == name.get_ref()))
                {
                    let message = format!("`{}` stands in the menu twice", name.get_ref());
                    self.problems.push(file.problem(name.span(), "twice-in-menu", message, "take one of the two out"));
                }
                ids.push((theme, EntryId::new(name.get_ref())));
            }
        }
        self.folders_outside(&ids);
        ids
    }

    /// An entry's folder that the menu does not name would never be found.
    fn folders_outside(&mut self, ids: &[(Theme, EntryId)]) {
        for file in self.files {
            let folder = file.path.strip_prefix("entries/").and_then(|rest| rest.strip_suffix("/entry.toml"));
            if let Some(folder) = folder.filter(|folder| !ids.iter().any(|(_, id)| id.as_str() == *folder)) {
                let message = format!("the entry `{folder}` is not in the menu");
                self.problems.push(file.problem(
                    0..0,
                    "not-in-menu",
                    message,
                    "name it in menu.toml, or move the folder away",
                ));
            }
        }
    }

    fn retired(&mut self, menu: &MenuDraft, ids: &[(Theme, EntryId)]) -> BTreeMap<EntryId, EntryId> {
        let mut retired = BTreeMap::new();
        for (old, successor) in &menu.retired {
            if let Some(file) = self.file("menu.toml") {
                self.known(file, successor, ids.iter().map(|(_, id)| id.as_str()));
            }
            retired.insert(EntryId::new(old), EntryId::new(successor.get_ref()));
        }
        retired
    }

    fn lexicon(&mut self) -> Lexicon {
        let drafts: Vec<(Language, LexiconDraft)> = Language::ALL
            .into_iter()
            .filter_map(|language| Some((language, self.toml(&format!("lexicon/{language}.toml"))?)))
            .collect();
        let Some((first, model)) = drafts.first() else { return Lexicon::default() };
        let concepts: Vec<String> = model.concepts.keys().map(|name| name.get_ref().clone()).collect();
        let mut stems = Vec::new();
        for (language, draft) in &drafts {
            let path = format!("lexicon/{language}.toml");
            let Some(file) = self.file(&path) else { continue };
            for missing in concepts.iter().filter(|name| !draft.concepts.keys().any(|key| key.get_ref() == *name)) {
                let message = format!("the concept `{missing}` of lexicon/{first}.toml is missing");
                self.problems.push(file.problem(
                    0..0,
                    "missing-concept",
                    message,
                    format!("add `{missing} = [\"…\"]`"),
                ));
            }
            for (name, words) in &draft.concepts {
                self.known(file, name, concepts.iter().map(String::as_str));
                if let Some(number) = concepts.iter().position(|concept| concept == name.get_ref()) {
                    stems.extend(words.iter().map(|stem| (stem.clone(), number as u16)));
                }
            }
        }
        Lexicon { concepts, stems }
    }
}

impl Checker<'_> {
    /// The words people tell dates with, of all languages together.
    fn calendar(&mut self) -> Vocabulary {
        let paths = Language::ALL.map(|language| format!("calendar/{language}.toml"));
        let calendars: Vec<Calendar> = paths.iter().filter_map(|path| self.toml(path)).collect();
        Vocabulary::new(&calendars).unwrap_or_else(|error| {
            if let Some(file) = self.file(&paths[0]) {
                let way_out = "mend the word in the calendar file that has it";
                self.problems.push(file.problem(0..0, "calendar", error.to_string(), way_out));
            }
            Vocabulary::default()
        })
    }

    fn language_names(&mut self) -> Vec<(String, Language)> {
        let named: BTreeMap<Language, Vec<String>> = self.toml("lexicon/languages.toml").unwrap_or_default();
        for missing in Language::ALL.iter().filter(|language| !named.contains_key(language)) {
            if let Some(file) = self.file("lexicon/languages.toml") {
                let message = format!("the names of `{missing}` are missing");
                self.problems.push(file.problem(
                    0..0,
                    "missing-language",
                    message,
                    format!("add `{missing} = [\"…\"]`"),
                ));
            }
        }
        named
            .into_iter()
            .flat_map(|(language, stems)| stems.into_iter().map(move |stem| (fold(&stem), language)))
            .collect()
    }
}

/// FNV-1a over paths and texts: small, stable everywhere, and no secret hangs on it.
fn version(files: &[File]) -> String {
    let bytes = files.iter().flat_map(|file| file.path.bytes().chain([0]).chain(file.text.bytes()).chain([0]));
    let hash =
        bytes.fold(0xcbf2_9ce4_8422_2325u64, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3));
    format!("{hash:016x}")[..12].to_string()
}
