//! What is said of a case: whom it is about, what its sender adds by any way, what may be published of it.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, OFFICE, Reply, Service, on_both};
use uuid::Uuid;

use super::{Office, act, ask, done, found, letter, page, register, sole, state};

on_both!(
    a_complaint_about_somebody_goes_to_the_level_above_them_and_never_to_them,
    what_the_sender_says_by_telephone_is_theirs_in_the_log_and_waits_to_be_seen,
    whoever_is_entered_gets_code_and_pin,
    who_has_no_name_leaves_no_number,
    a_draft_is_its_author_s_wherever_the_case_goes,
    what_is_published_says_nothing_that_was_not_said,
    a_search_tells_no_more_than_lists_show,
    nothing_tells_in_which_order_hints_came,
    a_sender_adds_so_much_and_no_more,
);

/// Sends feedback as a program does, without a name.
async fn hint(service: &Service, kind: &str, text: &str) -> Value {
    let sent = json!({"id": Uuid::now_v7(), "kind": kind, "text": text,
        "consent": ["publish_feedback/1"]});
    let request = service.request(Method::POST, "/api/v1/feedback").json(&sent);
    let reply = Reply::read(request.send().await.expect("an answer")).await;
    assert_eq!(reply.status, 201, "{reply:?}");
    reply.json()
}

/// What the sender of a case sees, or does.
async fn own(service: &Service, method: Method, ticket: &Value, rest: &str, body: &Value) -> Reply {
    let text = |name: &str| ticket[name].as_str().expect("a text").to_owned();
    let path = format!("/api/v1/feedback/{}{rest}?pin={}", text("code"), text("pin"));
    let request = service.request(method.clone(), &path);
    let request = if method == Method::GET { request } else { request.json(body) };
    Reply::read(request.send().await.expect("an answer")).await
}

async fn a_complaint_about_somebody_goes_to_the_level_above_them_and_never_to_them(engine: Engine) {
    let office = Office::open(engine).await;
    hint(&office.service, "conduct", "Anh ở quầy nói năng khó chịu.").await;
    let number = sole(&office.office).await;
    let seen = done(&office.office, number, json!({"order": "receive"})).await;
    let orders = seen["orders"].as_array().expect("orders");
    assert!(!orders.contains(&json!("assign")) && orders.contains(&json!("concern")), "{orders:?}");
    let early = act(&office.office, number, json!({"order": "assign", "unit": "QLNL"})).await;
    assert_eq!(early.faults(), ["order concern_first"]);
    let nobody = json!({"order": "concern", "account": "khong-co"});
    assert_eq!(act(&office.office, number, nobody).await.faults(), ["account unknown_choice"]);

    let about = json!({"order": "concern", "account": office.handler.name});
    let known = done(&office.office, number, about).await;
    assert_eq!(known["row"]["level"], "office", "{known}");
    let noted = "select after from record where after like '%concern%'";
    let noted = office.service.database.texts(noted).await.join(" ");
    assert!(!noted.contains(&office.handler.name), "the record is read by others: {noted}");
    done(&office.office, number, json!({"order": "assign", "unit": "QLNL"})).await;
    let path = format!("{OFFICE}/feedback/{number}");
    assert_eq!(office.handler.get(&path).await.status, 404);
    let theirs = json!({"order": "name", "account": office.handler.name});
    assert_eq!(act(&office.head, number, theirs).await.faults(), ["account unknown_choice"]);
    let back = act(&office.head, number, json!({"order": "concern"})).await;
    assert_eq!(back.faults(), ["step higher_level"], "a unit does not take it back");
    done(&office.head, number, json!({"order": "name", "account": office.head.name})).await;
    done(&office.head, number, json!({"order": "submit", "words": "Đã nhắc nhở."})).await;
    let own = office.service.account("head", "QLNL").await;
    let below = act(&own, number, json!({"order": "approve"})).await;
    assert_eq!(below.faults(), ["step higher_level"], "{below:?}");
    // About somebody of Văn phòng: the level above them, and nobody of theirs; while nobody is above them,
    // others of Văn phòng, or nobody could ever end it.
    office.service.account("leadership", "SCT").await;
    let above = json!({"order": "concern", "account": office.office.name});
    let other = office.service.account("office", "VP").await;
    assert_eq!(done(&other, number, above).await["row"]["level"], "leadership");
    assert_eq!(office.office.get(&path).await.status, 404);
    let approve = act(&other, number, json!({"order": "approve"})).await;
    assert_eq!(approve.faults(), ["step higher_level"], "{approve:?}");
}

