//! Programs that are called: signed, outside our own network, once more where they were away.

use std::sync::{Arc, Mutex};

use axum::{
    Router,
    extract::State,
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Response},
    routing::post,
};
use base64::{Engine as _, prelude::BASE64_STANDARD};
use hmac::{Hmac, KeyInit, Mac};
use reqwest::Method;
use serde_json::{Value, json};
use sha2::Sha256;
use tests::{Engine, OFFICE, Service, Staff, on_both, patiently};
use tokio::net::TcpListener;

use super::World;

on_both!(
    a_program_is_called_with_a_signed_link_and_code,
    a_gateway_gets_the_number_and_nobody_s_words,
    a_program_that_is_away_is_called_again_under_the_same_id_and_no_redirect_is_followed,
    an_address_within_our_own_network_is_refused,
    a_program_that_is_taken_away_is_called_no_more,
);

/// Lets calls reach the listener of a test.
const INSIDE: [(&str, &str); 1] = [("HAILONG_WEBHOOKS_INSIDE", "true")];

type Calls = Arc<Mutex<Vec<(HeaderMap, String)>>>;

/// A program that notes its calls and answers as it is told.
struct Receiver {
    url: String,
    calls: Calls,
    answer: Arc<Mutex<StatusCode>>,
}

impl Receiver {
    async fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let url = format!("http://{}/in", listener.local_addr().expect("it is bound"));
        let (calls, answer) = (Calls::default(), Arc::new(Mutex::new(StatusCode::OK)));
        let state = (Arc::clone(&calls), Arc::clone(&answer), url.clone());
        let routes = Router::new().route("/in", post(take)).with_state(state);
        tokio::spawn(async move { axum::serve(listener, routes).await.expect("it serves") });
        Self { url, calls, answer }
    }

    fn answers(&self, status: StatusCode) {
        *self.answer.lock().expect("unpoisoned") = status;
    }

    /// Waits for so many calls.
    fn called(&self, count: usize) -> Vec<(HeaderMap, String)> {
        let come =
            || Some(self.calls.lock().expect("unpoisoned").clone()).filter(|it| it.len() >= count);
        let calls = patiently("calls", come);
        assert_eq!(calls.len(), count, "{calls:?}");
        calls
    }
}

type Shared = (Calls, Arc<Mutex<StatusCode>>, String);

async fn take(
    State((calls, answer, url)): State<Shared>,
    heads: HeaderMap,
    body: String,
) -> Response {
    calls.lock().expect("unpoisoned").push((heads, body));
    let status = *answer.lock().expect("unpoisoned");
    (status, [(header::LOCATION, url)]).into_response()
}

/// An office whose administrator added a program; its secret.
async fn world(engine: Engine, receiver: &Receiver, is_gateway: bool) -> (World, Vec<u8>) {
    let mut world = World::with(engine, &INSIDE).await;
    world.service.set_clock(0);
    let admin = world.service.admin().await;
    let made = add(&admin, &receiver.url, is_gateway).await;
    world.at(9, 0).await;
    let secret =
        made["secret"].as_str().and_then(|it| it.strip_prefix("whsec_")).expect("a secret");
    (world, BASE64_STANDARD.decode(secret).expect("base 64"))
}

async fn add(admin: &Staff, url: &str, is_gateway: bool) -> Value {
    let program = json!({"label": "Cổng", "url": url, "is_gateway": is_gateway});
    let made = admin.send(Method::POST, &format!("{OFFICE}/webhooks"), &program).await;
    assert_eq!(made.status, 201, "{made:?}");
    made.json()
}

fn head<'a>(call: &'a (HeaderMap, String), name: &str) -> &'a str {
    call.0
        .get(name)
        .and_then(|it| it.to_str().ok())
        .unwrap_or_else(|| panic!("no {name}: {call:?}"))
}

async fn a_program_is_called_with_a_signed_link_and_code(engine: Engine) {
    let receiver = Receiver::start().await;
    let (world, secret) = world(engine, &receiver, false).await;
    world.received().await;
    let call = receiver.called(1).remove(0);
    let mut mac = Hmac::<Sha256>::new_from_slice(&secret).expect("a key");
    let (id, second) = (head(&call, "webhook-id"), head(&call, "webhook-timestamp"));
    mac.update(format!("{id}.{second}.{}", call.1).as_bytes());
    let signed = format!("v1,{}", BASE64_STANDARD.encode(mac.finalize().into_bytes()));
    assert_eq!(head(&call, "webhook-signature"), signed);
    let body: Value = serde_json::from_str(&call.1).expect("JSON");
    assert_eq!(body["type"], "feedback.received");
    let held = body["data"].as_object().expect("fields").keys().collect::<Vec<_>>();
    assert_eq!(held, ["code", "link"], "{body}");
    let sealed = world.service.database.cells(&[]).await.to_lowercase();
    let hex: String = secret.iter().map(|byte| format!("{byte:02x}")).collect();
    assert!(!sealed.contains(&hex), "the secret is sealed");
}

