//! `popas eval`: how well messages are understood, ours and those of others.
//!
//! Whoever listens to a message is a function: the command judges the whole of `popas ask`, the tests of
//! the understanding [`listener`], which reads topics and languages only.

use std::collections::BTreeMap;
use std::fmt;
use std::path::{Path, PathBuf};

use anyhow::Context;
use serde::{Deserialize, Serialize};

use super::ask::{self, ask};
use super::today;
use crate::engine::Engine;
use crate::faq::{Faq, Talk};
use crate::language::Language;
use crate::settings::Settings;
use crate::understanding::language::Detector;
use crate::understanding::places::PlaceReader;
use crate::understanding::topics::{Classifier, Hints, Topics, Verdict};

/// What to measure.
#[derive(clap::Args, Debug)]
pub struct Args {
    /// Messages with what they mean, one JSON object a line: {"id","lang","text","ok":[…]}
    #[arg(value_name = "FILE", required_unless_present = "train", conflicts_with_all = ["train", "test"])]
    pub files: Vec<PathBuf>,
    /// Print the messages that were not understood, too
    #[arg(long, conflicts_with = "train")]
    pub misses: bool,
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

pub fn run(args: &Args, settings: &Settings) -> anyhow::Result<()> {
    if let (Some(train), Some(test)) = (&args.train, &args.test) {
        let predictions = of_foreign(train, test)?;
        if let Some(file) = &args.predictions {
            write_predictions(&predictions, file)?;
        }
        println!("micro-F1 {:.4} over {} sentences", micro_f1(&predictions), predictions.len());
        return Ok(());
    }
    let engine = settings.engine()?;
    let report = of_messages(&args.files, |text| heard_by_ask(&engine, text))?;
    print!("{report}");
    for (measure, language, text, heard) in report.misses.iter().filter(|_| args.misses) {
        println!("{language} {}: {text:?}: {:?} {}", measure.name(), heard.kind, heard.entries.join(" "));
    }
    Ok(())
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
        smalltalk: asked.smalltalk.map(str::to_string),
        offices: Some(asked.offices.iter().map(ToString::to_string).collect()),
    }
}

/// A message and what is right for it.
#[derive(Debug, Deserialize)]
struct Line {
    lang: Language,
    text: String,
    /// Entries that answer it, best first; none when nothing of ours does.
    ok: Option<Vec<String>>,
    /// The small talk that it is.
    kind: Option<String>,
    /// The office that it asks for.
    office: Option<String>,
}

/// What a message was taken for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Heard {
    pub language: Option<Language>,
    pub kind: Kind,
    /// Entry ids, best first.
    pub entries: Vec<String>,
    pub smalltalk: Option<String>,
    /// Office ids, best first; `None` when the listener reads no places.
    pub offices: Option<Vec<String>>,
}

/// The kinds of reply that are told apart.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Kind {
    /// An answer, computed or not.
    Answer,
    Choices,
    Office,
    Smalltalk,
    #[default]
    Unknown,
}

/// What was found, by language.
#[derive(Debug, Default)]
pub struct Report {
    tallies: BTreeMap<(Option<Language>, Measure), Tally>,
    /// Messages that were not taken for what they are: the measure, the language, the text, what was heard.
    pub misses: Vec<(Measure, Language, String, Heard)>,
}

/// What is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Measure {
    Right,
    RightOrOffered,
    Wrong,
    OutsideAnswered,
    Smalltalk,
    Office,
    Language,
}

impl Measure {
    pub const ALL: [Measure; 7] = [
        Measure::Right,
        Measure::RightOrOffered,
        Measure::Wrong,
        Measure::OutsideAnswered,
        Measure::Smalltalk,
        Measure::Office,
        Measure::Language,
    ];

    fn name(self) -> &'static str {
        match self {
            Measure::Right => "right",
            Measure::RightOrOffered => "right or offered",
            Measure::Wrong => "wrong",
            Measure::OutsideAnswered => "outside answered",
            Measure::Smalltalk => "smalltalk",
            Measure::Office => "office",
            Measure::Language => "language",
        }
    }

    /// True when less of it is better.
    pub fn is_fault(self) -> bool {
        matches!(self, Measure::Wrong | Measure::OutsideAnswered)
    }
}

#[derive(Clone, Copy, Debug, Default)]
struct Tally {
    hits: usize,
    of: usize,
}

/// Judges the messages of the files, each a line of JSON as `popas eval` reads it.
pub fn of_messages(files: &[PathBuf], listen: impl Fn(&str) -> Heard) -> anyhow::Result<Report> {
    let mut report = Report::default();
    for file in files {
        let text = std::fs::read_to_string(file).with_context(|| format!("{} cannot be read", file.display()))?;
        for (number, line) in text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty()) {
            let line: Line = serde_json::from_str(line).with_context(|| {
                format!("{}:{}: a line has lang, text, and one of ok, kind, office", file.display(), number + 1)
            })?;
            report.add(&line, listen(&line.text));
        }
    }
    Ok(report)
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
            Verdict::Talk(talk) => (Kind::Smalltalk, Vec::new(), Some(talk.section().to_string())),
            Verdict::Unknown { .. } => (Kind::Unknown, Vec::new(), None),
        };
        Heard { language: detector.detect(text, None).language(), kind, entries, smalltalk, offices: None }
    }
}

