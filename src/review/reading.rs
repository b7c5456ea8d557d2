//! Reading a sheet that came back: its pieces between their marks, and the marks that were lost.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use super::marks::{Mark, frame};
use crate::faq::{File, Problem};
use crate::language::Language;

/// A piece as it came back.
#[derive(Clone, Debug)]
pub(super) struct Found {
    pub id: String,
    /// The fingerprint of its words when they were exported.
    pub was: String,
    /// Its bytes in the sheet, between the marks.
    pub at: Range<usize>,
}

/// A sheet that came back.
#[derive(Debug)]
pub(super) struct Returned {
    pub language: Language,
    pub found: Vec<Found>,
    /// Stretches outside of all pieces in which something was written or taken out.
    pub remarks: Vec<Range<usize>>,
}

/// Reads the marks of a sheet; every mark that is lost, damaged or there twice is a problem.
pub(super) fn read(sheet: &File) -> Result<Returned, Vec<Problem>> {
    let mut reader =
        Reader { sheet, problems: Vec::new(), head: None, open: None, frame_from: 0, ended: false, damaged: false };
    let mut read = Vec::new();
    let (mut remarks, mut start) = (Vec::new(), 0);
    for line in sheet.text.split_inclusive('\n') {
        let at = start..start + line.len();
        start = at.end;
        match Mark::read(line.trim_start_matches('\u{feff}')) {
            None => {}
            Some(Ok(mark)) => reader.mark(mark, at, &mut read, &mut remarks),
            Some(Err(())) => reader.damaged(at),
        }
    }
    reader.finish(&read);
    match (reader.head, reader.problems.is_empty()) {
        (Some((language, _)), true) => {
            Ok(Returned { language, found: read.into_iter().map(|(_, found)| found).collect(), remarks })
        }
        _ => Err(reader.problems),
    }
}

struct Reader<'a> {
    sheet: &'a File,
    problems: Vec<Problem>,
    /// What the first mark says.
    head: Option<(Language, usize)>,
    /// The piece that has begun: its number, what its mark says, and where the mark stands.
    open: Option<(usize, Found, Range<usize>)>,
    /// Where the lines begin that are for reading only.
    frame_from: usize,
    /// The last mark was there.
    ended: bool,
    /// A mark could not be read: what its partner lacks was told with it.
    damaged: bool,
}

impl Reader<'_> {
    fn mark(&mut self, mark: Mark, at: Range<usize>, read: &mut Vec<(usize, Found)>, remarks: &mut Vec<Range<usize>>) {
        match mark {
            Mark::Sheet { language, pieces } => {
                self.head = Some((language, pieces));
                self.frame_from = at.end;
            }
            Mark::Begin { number, id, was, above } => {
                self.end_missing();
                remarks.extend(self.remark(at.start, &above));
                self.open = Some((number, Found { id, was, at: at.end..at.end }, at));
            }
            Mark::End { number } => match self.open.take() {
                Some((open, found, begun)) if open == number => {
                    read.push((number, Found { at: begun.end..at.start, ..found }));
                    self.frame_from = at.end;
                }
                other => {
                    self.open = other;
                    self.end_missing();
                    if !std::mem::take(&mut self.damaged) {
                        let message = format!("piece {number} ends here, but the mark where it begins is lost");
                        self.problem(at.clone(), "mark-lost", message, WAY_OUT);
                    }
                    self.frame_from = at.end;
                }
            },
            Mark::Last { above } => {
                self.end_missing();
                remarks.extend(self.remark(at.start, &above));
                self.ended = true;
            }
        }
    }

    /// The lines since the last piece, when they are not what was exported.
    fn remark(&self, until: usize, above: &str) -> Option<Range<usize>> {
        let lines = self.frame_from..until;
        (frame(&self.sheet.text[lines.clone()]) != above).then_some(lines)
    }

    fn end_missing(&mut self) {
        if let Some((number, found, begun)) = self.open.take() {
            self.frame_from = begun.end;
            if std::mem::take(&mut self.damaged) {
                return;
            }
            let message = format!("piece {number} ({}) begins here, but the mark where it ends is lost", found.id);
            self.problem(begun, "mark-lost", message, WAY_OUT);
        }
    }

    /// What is seen only at the end: pieces that are there twice or not at all.
    fn finish(&mut self, read: &[(usize, Found)]) {
        self.end_missing();
        let Some((_, pieces)) = self.head else {
            let message = "the first line of the sheet is missing".to_string();
            return self.problem(0..0, "no-sheet", message, "give a file that `popas faq export` has written");
        };
        let mut seen: BTreeMap<&str, usize> = BTreeMap::new();
        for (number, found) in read {
            if seen.insert(&found.id, *number).is_some() {
                let message = format!("piece {number} ({}) is there twice", found.id);
                self.problem(found.at.clone(), "piece-twice", message, "leave the one that holds what is meant");
            }
        }
        let numbers: BTreeSet<usize> = read.iter().map(|(number, _)| *number).collect();
        // A piece whose marks are damaged was reported with its place; here are those without any trace.
        if self.problems.is_empty() {
            for (first, last) in runs((1..=pieces).filter(|number| !numbers.contains(number))) {
                let before = read.iter().rev().find(|(number, _)| *number < first);
                let at = before.map_or(0..0, |(_, found)| found.at.end..found.at.end);
                let message = format!("pieces {first} to {last} are missing with their marks");
                self.problem(at, "piece-lost", message, WAY_OUT);
            }
        }
        if self.problems.is_empty() && !self.ended {
            let end = self.sheet.text.len();
            let message = "the last line of the sheet is missing: it may have been cut off".to_string();
            self.problem(end..end, "mark-lost", message, WAY_OUT);
        }
    }

    fn damaged(&mut self, at: Range<usize>) {
        self.damaged = true;
        self.problem(at, "mark-damaged", "a mark of the sheet was changed".into(), WAY_OUT);
    }

    fn problem(&mut self, at: Range<usize>, rule: &'static str, message: String, way_out: &str) {
        self.problems.push(self.sheet.problem(at, rule, message, way_out));
    }
}

/// Numbers that follow one another, as the first and last of each run.
fn runs(numbers: impl Iterator<Item = usize>) -> Vec<(usize, usize)> {
    let mut runs: Vec<(usize, usize)> = Vec::new();
    for number in numbers {
        match runs.last_mut().filter(|(_, last)| last + 1 == number) {
            Some((_, last)) => *last = number,
            None => runs.push((number, number)),
        }
    }
    runs
}

const WAY_OUT: &str = "copy the mark again from the sheet as it was exported: the lines that begin with `<!-- popas`";
