//! Texts with labels in, a judge of further texts out. Knows nothing of Popas: the topics of the FAQ and
//! the data of others are learnt by the same code with the same settings.

use super::concepts::Concepts;
pub use super::features::Shape;
use super::features::{Counts, Rows};
use super::linear::Linear;
pub use super::linear::Training;
use crate::understanding::spelling::fold;

/// How to learn.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    pub shape: Shape,
    pub training: Training,
}

impl Default for Settings {
    fn default() -> Settings {
        Settings {
            shape: Shape {
                shares: [0.0, 0.6, 0.20, 0.20],
                least: 3,
                shortest: 3,
                longest: 4,
                power: 1.0,
                unknown: 0.0,
                stem: 5,
                skip: false,
            },
            training: Training { cost_own: 2.0, cost_other: 1.0, passes: 5 },
        }
    }
}

impl Settings {
    /// For telling languages apart: letters as they are, and words.
    pub fn of_languages() -> Settings {
        Settings {
            shape: Shape {
                shares: [0.0, 0.7, 0.3, 0.0],
                least: 2,
                shortest: 1,
                longest: 4,
                power: 1.0,
                unknown: 0.0,
                stem: 5,
                skip: false,
            },
            training: Training { cost_own: 1.0, cost_other: 1.0, passes: 4 },
        }
    }
}

/// What was learnt. Classes are numbers; the caller knows what they mean.
pub struct Classifier {
    reader: Reader,
    rows: Rows,
    model: Linear,
}

/// How a text becomes features.
struct Reader {
    spelling: fn(&str) -> String,
    concepts: Concepts,
    settings: Settings,
}

impl Reader {
    fn count(&self, text: &str, place: bool) -> Counts {
        let text = (self.spelling)(text);
        let concepts = self.concepts.in_text(&text, place);
        Counts::of(&text, &concepts, &self.settings.shape)
    }
}

impl Classifier {
    /// Learns from texts with the number of their class.
    pub(super) fn learn(texts: &[(&str, usize)], classes: usize, concepts: Concepts, settings: Settings) -> Classifier {
        Classifier::by(Reader { spelling: fold, concepts, settings }, texts, classes)
    }

    /// Learns from data that have no lexicon.
    pub fn train(texts: &[(&str, usize)], classes: usize) -> Classifier {
        Classifier::learn(texts, classes, Concepts::none(), Settings::default())
    }

    /// Learns what sets spellings apart: nothing is folded but the case.
    pub fn of_spelling(texts: &[(&str, usize)], classes: usize, settings: Settings) -> Classifier {
        Classifier::by(Reader { spelling: lower, concepts: Concepts::none(), settings }, texts, classes)
    }

    fn by(reader: Reader, texts: &[(&str, usize)], classes: usize) -> Classifier {
        let Settings { shape, training } = reader.settings;
        let counts: Vec<Counts> = texts.iter().map(|(text, _)| reader.count(text, false)).collect();
        let rows = Rows::of_texts(&counts, shape.least, shape.power);
        let vectors = counts.iter().zip(texts).map(|(counts, (_, class))| (counts.weigh(&rows, &shape), *class));
        let vectors: Vec<_> = vectors.collect();
        let model = Linear::train(&vectors, rows.len(), classes, training);
        Classifier { reader, rows, model }
    }

    /// The score of each class: above 0 is on its side of the border, 1 is at its margin.
    pub fn scores(&self, text: &str, place: bool) -> Vec<f32> {
        self.model.scores(&self.reader.count(text, place).weigh(&self.rows, &self.reader.settings.shape))
    }

    pub fn vector(&self, text: &str) -> Vec<(u32, f32)> {
        self.reader.count(text, false).weigh(&self.rows, &self.reader.settings.shape)
    }

    pub fn features(&self) -> usize {
        self.rows.len()
    }
}

fn lower(text: &str) -> String {
    let letters = text.chars().flat_map(char::to_lowercase);
    letters.map(|letter| if letter.is_alphabetic() || letter == '\'' { letter } else { ' ' }).collect()
}
