//! A case of feedback on its way through the office: who may do what, when, and what comes of it.

mod attacks;
mod clock;
mod gone;
mod lessons;
mod requests;
mod said;
mod together;

use chrono::{Days, NaiveDate};
use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, OFFICE, Reply, Service, Staff, door, on_both};
use uuid::Uuid;

on_both!(
    a_case_goes_from_the_letter_to_the_published_answer,
    of_two_who_act_at_once_the_second_sees_what_the_first_did,
    nobody_approves_what_they_wrote,
    a_transfer_is_accepted_or_returned_and_a_second_one_goes_up,
    whoever_is_linked_gets_the_same_answer_under_their_own_code,
    of_two_cases_that_link_each_other_one_wins,
    every_fault_of_an_entered_case_is_named_and_nothing_is_kept,
    every_open_case_is_in_a_tab,
    whoever_helps_with_a_case_finds_it_in_a_tab,
    what_is_looked_at_again_is_not_public_until_it_is_published_again,
);

/// The people of a case.
struct Office {
    service: Service,
    office: Staff,
    head: Staff,
    handler: Staff,
}

impl Office {
    async fn open(engine: Engine) -> Self {
        let service = Service::start(engine).await;
        let office = service.account("office", "VP").await;
        let head = service.account("head", "QLNL").await;
        let handler = service.account("handler", "QLNL").await;
        Self { service, office, head, handler }
    }

    /// A case that was entered; its number.
    async fn case(&self) -> i64 {
        let made = register(&self.office, &letter()).await;
        assert_eq!(made.status, 201, "{made:?}");
        made.json()["number"].as_i64().expect("a number")
    }

    /// A case that the handler works on.
    async fn in_progress(&self) -> i64 {
        let number = self.case().await;
        done(&self.office, number, json!({"order": "receive"})).await;
        done(&self.office, number, json!({"order": "assign", "unit": "QLNL"})).await;
        let name = json!({"order": "name", "account": self.handler.name});
        done(&self.head, number, name).await;
        number
    }

    /// A case whose answer was approved.
    async fn answered(&self) -> i64 {
        let number = self.in_progress().await;
        let answer = json!({"order": "submit", "words": "Hồ sơ còn thiếu sơ đồ đấu nối."});
        done(&self.handler, number, answer).await;
        done(&self.head, number, json!({"order": "approve"})).await;
        number
    }
}

fn letter() -> Value {
    json!({
        "id": Uuid::now_v7(), "kind": "service", "source": "letter",
        "sent": day(-1), "text": "Nộp từ tháng trước, gọi 0900 000 123 không ai nghe.",
        "procedure": "1.115377", "is_formal": true, "is_publishable": true,
        "sender": {"name": "Nguyễn Thị B", "phone": "0900 000 123", "address": ""},
    })
}

/// The local day some days from today.
#[expect(clippy::disallowed_methods, reason = "a test outside the server needs the day it is")]
fn day(ahead: i64) -> NaiveDate {
    let today = domain::day::local_day(chrono::Utc::now());
    let days = Days::new(ahead.unsigned_abs());
    if ahead < 0 { today - days } else { today + days }
}

async fn register(staff: &Staff, body: &Value) -> Reply {
    staff.send(Method::POST, &format!("{OFFICE}/feedback"), body).await
}

async fn page(staff: &Staff, number: i64) -> Value {
    let reply = staff.get(&format!("{OFFICE}/feedback/{number}")).await;
    assert_eq!(reply.status, 200, "{reply:?}");
    reply.json()
}

/// Asks for a step, having seen so much of the log.
async fn ask(staff: &Staff, number: i64, seen: &Value, mut order: Value) -> Reply {
    order["seen"] = seen.clone();
    let name = order["order"].as_str().expect("an order").to_owned();
    let path = format!("{OFFICE}/feedback/{number}/{}", door(&name));
    staff.send(Method::POST, &path, &order).await
}

/// Asks for a step as the case is now.
async fn act(staff: &Staff, number: i64, order: Value) -> Reply {
    let reply = staff.get(&format!("{OFFICE}/feedback/{number}")).await;
    let seen = if reply.status == 200 { reply.json()["seen"].clone() } else { json!(1) };
    ask(staff, number, &seen, order).await
}

/// A step that is taken; the case then, if it is still there for whoever took it.
async fn done(staff: &Staff, number: i64, order: Value) -> Value {
    let reply = act(staff, number, order.clone()).await;
    assert!([200, 204].contains(&reply.status), "{order}: {reply:?}");
    if reply.status == 204 { Value::Null } else { reply.json() }
}

