//! Staff hand links out: `/link` finds an answer and gives its links, `/handover` prepares one for a single person,
//! `/handovers` tells which of those were opened, `/numbers` how often links were.
//!
//! Pure, and nothing else: who is staff, what the database knows and the bits of a new link come from outside. What is
//! missing of a prepared link is asked, one question a message; a line that names at least answer and language is
//! complete.

use std::str::FromStr;

use chrono::{DateTime, NaiveDate, Utc};
use chrono_tz::Europe::Chisinau;
use serde::{Deserialize, Serialize};

use super::phrase::Phrase;
use super::reply::{Choice, Part, Reply};
use crate::faq::{DeadlineKind, EntryId, Faq};
use crate::language::Language;
use crate::links::prepared::{Contents, Dates, Made, Token};
use crate::links::{Link, Opened, Target};
use crate::message::Said;
use crate::stay::{History, Visit};

/// Typed for “there is none”.
const NONE: &str = "-";
/// A note is read on a small screen, above an answer.
const LONGEST_NOTE: usize = 300;
/// So many answers may be meant.
const ANSWERS_SHOWN: usize = 3;
/// The days that `/numbers` looks at, unless it is told how many.
const USUAL_DAYS: i64 = 30;
const MOST_DAYS: i64 = 730;

/// All that a decision may need.
#[derive(Clone, Debug)]
pub struct Handing {
    /// The language that the staff member is spoken to in.
    pub language: Language,
    pub now: DateTime<Utc>,
    /// The bot's username.
    pub bot: String,
    /// The name of the next prepared link, and until when it would work.
    pub token: Token,
    pub until: DateTime<Utc>,
    /// What was said so far of a link that is being prepared.
    pub draft: Option<Draft>,
    /// The links prepared in this chat, the newest first; only for `/handovers`.
    pub made: Vec<Made>,
    /// How often links were opened; only for `/numbers`.
    pub opened: Vec<Opened>,
}

/// What a prepared link will say, as far as it is known.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub struct Draft {
    entry: Option<EntryId>,
    language: Option<Language>,
    dates: Option<Dates>,
    /// `Some(None)`: there is none.
    note: Option<Option<String>>,
}

/// What follows.
#[derive(Clone, Debug, PartialEq)]
pub struct Handed {
    pub reply: Reply,
    /// What is known of the link that is being prepared; `None` when none is.
    pub draft: Option<Draft>,
    /// A link that is ready.
    pub prepared: Option<Contents>,
}

/// What reads words for us.
pub trait Reader {
    /// The answers that words may be about, best first.
    fn entries(&self, words: &str) -> Vec<EntryId>;

    /// The dates that words tell.
    fn dates(&self, words: &str) -> Dates;
}

/// What the staff may ask for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Command {
    Link,
    HandOver,
    HandOvers,
    /// Looks at so many days.
    Numbers(i64),
}

impl Command {
    /// The command at the beginning of a text, and the words after it.
    pub fn of(text: &str) -> Option<(Command, &str)> {
        let text = text.trim();
        let (name, rest) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let name = name.strip_prefix('/')?.split('@').next()?;
        let days = rest.trim().parse().unwrap_or(USUAL_DAYS).clamp(1, MOST_DAYS);
        let commands = [
            ("link", Command::Link),
            ("handover", Command::HandOver),
            ("handovers", Command::HandOvers),
            ("numbers", Command::Numbers(days)),
        ];
        let (_, command) = commands.into_iter().find(|(known, _)| name.eq_ignore_ascii_case(known))?;
        Some((command, rest.trim()))
    }
}

/// What follows from what a staff member did; `None` when it is nothing of this.
pub fn respond(situation: &Handing, said: &Said, faq: &Faq, reader: &dyn Reader) -> Option<Handed> {
    let desk = Desk { situation, faq, reader };
    let draft = situation.draft.clone();
    match said {
        Said::Text(text) => match Command::of(text) {
            Some((Command::Link, words)) => Some(desk.link(words)),
            Some((Command::HandOver, words)) => Some(desk.begin(words)),
            Some((Command::HandOvers, _)) => Some(desk.made()),
            Some((Command::Numbers(days), _)) => Some(desk.numbers(days)),
            None if text.trim_start().starts_with('/') => None,
            None => Some(desk.told(draft?, text)),
        },
        Said::Choice(Choice::HandOut(link)) => Some(desk.chosen(link)),
        Said::Choice(choice) => desk.pressed(draft?, choice),
        _ => None,
    }
}

struct Desk<'a> {
    situation: &'a Handing,
    faq: &'a Faq,
    reader: &'a dyn Reader,
}

