//! Units as the office keeps them: versions, with ballots before and after.

mod mergers;
mod outlook;

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, Reply, Service, Staff, draw_id, on_both, this_month};

on_both!(
    a_new_unit_is_there_at_once_and_on_the_record,
    every_fault_of_a_unit_is_named_at_once,
    what_a_form_does_not_know_is_refused,
    a_renamed_unit_stays_the_same_one,
    a_version_does_not_end_before_its_last_ballot,
    versions_never_meet,
    of_two_who_change_the_same_unit_one_is_told,
    a_unit_that_ends_leaves_nothing_behind,
);

const UNITS: &str = "/api/v1/office/units";

fn name(vi: &str) -> Value {
    json!({"vi": vi, "en": ""})
}

async fn post(staff: &Staff, path: &str, body: Value) -> Reply {
    staff.send(Method::POST, path, &body).await
}

/// The unit as it stands.
async fn unit(staff: &Staff, code: &str) -> Value {
    let reply = staff.get(&format!("{UNITS}/{code}")).await;
    assert_eq!(reply.status, 200, "{reply:?}");
    reply.json()
}

/// Codes and names of the units there are today, as everybody sees them.
async fn today(service: &Service) -> Vec<(String, String, String)> {
    let units = service.get("/api/v1/units").await.json();
    let text = |value: &Value| value.as_str().unwrap_or_default().to_owned();
    let units = units.as_array().expect("a list").iter();
    units.map(|it| (text(&it["code"]), text(&it["name"]["vi"]), text(&it["parent"]))).collect()
}

fn is_there(units: &[(String, String, String)], code: &str) -> bool {
    units.iter().any(|unit| unit.0 == code)
}

/// Sends a ballot about something; it must be kept.
async fn ballot(service: &Service, about: Value) {
    let mut ballot = json!({"id": draw_id(), "campaign": "quick",
        "answers": [{"item": "O1", "level": 4}]});
    ballot.as_object_mut().expect("a ballot").extend(about.as_object().expect("fields").clone());
    let reply = service.post(&ballot).await;
    assert_eq!(reply.status, 201, "{reply:?}");
}

/// Puts every ballot that was kept so far on the fifteenth of January 2024.
async fn backdate(service: &mut Service) {
    service.stop();
    let moved = "update ballots set day = 20240115;
        update tallies set period = 20240115 where period > 1000000;
        update tallies set period = 202401 where period < 1000000";
    service.database.behind(moved).await.expect("the ballots lie in the past");
    service.serve();
}

/// How many people answered about each unit, whenever they did.
async fn index(service: &Service) -> Vec<(String, u64)> {
    let path = format!("by=unit&instrument=quick&from=2024-01&to={}", this_month());
    let index = service.live(&path).await.json();
    let rows = index["rows"].as_array().unwrap_or_else(|| panic!("{index}")).clone();
    let message = |row: Value| (row["key"].as_str().unwrap_or("?").to_owned(), row["n"].as_u64());
    rows.into_iter().map(message).map(|(key, n)| (key, n.unwrap_or_default())).collect()
}

async fn a_new_unit_is_there_at_once_and_on_the_record(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    let body = json!({"code": "KT", "name": name("Phòng  Kỹ thuật "), "parent": "SCT",
        "from": "2024-01-01", "decision": "QĐ 7"});
    let made = post(&admin, UNITS, body).await;
    assert_eq!(made.status, 201, "{made:?}");
    assert_eq!(made.json()["versions"][0]["decision"], "QĐ 7");
    let units = today(&service).await;
    assert!(units.iter().any(|it| it.0 == "KT" && it.2 == "SCT"), "{units:?}");
    let listed = admin.get(&format!("{UNITS}?q=ky+thuat&in_force=yes")).await.json();
    assert_eq!((&listed["total"], &listed["rows"][0]["code"]), (&json!(1), &json!("KT")));
    let inspector = service.account("inspector", "SCT").await;
    let entry = inspector.get("/api/v1/office/record?action=unit.create").await.json();
    assert_eq!(entry["rows"][0]["object"], "unit/KT", "{entry}");
    assert_eq!(entry["rows"][0]["actor"], admin.name.as_str());
}