async fn what_the_sender_says_by_telephone_is_theirs_in_the_log_and_waits_to_be_seen(
    engine: Engine,
) {
    let office = Office::open(engine).await;
    let desk = office.service.account("reception", "QLNL").await;
    let number = office.answered().await;
    let public = page(&office.office, number).await["public"].clone();
    done(&office.office, number, json!({"order": "publish", "public": public})).await;
    assert_eq!(found(&office.head, "added", "").await, [0; 0]);
    let added = json!({"order": "add", "words": "Nay đã có điện, cảm ơn."});
    let seen = done(&desk, number, added).await;
    let last = seen["lines"].as_array().and_then(|lines| lines.last()).expect("a line").clone();
    assert_eq!((&last["step"], &last["is_sender"]), (&json!("added"), &json!(true)), "{last}");
    assert_eq!(state(&seen), "published", "it ends nothing and begins nothing");
    for staff in [&office.head, &office.office, &desk] {
        assert_eq!(found(staff, "added", "").await, [number], "finished, and still to be seen");
    }
    let entered = "select actor from record where action = 'feedback.step' and after like '%add%'";
    assert_eq!(office.service.database.texts(entered).await.len(), 1, "who entered it is known");
    done(&office.head, number, json!({"order": "note", "words": "Đã đọc."})).await;
    assert_eq!(found(&office.head, "added", "").await, [0; 0]);

    let rated = done(&desk, number, json!({"order": "rate", "rating": "satisfied"})).await;
    assert_eq!(rated["rating"], "satisfied");
    let twice = act(&desk, number, json!({"order": "rate", "rating": "satisfied"})).await;
    assert_eq!(twice.faults(), ["step rated_before"]);
    let missing = act(&desk, number, json!({"order": "rate"})).await;
    assert_eq!(missing.faults(), ["rating missing"]);
    let reopen = json!({"order": "reopen", "words": "Lại mất điện."});
    let note = json!({"order": "note", "words": "x"});
    assert_eq!(act(&desk, number, note).await.status, 403, "reception decides nothing");
    done(&desk, number, reopen.clone()).await;
    assert_eq!(state(&page(&office.office, number).await), "received", "Văn phòng gives it anew");
    assert_eq!(act(&office.office, number, reopen).await.status, 422, "once");
}

async fn whoever_is_entered_gets_code_and_pin(engine: Engine) {
    let office = Office::open(engine).await;
    let body = letter();
    let made = register(&office.office, &body).await.json();
    let view = own(&office.service, Method::GET, &made, "", &Value::Null).await;
    assert_eq!(view.status, 200, "{view:?}");
    assert_eq!(register(&office.office, &body).await.json()["pin"], made["pin"], "for ever");
    let number = made["number"].as_i64().expect("a number");
    assert_eq!(page(&office.office, number).await["pin"], Value::Null, "and nowhere else");
    let mut twin = letter();
    (twin["source"], twin["outside_number"]) = (json!("portal"), json!("PAKN.7"));
    let mut other = twin.clone();
    other["id"] = json!(Uuid::now_v7());
    let (one, two) =
        tokio::join!(register(&office.office, &twin), register(&office.office, &other));
    let mut statuses = [one.status, two.status];
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 422], "{one:?} {two:?}");
}

async fn who_has_no_name_leaves_no_number(engine: Engine) {
    let office = Office::open(engine).await;
    let mut nameless = letter();
    nameless["is_formal"] = json!(false);
    let refused = register(&office.office, &nameless).await;
    assert_eq!(refused.faults(), ["is_formal nameless"], "{refused:?}");
    nameless["sender"] = json!({"name": "", "phone": "", "address": ""});
    assert_eq!(register(&office.office, &nameless).await.status, 201);
    let contacts = "select cast(feedback as text) from feedback_contacts";
    assert_eq!(office.service.database.texts(contacts).await.len(), 0);
}

async fn a_draft_is_its_author_s_wherever_the_case_goes(engine: Engine) {
    let office = Office::open(engine).await;
    let trade = office.service.account("head", "QLTM").await;
    let number = office.in_progress().await;
    let path = format!("{OFFICE}/feedback/{number}/draft");
    let write = |text: &str| json!({"text": text});
    assert_eq!(office.handler.send(Method::PUT, &path, &write("Kính gửi")).await.status, 200);
    let offer = json!({"order": "offer", "unit": "QLTM", "words": "Thuộc thương mại."});
    done(&office.head, number, offer).await;
    done(&trade, number, json!({"order": "accept"})).await;
    let gone = format!("{OFFICE}/feedback/{number}");
    assert_eq!(office.handler.get(&gone).await.status, 404);
    let saved = office.handler.send(Method::PUT, &path, &write("Kính gửi bà,")).await;
    assert_eq!(saved.status, 200, "whoever is in the middle of a word goes on: {saved:?}");
    let all = office.handler.get(&format!("{OFFICE}/feedback/drafts")).await.json();
    assert_eq!(
        (&all[0]["number"], &all[0]["is_there"], &all[0]["text"]),
        (&json!(number), &json!(false), &json!("Kính gửi bà,")),
        "{all}"
    );
    let others = office.head.get(&format!("{OFFICE}/feedback/drafts")).await.json();
    assert_eq!(others, json!([]), "a draft is nobody else's");
    let stranger = office.service.account("handler", "QLNL").await;
    assert_eq!(stranger.send(Method::PUT, &path, &write("x")).await.status, 404);
}

