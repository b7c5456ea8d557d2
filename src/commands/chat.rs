//! `popas chat`: talks in the terminal.

use crate::settings::Settings;

/// How to talk.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Talk as if it were this day, YYYY-MM-DD
    #[arg(long, value_name = "DATE")]
    pub on: Option<chrono::NaiveDate>,
}

pub async fn run(_args: &Args, _settings: &Settings) -> anyhow::Result<()> {
    anyhow::bail!("`chat` is not in this version")
}
