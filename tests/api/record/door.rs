//! Who reads the record: the inspector alone. Who changes it: nobody.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, OFFICE, Service, on_both};

use super::{ROLES, add, get, inspect, office};

on_both! {
    only_the_inspector_reads_the_record,
    the_database_itself_refuses_to_change_the_record,
    an_export_is_on_the_record_with_what_was_asked,
    a_change_is_on_the_record_as_it_was_before_and_after,
}

async fn only_the_inspector_reads_the_record(engine: Engine) {
    let service = office(engine).await;
    for path in ["record", "record.csv", "record.xlsx"] {
        for (name, _) in ROLES {
            let reply = get(&service, name, path).await;
            let wanted = if name == "inspector" { 200 } else { 403 };
            assert_eq!(reply.status, wanted, "{name} {path}: {reply:?}");
        }
        assert_eq!(get(&service, "nobody", path).await.status, 401);
        assert_eq!(service.get(&format!("/api/v1/office/{path}")).await.status, 401);
    }
    let total = inspect(&service, "record").await.json()["total"].clone();
    assert_eq!(total, 2, "two exports, and not one by anybody else");
}

async fn the_database_itself_refuses_to_change_the_record(engine: Engine) {
    let service = office(engine).await;
    add(&service, 2).await;
    let before = inspect(&service, "record").await.body;
    let mut tries = vec![
        "update record set actor = 'nobody' where seq = 1",
        "update record set seq = 3 where seq = 1",
        "delete from record where seq = 2",
        "delete from record",
    ];
    match engine {
        Engine::Sqlite => tries.extend([
            "insert or replace into record select * from record where seq = 1",
            "replace into record select * from record",
            "update or replace record set seq = 2 where seq = 1",
        ]),
        Engine::Postgres => tries.extend([
            "truncate record",
            "truncate accounts, record cascade",
            "insert into record select * from record on conflict (seq) do update set actor = ''",
        ]),
    }
    for statement in tries {
        let refused = service.database.behind(statement).await;
        let message = refused.expect_err(statement).to_string();
        assert!(message.contains("the record is only added to"), "{statement}: {message}");
    }
    assert_eq!(inspect(&service, "record").await.body, before);
    service.verified();
}

async fn an_export_is_on_the_record_with_what_was_asked(engine: Engine) {
    let service = office(engine).await;
    inspect(&service, "record.xlsx?q=Lan&actor=lan&action=unit.&from=2026-01-01&to=2026-12-31")
        .await;
    let row = inspect(&service, "record").await.json()["rows"][0].clone();
    assert_eq!((&row["seq"], &row["actor"]), (&1.into(), &"inspector".into()));
    assert_eq!((&row["action"], &row["object"]), (&"record.export".into(), &"record".into()));
    assert!(row["before"].is_null(), "{row}");
    let wanted = json!({
        "format": "xlsx", "rows": 0, "searched": true, "actor": "lan", "action": "unit.",
        "from": "2026-01-01", "to": "2026-12-31",
    });
    assert_eq!(read(&row["after"]), wanted);
    assert_eq!(row["hash"].as_str().map(str::len), Some(64));
}

async fn a_change_is_on_the_record_as_it_was_before_and_after(engine: Engine) {
    let service = Service::start(engine).await;
    let (admin, inspector) = (service.admin().await, service.account("inspector", "SCT").await);
    service.add_account("nguoi.thu", "handler", "SCT");
    let account = format!("{OFFICE}/accounts/nguoi.thu");
    let change =
        json!({"full_name": "Trần Thị Thử", "role": "head", "unit": "SCT", "disabled": false});
    assert_eq!(admin.send(Method::PUT, &account, &change).await.status, 200);
    let found = inspector.get(&format!("{OFFICE}/record?action=account.change")).await.json();
    let row = &found["rows"][0];
    assert_eq!((&found["total"], &row["object"]), (&1.into(), &"account/nguoi.thu".into()));
    assert_eq!(row["actor"], admin.name.as_str());
    let (before, after) = (read(&row["before"]), read(&row["after"]));
    assert_eq!((&before["role"], &after["role"]), (&"handler".into(), &"head".into()));
    assert_eq!(before["full_name"], "Người Thử");
    assert_eq!(after["full_name"], "Trần Thị Thử");
    service.verified();
}

/// JSON as an entry holds it.
fn read(text: &Value) -> Value {
    serde_json::from_str(text.as_str().unwrap_or_default()).unwrap_or_else(|_| panic!("{text}"))
}