/// The numbers of the cases in a tab of the inbox that fit a search.
async fn found(staff: &Staff, tab: &str, words: &str) -> Vec<i64> {
    let query: String = form_urlencoded::byte_serialize(words.as_bytes()).collect();
    let list = staff.get(&format!("{OFFICE}/feedback?tab={tab}&q={query}")).await;
    assert_eq!(list.status, 200, "{list:?}");
    let rows = list.json()["rows"].as_array().expect("rows").clone();
    rows.iter().map(|row| row["number"].as_i64().expect("a number")).collect()
}

/// The number of the one case that nobody has yet.
async fn sole(staff: &Staff) -> i64 {
    let all = found(staff, "unassigned", "").await;
    assert_eq!(all.len(), 1, "{all:?}");
    all[0]
}

fn state(page: &Value) -> &str {
    page["row"]["state"].as_str().expect("a state")
}

async fn a_case_goes_from_the_letter_to_the_published_answer(engine: Engine) {
    let office = Office::open(engine).await;
    let number = office.case().await;
    let seen = page(&office.office, number).await;
    assert_eq!(state(&seen), "new");
    assert_eq!(seen["sender"]["phone"], "0900000123", "Văn phòng gives out what nobody has");
    let orders = |page: &Value| -> Vec<String> {
        let orders = page["orders"].as_array().expect("orders").iter();
        orders.map(|it| it.as_str().expect("a name").to_owned()).collect()
    };
    assert!(orders(&seen).contains(&"receive".to_owned()), "{seen}");
    assert!(!orders(&seen).contains(&"approve".to_owned()), "{seen}");
    assert_eq!(office.head.get(&format!("{OFFICE}/feedback/{number}")).await.status, 404);

    done(&office.office, number, json!({"order": "receive"})).await;
    let given = done(&office.office, number, json!({"order": "assign", "unit": "QLNL"})).await;
    assert_eq!((state(&given), &given["row"]["unit"]), ("assigned", &json!("QLNL")));
    let people = given["people"].as_array().expect("people");
    assert!(people.iter().any(|it| it["name"] == office.handler.name.as_str()), "{people:?}");
    let order = json!({"order": "name", "account": office.handler.name});
    assert_eq!(state(&done(&office.head, number, order).await), "in_progress");
    let draft = json!({"text": "Kính gửi bà,"});
    let path = format!("{OFFICE}/feedback/{number}/draft");
    assert_eq!(office.handler.send(Method::PUT, &path, &draft).await.status, 200);
    assert_eq!(page(&office.handler, number).await["draft"]["text"], "Kính gửi bà,");
    assert_eq!(page(&office.head, number).await["draft"], Value::Null, "it is its author's");

    let answer = json!({"order": "submit", "words": "Kính gửi bà, còn thiếu sơ đồ đấu nối."});
    let submitted = done(&office.handler, number, answer).await;
    assert_eq!((state(&submitted), &submitted["draft"]), ("awaiting_approval", &Value::Null));
    let approved = done(&office.head, number, json!({"order": "approve"})).await;
    assert_eq!(state(&approved), "awaiting_publication");
    let hidden = approved["public"]["question"].as_str().expect("a question");
    assert!(!hidden.contains("0900"), "{hidden}");

    let public = json!({"order": "publish", "public": approved["public"]});
    let published = done(&office.office, number, public).await;
    assert_eq!(state(&published), "published");
    let kept = office.service.database.texts("select question from feedback_published").await;
    assert_eq!(kept.len(), 1);
    assert!(!kept[0].contains("0900"), "{kept:?}");
    let again = json!({"order": "unpublish", "words": "Còn tên riêng."});
    assert_eq!(state(&done(&office.office, number, again).await), "answered");
    assert_eq!(office.service.database.texts("select code from feedback_published").await.len(), 0);
}

