//! Links that open Popas on something: `https://t.me/<bot>?start=<payload>`.
//!
//! A payload is read for ever, because it is printed and pinned to walls: what one means never changes, and
//! `tests/data/links.txt` holds every one that was ever given out. The forms, each followed by `_<language>` or not:
//!
//! | payload | opens |
//! |---|---|
//! | `overstay-fine` | the entry of that id, or its successor |
//! | `office_oss-balti` | the office of that id |
//! | `days`, `topics`, `office`, `booking` | the day counter, the menu, the nearest office, an appointment |
//! | `h_<32 digits>` | what a staff member prepared for one person, see [`prepared`] |
//!
//! Reading is lenient where nothing can be mistaken: capitals (somebody typed it off a sheet), a language that this
//! version does not know. Pure; whether an id exists is the content's to say.

pub mod prepared;

use std::fmt;

use serde::{Deserialize, Serialize};

use crate::faq::{EntryId, Faq, OfficeId};
use crate::language::Language;
use prepared::Token;

/// Telegram's limit for what stands after `start=`.
const LONGEST: usize = 64;
/// Buttons name an id, too, with some signs before it and the same limit.
const LONGEST_ID: usize = 54;

/// Words that open something by themselves, so that no entry may bear them; `h` stands before what was prepared,
/// `broken` for what cannot be read.
const WORDS: [(&str, Option<Target>); 6] = [
    ("days", Some(Target::Days)),
    ("topics", Some(Target::Topics)),
    (OFFICE, Some(Target::NearestOffice)),
    ("booking", Some(Target::Booking)),
    (PREPARED, None),
    (BROKEN, None),
];
const OFFICE: &str = "office";
/// Before the name of a prepared link, and what such links are counted under that open nothing any more.
pub const PREPARED: &str = "h";
/// The name under which links that cannot be read are counted.
pub const BROKEN: &str = "broken";

/// What a link opens, and in which language if it names one.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Link {
    pub to: Target,
    pub language: Option<Language>,
}

impl From<Link> for String {
    fn from(link: Link) -> String {
        link.payload()
    }
}

/// It is no payload of any form that is known.
#[derive(Debug, thiserror::Error)]
#[error("no link")]
pub struct NoLink;

impl TryFrom<String> for Link {
    type Error = NoLink;

    fn try_from(payload: String) -> Result<Link, NoLink> {
        Link::read(&payload).ok_or(NoLink)
    }
}

/// What a link opens.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Target {
    Entry(EntryId),
    Office(OfficeId),
    /// Counting days.
    Days,
    Topics,
    /// The question for a place, to name the office near it.
    NearestOffice,
    Booking,
    /// What a staff member prepared for one person.
    Prepared(Token),
}

/// The payload without a language; links are counted under this name.
impl fmt::Display for Target {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Target::Entry(id) => write!(f, "{id}"),
            Target::Office(id) => write!(f, "{OFFICE}_{id}"),
            Target::Days => f.write_str("days"),
            Target::Topics => f.write_str("topics"),
            Target::NearestOffice => f.write_str(OFFICE),
            Target::Booking => f.write_str("booking"),
            Target::Prepared(token) => write!(f, "{PREPARED}_{token}"),
        }
    }
}

impl Link {
    pub fn new(to: Target, language: Option<Language>) -> Link {
        Link { to, language }
    }

    /// What stands after `start=`.
    pub fn payload(&self) -> String {
        match self.language {
            Some(language) => format!("{}_{language}", self.to),
            None => self.to.to_string(),
        }
    }

    /// The address to give out.
    pub fn url(&self, bot: &str) -> String {
        format!("https://t.me/{bot}?start={}", self.payload())
    }

    /// Reads a payload; `None` when it has none of the forms.
    pub fn read(payload: &str) -> Option<Link> {
        let payload = payload.to_ascii_lowercase();
        let allowed = |c: char| c.is_ascii_alphanumeric() || "-_".contains(c);
        if payload.is_empty() || payload.len() > LONGEST || !payload.chars().all(allowed) {
            return None;
        }
        let (name, language) = without_language(&payload);
        Some(Link { to: target(name)?, language })
    }

    /// The language that a payload names, also when nothing else in it can be read.
    pub fn language_of(payload: &str) -> Option<Language> {
        without_language(&payload.to_ascii_lowercase()).1
    }
}

/// The payload without its language. A language is two letters at the end; one that this version does not know is
/// as if none were named.
fn without_language(payload: &str) -> (&str, Option<Language>) {
    match payload.rsplit_once('_') {
        Some((name, code)) if code.len() == 2 && code.chars().all(|c| c.is_ascii_alphabetic()) => {
            (name, code.parse().ok())
        }
        _ => (payload, None),
    }
}

fn target(name: &str) -> Option<Target> {
    if let Some((_, target)) = WORDS.into_iter().find(|(word, _)| *word == name) {
        return target;
    }
    match name.split_once('_') {
        None => (!name.is_empty()).then(|| Target::Entry(EntryId::new(name))),
        Some((PREPARED, token)) => Token::read(token).map(Target::Prepared),
        Some((OFFICE, id)) if !id.is_empty() && !id.contains('_') => Some(Target::Office(OfficeId::new(id))),
        Some(_) => None,
    }
}

/// How often a link was opened in a language.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Opened {
    /// What the link opens, as its payload says it without a language.
    pub link: String,
    /// A code; of a language that this version may not know.
    pub language: String,
    pub times: i64,
}

