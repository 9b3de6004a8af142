//! Opening a database so that what is committed stays, and refusing one that could lose it.

use std::{path::Path, time::Duration};

use sqlx::{
    Connection, PgPool, SqlitePool,
    migrate::Migrator,
    postgres::{PgConnectOptions, PgPoolOptions},
    sqlite::{SqliteConnectOptions, SqliteJournalMode, SqlitePoolOptions, SqliteSynchronous},
};

use super::{
    Db,
    file::{Lock, OpenedFile},
    reading,
    values::PREPARED,
};
use crate::{error::Error, shortcuts};

/// Older SQLite can corrupt its write-ahead log.
const OLDEST_SQLITE: [u32; 3] = [3, 51, 3];
/// How long a caller waits for a connection before it is told to come back.
const PATIENCE: Duration = Duration::from_millis(900);

/// A database that was opened.
pub struct Opened {
    /// The database, migrated.
    pub db: Db,
}

/// Whether the caller will write.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Access {
    /// The one process that writes; brings the schema up to date.
    Write,
    /// A word or two beside a running server: accounts, never ballots, which have one writer. The
    /// schema must be up to date.
    Beside,
    /// The tallies made anew: beside servers that run on PostgreSQL, but alone on SQLite, where the
    /// one that writes remembers what it wrote. The schema must be up to date.
    Rebuild,
    /// A look beside a running server; changes nothing.
    Read,
}

impl Db {
    /// Opens `sqlite:PATH` or `postgres://…`, migrated and durable.
    ///
    /// Refuses a file that another process writes, an SQLite too old to trust, a database that a
    /// newer program has migrated, and settings under which a commit would not survive power loss.
    pub async fn open(url: &str, access: Access) -> Result<Opened, Error> {
        match url.strip_prefix("sqlite:") {
            Some(path) => sqlite(Path::new(path.trim_start_matches("//")), access).await,
            None if url.starts_with("postgres://") || url.starts_with("postgresql://") => {
                postgres(url, access).await
            }
            None => Err(Error::setting("database-url", "must begin with sqlite: or postgres://")),
        }
    }
}

async fn sqlite(path: &Path, access: Access) -> Result<Opened, Error> {
    if access != Access::Write && !path.exists() {
        return Err(Error::new(format!("there is no database {}", path.display())));
    }
    // Before SQLite opens it, and let go after SQLite closed it: whoever closes a file that this
    // process has open once more takes SQLite's own locks off it.
    let lock = match access {
        Access::Write | Access::Rebuild => Some(Lock::take(path)?),
        Access::Beside | Access::Read => None,
    };
    let options = SqliteConnectOptions::new()
        .filename(path)
        .create_if_missing(access == Access::Write)
        .journal_mode(SqliteJournalMode::Wal)
        .synchronous(SqliteSynchronous::Full)
        .foreign_keys(true)
        .busy_timeout(Duration::from_secs(5))
        // What is erased is written over at once, not whenever its page is used again.
        .pragma("secure_delete", "on")
        // After a long reader the log shrinks again as soon as it begins anew.
        .pragma("journal_size_limit", "16777216")
        // A statement's rows wait for nobody to fetch them one by one.
        .row_buffer_size(1024)
        .statement_cache_capacity(PREPARED);
    let pool = |size| SqlitePoolOptions::new().max_connections(size).acquire_timeout(PATIENCE);
    let write = pool(1)
        // SQLite ends a transaction by itself when the disk is full; the connection is then one
        // that believes it is still within, and no other transaction would ever begin on it.
        .before_acquire(|connection, _| Box::pin(async { Ok(!connection.is_in_transaction()) }))
        .connect_with(options.clone())
        .await?;
    check_sqlite(&write).await?;
    let steps = sqlx::migrate!("../migrations/sqlite");
    if access == Access::Write {
        steps.run(&write).await.map_err(migration)?;
    }
    let read = pool(4).connect_with(options.pragma("query_only", "on")).await?;
    let db = Db::Sqlite { read, write, file: OpenedFile::of(path, lock)? };
    up_to_date(&db, &steps, access).await?;
    Ok(Opened { db })
}

