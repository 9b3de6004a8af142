//! Who reads which comments, and how much of them.

use serde_json::{Value, json};
use tests::{Engine, Reply, Service, on_both};

use super::{
    said,
    staff::{read, sign_in},
};

on_both!(
    each_reads_what_the_role_and_the_unit_allow,
    only_who_works_where_a_ballot_is_handled_reads_it_unmasked,
    a_search_finds_nothing_that_is_masked,
    comments_come_a_page_at_a_time_and_can_be_narrowed,
    every_page_read_is_on_the_record_without_the_words,
    what_cannot_be_asked_is_named,
);

const HANDLER: i64 = 2;
const HEAD: i64 = 3;
const OFFICE: i64 = 4;
const INSPECTOR: i64 = 5;
const LEADERSHIP: i64 = 6;

async fn say(service: &Service, unit: Option<&str>, comment: &str) {
    let mut ballot = said(3, comment);
    if let Some(unit) = unit {
        ballot["unit"] = json!(unit);
    }
    assert_eq!(service.post(&ballot).await.status, 201);
}

fn texts(reply: &Reply) -> Vec<String> {
    assert_eq!(reply.status, 200, "{reply:?}");
    let reply = reply.json();
    let rows = reply["rows"].as_array().expect("rows").iter();
    let mut texts: Vec<String> =
        rows.map(|row| row["text"].as_str().expect("a text").to_owned()).collect();
    texts.sort();
    texts
}

async fn each_reads_what_the_role_and_the_unit_allow(engine: Engine) {
    let service = Service::start(engine).await;
    for unit in ["VP", "QLTM", "QLNL"] {
        say(&service, Some(unit), unit).await;
    }
    let all = ["QLNL", "QLTM", "VP"];
    let cases: [(i64, Option<&str>, &[&str]); 7] = [
        (HANDLER, Some("QLTM"), &["QLTM"]),
        (HEAD, Some("SCT"), &all),
        (HEAD, None, &[]),
        (HANDLER, Some("CU"), &[]),
        (OFFICE, Some("VP"), &all),
        (INSPECTOR, None, &all),
        (LEADERSHIP, Some("SCT"), &all),
    ];
    for (role, unit, expected) in cases {
        let name = sign_in(&service, engine, role, unit).await;
        assert_eq!(texts(&read(&service, &name, "").await), expected, "{name}");
        let outside: &[&str] = if expected.contains(&"QLNL") { &["QLNL"] } else { &[] };
        assert_eq!(texts(&read(&service, &name, "unit=QLNL").await), outside, "{name}");
    }
    for role in [1, 7, 8] {
        let name = sign_in(&service, engine, role, Some("SCT")).await;
        assert_eq!(read(&service, &name, "").await.status, 403, "{name}");
    }
    assert_eq!(service.get("/api/v1/office/comments").await.status, 401);
}

async fn only_who_works_where_a_ballot_is_handled_reads_it_unmasked(engine: Engine) {
    let service = Service::start(engine).await;
    let (whole, masked) = ("Gọi 0900 000 001", "Gọi [số điện thoại]");
    say(&service, Some("QLTM"), whole).await;
    let cases = [
        (HANDLER, Some("QLTM"), whole),
        (HEAD, Some("SCT"), whole),
        (LEADERSHIP, Some("SCT"), masked),
        (LEADERSHIP, Some("QLTM"), masked),
        (INSPECTOR, Some("QLTM"), masked),
        (OFFICE, Some("VP"), masked),
        (INSPECTOR, Some("VP"), masked),
        (INSPECTOR, None, masked),
    ];
    for (role, unit, expected) in cases {
        let name = sign_in(&service, engine, role, unit).await;
        let reply = read(&service, &name, "").await;
        assert_eq!(texts(&reply), [expected], "{name}");
        assert_eq!(reply.json()["rows"][0]["masked"], expected == masked, "{name}");
    }
    let office = sign_in(&service, engine, OFFICE, Some("QLNL")).await;
    assert_eq!(texts(&read(&service, &office, "lang=en").await), ["Gọi [phone number]"]);
}

