//! With receipt and pin a ballot is corrected: what it said is gone, and what it says now counts.

use domain::day::read;
use serde_json::{Value, json};
use tests::{Engine, Service, on_both, quick};
use tokio::task::JoinSet;

use super::{address, delete, put, said};

on_both!(
    a_corrected_ballot_counts_as_it_says_now_and_the_old_words_are_gone,
    a_copy_of_what_was_first_sent_brings_nothing_back,
    everything_wrong_with_a_correction_is_named_and_nothing_is_changed,
    a_correction_needs_the_pin_and_guesses_are_held_up,
    half_a_month_after_its_campaign_a_ballot_is_not_corrected_but_still_withdrawn,
    corrections_are_held_up_in_a_crowd_like_ballots,
    one_ballot_is_not_corrected_without_end,
    fifty_corrections_at_once_leave_exact_counts,
    a_correction_racing_a_withdrawal_leaves_exact_counts,
);

fn says(level: u8, comment: &str) -> Value {
    json!({"answers": said(level, comment)["answers"], "comment": comment})
}

async fn a_corrected_ballot_counts_as_it_says_now_and_the_old_words_are_gone(engine: Engine) {
    let service = Service::start(engine).await;
    let mut ballot = said(1, "lời cũ 0900 000 001");
    ballot["respondent"] = json!({"age": "over-60"});
    ballot["procedure"] = json!("2.000004");
    let sent = service.post(&ballot).await;
    service.post(&quick(2)).await;
    let before = service.get(&address(&sent)).await.json();
    assert_eq!((&before["corrected"], &before["correctable"]), (&Value::Null, &json!(true)));
    let now = put(&service, &address(&sent), &says(5, " lời mới ")).await;
    assert_eq!(now.status, 200, "{now:?}");
    let now = now.json();
    assert_eq!((&now["comment"], &now["respondent"]), (&json!("lời mới"), &json!({})));
    assert_eq!(now["answers"], says(5, "")["answers"]);
    assert_eq!(now["corrected"], now["day"]);
    for place in ["day", "campaign", "unit", "procedure", "channel"] {
        assert_eq!(now[place], before[place], "{place} stays");
    }
    assert_eq!(service.get(&address(&sent)).await.json(), now);
    assert!(!service.database.cells(&[]).await.contains("lời cũ"));
    let row = service.live("by=unit").await.row("QLTM");
    assert_eq!((&row["n"], &row["num"], &row["den"]), (&json!(1), &json!(6), &json!(6)), "{row}");
    let record = service
        .database
        .texts("select action || ' ' || object from record where action like 'ballot.%'")
        .await;
    assert_eq!(record, ["ballot.correct ballot"]);
    let silent = json!({"answers": [{"item": "O1", "level": null}]});
    let silent = put(&service, &address(&sent), &silent).await.json();
    assert_eq!((&silent["comment"], service.verified()), (&Value::Null, 2));
    assert!(!service.database.cells(&[]).await.contains("lời mới"));
}

async fn a_copy_of_what_was_first_sent_brings_nothing_back(engine: Engine) {
    let mut service = Service::start(engine).await;
    let ballot = said(1, "lời cũ");
    let sent = service.post(&ballot).await;
    assert_eq!(put(&service, &address(&sent), &says(5, "lời mới")).await.status, 200);
    let stored = service.get(&address(&sent)).await.json();
    for _ in 0..2 {
        let again = service.post(&ballot).await;
        assert_eq!((again.status, again.receipt()), (200, sent.receipt()));
        assert_eq!(again.pin(), sent.pin());
        assert_eq!(service.get(&address(&sent)).await.json(), stored);
        service.kill();
        service.serve();
    }
    let mut other = ballot.clone();
    other["answers"][0]["level"] = json!(5);
    other["comment"] = json!("lời mới");
    assert_eq!(service.post(&other).await.status, 409, "another ballot under the id");
    assert_eq!(service.verified(), 1);
}