async fn every_fault_of_a_unit_is_named_at_once(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    let before = today(&service).await;
    let body = json!({"code": "Phòng A", "name": name(" "), "parent": "KHONG",
        "from": "01/02/2024", "decision": "a\nb"});
    let reply = post(&admin, UNITS, body).await;
    assert_eq!(reply.status, 422);
    let expected = [
        "code bad_code",
        "decision line_break",
        "from bad_date",
        "name.vi missing",
        "parent unknown_unit",
    ];
    assert_eq!(reply.faults(), expected);
    let taken = json!({"code": "VP", "name": name("x"), "parent": "CU", "from": "2015-01-01"});
    assert_eq!(post(&admin, UNITS, taken).await.faults(), ["code taken"]);
    let dangling = json!({"code": "X", "name": name("x"), "parent": "CU", "from": "2015-01-01"});
    assert_eq!(post(&admin, UNITS, dangling).await.faults(), ["parent not_there_then"]);
    assert_eq!(today(&service).await, before);
}

async fn what_a_form_does_not_know_is_refused(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    let body = json!({"code": "X", "name": name("x"), "from": "2024-01-01", "id": 7});
    let reply = post(&admin, UNITS, body).await;
    assert_eq!((reply.status, reply.faults()), (422, vec!["id unknown_field".to_owned()]));
    assert!(!is_there(&today(&service).await, "X"));
    assert_eq!(admin.get(&format!("{UNITS}/X")).await.status, 404);
}

async fn a_renamed_unit_stays_the_same_one(engine: Engine) {
    let mut service = Service::start(engine).await;
    ballot(&service, json!({"unit": "QLTM"})).await;
    backdate(&mut service).await;
    let admin = service.admin().await;
    let seen = unit(&admin, "QLTM").await;
    let body = json!({"based_on": seen["state"], "code": "TM", "name": name("Phòng Thương mại"),
        "parent": "SCT", "from": "2024-02-01", "decision": "QĐ 8"});
    let renamed = post(&admin, &format!("{UNITS}/QLTM/versions"), body).await;
    assert_eq!(renamed.status, 201, "{renamed:?}");
    let versions = renamed.json()["versions"].clone();
    assert_eq!((&versions[0]["until"], &versions[1]["code"]), (&json!("2024-01-31"), &json!("TM")));
    let units = today(&service).await;
    assert!(is_there(&units, "TM") && !is_there(&units, "QLTM"), "{units:?}");
    ballot(&service, json!({"unit": "TM"})).await;
    // The procedure is led by the same unit, whatever it is called by now.
    ballot(&service, json!({"procedure": "2.000004"})).await;
    assert_eq!(index(&service).await, [("TM".to_owned(), 3)]);
    assert_eq!(unit(&admin, "QLTM").await, unit(&admin, "TM").await);
    let taken = json!({"code": "QLTM", "name": name("x"), "from": "2025-01-01"});
    assert_eq!(
        post(&admin, UNITS, taken).await.faults(),
        ["code taken"],
        "a code is not passed on"
    );
    assert_eq!(service.verified(), 3);
}

