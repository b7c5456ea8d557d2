//! Checks of `lexicon/`: every language names the same concepts.

use super::Checker;
use crate::faq::Lexicon;
use crate::faq::draft::LexiconDraft;
use crate::faq::problem::File;
use crate::language::Language;

pub(super) fn check(checker: &mut Checker<'_>) -> Lexicon {
    let mut drafts: Vec<(&File, LexiconDraft)> = Vec::new();
    for language in Language::ALL {
        let Some(file) = checker.file(&format!("lexicon/{language}.toml")) else { continue };
        drafts.extend(file.toml(&mut checker.problems).map(|draft| (file, draft)));
    }
    let Some((model, first)) = drafts.first() else { return Lexicon::default() };
    let concepts: Vec<String> = first.concepts.keys().map(|name| name.get_ref().clone()).collect();
    let mut stems = Vec::new();
    for (file, draft) in &drafts {
        missing_concepts(checker, file, draft, model, &concepts);
        for (name, words) in &draft.concepts {
            checker.known(file, name, concepts.iter().map(String::as_str));
            if let Some(number) = concepts.iter().position(|concept| concept == name.get_ref()) {
                stems.extend(words.iter().map(|stem| (stem.clone(), number as u16)));
            }
        }
    }
    Lexicon { concepts, stems }
}

fn missing_concepts(checker: &mut Checker<'_>, file: &File, draft: &LexiconDraft, model: &File, concepts: &[String]) {
    for missing in concepts.iter().filter(|name| !draft.concepts.keys().any(|key| key.get_ref() == *name)) {
        let message = format!("the concept `{missing}` of {} is missing", model.path);
        let way_out = format!("add `{missing} = [\"…\"]`");
        checker.problems.push(file.problem(0..0, "missing-concept", message, way_out));
    }
}
