//! What the classifier sees of a text: hashed features of a few families, each family weighed alike
//! whatever the length of the text.

use crate::understanding::spelling::skeleton;

/// Hash buckets; collisions among some 10⁵ live features are rare enough not to show in the figures.
pub(super) const BUCKETS: usize = 1 << 18;

/// One kind of feature.
#[derive(Clone, Copy)]
enum Family {
    /// 2 to 5 letters of a word, its borders included: survives typos and inflection.
    Letters,
    /// The same over the word's sound: meets Cyrillic and Latin typing, dropped ş and ç.
    Sounds,
    /// Whole words, and pairs of neighbours.
    Words,
    /// Lexicon concepts, and pairs of concepts anywhere in the text: shared by all languages.
    Concepts,
}

/// How much each family counts, and how rare a feature may be.
#[derive(Clone, Copy, Debug)]
pub struct Shape {
    /// The family's part of the squared length of a text's vector, in the order of the families.
    pub shares: [f32; 4],
    /// A feature seen in fewer texts of training is left out.
    pub least: u32,
    pub shortest: usize,
    pub longest: usize,
    pub power: f32,
    pub unknown: f32,
    pub stem: usize,
    pub skip: bool,
}

/// A text as bucket → count, family by family, before any weighing. Buckets are sorted and unique
/// within a family.
pub(super) struct Counts {
    families: [Vec<(u32, f32)>; 4],
}

impl Counts {
    /// Counts the features of a folded text with the concepts found in it.
    pub fn of(folded: &str, concepts: &[u16], shape: &Shape) -> Counts {
        let mut families: [Vec<u32>; 4] = Default::default();
        let sounds = skeleton(folded);
        if shape.shares[0] > 0.0 {
            grams(folded, Family::Letters as u64, shape, &mut families[0]);
        }
        grams(&sounds, Family::Sounds as u64, shape, &mut families[1]);
        words(&sounds, shape, &mut families[2]);
        concept_pairs(concepts, &mut families[3]);
        Counts { families: families.map(count) }
    }

    /// Every bucket once per family it occurs in.
    pub fn buckets(&self) -> impl Iterator<Item = u32> + '_ {
        self.families.iter().flatten().map(|(bucket, _)| *bucket)
    }

    /// The weighed vector over the rows of a vocabulary: sublinear counts times rarity, each family
    /// scaled to its share. Buckets without a row are unknown and left out.
    pub fn weigh(&self, rows: &Rows, shape: &Shape) -> Vec<(u32, f32)> {
        let mut vector = Vec::with_capacity(self.families.iter().map(Vec::len).sum());
        for (share, counts) in shape.shares.into_iter().zip(&self.families) {
            let start = vector.len();
            let mut squares = 0.0;
            for (bucket, count) in counts {
                let (row, rarity) = rows.of(*bucket);
                let value = (1.0 + count.ln()) * rarity;
                squares += if row == Rows::NONE { shape.unknown } else { 1.0 } * value * value;
                if row != Rows::NONE {
                    vector.push((row, value));
                }
            }
            if squares > 0.0 {
                let scale = (share / squares).sqrt();
                vector[start..].iter_mut().for_each(|(_, value)| *value *= scale);
            }
        }
        vector
    }
}

/// The buckets that training saw often enough, each with its row in the weights and its rarity.
pub(super) struct Rows {
    row_of: Vec<u32>,
    rarity: Vec<f32>,
    rarest: f32,
}

impl Rows {
    const NONE: u32 = u32::MAX;

    /// Rows for the buckets that occur in at least `least` of the texts.
    pub fn of_texts(texts: &[Counts], least: u32, power: f32) -> Rows {
        let mut seen_in = vec![0u32; BUCKETS];
        texts.iter().flat_map(Counts::buckets).for_each(|bucket| seen_in[bucket as usize] += 1);
        let mut rows = Rows {
            row_of: vec![Rows::NONE; BUCKETS],
            rarity: Vec::new(),
            rarest: (((1.0 + texts.len() as f32) / 2.0).ln() + 1.0).powf(power),
        };
        for (bucket, seen) in seen_in.into_iter().enumerate().filter(|(_, seen)| *seen >= least) {
            rows.row_of[bucket] = rows.rarity.len() as u32;
            rows.rarity.push((((1.0 + texts.len() as f32) / (1.0 + seen as f32)).ln() + 1.0).powf(power));
        }
        rows
    }

