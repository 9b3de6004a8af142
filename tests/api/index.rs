//! A ballot moves the index, along every way of looking at it.

use serde_json::{Value, json};
use tests::{Engine, Service, on_both, quick, sipas, this_month};

on_both!(
    a_ballot_moves_the_index_of_its_unit,
    the_index_pools_by_every_key,
    the_mean_counts_level_points,
    an_interval_knows_people_and_how_alike_each_of_them_answers,
    tallies_from_before_do_without_until_a_start_has_counted,
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
    assert_eq!(figures(&before.row("VP")), (6, 6, 1, None), "one person says nothing");
    assert_eq!(before.json()["method"], "T2B");
    assert_eq!(before.json()["instrument"], "quick/1");
    assert_eq!(before.json()["sampling"], json!([{"kind": "open_link", "n": 1}]));
    send(&service, &[quick(1)]).await;
    let after = service.live("").await;
    assert_eq!(figures(&after.row("VP")), (6, 12, 2, None));
    assert_eq!(figures(&after.json()["total"]), (6, 12, 2, None));
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
        ("unit", "QLTM", (2, 5, 2, None)),
        ("unit", "QLNL", (1, 1, 1, None)),
        ("procedure", "2.000004", (2, 5, 2, None)),
        ("procedure", "1.115377", (1, 1, 1, None)),
        ("factor", "A", (1, 2, 2, None)),
        ("factor", "B", (2, 4, 3, None)),
        ("item", "A1", (1, 2, 2, None)),
        ("item", "B1", (2, 3, 3, None)),
        ("item", "B2", (0, 1, 1, None)),
        ("channel", "in_person", (2, 5, 2, None)),
        ("channel", "online", (1, 1, 1, None)),
        ("sampling", "counter_qr", (2, 5, 2, None)),
        ("sampling", "open_link", (1, 1, 1, None)),
        ("month", &month, (3, 6, 3, None)),
    ];
    for (by, key, message) in expected {
        let reply = service.live(&format!("by={by}")).await;
        assert_eq!(figures(&reply.row(key)), message, "by {by}, {key}");
        assert_eq!(figures(&reply.json()["total"]), (3, 6, 3, None), "by {by}");
    }
    assert_eq!(service.verified(), 3);
}

async fn the_mean_counts_level_points(engine: Engine) {
    let service = Service::start(engine).await;
    for _ in 0..5 {
        let two = [sipas(&[("B1", Some(5)), ("B2", Some(2))]), sipas(&[("B1", Some(4))])];
        send(&service, &two).await;
    }
    let reply = service.live("by=factor&method=MEAN5").await;
    assert_eq!(reply.json()["method"], "MEAN5");
    assert_eq!(figures(&reply.row("B")), (55, 75, 10, Some("73.33")));
    let top = service.live("by=factor&method=T2B").await;
    assert_eq!(figures(&top.row("B")), (10, 15, 10, Some("66.67")));
}

/// Eighteen people, three of whom always say the same; the last will take their ballot back.
fn eighteen() -> Vec<Value> {
    let people: [&[(&str, u8)]; 6] = [
        &[("A1", 5), ("B1", 4), ("B2", 2), ("C1", 5)],
        &[("A1", 1), ("B1", 3)],
        &[("A1", 4), ("B1", 4), ("B2", 4), ("C1", 4)],
        &[("B1", 2), ("C1", 1)],
        &[("A1", 5), ("B1", 5), ("B2", 3)],
        &[("A1", 2), ("B1", 4), ("B2", 5), ("C1", 3)],
    ];
    let answers = people.map(|it| it.iter().map(|(item, level)| (*item, Some(*level))).collect());
    let six = || answers.iter().map(|answers: &Vec<_>| sipas(answers));
    six().chain(six()).chain(six()).collect()
}

/// The interval of a row, as it is told.
fn ends(row: &Value) -> [&str; 2] {
    ["ci_low", "ci_high"].map(|name| row[name].as_str().expect("an end"))
}

/// Expected ends were computed apart, person by person and with the points of Student's t from an
/// integral, by a script in another language.
async fn an_interval_knows_people_and_how_alike_each_of_them_answers(engine: Engine) {
    let service = Service::start(engine).await;
    let mut kept = Vec::new();
    for ballot in eighteen() {
        kept.push(service.post(&ballot).await.json());
    }
    for (question, key, expected) in [
        ("by=unit", "SCT", ["41.55", "72.67"]),
        ("by=month", &this_month().to_string(), ["41.55", "72.67"]),
        ("by=factor", "B", ["41.80", "75.81"]),
        ("by=factor", "C", ["25.37", "74.63"]),
        ("by=item", "B1", ["43.74", "83.73"]),
        ("by=unit&method=MEAN5", "SCT", ["60.90", "77.21"]),
        ("by=factor&method=MEAN5", "B", ["64.21", "78.91"]),
        ("by=item&method=MEAN5", "B1", ["63.13", "81.90"]),
    ] {
        assert_eq!(ends(&service.live(question).await.row(key)), expected, "{question} {key}");
    }
    assert_eq!(ends(&service.live("").await.json()["total"]), ["41.55", "72.67"]);
    let last = kept.pop().expect("the last");
    let part = |name: &str| last[name].as_str().expect("it is named").to_owned();
    let path = format!("/api/v1/ballots/{}?pin={}", part("receipt"), part("pin"));
    let gone = service.request(reqwest::Method::DELETE, &path).send().await.expect("a reply");
    assert_eq!(gone.status(), 204);
    assert_eq!(ends(&service.live("by=unit").await.row("SCT")), ["40.93", "74.13"]);
    assert_eq!(service.verified(), 17);
}

async fn tallies_from_before_do_without_until_a_start_has_counted(engine: Engine) {
    let mut service = Service::start(engine).await;
    send(&service, &eighteen()).await;
    service.stop();
    service.database.behind("update tallies set moments = null").await.expect("it is done");
    let said = service.run(&["verify"]);
    let said = String::from_utf8_lossy(&said.stdout).into_owned();
    assert!(said.contains("2 rows of tallies lack their moments"), "{said}");
    assert!(said.contains(", 0 differences"), "{said}");
    service.serve();
    assert_eq!(ends(&service.live("by=unit").await.row("SCT")), ["41.55", "72.67"]);
    // Lost beside the server: as many people as there surely are, Wilson's interval of 33/57 of 18.
    service.database.behind("update tallies set moments = null").await.expect("it is done");
    assert_eq!(ends(&service.live("by=unit").await.row("SCT")), ["35.75", "77.26"]);
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
    assert_eq!(figures(&all.json()["total"]), (6, 12, 2, None));
    let one = service.live("by=item&unit=QLTM").await;
    assert_eq!(figures(&one.json()["total"]), (6, 6, 1, None));
    let (first, last) = (this_month(), this_month().plus(-1));
    let now = service.live(&format!("from={first}&to={first}")).await;
    assert_eq!(now.json()["total"]["n"], 2);
    let before = service.live(&format!("to={last}")).await;
    assert_eq!(before.json()["total"]["n"], 0);
}

async fn questions_beside_the_index_stay_out_of_it(engine: Engine) {
    let service = Service::start(engine).await;
    send(&service, &[sipas(&[("B1", Some(4)), ("I1", Some(3)), ("I2", Some(1))])]).await;
    assert_eq!(figures(&service.live("").await.row("SCT")), (1, 1, 1, None));
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