async fn everything_wrong_with_a_correction_is_named_and_nothing_is_changed(engine: Engine) {
    let service = Service::start(engine).await;
    let sent = service.post(&said(4, "giữ nguyên")).await;
    let stored = service.get(&address(&sent)).await.json();
    let wrong = json!({
        "answers": [{"item": "O1", "level": 9}, {"item": "XX", "level": 1}, {"item": "A0"},
            {"item": "B0", "level": 2}, {"item": "B0", "level": 2}],
        "comment": "x".repeat(3000), "consent": ["nothing/1"], "respondent": {"age": "old"},
        "campaign": "quick",
    });
    let reply = put(&service, &address(&sent), &wrong).await;
    let faults = [
        "answers.A0 missing",
        "answers.B0 repeated",
        "answers.O1 level_out_of_range",
        "answers.XX unknown_item",
        "campaign unknown_field",
        "comment too_long",
        "consent unknown_choice",
        "respondent.age unknown_choice",
    ];
    assert_eq!((reply.status, reply.faults()), (422, faults.map(str::to_owned).to_vec()));
    let empty = put(&service, &address(&sent), &json!({"answers": []})).await;
    assert_eq!((empty.status, empty.faults()), (422, vec!["answers empty".to_owned()]));
    assert_eq!(put(&service, &address(&sent), &json!([])).await.status, 422);
    assert_eq!(service.get(&address(&sent)).await.json(), stored);
    assert_eq!(service.verified(), 1);
}

async fn a_correction_needs_the_pin_and_guesses_are_held_up(engine: Engine) {
    let service = Service::start(engine).await;
    let sent = service.post(&said(4, "của tôi")).await;
    let wrong = if sent.pin() == "000000" { "000001" } else { "000000" };
    let path = format!("/api/v1/ballots/{}?pin={wrong}", sent.receipt());
    for _ in 0..5 {
        assert_eq!(put(&service, &path, &says(1, "không phải")).await.status, 404);
    }
    assert_eq!(put(&service, &path, &says(1, "không phải")).await.status, 429);
    assert_eq!(put(&service, &address(&sent), &says(1, "của tôi")).await.status, 429);
    assert!(!service.database.cells(&[]).await.contains("không phải"));
    let other = service.post(&said(4, "khác")).await;
    assert_eq!(delete(&service, &address(&other)).await.status, 204);
    assert_eq!(put(&service, &address(&other), &says(1, "lại")).await.status, 410);
    assert_eq!(service.verified(), 1);
}

async fn half_a_month_after_its_campaign_a_ballot_is_not_corrected_but_still_withdrawn(
    engine: Engine,
) {
    let mut service = Service::start(engine).await;
    let sent = service.post(&said(4, "muộn")).await;
    let ended = |day: chrono::NaiveDate| {
        format!(
            "update campaigns set valid_from = 20200101, valid_to = {} where code = 'quick';",
            domain::day::number(day)
        )
    };
    let sent_on = service.get(&address(&sent)).await.json()["day"].as_str().and_then(read);
    let ended_long_ago = ended(sent_on.expect("a day") - chrono::Days::new(16));
    service.kill();
    service.database.behind(&ended_long_ago).await.expect("it ended");
    service.serve();
    let stored = service.get(&address(&sent)).await.json();
    assert_eq!(stored["correctable"], false, "{stored}");
    let late = put(&service, &address(&sent), &says(1, "sửa")).await;
    assert_eq!((late.status, late.faults()), (422, vec!["campaign closed".to_owned()]));
    let form = [("receipt", sent.receipt()), ("pin", sent.pin())];
    let form = form.map(|(name, value)| (name.to_owned(), value)).to_vec();
    let page = service.visit("/phieu?lang=en", &form).await;
    assert!(
        page.body.contains("no longer be corrected") && !page.body.contains("value=\"correct\"")
    );
    let comment = address(&sent).replace("?pin=", "/comment?pin=");
    for path in [comment, address(&sent)] {
        assert_eq!(delete(&service, &path).await.status, 204);
    }
    assert_eq!(service.verified(), 0);
}

async fn corrections_are_held_up_in_a_crowd_like_ballots(engine: Engine) {
    let settings = [("HAILONG_FREE_ORIGIN", "3"), ("HAILONG_CROWD_WAIT", "0")];
    let service = Service::with(engine, &settings).await;
    let sent = service.post(&said(4, "một")).await;
    for level in [1, 2] {
        assert_eq!(put(&service, &address(&sent), &says(level, "một")).await.status, 200);
    }
    let held = put(&service, &address(&sent), &says(3, "một")).await;
    assert_eq!(held.status, 429, "{held:?}");
    let ticket = held.json()["pass"]["ticket"].as_str().expect("a ticket").to_owned();
    let path = address(&sent);
    let request = service.request(reqwest::Method::PUT, &path).header("x-pass", ticket);
    let request = request.json(&says(3, "một"));
    assert_eq!(request.send().await.expect("an answer").status(), 200);
    assert_eq!(service.verified(), 1);
}

