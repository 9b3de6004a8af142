//! Feedback as citizens send and follow it: kept once, found by code and pin, shown in the public words.

mod desk;
mod faults;
mod files;
mod pages;
mod published;

use serde_json::{Value, json};
use tests::{Engine, Reply, Service, draw_id, on_both};

use desk::Desk;

on_both!(
    the_same_feedback_has_the_same_codes_for_ever,
    a_code_is_read_however_it_was_typed_and_a_wrong_pin_is_like_none,
    guesses_are_held_up_like_those_at_receipts,
    every_state_is_told_in_the_public_words,
    what_is_refused_says_where_to_go,
    an_answer_is_rated_once_and_looked_at_again_once,
    the_day_it_is_due_names_what_moved_it,
    of_a_hint_no_time_and_no_name_is_kept,
    at_the_same_time_twice_is_once,
);

/// A hint without a name.
fn hint() -> Value {
    json!({"id": draw_id(), "kind": "service", "text": "Chờ hai giờ mới đến lượt."})
}

/// A formal PAKN.
fn formal() -> Value {
    let mut formal = hint();
    formal["contact"] = json!({"name": "Trần Thị B", "phone": "0900 000 123"});
    formal["consent"] = json!(["answer_feedback/1"]);
    formal["procedure"] = json!("1.115377");
    formal
}

async fn send(service: &Service, message: &Value) -> Reply {
    post(service, "/api/v1/feedback", message).await
}

async fn post(service: &Service, path: &str, body: &Value) -> Reply {
    let request = service.request(reqwest::Method::POST, path).json(body);
    Reply::read(request.send().await.expect("an answer")).await
}

/// Where the sender follows it.
fn way(sent: &Reply) -> String {
    way_to(sent, "")
}

fn way_to(sent: &Reply, act: &str) -> String {
    let (code, pin) = codes(sent);
    format!("/api/v1/feedback/{code}{act}?pin={pin}")
}

fn codes(sent: &Reply) -> (String, String) {
    let text = |name: &str| sent.json()[name].as_str().expect("a code").to_owned();
    (text("code"), text("pin"))
}

async fn the_same_feedback_has_the_same_codes_for_ever(engine: Engine) {
    let service = Service::start(engine).await;
    let mut message = formal();
    let sent = send(&service, &message).await;
    assert_eq!(sent.status, 201, "{sent:?}");
    assert!(codes(&sent).0.starts_with("GY-"), "{sent:?}");
    let again = send(&service, &message).await;
    assert_eq!((again.status, again.json()), (200, sent.json()));
    message["text"] = json!("Một việc khác.");
    assert_eq!(send(&service, &message).await.status, 409);
    let seen = service.get(&way(&sent)).await.json();
    assert_eq!(seen["words"][0]["text"], "Chờ hai giờ mới đến lượt.", "{seen}");
    assert_eq!((&seen["state"], &seen["is_formal"]), (&json!("sent"), &json!(true)));
}

async fn a_code_is_read_however_it_was_typed_and_a_wrong_pin_is_like_none(engine: Engine) {
    let service = Service::start(engine).await;
    let sent = send(&service, &hint()).await;
    let (code, pin) = codes(&sent);
    let bare = code.trim_start_matches("GY-").to_lowercase();
    for typed in [code.replace('-', ""), bare.clone(), bare.replace('-', "%20"), code.clone()] {
        let path = format!("/api/v1/feedback/{typed}?pin=%20{}-{}", &pin[..3], &pin[3..]);
        assert_eq!(service.get(&path).await.status, 200, "{typed}");
    }
    let other = if pin == "000000" { "000001" } else { "000000" };
    let wrong = service.get(&format!("/api/v1/feedback/{code}?pin={other}")).await;
    let none = service.get(&format!("/api/v1/feedback/GY-0000-0000-0000-00?pin={pin}")).await;
    assert_eq!((wrong.status, wrong.json()), (404, none.json()));
    let ballot = service.get(&format!("/api/v1/ballots/{bare}?pin={pin}")).await;
    assert_eq!(ballot.status, 404, "it is no ballot's");
}

