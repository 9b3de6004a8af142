//! Campaigns as the office keeps them: begun, changed, closed, and full.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, Reply, Service, Staff, answered, draw_id, on_both, quick};

on_both!(
    a_new_campaign_takes_ballots_at_once,
    every_fault_of_a_campaign_is_named_at_once,
    a_campaign_with_ballots_stays_what_it_is,
    a_closed_campaign_takes_no_ballot_from_that_moment,
    a_full_campaign_takes_no_more_either_way,
    a_quota_holds_when_all_come_at_once,
    a_ballot_taken_back_makes_room,
    a_head_keeps_the_campaigns_of_the_own_unit_only,
    of_two_who_change_the_same_campaign_one_is_told,
);

const CAMPAIGNS: &str = "/api/v1/office/campaigns";

fn campaign(code: &str, unit: Option<&str>) -> Value {
    json!({"code": code, "title": {"vi": "Đợt mới", "en": "New round"}, "instrument": "quick",
        "unit": unit, "channel": "in_person", "sampling": "open_link", "from": "2024-01-01"})
}

/// What a campaign says, to be sent back.
async fn seen(staff: &Staff, code: &str) -> Value {
    let reply = staff.get(&format!("{CAMPAIGNS}/{code}")).await;
    assert_eq!(reply.status, 200, "{reply:?}");
    let row = reply.json();
    let mut body = json!({"based_on": row["state"]});
    for field in ["title", "instrument", "unit", "channel", "sampling", "from", "until", "quota"] {
        body[field] = row[field].clone();
    }
    body
}

async fn put(staff: &Staff, code: &str, body: &Value) -> Reply {
    staff.send(Method::PUT, &format!("{CAMPAIGNS}/{code}"), body).await
}

/// Changes one field of a campaign; it must be taken.
async fn set(staff: &Staff, code: &str, field: &str, value: Value) {
    let mut body = seen(staff, code).await;
    body[field] = value;
    let reply = put(staff, code, &body).await;
    assert_eq!(reply.status, 200, "{reply:?}");
}

async fn close(staff: &Staff, code: &str) -> Reply {
    staff.send(Method::POST, &format!("{CAMPAIGNS}/{code}/closing"), &Value::Null).await
}

/// The quick ballot as a browser without scripts sends it.
async fn form(service: &Service) -> Reply {
    let fields = [("id".to_owned(), draw_id()), ("a.O1".to_owned(), "4".to_owned())];
    service.send_form("/s/quick", &fields).await
}

async fn a_new_campaign_takes_ballots_at_once(engine: Engine) {
    let service = Service::start(engine).await;
    let office = service.account("office", "SCT").await;
    let made = office.send(Method::POST, CAMPAIGNS, &campaign("dot-2", Some("VP"))).await;
    assert_eq!(made.status, 201, "{made:?}");
    assert_eq!(
        (&made.json()["instrument"], &made.json()["ballots"]),
        (&json!("quick/2"), &json!(0))
    );
    assert!(service.get("/").await.body.contains("/s/dot-2"));
    assert!(service.get("/s/dot-2").await.body.contains("<form"));
    assert_eq!(service.get("/s/dot-2/qr.svg?p=quay-1").await.status, 200);
    let mut ballot = quick(5);
    ballot["campaign"] = json!("dot-2");
    assert_eq!(service.post(&ballot).await.status, 201);
    let listed = office.get(&format!("{CAMPAIGNS}?q=dot-2&standing=open")).await.json();
    assert_eq!((&listed["total"], &listed["rows"][0]["ballots"]), (&json!(1), &json!(1)));
    set(&office, "dot-2", "from", json!("2190-01-01")).await;
    ballot["id"] = json!(draw_id());
    assert_eq!(service.post(&ballot).await.faults(), ["campaign not_open_yet"]);
    assert_eq!(service.verified(), 1);
}

