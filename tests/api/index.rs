//! A ballot moves the index, along every way of looking at it.

use serde_json::{Value, json};
use tests::{Engine, Service, on_both, quick, sipas, this_month};

on_both!(
    a_ballot_moves_the_index_of_its_unit,
    the_index_pools_by_every_key,
    the_mean_counts_level_points,
    nobody_answered_is_null_and_not_zero_percent,
    halves_round_up_and_two_decimals_stay,
    a_filter_takes_in_the_units_below,
    questions_beside_the_index_stay_out_of_it,
    a_question_with_faults_names_them_all,
    without_ballots_there_are_no_rows,
);

/// The figures of a row: num, den, n, percent.
fn figures(row: &Value) -> (u64, u64, u64, Option<&str>) {
    let whole = |name: &str| row[name].as_u64().unwrap_or_else(|| panic!("no {name} in {row}"));
    (whole("num"), whole("den"), whole("n"), row["percent"].as_str())
}

async fn send(service: &Service, ballots: &[Value]) {
    for ballot in ballots {
        let reply = service.post(ballot).await;
        assert_eq!(reply.status, 201, "{reply:?}");
    }
}

fn with(mut ballot: Value, fields: &[(&str, &str)]) -> Value {
    for (name, value) in fields {
        ballot[*name] = json!(value);
    }
    ballot
}

async fn a_ballot_moves_the_index_of_its_unit(engine: Engine) {
    let service = Service::start(engine).await;
    send(&service, &[quick(4)]).await;
    let before = service.live("").await;
    assert_eq!(figures(&before.row("VP")), (6, 6, 1, Some("100.00")));
    assert_eq!(before.json()["method"], "T2B");
    assert_eq!(before.json()["instrument"], "quick/1");
    assert_eq!(before.json()["sampling"], json!([{"kind": "open_link", "n": 1}]));
    send(&service, &[quick(1)]).await;
    let after = service.live("").await;
    assert_eq!(figures(&after.row("VP")), (6, 12, 2, Some("50.00")));
    assert_eq!(figures(&after.json()["total"]), (6, 12, 2, Some("50.00")));
}

async fn the_index_pools_by_every_key(engine: Engine) {
    let service = Service::start(engine).await;
    let at_counter = [("service_point", "quay-1"), ("procedure", "2.000004")];
    let online = [("service_point", "cong"), ("procedure", "1.115377")];
    send(
        &service,
        &[
            with(sipas(&[("A1", Some(5)), ("B1", Some(4)), ("B2", Some(2))]), &at_counter),
            with(sipas(&[("A1", Some(1)), ("B1", Some(3))]), &at_counter),
            with(sipas(&[("B1", Some(5)), ("E1", None)]), &online),
        ],
    )
    .await;
    let month = this_month().to_string();
    let expected = [
        ("unit", "QLTM", (2, 5, 2, Some("40.00"))),
        ("unit", "QLNL", (1, 1, 1, Some("100.00"))),
        ("procedure", "2.000004", (2, 5, 2, Some("40.00"))),
        ("procedure", "1.115377", (1, 1, 1, Some("100.00"))),
        ("factor", "A", (1, 2, 2, Some("50.00"))),
        ("factor", "B", (2, 4, 3, Some("50.00"))),
        ("item", "A1", (1, 2, 2, Some("50.00"))),
        ("item", "B1", (2, 3, 3, Some("66.67"))),
        ("item", "B2", (0, 1, 1, Some("0.00"))),
        ("channel", "in_person", (2, 5, 2, Some("40.00"))),
        ("channel", "online", (1, 1, 1, Some("100.00"))),
        ("sampling", "counter_qr", (2, 5, 2, Some("40.00"))),
        ("sampling", "open_link", (1, 1, 1, Some("100.00"))),
        ("month", &month, (3, 6, 3, Some("50.00"))),
    ];
    for (by, key, message) in expected {
        let reply = service.live(&format!("by={by}")).await;
        assert_eq!(figures(&reply.row(key)), message, "by {by}, {key}");
        assert_eq!(figures(&reply.json()["total"]), (3, 6, 3, Some("50.00")), "by {by}");
    }
    assert_eq!(service.verified(), 3);
}

async fn the_mean_counts_level_points(engine: Engine) {
    let service = Service::start(engine).await;
    send(&service, &[sipas(&[("B1", Some(5)), ("B2", Some(2))]), sipas(&[("B1", Some(4))])]).await;
    let reply = service.live("by=factor&method=MEAN5").await;
    assert_eq!(reply.json()["method"], "MEAN5");
    assert_eq!(figures(&reply.row("B")), (11, 15, 2, Some("73.33")));
    let top = service.live("by=factor&method=T2B").await;
    assert_eq!(figures(&top.row("B")), (2, 3, 2, Some("66.67")));
}

