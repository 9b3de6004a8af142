//! The database: SQLite inside by default, PostgreSQL by address. All SQL lives in this folder.

pub mod accounts;
pub mod activations;
pub mod ahead;
pub mod api_keys;
pub mod attempts;
pub mod ballots;
pub mod books;
pub mod calendar;
pub mod campaigns;
pub mod changes;
pub mod comments;
pub mod confirmations;
pub mod consents;
mod corrections;
pub mod counting;
pub mod difficulties;
pub mod erasures;
pub mod feedback;
pub mod file;
pub mod index;
pub mod instruments;
pub mod invitees;
pub mod leases;
mod lineage;
pub mod moments;
pub mod open;
pub mod openid;
pub mod outbox;
pub mod outlook;
pub mod procedures;
pub mod publications;
pub mod rebuild;
pub mod record;
pub mod recount;
pub mod recovery_codes;
pub mod retention;
mod revisions;
pub mod scan;
pub mod sealed;
pub mod service_points;
pub mod sessions;
pub mod settings;
mod stored;
pub mod tallies;
pub mod targets;
pub mod templates;
mod units;
mod values;
pub mod views;
pub mod webhooks;
pub mod withdrawals;

use std::time::Duration;

use sqlx::{PgPool, Postgres, Sqlite, SqlitePool, Transaction};

/// How often folding the log is tried.
const FOLDS: usize = 20;
/// How long ballots have their turn between two tries.
const BETWEEN_FOLDS: Duration = Duration::from_millis(500);

/// One database, behind one set of statements.
#[derive(Clone)]
pub enum Db {
    /// A file of our own: many readers, one writer.
    Sqlite {
        /// Connections that only read.
        read: SqlitePool,
        /// The one connection that writes.
        write: SqlitePool,
        /// The file that was opened.
        file: file::OpenedFile,
    },
    /// A PostgreSQL database, shared by any number of servers.
    Postgres(PgPool),
}

/// A transaction.
pub enum Tx {
    /// In SQLite; one that writes is begun with the write lock.
    Sqlite(Transaction<'static, Sqlite>),
    /// In PostgreSQL.
    Postgres(Transaction<'static, Postgres>),
}

/// Runs one body on the pool that reads, whichever the engine.
macro_rules! reading {
    ($db:expr, $pool:ident => $body:expr) => {
        match $db {
            $crate::store::Db::Sqlite { read: $pool, .. } => $body,
            $crate::store::Db::Postgres($pool) => $body,
        }
    };
}

/// Runs one body on the connection of a transaction, whichever the engine.
macro_rules! within {
    ($tx:expr, $conn:ident => $body:expr) => {
        match $tx {
            $crate::store::Tx::Sqlite(tx) => {
                let $conn = &mut **tx;
                $body
            }
            $crate::store::Tx::Postgres(tx) => {
                let $conn = &mut **tx;
                $body
            }
        }
    };
}

pub(crate) use {reading, within};

impl Db {
    /// Begins a transaction that will write.
    pub async fn begin(&self) -> Result<Tx, sqlx::Error> {
        match self {
            Self::Sqlite { write, file, .. } => {
                file.check()?;
                write.begin_with("begin immediate").await.map(Tx::Sqlite)
            }
            Self::Postgres(pool) => pool.begin().await.map(Tx::Postgres),
        }
    }

    /// Begins a transaction that reads one state of the database, whatever is written meanwhile.
    pub async fn snapshot(&self) -> Result<Tx, sqlx::Error> {
        match self {
            Self::Sqlite { read, .. } => read.begin().await.map(Tx::Sqlite),
            Self::Postgres(pool) => {
                let begin = "begin isolation level repeatable read read only";
                pool.begin_with(begin).await.map(Tx::Postgres)
            }
        }
    }

    /// Whether what is written now would be found after a restart, and the database answers.
    pub async fn ping(&self) -> Result<(), sqlx::Error> {
        if let Self::Sqlite { file, .. } = self {
            file.check()?;
        }
        reading!(self, pool => sqlx::query("select 1").execute(pool).await.map(|_| ()))
    }

    /// Folds SQLite's log into its file and empties it: what was erased is then in neither. Where a
    /// reader is in the way for long, the next time does it; ballots do not wait for that reader.
    pub async fn fold_log(&self) -> Result<(), sqlx::Error> {
        let Self::Sqlite { write, .. } = self else { return Ok(()) };
        for _ in 0..FOLDS {
            let mut connection = write.acquire().await?;
            sqlx::query("pragma busy_timeout = 100").execute(&mut *connection).await?;
            let folded: Result<(i64, i64, i64), _> =
                sqlx::query_as("pragma wal_checkpoint(truncate)").fetch_one(&mut *connection).await;
            sqlx::query("pragma busy_timeout = 5000").execute(&mut *connection).await?;
            drop(connection);
            let (is_busy, ..) = folded?;
            if is_busy == 0 {
                return Ok(());
            }
            tokio::time::sleep(BETWEEN_FOLDS).await;
        }
        tracing::warn!("somebody reads the database for long: its log was not emptied today");
        Ok(())
    }

    /// The bytes of SQLite's log; nothing in PostgreSQL, which sees to its own.
    pub fn log_bytes(&self) -> Option<u64> {
        match self {
            Self::Sqlite { file, .. } => Some(file.log_bytes()),
            Self::Postgres(_) => None,
        }
    }

    /// Closes every connection, so that SQLite's log is folded into its file.
    pub async fn close(&self) {
        match self {
            Self::Sqlite { read, write, .. } => {
                read.close().await;
                write.close().await;
            }
            Self::Postgres(pool) => pool.close().await,
        }
    }
}

impl Tx {
    /// Commits; only then may anyone be told.
    pub async fn commit(self) -> Result<(), sqlx::Error> {
        match self {
            Self::Sqlite(tx) => tx.commit().await,
            Self::Postgres(tx) => tx.commit().await,
        }
    }
}

#[cfg(test)]
pub(crate) mod tests;
