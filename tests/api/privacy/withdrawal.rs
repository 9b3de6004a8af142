//! With receipt and pin, and only so, a ballot is seen again and taken back.

use serde_json::{Value, json};
use tests::{Engine, Service, answered, on_both, quick};
use tokio::task::JoinSet;

use super::{address, delete, said};

on_both!(
    what_is_kept_is_shown_for_receipt_and_pin,
    a_withdrawn_ballot_is_gone_and_does_not_count_again,
    the_last_ballot_of_a_unit_takes_its_row_along,
    a_withdrawn_comment_leaves_the_answers,
    wrong_pins_are_held_up_and_tell_nothing,
    withdrawals_among_many_ballots_leave_exact_counts,
    copies_racing_a_withdrawal_never_bring_the_ballot_back,
);

async fn what_is_kept_is_shown_for_receipt_and_pin(engine: Engine) {
    let service = Service::start(engine).await;
    let mut ballot = said(4, " Tốt\r\nlắm ");
    ballot["service_point"] = json!("quay-1");
    ballot["procedure"] = json!("2.000004");
    ballot["respondent"] = json!({"age": "over-60"});
    ballot["answers"][1]["level"] = Value::Null;
    let sent = service.post(&ballot).await;
    assert!(sent.pin().len() == 6 && sent.pin().bytes().all(|digit| digit.is_ascii_digit()));
    let again = service.post(&ballot).await;
    assert_eq!((again.receipt(), again.pin()), (sent.receipt(), sent.pin()));
    let stored = service.get(&address(&sent)).await;
    assert_eq!(stored.status, 200, "{stored:?}");
    let stored = stored.json();
    assert_eq!((&stored["campaign"], &stored["instrument"]), (&json!("quick"), &json!("quick/1")));
    assert_eq!((&stored["unit"], &stored["procedure"]), (&json!("QLTM"), &json!("2.000004")));
    assert_eq!(
        (&stored["service_point"], &stored["comment"]),
        (&json!("quay-1"), &json!("Tốt\nlắm"))
    );
    assert_eq!(stored["answers"], ballot["answers"]);
    assert_eq!(stored["respondent"], json!({"age": "over-60"}));
    let typed = sent.receipt().to_lowercase().replace('-', "");
    let pin = format!("{}%20{}", &sent.pin()[..3], &sent.pin()[3..]);
    let typed = format!("/api/v1/ballots/{typed}?pin={pin}");
    assert_eq!(service.get(&typed).await.status, 200, "however it is typed");
}

async fn a_withdrawn_ballot_is_gone_and_does_not_count_again(engine: Engine) {
    let mut service = Service::start(engine).await;
    let ballot = said(5, "xin rút");
    let sent = service.post(&ballot).await;
    for level in [1, 2] {
        assert_eq!(service.post(&quick(level)).await.status, 201);
    }
    assert_eq!(delete(&service, &address(&sent)).await.status, 204);
    assert_eq!(service.verified(), 2);
    let row = service.live("by=unit").await.row("VP");
    assert_eq!((&row["n"], &row["num"]), (&json!(2), &json!(0)), "{row}");
    service.kill();
    service.serve();
    assert_eq!(service.get(&address(&sent)).await.status, 410);
    assert_eq!(delete(&service, &address(&sent)).await.status, 410);
    let again = service.post(&ballot).await;
    assert_eq!((again.status, again.faults()), (410, Vec::new()));
    let mut other = ballot.clone();
    other["comment"] = json!("khác");
    assert_eq!(service.post(&other).await.status, 410, "its id is used up");
    let stored = service.ballots().await;
    assert!(
        stored.len() == 2 && stored.iter().all(|stored| stored.comment.is_none()),
        "{stored:?}"
    );
    assert!(!service.database.cells(&[]).await.contains("xin rút"));
    assert_eq!(service.verified(), 2);
}

async fn the_last_ballot_of_a_unit_takes_its_row_along(engine: Engine) {
    let service = Service::start(engine).await;
    let sent = service.post(&answered("O1", 3)).await;
    assert_eq!(service.live("by=unit").await.row("VP")["n"], 1);
    assert_eq!(delete(&service, &address(&sent)).await.status, 204);
    assert_eq!(service.live("by=unit").await.json()["rows"], json!([]));
    assert_eq!(service.verified(), 0);
    assert_eq!(service.post(&answered("O1", 4)).await.status, 201);
    assert_eq!(service.live("by=unit").await.row("VP")["n"], 1);
    assert_eq!(service.verified(), 1);
}

