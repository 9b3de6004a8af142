//! Two processes that write one SQLite file would lose ballots: the second is refused.

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
