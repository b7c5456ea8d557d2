//! Texts with labels in, a judge of further texts out. Knows nothing of Popas: the topics of the FAQ and
//! the data of others are learnt by the same code with the same settings.

use rustc_hash::FxHashMap;

use super::concepts::Concepts;
pub use super::features::Shape;
use super::features::{Counts, Rows, WordFeatures, WordSet};
pub use super::linear::Training;
use super::linear::{Examples, Linear};
use crate::understanding::spelling::{fold_onto, words_with_rest};

/// How to learn.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    pub shape: Shape,
    pub training: Training,
}

impl Settings {
    /// Settings for that many texts, chosen by cross-validation over the content
    /// (`examples/understanding.rs`); the optimum is flat. Few texts need more passes until the weights
    /// settle and shorter sequences of letters, as longer ones seldom repeat; among many, sequences of three say
    /// nothing that those of four do not, and cost as much again.
    pub fn for_texts(texts: usize) -> Settings {
        let few = texts < 5_000;
        let (shortest, least) = if few { (3, 2) } else { (4, 3) };
        let (passes, settled) = if few { (30, 0.0) } else { (10, 0.25) };
        Settings {
            shape: Shape { shares: [0.7, 0.1, 0.2], shortest, longest: 4, stem: 5, least },
            training: Training { cost_own: 2.0, cost_other: 1.0, passes, settled },
        }
    }
}

/// What was learnt. Classes are numbers; the caller knows what they mean.
pub struct Classifier {
    concepts: Concepts,
    settings: Settings,
    rows: Rows,
    /// The words of the classes that are home.
    home: WordSet,
    model: Linear,
}

/// What a classifier makes of a text.
#[derive(Clone, Debug, PartialEq)]
pub struct Scores {
    /// The score of each class: above 0 is on its side of the border, 1 is at its margin.
    pub classes: Vec<f32>,
    pub words: usize,
    /// Words whose beginning no text of a home class has.
    pub strange: usize,
}

impl Scores {
    /// These scores with those of a part of the text, which has the given share; the length stays that of the whole.
    pub(super) fn mixed_with(mut self, part: &Scores, share: f32) -> Scores {
        for (whole, part) in self.classes.iter_mut().zip(&part.classes) {
            *whole += share * (part - *whole);
        }
        let strange = |scores: &Scores| scores.strange as f32 / scores.words.max(1) as f32;
        let strange = strange(&self) + share * (strange(part) - strange(&self));
        self.strange = (strange * self.words as f32).round() as usize;
        self
    }

    /// The best class and how sure it is, 0 to 1: strange words make it less so.
    pub fn best(&self) -> (usize, f32) {
        let numbered = self.classes.iter().copied().enumerate();
        let (class, score) = numbered.max_by(|one, other| one.1.total_cmp(&other.1)).unwrap_or_default();
        let strange = self.strange as f32 / self.words.max(1) as f32;
        (class, 1.0 / (1.0 + (-4.0 * (score - strange)).exp()))
    }
}

impl Classifier {
    /// Learns from texts with the number of their class; `is_home` tells the classes of interest from
    /// those learnt only to be set aside.
    pub(super) fn learn(
        texts: &[(&str, usize)],
        classes: usize,
        is_home: impl Fn(usize) -> bool,
        concepts: Concepts,
        settings: Settings,
    ) -> Classifier {
        let Settings { shape, training } = settings;
        let counts = counted(texts.iter().map(|(text, _)| *text), &concepts, &shape);
        let rows = Rows::of_texts(&counts, shape.least);
        let at_home = texts.iter().enumerate().filter(|(_, (_, class))| is_home(*class));
        let home = WordSet::of(at_home.flat_map(|(text, _)| counts.words(text)));
        let mut examples = Examples::default();
        for (text, (_, class)) in texts.iter().enumerate() {
            examples.add(*class, |vector| counts.weigh(text, &rows, &shape, vector));
        }
        drop(counts);
        let model = Linear::train(&examples, rows.len(), classes, training);
        Classifier { concepts, settings, rows, home, model }
    }

    /// Learns from data that have no lexicon.
    pub fn train(texts: &[(&str, usize)], classes: usize) -> Classifier {
        Classifier::learn(texts, classes, |_| true, Concepts::none(), Settings::for_texts(texts.len()))
    }

    /// Whether a text of a home class has a word that begins like this folded one.
    pub(super) fn knows(&self, word: &str) -> bool {
        WordFeatures::of(word, &self.settings.shape).is_none_or(|word| self.home.contains(word.bucket()))
    }

    pub(super) fn concepts(&self) -> &Concepts {
        &self.concepts
    }

    /// Judges a text.
    pub fn scores(&self, text: &str) -> Scores {
        let shape = &self.settings.shape;
        let counts = counted([text], &self.concepts, shape);
        let words = counts.words(0);
        let strange = words.iter().filter(|word| !self.home.contains(**word)).count();
        let mut vector = Vec::with_capacity(128);
        counts.weigh(0, &self.rows, shape, &mut vector);
        Scores { classes: self.model.scores(&vector), words: words.len(), strange }
    }
}

fn counted<'a>(texts: impl IntoIterator<Item = &'a str>, concepts: &Concepts, shape: &Shape) -> Counts {
    let (mut reader, mut counts) = (Reader::new(concepts, shape), Counts::default());
    texts.into_iter().for_each(|text| reader.read(text, &mut counts));
    counts
}

/// Reads texts word by word: what a word says is worked out once, however often it occurs.
struct Reader<'a> {
    concepts: &'a Concepts,
    shape: &'a Shape,
    numbers: FxHashMap<Box<str>, usize>,
    words: Vec<Word>,
    /// The text that is read, folded, with its words and concepts.
    text: (String, Vec<usize>, Vec<u16>),
}

struct Word {
    features: Option<WordFeatures>,
    concepts: Vec<u16>,
    begins_phrase: bool,
}

impl<'a> Reader<'a> {
    fn new(concepts: &'a Concepts, shape: &'a Shape) -> Reader<'a> {
        Reader { concepts, shape, numbers: FxHashMap::default(), words: Vec::new(), text: Default::default() }
    }

    fn read(&mut self, text: &str, into: &mut Counts) {
        let (mut folded, mut numbers, mut concepts) = std::mem::take(&mut self.text);
        fold_onto(text, &mut folded);
        for (word, rest) in words_with_rest(&folded) {
            let number = self.number(word);
            let read = &self.words[number];
            if read.begins_phrase {
                concepts.extend(self.concepts.of_phrase(word, rest));
            }
            concepts.extend(&read.concepts);
            numbers.push(number);
        }
        concepts.sort_unstable();
        concepts.dedup();
        into.add(numbers.iter().filter_map(|number| self.words[*number].features.as_ref()), &concepts);
        folded.clear();
        numbers.clear();
        concepts.clear();
        self.text = (folded, numbers, concepts);
    }

    /// The number of a word among those met so far.
    fn number(&mut self, word: &str) -> usize {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let concepts = self.concepts;
        self.words.push(Word {
            features: WordFeatures::of(word, self.shape),
            concepts: concepts.of_word(word),
            begins_phrase: concepts.begins_phrase(word),
        });
        self.numbers.insert(word.into(), self.words.len() - 1);
        self.words.len() - 1
    }
}
