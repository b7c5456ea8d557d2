//! How often links were opened: by link, language and day, without persons.

use chrono::NaiveDate;
use sqlx::Row;

use super::{Connection, Error};
use crate::language::Language;
use crate::links::Opened;

/// Counts one opening.
pub async fn count(db: &mut Connection, link: &str, language: Language, day: NaiveDate) -> Result<(), Error> {
    let upsert = "insert into link_openings (day, link, language, times) values ($1, $2, $3, 1)
        on conflict (day, link, language) do update set times = link_openings.times + 1";
    sqlx::query(upsert).bind(day.to_string()).bind(link).bind(language.code()).execute(db).await?;
    Ok(())
}

/// The openings from one day to another, both included; the most opened first.
pub async fn between(db: &mut Connection, first: NaiveDate, last: NaiveDate) -> Result<Vec<Opened>, Error> {
    let select = "select link, language, cast(sum(times) as integer) as times from link_openings
        where day between $1 and $2 group by link, language order by times desc, link, language";
    let rows = sqlx::query(select).bind(first.to_string()).bind(last.to_string()).fetch_all(db).await?;
    let opened = |row: &sqlx::sqlite::SqliteRow| {
        Ok(Opened { link: row.try_get("link")?, language: row.try_get("language")?, times: row.try_get("times")? })
    };
    rows.iter().map(opened).collect()
}

/// Deletes what was counted before that day.
pub async fn prune(db: &mut Connection, before: NaiveDate) -> Result<(), Error> {
    sqlx::query("delete from link_openings where day < $1").bind(before.to_string()).execute(db).await?;
    Ok(())
}
