//! `popas eval`: how well it understands.

use std::path::PathBuf;

use crate::settings::Settings;

/// What to measure.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Messages with what they mean, one JSON object a line: {"id","lang","text","ok":[…]}
    #[arg(value_name = "FILE", required_unless_present = "train", conflicts_with_all = ["train", "test"])]
    pub files: Vec<PathBuf>,
    /// Train the same matcher on these data instead of the content; CSV with a header: sentence,label
    #[arg(long, value_name = "CSV", requires = "test")]
    pub train: Option<PathBuf>,
    /// Measure it on these; CSV with a header: sentence,label
    #[arg(long, value_name = "CSV", requires = "train")]
    pub test: Option<PathBuf>,
    /// Write what was predicted: sentence,label,predicted_node,predicted_node_score
    #[arg(long, value_name = "CSV", requires = "train")]
    pub predictions: Option<PathBuf>,
}

pub fn run(_args: &Args, _settings: &Settings) -> anyhow::Result<()> {
    anyhow::bail!("`eval` is not in this version")
}
