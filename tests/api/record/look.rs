//! Looking something up in the record.

use serde_json::Value;
use tests::{Engine, Service, on_both};

use super::{inspect, office, write};

on_both! {
    entries_are_found_by_who_what_to_what_and_day,
    what_cannot_be_asked_is_named_field_by_field,
    a_long_record_is_gone_through_a_part_at_a_time,
}

/// 22 November 2026, midnight at +07:00.
const MIDNIGHT: i64 = 1_795_280_400_000;

async fn found(service: &Service, question: &str) -> Vec<i64> {
    let page = inspect(service, &format!("record?{question}")).await.json();
    let seqs: Vec<i64> = rows(&page).iter().filter_map(|row| row["seq"].as_i64()).collect();
    assert_eq!(page["total"], seqs.len(), "{question}");
    seqs
}

fn rows(page: &Value) -> &Vec<Value> {
    page["rows"].as_array().expect("rows")
}

async fn entries_are_found_by_who_what_to_what_and_day(engine: Engine) {
    let service = office(engine).await;
    let entries = [
        (1, MIDNIGHT - 1, "lan", "unit.rename", "unit/PQLTM"),
        (2, MIDNIGHT, "lan", "unit.merge", "unit/A_B"),
        (3, MIDNIGHT + 5, "minh", "unit.rename", "unit/AXB"),
        // Two servers' clocks need not agree.
        (4, MIDNIGHT + 4, "minh", "account.invite", "account/lan"),
        (5, MIDNIGHT + 86_400_000, "lan.2", "units.look", "100%"),
    ];
    write(&service, engine, &entries).await;
    for (question, wanted) in [
        ("", vec![5, 3, 4, 2, 1]),
        ("actor=lan", vec![2, 1]),
        ("action=unit.", vec![3, 2, 1]),
        ("action=unit.rename", vec![3, 1]),
        ("action=rename", vec![]),
        ("q=pqltm", vec![1]),
        ("q=LAN", vec![5, 4, 2, 1]),
        ("q=a_b", vec![2]),
        ("q=%25", vec![5]),
        ("q=unit/&actor=minh", vec![3]),
        ("from=2026-11-22&to=2026-11-22", vec![3, 4, 2]),
        ("from=2026-11-23", vec![5]),
        ("to=2026-11-21", vec![1]),
        ("from=0001-01-01&to=9999-12-31&actor=nobody", vec![]),
        ("q='or'1'='1", vec![]),
    ] {
        assert_eq!(found(&service, question).await, wanted, "{question}");
    }
}

async fn what_cannot_be_asked_is_named_field_by_field(engine: Engine) {
    let service = office(engine).await;
    let long = "x".repeat(101);
    let question = format!("q={long}&actor={long}&action={long}&from=1/2/2026&to=x&before=y");
    for call in ["record", "record.csv", "record.xlsx"] {
        let reply = super::get(&service, "inspector", &format!("{call}?{question}")).await;
        let wanted = [
            "action too_long",
            "actor too_long",
            "before wrong_type",
            "from bad_date",
            "q too_long",
            "to bad_date",
        ];
        assert_eq!((reply.status, reply.faults()), (422, wanted.map(str::to_owned).to_vec()));
    }
    let backwards = "record?from=2026-11-22&to=2026-11-21";
    let reply = super::get(&service, "inspector", backwards).await;
    assert_eq!(reply.faults(), ["to ends_before_it_begins"]);
}

async fn a_long_record_is_gone_through_a_part_at_a_time(engine: Engine) {
    let service = office(engine).await;
    let entry = "value, value, case when value % 10000 = 0 then 'lan' else 'minh' end, 'a', 'b', ";
    let filled = match engine {
        Engine::Sqlite => format!(
            "with recursive counted (value) as
                 (select 1 union all select value + 1 from counted where value < 60000)
             insert into record (seq, moment, actor, action, object, hash)
             select {entry} x'00' from counted"
        ),
        Engine::Postgres => format!(
            "insert into record (seq, moment, actor, action, object, hash)
             select {entry} '\\x00' from generate_series(1, 60000) as counted (value)"
        ),
    };
    service.database.behind(&filled).await.expect("a long record");
    let mut parts = Vec::new();
    let mut before = String::new();
    loop {
        let page = inspect(&service, &format!("record?actor=lan&before={before}")).await.json();
        let seqs: Vec<i64> = rows(&page).iter().filter_map(|row| row["seq"].as_i64()).collect();
        parts.push(seqs);
        let Some(earlier) = page["earlier"].as_str() else { break };
        before = earlier.to_owned();
    }
    let wanted = [[60_000, 50_000], [40_000, 30_000], [20_000, 10_000]];
    assert_eq!(parts, wanted, "everything, once");
    let last = inspect(&service, "record?page=999999").await.json();
    assert_eq!((&last["total"], &last["page"]), (&20_000.into(), &400.into()));
    assert_eq!(last["rows"][49]["seq"], 40_001);
    let whole = inspect(&service, "record.csv?actor=lan").await.body;
    assert_eq!(whole.lines().count(), 1 + 6, "an export looks through everything");
    let refused = super::get(&service, "inspector", "record.csv").await;
    assert_eq!((refused.status, refused.faults()), (422, vec!["from too_many_rows".to_owned()]));
}
