//! Sockets that hold on without sending: each is closed in time, and honest people notice nothing

use std::{
    collections::BTreeMap,
    future::Future,
    time::{Duration, Instant},
};

use tests::{Engine, Service, Socket, quick};
use tokio::task::JoinSet;

/// How many of each kind hold on at once.
const EACH: usize = 100;

const POST: &str = "POST /api/v1/ballots HTTP/1.1\r\nhost: x\r\ncontent-type: application/json\r\n";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn sockets_that_hold_on_are_closed_in_time() {
    let mut service = Service::start(Engine::Sqlite).await;
    let mut holding = JoinSet::new();
    for _ in 0..EACH {
        let (idle, half) = (service.socket().await, service.socket().await);
        let (slow_head, kept_alive) = (service.socket().await, service.socket().await);
        let (no_body, slow_body) = (service.socket().await, service.socket().await);
        hold(&mut holding, "idle", says(idle, String::new()));
        hold(&mut holding, "half a head", says(half, POST.to_owned()));
        hold(&mut holding, "a byte a second of a head", drips(slow_head, POST.to_owned()));
        let whole = "GET /healthz HTTP/1.1\r\nhost: x\r\n\r\n".to_owned();
        hold(&mut holding, "no second request", says(kept_alive, whole));
        let announced = format!("{POST}content-length: 5000\r\n\r\n");
        hold(&mut holding, "no body", says(no_body, announced.clone()));
        hold(&mut holding, "a byte a second of a body", drips(slow_body, announced));
    }
    let (mut honest, mut slowest) = (0, BTreeMap::new());
    while !holding.is_empty() {
        assert_eq!(service.post(&quick(4)).await.status, 201, "honest ballots go on");
        honest += 1;
        // One more may have been closed by now; one that never is fails here.
        if let Ok(Some(held)) =
            tokio::time::timeout(Duration::from_millis(50), holding.join_next()).await
        {
            let (what, time) = held.expect("it is closed");
            slowest
                .entry(what)
                .and_modify(|most: &mut Duration| *most = time.max(*most))
                .or_insert(time);
        }
    }
    tests::measured!("closed after {slowest:?} at most");
    assert_eq!(slowest.len(), 6, "{slowest:?}");
    assert!(service.is_well().await);
    assert_eq!(service.verified(), honest);
}

/// Waits for the server to close one connection, and measures how long that takes.
fn hold(
    holding: &mut JoinSet<(&'static str, Duration)>,
    what: &'static str,
    held: impl Future<Output = ()> + Send + 'static,
) {
    holding.spawn(async move {
        let start = Instant::now();
        held.await;
        (what, start.elapsed())
    });
}

async fn says(mut socket: Socket, text: String) {
    socket.write(text).await;
    socket.tail().await;
}

async fn drips(mut socket: Socket, text: String) {
    socket.write(text).await;
    socket.drip(b'x').await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn whoever_hangs_up_in_the_middle_leaves_nothing_behind() {
    let mut service = Service::start(Engine::Sqlite).await;
    let body = quick(4).to_string();
    let request = format!("{POST}content-length: {}\r\n\r\n{body}", body.len());
    for cut in 0..request.len() {
        let mut socket = service.socket().await;
        socket.write(&request[..cut]).await;
    }
    assert!(service.is_well().await);
    assert_eq!(service.ballots().await, []);
    let mut whole = service.socket().await;
    whole.write(request).await;
    assert_eq!(whole.head().await.status, Some(201));
    assert_eq!(service.verified(), 1);
}
