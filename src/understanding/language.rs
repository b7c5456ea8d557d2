//! The language of a message, among those served, learnt from the content.
//!
//! It says how clear the text is about it; whose choice wins (the person's own, her app's) is decided
//! elsewhere. Latin-typed Russian and Ukrainian are Russian and Ukrainian: the content holds such lines.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::faq::Faq;
use crate::faq::text::Block;
use crate::language::Language;
use crate::understanding::spelling::{LetterTable, fold};

/// What the text tells about its language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Guess {
    /// Clear from the text alone: enough to switch to it.
    Sure(Language),
    /// The likeliest, but too short or too mixed to switch away from what was spoken before.
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

/// The served languages, and Russian and Ukrainian in Latin letters.
const WAYS: usize = 8;
/// Hash buckets of letter sequences.
const BUCKETS: usize = 1 << 17;

/// The detector: how likely each language uses a sequence of letters.
pub struct Detector {
    likely: Vec<[f32; WAYS]>,
}

pub struct Evidence {
    pub sums: [f32; WAYS],
    pub known: f32,
    pub words: usize,
}

impl Detector {
    /// Learns how each language is written from all that the content says in it.
    pub fn learn(faq: &Faq) -> Detector {
        let mut counts = vec![[0.0f32; WAYS]; BUCKETS];
        let mut totals = [0.0f32; WAYS];
        for language in Language::ALL {
            for (word, count) in vocabulary(faq, language) {
                let weight = 1.0 + (count as f32).ln();
                let mut learn = |word: &str, way: usize| {
                    sequences(word, |bucket| {
                        counts[bucket][way] += weight;
                        totals[way] += weight;
                    })
                };
                let cyrillic = word.chars().any(|c| matches!(c, 'а'..='я' | 'і' | 'ї' | 'є' | 'ґ' | 'ё'));
                if matches!(language, Language::Ru | Language::Uk) {
                    let offset = if language == Language::Ru { 6 } else { 7 };
                    if cyrillic {
                        learn(&word, language as usize);
                        learn(&latin(&word, language), offset);
                    } else {
                        learn(&word, offset);
                    }
                } else {
                    learn(&word, language as usize);
                }
            }
        }
        let likely = |counts: &[f32; WAYS]| -> [f32; WAYS] {
            std::array::from_fn(|way| ((counts[way] + 0.05) / (totals[way] + 0.05 * 50000.0)).ln())
        };
        let never_seen = likely(&[0.0; WAYS]);
        for row in &mut counts {
            *row = if *row == [0.0; WAYS] { never_seen } else { likely(row) };
        }
        Detector { likely: counts }
    }

    pub fn evidence(&self, text: &str) -> Evidence {
        let mut sums = [0.0f32; WAYS];
        let mut known = 0.0;
        let mut words = 0;
        let lower = lower(text);
        for word in lower.split(' ').filter(|word| !word.is_empty()) {
            let mut of_word = [0.0f32; WAYS];
            let mut n = 0.0;
            sequences(word, |bucket| {
                for (sum, likely) in of_word.iter_mut().zip(&self.likely[bucket]) {
                    *sum += likely;
                }
                n += 1.0;
            });
            let best = of_word.iter().copied().fold(f32::MIN, f32::max);
            known += best / n;
            words += 1;
            for (sum, of_word) in sums.iter_mut().zip(of_word) {
                *sum += ((of_word - best) / 3.0).max(-CLIP);
            }
        }
        Evidence { sums, known: known / (words.max(1) as f32), words }
    }

    /// The language of a text; the language of the person's app decides where the text leaves it open.
    pub fn detect(&self, text: &str, app: Option<Language>) -> Guess {
        let mut e = self.evidence(text);
        e.sums[Language::Ru as usize] = e.sums[Language::Ru as usize].max(e.sums[6]);
        e.sums[Language::Uk as usize] = e.sums[Language::Uk as usize].max(e.sums[7]);
        if let Some(app) = app {
            e.sums[app as usize] += 1.0;
        }
        let best = Language::ALL.into_iter().max_by(|a, b| e.sums[*a as usize].total_cmp(&e.sums[*b as usize]));
        best.map_or(Guess::Unclear, Guess::Sure)
    }
}
const CLIP: f32 = 10.0;

