//! Keeping accounts: who may invite, change and end whom.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, PASSWORD, Reply, Service, Staff, on_both};

on_both!(
    an_account_outside_the_scope_is_not_there,
    nobody_gives_more_than_they_may_themselves,
    nobody_changes_their_own_role_or_unit,
    an_administrator_is_left_whoever_disables_whom,
    a_disabled_account_is_signed_out_at_once,
    another_role_or_unit_ends_the_sessions,
    what_an_account_is_cannot_be_sent_along,
    the_list_is_found_sorted_and_paged,
    a_lost_second_factor_is_taken_away_by_others_only,
    an_account_of_a_unit_that_ended_is_marked_until_it_gets_another,
    the_command_line_refuses_what_the_pages_refuse,
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

async fn an_account_outside_the_scope_is_not_there(engine: Engine) {
    let service = Service::start(engine).await;
    let (room, other) =
        (service.account("administrator", "QLTM").await, service.account("viewer", "VP").await);
    let own = service.account("handler", "QLTM").await;
    let names: Vec<String> = room.get(ACCOUNTS).await.json()["rows"]
        .as_array()
        .expect("rows")
        .iter()
        .filter_map(|row| row["name"].as_str().map(str::to_owned))
        .collect();
    let mut expected = [own.name.clone(), room.name.clone()];
    expected.sort();
    assert_eq!(names, expected);
    for name in [other.name.as_str(), "ai-do", "%00", "..", "a%2Fb"] {
        let path = format!("{ACCOUNTS}/{name}");
        assert_eq!(room.get(&path).await.status, 404, "{name}");
        assert_eq!(put(&room, name, &change("viewer", "QLTM", true)).await.status, 404, "{name}");
        for (method, part) in [
            (Method::POST, "invitations"),
            (Method::DELETE, "second-factor"),
            (Method::DELETE, "sessions"),
        ] {
            let reply = room.send(method, &format!("{path}/{part}"), &Value::Null).await;
            assert_eq!(reply.status, 404, "{name} {part}");
        }
    }
    assert_eq!(other.get("/api/v1/office/me").await.status, 200, "untouched");
}

async fn nobody_gives_more_than_they_may_themselves(engine: Engine) {
    let service = Service::start(engine).await;
    let room = service.account("administrator", "QLTM").await;
    for (role, unit, expected) in [
        ("inspector", "QLTM", vec!["role not_yours_to_give"]),
        ("leadership", "QLTM", vec!["role not_yours_to_give"]),
        ("office", "SCT", vec!["role not_yours_to_give", "unit not_yours_to_give"]),
        ("viewer", "VP", vec!["unit not_yours_to_give"]),
        ("viewer", "CU", vec!["unit unknown_unit"]),
    ] {
        let reply = room.send(Method::POST, ACCOUNTS, &account("moi.nguoi", role, unit)).await;
        assert_eq!(reply.faults(), expected, "{role} {unit}");
    }
    let no_unit = json!({"name": "moi.nguoi", "full_name": "A", "role": "viewer", "unit": null});
    assert_eq!(
        room.send(Method::POST, ACCOUNTS, &no_unit).await.faults(),
        ["unit not_yours_to_give"]
    );
    let handler = service.account("handler", "QLTM").await;
    for (role, unit) in [("inspector", "QLTM"), ("handler", "SCT")] {
        assert_eq!(put(&room, &handler.name, &change(role, unit, false)).await.status, 422);
    }
    // Somebody of the room who sees the whole house is not within the room's administrator's reach.
    let inspector = service.account("inspector", "QLTM").await;
    let path = format!("{ACCOUNTS}/{}", inspector.name);
    assert_eq!(put(&room, &inspector.name, &change("viewer", "QLTM", false)).await.status, 403);
    let link = room.send(Method::POST, &format!("{path}/invitations"), &Value::Null).await;
    assert_eq!(link.status, 403, "no link to choose its password by");
    let sct = service.admin().await;
    assert_eq!(put(&sct, &inspector.name, &change("viewer", "QLTM", false)).await.status, 200);
}

async fn nobody_changes_their_own_role_or_unit(engine: Engine) {
    let service = Service::start(engine).await;
    let (admin, _other) = (service.admin().await, service.admin().await);
    let reply = put(&admin, &admin.name, &change("office", "VP", true)).await;
    let expected = ["disabled not_to_oneself", "role not_to_oneself", "unit not_to_oneself"];
    assert_eq!(reply.faults(), expected);
    let renamed = put(&admin, &admin.name, &change("administrator", "SCT", false)).await;
    assert_eq!(renamed.json()["full_name"], "Người Cũ");
    for (method, part) in [(Method::POST, "invitations"), (Method::DELETE, "second-factor")] {
        let path = format!("{ACCOUNTS}/{}/{part}", admin.name);
        let reply = admin.send(method, &path, &Value::Null).await;
        assert_eq!(reply.faults(), ["name not_to_oneself"], "{part}");
    }
    for role in ["head", "viewer", "office"] {
        let staff = service.account(role, "SCT").await;
        let reply = put(&staff, &staff.name, &change("administrator", "SCT", false)).await;
        assert_eq!(reply.status, 403, "{role}");
        assert_eq!(staff.get("/api/v1/office/me").await.json()["role"], role);
    }
}

async fn an_administrator_is_left_whoever_disables_whom(engine: Engine) {
    let service = Service::start(engine).await;
    let (one, other) = (service.admin().await, service.admin().await);
    let off = change("administrator", "SCT", true);
    let (first, second) = tokio::join!(put(&one, &other.name, &off), put(&other, &one.name, &off));
    let done = [first.status, second.status].iter().filter(|status| **status == 200).count();
    assert_eq!(done, 1, "{first:?} {second:?}");
    let able = "select name from accounts where role = 7 and disabled is null";
    assert_eq!(service.database.texts(able).await.len(), 1);
}

async fn a_disabled_account_is_signed_out_at_once(engine: Engine) {
    let service = Service::start(engine).await;
    let (admin, viewer) = (service.admin().await, service.account("viewer", "VP").await);
    assert_eq!(put(&admin, &viewer.name, &change("viewer", "VP", true)).await.status, 200);
    assert_eq!(viewer.get("/api/v1/office/me").await.status, 401);
    assert_eq!(viewer.sign_in(PASSWORD).await.faults(), ["password wrong_sign_in"]);
    assert_eq!(put(&admin, &viewer.name, &change("viewer", "VP", false)).await.status, 200);
    assert_eq!(viewer.get("/api/v1/office/me").await.status, 401, "no session comes back");
    assert_eq!(viewer.sign_in(PASSWORD).await.status, 200);
}

async fn another_role_or_unit_ends_the_sessions(engine: Engine) {
    let service = Service::start(engine).await;
    let (admin, staff) = (service.admin().await, service.account("head", "VP").await);
    assert_eq!(put(&admin, &staff.name, &change("head", "VP", false)).await.status, 200);
    assert_eq!(staff.get("/api/v1/office/me").await.status, 200, "another name ends nothing");
    for (role, unit) in [("viewer", "VP"), ("viewer", "QLTM")] {
        assert_eq!(put(&admin, &staff.name, &change(role, unit, false)).await.status, 200);
        assert_eq!(staff.get("/api/v1/office/me").await.status, 401, "{role} {unit}");
        assert_eq!(staff.sign_in(PASSWORD).await.status, 200);
        assert_eq!(staff.get("/api/v1/office/me").await.json()["role"], role);
    }
    let path = format!("{ACCOUNTS}/{}/sessions", staff.name);
    assert_eq!(admin.send(Method::DELETE, &path, &Value::Null).await.status, 204);
    assert_eq!(staff.get("/api/v1/office/me").await.status, 401);
}

async fn what_an_account_is_cannot_be_sent_along(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    let mut body = account("lan", "viewer", "VP");
    for (field, value) in [
        ("id", json!(1)),
        ("password", json!(PASSWORD)),
        ("disabled", json!(null)),
        ("created", json!(0)),
        ("totp", json!("")),
    ] {
        body[field] = value;
    }
    let reply = admin.send(Method::POST, ACCOUNTS, &body).await;
    let expected = ["created", "disabled", "id", "password", "totp"];
    assert_eq!(reply.faults(), expected.map(|field| format!("{field} unknown_field")));
    let wrong = json!({"name": 7, "role": "king", "unit": ["VP"], "full_name": null});
    let reply = admin.send(Method::POST, ACCOUNTS, &wrong).await;
    let expected =
        ["full_name wrong_type", "name wrong_type", "role unknown_choice", "unit wrong_type"];
    assert_eq!(reply.faults(), expected);
    assert_eq!(admin.get(&format!("{ACCOUNTS}/lan")).await.status, 404);
}

async fn the_list_is_found_sorted_and_paged(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    for (name, full_name, role) in [
        ("an", "Trần Đức Ấn", "viewer"),
        ("binh", "Nguyễn Bình", "handler"),
        ("ba", "Lê Ba", "viewer"),
    ] {
        let name = format!("{name}.nv");
        let sent = json!({"name": name, "full_name": full_name, "role": role, "unit": "QLTM"});
        assert_eq!(admin.send(Method::POST, ACCOUNTS, &sent).await.status, 201);
    }
    for (query, expected) in [
        ("q=duc%20an", vec!["an.nv"]),
        ("q=N%C3%8AN", vec![]),
        ("q=%25", vec![]),
        ("role=viewer&unit=QLTM", vec!["an.nv", "ba.nv"]),
        ("unit=QLTM&sort=-name", vec!["binh.nv", "ba.nv", "an.nv"]),
        ("unit=QLTM&sort=full_name", vec!["ba.nv", "binh.nv", "an.nv"]),
        ("unit=QLTM&state=able", vec![]),
        ("unit=QLTM&state=invited&page=9", vec!["an.nv", "ba.nv", "binh.nv"]),
    ] {
        let list = admin.get(&format!("{ACCOUNTS}?{query}")).await.json();
        let rows = list["rows"].as_array().expect("rows").iter();
        let names: Vec<&str> = rows.filter_map(|row| row["name"].as_str()).collect();
        assert_eq!(names, expected, "{query}");
        assert_eq!((&list["total"], &list["page"]), (&json!(expected.len()), &json!(1)));
    }
}

async fn a_lost_second_factor_is_taken_away_by_others_only(engine: Engine) {
    let service = Service::start(engine).await;
    let (one, other) = (service.admin().await, service.admin().await);
    let path = format!("{ACCOUNTS}/{}/second-factor", other.name);
    assert_eq!(one.send(Method::DELETE, &path, &Value::Null).await.status, 204);
    assert_eq!(other.get("/api/v1/office/me").await.status, 401);
    assert_eq!(other.sign_in(PASSWORD).await.json()["next"], "done");
    assert_eq!(other.get(ACCOUNTS).await.status, 403, "one has to be set up again first");
    let cleared = service.run(&["user", "invite", &one.name, "--clear-second-factor"]);
    assert!(cleared.status.success(), "{cleared:?}");
    assert_eq!(one.get("/api/v1/office/me").await.status, 401);
    assert_eq!(one.sign_in(PASSWORD).await.json()["next"], "done");
}

async fn the_command_line_refuses_what_the_pages_refuse(engine: Engine) {
    let service = Service::start(engine).await;
    let weak = service.write("weak", "Matkhau@123456\n").display().to_string();
    let good = service.write("good", &format!("{PASSWORD}\n")).display().to_string();
    service.add_account("lan", "viewer", "VP");
    for (name, role, unit, file) in [
        ("an.nv", "viewer", "VP", &weak),
        ("an.nv", "king", "VP", &good),
        ("an.nv", "viewer", "CU", &good),
        ("Ấn", "viewer", "VP", &good),
        ("lan", "viewer", "VP", &good),
    ] {
        let words = ["user", "add", name, "--role", role, "--unit", unit, "--full-name", "An"];
        let output = service.run(&[words.as_slice(), &["--password-file", file]].concat());
        assert!(!output.status.success() && !output.stderr.is_empty(), "{name} {role} {unit}");
    }
    let output = service.run(&[
        "user",
        "add",
        "an.nv",
        "--role",
        "viewer",
        "--unit",
        "VP",
        "--full-name",
        "An",
    ]);
    assert!(!output.status.success(), "without a terminal nothing is typed");
    let names = service.database.texts("select name from accounts").await;
    assert_eq!(names, ["lan"]);
}

async fn an_account_of_a_unit_that_ended_is_marked_until_it_gets_another(engine: Engine) {
    let service = Service::start(engine).await;
    let (admin, head) = (service.admin().await, service.account("head", "QLTM").await);
    let ended = format!("{ACCOUNTS}?state=unit_ended");
    assert_eq!(admin.get(&ended).await.json()["total"], 0);
    let body = json!({"from": ["QLTM", "QLNL"], "day": "2024-02-01", "decision": "QĐ 9",
        "into": {"code": "TMNL", "name": {"vi": "Thương mại và năng lượng", "en": ""},
        "parent": "SCT"}});
    let merged = admin.send(Method::POST, "/api/v1/office/unit-mergers", &body).await;
    assert_eq!(merged.status, 201, "{merged:?}");
    let list = admin.get(&ended).await.json();
    assert_eq!((&list["total"], &list["rows"][0]["name"]), (&json!(1), &json!(head.name)));
    let bound = put(&admin, &head.name, &change("head", "TMNL", false)).await;
    assert_eq!(bound.json()["unit_ended"], false, "{bound:?}");
    assert_eq!(admin.get(&ended).await.json()["total"], 0);
}
