//! How commands answer: one object from arguments, or batches: one JSON object a line on stdin, exactly one a
//! line on stdout, in the same order.
//!
//! A line that cannot be answered is answered with `{"id":…,"error":…,"message":…}`, and the batch goes on. An
//! `id` comes back letter by letter as it was given; where a line is no JSON there is none, and it is null.

use std::io::{BufRead, BufReader, Write, stdin, stdout};

use chrono::NaiveDate;
use serde::Serialize;
use serde_json::value::{RawValue, Value};

use super::WrongUse;
use crate::stay::iso_date;

/// Why there is no answer: the word that scripts see, and what is wrong and how to mend it for who reads.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, thiserror::Error)]
#[error("{error}: {message}")]
pub struct Refusal {
    pub error: &'static str,
    pub message: String,
}

impl Refusal {
    pub fn new(error: &'static str, message: impl Into<String>) -> Refusal {
        Refusal { error, message: message.into() }
    }

    /// A date that is in no calendar, or in another form.
    pub fn invalid_date(text: &str) -> Refusal {
        let message = format!("`{text}` is no day of the calendar; write it as YYYY-MM-DD, such as 2025-11-22");
        Refusal::new(INVALID_DATE, message)
    }

    /// Said in a form that is not taken: as an argument, a wrong command line.
    fn is_of_form(&self) -> bool {
        [INVALID_DATE, UNKNOWN_NATIONALITY].contains(&self.error)
    }
}

const INVALID_DATE: &str = "invalid-date";
/// Said of a nationality that is no country's code.
pub const UNKNOWN_NATIONALITY: &str = "unknown-nationality";

/// Reads a day given as an argument.
pub fn day(text: &str) -> Result<NaiveDate, String> {
    iso_date(text).ok_or_else(|| Refusal::invalid_date(text).message)
}

/// What a line says, or the arguments that stand for it.
#[derive(Debug, Default)]
pub struct Fields(serde_json::Map<String, Value>);

impl From<serde_json::Map<String, Value>> for Fields {
    fn from(fields: serde_json::Map<String, Value>) -> Fields {
        Fields(fields)
    }
}

impl<'a> FromIterator<(&'a str, Value)> for Fields {
    fn from_iter<I: IntoIterator<Item = (&'a str, Value)>>(fields: I) -> Fields {
        Fields(fields.into_iter().map(|(name, value)| (name.to_string(), value)).collect())
    }
}

impl Fields {
    /// These fields and more.
    pub fn with<'a>(mut self, more: impl IntoIterator<Item = (&'a str, Value)>) -> Fields {
        self.0.extend(more.into_iter().map(|(name, value)| (name.to_string(), value)));
        self
    }

    /// The field, when it is there and not null.
    pub fn get(&self, name: &str) -> Option<&Value> {
        self.0.get(name).filter(|value| !value.is_null())
    }

    pub fn text(&self, name: &str) -> Result<Option<&str>, Refusal> {
        self.get(name).map(|value| value.as_str().ok_or_else(|| wrong(name, "a text in quotation marks"))).transpose()
    }

    pub fn flag(&self, name: &str) -> Result<bool, Refusal> {
        self.get(name).map_or(Ok(false), |value| value.as_bool().ok_or_else(|| wrong(name, "true or false")))
    }

    pub fn date(&self, name: &str) -> Result<Option<NaiveDate>, Refusal> {
        self.get(name).map(date).transpose()
    }
}

/// The day that a value says.
pub fn date(value: &Value) -> Result<NaiveDate, Refusal> {
    let text = value.as_str().map_or_else(|| value.to_string(), str::to_string);
    iso_date(&text).ok_or_else(|| Refusal::invalid_date(&text))
}

/// A field of another form than it must have.
pub fn wrong(name: &str, form: &str) -> Refusal {
    Refusal::new("invalid-input", format!("`{name}` must be {form}"))
}

/// Prints what was found, as JSON or as a table.
pub fn print(json: bool, found: &impl Serialize, table: impl FnOnce() -> String) -> anyhow::Result<()> {
    let text = if json { serde_json::to_string(found)? } else { table() };
    Ok(super::write_out(format_args!("{text}\n"))?)
}

/// What a command ends with that has no answer; where JSON was asked for, the refusal is printed as well.
pub fn refused(json: bool, refusal: Refusal) -> anyhow::Error {
    let printed = if json { super::write_out(format_args!("{}\n", serde_json::json!(refusal))) } else { Ok(()) };
    match printed {
        Err(error) => error.into(),
        Ok(()) if refusal.is_of_form() => WrongUse(refusal.to_string()).into(),
        Ok(()) => refusal.into(),
    }
}

