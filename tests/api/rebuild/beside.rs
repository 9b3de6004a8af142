//! A rebuild beside a server: it waits for nothing and loses nothing on PostgreSQL, and is refused on
//! SQLite.

use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering::Relaxed},
};

use reqwest::{Client, Method};
use serde_json::Value;
use tests::{Engine, Service, quick};

use super::{behind, differences, entries, rebuilt};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_file_that_is_served_is_not_touched() {
    let mut service = Service::start(Engine::Sqlite).await;
    assert_eq!(service.post(&quick(4)).await.status, 201);
    behind(&service, "update tallies set channel = 3").await;
    let output = service.run(&["verify", "--rebuild"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    let sentence = "hailong.db: stop it first, or use PostgreSQL for several servers";
    assert!(!output.status.success() && said.contains("another process writes"), "{said}");
    assert!(said.contains(sentence), "{said}");
    assert!(!differences(&service).is_empty(), "everything is as it was");
    service.stop();
    rebuilt(&service);
    assert_eq!(service.verified(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn nobody_makes_an_empty_database_by_asking_for_a_rebuild() {
    let service = Service::stopped(Engine::Sqlite, &[]).await;
    let output = service.run(&["verify", "--rebuild"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && said.contains("there is no database"), "{said}");
    assert!(!service.database.folder.path().join("hailong.db").exists());
}

/// Sends ballots and takes every fourth back until it is told to stop; how many are left.
async fn send(client: Client, url: String, over: Arc<AtomicBool>) -> u64 {
    let (mut sent, mut left) = (0, 0);
    while !over.load(Relaxed) {
        let ballots = format!("{url}/api/v1/ballots");
        let reply = client.post(&ballots).json(&quick(1 + sent % 5)).send().await.expect("a reply");
        assert_eq!(reply.status(), 201);
        let own: Value = reply.json().await.expect("JSON");
        (sent, left) = (sent + 1, left + 1);
        if sent % 4 == 0 {
            let part = |name: &str| own[name].as_str().expect("it is named").to_owned();
            let path = format!("{ballots}/{}?pin={}", part("receipt"), part("pin"));
            let reply = client.request(Method::DELETE, path).send().await.expect("a reply");
            assert_eq!(reply.status(), 204);
            left -= 1;
        }
    }
    left
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_server_on_postgres_goes_on_taking_ballots_and_none_is_lost() {
    let service = Service::start(Engine::Postgres).await;
    let over = Arc::new(AtomicBool::new(false));
    let senders: Vec<_> = (0..6)
        .map(|_| {
            let sending = send(service.client(), service.url().to_owned(), Arc::clone(&over));
            tokio::spawn(sending)
        })
        .collect();
    for wrong in ["decode(repeat('00', length(counts)), 'hex')", "decode('ff', 'hex')"] {
        for period in ["period < 1000000", "period > 1000000", "1 = 1"] {
            behind(&service, &format!("update tallies set counts = {wrong} where {period}")).await;
            behind(&service, "update campaigns set ballots = ballots + 7").await;
            tokio::task::block_in_place(|| rebuilt(&service));
        }
    }
    over.store(true, Relaxed);
    let mut left = 0;
    for sender in senders {
        left += sender.await.expect("each ballot and each withdrawal was taken");
    }
    assert!(left > 10, "they hardly sent anything: {left}");
    assert_eq!(service.verified(), left);
    let counted = service.live("by=month").await.json()["total"]["n"].clone();
    assert_eq!(counted, left);
    assert_eq!(entries(&service).await.len(), 6);
}
