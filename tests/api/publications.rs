//! What is published: stored tables of closed periods, their versions, and who reads them.

use serde_json::{Value, json};
use tests::{Engine, Service, on_both, quick, this_month};

on_both!(
    only_a_published_table_answers,
    a_publication_is_the_same_whichever_way_it_is_read,
    a_quarter_is_the_sum_of_its_months,
    a_period_is_published_again_only_where_no_few_people_show,
    a_trial_run_keeps_nothing,
    one_scheme_is_public,
    staff_read_live_figures_and_viewers_what_is_published,
);

async fn send(service: &Service, unit: &str, levels: &[u8]) {
    for level in levels {
        let mut ballot = quick(*level);
        ballot["unit"] = json!(unit);
        assert_eq!(service.post(&ballot).await.status, 201);
    }
}

/// Two units in each of three months, all published, with their names.
async fn published(engine: Engine) -> (Service, [String; 3]) {
    let service = Service::with(engine, &[]).await;
    let months = [-3, -2, -1].map(|back| this_month().plus(back));
    for month in months {
        service.live_in(month);
        send(&service, "VP", &[[5, 4, 3, 2].as_slice(); 5].concat()).await;
        send(&service, "QLTM", &[[5, 1].as_slice(); 8].concat()).await;
    }
    let names = months.map(|month| service.publish_month(month));
    (service, names)
}

async fn only_a_published_table_answers(engine: Engine) {
    let service = Service::with(engine, &[]).await;
    assert_eq!(service.get("/api/v1/index").await.status, 404, "nothing is published yet");
    assert_eq!(service.get("/ket-qua").await.status, 200);
    drop(service);
    let (service, months) = published(engine).await;
    for question in ["", "by=factor", "by=month", "instrument=quick", "method=T2B&scheme=calendar"]
    {
        let reply = service.get(&format!("/api/v1/index?{question}")).await;
        assert_eq!(reply.status, 200, "{question}: {reply:?}");
        assert_eq!(reply.json()["publication"]["period"], months[2], "{question}");
    }
    for question in
        ["instrument=sipas-service", "unit=VP&by=item", "period=2020-01", "method=MEAN5"]
    {
        let reply = service.get(&format!("/api/v1/index?{question}")).await;
        assert_eq!(reply.status, 404, "{question}: {reply:?}");
        reply.problem();
    }
    let faulty = "by=moon&method=X&period=x&scheme=none&unit=NO&instrument=none/1";
    let reply = service.get(&format!("/api/v1/index?{faulty}")).await;
    assert_eq!(
        reply.faults(),
        [
            "by unknown_choice",
            "instrument unknown_instrument",
            "method unknown_method",
            "period bad_date",
            "scheme unknown_choice",
            "unit unknown_unit",
        ]
    );
}

async fn a_publication_is_the_same_whichever_way_it_is_read(engine: Engine) {
    let (service, months) = published(engine).await;
    let listed = service.get("/api/v1/publications").await.json();
    let rows = listed["rows"].as_array().expect("rows");
    assert_eq!(
        (&listed["scheme"], &listed["running"]),
        (&json!("calendar"), &json!(this_month().to_string()))
    );
    assert_eq!(listed["running_ballots"], 0);
    let newest: &Value = &rows[0];
    assert_eq!((&newest["period"], &newest["version"]), (&json!(months[2]), &json!(1)));
    assert!(newest["hash"].as_str().is_some_and(|hash| hash.len() == 64), "{newest}");
    let index = service.get("/api/v1/index?by=unit").await;
    let shown = index.row("VP");
    assert_eq!(
        (&shown["n"], &shown["percent"], &shown["precision"]),
        (&json!(20), &json!("50.00"), &json!("whole"))
    );
    let path = format!("/api/v1/publications/{}", newest["id"]);
    let tables = service.get(&path).await.json()["tables"].clone();
    let units = tables.as_array().expect("tables").iter().find(|table| table["by"] == "unit");
    assert_eq!(units.expect("units")["rows"], index.json()["rows"]);
    let csv = service.get(&format!("{path}/csv")).await;
    assert!(csv.header("content-type").starts_with("text/csv"), "{csv:?}");
    let line = ["quick/1", "T2B", "unit", "VP", "Văn phòng Sở", "", "", "20", "50.00"].join(",");
    assert!(csv.body.contains(&line), "{csv:?}");
    let page = tests::text_of(&service.get("/ket-qua").await.body);
    assert!(page.contains("50%") && !page.contains("50,00%"), "few people, whole percents: {page}");
    assert_eq!(service.get("/api/v1/publications/999").await.status, 404);
}

