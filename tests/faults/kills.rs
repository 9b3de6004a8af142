//! SIGKILL under load, many times: whoever got a receipt is counted, once.

use std::{
    collections::HashSet,
    env,
    time::{Duration, Instant},
};

use tests::{Engine, Service};
use uuid::Uuid;

use crate::load::{Load, Sent};

/// How many kills; `HAILONG_KILLS` asks for another number.
fn kills(usual: usize) -> usize {
    env::var("HAILONG_KILLS").ok().and_then(|number| number.parse().ok()).unwrap_or(usual)
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_receipt_survives_sigkill_on_sqlite() {
    survive(Engine::Sqlite, kills(20)).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_receipt_survives_sigkill_on_postgres() {
    survive(Engine::Postgres, kills(6)).await;
}

async fn survive(engine: Engine, rounds: usize) {
    let mut service = Service::without_shortcuts(engine).await;
    let (mut stored, mut unknown, mut slowest) = (HashSet::new(), 0, Duration::ZERO);
    for round in 0..rounds {
        let load = Load::start(&service, 24);
        // Another moment in each round, so that kills fall before, into and after commits.
        load.until(1 + (round * 37) % 200);
        service.kill();
        let sent = load.rest().await;
        let start = Instant::now();
        service.serve();
        slowest = slowest.max(start.elapsed());
        stored.extend(acknowledged(&sent));
        let there = ids(&service).await;
        let lost: Vec<_> = stored.difference(&there).collect();
        assert!(lost.is_empty(), "round {round}: lost {lost:?}");
        assert_eq!(service.verified(), there.len() as u64, "round {round}");
        unknown += replay(&service, &sent).await;
        stored.extend(sent.iter().map(id));
        assert_eq!(ids(&service).await, stored, "round {round}: each is there once, and no other");
    }
    assert_eq!(service.verified(), stored.len() as u64);
    let counted = service.live("by=month").await.json()["total"]["n"].clone();
    assert_eq!(counted, stored.len());
    tests::measured!(
        "{} ballots, {rounds} kills, {unknown} kept without their sender knowing",
        stored.len()
    );
    tests::measured!("back after {slowest:?} at most");
}

/// Sends every ballot again, as phones do: those with a receipt get the same one, the others are
/// kept now or were kept without their sender knowing. How many of the last kind there were.
async fn replay(service: &Service, sent: &[Sent]) -> usize {
    let mut unknown = 0;
    for one in sent {
        let again = service.post(&one.ballot).await;
        match &one.receipt {
            Some(receipt) => assert_eq!((again.status, &again.receipt()), (200, receipt)),
            None => assert!(matches!(again.status, 200 | 201), "{again:?}"),
        }
        unknown += usize::from(one.receipt.is_none() && again.status == 200);
    }
    unknown
}

fn acknowledged(sent: &[Sent]) -> impl Iterator<Item = Uuid> {
    sent.iter().filter(|one| one.receipt.is_some()).map(id)
}

fn id(sent: &Sent) -> Uuid {
    sent.ballot["id"].as_str().and_then(|id| id.parse().ok()).expect("we drew it")
}

async fn ids(service: &Service) -> HashSet<Uuid> {
    let stored = service.ballots().await;
    let ids: HashSet<Uuid> = stored.iter().map(|ballot| ballot.id).collect();
    assert_eq!(ids.len(), stored.len(), "no ballot is there twice");
    ids
}
