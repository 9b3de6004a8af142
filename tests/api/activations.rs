//! Links by which a password is chosen: once, for a while, and only the last one.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, OFFICE, PASSWORD, Reply, Service, Staff, on_both};

on_both!(
    an_invited_person_chooses_a_password_once,
    a_link_ends_by_itself_and_by_the_next_one,
    a_link_does_not_outlive_what_it_was_given_for,
    links_that_open_nothing_are_all_told_alike,
);

const ACCOUNTS: &str = "/api/v1/office/accounts";

fn account(name: &str, role: &str, unit: &str) -> Value {
    json!({"name": name, "full_name": "Người Mới", "role": role, "unit": unit})
}

fn change(role: &str, unit: &str, disabled: bool) -> Value {
    json!({"full_name": "Người Cũ", "role": role, "unit": unit, "disabled": disabled})
}

async fn put(staff: &Staff, name: &str, body: &Value) -> Reply {
    staff.send(Method::PUT, &format!("{ACCOUNTS}/{name}"), body).await
}

/// The call behind a link.
fn call_of(reply: &Reply) -> String {
    let link = reply.json()["invitation"].as_str().expect("a link").to_owned();
    let (_, token) = link.rsplit_once('/').expect("a path");
    format!("{OFFICE}/invitations/{token}")
}

async fn choose(service: &Service, call: &str, password: &str) -> Reply {
    service.browser("").send(Method::POST, call, &json!({"password": password})).await
}

async fn an_invited_person_chooses_a_password_once(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    let invited =
        admin.send(Method::POST, ACCOUNTS, &account(" Lan.Tran ", "handler", "QLTM")).await;
    assert_eq!(invited.status, 201, "{invited:?}");
    let (call, lan) = (call_of(&invited), service.browser("lan.tran"));
    assert_eq!(lan.sign_in(PASSWORD).await.status, 422, "nothing opens yet");
    let shown = lan.get(&call).await.json();
    assert_eq!(shown, json!({"name": "lan.tran", "full_name": "Người Mới"}));
    assert_eq!(choose(&service, &call, "Matkhau@123456").await.faults(), ["password too_common"]);
    assert_eq!(
        choose(&service, &call, "lan.tran.lan.tran").await.faults(),
        ["password too_common"]
    );
    assert_eq!(choose(&service, &call, PASSWORD).await.status, 204);
    assert_eq!(choose(&service, &call, "tre nứa mai vầu luồng").await.status, 404, "once");
    assert_eq!(lan.get(&call).await.status, 404);
    assert_eq!(lan.sign_in(PASSWORD).await.json()["next"], "done");
    let taken = admin.send(Method::POST, ACCOUNTS, &account("LAN.TRAN", "viewer", "VP")).await;
    assert_eq!(taken.faults(), ["name taken"]);
    let blank = json!({"name": "lan.tran", "full_name": " ", "role": "viewer", "unit": "CU"});
    let all = admin.send(Method::POST, ACCOUNTS, &blank).await;
    assert_eq!(all.faults(), ["full_name missing", "name taken", "unit unknown_unit"], "at once");
    let row = admin.get(&format!("{ACCOUNTS}/lan.tran")).await.json();
    assert_eq!((&row["invited"], &row["unit"]), (&json!(false), &json!("QLTM")));
}

