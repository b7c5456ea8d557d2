//! The language of a message, among those served, learnt from the content.
//!
//! It says how clear the text is about it; whose choice wins (the person's own, her app's) is decided
//! elsewhere. Latin-typed Russian and Ukrainian are Russian and Ukrainian, and Azerbaijani in Cyrillic letters is
//! Azerbaijani. A text in letters of other scripts, or one of whose words nearly none is known, is in no language that
//! is served.

mod content;

use crate::faq::Faq;
use crate::language::Language;
use crate::understanding::spelling::fold;
use content::{WAYS, count_words, lower_onto, other_script};

/// What the text tells about its language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guess {
    /// Clear from the text alone: enough to switch to it.
    Sure(Language),
    /// The likeliest, but too short or too close to another to switch away from what was spoken before.
    Likely(Language),
    /// No telling: a name, a number, a word that several languages share.
    Unclear,
    /// A language that is not served.
    NoneOfOurs,
}

impl Guess {
    /// The language guessed, if any.
    pub fn language(self) -> Option<Language> {
        match self {
            Guess::Sure(language) | Guess::Likely(language) => Some(language),
            Guess::Unclear | Guess::NoneOfOurs => None,
        }
    }
}

/// Hash buckets of letter sequences.
const BUCKETS: usize = 1 << 17;

/// The detector: how likely each language uses a sequence of letters, and which words it has.
pub struct Detector {
    likely: Vec<[f32; WAYS]>,
    /// How likely it is what a way of writing was never seen to use.
    never_seen: [f32; WAYS],
    words: Words,
}

impl Detector {
    /// Learns how each language is written from all that the content says in it.
    pub fn learn(faq: &Faq) -> Detector {
        let (mut likely, mut never_seen) = (vec![[0.0f32; WAYS]; BUCKETS], [0.0f32; WAYS]);
        let mut words = Words::new();
        let (mut written, mut typed) = (Counts::new(), Counts::new());
        for language in Language::ALL {
            count_words(faq, language, |way, word, weight| {
                words.insert(word, language);
                if way == language as usize { &mut written } else { &mut typed }.count(word, weight);
            });
            never_seen[language as usize] = written.become_likely(language as usize, &mut likely);
            if let Some(way) = other_script(language) {
                never_seen[way] = typed.become_likely(way, &mut likely);
            }
        }
        Detector { likely, never_seen, words }
    }

    /// The language of a text; the language of the person's app decides where the text leaves it open.
    pub fn detect(&self, text: &str, app: Option<Language>) -> Guess {
        if is_of_other_scripts(text) {
            return Guess::NoneOfOurs;
        }
        let mut lower = String::with_capacity(text.len());
        lower_onto(text, &mut lower);
        let sums = self.sums(&lower);
        let likeliest = |language| {
            let ways = std::iter::once(language as usize).chain(other_script(language));
            let way = ways.max_by(|one, other| sums[*one].total_cmp(&sums[*other])).unwrap_or(language as usize);
            (language, way, sums[way])
        };
        let mut guesses = Language::ALL.map(likeliest);
        guesses.sort_by(|(.., one), (.., other)| other.total_cmp(one));
        let [(best, way, most), (.., next), ..] = guesses;
        if self.is_strange(&lower, best, way) {
            return Guess::NoneOfOurs;
        }
        if most - next > OF_THE_APP {
            return Guess::Sure(best);
        }
        let of_app = guesses.into_iter().find(|(language, _, sum)| app == Some(*language) && most - sum < OF_THE_APP);
        Guess::Likely(of_app.map_or(best, |(language, ..)| language))
    }

    /// Whether so few words of a lower-case text, and so few of their sequences, are known in the language and the way of
    /// writing that it is likest to that it is none of ours.
    fn is_strange(&self, lower: &str, language: Language, way: usize) -> bool {
        let words: Vec<&str> = lower.split_ascii_whitespace().collect();
        let is_known = |word: &&&str| self.words.has(word, language) || self.words.has(&fold(word), language);
        let known = words.iter().filter(is_known).count();
        words.len() >= ENOUGH
            && (known as f32) < LEAST_WORDS * words.len() as f32
            && self.known_sequences(&words, way) < LEAST_SEQUENCES
    }

    /// The share of the sequences of words that a way of writing was seen to use.
    fn known_sequences(&self, words: &[&str], way: usize) -> f32 {
        let (mut all, mut known, mut letters) = (0, 0, Vec::new());
        for word in words {
            sequences(word, &mut letters, |bucket| {
                all += 1;
                known += usize::from(self.likely[bucket][way] > self.never_seen[way]);
            });
        }
        known as f32 / all.max(1) as f32
    }

