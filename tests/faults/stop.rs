//! SIGTERM: what is under way is finished, and nothing holds the process up.

use std::time::Instant;

use tests::{Engine, Service, on_both};
use tokio::task::JoinSet;

use crate::load::{Load, Sent, send};

on_both!(a_stopped_server_keeps_what_it_acknowledged, a_server_can_be_stopped_as_soon_as_it_speaks);

/// Senders that have a request under way when the signal comes.
const AT_WORK: usize = 500;

async fn a_stopped_server_keeps_what_it_acknowledged(engine: Engine) {
    let mut service = Service::without_shortcuts(engine).await;
    let mut loris = Vec::new();
    for _ in 0..50 {
        let mut socket = service.socket().await;
        assert!(socket.write("POST /api/v1/ballots HTTP/1.1\r\nhost: x\r\ncontent-").await);
        let mut body = service.socket().await;
        let head = "POST /api/v1/ballots HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n";
        assert!(body.write(format!("{head}content-length: 500\r\n\r\n{{\"id\"")).await);
        loris.extend([socket, body, service.socket().await]);
    }
    let load = Load::start(&service, AT_WORK);
    load.until(AT_WORK);
    let start = Instant::now();
    service.terminate();
    let status = service.ended();
    tests::measured!("stopped after {:?}", start.elapsed());
    assert!(status.success(), "{status}: {}", service.log());
    assert!(service.log().contains("were cut"), "those who hold on are not waited for");
    let sent = load.rest().await;
    drop(loris);
    account_for(&mut service, sent).await;
}

/// Every receipt stands for a kept ballot, and whoever got none was told so or cut off.
async fn account_for(service: &mut Service, sent: Vec<Sent>) {
    service.serve();
    assert!(sent.len() >= AT_WORK);
    let stored = service.verified();
    let receipts = sent.iter().filter(|one| one.receipt.is_some()).count() as u64;
    let answered = sent.iter().all(|one| matches!(one.status, None | Some(201 | 503)));
    assert!(answered, "{:?}", sent.iter().map(|one| one.status).collect::<Vec<_>>());
    assert!(stored >= receipts, "{stored} kept of {receipts} acknowledged");
    let mut replays = JoinSet::new();
    for one in sent {
        let (client, address) = (service.client(), format!("{}/api/v1/ballots", service.url()));
        replays.spawn(async move {
            let again = send(&client, &address, one.ballot).await;
            let expected: &[u16] = if one.receipt.is_some() { &[200] } else { &[200, 201] };
            assert!(again.status.is_some_and(|status| expected.contains(&status)));
            assert!(one.receipt.is_none() || one.receipt == again.receipt);
        });
    }
    let all = replays.join_all().await.len() as u64;
    assert_eq!(service.verified(), all, "each is counted once");
}

async fn a_server_can_be_stopped_as_soon_as_it_speaks(engine: Engine) {
    let mut service = Service::start(engine).await;
    for _ in 0..5 {
        service.stop();
        service.serve();
    }
    assert!(service.is_well().await);
}
