//! A message as the readers see it: tokens, and what the vocabulary says of each.

use super::sounds::Hearing;
use super::tokens::{Kind, Token, tokenize};
use super::vocabulary::{Booking, Clock, Concept, HourWord, Sense, Unit, Vocabulary, Word};
use std::ops::Range;
use std::rc::Rc;

/// A message cut into tokens once and looked up once for each kind of reader. Apart, because the words of one kind hide
/// those of another.
pub struct Lines<'a> {
    pub text: &'a str,
    /// For those who look for dates.
    pub(in crate::understanding) dates: Line<'a>,
    /// For those who look for clock times and notice.
    pub(in crate::understanding) clock: Line<'a>,
    /// For those who look for what is done about reminders and calls.
    pub(in crate::understanding) booking: Line<'a>,
}

impl<'a> Lines<'a> {
    pub fn new(text: &'a str, vocabulary: &'a Vocabulary) -> Self {
        let tokens: Rc<[Token]> = tokenize(text).into();
        let hearing = Hearing::new(vocabulary.sounds(), text, &tokens);
        let line = |known: &dyn Fn(usize) -> Vec<Sense>| Line::by(&tokens, vocabulary, known);
        Lines {
            text,
            dates: line(&|at| {
                let known = suffix(vocabulary, &tokens, at).unwrap_or_else(|| vocabulary.dates().senses(&tokens, at));
                if known.is_empty() { hearing.senses(at) } else { known }
            }),
            clock: line(&|at| vocabulary.clock().senses(&tokens, at)),
            booking: line(&|at| vocabulary.booking().senses(&tokens, at)),
        }
    }
}

/// "29-na qədər": what is glued behind a number is its suffix, even where it begins a longer form ("nə qədər").
fn suffix(vocabulary: &Vocabulary, tokens: &[Token], at: usize) -> Option<Vec<Sense>> {
    let glued = |at: usize| tokens.get(at).is_some_and(|token| token.glued);
    let number = at.checked_sub(2).is_some_and(|number| tokens[number].kind == Kind::Number);
    if !(number && glued(at) && glued(at - 1) && tokens[at - 1].is_mark("-'’‘ʼ`´")) {
        return None;
    }
    let is_suffix = |sense: &Sense| {
        matches!(
            sense.concept,
            Concept::Word(Word::Suffix | Word::SuffixFrom | Word::SuffixTo | Word::OfYear | Word::Filler)
        )
    };
    let whole = vocabulary.dates().senses(tokens, at);
    let alone = vocabulary.dates().senses(&tokens[..=at], at);
    (!whole.iter().any(is_suffix) && alone.iter().any(is_suffix)).then_some(alone)
}

pub struct Line<'a> {
    pub tokens: Rc<[Token]>,
    /// At the first token of each form that was recognised.
    senses: Vec<Vec<Sense>>,
    /// For each token, where the form that covers it begins.
    begins: Vec<usize>,
    vocabulary: &'a Vocabulary,
}

impl<'a> Line<'a> {
    pub fn vocabulary(&self) -> &Vocabulary {
        self.vocabulary
    }

    fn by(tokens: &Rc<[Token]>, vocabulary: &'a Vocabulary, known: &dyn Fn(usize) -> Vec<Sense>) -> Self {
        let mut senses = vec![Vec::new(); tokens.len()];
        let mut begins: Vec<usize> = (0..tokens.len()).collect();
        let mut at = 0;
        while at < tokens.len() {
            let found = known(at);
            let length = found.first().map_or(1, |sense| sense.tokens.max(1));
            begins[at..at + length].fill(at);
            senses[at] = found;
            at += length;
        }
        Self { tokens: Rc::clone(tokens), senses, begins, vocabulary }
    }

    pub fn len(&self) -> usize {
        self.tokens.len()
    }

    pub fn token(&self, at: usize) -> Option<&Token> {
        self.tokens.get(at)
    }

    pub fn senses(&self, at: usize) -> &[Sense] {
        self.senses.get(at).map_or(&[], Vec::as_slice)
    }

    /// Where the reader stands after `word`, if `word` is said here.
    pub fn word(&self, at: usize, word: Word) -> Option<usize> {
        self.find(at, |concept| (concept == Concept::Word(word)).then_some(())).map(|((), next)| next)
    }

    pub fn is(&self, at: usize, word: Word) -> bool {
        self.word(at, word).is_some()
    }

    pub fn any(&self, at: usize, words: &[Word]) -> Option<usize> {
        words.iter().find_map(|word| self.word(at, *word))
    }

