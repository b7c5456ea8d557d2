//! `popas ask`: one message, no memory.

use crate::language::Language;
use crate::settings::Settings;

/// One message and how to answer it.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The message; several words are joined by spaces
    #[arg(required_unless_present = "jsonl", conflicts_with = "jsonl")]
    pub text: Vec<String>,
    /// The language of the person's app; the language of the text wins
    #[arg(long, value_name = "LANG", conflicts_with = "jsonl")]
    pub lang: Option<Language>,
    /// The day on which it was said, YYYY-MM-DD; today when left out
    #[arg(long, value_name = "DATE", conflicts_with = "jsonl")]
    pub as_of: Option<String>,
    /// Print one JSON object
    #[arg(long, conflicts_with = "jsonl")]
    pub json: bool,
    /// Read {"id","text","as_of"?,"lang"?} a line from stdin, print one JSON object a line
    #[arg(long)]
    pub jsonl: bool,
}

pub fn run(_args: &Args, _settings: &Settings) -> anyhow::Result<()> {
    anyhow::bail!("`ask` is not in this version")
}
