//! Codes as people copy them: full width, joiners nobody sees, an Icelandic Ð.

use reqwest::Method;
use serde_json::json;
use tests::{Engine, OFFICE, Service, on_both, quick};

on_both!(
    a_ballot_s_codes_are_read_however_they_were_copied,
    new_codes_are_the_same_as_those_they_look_like,
    one_crowd_is_one_however_its_campaign_is_written,
);

async fn a_ballot_s_codes_are_read_however_they_were_copied(engine: Engine) {
    let service = Service::start(engine).await;
    let mut ballot = quick(4);
    ballot["campaign"] = json!("qu\u{200d}ick");
    ballot["unit"] = json!("ＱＬＴＭ");
    ballot["procedure"] = json!("２．０００００４\u{200b}");
    ballot["service_point"] = json!("quay\u{2060}-1");
    let reply = service.post(&ballot).await;
    assert_eq!(reply.status, 201, "{reply:?}");
    let index = service.live("by=unit&unit=QL%E2%80%8DTM").await;
    assert_eq!(index.row("QLTM")["n"], 1);
    let page = service.get("/s/quick%E2%80%8D?p=%EF%BD%91uay-1").await;
    assert_eq!(page.status, 200);
}

async fn new_codes_are_the_same_as_those_they_look_like(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    let unit = json!({"code": "Ｑ\u{200d}ＬＴＭ", "name": {"vi": "Khác", "en": ""}, "parent": "ＳＣＴ",
                      "from": "2026-01-01", "decision": "", "note": ""});
    let reply = admin.send(Method::POST, &format!("{OFFICE}/units"), &unit).await;
    assert_eq!(reply.faults(), ["code taken"], "{reply:?}");
    for code in ["quay\u{200d}-1", " quay-1 ", "quay-1\t"] {
        let point = json!({"code": code, "name": {"vi": "Khác", "en": ""},
                           "channel": "in_person", "from": "2026-01-01", "until": null});
        let reply = admin.send(Method::POST, &format!("{OFFICE}/service-points"), &point).await;
        assert_eq!(reply.faults(), ["code taken"], "{code:?} {reply:?}");
    }
    let people =
        "name;phone;dossier\nMột;0900000101;H19-\u{d0}-1\nHai;0900000102;ｈ19-Đ\u{200d}-１\n";
    let reply = super::invitees::upload(&admin, "quick", "", people).await;
    assert_eq!(reply.faults(), ["3.dossier duplicate"], "{reply:?}");
}

async fn one_crowd_is_one_however_its_campaign_is_written(engine: Engine) {
    let service =
        Service::with(engine, &[("HAILONG_FREE_ORIGIN", "2"), ("HAILONG_FREE_CAMPAIGN", "2")])
            .await;
    let mut statuses = Vec::new();
    for campaign in ["quick", "qu\u{200d}ick", "ｑuick"] {
        let mut ballot = quick(4);
        ballot["campaign"] = json!(campaign);
        statuses.push(service.post(&ballot).await.status);
    }
    assert_eq!(statuses, [201, 201, 429]);
}