/// Labels and values in two columns.
pub fn rows(lines: &[(&str, String)]) -> String {
    let width = lines.iter().map(|(label, _)| label.chars().count()).max().unwrap_or(0);
    let lines: Vec<String> = lines.iter().map(|(label, value)| format!("{label:width$}  {value}")).collect();
    lines.join("\n")
}

/// A day with its weekday, in plain English.
pub fn dated(day: NaiveDate) -> String {
    day.format("%Y-%m-%d (%A)").to_string()
}

/// The word that scripts see for a value.
pub fn word(value: impl Serialize) -> String {
    serde_json::to_value(value).ok().and_then(|value| value.as_str().map(str::to_string)).unwrap_or_default()
}

/// Answers stdin on stdout.
pub fn answer_stdin<T: Serialize>(answer: impl FnMut(&Fields) -> Result<T, Refusal>) -> anyhow::Result<()> {
    answer_lines(&mut BufReader::new(stdin().lock()), &mut std::io::BufWriter::new(stdout().lock()), answer)
}

/// An answer, or the refusal, under the id of its line.
#[derive(Serialize)]
struct Numbered<T> {
    id: Box<RawValue>,
    #[serde(flatten)]
    what: T,
}

fn answer_lines<T: Serialize>(
    input: &mut BufReader<impl std::io::Read>,
    output: &mut impl Write,
    mut answer: impl FnMut(&Fields) -> Result<T, Refusal>,
) -> anyhow::Result<()> {
    let mut line = Vec::new();
    while input.read_until(b'\n', &mut line)? > 0 {
        match read(&line).map(|(id, fields)| (id, answer(&fields))) {
            Ok((id, Ok(what))) => serde_json::to_writer(&mut *output, &Numbered { id, what })?,
            Ok((id, Err(what))) => serde_json::to_writer(&mut *output, &Numbered { id, what })?,
            Err(what) => serde_json::to_writer(&mut *output, &Numbered { id: null(), what })?,
        }
        output.write_all(b"\n")?;
        // Who waits for an answer before writing the next line gets it; who pipes a file is not slowed down.
        if input.buffer().is_empty() {
            output.flush()?;
        }
        line.clear();
    }
    Ok(output.flush()?)
}

fn read(line: &[u8]) -> Result<(Box<RawValue>, Fields), Refusal> {
    let line = line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line);
    let no_object = |error: serde_json::Error| {
        let message = format!("the line is no JSON object: {error}; write one such as {{\"id\":\"1\",…}} a line");
        Refusal::new("invalid-json", message)
    };
    let mut raw: std::collections::BTreeMap<String, Box<RawValue>> = serde_json::from_slice(line).map_err(no_object)?;
    let id = raw.remove("id").unwrap_or_else(null);
    Ok((id, Fields(serde_json::from_slice(line).map_err(no_object)?)))
}

fn null() -> Box<RawValue> {
    RawValue::NULL.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Serialize)]
    struct Echo {
        text: String,
    }

    fn echo(lines: &[u8]) -> String {
        let mut written = Vec::new();
        let answer = |fields: &Fields| {
            let text = fields.text("text")?.ok_or_else(|| wrong("text", "there"))?;
            Ok(Echo { text: text.to_string() })
        };
        answer_lines(&mut BufReader::new(lines), &mut written, answer).unwrap();
        String::from_utf8(written).unwrap()
    }

    #[test]
    fn an_id_comes_back_as_it_was_given() {
        for id in ["\"a\"", "7", "12345678901234567890123", "1.50", "null", "{\"a\": [1]}", "\"\\u0041\""] {
            let line = format!("{{\"text\":\"x\",\"id\":{id}}}");
            assert_eq!(echo(line.as_bytes()), format!("{{\"id\":{id},\"text\":\"x\"}}\n"));
        }
        assert_eq!(echo(b"{\"text\":\"x\"}"), "{\"id\":null,\"text\":\"x\"}\n");
    }

    #[test]
    fn each_bad_line_is_answered_in_its_place() {
        let answers = echo(b"\xef\xbb\xbf{\"id\":1,\"text\":\"a\"}\r\n\nno\n{\"id\":2,\"text\":3}\n\"\xff\"\n[1]\n{\"id\":3,\"text\":\"b\"}");
        let beginnings: Vec<String> = answers.lines().map(|line| line.chars().take(26).collect()).collect();
        let unreadable = "{\"id\":null,\"error\":\"invalid";
        let expected = [
            "{\"id\":1,\"text\":\"a\"}",
            unreadable,
            unreadable,
            "{\"id\":2,\"error\":\"invalid-in",
            unreadable,
            unreadable,
            "{\"id\":3,\"text\":\"b\"}",
        ];
        assert_eq!(beginnings, expected.map(|line| line.chars().take(26).collect::<String>()));
    }
}
