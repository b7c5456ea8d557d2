//! `popas run`: serves on Telegram.

use crate::settings::Settings;

/// How to serve; the rest are settings.
#[derive(clap::Args, Debug)]
pub struct Args {}

pub async fn run(_args: &Args, _settings: &Settings) -> anyhow::Result<()> {
    anyhow::bail!("`run` is not in this version")
}
