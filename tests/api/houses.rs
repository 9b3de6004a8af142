//! Accounts and the tree of units: several houses under one roof, and units that ended.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, Reply, Service, Staff, on_both};

on_both!(
    a_second_house_takes_nothing_from_the_first,
    each_house_s_administrator_keeps_the_own_accounts,
    a_room_that_goes_into_a_house_makes_its_administrator_no_greater,
    a_merged_house_keeps_its_administrators,
    an_account_of_a_merged_unit_is_marked_and_gets_no_other_by_itself,
    an_account_of_an_ended_unit_is_kept_by_the_house,
);

const ACCOUNTS: &str = "/api/v1/office/accounts";
const ME: &str = "/api/v1/office/me";
const UNITS: &str = "/api/v1/office/units";

fn unit(code: &str, parent: Option<&str>) -> Value {
    json!({"code": code, "name": {"vi": code, "en": ""}, "parent": parent, "from": "2020-01-01"})
}

async fn post(staff: &Staff, path: &str, body: Value) -> Reply {
    staff.send(Method::POST, path, &body).await
}

/// Another house, with a room in it.
async fn another_house(admin: &Staff) {
    for unit in [unit("TT", None), unit("TT1", Some("TT"))] {
        let reply = post(admin, UNITS, unit).await;
        assert_eq!(reply.status, 201, "{reply:?}");
    }
}

/// Makes one unit of several.
async fn merge(admin: &Staff, from: &[&str], into: &str, parent: Option<&str>) {
    let into = json!({"code": into, "name": {"vi": into, "en": ""}, "parent": parent});
    let body = json!({"from": from, "day": "2024-02-01", "decision": "QĐ 9", "into": into});
    let reply = post(admin, "/api/v1/office/unit-mergers", body).await;
    assert_eq!(reply.status, 201, "{reply:?}");
}

async fn actions(staff: &Staff) -> Value {
    staff.get(ME).await.json()["actions"].clone()
}

async fn row(staff: &Staff, name: &str) -> Value {
    let reply = staff.get(&format!("{ACCOUNTS}/{name}")).await;
    assert_eq!(reply.status, 200, "{reply:?}");
    reply.json()
}

fn of(row: &Value) -> (&str, bool) {
    (row["unit"].as_str().unwrap_or_default(), row["unit_ended"] == true)
}

async fn put(staff: &Staff, name: &str, unit: &str, disabled: bool) -> Reply {
    let body = json!({"full_name": "A", "role": "handler", "unit": unit, "disabled": disabled});
    staff.send(Method::PUT, &format!("{ACCOUNTS}/{name}"), &body).await
}

fn new(name: &str, role: &str, unit: &str) -> Value {
    json!({"name": name, "full_name": "A", "role": role, "unit": unit})
}

async fn a_second_house_takes_nothing_from_the_first(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    let before = actions(&admin).await;
    another_house(&admin).await;
    assert_eq!(actions(&admin).await, before);
    assert_eq!(post(&admin, UNITS, unit("QLCN", Some("SCT"))).await.status, 201);
    assert_eq!(post(&admin, UNITS, unit("TT2", Some("TT"))).await.status, 201, "one tree of all");
    assert_eq!(admin.get("/api/v1/office/settings").await.status, 200);
    let inspector = post(&admin, ACCOUNTS, new("thanh.tra", "inspector", "QLTM")).await;
    assert_eq!(inspector.status, 201, "{inspector:?}");
    for name in ["quan.tri", "nguoi.xem"] {
        let role = if name == "quan.tri" { "administrator" } else { "viewer" };
        let reply = post(&admin, ACCOUNTS, new(name, role, "TT")).await;
        assert_eq!(reply.faults(), ["unit not_yours_to_give"], "nobody is sent into another house");
    }
}

async fn each_house_s_administrator_keeps_the_own_accounts(engine: Engine) {
    let service = Service::start(engine).await;
    let first = service.admin().await;
    another_house(&first).await;
    let second = service.account("administrator", "TT").await;
    let own = json!(["own_account", "read_books", "read_accounts", "change_accounts"]);
    assert_eq!(actions(&second).await, own, "what is common is the first house's");
    assert_eq!(post(&second, ACCOUNTS, new("tt.mot", "viewer", "TT1")).await.status, 201);
    assert_eq!(post(&first, ACCOUNTS, new("sct.mot", "viewer", "QLTM")).await.status, 201);
    let room = service.account("administrator", "TT1").await;
    for (keeper, name) in
        [(&second, "sct.mot"), (&second, &first.name), (&first, "tt.mot"), (&first, &second.name)]
    {
        assert_eq!(put(keeper, name, "QLTM", true).await.status, 404, "{name}");
        let link = format!("{ACCOUNTS}/{name}/invitations");
        assert_eq!(post(keeper, &link, Value::Null).await.status, 404, "{name}");
        let list = keeper.get(ACCOUNTS).await.body;
        assert!(!list.contains(&format!("\"{name}\"")), "{name}: {list}");
    }
    for unit in ["SCT", "QLTM"] {
        let reply = post(&second, ACCOUNTS, new("tt.hai", "viewer", unit)).await;
        assert_eq!(reply.faults(), ["unit not_yours_to_give"]);
    }
    assert_eq!(actions(&room).await, own, "a room of the second house is a room");
}

