//! Two processes that write one SQLite file would lose ballots: the second is refused.

use std::{fs, io, os::unix::fs::symlink, path::Path};

use tests::{Engine, Service, quick};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_server_on_the_same_file_is_refused() {
    let mut service = Service::start(Engine::Sqlite).await;
    let said = service.refused();
    assert!(said.contains("another process writes"), "{said}");
    assert!(said.contains("hailong.db") && said.contains("PostgreSQL"), "what to do: {said}");
    let file = service.write("units.csv", "code,name,valid_from\nX,X,2020-01-01\n");
    let import = service.run(&["import", "units", &file.display().to_string()]);
    let said = String::from_utf8_lossy(&import.stderr).into_owned();
    assert!(!import.status.success() && said.contains("another process writes"), "{said}");
    assert_eq!(service.post(&quick(4)).await.status, 201, "the first goes on");
    assert_eq!(service.verified(), 1, "a look beside it is allowed");
    service.kill();
    service.serve();
    assert_eq!(service.post(&quick(4)).await.status, 201, "a killed one leaves nothing locked");
}

/// Another name for the database's file, made by `name`; a server that is started on it is refused.
async fn refused_by_another_name(name: impl FnOnce(&Path, &Path) -> io::Result<()>) {
    let mut service = Service::start(Engine::Sqlite).await;
    assert_eq!(service.post(&quick(4)).await.status, 201);
    let here = service.write("probe", "").with_file_name("hailong.db");
    let (other, url) = (here.with_file_name("other.db"), service.database.url.clone());
    name(&here, &other).expect("it gets another name");
    service.database.url = format!("sqlite:{}", other.display());
    let said = service.refused();
    assert!(said.contains("another process writes"), "{said}");
    service.database.url = url;
    if !here.exists() {
        fs::rename(&other, &here).expect("it gets its name back");
    }
    assert_eq!(service.post(&quick(4)).await.status, 201, "the first goes on");
    service.stop();
    service.serve();
    assert_eq!(service.post(&quick(4)).await.status, 201, "and starts again");
    assert_eq!(service.verified(), 3);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_server_is_refused_by_a_hard_link() {
    refused_by_another_name(|here, other| fs::hard_link(here, other)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_server_is_refused_by_a_symbolic_link() {
    refused_by_another_name(|here, other| symlink(here, other)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_server_is_refused_after_the_file_was_renamed() {
    refused_by_another_name(|here, other| fs::rename(here, other)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_second_server_is_refused_whatever_is_deleted_beside_the_file() {
    let service = Service::start(Engine::Sqlite).await;
    let folder = service.write("probe", "").with_file_name("");
    for file in fs::read_dir(folder).expect("the folder").filter_map(Result::ok) {
        if file.file_name().to_string_lossy().contains("lock") {
            fs::remove_file(file.path()).expect("it can be deleted");
        }
    }
    let said = service.refused();
    assert!(said.contains("another process writes"), "{said}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn two_servers_share_one_postgres_and_count_every_ballot_once() {
    let service = Service::start(Engine::Postgres).await;
    let beside = service.beside();
    let ballot = quick(5);
    let receipt = service.post(&ballot).await.receipt();
    let again = beside.post(&ballot).await;
    assert_eq!((again.status, again.receipt()), (200, receipt));
    let loads = [&service, &beside].map(|server| crate::load::Load::start(server, 8));
    let mut receipts = 1;
    for load in loads {
        load.until(100);
        let sent = load.rest().await;
        assert!(sent.iter().all(|one| one.status == Some(201)), "none is refused");
        receipts += sent.len() as u64;
    }
    assert_eq!(service.verified(), receipts);
}
