//! What a merger, a split or an end would do is told beforehand, and nothing is written.

use serde_json::{Value, json};
use tests::{Engine, Service, Staff, on_both};

use super::{UNITS, ballot, name, post, unit};
use crate::invitees::upload;

on_both!(
    a_merger_tells_beforehand_what_goes_to_whom,
    a_split_and_an_end_tell_beforehand_what_they_do,
    the_closing_of_a_campaign_tells_what_it_ends,
);

const OFFICE: &str = "/api/v1/office";

/// A campaign of its own for the trade room, with two people who have not answered.
async fn campaign(office: &Staff) {
    let body = json!({"code": "rieng", "title": name("Đợt riêng"), "instrument": "quick",
        "unit": "QLTM", "channel": "in_person", "sampling": "open_link", "from": "2024-01-01"});
    assert_eq!(post(office, &format!("{OFFICE}/campaigns"), body).await.status, 201);
    let people = "phone,unit\n0900000401,QLTM\n0900000402,QLTM\n";
    assert_eq!(upload(office, "rieng", "", people).await.status, 201);
}

/// How much of each; what is left out is none.
fn what(counts: Value) -> Value {
    let mut all = json!({"units": 0, "procedures": 0, "campaigns": 0, "service_points": 0,
        "invitations": 0, "accounts": 0, "ballots": 0});
    all.as_object_mut().expect("an object").extend(counts.as_object().expect("counts").clone());
    all
}

async fn a_merger_tells_beforehand_what_goes_to_whom(engine: Engine) {
    let service = Service::start(engine).await;
    let (admin, office) = (service.admin().await, service.account("office", "VP").await);
    service.account("handler", "QLTM").await;
    campaign(&office).await;
    ballot(&service, json!({"unit": "QLTM"})).await;
    let below = json!({"code": "TO", "name": name("Tổ"), "parent": "QLTM", "from": "2020-01-01"});
    assert_eq!(post(&admin, UNITS, below).await.status, 201);
    let body = json!({"from": ["QLTM"], "day": "2024-02-01", "decision": "QĐ 9",
        "into": {"code": "TM", "name": name("Thương mại"), "parent": "SCT"}});
    let call = format!("{OFFICE}/unit-mergers/outlook");
    let before = unit(&admin, "QLTM").await;
    let reply = post(&admin, &call, body.clone()).await;
    assert_eq!(reply.status, 200, "{reply:?}");
    let counts = json!({"units": 1, "procedures": 2, "campaigns": 1, "invitations": 2,
        "accounts": 1, "ballots": 1});
    let told = reply.json();
    assert_eq!(told["moves"].as_array().map(Vec::len), Some(1), "{told}");
    assert_eq!(told["moves"][0]["from"]["vi"], "Quản lý thương mại");
    assert_eq!(told["moves"][0]["to"]["vi"], "Thương mại");
    assert_eq!(told["moves"][0]["what"], what(counts));
    assert_eq!(unit(&admin, "QLTM").await, before, "nothing is written");
    let inspector = service.account("inspector", "VP").await;
    let record = inspector.get(&format!("{OFFICE}/record?action=unit.merge")).await.json();
    assert_eq!(record["total"], 0);
    // It happens as it was told, and what cannot happen is refused in the same words.
    assert_eq!(post(&admin, &format!("{OFFICE}/unit-mergers"), body.clone()).await.status, 201);
    let again = post(&admin, &call, body.clone()).await;
    let refused = post(&admin, &format!("{OFFICE}/unit-mergers"), body).await;
    assert_eq!((again.status, again.faults()), (422, refused.faults()));
}

async fn a_split_and_an_end_tell_beforehand_what_they_do(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    let part =
        json!({"code": "DIEN", "name": name("Điện"), "parent": "SCT", "procedures": ["1.115377"]});
    let body = json!({"unit": "QLNL", "goes_on": true, "day": "2024-02-01", "into": [part]});
    let told = post(&admin, &format!("{OFFICE}/unit-splits/outlook"), body).await.json();
    assert_eq!(told["moves"][0]["to"]["vi"], "Điện", "{told}");
    assert_eq!(told["moves"][0]["what"], what(json!({"procedures": 1})));
    // A unit that ends with nothing in it, and one that something still belongs to.
    let empty = json!({"code": "TO", "name": name("Tổ"), "parent": "SCT", "from": "2020-01-01"});
    assert_eq!(post(&admin, UNITS, empty).await.status, 201);
    for (code, from, status) in [("TO", "2020-01-01", 200), ("QLTM", "2010-01-01", 422)] {
        let seen = unit(&admin, code).await;
        let body = json!({"based_on": seen["state"], "name": seen["versions"][0]["name"],
            "parent": "SCT", "until": "2031-12-31", "decision": "", "note": ""});
        let told = post(&admin, &format!("{UNITS}/{code}/versions/{from}/outlook"), body).await;
        assert_eq!(told.status, status, "{told:?}");
        if status == 200 {
            assert_eq!(told.json()["moves"][0]["to"], Value::Null);
        }
    }
    // A procedure that a service point names.
    let point = json!({"code": "quay-9", "name": name("Quầy 9"), "channel": "in_person",
        "units": [], "procedures": ["2.000535"], "from": "2020-01-01"});
    assert_eq!(post(&admin, &format!("{OFFICE}/service-points"), point).await.status, 201);
    let path = format!("{OFFICE}/procedures/2.000535");
    let seen = admin.get(&path).await.json();
    let last = &seen["versions"][0];
    let body = json!({"based_on": seen["state"], "name": last["name"], "field": last["field"],
        "unit": "VP", "days": null, "from": last["from"], "until": "2031-12-31", "note": ""});
    let told = post(&admin, &format!("{path}/outlook"), body).await.json();
    assert_eq!(told["moves"][0]["what"], what(json!({"service_points": 1})), "{told}");
}

async fn the_closing_of_a_campaign_tells_what_it_ends(engine: Engine) {
    let service = Service::start(engine).await;
    let office = service.account("office", "VP").await;
    campaign(&office).await;
    ballot(&service, json!({"campaign": "rieng"})).await;
    let told = office.get(&format!("{OFFICE}/campaigns/rieng/closing")).await.json();
    assert_eq!(told, what(json!({"ballots": 1, "invitations": 2})));
    let head = service.account("head", "QLNL").await;
    assert_eq!(head.get(&format!("{OFFICE}/campaigns/rieng/closing")).await.status, 403);
}
