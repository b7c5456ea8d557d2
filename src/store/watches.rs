//! Who is told when an answer changes in meaning.

use sqlx::Row;

use super::{Connection, Error, channel, columns};
use crate::faq::EntryId;
use crate::message::Address;

/// The answers whose changes a person is told of.
pub async fn of(db: &mut Connection, person: Address) -> Result<Vec<EntryId>, Error> {
    let (channel, chat) = columns(person);
    let select = "select entry from watches where channel = $1 and chat = $2 order by entry";
    let entries: Vec<String> = sqlx::query_scalar(select).bind(channel).bind(chat).fetch_all(db).await?;
    Ok(entries.iter().map(|entry| EntryId::new(entry)).collect())
}

/// From now on a person is told when the answer goes beyond this revision in meaning.
pub async fn put(db: &mut Connection, person: Address, entry: &EntryId, meaning: u32, now: i64) -> Result<(), Error> {
    let (channel, chat) = columns(person);
    let upsert = "insert into watches (channel, chat, entry, meaning, since) values ($1, $2, $3, $4, $5)
        on conflict (channel, chat, entry) do update set meaning = excluded.meaning, since = excluded.since";
    let query = sqlx::query(upsert).bind(channel).bind(chat).bind(entry.as_str());
    query.bind(i64::from(meaning)).bind(now).execute(db).await?;
    Ok(())
}

/// Who has read an older meaning of that answer; at most so many.
pub async fn behind(db: &mut Connection, entry: &EntryId, meaning: u32, most: i64) -> Result<Vec<Address>, Error> {
    let select = "select channel, chat from watches where entry = $1 and meaning < $2 limit $3";
    let query = sqlx::query(select).bind(entry.as_str()).bind(i64::from(meaning)).bind(most);
    let rows = query.fetch_all(db).await?;
    rows.iter().map(|row| Ok(channel(row.try_get("channel")?).address(row.try_get("chat")?))).collect()
}

/// Tells no more about any answer.
pub async fn forget(db: &mut Connection, person: Address) -> Result<(), Error> {
    let (channel, chat) = columns(person);
    let delete = "delete from watches where channel = $1 and chat = $2";
    sqlx::query(delete).bind(channel).bind(chat).execute(db).await?;
    Ok(())
}

/// Forgets people whose conversation is forgotten.
pub async fn prune(db: &mut Connection) -> Result<(), Error> {
    let delete = "delete from watches where not exists (select 1 from conversations
        where conversations.channel = watches.channel and conversations.chat = watches.chat)";
    sqlx::query(delete).execute(db).await?;
    Ok(())
}