impl Desk<'_> {
    // ---- links for everybody

    fn link(&self, words: &str) -> Handed {
        let (words, language) = language_at_end(words);
        let found = self.found(words);
        let Some(best) = found.first() else {
            let nothing = if words.is_empty() { Phrase::HandWhich } else { Phrase::HandNotFound };
            return self.say(vec![Part::Say(nothing)], vec![]);
        };
        match language {
            Some(language) => self.hand_out(&Link::new(Target::Entry(best.clone()), Some(language))),
            None => self.links_of(best, &found[1..]),
        }
    }

    /// The entry of that name, or what the matcher finds.
    fn found(&self, words: &str) -> Vec<EntryId> {
        let named = self.named(words).into_iter();
        let mut found: Vec<EntryId> = Vec::new();
        for id in named.chain(self.reader.entries(words)) {
            if !found.contains(&id) {
                found.push(id);
            }
        }
        found.truncate(ANSWERS_SHOWN);
        found
    }

    fn named(&self, word: &str) -> Option<EntryId> {
        self.faq.entry(&EntryId::new(&word.to_lowercase())).map(|entry| entry.id.clone())
    }

    /// Its links in every language, and buttons for the code and the line to send in each.
    fn links_of(&self, entry: &EntryId, others: &[EntryId]) -> Handed {
        let link = |language| Link::new(Target::Entry(entry.clone()), language);
        let addresses = Language::ALL.map(|language| (language, link(Some(language)).url(&self.situation.bot)));
        let mut choices: Vec<Choice> = Language::ALL.map(|language| Choice::HandOut(link(Some(language)))).into();
        let others = others.iter().map(|id| Choice::HandOut(Link::new(Target::Entry(id.clone()), None)));
        choices.extend(others);
        self.say(vec![Part::Title(entry.clone()), Part::Addresses(addresses.into())], choices)
    }

    fn chosen(&self, link: &Link) -> Handed {
        match (&link.to, link.language) {
            (Target::Entry(id), None) => self.links_of(id, &[]),
            _ => self.hand_out(link),
        }
    }

    /// A link as a code, as a line to send and as a line to read out.
    fn hand_out(&self, link: &Link) -> Handed {
        let (Target::Entry(id), Some(language)) = (&link.to, link.language) else {
            return self.say(vec![Part::Say(Phrase::HandNotFound)], vec![]);
        };
        let part = self.out(id.clone(), language, link.url(&self.situation.bot), true);
        self.say(vec![part], vec![])
    }

    fn out(&self, entry: EntryId, language: Language, url: String, for_all: bool) -> Part {
        Part::HandOut { entry, language, url, bot: self.situation.bot.clone(), for_all }
    }

    // ---- links for one person

    fn begin(&self, words: &str) -> Handed {
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
    fn told(&self, draft: Draft, text: &str) -> Handed {
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
    fn pressed(&self, draft: Draft, choice: &Choice) -> Option<Handed> {
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
        let contents = Contents { dates: self.countable(&contents), ..contents };
        let until = self.situation.until.with_timezone(&Chisinau).date_naive();
        let mut parts = vec![Part::Say(Phrase::HandReady { until })];
        parts.extend(counted(&contents, self.faq, self.today()));
        let url = Link::new(Target::Prepared(self.situation.token), None).url(&self.situation.bot);
        parts.push(self.out(contents.entry.clone(), contents.language, url, false));
        Handed { prepared: Some(contents), ..self.say(parts, vec![]) }
    }

    /// A single day is the one that the answer's term runs from; without a term, the day she came.
    fn countable(&self, contents: &Contents) -> Dates {
        match contents.dates {
            Dates::Day(day) if deadline_from(contents, self.faq, day, day).is_none() => {
                Dates::Trips(vec![Visit { entry: day, exit: None }])
            }
            _ => contents.dates.clone(),
        }
    }

    fn today(&self) -> NaiveDate {
        self.situation.now.with_timezone(&Chisinau).date_naive()
    }

    // ---- what became of them

    fn made(&self) -> Handed {
        let made = &self.situation.made;
        let parts = match made.is_empty() {
            true => vec![Part::Say(Phrase::HandNoneMade)],
            false => vec![Part::Say(Phrase::HandMade), Part::Made { made: made.clone(), at: self.situation.now }],
        };
        self.say(parts, vec![])
    }

    fn numbers(&self, days: i64) -> Handed {
        let opened = &self.situation.opened;
        let times = opened.iter().map(|opened| opened.times).sum();
        let mut parts = vec![Part::Say(Phrase::Numbers { days, times })];
        if !opened.is_empty() {
            parts.push(Part::Openings(opened.clone()));
        }
        self.say(parts, vec![])
    }

    /// Says so; a link that was being prepared is let go unless the caller keeps it.
    fn say(&self, parts: Vec<Part>, choices: Vec<Choice>) -> Handed {
        Handed { reply: Reply { parts, choices }, draft: None, prepared: None }
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
pub(super) fn counted(contents: &Contents, faq: &Faq, on: NaiveDate) -> Option<Part> {
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

/// The words before a language's code at the end, and that language; a single word is no code.
fn language_at_end(words: &str) -> (&str, Option<Language>) {
    let parted = words.rsplit_once(char::is_whitespace);
    let read = parted.and_then(|(before, code)| Some((before.trim(), code.to_lowercase().parse().ok()?)));
    read.map_or((words, None), |(before, language)| (before, Some(language)))
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
