//! What outlives a restart: conversations, the numbers of what was heard, deliveries, what the call
//! centre's messages are about, how often links were opened.
//!
//! This room alone knows SQL; one file a table. Statements keep to what SQLite and PostgreSQL both
//! understand; only [`Store::open`] and [`Connection`] name the engine. Times are unix seconds, given
//! by the caller. JSON that this version cannot read becomes “nothing known”, never an error: a newer
//! or older version may have written it.

pub mod backup;
pub mod conversations;
pub mod counters;
pub mod deliveries;
pub mod desk_messages;
pub mod follow_ups;
pub mod hand_overs;
pub mod heard;
pub mod link_drafts;
pub mod openings;
pub mod prepared_links;
pub mod watches;

use std::fs::OpenOptions;
use std::os::unix::fs::OpenOptionsExt;
use std::path::Path;
use std::str::FromStr;
use std::time::Duration;

use chrono::{DateTime, Utc};
use sqlx::error::ErrorKind;
use sqlx::migrate::{MigrateError, Migrator};
use sqlx::sqlite::{SqliteConnectOptions, SqliteConnection, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous};
use sqlx::{Connection as _, Sqlite, SqlitePool};

use crate::message::Address;

/// Why a statement failed; callers tell it on, they do not look inside.
pub type Error = sqlx::Error;
/// Whether a rule of the tables is broken: another try would break it again.
pub fn is_violation(error: &Error) -> bool {
    error.as_database_error().is_some_and(|error| !matches!(error.kind(), ErrorKind::Other))
}
/// A connection of the engine in use.
pub type Connection = SqliteConnection;
/// What is committed together.
pub type Transaction = sqlx::Transaction<'static, Sqlite>;

static MIGRATIONS: Migrator = sqlx::migrate!("migrations/sqlite");

/// The database.
///
/// One connection for all: SQLite has one writer at a time, and its own waiting is not fair (writers
/// starve for seconds); the pool's queue is.
#[derive(Clone, Debug)]
pub struct Store {
    pool: SqlitePool,
}

/// Why the database cannot be used. The address is not shown: it may hold a password.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    #[error("DATABASE_URL names no SQLite database; write it as sqlite:///folder/popas.db")]
    NoAddress,
    #[error(
        "the database cannot be opened for writing ({0}); DATABASE_URL must name a file in a folder that this user may write to"
    )]
    Unusable(sqlx::Error),
    #[error(
        "the database cannot be brought up to date ({0}); is its file writable, and was it written by this version of Popas or an older one?"
    )]
    Outdated(MigrateError),
}

impl Store {
    /// Opens the database, makes it when it is missing, and brings its tables up to date.
    pub async fn open(url: &str) -> Result<Store, OpenError> {
        let options =
            options(url).ok_or(OpenError::NoAddress)?.create_if_missing(true).journal_mode(SqliteJournalMode::Wal);
        if ![":memory:", "mode=memory"].iter().any(|word| url.contains(word)) {
            reserve(options.get_filename());
        }
        let pool = SqlitePoolOptions::new().max_connections(1).idle_timeout(None).max_lifetime(None);
        let pool = pool.after_release(|connection, _| Box::pin(ended_all(connection)));
        let pool = pool.connect_with(options).await.map_err(OpenError::Unusable)?;
        MIGRATIONS.run(&pool).await.map_err(OpenError::Outdated)?;
        Ok(Store { pool })
    }

    /// Begins a transaction that may write. `immediate`: one that reads first and then writes would fail
    /// with “database is locked”, at once, whenever another process wrote in between.
    pub async fn begin(&self) -> Result<Transaction, Error> {
        self.pool.begin_with("begin immediate").await
    }

    /// Closes the database; what is committed is in its file.
    pub async fn close(&self) {
        self.pool.close().await;
    }
}

/// A new database is for nobody else to read, as it is about people; what SQLite writes beside it has its mode. What
/// stands in the way of the file SQLite says itself.
fn reserve(file: &Path) {
    let _ = OpenOptions::new().write(true).create_new(true).mode(0o600).open(file);
}

/// Whether a connection that is given back is outside of any transaction; one that is not is closed, and the
/// next is a new one. When a commit fails because the disk is full or broken, SQLite itself takes everything back;
/// the client's rollback then fails, and it would hold every later `begin` for a nested one, and refuse it.
async fn ended_all(connection: &mut Connection) -> Result<bool, Error> {
    if connection.is_in_transaction() {
        // A rollback may still be on its way.
        connection.ping().await?;
    }
    Ok(!connection.is_in_transaction())
}

/// How a database is spoken to; `None` when the address names none.
fn options(url: &str) -> Option<SqliteConnectOptions> {
    let options = SqliteConnectOptions::from_str(url).ok().filter(|_| url.starts_with("sqlite:"))?;
    // Once a batch is committed it is confirmed to Telegram, which then forgets it: a commit that a
    // power cut could undo would lose a message. `Normal` may lose the last commits in WAL mode.
    let options = options.synchronous(SqliteSynchronous::Full);
    Some(options.foreign_keys(true).busy_timeout(Duration::from_secs(5)))
}

/// The two columns of an address.
fn columns(address: Address) -> (&'static str, i64) {
    match address {
        Address::Telegram(chat) => (TELEGRAM, chat),
        Address::Terminal => (TERMINAL, 0),
    }
}

const TELEGRAM: &str = "telegram";
const TERMINAL: &str = "terminal";

/// Where an address is; the numbers of what is heard count for each by itself.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    Telegram,
    Terminal,
}

impl Channel {
    fn name(self) -> &'static str {
        match self {
            Channel::Telegram => TELEGRAM,
            Channel::Terminal => TERMINAL,
        }
    }

    fn address(self, chat: i64) -> Address {
        match self {
            Channel::Telegram => Address::Telegram(chat),
            Channel::Terminal => Address::Terminal,
        }
    }
}

/// A moment as a column has it.
fn at(seconds: i64) -> DateTime<Utc> {
    DateTime::from_timestamp(seconds, 0).unwrap_or_default()
}

/// The channel of that name.
fn channel(name: &str) -> Channel {
    if name == TERMINAL { Channel::Terminal } else { Channel::Telegram }
}

/// Writes a value of ours as JSON; such values have no keys that JSON cannot write.
fn json<T: serde::Serialize>(value: &T) -> String {
    serde_json::to_string(value).unwrap_or_default()
}
