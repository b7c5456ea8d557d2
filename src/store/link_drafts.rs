//! What a staff member has said so far of a link that she prepares. JSON of the caller's; what this version cannot read is
//! no draft.

use serde::Serialize;
use serde::de::DeserializeOwned;
use sqlx::Row;

use super::{Connection, Error, columns, json};
use crate::message::{Address, StaffId};

/// What she said, if it was since that time.
pub async fn load<T: DeserializeOwned>(
    db: &mut Connection,
    at: Address,
    staff: StaffId,
    since: i64,
) -> Result<Option<T>, Error> {
    let (channel, chat) = columns(at);
    let select = "select draft from link_drafts where channel = $1 and chat = $2 and staff = $3 and said_at >= $4";
    let query = sqlx::query(select).bind(channel).bind(chat).bind(staff.0).bind(since);
    let row = query.fetch_optional(db).await?;
    let draft = row.map(|row| row.try_get::<String, _>("draft")).transpose()?;
    Ok(draft.and_then(|draft| serde_json::from_str(&draft).ok()))
}

/// Keeps it, in place of what she said before.
pub async fn save<T: Serialize>(
    db: &mut Connection,
    at: Address,
    staff: StaffId,
    draft: &T,
    now: i64,
) -> Result<(), Error> {
    let (channel, chat) = columns(at);
    let upsert = "insert into link_drafts (channel, chat, staff, draft, said_at) values ($1, $2, $3, $4, $5)
        on conflict (channel, chat, staff) do update set draft = excluded.draft, said_at = excluded.said_at";
    sqlx::query(upsert).bind(channel).bind(chat).bind(staff.0).bind(json(draft)).bind(now).execute(db).await?;
    Ok(())
}

pub async fn forget(db: &mut Connection, at: Address, staff: StaffId) -> Result<(), Error> {
    let (channel, chat) = columns(at);
    let delete = "delete from link_drafts where channel = $1 and chat = $2 and staff = $3";
    sqlx::query(delete).bind(channel).bind(chat).bind(staff.0).execute(db).await?;
    Ok(())
}

/// Forgets those in which nothing was said since that time.
pub async fn prune(db: &mut Connection, before: i64) -> Result<(), Error> {
    sqlx::query("delete from link_drafts where said_at < $1").bind(before).execute(db).await?;
    Ok(())
}
