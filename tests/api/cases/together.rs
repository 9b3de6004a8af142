//! One step for many cases: those that can take it do, and the others are named.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, OFFICE, Reply, Staff, on_both};

use super::{Office, done, letter, page, register, state};

on_both!(
    those_that_can_take_a_step_do_and_the_others_are_named,
    a_step_for_many_is_bounded_and_checked_whole,
);

async fn together(staff: &Staff, step: Value, cases: &[(i64, u64)]) -> Reply {
    let cases: Vec<Value> =
        cases.iter().map(|(number, seen)| json!({"number": number, "seen": seen})).collect();
    let body = json!({"step": step, "cases": cases});
    staff.send(Method::POST, &format!("{OFFICE}/feedback/steps"), &body).await
}

async fn those_that_can_take_a_step_do_and_the_others_are_named(engine: Engine) {
    let office = Office::open(engine).await;
    let (one, two, changed) = (office.case().await, office.case().await, office.case().await);
    done(&office.office, changed, json!({"order": "note", "words": "Xem lại."})).await;
    let given = office.in_progress().await;
    let mut about = letter();
    about["about"] = json!(office.office.name);
    let other = office.service.account("office", "VP").await;
    let hidden = register(&other, &about).await.json()["number"].as_i64().expect("a number");
    let seen = page(&office.office, given).await["seen"].as_u64().expect("lines");
    let step = json!({"seen": 0, "order": "receive"});
    let cases = [(two, 1), (one, 1), (one, 1), (changed, 1), (given, seen), (hidden, 2), (7, 1)];
    let reply = together(&office.office, step, &cases).await;
    assert_eq!(reply.status, 200, "{reply:?}");
    let outcome = reply.json();
    assert_eq!(outcome["done"], 2, "{outcome}");
    let left = outcome["left"].as_array().expect("left");
    let mut numbers: Vec<i64> =
        left.iter().map(|it| it["number"].as_i64().expect("a number")).collect();
    numbers.sort_unstable();
    let mut expected = [7, changed, given, hidden];
    expected.sort_unstable();
    assert_eq!(numbers, expected);
    let why = |number: i64| {
        let of = left.iter().find(|it| it["number"] == number).expect("named");
        of["why"].as_str().expect("words").to_owned()
    };
    assert_eq!(why(hidden), why(7), "what is not theirs is told like what is not there");
    assert!(why(given) != why(changed) && why(given).len() > 20, "{left:?}");
    for number in [one, two] {
        assert_eq!(state(&page(&office.office, number).await), "received");
    }
    assert_eq!(state(&page(&office.office, changed).await), "new");
    let noted =
        "select object from record where action = 'feedback.step' and after like '%receive%'";
    let noted = office.service.database.texts(noted).await;
    assert_eq!(noted.len(), 3, "an entry each, and the one of the case given before: {noted:?}");
}

async fn a_step_for_many_is_bounded_and_checked_whole(engine: Engine) {
    let office = Office::open(engine).await;
    let number = office.case().await;
    let many: Vec<(i64, u64)> = (0..501).map(|at| (at, 1)).collect();
    let receive = json!({"seen": 0, "order": "receive"});
    for (step, cases, faults) in [
        (receive.clone(), &many[..], vec!["cases too_many"]),
        (receive.clone(), &[], vec!["cases missing"]),
        (json!({"seen": 0, "order": "approve"}), &[(number, 1)], vec!["order unknown_choice"]),
        (json!({"seen": 0, "order": "assign"}), &[(number, 1)], vec!["unit missing"]),
    ] {
        assert_eq!(together(&office.office, step, cases).await.faults(), faults);
    }
    // A step beyond the right of whoever asks is taken by none of them.
    let mine = office.in_progress().await;
    let seen = page(&office.handler, mine).await["seen"].as_u64().expect("lines");
    let reply = together(&office.handler, receive, &[(mine, seen)]).await.json();
    assert_eq!((&reply["done"], reply["left"].as_array().map(Vec::len)), (&json!(0), Some(1)));
    let trade = office.service.account("head", "QLTM").await;
    let later = json!({"seen": 0, "order": "put_off", "day": super::day(3), "words": "Chờ."});
    let theirs = together(&trade, later, &[(mine, seen), (number, 1)]).await.json();
    let left = theirs["left"].as_array().map(Vec::len);
    assert_eq!((&theirs["done"], left), (&json!(0), Some(2)), "of another unit, and of none");
    assert_eq!(page(&office.handler, mine).await["seen"].as_u64(), Some(seen));
    for role in ["reception", "inspector", "leadership", "viewer"] {
        let other = office.service.account(role, "SCT").await;
        let step = json!({"seen": 0, "order": "receive"});
        assert_eq!(together(&other, step, &[(number, 1)]).await.status, 403, "{role}");
    }
}
