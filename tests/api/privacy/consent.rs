//! What people agree to is unticked, kept with the exact text, and only for what it is about.

use serde_json::json;
use tests::{Engine, Service, on_both, quick};

use super::{
    address, delete, put, said,
    staff::{read, sign_in},
};

on_both!(
    the_box_is_there_unticked_and_what_is_ticked_is_kept,
    both_ways_keep_the_same_consent,
    what_nobody_was_asked_is_refused,
    a_consent_goes_with_the_comment_it_is_about,
    a_consent_is_taken_back_apart_from_its_comment,
);

const CONSENTS: &str = "select purpose || '/' || version || ' ' || text_vi from consents
     join notices using (purpose, version)";

async fn the_box_is_there_unticked_and_what_is_ticked_is_kept(engine: Engine) {
    let service = Service::start(engine).await;
    let page = service.get("/s/quick").await.body;
    let (before, after) = page.split_once("name=\"consent\"").expect("a box");
    let start = before.rfind('<').expect("a tag");
    let tag = [&before[start..], after.split('>').next().unwrap_or_default()].concat();
    assert!(tag.contains("type=\"checkbox\"") && !tag.contains("checked"), "{tag}");
    let mut ballot = said(4, "Cứ công bố");
    ballot["consent"] = json!(["publish_comment/1", "publish_comment/1"]);
    let sent = service.post(&ballot).await;
    assert_eq!(sent.status, 201, "{sent:?}");
    let stored = service.database.texts(CONSENTS).await;
    assert!(
        stored.len() == 1 && stored[0].starts_with("publish_comment/1 Tôi đồng ý"),
        "{stored:?}"
    );
    let shown = service.get(&address(&sent)).await.json();
    assert_eq!(shown["consent"], json!(["publish_comment/1"]));
    ballot["consent"] = json!([]);
    assert_eq!(service.post(&ballot).await.status, 409, "without it, it is another ballot");
}

async fn both_ways_keep_the_same_consent(engine: Engine) {
    let service = Service::start(engine).await;
    let id = tests::draw_id();
    let fields = [("id", id.as_str()), ("a.O1", "4"), ("comment", "Tốt")];
    let mut form: Vec<(String, String)> =
        fields.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    form.push(("consent".to_owned(), "publish_comment/1".to_owned()));
    assert_eq!(service.send_form("/s/quick", &form).await.status, 303);
    let ballot = json!({"id": id, "campaign": "quick", "comment": "Tốt",
        "answers": [{"item": "O1", "level": 4}], "consent": ["publish_comment/1"]});
    assert_eq!(service.post(&ballot).await.status, 200, "the same ballot");
    assert_eq!(service.database.texts(CONSENTS).await.len(), 1);
}

async fn what_nobody_was_asked_is_refused(engine: Engine) {
    let service = Service::start(engine).await;
    let cases = [
        (json!(["publish_comment/2"]), "consent unknown_choice"),
        (json!(["everything"]), "consent unknown_choice"),
        (json!("publish_comment/1"), "consent wrong_type"),
        (json!([1]), "consent wrong_type"),
        (json!({"publish_comment": true}), "consent wrong_type"),
    ];
    for (consent, fault) in cases {
        let mut ballot = said(4, "x");
        ballot["consent"] = consent;
        let reply = service.post(&ballot).await;
        assert_eq!((reply.status, reply.faults()), (422, vec![fault.to_owned()]), "{reply:?}");
    }
    for nothing in [json!(null), json!([])] {
        let mut ballot = quick(4);
        ballot["consent"] = nothing;
        assert_eq!(service.post(&ballot).await.status, 201);
    }
    assert_eq!(service.database.texts(CONSENTS).await, [""; 0]);
}

async fn a_consent_goes_with_the_comment_it_is_about(engine: Engine) {
    let service = Service::start(engine).await;
    let mut silent = quick(4);
    silent["consent"] = json!(["publish_comment/1"]);
    assert_eq!(service.post(&silent).await.status, 201);
    assert_eq!(service.database.texts(CONSENTS).await, [""; 0], "there is nothing to publish");
    let mut ballot = said(4, "x");
    ballot["consent"] = json!(["publish_comment/1"]);
    let sent = service.post(&ballot).await;
    let comment = address(&sent).replace("?pin=", "/comment?pin=");
    assert_eq!(delete(&service, &comment).await.status, 204);
    assert_eq!(service.database.texts(CONSENTS).await, [""; 0]);
    assert_eq!(service.post(&ballot).await.status, 200, "it does not come back");
    assert_eq!(service.database.texts(CONSENTS).await, [""; 0]);
}

async fn a_consent_is_taken_back_apart_from_its_comment(engine: Engine) {
    let service = Service::start(engine).await;
    let mut ballot = said(4, "vẫn còn đây");
    ballot["consent"] = json!(["publish_comment/1"]);
    let sent = service.post(&ballot).await;
    let consent = address(&sent).replace("?pin=", "/consents/publish_comment?pin=");
    let other = address(&sent).replace("?pin=", "/consents/everything?pin=");
    assert_eq!(delete(&service, &other).await.status, 404);
    let reader = sign_in(&service, engine, 5, None).await;
    let row = async || read(&service, &reader, "").await.json()["rows"][0].clone();
    assert_eq!(row().await["publishable"], true);
    let wrong = consent.replace(&format!("pin={}", sent.pin()), "pin=x");
    assert_eq!(delete(&service, &wrong).await.status, 404);
    for _ in 0..2 {
        assert_eq!(delete(&service, &consent).await.status, 204, "once or twice");
    }
    let stored = service.get(&address(&sent)).await.json();
    assert_eq!((&stored["comment"], &stored["consent"]), (&json!("vẫn còn đây"), &json!([])));
    let shown = row().await;
    assert_eq!((&shown["publishable"], &shown["text"]), (&json!(false), &json!("vẫn còn đây")));
    assert_eq!(stored["withdrawn"][0]["consent"], "publish_comment/1");
    assert_eq!(stored["withdrawn"][0]["day"], stored["day"], "taken back on the day it was sent");
    let record = "select action || ' ' || after from record where actor = 'citizen'";
    let record = service.database.texts(record).await;
    assert_eq!(record, ["consent.withdraw {\"purpose\":\"publish_comment\"}"], "once");
    assert_eq!(service.post(&ballot).await.status, 200);
    let again = service.get(&address(&sent)).await.json();
    assert_eq!(again["consent"], json!([]), "sent once more, it is not given once more");
    let said = json!({"answers": ballot["answers"], "comment": "vẫn còn đây",
        "consent": ["publish_comment/1"]});
    let given = put(&service, &address(&sent), &said).await.json();
    assert_eq!((&given["consent"], &given["withdrawn"]), (&said["consent"], &json!([])));
    assert_eq!(service.verified(), 1);
}
