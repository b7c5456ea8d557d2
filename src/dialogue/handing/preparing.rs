//! A link for one person, prepared in a line or question by question.

use std::str::FromStr;

use chrono::NaiveDate;

use super::{Desk, Draft, Handed, language_at_end};
use crate::dialogue::answering::is_about_days;
use crate::dialogue::phrase::Phrase;
use crate::dialogue::reply::{Choice, Part};
use crate::faq::{DeadlineKind, EntryId, Faq};
use crate::language::Language;
use crate::links::prepared::{Contents, Dates};
use crate::links::{Link, Target};
use crate::local_time::day_of;
use crate::stay::{History, Visit};

/// Typed for “there is none”.
const NONE: &str = "-";
/// A note is read on a small screen, above an answer.
const LONGEST_NOTE: usize = 300;

impl Desk<'_> {
    pub(super) fn begin(&self, words: &str) -> Handed {
        let mut words = words.split_whitespace();
        let Some(first) = words.next() else { return self.next(Draft::default()) };
        let rest: Vec<&str> = words.collect();
        let language = rest.first().and_then(|word| Language::from_str(&word.to_lowercase()).ok());
        match (self.named(first), language) {
            (Some(entry), Some(language)) => self.whole_line(entry, language, &rest[1..]),
            (Some(entry), None) if rest.is_empty() => self.next(Draft { entry: Some(entry), ..Draft::default() }),
            _ => {
                let line = std::iter::once(first).chain(rest).collect::<Vec<_>>().join(" ");
                let (words, language) = language_at_end(&line);
                self.which(Draft { language, ..Draft::default() }, words)
            }
        }
    }

    /// Dates first, the rest is the note.
    fn whole_line(&self, entry: EntryId, language: Language, rest: &[&str]) -> Handed {
        let dates = rest.iter().take_while(|word| looks_like_a_date(word)).count();
        let (dates, note) = rest.split_at(dates);
        let Some(dates) = written_dates(dates) else {
            return self.ask(
                Draft { entry: Some(entry), language: Some(language), ..Draft::default() },
                Phrase::HandDatesUnread,
            );
        };
        let note = Some(note.join(" ")).filter(|note| !note.is_empty());
        let draft = Draft { entry: Some(entry), language: Some(language), dates: Some(dates), note: None };
        match note {
            Some(note) => self.with_note(draft, &note),
            None => self.next(Draft { note: Some(None), ..draft }),
        }
    }

    /// The answer that words are about, if that is clear; else it is asked.
    fn which(&self, draft: Draft, words: &str) -> Handed {
        match &self.found(words)[..] {
            [] => self.ask(draft, Phrase::HandNotFound),
            [only] => self.next(Draft { entry: Some(only.clone()), ..draft }),
            several => {
                let choices = several.iter().cloned().map(Choice::Entry).collect();
                Handed { draft: Some(draft), ..self.say(vec![Part::Say(Phrase::WhichOfThese)], choices) }
            }
        }
    }

    /// Words that answer the question asked last.
    pub(super) fn told(&self, draft: Draft, text: &str) -> Handed {
        let text = text.trim();
        if let Some(without) = Some(&draft).filter(|_| text == NONE).and_then(without) {
            return self.next(without);
        }
        if draft.entry.is_none() {
            return self.which(draft, text);
        }
        if draft.language.is_none() {
            let language = Language::from_str(&text.to_lowercase()).ok();
            return self.next(Draft { language, ..draft });
        }
        if draft.dates.is_none() {
            let words: Vec<&str> = text.split_whitespace().collect();
            let written = words.iter().all(|word| looks_like_a_date(word)).then(|| written_dates(&words)).flatten();
            return match written.unwrap_or_else(|| self.reader.dates(text)) {
                Dates::None => self.ask(draft, Phrase::HandDatesUnread),
                dates => self.next(Draft { dates: Some(dates), ..draft }),
            };
        }
        self.with_note(draft, text)
    }

    /// A button that answers the question asked last.
    pub(super) fn pressed(&self, draft: Draft, choice: &Choice) -> Option<Handed> {
        let draft = match (choice, &draft) {
            (Choice::Entry(id), Draft { entry: None, .. }) => Draft { entry: Some(id.clone()), ..draft },
            (Choice::Language(language), Draft { entry: Some(_), language: None, .. }) => {
                Draft { language: Some(*language), ..draft }
            }
            (Choice::No, draft) => without(draft)?,
            _ => return None,
        };
        Some(self.next(draft))
    }

    fn with_note(&self, draft: Draft, note: &str) -> Handed {
        if note.chars().count() > LONGEST_NOTE {
            return self.ask(draft, Phrase::HandNoteLong { most: LONGEST_NOTE as i64 });
        }
        self.next(Draft { note: Some(Some(note.to_string())), ..draft })
    }

    /// Asks what is missing, or prepares the link.
    fn next(&self, draft: Draft) -> Handed {
        match draft.clone() {
            Draft { entry: None, .. } => self.ask(draft, Phrase::HandWhich),
            Draft { language: None, .. } => self.ask(draft, Phrase::HandLanguage),
            Draft { dates: None, .. } => self.ask(draft, Phrase::HandDates),
            Draft { note: None, .. } => self.ask(draft, Phrase::HandNote { most: LONGEST_NOTE as i64 }),
            Draft { entry: Some(entry), language: Some(language), dates: Some(dates), note: Some(note) } => {
                self.prepare(Contents { entry, language, dates, note })
            }
        }
    }

    /// Asks, with the buttons for what is still missing.
    fn ask(&self, draft: Draft, question: Phrase) -> Handed {
        let choices = match &draft {
            Draft { entry: None, .. } => vec![],
            Draft { language: None, .. } => Language::ALL.map(Choice::Language).into(),
            _ => vec![Choice::No],
        };
        Handed { draft: Some(draft), ..self.say(vec![Part::Say(question)], choices) }
    }

    /// What will be counted from the dates is shown to the staff member, too.
    fn prepare(&self, contents: Contents) -> Handed {
        let Some(dates) = self.countable(&contents) else {
            let (entry, language) = (Some(contents.entry), Some(contents.language));
            return self.ask(Draft { entry, language, dates: None, note: Some(contents.note) }, Phrase::HandDateUnused);
        };
        let contents = Contents { dates, ..contents };
        let until = day_of(self.situation.until);
        let mut parts = vec![Part::Say(Phrase::HandReady { until })];
        parts.extend(counted(&contents, self.faq, self.today()));
        let url = Link::new(Target::Prepared(self.situation.token), None).url(&self.situation.bot);
        parts.push(self.out(contents.entry.clone(), contents.language, url, false));
        Handed { prepared: Some(contents), ..self.say(parts, vec![]) }
    }

    /// A single day is the one that the answer's term runs from; of an answer about days, the day she came; to others it
    /// says nothing.
    fn countable(&self, contents: &Contents) -> Option<Dates> {
        match contents.dates {
            Dates::Day(day) if deadline_from(contents, self.faq, day, day).is_none() => {
                is_about_days(&contents.entry).then(|| Dates::Trips(vec![Visit { entry: day, exit: None }]))
            }
            _ => Some(contents.dates.clone()),
        }
    }
}

