//! The sheet of a reviewer: everything that people read in one language, in one Markdown file that she corrects.
//!
//! [`export`] writes the sheet, [`import`] finds what she changed in it and puts that, and nothing else, into the
//! files it came from: a piece that she left alone keeps its bytes. What cannot be placed is a problem with its
//! line in the sheet, and then nothing is given back. Pure: whoever reads and writes files, and checks the
//! corrected content, is elsewhere (`commands/faq_export.rs`, `commands/faq_import.rs`).
//!
//! Each piece stands between two marks. The first says where it came from and bears a fingerprint of the words as
//! they were exported: so a correction of words that somebody else has changed since is found and not forced in.

mod import;
mod marks;
mod pieces;
mod reading;
mod replacing;
mod revisions;
mod sheet;
#[cfg(test)]
mod tests;

pub use import::{Change, Corrections, import};
pub use pieces::{Piece, Shape, pieces};
pub use revisions::{Raised, raise};
pub use sheet::export;

use crate::faq::{Faq, File, Problem, Problems};
use crate::wording::Wording;

/// The two folders that a sheet is made from; a file's path begins with `faq/` or `locales/`.
#[derive(Clone, Debug)]
pub struct Content {
    pub files: Vec<File>,
}

/// The two folders, by the name their paths begin with.
pub const FOLDERS: [&str; 2] = ["faq/", "locales/"];

impl Content {
    /// The files of both folders, their paths inside each.
    pub fn new(faq: Vec<File>, locales: Vec<File>) -> Content {
        let within = |folder: &'static str| move |file: File| File { path: format!("{folder}{}", file.path), ..file };
        let [faq_folder, locales_folder] = FOLDERS;
        let files = faq.into_iter().map(within(faq_folder)).chain(locales.into_iter().map(within(locales_folder)));
        Content { files: files.collect() }
    }

    /// The checked content and wording, or every problem of both.
    pub fn check(&self) -> Result<(Faq, Wording), Problems> {
        let [faq, locales] = FOLDERS.map(|folder| self.folder(folder));
        let of = |folder: &str, problems: Problems| -> Vec<Problem> {
            problems.0.into_iter().map(|one| Problem { file: format!("{folder}{}", one.file), ..one }).collect()
        };
        match (Faq::check(&faq), Wording::check(&locales)) {
            (Ok(faq), Ok(wording)) => Ok((faq, wording)),
            (faq, wording) => {
                let [faq_folder, locales_folder] = FOLDERS;
                let faq = faq.err().map(|problems| of(faq_folder, problems));
                let wording = wording.err().map(|problems| of(locales_folder, problems));
                Err(Problems(faq.into_iter().chain(wording).flatten().collect()))
            }
        }
    }

    /// The files with some of them replaced.
    pub fn with(&self, changed: &[File]) -> Content {
        let now = |file: &File| changed.iter().find(|one| one.path == file.path).unwrap_or(file).clone();
        Content { files: self.files.iter().map(now).collect() }
    }

    fn folder(&self, folder: &str) -> Vec<File> {
        let within = |file: &File| Some(File { path: file.path.strip_prefix(folder)?.into(), text: file.text.clone() });
        self.files.iter().filter_map(within).collect()
    }

    fn file(&self, path: &str) -> Option<&File> {
        self.files.iter().find(|file| file.path == path)
    }
}
