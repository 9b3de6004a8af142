//! Another body's system sends its cases by a key, and reads how far they are: attacked from outside.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, OFFICE, Reply, Service, Staff, on_both};

on_both!(
    a_channel_sends_a_case_once_and_reads_how_far_it_is,
    no_other_key_and_nobody_signed_in_gets_through,
    the_same_number_at_once_opens_one_case_and_a_thousand_open_a_thousand,
);

const CALL: &str = "/api/v1/channel/feedback";

async fn made(admin: &Staff, channel: &str) -> (i64, String) {
    let sent = json!({"label": "Cổng", "actions": ["push_feedback"], "unit": null,
        "channel": channel, "days": 30});
    let made = admin.send(Method::POST, &format!("{OFFICE}/keys"), &sent).await;
    assert_eq!(made.status, 201, "{made:?}");
    let made = made.json();
    assert!(made["key"].is_string());
    (made["id"].as_i64().expect("a number"), made["key"].as_str().expect("a key").to_owned())
}

async fn push(service: &Service, key: &str, body: &Value) -> Reply {
    let request = service.request(Method::POST, CALL);
    let request = request.header("authorization", format!("Bearer {key}")).json(body);
    Reply::read(request.send().await.expect("an answer")).await
}

async fn read(service: &Service, key: &str, number: &str) -> Reply {
    let request = service.request(Method::GET, &format!("{CALL}/{number}"));
    let request = request.header("authorization", format!("Bearer {key}"));
    Reply::read(request.send().await.expect("an answer")).await
}

fn case(number: &str) -> Value {
    json!({"outside_number": number, "kind": "service", "sent": "2024-01-02",
        "due": "2024-01-09", "text": "Chờ lâu ở quầy.", "procedure": "2.000004",
        "sender": {"name": "Người Thử", "phone": "0900000001", "address": ""}})
}

async fn a_channel_sends_a_case_once_and_reads_how_far_it_is(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    let office = service.account("office", "SCT").await;
    let (_, portal) = made(&admin, "portal").await;
    let (_, hotline) = made(&admin, "hotline").await;
    let first = push(&service, &portal, &case("PA/2024-1")).await;
    assert_eq!(first.status, 201, "{first:?}");
    for _ in 0..2 {
        let again = push(&service, &portal, &case("PA/2024-1")).await;
        assert_eq!((again.status, again.json()), (200, first.json()));
    }
    let mut other = case("PA/2024-1");
    (other["text"], other["due"]) = (json!("Chờ rất lâu."), json!("2024-01-10"));
    let refused = push(&service, &portal, &other).await;
    assert_eq!(refused.status, 409, "{refused:?}");
    let named = refused.json()["faults"].clone();
    let fields: Vec<_> = named.as_array().expect("faults").iter().map(|it| &it["field"]).collect();
    assert_eq!(fields, ["due", "text"]);
    assert!(!refused.body.contains("Chờ lâu"), "what was sent first is not told: {refused:?}");
    every_fault_is_named(&service, &portal).await;
    // The same number of another channel is another case, and neither sees the other's.
    assert_eq!(read(&service, &hotline, "PA%2F2024-1").await.status, 404);
    assert_eq!(push(&service, &hotline, &other).await.status, 201);
    let list = office.get(&format!("{OFFICE}/feedback?tab=unassigned")).await.json();
    let rows = list["rows"].as_array().expect("rows");
    let row = rows.iter().find(|row| row["source"] == "portal").expect("the case is in the inbox");
    let (number, code) = (&row["number"], row["code"].as_str().expect("a code"));
    assert_eq!(first.json()["code"], code);
    let page = office.get(&format!("{OFFICE}/feedback/{number}")).await.json();
    assert_eq!(page["row"]["due"], "2024-01-09", "the earlier day counts: {page}");
    assert_eq!(
        (&page["outside_number"], &page["sender"]["name"]),
        (&json!("PA/2024-1"), &json!("Người Thử"))
    );
    given_to_a_unit(&office, number).await;
    its_sender_s_view_is_read(&service, &portal, &first.json()).await;
    what_was_entered_by_hand_is_read_and_not_sent(&service, &office, &portal).await;
    service.verified();
}

