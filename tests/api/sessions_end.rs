//! What ends a session ends it at once: half way through signing in, in a race, on another server.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, OFFICE, PASSWORD, Service, Staff, on_both};

on_both!(
    half_a_sign_in_ends_with_what_it_was_begun_with,
    a_code_that_races_another_password_leaves_no_session,
    a_sign_in_that_races_another_password_leaves_no_session,
    whatever_ends_a_session_ends_it_on_every_server_at_once,
);

const ME: &str = "/api/v1/office/me";
const OTHER: &str = "tre nứa mai vầu luồng";

/// Another server on the same database, where there can be one.
fn second(service: &Service, engine: Engine) -> Option<Service> {
    (engine == Engine::Postgres).then(|| service.beside())
}

/// A browser at a server in which the password was typed, and not yet the code.
async fn half(server: &Service, name: &str, password: &str) -> Staff {
    let staff = server.browser(name);
    let reply = staff.sign_in(password).await;
    assert_eq!(reply.json()["next"], "second_factor", "{reply:?}");
    staff
}

async fn change(staff: &Staff, old: &str, new: &str) -> u16 {
    let body = json!({"old": old, "new": new});
    staff.send(Method::PUT, &format!("{ME}/password"), &body).await.status
}

async fn half_a_sign_in_ends_with_what_it_was_begun_with(engine: Engine) {
    let service = Service::start(engine).await;
    let beside = second(&service, engine);
    let there = beside.as_ref().unwrap_or(&service);
    let (keeper, owner) = (service.admin().await, service.admin().await);
    let thief = half(there, &owner.name, PASSWORD).await;
    assert_eq!(change(&owner, PASSWORD, OTHER).await, 204);
    let mut codes = owner.recovery_codes.iter();
    let mut code = || codes.next().expect("there are ten").as_str();
    assert_eq!(thief.type_code(code()).await.status, 401, "another password");
    assert_eq!(thief.get(ME).await.status, 401);

    let account = format!("{OFFICE}/accounts/{}", owner.name);
    let is = |role: &str, disabled: bool| json!({"full_name": "A", "role": role, "unit": "SCT", "disabled": disabled});
    let sessions = format!("{account}/sessions");
    for (what, method, path, body) in [
        ("signed out", Method::DELETE, &sessions, Value::Null),
        ("another role", Method::PUT, &account, is("office", false)),
        ("disabled", Method::PUT, &account, is("office", true)),
    ] {
        let waiting = half(there, &owner.name, OTHER).await;
        assert!(keeper.send(method, path, &body).await.status < 300, "{what}");
        assert_eq!(waiting.type_code(code()).await.status, 401, "{what}");
        assert_eq!(waiting.get(ME).await.status, 401, "{what}");
    }
    let stored = "select cast(count(*) as text) from recovery_codes";
    assert_eq!(service.database.texts(stored).await, ["20"], "and no code was used up on it");
}

async fn a_code_that_races_another_password_leaves_no_session(engine: Engine) {
    let service = Service::start(engine).await;
    let beside = second(&service, engine);
    let owner = service.admin().await;
    let (mut old, mut new) = (PASSWORD, OTHER);
    for code in owner.recovery_codes.iter().take(6) {
        let thief = half(beside.as_ref().unwrap_or(&service), &owner.name, old).await;
        let (typed, changed) = tokio::join!(thief.type_code(code), change(&owner, old, new));
        assert!([200, 401].contains(&typed.status), "{typed:?}");
        assert_eq!(changed, 204);
        assert_eq!(thief.get(ME).await.status, 401, "it was begun with the old password");
        assert_eq!(owner.get(ME).await.status, 200);
        (old, new) = (new, old);
    }
}

async fn a_sign_in_that_races_another_password_leaves_no_session(engine: Engine) {
    let service = Service::start(engine).await;
    let beside = second(&service, engine);
    let owner = service.account("viewer", "VP").await;
    let (mut old, mut new) = (PASSWORD, OTHER);
    for _ in 0..6 {
        let thief = beside.as_ref().unwrap_or(&service).browser(&owner.name);
        let (typed, changed) = tokio::join!(thief.sign_in(old), change(&owner, old, new));
        assert!([200, 422].contains(&typed.status), "{typed:?}");
        assert_eq!(changed, 204);
        assert_eq!(thief.get(ME).await.status, 401, "{typed:?}");
        (old, new) = (new, old);
    }
}

/// What may end a session of an account: by whom, how, where, with what.
struct End {
    what: &'static str,
    by_owner: bool,
    method: Method,
    path: String,
    body: Value,
}

/// All of them for an account of a name; the one that disables it comes last.
fn ends(name: &str) -> Vec<End> {
    let account = format!("{OFFICE}/accounts/{name}");
    let is = |role: &str, unit: &str, disabled: bool| json!({"full_name": "A", "role": role, "unit": unit, "disabled": disabled});
    let end = |what, by_owner, method, path: &str, body| {
        let path = path.to_owned();
        End { what, by_owner, method, path, body }
    };
    let (out, others) = (format!("{OFFICE}/session"), format!("{ME}/sessions"));
    let password = json!({"old": PASSWORD, "new": OTHER});
    vec![
        end(
            "all ended by a keeper",
            false,
            Method::DELETE,
            &format!("{account}/sessions"),
            Value::Null,
        ),
        end("all others ended by the owner", true, Method::DELETE, &others, Value::Null),
        end("another role", false, Method::PUT, &account, is("head", "VP", false)),
        end("another unit", false, Method::PUT, &account, is("head", "QLTM", false)),
        end("signed out", true, Method::DELETE, &out, Value::Null),
        end("another password", true, Method::PUT, &format!("{ME}/password"), password),
        end("disabled", false, Method::PUT, &account, is("head", "QLTM", true)),
    ]
}

async fn whatever_ends_a_session_ends_it_on_every_server_at_once(engine: Engine) {
    let service = Service::start(engine).await;
    let beside = second(&service, engine);
    let there = beside.as_ref().unwrap_or(&service);
    let (keeper, name) = (service.admin().await, "nhan.vien");
    service.add_account(name, "viewer", "VP");
    let mut password = PASSWORD;
    for End { what, by_owner, method, path, body } in ends(name) {
        let (here, away) = (service.browser(name), there.browser(name));
        assert_eq!(here.sign_in(password).await.status, 200, "{what}");
        if what == "signed out" {
            // The same session, looked at through the other server.
            away.set_cookies(here.cookies());
        } else {
            assert_eq!(away.sign_in(password).await.status, 200, "{what}");
        }
        // Whatever the other server remembers of the session, it remembers now.
        assert_eq!(away.get(ME).await.status, 200, "{what}");
        let by = if by_owner { &here } else { &keeper };
        let done = by.send(method, &path, &body).await;
        assert!(done.status < 300, "{what}: {done:?}");
        assert_eq!(away.get(ME).await.status, 401, "{what}: the very next look");
        if what == "another password" {
            password = OTHER;
        }
    }
    assert_eq!(there.browser(name).sign_in(password).await.status, 422, "disabled everywhere");
}
