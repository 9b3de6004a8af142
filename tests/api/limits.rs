//! Many ballots from one place: nobody is refused, but they take their time.

use std::net::IpAddr;

use reqwest::{Client, Method};
use serde_json::Value;
use sha2::{Digest, Sha256};
use tests::{Engine, Reply, Service, answered, draw_id, on_both, patiently_async, text_of};

on_both!(
    above_the_threshold_a_ballot_is_taken_after_some_work,
    work_serves_its_own_ballot_alone,
    a_form_without_scripts_waits_and_loses_nothing,
    another_origin_is_not_held_up,
    a_header_makes_another_origin_only_behind_our_own_proxy,
    a_replay_gets_its_receipt_in_a_crowd_too,
    no_address_is_kept_or_logged,
);

/// Two ballots are free, and the wait is short.
const NARROW: [(&str, &str); 2] = [("HAILONG_FREE_ORIGIN", "2"), ("HAILONG_CROWD_WAIT", "1")];

async fn crowded(engine: Engine, more: &[(&str, &str)]) -> Service {
    let service = Service::with(engine, &[&NARROW, more].concat()).await;
    for _ in 0..2 {
        assert_eq!(service.post(&answered("O1", 5)).await.status, 201);
    }
    service
}

async fn send(service: &Service, ballot: &Value, pass: &str) -> Reply {
    let request = service.request(Method::POST, "/api/v1/ballots").header("x-pass", pass);
    Reply::read(request.json(ballot).send().await.expect("an answer")).await
}

/// The pass that is asked for, worked out as a browser does.
fn worked(reply: &Reply) -> String {
    let pass = &reply.problem()["pass"];
    let challenge = pass["challenge"].as_str().expect("a challenge");
    let bits = u32::try_from(pass["bits"].as_u64().expect("bits")).expect("a small number");
    let zeros = |pass: &String| {
        let hash = Sha256::digest(pass);
        u64::from_be_bytes(std::array::from_fn(|at| hash[at])).leading_zeros()
    };
    let mut tries = (0u64..).map(|nonce| format!("{challenge}.{nonce}"));
    tries.find(|pass| zeros(pass) >= bits).expect("there is one")
}

async fn above_the_threshold_a_ballot_is_taken_after_some_work(engine: Engine) {
    let service = crowded(engine, &[]).await;
    let ballot = answered("O1", 4);
    let held_up = service.post(&ballot).await;
    assert_eq!((held_up.status, held_up.header("retry-after")), (429, "1"));
    assert_eq!(service.verified(), 2, "nothing was kept yet");
    assert_eq!(send(&service, &ballot, "work.15.0.00.1").await.status, 429, "nothing was done");
    let stored = send(&service, &ballot, &worked(&held_up)).await;
    assert_eq!(stored.status, 201);
    assert_eq!(service.verified(), 3);
}

async fn work_serves_its_own_ballot_alone(engine: Engine) {
    let service = crowded(engine, &[]).await;
    let ballot = answered("O1", 4);
    let pass = worked(&service.post(&ballot).await);
    assert_eq!(send(&service, &answered("O1", 4), &pass).await.status, 429);
    for expected in [201, 200, 200] {
        assert_eq!(send(&service, &ballot, &pass).await.status, expected);
    }
    assert_eq!(service.verified(), 3, "however often it is sent, it counts once");
}

async fn a_form_without_scripts_waits_and_loses_nothing(engine: Engine) {
    let service = crowded(engine, &[]).await;
    let typed = [("id", draw_id().as_str()), ("a.O1", "2"), ("comment", "Chờ <lâu> quá")]
        .map(|(name, value)| (name.to_owned(), value.to_owned()));
    let held_up = service.send_form("/s/quick", &typed).await;
    assert_eq!((held_up.status, held_up.header("retry-after")), (429, "1"));
    assert!(text_of(&held_up.body).contains("Chờ <lâu> quá"), "{}", held_up.body);
    let (_, after) = held_up.body.split_once("name=\"pass\" value=\"").expect("a ticket");
    let ticket = after.split('"').next().unwrap_or_default().to_owned();
    let again = [typed.as_slice(), &[("pass".to_owned(), ticket)]].concat();
    let sent = patiently_async("the wait to be over", async || {
        let sent = service.send_form("/s/quick", &again).await;
        (sent.status != 429).then_some(sent)
    });
    assert_eq!(sent.await.status, 303);
    assert_eq!(service.verified(), 3);
}

async fn another_origin_is_not_held_up(engine: Engine) {
    let service = crowded(engine, &[]).await;
    let elsewhere = Client::builder().no_proxy().local_address(IpAddr::from([127, 0, 0, 2]));
    let elsewhere = elsewhere.build().expect("a client");
    let address = format!("{}/api/v1/ballots", service.url());
    let sent = elsewhere.post(address).json(&answered("O1", 5)).send().await.expect("an answer");
    assert_eq!(sent.status(), 201);
    assert_eq!(service.post(&answered("O1", 5)).await.status, 429);
}

async fn from(service: &Service, address: &str) -> u16 {
    let request = service.request(Method::POST, "/api/v1/ballots");
    let request = request.header("x-forwarded-for", address).json(&answered("O1", 5));
    request.send().await.expect("an answer").status().as_u16()
}

async fn a_header_makes_another_origin_only_behind_our_own_proxy(engine: Engine) {
    let service = crowded(engine, &[]).await;
    assert_eq!(from(&service, "203.0.113.9").await, 429, "anyone can write a header");
    let behind = crowded(engine, &[("HAILONG_TRUSTED_PROXIES", "127.0.0.1")]).await;
    assert_eq!(from(&behind, "203.0.113.9").await, 201);
    assert_eq!(from(&behind, "198.51.100.1, 127.0.0.1").await, 201);
}

async fn a_replay_gets_its_receipt_in_a_crowd_too(engine: Engine) {
    let service = Service::with(engine, &NARROW).await;
    let ballot = answered("O1", 5);
    let receipt = service.post(&ballot).await.receipt();
    for _ in 0..5 {
        let again = service.post(&ballot).await;
        assert_eq!((again.status, again.receipt()), (200, receipt.clone()));
    }
    assert_eq!(service.post(&answered("O1", 5)).await.status, 429);
}

/// An address as a text and as its bytes.
const WRITTEN: [&str; 2] = ["203.0.113.9", "cb007109"];

async fn no_address_is_kept_or_logged(engine: Engine) {
    let behind_a_proxy = [("HAILONG_TRUSTED_PROXIES", "127.0.0.1"), ("HAILONG_LOG", "trace")];
    let service = crowded(engine, &behind_a_proxy).await;
    for expected in [201, 201, 429] {
        assert_eq!(from(&service, "203.0.113.9").await, expected, "it counts as an origin");
    }
    let metrics = service.get("/metrics").await.body;
    assert!(metrics.contains("hailong_ballots_held_up_total"), "{metrics}");
    let (log, cells) = (service.log(), service.database.cells(&[]).await);
    assert!(log.contains("DEBUG"), "nothing is left out of the log: {log}");
    assert!(cells.contains("ballots: "), "{cells}");
    for text in [log, metrics, cells] {
        let text = text.to_lowercase();
        assert!(!WRITTEN.iter().any(|address| text.contains(address)), "{text}");
    }
}
