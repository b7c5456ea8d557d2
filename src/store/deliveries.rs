//! What is promised and not sent yet: the outbox.
//!
//! A delivery is written in the transaction of its decision, leased to be sent, and deleted once it is
//! sent. Of each chat only the earliest that waits may be leased, so that replies keep their order and
//! a chat in trouble holds up nobody else. A lease that ran out is taken again: what was sent just before
//! a crash is sent twice at worst, and nothing is lost.

use chrono::NaiveDate;
use sqlx::Row;
use sqlx::sqlite::SqliteRow;

use super::{Channel, Connection, Error, Store, columns, json};
use crate::dialogue::phrase::Phrase;
use crate::dialogue::reply::{Part, Reply};
use crate::language::Language;
use crate::message::Address;

/// A reply on its way.
#[derive(Clone, Debug, PartialEq)]
pub struct Delivery {
    pub id: i64,
    pub to: Address,
    pub reply: Reply,
    pub language: Language,
    /// The day it was decided on: its figures are those of that day.
    pub day: NaiveDate,
    /// How often sending was tried, this time included.
    pub attempts: i64,
    /// How many messages of a split reply are sent already.
    pub parts_sent: usize,
    /// How often the person wrote while it waited.
    pub heard_since: i64,
    /// The matter that it tells the call centre about.
    pub hand_over: Option<i64>,
}

/// What became of a leased delivery.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Settled {
    id: i64,
    to: Address,
    heard_since: i64,
    outcome: Outcome,
}

