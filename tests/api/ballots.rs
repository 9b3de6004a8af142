//! A ballot is kept once, and its receipt stays the same.

use domain::ballot::receipt;
use serde_json::json;
use tests::{Engine, Service, answered, draw_id, on_both, quick};
use tokio::task::JoinSet;

on_both!(
    a_ballot_gets_a_receipt_that_can_be_read_out,
    the_same_ballot_twice_counts_once_and_gets_the_same_receipt,
    fifty_copies_at_the_same_moment_count_once,
    another_content_under_a_used_id_is_refused,
    of_different_ballots_racing_for_one_id_one_is_kept,
    a_replay_keeps_its_receipt_after_the_campaign_closed,
    the_way_a_ballot_is_written_does_not_make_it_another,
);

async fn a_ballot_gets_a_receipt_that_can_be_read_out(engine: Engine) {
    let service = Service::start(engine).await;
    let reply = service.post(&quick(4)).await;
    assert_eq!(reply.status, 201, "{reply:?}");
    let code = reply.receipt();
    assert_eq!(code.chars().filter(|letter| *letter != '-').count(), 14, "{code}");
    assert_eq!(code.split('-').map(str::len).collect::<Vec<_>>(), [4, 4, 4, 2]);
    let spoken = code.to_lowercase().replace('-', " ");
    assert!(receipt::read(&code).is_some() && receipt::read(&spoken) == receipt::read(&code));
    assert_eq!(reply.json()["demo"], false);
    assert_eq!(service.verified(), 1);
}

async fn the_same_ballot_twice_counts_once_and_gets_the_same_receipt(engine: Engine) {
    let service = Service::start(engine).await;
    let ballot = quick(5);
    let first = service.post(&ballot).await;
    let second = service.post(&ballot).await;
    assert_eq!((first.status, second.status), (201, 200));
    assert_eq!(first.receipt(), second.receipt());
    assert_eq!(service.verified(), 1);
    assert_eq!(service.live("by=unit").await.row("VP")["n"], 1);
}

async fn fifty_copies_at_the_same_moment_count_once(engine: Engine) {
    let service = Service::start(engine).await;
    let ballot = quick(2);
    let mut copies = JoinSet::new();
    for _ in 0..50 {
        let client = service.client();
        let address = format!("{}/api/v1/ballots", service.url());
        let ballot = ballot.clone();
        copies.spawn(async move {
            let reply = client.post(address).json(&ballot).send().await.expect("an answer");
            (reply.status().as_u16(), reply.text().await.expect("a receipt"))
        });
    }
    let replies = copies.join_all().await;
    let created = replies.iter().filter(|(status, _)| *status == 201).count();
    assert_eq!(created, 1, "{replies:?}");
    assert!(replies.iter().all(|(status, _)| matches!(status, 200 | 201)), "{replies:?}");
    assert!(replies.iter().all(|(_, receipt)| *receipt == replies[0].1), "{replies:?}");
    assert_eq!(service.verified(), 1);
    assert_eq!(service.live("by=item").await.row("O1")["n"], 1);
}

async fn another_content_under_a_used_id_is_refused(engine: Engine) {
    let service = Service::start(engine).await;
    let ballot = quick(5);
    service.post(&ballot).await.receipt();
    for (field, value) in [
        ("comment", json!("thêm")),
        ("service_point", json!("quay-1")),
        ("unit", json!("QLTM")),
        ("respondent", json!({"sex": "female"})),
        ("answers", json!([{"item": "O1", "level": 5}])),
    ] {
        let mut other = ballot.clone();
        other[field] = value;
        let reply = service.post(&other).await;
        assert_eq!(reply.status, 409, "{field}: {reply:?}");
        assert_eq!(reply.faults(), Vec::<String>::new());
    }
    assert_eq!(service.post(&ballot).await.status, 200, "the first one is still the one kept");
    assert_eq!(service.verified(), 1);
}

async fn of_different_ballots_racing_for_one_id_one_is_kept(engine: Engine) {
    let service = Service::start(engine).await;
    let id = draw_id();
    let mut racing = JoinSet::new();
    for level in 1..=5 {
        let client = service.client();
        let address = format!("{}/api/v1/ballots", service.url());
        let mut ballot = answered("O1", level);
        ballot["id"] = json!(id);
        racing.spawn(async move {
            client.post(address).json(&ballot).send().await.expect("an answer").status().as_u16()
        });
    }
    let mut statuses = racing.join_all().await;
    statuses.sort_unstable();
    assert_eq!(statuses, [201, 409, 409, 409, 409]);
    assert_eq!(service.verified(), 1);
}

async fn a_replay_keeps_its_receipt_after_the_campaign_closed(engine: Engine) {
    let mut service = Service::start(engine).await;
    let ballot = quick(3);
    let receipt = service.post(&ballot).await.receipt();
    service.stop();
    let header = "code,title,title_en,instrument,unit,channel,sampling,valid_from,valid_to";
    let closed =
        "quick,Phiếu nhanh,Quick ballot,quick/1,VP,in_person,open_link,2020-01-01,2020-12-31";
    service.import("campaigns", &format!("{header}\n{closed}\n"));
    service.serve();
    let again = service.post(&ballot).await;
    assert_eq!((again.status, again.receipt()), (200, receipt), "{again:?}");
    assert_eq!(service.post(&quick(3)).await.faults(), ["campaign closed"]);
    assert_eq!(service.verified(), 1);
}

async fn the_way_a_ballot_is_written_does_not_make_it_another(engine: Engine) {
    let service = Service::start(engine).await;
    let id = draw_id();
    let ballot = json!({"id": id, "campaign": "quick", "comment": "Tốt",
        "answers": [{"item": "O1", "level": 5}, {"item": "A0", "level": 4}]});
    let receipt = service.post(&ballot).await.receipt();
    let rewritten = json!({"campaign": "quick", "id": id.to_uppercase(), "instrument": "quick/1",
        "comment": " T\u{1ed1}t\u{200b}\r\n", "respondent": {}, "consent": [], "unit": null,
        "answers": [{"level": 4, "item": "A0"}, {"level": 5, "item": "O1"}]});
    let again = service.post(&rewritten).await;
    assert_eq!((again.status, again.receipt()), (200, receipt), "{again:?}");
    assert_eq!(service.verified(), 1);
}
