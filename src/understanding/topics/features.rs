//! What the classifier sees of a text: hashed features of three families, each family weighed alike
//! whatever the length of the text.

use std::cmp::Reverse;

use crate::understanding::spelling::skeleton;

/// Hash buckets; collisions among some 10⁵ live features are rare enough not to show in the figures.
const BUCKETS: usize = 1 << 18;

/// One kind of feature. All but the last are read from the sound of the text: in cross-validation the
/// letters themselves added nothing to it, and it meets Cyrillic and Latin typing, dropped ş and ç.
#[derive(Clone, Copy)]
enum Family {
    /// Some letters of a word, its borders included: survives typos and inflection.
    Letters,
    /// How a word begins, and pairs of neighbours.
    Words,
    /// Lexicon concepts, and pairs of concepts anywhere in the text: shared by all languages.
    Concepts,
}

/// How much each family counts, and what a feature is.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// The family's part of the squared length of a text's vector: letters, words, concepts.
    pub shares: [f32; 3],
    /// Sequences of letters from this length …
    pub shortest: usize,
    /// … to this one.
    pub longest: usize,
    /// Letters that make the beginning of a word.
    pub stem: usize,
    /// A feature seen in fewer texts of training is left out.
    pub least: u32,
    /// How much a feature of a single text counts beside the others: that its class has it may be chance.
    pub single: f32,
}

/// What is counted of words, whatever the text. All in one piece of memory: there are tens of thousands of them when
/// the content is learnt.
#[derive(Default)]
pub(super) struct WordFeatures {
    /// The buckets of the words' sequences of letters.
    sequences: Vec<u32>,
    /// Where the sequences of each word end, and how it begins; `None` when nothing of it is heard.
    words: Vec<(usize, Option<Hash>)>,
}

impl WordFeatures {
    /// Adds a folded word behind the others.
    pub fn add(&mut self, word: &str, shape: &Shape) {
        let sound = skeleton(word);
        let heard = !sound.is_empty();
        if heard {
            sequences(&sound, shape, &mut self.sequences);
        }
        self.words.push((self.sequences.len(), heard.then(|| beginning(&sound, shape.stem))));
    }

    /// The bucket of the beginning of a word, by its number.
    pub fn bucket(&self, word: usize) -> Option<u32> {
        self.words[word].1.map(Hash::bucket)
    }

    /// The bucket of the beginning of a word of that sound.
    pub fn bucket_of(sound: &str, shape: &Shape) -> u32 {
        beginning(sound, shape.stem).bucket()
    }

    /// The bucket of all of a word of that sound.
    pub fn bucket_of_whole(sound: &str) -> u32 {
        beginning(sound, usize::MAX).bucket()
    }

    fn sequences(&self, word: usize) -> &[u32] {
        let begin = word.checked_sub(1).map_or(0, |before| self.words[before].0);
        &self.sequences[begin..self.words[word].0]
    }
}

/// Texts as bucket → count, family by family, before any weighing. Buckets are sorted and unique within a family.
///
/// All in one piece of memory: there are tens of thousands of them when the content is learnt.
#[derive(Default)]
pub(super) struct Counts {
    counted: Vec<(u32, f32)>,
    /// The bucket of each word's beginning.
    words: Vec<u32>,
    /// Where the families and the words of each text end.
    ends: Vec<([usize; 3], usize)>,
    /// What is being counted of a text: the letters of its words, …
    letters: Vec<u32>,
    /// … and its words with their neighbours, then its concepts.
    pairs: Vec<u32>,
}

impl Counts {
    /// Counts the features of a text of the words of those numbers, with the concepts found in it.
    pub fn add(&mut self, words: &[usize], features: &WordFeatures, concepts: &[u16]) {
        let begun = self.words.len();
        let mut last: Option<Hash> = None;
        self.letters.clear();
        self.letters.reserve(128);
        self.pairs.clear();
        self.pairs.reserve(32);
        for word in words {
            let Some(beginning) = features.words[*word].1 else { continue };
            self.letters.extend(features.sequences(*word));
            self.pairs.extend(last.replace(beginning).map(|last| last.with(beginning.0).bucket()));
            self.words.push(beginning.bucket());
        }
        self.pairs.extend(&self.words[begun..]);
        let letters = count(&mut self.letters, &mut self.counted);
        let words = count(&mut self.pairs, &mut self.counted);
        self.pairs.clear();
        concept_pairs(concepts, &mut self.pairs);
        let concepts = count(&mut self.pairs, &mut self.counted);
        self.ends.push(([letters, words, concepts], self.words.len()));
    }

    /// How many texts were counted.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The bucket of each word's beginning, in the order of the text.
    pub fn words(&self, text: usize) -> &[u32] {
        let begin = text.checked_sub(1).map_or(0, |before| self.ends[before].1);
        &self.words[begin..self.ends[text].1]
    }

