//! Answers to send into other chats: somebody types `@bot fine` anywhere and picks one.
//!
//! The same matcher as in a conversation, but nothing is decided: what may fit is offered, best first. What comes
//! out depends on the words and the language alone; nobody is looked up.

use chrono::NaiveDate;

use super::Engine;
use crate::assistant::Mind;
use crate::dialogue::handing::Reader;
use crate::dialogue::reply::{Part, Reply};
use crate::faq::{Entry, EntryId};
use crate::language::Language;
use crate::links::prepared::Dates;
use crate::links::{Link, Target};
use crate::message::Said;
use crate::stay::{History, Visit};
use crate::understanding::Meaning;
use crate::understanding::language::Guess;
use crate::understanding::spelling::fold;
use crate::understanding::topics::{Judgement, Topic, Verdict};
use crate::wording::label::Label;
use crate::wording::spoken::{Block, Spoken, plain, words};

/// More than these nobody reads in a list above a keyboard.
const MOST: usize = 8;
/// An entry with a smaller share of certainty does not stand in the list.
const LEAST_SHARE: f32 = 0.02;
/// Fewer letters than these begin too many words.
const LEAST_TYPED: usize = 2;

/// What somebody types after the bot's name, in any chat.
#[derive(Clone, Debug)]
pub struct Sought<'a> {
    pub text: &'a str,
    pub app_language: Option<Language>,
    /// The day in Chișinău.
    pub today: NaiveDate,
    /// The bot's username, for the links.
    pub bot: &'a str,
    /// Entries by how often they are wanted, for when nothing is typed yet.
    pub popular: &'a [EntryId],
}

/// What is offered for it.
#[derive(Clone, Debug, PartialEq)]
pub struct Shelf {
    pub language: Language,
    /// The words alone decided the language: whoever types the same gets the same.
    pub same_for_all: bool,
    pub answers: Vec<Shared>,
    /// The label of the button that opens a private chat, and what it opens.
    pub private: (String, Link),
}

/// An answer to send.
#[derive(Clone, Debug, PartialEq)]
pub struct Shared {
    pub link: Link,
    pub title: String,
    pub first_line: String,
    pub words: Spoken,
}

impl Engine {
    /// The answers to offer for what is typed.
    pub(super) fn find_answers(&self, sought: &Sought<'_>) -> Shelf {
        let meaning = self.understanding.understand(&Said::Text(sought.text.into()), sought.app_language, sought.today);
        let of_text = meaning.language.language().filter(|_| !sought.text.trim().is_empty());
        let language = of_text.or(sought.app_language).unwrap_or(Language::Ro);
        let found = self.found(sought, self.matching(sought.text, meaning.judgement.as_ref()));
        Shelf {
            language,
            same_for_all: meaning.language == Guess::Sure(language),
            answers: found.into_iter().map(|entry| self.shared(entry, language, sought)).collect(),
            private: (self.wording.label(&Label::SharedPrivate, language), Link::new(Target::Topics, Some(language))),
        }
    }

    /// What the matcher makes of words, then titles with a word that begins like them.
    fn matching(&self, text: &str, judgement: Option<&Judgement>) -> Vec<EntryId> {
        let typed = fold(text);
        let matched = judgement.map(matched).unwrap_or_default();
        let begun = self.faq.entries().iter().filter(|entry| begins(entry, &typed)).map(|entry| entry.id.clone());
        matched.into_iter().chain(begun).collect()
    }

    fn found(&self, sought: &Sought<'_>, matching: Vec<EntryId>) -> Vec<&Entry> {
        let mut ids = matching;
        if sought.text.trim().is_empty() {
            let others = self.faq.entries().iter().map(|entry| entry.id.clone());
            ids = sought.popular.iter().cloned().chain(others).collect();
        }
        let mut found: Vec<&Entry> = Vec::new();
        for entry in ids.iter().filter_map(|id| self.faq.entry(id)) {
            if !found.iter().any(|other| other.id == entry.id) {
                found.push(entry);
            }
        }
        found.truncate(MOST);
        found
    }

    fn shared(&self, entry: &Entry, language: Language, sought: &Sought<'_>) -> Shared {
        let link = Link::new(Target::Entry(entry.id.clone()), Some(language));
        let answer = Reply { parts: vec![Part::Answer(entry.id.clone())], choices: Vec::new() };
        let mut spoken = self.speak(&answer, language, sought.today);
        let line = self.wording.label(&Label::SharedLink { link: link.url(sought.bot) }, language);
        // The title stands first; the line after it says what the answer is.
        let first_line = spoken.blocks.iter().skip(1).find_map(first_line).unwrap_or_default();
        spoken.blocks.push(Block::Paragraph(words(&line)));
        Shared { title: entry.texts[language].title.clone(), first_line, words: spoken, link }
    }
}

