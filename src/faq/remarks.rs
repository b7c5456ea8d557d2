//! What is no fault of the content, but should be looked at: figures due for review, translations left behind.

use chrono::NaiveDate;

use super::problem::{File, Problem};
use super::{Entry, Faq};
use crate::language::Language;

impl Faq {
    /// The remarks of a day. `files` are those that this content was read from: they give the places.
    pub fn remarks(&self, files: &[File], today: NaiveDate) -> Vec<Problem> {
        let mut remarks = Vec::new();
        if let Some(file) = files.iter().find(|file| file.path == "law.toml") {
            let due = self.law.due_for_review(today).into_iter();
            remarks.extend(due.map(|(name, review_by)| review_due(file, name, review_by)));
        }
        for entry in &self.entries {
            let path = format!("entries/{}/entry.toml", entry.id);
            let Some(file) = files.iter().find(|file| file.path == path) else { continue };
            let stale = Language::ALL.into_iter().filter(|language| entry.is_stale(*language));
            remarks.extend(stale.map(|language| left_behind(file, entry, language)));
        }
        remarks.sort();
        remarks
    }
}

fn review_due(file: &File, name: &str, review_by: NaiveDate) -> Problem {
    // The last period is the one in force.
    let header = format!("[[{name}.period]]");
    let at = file.text.rfind(&header).map_or(0..0, |start| start..start + header.len());
    let message = format!("`{name}` was to be reviewed by {review_by}");
    let way_out =
        "compare the figure with its source; then write a later `review-by`, or add a period with the new value";
    file.problem(at, "review-due", message, way_out)
}

fn left_behind(file: &File, entry: &Entry, language: Language) -> Problem {
    let message = format!("{language}.md was translated before revision {} changed the meaning", entry.meaning);
    let way_out =
        format!("compare it with its source, then raise the number of `{language}` under `[translated-from]`");
    file.problem(file.line_of(&format!("{language} = ")), "stale-translation", message, way_out)
}
