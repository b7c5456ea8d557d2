//! What was promised for later.
//!
//! A promise is found by its number; of a call also by its half hour: two calls of one half hour never have the
//! same seat (`one_booking_per_slot`), and a person never has two open calls (`one_open_call_per_person`).

use chrono::{DateTime, Utc};
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::{Connection, Error, Store, at, channel, columns, json};
use crate::follow_ups::{FollowUp, FollowUpId, State, What};
use crate::message::Address;

/// All that was promised to a person and is still known, in the order of its times.
pub async fn of(db: &mut Connection, person: Address) -> Result<Vec<FollowUp>, Error> {
    let (channel, chat) = columns(person);
    let select = "select id, channel, chat, what, due_at, state, changes, booked_at
        from follow_ups where channel = $1 and chat = $2 order by due_at, id";
    let rows = sqlx::query(select).bind(channel).bind(chat).fetch_all(db).await?;
    Ok(read(&rows)?.into_iter().map(|(_, follow_up)| follow_up).collect())
}

/// One promise, and whose it is.
pub async fn load(db: &mut Connection, id: FollowUpId) -> Result<Option<(Address, FollowUp)>, Error> {
    let select = "select id, channel, chat, what, due_at, state, changes, booked_at from follow_ups where id = $1";
    let rows = sqlx::query(select).bind(id.0).fetch_all(db).await?;
    Ok(read(&rows)?.pop())
}

/// Pending promises whose time has come, the earliest first. Those that cannot be read take no place of others.
pub async fn due(db: &mut Connection, now: i64, most: i64) -> Result<Vec<(Address, FollowUp)>, Error> {
    let select = "select id, channel, chat, what, due_at, state, changes, booked_at
        from follow_ups where state = 'pending' and due_at <= $1 and (due_at, id) > ($2, $3)
        order by due_at, id limit $4";
    let (mut found, mut last) = (Vec::new(), (i64::MIN, i64::MIN));
    loop {
        let room = most - found.len() as i64;
        let rows = sqlx::query(select).bind(now).bind(last.0).bind(last.1).bind(room).fetch_all(&mut *db).await?;
        found.extend(read(&rows)?);
        match rows.last() {
            Some(row) if rows.len() as i64 == room && (found.len() as i64) < most => {
                last = (row.try_get("due_at")?, row.try_get("id")?);
            }
            _ => return Ok(found),
        }
    }
}

/// When the next pending promise is due; not those whose time has come: one of them that cannot be read stays.
pub async fn next_due(store: &Store, now: i64) -> Result<Option<i64>, Error> {
    let select = "select min(due_at) from follow_ups where state = 'pending' and due_at > $1";
    sqlx::query_scalar(select).bind(now).fetch_one(&store.pool).await
}

/// Those that can be read; one that another version wrote and this one does not understand is left alone.
fn read(rows: &[SqliteRow]) -> Result<Vec<(Address, FollowUp)>, Error> {
    let mut found = Vec::new();
    for row in rows {
        let what: Option<What> = serde_json::from_str(row.try_get("what")?).ok();
        let state = State::of_code(row.try_get("state")?);
        let (Some(what), Some(state)) = (what, state) else { continue };
        let follow_up = FollowUp {
            id: FollowUpId(row.try_get("id")?),
            what,
            due: at(row.try_get("due_at")?),
            state,
            changes: u32::try_from(row.try_get::<i64, _>("changes")?).unwrap_or_default(),
            booked: at(row.try_get("booked_at")?),
        };
        found.push((channel(row.try_get("channel")?).address(row.try_get("chat")?), follow_up));
    }
    Ok(found)
}

/// Writes a promise down, in place of what was known under its number.
pub async fn put(db: &mut Connection, person: Address, follow_up: &FollowUp, now: i64) -> Result<(), Error> {
    let (channel, chat) = columns(person);
    let seat = if follow_up.is_call_back() { Some(free_seat(db, follow_up).await?) } else { None };
    let upsert =
        "insert into follow_ups (id, channel, chat, kind, what, seat, due_at, state, state_since, changes, booked_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
        on conflict (id) do update set what = excluded.what, seat = excluded.seat, due_at = excluded.due_at,
            state = excluded.state, state_since = excluded.state_since, changes = excluded.changes";
    sqlx::query(upsert)
        .bind(follow_up.id.0)
        .bind(channel)
        .bind(chat)
        .bind(if follow_up.is_call_back() { "call-back" } else { "reminder" })
        .bind(json(&follow_up.what))
        .bind(seat)
        .bind(follow_up.due.timestamp())
        .bind(follow_up.state.code())
        .bind(now)
        .bind(i64::from(follow_up.changes))
        .bind(follow_up.booked.timestamp())
        .execute(db)
        .await?;
    Ok(())
}

/// The first seat of the call's half hour that no other pending call has.
async fn free_seat(db: &mut Connection, call: &FollowUp) -> Result<i64, Error> {
    let select = "select seat from follow_ups
        where kind = 'call-back' and state = 'pending' and due_at = $1 and id <> $2 order by seat";
    let taken: Vec<i64> = sqlx::query_scalar(select).bind(call.due.timestamp()).bind(call.id.0).fetch_all(db).await?;
    Ok((0..).zip(&taken).find(|(seat, taken)| seat != *taken).map_or(taken.len() as i64, |(seat, _)| seat))
}

/// Half hours to come in which so many calls are booked.
pub async fn full(db: &mut Connection, at_once: u32, now: i64) -> Result<Vec<DateTime<Utc>>, Error> {
    let select = "select due_at from follow_ups where kind = 'call-back' and state = 'pending' and due_at > $1
        group by due_at having count(*) >= $2";
    let slots: Vec<i64> = sqlx::query_scalar(select).bind(now).bind(i64::from(at_once)).fetch_all(db).await?;
    Ok(slots.into_iter().map(at).collect())
}

/// Changes the state of a promise.
pub async fn set_state(db: &mut Connection, id: FollowUpId, state: State, now: i64) -> Result<(), Error> {
    let update = "update follow_ups set state = $1, state_since = $2 where id = $3";
    sqlx::query(update).bind(state.code()).bind(now).bind(id.0).execute(db).await?;
    Ok(())
}

/// Forgets all that was promised to a person.
pub async fn forget(db: &mut Connection, person: Address) -> Result<(), Error> {
    let (channel, chat) = columns(person);
    let delete = "delete from follow_ups where channel = $1 and chat = $2";
    sqlx::query(delete).bind(channel).bind(chat).execute(db).await?;
    Ok(())
}

/// Deletes what was over before that time: also what was missed and of which its person did not come to hear.
pub async fn prune(db: &mut Connection, before: i64) -> Result<(), Error> {
    let delete = "delete from follow_ups where state in ('told', 'done', 'cancelled', 'missed') and state_since < $1";
    sqlx::query(delete).bind(before).execute(db).await?;
    Ok(())
}