/// The draft without what was asked last, where it can be left out.
fn without(draft: &Draft) -> Option<Draft> {
    match draft.clone() {
        Draft { language: None, .. } => None,
        draft @ Draft { dates: None, .. } => Some(Draft { dates: Some(Dates::None), ..draft }),
        draft => Some(Draft { note: Some(None), ..draft }),
    }
}

/// What there is to say of the dates: the last day for what the answer is about, or the trips.
pub(in crate::dialogue) fn counted(contents: &Contents, faq: &Faq, on: NaiveDate) -> Option<Part> {
    match &contents.dates {
        Dates::None => None,
        Dates::Day(day) => deadline_from(contents, faq, *day, on),
        Dates::Trips(trips) => Some(Part::Trips { trips: trips.clone(), on }),
    }
}

fn deadline_from(contents: &Contents, faq: &Faq, event: NaiveDate, on: NaiveDate) -> Option<Part> {
    let kind = faq.entry(&contents.entry)?.deadline?.kind;
    let runs_from_a_day = !matches!(kind, DeadlineKind::PassportValidity | DeadlineKind::FilingLimit);
    runs_from_a_day.then_some(Part::Deadline { kind, event, exit: None, on })
}

fn looks_like_a_date(word: &str) -> bool {
    word.len() >= "2025-01-01".len() && word.chars().all(|c| c.is_ascii_digit() || "-.".contains(c))
}

/// A day (`2025-11-03`), or trips (`2025-01-10..2025-03-01 2025-09-01..`); `None` when they are neither.
fn written_dates(words: &[&str]) -> Option<Dates> {
    let trip = |word: &&str| {
        let (entry, exit) = word.split_once("..")?;
        let exit = if exit.is_empty() { None } else { Some(exit.parse().ok()?) };
        Some(Visit { entry: entry.parse().ok()?, exit })
    };
    match words {
        [] => Some(Dates::None),
        [day] if !day.contains("..") => day.parse().ok().map(Dates::Day),
        trips => {
            let trips: Vec<Visit> = trips.iter().map(trip).collect::<Option<_>>()?;
            History::new(&trips).is_ok().then_some(Dates::Trips(trips))
        }
    }
}