    /// The same, looking back: where `word` begins, if it ends just before `at`.
    pub fn word_before(&self, at: usize, word: Word) -> Option<usize> {
        let begin = *self.begins.get(at.checked_sub(1)?)?;
        (self.word(begin, word) == Some(at)).then_some(begin)
    }

    pub fn any_before(&self, at: usize, words: &[Word]) -> Option<usize> {
        words.iter().find_map(|word| self.word_before(at, *word))
    }

    /// Where the form begins that ends just before `at`.
    pub fn before(&self, at: usize) -> Option<usize> {
        self.begins.get(at.checked_sub(1)?).copied()
    }

    pub fn clock(&self, at: usize, word: Clock) -> Option<usize> {
        self.find(at, |concept| (concept == Concept::Clock(word)).then_some(())).map(|((), next)| next)
    }

    pub fn booking(&self, at: usize, word: Booking) -> Option<usize> {
        self.find(at, |concept| (concept == Concept::Booking(word)).then_some(())).map(|((), next)| next)
    }

    pub fn any_clock(&self, at: usize, words: &[Clock]) -> Option<usize> {
        words.iter().find_map(|word| self.clock(at, *word))
    }

    pub fn is_clock(&self, at: usize) -> bool {
        self.senses(at).iter().any(|sense| matches!(sense.concept, Concept::Clock(_)))
    }

    /// An hour in words.
    pub fn hour(&self, at: usize) -> Option<((u32, HourWord), usize)> {
        self.find(at, |concept| match concept {
            Concept::Hour { hour, told } => Some((hour, told)),
            _ => None,
        })
    }

    /// Whether the word here is of a language whose verbs stand last.
    pub fn verbs_follow(&self, at: usize) -> bool {
        self.senses(at).iter().any(|sense| sense.verbs_follow)
    }

    pub fn unit(&self, at: usize) -> Option<(Unit, usize)> {
        self.find(at, |concept| match concept {
            Concept::Unit(unit) => Some(unit),
            _ => None,
        })
    }

    pub fn weekday(&self, at: usize) -> Option<(u32, usize)> {
        self.find(at, |concept| match concept {
            Concept::Weekday(day) => Some(day),
            _ => None,
        })
    }

    pub fn number_word(&self, at: usize) -> Option<(u32, usize)> {
        self.find(at, |concept| match concept {
            Concept::Number(number) => Some(number),
            _ => None,
        })
    }

    /// A month as the vocabulary has it, and whether the word can be nothing else.
    pub fn month(&self, at: usize) -> Option<((u32, bool), usize)> {
        let sure = self.find(at, |concept| match concept {
            Concept::Month { month, sure: true } => Some((month, true)),
            _ => None,
        });
        sure.or_else(|| {
            self.find(at, |concept| match concept {
                Concept::Month { month, sure: false } => Some((month, false)),
                _ => None,
            })
        })
    }

    /// A month with a typo in it: only for words that say nothing else.
    pub fn nearly_a_month(&self, at: usize) -> Option<(u32, usize)> {
        let token = self.token(at).filter(|token| token.kind == Kind::Word)?;
        let unknown = self.senses(at).is_empty() && self.begins[at] == at;
        unknown.then(|| self.vocabulary.nearly_a_month(&token.folded))?.map(|month| (month, at + 1))
    }

    fn find<T>(&self, at: usize, wanted: impl Fn(Concept) -> Option<T>) -> Option<(T, usize)> {
        self.senses(at).iter().find_map(|sense| Some((wanted(sense.concept)?, at + sense.tokens)))
    }

    /// The bytes of the message that these tokens cover.
    pub fn quote(&self, tokens: &Range<usize>) -> Range<usize> {
        let start = self.tokens.get(tokens.start).map_or(0, |token| token.span.start);
        let end =
            tokens.end.checked_sub(1).and_then(|last| self.tokens.get(last)).map_or(start, |token| token.span.end);
        start..end.max(start)
    }

    pub fn mark(&self, at: usize, marks: &str) -> bool {
        self.token(at).is_some_and(|token| token.is_mark(marks))
    }

    pub fn number(&self, at: usize, digits: usize) -> Option<u32> {
        self.token(at)?.short_number(digits)
    }

    pub fn glued(&self, at: usize) -> bool {
        self.token(at).is_some_and(|token| token.glued)
    }

    pub fn word_token(&self, at: usize) -> Option<&Token> {
        self.token(at).filter(|token| token.kind == Kind::Word)
    }
}
