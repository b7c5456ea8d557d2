//! Matters in the hands of the call centre, and the log of who changed them.

use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::{Connection, Error, at, channel, columns, desk_messages, follow_ups};
use crate::call_centre::{HandOver, HandOverId, HandOverState};
use crate::follow_ups::FollowUpId;
use crate::language::Language;
use crate::message::{Address, StaffId};

/// A matter, and whose it is.
pub type Owned = (Address, HandOver);

/// The person's conversation with the call centre: the open one, or a call by messages that somebody has taken.
pub async fn conversation_of(db: &mut Connection, person: Address) -> Result<Option<HandOver>, Error> {
    let (channel, chat) = columns(person);
    let select = "select id, channel, chat, follow_up, language, state, holder, state_since from hand_overs
        where channel = $1 and chat = $2 and state <> 'closed' and (follow_up is null or state = 'human') order by id";
    for row in sqlx::query(select).bind(channel).bind(chat).fetch_all(&mut *db).await? {
        let matter = read(db, Some(row)).await?.map(|(_, matter)| matter);
        if matter.as_ref().is_some_and(HandOver::is_conversation) {
            return Ok(matter);
        }
    }
    Ok(None)
}

/// One matter.
pub async fn load(db: &mut Connection, id: HandOverId) -> Result<Option<Owned>, Error> {
    let select = "select id, channel, chat, follow_up, language, state, holder, state_since from hand_overs
        where id = $1";
    let row = sqlx::query(select).bind(id.0).fetch_optional(&mut *db).await?;
    read(db, row).await
}

/// The matter of a call that is not closed.
pub async fn of_call(db: &mut Connection, call: FollowUpId) -> Result<Option<Owned>, Error> {
    let select = "select id, channel, chat, follow_up, language, state, holder, state_since from hand_overs
        where follow_up = $1 and state <> 'closed'";
    let row = sqlx::query(select).bind(call.0).fetch_optional(&mut *db).await?;
    read(db, row).await
}

/// All that is not closed, oldest first; of one person, when she is named.
pub async fn open(db: &mut Connection, of: Option<Address>) -> Result<Vec<Owned>, Error> {
    let select = "select id, channel, chat, follow_up, language, state, holder, state_since from hand_overs
        where state <> 'closed' order by id";
    let rows = sqlx::query(select).fetch_all(&mut *db).await?;
    let mut found = Vec::new();
    for row in rows {
        found.extend(read(db, Some(row)).await?.filter(|(owner, _)| of.is_none_or(|of| of == *owner)));
    }
    Ok(found)
}

/// What nobody has taken, with how often somebody was reminded of it.
pub async fn waiting(db: &mut Connection) -> Result<Vec<(Owned, i64)>, Error> {
    let select = "select id, channel, chat, follow_up, language, state, holder, state_since, nudged from hand_overs
        where state = 'waiting' and nudged < 2 order by state_since";
    let rows = sqlx::query(select).fetch_all(&mut *db).await?;
    let mut found = Vec::new();
    for row in rows {
        let nudged = row.try_get("nudged")?;
        found.extend(read(db, Some(row)).await?.map(|owned| (owned, nudged)));
    }
    Ok(found)
}

/// A matter whose call this version cannot read is left alone, as the call is: without its call it would be taken for
/// a conversation, in which the bot is silent.
async fn read(db: &mut Connection, row: Option<SqliteRow>) -> Result<Option<Owned>, Error> {
    let Some(row) = row else { return Ok(None) };
    let owner = channel(row.try_get("channel")?).address(row.try_get("chat")?);
    let call = match row.try_get::<Option<i64>, _>("follow_up")? {
        Some(id) => match follow_ups::load(db, FollowUpId(id)).await? {
            Some((_, call)) => Some(call),
            None => return Ok(None),
        },
        None => None,
    };
    let matter = HandOver {
        id: HandOverId(row.try_get("id")?),
        call,
        language: row.try_get::<&str, _>("language")?.parse().unwrap_or(Language::En),
        state: HandOverState::of_code(row.try_get("state")?).unwrap_or(HandOverState::Closed),
        holder: row.try_get::<Option<i64>, _>("holder")?.map(StaffId),
        since: at(row.try_get("state_since")?),
    };
    Ok(Some((owner, matter)))
}

