//! Whoever rated poorly and said why is offered a call: once, by their agreement, within a working day.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, OFFICE, Reply, Service, Staff, door, on_both, quick, text_of};
use uuid::Uuid;

on_both!(
    a_poor_rating_with_words_opens_one_case_that_knows_no_ballot,
    who_asked_for_a_call_is_called_and_rates_once_more,
);

/// Where the plain form of the survey goes.
const SURVEY: &str = "/s/quick";
/// Where its thanks are, and where the offer goes.
const THANKS: &str = "/s/quick/thanks";

fn pairs(fields: &[(&str, &str)]) -> Vec<(String, String)> {
    fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
}

/// A ballot by the plain form; what was answered, with the cookie of its receipt.
async fn ballot(service: &Service, fields: &[(&str, &str)]) -> Reply {
    let mut sent = pairs(&[("id", &tests::draw_id())]);
    sent.extend(pairs(fields));
    let sent = service.send_form(SURVEY, &sent).await;
    assert_eq!(sent.status, 303, "{sent:?}");
    sent
}

/// The thanks of a ballot, as a browser with cookies reads them anew.
async fn thanks(service: &Service, cookies: String) -> Reply {
    let request = service.request(Method::GET, THANKS).header("cookie", cookies);
    let request = request.header("cache-control", "max-age=0");
    Reply::read(request.send().await.expect("an answer")).await
}

fn is_offered(page: &Reply) -> bool {
    assert_eq!(page.status, 200, "{page:?}");
    page.body.contains("id=\"call\"")
}

/// The value of a hidden field.
fn hidden(page: &Reply, name: &str) -> String {
    let offer = page.body.split("id=\"call\"").nth(1).expect("an offer");
    let field = offer.split(&format!("name=\"{name}\"")).nth(1).expect("a field");
    field.split("value=\"").nth(1).and_then(|it| it.split('"').next()).expect("a value").to_owned()
}

/// The form of an offer, filled in.
fn filled(page: &Reply, text: &str, phone: &str) -> Vec<(String, String)> {
    let (k, id) = (hidden(page, "k"), hidden(page, "id"));
    pairs(&[("k", &k), ("id", &id), ("text", text), ("phone", phone), ("consent", "call_back/1")])
}

async fn count(service: &Service, what: &str) -> usize {
    service.database.texts(what).await.len()
}

const CASES: &str = "select cast(number as text) from feedback";

async fn a_poor_rating_with_words_opens_one_case_that_knows_no_ballot(engine: Engine) {
    let service = Service::start(engine).await;
    is_offered_after_poor_words_alone(&service).await;
    our_own_page_hears_of_it(&service).await;
    let cookies = ballot(&service, &[("a.O1", "1"), WORDS]).await.cookies();
    let page = thanks(&service, cookies.clone()).await;
    let other = thanks(&service, cookies.clone()).await;
    assert!(text_of(&page.body).contains(WORDS.1), "{page:?}");
    let before = service.ballots().await;
    what_is_wrong_comes_back(&service, &page).await;
    assert_eq!(count(&service, CASES).await, 0);
    of_all_at_once_one_is_taken(&service, &page, &other).await;
    assert!(!is_offered(&thanks(&service, cookies).await), "once");
    assert_eq!(count(&service, "select purpose from feedback_consents").await, 1);

    // Nothing leads from one to the other: no id of a ballot stands with a case, and no ballot has changed.
    let after = service.ballots().await;
    assert_eq!(format!("{before:?}"), format!("{after:?}"));
    let cells = service.database.cells(&["ballots", "comments", "consents", "moments"]).await;
    for id in after.iter().map(|ballot| ballot.id) {
        let (plain, bare) = (id.to_string(), id.simple().to_string());
        assert!(!cells.contains(&plain) && !cells.to_lowercase().contains(&bare), "{cells}");
    }
    assert_eq!(service.verified(), 6);
}

const WORDS: (&str, &str) = ("comment", "Chờ hai giờ không ai gọi <b>số</b>.");

