//! What a message is about: an entry of the FAQ, small talk, something outside, or not clear enough to say.
//!
//! [`Topics::learn`] trains one linear classifier for all languages from the content alone;
//! [`Topics::judge`] says what it makes of a message and how sure it is. Wrong answers hurt more than
//! questions back: what is not clear is offered as a choice, and what is not ours is unknown. It reads
//! no places and no dates: what others found of these comes in as [`Hints`], and the names of places are
//! gone from the text.

mod classifier;
mod concepts;
mod decision;
mod features;
mod known_words;
mod linear;
mod office;
mod phrases;
mod slip;

use crate::faq::{EntryId, Faq, Talk};
use crate::language::Language;
use crate::stay::Rule;
use crate::understanding::places::{PLACE_SIGN, PlaceReader};
use crate::understanding::spelling::fold;
pub use classifier::{Bias, Classifier, Scores, Settings, Shape, Training};
use concepts::Concepts;
pub use decision::{Calibration, Candidate, Evidence, Thresholds, Weighed, entry_about};
use office::{Fit, OfficeWords};
use phrases::Phrases;

/// What a message may be about.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub enum Topic {
    Entry(EntryId),
    Talk(Talk),
}

/// A topic and its share of certainty; all topics of a message add up to 1.
#[derive(Clone, Debug, PartialEq)]
pub struct Scored<T> {
    pub what: T,
    pub score: f32,
}

/// What others read in the same message.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Hints {
    /// It names a place in Moldova.
    pub place: bool,
    /// It tells when the person came or left.
    pub stay_dates: bool,
    /// How the days are counted of citizens of the country it names as hers.
    pub rule: Option<Rule>,
}

/// What follows for the answer.
#[derive(Clone, Debug, PartialEq)]
pub enum Verdict {
    Answer(EntryId),
    /// Which of these was meant? Two to four, best first.
    Choices(Vec<EntryId>),
    /// Small talk, or a question that is answered by reckoning: which office, the person's own days.
    Talk(Talk),
    /// Nothing fits; the kind of outside matter when it looks like one.
    Unknown {
        outside: Option<Talk>,
    },
}

impl Verdict {
    /// Whether one entry is sure to be meant.
    pub fn is_answer(&self) -> bool {
        matches!(self, Verdict::Answer(_))
    }

    /// Little is likelier than a question for an office.
    fn may_be_office(&self) -> bool {
        match self {
            // Papers that are near ours are taken at the same counters.
            Verdict::Unknown { outside } => outside.is_none_or(|talk| talk == Talk::Near),
            Verdict::Choices(ids) => ids.iter().take(2).any(|id| decision::talk_beside(id) == Some(Talk::Office)),
            Verdict::Answer(_) | Verdict::Talk(_) => false,
        }
    }

    /// An office is the answer or the first of those offered.
    fn leads_to_office(&self) -> bool {
        let first = |ids: &[EntryId]| ids.first().and_then(decision::talk_beside) == Some(Talk::Office);
        self.is_office() || matches!(self, Verdict::Choices(ids) if first(ids))
    }

    /// It is answered with an office near the place named.
    fn is_office(&self) -> bool {
        match self {
            Verdict::Talk(talk) => *talk == Talk::Office,
            Verdict::Answer(entry) => decision::talk_beside(entry) == Some(Talk::Office),
            _ => false,
        }
    }
}

/// What was made of a message.
#[derive(Clone, Debug, PartialEq)]
pub struct Judgement {
    pub verdict: Verdict,
    /// The likeliest topics, best first.
    pub ranked: Vec<Scored<Topic>>,
    /// How likely the verdict's first entry is right, 0 to 1.
    pub score: f32,
    /// Another entry that another sentence of the message clearly asks for.
    pub second: Option<EntryId>,
    /// Another sentence than the one answered asks which office to go to.
    pub also_office: bool,
    /// Its words may ask for an office: only then does a place in the message decide anything.
    pub may_ask_office: bool,
}

impl Judgement {
    /// One verdict, and nothing besides.
    fn of(verdict: Verdict, ranked: Vec<Scored<Topic>>, score: f32) -> Judgement {
        Judgement { verdict, ranked, score, second: None, also_office: false, may_ask_office: false }
    }

    /// Of words that are about nothing.
    pub fn of_nothing() -> Judgement {
        Judgement::of(Verdict::Unknown { outside: None }, Vec::new(), 0.0)
    }
}

