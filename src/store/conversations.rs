//! What is remembered of a conversation between two messages.

use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::{Connection, Error, columns, json};
use crate::dialogue::reply::Choice;
use crate::dialogue::{Memory, Stage};
use crate::faq::EntryId;
use crate::message::Address;

/// What is remembered; `None` when nothing was heard from there before.
pub async fn load(db: &mut Connection, of: Address) -> Result<Option<Memory>, Error> {
    let (channel, chat) = columns(of);
    let select = "select language, language_chosen, stage, offered, trips, nationality, left_bank, about
        from conversations where channel = $1 and chat = $2";
    let row = sqlx::query(select).bind(channel).bind(chat).fetch_optional(db).await?;
    row.map(|row| memory(&row)).transpose()
}

/// Each value by itself: one that cannot be read takes no other with it.
fn memory(row: &SqliteRow) -> Result<Memory, Error> {
    let language: Option<String> = row.try_get("language")?;
    let left_bank: Option<i64> = row.try_get("left_bank")?;
    Ok(Memory {
        language: language.and_then(|code| code.parse().ok()),
        language_chosen: row.try_get::<i64, _>("language_chosen")? != 0,
        stage: serde_json::from_str(row.try_get("stage")?).unwrap_or_default(),
        offered: serde_json::from_str(row.try_get("offered")?).unwrap_or_default(),
        trips: serde_json::from_str(row.try_get("trips")?).unwrap_or_default(),
        nationality: row.try_get("nationality")?,
        left_bank: left_bank.map(|left_bank| left_bank != 0),
        about: row.try_get::<Option<&str>, _>("about")?.map(EntryId::new),
    })
}

/// Remembers, in place of what was remembered before.
pub async fn save(db: &mut Connection, of: Address, memory: &Memory, now: i64) -> Result<(), Error> {
    let (channel, chat) = columns(of);
    let upsert = "insert into conversations (channel, chat, language, language_chosen, stage, offered, trips,
            nationality, left_bank, about, last_heard_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        on conflict (channel, chat) do update set
            language = excluded.language, language_chosen = excluded.language_chosen, stage = excluded.stage,
            offered = excluded.offered, trips = excluded.trips, nationality = excluded.nationality,
            left_bank = excluded.left_bank, about = excluded.about, last_heard_at = excluded.last_heard_at";
    sqlx::query(upsert)
        .bind(channel)
        .bind(chat)
        .bind(memory.language.map(|language| language.code()))
        .bind(i64::from(memory.language_chosen))
        .bind(json(&memory.stage))
        .bind(json(&memory.offered))
        .bind(json(&memory.trips))
        .bind(memory.nationality.as_deref())
        .bind(memory.left_bank.map(i64::from))
        .bind(memory.about.as_ref().map(EntryId::as_str))
        .bind(now)
        .execute(db)
        .await?;
    Ok(())
}

/// Remembers the buttons of a message that was not an answer, so that a typed number means one of them.
pub async fn offer(db: &mut Connection, of: Address, offered: &[Choice]) -> Result<(), Error> {
    let (channel, chat) = columns(of);
    let update = "update conversations set offered = $1 where channel = $2 and chat = $3";
    sqlx::query(update).bind(json(&offered)).bind(channel).bind(chat).execute(db).await?;
    Ok(())
}

/// Forgets the conversation.
pub async fn forget(db: &mut Connection, of: Address) -> Result<(), Error> {
    let (channel, chat) = columns(of);
    let delete = "delete from conversations where channel = $1 and chat = $2";
    sqlx::query(delete).bind(channel).bind(chat).execute(db).await?;
    Ok(())
}

/// Forgets the conversations in which nothing was heard since that time; unless something is promised there: what
/// it rests on is kept until it is over.
pub async fn prune(db: &mut Connection, before: i64) -> Result<(), Error> {
    let delete = "delete from conversations where last_heard_at < $1 and not exists (select 1 from follow_ups
        where follow_ups.channel = conversations.channel and follow_ups.chat = conversations.chat
            and follow_ups.state in ('pending', 'missed'))";
    sqlx::query(delete).bind(before).execute(db).await?;
    Ok(())
}

/// Forgets the trips of people of whom nothing was heard since that time and to whom nothing is promised.
pub async fn prune_trips(db: &mut Connection, before: i64) -> Result<(), Error> {
    let update = "update conversations set trips = '[]', stage = $2
        where last_heard_at < $1 and (trips <> '[]' or stage <> $2) and not exists (
            select 1 from follow_ups where follow_ups.channel = conversations.channel
                and follow_ups.chat = conversations.chat and follow_ups.state in ('pending', 'missed'))";
    sqlx::query(update).bind(before).bind(json(&Stage::Open)).execute(db).await?;
    Ok(())
}
