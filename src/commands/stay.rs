//! `popas stay`: days in the country.

use crate::settings::Settings;

/// Whose days to count.
#[derive(clap::Args, Debug)]
pub struct Args {}

pub fn run(_args: &Args, _settings: &Settings) -> anyhow::Result<()> {
    anyhow::bail!("`stay` is not in this version")
}