/// The topics of a FAQ, learnt.
pub struct Topics {
    topics: Vec<Topic>,
    classifier: Classifier,
    phrases: Phrases,
    office_words: OfficeWords,
    thresholds: Thresholds,
}

/// One way of saying something.
#[derive(Clone, Copy, Debug)]
pub struct Sample<'a> {
    pub language: Language,
    pub text: &'a str,
    /// Its place in [`topics`].
    pub class: usize,
}

/// The classes that are learnt from a FAQ: its entries, then what is no question for an entry. The
/// dialogue's own words (yes, no, back) are not among them: they count only as they stand.
pub fn topics(faq: &Faq) -> Vec<Topic> {
    let entries = faq.entries().iter().map(|entry| Topic::Entry(entry.id.clone()));
    entries.chain(Talk::ALL.into_iter().filter(|talk| !is_dialogue(*talk)).map(Topic::Talk)).collect()
}

/// All ways of saying something that the content holds, each with its class.
pub fn samples<'a>(faq: &'a Faq, topics: &[Topic]) -> Vec<Sample<'a>> {
    let mut samples = Vec::new();
    for language in Language::ALL {
        for (class, entry) in faq.entries().iter().enumerate() {
            let words = &entry.texts[language];
            let texts = std::iter::once(&words.title).chain(&words.asked_as);
            samples.extend(texts.map(|text| Sample { language, text, class }));
        }
        for (talk, text) in &faq.talk[language] {
            let class = topics.iter().position(|topic| *topic == Topic::Talk(*talk));
            samples.extend(class.map(|class| Sample { language, text, class }));
        }
    }
    samples
}

fn is_dialogue(talk: Talk) -> bool {
    matches!(talk, Talk::Yes | Talk::No | Talk::Back)
}

impl Topics {
    /// Learns from all that the content says.
    pub fn learn(faq: &Faq, places: &PlaceReader) -> Topics {
        let topics = topics(faq);
        let samples = samples(faq, &topics);
        Topics::learn_from(faq, places, topics, &samples, Settings::for_texts(samples.len()), Thresholds::default())
    }

