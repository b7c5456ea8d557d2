//! `popas eval`: how well messages are understood, ours and those of others, and what a change of the content does.
//!
//! Whoever listens to a message is a function: the command judges the whole of `popas ask`, the tests of
//! the understanding [`listener`], which reads topics and languages only. The judging itself is in `judging`.

mod foreign;

use std::path::{Path, PathBuf};

use anyhow::Context;

use super::ask::{self, ask};
use super::{WrongUse, today, write_out};
use crate::engine::Engine;
use crate::faq::problem::did_you_mean;
use crate::faq::{EntryId, Faq, OfficeId, Source, Talk};
use crate::judging::Expected;
use crate::judging::comparison::{self, compare};
use crate::judging::curve::{self, Point, curve, reliability, reliability_table, tries};
pub use crate::judging::{Heard, Judged, Kind, Line, Measure, Report};
use crate::judging::{pairs, plots};
use crate::settings::Settings;
use crate::understanding::language::Detector;
use crate::understanding::places::PlaceReader;
use crate::understanding::topics::{Hints, Topics, Verdict};
pub use foreign::{Predicted, micro_f1, of_foreign, write_predictions};

/// What to measure.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Messages with what they mean, one JSON object a line: {"id","lang","text","ok":[…],"tags":[…]}
    #[arg(value_name = "FILE", required_unless_present = "train", conflicts_with_all = ["train", "test"])]
    pub files: Vec<PathBuf>,
    /// Print the messages that were not understood, too
    #[arg(long, conflicts_with = "train")]
    pub misses: bool,
    /// Compare with an earlier version of the content: a folder such as faq/
    #[arg(long, value_name = "DIR", conflicts_with = "train")]
    pub base: Option<PathBuf>,
    /// Write the curve of risk over coverage to a .csv, or draw it as a .png; may be given twice
    #[arg(long, value_name = "FILE", conflicts_with = "train")]
    pub curve: Vec<PathBuf>,
    /// Train the same matcher on these data instead of the content; CSV with a header: sentence,label
    #[arg(long, value_name = "CSV", requires = "test")]
    pub train: Option<PathBuf>,
    /// Measure it on these; CSV with a header: sentence,label
    #[arg(long, value_name = "CSV", requires = "train")]
    pub test: Option<PathBuf>,
    /// Write what was predicted: sentence,label,predicted_node,predicted_node_score
    #[arg(long, value_name = "CSV", requires = "train")]
    pub predictions: Option<PathBuf>,
}

/// So many pairs of what was taken for what are printed.
const PAIRS: usize = 20;

pub fn run(args: &Args, settings: &Settings) -> anyhow::Result<()> {
    if let (Some(train), Some(test)) = (&args.train, &args.test) {
        let predictions = of_foreign(train, test)?;
        if let Some(file) = &args.predictions {
            write_predictions(&predictions, file)?;
        }
        let (micro_f1, sentences) = (micro_f1(&predictions), predictions.len());
        return Ok(write_out(format_args!("micro-F1 {micro_f1:.4} over {sentences} sentences\n"))?);
    }
    if let Some(file) = args.curve.iter().find(|file| ending(file).is_none()) {
        return Err(WrongUse(format!("{}: the curve is written to a .csv or drawn as a .png", file.display())).into());
    }
    let engine = settings.engine()?;
    let lines = read(&args.files, |expected| unknown_id(expected, &engine.faq))?;
    let report = judge(&lines, &engine);
    write_out(printed(&report))?;
    for (measure, one) in report.misses().filter(|_| args.misses) {
        write_out(format_args!("{} {}: {one}\n", one.line.language, measure.name()))?;
    }
    if let Some(base) = &args.base {
        let faq = Faq::load(&Source::Folder(base.clone())).with_context(|| format!("{}", base.display()))?;
        let before = judge(&lines, &Engine::new(faq, None)?);
        let changed = compare(&before, &report);
        let (base, table) = (base.display(), comparison::table(&before, &report));
        write_out(format_args!("\ncompared with {base}\n{table}\n{}", changed.lines()))?;
    }
    let points = curve(&tries(&report.judged));
    args.curve.iter().try_for_each(|file| write_curve(file, &points))
}

fn judge(lines: &[Line], engine: &Engine) -> Report {
    let judged = |line: &Line| Judged { line: line.clone(), heard: heard_by_ask(engine, &line.text) };
    Report { judged: lines.iter().map(judged).collect() }
}

/// Everything that is printed about one version.
fn printed(report: &Report) -> String {
    let tries = tries(&report.judged);
    let [coverage, risk] = <[f32; 2]>::from(curve::answered(&report.judged)).map(|share| 100.0 * share);
    [
        report.to_string(),
        report.tables_by_tag(),
        pairs::table(&pairs::pairs(&report.judged), PAIRS),
        curve::table(&curve(&tries)) + &format!("in fact {coverage:.1}% are answered, {risk:.1}% of these wrong\n"),
        format!("what a score means\n{}", reliability_table(&reliability(&tries))),
    ]
    .into_iter()
    .filter(|table| !table.is_empty())
    .collect::<Vec<_>>()
    .join("\n")
}

