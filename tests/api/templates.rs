//! Reply templates: kept by whoever answers for them, filled by the case, and never sent with a place left
//! open.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, OFFICE, Service, Staff, on_both};

on_both!(a_template_is_filled_by_its_case_and_no_open_place_is_handed_in);

async fn send(staff: &Staff, method: Method, path: &str, body: &Value) -> tests::Reply {
    staff.send(method, &format!("{OFFICE}/{path}"), body).await
}

async fn a_template_is_filled_by_its_case_and_no_open_place_is_handed_in(engine: Engine) {
    let service = Service::start(engine).await;
    let office = service.account("office", "SCT").await;
    let head = service.account("head", "QLTM").await;
    let handler = service.account("handler", "QLTM").await;
    let id = kept_by_those_who_answer_for_them(&office, &head, &handler).await;
    let (number, whole) = filled_for_a_case(&office, &handler).await;
    let open = json!({"order": "submit", "seen": 4, "words": "Kính gửi,\nhạn {han}."});
    let refused = send(&handler, Method::POST, &format!("feedback/{number}/work"), &open).await;
    assert_eq!(refused.faults(), ["words empty_placeholder"]);
    let told = refused.json()["faults"][0]["message"].as_str().expect("words").to_owned();
    assert!(told.contains("{han} ở dòng 2, ký tự 5"), "{told}");
    let whole = json!({"order": "submit", "seen": 4, "words": whole});
    let taken = send(&handler, Method::POST, &format!("feedback/{number}/work"), &whole).await;
    assert_eq!(taken.status, 200, "{taken:?}");
    assert_eq!(
        send(&head, Method::DELETE, &format!("templates/{id}"), &Value::Null).await.status,
        204
    );
    let entries = "select action from record where action like 'template.%'";
    assert_eq!(service.database.texts(entries).await.len(), 5);
}

fn template(unit: Option<&str>, text: &str) -> Value {
    json!({"unit": unit, "title": "Mẫu", "text": text})
}

/// Who may keep what, and that a place no case fills is named with where it stands; the room's own.
async fn kept_by_those_who_answer_for_them(office: &Staff, head: &Staff, handler: &Staff) -> Value {
    let bad =
        send(office, Method::POST, "templates", &template(None, "Kính gửi,\nvề {ho_ten}.")).await;
    assert_eq!(bad.faults(), ["text unknown_placeholder"]);
    let told = bad.json()["faults"][0]["message"].as_str().expect("words").to_owned();
    assert!(told.contains("{ho_ten} ở dòng 2, ký tự 4"), "{told}");
    let house = template(None, "Mã {ma}, số {so}, {thu_tuc}, {don_vi}, hạn {han}, gửi {ngay_gui}.");
    assert_eq!(
        send(head, Method::POST, "templates", &house).await.faults(),
        ["unit not_yours_to_give"]
    );
    assert_eq!(send(handler, Method::POST, "templates", &house).await.status, 403);
    assert_eq!(send(office, Method::POST, "templates", &house).await.status, 201);
    let own = send(head, Method::POST, "templates", &template(Some("QLTM"), "Của phòng.")).await;
    assert_eq!(own.status, 201, "{own:?}");
    let others = template(Some("QLNL"), "Phòng khác.");
    assert_eq!(send(office, Method::POST, "templates", &others).await.status, 201);
    let mine = head.get(&format!("{OFFICE}/templates")).await.json();
    assert_eq!(mine["total"], 1, "{mine}");
    let id = own.json()["id"].clone();
    let mut change = template(None, "Của phòng QLTM, {so}.");
    change["based_on"] = json!("cũ");
    assert_eq!(send(head, Method::PUT, &format!("templates/{id}"), &change).await.status, 409);
    change["based_on"] = own.json()["state"].clone();
    assert_eq!(send(head, Method::PUT, &format!("templates/{id}"), &change).await.status, 200);
    id
}

/// A case of the room whose due day is known; its number, and what the house's template says for it.
async fn filled_for_a_case(office: &Staff, handler: &Staff) -> (String, String) {
    let letter = json!({"id": uuid::Uuid::now_v7(), "kind": "service", "source": "portal",
        "outside_number": "PA-7", "sent": "2024-01-02", "text": "Chờ lâu.", "procedure": "2.000004"});
    let made = send(office, Method::POST, "feedback", &letter).await.json();
    let number = made["number"].to_string();
    for (seen, (door, mut order)) in (1..).zip([
        ("direction", json!({"order": "receive"})),
        ("direction", json!({"order": "assign", "unit": "QLTM"})),
        ("work", json!({"order": "name", "account": handler.name})),
    ]) {
        order["seen"] = json!(seen);
        let done = send(office, Method::POST, &format!("feedback/{number}/{door}"), &order).await;
        assert_eq!(done.status, 200, "{order}: {done:?}");
    }
    let due = office.get(&format!("{OFFICE}/feedback/{number}")).await.json();
    let due = due["row"]["due"].as_str().expect("a due day").to_owned();
    let day = due.rsplit('-').collect::<Vec<_>>().join("/");
    let filled = handler.get(&format!("{OFFICE}/feedback/{number}/templates")).await.json();
    let texts: Vec<&str> =
        filled.as_array().expect("a list").iter().filter_map(|it| it["text"].as_str()).collect();
    let code = made["code"].as_str().expect("a code");
    let whole = format!(
        "Mã {code}, số PA-7, Đăng ký hoạt động khuyến mại, Quản lý thương mại, hạn {day}, gửi 02/01/2024."
    );
    assert_eq!(texts.len(), 2, "not another room's: {texts:?}");
    assert!(
        texts.contains(&whole.as_str()) && texts.contains(&"Của phòng QLTM, PA-7."),
        "{texts:?}"
    );
    (number, whole)
}
