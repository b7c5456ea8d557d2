//! What is wrong with a file of content: where, which rule, and the way out.

use std::fmt;
use std::ops::Range;

use serde::Serialize;

/// One finding in the content, with its place.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Problem {
    /// Path of the file inside `faq/` or `locales/`.
    pub file: String,
    /// Line and column, both from 1; the column counts characters.
    pub line: usize,
    pub column: usize,
    /// The rule's name, stable: `unknown-id`, `missing-language`, …
    pub rule: &'static str,
    /// What is wrong, quoting the words it is about.
    pub message: String,
    /// How to mend it.
    pub way_out: String,
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Problem { file, line, column, rule, message, way_out } = self;
        write!(f, "{file}:{line}:{column}: {rule}: {message}\n    {way_out}")
    }
}

/// All problems of a load, sorted by place; never empty when returned as an error.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Problems(pub Vec<Problem>);

impl fmt::Display for Problems {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for problem in &self.0 {
            writeln!(f, "{problem}")?;
        }
        write!(
            f,
            "{} found; nothing was loaded",
            match self.0.len() {
                1 => "1 problem".to_string(),
                several => format!("{several} problems"),
            }
        )
    }
}

impl std::error::Error for Problems {}

/// A file of content: its path inside the folder and its text.
#[derive(Clone, Debug)]
pub struct File {
    pub path: String,
    pub text: String,
}

impl File {
    /// A problem at a byte range of this file.
    pub fn problem(
        &self,
        at: Range<usize>,
        rule: &'static str,
        message: String,
        way_out: impl Into<String>,
    ) -> Problem {
        let before = self.text.get(..at.start.min(self.text.len())).unwrap_or("");
        let line_start = before.rfind('\n').map_or(0, |newline| newline + 1);
        Problem {
            file: self.path.clone(),
            line: before.matches('\n').count() + 1,
            column: before[line_start..].chars().count() + 1,
            rule,
            message,
            way_out: way_out.into(),
        }
    }

    /// The bytes of the first line that begins with those words, white space aside; the beginning of the file where
    /// none does.
    pub fn line_of(&self, words: &str) -> Range<usize> {
        let mut start = 0;
        for line in self.text.split_inclusive('\n') {
            if line.trim_start().starts_with(words) {
                return start..start + line.len();
            }
            start += line.len();
        }
        0..0
    }

    /// Reads the file as TOML of a draft type; a syntax error, an unknown key or a wrong type is a problem.
    pub fn toml<T: serde::de::DeserializeOwned>(&self, problems: &mut Vec<Problem>) -> Option<T> {
        toml::from_str(&self.text)
            .map_err(|error| {
                let message = error.message().replace('\n', " ");
                let rule = if message.starts_with("unknown field") { "unknown-key" } else { "toml" };
                let way_out = "write it as the other files of this kind do; faq/README.md shows a full example";
                problems.push(self.problem(error.span().unwrap_or(0..0), rule, message, way_out));
            })
            .ok()
    }
}

/// The way out for a name that is not known: the nearest known one, if any is near.
pub fn did_you_mean<'a>(name: &str, known: impl Iterator<Item = &'a str>) -> String {
    let nearest = known
        .map(|candidate| (strsim::normalized_damerau_levenshtein(name, candidate), candidate))
        .filter(|(likeness, _)| *likeness > 0.5)
        .max_by(|one, other| one.0.total_cmp(&other.0));
    match nearest {
        Some((_, candidate)) => format!("did you mean `{candidate}`?"),
        None => "check its spelling against the file that defines it".to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_counts_lines_and_characters_not_bytes() {
        let file = File { path: "x.md".into(), text: "ab\nșț{wrong}".into() };
        let at = file.text.find('{').unwrap();
        let problem = file.problem(at..at + 7, "unknown-placeholder", String::new(), "");
        assert_eq!((problem.line, problem.column), (2, 3));
    }

    #[test]
    fn a_near_name_is_offered() {
        assert_eq!(did_you_mean("oss-baltsi", ["oss-cahul", "oss-balti"].into_iter()), "did you mean `oss-balti`?");
        assert!(!did_you_mean("xyz", ["oss-cahul"].into_iter()).contains("did you"));
    }
}