async fn a_gateway_gets_the_number_and_nobody_s_words(engine: Engine) {
    let receiver = Receiver::start().await;
    let (world, _) = world(engine, &receiver, true).await;
    world.received().await;
    let body: Value = serde_json::from_str(&receiver.called(1)[0].1).expect("JSON");
    assert_eq!(body["data"]["to"], "0900000123");
    assert!(
        !body.to_string().contains("tháng trước") && !body.to_string().contains("Bê"),
        "{body}"
    );
}

async fn a_program_that_is_away_is_called_again_under_the_same_id_and_no_redirect_is_followed(
    engine: Engine,
) {
    let receiver = Receiver::start().await;
    let (mut world, _) = world(engine, &receiver, false).await;
    receiver.answers(StatusCode::TEMPORARY_REDIRECT);
    world.received().await;
    receiver.called(1);
    world.stages(&["3", "1"]).await;
    receiver.answers(StatusCode::INTERNAL_SERVER_ERROR);
    world.at(9, 10).await;
    receiver.called(2);
    receiver.answers(StatusCode::OK);
    world.at(9, 30).await;
    let calls = receiver.called(3);
    let ids: Vec<&str> = calls.iter().map(|call| head(call, "webhook-id")).collect();
    assert!(ids.iter().all(|id| *id == ids[0]), "{ids:?}");
    world.stages(&["3", "3"]).await;
    receiver.answers(StatusCode::GONE);
    world.received().await;
    world.stages(&["3", "3", "3", "5"]).await;
}

async fn an_address_within_our_own_network_is_refused(engine: Engine) {
    let receiver = Receiver::start().await;
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    for url in [
        receiver.url.as_str(),
        "https://127.0.0.1/",
        "https://[::ffff:127.0.0.1]/",
        "http://example.vn/",
        "https://10.0.0.1/",
        "https://a:b@example.vn/",
    ] {
        let program = json!({"label": "Cổng", "url": url});
        let made = admin.send(Method::POST, &format!("{OFFICE}/webhooks"), &program).await;
        assert_eq!(made.status, 422, "{url}: {made:?}");
    }
    drop(service);
    // A name that leads inside is refused with each call, whatever it led to before.
    let (mut world, _) = world(engine, &receiver, false).await;
    let port = receiver.url.trim_end_matches("/in").rsplit_once(':').expect("a port").1.to_owned();
    let moved = format!("update webhooks set url = 'https://localhost:{port}/in'");
    world.service.database.behind(&moved).await.expect("moved");
    world.service.stop();
    world.service.unset(INSIDE[0].0);
    world.service.serve();
    world.at(9, 5).await;
    world.received().await;
    world.stages(&["3", "5"]).await;
    let hitch = world
        .service
        .database
        .texts("select cast(hitch as text) from outbox where stage = 5")
        .await;
    assert_eq!(
        (hitch, receiver.calls.lock().expect("unpoisoned").len()),
        (vec!["4".to_owned()], 0)
    );
}

async fn a_program_that_is_taken_away_is_called_no_more(engine: Engine) {
    let receiver = Receiver::start().await;
    let mut world = World::with(engine, &INSIDE).await;
    world.service.set_clock(0);
    let admin = world.service.admin().await;
    let id = add(&admin, &receiver.url, false).await["id"].to_string();
    let path = format!("{OFFICE}/webhooks/{id}");
    let shown = admin.get(&path).await;
    assert!(shown.status == 200 && !shown.body.contains("whsec_"), "{shown:?}");
    assert_eq!(admin.send(Method::DELETE, &path, &Value::Null).await.status, 204);
    assert_eq!(admin.send(Method::DELETE, &path, &Value::Null).await.status, 204);
    assert!(admin.get(&path).await.json()["disabled"].is_number());
    world.at(9, 0).await;
    world.received().await;
    world.stages(&["3"]).await;
    assert_eq!(receiver.calls.lock().expect("unpoisoned").len(), 0);
}
