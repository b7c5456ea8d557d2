//! Texts with labels in, a judge of further texts out. Knows nothing of Popas: the topics of the FAQ and
//! the data of others are learnt by the same code with the same settings.

use rustc_hash::FxHashMap;

use super::concepts::Concepts;
pub use super::features::Shape;
use super::features::{Counts, Rows, WordFeatures};
use super::known_words::{KnownWords, UsedWord};
use super::linear::Linear;
pub use super::linear::{Bias, Training};
use crate::understanding::spelling::{fold, words_with_rest};

/// How to learn.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    pub shape: Shape,
    pub training: Training,
}

impl Settings {
    /// Settings for that many texts, a few hundred or the tens of thousands of the content.
    pub fn for_texts(texts: usize) -> Settings {
        if texts < 5_000 { Settings::few() } else { Settings::many() }
    }

    /// Chosen by cross-validation over the content (`examples/understanding.rs`), and the training on the dev and odd sets
    /// with five versions of the content each; the optimum is flat. Among many texts, sequences of three letters say
    /// nothing that those of four do not, and cost as much again.
    fn many() -> Settings {
        Settings {
            shape: Shape { shares: [0.7, 0.1, 0.2], shortest: 4, longest: 4, stem: 5, least: 7, single: 1.0 },
            training: Training {
                cost_own: 2.0,
                cost_other: 1.0,
                bias: Bias::Outside,
                familiarity: 0.0,
                passes: 5,
                settled: 0.15,
            },
        }
    }

    /// Chosen on small sets drawn from the content and from data of others, half of their test texts of no class, by the
    /// share judged rightly at the best threshold; the optimum is flat. Few texts need shorter sequences of letters, as
    /// longer ones seldom repeat; what only one of them has, though it counts less; a bias that is learnt; dearer errors
    /// and many passes until all has settled. None of them is outside, so how familiar a text is has to be said.
    fn few() -> Settings {
        Settings {
            shape: Shape { shares: [0.7, 0.1, 0.2], shortest: 3, longest: 4, stem: 5, least: 1, single: 0.4 },
            training: Training {
                cost_own: 8.0,
                cost_other: 2.0,
                bias: Bias::Learnt,
                familiarity: 1.5,
                passes: 30,
                settled: 0.0,
            },
        }
    }
}

/// What was learnt. Classes are numbers; the caller knows what they mean.
pub struct Classifier {
    concepts: Concepts,
    settings: Settings,
    rows: Rows,
    known: KnownWords,
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
    /// Learns from folded texts with the number of their class; `is_home` tells the classes of interest from
    /// those learnt only to be set aside.
    pub(super) fn learn(
        texts: &[(&str, usize)],
        classes: usize,
        is_home: impl Fn(usize) -> bool,
        concepts: Concepts,
        settings: Settings,
    ) -> Classifier {
        let Settings { shape, training } = settings;
        let mut counts = Counts::default();
        let known = {
            let mut reader = Reader::new(&concepts, &shape);
            texts.iter().for_each(|(text, class)| reader.read(text, is_home(*class), &mut counts));
            KnownWords::of(reader.used_words(), &shape)
        };
        let rows = Rows::of_texts(&counts, &shape);
        let vectors = counts.into_vectors(&rows, &shape);
        let classes_of: Vec<usize> = texts.iter().map(|(_, class)| *class).collect();
        let keys: Vec<u64> = texts.iter().map(|(text, _)| key(text)).collect();
        let model = Linear::train(&vectors, &classes_of, &keys, rows.len(), classes, training);
        Classifier { concepts, settings, rows, known, model }
    }

    /// Learns from data that have no lexicon.
    pub fn train(texts: &[(&str, usize)], classes: usize) -> Classifier {
        let folded: Vec<(String, usize)> = texts.iter().map(|(text, class)| (fold(text), *class)).collect();
        let texts: Vec<(&str, usize)> = folded.iter().map(|(text, class)| (text.as_str(), *class)).collect();
        Classifier::learn(&texts, classes, |_| true, Concepts::none(), Settings::for_texts(texts.len()))
    }

