//! What the files of `faq/` may say: one type a file, unknown keys refused, places kept.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;
use toml::value::Datetime;

use super::{Country, OfficeKind};
use crate::language::Language;
use crate::stay::DeadlineKind;

/// `entries/<id>/entry.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct EntryDraft {
    pub revision: u32,
    pub reviewed: Spanned<Datetime>,
    /// The last revision that changed the meaning; later ones changed the wording only.
    pub meaning: Spanned<u32>,
    pub country: Country,
    pub official: Vec<Language>,
    pub related: Vec<Spanned<String>>,
    pub offices: Vec<Spanned<String>>,
    pub contacts: Vec<Spanned<String>>,
    pub deadline: Option<DeadlineDraft>,
    #[serde(default)]
    pub translated_from: BTreeMap<Language, Spanned<BTreeMap<Language, u32>>>,
    pub sources: Vec<SourceDraft>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct DeadlineDraft {
    pub kind: DeadlineKind,
    pub after: super::Event,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct SourceDraft {
    pub title: Spanned<BTreeMap<Language, String>>,
    /// The language of the page, when the same page exists in several.
    pub language: Option<Language>,
    pub url: Option<Spanned<String>>,
}

/// `menu.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MenuDraft {
    pub stay: Vec<Spanned<String>>,
    pub family: Vec<Spanned<String>>,
    pub offices: Vec<Spanned<String>>,
    #[serde(default)]
    pub retired: BTreeMap<Spanned<String>, Spanned<String>>,
}

/// `offices.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct OfficesDraft {
    pub office: Vec<OfficeDraft>,
    pub source: Vec<OfficeSourceDraft>,
    pub contact: Vec<ContactDraft>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct OfficeDraft {
    pub id: Spanned<String>,
    pub kind: OfficeKind,
    /// Its town in `places.toml`.
    pub place: Spanned<String>,
    pub country: Country,
    pub directorate: Option<super::Directorate>,
    pub disputed_with: Option<Spanned<String>>,
    pub contacts: Vec<Spanned<String>>,
    pub town: Spanned<BTreeMap<Language, String>>,
    pub address: Spanned<BTreeMap<Language, String>>,
    #[serde(default)]
    pub hours: Vec<Spanned<HoursDraft>>,
    /// Of the file's sources.
    pub source: Spanned<String>,
    pub reviewed: Spanned<Datetime>,
}

/// Where an office's address and hours are from, as readers shall see it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct OfficeSourceDraft {
    pub id: Spanned<String>,
    pub text: Spanned<BTreeMap<Language, String>>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct HoursDraft {
    pub days: Vec<Weekday>,
    /// Spans of `["08:00", "12:00"]`; what lies between two of them is the break.
    pub open: Vec<[String; 2]>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Weekday {
    Mon,
    Tue,
    Wed,
    Thu,
    Fri,
    Sat,
    Sun,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct ContactDraft {
    pub id: Spanned<String>,
    pub value: String,
    #[serde(default)]
    pub free: bool,
    #[serde(default)]
    pub hours: Vec<Spanned<HoursDraft>>,
    #[expect(dead_code, reason = "required of the file for its readers")]
    pub source: String,
}

/// `lexicon/<lang>.toml`.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct LexiconDraft {
    pub concepts: BTreeMap<Spanned<String>, Vec<String>>,
}

/// `holidays.toml`.
#[derive(Debug, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HolidaysDraft {
    pub holiday: Vec<HolidayDraft>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct HolidayDraft {
    pub id: Spanned<String>,
    pub date: Option<Spanned<MonthDayDraft>>,
    /// Days after Orthodox Easter Sunday.
    pub easter: Option<Spanned<i64>>,
    /// The first year in which it is a day off.
    pub from: Option<i32>,
    #[expect(dead_code, reason = "required of the file for its readers")]
    pub source: String,
    #[expect(dead_code, reason = "for the readers of the file")]
    pub doubt: Option<String>,
    pub name: Spanned<BTreeMap<Language, String>>,
}

#[derive(Clone, Copy, Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct MonthDayDraft {
    pub month: u32,
    pub day: u32,
}