async fn check_sqlite(pool: &SqlitePool) -> Result<(), Error> {
    let version: String = sqlx::query_scalar("select sqlite_version()").fetch_one(pool).await?;
    if !is_new_enough(&version) {
        return Err(Error::new(format!(
            "SQLite {version} can corrupt its log; 3.51.3 is the oldest to trust"
        )));
    }
    let journal: String = sqlx::query_scalar("pragma journal_mode").fetch_one(pool).await?;
    let synchronous: i64 = sqlx::query_scalar("pragma synchronous").fetch_one(pool).await?;
    if journal != "wal" || synchronous < 2 {
        return Err(Error::new(format!(
            "not durable: journal_mode is {journal} and synchronous {synchronous}, must be wal and 2"
        )));
    }
    Ok(())
}

fn is_new_enough(version: &str) -> bool {
    let parts: Vec<u32> = version.split('.').filter_map(|part| part.parse().ok()).collect();
    parts.as_slice() >= OLDEST_SQLITE.as_slice()
}

async fn postgres(url: &str, access: Access) -> Result<Opened, Error> {
    // Nobody waits longer for another's lock: the group is told to come back.
    let options = url.parse::<PgConnectOptions>()?.options([("lock_timeout", "5s")]);
    let options = options.statement_cache_capacity(PREPARED);
    let pool = PgPoolOptions::new().max_connections(10).acquire_timeout(PATIENCE);
    let pool = pool.connect_with(options).await?;
    check_postgres(&pool).await?;
    let steps = sqlx::migrate!("../migrations/postgres");
    if access == Access::Write {
        steps.run(&pool).await.map_err(migration)?;
    }
    let db = Db::Postgres(pool);
    up_to_date(&db, &steps, access).await?;
    Ok(Opened { db })
}

/// Whoever writes a word beside a server does not migrate, so the schema must be this program's.
async fn up_to_date(db: &Db, steps: &Migrator, access: Access) -> Result<(), Error> {
    let newest = steps.iter().map(|step| step.version).max();
    let must_be = matches!(access, Access::Beside | Access::Rebuild);
    if must_be && Some(db.schema_version().await?) != newest {
        return Err(Error::new("the schema is not up to date: `hailong serve` sees to it"));
    }
    Ok(())
}

async fn check_postgres(pool: &PgPool) -> Result<(), Error> {
    if shortcuts::enabled() {
        return Ok(());
    }
    for setting in ["fsync", "synchronous_commit"] {
        let value: String =
            sqlx::query_scalar("select current_setting($1)").bind(setting).fetch_one(pool).await?;
        if value == "off" {
            return Err(Error::new(format!("not durable: PostgreSQL runs with {setting} = off")));
        }
    }
    Ok(())
}

fn migration(error: sqlx::migrate::MigrateError) -> Error {
    match error {
        sqlx::migrate::MigrateError::VersionMissing(version) => Error::new(format!(
            "the database was migrated to step {version} by a newer program: use that one"
        )),
        other => Error::new(format!("the schema could not be brought up to date: {other}")),
    }
}

impl Db {
    /// The newest migration that has run, for `readyz`.
    pub async fn schema_version(&self) -> Result<i64, sqlx::Error> {
        reading!(self, pool => {
            sqlx::query_scalar("select cast(coalesce(max(version), 0) as bigint) from _sqlx_migrations")
                .fetch_one(pool).await
        })
    }
}

#[cfg(test)]
mod tests {
    use super::is_new_enough;

    #[test]
    fn an_sqlite_that_can_corrupt_its_log_is_too_old() {
        assert!(!is_new_enough("3.51.2") && !is_new_enough("3.9.9") && !is_new_enough(""));
        assert!(is_new_enough("3.51.3") && is_new_enough("3.52.0") && is_new_enough("4.0.0"));
    }
}
