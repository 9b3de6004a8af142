//! A database of a test's own, and a look at what is kept in it.

use std::{env, fs, thread};

use sqlx::{ConnectOptions, Connection, FromRow, PgConnection, SqliteConnection};
use tempfile::TempDir;
use uuid::Uuid;

/// What a run without PostgreSQL is told.
const NO_POSTGRES: &str =
    "HAILONG_TEST_POSTGRES is not set: run `cargo xtask test`, which starts PostgreSQL";

/// Which database.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// A file in a folder of its own.
    Sqlite,
    /// A database of its own on the server that `HAILONG_TEST_POSTGRES` names.
    Postgres,
}

/// A database that goes away with its test.
pub struct Database {
    /// The address that the server is given.
    pub url: String,
    /// A folder for whatever the test writes.
    pub folder: TempDir,
    name: Option<String>,
}

/// A ballot as it is kept, with its comment. Rows are named by number, as in the table.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct Kept {
    /// The sender's id.
    pub id: Uuid,
    /// The campaign.
    pub campaign_id: i64,
    /// The service point.
    pub service_point_id: Option<i64>,
    /// The unit as it was.
    pub unit_version_id: Option<i64>,
    /// The procedure.
    pub procedure_id: Option<i64>,
    /// The channel's number.
    pub channel: i64,
    /// The sampling kind's number.
    pub sampling: i64,
    /// `YYYYMMDD`.
    pub day: i64,
    /// Packed marks.
    pub answers: Vec<u8>,
    /// Packed facets.
    pub respondent: i64,
    /// What tells a replay from another ballot.
    pub content_hash: Vec<u8>,
    /// The comment.
    pub comment: Option<String>,
}

const KEPT: &str = "select ballots.*, comments.text as comment from ballots
     left join comments on comments.ballot_id = ballots.id order by ballots.id";