async fn every_fault_is_named(service: &Service, portal: &str) {
    let wrong = json!({"outside_number": "", "kind": "service", "sent": "x", "text": "",
        "unit": "KHONG", "sender": {"name": "", "phone": "1", "address": ""}});
    let faults = push(service, portal, &wrong).await.faults();
    for field in ["outside_number", "sent", "text", "unit", "sender.phone"] {
        assert!(
            faults.iter().any(|it| it.starts_with(&format!("{field} "))),
            "{field}: {faults:?}"
        );
    }
}

async fn given_to_a_unit(office: &Staff, number: &Value) {
    for (door, order) in [
        ("direction", json!({"order": "receive"})),
        ("direction", json!({"order": "assign", "unit": "QLNL"})),
        ("work", json!({"order": "note", "words": "Chuyện nội bộ."})),
    ] {
        let path = format!("{OFFICE}/feedback/{number}");
        let mut order = order;
        order["seen"] = office.get(&path).await.json()["seen"].clone();
        let done = office.send(Method::POST, &format!("{path}/{door}"), &order).await;
        assert_eq!(done.status, 200, "{done:?}");
    }
}

/// What is read is what its sender sees with code and pin, and not a field more.
async fn its_sender_s_view_is_read(service: &Service, portal: &str, first: &Value) {
    let code = first["code"].as_str().expect("a code");
    let view = read(service, portal, "PA%2F2024-1").await;
    assert_eq!(view.status, 200, "{view:?}");
    let seen = view.json();
    assert_eq!(
        (&seen["outside_number"], &seen["state"]),
        (&json!("PA/2024-1"), &json!("in_progress"))
    );
    assert_eq!((&seen["due"]["on"], &seen["unit"]["code"]), (&json!("2024-01-09"), &json!("QLNL")));
    let pin = first["pin"].as_str().expect("a pin").to_owned();
    let own = service.get(&format!("/api/v1/feedback/{code}?pin={pin}")).await.json();
    let mut without = seen.clone();
    without.as_object_mut().expect("fields").remove("outside_number");
    assert_eq!(without, own);
    assert!(!view.body.contains("nội bộ") && !view.body.contains("Người Thử"), "{view:?}");
}

async fn what_was_entered_by_hand_is_read_and_not_sent(
    service: &Service,
    office: &Staff,
    portal: &str,
) {
    // What was entered by hand under a number is not opened twice.
    let letter = json!({"id": uuid::Uuid::now_v7(), "kind": "service", "source": "portal",
        "outside_number": "PA-9", "sent": "2024-01-02", "text": "Ghi tay."});
    assert_eq!(office.send(Method::POST, &format!("{OFFICE}/feedback"), &letter).await.status, 201);
    let taken = push(service, portal, &case("PA-9")).await;
    assert_eq!(taken.status, 409, "{taken:?}");
    assert_eq!(taken.json()["faults"][0]["field"], "outside_number");
    assert_eq!(read(service, portal, "PA-9").await.status, 200, "but its channel reads it");
}

