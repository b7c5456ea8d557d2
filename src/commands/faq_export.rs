//! `popas faq export`: everything that a native reviewer must read in a language, as one Markdown file.

use super::write_out;
use std::path::{Path, PathBuf};

use anyhow::Context;

use crate::faq::Source;
use crate::language::Language;
use crate::review::{Content, export};
use crate::settings::Settings;

/// What to write, and where the content is.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The language to review
    #[arg(long, value_name = "LANG")]
    pub lang: Language,
    /// Write to this file instead of stdout
    #[arg(long, value_name = "FILE")]
    pub out: Option<PathBuf>,
    /// Also the names of all places
    #[arg(long)]
    pub places: bool,
    /// Folder with our own sentences; ./locales when left out. The answers are those of --faq, or of ./faq
    #[arg(long, value_name = "DIR")]
    pub locales: Option<PathBuf>,
}

pub fn run(args: &Args, settings: &Settings) -> anyhow::Result<()> {
    let folders = Folders::of(Path::new("."), settings.faq.as_deref(), args.locales.as_deref());
    let content = folders.read()?;
    let (faq, wording) = content.check().context("the content is not fit to be reviewed")?;
    let sheet = export(&content, &faq, &wording, args.lang, args.places);
    match &args.out {
        Some(file) => std::fs::write(file, sheet).with_context(|| format!("{} cannot be written", file.display())),
        None => Ok(write_out(sheet)?),
    }
}

/// Where the two folders are.
pub(super) struct Folders {
    pub faq: PathBuf,
    pub locales: PathBuf,
}

impl Folders {
    /// Those that were named; the others lie in the repository's root.
    pub fn of(root: &Path, faq: Option<&Path>, locales: Option<&Path>) -> Folders {
        let or = |named: Option<&Path>, name: &str| named.map_or_else(|| root.join(name), Path::to_path_buf);
        Folders { faq: or(faq, "faq"), locales: or(locales, "locales") }
    }

    /// The files of both.
    pub fn read(&self) -> anyhow::Result<Content> {
        let [faq, locales] = [(&self.faq, "--faq"), (&self.locales, "--locales")].map(|(folder, flag)| {
            let missing = || format!("name the folder of the repository with {flag}, or go where it is");
            Source::Folder(folder.clone())
                .read()
                .map_err(|one| anyhow::anyhow!("{}: {}", one.file, one.message))
                .with_context(missing)
        });
        Ok(Content::new(faq?, locales?))
    }
}