async fn is_offered_after_poor_words_alone(service: &Service) {
    for (fields, expected) in [
        ([("a.O1", "3"), ("a.A0", "4"), WORDS], false),
        ([("a.O1", "2"), ("a.A0", "5"), ("comment", " ")], false),
        ([("a.O1", "5"), ("a.A0", "1"), WORDS], true),
        ([("a.O1", "2"), ("a.A0", "5"), WORDS], true),
    ] {
        let sent = ballot(service, &fields).await;
        let page = thanks(service, sent.cookies()).await;
        assert_eq!(is_offered(&page), expected, "{fields:?}: {page:?}");
        // Where no cookie is kept the offer stands beside the receipt all the same.
        let plain = service.get(sent.header("location")).await;
        assert_eq!(is_offered(&plain), expected, "{fields:?}");
    }
}

/// A script of our own page hears of the offer, a program does not.
async fn our_own_page_hears_of_it(service: &Service) {
    let mut sent = quick(1);
    sent["comment"] = json!("Chờ lâu.");
    let ours = service.request(Method::POST, "/api/v1/ballots");
    let ours = ours.header("sec-fetch-site", "same-origin").json(&sent);
    let ours = Reply::read(ours.send().await.expect("an answer")).await;
    assert_eq!((ours.status, &ours.json()["call"]), (201, &json!(true)), "{ours:?}");
    assert!(is_offered(&thanks(service, ours.cookies()).await));
    assert_eq!(service.post(&sent).await.json()["call"], Value::Null);
}

/// What is wrong comes back with what was typed, beside the words that say so; a seal that is none of ours
/// leads nowhere.
async fn what_is_wrong_comes_back(service: &Service, page: &Reply) {
    let (k, id) = (hidden(page, "k"), hidden(page, "id"));
    let typed = pairs(&[("k", &k), ("id", &id), ("text", "Lời của tôi"), ("phone", "123")]);
    let bad = service.send_form(THANKS, &typed).await;
    let told = text_of(&bad.body);
    assert_eq!(bad.status, 422, "{bad:?}");
    assert!(told.contains("Lời của tôi") && told.contains("đánh dấu đồng ý"), "{told}");
    let mut made_up = filled(page, "A", "0912345678");
    made_up[0].1 = "00ff".to_owned();
    assert_eq!(service.send_form(THANKS, &made_up).await.status, 410);
}

/// The same form twice at once, and another page of the same ballot with it: one case.
async fn of_all_at_once_one_is_taken(service: &Service, page: &Reply, other: &Reply) {
    let form = filled(page, "Chờ hai giờ, xin gọi lại.", "0912 345 678");
    let twin = filled(other, "Chờ hai giờ, xin gọi lại.", "0912 345 678");
    let (one, two, three) = tokio::join!(
        service.send_form(THANKS, &form),
        service.send_form(THANKS, &form),
        service.send_form(THANKS, &twin),
    );
    let mut statuses = [one.status, two.status, three.status];
    statuses.sort_unstable();
    let is_one = statuses == [303, 303, 409] || statuses == [303, 409, 409];
    assert!(is_one, "{one:?} {two:?} {three:?}");
    assert_eq!(count(service, CASES).await, 1);
}

/// A step of a case, as it is now.
async fn act(staff: &Staff, number: &str, mut order: Value) -> Reply {
    let path = format!("{OFFICE}/feedback/{number}");
    order["seen"] = staff.get(&path).await.json()["seen"].clone();
    let name = order["order"].as_str().expect("an order").to_owned();
    staff.send(Method::POST, &format!("{path}/{}", door(&name)), &order).await
}

/// Asks for a call after a poor rating of a unit; where its sender follows it.
async fn asked(service: &Service) -> String {
    let fields = [("a.O1", "1"), ("unit", "QLNL"), ("comment", "Không ai giải thích.")];
    let sent = ballot(service, &fields).await;
    let page = thanks(service, sent.cookies()).await;
    let form = filled(&page, "Không ai giải thích.", "0912345678");
    let asked = service.send_form(THANKS, &form).await;
    assert_eq!(asked.status, 303, "{asked:?}");
    let codes = service.follow(&asked).await;
    let request = service.request(Method::GET, codes.header("location"));
    let request = request.header("cookie", asked.cookies());
    let codes = Reply::read(request.send().await.expect("an answer")).await;
    let cell = |id: &str| {
        let rest = codes.body.split(&format!("id=\"{id}\"")).nth(1).expect("a code");
        rest.split('>').nth(1).and_then(|it| it.split('<').next()).expect("a text").to_owned()
    };
    format!("/api/v1/feedback/{}{{}}?pin={}", cell("code"), cell("pin"))
}