    /// The weighed vectors of the texts over the rows of a vocabulary: sublinear counts times rarity, each family
    /// scaled to its share. Buckets without a row are unknown and left out.
    ///
    /// They take the place of the counts: both together would be the most that learning ever holds in memory.
    pub fn into_vectors(self, rows: &Rows, shape: &Shape) -> Vectors {
        let (mut numbers, mut ends) = (self.counted, Vec::with_capacity(self.ends.len()));
        let (mut begin, mut kept) = (0, 0);
        for (families, _) in &self.ends {
            for (share, end) in shape.shares.into_iter().zip(families) {
                let start = kept;
                for at in begin..*end {
                    let (bucket, count) = numbers[at];
                    if let Some((row, rarity)) = rows.of(bucket) {
                        // Most features are there once, and logarithms are slow.
                        let sublinear = if count == 1.0 { 1.0 } else { 1.0 + count.ln() };
                        numbers[kept] = (row, sublinear * rarity);
                        kept += 1;
                    }
                }
                scale(&mut numbers[start..kept], share);
                begin = *end;
            }
            ends.push(kept);
        }
        numbers.truncate(kept);
        Vectors { numbers, ends }
    }
}

/// Gives a family of features its share of the squared length of a text's vector.
fn scale(family: &mut [(u32, f32)], share: f32) {
    let squares: f32 = family.iter().map(|(_, value)| value * value).sum();
    if squares > 0.0 {
        let scale = (share / squares).sqrt();
        family.iter_mut().for_each(|(_, value)| *value *= scale);
    }
}

/// Texts as rows with their weights.
pub(super) struct Vectors {
    numbers: Vec<(u32, f32)>,
    /// Where the vector of each text ends.
    ends: Vec<usize>,
}

impl Vectors {
    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.ends.len()
    }

    /// The vector of a text.
    pub fn get(&self, text: usize) -> &[(u32, f32)] {
        let begin = text.checked_sub(1).map_or(0, |before| self.ends[before]);
        &self.numbers[begin..self.ends[text]]
    }
}

#[cfg(test)]
impl FromIterator<Vec<(u32, f32)>> for Vectors {
    fn from_iter<I: IntoIterator<Item = Vec<(u32, f32)>>>(texts: I) -> Vectors {
        let mut vectors = Vectors { numbers: Vec::new(), ends: Vec::new() };
        for text in texts {
            vectors.numbers.extend(text);
            vectors.ends.push(vectors.numbers.len());
        }
        vectors
    }
}

/// The buckets that training saw often enough, each with its row in the weights and its rarity.
pub(super) struct Rows {
    row_of: Vec<u32>,
    rarity: Vec<f32>,
}

impl Rows {
    const NONE: u32 = u32::MAX;

    /// Rows for the buckets that occur in enough of the texts.
    pub fn of_texts(texts: &Counts, shape: &Shape) -> Rows {
        let mut seen_in = vec![0u32; BUCKETS];
        for (bucket, _) in &texts.counted {
            seen_in[*bucket as usize] += 1;
        }
        let mut rows = Rows { row_of: vec![Rows::NONE; BUCKETS], rarity: Vec::new() };
        let mut kept: Vec<(usize, u32)> =
            seen_in.into_iter().enumerate().filter(|(_, seen)| *seen >= shape.least).collect();
        // The weights of what is seen often lie together: they are what training waits for.
        kept.sort_by_key(|(_, seen)| Reverse(*seen));
        for (bucket, seen) in kept {
            rows.row_of[bucket] = rows.rarity.len() as u32;
            let rarity = ((1.0 + texts.len() as f32) / (1.0 + seen as f32)).ln() + 1.0;
            rows.rarity.push(if seen == 1 { shape.single * rarity } else { rarity });
        }
        rows
    }

    pub fn len(&self) -> usize {
        self.rarity.len()
    }

    fn of(&self, bucket: u32) -> Option<(u32, f32)> {
        let row = self.row_of[bucket as usize];
        (row != Rows::NONE).then(|| (row, self.rarity[row as usize]))
    }
}

/// A set of words, by buckets of their beginnings or of the whole.
pub(super) struct WordSet(Vec<u64>);

impl Default for WordSet {
    fn default() -> WordSet {
        WordSet(vec![0; BUCKETS / 64])
    }
}

impl WordSet {
    pub fn insert(&mut self, bucket: u32) {
        self.0[bucket as usize / 64] |= 1 << (bucket % 64);
    }

    pub fn contains(&self, bucket: u32) -> bool {
        self.0[bucket as usize / 64] & (1 << (bucket % 64)) != 0
    }
}

