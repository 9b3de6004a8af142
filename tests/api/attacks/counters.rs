//! Whoever watches the public counters of feedback, to learn of one case: nothing is cut finer than closed
//! months, nothing is exact, and nothing that was told moves.

use chrono::{Days, NaiveDate};
use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, OFFICE, Service, Staff, door, on_both, patiently_async};
use uuid::Uuid;

on_both!(nobody_watches_a_single_case_through_the_public_counters);

#[expect(clippy::disallowed_methods, reason = "a test outside the server needs the day it is")]
fn ago(days: u64) -> NaiveDate {
    domain::day::local_day(chrono::Utc::now()) - Days::new(days)
}

/// Enters a formal case that was sent some days ago, and perhaps answered the day after; its number.
async fn enter(office: &Staff, days: u64, is_answered: bool) -> i64 {
    let sender = json!({"name": "Nguyễn Thị B", "phone": "0900 000 123", "address": ""});
    let letter = json!({"id": Uuid::now_v7(), "kind": "service", "source": "letter",
        "sent": ago(days), "text": "Chờ lâu.", "is_formal": true, "sender": sender});
    let made = office.send(Method::POST, &format!("{OFFICE}/feedback"), &letter).await;
    assert_eq!(made.status, 201, "{made:?}");
    let number = made.json()["number"].as_i64().expect("a number");
    if is_answered {
        answer(office, number, days - 1).await;
    }
    number
}

async fn answer(office: &Staff, number: i64, days: u64) {
    let order = json!({"order": "finish", "day": ago(days), "words": "Đã trả lời."});
    step(office, number, order).await;
}

/// Takes a step as the case is now.
async fn step(staff: &Staff, number: i64, mut order: Value) {
    let path = format!("{OFFICE}/feedback/{number}");
    order["seen"] = staff.get(&path).await.json()["seen"].clone();
    let door = door(order["order"].as_str().expect("an order"));
    let done = staff.send(Method::POST, &format!("{path}/{door}"), &order).await;
    assert_eq!(done.status, 200, "{done:?}");
}

async fn told(service: &Service, query: &str) -> Value {
    let reply = service.get(&format!("/api/v1/published/counters{query}")).await;
    assert_eq!(reply.status, 200, "{reply:?}");
    reply.json()
}

async fn nobody_watches_a_single_case_through_the_public_counters(engine: Engine) {
    let mut service = Service::with(engine, &[]).await;
    let office = service.account("office", "VP").await;
    for case in 0..14 {
        enter(&office, 100, case < 11).await;
    }
    let late = enter(&office, 100, false).await;
    for _ in 0..3 {
        enter(&office, 190, true).await;
    }
    enter(&office, 1, true).await;
    assert_eq!(told(&service, "").await["rows"], json!([]), "a month is told in its turn");
    service.stop();
    service.serve();
    let look = async || Some(told(&service, "").await).filter(|it| it["rows"] != json!([]));
    let first = patiently_async("the months to be told", look).await;
    let rows = first["rows"].as_array().expect("rows").clone();
    let of = |days: u64| {
        let month = ago(days).to_string()[..7].to_owned();
        rows.iter().find(|row| row["month"] == month.as_str()).cloned()
    };
    let row = of(100).expect("the month is told");
    assert_eq!((&row["received"], &row["answered"]), (&json!(15), &json!(10)), "{row}");
    assert_eq!((&row["on_time"], &row["published"]), (&json!(10), &json!(0)), "{row}");
    assert_eq!(of(190).expect("a row")["received"], Value::Null, "three are too few");
    assert!(of(1).is_none(), "the running month is not told");
    for query in ["?unit=QLNL", "?field=x", "?from=2026-01-01", "?kind=service", "?scheme=kstt"] {
        assert_eq!(told(&service, query).await, first, "{query} cuts nothing");
    }
    // One more is answered, one more is entered: what was told stays as it was.
    let office = service.account("office", "VP").await;
    // The clock took it up meanwhile, and what leaders have they decide.
    let leader = service.account("leadership", "SCT").await;
    step(&leader, late, json!({"order": "settle", "words": "Đã trả lời rồi."})).await;
    answer(&office, late, 99).await;
    enter(&office, 100, true).await;
    service.stop();
    service.serve();
    assert_eq!(told(&service, "").await, first);
    let file = service.get("/api/v1/published/counters.csv").await;
    let line = format!(",{},", &ago(100).to_string()[..7]);
    assert!(file.body.lines().any(|it| it.contains(&line) && it.ends_with(",15,10,10,0,0,0,5")));
    let page = service.get("/cong-khai").await;
    assert!(page.body.contains("quá ít để công bố"), "{page:?}");
}
