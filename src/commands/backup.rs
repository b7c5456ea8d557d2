//! `popas backup`: a copy of the database, while `popas run` serves.

use std::path::PathBuf;

use super::write_out;
use crate::settings::Settings;
use crate::store::backup;

/// Where to.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// The file to write; it must not exist yet
    #[arg(value_name = "FILE")]
    pub file: PathBuf,
}

pub async fn run(args: &Args, settings: &Settings) -> anyhow::Result<()> {
    let bytes = backup::write(&settings.database_url, &args.file).await?;
    Ok(write_out(format_args!("{}: {bytes} bytes, whole and checked\n", args.file.display()))?)
}
