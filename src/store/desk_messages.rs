//! Which message at the call centre is about which matter: the way back for an answer to it.
//!
//! Holds numbers alone: no text, no person. A row stays as long as its matter does.

use super::{Connection, Error, Store};

/// Notes what a message that was just sent is about.
pub async fn note(store: &Store, chat: i64, message: i64, hand_over: i64) -> Result<(), Error> {
    let insert = "insert into desk_messages (chat, message, hand_over) values ($1, $2, $3)
        on conflict (chat, message) do update set hand_over = excluded.hand_over";
    sqlx::query(insert).bind(chat).bind(message).bind(hand_over).execute(&store.pool).await?;
    Ok(())
}

/// The matter that a message is about.
pub async fn hand_over_of(db: &mut Connection, chat: i64, message: i64) -> Result<Option<i64>, Error> {
    let select = "select hand_over from desk_messages where chat = $1 and message = $2";
    sqlx::query_scalar(select).bind(chat).bind(message).fetch_optional(db).await
}

/// Deletes the messages about one matter.
pub async fn forget(db: &mut Connection, hand_over: i64) -> Result<(), Error> {
    sqlx::query("delete from desk_messages where hand_over = $1").bind(hand_over).execute(db).await?;
    Ok(())
}

/// Deletes the messages about matters that are no longer there. (One that was under way when its matter was
/// deleted is noted after it.)
pub async fn prune(db: &mut Connection) -> Result<u64, Error> {
    let delete = "delete from desk_messages
        where not exists (select 1 from hand_overs where hand_overs.id = desk_messages.hand_over)";
    Ok(sqlx::query(delete).execute(db).await?.rows_affected())
}
