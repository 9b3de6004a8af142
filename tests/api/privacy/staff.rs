//! Staff who read comments, put into the database as if they had signed in.

use reqwest::Method;
use sha2::{Digest, Sha256};
use tests::{Engine, Reply, Service};

/// Signs somebody of a role in; `unit` is a unit's code.
pub(super) async fn sign_in(
    service: &Service,
    engine: Engine,
    role: i64,
    unit: Option<&str>,
) -> String {
    let name = format!("staff-{role}-{}", unit.unwrap_or("none"));
    let now = moment();
    let hash: String = Sha256::digest(&name).iter().map(|byte| format!("{byte:02x}")).collect();
    let hash = match engine {
        Engine::Sqlite => format!("x'{hash}'"),
        Engine::Postgres => format!("'\\x{hash}'"),
    };
    let unit = unit.map_or("null".to_owned(), |code| {
        format!("(select unit_id from unit_versions where code = '{code}' limit 1)")
    });
    let statements = format!(
        "insert into accounts (name, full_name, role, unit_id, created)
         values ('{name}', '{name}', {role}, {unit}, 0);
         insert into sessions (token_hash, account_id, complete, begun, seen, device)
         values ({hash}, (select id from accounts where name = '{name}'), 1, {now}, {now}, 'test');"
    );
    service.database.behind(&statements).await.expect("somebody is signed in");
    name
}

#[expect(clippy::disallowed_methods, reason = "a session begins now")]
fn moment() -> i64 {
    chrono::Utc::now().timestamp_millis()
}

/// Asks for comments as somebody.
pub(super) async fn read(service: &Service, name: &str, query: &str) -> Reply {
    let path = format!("/api/v1/office/comments?{query}");
    let request = service.request(Method::GET, &path);
    let request = request.header("cookie", format!("__Host-hailong={name}"));
    Reply::read(request.send().await.expect("an answer")).await
}