impl Delivery {
    pub fn settled(&self, outcome: Outcome) -> Settled {
        Settled { id: self.id, to: self.to, heard_since: self.heard_since, outcome }
    }
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Outcome {
    Sent,
    /// Another try, not before that time.
    Postponed {
        until: i64,
    },
    /// The person blocked us: all that waits for her goes out when she writes again.
    Blocked,
    /// The group has another number: all that waits for it goes there.
    Moved {
        to: i64,
    },
    /// There is nobody there any more: all that waits for that chat is given up.
    Gone(&'static str),
    /// This one cannot be sent.
    Refused(&'static str),
}

/// A reply to be sent.
#[derive(Clone, Copy, Debug)]
pub struct New<'a> {
    pub reply: &'a Reply,
    pub language: Language,
    pub day: NaiveDate,
    /// The matter that it tells the call centre about: the numbers that its messages get are noted in `desk_messages`.
    pub about: Option<i64>,
}

/// Writes a reply into the outbox.
pub async fn add(db: &mut Connection, to: Address, new: &New<'_>, now: i64) -> Result<(), Error> {
    let (channel, chat) = columns(to);
    let insert = "insert into deliveries (channel, chat, reply, language, day, state_since, due_at, hand_over)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";
    sqlx::query(insert)
        .bind(channel)
        .bind(chat)
        .bind(json(new.reply))
        .bind(new.language.code())
        .bind(new.day.to_string())
        .bind(now)
        .bind(now)
        .bind(new.about)
        .execute(db)
        .await?;
    Ok(())
}

/// Leases at most `room` deliveries that are due: of each chat the earliest that waits.
pub async fn lease(store: &Store, channel: Channel, now: i64, until: i64, room: usize) -> Result<Vec<Delivery>, Error> {
    // `+ 0` keeps the index of due times out of this: it would sort all that is due, for a few of them.
    let update = "update deliveries set leased_until = $1, attempts = attempts + 1
        where id in (
            select head.id from deliveries as head
            where head.channel = $2 and head.state = 'waiting' and head.due_at + 0 <= $3 and head.leased_until <= $3
                and not exists (
                    select 1 from deliveries as earlier
                    where earlier.channel = head.channel and earlier.chat = head.chat
                        and earlier.state = 'waiting' and earlier.id < head.id)
            order by head.id limit $4)
        returning id, chat, reply, language, day, attempts, parts_sent, heard_since, hand_over";
    let room = i64::try_from(room).unwrap_or(i64::MAX);
    let query = sqlx::query(update).bind(until).bind(channel.name()).bind(now).bind(room);
    let rows = query.fetch_all(&store.pool).await?;
    rows.iter().map(|row| delivery(channel, row)).collect()
}

/// Notes that a lease was no try: the delivery is still in the hands of an earlier one.
pub async fn not_tried(store: &Store, id: i64) -> Result<(), Error> {
    let update = "update deliveries set attempts = attempts - 1 where id = $1 and attempts > 0";
    sqlx::query(update).bind(id).execute(&store.pool).await?;
    Ok(())
}

fn delivery(channel: Channel, row: &SqliteRow) -> Result<Delivery, Error> {
    let parts_sent: i64 = row.try_get("parts_sent")?;
    Ok(Delivery {
        id: row.try_get("id")?,
        to: channel.address(row.try_get("chat")?),
        reply: serde_json::from_str(row.try_get("reply")?).unwrap_or_else(|_| apology()),
        language: row.try_get::<&str, _>("language")?.parse().unwrap_or(Language::En),
        day: row.try_get::<&str, _>("day")?.parse().unwrap_or_default(),
        attempts: row.try_get("attempts")?,
        parts_sent: usize::try_from(parts_sent).unwrap_or_default(),
        heard_since: row.try_get("heard_since")?,
        hand_over: row.try_get("hand_over")?,
    })
}

/// What a person reads when her message, or the reply to it, cannot be worked with.
pub fn apology() -> Reply {
    Reply { parts: vec![Part::Say(Phrase::WentWrong)], choices: vec![] }
}

/// Notes that so many messages of a split reply are sent: another try goes on after them.
pub async fn note_parts(store: &Store, id: i64, parts_sent: usize) -> Result<(), Error> {
    let parts_sent = i64::try_from(parts_sent).unwrap_or(i64::MAX);
    let update = "update deliveries set parts_sent = $1 where id = $2";
    sqlx::query(update).bind(parts_sent).bind(id).execute(&store.pool).await?;
    Ok(())
}

/// Writes down what became of leased deliveries, all in one commit.
pub async fn settle(store: &Store, settled: &[Settled], now: i64) -> Result<(), Error> {
    let mut tx = store.begin().await?;
    for it in settled {
        match it.outcome {
            Outcome::Sent => delete(&mut tx, it.id).await?,
            Outcome::Postponed { until } => postpone(&mut tx, it.id, until).await?,
            Outcome::Moved { to } => readdress(&mut tx, it.to, to).await?,
            Outcome::Blocked => move_all(&mut tx, it, "parked", None, now).await?,
            Outcome::Gone(reason) => move_all(&mut tx, it, "given-up", Some(reason), now).await?,
            Outcome::Refused(reason) => give_up(&mut tx, it.id, reason, now).await?,
        }
    }
    tx.commit().await
}

async fn delete(db: &mut Connection, id: i64) -> Result<(), Error> {
    sqlx::query("delete from deliveries where id = $1").bind(id).execute(db).await?;
    Ok(())
}

async fn postpone(db: &mut Connection, id: i64, until: i64) -> Result<(), Error> {
    let update = "update deliveries set due_at = $1, leased_until = 0 where id = $2";
    sqlx::query(update).bind(until).bind(id).execute(db).await?;
    Ok(())
}

async fn readdress(db: &mut Connection, from: Address, to: i64) -> Result<(), Error> {
    let (channel, chat) = columns(from);
    let update = "update deliveries set chat = $1, leased_until = 0
        where channel = $2 and chat = $3 and state in ('waiting', 'parked')";
    sqlx::query(update).bind(to).bind(channel).bind(chat).execute(db).await?;
    Ok(())
}

async fn give_up(db: &mut Connection, id: i64, reason: &str, now: i64) -> Result<(), Error> {
    let update = "update deliveries set state = 'given-up', reason = $1, state_since = $2, leased_until = 0
        where id = $3";
    sqlx::query(update).bind(reason).bind(now).bind(id).execute(db).await?;
    Ok(())
}

/// Moves all that waits for a chat into another state; unless the person wrote since the delivery was
/// leased: then she is there, and it is tried again.
async fn move_all(
    db: &mut Connection,
    tried: &Settled,
    state: &str,
    reason: Option<&str>,
    now: i64,
) -> Result<(), Error> {
    let (channel, chat) = columns(tried.to);
    let update = "update deliveries set state = $1, reason = $2, state_since = $3, leased_until = 0
        where channel = $4 and chat = $5 and state = 'waiting'
            and exists (select 1 from deliveries as tried where tried.id = $6 and tried.heard_since = $7)";
    let query = sqlx::query(update).bind(state).bind(reason).bind(now).bind(channel).bind(chat);
    let moved = query.bind(tried.id).bind(tried.heard_since).execute(&mut *db).await?.rows_affected();
    if moved == 0 { postpone(db, tried.id, now).await } else { Ok(()) }
}

/// Notes that somebody wrote there: all that was parked for that chat goes out.
pub async fn unpark(db: &mut Connection, to: Address, now: i64) -> Result<(), Error> {
    let (channel, chat) = columns(to);
    let update = "update deliveries set heard_since = heard_since + 1, state = 'waiting', state_since = $1,
            due_at = case when state = 'parked' then $2 else due_at end
        where channel = $3 and chat = $4 and state in ('waiting', 'parked')";
    sqlx::query(update).bind(now).bind(now).bind(channel).bind(chat).execute(db).await?;
    Ok(())
}

/// When the next delivery that waits for its time is due.
pub async fn next_due(store: &Store, channel: Channel, now: i64) -> Result<Option<i64>, Error> {
    let select = "select min(due_at) from deliveries where channel = $1 and state = 'waiting' and due_at > $2";
    sqlx::query_scalar(select).bind(channel.name()).bind(now).fetch_one(&store.pool).await
}

/// Gives all leases back: for the start, when whoever held them is dead, and for the end.
pub async fn release(store: &Store, channel: Channel) -> Result<(), Error> {
    let update = "update deliveries set leased_until = 0 where channel = $1 and leased_until > 0";
    sqlx::query(update).bind(channel.name()).execute(&store.pool).await?;
    Ok(())
}

/// Deletes all that is kept for that address.
pub async fn forget(db: &mut Connection, to: Address) -> Result<(), Error> {
    let (channel, chat) = columns(to);
    let delete = "delete from deliveries where channel = $1 and chat = $2";
    sqlx::query(delete).bind(channel).bind(chat).execute(db).await?;
    Ok(())
}

/// Deletes what was parked or given up before that time.
pub async fn prune(db: &mut Connection, before: i64) -> Result<u64, Error> {
    let delete = "delete from deliveries where state in ('parked', 'given-up') and state_since < $1";
    Ok(sqlx::query(delete).bind(before).execute(db).await?.rows_affected())
}