async fn who_asked_for_a_call_is_called_and_rates_once_more(engine: Engine) {
    let service = Service::start(engine).await;
    let office = service.account("office", "VP").await;
    let handler = service.account("handler", "QLNL").await;
    let own = asked(&service).await;
    let ballots = format!("{:?}", service.ballots().await);
    let shown = service.get(&own.replace("{}", "")).await.json();
    assert_eq!((&shown["is_call"], &shown["state"]), (&json!(true), &json!("sent")), "{shown}");
    assert_eq!(shown["due"]["days"], 1, "the reason is told: {shown}");
    let number = service.database.texts(CASES).await.remove(0);
    is_for_those_who_handle_it(&service, &office, &number).await;
    for order in [json!({"order": "receive"}), json!({"order": "assign", "unit": "QLNL"})] {
        assert_eq!(act(&office, &number, order.clone()).await.status, 200, "{order}");
    }
    let bare = act(&handler, &number, json!({"order": "call"})).await;
    assert_eq!(bare.faults(), ["words missing"], "{bare:?}");
    let said = json!({"order": "call", "words": "Đã gọi, giải thích từng mục và xin lỗi."});
    let called = act(&handler, &number, said.clone()).await;
    assert_eq!(called.status, 200, "{called:?}");
    assert_eq!(called.json()["row"]["state"], "answered");
    assert_eq!(act(&handler, &number, said).await.faults(), ["step out_of_turn"]);
    rates_once(&service, &own).await;
    let entered = act(&handler, &number, json!({"order": "rate", "rating": "acceptable"})).await;
    assert_eq!(entered.faults(), ["step rated_before"], "one, whoever enters it: {entered:?}");
    // The first rating stays what it was, and so does everything that is counted of it.
    assert_eq!(format!("{:?}", service.ballots().await), ballots);
    assert_eq!(service.verified(), 1);
    nobody_is_called_who_did_not_ask(&office).await;
}

async fn is_for_those_who_handle_it(service: &Service, office: &Staff, number: &str) {
    let path = format!("{OFFICE}/feedback/{number}");
    let case = office.get(&path).await.json();
    assert_eq!((&case["row"]["source"], &case["named_unit"]), (&json!("ballot"), &json!("QLNL")));
    assert_eq!((&case["sender"]["phone"], &case["due"]["days"]), (&json!("0912345678"), &json!(1)));
    assert_eq!(case["is_publishable"], false);
    let inspector = service.account("inspector", "SCT").await;
    assert_eq!(inspector.get(&path).await.json()["sender"], Value::Null, "only who handles it");
}

/// The sender reads what was said, and rates once more.
async fn rates_once(service: &Service, own: &str) {
    let shown = service.get(&own.replace("{}", "")).await.json();
    let last = shown["words"].as_array().and_then(|it| it.last()).cloned().unwrap_or_default();
    assert_eq!((&last["with"], &shown["may_rate"]), (&json!("called"), &json!(true)), "{shown}");
    let rate = async |rating: &str| {
        let request = service.request(Method::PUT, &own.replace("{}", "/rating"));
        let request = request.json(&json!({"rating": rating}));
        Reply::read(request.send().await.expect("an answer")).await
    };
    let rated = rate("satisfied").await;
    assert_eq!((rated.status, &rated.json()["rating"]), (200, &json!("satisfied")), "{rated:?}");
    let twice = rate("dissatisfied").await;
    assert_eq!(twice.faults(), ["step rated_before"], "{twice:?}");
}

async fn nobody_is_called_who_did_not_ask(office: &Staff) {
    let letter = json!({"id": Uuid::now_v7(), "kind": "service", "source": "letter",
        "sent": "2024-01-02", "text": "Người Thử viết."});
    let made = office.send(Method::POST, &format!("{OFFICE}/feedback"), &letter).await.json();
    let other = made["number"].to_string();
    let call = act(office, &other, json!({"order": "call", "words": "Đã gọi."})).await;
    assert_eq!(call.faults(), ["step out_of_turn"], "{call:?}");
}
