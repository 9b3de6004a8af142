//! The record: what is done stays on it, only the inspector reads it, and no one changes it unseen.

mod door;
mod export;
mod look;
mod tampering;
mod turns;

use sha2::{Digest, Sha256};
use tests::{Engine, Reply, Service};

/// The numbers of the roles, by what they are called in addresses of their sessions here.
const ROLES: [(&str, i64); 8] = [
    ("reception", 1),
    ("handler", 2),
    ("head", 3),
    ("office", 4),
    ("inspector", 5),
    ("leadership", 6),
    ("administrator", 7),
    ("viewer", 8),
];

/// A service with somebody of every role signed in.
async fn office(engine: Engine) -> Service {
    let service = Service::start(engine).await;
    let now = moment();
    for (name, role) in ROLES {
        let hash: String = Sha256::digest(name).iter().map(|byte| format!("{byte:02x}")).collect();
        let hash = bytes(engine, &hash);
        let statements = format!(
            "insert into accounts (id, name, full_name, role, created)
             values ({role}, '{name}', '{name}', {role}, 0);
             insert into sessions (token_hash, account_id, complete, begun, seen, device)
             values ({hash}, {role}, 1, {now}, {now}, 'test');"
        );
        service.database.behind(&statements).await.expect("somebody is signed in");
    }
    service
}

#[expect(clippy::disallowed_methods, reason = "a session begins now")]
fn moment() -> i64 {
    chrono::Utc::now().timestamp_millis()
}

/// Bytes as the engine writes them.
fn bytes(engine: Engine, hex: &str) -> String {
    match engine {
        Engine::Sqlite => format!("x'{hex}'"),
        Engine::Postgres => format!("'\\x{hex}'"),
    }
}

/// Gets something of the office as somebody of this role.
async fn get(service: &Service, name: &str, path: &str) -> Reply {
    let request = service.request(reqwest::Method::GET, &format!("/api/v1/office/{path}"));
    let request = request.header("cookie", format!("__Host-hailong={name}"));
    Reply::read(request.send().await.expect("an answer")).await
}

/// Gets something as the inspector, who may.
async fn inspect(service: &Service, path: &str) -> Reply {
    let reply = get(service, "inspector", path).await;
    assert_eq!(reply.status, 200, "{path}: {reply:?}");
    reply
}

/// Does something that goes on the record, this many times.
async fn add(service: &Service, times: usize) {
    for _ in 0..times {
        inspect(service, "record.csv?to=2000-01-01").await;
    }
}

/// Writes entries past the service, in an SQL list of (seq, moment, actor, action, object).
async fn write(service: &Service, engine: Engine, entries: &[(i64, i64, &str, &str, &str)]) {
    let hash = bytes(engine, "00");
    let rows: Vec<String> = entries
        .iter()
        .map(|(seq, moment, actor, action, object)| {
            let [actor, action, object] = [actor, action, object].map(|it| it.replace('\'', "''"));
            format!("({seq}, {moment}, '{actor}', '{action}', '{object}', {hash})")
        })
        .collect();
    let statement = format!(
        "insert into record (seq, moment, actor, action, object, hash) values {}",
        rows.join(", ")
    );
    service.database.behind(&statement).await.expect("entries are added");
}
