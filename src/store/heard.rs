//! The numbers of what was heard, so that what a channel tells twice is answered once.

use super::{Connection, Error, columns};
use crate::message::Address;

/// Notes the number; `false` when it was heard before.
pub async fn is_new(db: &mut Connection, from: Address, id: i64, now: i64) -> Result<bool, Error> {
    let (channel, _) = columns(from);
    let insert = "insert into heard (channel, id, heard_at) values ($1, $2, $3) on conflict (channel, id) do nothing";
    let done = sqlx::query(insert).bind(channel).bind(id).bind(now).execute(db).await?;
    Ok(done.rows_affected() == 1)
}

/// Forgets the numbers noted before that time.
pub async fn prune(db: &mut Connection, before: i64) -> Result<u64, Error> {
    let done = sqlx::query("delete from heard where heard_at < $1").bind(before).execute(db).await?;
    Ok(done.rows_affected())
}