impl Database {
    /// A new, empty database.
    pub async fn create(engine: Engine) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        if engine == Engine::Sqlite {
            let url = format!("sqlite:{}", folder.path().join("hailong.db").display());
            return Self { url, folder, name: None };
        }
        let server = env::var("HAILONG_TEST_POSTGRES").expect(NO_POSTGRES);
        let name = format!("hailong_test_{}", Uuid::now_v7().simple());
        execute(&server, &format!("create database {name}")).await;
        let (front, _) = server.rsplit_once('/').expect("the address ends with a database");
        Self { url: format!("{front}/{name}"), folder, name: Some(name) }
    }

    /// The same database again, for another server on it; it goes away with the first.
    pub(crate) fn again(&self) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Self { url: self.url.clone(), folder, name: None }
    }

    /// Every ballot kept, in the order of the ids.
    pub async fn kept(&self) -> Vec<Kept> {
        match self.url.strip_prefix("sqlite:") {
            Some(path) => {
                let options = sqlx::sqlite::SqliteConnectOptions::new().filename(path);
                let read_only = options.pragma("query_only", "on");
                let mut connection = read_only.connect().await.expect("the file opens");
                let kept = sqlx::query_as(KEPT).fetch_all(&mut connection).await;
                SqliteConnection::close(connection).await.expect("the file closes");
                kept.expect("the ballots can be read")
            }
            None => {
                let mut connection = PgConnection::connect(&self.url).await.expect("PostgreSQL");
                let kept = sqlx::query_as(KEPT).fetch_all(&mut connection).await;
                kept.expect("the ballots can be read")
            }
        }
    }

    /// Does something to the database behind the service's back.
    ///
    /// # Errors
    /// What the database refuses.
    pub async fn behind(&self, statements: &str) -> Result<(), sqlx::Error> {
        let done = sqlx::raw_sql(sqlx::AssertSqlSafe(statements.to_owned()));
        match self.url.strip_prefix("sqlite:") {
            Some(path) => {
                let options = sqlx::sqlite::SqliteConnectOptions::new().filename(path);
                let mut connection = options.connect().await?;
                done.execute(&mut connection).await?;
                connection.close().await
            }
            None => {
                let mut connection = PgConnection::connect(&self.url).await?;
                done.execute(&mut connection).await?;
                connection.close().await
            }
        }
    }

    /// Every cell of every table but these, as text; bytes as hexadecimal digits.
    pub async fn cells(&self, but: &[&str]) -> String {
        let is_file = self.url.starts_with("sqlite:");
        let tables = match is_file {
            true => "select name from sqlite_master where type = 'table' order by name",
            false => "select tablename::text from pg_tables where schemaname = 'public' order by 1",
        };
        let mut cells = String::new();
        for table in self.texts(tables).await.iter().filter(|table| !but.contains(&table.as_str()))
        {
            let columns =
                format!("select 'quote(\"' || name || '\")' from pragma_table_info('{table}')");
            let rows = match is_file {
                true => {
                    let columns = self.texts(&columns).await.join(" || ' ' || ");
                    format!("select {columns} from \"{table}\"")
                }
                false => format!("select t::text from \"{table}\" t"),
            };
            let rows = self.texts(&rows).await;
            cells.extend(rows.iter().map(|row| format!("{table}: {row}\n")));
        }
        cells
    }

    /// The texts that a statement finds.
    pub async fn texts(&self, statement: &str) -> Vec<String> {
        let statement = sqlx::AssertSqlSafe(statement.to_owned());
        let found: Result<Vec<String>, _> = match self.url.strip_prefix("sqlite:") {
            Some(path) => {
                let options = sqlx::sqlite::SqliteConnectOptions::new().filename(path);
                let mut connection = options.connect().await.expect("the file opens");
                sqlx::query_scalar(statement).fetch_all(&mut connection).await
            }
            None => {
                let mut connection = PgConnection::connect(&self.url).await.expect("PostgreSQL");
                sqlx::query_scalar(statement).fetch_all(&mut connection).await
            }
        };
        found.expect("the texts can be read")
    }

    /// Puts a copy of the database aside, as a backup does; nobody may be using it.
    pub async fn keep_copy(&self) {
        match self.url.strip_prefix("sqlite:") {
            Some(path) => drop(fs::copy(path, format!("{path}.copy")).expect("a copy")),
            None => {
                let (server, name) = self.postgres();
                let copy = format!("create database {name}_copy template {name}");
                execute(&server, &copy).await;
            }
        }
    }

    /// Puts the copy back in the place of the database; nobody may be using it.
    pub async fn put_back(&self) {
        match self.url.strip_prefix("sqlite:") {
            Some(path) => {
                for rest in ["-wal", "-shm"] {
                    drop(fs::remove_file(format!("{path}{rest}")));
                }
                fs::rename(format!("{path}.copy"), path).expect("the copy is put back");
            }
            None => {
                let (server, name) = self.postgres();
                execute(&server, &format!("drop database {name} with (force)")).await;
                execute(&server, &format!("alter database {name}_copy rename to {name}")).await;
            }
        }
    }

    /// Ends every connection to this PostgreSQL database, as a restart does.
    pub async fn drop_connections(&self) {
        let (server, name) = self.postgres();
        let which = format!("from pg_stat_activity where datname = '{name}'");
        execute(&server, &format!("select pg_terminate_backend(pid) {which}")).await;
    }

    fn postgres(&self) -> (String, &str) {
        let name = self.name.as_deref().expect("this is for PostgreSQL");
        (env::var("HAILONG_TEST_POSTGRES").expect(NO_POSTGRES), name)
    }
}

async fn execute(server: &str, statement: &str) {
    let mut connection = PgConnection::connect(server).await.expect("PostgreSQL answers");
    let done = sqlx::raw_sql(sqlx::AssertSqlSafe(statement.to_owned()));
    done.execute(&mut connection).await.expect("PostgreSQL does it");
}

impl Drop for Database {
    fn drop(&mut self) {
        let Some(name) = self.name.take() else { return };
        let drop_it = move || {
            let Ok(server) = env::var("HAILONG_TEST_POSTGRES") else { return };
            let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
            let statement = format!("drop database if exists {name} with (force)");
            runtime.expect("a runtime").block_on(execute(&server, &statement));
        };
        // The test's own runtime must not be blocked from within.
        drop(thread::spawn(drop_it).join());
    }
}
