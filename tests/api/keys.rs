//! Keys of other programs: what they open, for whom, for how long.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, OFFICE, Reply, Service, Staff, on_both};

use super::rights::calls;

on_both!(
    a_key_does_what_it_was_made_for_and_nothing_else,
    a_key_reaches_no_further_than_its_unit,
    a_key_is_made_within_the_maker_s_own_right,
    a_key_ends_with_its_days_its_maker_and_when_revoked,
    a_key_is_shown_once,
    a_key_of_every_right_makes_the_calls_that_the_description_names,
);

const KEYS: &str = "/api/v1/office/keys";

/// A key of these rights; its number and itself.
async fn made(admin: &Staff, actions: &[&str], unit: Option<&str>) -> (i64, String) {
    let sent = json!({"label": "Cổng dữ liệu", "actions": actions, "unit": unit, "days": 30});
    let reply = admin.send(Method::POST, KEYS, &sent).await;
    assert_eq!(reply.status, 201, "{reply:?}");
    let made = reply.json();
    (made["id"].as_i64().expect("a number"), made["key"].as_str().expect("a key").to_owned())
}

/// A request as another program sends it: without cookies, from no page.
async fn with(service: &Service, key: &str, method: Method, path: &str, body: &Value) -> Reply {
    let request = service.request(method, path).header("authorization", format!("Bearer {key}"));
    let request = if body.is_null() { request } else { request.json(body) };
    Reply::read(request.send().await.expect("an answer")).await
}

async fn get(service: &Service, key: &str, path: &str) -> Reply {
    with(service, key, Method::GET, path, &Value::Null).await
}

async fn a_key_does_what_it_was_made_for_and_nothing_else(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    let (_, key) = made(&admin, &["read_accounts"], None).await;
    assert!(key.starts_with("hl_") && key.len() > 60, "{key}");
    let accounts = format!("{OFFICE}/accounts");
    assert_eq!(get(&service, &key, &accounts).await.status, 200);
    for path in ["me", "me/sessions", "keys", "record", "comments"] {
        assert_eq!(get(&service, &key, &format!("{OFFICE}/{path}")).await.status, 403, "{path}");
    }
    let new = json!({"name": "cua.sau", "full_name": "A", "role": "administrator", "unit": "SCT"});
    assert_eq!(with(&service, &key, Method::POST, &accounts, &new).await.status, 403);
    for wrong in ["", "hl_", &key[..key.len() - 1], &key.to_uppercase(), &key[3..]] {
        assert_eq!(get(&service, wrong, &accounts).await.status, 401, "{wrong}");
    }
    let request = admin.request(Method::GET, &accounts).header("authorization", "Bearer hl_x");
    assert_eq!(
        admin.answer(request).await.status,
        401,
        "a wrong key is not made good by a session"
    );
    let token = admin.cookies()["__Host-hailong"].clone();
    assert_eq!(get(&service, &token, &accounts).await.status, 401, "a session is no key");
}

async fn a_key_reaches_no_further_than_its_unit(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    let (inside, outside) =
        (service.account("viewer", "QLTM").await, service.account("viewer", "VP").await);
    let (_, key) = made(&admin, &["read_accounts"], Some("QLTM")).await;
    let list = get(&service, &key, &format!("{OFFICE}/accounts")).await.json();
    assert_eq!((&list["total"], &list["rows"][0]["name"]), (&json!(1), &json!(inside.name)));
    let one = format!("{OFFICE}/accounts/{}", outside.name);
    assert_eq!(get(&service, &key, &one).await.status, 404);
}