/// The words of a language's content, as written and folded, with how often they occur.
fn vocabulary(faq: &Faq, language: Language) -> FxHashMap<String, u32> {
    let mut words: FxHashMap<String, u32> = FxHashMap::default();
    let mut read = |text: &str| {
        for word in lower(text).split(' ').filter(|word| !word.is_empty()) {
            match words.get_mut(word) {
                Some(count) => *count += 1,
                None => drop(words.insert(word.to_string(), 1)),
            }
        }
    };
    for entry in faq.entries() {
        let text = &entry.texts[language];
        read(&text.title);
        text.asked_as.iter().for_each(|asked| read(asked));
        for block in text.answer.iter().chain(text.parts.iter().flat_map(|(_, blocks)| blocks)) {
            match block {
                Block::Paragraph(line) => read(line),
                Block::Bullets(lines) | Block::Numbered(lines) => lines.iter().for_each(|line| read(line)),
            }
        }
    }
    faq.talk[language].iter().for_each(|(_, words)| read(words));
    let folded: Vec<(String, u32)> = words.iter().map(|(word, count)| (fold(word), *count)).collect();
    folded
        .into_iter()
        .filter(|(word, _)| !word.is_empty())
        .for_each(|(word, count)| *words.entry(word).or_insert(0) += count);
    words
}

fn lower(text: &str) -> String {
    static TABLE: LazyLock<LetterTable> = LazyLock::new(|| LetterTable::of(lower_letter));
    let mut lower = String::with_capacity(text.len());
    TABLE.map(text, |letter| lower.push(letter));
    lower
}

fn lower_letter(letter: char, lower: &mut String) {
    let letters = letter.to_lowercase().filter(|letter| !matches!(letter, '\u{307}' | '\'' | '’' | 'ʼ'));
    lower.extend(letters.map(|letter| if letter.is_alphabetic() { letter } else { ' ' }));
}

/// Calls back with the bucket of each sequence of 1 to 4 letters of a word, its borders included, and
/// of the whole word.
fn sequences(word: &str, mut found: impl FnMut(usize)) {
    let letters: Vec<u64> = std::iter::once(1).chain(word.chars().map(u64::from)).chain([1]).collect();
    for start in 0..letters.len() {
        let mut hash = 7u64;
        for (length, letter) in (1..=4).zip(&letters[start..]) {
            hash = mix(hash ^ letter);
            if length > 1 || *letter != 1 {
                found(hash as usize % BUCKETS);
            }
        }
    }
    found(letters.iter().fold(9, |hash, letter| mix(hash ^ letter)) as usize % BUCKETS);
}

fn mix(hash: u64) -> u64 {
    let mixed = hash.wrapping_mul(0xbf58_476d_1ce4_e5b9);
    (mixed ^ (mixed >> 31)).wrapping_mul(0x94d0_49bb_1331_11eb) >> 7
}

/// A word in Latin letters, as people type it whose phone has no Cyrillic.
fn latin(word: &str, language: Language) -> String {
    let mut typed = String::new();
    for letter in word.chars() {
        typed.push_str(match letter {
            'а' => "a",
            'б' => "b",
            'в' => "v",
            'г' if language == Language::Uk => "h",
            'г' | 'ґ' => "g",
            'д' => "d",
            'е' | 'э' => "e",
            'ё' => "e",
            'є' => "ie",
            'ж' => "zh",
            'з' => "z",
            'и' if language == Language::Uk => "y",
            'и' | 'і' => "i",
            'ї' => "i",
            'й' => "y",
            'к' => "k",
            'л' => "l",
            'м' => "m",
            'н' => "n",
            'о' => "o",
            'п' => "p",
            'р' => "r",
            'с' => "s",
            'т' => "t",
            'у' => "u",
            'ф' => "f",
            'х' if language == Language::Uk => "kh",
            'х' => "h",
            'ц' => "ts",
            'ч' => "ch",
            'ш' => "sh",
            'щ' => "sch",
            'ъ' | 'ь' => "",
            'ы' => "y",
            'ю' => "yu",
            'я' => "ya",
            _ => {
                typed.push(letter);
                continue;
            }
        });
    }
    typed
}