async fn guesses_are_held_up_like_those_at_receipts(engine: Engine) {
    let service = Service::start(engine).await;
    let sent = send(&service, &hint()).await;
    let (code, pin) = codes(&sent);
    let other = if pin == "000000" { "000001" } else { "000000" };
    let wrong = format!("/api/v1/feedback/{code}?pin={other}");
    for _ in 0..5 {
        assert_eq!(service.get(&wrong).await.status, 404);
    }
    let held = service.get(&way(&sent)).await;
    assert_eq!(held.status, 429, "the right one waits too: {held:?}");
    let after: i64 = held.header("retry-after").parse().expect("seconds");
    service.set_clock(after + 1);
    assert_eq!(service.get(&way(&sent)).await.status, 200);
}

async fn every_state_is_told_in_the_public_words(engine: Engine) {
    let desk = Desk::open(engine).await;
    let sent = send(&desk.service, &formal()).await;
    let state = async |expected: &str| {
        let seen = desk.service.get(&way(&sent)).await.json();
        assert_eq!(seen["state"], expected, "{seen}");
        seen
    };
    let seen = state("sent").await;
    assert!(seen["due"]["days"] == 15 && seen["unit"].is_null(), "{seen}");
    let number = desk.number().await;
    desk.done(&desk.office, number, json!({"order": "receive"})).await;
    state("received").await;
    desk.done(&desk.office, number, json!({"order": "assign", "unit": "QLNL"})).await;
    let seen = state("in_progress").await;
    assert_eq!(seen["unit"]["code"], "QLNL", "{seen}");
    let name = json!({"order": "name", "account": desk.handler.name});
    desk.done(&desk.head, number, name).await;
    let until = desk::day(5).to_string();
    let ask = json!({"order": "ask", "day": until, "words": "Xin gửi số biên nhận."});
    desk.done(&desk.handler, number, ask).await;
    let seen = state("more_info").await;
    assert_eq!(seen["wait_until"], until.as_str(), "{seen}");
    let add = json!({"text": "Số 12."});
    for _ in 0..2 {
        let added = post(&desk.service, &way_to(&sent, "/additions"), &add).await;
        assert_eq!((added.status, &added.json()["state"]), (200, &json!("in_progress")));
    }
    let submit = json!({"order": "submit", "words": "Đã xong."});
    desk.done(&desk.handler, number, submit).await;
    let seen = state("in_progress").await;
    assert!(!seen.to_string().contains("Đã xong."), "a draft is nobody's yet: {seen}");
    desk.done(&desk.head, number, json!({"order": "approve"})).await;
    let seen = state("answered").await;
    assert_eq!(each(&seen["words"], "with"), ["sent", "asked", "added", "answer"], "{seen}");
    assert_eq!(seen["words"][3]["text"], "Đã xong.");
    assert!(seen["due"].is_null() && seen["may_rate"] == true, "{seen}");
    let way = ["sent", "received", "in_progress", "more_info", "in_progress", "answered"];
    assert_eq!(each(&seen["way"], "state"), way, "{seen}");
}

/// A field of each entry of a list.
fn each<'a>(list: &'a Value, field: &str) -> Vec<&'a str> {
    list.as_array().expect("a list").iter().filter_map(|it| it[field].as_str()).collect()
}

async fn what_is_refused_says_where_to_go(engine: Engine) {
    let desk = Desk::open(engine).await;
    let sent = send(&desk.service, &formal()).await;
    let words = "Việc này do Ủy ban nhân dân phường giải quyết; xin gửi về đó.";
    let order = json!({"order": "refuse", "ground": "other_body", "words": words});
    desk.done(&desk.office, desk.number().await, order).await;
    let seen = desk.service.get(&way(&sent)).await.json();
    assert_eq!((&seen["state"], &seen["refused"]), (&json!("referred"), &json!("other_body")));
    assert_eq!(
        seen["words"][1],
        json!({
            "with": "refusal", "day": desk::day(0).to_string(), "text": words, "files": 0,
        })
    );
    assert!(seen["due"].is_null() && seen["may_rate"] == false, "{seen}");
}

