//! Small groups are not published, and nothing that gives them away.

use serde_json::{Value, json};
use tests::{Engine, Service, on_both, quick};

on_both!(
    figures_of_too_few_people_are_withheld,
    a_small_unit_takes_the_next_smallest_with_it,
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
    for by in ["unit", "procedure", "factor", "item", "month", "channel"] {
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