async fn a_withdrawn_comment_leaves_the_answers(engine: Engine) {
    let service = Service::start(engine).await;
    let ballot = said(5, "chỉ rút lời này");
    let sent = service.post(&ballot).await;
    let comment = address(&sent).replace("?pin=", "/comment?pin=");
    for _ in 0..2 {
        assert_eq!(delete(&service, &comment).await.status, 204, "once or twice");
    }
    assert_eq!(service.post(&ballot).await.status, 200, "the ballot itself is still kept");
    let stored = service.get(&address(&sent)).await.json();
    assert_eq!((&stored["comment"], &stored["answers"]), (&Value::Null, &ballot["answers"]));
    assert!(!service.database.cells(&[]).await.contains("chỉ rút"));
    assert_eq!(service.verified(), 1);
    assert_eq!(delete(&service, &address(&sent)).await.status, 204);
    assert_eq!(service.verified(), 0);
}

async fn wrong_pins_are_held_up_and_tell_nothing(engine: Engine) {
    let service = Service::start(engine).await;
    let (sent, other) = (service.post(&quick(3)).await, service.post(&quick(3)).await);
    let wrong = format!("{:06}", (sent.pin().parse::<u32>().expect("digits") + 1) % 1_000_000);
    let path = |receipt: &str, pin: &str| format!("/api/v1/ballots/{receipt}?pin={pin}");
    let nobodys = service.get(&path("0000-0000-0000-00", &wrong)).await;
    let mistaken = service.get(&path(&sent.receipt(), &wrong)).await;
    assert_eq!((mistaken.status, &mistaken.body), (404, &nobodys.body));
    for pin in ["", "x", "12345", "1234567"] {
        assert_eq!(service.get(&path(&sent.receipt(), pin)).await.status, 404, "{pin}");
    }
    let mut heard = 1;
    let held = loop {
        let reply = service.get(&path(&sent.receipt(), &wrong)).await;
        if reply.status == 429 || heard > 50 {
            break reply;
        }
        assert_eq!(reply.status, 404, "{reply:?}");
        heard += 1;
    };
    assert_eq!(heard, 5, "a million pins at that rate take some two hundred years");
    let wait: u32 = held.header("retry-after").parse().expect("seconds");
    assert!((1..=61).contains(&wait), "{held:?}");
    assert_eq!(service.get(&address(&sent)).await.status, 429, "the right one waits too");
    assert_eq!(delete(&service, &address(&sent)).await.status, 429);
    assert_eq!(service.get(&address(&other)).await.status, 200, "others do not wait");
    assert_eq!(service.verified(), 2);
}

async fn withdrawals_among_many_ballots_leave_exact_counts(engine: Engine) {
    let service = Service::start(engine).await;
    let second = (engine == Engine::Postgres).then(|| service.beside());
    let mut senders = JoinSet::new();
    for sender in 0..8_u8 {
        let server = second.as_ref().filter(|_| sender % 2 == 1).unwrap_or(&service);
        let (client, url) = (server.client(), format!("{}/api/v1/ballots", server.url()));
        senders.spawn(async move {
            let mut left = 0;
            for number in 0..20_u8 {
                let ballot = said(1 + (sender + number) % 5, "lời");
                let sent = client.post(&url).json(&ballot).send().await.expect("an answer");
                let message: Value = sent.json().await.expect("a receipt");
                if number % 2 == 0 {
                    left += 1;
                    continue;
                }
                let word = |name: &str| message[name].as_str().expect("a word").to_owned();
                let address = format!("{url}/{}?pin={}", word("receipt"), word("pin"));
                let gone = client.delete(address).send().await.expect("an answer");
                assert_eq!(gone.status(), 204);
            }
            left
        });
    }
    let left: u64 = senders.join_all().await.into_iter().sum();
    assert_eq!(left, 80);
    assert_eq!(service.verified(), left);
    assert_eq!(service.live("by=unit").await.row("VP")["n"], left);
}

async fn copies_racing_a_withdrawal_never_bring_the_ballot_back(engine: Engine) {
    let service = Service::start(engine).await;
    let second = (engine == Engine::Postgres).then(|| service.beside());
    for _ in 0..5 {
        let ballot = said(2, "một lần");
        let sent = service.post(&ballot).await;
        let mut racing = JoinSet::new();
        for copy in 0..20 {
            let server = second.as_ref().filter(|_| copy % 2 == 1).unwrap_or(&service);
            let (client, ballot) = (server.client(), ballot.clone());
            let url = format!("{}/api/v1/ballots", server.url());
            let gone = format!("{}{}", server.url(), address(&sent));
            racing.spawn(async move {
                let request = match copy {
                    10 => client.delete(gone),
                    _ => client.post(url).json(&ballot),
                };
                request.send().await.expect("an answer").status().as_u16()
            });
        }
        let statuses = racing.join_all().await;
        assert!(statuses.iter().all(|it| matches!(it, 200 | 204 | 410)), "{statuses:?}");
        assert_eq!(service.post(&ballot).await.status, 410);
        assert_eq!(service.verified(), 0);
    }
}