fn ending(file: &Path) -> Option<&str> {
    file.extension().and_then(|ending| ending.to_str()).filter(|ending| ["csv", "png"].contains(ending))
}

fn write_curve(file: &Path, points: &[Point]) -> anyhow::Result<()> {
    let bytes = match ending(file) {
        Some("png") => plots::risk_coverage(&[("", points)]),
        _ => curve::csv(points).into_bytes(),
    };
    std::fs::write(file, bytes).with_context(|| format!("{} cannot be written", file.display()))
}

/// What a message expects and the content does not have: it would be counted as not understood.
fn unknown_id(expected: &Expected, faq: &Faq) -> Option<String> {
    let told = |kind: &str, id: &str, known: &mut dyn Iterator<Item = &str>| {
        format!("the content has no {kind} `{id}`; {}", did_you_mean(id, known))
    };
    match expected {
        Expected::Entries(ids) => {
            let unknown = ids.iter().find(|id| faq.entry(&EntryId::new(id.as_str())).is_none())?;
            Some(told("entry", unknown, &mut faq.entries().iter().map(|entry| entry.id.as_str())))
        }
        Expected::Office(id) if faq.office(&OfficeId::new(id.as_str())).is_none() => {
            Some(told("office", id, &mut faq.offices.iter().map(|office| office.id.as_str())))
        }
        _ => None,
    }
}

/// Reads the messages of the files; `fault` tells what cannot be expected.
fn read(files: &[PathBuf], fault: impl Fn(&Expected) -> Option<String>) -> anyhow::Result<Vec<Line>> {
    let mut lines = Vec::new();
    for file in files {
        let text = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
        for (number, json) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let place = format!("{}:{}", file.display(), number + 1);
            let line = Line::read(json, &place)
                .with_context(|| format!("{place}: a line has lang, text, and one of ok, kind, office"))?;
            if let Some(fault) = fault(&line.expected) {
                anyhow::bail!("{place}: {fault}");
            }
            lines.push(line);
        }
    }
    Ok(lines)
}

/// Judges the messages of the files, each a line of JSON as `popas eval` reads it.
pub fn of_messages(files: &[PathBuf], listen: impl Fn(&str) -> Heard) -> anyhow::Result<Report> {
    let judged = |line: Line| Judged { heard: listen(&line.text), line };
    Ok(Report { judged: read(files, |_| None)?.into_iter().map(judged).collect() })
}

/// Listens with the whole of `popas ask`.
pub fn heard_by_ask(engine: &Engine, text: &str) -> Heard {
    let asked = ask(engine, text, None, today());
    Heard {
        language: Some(asked.language),
        kind: match asked.kind {
            ask::Kind::Answer | ask::Kind::Stay => Kind::Answer,
            ask::Kind::Choices => Kind::Choices,
            ask::Kind::Office => Kind::Office,
            ask::Kind::Smalltalk => Kind::Smalltalk,
            ask::Kind::Unknown => Kind::Unknown,
        },
        entries: asked.entries.iter().map(ToString::to_string).collect(),
        score: asked.score,
        smalltalk: asked.smalltalk.map(str::to_string),
        offices: Some(asked.offices.iter().map(ToString::to_string).collect()),
    }
}

/// Listens with the understanding alone: topics and language; of places only their names are taken away.
pub fn listener(faq: &Faq) -> impl Fn(&str) -> Heard {
    let (places, detector) = (PlaceReader::new(faq), Detector::learn(faq));
    let topics = Topics::learn(faq, &places);
    move |text| {
        let judgement = topics.judge(text, &places.read(text).nameless, Hints::default());
        let (kind, entries, smalltalk) = match judgement.verdict {
            Verdict::Answer(entry) => (Kind::Answer, vec![entry.to_string()], None),
            Verdict::Choices(entries) => (Kind::Choices, entries.iter().map(ToString::to_string).collect(), None),
            Verdict::Talk(Talk::Days) => (Kind::Answer, vec!["stay-90-180".to_string()], None),
            Verdict::Talk(Talk::Office) => (Kind::Answer, vec!["one-stop-shops".to_string()], None),
            Verdict::Talk(talk) => (Kind::Smalltalk, Vec::new(), ask::smalltalk_name(talk).map(str::to_string)),
            Verdict::Unknown { .. } => (Kind::Unknown, Vec::new(), None),
        };
        let (language, score) = (detector.detect(text, None).language(), judgement.score);
        Heard { language, kind, entries, score, smalltalk, offices: None }
    }
}