async fn an_answer_is_rated_once_and_looked_at_again_once(engine: Engine) {
    let desk = Desk::open(engine).await;
    let sent = send(&desk.service, &formal()).await;
    let rate = json!({"rating": "dissatisfied"});
    let put = async |path: String| {
        let request = desk.service.request(reqwest::Method::PUT, &path).json(&rate);
        Reply::read(request.send().await.expect("an answer")).await
    };
    let early = put(way_to(&sent, "/rating")).await;
    assert_eq!((early.status, early.faults()), (422, vec!["step out_of_turn".to_owned()]));
    let number = desk.number().await;
    desk.answer(number).await;
    for _ in 0..2 {
        let rated = put(way_to(&sent, "/rating")).await;
        assert_eq!((rated.status, &rated.json()["rating"]), (200, &json!("dissatisfied")));
    }
    let reason = json!({"text": "Chưa nói khi nào sửa."});
    let again = post(&desk.service, &way_to(&sent, "/reopening"), &reason).await;
    assert_eq!((again.status, &again.json()["state"]), (200, &json!("received")), "{again:?}");
    let retried = post(&desk.service, &way_to(&sent, "/reopening"), &reason).await;
    assert_eq!(retried.status, 200, "its reply was lost: {retried:?}");
    let other = json!({"text": "Vẫn chưa."});
    let twice = post(&desk.service, &way_to(&sent, "/reopening"), &other).await;
    assert_eq!(twice.status, 422, "{twice:?}");
    let none = post(&desk.service, &way_to(&sent, "/additions"), &json!({"text": " "})).await;
    assert_eq!(none.faults(), ["text missing"]);
}

async fn the_day_it_is_due_names_what_moved_it(engine: Engine) {
    let service = Service::start(engine).await;
    let holiday = desk::working_day_after_today();
    let office = service.account("office", "VP").await;
    let body = json!({"day": holiday.to_string(), "kind": "holiday", "name": "Nghỉ lễ"});
    let sent = send(&service, &formal()).await;
    let before = service.get(&way(&sent)).await.json();
    let added = desk::add_day(&office, &body).await;
    assert!(added.status < 300, "{added:?}");
    let seen = service.get(&way(&sent)).await.json();
    assert_eq!(seen["due"]["holidays"], json!([holiday.to_string()]), "{seen}");
    assert!(before["due"]["on"].as_str() < seen["due"]["on"].as_str(), "{before} {seen}");
    assert_eq!(seen["due"]["left"], 15);
}

async fn of_a_hint_no_time_and_no_name_is_kept(engine: Engine) {
    let desk = Desk::open(engine).await;
    let sent = send(&desk.service, &hint()).await;
    post(&desk.service, &way_to(&sent, "/additions"), &json!({"text": "Thêm."})).await;
    let page = desk.page(desk.number().await).await;
    let times: Vec<&str> = page["lines"]
        .as_array()
        .expect("lines")
        .iter()
        .filter_map(|it| it["time"].as_str())
        .collect();
    assert!(times.iter().all(|time| time.is_empty() || *time == "00:00"), "{page}");
    assert!(page["sender"].is_null(), "{page}");
}

async fn at_the_same_time_twice_is_once(engine: Engine) {
    let service = Service::start(engine).await;
    let message = formal();
    let (one, two, three) =
        tokio::join!(send(&service, &message), send(&service, &message), send(&service, &message));
    let mut statuses = [one.status, two.status, three.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 200, 201]);
    assert!(one.json() == two.json() && two.json() == three.json());
}
