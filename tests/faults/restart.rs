//! PostgreSQL drops every connection under load: no receipt without a commit.

use tests::{Draft, Engine, Gate, Service, draw_id, patiently, quick};

use crate::load::Load;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn ballots_survive_a_database_that_drops_its_connections() {
    let service = Service::without_shortcuts(Engine::Postgres).await;
    let load = Load::start(&service, 16);
    for round in 1..=10 {
        load.until(40 * round);
        service.database.drop_connections().await;
    }
    load.until(500);
    let sent = load.rest().await;
    let answered = sent.iter().all(|one| matches!(one.status, Some(200 | 201 | 503)));
    assert!(answered, "{:?}", sent.iter().map(|one| one.status).collect::<Vec<_>>());
    let receipts = sent.iter().filter(|one| one.receipt.is_some()).count() as u64;
    assert!(service.verified() >= receipts, "a receipt without a ballot");
    for one in &sent {
        let again = service.post(&one.ballot).await;
        let expected: &[u16] = if one.receipt.is_some() { &[200] } else { &[200, 201] };
        assert!(expected.contains(&again.status), "{again:?}");
    }
    assert_eq!(service.verified(), sent.len() as u64);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_is_away_is_told_as_such_and_waited_for() {
    let (mut service, mut gate) = behind_a_gate().await;
    gate.shut().await;
    for _ in 0..3 {
        let away = service.post(&quick(4)).await;
        assert_eq!(away.status, 503, "{away:?}");
        assert!(!away.header("retry-after").is_empty());
        away.problem();
    }
    let form = Draft::new("quick", &[("a.O1", "2"), ("comment", "giữ lại giúp")]);
    let page = service.send_form("/s/quick", &form.form(&draw_id())).await;
    assert!(page.status == 503 && page.body.contains("giữ lại giúp"), "nothing typed is lost");
    assert_eq!(service.get("/s/quick").await.status, 200, "the form is still shown");
    assert_eq!(service.get("/readyz").await.status, 503);
    assert!(service.is_well().await);
    gate.reopen().await;
    let runtime = tokio::runtime::Handle::current();
    tokio::task::block_in_place(|| {
        patiently("the service to work again", || {
            (runtime.block_on(service.post(&quick(4))).status == 201).then_some(())
        });
    });
    assert_eq!(service.get("/readyz").await.status, 204);
    assert_eq!(service.verified(), 1);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_database_that_a_power_cut_would_harm_is_refused() {
    let mut service = Service::without_shortcuts(Engine::Postgres).await;
    service.stop();
    let harm = "do $$ begin execute format(
         'alter database %I set synchronous_commit = off', current_database()); end $$";
    service.database.behind(harm).await.expect("its owner may");
    let said = service.refused();
    assert!(said.contains("not durable") && said.contains("synchronous_commit"), "{said}");
}

/// A service whose way to its database can be closed.
async fn behind_a_gate() -> (Service, Gate) {
    let mut service = Service::start(Engine::Postgres).await;
    service.stop();
    let url = service.database.url.clone();
    let host = url.split('@').nth(1).and_then(|rest| rest.split('/').next()).expect("a host");
    let gate = Gate::open(host).await;
    service.database.url = url.replace(host, &gate.address());
    service.serve();
    (service, gate)
}
