//! Staff hand links out: `/link` finds an answer, to read from, and gives its links, `/handover` prepares one for a single person,
//! `/handovers` tells which of those were opened, `/numbers` how often links were.
//!
//! Pure, and nothing else: who is staff, what the database knows and the bits of a new link come from outside. What is
//! missing of a prepared link is asked, one question a message; a line that names at least answer and language is
//! complete.

mod preparing;

use chrono::{DateTime, NaiveDate, Utc};
use serde::{Deserialize, Serialize};

use super::desk::StaffCommand;
use super::phrase::Phrase;
use super::reply::{Choice, Part, Reply};
use crate::faq::{EntryId, Faq};
use crate::language::Language;
use crate::links::prepared::{Contents, Dates, Made, Token};
use crate::links::{Link, Opened, Target};
use crate::local_time::day_of;
use crate::message::Said;
pub(super) use preparing::counted;

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

/// What follows from what a staff member did; `None` when it is nothing of this.
pub fn respond(situation: &Handing, said: &Said, faq: &Faq, reader: &dyn Reader) -> Option<Handed> {
    let desk = Desk { situation, faq, reader };
    let draft = situation.draft.clone();
    match said {
        Said::Text(text) => match StaffCommand::of(text) {
            Some((StaffCommand::Queue, _)) => None,
            Some((StaffCommand::Link, words)) => Some(desk.link(words)),
            Some((StaffCommand::HandOver, words)) => Some(desk.begin(words)),
            Some((StaffCommand::HandOvers, _)) => Some(desk.made()),
            Some((StaffCommand::Numbers, words)) => Some(desk.numbers(days_of(words))),
            None if text.trim_start().starts_with('/') => None,
            None => Some(desk.told(draft?, text)),
        },
        Said::Choice(Choice::HandOut(link)) => Some(desk.chosen(link)),
        Said::Choice(choice) => desk.pressed(draft?, choice),
        _ => None,
    }
}

/// How many days `/numbers` looks at.
pub fn days_of(words: &str) -> i64 {
    words.parse().unwrap_or(USUAL_DAYS).clamp(1, MOST_DAYS)
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

    /// The answer, to read from, its links in every language, and buttons for the code and the line to send in each.
    fn links_of(&self, entry: &EntryId, others: &[EntryId]) -> Handed {
        let link = |language| Link::new(Target::Entry(entry.clone()), language);
        let addresses = Language::ALL.map(|language| (language, link(Some(language)).url(&self.situation.bot)));
        let mut choices: Vec<Choice> = Language::ALL.map(|language| Choice::HandOut(link(Some(language)))).into();
        let others = others.iter().map(|id| Choice::HandOut(Link::new(Target::Entry(id.clone()), None)));
        choices.extend(others);
        self.say(vec![Part::Answer(entry.clone()), Part::Addresses(addresses.into())], choices)
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

    fn today(&self) -> NaiveDate {
        day_of(self.situation.now)
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

/// The words before a language's code at the end, and that language; a single word is no code.
fn language_at_end(words: &str) -> (&str, Option<Language>) {
    let parted = words.rsplit_once(char::is_whitespace);
    let read = parted.and_then(|(before, code)| Some((before.trim(), code.to_lowercase().parse().ok()?)));
    read.map_or((words, None), |(before, language)| (before, Some(language)))
}
