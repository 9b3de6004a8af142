//! PostgreSQL as the tests use it: two servers, and statements for the server itself.

use std::{env, thread};

use sqlx::{Connection, PgConnection};

/// What a run without PostgreSQL is told.
const MISSING: &str =
    "HAILONG_TEST_POSTGRES is not set: run `cargo xtask test`, which starts PostgreSQL";

/// The address of the server on which tests make databases; a power cut may harm it.
pub(crate) fn quick() -> String {
    env::var("HAILONG_TEST_POSTGRES").expect(MISSING)
}

/// The address of one that keeps what it committed, whatever happens; if none is named, the same.
pub(crate) fn lasting() -> String {
    env::var("HAILONG_TEST_POSTGRES_LASTING").unwrap_or_else(|_| quick())
}

/// The address of a database on this server.
pub(crate) fn database(server: &str, name: &str) -> String {
    let (front, _) = server.rsplit_once('/').expect("the address ends with a database");
    format!("{front}/{name}")
}

/// Has a statement done.
pub(crate) async fn execute(server: &str, statement: &str) {
    let mut connection = PgConnection::connect(server).await.expect("PostgreSQL answers");
    let done = sqlx::raw_sql(sqlx::AssertSqlSafe(statement.to_owned()));
    done.execute(&mut connection).await.expect("PostgreSQL does it");
}

/// The texts that a statement finds.
pub(crate) async fn texts(server: &str, statement: &str) -> Result<Vec<String>, sqlx::Error> {
    let mut connection = PgConnection::connect(server).await.expect("PostgreSQL answers");
    let statement = sqlx::AssertSqlSafe(statement.to_owned());
    sqlx::query_scalar(statement).fetch_all(&mut connection).await
}

/// Removes a database, whoever is connected; it may be gone already.
pub(crate) async fn remove(server: &str, name: &str) {
    execute(server, &format!("drop database if exists {name} with (force)")).await;
}

/// The same where nothing can be waited for: the test's own runtime must not be blocked from within.
pub(crate) fn remove_now(server: String, name: String) {
    let removal = move || {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        runtime.expect("a runtime").block_on(remove(&server, &name));
    };
    drop(thread::spawn(removal).join());
}