impl Report {
    fn add(&mut self, line: &Line, heard: Heard) {
        self.count(Measure::Language, heard.language == Some(line.lang), line, &heard);
        if let Some(ok) = &line.ok {
            let answered = heard.kind == Kind::Answer;
            if ok.is_empty() {
                return self.count(Measure::OutsideAnswered, answered, line, &heard);
            }
            let right = answered && heard.entries.first().is_some_and(|entry| ok.contains(entry));
            let offered = heard.kind == Kind::Choices && heard.entries.iter().any(|entry| ok.contains(entry));
            self.count(Measure::Right, right, line, &heard);
            self.count(Measure::RightOrOffered, right || offered, line, &heard);
            self.count(Measure::Wrong, answered && !right, line, &heard);
        } else if let Some(kind) = &line.kind {
            self.count(Measure::Smalltalk, heard.smalltalk.as_ref() == Some(kind), line, &heard);
        } else if let Some(office) = &line.office {
            let hit = match &heard.offices {
                Some(offices) => offices.first() == Some(office),
                None => heard.entries.first().is_some_and(|entry| entry == "one-stop-shops"),
            };
            self.count(Measure::Office, hit, line, &heard);
        }
    }

    fn count(&mut self, measure: Measure, hit: bool, line: &Line, heard: &Heard) {
        for language in [Some(line.lang), None] {
            let tally = self.tallies.entry((language, measure)).or_default();
            tally.of += 1;
            tally.hits += usize::from(hit);
        }
        if hit == measure.is_fault() {
            self.misses.push((measure, line.lang, line.text.clone(), heard.clone()));
        }
    }

    /// The share of a measure, in a language or in all; `None` when nothing was measured.
    pub fn share(&self, language: Option<Language>, measure: Measure) -> Option<f64> {
        let tally = self.tallies.get(&(language, measure))?;
        Some(tally.hits as f64 / tally.of as f64)
    }
}

impl fmt::Display for Report {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:5}", "")?;
        for measure in Measure::ALL {
            write!(f, " {:>16}", measure.name())?;
        }
        for language in Language::ALL.into_iter().map(Some).chain([None]) {
            write!(f, "\n{:5}", language.map_or("all", Language::code))?;
            for measure in Measure::ALL {
                match self.share(language, measure) {
                    Some(share) => write!(f, " {:>15.1}%", 100.0 * share)?,
                    None => write!(f, " {:>16}", "-")?,
                }
            }
        }
        writeln!(f)
    }
}

#[derive(Debug, Deserialize)]
struct Labelled {
    sentence: String,
    label: String,
}

/// A line of the predictions.
#[derive(Debug, Serialize)]
pub struct Predicted {
    pub sentence: String,
    pub label: String,
    pub predicted_node: String,
    pub predicted_node_score: f32,
}

/// The same matcher learnt from data of others (`sentence,label`) and asked about its test sentences.
pub fn of_foreign(train: &Path, test: &Path) -> anyhow::Result<Vec<Predicted>> {
    let train: Vec<Labelled> = read(train)?;
    let mut labels: Vec<&str> = train.iter().map(|line| line.label.as_str()).collect();
    labels.sort_unstable();
    labels.dedup();
    anyhow::ensure!(!labels.is_empty(), "there is nothing to learn from: the file has no line `sentence,label`");
    let class = |label: &str| labels.binary_search(&label).unwrap_or_default();
    let texts: Vec<(&str, usize)> = train.iter().map(|line| (line.sentence.as_str(), class(&line.label))).collect();
    let classifier = Classifier::train(&texts, labels.len());
    let judged = read::<Labelled>(test)?.into_iter().map(|line| {
        let (class, score) = classifier.scores(&line.sentence).best();
        Predicted {
            sentence: line.sentence,
            label: line.label,
            predicted_node: labels[class].to_string(),
            predicted_node_score: score,
        }
    });
    Ok(judged.collect())
}

/// The share of sentences that got their label: micro-F1, as every sentence gets exactly one.
pub fn micro_f1(predictions: &[Predicted]) -> f64 {
    let right = predictions.iter().filter(|line| line.label == line.predicted_node).count();
    right as f64 / predictions.len().max(1) as f64
}

/// Writes predictions as CSV.
pub fn write_predictions(predictions: &[Predicted], file: &Path) -> anyhow::Result<()> {
    let mut writer = csv::Writer::from_path(file).with_context(|| format!("{} cannot be written", file.display()))?;
    for line in predictions {
        writer.serialize(line)?;
    }
    Ok(writer.flush()?)
}

fn read<T: for<'de> Deserialize<'de>>(file: &Path) -> anyhow::Result<Vec<T>> {
    let mut reader = csv::Reader::from_path(file).with_context(|| format!("{} cannot be read", file.display()))?;
    let lines: Result<Vec<T>, csv::Error> = reader.deserialize().collect();
    lines.with_context(|| format!("{}: the columns are sentence,label", file.display()))
}