async fn what_is_published_says_nothing_that_was_not_said(engine: Engine) {
    let office = Office::open(engine).await;
    let number = office.answered().await;
    let suggested = page(&office.office, number).await["public"].clone();
    let publish = |question: &str, answer: &str, is_confirmed: bool| {
        json!({"order": "publish", "is_confirmed": is_confirmed,
            "public": {"question": question, "answer": answer}})
    };
    let answer = suggested["answer"].as_str().expect("an answer").to_owned();
    for (question, said, faults) in [
        ("Sở làm rất tốt.", answer.as_str(), ["public.question not_said"]),
        ("Nộp từ tháng trước", "Hồ sơ đã xong.", ["public.answer not_said"]),
        ("gọi 0900 000 123 không ai nghe", &answer, ["public.question looks_personal"]),
    ] {
        let tried = act(&office.office, number, publish(question, said, false)).await;
        assert_eq!(tried.faults(), faults, "{question}");
    }
    assert_eq!(state(&page(&office.office, number).await), "awaiting_publication");
    // A mark of its own after a letter makes another word of it.
    let marked = answer.replacen("Hồ sơ", "Hồ so\u{301}", 1);
    let tried = act(&office.office, number, publish("Nộp từ tháng trước", &marked, true)).await;
    assert_eq!(tried.faults(), ["public.answer not_said"], "{marked}");
    let changed = act(&office.office, number, publish("Sở tốt", &answer, true)).await;
    assert_eq!(changed.faults(), ["public.question not_said"], "no tick lets that through");
    let seen = done(&office.office, number, publish("Nộp từ tháng trước", &answer, false)).await;
    assert_eq!(state(&seen), "published");
}

async fn a_search_tells_no_more_than_lists_show(engine: Engine) {
    let office = Office::open(engine).await;
    let inspector = office.service.account("inspector", "SCT").await;
    let number = office.in_progress().await;
    let code = page(&office.head, number).await["row"]["code"].as_str().expect("a code").to_owned();
    for staff in [&office.head, &office.office, &inspector] {
        assert_eq!(
            found(staff, "unit", "KHONG AI NGHE").await,
            [number],
            "words as lists show them"
        );
        assert_eq!(found(staff, "unit", &code).await, [number]);
        assert_eq!(found(staff, "unit", &code.to_lowercase().replace('-', " ")).await, [number]);
        assert_eq!(found(staff, "unit", "0900 000").await, [0; 0], "a part of a number");
    }
    for staff in [&office.head, &office.office] {
        assert_eq!(found(staff, "unit", "0900.000.123").await, [number], "their sender calls");
    }
    assert_eq!(found(&inspector, "unit", "0900 000 123").await, [0; 0]);
    let trade = office.service.account("head", "QLTM").await;
    for words in [code.as_str(), "0900 000 123", "khong ai nghe"] {
        assert_eq!(found(&trade, "unit", words).await, [0; 0], "{words}");
    }
}

async fn nothing_tells_in_which_order_hints_came(engine: Engine) {
    let office = Office::open(engine).await;
    let held = "select cast(until as text) from attempts";
    let before = office.service.database.texts(held).await;
    for at in 0..6 {
        hint(&office.service, "service", &format!("Ghế hỏng {at}")).await;
    }
    let numbers = "select cast(number as text) from feedback where subject like 'Ghế hỏng %'
         order by subject";
    let numbers = office.service.database.texts(numbers).await;
    let numbers: Vec<i64> = numbers.iter().map(|it| it.parse().expect("a number")).collect();
    assert!(numbers.iter().all(|it| (1_000_000..10_000_000).contains(it)), "{numbers:?}");
    assert!(!numbers.is_sorted(), "one in 720 comes sorted by chance: {numbers:?}");
    let mut after = office.service.database.texts(held).await;
    after.retain(|moment| !before.contains(moment));
    assert!(!after.is_empty());
    for moment in after {
        let moment: i64 = moment.parse().expect("a moment");
        assert_eq!(moment.rem_euclid(86_400_000), 17 * 3_600_000, "the day alone, in UTC+7");
    }
}

async fn a_sender_adds_so_much_and_no_more(engine: Engine) {
    let office = Office::open(engine).await;
    let ticket = hint(&office.service, "service", "Ghế hỏng").await;
    let number = sole(&office.office).await;
    let add = |at: usize| json!({"text": format!("Thêm {at}")});
    for at in 0..30 {
        let reply = own(&office.service, Method::POST, &ticket, "/additions", &add(at)).await;
        assert_eq!(reply.status, 200, "{at}: {reply:?}");
    }
    let again = own(&office.service, Method::POST, &ticket, "/additions", &add(29)).await;
    assert_eq!(again.status, 200, "a reply that was lost: {again:?}");
    let more = own(&office.service, Method::POST, &ticket, "/additions", &add(30)).await;
    assert_eq!(more.faults(), ["text plenty"], "{more:?}");
    let page = page(&office.office, number).await;
    assert_eq!(page["lines"].as_array().map(Vec::len), Some(31));
    let by_phone = json!({"order": "add", "words": "Gọi điện nói thêm."});
    let seen = page["seen"].clone();
    assert_eq!(ask(&office.office, number, &seen, by_phone).await.status, 200, "staff still can");
}
