//! What nobody may do to a case, tried by everyone.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, OFFICE, on_both};

use super::{Office, act, done, letter, page, register, state};

on_both!(
    whoever_a_case_is_about_never_sees_it,
    no_level_is_passed_over_and_nothing_taken_up_is_closed_below,
    who_sent_it_is_for_those_who_handle_it_and_each_look_is_on_the_record,
    an_order_is_refused_at_the_door_of_another_right,
    nothing_is_published_without_its_sender_s_agreement,
    a_link_reaches_no_case_that_its_maker_may_not_see,
    what_was_taken_up_is_closed_by_no_link_no_refusal_and_no_note_that_it_is_done,
);

async fn whoever_a_case_is_about_never_sees_it(engine: Engine) {
    let office = Office::open(engine).await;
    let mut about = letter();
    about["about"] = json!(office.handler.name);
    let made = register(&office.office, &about).await;
    let number = made.json()["number"].as_i64().expect("a number");
    done(&office.office, number, json!({"order": "receive"})).await;
    let given = done(&office.office, number, json!({"order": "assign", "unit": "QLNL"})).await;
    let people = given["people"].as_array().expect("people");
    assert!(people.iter().all(|it| it["name"] != office.handler.name.as_str()), "{people:?}");
    let name = json!({"order": "name", "account": office.handler.name});
    assert_eq!(act(&office.head, number, name).await.faults(), ["account unknown_choice"]);
    let path = format!("{OFFICE}/feedback/{number}");
    assert_eq!(office.handler.get(&path).await.status, 404);
    let note = json!({"order": "note", "words": "Tôi đây."});
    assert_eq!(act(&office.handler, number, note).await.status, 404);
    // Another case of the same number names it to the head, and not to whom it is about.
    let other = office.in_progress().await;
    let seen = |page: Value| page["similar"].as_array().expect("similar").len();
    assert_eq!(seen(page(&office.head, other).await), 1);
    assert_eq!(seen(page(&office.handler, other).await), 0);
    done(&office.office, number, json!({"order": "link", "case": other})).await;
    assert_eq!(page(&office.head, other).await["links"], json!([number]));
    assert_eq!(page(&office.handler, other).await["links"], json!([]), "nor that there is one");
    for tab in ["mine", "unit", "due_soon", "overdue", "finished"] {
        let list = office.handler.get(&format!("{OFFICE}/feedback?tab={tab}")).await.json();
        let rows = list["rows"].as_array().expect("rows");
        assert!(rows.iter().all(|row| row["number"] != number), "{tab}: {rows:?}");
    }
}

async fn no_level_is_passed_over_and_nothing_taken_up_is_closed_below(engine: Engine) {
    let office = Office::open(engine).await;
    let leader = office.service.account("leadership", "SCT").await;
    let number = office.in_progress().await;
    let up = json!({"order": "escalate", "words": "Vượt thẩm quyền."});
    let once = done(&office.head, number, up.clone()).await;
    assert_eq!(once["row"]["level"], "office", "{once}");
    let twice = done(&office.office, number, up.clone()).await;
    assert_eq!(twice["row"]["level"], "leadership");
    let more = act(&office.office, number, up).await;
    assert_eq!(more.faults(), ["order skips_level"], "{more:?}");
    done(&office.handler, number, json!({"order": "submit", "words": "Trả lời."})).await;
    for below in [&office.head, &office.office] {
        let reply = act(below, number, json!({"order": "approve"})).await;
        assert_eq!(reply.faults(), ["step higher_level"], "{reply:?}");
        let reply = act(below, number, json!({"order": "settle", "words": "Xong."})).await;
        assert_eq!(reply.faults(), ["step higher_level"], "{reply:?}");
    }
    let approved = done(&leader, number, json!({"order": "approve"})).await;
    assert_eq!(state(&approved), "awaiting_publication");
}

async fn who_sent_it_is_for_those_who_handle_it_and_each_look_is_on_the_record(engine: Engine) {
    let office = Office::open(engine).await;
    let number = office.in_progress().await;
    let looks = || async {
        let noted = "select actor from record where action = 'feedback.sender'";
        office.service.database.texts(noted).await.len()
    };
    let before = looks().await;
    assert_eq!(page(&office.handler, number).await["sender"]["name"], "Nguyễn Thị B");
    assert_eq!(looks().await, before + 1);
    for role in ["inspector", "leadership"] {
        let other = office.service.account(role, "SCT").await;
        let seen = page(&other, number).await;
        assert_eq!(seen["sender"], Value::Null, "{role}");
        let all = seen.to_string();
        assert!(!all.contains("0900 000 123") && !all.contains("Nguyễn Thị B"), "{role}: {all}");
    }
    for role in ["viewer", "administrator"] {
        let other = office.service.account(role, "SCT").await;
        let reply = other.get(&format!("{OFFICE}/feedback/{number}")).await;
        assert_eq!(reply.status, 403, "{role}");
    }
    let dump = office.service.database.cells(&[]).await;
    assert!(!dump.contains("Nguyễn Thị B"), "a name is stored sealed");
}

