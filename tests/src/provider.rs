//! A small OpenID Connect provider that tests run. It keeps to the standard, except where a test has
//! it lie.

mod token;

use std::{
    collections::BTreeMap,
    net::SocketAddr,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use axum::{
    Json, Router,
    extract::{Query, State},
    http::{HeaderMap, StatusCode, header},
    response::{IntoResponse, Redirect, Response},
    routing::{get, post},
};
use base64::{
    Engine as _,
    prelude::{BASE64_STANDARD, BASE64_URL_SAFE_NO_PAD},
};
use reqwest::{Client, redirect::Policy};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};
use tempfile::TempDir;
use tokio::{net::TcpListener, task::JoinHandle};

pub use self::token::Lie;
use crate::ballots::draw_id;

const CLIENT: &str = "hai-long";
const SECRET: &str = "only the provider and the server know";

type Pairs = BTreeMap<String, String>;

/// A running provider.
pub struct Provider {
    shared: Arc<Shared>,
    address: SocketAddr,
    serving: JoinHandle<()>,
    folder: TempDir,
}

struct Shared {
    issuer: String,
    state: Mutex<Known>,
}

#[derive(Default)]
struct Known {
    lie: Lie,
    key: usize,
    codes: BTreeMap<String, Pairs>,
    keys_read: usize,
}

impl Provider {
    /// Starts on a free port.
    pub async fn start() -> Self {
        // It takes a while, which nobody who waits for an answer should have to wait for.
        tokio::task::spawn_blocking(token::draw_keys).await.expect("keys are drawn");
        let listener = TcpListener::bind("127.0.0.1:0").await.expect("a free port");
        let address = listener.local_addr().expect("it is bound");
        let shared = Shared { issuer: format!("http://{address}"), state: Mutex::default() };
        let shared = Arc::new(shared);
        let serving = serve(listener, Arc::clone(&shared));
        let folder = tempfile::tempdir().expect("a temporary folder");
        std::fs::write(folder.path().join("secret"), format!("{SECRET}\n")).expect("written");
        Self { shared, address, serving, folder }
    }

    /// What a service is told about it.
    pub fn settings(&self) -> Vec<(&'static str, String)> {
        let secret = self.folder.path().join("secret").display().to_string();
        vec![
            ("HAILONG_OIDC_ISSUER", self.shared.issuer.clone()),
            ("HAILONG_OIDC_CLIENT_ID", CLIENT.to_owned()),
            ("HAILONG_OIDC_CLIENT_SECRET_FILE", secret),
            ("HAILONG_OIDC_LABEL", "Cổng cán bộ".to_owned()),
        ]
    }

    /// What it does from now on.
    pub fn lie(&self, lie: Lie) {
        self.shared.known().lie = lie;
    }

    /// Signs with another key from now on, and shows that one only.
    pub fn change_key(&self) {
        self.shared.known().key += 1;
    }

    /// How often its keys were read.
    pub fn keys_read(&self) -> usize {
        self.shared.known().keys_read
    }

    /// Goes away: nobody listens any more.
    pub async fn stop(&mut self) {
        self.serving.abort();
        // The port is free only once the task has ended.
        drop((&mut self.serving).await);
    }

    /// Comes back at the same address.
    pub async fn again(&mut self) {
        let listener = TcpListener::bind(self.address).await.expect("the port is still ours");
        self.serving = serve(listener, Arc::clone(&self.shared));
    }

    /// What a browser comes back with that was sent to `address`, where it is this person's: the
    /// address, and the code and state in it.
    pub async fn visit(&self, address: &str, person: &str) -> (String, Value) {
        let client = Client::builder().redirect(Policy::none()).no_proxy().build();
        let request = client.expect("a client").get(format!("{address}&person={person}"));
        let answer = request.send().await.expect("an answer");
        assert_eq!(answer.status(), 303, "{address}: {answer:?}");
        let back = answer.headers()["location"].to_str().expect("plain text").to_owned();
        let pairs = pairs(back.split_once('?').expect("it has a query").1.as_bytes());
        let arrival = json!({"code": pairs["code"], "state": pairs["state"]});
        (back, arrival)
    }
}

impl Drop for Provider {
    fn drop(&mut self) {
        self.serving.abort();
    }
}

impl Shared {
    fn known(&self) -> MutexGuard<'_, Known> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Waits for ever where that is what it does.
    async fn speak(&self) {
        let is_silent = self.known().lie == Lie::Silent;
        if is_silent {
            std::future::pending().await
        }
    }
}

