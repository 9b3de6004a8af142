//! The other books of the office: procedures, service points, the calendar, targets and settings.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, Reply, Service, Staff, draw_id, on_both, quick};

on_both!(
    a_procedure_changes_from_a_day_on,
    every_fault_of_a_procedure_is_named_at_once,
    what_a_unit_holds_is_listed_by_its_code,
    a_service_point_is_there_at_once_and_its_code_is_its_own,
    a_year_has_its_holidays_and_the_days_that_make_up_for_them,
    a_target_is_set_once_for_each_indicator_unit_and_year,
    settings_are_taken_whole_or_not_at_all,
    whoever_is_late_is_told_and_nothing_is_lost,
    changes_stand_on_the_record_with_before_and_after,
    who_may_only_look_changes_nothing,
);

const PROCEDURES: &str = "/api/v1/office/procedures";
const POINTS: &str = "/api/v1/office/service-points";
const TARGETS: &str = "/api/v1/office/targets";
const SETTINGS: &str = "/api/v1/office/settings";

async fn put(staff: &Staff, path: &str, body: &Value) -> Reply {
    staff.send(Method::PUT, path, body).await
}

async fn post(staff: &Staff, path: &str, body: &Value) -> Reply {
    staff.send(Method::POST, path, body).await
}

/// What a change of this has to name.
async fn state(staff: &Staff, path: &str) -> Value {
    let reply = staff.get(path).await;
    assert_eq!(reply.status, 200, "{reply:?}");
    reply.json()["state"].clone()
}

async fn a_procedure_changes_from_a_day_on(engine: Engine) {
    let service = Service::start(engine).await;
    let office = service.account("office", "SCT").await;
    let path = format!("{PROCEDURES}/2.000004");
    let body = json!({"based_on": state(&office, &path).await, "field": "Thương mại",
        "name": {"vi": "Đăng ký kiểu mới", "en": ""}, "unit": "VP", "days": 3,
        "from": "2024-01-01", "until": null});
    let changed = put(&office, &path, &body).await;
    assert_eq!(changed.status, 200, "{changed:?}");
    let versions = changed.json()["versions"].clone();
    assert_eq!(
        (&versions[0]["until"], &versions[0]["unit"]),
        (&json!("2023-12-31"), &json!("QLTM"))
    );
    assert_eq!((&versions[1]["days"], &versions[1]["in_force"]), (&json!(3), &json!(true)));
    let found = service.get("/api/v1/procedures?q=kieu+moi").await.json();
    assert_eq!((&found[0]["code"], &found[0]["unit"]), (&json!("2.000004"), &json!("VP")));
    let ballot = json!({"id": draw_id(), "campaign": "sipas", "procedure": "2.000004",
        "answers": [{"item": "A1", "level": 4}]});
    assert_eq!(service.post(&ballot).await.status, 201);
    let index = service.live("by=unit&instrument=sipas-service").await;
    assert_eq!(index.row("VP")["n"], 1, "{index:?}");
    let new = json!({"code": "2.999999", "name": {"vi": "Thủ tục mới"}, "unit": null, "days": null,
        "from": "2024-01-01", "until": null});
    assert_eq!(post(&office, PROCEDURES, &new).await.status, 201);
    let listed = office.get(&format!("{PROCEDURES}?q=thu+tuc+moi&sort=-code")).await.json();
    assert_eq!(listed["total"], 1, "{listed}");
}

async fn every_fault_of_a_procedure_is_named_at_once(engine: Engine) {
    let service = Service::start(engine).await;
    let office = service.account("office", "SCT").await;
    let wrong = json!({"code": "2.01", "name": {"vi": ""}, "unit": "KHONG", "days": 0,
        "from": "2024-13-01", "until": "x"});
    let expected = [
        "code bad_procedure_code",
        "days out_of_range",
        "from bad_date",
        "name.vi missing",
        "unit unknown_unit",
        "until bad_date",
    ];
    assert_eq!(post(&office, PROCEDURES, &wrong).await.faults(), expected);
    let mut early = json!({"code": "2.000009", "name": {"vi": "x"}, "unit": "CU", "days": 1,
        "from": "2015-01-01", "until": null});
    assert_eq!(post(&office, PROCEDURES, &early).await.faults(), ["unit not_there_then"]);
    early["code"] = json!("2.000004");
    early["unit"] = Value::Null;
    assert_eq!(post(&office, PROCEDURES, &early).await.faults(), ["code taken"]);
    early["colour"] = json!("red");
    let reply = post(&office, PROCEDURES, &early).await;
    assert_eq!((reply.status, reply.faults()), (422, vec!["colour unknown_field".to_owned()]));
    assert_eq!(office.get(&format!("{PROCEDURES}/2.000009")).await.status, 404);
}

