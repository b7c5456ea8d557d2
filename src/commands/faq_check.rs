//! `popas faq check`: is the content fit to publish?
//!
//! Findings fail the command, warnings do not. With `--base`, the content is also compared with that git revision
//! of the same folder: the only place where this program starts another.

mod format;
mod git;

use std::path::{Path, PathBuf};

use super::{WrongUse, today};
use crate::faq::changes::changes;
use crate::faq::{Faq, Problem, Source};
use crate::settings::Settings;

/// What to check.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Folder with the content; without it, that of POPAS_FAQ, ./faq, or what the program was built with
    #[arg(value_name = "DIR")]
    pub dir: Option<PathBuf>,
    /// Compare with this git revision: have ids stayed, have revisions risen?
    #[arg(long, value_name = "REV")]
    pub base: Option<String>,
    /// How to print: for people, for scripts, or as notes in a pull request
    #[arg(long, value_enum, default_value_t)]
    pub format: Format,
}

/// Who reads the findings.
#[derive(clap::ValueEnum, Clone, Copy, Debug, Default)]
pub enum Format {
    #[default]
    Text,
    Json,
    Github,
}

/// What a check came to; the files are named as they are called from the current folder.
#[derive(Debug, Default, serde::Serialize)]
struct Report {
    findings: Vec<Problem>,
    /// What should be looked at, and does not stop anybody from publishing.
    warnings: Vec<Problem>,
}

pub fn run(args: &Args, settings: &Settings) -> anyhow::Result<()> {
    let source = source(args, settings);
    let mut report = report(&source, args.base.as_deref())?;
    if let Source::Folder(folder) = &source {
        report.in_folder(folder);
    }
    format::print(&report, args.format)?;
    match report.findings.len() {
        0 => Ok(()),
        1 => anyhow::bail!("1 finding: the content is not fit to publish"),
        several => anyhow::bail!("{several} findings: the content is not fit to publish"),
    }
}

fn source(args: &Args, settings: &Settings) -> Source {
    let here = || Some(PathBuf::from("faq")).filter(|folder| folder.is_dir());
    args.dir.clone().or_else(|| settings.faq.clone()).or_else(here).map_or(Source::BuiltIn, Source::Folder)
}

fn report(source: &Source, base: Option<&str>) -> anyhow::Result<Report> {
    let read = source.read_what_can_be();
    let mut report = Report::default();
    match Faq::check_read(&read) {
        Ok(faq) => report.warnings = faq.remarks(&read.files, today()),
        Err(problems) => report.findings = problems.0,
    }
    if let Some(base) = base {
        let Source::Folder(folder) = source else {
            return Err(
                WrongUse("--base compares a folder: name it, as in `popas faq check --base main faq`".into()).into()
            );
        };
        let mut before = git::files(folder, base)?;
        // What cannot be read has not vanished.
        before.retain(|file| !read.is_unreadable(&file.path));
        let changes = changes(&before, &read.files);
        report.findings.extend(changes.findings);
        report.warnings.extend(changes.stale);
    }
    report.findings.sort();
    report.warnings.sort();
    // A translation may be left behind by its numbers and by the comparison: one warning says both.
    report.warnings.dedup_by(|one, other| (&one.file, one.line, one.rule) == (&other.file, other.line, other.rule));
    Ok(report)
}

impl Report {
    fn in_folder(&mut self, folder: &Path) {
        for problem in self.findings.iter_mut().chain(&mut self.warnings) {
            // A folder that could not be read is named as it was given.
            if !Path::new(&problem.file).starts_with(folder) {
                problem.file = folder.join(&problem.file).display().to_string();
            }
        }
    }
}
