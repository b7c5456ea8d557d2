//! `popas chat`: talks in the terminal.

use std::sync::Arc;

use super::lines::day;
use crate::channels::terminal::Terminal;
use crate::settings::Settings;
use crate::store::Store;

/// How to talk.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Talk as if it were this day, YYYY-MM-DD
    #[arg(long, value_name = "DATE", value_parser = day)]
    pub on: Option<chrono::NaiveDate>,
}

pub async fn run(args: &Args, settings: &Settings) -> anyhow::Result<()> {
    let store = Store::open(&settings.database_url).await?;
    let engine = Arc::new(settings.engine()?);
    let terminal = Terminal { mind: engine, store: store.clone(), on: args.on };
    terminal.talk().await?;
    store.close().await;
    Ok(())
}
