//! What `places.toml` may say: unknown keys refused, positions kept.

use std::collections::BTreeMap;

use serde::Deserialize;
use toml::Spanned;

use super::{Around, Neighbour, PlaceKind, Region};
use crate::language::Language;

/// A list of words in each language.
pub(super) type Lists = Spanned<BTreeMap<Language, Vec<String>>>;

/// A list of names in each language, each name with its position.
pub(super) type Names = Spanned<BTreeMap<Language, Vec<Spanned<String>>>>;

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub struct PlacesDraft {
    pub(super) sources: BTreeMap<String, String>,
    pub(super) endings: Lists,
    /// Of the Turkic languages only.
    pub(super) endings_of_persons: BTreeMap<Language, Vec<String>>,
    pub(super) words: BTreeMap<Spanned<Around>, Lists>,
    /// In the languages that have such words.
    pub(super) not_places: BTreeMap<Language, Vec<String>>,
    pub(super) place: Vec<PlaceDraft>,
    pub(super) abroad: Vec<AbroadDraft>,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct PlaceDraft {
    pub id: Spanned<String>,
    pub kind: PlaceKind,
    pub region: Region,
    pub district: Option<Spanned<String>>,
    pub seat: Option<Spanned<String>>,
    pub at: Spanned<[f64; 2]>,
    pub source: Spanned<String>,
    pub by_road: Option<Spanned<String>>,
    #[serde(default)]
    pub ordinary: bool,
    #[serde(default)]
    pub ordinary_words: Vec<String>,
    #[serde(default)]
    pub well_known: bool,
    pub names: Names,
}

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
pub(super) struct AbroadDraft {
    pub name: String,
    pub country: Neighbour,
    pub at: Spanned<[f64; 2]>,
    pub source: Spanned<String>,
}
