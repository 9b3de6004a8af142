//! The first page of those who lead: figures that the test computes itself, reach by role, and what is
//! not said on the word of a few.

use domain::day::Month;
use serde_json::{Value, json};
use tests::{Engine, Reply, Service, Staff, draw_id, on_both, quick, this_month};

on_both!(
    the_index_is_told_with_its_interval_and_beside_the_year_before,
    one_ballot_says_nothing_whatever_it_says,
    a_reader_sees_their_own_units_and_a_viewer_none,
    what_is_surely_worse_comes_first,
    a_question_about_the_page_with_faults_names_them_all,
    periods_of_another_scheme_are_counted_by_their_days,
    an_office_without_ballots_has_an_empty_page,
);

const OVERVIEW: &str = "/api/v1/office/overview";

/// Wilson's interval for a share of so many people, in hundredths of a percent, outwards.
fn wilson(share: f64, n: f64) -> (u64, u64) {
    let z = 1.959_963_984_540_054_f64;
    let middle = (share + z * z / (2.0 * n)) / (1.0 + z * z / n);
    let half = z / (1.0 + z * z / n) * (share * (1.0 - share) / n + z * z / (4.0 * n * n)).sqrt();
    (((middle - half) * 1e4).floor() as u64, ((middle + half) * 1e4).ceil() as u64)
}

/// Sends ballots of the quick set at one level each: about a unit's counter, where one is named.
async fn send(service: &Service, times: usize, level: u8, fields: &[(&str, &str)]) {
    for _ in 0..times {
        let mut ballot = quick(level);
        ballot["id"] = json!(draw_id());
        for (name, value) in fields {
            ballot[*name] = json!(value);
        }
        let reply = service.post(&ballot).await;
        assert_eq!(reply.status, 201, "{reply:?}");
    }
}

async fn page(staff: &Staff, question: &str) -> Value {
    let reply = staff.get(&format!("{OVERVIEW}?{question}")).await;
    assert_eq!(reply.status, 200, "{reply:?}");
    reply.json()
}

fn row<'a>(page: &'a Value, code: &str) -> &'a Value {
    let rows = page["rows"].as_array().expect("rows");
    rows.iter().find(|row| row["code"] == code).unwrap_or_else(|| panic!("{code}: {page}"))
}

/// A month so many months ago.
fn ago(months: i64) -> Month {
    this_month().plus(-months)
}

async fn the_index_is_told_with_its_interval_and_beside_the_year_before(engine: Engine) {
    let service = Service::start(engine).await;
    service.live_in(ago(2));
    send(&service, 18, 5, &[]).await;
    send(&service, 2, 1, &[]).await;
    service.live_in(ago(1));
    send(&service, 6, 5, &[]).await;
    send(&service, 14, 1, &[]).await;
    service.set_clock(0);
    let leader = service.account("leadership", "SCT").await;
    let told = page(&leader, "").await;
    assert_eq!((&told["period"], &told["is_over"]), (&json!(ago(1).to_string()), &json!(true)));
    let level = &told["whole"]["level"];
    // Each of twenty people says the same of all six items, so they are worth 19 answers; and of so few
    // their spread is known no better than Student's t with 19 degrees of freedom says.
    let worth = 19.0 * (1.959_963_985_f64 / 2.093_024_054).powi(2);
    let (low, high) = wilson(0.3, worth);
    assert_eq!(level["basis"]["share"], json!({"num": 6 * 6, "den": 20 * 6}));
    assert_eq!(
        (&level["basis"]["n"], &level["basis"]["interval"]),
        (&json!(20), &json!([low, high]))
    );
    let told_as = &level["saying"]["level"]["told"]["percent"];
    assert_eq!(told_as, &json!({"hundredths": 3000, "precision": "whole"}));
    assert_eq!(
        told["whole"]["change"]["saying"]["change"]["verdict"], "down",
        "18/20 before, 6/20 now"
    );
    assert_eq!(told["whole"]["before"], json!({"share": {"num": 18 * 6, "den": 20 * 6}, "n": 20}));
    let points = told["whole"]["trend"]["points"].as_array().expect("points");
    let values: Vec<&Value> = points.iter().map(|point| &point["value"]).collect();
    assert_eq!(values, [&json!(9000), &json!(3000)]);
    assert_eq!(told["whole"]["trend"]["lines"][0]["is_firm"], false, "two months are no baseline");
    // The same figure by the other way out.
    let index = service.live(&format!("by=unit&from={0}&to={0}", ago(1))).await.json();
    assert_eq!(index["total"]["percent"], "30.00");
    // A month without ballots is a gap at its place.
    service.live_in(ago(4));
    send(&service, 10, 4, &[]).await;
    service.set_clock(0);
    let told = page(&leader, "").await;
    let points = told["whole"]["trend"]["points"].as_array().expect("points");
    let gap = (points.len(), &points[1]["key"], &points[1]["value"], &points[1]["n"]);
    assert_eq!(gap, (4, &json!(ago(3).to_string()), &Value::Null, &json!(0)));
    let running = page(&leader, &format!("period={}", this_month())).await;
    assert_eq!(
        (&running["is_over"], &running["whole"]["level"]["saying"]["level"]["told"]),
        (&json!(false), &json!("nobody"))
    );
}

