//! Units that become one, and one that becomes several.

use serde_json::{Value, json};
use tests::{Engine, Service, draw_id, on_both};

use super::{UNITS, backdate, ballot, index, is_there, name, post, today, unit};

on_both!(
    merged_units_go_on_as_one,
    a_merger_with_a_fault_changes_nothing,
    a_split_unit_passes_on_what_each_part_takes,
    what_a_split_leaves_behind_is_named,
);

const MERGERS: &str = "/api/v1/office/unit-mergers";
const SPLITS: &str = "/api/v1/office/unit-splits";

async fn merged_units_go_on_as_one(engine: Engine) {
    let mut service = Service::start(engine).await;
    ballot(&service, json!({"unit": "QLTM"})).await;
    ballot(&service, json!({"procedure": "1.115377"})).await;
    backdate(&mut service).await;
    let admin = service.admin().await;
    let below = json!({"code": "TO", "name": name("Tổ"), "parent": "QLTM", "from": "2020-01-01"});
    assert_eq!(post(&admin, UNITS, below).await.status, 201);
    let body = json!({"from": ["QLTM", "QLNL"], "day": "2024-02-01", "decision": "QĐ 9",
        "into": {"code": "TMNL", "name": name("Thương mại và năng lượng"), "parent": "SCT"}});
    let merged = post(&admin, MERGERS, body).await;
    assert_eq!(merged.status, 201, "{merged:?}");
    assert_eq!(merged.json()["lineage"].as_array().map(Vec::len), Some(2));
    let old = unit(&admin, "QLTM").await;
    assert_eq!(old["versions"][0]["until"], "2024-01-31");
    let link = json!({"kind": "merger", "from": "QLTM", "to": "TMNL", "day": "2024-02-01",
        "decision": "QĐ 9"});
    assert_eq!(old["lineage"], json!([link]));
    let units = today(&service).await;
    assert!(!is_there(&units, "QLTM") && !is_there(&units, "QLNL"), "{units:?}");
    assert!(units.iter().any(|it| it.0 == "TO" && it.2 == "TMNL"), "what was below goes along");
    // Procedures that the merged units led are the new unit's from now on.
    ballot(&service, json!({"procedure": "1.115377"})).await;
    ballot(&service, json!({"procedure": "2.000004"})).await;
    ballot(&service, json!({"unit": "TMNL"})).await;
    let gone = json!({"id": draw_id(), "campaign": "quick", "unit": "QLTM",
        "answers": [{"item": "O1", "level": 4}]});
    assert_eq!(service.post(&gone).await.faults(), ["unit not_valid_then"]);
    let counted = [("QLNL", 1), ("QLTM", 1), ("TMNL", 3)];
    assert_eq!(index(&service).await, counted.map(|(code, n)| (code.to_owned(), n)));
    assert_eq!(service.verified(), 5);
}

async fn a_merger_with_a_fault_changes_nothing(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    ballot(&service, json!({"unit": "QLTM"})).await;
    let before = today(&service).await;
    let merger =
        |from: &[&str], into: Value| json!({"from": from, "into": into, "day": "2024-02-01"});
    let new = json!({"code": "X", "name": name("x"), "parent": "SCT"});
    for (body, faults) in [
        (merger(&["QLTM", "QLNL"], new.clone()), vec!["from.QLTM ends_before_ballots"]),
        (merger(&["QLNL", "KHONG"], new.clone()), vec!["from.KHONG unknown_unit"]),
        (merger(&["QLNL", "CU"], new), vec!["from.CU not_there_then"]),
        (merger(&["QLNL"], json!({"code": "X"})), vec!["into.name.vi missing"]),
        (
            merger(&[], json!({"code": "Đ", "parent": "Y"})),
            vec!["from missing", "into.code bad_code", "into.parent unknown_unit"],
        ),
        (merger(&["VP", "VP"], json!({"code": "VP"})), vec!["from twice", "into.code twice"]),
        // The house cannot become one of its own rooms.
        (merger(&["SCT"], json!({"code": "VP"})), vec!["from.SCT circle"]),
    ] {
        let reply = post(&admin, MERGERS, body).await;
        let message: Vec<String> = reply.faults();
        assert_eq!(message, faults, "{reply:?}");
    }
    assert_eq!(today(&service).await, before);
    assert_eq!(unit(&admin, "QLNL").await["lineage"], json!([]));
}

