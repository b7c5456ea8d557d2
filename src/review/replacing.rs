//! What may be written in a piece, and how it stands in its file.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::ops::Range;

use fluent_syntax::ast;
use fluent_syntax::parser;

use super::marks::plain_line;
use super::pieces::Shape;
use crate::faq::text::placeholders;
use crate::wording;

/// Why words cannot stand where they are: rule, what is wrong, way out.
pub(super) type Refusal = (&'static str, String, String);

/// The new words as the file has them, or why they cannot stand there.
pub(super) fn replacement(shape: Shape, before: &str, after: &str) -> Result<String, Refusal> {
    if after.is_empty() {
        let message = "the piece is empty".to_string();
        return Err(("piece-empty", message, "write its words again; only a maintainer takes a piece out".into()));
    }
    match shape {
        Shape::Message => same_message(before, after)?,
        Shape::Line | Shape::Quoted => one_line(after).and_then(|()| same_names(before, after))?,
        Shape::Prose => no_heading(after).and_then(|()| same_names(before, after))?,
        Shape::Ways => only_bullets(after)?,
    }
    Ok(match shape {
        Shape::Quoted => quoted(after),
        _ => kept(before, after),
    })
}

/// The new words with those lines that did not change as they stood before, to the last byte.
fn kept(before: &str, after: &str) -> String {
    let lines: HashMap<String, &str> = before.lines().map(|line| (plain_line(line), line)).collect();
    let ending = if before.contains("\r\n") { "\r\n" } else { "\n" };
    let line = |line| lines.get(line).copied().unwrap_or(line);
    after.split('\n').map(line).collect::<Vec<_>>().join(ending)
}

/// A basic string of TOML.
fn quoted(words: &str) -> String {
    format!("\"{}\"", words.replace('\\', "\\\\").replace('"', "\\\""))
}

fn one_line(words: &str) -> Result<(), Refusal> {
    if !words.contains('\n') && !words.contains(char::is_control) {
        return Ok(());
    }
    Err(("one-line", "this piece is one line".into(), "join its lines".into()))
}

fn no_heading(words: &str) -> Result<(), Refusal> {
    let Some(line) = words.lines().find(|line| line.starts_with("# ") || line.starts_with("## ")) else {
        return Ok(());
    };
    let message = format!("“{line}” would begin a new part");
    Err(("heading-in-piece", message, "take the sign `#` away; only a maintainer adds a part".into()))
}

fn only_bullets(words: &str) -> Result<(), Refusal> {
    let is_way = |line: &&str| line.strip_prefix("- ").is_some_and(|way| !way.trim().is_empty());
    let Some(line) = words.lines().find(|line| !line.is_empty() && !is_way(line)) else { return Ok(()) };
    let message = format!("“{line}” is no way of saying it");
    Err(("not-a-way", message, "begin each line with `- `, and write one way a line".into()))
}

/// The names in braces must be the same: Popas fills them in.
fn same_names(before: &str, after: &str) -> Result<(), Refusal> {
    let names = |words| placeholders(words).into_iter().map(|(name, _)| format!("{{{name}}}")).collect();
    same(&names(before), &names(after), "")
}

fn same(before: &BTreeSet<String>, after: &BTreeSet<String>, place: &str) -> Result<(), Refusal> {
    let lost = before.difference(after).next();
    let new = after.difference(before).next();
    let (rule, message) = match (lost, new) {
        (Some(lost), Some(new)) => ("placeholder-changed", format!("`{lost}` has become `{new}`{place}")),
        (Some(lost), None) => ("placeholder-lost", format!("`{lost}` is lost{place}")),
        (None, Some(new)) => ("placeholder-added", format!("`{new}` was not there before{place}")),
        (None, None) => return Ok(()),
    };
    let way_out = match lost {
        Some(lost) => format!("write `{lost}` where the figure, day or address belongs"),
        None => "leave it out; only a maintainer adds a value".to_string(),
    };
    Err((rule, message, way_out))
}

fn same_message(before: &str, after: &str) -> Result<(), Refusal> {
    let (Some((key, old)), read) = (message(before).ok(), message(after)) else { return Ok(()) };
    let (new_key, new) = read.map_err(|error| {
        let way_out = "compare with the words beside it: the lines in brackets, and the braces around values";
        ("fluent-syntax", format!("the message cannot be read: {error}"), way_out.to_string())
    })?;
    if key != new_key {
        let message = format!("`{key} =` has become `{new_key} =`");
        return Err(("key-changed", message, format!("begin the piece with `{key} =`")));
    }
    for (form, values) in &old {
        let Some(after) = new.get(form) else {
            let message = format!("the line `{form}` is lost");
            return Err((
                "form-lost",
                message,
                "write it again: it is said for other numbers than its neighbour".into(),
            ));
        };
        let place = if form.is_empty() { String::new() } else { format!(" in the line `{form}`") };
        same(values, after, &place)?;
    }
    Ok(())
}

/// The values that a message names, by the forms under which it does (`[one]`), outermost first.
type Values = BTreeMap<String, BTreeSet<String>>;

/// The key of a message, and its values; an error when the words are not exactly one message.
fn message(words: &str) -> Result<(String, Values), String> {
    let resource = parser::parse(words)
        .map_err(|(_, errors)| errors.first().map_or_else(String::new, |error| error.kind.to_string()))?;
    let [ast::Entry::Message(message)] = resource.body.as_slice() else {
        return Err("it is not one message with its key".into());
    };
    let mut values = Values::new();
    if let Some(pattern) = &message.value {
        collect(pattern, "", &mut values);
    }
    Ok((message.id.name.to_string(), values))
}

fn collect(pattern: &ast::Pattern<&str>, form: &str, values: &mut Values) {
    values.entry(form.to_string()).or_default();
    for element in &pattern.elements {
        let ast::PatternElement::Placeable { expression } = element else { continue };
        if let ast::Expression::Select { variants, .. } = expression {
            for variant in variants {
                let key = match variant.key {
                    ast::VariantKey::Identifier { name } => name,
                    ast::VariantKey::NumberLiteral { value } => value,
                };
                collect(&variant.value, &format!("{form}[{key}]"), values);
            }
        }
        let names = wording::values_of(expression).into_iter().map(|name| format!("{{ ${name} }}"));
        values.entry(form.to_string()).or_default().extend(names);
    }
}

/// The messages of a Fluent file by key, each with its bytes.
pub(super) fn messages(text: &str) -> Vec<(&str, Range<usize>)> {
    let mut found: Vec<(&str, Range<usize>)> = Vec::new();
    let (mut start, mut inside) = (0, false);
    for line in text.split_inclusive('\n') {
        let end = start + line.trim_end().len();
        let continues = line.starts_with([' ', '}']);
        if let Some(key) = line.split_once('=').map(|(key, _)| key.trim_end())
            && line.starts_with(|first: char| first.is_ascii_alphabetic())
        {
            found.push((key, start..end));
            inside = true;
        } else if let (true, true, Some((_, at))) = (inside, continues, found.last_mut()) {
            at.end = end.max(at.end);
        } else if !line.trim().is_empty() {
            inside = false;
        }
        start += line.len();
    }
    found
}

/// The remark that stands right above a message.
pub(super) fn remark(text: &str, start: usize) -> String {
    let above: Vec<&str> = text[..start].lines().rev().take_while(|line| line.starts_with('#')).collect();
    let words = above.into_iter().rev().map(|line| line.trim_start_matches('#').trim());
    words.collect::<Vec<_>>().join(" ")
}
