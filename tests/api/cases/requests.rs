//! Co-ordination requests: who asks whom, who reads it, what an answer counts as.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, OFFICE, Reply, Service, Staff, on_both};

use super::{Office, day, done, letter, page as case_page, register};

on_both!(
    a_request_is_answered_once_and_read_by_both_sides_and_those_who_look_on,
    what_belongs_to_a_case_hides_whatever_the_case_hides,
    another_body_s_letter_is_entered_for_the_unit_that_it_asks,
);

fn request() -> Value {
    json!({"from": "QLTM", "unit": "QLNL", "subject": "Số liệu điện, gọi 0900 000 123",
        "text": "Xin gửi số liệu quý III.", "days": 3})
}

async fn ask(staff: &Staff, body: &Value) -> Reply {
    staff.send(Method::POST, &format!("{OFFICE}/requests"), body).await
}

async fn made(staff: &Staff, body: &Value) -> Value {
    let reply = ask(staff, body).await;
    assert_eq!(reply.status, 201, "{reply:?}");
    reply.json()
}

fn address(page: &Value) -> String {
    format!("{OFFICE}/requests/{}", page["row"]["id"])
}

async fn change(staff: &Staff, page: &Value, door: &str, field: &str, words: &str) -> Reply {
    let body = json!({"based_on": page["seen"], field: words});
    staff.send(Method::POST, &format!("{}/{door}", address(page)), &body).await
}

/// How many requests a reader has in each tab, and the first row of one.
async fn tabs(staff: &Staff, tab: &str) -> (Vec<u64>, Value) {
    let reply = staff.get(&format!("{OFFICE}/requests?tab={tab}")).await;
    assert_eq!(reply.status, 200, "{reply:?}");
    let list = reply.json();
    let counts = list["tabs"].as_array().expect("tabs").iter();
    let counts = counts.map(|it| it["count"].as_u64().expect("a count")).collect();
    (counts, list["rows"][0].clone())
}

async fn status(staff: &Staff, page: &Value) -> u16 {
    staff.get(&address(page)).await.status
}

async fn entries(service: &Service) -> Vec<String> {
    let noted = "select action || ' ' || coalesce(after, '') from record
                 where action like 'request.%' order by seq";
    service.database.texts(noted).await
}

async fn a_request_is_answered_once_and_read_by_both_sides_and_those_who_look_on(engine: Engine) {
    let Office { service, office, head, handler } = Office::open(engine).await;
    let asker = service.account("head", "QLTM").await;
    let mut asked = request();
    asked["person"] = json!(handler.name);
    let page = made(&asker, &asked).await;
    assert_eq!((&page["moves"], &page["due"]["days"]), (&json!(["withdraw"]), &json!(3)), "{page}");
    assert_eq!(
        (&page["row"]["outcome"], &page["is_day_given"]),
        (&json!("in_time"), &json!(false))
    );

    // Both sides have it in a tab; whoever looks on reads it without what looks personal.
    assert_eq!(tabs(&handler, "asked").await.0, [1, 0, 0, 0]);
    let (counts, row) = tabs(&asker, "sent").await;
    assert_eq!((counts, &row["id"]), (vec![0, 1, 0, 0], &page["row"]["id"]));
    assert!(!row["subject"].as_str().expect("a subject").contains("0900"), "a list names nobody");
    let other = service.account("handler", "VP").await;
    assert_eq!((tabs(&other, "asked").await.0, status(&other, &page).await), (vec![0; 4], 404));
    for (role, is_hidden) in [("inspector", true), ("leadership", true), ("office", false)] {
        let reader = service.account(role, "VP").await;
        let seen = reader.get(&address(&page)).await.json();
        let subject = seen["row"]["subject"].as_str().expect("a subject");
        assert_eq!(subject.contains("0900"), !is_hidden, "{role}: {seen}");
        let moves = if is_hidden { json!([]) } else { json!(["reply", "withdraw"]) };
        assert_eq!(seen["moves"], moves, "{role}");
        let answered = change(&reader, &page, "reply", "text", "").await;
        assert_eq!(answered.status, if is_hidden { 403 } else { 422 }, "{role}");
    }
    assert_eq!(change(&asker, &page, "reply", "text", "Tự trả lời").await.status, 403);
    assert_eq!(change(&handler, &page, "withdrawal", "reason", "Thôi").await.status, 403);

    // Of two who answer at once one wins, and the other reads what the first wrote.
    let (one, two) = tokio::join!(
        change(&handler, &page, "reply", "text", "Số liệu của người xử lý."),
        change(&head, &page, "reply", "text", "Số liệu của trưởng phòng."),
    );
    let mut both = [one.status, two.status];
    both.sort_unstable();
    assert_eq!(both, [200, 409], "{one:?} {two:?}");
    let now = head.get(&address(&page)).await.json();
    let winner = if one.status == 200 { "người xử lý" } else { "trưởng phòng" };
    assert!(now["reply"]["text"].as_str().expect("a reply").contains(winner), "{now}");
    assert_eq!((&now["row"]["outcome"], &now["moves"]), (&json!("on_time"), &json!([])));
    assert_eq!(tabs(&asker, "done").await.0, [0, 0, 0, 1]);
    assert_eq!(change(&asker, &now, "withdrawal", "reason", "Thôi").await.status, 409);

    // A late answer is taken, and counts as late; what is taken back counts as nothing.
    let late = made(&asker, &request()).await;
    let moved = format!("update requests set sent = 20240102 where id = {}", late["row"]["id"]);
    service.database.behind(&moved).await.expect("moved");
    assert_eq!(tabs(&head, "overdue").await.0, [1, 0, 1, 1]);
    let answered = change(&head, &late, "reply", "text", "Xin lỗi vì trễ.").await.json();
    assert_eq!(answered["row"]["outcome"], "late", "{answered}");
    let back = made(&asker, &request()).await;
    let back = change(&asker, &back, "withdrawal", "reason", "Đã có số liệu.").await.json();
    assert_eq!(
        (&back["row"]["state"], &back["row"]["outcome"]),
        (&json!("withdrawn"), &Value::Null)
    );
    let noted = entries(&service).await;
    assert_eq!(noted.len(), 6, "{noted:?}");
    assert!(noted.iter().all(|it| !it.contains("Số liệu") && !it.contains("trễ")), "{noted:?}");
    drop(office);
}