async fn a_split_unit_passes_on_what_each_part_takes(engine: Engine) {
    let mut service = Service::start(engine).await;
    ballot(&service, json!({"procedure": "2.000004"})).await;
    backdate(&mut service).await;
    let admin = service.admin().await;
    let below = json!({"code": "TO", "name": name("Tổ"), "parent": "QLTM", "from": "2020-01-01"});
    assert_eq!(post(&admin, UNITS, below).await.status, 201);
    let body = json!({"unit": "QLTM", "day": "2024-02-01", "decision": "QĐ 10", "into": [
        {"code": "NT", "name": name("Nội thương"), "parent": "SCT", "units": ["TO"],
            "procedures": ["2.000004"]},
        {"code": "XNK", "name": name("Xuất nhập khẩu"), "parent": "SCT",
            "procedures": ["2.000001"]},
    ]});
    let split = post(&admin, SPLITS, body).await;
    assert_eq!(split.status, 201, "{split:?}");
    let (versions, lineage) = (&split.json()["versions"], &split.json()["lineage"]);
    assert_eq!(versions[0]["until"], "2024-01-31");
    let went: Vec<&str> =
        lineage.as_array().expect("links").iter().filter_map(|it| it["to"].as_str()).collect();
    assert_eq!(went, ["NT", "XNK"]);
    let units = today(&service).await;
    assert!(units.iter().any(|it| it.0 == "TO" && it.2 == "NT") && !is_there(&units, "QLTM"));
    ballot(&service, json!({"procedure": "2.000004"})).await;
    ballot(&service, json!({"procedure": "2.000001"})).await;
    let counted = [("NT", 1), ("QLTM", 1), ("XNK", 1)];
    assert_eq!(index(&service).await, counted.map(|(code, n)| (code.to_owned(), n)));
    let procedure = admin.get("/api/v1/office/procedures/2.000004").await.json();
    let led = procedure["versions"].as_array().expect("versions");
    let led: Vec<(&Value, &Value)> = led.iter().map(|it| (&it["unit"], &it["until"])).collect();
    assert_eq!(led, [(&json!("QLTM"), &json!("2024-01-31")), (&json!("NT"), &Value::Null)]);
    assert_eq!(service.verified(), 3);
}

async fn what_a_split_leaves_behind_is_named(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    let before = today(&service).await;
    let split =
        |unit: &str, part: Value| json!({"unit": unit, "day": "2024-02-01", "into": [part]});
    let part = |procedures: Value| json!({"code": "NT", "name": name("x"), "parent": "SCT", "procedures": procedures});
    let reply = post(&admin, SPLITS, split("QLTM", part(json!(["2.000004"])))).await;
    assert_eq!(reply.faults(), ["procedures.2.000001 leaves_behind"]);
    let reply = post(&admin, SPLITS, split("VP", part(json!([])))).await;
    let expected = [
        "campaigns.quick leaves_behind",
        "campaigns.sap-toi leaves_behind",
        "procedures.2.000535 leaves_behind",
    ];
    assert_eq!(reply.faults(), expected);
    let reply = post(&admin, SPLITS, split("SCT", part(json!([])))).await;
    for room in ["MOI", "QLNL", "QLTM", "VP"].map(|room| format!("units.{room} leaves_behind")) {
        assert!(reply.faults().contains(&room), "{room}: {:?}", reply.faults());
    }
    let reply = post(&admin, SPLITS, split("QLTM", part(json!(["2.000535", "9"])))).await;
    let expected = ["procedures.2.000535 unknown_procedure", "procedures.9 unknown_procedure"];
    assert_eq!(reply.faults(), expected, "only what was its own");
    assert_eq!(today(&service).await, before);
    let mut goes_on = split("VP", part(json!(["2.000535"])));
    goes_on["goes_on"] = json!(true);
    assert_eq!(post(&admin, SPLITS, goes_on).await.status, 201);
    assert!(is_there(&today(&service).await, "VP") && is_there(&today(&service).await, "NT"));
}