/// Writes a matter down as it is now, and into the log who made it so (`None`: its person, or a worker).
pub async fn put(
    db: &mut Connection,
    person: Address,
    matter: &HandOver,
    by: Option<StaffId>,
    now: i64,
) -> Result<(), Error> {
    let (channel, chat) = columns(person);
    let upsert = "insert into hand_overs (id, channel, chat, follow_up, language, state, holder, state_since)
        values ($1, $2, $3, $4, $5, $6, $7, $8)
        on conflict (id) do update set state = excluded.state, holder = excluded.holder,
            state_since = excluded.state_since, nudged = 0";
    sqlx::query(upsert)
        .bind(matter.id.0)
        .bind(channel)
        .bind(chat)
        .bind(matter.call_id().map(|id| id.0))
        .bind(matter.language.code())
        .bind(matter.state.code())
        .bind(matter.holder.map(|staff| staff.0))
        .bind(now)
        .execute(&mut *db)
        .await?;
    log(db, matter.id, by, matter.state.code(), now).await
}

async fn log(db: &mut Connection, matter: HandOverId, by: Option<StaffId>, what: &str, now: i64) -> Result<(), Error> {
    let insert = "insert into hand_over_log (hand_over, at, staff, what) values ($1, $2, $3, $4)";
    sqlx::query(insert).bind(matter.0).bind(now).bind(by.map(|staff| staff.0)).bind(what).execute(db).await?;
    Ok(())
}

/// Notes that somebody was reminded of it once more.
pub async fn nudge(db: &mut Connection, matter: HandOverId, now: i64) -> Result<(), Error> {
    let update = "update hand_overs set nudged = nudged + 1 where id = $1";
    sqlx::query(update).bind(matter.0).execute(&mut *db).await?;
    log(db, matter, None, "nudged", now).await
}

/// Forgets whose matter it was, with everything about it but the log, which names no person.
pub async fn forget(db: &mut Connection, matter: HandOverId, now: i64) -> Result<(), Error> {
    desk_messages::forget(db, matter.0).await?;
    for delete in ["delete from deliveries where hand_over = $1", "delete from hand_overs where id = $1"] {
        sqlx::query(delete).bind(matter.0).execute(&mut *db).await?;
    }
    log(db, matter, None, "forgotten", now).await
}

/// The matters of a person, closed ones and those that cannot be read too.
pub async fn all(db: &mut Connection, person: Address) -> Result<Vec<HandOverId>, Error> {
    let (channel, chat) = columns(person);
    let select = "select id from hand_overs where channel = $1 and chat = $2";
    let ids: Vec<i64> = sqlx::query_scalar(select).bind(channel).bind(chat).fetch_all(db).await?;
    Ok(ids.into_iter().map(HandOverId).collect())
}

/// Deletes what was closed before that time, and of the log what is older than the other.
pub async fn prune(db: &mut Connection, closed_before: i64, logged_before: i64) -> Result<(), Error> {
    let matters = "delete from hand_overs where state = 'closed' and state_since < $1";
    sqlx::query(matters).bind(closed_before).execute(&mut *db).await?;
    sqlx::query("delete from hand_over_log where at < $1").bind(logged_before).execute(db).await?;
    Ok(())
}

/// Forgets what nobody closed and whose call or conversation is forgotten.
pub async fn prune_abandoned(db: &mut Connection, now: i64) -> Result<(), Error> {
    let select = "select id from hand_overs where state <> 'closed' and (
            (follow_up is not null and not exists (select 1 from follow_ups where follow_ups.id = hand_overs.follow_up))
            or not exists (select 1 from conversations
                where conversations.channel = hand_overs.channel and conversations.chat = hand_overs.chat))";
    let ids: Vec<i64> = sqlx::query_scalar(select).fetch_all(&mut *db).await?;
    for id in ids {
        forget(db, HandOverId(id), now).await?;
    }
    Ok(())
}