async fn a_room_that_goes_into_a_house_makes_its_administrator_no_greater(engine: Engine) {
    let service = Service::start(engine).await;
    let (admin, room) = (service.admin().await, service.account("administrator", "QLTM").await);
    let before = actions(&room).await;
    merge(&admin, &["QLTM", "QLNL"], "TT", None).await;
    assert_eq!(actions(&room).await, before);
    assert_eq!(post(&room, UNITS, unit("X", None)).await.status, 403);
    let reply = post(&room, ACCOUNTS, new("moi", "viewer", "TT")).await;
    assert_eq!(reply.faults(), ["unit not_yours_to_give"]);
    assert_eq!(row(&service.account("inspector", "VP").await, &room.name).await["unit"], "QLTM");
}

async fn a_merged_house_keeps_its_administrators(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    another_house(&admin).await;
    let other = service.account("administrator", "TT").await;
    let before = (actions(&admin).await, actions(&other).await);
    assert_eq!(post(&admin, ACCOUNTS, new("sct.mot", "handler", "QLTM")).await.status, 201);
    merge(&admin, &["SCT", "TT"], "SCM", None).await;
    assert_eq!(actions(&admin).await, before.0, "or nobody could change anything any more");
    assert_eq!(actions(&other).await, before.1, "who was no house does not become one");
    assert_eq!(of(&row(&admin, "sct.mot").await), ("QLTM", false));
    assert_eq!(of(&row(&admin, &admin.name).await), ("SCT", true), "one's own is marked too");
    assert_eq!(put(&admin, "sct.mot", "TT1", false).await.status, 200);
    assert_eq!(post(&admin, ACCOUNTS, new("scm.mot", "viewer", "SCM")).await.status, 201);
}

async fn an_account_of_a_merged_unit_is_marked_and_gets_no_other_by_itself(engine: Engine) {
    let service = Service::start(engine).await;
    let (admin, handler) = (service.admin().await, service.account("handler", "QLTM").await);
    assert_eq!(of(&row(&admin, &handler.name).await), ("QLTM", false));
    merge(&admin, &["QLTM", "QLNL"], "TMNL", Some("SCT")).await;
    assert_eq!(of(&row(&admin, &handler.name).await), ("QLTM", true));
    let list = admin.get(&format!("{ACCOUNTS}?unit=QLTM")).await.json();
    assert_eq!((&list["total"], &list["rows"][0]["unit_ended"]), (&json!(1), &json!(true)));
    let room = service.account("administrator", "TMNL").await;
    assert_eq!(of(&row(&room, &handler.name).await), ("QLTM", true), "who answers for it now");
    assert_eq!(put(&room, &handler.name, "TMNL", false).await.status, 200);
    assert_eq!(of(&row(&admin, &handler.name).await), ("TMNL", false));
}

async fn an_account_of_an_ended_unit_is_kept_by_the_house(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    let made = post(&admin, UNITS, unit("TAM", Some("SCT"))).await.json();
    let handler = service.account("handler", "TAM").await;
    let other = service.account("administrator", "VP").await;
    let body = json!({"based_on": made["state"], "name": {"vi": "TAM", "en": ""}, "parent": "SCT",
        "until": "2024-01-31", "decision": "QĐ 9"});
    let path = format!("{UNITS}/TAM/versions/2020-01-01");
    let ended = admin.send(Method::PUT, &path, &body).await;
    assert_eq!(ended.status, 200, "{ended:?}");
    assert_eq!(of(&row(&admin, &handler.name).await), ("TAM", true));
    assert_eq!(other.get(&format!("{ACCOUNTS}/{}", handler.name)).await.status, 404);
    let reply = post(&admin, ACCOUNTS, new("moi", "viewer", "TAM")).await;
    assert_eq!(reply.faults(), ["unit unknown_unit"], "nobody new comes in");
    let reply = put(&admin, &handler.name, "CU", true).await;
    assert_eq!(reply.faults(), ["unit unknown_unit"], "nor goes from one ended unit to another");
    assert_eq!(put(&admin, &handler.name, "TAM", true).await.json()["disabled"], true);
    assert_eq!(handler.get(ME).await.status, 401, "to be disabled nobody has to move first");
    let noted = "select after from record where action = 'account.change'";
    let noted = service.database.texts(noted).await;
    assert!(noted.len() == 1 && noted[0].contains("\"unit\":\"TAM\""), "{noted:?}");
}