async fn of_two_who_act_at_once_the_second_sees_what_the_first_did(engine: Engine) {
    let office = Office::open(engine).await;
    let number = office.in_progress().await;
    let seen = page(&office.handler, number).await["seen"].clone();
    let note = |words: &str| json!({"order": "note", "words": words});
    // Each page asks by itself who else looks, and is seen by that; a program looks at nothing.
    let viewers = async |staff: &Staff| {
        let reply = staff.get(&format!("{OFFICE}/feedback/{number}/viewers")).await;
        assert_eq!(reply.status, 200, "{reply:?}");
        tests::texts(&reply.json()["viewers"])
    };
    assert!(!viewers(&office.head).await.is_empty(), "the handler looked just now");
    assert_eq!(viewers(&office.handler).await.len(), 2, "who assigned it, and the head");
    let before = "update feedback_views set seen = seen - 80000";
    office.service.database.behind(before).await.expect("it is written");
    assert_eq!(viewers(&office.handler).await, Vec::<String>::new(), "whoever left is gone");
    let outside = office.service.account("handler", "QLTM").await;
    let path = format!("{OFFICE}/feedback/{number}/viewers");
    assert_eq!(outside.get(&path).await.status, 404);
    let (one, two) = tokio::join!(
        ask(&office.handler, number, &seen, note("Một")),
        ask(&office.head, number, &seen, note("Hai")),
    );
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 409], "{one:?} {two:?}");
    let lines = page(&office.head, number).await["lines"].as_array().expect("lines").len();
    assert_eq!(seen.as_u64().map(|seen| seen + 1), u64::try_from(lines).ok());
}

async fn nobody_approves_what_they_wrote(engine: Engine) {
    let office = Office::open(engine).await;
    let number = office.in_progress().await;
    done(&office.head, number, json!({"order": "submit", "words": "Trả lời."})).await;
    let own = act(&office.head, number, json!({"order": "approve"})).await;
    assert_eq!(own.faults(), ["step own_text"], "{own:?}");
    assert_eq!(
        state(&done(&office.office, number, json!({"order": "approve"})).await),
        "awaiting_publication"
    );
    let late = act(&office.handler, number, json!({"order": "submit", "words": "Khác."})).await;
    assert_eq!(late.faults(), ["step out_of_turn"], "the words are frozen");
}

async fn a_transfer_is_accepted_or_returned_and_a_second_one_goes_up(engine: Engine) {
    let office = Office::open(engine).await;
    let trade = office.service.account("head", "QLTM").await;
    let number = office.in_progress().await;
    let due = page(&office.head, number).await["due"]["on"].clone();
    let offer = json!({"order": "offer", "unit": "QLTM", "words": "Thuộc lĩnh vực thương mại."});
    let offered = done(&office.head, number, offer.clone()).await;
    assert_eq!((state(&offered), &offered["row"]["unit"]), ("transfer", &json!("QLNL")));
    let own = act(&office.head, number, json!({"order": "accept"})).await;
    assert_eq!(own.status, 403, "the unit that offers does not accept: {own:?}");
    let back = json!({"order": "return", "words": "Không phải."});
    assert_eq!(done(&trade, number, back).await, Value::Null, "it is not theirs");
    assert_eq!(state(&page(&office.head, number).await), "in_progress");
    done(&office.head, number, offer).await;
    let accepted = done(&trade, number, json!({"order": "accept"})).await;
    assert_eq!((state(&accepted), &accepted["row"]["unit"]), ("assigned", &json!("QLTM")));
    assert_eq!(accepted["due"]["on"], due, "a transfer moves no date");
    assert_eq!(accepted["row"]["level"], "unit");
    let gone = office.handler.get(&format!("{OFFICE}/feedback/{number}")).await;
    assert_eq!(gone.status, 404, "it is another unit's now");
    let home = json!({"order": "offer", "unit": "QLNL", "words": "Trả về."});
    let pushed = done(&trade, number, home).await;
    assert_eq!(
        (&pushed["row"]["is_ping_pong"], &pushed["row"]["level"]),
        (&json!(true), &json!("office")),
        "{pushed}"
    );
}

async fn whoever_is_linked_gets_the_same_answer_under_their_own_code(engine: Engine) {
    let office = Office::open(engine).await;
    let lead = office.in_progress().await;
    let (one, two) = (office.case().await, office.case().await);
    for other in [one, two] {
        done(&office.office, other, json!({"order": "link", "case": lead})).await;
    }
    let similar = page(&office.office, lead).await["similar"].clone();
    assert_eq!(similar.as_array().map(Vec::len), Some(2), "the same number sent them: {similar}");
    let answer = json!({"order": "submit", "words": "Sẽ kiểm tra trong tuần."});
    done(&office.handler, lead, answer).await;
    done(&office.head, lead, json!({"order": "approve"})).await;
    let mut codes = vec![page(&office.office, lead).await["row"]["code"].clone()];
    for other in [one, two] {
        let page = page(&office.office, other).await;
        assert_eq!(state(&page), "answered");
        let last = page["lines"].as_array().and_then(|lines| lines.last()).expect("a line");
        assert_eq!(
            (&last["step"], &last["words"]),
            (&json!("answered_with"), &json!("Sẽ kiểm tra trong tuần."))
        );
        codes.push(page["row"]["code"].clone());
    }
    codes.dedup();
    assert_eq!(codes.len(), 3);
}

