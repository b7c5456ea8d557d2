//! Checks of `talk/`: what people say that is no question for an entry.

use std::rc::Rc;

use super::Checker;
use crate::faq::Talk;
use crate::faq::problem::did_you_mean;
use crate::faq::text::{bullets, sections};
use crate::language::Language;
use crate::understanding::spelling::fold;

pub(super) fn check(checker: &mut Checker<'_>, language: Language) -> Vec<(Talk, String)> {
    let mut ways = Vec::new();
    let mut seen = Vec::new();
    for path in [format!("talk/{language}.md"), format!("talk/{language}.outside.md")] {
        let Some(file) = checker.file(&path) else { continue };
        for section in sections(&file.text).iter().filter(|section| section.level == 2) {
            let Some(talk) = Talk::ALL.into_iter().find(|talk| talk.section() == section.heading) else {
                let message = format!("the section `{}` is not known", section.heading);
                let way_out = did_you_mean(section.heading, Talk::ALL.into_iter().map(Talk::section));
                checker.problems.push(file.problem(section.heading_at.clone(), "unknown-section", message, way_out));
                continue;
            };
            seen.push(talk);
            let place: Rc<str> = format!("talk: {}", talk.section()).into();
            for (words, at) in bullets(section) {
                checker.way(file, words, fold(words), at, &place);
                ways.push((talk, words.to_string()));
            }
        }
    }
    for missing in Talk::ALL.into_iter().filter(|talk| !seen.contains(talk)) {
        let ending = if missing.is_outside() { ".outside.md" } else { ".md" };
        if let Some(file) = checker.file(&format!("talk/{language}{ending}")) {
            let message = format!("the section `{}` is missing", missing.section());
            let way_out = format!("add `## {}` with ways of saying it", missing.section());
            checker.problems.push(file.problem(0..0, "missing-section", message, way_out));
        }
    }
    ways
}