async fn a_search_finds_nothing_that_is_masked(engine: Engine) {
    let service = Service::start(engine).await;
    say(&service, Some("QLTM"), "Điện thoại 0900 000 001, chờ lâu").await;
    say(&service, Some("QLTM"), "Rất tốt").await;
    let handler = sign_in(&service, engine, HANDLER, Some("QLTM")).await;
    let office = sign_in(&service, engine, OFFICE, Some("VP")).await;
    for (name, found) in [(&handler, 1), (&office, 0)] {
        assert_eq!(texts(&read(&service, name, "q=0900%20000").await).len(), found, "{name}");
        assert_eq!(texts(&read(&service, name, "q=dien%20THOAI").await).len(), 1, "{name}");
    }
}

async fn comments_come_a_page_at_a_time_and_can_be_narrowed(engine: Engine) {
    let service = Service::start(engine).await;
    for number in 0..60 {
        say(&service, Some("QLTM"), &format!("lời {number:02}")).await;
    }
    let mut ballot = tests::sipas(&[("A1", Some(4))]);
    ballot["comment"] = json!("đợt khác");
    ballot["procedure"] = json!("2.000004");
    assert_eq!(service.post(&ballot).await.status, 201);
    service.post(&tests::quick(4)).await;
    let name = sign_in(&service, engine, INSPECTOR, None).await;
    let (first, second) = (read(&service, &name, "").await, read(&service, &name, "page=2").await);
    let pages = |reply: &Reply| ["total", "page", "pages"].map(|it| reply.json()[it].clone());
    assert_eq!((pages(&first), texts(&first).len()), ([61, 1, 2].map(Value::from), 50));
    assert_eq!((pages(&second), texts(&second).len()), ([61, 2, 2].map(Value::from), 11));
    let mut both = [texts(&first), texts(&second)].concat();
    both.sort();
    both.dedup();
    assert_eq!(both.len(), 61, "no comment is missed or shown twice");
    let other = read(&service, &name, "campaign=sipas").await;
    assert_eq!(texts(&other), ["đợt khác"]);
    let row = &other.json()["rows"][0];
    assert_eq!((&row["unit"], &row["procedure"]), (&json!("QLTM"), &json!("2.000004")));
    assert_eq!(row["unit_name"]["vi"], "Quản lý thương mại");
    assert_eq!(texts(&read(&service, &name, "to=2020-01-01").await).len(), 0);
    let found = read(&service, &name, "q=loi&page=2").await;
    assert_eq!((pages(&found), texts(&found).len()), ([60, 2, 2].map(Value::from), 10));
}

async fn every_page_read_is_on_the_record_without_the_words(engine: Engine) {
    let service = Service::start(engine).await;
    say(&service, Some("QLTM"), "lời riêng tư").await;
    let name = sign_in(&service, engine, OFFICE, Some("VP")).await;
    read(&service, &name, "unit=QLTM&q=0900000001").await;
    read(&service, &name, "from=2020-01-01").await;
    let select = "select actor || ' ' || action || ' ' || after from record order by seq";
    let entries = service.database.texts(select).await;
    assert_eq!(entries.len(), 2, "{entries:?}");
    assert!(entries.iter().all(|entry| entry.starts_with(&format!("{name} comments.read "))));
    let message = |entry: &str| -> Value {
        serde_json::from_str(&entry[entry.find('{').expect("JSON")..]).expect("JSON")
    };
    let (first, second) = (message(&entries[0]), message(&entries[1]));
    assert_eq!((&first["unit"], &first["rows"]), (&json!("QLTM"), &json!(0)));
    assert_eq!((&first["searched"], &second["searched"]), (&json!(true), &json!(false)));
    assert_eq!((&second["from"], &second["rows"]), (&json!("2020-01-01"), &json!(1)));
    assert_eq!(second["unmasked"], 0);
    assert!(!entries.concat().contains("riêng tư") && !entries.concat().contains("0900000001"));
}

async fn what_cannot_be_asked_is_named(engine: Engine) {
    let service = Service::start(engine).await;
    let name = sign_in(&service, engine, INSPECTOR, None).await;
    let reply = read(&service, &name, "unit=X&campaign=Y&from=hôm-nay&to=2026-13-01").await;
    assert_eq!(reply.status, 422, "{reply:?}");
    let faults = ["campaign unknown_campaign", "from bad_date", "to bad_date", "unit unknown_unit"];
    assert_eq!(reply.faults(), faults);
}