async fn what_a_unit_holds_is_listed_by_its_code(engine: Engine) {
    let service = Service::start(engine).await;
    let viewer = service.account("viewer", "SCT").await;
    for (list, codes) in [
        ("procedures?unit=QLTM&in_force=yes", vec!["2.000001", "2.000004"]),
        ("procedures?unit=QLTM&in_force=no", vec!["2.000002"]),
        ("procedures?unit=KHONG", vec![]),
        ("units?parent=SCT&in_force=yes&sort=-code", vec!["VP", "QLTM", "QLNL"]),
        ("units?parent=VP", vec![]),
        ("units?parent=&q=so+cong+thuong", vec!["SCT"]),
    ] {
        let listed = viewer.get(&format!("/api/v1/office/{list}")).await.json();
        let rows = listed["rows"].as_array().expect("rows");
        let found: Vec<&Value> = rows.iter().map(|row| &row["code"]).collect();
        assert_eq!(found, codes, "{list}");
    }
}

async fn a_service_point_is_there_at_once_and_its_code_is_its_own(engine: Engine) {
    let service = Service::start(engine).await;
    let office = service.account("office", "SCT").await;
    let body = json!({"code": "quay-9", "name": {"vi": "Quầy số 9"}, "channel": "in_person",
        "from": "2024-01-01", "until": null});
    assert_eq!(post(&office, POINTS, &body).await.status, 201);
    assert_eq!(post(&office, POINTS, &body).await.faults(), ["code taken"]);
    assert!(service.get("/s/quick?p=quay-9").await.body.contains("Quầy số 9"));
    assert_eq!(service.get("/s/quick/qr.svg?p=quay-9").await.status, 200);
    let mut ballot = quick(4);
    ballot["service_point"] = json!("quay-9");
    assert_eq!(service.post(&ballot).await.status, 201);
    let path = format!("{POINTS}/quay-9");
    let mut over = json!({"based_on": state(&office, &path).await, "name": {"vi": "Quầy số 9"},
        "channel": "in_person", "from": "2024-01-01", "until": "2023-12-31"});
    assert_eq!(put(&office, &path, &over).await.faults(), ["until ends_before_it_begins"]);
    over["until"] = json!("2024-06-30");
    assert_eq!(put(&office, &path, &over).await.json()["in_force"], false);
    ballot["id"] = json!(draw_id());
    assert_eq!(service.post(&ballot).await.faults(), ["service_point not_valid_then"]);
}

async fn a_year_has_its_holidays_and_the_days_that_make_up_for_them(engine: Engine) {
    let service = Service::start(engine).await;
    let office = service.account("office", "SCT").await;
    let path = "/api/v1/office/calendar/2026";
    let day = |day: &str, kind: &str| json!({"day": day, "kind": kind, "name": "Nghỉ"});
    let seen = state(&office, path).await;
    let wrong = json!({"based_on": seen, "days": [day("2026-09-02", "holiday"),
        day("2026-09-02", "holiday"), day("2026-09-03", "make_up"), day("2027-01-01", "holiday")]});
    let expected = ["days.1.day twice", "days.2.day not_weekend", "days.3.day other_year"];
    assert_eq!(put(&office, path, &wrong).await.faults(), expected);
    let right = json!({"based_on": seen,
        "days": [day("2026-09-02", "holiday"), day("2026-08-22", "make_up")]});
    assert_eq!(put(&office, path, &right).await.status, 200);
    let stored = office.get(path).await.json();
    let days: Vec<&Value> =
        stored["days"].as_array().expect("days").iter().map(|it| &it["day"]).collect();
    assert_eq!(days, ["2026-08-22", "2026-09-02"]);
    assert_eq!(put(&office, path, &right).await.status, 409, "it was changed since");
    assert_eq!(office.get("/api/v1/office/calendar/2027").await.json()["days"], json!([]));
    assert_eq!(office.get("/api/v1/office/calendar/1").await.status, 404);
}

async fn a_target_is_set_once_for_each_indicator_unit_and_year(engine: Engine) {
    let service = Service::start(engine).await;
    let office = service.account("office", "SCT").await;
    let target = |unit: Option<&str>, value: i64| {
        json!({"indicator": "satisfaction", "unit": unit, "year": 2026, "value": value,
            "basis": "QĐ 1"})
    };
    let wrong = json!({"indicator": "satisfaction", "unit": "KHONG", "year": 1, "value": 10_001,
        "basis": ""});
    let expected =
        ["basis missing", "unit unknown_unit", "value out_of_range", "year out_of_range"];
    assert_eq!(post(&office, TARGETS, &wrong).await.faults(), expected);
    let made = post(&office, TARGETS, &target(None, 9000)).await;
    assert_eq!(made.status, 201, "{made:?}");
    assert_eq!(post(&office, TARGETS, &target(None, 9100)).await.faults(), ["indicator twice"]);
    assert_eq!(post(&office, TARGETS, &target(Some("VP"), 9100)).await.status, 201);
    let path = format!("{TARGETS}/{}", made.json()["id"]);
    let change = json!({"based_on": made.json()["state"], "value": 9200, "basis": "QĐ 2"});
    assert_eq!(put(&office, &path, &change).await.json()["value"], 9200);
    let seen = office.get(&path).await.json();
    assert_eq!((&seen["value"], &seen["basis"]), (&json!(9200), &json!("QĐ 2")));
    assert_eq!(put(&office, &path, &change).await.status, 409);
    assert_eq!(office.get(&format!("{TARGETS}?year=2026")).await.json()["total"], 2);
    assert_eq!(office.send(Method::DELETE, &path, &Value::Null).await.status, 204);
    assert_eq!(office.send(Method::DELETE, &path, &Value::Null).await.status, 404);
    assert_eq!(office.get(&path).await.status, 404);
    assert_eq!(office.get(TARGETS).await.json()["total"], 1);
}

