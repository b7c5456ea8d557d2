//! From a sheet that came back to the files with its corrections.

use std::collections::BTreeMap;
use std::ops::Range;

use super::Content;
use super::marks::{fingerprint, plain};
use super::pieces::{Piece, Shape, pieces};
use super::reading::{Found, read};
use super::replacing::replacement;
use crate::faq::{Faq, File, Problem, Problems};
use crate::language::Language;

/// What a reviewer corrected.
#[derive(Debug)]
pub struct Corrections {
    pub language: Language,
    /// The files that changed, as they are now.
    pub files: Vec<File>,
    /// In the order of the sheet.
    pub changes: Vec<Change>,
    /// Lines of the sheet, from and to, outside of all pieces, in which she wrote or took out something: for people.
    pub remarks: Vec<(usize, usize)>,
}

/// A piece that was corrected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The piece: the file's path, `#`, and its name there.
    pub id: String,
    /// Its line in the sheet.
    pub line: usize,
    pub before: String,
    pub after: String,
}

/// Finds what was changed in a sheet and puts it into the files; every problem at once, and then nothing.
pub fn import(content: &Content, faq: &Faq, sheet: &File) -> Result<Corrections, Problems> {
    let returned = read(sheet).map_err(Problems)?;
    let pieces = pieces(content, faq, returned.language);
    let pieces: BTreeMap<&str, &Piece<'_>> = pieces.iter().map(|piece| (piece.id.as_str(), piece)).collect();
    let (mut edits, mut changes, mut problems) = (Edits::new(), Vec::new(), Vec::new());
    for found in &returned.found {
        match corrected(&pieces, found, sheet) {
            Ok(None) => {}
            Ok(Some((piece, words, change))) => {
                edits.entry(&piece.file.path).or_default().push((piece.at.clone(), words));
                changes.push(change);
            }
            Err(problem) => problems.push(problem),
        }
    }
    if !problems.is_empty() {
        return Err(Problems(problems));
    }
    let files = content.files.iter().filter_map(|file| edited(file, &edits)).collect();
    let remarks = returned.remarks.into_iter().map(|at| (line(sheet, at.start), line(sheet, at.end))).collect();
    Ok(Corrections { language: returned.language, files, changes, remarks })
}

/// New words for stretches of files, by path.
type Edits<'a> = BTreeMap<&'a str, Vec<(Range<usize>, String)>>;

/// The piece and its new words in the file, when somebody changed it.
fn corrected<'p, 'a>(
    pieces: &BTreeMap<&str, &'p Piece<'a>>,
    found: &Found,
    sheet: &File,
) -> Result<Option<(&'p Piece<'a>, String, Change)>, Problem> {
    let raw = &sheet.text[found.at.clone()];
    let after = plain(unfenced(raw, pieces.get(found.id.as_str()).map(|piece| piece.shape)));
    if fingerprint(&after) == found.was {
        return Ok(None);
    }
    let start = found.at.start + (raw.len() - raw.trim_start().len());
    let problem = |rule, message, way_out: String| sheet.problem(start..start, rule, message, way_out);
    let Some(piece) = pieces.get(found.id.as_str()).copied() else {
        let message = format!("`{}` was corrected and is no longer there", found.id);
        return Err(problem("piece-gone", message, "export again, and put the correction where it belongs now".into()));
    };
    let before = plain(&piece.words());
    if before == after {
        return Ok(None);
    }
    if fingerprint(&before) != found.was {
        let message = format!("`{}` was corrected here, and changed in its file since the export", found.id);
        return Err(problem(
            "changed-since",
            message,
            format!("export again and decide between the two; now: {before}"),
        ));
    }
    let old = if piece.shape == Shape::Quoted { piece.words() } else { piece.file.text[piece.at.clone()].to_string() };
    let words = replacement(piece.shape, &old, &after)
        .map_err(|(rule, message, way_out)| problem(rule, format!("{}: {message}", found.id), way_out))?;
    let change = Change { id: found.id.clone(), line: line(sheet, start), before, after };
    Ok(Some((piece, words, change)))
}

/// A message without the fence around it, whether it is still there or not.
fn unfenced(words: &str, shape: Option<Shape>) -> &str {
    if shape.is_some_and(|shape| shape != Shape::Message) {
        return words;
    }
    let words = words.trim();
    let words = words.strip_prefix("```ftl").unwrap_or(words);
    words.strip_suffix("```").unwrap_or(words)
}

/// The file with its new words; nothing when it has none.
fn edited(file: &File, edits: &Edits<'_>) -> Option<File> {
    let mut edits = edits.get(file.path.as_str())?.clone();
    edits.sort_by_key(|(at, _)| at.start);
    let mut text = file.text.clone();
    for (at, words) in edits.into_iter().rev() {
        text.replace_range(at, &words);
    }
    Some(File { path: file.path.clone(), text })
}

fn line(file: &File, at: usize) -> usize {
    file.text[..at].matches('\n').count() + 1
}