    pub fn len(&self) -> usize {
        self.rarity.len()
    }

    fn of(&self, bucket: u32) -> (u32, f32) {
        let row = self.row_of[bucket as usize];
        (row, if row == Rows::NONE { self.rarest } else { self.rarity[row as usize] })
    }
}

fn count(mut buckets: Vec<u32>) -> Vec<(u32, f32)> {
    buckets.sort_unstable();
    let mut counted: Vec<(u32, f32)> = Vec::with_capacity(buckets.len());
    for bucket in buckets {
        match counted.last_mut() {
            Some((last, count)) if *last == bucket => *count += 1.0,
            _ => counted.push((bucket, 1.0)),
        }
    }
    counted
}

fn grams(text: &str, seed: u64, shape: &Shape, into: &mut Vec<u32>) {
    let mut letters: Vec<char> = Vec::with_capacity(24);
    for word in text.split(' ').filter(|word| !word.is_empty()) {
        letters.clear();
        letters.push('_');
        letters.extend(word.chars());
        letters.push('_');
        for start in 0..letters.len() {
            let mut hash = Hash::new(seed);
            for (length, letter) in (1..=shape.longest).zip(&letters[start..]) {
                hash = hash.with(*letter as u64);
                if length >= shape.shortest {
                    into.push(hash.bucket());
                }
            }
        }
    }
}

fn words(sounds: &str, shape: &Shape, into: &mut Vec<u32>) {
    let mut before: [Option<Hash>; 2] = [None, None];
    for word in sounds.split(' ').filter(|word| !word.is_empty()) {
        let hash = word
            .chars()
            .take(shape.stem)
            .fold(Hash::new(Family::Words as u64), |hash, letter| hash.with(letter as u64));
        into.push(hash.bucket());
        if let Some(before) = before[0] {
            into.push(before.with(hash.0).bucket());
        }
        if shape.skip
            && let Some(before) = before[1]
        {
            into.push(before.with(hash.0).bucket());
        }
        before = [Some(hash), before[0]];
    }
}

fn concept_pairs(concepts: &[u16], into: &mut Vec<u32>) {
    for (place, one) in concepts.iter().enumerate() {
        let hash = Hash::new(Family::Concepts as u64).with(u64::from(*one));
        into.push(hash.bucket());
        for other in &concepts[place + 1..] {
            into.push(hash.with(u64::from(*other)).bucket());
        }
    }
}

/// A rolling hash: each step mixes one more symbol in (the finaliser of splitmix64).
#[derive(Clone, Copy)]
struct Hash(u64);

impl Hash {
    fn new(seed: u64) -> Hash {
        Hash(seed.wrapping_add(1).wrapping_mul(0x9e37_79b9_7f4a_7c15))
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

    #[test]
    fn a_family_weighs_the_same_in_a_short_and_in_a_long_text() {
        let texts = [Counts::of("fine", &[1]), Counts::of("how much is the fine for staying too long", &[1, 2])];
        let rows = Rows::of_texts(&texts, 1);
        for text in &texts {
            let squares: f32 = text.weigh(&rows).iter().map(|(_, value)| value * value).sum();
            assert!((squares - 1.0).abs() < 1e-3, "{squares}");
        }
    }

    #[test]
    fn pairs_of_concepts_do_not_depend_on_chance_order() {
        let mut pairs = (Vec::new(), Vec::new());
        concept_pairs(&[3, 9], &mut pairs.0);
        concept_pairs(&[3, 9], &mut pairs.1);
        assert_eq!(pairs.0, pairs.1);
        assert_eq!(pairs.0.len(), 3);
    }
}