async fn a_version_does_not_end_before_its_last_ballot(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    ballot(&service, json!({"unit": "QLTM"})).await;
    let seen = unit(&admin, "QLTM").await;
    let path = format!("{UNITS}/QLTM/versions");
    let body = json!({"based_on": seen["state"], "name": name("Mới"), "parent": "VP",
        "until": "2024-01-31", "decision": "QĐ 1"});
    let reply = admin.send(Method::PUT, &format!("{path}/2010-01-01"), &body).await;
    let expected =
        ["name.en frozen", "name.vi frozen", "parent frozen", "until ends_before_ballots"];
    assert_eq!(reply.faults(), expected);
    // Where it goes on under another name, the decision may come late.
    for (from, until) in [("2190-01-01", "2189-12-31"), ("2024-02-01", "2024-01-31")] {
        let seen = unit(&admin, "QLTM").await;
        let next = json!({"based_on": seen["state"], "code": "QLTM", "name": name("Mới"),
            "parent": "SCT", "from": from});
        assert_eq!(post(&admin, &path, next).await.status, 201, "{from}");
        assert_eq!(unit(&admin, "QLTM").await["versions"][0]["until"], until);
    }
    assert_eq!(index(&service).await, [("QLTM".to_owned(), 1)]);
    assert_eq!(service.verified(), 1);
}

async fn versions_never_meet(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    let path = format!("{UNITS}/QLNL/versions");
    let at = |from: &str, state: &Value| json!({"based_on": state, "code": "QLNL", "name": name("Mới"), "parent": "SCT", "from": from});
    let seen = unit(&admin, "QLNL").await["state"].clone();
    assert_eq!(post(&admin, &path, at("2010-01-01", &seen)).await.faults(), ["from overlap"]);
    assert_eq!(
        post(&admin, &path, at("2009-12-31", &seen)).await.faults(),
        ["from not_there_then"]
    );
    assert_eq!(post(&admin, &path, at("2020-01-01", &seen)).await.status, 201);
    let seen = unit(&admin, "QLNL").await["state"].clone();
    let longer = json!({"based_on": seen, "name": name("Quản lý năng lượng"), "parent": "SCT",
        "until": "2020-06-30", "decision": "QĐ 1"});
    let reply = admin.send(Method::PUT, &format!("{path}/2010-01-01"), &longer).await;
    assert_eq!(reply.faults(), ["until overlap"]);
}

async fn of_two_who_change_the_same_unit_one_is_told(engine: Engine) {
    let service = Service::start(engine).await;
    let (one, other) = (service.admin().await, service.admin().await);
    let seen = unit(&one, "QLNL").await["state"].clone();
    let path = format!("{UNITS}/QLNL/versions");
    let named = |vi: &str| {
        json!({"based_on": seen, "code": "QLNL", "name": name(vi), "parent": "SCT",
            "from": "2024-01-01"})
    };
    let (first, second) =
        tokio::join!(post(&one, &path, named("Một")), post(&other, &path, named("Hai")));
    let mut statuses = [first.status, second.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409], "{first:?} {second:?}");
    assert_eq!(unit(&one, "QLNL").await["versions"].as_array().map(Vec::len), Some(2));
}

async fn a_unit_that_ends_leaves_nothing_behind(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    let seen = unit(&admin, "QLNL").await["state"].clone();
    let end = |state: &Value| {
        json!({"based_on": state, "name": {"vi": "Quản lý năng lượng", "en": "Energy"},
            "parent": "SCT", "until": "2024-01-31", "decision": "QĐ 1"})
    };
    let path = format!("{UNITS}/QLNL/versions/2010-01-01");
    let reply = admin.send(Method::PUT, &path, &end(&seen)).await;
    assert_eq!(reply.faults(), ["procedures.1.115377 leaves_behind"]);
    let procedure = admin.get("/api/v1/office/procedures/1.115377").await.json();
    let body = json!({"based_on": procedure["state"], "name": procedure["versions"][0]["name"],
        "field": "Năng lượng", "unit": "VP", "days": 5, "from": "2024-02-01", "until": null});
    let path_of_it = "/api/v1/office/procedures/1.115377";
    assert_eq!(admin.send(Method::PUT, path_of_it, &body).await.status, 200);
    assert_eq!(admin.send(Method::PUT, &path, &end(&seen)).await.status, 200);
    assert!(!is_there(&today(&service).await, "QLNL"));
}