async fn an_order_is_refused_at_the_door_of_another_right(engine: Engine) {
    let office = Office::open(engine).await;
    let number = office.in_progress().await;
    let seen = page(&office.handler, number).await["seen"].clone();
    for (door, order) in
        [("work", "approve"), ("work", "publish"), ("work", "refuse"), ("work", "assign")]
    {
        let body = json!({"seen": seen, "order": order, "unit": "VP", "words": "x",
            "ground": "complaint", "public": {"question": "a", "answer": "b"}});
        let path = format!("{OFFICE}/feedback/{number}/{door}");
        let reply = office.handler.send(Method::POST, &path, &body).await;
        assert_eq!(reply.faults(), ["order unknown_choice"], "{order}: {reply:?}");
        let path = format!("{OFFICE}/feedback/{number}/direction");
        assert_eq!(office.handler.send(Method::POST, &path, &body).await.status, 403);
    }
    assert_eq!(page(&office.handler, number).await["seen"], seen);
}

async fn nothing_is_published_without_its_sender_s_agreement(engine: Engine) {
    let office = Office::open(engine).await;
    let mut silent = letter();
    silent["is_publishable"] = json!(false);
    let made = register(&office.office, &silent).await;
    let number = made.json()["number"].as_i64().expect("a number");
    done(&office.office, number, json!({"order": "receive"})).await;
    done(&office.office, number, json!({"order": "assign", "unit": "QLNL"})).await;
    let name = json!({"order": "name", "account": office.handler.name});
    done(&office.head, number, name).await;
    done(&office.handler, number, json!({"order": "submit", "words": "Trả lời."})).await;
    done(&office.head, number, json!({"order": "approve"})).await;
    let publish = json!({"order": "publish", "public": {"question": "a", "answer": "b"}});
    assert_eq!(act(&office.office, number, publish).await.faults(), ["order not_agreed"]);
    let reason = json!({"order": "unpublish", "words": "Người gửi không đồng ý."});
    assert_eq!(state(&done(&office.office, number, reason).await), "answered");
}

async fn a_link_reaches_no_case_that_its_maker_may_not_see(engine: Engine) {
    let office = Office::open(engine).await;
    let mut about = letter();
    about["about"] = json!(office.handler.name);
    let hidden = register(&office.office, &about).await.json()["number"].clone();
    let own = office.in_progress().await;
    let link = |case: &Value| json!({"order": "link", "case": case});
    let tried = act(&office.handler, own, link(&hidden)).await;
    let nothing = act(&office.handler, own, link(&json!(99_999))).await;
    assert_eq!(tried.faults(), ["case unknown_choice"], "{tried:?}");
    assert_eq!(tried.body, nothing.body, "nobody learns which cases there are");
}

async fn what_was_taken_up_is_closed_by_no_link_no_refusal_and_no_note_that_it_is_done(
    engine: Engine,
) {
    let office = Office::open(engine).await;
    let (lead, high) = (office.in_progress().await, office.in_progress().await);
    done(&office.office, high, json!({"order": "link", "case": lead})).await;
    let up = json!({"order": "escalate", "words": "Vượt thẩm quyền."});
    done(&office.head, high, up.clone()).await;
    done(&office.office, high, up.clone()).await;
    done(&office.handler, lead, json!({"order": "submit", "words": "Trả lời."})).await;
    done(&office.head, lead, json!({"order": "approve"})).await;
    let still = page(&office.office, high).await;
    assert_eq!((state(&still), &still["row"]["level"]), ("in_progress", &json!("leadership")));
    let new = office.case().await;
    done(&office.office, new, up.clone()).await;
    done(&office.office, new, up).await;
    let refuse = json!({"order": "refuse", "ground": "other_body", "words": "Xin gửi nơi khác."});
    assert_eq!(act(&office.office, new, refuse).await.faults(), ["step higher_level"]);
    let finish = json!({"order": "finish", "day": super::day(0), "words": "Đã trả lời."});
    assert_eq!(act(&office.office, new, finish).await.faults(), ["step higher_level"]);
}
