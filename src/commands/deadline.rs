//! `popas deadline`: the last day for something.

use crate::settings::Settings;

/// Which deadline.
#[derive(clap::Args, Debug)]
pub struct Args {}

pub fn run(_args: &Args, _settings: &Settings) -> anyhow::Result<()> {
    anyhow::bail!("`deadline` is not in this version")
}