async fn settings_are_taken_whole_or_not_at_all(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    let seen = admin.get(SETTINGS).await.json();
    let mut body = json!({"based_on": seen["state"], "settings": seen["settings"]});
    body["settings"]["letterhead"] = json!("SỞ CÔNG THƯƠNG");
    body["settings"]["idle_minutes"] = json!(0);
    body["settings"]["place"] = json!("a\nb");
    let reply = put(&admin, SETTINGS, &body).await;
    assert_eq!(reply.faults(), ["idle_minutes out_of_range", "place line_break"]);
    assert_eq!(admin.get(SETTINGS).await.json(), seen);
    body["settings"]["idle_minutes"] = json!(20);
    body["settings"]["place"] = json!("Đồng Nai");
    assert_eq!(put(&admin, SETTINGS, &body).await.status, 200);
    let now = admin.get(SETTINGS).await.json();
    assert_eq!(
        (&now["settings"]["place"], &now["settings"]["idle_minutes"]),
        (&json!("Đồng Nai"), &json!(20))
    );
    assert_eq!(put(&admin, SETTINGS, &body).await.status, 409);
    body["settings"]["role"] = json!("administrator");
    assert_eq!(put(&admin, SETTINGS, &body).await.status, 422);
}

async fn whoever_is_late_is_told_and_nothing_is_lost(engine: Engine) {
    let service = Service::start(engine).await;
    let office = service.account("office", "SCT").await;
    let path = format!("{POINTS}/quay-1");
    let seen = state(&office, &path).await;
    let named = |name: &str| {
        json!({"based_on": seen, "name": {"vi": name}, "channel": "in_person",
            "from": "2010-01-01", "until": null})
    };
    let (first, second) = (named("Một"), named("Hai"));
    let (one, other) = tokio::join!(put(&office, &path, &first), put(&office, &path, &second));
    let mut statuses = [one.status, other.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409], "{one:?} {other:?}");
    let late = if one.status == 409 { &one } else { &other };
    assert!(late.problem()["title"].as_str().is_some_and(|title| title.contains("Người khác")));
    let stored = if one.status == 200 { "Một" } else { "Hai" };
    assert_eq!(office.get(&path).await.json()["name"]["vi"], stored);
}

async fn changes_stand_on_the_record_with_before_and_after(engine: Engine) {
    let service = Service::start(engine).await;
    let office = service.account("office", "SCT").await;
    let path = format!("{POINTS}/quay-1");
    let body = json!({"based_on": state(&office, &path).await, "name": {"vi": "Quầy mới"},
        "channel": "online", "from": "2010-01-01", "until": null});
    assert_eq!(put(&office, &path, &body).await.status, 200);
    let refused = json!({"based_on": "x", "name": {"vi": ""}, "channel": "online", "from": "",
        "until": null});
    assert_eq!(put(&office, &path, &refused).await.status, 409);
    let inspector = service.account("inspector", "SCT").await;
    let path = "/api/v1/office/record?action=service_point.change";
    let entries = inspector.get(path).await.json();
    assert_eq!(entries["total"], 1, "{entries}");
    let row = &entries["rows"][0];
    assert_eq!(row["object"], "service-point/quay-1");
    let (before, after) = (row["before"].to_string(), row["after"].to_string());
    assert!(before.contains("Quầy số 1") && after.contains("Quầy mới"), "{row}");
}

async fn who_may_only_look_changes_nothing(engine: Engine) {
    let service = Service::start(engine).await;
    let (inspector, head) =
        (service.account("inspector", "SCT").await, service.account("head", "QLTM").await);
    for staff in [&inspector, &head] {
        for (method, path) in [
            (Method::POST, "/api/v1/office/units"),
            (Method::POST, "/api/v1/office/unit-mergers"),
            (Method::POST, "/api/v1/office/unit-splits"),
            (Method::POST, PROCEDURES),
            (Method::POST, POINTS),
            (Method::PUT, "/api/v1/office/calendar/2026"),
            (Method::POST, TARGETS),
            (Method::PUT, SETTINGS),
        ] {
            let reply = staff.send(method.clone(), path, &json!({})).await;
            assert_eq!(reply.status, 403, "{method} {path}: {reply:?}");
        }
        assert_eq!(staff.get("/api/v1/office/units").await.status, 200);
        assert_eq!(staff.get(TARGETS).await.status, 200);
        assert_eq!(staff.get(SETTINGS).await.status, 403);
    }
}