async fn a_quarter_is_the_sum_of_its_months(engine: Engine) {
    let service = Service::with(engine, &[]).await;
    // The last quarter that has ended, whichever month it is now.
    let place = (this_month().number() % 100 - 1) % 3;
    let first = this_month().plus(-place - 3);
    for step in 0..3 {
        service.live_in(first.plus(step));
        send(&service, "VP", &[5; 12]).await;
        send(&service, "QLTM", &[5, 2].repeat(if step == 1 { 2 } else { 6 })).await;
        send(&service, "QLNL", &[4, 2].repeat(10)).await;
    }
    let quarter = format!("{}-q{}", first.number() / 100, first.number() % 100 / 3 + 1);
    service.set_clock(0);
    let early = service.run(&["publish", &quarter]);
    assert!(!early.status.success(), "its months come first: {early:?}");
    (0..3).for_each(|step| service.publish(&first.plus(step).to_string()));
    service.publish(&quarter);
    let sum = service.get(&format!("/api/v1/index?period={quarter}")).await;
    assert_eq!(sum.json()["total"]["n"], 124, "{sum:?}");
    assert_eq!(sum.row("QLNL")["n"], 60);
    // Hidden in one month, and with it its partner: the quarter tells neither.
    assert!(sum.row("QLTM")["n"].is_null() && sum.row("VP")["n"].is_null(), "{sum:?}");
}

async fn a_period_is_published_again_only_where_no_few_people_show(engine: Engine) {
    let (service, months) = published(engine).await;
    let again = |note: &str| service.run(&["publish", &months[2], "--again", note]);
    let said = |output: &std::process::Output| String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(said(&service.run(&["publish", &months[2]])).contains("published already"));
    assert!(said(&again("x")).contains("nothing changed"));
    let late = async |levels: &[u8]| {
        service.live_in(this_month().plus(-1));
        send(&service, "VP", levels).await;
        service.set_clock(0);
    };
    late(&[1]).await;
    let output = again("một phiếu đến muộn");
    assert!(
        !output.status.success() && said(&output).contains("fewer than the floor"),
        "{output:?}"
    );
    late(&[1, 1, 1, 1, 5, 5, 5, 5, 5]).await;
    let output = again("mười phiếu đến muộn");
    assert!(output.status.success(), "{output:?}");
    let index = service.get("/api/v1/index").await.json();
    assert_eq!((&index["publication"]["version"], &index["total"]["n"]), (&json!(2), &json!(46)));
    let listed = service.get("/api/v1/publications").await.json();
    let rows = listed["rows"].as_array().expect("rows");
    assert_eq!(rows[0]["note"], "mười phiếu đến muộn");
    assert_eq!((rows.len(), &rows[1]["version"]), (4, &json!(1)), "the old version stays");
}

async fn a_trial_run_keeps_nothing(engine: Engine) {
    let service = Service::with(engine, &[]).await;
    let month = this_month().plus(-1);
    service.live_in(month);
    send(&service, "VP", &[5, 4, 3, 2, 1, 5, 4, 3, 2, 1]).await;
    service.set_clock(0);
    let output = service.run(&["publish", &month.to_string(), "--dry-run"]);
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(output.status.success() && said.contains("quick/1"), "{output:?}");
    assert_eq!(service.get("/api/v1/publications").await.json()["rows"], json!([]));
    let running = service.run(&["publish", &this_month().to_string()]);
    assert!(String::from_utf8_lossy(&running.stderr).contains("has not ended"), "{running:?}");
    service.publish(&month.to_string());
    let noted = "select object from record where action = 'publication.release'";
    let object = format!("publication/calendar/{month}/1");
    assert_eq!(service.database.texts(noted).await, [object]);
}

async fn one_scheme_is_public(engine: Engine) {
    let (service, months) = published(engine).await;
    let output = service.run(&["publish", &months[1], "--scheme", "kstt"]);
    let said = String::from_utf8_lossy(&output.stderr).into_owned();
    assert!(!output.status.success() && said.contains("tell the days between apart"), "{output:?}");
}

async fn staff_read_live_figures_and_viewers_what_is_published(engine: Engine) {
    let (service, _) = published(engine).await;
    send(&service, "VP", &[5]).await;
    let live = service.live("by=unit").await;
    assert_eq!((&live.row("VP")["n"], &live.json()["total"]["n"]), (&json!(61), &json!(109)));
    let viewer = service.account("viewer", "SCT").await;
    let seen = viewer.get("/api/v1/office/index?by=unit").await.json();
    assert_eq!(seen["total"]["n"], 36, "the newest published month: {seen}");
    assert_eq!(viewer.get("/api/v1/office/index?by=unit&unit=VP").await.status, 404);
    let head = service.account("head", "QLTM").await;
    let own = head.get("/api/v1/office/index?by=unit").await.json();
    assert_eq!((&own["total"]["n"], own["rows"].as_array().map(Vec::len)), (&json!(48), Some(1)));
    assert_eq!(head.get("/api/v1/office/index?unit=VP").await.status, 404);
    let admin = service.admin().await;
    assert_eq!(admin.get("/api/v1/office/index").await.status, 403);
}
