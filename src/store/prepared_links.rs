//! Links that staff prepare for one person: opened once, emptied then or when their time is over.

use chrono::DateTime;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::{Channel, Connection, Error, columns, json};
use crate::faq::EntryId;
use crate::language::Language;
use crate::links::prepared::{Contents, Made, Prepared, Token};
use crate::message::Address;

/// Where a link was prepared, and its number there.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Origin {
    pub number: i64,
    pub at: Address,
    /// The language spoken there.
    pub language: Language,
}

/// A link that is prepared now.
#[derive(Clone, Copy, Debug)]
pub struct New<'a> {
    pub token: Token,
    pub contents: &'a Contents,
    /// The language of what is told about it where it was prepared.
    pub told_in: Language,
}

/// Keeps what is prepared until then.
pub async fn add(db: &mut Connection, by: Address, new: &New<'_>, now: i64, expires: i64) -> Result<(), Error> {
    let (channel, chat) = columns(by);
    let New { token, contents, told_in } = new;
    let insert = "insert into prepared_links (token, channel, chat, entry, language, contents, told_in, made_at,
            expires_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";
    sqlx::query(insert)
        .bind(token.to_string())
        .bind(channel)
        .bind(chat)
        .bind(contents.entry.as_str())
        .bind(contents.language.code())
        .bind(json(contents))
        .bind(told_in.code())
        .bind(now)
        .bind(expires)
        .execute(db)
        .await?;
    Ok(())
}

/// How it stands with a link; `None` when there is none of that name.
pub async fn look(db: &mut Connection, token: Token, now: i64) -> Result<Option<Prepared>, Error> {
    let select = "select contents, expires_at, opened_at from prepared_links where token = $1";
    let row = sqlx::query(select).bind(token.to_string()).fetch_optional(db).await?;
    row.map(|row| {
        let contents: Option<String> = row.try_get("contents")?;
        let opened: Option<i64> = row.try_get("opened_at")?;
        let contents = contents.filter(|_| row.get::<i64, _>("expires_at") > now);
        Ok(match (opened, contents.and_then(|contents| serde_json::from_str(&contents).ok())) {
            (Some(_), _) => Prepared::Used,
            (None, Some(contents)) => Prepared::Ready(contents),
            (None, None) => Prepared::Expired,
        })
    })
    .transpose()
}

/// Notes that it was opened and empties it; gives where it was prepared. `None` when somebody was faster.
pub async fn open(db: &mut Connection, token: Token, now: i64) -> Result<Option<Origin>, Error> {
    let update = "update prepared_links set opened_at = $2, contents = null
        where token = $1 and opened_at is null and expires_at > $2 returning number, channel, chat, told_in";
    let row = sqlx::query(update).bind(token.to_string()).bind(now).fetch_optional(db).await?;
    row.map(|row| {
        let language = row.try_get::<&str, _>("told_in")?.parse().unwrap_or(Language::Ro);
        Ok(Origin { number: row.try_get("number")?, at: address(&row)?, language })
    })
    .transpose()
}

fn address(row: &SqliteRow) -> Result<Address, Error> {
    let channel = if row.try_get::<&str, _>("channel")? == Channel::Terminal.name() {
        Channel::Terminal
    } else {
        Channel::Telegram
    };
    Ok(channel.address(row.try_get("chat")?))
}

/// The links prepared in that chat, the newest first. One whose answer or language this version cannot name is left out.
pub async fn made(db: &mut Connection, by: Address, most: i64) -> Result<Vec<Made>, Error> {
    let (channel, chat) = columns(by);
    let select = "select number, entry, language, expires_at, opened_at from prepared_links
        where channel = $1 and chat = $2 order by number desc limit $3";
    let rows = sqlx::query(select).bind(channel).bind(chat).bind(most).fetch_all(db).await?;
    rows.iter().filter_map(|row| read_made(row).transpose()).collect()
}

fn read_made(row: &SqliteRow) -> Result<Option<Made>, Error> {
    let language: Option<Language> = row.try_get::<&str, _>("language")?.parse().ok();
    let until = DateTime::from_timestamp(row.try_get("expires_at")?, 0);
    let opened: Option<i64> = row.try_get("opened_at")?;
    let (number, entry) = (row.try_get("number")?, EntryId::new(row.try_get("entry")?));
    let opened = opened.and_then(|at| DateTime::from_timestamp(at, 0));
    Ok(language.zip(until).map(|(language, until)| Made { number, entry, language, until, opened }))
}

/// Empties what expired, and forgets the links that ended before that time.
pub async fn prune(db: &mut Connection, now: i64, ended_before: i64) -> Result<(), Error> {
    let empty = "update prepared_links set contents = null where expires_at <= $1 and contents is not null";
    sqlx::query(empty).bind(now).execute(&mut *db).await?;
    sqlx::query("delete from prepared_links where expires_at < $1").bind(ended_before).execute(db).await?;
    Ok(())
}
