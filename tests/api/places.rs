//! Where and when a ballot belongs: what the books do not hold, or not on that day, is refused.

use serde_json::{Value, json};
use tests::{Engine, Service, on_both, quick, sipas};

on_both!(
    a_campaign_takes_ballots_on_its_days_only,
    a_place_outside_its_validity_is_refused,
    an_item_is_taken_only_where_it_is_asked,
    answers_to_another_version_are_refused,
    a_ballot_with_nothing_in_it_is_refused,
    a_ballot_without_a_unit_belongs_to_that_of_its_procedure,
);

/// Sends a ballot with fields replaced; the faults named.
async fn faults(service: &Service, mut ballot: Value, fields: Value) -> Vec<String> {
    let fields = fields.as_object().expect("fields").clone();
    ballot.as_object_mut().expect("a ballot").extend(fields);
    let reply = service.post(&ballot).await;
    assert_eq!(reply.status, 422, "{reply:?}");
    reply.faults()
}

async fn nothing_happened(mut service: Service) {
    assert!(service.is_well().await);
    assert_eq!(service.ballots().await, []);
    assert_eq!(service.verified(), 0);
}

async fn a_campaign_takes_ballots_on_its_days_only(engine: Engine) {
    let service = Service::start(engine).await;
    for (code, fault) in [
        ("xong", "campaign closed"),
        ("sap-toi", "campaign not_open_yet"),
        ("khong-co", "campaign unknown_campaign"),
        ("QUICK", "campaign unknown_campaign"),
        ("", "campaign unknown_campaign"),
    ] {
        assert_eq!(faults(&service, quick(3), json!({"campaign": code})).await, [fault]);
    }
    for (path, status) in [("/s/xong", 200), ("/s/sap-toi", 200), ("/s/khong-co", 404)] {
        let page = service.get(path).await;
        assert_eq!(page.status, status, "{path}");
        assert!(!page.body.contains("<form"), "{path} offers a form");
    }
    nothing_happened(service).await;
}

async fn a_place_outside_its_validity_is_refused(engine: Engine) {
    let service = Service::start(engine).await;
    for (field, code, fault) in [
        ("unit", "CU", "unit not_valid_then"),
        ("unit", "MOI", "unit not_valid_then"),
        ("unit", "vp", "unit unknown_unit"),
        ("service_point", "quay-cu", "service_point not_valid_then"),
        ("service_point", "quay-99", "service_point unknown_service_point"),
        ("procedure", "2.000002", "procedure not_valid_then"),
        ("procedure", "2.999999", "procedure unknown_procedure"),
    ] {
        assert_eq!(faults(&service, quick(3), json!({field: code})).await, [fault]);
    }
    nothing_happened(service).await;
}

async fn an_item_is_taken_only_where_it_is_asked(engine: Engine) {
    let service = Service::start(engine).await;
    let seats = || sipas(&[("A2", Some(4))]);
    for point in ["cong", "buu-dien"] {
        let named = faults(&service, seats(), json!({"service_point": point})).await;
        assert_eq!(named, ["answers.A2 not_asked"]);
    }
    let criterion_of_another = faults(&service, quick(3), json!({"campaign": "sipas"})).await;
    assert!(criterion_of_another.contains(&"answers.O1 unknown_item".to_owned()));
    let integrity = sipas(&[("I1", Some(4))]);
    assert_eq!(faults(&service, integrity, json!({})).await, ["answers.I1 level_out_of_range"]);
    assert_eq!(service.post(&seats()).await.status, 201, "at the counter it is asked");
}

async fn answers_to_another_version_are_refused(engine: Engine) {
    let service = Service::start(engine).await;
    for seen in ["quick/2", "quick", "sipas-service/1"] {
        let named = faults(&service, quick(3), json!({"instrument": seen})).await;
        assert_eq!(named, ["instrument other_version"], "{seen}");
    }
    nothing_happened(service).await;
}

async fn a_ballot_with_nothing_in_it_is_refused(engine: Engine) {
    let service = Service::start(engine).await;
    for comment in ["", "   ", "\u{200b}\n"] {
        let named = faults(&service, quick(3), json!({"answers": [], "comment": comment})).await;
        assert_eq!(named, ["answers empty"]);
    }
    nothing_happened(service).await;
}

async fn a_ballot_without_a_unit_belongs_to_that_of_its_procedure(engine: Engine) {
    let service = Service::start(engine).await;
    for fields in [
        json!({}),
        json!({"procedure": "2.000004"}),
        json!({"unit": "QLNL", "procedure": "2.000004"}),
    ] {
        let mut ballot = quick(5);
        ballot
            .as_object_mut()
            .expect("a ballot")
            .extend(fields.as_object().expect("fields").clone());
        assert_eq!(service.post(&ballot).await.status, 201);
    }
    let index = service.live("by=unit").await;
    assert_eq!(["VP", "QLTM", "QLNL"].map(|unit| index.row(unit)["n"].clone()), [1, 1, 1]);
}