async fn every_fault_of_a_campaign_is_named_at_once(engine: Engine) {
    let service = Service::start(engine).await;
    let office = service.account("office", "SCT").await;
    let wrong = json!({"code": "Đợt 1", "title": {"vi": ""}, "instrument": "khong",
        "unit": "KHONG", "channel": "in_person", "sampling": "kiosk", "from": "2024-02-01",
        "until": "2024-01-31", "quota": 0});
    let reply = office.send(Method::POST, CAMPAIGNS, &wrong).await;
    let expected = [
        "code bad_campaign_code",
        "instrument unknown_instrument",
        "quota out_of_range",
        "title.vi missing",
        "unit unknown_unit",
        "until ends_before_it_begins",
    ];
    assert_eq!(reply.faults(), expected);
    let mut early = campaign("quick", Some("CU"));
    assert_eq!(office.send(Method::POST, CAMPAIGNS, &early).await.faults(), ["code taken"]);
    early["code"] = json!("dot-3");
    let reply = office.send(Method::POST, CAMPAIGNS, &early).await;
    assert_eq!(reply.faults(), ["unit not_there_then"]);
    early["closed"] = json!(1);
    let reply = office.send(Method::POST, CAMPAIGNS, &early).await;
    assert_eq!((reply.status, reply.faults()), (422, vec!["closed unknown_field".to_owned()]));
    assert_eq!(office.get(&format!("{CAMPAIGNS}/dot-3")).await.status, 404);
}

async fn a_campaign_with_ballots_stays_what_it_is(engine: Engine) {
    let service = Service::start(engine).await;
    let office = service.account("office", "SCT").await;
    set(&office, "quick", "unit", json!("QLTM")).await;
    assert_eq!(service.post(&quick(4)).await.status, 201);
    let mut body = seen(&office, "quick").await;
    body["instrument"] = json!("sipas-service/1");
    body["unit"] = json!("VP");
    body["channel"] = json!("online");
    body["sampling"] = json!("kiosk");
    let expected = ["channel in_use", "instrument in_use", "sampling in_use", "unit in_use"];
    assert_eq!(put(&office, "quick", &body).await.faults(), expected);
    set(&office, "quick", "title", json!({"vi": "Tên mới", "en": ""})).await;
    set(&office, "quick", "until", json!("2190-12-31")).await;
    assert!(service.get("/").await.body.contains("Tên mới"));
    assert_eq!(service.post(&quick(4)).await.status, 201);
    assert_eq!(service.verified(), 2);
}

async fn a_closed_campaign_takes_no_ballot_from_that_moment(engine: Engine) {
    let service = Service::start(engine).await;
    // A server that does not know of it yet asks the database with every ballot.
    let beside = (engine == Engine::Postgres).then(|| service.beside());
    let office = service.account("office", "SCT").await;
    let ballot = quick(4);
    let receipt = service.post(&ballot).await.receipt();
    let closed = close(&office, "quick").await;
    assert_eq!(closed.status, 200, "{closed:?}");
    assert_eq!(closed.json()["standing"], "closed");
    for server in beside.iter().chain([&service]) {
        assert_eq!(server.post(&quick(5)).await.faults(), ["campaign closed"]);
    }
    let page = service.get("/s/quick").await.body;
    assert!(!page.contains("<form"), "{page}");
    assert!(!service.get("/").await.body.contains("/s/quick"));
    for server in beside.iter().chain([&service]) {
        let again = server.post(&ballot).await;
        assert_eq!((again.status, again.receipt()), (200, receipt.clone()));
    }
    let moment = closed.json()["closed"].clone();
    assert_eq!(close(&office, "quick").await.json()["closed"], moment, "once is enough");
    drop(beside);
    assert_eq!(service.verified(), 1);
}

async fn a_full_campaign_takes_no_more_either_way(engine: Engine) {
    let service = Service::start(engine).await;
    let office = service.account("office", "SCT").await;
    let first = quick(4);
    let receipt = service.post(&first).await.receipt();
    set(&office, "quick", "quota", json!(2)).await;
    assert_eq!(form(&service).await.status, 303);
    assert_eq!(service.post(&quick(4)).await.faults(), ["campaign full"]);
    let refused = form(&service).await;
    assert_eq!(refused.status, 422);
    assert!(refused.body.contains("đủ số phiếu"), "{}", refused.body);
    assert!(!service.get("/s/quick").await.body.contains("<form"));
    let again = service.post(&first).await;
    assert_eq!((again.status, again.receipt()), (200, receipt));
    set(&office, "quick", "quota", json!(3)).await;
    assert_eq!(service.post(&quick(4)).await.status, 201);
    set(&office, "quick", "quota", Value::Null).await;
    assert_eq!(service.post(&quick(4)).await.status, 201);
    assert_eq!(service.verified(), 4);
}