    /// Whether a text of a home class has a word that begins like this folded one.
    pub(super) fn knows(&self, word: &str) -> bool {
        self.known.knows(word)
    }

    pub(super) fn concepts(&self) -> &Concepts {
        &self.concepts
    }

    /// Judges a text.
    pub fn scores(&self, text: &str) -> Scores {
        let shape = &self.settings.shape;
        let (folded, mut counts) = (fold(text), Counts::default());
        Reader::correcting(&self.concepts, shape, &self.known).read(&folded, false, &mut counts);
        let words = counts.words(0);
        let strange = words.iter().filter(|word| !self.known.has_beginning(**word)).count();
        let words = words.len();
        let vectors = counts.into_vectors(&self.rows, shape);
        Scores { classes: self.model.scores(vectors.get(0)), words, strange }
    }
}

/// A number that belongs to a text wherever it stands (FNV-1a).
fn key(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |key, byte| (key ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

/// Reads folded texts word by word: what a word says is worked out once, however often it occurs.
struct Reader<'a> {
    concepts: &'a Concepts,
    shape: &'a Shape,
    /// By these words slips of the finger are put right.
    known: Option<&'a KnownWords>,
    numbers: FxHashMap<&'a str, usize>,
    words: Vec<Word>,
    features: WordFeatures,
    /// The text that is being read; its room is used again for the next.
    text: ReadText,
}

/// What a word says besides its features.
struct Word {
    concepts: Vec<u16>,
    begins_phrase: bool,
    /// How often it was read …
    times: u32,
    /// … and how often of these in texts of a home class.
    at_home: u32,
}

#[derive(Default)]
struct ReadText {
    /// The numbers of its words.
    words: Vec<usize>,
    concepts: Vec<u16>,
}

impl<'a> Reader<'a> {
    fn new(concepts: &'a Concepts, shape: &'a Shape) -> Reader<'a> {
        let (numbers, words, features, text) = Default::default();
        Reader { concepts, shape, known: None, numbers, words, features, text }
    }

    fn correcting(concepts: &'a Concepts, shape: &'a Shape, known: &'a KnownWords) -> Reader<'a> {
        Reader { known: Some(known), ..Reader::new(concepts, shape) }
    }

    fn read(&mut self, text: &'a str, at_home: bool, into: &mut Counts) {
        let ReadText { words: mut numbers, mut concepts } = std::mem::take(&mut self.text);
        for (word, rest) in words_with_rest(text) {
            let number = self.number(word);
            let read = &mut self.words[number];
            read.times += 1;
            read.at_home += u32::from(at_home);
            if read.begins_phrase {
                concepts.extend(self.concepts.of_phrase(word, rest));
            }
            concepts.extend(&read.concepts);
            numbers.push(number);
        }
        concepts.sort_unstable();
        concepts.dedup();
        into.add(&numbers, &self.features, &concepts);
        numbers.clear();
        concepts.clear();
        self.text = ReadText { words: numbers, concepts };
    }

    /// The number of a word among those met so far.
    fn number(&mut self, word: &'a str) -> usize {
        if let Some(number) = self.numbers.get(word) {
            return *number;
        }
        let meant = self.known.and_then(|known| known.meant(word)).unwrap_or(word);
        self.features.add(meant, self.shape);
        self.words.push(Word {
            concepts: self.concepts.of_word(meant),
            begins_phrase: self.concepts.begins_phrase(word),
            times: 0,
            at_home: 0,
        });
        self.numbers.insert(word, self.words.len() - 1);
        self.words.len() - 1
    }

    /// The words that were read, and how often.
    fn used_words(&self) -> impl Iterator<Item = UsedWord<'a>> {
        self.numbers.iter().filter_map(|(word, number)| {
            let Word { times, at_home, .. } = self.words[*number];
            Some(UsedWord { word, beginning: self.features.bucket(*number)?, times, at_home })
        })
    }
}