/// Whether links to it can be given out: they are short enough and read back as they are, in every language.
pub fn can_open(to: &Target) -> bool {
    let languages = Language::ALL.into_iter().map(Some).chain([None]);
    let mut links = languages.map(|language| Link::new(to.clone(), language));
    let id = match to {
        Target::Entry(id) => id.as_str(),
        Target::Office(id) => id.as_str(),
        _ => "",
    };
    id.len() <= LONGEST_ID && links.all(|link| Link::read(&link.payload()) == Some(link))
}

/// Everything that a link can open today, in the order of the menu.
pub fn targets(faq: &Faq) -> Vec<Target> {
    let entries = faq.entries().iter().map(|entry| Target::Entry(entry.id.clone()));
    let offices = faq.offices.iter().map(|office| Target::Office(office.id.clone()));
    let words = WORDS.into_iter().filter_map(|(_, target)| target);
    entries.chain(offices).chain(words).collect()
}

/// Whether it opens something today; a retired entry opens its successor.
pub fn opens(to: &Target, faq: &Faq) -> bool {
    match to {
        Target::Entry(id) => faq.entry(id).is_some(),
        Target::Office(id) => faq.office(id).is_some(),
        // Whether it was prepared is known to the database alone.
        Target::Prepared(_) => true,
        Target::Days | Target::Topics | Target::NearestOffice | Target::Booking => true,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn entry(id: &str) -> Option<Target> {
        Some(Target::Entry(EntryId::new(id)))
    }

    fn office(id: &str) -> Option<Target> {
        Some(Target::Office(OfficeId::new(id)))
    }

    #[test]
    fn each_form_is_read_and_nothing_else() {
        let cases = [
            ("overstay-fine", entry("overstay-fine"), None),
            ("overstay-fine_ru", entry("overstay-fine"), Some(Language::Ru)),
            ("OVERSTAY-FINE_RU", entry("overstay-fine"), Some(Language::Ru)),
            ("overstay-fine_fr", entry("overstay-fine"), None),
            ("office_oss-balti", office("oss-balti"), None),
            ("office_oss-balti_tr", office("oss-balti"), Some(Language::Tr)),
            ("office_ru", Some(Target::NearestOffice), Some(Language::Ru)),
            ("days_az", Some(Target::Days), Some(Language::Az)),
            ("topics", Some(Target::Topics), None),
            ("booking_en", Some(Target::Booking), Some(Language::En)),
            ("_ru", None, None),
            ("office_", None, None),
            ("office_a_b", None, None),
            ("h", None, None),
            ("h_0123456789abcdef", None, None),
            ("h_0123456789abcdef0123456789abcdeg", None, None),
            (
                "h_0123456789ABCDEF0123456789abcdef",
                Some(Target::Prepared(Token::new([
                    0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef, 0x01, 0x23, 0x45, 0x67, 0x89, 0xab, 0xcd, 0xef,
                ]))),
                None,
            ),
            ("h_ru", None, None),
            ("broken", None, None),
            ("some_thing", None, None),
            ("", None, None),
            ("naïve", None, None),
            ("a b", None, None),
            ("a.b", None, None),
        ];
        for (payload, to, language) in cases {
            assert_eq!(Link::read(payload), to.map(|to| Link { to, language }), "{payload}");
        }
        assert_eq!(Link::read(&"a".repeat(64)).map(|link| link.to), entry(&"a".repeat(64)));
        assert_eq!(Link::read(&"a".repeat(65)), None);
        assert_eq!(Link::language_of("some_thing_uk"), Some(Language::Uk));
    }

    #[test]
    fn an_id_can_be_opened_when_its_links_read_back() {
        let cases = [
            ("overstay-fine", true),
            ("days", false),
            ("h", false),
            ("Fine", false),
            ("fine_2", false),
            ("šī", false),
            ("", false),
        ];
        for (id, can) in cases {
            assert_eq!(can_open(&Target::Entry(EntryId::new(id))), can, "{id}");
        }
        assert!(can_open(&Target::Entry(EntryId::new(&"a".repeat(54)))));
        assert!(!can_open(&Target::Entry(EntryId::new(&"a".repeat(55)))));
        assert!(can_open(&Target::Office(OfficeId::new("oss-balti"))));
        assert!(!can_open(&Target::Office(OfficeId::new("ru"))));
    }

    proptest! {
        #[test]
        fn a_link_that_is_given_out_is_read_back(id in "[a-z0-9-]{1,54}", language in 0usize..7, as_office: bool) {
            let language = Language::ALL.get(language).copied();
            let to = if as_office { Target::Office(OfficeId::new(&id)) } else { Target::Entry(EntryId::new(&id)) };
            prop_assume!(can_open(&to));
            let link = Link::new(to, language);
            let payload = link.payload();
            prop_assert!(payload.len() <= LONGEST);
            prop_assert!(payload.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)));
            prop_assert_eq!(Link::read(&payload), Some(link.clone()));
            prop_assert_eq!(Link::read(&payload.to_ascii_uppercase()), Some(link));
        }

        #[test]
        fn whatever_is_read_is_given_out_as_something_that_means_the_same(payload in "\\PC{0,70}|[a-zA-Z0-9_-]{0,70}") {
            if let Some(link) = Link::read(&payload) {
                prop_assert_eq!(Link::read(&link.payload()), Some(link));
            }
        }

        #[test]
        fn almost_every_id_can_be_opened(id in "[a-z][a-z0-9-]{2,53}") {
            let reserved = WORDS.iter().any(|(word, _)| *word == id);
            prop_assert_eq!(can_open(&Target::Entry(EntryId::new(&id))), !reserved);
        }
    }
}