async fn what_belongs_to_a_case_hides_whatever_the_case_hides(engine: Engine) {
    let Office { service, office, head, handler } = Office::open(engine).await;
    let mut about = letter();
    about["about"] = json!(handler.name);
    let number = register(&office, &about).await.json()["number"].as_i64().expect("a number");
    done(&office, number, json!({"order": "receive"})).await;
    done(&office, number, json!({"order": "assign", "unit": "QLNL"})).await;
    let mut asked = request();
    (asked["from"], asked["case"]) = (json!("VP"), json!(number));
    let people = format!("{OFFICE}/requests/people?unit=QLNL&case={number}");
    let people = office.get(&people).await.body;
    assert!(people.contains(&head.name) && !people.contains(&handler.name), "{people}");
    asked["person"] = json!(handler.name);
    assert_eq!(ask(&office, &asked).await.faults(), ["person unknown_choice"]);
    asked["person"] = json!("");
    let page = made(&office, &asked).await;
    assert_eq!(page["row"]["case"], number);
    let own = head.get(&address(&page)).await.json();
    assert_eq!(own["row"]["case"], number, "{own}");
    assert_eq!(case_page(&head, number).await["requests"][0]["id"], page["row"]["id"]);
    // Whom it is about sees neither the request nor that there is one.
    assert_eq!((status(&handler, &page).await, tabs(&handler, "asked").await.0), (404, vec![0; 4]));
    let answered = change(&handler, &page, "reply", "text", "Tôi đây.").await;
    assert_eq!(answered.status, 404);
    let figures = handler.get(&format!("{OFFICE}/feedback/figures")).await.json();
    let asked_of = |it: &Value| {
        let cells = it["total"]["figures"].as_array().expect("figures").clone();
        let cell = cells.into_iter().find(|it| it["figure"] == "requests_late");
        cell.expect("the figure")["den"].clone()
    };
    assert_eq!(asked_of(&figures), 0);
    let figures = head.get(&format!("{OFFICE}/feedback/figures")).await.json();
    assert_eq!(asked_of(&figures), 1);

    // A unit that is asked and may not read the case reads no number of it; one that leads reads all.
    asked["unit"] = json!("QLTM");
    let other = made(&office, &asked).await;
    let trade = service.account("head", "QLTM").await;
    let seen = trade.get(&address(&other)).await.json();
    assert_eq!((&seen["row"]["case"], &seen["moves"]), (&Value::Null, &json!(["reply"])), "{seen}");
    assert_eq!(tabs(&trade, "asked").await.1["case"], Value::Null);
    assert_eq!(head.get(&address(&other)).await.json()["moves"], json!([]), "it is of their case");
    let theirs = json!({"case": number, "from": "QLTM", "unit": "QLNL", "subject": "A",
        "text": "B", "days": 1});
    assert_eq!(ask(&trade, &theirs).await.faults(), ["case unknown_choice"]);
}

async fn another_body_s_letter_is_entered_for_the_unit_that_it_asks(engine: Engine) {
    let Office { service, office, head, handler } = Office::open(engine).await;
    let letter = json!({"body": "UBND xã Long Phước", "body_number": "12/UBND-KT",
        "body_day": day(-2), "unit": "QLNL", "subject": "Cung cấp số liệu", "text": "Xin gửi.",
        "due": day(4)});
    let page = made(&handler, &letter).await;
    assert_eq!((&page["is_day_given"], &page["row"]["due"]), (&json!(true), &json!(day(4))));
    assert_eq!(page["moves"], json!(["reply"]), "only whoever receives its letters takes it back");
    let seen = office.get(&address(&page)).await.json();
    assert_eq!(
        (&seen["moves"], &seen["body_number"]),
        (&json!(["reply", "withdraw"]), &json!("12/UBND-KT"))
    );
    let trade = service.account("head", "QLTM").await;
    assert_eq!(ask(&trade, &letter).await.faults(), ["unit not_yours_to_give"]);
    let mut theirs = request();
    theirs["unit"] = json!("VP");
    assert_eq!(ask(&head, &theirs).await.faults(), ["from not_yours_to_give"]);
    (theirs["from"], theirs["unit"]) = (json!("QLNL"), json!("QLNL"));
    assert_eq!(ask(&head, &theirs).await.faults(), ["unit same_unit"]);
    (theirs["unit"], theirs["due"]) = (json!("X"), json!(day(1)));
    assert_eq!(ask(&head, &theirs).await.faults(), ["due twice", "unit unknown_unit"]);
    let people = head.get(&format!("{OFFICE}/requests/people?unit=X")).await;
    assert_eq!(people.faults(), ["unit unknown_unit"]);
    let list = head.get(&format!("{OFFICE}/requests?tab=x&unit=X")).await;
    assert_eq!(list.faults(), ["tab unknown_choice", "unit unknown_unit"]);
    assert_eq!(entries(&service).await.len(), 1, "nothing else was kept");
}
