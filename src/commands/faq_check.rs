//! `popas faq check`: is the content fit to publish.

use crate::settings::Settings;

/// What to check.
#[derive(clap::Args, Debug)]
pub struct Args {}

pub fn run(_args: &Args, _settings: &Settings) -> anyhow::Result<()> {
    anyhow::bail!("`faq check` is not in this version")
}