async fn nobody_answered_is_null_and_not_zero_percent(engine: Engine) {
    let service = Service::start(engine).await;
    send(&service, &[sipas(&[("E1", None), ("E2", None)])]).await;
    for (by, key) in [("item", "E1"), ("factor", "E")] {
        let row = service.live(&format!("by={by}")).await.row(key);
        assert_eq!(figures(&row), (0, 0, 0, None), "by {by}");
        assert_eq!((&row["ci_low"], &row["suppressed"]), (&Value::Null, &json!(false)));
    }
    let unit = service.live("by=unit").await.row("SCT");
    assert_eq!(figures(&unit), (0, 0, 1, None));
}

async fn halves_round_up_and_two_decimals_stay(engine: Engine) {
    let service = Service::start(engine).await;
    // 1 of 16 is 6.25 % exactly; MEAN5 of one 1 and fifteen 5s is 76/80, which is 95 %.
    let mut ballots = vec![sipas(&[("B1", Some(5))])];
    ballots.extend((0..15).map(|_| sipas(&[("B1", Some(1))])));
    send(&service, &ballots).await;
    let row = service.live("by=item").await.row("B1");
    assert_eq!(figures(&row), (1, 16, 16, Some("6.25")));
    // 2 of 32 and a third of a hundredth more: 17 answers make 1/17 = 5.882…
    send(&service, &[sipas(&[("B1", Some(1))])]).await;
    let row = service.live("by=item").await.row("B1");
    assert_eq!(figures(&row), (1, 17, 17, Some("5.88")));
    let ends = [row["ci_low"].as_str(), row["ci_high"].as_str()];
    let ends = ends.map(|end| end.and_then(|end| end.parse::<f64>().ok()).expect("a number"));
    assert!(ends[0] < 5.88 && 5.88 < ends[1] && ends[1] < 100.0, "{ends:?}");
}

async fn a_filter_takes_in_the_units_below(engine: Engine) {
    let service = Service::start(engine).await;
    send(&service, &[with(quick(5), &[("unit", "QLTM")]), quick(1)]).await;
    let all = service.live("by=unit&unit=SCT").await;
    assert_eq!(figures(&all.json()["total"]), (6, 12, 2, Some("50.00")));
    let one = service.live("by=item&unit=QLTM").await;
    assert_eq!(figures(&one.json()["total"]), (6, 6, 1, Some("100.00")));
    let (first, last) = (this_month(), this_month().plus(-1));
    let now = service.live(&format!("from={first}&to={first}")).await;
    assert_eq!(now.json()["total"]["n"], 2);
    let before = service.live(&format!("to={last}")).await;
    assert_eq!(before.json()["total"]["n"], 0);
}

async fn questions_beside_the_index_stay_out_of_it(engine: Engine) {
    let service = Service::start(engine).await;
    send(&service, &[sipas(&[("B1", Some(4)), ("I1", Some(3)), ("I2", Some(1))])]).await;
    assert_eq!(figures(&service.live("").await.row("SCT")), (1, 1, 1, Some("100.00")));
    let items = service.live("by=item").await.json();
    assert_eq!(items["rows"].as_array().map(Vec::len), Some(1), "{items}");
}

async fn a_question_with_faults_names_them_all(engine: Engine) {
    let service = Service::start(engine).await;
    let faulty = "by=moon&method=X&from=2026-02-30&to=x&unit=NO&procedure=9&instrument=none/1";
    let reply = service.live(faulty).await;
    assert_eq!(reply.status, 422);
    let expected = [
        "by unknown_choice",
        "from bad_date",
        "instrument unknown_instrument",
        "method unknown_method",
        "procedure unknown_procedure",
        "to bad_date",
        "unit unknown_unit",
    ];
    assert_eq!(reply.faults(), expected);
    let turned = service.live("from=2026-05&to=2026-04").await;
    assert_eq!(turned.faults(), ["to ends_before_it_begins"]);
    let twice = service.live("by=unit&by=month").await;
    assert!(matches!(twice.status, 400 | 422), "{twice:?}");
    twice.problem();
}

async fn without_ballots_there_are_no_rows(engine: Engine) {
    let service = Service::start(engine).await;
    let reply = service.live("by=month").await;
    assert_eq!((reply.status, &reply.json()["rows"]), (200, &json!([])));
    assert_eq!(figures(&reply.json()["total"]), (0, 0, 0, None));
    assert_eq!(service.get("/ket-qua").await.status, 200);
}