async fn no_other_key_and_nobody_signed_in_gets_through(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    let (id, key) = made(&admin, "portal").await;
    assert_eq!(push(&service, &key, &case("PA-1")).await.status, 201);
    let keys = format!("{OFFICE}/keys");
    let others = json!({"label": "Danh mục", "actions": ["read_books"], "unit": null, "days": 9});
    let others = admin.send(Method::POST, &keys, &others).await.json();
    let others = others["key"].as_str().expect("a key").to_owned();
    let wrong = ["", "hl_", "hl_0", &key[1..], &key.to_uppercase(), &format!("{key}0")];
    for (key, status) in wrong.into_iter().map(|key| (key, 401)).chain([(others.as_str(), 403)]) {
        assert_eq!(push(&service, key, &case("PA-2")).await.status, status, "{key}");
        assert_eq!(read(&service, key, "PA-1").await.status, status, "{key}");
    }
    // Whoever is signed in pushes nothing, whatever their role.
    for staff in [&admin, &service.account("office", "SCT").await, &service.browser("")] {
        let sent = staff.send(Method::POST, CALL, &case("PA-2")).await;
        assert!([401, 403].contains(&sent.status), "{}: {sent:?}", staff.name);
        assert!([401, 403].contains(&staff.get(&format!("{CALL}/PA-1")).await.status));
    }
    // The key of a channel opens nothing else, and no key is for two purposes or no channel.
    for path in ["feedback", "units", "me", "keys"] {
        let request = service.request(Method::GET, &format!("{OFFICE}/{path}"));
        let request = request.header("authorization", format!("Bearer {key}"));
        let reply = Reply::read(request.send().await.expect("an answer")).await;
        assert_eq!(reply.status, 403, "{path}");
    }
    no_key_is_for_two_purposes(&admin).await;
    let room = service.account("administrator", "QLTM").await;
    let sent = json!({"label": "A", "actions": ["push_feedback"], "channel": "portal", "days": 9});
    assert_eq!(room.send(Method::POST, &keys, &sent).await.status, 403);
    let shown = admin.get(&format!("{keys}/{id}")).await.json();
    assert_eq!(shown["channel"], "portal", "{shown}");
    let lines = "select step from feedback_events";
    let before = service.database.texts(lines).await;
    assert_eq!(admin.send(Method::DELETE, &format!("{keys}/{id}"), &Value::Null).await.status, 204);
    assert_eq!(push(&service, &key, &case("PA-1")).await.status, 401, "a replay by a revoked key");
    assert_eq!(read(&service, &key, "PA-1").await.status, 401);
    assert_eq!(service.database.texts(lines).await, before);
}

async fn no_key_is_for_two_purposes(admin: &Staff) {
    for (more, field) in [
        (json!({"channel": null}), "channel"),
        (json!({"channel": "website"}), "channel"),
        (json!({"actions": ["push_feedback", "read_books"]}), "actions"),
        (json!({"unit": "VP"}), "unit"),
    ] {
        let mut sent = json!({"label": "A", "actions": ["push_feedback"], "unit": null,
            "channel": "portal", "days": 9});
        for (name, value) in more.as_object().expect("fields") {
            sent[name] = value.clone();
        }
        let refused = admin.send(Method::POST, &format!("{OFFICE}/keys"), &sent).await;
        assert!(refused.faults()[0].starts_with(field), "{more}: {refused:?}");
    }
}

async fn the_same_number_at_once_opens_one_case_and_a_thousand_open_a_thousand(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    let (_, key) = made(&admin, "hotline").await;
    let race = case("1022-0");
    let one = || push(&service, &key, &race);
    let replies = tokio::join!(one(), one(), one(), one(), one(), one());
    let replies = [replies.0, replies.1, replies.2, replies.3, replies.4, replies.5];
    let mut statuses = replies.iter().map(|it| it.status).collect::<Vec<_>>();
    statuses.sort_unstable();
    assert_eq!(statuses, [200, 200, 200, 200, 200, 201], "{replies:?}");
    assert!(replies.iter().all(|it| it.json() == replies[0].json()));
    // None is slowed down. A database that is busy says so and keeps nothing: then it is sent again.
    for round in 0..125 {
        let at = |place: usize| {
            let body = case(&format!("1022-{}", round * 8 + place + 1));
            let (service, key) = (&service, &key);
            async move {
                for _ in 0..10 {
                    let status = push(service, key, &body).await.status;
                    if status != 503 {
                        return status;
                    }
                }
                503
            }
        };
        let taken = tokio::join!(at(0), at(1), at(2), at(3), at(4), at(5), at(6), at(7));
        assert_eq!(taken, (201, 201, 201, 201, 201, 201, 201, 201), "round {round}");
    }
    let cases = service.database.texts("select outside_number from feedback").await;
    assert_eq!(cases.len(), 1_001);
    service.verified();
}
