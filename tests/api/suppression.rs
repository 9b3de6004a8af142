//! Small groups are not published, and nothing that gives them away.

use serde_json::{Value, json};
use tests::{Engine, Service, on_both, quick};

on_both!(
    figures_of_too_few_people_are_withheld,
    a_small_unit_takes_the_next_smallest_with_it,
    stray_ballots_blank_nothing_and_count_in_the_whole,
    the_floors_are_settings,
    people_who_only_commented_do_not_hide_the_one_who_answered,
);

async fn send(service: &Service, unit: &str, ballots: usize) {
    for _ in 0..ballots {
        let mut ballot = quick(5);
        ballot["unit"] = json!(unit);
        assert_eq!(service.post(&ballot).await.status, 201);
    }
}

fn is_withheld(row: &Value) -> bool {
    let figures = ["num", "den", "n", "percent", "ci_low", "ci_high"];
    let silent = figures.iter().all(|name| row[*name].is_null());
    assert_eq!(silent, row["suppressed"] == true, "half withheld: {row}");
    silent
}

async fn figures_of_too_few_people_are_withheld(engine: Engine) {
    let service = Service::with(engine, &[]).await;
    send(&service, "VP", 4).await;
    let procedures = service.get("/api/v1/index?by=procedure").await.json();
    assert_eq!(procedures["rows"], json!([]), "none is named: {procedures}");
    assert!(is_withheld(&procedures["total"]) && procedures["named"].is_null(), "{procedures}");
    for by in ["unit", "factor", "item", "month", "channel"] {
        let reply = service.get(&format!("/api/v1/index?by={by}")).await.json();
        let rows = reply["rows"].as_array().expect("rows");
        assert!(!rows.is_empty() && rows.iter().all(is_withheld), "by {by}: {reply}");
        assert!(is_withheld(&reply["total"]), "by {by}: {reply}");
        assert!(
            reply["sampling"].as_array().is_some_and(|it| it.iter().all(|it| it["n"].is_null()))
        );
    }
    send(&service, "VP", 1).await;
    let items = service.get("/api/v1/index?by=item").await;
    assert_eq!(items.row("O1")["n"], 5);
    assert!(is_withheld(&service.get("/api/v1/index?by=unit").await.row("VP")), "needs ten");
    assert!(
        is_withheld(&service.get("/api/v1/index?by=item&unit=VP").await.row("O1")),
        "needs ten"
    );
    send(&service, "VP", 5).await;
    assert_eq!(service.get("/api/v1/index?by=unit").await.row("VP")["n"], 10);
    assert_eq!(service.get("/api/v1/index?by=item&unit=VP").await.row("O1")["n"], 10);
}

async fn a_small_unit_takes_the_next_smallest_with_it(engine: Engine) {
    let service = Service::with(engine, &[]).await;
    for (unit, ballots) in [("VP", 3), ("QLTM", 14), ("QLNL", 12)] {
        send(&service, unit, ballots).await;
    }
    let reply = service.get("/api/v1/index?by=unit").await;
    assert_eq!(reply.json()["total"]["n"], 29);
    let withheld = ["VP", "QLTM", "QLNL"].map(|unit| is_withheld(&reply.row(unit)));
    assert_eq!(withheld, [true, false, true], "{reply:?}");
    let page = service.get("/ket-qua").await.body;
    assert!(page.contains(">14<"), "numbers stand in cells of their own: {page}");
    assert!(
        !page.contains(">3<") && !page.contains(">12<"),
        "the page tells what the index does not"
    );
}

/// Sends quick ballots to a campaign without a unit.
async fn send_bare(service: &Service, fields: Value, ballots: usize) {
    for _ in 0..ballots {
        let mut ballot = quick(4);
        ballot["campaign"] = json!("mo");
        let fields = fields.as_object().expect("fields").clone();
        ballot.as_object_mut().expect("a ballot").extend(fields);
        assert_eq!(service.post(&ballot).await.status, 201);
    }
}