/// The case to remember: one answer beside 8 145 dossiers was told as "100 % dissatisfied".
async fn one_ballot_says_nothing_whatever_it_says(engine: Engine) {
    let service = Service::start(engine).await;
    let leader = service.account("leadership", "SCT").await;
    for level in [1, 5] {
        send(&service, 1, level, &[("service_point", "quay-1"), ("procedure", "2.000004")]).await;
        let told = page(&leader, "").await;
        let whole = &told["whole"];
        let said =
            json!({"not_enough": {"n": told["whole"]["level"]["basis"]["n"], "people": null}});
        assert_eq!(whole["level"]["saying"]["level"]["told"], said, "{told}");
        assert_eq!(whole["change"]["saying"]["change"]["verdict"], "too_few");
        let points = whole["trend"]["points"].as_array().expect("points");
        assert!(points.iter().all(|point| point["value"].is_null()), "{points:?}");
        assert_eq!((&whole["target"], &whole["signal"]), (&Value::Null, &Value::Null));
        for list in ["first_things", "good_news"] {
            assert_eq!(told[list], json!([]), "{list}");
        }
        let text = told.to_string();
        assert!(!text.contains("\"hundredths\":") && !text.contains("\"value\":0"), "{text}");
        assert!(!text.contains("\"value\":10000"), "{text}");
    }
}

async fn a_reader_sees_their_own_units_and_a_viewer_none(engine: Engine) {
    let service = Service::start(engine).await;
    send(&service, 12, 5, &[("service_point", "quay-1"), ("procedure", "2.000004")]).await;
    send(&service, 11, 2, &[("service_point", "cong"), ("procedure", "1.115377")]).await;
    send(&service, 10, 4, &[]).await;
    let of = async |role: &str, unit: &str, question: &str| {
        let reply: Reply =
            service.account(role, unit).await.get(&format!("{OVERVIEW}?{question}")).await;
        let n = (reply.status == 200).then(|| reply.json()["whole"]["level"]["basis"]["n"].clone());
        (reply.status, n.and_then(|n| n.as_u64()))
    };
    for role in ["leadership", "office", "inspector"] {
        assert_eq!(of(role, "SCT", "").await, (200, Some(33)), "{role}");
        assert_eq!(of(role, "SCT", "unit=QLTM").await, (200, Some(12)), "{role}");
    }
    for role in ["head", "handler", "reception"] {
        assert_eq!(of(role, "QLTM", "").await, (200, Some(12)), "{role}");
        assert_eq!(of(role, "QLTM", "unit=QLNL").await, (404, None), "{role}");
    }
    assert_eq!(of("viewer", "SCT", "").await, (404, None));
    assert_eq!(of("administrator", "SCT", "").await, (403, None));
    let head = service.account("head", "QLTM").await;
    let told = page(&head, "").await;
    assert!(!told.to_string().contains("QLNL"), "{told}");
}

