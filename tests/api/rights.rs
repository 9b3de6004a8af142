//! Every call of the office, tried by everyone: what a role may not do is refused, whatever the
//! call. The calls and their rights come from the service's own description, so none is left out.

use domain::{
    Action, Role,
    office::people::key::may_hold,
    people::role::{Reach, is_of_the_house, reach},
};
use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, Reply, Service, Staff, on_both};

on_both!(
    only_these_calls_are_open_to_whoever_is_not_signed_in,
    every_role_may_do_what_the_table_says_and_nothing_else,
    nobody_and_whoever_was_signed_in_may_do_nothing,
    another_unit_s_accounts_are_not_there,
    a_room_s_administrator_changes_nothing_for_the_house,
    a_second_house_takes_nothing_from_the_first_and_gets_no_more_than_itself,
    a_key_of_one_right_opens_the_calls_of_that_right_alone,
);

/// The calls that lead to a session. Every other call needs a right.
const DOORS: [&str; 7] = [
    "DELETE /api/v1/office/session",
    "GET /api/v1/office/invitations/{token}",
    "POST /api/v1/office/invitations/{token}",
    "POST /api/v1/office/session",
    "POST /api/v1/office/session/openid",
    "POST /api/v1/office/session/second-factor",
    "PUT /api/v1/office/session/openid",
];

/// A call as the description names it.
pub(crate) struct Call {
    pub(crate) method: Method,
    pub(crate) path: String,
    pub(crate) right: Option<Action>,
    /// Whether a program with a key may make it.
    pub(crate) by_key: bool,
}

impl Call {
    /// The path, with something that is not there in the place of every parameter.
    pub(crate) fn filled(&self) -> String {
        let parts = self.path.split('/').map(|part| if part.starts_with('{') { "0" } else { part });
        parts.collect::<Vec<_>>().join("/")
    }
}

pub(crate) async fn calls(service: &Service) -> Vec<Call> {
    let described = service.get("/api/v1/openapi.json").await.json();
    let paths = described["paths"].as_object().expect("paths");
    let mut calls = Vec::new();
    for (path, methods) in paths.iter().filter(|(path, _)| path.starts_with("/api/v1/office/")) {
        for (method, call) in methods.as_object().expect("methods") {
            let right = call["x-right"].as_str();
            let right = right.unwrap_or_else(|| panic!("{method} {path} names no right"));
            assert!(right == "none" || Action::read(right).is_some(), "{method} {path}: {right}");
            let method = method.to_uppercase().parse().expect("a method");
            let by_key = call["x-key"] == true;
            calls.push(Call { method, path: path.clone(), right: Action::read(right), by_key });
        }
    }
    assert!(calls.len() > 20, "{} calls", calls.len());
    calls
}

async fn send(staff: &Staff, call: &Call) -> Reply {
    let body = if call.method == Method::GET { Value::Null } else { json!({}) };
    staff.send(call.method.clone(), &call.filled(), &body).await
}

async fn only_these_calls_are_open_to_whoever_is_not_signed_in(engine: Engine) {
    let service = Service::start(engine).await;
    let calls = calls(&service).await;
    let open = calls.iter().filter(|call| call.right.is_none());
    let mut open: Vec<String> = open.map(|call| format!("{} {}", call.method, call.path)).collect();
    open.sort();
    assert_eq!(open, DOORS);
}

async fn every_role_may_do_what_the_table_says_and_nothing_else(engine: Engine) {
    let service = Service::start(engine).await;
    let calls = calls(&service).await;
    for &role in Role::ALL {
        // What administrators change for everybody, and what heads confirm, is for those of the whole
        // house alone.
        let is_of_the_house = Action::ALL.iter().any(|action| is_of_the_house(role, *action));
        let unit = if is_of_the_house { "SCT" } else { "QLTM" };
        let mut staff = service.account(role.name(), unit).await;
        for call in &calls {
            let Some(right) = call.right else { continue };
            let reply = send(&staff, call).await;
            let message = format!("{} {} {}: {reply:?}", role.name(), call.method, call.path);
            if reach(role, right) == Reach::Nothing {
                assert_eq!(reply.status, 403, "{message}");
            } else {
                assert!(![401, 403].contains(&reply.status) && reply.status < 500, "{message}");
            }
            if staff.get("/api/v1/office/me").await.status != 200 {
                // The call ended the session, as it may.
                staff = service.account(role.name(), unit).await;
            }
        }
    }
}

async fn nobody_and_whoever_was_signed_in_may_do_nothing(engine: Engine) {
    let service = Service::start(engine).await;
    let (nobody, expired) = (service.browser(""), service.account("inspector", "SCT").await);
    let old = service.account("administrator", "SCT").await;
    let moved = "update sessions set begun = begun - 13 * 3600000, seen = seen - 13 * 3600000";
    service.database.behind(moved).await.expect("moved");
    let disabled = service.account("office", "SCT").await;
    let gone = "update accounts set disabled = 1 where role = 4";
    service.database.behind(gone).await.expect("gone");
    for call in calls(&service).await.iter().filter(|call| call.right.is_some()) {
        for staff in [&nobody, &expired, &old, &disabled] {
            let reply = send(staff, call).await;
            assert_eq!(reply.status, 401, "{} {}: {reply:?}", call.method, call.path);
        }
        let forged = nobody.request(call.method.clone(), &call.filled());
        let forged = forged.header("authorization", "Bearer hl_0").header("x-user", "admin");
        assert_eq!(nobody.answer(forged).await.status, 401, "{} {}", call.method, call.path);
    }
}

