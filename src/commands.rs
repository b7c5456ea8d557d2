//! What the program does for each command: reads arguments and stdin, calls the pure rooms, prints.
//!
//! One file a command, each with its `Args` and its `run`. What scripts rely on, names, flags, JSON
//! fields and exit codes, is kept here and nowhere else; `tests/commands.rs` runs the built program.
//!
//! The words in this room are for staff at a terminal and for scripts, like `--help`: plain English, no
//! figure of the law. What a person reads comes from `locales/` and `faq/`.
//!
//! Here, and in `channels` and `workers`, the program may ask what time it is ([`today`]).

pub mod ask;
pub mod backup;
pub mod chat;
mod countries;
pub mod deadline;
pub mod eval;
pub mod faq_check;
pub mod faq_export;
pub mod faq_import;
pub mod lines;
pub mod links;
pub mod office;
pub mod run;
pub mod stay;

use std::fmt::Display;
use std::io::{ErrorKind, Write, stdout};
use std::process::ExitCode;

use chrono::{NaiveDate, Utc};

use crate::local_time::day_of;

/// Arguments that clap took but that make no sense together: exit code 2.
#[derive(Debug, thiserror::Error)]
#[error("{0}")]
pub struct WrongUse(pub String);

/// The calendar day in Moldova.
pub fn today() -> NaiveDate {
    day_of(Utc::now())
}

/// Runs a command that serves, on one thread: a message is decided in the tenth part of a millisecond, and memory that one
/// thread has freed no other can use.
pub fn wait_for(command: impl Future<Output = anyhow::Result<()>>) -> anyhow::Result<()> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(command)
}

/// Prints on stdout; that nobody reads any more is an error like others, where `print!` would panic.
pub fn write_out(text: impl Display) -> std::io::Result<()> {
    write!(stdout().lock(), "{text}")
}

/// Ends the program: 0 done, 1 the work failed, 2 the command line is wrong. A reader that closed its end
/// early (`popas … | head`) has what it wanted.
pub fn exit(done: anyhow::Result<()>) -> ExitCode {
    let Err(error) = done else { return ExitCode::SUCCESS };
    let closed = |cause: &std::io::Error| cause.kind() == ErrorKind::BrokenPipe;
    if error.chain().any(|cause| cause.downcast_ref().is_some_and(closed)) {
        return ExitCode::SUCCESS;
    }
    eprintln!("popas: {error:#}");
    if error.is::<WrongUse>() { ExitCode::from(2) } else { ExitCode::FAILURE }
}