    /// Learns from some of it: for measuring on the rest.
    pub fn learn_from(
        faq: &Faq,
        places: &PlaceReader,
        topics: Vec<Topic>,
        samples: &[Sample<'_>],
        settings: Settings,
        thresholds: Thresholds,
    ) -> Topics {
        let nameless = places.nameless_ways(samples.iter().map(|sample| sample.text));
        let texts: Vec<(&str, usize)> = nameless.lines().zip(samples.iter().map(|sample| sample.class)).collect();
        let is_home = |class: usize| !matches!(topics[class], Topic::Talk(talk) if talk.is_outside());
        let office_words = OfficeWords::of(&faq.lexicon);
        let classifier = Classifier::learn(&texts, topics.len(), is_home, Concepts::of(&faq.lexicon), settings);
        Topics { classifier, phrases: Phrases::of(faq), office_words, topics, thresholds }
    }

    /// What a message is about; `nameless` is its text as [`PlaceReader`] leaves it.
    pub fn judge(&self, text: &str, nameless: &str, hints: Hints) -> Judgement {
        if let Some(talk) = self.phrases.find(&fold(text)) {
            let ranked = vec![Scored { what: Topic::Talk(talk), score: 1.0 }];
            return Judgement { may_ask_office: true, ..Judgement::of(Verdict::Talk(talk), ranked, 1.0) };
        }
        let mut judgement = self.decide(text, nameless, hints);
        if matches!(judgement.verdict, Verdict::Answer(_) | Verdict::Choices(_)) || judgement.verdict.is_office() {
            let alone = asking_sentences(nameless).map(|sentence| (sentence, self.alone(sentence)));
            let sentences: Vec<(&str, Judgement)> = alone.collect();
            judgement.second = second(&sentences, &judgement.verdict);
            judgement.also_office = !judgement.verdict.leads_to_office()
                && sentences.iter().any(|(sentence, alone)| self.asks_office(sentence, alone));
        }
        judgement
    }

    /// What is clear before any place is read stays so: a place decides only what is open without it.
    fn decide(&self, text: &str, nameless: &str, hints: Hints) -> Judgement {
        let decide = |text: &str, hints| decision::decide(self.weigh(text, hints), &self.thresholds);
        let plain = decide(text, Hints { place: false, ..hints });
        match &plain.verdict {
            _ if !hints.place => plain,
            Verdict::Answer(_) if !plain.verdict.is_office() => Judgement { may_ask_office: true, ..plain },
            _ => self.with_place(nameless, decide(nameless, hints)),
        }
    }

    /// A place in the message neither makes an office question of what speaks of strange things, nor leaves in
    /// doubt what asks for an office.
    fn with_place(&self, text: &str, mut judgement: Judgement) -> Judgement {
        let fit = self.office_words.fit(&fold(text), &self.classifier);
        judgement.may_ask_office = fit != Fit::Strange;
        match fit {
            Fit::Strange if judgement.verdict.leads_to_office() => {
                judgement.verdict = Verdict::Unknown { outside: None };
                judgement.score = 0.0;
            }
            Fit::Asks if judgement.verdict.may_be_office() => judgement.verdict = Verdict::Talk(Talk::Office),
            _ => {}
        }
        judgement
    }

    /// What speaks for which entry, before any decision.
    ///
    /// A long story asks in one sentence and tells much else: what it asks counts once more by itself.
    pub fn weigh(&self, text: &str, hints: Hints) -> Weighed {
        let whole = self.classifier.scores(text);
        let scores = match asking(text) {
            Some(asking) => whole.mixed_with(&self.classifier.scores(&asking), ASKING),
            None => whole,
        };
        decision::weigh(&self.topics, &scores, hints)
    }

    /// One sentence without the others.
    fn alone(&self, sentence: &str) -> Judgement {
        decision::decide(self.weigh(sentence, Hints::default()), &self.thresholds)
    }

    /// Whether a sentence, the names of places gone, asks which office to go to; `alone` is what is made of it.
    fn asks_office(&self, sentence: &str, alone: &Judgement) -> bool {
        let near_a_place = || {
            let folded = fold(sentence);
            folded.contains(PLACE_SIGN) && self.office_words.fit(&folded, &self.classifier) == Fit::Asks
        };
        alone.verdict.is_office() && alone.score >= SECOND || !alone.verdict.is_answer() && near_a_place()
    }
}

/// The entry that another sentence clearly asks for. The verdict is found on the whole message: in cross-validation that
/// beat every way of judging sentences one by one.
fn second(sentences: &[(&str, Judgement)], verdict: &Verdict) -> Option<EntryId> {
    let is_first = |entry: &EntryId| match verdict {
        Verdict::Answer(first) => entry == first,
        // Which office to go to is answered with offices, not with an entry about them.
        _ => decision::talk_beside(entry) == Some(Talk::Office),
    };
    if !verdict.is_answer() && !verdict.is_office() {
        return None;
    }
    sentences.iter().find_map(|(_, alone)| match &alone.verdict {
        Verdict::Answer(entry) if !is_first(entry) && alone.score >= SECOND => Some(entry.clone()),
        _ => None,
    })
}

/// A second entry must be as sure as this.
const SECOND: f32 = 0.8;

/// A message of so many words is a story …
const STORY: usize = 60;
/// … and what it asks has this share of what is made of it.
const ASKING: f32 = 0.3;
/// A question of fewer words leans on what stands before it.
const LEAST_ASKED: usize = 5;

/// What a story asks: its sentences with a question mark, else its last one.
fn asking(text: &str) -> Option<String> {
    let words = |part: &str| part.split_whitespace().count();
    if words(text) < STORY {
        return None;
    }
    let parts = text.split_inclusive(['?', '!', '\n']).flat_map(|part| part.split_inclusive(". "));
    let parts: Vec<&str> = parts.filter(|part| words(part) > 0).collect();
    let asked: String = parts.iter().copied().filter(|part| part.trim_end().ends_with('?')).collect();
    let asked = if asked.is_empty() { parts.last()?.to_string() } else { asked };
    (words(&asked) >= LEAST_ASKED).then_some(asked)
}

/// The sentences of a message that are long enough to ask something, where there are several.
fn asking_sentences(text: &str) -> impl Iterator<Item = &str> {
    let sentences = text.split(['?', '!', ';', '\n']).flat_map(|part| part.split(". "));
    let long: Vec<&str> = sentences.filter(|sentence| sentence.split_whitespace().count() >= 3).collect();
    if long.len() < 2 { Vec::new() } else { long }.into_iter()
}
