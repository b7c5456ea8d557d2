//! Checks of `places.toml`, as problems of the content.

use std::sync::Arc;

use super::Checker;
use crate::faq::places::Places;

/// The places; none when the file is faulty.
pub(super) fn check(checker: &mut Checker<'_>) -> Arc<Places> {
    let Some(file) = checker.file("places.toml") else { return Arc::default() };
    let places = Places::read(&file.text).unwrap_or_else(|findings| {
        let problems = findings.into_iter().map(|one| file.problem(one.at, one.rule, one.message, one.way_out));
        checker.problems.extend(problems);
        Places::default()
    });
    Arc::new(places)
}
