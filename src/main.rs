//! What the program can do.

use std::process::ExitCode;

use clap::{Parser, Subcommand};
use popas::commands::{
    self, ask, backup, chat, deadline, eval, faq_check, faq_export, faq_import, links, office, run, stay,
};
use popas::settings::Settings;

/// A deterministic assistant for foreigners in the Republic of Moldova.
#[derive(Parser)]
#[command(version, about)]
struct Program {
    #[command(subcommand)]
    command: Command,
    #[command(flatten)]
    settings: Settings,
}

#[derive(Subcommand)]
enum Command {
    /// Answer one message, without memory
    Ask(ask::Args),
    /// Count days in the country
    Stay(stay::Args),
    /// Tell the last day for something
    Deadline(deadline::Args),
    /// Name the offices near a place, the nearest first
    Office(office::Args),
    /// Measure how well messages are understood
    Eval(eval::Args),
    /// Make the sheets for a notice board: a code for every answer, to print
    Links(links::Args),
    /// Look after the content
    #[command(subcommand)]
    Faq(Faq),
    /// Talk in the terminal
    Chat(chat::Args),
    /// Copy the database into a new file, while it is in use
    Backup(backup::Args),
    /// Serve on Telegram
    Run(run::Args),
}

#[derive(Subcommand)]
enum Faq {
    /// Is the content fit to publish?
    Check(faq_check::Args),
    /// Write everything that a native reviewer must read in a language as one file
    Export(faq_export::Args),
    /// Take over what she corrected in it
    Import(faq_import::Args),
}

fn main() -> ExitCode {
    let Program { command, settings } = Program::parse();
    commands::exit(match command {
        Command::Ask(args) => ask::run(&args, &settings),
        Command::Stay(args) => stay::run(&args, &settings),
        Command::Deadline(args) => deadline::run(&args, &settings),
        Command::Office(args) => office::run(&args, &settings),
        Command::Eval(args) => eval::run(&args, &settings),
        Command::Links(args) => commands::wait_for(links::run(&args, &settings)),
        Command::Faq(Faq::Check(args)) => faq_check::run(&args, &settings),
        Command::Faq(Faq::Export(args)) => faq_export::run(&args, &settings),
        Command::Faq(Faq::Import(args)) => faq_import::run(&args, &settings),
        Command::Chat(args) => commands::wait_for(chat::run(&args, &settings)),
        Command::Backup(args) => commands::wait_for(backup::run(&args, &settings)),
        Command::Run(args) => commands::wait_for(run::run(&args, &settings)),
    })
}
