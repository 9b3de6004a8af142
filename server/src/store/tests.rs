//! A database of a test's own on each engine, for what cannot be seen from outside.

use std::env;

use domain::ballot::instrument::BUILT_IN;
use sqlx::{AssertSqlSafe, Connection, PgConnection};
use tempfile::TempDir;
use uuid::Uuid;

use super::{
    Db, instruments,
    open::{Access, Opened},
};
use crate::import;

/// What a run without PostgreSQL is told.
const NO_POSTGRES: &str =
    "HAILONG_TEST_POSTGRES is not set: run `cargo xtask test`, which starts PostgreSQL";

/// A new database with the built-in instruments.
pub(crate) struct World {
    pub(crate) db: Db,
    _folder: Option<TempDir>,
    name: Option<String>,
}

/// The server on which databases are made: one that keeps what it committed, or it is not opened.
fn server() -> String {
    let lasting = env::var("HAILONG_TEST_POSTGRES_LASTING");
    lasting.or_else(|_| env::var("HAILONG_TEST_POSTGRES")).expect(NO_POSTGRES)
}

/// One on each engine.
pub(crate) async fn worlds() -> [World; 2] {
    let (folder, db) = import::tests::world().await;
    [World { db, _folder: Some(folder), name: None }, postgres().await]
}

async fn postgres() -> World {
    let (server, name) = (server(), format!("hailong_unit_{}", Uuid::now_v7().simple()));
    execute(&server, format!("create database {name}")).await;
    let (front, _) = server.rsplit_once('/').expect("the address ends with a database");
    let Opened { db, .. } = Db::open(&format!("{front}/{name}"), Access::Write).await.unwrap();
    let sets: Vec<_> = BUILT_IN.iter().map(|text| serde_json::from_str(text).unwrap()).collect();
    instruments::take_in(&db, &sets).await.unwrap();
    World { db, _folder: None, name: Some(name) }
}

impl World {
    /// Takes the database away. After a test that failed it stays, for a look.
    pub(crate) async fn end(self) {
        self.db.close().await;
        if let Some(name) = self.name {
            execute(&server(), format!("drop database {name}")).await;
        }
    }
}

async fn execute(server: &str, statement: String) {
    let mut connection = PgConnection::connect(server).await.expect("PostgreSQL answers");
    let done = sqlx::raw_sql(AssertSqlSafe(statement)).execute(&mut connection).await;
    done.expect("PostgreSQL does it");
}
