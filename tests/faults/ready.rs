//! Whether the server is ready follows from whether anything can be kept.

use sqlx::{ConnectOptions, Connection, SqliteConnection, sqlite::SqliteConnectOptions};
use tests::{Engine, Service, patiently_async, quick};

async fn status(service: &Service) -> u16 {
    service.get("/readyz").await.status
}

/// Waits until the server is ready, or not.
async fn until(service: &Service, wanted: u16) {
    let seen = async || (status(service).await == wanted).then_some(());
    patiently_async(&format!("readyz to be {wanted}"), seen).await;
}

/// Another program that has the database's file open.
async fn another_program(service: &Service) -> SqliteConnection {
    let path = service.database.url.strip_prefix("sqlite:").expect("a file");
    SqliteConnectOptions::new().filename(path).connect().await.expect("the file opens")
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_is_not_ready_while_another_program_holds_the_write_lock() {
    let service = Service::start(Engine::Sqlite).await;
    until(&service, 204).await;
    let mut other = another_program(&service).await;
    sqlx::query("begin immediate").execute(&mut other).await.expect("the lock");
    assert_eq!(status(&service).await, 503);
    assert_eq!(service.get("/healthz").await.status, 204);
    assert_eq!(service.get("/s/quick").await.status, 200, "what is only read is shown");
    sqlx::query("rollback").execute(&mut other).await.expect("the lock is let go");
    other.close().await.expect("it closes");
    until(&service, 204).await;
    assert_eq!(service.post(&quick(4)).await.status, 201);
    assert_eq!(service.verified(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_is_not_ready_while_postgres_only_reads() {
    let service = Service::start(Engine::Postgres).await;
    until(&service, 204).await;
    let set = async |value: &str| {
        let statement = format!(
            "do $$ begin execute format('alter database %I set default_transaction_read_only = \
             {value}', current_database()); end $$"
        );
        let writing = format!("begin; set transaction read write; {statement}; commit");
        service.database.behind(&writing).await.expect("the database is set");
        service.database.drop_connections().await;
    };
    set("on").await;
    until(&service, 503).await;
    assert_eq!(service.post(&quick(4)).await.status, 503);
    set("off").await;
    until(&service, 204).await;
    assert_eq!(service.post(&quick(4)).await.status, 201);
    assert_eq!(service.verified(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_log_that_a_long_reader_makes_grow_is_told_and_shrinks_after_it() {
    let service = Service::start(Engine::Sqlite).await;
    let log = service.write("probe", "").with_file_name("hailong.db-wal");
    let bytes = || std::fs::metadata(&log).map_or(0, |found| found.len());
    let mut other = another_program(&service).await;
    sqlx::query("begin").execute(&mut other).await.expect("it begins");
    sqlx::query("select 1 from settings").fetch_all(&mut other).await.expect("it reads");
    let mut ballot = quick(4);
    let mut sent = 0;
    while bytes() <= 20 << 20 {
        ballot["id"] = tests::draw_id().into();
        ballot["comment"] = "không còn chỗ ".repeat(30).into();
        assert_eq!(service.post(&ballot).await.status, 201);
        sent += 1;
    }
    let seen = async || service.log().contains("the database's log grows").then_some(());
    patiently_async("a word about it", seen).await;
    let message = service.get("/metrics").await.body;
    let gauge = message.lines().find_map(|line| line.strip_prefix("hailong_log_bytes "));
    assert!(gauge.is_some_and(|bytes| bytes.parse::<f64>().is_ok_and(|it| it > 16e6)), "{message}");
    other.close().await.expect("it closes");
    patiently_async("the log to be short", async || {
        ballot["id"] = tests::draw_id().into();
        assert_eq!(service.post(&ballot).await.status, 201);
        sent += 1;
        (bytes() <= 16 << 20).then_some(())
    })
    .await;
    assert_eq!(service.verified(), sent);
}
