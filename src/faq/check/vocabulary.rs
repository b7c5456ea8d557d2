//! Checks of the words people use for days, languages and promises: `calendar/`, `lexicon/languages.toml` and
//! `lexicon/promises.toml`.

use super::Checker;
use crate::language::Language;
use crate::understanding::dates::{Calendar, Vocabulary};
use crate::understanding::tongues::LanguageNames;
use crate::understanding::wishes::{PromiseDraft, PromiseWords};

/// The words people tell dates with, of all languages together.
pub(super) fn calendar(checker: &mut Checker<'_>) -> Vocabulary {
    let mut vocabulary = Vocabulary::default();
    for language in Language::ALL {
        let Some(file) = checker.file(&format!("calendar/{language}.toml")) else { continue };
        let Some(calendar) = file.toml::<Calendar>(&mut checker.problems) else { continue };
        // One by one, so that a problem has its file; the word that it quotes has the line.
        if let Err(error) = vocabulary.take(&calendar) {
            let message = error.to_string();
            let at = file.line_of(message.split('"').nth(1).unwrap_or_default());
            checker.problems.push(file.problem(at, "calendar", message, "write it as its neighbours are written"));
        }
    }
    vocabulary
}

/// How people name the served languages, and say that they do not know one.
pub(super) fn language_names(checker: &mut Checker<'_>) -> LanguageNames {
    let Some(file) = checker.file("lexicon/languages.toml") else { return LanguageNames::default() };
    let Some(named) = file.toml::<LanguageNames>(&mut checker.problems) else { return LanguageNames::default() };
    for missing in Language::ALL.iter().filter(|language| !named.names.contains_key(language)) {
        let message = format!("the names of `{missing}` are missing");
        let way_out = format!("add `{missing} = [\"…\"]`");
        checker.problems.push(file.problem(0..0, "missing-language", message, way_out));
    }
    named
}

/// What people say of reminders and calls besides days and times.
pub(super) fn promise_words(checker: &mut Checker<'_>) -> PromiseWords {
    let Some(file) = checker.file("lexicon/promises.toml") else { return PromiseWords::default() };
    let draft = file.toml::<PromiseDraft>(&mut checker.problems);
    draft.map_or_else(PromiseWords::default, |draft| PromiseWords::of(&draft))
}
