//! An administrator alone, who wants into an account that watches over others, or into somebody else's.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, OFFICE, PASSWORD, Service, Staff, on_both};

use super::{ACCOUNTS, OTHER, WAITING, ask_link, call_of, change, choose, make, put, waiting};

on_both!(
    an_administrator_alone_gets_no_account_that_watches_over_others,
    an_administrator_alone_gets_into_nobody_s_account,
    a_changed_tree_makes_nobody_a_second_person,
);

/// Nobody signs in with it, by neither password.
async fn is_shut(service: &Service, name: &str) {
    for password in [PASSWORD, OTHER] {
        let reply = service.browser(name).sign_in(password).await;
        assert_eq!(reply.status, 422, "{name}: {reply:?}");
    }
}

async fn again(admin: &Staff, name: &str, part: &str, method: Method) -> u16 {
    admin.send(method, &format!("{ACCOUNTS}/{name}/{part}"), &Value::Null).await.status
}

async fn an_administrator_alone_gets_no_account_that_watches_over_others(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    for role in ["inspector", "leadership", "head"] {
        // Made so, made so later, made so by way of another role or room, disabled and let in again.
        let (made, grown) = (format!("moi.{role}"), format!("cu.{role}"));
        let first = make(&admin, &made, role, "SCT").await;
        let plain = make(&admin, &grown, "viewer", "VP").await;
        assert_eq!(choose(&service, &plain).await, 204);
        put(&admin, &grown, &change(role, "SCT", false)).await;
        put(&admin, &grown, &change("viewer", "VP", false)).await;
        assert_eq!(service.browser(&grown).sign_in(OTHER).await.status, 200);
        put(&admin, &grown, &change("head", "VP", false)).await;
        put(&admin, &grown, &change(role, "SCT", true)).await;
        put(&admin, &grown, &change(role, "SCT", false)).await;
        for name in [&made, &grown] {
            for link in [&first, &ask_link(&admin, name).await] {
                assert_eq!(choose(&service, link).await, 404, "{name}");
            }
            assert_eq!(again(&admin, name, "second-factor", Method::DELETE).await, 204);
            is_shut(&service, name).await;
        }
    }
    let rows = "select cast(id as text) from confirmations where outcome = 1";
    for id in service.database.texts(rows).await {
        let path = format!("{WAITING}/{id}");
        let reply = admin.send(Method::PUT, &path, &json!({"confirmed": true})).await;
        assert_eq!(reply.status, 403, "{reply:?}");
    }
    let right = json!({"label": "A", "actions": ["confirm_accounts"], "unit": null, "days": 9});
    let key = admin.send(Method::POST, &format!("{OFFICE}/keys"), &right).await;
    assert_eq!(key.faults(), ["actions not_yours_to_give"]);
}

async fn an_administrator_alone_gets_into_nobody_s_account(engine: Engine) {
    let service = Service::start(engine).await;
    let (admin, other) = (service.admin().await, service.admin().await);
    let own = service.account("inspector", "SCT").await;
    for role in ["inspector", "leadership", "head", "office", "handler", "viewer"] {
        let owner = service.account(role, "QLTM").await;
        let link = ask_link(&admin, &owner.name).await;
        for _ in 0..2 {
            assert_eq!(choose(&service, &link).await, 404, "{role}");
            assert_eq!(choose(&service, &ask_link(&admin, &owner.name).await).await, 404);
            assert_eq!(again(&admin, &owner.name, "second-factor", Method::DELETE).await, 204);
        }
        let lower = change("viewer", "QLTM", false);
        put(&admin, &owner.name, &lower).await;
        assert_eq!(choose(&service, &ask_link(&admin, &owner.name).await).await, 404, "{role}");
        let signed_in = owner.sign_in(PASSWORD).await;
        assert_eq!(signed_in.json()["next"], "done", "{role}: the password is still its owner's");
    }
    let path = format!("{ACCOUNTS}/{}/invitations", other.name);
    let link = call_of(&admin.send(Method::POST, &path, &Value::Null).await);
    assert_eq!(choose(&service, &link).await, 404, "nor another administrator's");
    // An administrator whom the other makes a leader, and who makes them one: both wait.
    put(&admin, &other.name, &change("leadership", "SCT", false)).await;
    is_shut(&service, &other.name).await;
    assert_eq!(waiting(&own).await.iter().filter(|row| row.1 == other.name).count(), 1);
}

async fn a_changed_tree_makes_nobody_a_second_person(engine: Engine) {
    let service = Service::start(engine).await;
    let (admin, inspector) = (service.admin().await, service.account("inspector", "SCT").await);
    let room = json!({"code": "QT", "name": {"vi": "Phòng mới", "en": ""}, "parent": null,
        "from": "2010-01-01"});
    let units = format!("{OFFICE}/units");
    assert_eq!(admin.send(Method::POST, &units, &room).await.status, 201);
    // A head of a room of the administrator's own making, whose room the house then goes into.
    let link = make(&admin, "tay.trong", "head", "QLTM").await;
    assert_eq!(choose(&service, &link).await, 204);
    let body = json!({"from": ["SCT", "QLTM", "QT"], "day": "2024-02-01", "decision": "QĐ 9",
        "into": {"code": "SCM", "name": {"vi": "Sở mới", "en": ""}, "parent": null}});
    let merged = admin.send(Method::POST, &format!("{OFFICE}/unit-mergers"), &body).await;
    assert_eq!(merged.status, 201, "{merged:?}");
    ask_link(&admin, &inspector.name).await;
    let head = service.browser("tay.trong");
    assert_eq!(head.sign_in(OTHER).await.status, 200);
    let list = head.get(WAITING).await;
    assert!(list.status == 403 || list.json() == json!([]), "{list:?}");
    let rows = "select cast(id as text) from confirmations where outcome = 1";
    for id in service.database.texts(rows).await {
        let path = format!("{WAITING}/{id}");
        let reply = head.send(Method::PUT, &path, &json!({"confirmed": true})).await;
        assert_eq!(reply.status, 403, "{reply:?}");
    }
    let moved = admin
        .send(Method::PUT, &format!("{ACCOUNTS}/tay.trong"), &change("head", "SCM", false))
        .await;
    assert_eq!(moved.json()["waits"], true, "{moved:?}");
    is_shut(&service, "tay.trong").await;
}