async fn one_ballot_is_not_corrected_without_end(engine: Engine) {
    let service = Service::start(engine).await;
    let sent = service.post(&said(4, "một")).await;
    let path = address(&sent);
    let mut done = 0;
    let held = loop {
        let reply = put(&service, &path, &says(2, &format!("lần {done}"))).await;
        if reply.status != 200 {
            break reply;
        }
        done += 1;
        assert!(done <= 120, "twice what one stretch of time allows");
    };
    assert!(done >= 60, "{done}");
    assert_eq!(held.status, 429, "{held:?}");
    assert!(!held.header("retry-after").is_empty(), "{held:?}");
    assert_eq!(service.get(&path).await.json()["comment"], format!("lần {}", done - 1));
    assert_eq!(service.verified(), 1);
}

async fn fifty_corrections_at_once_leave_exact_counts(engine: Engine) {
    let service = Service::start(engine).await;
    let second = (engine == Engine::Postgres).then(|| service.beside());
    let mut own = Vec::new();
    for level in 1..=5 {
        own.push(service.post(&said(level, "trước")).await);
    }
    let mut senders = JoinSet::new();
    for number in 0..50_usize {
        let server = second.as_ref().filter(|_| number % 2 == 1).unwrap_or(&service);
        // Half of them all correct the same ballot.
        let sent = if number % 4 < 2 { &own[0] } else { &own[number % 5] };
        let request = server.request(reqwest::Method::PUT, &address(sent));
        let level = u8::try_from(number % 5 + 1).expect("a level");
        let request = request.json(&says(level, &format!("sau {number}")));
        senders.spawn(async move { request.send().await.expect("an answer").status().as_u16() });
    }
    let statuses = senders.join_all().await;
    // Each try is counted before it is heard, so some of so many at once have to come again.
    assert!(statuses.iter().all(|status| [200, 429].contains(status)), "{statuses:?}");
    assert!(statuses.iter().filter(|status| **status == 200).count() >= 10, "{statuses:?}");
    assert_eq!(service.verified(), 5);
    for sent in &own {
        assert_eq!(put(&service, &address(sent), &says(3, "cuối")).await.status, 200);
    }
    assert_eq!(service.verified(), 5);
    let words = service.database.texts("select text from comments").await;
    assert_eq!(words, ["cuối"; 5]);
    let corrected = service.database.texts("select 'x' from ballots where corrected is not null");
    assert_eq!(corrected.await.len(), 5);
}

async fn a_correction_racing_a_withdrawal_leaves_exact_counts(engine: Engine) {
    let service = Service::start(engine).await;
    let second = (engine == Engine::Postgres).then(|| service.beside());
    for round in 0..5_u8 {
        let sent = service.post(&said(2, "cùng lúc")).await;
        let mut racing = JoinSet::new();
        for number in 0..12_u8 {
            let server = second.as_ref().filter(|_| number % 2 == 1).unwrap_or(&service);
            let path = match number {
                5 => address(&sent),
                8 => address(&sent).replace("?pin=", "/comment?pin="),
                _ => address(&sent),
            };
            let request = match number {
                5 | 8 => server.request(reqwest::Method::DELETE, &path),
                _ => {
                    let words = says(number % 5 + 1, &format!("lượt {round} {number}"));
                    server.request(reqwest::Method::PUT, &path).json(&words)
                }
            };
            racing.spawn(async move { request.send().await.expect("an answer").status().as_u16() });
        }
        let statuses = racing.join_all().await;
        assert!(statuses.iter().all(|it| matches!(it, 200 | 204 | 410)), "{statuses:?}");
        assert_eq!(put(&service, &address(&sent), &says(4, "sau")).await.status, 410);
        assert_eq!(service.verified(), 0);
    }
    let words = service.database.cells(&["settings"]).await;
    assert!(!words.contains("lượt") && !words.contains("cùng lúc"), "{words}");
}