async fn another_unit_s_accounts_are_not_there(engine: Engine) {
    let service = Service::start(engine).await;
    let (own, other) =
        (service.account("viewer", "QLTM").await, service.account("viewer", "QLNL").await);
    let readers = ["administrator", "head", "inspector"];
    for role in readers {
        let staff = service.account(role, "QLTM").await;
        let everywhere = role == "inspector";
        let status =
            async |name: &str| staff.get(&format!("/api/v1/office/accounts/{name}")).await.status;
        assert_eq!(status(&own.name).await, 200, "{role}");
        assert_eq!(status(&other.name).await, if everywhere { 200 } else { 404 }, "{role}");
        let list = staff.get("/api/v1/office/accounts").await.body;
        assert_eq!(list.contains(&other.name), everywhere, "{role}: {list}");
    }
}

async fn a_room_s_administrator_changes_nothing_for_the_house(engine: Engine) {
    let service = Service::start(engine).await;
    let room = service.account("administrator", "QLTM").await;
    for call in calls(&service).await {
        let Some(right) = call.right.filter(|right| *right != Action::ReadBooks) else { continue };
        if reach(Role::Administrator, right) == Reach::Everything {
            let reply = send(&room, &call).await;
            assert_eq!(reply.status, 403, "{} {}: {reply:?}", call.method, call.path);
        }
    }
    let head = service.account("head", "QLTM").await;
    for call in calls(&service).await {
        if call.right.is_some_and(|right| is_of_the_house(Role::Head, right)) {
            let reply = send(&head, &call).await;
            assert_eq!(reply.status, 403, "{} {}: {reply:?}", call.method, call.path);
        }
    }
    assert_eq!(room.get("/api/v1/office/units").await.status, 200, "the books are read by all");
    let may = room.get("/api/v1/office/me").await.json()["actions"].clone();
    let expected = ["own_account", "read_books", "read_accounts", "change_accounts"];
    assert_eq!(may, json!(expected), "and the pages offer no more");
}

async fn a_second_house_takes_nothing_from_the_first_and_gets_no_more_than_itself(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    let may = async |staff: &Staff| staff.get("/api/v1/office/me").await.json()["actions"].clone();
    let before = may(&admin).await;
    let second = json!({"code": "SXD", "name": {"vi": "Sở Xây dựng", "en": ""}, "parent": null,
        "from": "2010-01-01", "decision": "QĐ 3", "note": ""});
    let made = admin.send(Method::POST, "/api/v1/office/units", &second).await;
    assert_eq!(made.status, 201, "{made:?}");
    assert_eq!(may(&admin).await, before, "the first house's administrators keep what they may");
    let other = service.account("administrator", "SXD").await;
    let room = ["own_account", "read_books", "read_accounts", "change_accounts"];
    assert_eq!(may(&other).await, json!(room));
    let theirs = service.account("viewer", "VP").await;
    let own = service.account("viewer", "SXD").await;
    for (name, status) in [(&theirs.name, 404), (&own.name, 200)] {
        let path = format!("/api/v1/office/accounts/{name}");
        assert_eq!(other.get(&path).await.status, status, "{name}");
    }
    for call in calls(&service).await {
        let Some(right) = call.right.filter(|right| *right != Action::ReadBooks) else { continue };
        if reach(Role::Administrator, right) == Reach::Everything {
            let reply = send(&other, &call).await;
            assert_eq!(reply.status, 403, "{} {}: {reply:?}", call.method, call.path);
        }
    }
}

async fn a_key_of_one_right_opens_the_calls_of_that_right_alone(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    let calls = calls(&service).await;
    let holds =
        |right: &Action| may_hold(*right) && reach(Role::Administrator, *right) > Reach::Nothing;
    for &right in Action::ALL.iter().filter(|right| holds(right)) {
        // A key that sends cases is for a channel, and opens nothing of the office (`channel`).
        let channel = (right == Action::PushFeedback).then_some("portal");
        let sent = json!({"label": "A", "actions": [right.name()], "unit": null, "days": 9,
            "channel": channel});
        let made = admin.send(Method::POST, "/api/v1/office/keys", &sent).await.json();
        let key = made["key"].as_str().expect("a key").to_owned();
        for call in calls.iter().filter(|call| call.right.is_some()) {
            let request = service.request(call.method.clone(), &call.filled());
            let request = request.header("authorization", format!("Bearer {key}")).json(&json!({}));
            let reply = Reply::read(request.send().await.expect("an answer")).await;
            let message = format!("{} {} {}: {reply:?}", right.name(), call.method, call.path);
            if call.right == Some(right) {
                assert!(![401, 403].contains(&reply.status) && reply.status < 500, "{message}");
            } else {
                assert_eq!(reply.status, 403, "{message}");
            }
        }
    }
}