/// Counts buckets behind what is counted already; where they end.
fn count(buckets: &mut [u32], counted: &mut Vec<(u32, f32)>) -> usize {
    buckets.sort_unstable();
    counted.reserve(buckets.len());
    let mut last = None;
    for bucket in buckets {
        match counted.last_mut() {
            Some((_, count)) if last == Some(*bucket) => *count += 1.0,
            _ => counted.push((*bucket, 1.0)),
        }
        last = Some(*bucket);
    }
    counted.len()
}

/// Adds the sequences of letters of a word, its borders included. Words of a sound are nearly all ASCII, so
/// its bytes serve as letters.
fn sequences(word: &str, shape: &Shape, buckets: &mut Vec<u32>) {
    let bytes = word.as_bytes();
    let letter = |at: usize| if at == 0 || at > bytes.len() { b'_' } else { bytes[at - 1] };
    let end = bytes.len() + 2;
    for start in 0..end {
        let mut hash = Hash::new(Family::Letters);
        for (length, at) in (1..=shape.longest).zip(start..end) {
            hash = hash.with(u64::from(letter(at)));
            if length >= shape.shortest {
                buckets.push(hash.bucket());
            }
        }
    }
}

/// How a word begins.
fn beginning(sound: &str, letters: usize) -> Hash {
    sound.chars().take(letters).fold(Hash::new(Family::Words), |hash, letter| hash.with(letter as u64))
}

fn concept_pairs(concepts: &[u16], buckets: &mut Vec<u32>) {
    for (place, one) in concepts.iter().enumerate() {
        let hash = Hash::new(Family::Concepts).with(u64::from(*one));
        buckets.push(hash.bucket());
        buckets.extend(concepts[place + 1..].iter().map(|other| hash.with(u64::from(*other)).bucket()));
    }
}

/// A rolling hash: each step mixes one more symbol in (the finaliser of splitmix64).
#[derive(Clone, Copy)]
struct Hash(u64);

impl Hash {
    fn new(family: Family) -> Hash {
        Hash((family as u64 + 1).wrapping_mul(0x9e37_79b9_7f4a_7c15))
    }

    fn with(self, symbol: u64) -> Hash {
        let mixed = (self.0 ^ symbol).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        Hash((mixed ^ (mixed >> 29)).wrapping_mul(0x94d0_49bb_1331_11eb))
    }

    fn bucket(self) -> u32 {
        (self.0 >> (64 - BUCKETS.trailing_zeros())) as u32
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SHAPE: Shape = Shape { shares: [0.6, 0.2, 0.2], shortest: 3, longest: 4, stem: 5, least: 1, single: 1.0 };

    fn counts(texts: &[(&str, &[u16])]) -> Counts {
        let mut counts = Counts::default();
        for (text, concepts) in texts {
            let mut words = WordFeatures::default();
            text.split(' ').for_each(|word| words.add(word, &SHAPE));
            let numbers: Vec<usize> = (0..text.split(' ').count()).collect();
            counts.add(&numbers, &words, concepts);
        }
        counts
    }

    #[test]
    fn a_family_weighs_the_same_in_a_short_and_in_a_long_text() {
        let long = "how much is the fine for staying too long";
        let texts = counts(&[("fine", &[1]), (long, &[1, 2])]);
        let rows = Rows::of_texts(&texts, &SHAPE);
        let vectors = texts.into_vectors(&rows, &SHAPE);
        for text in 0..vectors.len() {
            let squares: f32 = vectors.get(text).iter().map(|(_, value)| value * value).sum();
            assert!((squares - 1.0).abs() < 1e-3, "{squares}");
        }
    }

    #[test]
    fn what_a_single_text_has_counts_less() {
        let own_beside_shared = |single: f32| {
            let shape = Shape { single, ..SHAPE };
            let texts = counts(&[("fine paid", &[]), ("fine", &[])]);
            let rows = Rows::of_texts(&texts, &shape);
            let row = |word: &str| rows.of(WordFeatures::bucket_of(word, &shape)).unwrap().0;
            let (own, shared) = (row("paid"), row("fine"));
            let vectors = texts.into_vectors(&rows, &shape);
            let value = |row: u32| vectors.get(0).iter().find(|(of, _)| *of == row).unwrap().1;
            value(own) / value(shared)
        };
        assert!((own_beside_shared(0.4) - 0.4 * own_beside_shared(1.0)).abs() < 1e-3);
    }

    #[test]
    fn concepts_count_alone_and_in_pairs() {
        let pairs = |concepts: &[u16]| {
            let mut buckets = Vec::new();
            concept_pairs(concepts, &mut buckets);
            buckets
        };
        assert_eq!(pairs(&[3, 9, 12]).len(), 6);
        assert!(pairs(&[3, 9]).iter().all(|bucket| pairs(&[3, 9, 12]).contains(bucket)));
    }
}
