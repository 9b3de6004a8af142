//! Fields nobody asked for: named and refused, in every body and every part of one.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, Service, on_both};

use super::{House, assert_same, contents};

on_both!(a_field_that_is_not_described_is_refused_and_changes_nothing);

/// What a sender might want to decide, with a value that would suit them.
fn wished() -> Vec<(&'static str, Value)> {
    vec![
        ("id", json!(1)),
        ("unit_id", json!(1)),
        ("account_id", json!(1)),
        ("role", json!("administrator")),
        ("is_admin", json!(true)),
        ("scope", json!("everything")),
        ("actions", json!(["change_accounts"])),
        ("password", json!("kẹo lạc gõ cửa đêm mưa")),
        ("password_hash", json!("$argon2id$")),
        ("totp", json!("")),
        ("second_factor", json!(false)),
        ("created", json!(0)),
        ("created_at", json!("2020-01-01")),
        ("day", json!("2020-01-01")),
        ("status", json!("closed")),
        ("weight", json!(100)),
        ("channel", json!("online")),
        ("sampling", json!("kiosk")),
        ("ballots", json!(0)),
        ("closed", json!(null)),
        ("__proto__", json!({"is_admin": true})),
        ("$where", json!("1")),
    ]
}

/// The objects in a value, as JSON pointers.
fn objects(value: &Value) -> Vec<String> {
    let under = |key: String, value: &Value| {
        objects(value).into_iter().map(move |rest| format!("/{key}{rest}"))
    };
    match value {
        Value::Object(fields) => {
            let inside = fields.iter().flat_map(|(name, value)| under(name.clone(), value));
            [String::new()].into_iter().chain(inside).collect()
        }
        Value::Array(all) => {
            all.iter().enumerate().flat_map(|(at, value)| under(at.to_string(), value)).collect()
        }
        _ => Vec::new(),
    }
}

async fn a_field_that_is_not_described_is_refused_and_changes_nothing(engine: Engine) {
    let service = Service::start(engine).await;
    let house = House::of(&service).await;
    let (before, mut tried) = (contents(&service).await, 0);
    for call in service.described().await.iter().filter(|call| !call.only_shows()) {
        // Whoever has no receipt learns nothing; `privacy/correction` tries it with one. Without a
        // provider there is nothing to be linked.
        let is_shut = call.path.contains("{receipt}") || call.path.ends_with("/openid");
        let Some(body) = call.body().filter(|_| !is_shut) else { continue };
        assert_ne!(call.method, Method::GET);
        let staff = house.whoever_may(call);
        for object in objects(&body) {
            for (name, value) in wished() {
                let mut body = body.clone();
                let fields = body.pointer_mut(&object).and_then(Value::as_object_mut);
                let fields = fields.expect("an object");
                if fields.contains_key(name) {
                    continue;
                }
                fields.insert(name.to_owned(), value);
                let reply = staff.send(call.method.clone(), &call.address(None), &body).await;
                let message = format!("{} {} {object}/{name}: {reply:?}", call.method, call.path);
                assert_eq!(reply.status, 422, "{message}");
                assert!(reply.body.contains("unknown_field"), "{message}");
                tried += 1;
            }
        }
    }
    assert!(tried > 400, "{tried}");
    assert_same(&before, &contents(&service).await);
    house.is_whole().await;
}