/// Reads the words of staff, as those of a person are read.
pub(super) struct Reading<'a> {
    pub(super) engine: &'a Engine,
    pub(super) language: Language,
    pub(super) today: NaiveDate,
}

impl Reading<'_> {
    fn meaning(&self, words: &str) -> Meaning {
        self.engine.understanding.understand(&Said::Text(words.into()), Some(self.language), self.today)
    }
}

impl Reader for Reading<'_> {
    fn entries(&self, words: &str) -> Vec<EntryId> {
        self.engine.matching(words, self.meaning(words).judgement.as_ref())
    }

    /// Trips before a day; what contradicts itself is none.
    fn dates(&self, words: &str) -> Dates {
        let meaning = self.meaning(words);
        let trips: Vec<Visit> = meaning.stays.iter().map(|stay| stay.value).collect();
        match (&trips[..], &meaning.dates[..]) {
            ([], [day]) if day.certain => Dates::Day(day.value.date),
            ([_, ..], _) if History::new(&trips).is_ok() => Dates::Trips(trips),
            _ => Dates::None,
        }
    }
}

/// The entries that the matcher would answer with or ask about.
fn matched(judgement: &Judgement) -> Vec<EntryId> {
    let ranked = judgement.ranked.iter().filter(|topic| topic.score >= LEAST_SHARE);
    let ranked = ranked.filter_map(|topic| match &topic.what {
        Topic::Entry(id) => Some(id.clone()),
        Topic::Talk(_) => None,
    });
    match &judgement.verdict {
        Verdict::Answer(id) => std::iter::once(id.clone()).chain(ranked).collect(),
        Verdict::Choices(ids) => ids.iter().cloned().chain(ranked).collect(),
        Verdict::Talk(talk) if talk.is_worked_out() => ranked.collect(),
        Verdict::Talk(_) | Verdict::Unknown { .. } => Vec::new(),
    }
}

/// Whether a title, in any language, has a word that begins like what is typed.
fn begins(entry: &Entry, typed: &str) -> bool {
    let long_enough = typed.chars().count() >= LEAST_TYPED;
    let has = |title: &str| {
        let title = format!(" {}", fold(title));
        title.contains(&format!(" {}", typed.trim_end()))
    };
    long_enough && entry.texts.iter().any(|(_, text)| has(&text.title))
}

fn first_line(block: &Block) -> Option<String> {
    match block {
        Block::Paragraph(words) => Some(plain(words)),
        Block::Bullets(items) | Block::Numbered(items) => items.first().map(plain),
        Block::Small(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::faq::{Faq, Source};

    #[test]
    fn what_is_typed_finds_answers_in_the_writers_language() {
        let engine = Engine::new(Faq::load(&Source::BuiltIn).unwrap(), None).unwrap();
        let today = NaiveDate::from_ymd_opt(2025, 11, 22).unwrap();
        let popular = [EntryId::new("petitions"), EntryId::new("overstay-fine")];
        let shelf =
            |text, app_language| engine.shelf(&Sought { text, app_language, today, bot: "our_bot", popular: &popular });
        let cases = [
            ("how much is the fine for overstaying", None, Language::En, "overstay-fine"),
            ("штраф за просрочку", Some(Language::En), Language::Ru, "overstay-fine"),
            ("fine", Some(Language::En), Language::En, "overstay-fine"),
            ("pierdut permisul", None, Language::Ro, "permit-lost-or-stolen"),
            ("", Some(Language::Tr), Language::Tr, "petitions"),
            ("  ", None, Language::Ro, "petitions"),
            ("integr", Some(Language::En), Language::En, "integration-centres"),
            ("адреса вікон для іноземців", None, Language::Uk, "one-stop-shops"),
        ];
        for (text, app, language, first) in cases {
            let shelf = shelf(text, app);
            assert_eq!(shelf.language, language, "{text}");
            assert_eq!(shelf.answers[0].link.payload(), format!("{first}_{language}"), "{text}");
            assert!((1..=MOST).contains(&shelf.answers.len()));
            assert_eq!(shelf.private.1.payload(), format!("topics_{language}"));
        }
        assert_eq!(shelf("weather in Paris tomorrow please", Some(Language::En)).answers, []);
        let fine = shelf("how much is the fine for overstaying", None);
        assert!(fine.same_for_all && !shelf("", Some(Language::En)).same_for_all);
        let fine = &fine.answers[0];
        assert!(fine.words.plain().ends_with("https://t.me/our_bot?start=overstay-fine_en"));
        assert!(fine.words.plain().starts_with(&fine.title) && fine.words.plain().contains(&fine.first_line));
        assert!(!fine.first_line.is_empty() && !fine.first_line.contains("**"));
    }
}
