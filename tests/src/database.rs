//! A database of a test's own, and a look at what is kept in it.

use std::fs;

use sqlx::{ConnectOptions, Connection, FromRow, PgConnection, SqliteConnection};
use tempfile::TempDir;
use uuid::Uuid;

use crate::{clock, postgres, prepared};

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
    server: String,
    name: Option<String>,
}

/// A ballot as it is kept, with its comment. Rows are named by number, as in the table.
#[derive(Clone, Debug, PartialEq, Eq, FromRow)]
pub struct StoredBallot {
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
        let new = Self::draw(engine, postgres::quick).await;
        new.make_empty().await;
        new
    }

    /// A new, empty database that keeps what it committed, whatever happens.
    pub(crate) async fn create_lasting(engine: Engine) -> Self {
        let new = Self::draw(engine, postgres::lasting).await;
        new.make_empty().await;
        new
    }

    /// A new database that holds the usual books.
    pub(crate) async fn create_with_books(engine: Engine) -> Self {
        let new = Self::draw(engine, postgres::quick).await;
        new.fill().await;
        new
    }

    /// Puts the usual books in the place of whatever is there; nobody may be using it.
    pub(crate) async fn fill(&self) {
        match self.url.strip_prefix("sqlite:") {
            Some(path) => fs::write(path, prepared::file().await).expect("the file is copied"),
            None => {
                let (server, name) = self.postgres();
                postgres::remove(server, name).await;
                let template = prepared::template().await;
                let copy = format!("create database {name} template {template}");
                postgres::execute(server, &copy).await;
            }
        }
    }

    /// Gives the PostgreSQL database a name under which it stays when this goes away.
    pub(crate) async fn keep_as(&mut self, name: &str) {
        let (server, drawn) = self.postgres();
        postgres::execute(server, &format!("alter database {drawn} rename to {name}")).await;
        self.name = None;
    }

    async fn draw(engine: Engine, server: fn() -> String) -> Self {
        clock::clear_of_its_turn().await;
        let folder = tempfile::tempdir().expect("a temporary folder");
        if engine == Engine::Sqlite {
            let url = format!("sqlite:{}", folder.path().join("hailong.db").display());
            return Self { url, folder, server: String::new(), name: None };
        }
        let (server, name) = (server(), format!("hailong_test_{}", Uuid::now_v7().simple()));
        Self { url: postgres::database(&server, &name), folder, server, name: Some(name) }
    }

    /// An SQLite file comes with its first connection.
    async fn make_empty(&self) {
        if let Some(name) = &self.name {
            postgres::execute(&self.server, &format!("create database {name}")).await;
        }
    }

    /// The same database again, for another server on it; it goes away with the first.
    pub(crate) fn again(&self) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        Self { url: self.url.clone(), folder, server: self.server.clone(), name: None }
    }

    /// Every ballot kept, in the order of the ids.
    pub async fn ballots(&self) -> Vec<StoredBallot> {
        match self.url.strip_prefix("sqlite:") {
            Some(path) => {
                let options = sqlx::sqlite::SqliteConnectOptions::new().filename(path);
                let read_only = options.pragma("query_only", "on");
                let mut connection = read_only.connect().await.expect("the file opens");
                let ballots = sqlx::query_as(KEPT).fetch_all(&mut connection).await;
                SqliteConnection::close(connection).await.expect("the file closes");
                ballots.expect("the ballots can be read")
            }
            None => {
                let mut connection = PgConnection::connect(&self.url).await.expect("PostgreSQL");
                let ballots = sqlx::query_as(KEPT).fetch_all(&mut connection).await;
                ballots.expect("the ballots can be read")
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
        let found = match self.url.strip_prefix("sqlite:") {
            Some(path) => {
                let statement = sqlx::AssertSqlSafe(statement.to_owned());
                let options = sqlx::sqlite::SqliteConnectOptions::new().filename(path);
                let mut connection = options.connect().await.expect("the file opens");
                sqlx::query_scalar(statement).fetch_all(&mut connection).await
            }
            None => postgres::texts(&self.url, statement).await,
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
                postgres::execute(server, &copy).await;
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
                postgres::remove(server, name).await;
                let back = format!("alter database {name}_copy rename to {name}");
                postgres::execute(server, &back).await;
            }
        }
    }

    /// Ends every connection to this PostgreSQL database, as a restart does.
    pub async fn drop_connections(&self) {
        let (server, name) = self.postgres();
        let which = format!("from pg_stat_activity where datname = '{name}'");
        postgres::execute(server, &format!("select pg_terminate_backend(pid) {which}")).await;
    }

    fn postgres(&self) -> (&str, &str) {
        (&self.server, self.name.as_deref().expect("this is for PostgreSQL"))
    }
}

impl Drop for Database {
    fn drop(&mut self) {
        if let Some(name) = self.name.take() {
            postgres::remove_now(self.server.clone(), name);
        }
    }
}
