//! A copy of the database as it is in one moment, made while others write to it.
//!
//! The copy is written beside its place, checked, put on the disk, and only then gets its name: a file of
//! that name is a whole backup. Nothing is overwritten. The database is only read: it is neither made nor
//! brought up to date.

use std::ffi::OsString;
use std::fs::{File, OpenOptions};
use std::io;
use std::os::unix::fs::OpenOptionsExt;
use std::path::{Path, PathBuf};

use sqlx::SqlitePool;

use super::options;

/// Why there is no backup.
#[derive(Debug, thiserror::Error)]
pub enum BackupError {
    #[error("DATABASE_URL names no SQLite database; write it as sqlite:///folder/popas.db")]
    NoAddress,
    #[error("the database cannot be read ({0}); DATABASE_URL must name the file that `popas run` uses")]
    Unreadable(sqlx::Error),
    #[error("{} is there already, and a backup overwrites nothing: give it another name", .0.display())]
    Taken(PathBuf),
    #[error("{} is left of a backup that did not end, or one runs now: delete it if none does", .0.display())]
    Unfinished(PathBuf),
    #[error("{} cannot be written ({why}); its folder must exist and be writable", file.display())]
    Unwritable { file: PathBuf, why: io::Error },
    #[error("the copy could not be made ({0}); is the disk full? nothing is left of it")]
    Interrupted(sqlx::Error),
    #[error("the copy is damaged ({0}), and so is the database: restore an older backup")]
    Damaged(String),
}

/// Writes all that is committed in the database into a new file; says how many bytes it has.
pub async fn write(url: &str, file: &Path) -> Result<u64, BackupError> {
    let source = options(url).ok_or(BackupError::NoAddress)?.read_only(true);
    let source = SqlitePool::connect_with(source).await.map_err(BackupError::Unreadable)?;
    if file.exists() {
        return Err(BackupError::Taken(file.into()));
    }
    let part = reserve(file)?;
    let written = copy(&source, &part).await.and_then(|()| keep(&part, file));
    source.close().await;
    if written.is_err() {
        // What is left of it would be taken for a backup that runs.
        let _ = std::fs::remove_file(&part);
    }
    written
}

/// The file in which the copy grows: new, and for nobody else to read, as it is about people.
fn reserve(file: &Path) -> Result<PathBuf, BackupError> {
    let mut name = file.file_name().map(OsString::from).unwrap_or_default();
    name.push(".part");
    let part = file.with_file_name(name);
    match OpenOptions::new().write(true).create_new(true).mode(0o600).open(&part) {
        Ok(_) => Ok(part),
        Err(error) if error.kind() == io::ErrorKind::AlreadyExists => Err(BackupError::Unfinished(part)),
        Err(why) => Err(BackupError::Unwritable { file: file.into(), why }),
    }
}

/// `vacuum into` reads one snapshot, whatever is written meanwhile; it takes an empty file as a new one.
async fn copy(source: &SqlitePool, part: &Path) -> Result<(), BackupError> {
    let interrupted = BackupError::Interrupted;
    let path = part.to_string_lossy();
    sqlx::query("vacuum into $1").bind(path.as_ref()).execute(source).await.map_err(interrupted)?;
    let copied = options("sqlite:").ok_or(BackupError::NoAddress)?.filename(part).read_only(true);
    let copied = SqlitePool::connect_with(copied).await.map_err(interrupted)?;
    let found: String = sqlx::query_scalar("pragma integrity_check").fetch_one(&copied).await.map_err(interrupted)?;
    copied.close().await;
    if found == "ok" { Ok(()) } else { Err(BackupError::Damaged(found)) }
}

/// On the disk first, then its name.
fn keep(part: &Path, file: &Path) -> Result<u64, BackupError> {
    let unwritable = |why| BackupError::Unwritable { file: file.into(), why };
    let copy = File::open(part).map_err(unwritable)?;
    copy.sync_all().map_err(unwritable)?;
    let bytes = copy.metadata().map_err(unwritable)?.len();
    std::fs::rename(part, file).map_err(unwritable)?;
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    File::open(folder).and_then(|folder| folder.sync_all()).map_err(unwritable)?;
    Ok(bytes)
}
