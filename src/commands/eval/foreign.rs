//! The same matcher learnt from data of others: a file of sentences with labels to learn from, one to be judged by.

use std::path::Path;

use anyhow::Context;
use serde::{Deserialize, Serialize};

use crate::understanding::topics::Classifier;

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
