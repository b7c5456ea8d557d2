//! Links: what is offered to who types in another chat, and what staff hand out.

use std::cmp::Reverse;
use std::collections::BTreeMap;
use std::panic::{AssertUnwindSafe, catch_unwind};

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};

use super::{Assistant, apology};
use crate::dialogue::desk::StaffCommand;
use crate::dialogue::handing::{self, Draft, Handed, Handing};
use crate::dialogue::reply::Choice;
use crate::engine::sharing::{Shelf, Sought};
use crate::faq::EntryId;
use crate::language::Language;
use crate::links::prepared::{Prepared, Token};
use crate::links::{Link, Opened, Target};
use crate::local_time::day_of;
use crate::message::{Address, Incoming, Said, StaffId};
use crate::store::deliveries::New;
use crate::store::{self, Connection, deliveries, desk_messages, link_drafts, openings, prepared_links};

/// What was opened in so many days counts as wanted now.
const POPULAR: u64 = 90;
/// A prepared link in whose making nothing was said for so long, in seconds, is given up.
const DRAFT: i64 = 60 * 60;
/// So many prepared links stand in the list.
const MADE: i64 = 20;

/// What handing out links needs to know.
#[derive(Clone, Debug)]
pub struct LinkDesk {
    /// The bot's username.
    pub bot: String,
    /// How long a prepared link works.
    pub valid: TimeDelta,
    /// The language of its messages.
    pub language: Language,
}

impl Assistant {
    /// The same, for staff who hand out links.
    pub fn with_links(self, links: Option<LinkDesk>) -> Assistant {
        Assistant { links, ..self }
    }

    /// The answers to offer for what is typed after the bot's name in another chat. Before anything is typed, the
    /// most opened ones; without the database, those of the menu.
    pub async fn shelf(&self, text: &str, app_language: Option<Language>, bot: &str, now: DateTime<Utc>) -> Shelf {
        let today = day_of(now);
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

    /// What was prepared, when a link to it was opened and there is one of that name.
    pub(super) async fn prepared(
        &self,
        tx: &mut Connection,
        of: &Incoming,
        now: i64,
    ) -> Result<Option<Prepared>, store::Error> {
        let Said::Start(payload) = &of.said else { return Ok(None) };
        match Link::read(payload).map(|link| link.to) {
            Some(Target::Prepared(token)) => prepared_links::look(tx, token, now).await,
            _ => Ok(None),
        }
    }

    /// True when a staff member asked for links, or answered what was asked about one.
    pub(super) async fn take_link_turn(
        &self,
        tx: &mut Connection,
        incoming: &Incoming,
        now: i64,
    ) -> Result<bool, store::Error> {
        let (Some(staff), Some(desk)) = (incoming.speaker.staff, &self.links) else { return Ok(false) };
        if is_another_command(&incoming.said) {
            link_drafts::forget(tx, incoming.from, staff).await?;
            return Ok(false);
        }
        if !is_for_links(&incoming.said) || answers_a_matter(tx, incoming).await? {
            return Ok(false);
        }
        let Some(handing) = self.handing(tx, incoming, staff, desk, now).await? else { return Ok(false) };
        let decide = AssertUnwindSafe(|| self.mind.hand_out(&handing, &incoming.said));
        let failed = |_| {
            let reply = apology(incoming, desk.language).reply;
            Some(Handed { reply, draft: None, prepared: None })
        };
        let Some(handed) = catch_unwind(decide).unwrap_or_else(failed) else { return Ok(false) };
        let from = incoming.from;
        match &handed.draft {
            Some(draft) => link_drafts::save(tx, from, staff, draft, now).await?,
            None => link_drafts::forget(tx, from, staff).await?,
        }
        if let Some(contents) = &handed.prepared {
            let made = prepared_links::New { token: handing.token, contents, told_in: desk.language };
            prepared_links::add(tx, from, &made, now, handing.until.timestamp()).await?;
        }
        let new = New { reply: &handed.reply, language: desk.language, day: day_of(incoming.at), about: None };
        deliveries::add(tx, from, &new, now).await?;
        Ok(true)
    }

    /// All that the decision needs; `None` when the system gives no random bits: nothing is prepared then.
    async fn handing(
        &self,
        tx: &mut Connection,
        incoming: &Incoming,
        staff: StaffId,
        desk: &LinkDesk,
        now: i64,
    ) -> Result<Option<Handing>, store::Error> {
        let mut bits = [0; 16];
        if getrandom::fill(&mut bits).is_err() {
            tracing::error!("the system gives no random bits: no link can be prepared");
            return Ok(None);
        }
        let draft: Option<Draft> = link_drafts::load(tx, incoming.from, staff, now - DRAFT).await?;
        let command = command(&incoming.said);
        let made = match command {
            Some((StaffCommand::HandOvers, _)) => prepared_links::made(tx, incoming.from, MADE).await?,
            _ => Vec::new(),
        };
        let opened: Vec<Opened> = match command {
            Some((StaffCommand::Numbers, words)) => {
                let days = handing::days_of(words).unsigned_abs();
                let (today, before) = (day_of(incoming.at), Days::new(days.saturating_sub(1)));
                openings::between(tx, today - before, today).await?
            }
            _ => Vec::new(),
        };
        let until = incoming.at + desk.valid;
        let (language, bot, token) = (desk.language, desk.bot.clone(), Token::new(bits));
        Ok(Some(Handing { language, now: incoming.at, bot, token, until, draft, made, opened }))
    }
}

/// The staff's command about links, and the words after it.
fn command(said: &Said) -> Option<(StaffCommand, &str)> {
    let Said::Text(text) = said else { return None };
    StaffCommand::of(text).filter(|(command, _)| *command != StaffCommand::Queue)
}

/// Whoever turns to something else has done with the link that she was preparing.
fn is_another_command(said: &Said) -> bool {
    matches!(said, Said::Text(text) if text.trim_start().starts_with('/')) && command(said).is_none()
}

/// Whether it may be about links: other buttons never are.
fn is_for_links(said: &Said) -> bool {
    match said {
        Said::Text(_) => true,
        Said::Choice(choice) => {
            matches!(choice, Choice::HandOut(_) | Choice::Entry(_) | Choice::Language(_) | Choice::No)
        }
        _ => false,
    }
}

/// An answer to a message about a person's matter is for her.
async fn answers_a_matter(tx: &mut Connection, incoming: &Incoming) -> Result<bool, store::Error> {
    match (incoming.replied_to, incoming.from) {
        (Some(message), Address::Telegram(chat)) if command(&incoming.said).is_none() => {
            Ok(desk_messages::hand_over_of(tx, chat, message).await?.is_some())
        }
        _ => Ok(false),
    }
}