async fn stray_ballots_blank_nothing_and_count_in_the_whole(engine: Engine) {
    let mut service = Service::with(engine, &[]).await;
    service.stop();
    let header = "code,title,instrument,sampling,valid_from";
    service.import("campaigns", &format!("{header}\nmo,Đợt mở,quick/1,open_link,2020-01-01\n"));
    service.serve();
    send_bare(&service, json!({"unit": "VP"}), 3).await;
    send_bare(&service, json!({"procedure": "2.000004"}), 19).await;
    send_bare(&service, json!({}), 3).await;
    let units = service.get("/api/v1/index?by=unit").await;
    assert_eq!(units.json()["rows"].as_array().map(Vec::len), Some(2), "no row of nobody's");
    assert!(is_withheld(&units.row("VP")) && is_withheld(&units.row("QLTM")), "one small unit");
    assert_eq!(
        (&units.json()["total"]["n"], &units.json()["named"]),
        (&json!(25), &json!("88.00"))
    );
    let procedures = service.get("/api/v1/index?by=procedure").await;
    assert_eq!(procedures.json()["rows"].as_array().map(Vec::len), Some(1));
    assert!(is_withheld(&procedures.row("2.000004")), "it would tell of the unit that is withheld");
    let message = procedures.json();
    assert_eq!((&message["total"]["n"], &message["named"]), (&json!(25), &json!("76.00")));
    for by in ["month", "factor", "channel", "sampling"] {
        let index = service.get(&format!("/api/v1/index?by={by}")).await.json();
        assert_eq!((&index["total"]["n"], &index["named"]), (&json!(25), &Value::Null), "{by}");
    }
    let page = tests::text_of(&service.get("/ket-qua").await.body);
    assert!(page.contains("88 % phiếu có đơn vị; 76 % phiếu có thủ tục"), "{page}");
    assert!(!page.contains("Không nêu rõ"), "{page}");
    send_bare(&service, json!({"unit": "VP"}), 7).await;
    let units = service.get("/api/v1/index?by=unit").await;
    assert_eq!((&units.row("VP")["n"], &units.row("QLTM")["n"]), (&json!(10), &json!(19)));
    let procedures = service.get("/api/v1/index?by=procedure").await;
    assert_eq!(procedures.row("2.000004")["n"], 19, "thirteen stray ballots do not blank it");
    let english = tests::text_of(&service.get("/ket-qua?lang=en").await.body);
    assert!(english.contains("91 % of ballots name a unit; 59 % of ballots name a procedure"));
    assert_eq!(service.verified(), 32);
}

async fn the_floors_are_settings(engine: Engine) {
    let settings = [("HAILONG_MIN_CELL", "2"), ("HAILONG_MIN_INDEX", "3")];
    let service = Service::with(engine, &settings).await;
    send(&service, "VP", 2).await;
    assert_eq!(service.get("/api/v1/index?by=month").await.json()["total"]["n"], 2);
    assert!(is_withheld(&service.get("/api/v1/index?by=unit").await.row("VP")));
    send(&service, "VP", 1).await;
    assert_eq!(service.get("/api/v1/index?by=unit").await.row("VP")["n"], 3);
}

async fn people_who_only_commented_do_not_hide_the_one_who_answered(engine: Engine) {
    let service = Service::with(engine, &[]).await;
    send(&service, "VP", 1).await;
    for _ in 0..11 {
        let mut ballot = quick(5);
        ballot["unit"] = json!("VP");
        ballot["answers"] = json!([]);
        ballot["comment"] = json!("Chỉ có ý kiến.");
        assert_eq!(service.post(&ballot).await.status, 201);
    }
    assert!(is_withheld(&service.get("/api/v1/index?by=unit").await.row("VP")));
    assert!(is_withheld(&service.get("/api/v1/index?by=month").await.json()["total"]));
}
