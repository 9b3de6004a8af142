//! The usual office, made once for each test process: every test starts on a copy of it.
//!
//! It is the database as the four imports leave it, before a server ever started on it. So each copy
//! still makes its own keys, and nothing in it was drawn that two tests could share.

use std::{fs, path::Path, process};

use tokio::sync::OnceCell;

use crate::{database::Engine, postgres, service::Service};

/// What a prepared PostgreSQL database is called, before the number of the process it belongs to.
const NAME: &str = "hailong_prepared_";

static FILE: OnceCell<Vec<u8>> = OnceCell::const_new();
static TEMPLATE: OnceCell<String> = OnceCell::const_new();

/// The bytes of the SQLite file.
pub(crate) async fn file() -> &'static [u8] {
    FILE.get_or_init(async || {
        let office = Service::stopped(Engine::Sqlite, &[]).await;
        office.import_books();
        let path = office.database.url.trim_start_matches("sqlite:");
        let log = fs::metadata(format!("{path}-wal")).map_or(0, |log| log.len());
        assert_eq!(log, 0, "what was imported is in the file itself");
        fs::read(path).expect("the file can be read")
    })
    .await
}

/// The name of the PostgreSQL database, on the quick server.
pub(crate) async fn template() -> &'static str {
    TEMPLATE
        .get_or_init(async || {
            remove_left_behind().await;
            let mut office = Service::stopped(Engine::Postgres, &[]).await;
            office.import_books();
            let name = format!("{NAME}{}", process::id());
            office.database.keep_as(&name).await;
            name
        })
        .await
}

/// Removes what test processes left that have ended; this one's number may have been another's.
async fn remove_left_behind() {
    let server = postgres::quick();
    let all = postgres::texts(&server, "select datname::text from pg_database").await;
    for name in all.expect("the databases are listed") {
        let owner = name.strip_prefix(NAME);
        let is_gone = |owner: &str| {
            owner == process::id().to_string() || !Path::new("/proc").join(owner).exists()
        };
        if owner.is_some_and(is_gone) {
            postgres::remove(&server, &name).await;
        }
    }
}