async fn a_link_ends_by_itself_and_by_the_next_one(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    let first = call_of(&admin.send(Method::POST, ACCOUNTS, &account("lan", "viewer", "VP")).await);
    let again = format!("{ACCOUNTS}/lan/invitations");
    let second = call_of(&admin.send(Method::POST, &again, &Value::Null).await);
    assert_eq!(choose(&service, &first, PASSWORD).await.status, 404);
    let three_days = "update invitations set expires = expires - 3 * 24 * 3600000";
    service.database.behind(three_days).await.expect("moved");
    assert_eq!(admin.get(&second).await.status, 404);
    assert_eq!(choose(&service, &second, PASSWORD).await.status, 404);
    let third = call_of(&admin.send(Method::POST, &again, &Value::Null).await);
    assert_eq!(put(&admin, "lan", &change("viewer", "VP", true)).await.status, 200);
    assert_eq!(choose(&service, &third, PASSWORD).await.status, 404, "nor for a disabled account");
    let printed = service.run(&["user", "invite", "lan"]);
    assert!(!printed.status.success(), "{printed:?}");
    assert_eq!(put(&admin, "lan", &change("viewer", "VP", false)).await.status, 200);
    assert_eq!(choose(&service, &third, PASSWORD).await.status, 404, "it does not come back");
    let printed = String::from_utf8(service.run(&["user", "invite", "lan"]).stdout).expect("text");
    let (_, token) = printed.trim().rsplit_once('/').expect("a link");
    assert_eq!(
        choose(&service, &format!("{OFFICE}/invitations/{token}"), PASSWORD).await.status,
        204
    );
}

async fn a_link_does_not_outlive_what_it_was_given_for(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    assert_eq!(
        admin.send(Method::POST, ACCOUNTS, &account("lan", "viewer", "VP")).await.status,
        201
    );
    let again = format!("{ACCOUNTS}/lan/invitations");
    for (role, unit) in [("inspector", "VP"), ("inspector", "SCT")] {
        let link = call_of(&admin.send(Method::POST, &again, &Value::Null).await);
        assert_eq!(put(&admin, "lan", &change(role, unit, false)).await.status, 200);
        assert_eq!(choose(&service, &link, PASSWORD).await.status, 404, "{role} {unit}");
    }
    assert_eq!(put(&admin, "lan", &change("office", "SCT", false)).await.status, 200);
    let link = call_of(&admin.send(Method::POST, &again, &Value::Null).await);
    let name = json!({"full_name": "Tên Khác", "role": "office", "unit": "SCT", "disabled": false});
    assert_eq!(put(&admin, "lan", &name).await.status, 200);
    assert_eq!(choose(&service, &link, PASSWORD).await.status, 204, "another name ends nothing");
}

async fn links_that_open_nothing_are_all_told_alike(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    let mut links = vec![("unknown", format!("{OFFICE}/invitations/{}", "0".repeat(64)))];
    for name in ["used", "replaced", "expired", "disabled"] {
        let made = admin.send(Method::POST, ACCOUNTS, &account(name, "viewer", "VP")).await;
        links.push((name, call_of(&made)));
    }
    links.push(("no token at all", format!("{OFFICE}/invitations/a'%20or%201=1")));
    assert_eq!(choose(&service, &links[1].1, PASSWORD).await.status, 204);
    let again = format!("{ACCOUNTS}/replaced/invitations");
    assert_eq!(admin.send(Method::POST, &again, &Value::Null).await.status, 201);
    let expired = "update invitations set expires = 1 where account_id =
        (select id from accounts where name = 'expired')";
    service.database.behind(expired).await.expect("moved");
    assert_eq!(put(&admin, "disabled", &change("viewer", "VP", true)).await.status, 200);
    let answer = |reply: Reply| {
        let headers_left = reply.headers.iter().filter(|(name, _)| *name != "date");
        let mut headers: Vec<String> = headers_left.map(|it| format!("{it:?}")).collect();
        headers.sort();
        (reply.status, reply.body, headers)
    };
    for password in [None, Some(PASSWORD), Some("ngắn")] {
        let mut answers = Vec::new();
        for (name, link) in &links {
            let reply = match password {
                None => service.browser("").get(link).await,
                Some(password) => choose(&service, link, password).await,
            };
            answers.push((name, answer(reply)));
        }
        for (name, answer) in &answers {
            assert_eq!((answer.0, answer), (404, &answers[0].1), "{name} {password:?}");
        }
    }
}
