//! Draws counted days into a folder, in every language, to be looked at.
//!
//! `cargo run --example picture -- FOLDER [ENTRY..EXIT …]`: as of 22 November 2025.

use std::path::Path;
use std::time::Instant;

use anyhow::Context;
use chrono::NaiveDate;
use popas::assistant::Mind;
use popas::dialogue::reply::{Part, Reply, StayQuestion};
use popas::engine::Engine;
use popas::faq::{Faq, Source};
use popas::language::Language;
use popas::stay::{Visit, iso_date};

fn main() -> anyhow::Result<()> {
    let mut args = std::env::args().skip(1);
    let folder = args.next().context("name a folder")?;
    let mut trips = args.map(|trip| visit(&trip)).collect::<Option<Vec<_>>>().context("write ENTRY..EXIT")?;
    if trips.is_empty() {
        trips = ["2025-07-05..2025-08-20", "2025-11-02.."].iter().filter_map(|trip| visit(trip)).collect();
    }
    let engine = Engine::new(Faq::load(&Source::BuiltIn)?, None)?;
    let on = NaiveDate::from_ymd_opt(2025, 11, 22).context("a day")?;
    let question = StayQuestion { trips, on, nationality: None, left_bank: false };
    let reply = Reply { parts: vec![Part::Stay(question)], choices: vec![] };
    for language in Language::ALL {
        for picture in engine.speak(&reply, language, on).pictures {
            let start = Instant::now();
            let png = picture.png();
            let file = Path::new(&folder).join(format!("{language}.png"));
            println!(
                "{} {} bytes, {:?}\n{}\n{}",
                file.display(),
                png.len(),
                start.elapsed(),
                picture.alt,
                picture.characters()
            );
            std::fs::write(file, png)?;
        }
    }
    Ok(())
}

fn visit(text: &str) -> Option<Visit> {
    let (entry, exit) = text.split_once("..")?;
    Some(Visit { entry: iso_date(entry)?, exit: if exit.is_empty() { None } else { Some(iso_date(exit)?) } })
}