async fn a_key_is_made_within_the_maker_s_own_right(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    for (body, fault) in [
        (json!({"actions": ["read_comments"]}), "actions not_yours_to_give"),
        (json!({"actions": ["change_accounts"]}), "actions not_yours_to_give"),
        (json!({"actions": ["change_keys"]}), "actions not_yours_to_give"),
        (json!({"actions": ["own_account"]}), "actions not_yours_to_give"),
        (json!({"actions": []}), "actions missing"),
        (json!({"actions": ["everything"]}), "actions unknown_choice"),
        (json!({"days": 367}), "days out_of_range"),
        (json!({"days": 0}), "days out_of_range"),
        (json!({"label": " "}), "label missing"),
        (json!({"unit": "CU"}), "unit unknown_unit"),
        (json!({"account_id": 1}), "account_id unknown_field"),
        (json!({"expires": 9}), "expires unknown_field"),
    ] {
        let mut sent = json!({"label": "A", "actions": ["read_books"], "unit": null, "days": 9});
        for (name, value) in body.as_object().expect("fields") {
            sent[name] = value.clone();
        }
        assert_eq!(admin.send(Method::POST, KEYS, &sent).await.faults(), [fault], "{sent}");
    }
    let list = admin.get(KEYS).await.json();
    assert_eq!(list["total"], 0);
}

async fn a_key_ends_with_its_days_its_maker_and_when_revoked(engine: Engine) {
    let service = Service::start(engine).await;
    let (admin, maker) = (service.admin().await, service.admin().await);
    let accounts = format!("{OFFICE}/accounts");
    let (revoked, first) = made(&maker, &["read_accounts"], None).await;
    let path = format!("{KEYS}/{revoked}");
    assert_eq!(admin.send(Method::DELETE, &path, &Value::Null).await.status, 204);
    assert_eq!(get(&service, &first, &accounts).await.status, 401);
    let (_, second) = made(&maker, &["read_accounts"], None).await;
    let month = "update api_keys set expires = expires - 30 * cast(86400000 as bigint)";
    service.database.behind(month).await.expect("moved");
    assert_eq!(get(&service, &second, &accounts).await.status, 401);

    let (_, third) = made(&maker, &["read_accounts"], None).await;
    assert_eq!(get(&service, &third, &accounts).await.status, 200);
    let path = format!("{accounts}/{}", maker.name);
    let mut change = json!({"full_name": "A", "role": "viewer", "unit": "SCT", "disabled": false});
    assert_eq!(admin.send(Method::PUT, &path, &change).await.status, 200);
    assert_eq!(get(&service, &third, &accounts).await.status, 403, "its maker may not any more");
    change["role"] = json!("administrator");
    change["disabled"] = json!(true);
    assert_eq!(admin.send(Method::PUT, &path, &change).await.status, 200);
    assert_eq!(get(&service, &third, &accounts).await.status, 401, "its maker is gone");
}

async fn a_key_is_shown_once(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    let (id, key) = made(&admin, &["read_books", "read_accounts", "read_books"], Some("VP")).await;
    get(&service, &key, &format!("{OFFICE}/accounts")).await;
    let list = admin.get(KEYS).await;
    assert!(!list.body.contains(&key[3..]), "{list:?}");
    let row = list.json()["rows"][0].clone();
    assert_eq!(
        (&row["id"], &row["maker"], &row["unit"]),
        (&json!(id), &json!(admin.name), &json!("VP"))
    );
    assert_eq!(row["actions"], json!(["read_accounts", "read_books"]));
    assert!(row["used"].is_i64(), "{row}");
    assert_eq!(admin.get(&format!("{KEYS}/{id}")).await.json(), row, "alone as in the list");
    assert_eq!(admin.get(&format!("{KEYS}/{}", id + 1)).await.status, 404);
    let stored = service.database.cells(&[]).await + &service.log();
    assert!(!stored.contains(&key[3..]), "only its hash is kept");
}

async fn a_key_of_every_right_makes_the_calls_that_the_description_names(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    let held = [
        "read_books",
        "change_units",
        "change_procedures",
        "change_settings",
        "read_accounts",
        "change_invitees",
    ];
    let (_, key) = made(&admin, &held, None).await;
    let calls = calls(&service).await;
    assert!(calls.iter().any(|call| call.by_key));
    for call in calls.iter().filter(|call| call.right.is_some()) {
        let body = if call.method == Method::GET { Value::Null } else { json!({}) };
        let reply = with(&service, &key, call.method.clone(), &call.filled(), &body).await;
        let is_let_in = ![401, 403].contains(&reply.status) && reply.status < 500;
        assert_eq!(is_let_in, call.by_key, "{} {}: {reply:?}", call.method, call.path);
        assert!(call.by_key || reply.status == 403, "{} {}: {reply:?}", call.method, call.path);
    }
}