    /// How far each way of writing lies behind the likeliest, word by word of a lower-case text.
    fn sums(&self, lower: &str) -> [f32; WAYS] {
        let (mut sums, mut letters) = ([0.0f32; WAYS], Vec::new());
        for word in lower.split_ascii_whitespace() {
            let mut of_word = [0.0f32; WAYS];
            sequences(word, &mut letters, |bucket| {
                for (sum, likely) in of_word.iter_mut().zip(&self.likely[bucket]) {
                    *sum += likely;
                }
            });
            let best = of_word.iter().copied().fold(f32::MIN, f32::max);
            for (sum, of_word) in sums.iter_mut().zip(of_word) {
                *sum += ((of_word - best) / OVERLAP).max(-CLIP);
            }
        }
        sums
    }
}

/// The sequences of a word overlap: so many of them count as one.
const OVERLAP: f32 = 3.0;
/// No word says more than this against a language: a name or a borrowed word is one word.
const CLIP: f32 = 10.0;
/// What the language of the app counts: less than any clear word.
const OF_THE_APP: f32 = 1.0;

/// Of fewer words nothing is said but by their script: “OK Google”, a name, a street.
const ENOUGH: usize = 5;
/// Of a text in a language that is served at least this share of words is known …
const LEAST_WORDS: f32 = 0.3;
/// … or this share of its sequences of letters, as words may all be mistyped or rare. `tests/understanding.rs` counts
/// how many messages in other languages that tells, and how many in ours are taken for such.
const LEAST_SEQUENCES: f32 = 0.85;

/// Most of its letters are of scripts in which no language that is served is written.
fn is_of_other_scripts(text: &str) -> bool {
    // Latin with ə and marks that join, Cyrillic, Latin with two marks.
    let is_ours = |letter: &char| matches!(letter, '\0'..='\u{36f}' | '\u{400}'..='\u{52f}' | '\u{1e00}'..='\u{1eff}');
    let letters = text.chars().filter(|letter| letter.is_alphabetic());
    let (all, ours) = letters.fold((0, 0), |(all, ours), letter| (all + 1, ours + usize::from(is_ours(&letter))));
    2 * ours < all
}

/// Which words the languages have, as bits by hash; those of two scripts never meet.
struct Words(Vec<u8>);

impl Words {
    /// So many that few words share a place.
    const PLACES: usize = 1 << 20;

    fn new() -> Words {
        Words(vec![0; Words::PLACES])
    }

    fn insert(&mut self, word: &str, language: Language) {
        self.0[Words::place(word)] |= 1 << language as u8;
    }

    fn has(&self, word: &str, language: Language) -> bool {
        self.0[Words::place(word)] & 1 << language as u8 != 0
    }

    fn place(word: &str) -> usize {
        word.bytes().fold(9, |hash, byte| mix(hash ^ u64::from(byte))) as usize % Words::PLACES
    }
}

/// How often sequences of letters occur in one way of writing. A table for each, so that it stays close to the
/// processor while words are counted.
struct Counts {
    counts: Vec<f32>,
    total: f32,
    letters: Vec<u64>,
}

impl Counts {
    fn new() -> Counts {
        Counts { counts: vec![0.0; BUCKETS], total: 0.0, letters: Vec::new() }
    }

    fn count(&mut self, word: &str, weight: f32) {
        let Counts { counts, total, letters } = self;
        sequences(word, letters, |bucket| {
            counts[bucket] += weight;
            *total += weight;
        });
    }

    /// Writes how likely each sequence is into the column of a way, and begins anew; how likely one that was never
    /// seen is.
    fn become_likely(&mut self, way: usize, columns: &mut [[f32; WAYS]]) -> f32 {
        let total = std::mem::take(&mut self.total);
        let likely = |count: f32| ((count + 0.05) / (total + 0.05 * 50000.0)).ln();
        let never_seen = likely(0.0);
        for (row, count) in columns.iter_mut().zip(&mut self.counts) {
            let count = std::mem::take(count);
            row[way] = if count == 0.0 { never_seen } else { likely(count) };
        }
        never_seen
    }
}

/// Calls back with the bucket of each sequence of 3 and 4 letters of a word, its borders included, and twice with that
/// of the whole word: to know it says more than to know its parts. Where its letters are kept is the caller's, who has
/// many words.
fn sequences(word: &str, letters: &mut Vec<u64>, mut found: impl FnMut(usize)) {
    letters.clear();
    letters.push(1);
    letters.extend(word.chars().map(u64::from));
    letters.push(1);
    for start in 0..letters.len() {
        let mut hash = 7u64;
        for (length, letter) in (1..=4).zip(&letters[start..]) {
            hash = mix(hash ^ letter);
            if length >= 3 {
                found(hash as usize % BUCKETS);
            }
        }
    }
    let whole = letters.iter().fold(9, |hash, letter| mix(hash ^ letter)) as usize % BUCKETS;
    found(whole);
    found(whole);
}

fn mix(hash: u64) -> u64 {
    let mixed = hash.wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (mixed ^ (mixed >> 31)).wrapping_mul(0x94d0_49bb_1331_11eb) >> 7
}