async fn what_is_surely_worse_comes_first(engine: Engine) {
    let service = Service::start(engine).await;
    let (one, other) = ("quay-1", "cong");
    let (one, other) = (
        [("service_point", one), ("procedure", "2.000004")],
        [("service_point", other), ("procedure", "1.115377")],
    );
    service.live_in(ago(2));
    send(&service, 40, 5, &one).await;
    send(&service, 40, 5, &other).await;
    service.live_in(ago(1));
    send(&service, 40, 1, &one).await;
    send(&service, 40, 5, &other).await;
    service.set_clock(0);
    let leader = service.account("leadership", "SCT").await;
    let told = page(&leader, "").await;
    assert_eq!(row(&told, "QLTM")["standing"], "look");
    assert_eq!(row(&told, "QLNL")["standing"], "calm");
    let standings: Vec<&Value> =
        told["rows"].as_array().expect("rows").iter().map(|row| &row["standing"]).collect();
    let last = standings.iter().rposition(|it| *it == "look").expect("some");
    assert!(standings[..last].iter().all(|it| *it == "look"), "{standings:?}");
    let first = told["first_things"].as_array().expect("things");
    assert!(!first.is_empty() && first.len() <= 3, "{first:?}");
    assert_eq!(first[0]["against"], "past");
    assert_eq!(first[0]["claim"]["saying"]["change"]["verdict"], "down");
    // All of few is never told as all: 40 of 40 of them.
    let good = row(&told, "QLNL")["level"]["saying"]["level"]["told"].clone();
    assert_eq!(good, json!({"percent": {"hundredths": 9500, "precision": "at_least"}}));
}

async fn a_question_about_the_page_with_faults_names_them_all(engine: Engine) {
    let service = Service::start(engine).await;
    let leader = service.account("leadership", "SCT").await;
    let reply = leader
        .get(&format!("{OVERVIEW}?period=2026-13&scheme=x&unit=KHONG&instrument=khong"))
        .await;
    assert_eq!(reply.status, 422, "{reply:?}");
    let mut fields: Vec<String> = reply.json()["faults"]
        .as_array()
        .expect("faults")
        .iter()
        .map(|fault| fault["field"].as_str().expect("a field").to_owned())
        .collect();
    fields.sort();
    assert_eq!(fields, ["instrument", "period", "scheme", "unit"]);
}

async fn periods_of_another_scheme_are_counted_by_their_days(engine: Engine) {
    let service = Service::start(engine).await;
    // The middle of a month by the calendar: after the 14th it belongs to the next month of "kstt".
    service.live_in(ago(2));
    send(&service, 12, 5, &[]).await;
    service.set_clock(0);
    let leader = service.account("leadership", "SCT").await;
    let day = service.live(&format!("by=month&from={0}&to={0}", ago(2))).await.json();
    assert_eq!(day["total"]["n"], 12);
    let mut found = 0;
    for month in [ago(2), ago(1)] {
        let told = page(&leader, &format!("scheme=kstt&period={month}")).await;
        assert_eq!(told["scheme"], "kstt");
        found += told["whole"]["level"]["basis"]["n"].as_u64().expect("n");
    }
    assert_eq!(found, 12, "in one of both, and in none twice");
    let year = ago(2).to_string()[..4].to_owned();
    let told = page(&leader, &format!("period={year}")).await;
    assert_eq!(told["whole"]["level"]["basis"]["n"], 12);
}

async fn an_office_without_ballots_has_an_empty_page(engine: Engine) {
    let service = Service::start(engine).await;
    let leader = service.account("leadership", "SCT").await;
    let told = page(&leader, "").await;
    assert_eq!(told["whole"]["level"]["saying"]["level"]["told"], "nobody");
    assert_eq!((&told["first_things"], &told["instrument"]), (&json!([]), &json!("")));
}
