//! The SQLite file: one process writes it, whatever names it has, and it must stay where it is.

use std::{
    fs::{self, File, OpenOptions, TryLockError},
    io,
    os::unix::fs::{MetadataExt, OpenOptionsExt},
    path::Path,
    sync::Arc,
};

use crate::error::Error;

/// The database's file as it was opened: a file that was moved away or deleted still takes writes,
/// and loses them at the next start.
#[derive(Clone, Debug)]
pub struct OpenedFile {
    path: Arc<Path>,
    place: (u64, u64),
    /// Held as long as anybody can write through this.
    _lock: Option<Lock>,
}

impl OpenedFile {
    /// The file that was opened under a path, with its lock if that was taken.
    pub(super) fn of(path: &Path, lock: Option<Lock>) -> Result<Self, Error> {
        let file = Self { path: path.into(), place: place(&fs::metadata(path)?), _lock: lock };
        match &file._lock {
            Some(lock) if place(&lock.0.metadata()?) != file.place => Err(Error::new(format!(
                "{} was replaced while it was opened: start again",
                path.display()
            ))),
            _ => Ok(file),
        }
    }

    /// Whether the path still leads to the file.
    pub fn check(&self) -> Result<(), sqlx::Error> {
        match fs::metadata(&self.path) {
            Ok(found) if place(&found) == self.place => Ok(()),
            Ok(_) => {
                Err(sqlx::Error::Io(io::Error::other("the database file was replaced: restart")))
            }
            Err(error) => Err(sqlx::Error::Io(error)),
        }
    }
}

impl OpenedFile {
    /// The bytes of the write-ahead log beside it. SQLite begins at the start of the log again once
    /// all of it is in the file and nobody reads an older state.
    pub(super) fn log_bytes(&self) -> u64 {
        let path = fs::canonicalize(&self.path).unwrap_or_else(|_| self.path.to_path_buf());
        let mut name = path.into_os_string();
        name.push("-wal");
        fs::metadata(name).map_or(0, |found| found.len())
    }
}

fn place(found: &fs::Metadata) -> (u64, u64) {
    (found.dev(), found.ino())
}

/// The lock on the file itself, so that neither another name nor a deleted file beside it lets a
/// second process in. The system lets it go when the process ends, however it ends.
///
/// It is one of whole files (`flock`): SQLite's own are of ranges, and neither sees the other.
#[derive(Clone, Debug)]
pub(super) struct Lock(Arc<File>);

impl Lock {
    /// Takes it, and makes the file where there is none.
    pub(super) fn take(path: &Path) -> Result<Self, Error> {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder)?;
        }
        let mut options = OpenOptions::new();
        let file = options.read(true).write(true).create(true).truncate(false).mode(0o644);
        let file = file.open(path)?;
        match file.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Err(Error::new(format!(
                    "another process writes {}: stop it first, or use PostgreSQL for several servers",
                    path.display()
                )));
            }
            Err(TryLockError::Error(error)) => return Err(error.into()),
        }
        if file.metadata()?.nlink() > 1 {
            tracing::warn!(
                "{} has another name (a hard link): never open it by that, for SQLite keeps its \
                 log beside the name it was opened by",
                path.display()
            );
        }
        Ok(Self(Arc::new(file)))
    }
}
