//! `popas faq import`: takes over what a reviewer corrected in her sheet, and nothing else.
//!
//! What cannot be placed, and a correction that makes the content unfit, is told with its line, and then no file
//! is touched.

use std::fmt::Write;
use std::path::{Path, PathBuf};

use anyhow::{Context, bail};

use super::faq_export::Folders;
use super::write_out;
use crate::faq::{File, Problem, Problems};
use crate::review::{Change, Content, Corrections, FOLDERS, Raised, import, raise};
use crate::settings::Settings;

/// What to read, and where to put it.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The corrected sheet
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
    /// The folder with `faq` and `locales` to correct
    #[arg(long, value_name = "DIR", default_value = ".")]
    pub into: PathBuf,
    /// Folder with our own sentences, when it is elsewhere. The same of the answers is --faq
    #[arg(long, value_name = "DIR")]
    pub locales: Option<PathBuf>,
    /// Leave the revisions alone: they were raised already in this change
    #[arg(long)]
    pub keep_revisions: bool,
    /// Only tell what would be changed
    #[arg(long)]
    pub dry_run: bool,
}

pub fn run(args: &Args, settings: &Settings) -> anyhow::Result<()> {
    let folders = Folders::of(&args.into, settings.faq.as_deref(), args.locales.as_deref());
    let content = folders.read()?;
    let (faq, _) = content.check().context("the content has faults of its own; mend them first (popas faq check)")?;
    let sheet = read(&args.file)?;
    let corrections = match import(&content, &faq, &sheet) {
        Ok(corrections) => corrections,
        Err(problems) => return refused(problems, &format!("nothing of {} was taken over", sheet.path)),
    };
    let corrected = content.with(&corrections.files);
    let (revised, raised) = match args.keep_revisions {
        true => Default::default(),
        false => raise(&corrected, corrections.language, &corrections.changes),
    };
    let corrected = corrected.with(&revised);
    if let Err(problems) = corrected.check() {
        let problems = placed(problems, &corrections.changes, &sheet.path);
        return refused(problems, "with these corrections the content is not fit to publish; no file was changed");
    }
    write_out(report(&corrections, &raised, &sheet.path))?;
    if args.dry_run { Ok(()) } else { write(&folders, &content, &corrected) }
}

/// Tells every problem on stdout, as `popas faq check` does, and fails.
fn refused(problems: Problems, what: &str) -> anyhow::Result<()> {
    problems.0.iter().try_for_each(|problem| write_out(format_args!("{problem}\n")))?;
    match problems.0.len() {
        1 => bail!("1 finding: {what}"),
        several => bail!("{several} findings: {what}"),
    }
}

/// The problems of the corrected content with the lines of the sheet that they may come from.
fn placed(problems: Problems, changes: &[Change], sheet: &str) -> Problems {
    let with_lines = |problem: Problem| {
        let in_file = |change: &&Change| change.id.split('#').next() == Some(&problem.file);
        let lines: Vec<String> = changes
            .iter()
            .filter(in_file)
            .map(|change| format!("\n    corrected in {sheet}:{}", change.line))
            .collect();
        Problem { way_out: problem.way_out.clone() + &lines.concat(), ..problem }
    };
    Problems(problems.0.into_iter().map(with_lines).collect())
}

fn read(path: &Path) -> anyhow::Result<File> {
    let bytes = std::fs::read(path).with_context(|| format!("{} cannot be read", path.display()))?;
    let text = String::from_utf8(bytes).with_context(|| format!("{}: save it as text in UTF-8", path.display()))?;
    Ok(File { path: path.display().to_string(), text })
}

/// Writes the files that changed.
fn write(folders: &Folders, before: &Content, now: &Content) -> anyhow::Result<()> {
    for (_, file) in before.files.iter().zip(&now.files).filter(|(before, now)| before.text != now.text) {
        let [faq, locales] = FOLDERS.map(|folder| file.path.strip_prefix(folder));
        let path = faq.map(|path| folders.faq.join(path)).or(locales.map(|path| folders.locales.join(path)));
        let path = path.context("a file is in one of the two folders")?;
        std::fs::write(&path, &file.text).with_context(|| format!("{} cannot be written", path.display()))?;
    }
    Ok(())
}

/// What was taken over, and what is left to do for the maintainer.
fn report(corrections: &Corrections, raised: &[Raised], sheet: &str) -> String {
    let Corrections { language, files, changes, remarks } = corrections;
    let mut text = told(changes);
    let (pieces, in_files) = (counted(changes.len(), "piece"), counted(files.len(), "file"));
    let _ = writeln!(text, "{pieces} corrected in {in_files} of `{language}`");
    for (from, to) in remarks {
        let _ = writeln!(
            text,
            "{sheet}:{from}: outside of the pieces something was written or taken out, up to line {to}: read it, it was not taken over"
        );
    }
    for Raised { entry, from, to, translations } in raised {
        let _ = writeln!(text, "faq/entries/{entry}/entry.toml: revision {from} is now {to}");
        let _ = writeln!(text, "    if a correction changed what the answer means, also write `meaning = {to}`");
        if !translations.is_empty() {
            let codes: Vec<&str> = translations.iter().map(|language| language.code()).collect();
            let codes = codes.join(", ");
            let _ = writeln!(
                text,
                "    look whether its translations need the same: {codes}; then write `{{ {language} = {to} }}` for each under [translated-from]"
            );
        }
    }
    if changes.iter().any(|change| change.id.starts_with("faq/offices.toml")) {
        let _ = writeln!(
            text,
            "faq/offices.toml: only spellings were corrected; if an office has moved, correct all languages and `reviewed`"
        );
    }
    if changes.iter().any(|change| change.id.contains("#asked-as") || change.id.starts_with("faq/talk/")) {
        let _ =
            writeln!(text, "ways of asking changed: see with `popas eval --base` what it does to the understanding");
    }
    text
}

fn counted(number: usize, what: &str) -> String {
    format!("{number} {what}{}", if number == 1 { "" } else { "s" })
}

fn told(changes: &[Change]) -> String {
    let mut text = String::new();
    for Change { id, before, after, .. } in changes {
        let _ = writeln!(text, "{id}");
        let (old, new): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
        let gone = old.iter().filter(|line| !new.contains(line)).map(|line| format!("  - {line}\n"));
        let come = new.iter().filter(|line| !old.contains(line)).map(|line| format!("  + {line}\n"));
        text.extend(gone.chain(come));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_is_a_piece_and_two_are_pieces() {
        assert_eq!([0, 1, 2].map(|number| counted(number, "piece")), ["0 pieces", "1 piece", "2 pieces"]);
    }
}
