//! The register of difficulties: what a unit cannot mend alone, who answers for it, what was decided.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, OFFICE, Reply, Service, Staff, on_both};

on_both!(
    a_difficulty_is_registered_listed_by_its_day_and_closed_once,
    every_fault_of_a_difficulty_is_named_and_nothing_is_kept,
);

fn scanner() -> Value {
    json!({"unit": "QLTM", "text": "Thiếu máy quét\nở quầy 2", "owner": "Người Thử", "due": "2020-01-31"})
}

async fn post(staff: &Staff, path: &str, body: &Value) -> Reply {
    staff.send(Method::POST, &format!("{OFFICE}/difficulties{path}"), body).await
}

async fn a_difficulty_is_registered_listed_by_its_day_and_closed_once(engine: Engine) {
    let service = Service::start(engine).await;
    let (head, office) =
        (service.account("head", "QLTM").await, service.account("office", "VP").await);
    let made = post(&head, "", &scanner()).await;
    assert_eq!((made.status, &made.json()["overdue"]), (201, &json!(true)), "{made:?}");
    let later =
        json!({"unit": "VP", "text": "Mạng chậm", "owner": "Người Thử", "due": "2150-01-31"});
    assert_eq!(post(&office, "", &later).await.status, 201);
    let texts = |list: Value| -> Vec<Value> {
        let rows = list["rows"].as_array().expect("rows").iter();
        rows.map(|row| row["text"].clone()).collect()
    };
    let all = office.get(&format!("{OFFICE}/difficulties")).await.json();
    assert_eq!(texts(all), ["Thiếu máy quét\nở quầy 2", "Mạng chậm"], "the first due first");
    let found = office.get(&format!("{OFFICE}/difficulties?q=mang%20cham")).await.json();
    assert_eq!(texts(found), ["Mạng chậm"]);
    let path = format!("/{}/closing", made.json()["id"]);
    let closing = json!({"based_on": made.json()["state"], "decision": "Mua máy mới\ntrong tháng"});
    let closed = post(&head, &path, &closing).await;
    assert_eq!((closed.status, &closed.json()["overdue"]), (200, &json!(false)), "{closed:?}");
    assert_eq!(closed.json()["decision"], "Mua máy mới\ntrong tháng");
    assert_eq!(post(&office, &path, &closing).await.status, 409, "it is closed once");
    let again = json!({"based_on": closed.json()["state"], "decision": "Khác"});
    assert_eq!(post(&office, &path, &again).await.status, 409, "what was decided stays");
    let noted = "select action from record where object like 'difficulty/%' order by seq";
    let noted = service.database.texts(noted).await;
    assert_eq!(noted, ["difficulty.create", "difficulty.create", "difficulty.close"]);
}

async fn every_fault_of_a_difficulty_is_named_and_nothing_is_kept(engine: Engine) {
    let service = Service::start(engine).await;
    let office = service.account("office", "VP").await;
    let wrong = json!({"unit": "NO", "text": " ", "owner": "a\nb", "due": "2026-02-30"});
    let reply = post(&office, "", &wrong).await;
    let mut faults = reply.faults();
    faults.sort_unstable();
    assert_eq!(faults, ["due bad_date", "owner line_break", "text missing", "unit unknown_unit"]);
    let made = post(&office, "", &scanner()).await.json();
    let path = format!("/{}/closing", made["id"]);
    let empty = json!({"based_on": made["state"], "decision": ""});
    assert_eq!(post(&office, &path, &empty).await.faults(), ["decision missing"]);
    let list = office.get(&format!("{OFFICE}/difficulties")).await.json();
    assert_eq!((&list["total"], &list["rows"][0]["closed"]), (&json!(1), &Value::Null));
}
