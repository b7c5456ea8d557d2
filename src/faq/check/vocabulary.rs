//! Checks of the words people use for days and languages: `calendar/` and `lexicon/languages.toml`.

use std::collections::BTreeMap;

use super::Checker;
use crate::language::Language;
use crate::understanding::dates::{Calendar, Vocabulary};
use crate::understanding::spelling::fold;

/// The words people tell dates with, of all languages together.
pub(super) fn calendar(checker: &mut Checker<'_>) -> Vocabulary {
    let paths = Language::ALL.map(|language| format!("calendar/{language}.toml"));
    let calendars: Vec<Calendar> =
        paths.iter().filter_map(|path| checker.file(path)?.toml(&mut checker.problems)).collect();
    Vocabulary::new(&calendars).unwrap_or_else(|error| {
        if let Some(file) = checker.file(&paths[0]) {
            let way_out = "mend the word in the calendar file that has it";
            checker.problems.push(file.problem(0..0, "calendar", error.to_string(), way_out));
        }
        Vocabulary::default()
    })
}

/// Beginnings of folded words that name a served language.
pub(super) fn language_names(checker: &mut Checker<'_>) -> Vec<(String, Language)> {
    let Some(file) = checker.file("lexicon/languages.toml") else { return Vec::new() };
    let named: BTreeMap<Language, Vec<String>> = file.toml(&mut checker.problems).unwrap_or_default();
    for missing in Language::ALL.iter().filter(|language| !named.contains_key(language)) {
        let message = format!("the names of `{missing}` are missing");
        let way_out = format!("add `{missing} = [\"…\"]`");
        checker.problems.push(file.problem(0..0, "missing-language", message, way_out));
    }
    let stems = named.into_iter().flat_map(|(language, stems)| stems.into_iter().map(move |stem| (stem, language)));
    stems.map(|(stem, language)| (fold(&stem), language)).collect()
}