async fn a_quota_holds_when_all_come_at_once(engine: Engine) {
    let service = Service::start(engine).await;
    let office = service.account("office", "SCT").await;
    set(&office, "quick", "quota", json!(5)).await;
    let sending = (0..40).map(|_| {
        let (client, url) = (service.client(), service.url().to_owned());
        tokio::spawn(async move {
            let request = client.post(format!("{url}/api/v1/ballots")).json(&answered("O1", 3));
            request.send().await.expect("an answer").status().as_u16()
        })
    });
    let mut stored = 0;
    for sent in sending.collect::<Vec<_>>() {
        let status = sent.await.expect("it was sent");
        assert!(status == 201 || status == 422, "{status}");
        stored += u64::from(status == 201);
    }
    assert_eq!((stored, service.verified()), (5, 5));
    assert_eq!(office.get(&format!("{CAMPAIGNS}/quick")).await.json()["ballots"], 5);
}

async fn a_ballot_taken_back_makes_room(engine: Engine) {
    let service = Service::start(engine).await;
    let office = service.account("office", "SCT").await;
    set(&office, "quick", "quota", json!(1)).await;
    let stored = service.post(&quick(4)).await;
    assert_eq!(service.post(&quick(4)).await.faults(), ["campaign full"]);
    let path = format!("/api/v1/ballots/{}?pin={}", stored.receipt(), stored.pin());
    let request = service.request(Method::DELETE, &path);
    let gone = Reply::read(request.send().await.expect("an answer")).await;
    assert!(gone.status < 300, "{gone:?}");
    assert_eq!(service.post(&quick(4)).await.status, 201);
    assert_eq!(service.verified(), 1);
}

async fn a_head_keeps_the_campaigns_of_the_own_unit_only(engine: Engine) {
    let service = Service::start(engine).await;
    let head = service.account("head", "QLTM").await;
    let before = seen(&head, "quick").await;
    let mut body = before.clone();
    body["title"] = json!({"vi": "Của tôi", "en": ""});
    assert_eq!(put(&head, "quick", &body).await.status, 403);
    assert_eq!(close(&head, "quick").await.status, 403);
    for unit in [Some("VP"), Some("SCT"), None, Some("KHONG")] {
        let reply = head.send(Method::POST, CAMPAIGNS, &campaign("cua-toi", unit)).await;
        assert_eq!(reply.status, 403, "{unit:?}: {reply:?}");
    }
    let own = head.send(Method::POST, CAMPAIGNS, &campaign("cua-toi", Some("QLTM"))).await;
    assert_eq!(own.status, 201, "{own:?}");
    let mut given_away = seen(&head, "cua-toi").await;
    given_away["unit"] = json!("VP");
    assert_eq!(put(&head, "cua-toi", &given_away).await.status, 403);
    assert_eq!(close(&head, "cua-toi").await.status, 200);
    assert_eq!(seen(&head, "quick").await, before);
    let viewer = service.account("viewer", "SCT").await;
    assert_eq!(close(&viewer, "quick").await.status, 403);
}

async fn of_two_who_change_the_same_campaign_one_is_told(engine: Engine) {
    let service = Service::start(engine).await;
    let office = service.account("office", "SCT").await;
    let mut body = seen(&office, "quick").await;
    // Neither a ballot nor a day that goes by is a change.
    assert_eq!(service.post(&quick(4)).await.status, 201);
    set(&office, "quick", "title", json!({"vi": "Người thứ nhất", "en": ""})).await;
    body["until"] = json!("2190-01-01");
    let stale = put(&office, "quick", &body).await;
    assert_eq!((stale.status, stale.faults()), (409, Vec::new()));
    let now = seen(&office, "quick").await;
    assert_eq!((&now["title"]["vi"], &now["until"]), (&json!("Người thứ nhất"), &Value::Null));
}