fn serve(listener: TcpListener, shared: Arc<Shared>) -> JoinHandle<()> {
    let routes = Router::new()
        .route("/.well-known/openid-configuration", get(description))
        .route("/jwks", get(keys))
        .route("/authorize", get(authorize))
        .route("/token", post(exchange))
        .with_state(shared);
    tokio::spawn(async move { axum::serve(listener, routes).await.expect("it serves") })
}

async fn description(State(shared): State<Arc<Shared>>) -> Json<Value> {
    shared.speak().await;
    let issuer = &shared.issuer;
    let far = if shared.known().lie == Lie::Elsewhere { "http://192.0.2.1" } else { issuer };
    Json(json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/authorize"),
        "token_endpoint": format!("{far}/token"),
        "jwks_uri": format!("{issuer}/jwks"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["none", "HS256", "RS256"],
        "token_endpoint_auth_methods_supported": ["client_secret_basic"],
    }))
}

async fn keys(State(shared): State<Arc<Shared>>) -> Json<Value> {
    shared.speak().await;
    let mut known = shared.known();
    known.keys_read += 1;
    Json(json!({"keys": [token::shown(known.key)]}))
}

/// Where the person says that it is them; here their name is in the address.
async fn authorize(State(shared): State<Arc<Shared>>, Query(request): Query<Pairs>) -> Response {
    let is = |name: &str, value: &str| request.get(name).is_some_and(|it| it == value);
    let is_long = |name: &str| request.get(name).is_some_and(|it| it.len() >= 43);
    let is_right = is("response_type", "code")
        && is("client_id", CLIENT)
        && is("scope", "openid")
        && is("code_challenge_method", "S256")
        && ["state", "nonce", "code_challenge"].into_iter().all(is_long);
    let Some(back) = request.get("redirect_uri").filter(|_| is_right) else {
        return (StatusCode::BAD_REQUEST, format!("{request:?}")).into_response();
    };
    let (code, state) = (draw_id(), &request["state"]);
    let back = format!("{back}?code={code}&state={state}");
    shared.known().codes.insert(code, request);
    Redirect::to(&back).into_response()
}

async fn exchange(State(shared): State<Arc<Shared>>, headers: HeaderMap, body: String) -> Response {
    shared.speak().await;
    let sent = pairs(body.as_bytes());
    let secret: String = form_urlencoded::byte_serialize(SECRET.as_bytes()).collect();
    let basic = format!("Basic {}", BASE64_STANDARD.encode(format!("{CLIENT}:{secret}")));
    if headers.get(header::AUTHORIZATION).is_none_or(|sent| sent.as_bytes() != basic.as_bytes()) {
        return refused("invalid_client");
    }
    let mut known = shared.known();
    let request = sent.get("code").and_then(|code| match known.lie {
        Lie::CodesAgain => known.codes.get(code).cloned(),
        _ => known.codes.remove(code),
    });
    let Some(request) = request else { return refused("invalid_grant") };
    let verifier = sent.get("code_verifier").map(Sha256::digest);
    let challenge = verifier.map(|hash| BASE64_URL_SAFE_NO_PAD.encode(hash));
    let is_right = sent.get("grant_type").is_some_and(|kind| kind == "authorization_code")
        && sent.get("redirect_uri") == request.get("redirect_uri")
        && challenge.as_ref() == request.get("code_challenge");
    match (is_right, known.lie) {
        (false, _) => refused("invalid_grant"),
        (_, Lie::Broken) => (StatusCode::INTERNAL_SERVER_ERROR, "broken").into_response(),
        (_, Lie::Huge) => " ".repeat(1024 * 1024).into_response(),
        (_, lie) => {
            let mut tokens = json!({"access_token": draw_id(), "token_type": "Bearer"});
            if lie != Lie::NoToken {
                let (client, issuer) = (CLIENT, shared.issuer.as_str());
                let about = token::About { client, issuer, secret: SECRET, request: &request };
                tokens["id_token"] = json!(token::made(lie, known.key, &about));
            }
            Json(tokens).into_response()
        }
    }
}

fn refused(error: &str) -> Response {
    (StatusCode::BAD_REQUEST, Json(json!({"error": error}))).into_response()
}

fn pairs(text: &[u8]) -> Pairs {
    form_urlencoded::parse(text).into_owned().collect()
}
