//! Checks of `locales/`: every message in every language, with the values it may name, and no other.

use std::collections::{BTreeMap, BTreeSet};

use fluent_syntax::ast::{CallArguments, Entry, Expression, InlineExpression, Pattern, PatternElement};
use fluent_syntax::parser;

use super::label::Label;
use crate::dialogue::phrase::Phrase;
use crate::faq::problem::did_you_mean;
use crate::faq::{File, Problem, Problems};
use crate::language::{Language, PerLanguage};

/// The texts of each language's files, when all are faultless.
pub(super) fn check(files: &[File]) -> Result<PerLanguage<Vec<String>>, Problems> {
    let expected: BTreeMap<&str, &[&str]> = Phrase::KEYS.iter().chain(Label::KEYS).copied().collect();
    let mut problems = Vec::new();
    let mut texts = PerLanguage::new(|_| Vec::new());
    for language in Language::ALL {
        let mut seen = BTreeSet::new();
        let folder = format!("{language}/");
        for file in files.iter().filter(|file| file.path.starts_with(&folder)) {
            check_file(file, &expected, &mut seen, &mut problems);
            texts[language].push(file.text.clone());
        }
        for missing in expected.keys().filter(|key| !seen.contains(**key)) {
            problems.push(Problem {
                file: folder.clone(),
                line: 1,
                column: 1,
                rule: "missing-message",
                message: format!("`{missing}` has no words in `{language}`"),
                way_out: format!("add a line `{missing} = …` to a file of this folder; locales/en shows what it says"),
            });
        }
    }
    problems.sort();
    if problems.is_empty() { Ok(texts) } else { Err(Problems(problems)) }
}

fn check_file(
    file: &File,
    expected: &BTreeMap<&str, &[&str]>,
    seen: &mut BTreeSet<String>,
    problems: &mut Vec<Problem>,
) {
    let resource = parser::parse(file.text.as_str()).unwrap_or_else(|(resource, errors)| {
        for error in errors {
            let way_out = "Fluent syntax: `key = words`, further lines indented; see projectfluent.org";
            problems.push(file.problem(error.pos, "fluent-syntax", error.kind.to_string(), way_out));
        }
        resource
    });
    for entry in resource.body {
        let Entry::Message(message) = entry else { continue };
        let key = message.id.name;
        let start = key.as_ptr() as usize - file.text.as_ptr() as usize;
        let at = start..start + key.len();
        let Some(values) = expected.get(key) else {
            let way_out = did_you_mean(key, expected.keys().copied());
            problems.push(file.problem(at, "unused-message", format!("nothing says `{key}`"), way_out));
            continue;
        };
        if !seen.insert(key.to_string()) {
            let message = format!("`{key}` has words twice");
            problems.push(file.problem(at.clone(), "message-twice", message, "take one of the two out"));
        }
        for name in message.value.iter().flat_map(|pattern| variables(pattern)) {
            if !values.contains(&name.trim_end_matches("_short")) {
                let message = format!("`{key}` has no value `${name}`");
                let way_out = match values {
                    [] => "it names no values".to_string(),
                    _ => format!("its values are: ${}", values.join(", $")),
                };
                problems.push(file.problem(at.clone(), "unknown-value", message, way_out));
            }
        }
    }
}

/// The values that an expression names, those of all its forms together.
pub(crate) fn values_of<'a>(expression: &Expression<&'a str>) -> Vec<&'a str> {
    let mut found = Vec::new();
    of_expression(expression, &mut found);
    found
}

fn variables<'a>(pattern: &Pattern<&'a str>) -> Vec<&'a str> {
    let mut found = Vec::new();
    for element in &pattern.elements {
        if let PatternElement::Placeable { expression } = element {
            of_expression(expression, &mut found);
        }
    }
    found
}

fn of_expression<'a>(expression: &Expression<&'a str>, found: &mut Vec<&'a str>) {
    match expression {
        Expression::Inline(inline) => of_inline(inline, found),
        Expression::Select { selector, variants } => {
            of_inline(selector, found);
            variants.iter().for_each(|variant| found.extend(variables(&variant.value)));
        }
    }
}

fn of_inline<'a>(inline: &InlineExpression<&'a str>, found: &mut Vec<&'a str>) {
    match inline {
        InlineExpression::VariableReference { id } => found.push(id.name),
        InlineExpression::FunctionReference { arguments: CallArguments { positional, .. }, .. } => {
            positional.iter().for_each(|argument| of_inline(argument, found));
        }
        InlineExpression::Placeable { expression } => of_expression(expression, found),
        _ => {}
    }
}
