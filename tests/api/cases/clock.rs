//! What time does to cases.

use reqwest::Method;
use serde_json::json;
use tests::{Engine, OFFICE, Service, on_both, patiently_async};

use super::{Office, day, done, page, state};

on_both!(
    a_wait_that_is_over_ends_and_what_is_late_goes_up,
    a_dissolved_unit_hands_over_with_the_same_due_date,
    a_due_date_follows_the_calendar_and_gives_its_reason,
);

/// Stops the server and starts it some days later.
fn later(service: &mut Service, days: i64) {
    service.stop();
    service.set_clock(days * 86_400);
    service.serve();
}

async fn a_wait_that_is_over_ends_and_what_is_late_goes_up(engine: Engine) {
    let mut office = Office::open(engine).await;
    let number = office.in_progress().await;
    let ask = json!({"order": "ask", "day": day(4), "words": "Xin gửi ảnh."});
    assert_eq!(state(&done(&office.handler, number, ask).await), "more_info");
    later(&mut office.service, 6);
    let head = office.service.account("head", "QLNL").await;
    let waited = until(&head, number, |page| state(page) == "in_progress").await;
    assert_eq!(waited["row"]["level"], "unit");
    later(&mut office.service, 30);
    let head = office.service.account("head", "QLNL").await;
    let late = until(&head, number, |page| page["row"]["level"] != "unit").await;
    assert!(late["row"]["days_left"].as_i64() < Some(0), "{late}");
    let last = late["lines"].as_array().and_then(|lines| lines.last()).expect("a line");
    assert_eq!((&last["step"], &last["actor"]), (&json!("escalated"), &json!(null)));
}

/// The case once something holds of it; the clock's own turn is waited for.
async fn until(
    staff: &tests::Staff,
    number: i64,
    holds: impl Fn(&serde_json::Value) -> bool,
) -> serde_json::Value {
    let holds = &holds;
    let look = async || Some(page(staff, number).await).filter(|page| holds(page));
    patiently_async("the clock's turn", look).await
}

async fn a_dissolved_unit_hands_over_with_the_same_due_date(engine: Engine) {
    let mut office = Office::open(engine).await;
    let admin = office.service.admin().await;
    let number = office.in_progress().await;
    let due = page(&office.handler, number).await["due"]["on"].clone();
    let merger = json!({
        "from": ["QLNL"], "into": {"code": "QLTM"}, "day": day(0), "decision": "QĐ 9",
    });
    let merged = admin.send(Method::POST, &format!("{OFFICE}/unit-mergers"), &merger).await;
    assert!(merged.status < 300, "{merged:?}");
    let head = office.service.account("head", "QLTM").await;
    assert_eq!(
        page(&head, number).await["due"]["on"],
        due,
        "whoever answers for it sees it at once"
    );
    office.service.stop();
    office.service.serve();
    let head = office.service.account("head", "QLTM").await;
    let passed = until(&head, number, |page| page["row"]["unit"] == "QLTM").await;
    assert_eq!((&passed["due"]["on"], state(&passed)), (&due, "in_progress"));
}

async fn a_due_date_follows_the_calendar_and_gives_its_reason(engine: Engine) {
    let office = Office::open(engine).await;
    let number = office.in_progress().await;
    let before = page(&office.handler, number).await["due"].clone();
    let on: chrono::NaiveDate =
        before["on"].as_str().and_then(|on| on.parse().ok()).expect("a day");
    let year = on.format("%Y").to_string();
    let path = format!("{OFFICE}/calendar/{year}");
    let state = office.office.get(&path).await.json()["state"].clone();
    let mut off = json!({"based_on": state,
        "days": [{"day": on.to_string(), "kind": "holiday", "name": "Nghỉ"}]});
    let unseen = office.office.send(Method::PUT, &path, &off).await;
    assert_eq!(unseen.faults(), ["outlook missing"], "no date moves unseen: {unseen:?}");
    let ahead = format!("{path}/outlook");
    let told = office.office.send(Method::POST, &ahead, &off).await.json();
    let row = &told["moves"]["rows"][0];
    assert_eq!(
        (&told["total"], &row["number"], &row["from"]),
        (&json!(1), &json!(number), &before["on"])
    );
    assert_eq!(office.head.send(Method::POST, &ahead, &off).await.status, 403);
    // A case about the reader is not there for them: neither as a row nor in a count or a version.
    let about = office.case().await;
    let more = office.office.send(Method::POST, &ahead, &off).await.json();
    assert_eq!((&more["total"], &more["hidden"]), (&json!(2), &json!(0)));
    let other = office.service.account("office", "VP").await;
    done(&other, about, json!({"order": "concern", "account": office.office.name})).await;
    off["outlook"] = more["version"].clone();
    assert_eq!(office.office.send(Method::PUT, &path, &off).await.status, 409, "fewer by now");
    let again = office.office.send(Method::POST, &ahead, &off).await.json();
    assert_eq!(again, told);
    off["outlook"] = told["version"].clone();
    assert_eq!(office.office.send(Method::PUT, &path, &off).await.status, 200);
    let noted = "select after from record where action = 'calendar.dates'";
    let noted = office.service.database.texts(noted).await.join(" ");
    let line = format!("{number}: {} → ", before["on"].as_str().expect("a day"));
    assert!(noted.contains(&line), "{noted}");
    // The list has it without waiting for the clock's turn.
    let moved = row["to"].clone();
    let is_listed = async || {
        let list =
            office.office.get(&format!("{OFFICE}/feedback?tab=unit&q={number}")).await.json();
        (list["rows"][0]["due"] == moved).then_some(())
    };
    patiently_async("the list's date", is_listed).await;
    let after = page(&office.handler, number).await["due"].clone();
    assert!(after["on"].as_str() > before["on"].as_str(), "{after}");
    assert_eq!(after["holidays"], json!([on.to_string()]));
    assert_eq!((&after["days"], &after["from"]), (&json!(15), &before["from"]));
}
