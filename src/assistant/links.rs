//! Links: what is offered to who types in another chat.

use std::cmp::Reverse;
use std::collections::BTreeMap;

use chrono::{DateTime, Days, NaiveDate, Utc};
use chrono_tz::Europe::Chisinau;

use super::Assistant;
use crate::engine::sharing::{Shelf, Sought};
use crate::faq::EntryId;
use crate::language::Language;
use crate::store::{self, openings};

/// What was opened in so many days counts as wanted now.
const POPULAR: u64 = 90;

impl Assistant {
    /// The answers to offer for what is typed after the bot's name in another chat. Before anything is typed, the
    /// most opened ones; without the database, those of the menu.
    pub async fn shelf(&self, text: &str, app_language: Option<Language>, bot: &str, now: DateTime<Utc>) -> Shelf {
        let today = now.with_timezone(&Chisinau).date_naive();
        let popular = if text.trim().is_empty() { self.popular(today).await.unwrap_or_default() } else { Vec::new() };
        self.mind.shelf(&Sought { text, app_language, today, bot, popular: &popular })
    }

    async fn popular(&self, today: NaiveDate) -> Result<Vec<EntryId>, store::Error> {
        let mut tx = self.store.begin().await?;
        let opened = openings::between(&mut tx, today - Days::new(POPULAR), today).await?;
        let mut times: BTreeMap<&str, i64> = BTreeMap::new();
        for line in &opened {
            *times.entry(&line.link).or_default() += line.times;
        }
        let mut by_times: Vec<(&str, i64)> = times.into_iter().collect();
        by_times.sort_by_key(|(_, times)| Reverse(*times));
        Ok(by_times.into_iter().map(|(link, _)| EntryId::new(link)).collect())
    }
}
