//! What is refused, by which field and with which status, and that nothing is kept of it.

use serde_json::{Value, json};
use tests::{Engine, Service, on_both};

use super::{formal, hint, send};

on_both!(
    every_fault_is_named_with_its_field,
    a_body_that_is_no_feedback_is_refused_by_its_fields,
    a_name_needs_an_agreement_and_an_age,
    many_from_one_place_take_their_time,
);

fn with(mut message: Value, changes: &[(&str, Value)]) -> Value {
    for (field, value) in changes {
        message[*field] = value.clone();
    }
    message
}

async fn every_fault_is_named_with_its_field(engine: Engine) {
    let service = Service::start(engine).await;
    let wrong = with(
        formal(),
        &[
            ("id", json!("x")),
            ("text", json!(" \u{200b} ")),
            ("unit", json!("KHONG")),
            ("procedure", json!("9.999999")),
            ("service_point", json!("quay-cu")),
            ("contact", json!({"name": "", "phone": "1022", "email": "a@"})),
            ("consent", json!(["publish_comment/1"])),
        ],
    );
    let refused = send(&service, &wrong).await;
    assert_eq!(refused.status, 422, "{refused:?}");
    let expected = [
        "consent consent_needed",
        "consent unknown_choice",
        "contact.email bad_email",
        "contact.name missing",
        "contact.phone bad_phone",
        "id bad_id",
        "procedure unknown_procedure",
        "service_point unknown_service_point",
        "text missing",
        "unit unknown_unit",
    ];
    assert_eq!(refused.faults(), expected);
    let long = with(hint(), &[("text", json!("ơ".repeat(5001)))]);
    assert_eq!(send(&service, &long).await.faults(), ["text too_long"]);
    let most = with(hint(), &[("text", json!("ơ".repeat(5000)))]);
    assert_eq!(send(&service, &most).await.status, 201);
}

async fn a_body_that_is_no_feedback_is_refused_by_its_fields(engine: Engine) {
    let service = Service::start(engine).await;
    for (changes, faults) in [
        (("kind", json!("complaint")), "kind unknown_choice"),
        (("kind", Value::Null), "kind missing"),
        (("text", json!(7)), "text wrong_type"),
        (("publishable", json!(true)), "publishable unknown_field"),
        (("contact", json!(["An"])), "contact wrong_type"),
        (("contact", json!({"name": "An", "age": 7})), "contact.age unknown_field"),
    ] {
        let refused = send(&service, &with(hint(), &[changes])).await;
        assert_eq!((refused.status, refused.faults()), (422, vec![faults.to_owned()]));
    }
    let request = service.request(reqwest::Method::POST, "/api/v1/feedback");
    let request = request.header("content-type", "application/json").body("{");
    assert_eq!(request.send().await.expect("an answer").status(), 400);
}

async fn a_name_needs_an_agreement_and_an_age(engine: Engine) {
    let service = Service::start(engine).await;
    let refused = send(&service, &with(formal(), &[("consent", json!([]))])).await;
    assert_eq!(refused.faults(), ["consent consent_needed"]);
    let young = with(formal(), &[("under_18", json!(true))]);
    assert_eq!(send(&service, &young).await.faults(), ["contact under_age"]);
    let published =
        with(hint(), &[("under_18", json!(true)), ("consent", json!(["publish_feedback/1"]))]);
    assert_eq!(send(&service, &published).await.faults(), ["consent under_age"]);
    assert_eq!(send(&service, &with(hint(), &[("under_18", json!(true))])).await.status, 201);
}

async fn many_from_one_place_take_their_time(engine: Engine) {
    let service = Service::with(engine, &[("HAILONG_FREE_ORIGIN", "3")]).await;
    for _ in 0..3 {
        assert_eq!(send(&service, &hint()).await.status, 201);
    }
    let held = send(&service, &hint()).await;
    assert_eq!(held.status, 429, "{held:?}");
    let pass = held.json()["pass"].clone();
    assert!(pass["challenge"].is_string() && pass["seconds"].is_number(), "{held:?}");
}
