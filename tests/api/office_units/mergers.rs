//! Units that become one, and one that becomes several.

use serde_json::{Value, json};
use tests::{Engine, Service, draw_id, on_both};

use super::{UNITS, backdate, ballot, index, is_there, name, post, today, unit};

on_both!(
    merged_units_go_on_as_one,
    a_unit_merged_twice_and_renamed_is_still_found,
    a_decision_may_come_late_and_ballots_stay_as_they_were_stamped,
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
    // So are links, queues and open pages that still name one of them.
    for old in ["QLTM", "QLNL"] {
        let page = service.get(&format!("/s/quick?unit={old}")).await.body;
        assert!(page.contains("name=\"unit\" value=\"TMNL\""), "{old}: {page}");
    }
    ballot(&service, json!({"unit": "QLTM"})).await;
    let fields = [("id", draw_id()), ("unit", "QLNL".into()), ("a.O1", "4".into())];
    let fields = fields.map(|(name, value)| (name.to_owned(), value));
    assert_eq!(service.send_form("/s/quick", &fields).await.status, 303);
    let counted = [("QLNL", 1), ("QLTM", 1), ("TMNL", 5)];
    assert_eq!(index(&service).await, counted.map(|(code, n)| (code.to_owned(), n)));
    assert_eq!(service.verified(), 7);
}

async fn a_unit_merged_twice_and_renamed_is_still_found(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    let into = |code: &str| json!({"code": code, "name": name(code), "parent": "SCT"});
    let merger =
        |from: &str, to: &str, day: &str| json!({"from": [from], "into": into(to), "day": day});
    assert_eq!(post(&admin, MERGERS, merger("QLTM", "M1", "2024-02-01")).await.status, 201);
    assert_eq!(post(&admin, MERGERS, merger("M1", "M2", "2024-03-01")).await.status, 201);
    let seen = unit(&admin, "M2").await;
    let body = json!({"based_on": seen["state"], "code": "M3", "name": name("M3"),
        "parent": "SCT", "from": "2024-04-01"});
    assert_eq!(post(&admin, &format!("{UNITS}/M2/versions"), body).await.status, 201);
    for code in ["QLTM", "M1", "M2", "M3"] {
        ballot(&service, json!({"unit": code})).await;
        let page = service.get(&format!("/s/quick?unit={code}")).await.body;
        assert!(page.contains("name=\"unit\" value=\"M3\""), "{code}: {page}");
    }
    assert_eq!(index(&service).await, [("M3".to_owned(), 4)]);
    assert_eq!(service.verified(), 4);
}

async fn a_decision_may_come_late_and_ballots_stay_as_they_were_stamped(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    ballot(&service, json!({"unit": "QLTM"})).await;
    ballot(&service, json!({"unit": "QLNL"})).await;
    let body = json!({"from": ["QLTM"], "day": "2024-02-01",
        "into": {"code": "TM", "name": name("Thương mại"), "parent": "SCT"}});
    assert_eq!(post(&admin, MERGERS, body).await.status, 201);
    let body = json!({"unit": "QLNL", "day": "2024-02-01", "into": [
        {"code": "DIEN", "name": name("Điện"), "parent": "SCT", "procedures": ["1.115377"]}]});
    assert_eq!(post(&admin, SPLITS, body).await.status, 201);
    ballot(&service, json!({"unit": "QLTM"})).await;
    ballot(&service, json!({"procedure": "1.115377"})).await;
    let gone = json!({"id": draw_id(), "campaign": "quick", "unit": "QLNL",
        "answers": [{"item": "O1", "level": 4}]});
    let faults = service.post(&gone).await.faults();
    assert_eq!(faults, ["unit not_valid_then"], "what was divided has no single successor");
    let counted = [("DIEN", 1), ("QLNL", 1), ("QLTM", 1), ("TM", 1)];
    assert_eq!(index(&service).await, counted.map(|(code, n)| (code.to_owned(), n)));
    assert_eq!(service.verified(), 4);
}

async fn a_merger_with_a_fault_changes_nothing(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    let before = today(&service).await;
    let merger =
        |from: &[&str], into: Value| json!({"from": from, "into": into, "day": "2024-02-01"});
    let new = json!({"code": "X", "name": name("x"), "parent": "SCT"});
    for (body, faults) in [
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