async fn of_two_cases_that_link_each_other_one_wins(engine: Engine) {
    let office = Office::open(engine).await;
    let (a, b) = (office.case().await, office.case().await);
    let link = |to: i64| json!({"order": "link", "case": to});
    let first = json!(1);
    let (one, two) = tokio::join!(
        ask(&office.office, a, &first, link(b)),
        ask(&office.office, b, &first, link(a)),
    );
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert!(statuses == [200, 422] || statuses == [200, 503], "{one:?} {two:?}");
    assert_eq!(act(&office.office, a, link(a)).await.faults(), ["case unknown_choice"]);
}

async fn every_fault_of_an_entered_case_is_named_and_nothing_is_kept(engine: Engine) {
    let office = Office::open(engine).await;
    let wrong = json!({
        "id": "x", "kind": "service", "source": "website", "sent": day(3), "text": " ",
        "unit": "NO", "procedure": "9.9", "is_formal": true,
        "sender": {"name": "", "phone": "12", "address": ""},
    });
    let mut faults = register(&office.office, &wrong).await.faults();
    faults.sort_unstable();
    assert_eq!(
        faults,
        [
            "id bad_id",
            "procedure unknown_procedure",
            "sender.phone bad_phone",
            "sent day_too_far",
            "source unknown_choice",
            "text missing",
            "unit unknown_unit"
        ]
    );
    let mut portal = letter();
    (portal["source"], portal["outside_number"]) = (json!("portal"), json!("PAKN.1"));
    assert_eq!(register(&office.office, &portal).await.status, 201);
    assert_eq!(register(&office.office, &portal).await.status, 200, "the same again is the same");
    let mut other = portal.clone();
    other["text"] = json!("Khác");
    assert_eq!(register(&office.office, &other).await.status, 409);
    other["id"] = json!(Uuid::now_v7());
    assert_eq!(register(&office.office, &other).await.faults(), ["outside_number taken"]);
    let kept = office.service.database.texts("select subject from feedback").await;
    assert_eq!(kept.len(), 1);
}

async fn every_open_case_is_in_a_tab(engine: Engine) {
    let office = Office::open(engine).await;
    let (new, working, answered) =
        (office.case().await, office.in_progress().await, office.answered().await);
    let waiting = office.in_progress().await;
    let until = json!({"order": "ask", "day": day(4), "words": "Xin gửi ảnh biên nhận."});
    done(&office.handler, waiting, until).await;
    let inbox = |staff: &Staff, tab: &str| {
        let path = format!("{OFFICE}/feedback?tab={tab}");
        let get = staff.request(Method::GET, &path).send();
        async move { Reply::read(get.await.expect("an answer")).await.json() }
    };
    let numbers = |inbox: &Value| -> Vec<i64> {
        let rows = inbox["rows"].as_array().expect("rows").iter();
        rows.map(|row| row["number"].as_i64().expect("a number")).collect()
    };
    let all = inbox(&office.office, "unit").await;
    let mut seen = numbers(&all);
    assert_eq!(numbers(&inbox(&office.office, "unassigned").await), [new]);
    seen.push(new);
    seen.sort_unstable();
    let mut open = [new, working, answered, waiting];
    open.sort_unstable();
    assert_eq!(seen, open);
    assert_eq!(numbers(&inbox(&office.handler, "waiting").await), [waiting]);
    let mine = inbox(&office.handler, "mine").await;
    assert_eq!(numbers(&mine).len(), 3, "{mine}");
    let count = |tab: &str| {
        let tabs = mine["tabs"].as_array().expect("tabs").iter();
        tabs.clone().find(|it| it["tab"] == tab).map(|it| it["count"].clone())
    };
    assert_eq!((count("mine"), count("waiting")), (Some(json!(3)), Some(json!(1))));
    assert_eq!(
        numbers(&inbox(&office.handler, "unassigned").await),
        [0; 0],
        "nobody's is not theirs"
    );
    let hidden = mine["rows"][0]["subject"].as_str().expect("a subject");
    assert!(!hidden.contains("0900"), "a list names nobody: {hidden}");
    let found = format!("{OFFICE}/feedback?tab=unit&q=khong%20ai%20nghe");
    assert_eq!(numbers(&office.office.get(&found).await.json()).len(), 3);
    let nothing = format!("{OFFICE}/feedback?tab=unit&q=100%25");
    assert_eq!(numbers(&office.office.get(&nothing).await.json()), [0; 0]);
}

