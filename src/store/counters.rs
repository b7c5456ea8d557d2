//! Numbers that are given once: a reply names a promise before it is written.

use sqlx::Row;

use super::{Connection, Error};
use crate::dialogue::Numbers;

const FOLLOW_UP: &str = "follow-up";
const HAND_OVER: &str = "hand-over";

/// The numbers to give next.
pub async fn next(db: &mut Connection) -> Result<Numbers, Error> {
    let mut numbers = Numbers::default();
    for row in sqlx::query("select name, last from counters").fetch_all(db).await? {
        let next = row.try_get::<i64, _>("last")? + 1;
        match row.try_get::<&str, _>("name")? {
            FOLLOW_UP => numbers.follow_up = next,
            HAND_OVER => numbers.hand_over = next,
            _ => {}
        }
    }
    Ok(numbers)
}

/// Notes that this number of a promise is given.
pub async fn give_follow_up(db: &mut Connection, number: i64) -> Result<(), Error> {
    give(db, FOLLOW_UP, number).await
}

/// Notes that this number of a matter is given.
pub async fn give_hand_over(db: &mut Connection, number: i64) -> Result<(), Error> {
    give(db, HAND_OVER, number).await
}

async fn give(db: &mut Connection, name: &str, number: i64) -> Result<(), Error> {
    let update = "update counters set last = $1 where name = $2 and last < $1";
    sqlx::query(update).bind(number).bind(name).execute(db).await?;
    Ok(())
}