async fn whoever_helps_with_a_case_finds_it_in_a_tab(engine: Engine) {
    let mut office = Office::open(engine).await;
    let number = office.in_progress().await;
    let trade = office.service.account("head", "QLTM").await;
    let listed = async |staff: &Staff| {
        let inbox = staff.get(&format!("{OFFICE}/feedback?tab=supporting")).await.json();
        let tabs = inbox["tabs"].as_array().expect("tabs").clone();
        let tab = tabs.into_iter().find(|it| it["tab"] == "supporting").expect("the tab");
        assert_eq!(tab["count"], inbox["total"], "{inbox}");
        let rows = inbox["rows"].as_array().expect("rows").iter();
        rows.map(|row| row["number"].as_i64().expect("a number")).collect::<Vec<i64>>()
    };
    assert_eq!(listed(&trade).await, [0; 0]);
    let help = json!({"order": "support", "unit": "QLTM", "words": "Xin số liệu."});
    done(&office.handler, number, help.clone()).await;
    assert_eq!(listed(&trade).await, [number]);
    assert_eq!(listed(&office.office).await, [number], "whoever sees everything sees who helps");
    assert_eq!(listed(&office.handler).await, [0; 0], "their unit leads, and does not help");
    page(&trade, number).await;
    // Of a case about whoever helps nothing is listed.
    let mut about = letter();
    about["about"] = json!(trade.name);
    let other = register(&office.office, &about).await.json()["number"].as_i64().expect("a number");
    done(&office.office, other, json!({"order": "receive"})).await;
    done(&office.office, other, json!({"order": "assign", "unit": "QLNL"})).await;
    done(&office.head, other, help).await;
    assert_eq!(listed(&trade).await, [number]);
    // Rows from before anything was kept of who helps are written when the server starts.
    let older = "delete from feedback_supports; update feedback_facts set supports = null";
    office.service.database.behind(older).await.expect("older");
    office.service.stop();
    office.service.serve();
    let trade = office.service.account("head", "QLTM").await;
    // Whoever else works there may see the other one, which is not about them.
    let both = async || listed(&trade).await.len() == 2 && listed(&trade).await.contains(&number);
    let is_back = async || both().await.then_some(());
    tests::patiently_async("the tab of whoever helps", is_back).await;
    let end = json!({"order": "end_support", "unit": "QLTM"});
    let handler = office.service.account("head", "QLNL").await;
    done(&handler, number, end).await;
    assert_eq!(listed(&trade).await, [other]);
}

async fn what_is_looked_at_again_is_not_public_until_it_is_published_again(engine: Engine) {
    let office = Office::open(engine).await;
    let service = &office.service;
    let sent = json!({"id": Uuid::now_v7(), "kind": "service", "text": "Chờ lâu ở quầy.",
        "consent": ["publish_feedback/1"]});
    let request = service.request(Method::POST, "/api/v1/feedback").json(&sent);
    let ticket = Reply::read(request.send().await.expect("an answer")).await.json();
    let number = sole(&office.office).await;
    let public = || service.database.texts("select question from feedback_published");
    let answer = async |seen: &str| {
        done(&office.office, number, json!({"order": "assign", "unit": "QLNL"})).await;
        let name = json!({"order": "name", "account": office.handler.name});
        done(&office.head, number, name).await;
        done(&office.handler, number, json!({"order": "submit", "words": seen})).await;
        let approved = done(&office.office, number, json!({"order": "approve"})).await;
        done(&office.office, number, json!({"order": "publish", "public": approved["public"]}))
            .await
    };
    done(&office.office, number, json!({"order": "receive"})).await;
    assert_eq!(state(&answer("Đã thêm người.").await), "published");
    assert_eq!(public().await.len(), 1);
    let code = ticket["code"].as_str().expect("a code");
    let path =
        format!("/api/v1/feedback/{code}/reopening?pin={}", ticket["pin"].as_str().expect("a pin"));
    let again = service.request(Method::POST, &path).json(&json!({"text": "Vẫn chờ lâu."}));
    let again = Reply::read(again.send().await.expect("an answer")).await;
    assert_eq!(again.status, 200, "{again:?}");
    assert_eq!(public().await.len(), 0, "it is looked at again");
    assert_eq!(state(&answer("Đã mở thêm quầy.").await), "published");
    assert_eq!(public().await, ["Chờ lâu ở quầy."]);
}
