//! One figure, many ways out: overview, page, list, index and chart tell the same share with the same interval,
//! to the last digit, whoever reads it and whatever else is asked for; and what a month was judged by stays.

use domain::day::Month;
use serde_json::{Value, json};
use tests::{Engine, OFFICE, Service, Staff, draw_id, on_both, quick, this_month};

on_both!(one_figure_is_the_same_on_every_page, months_that_come_later_move_no_earlier_limit,);

fn ago(months: i64) -> Month {
    this_month().plus(-months)
}

/// Sends ballots of which each answers otherwise: people are alike, and not all alike.
async fn send(service: &Service, times: u64, unit: &str) {
    for at in 0..times {
        let mut ballot = quick(5);
        ballot["id"] = json!(draw_id());
        for (item, answer) in (0u64..).zip(ballot["answers"].as_array_mut().expect("answers")) {
            let is_low = at % 5 == 0 && item < 4 || (at * 7 + item * 3) % 11 == 0;
            answer["level"] = json!(if is_low { 2 } else { 4 });
        }
        if !unit.is_empty() {
            ballot["unit"] = json!(unit);
        }
        let reply = service.post(&ballot).await;
        assert_eq!(reply.status, 201, "{reply:?}");
    }
}

async fn get(staff: &Staff, path: &str) -> Value {
    let reply = staff.get(&format!("{OFFICE}/{path}")).await;
    assert_eq!(reply.status, 200, "{path}: {reply:?}");
    reply.json()
}

/// A figure as every way out tells it: numerator, denominator, value and both ends.
type Told = (u64, u64, u64, u64, u64);

fn whole(value: &Value) -> u64 {
    value.as_u64().unwrap_or_else(|| panic!("a number: {value}"))
}

fn of_page(figure: &Value) -> Told {
    let ends = &figure["interval"];
    (
        whole(&figure["num"]),
        whole(&figure["den"]),
        whole(&figure["value"]),
        whole(&ends["low"]),
        whole(&ends["high"]),
    )
}

fn of_index(row: &Value) -> Told {
    let hundredths = |name: &str| {
        let text = row[name].as_str().unwrap_or_else(|| panic!("{name}: {row}"));
        text.replace('.', "").parse().expect("a decimal")
    };
    (
        whole(&row["num"]),
        whole(&row["den"]),
        hundredths("percent"),
        hundredths("ci_low"),
        hundredths("ci_high"),
    )
}

/// A claim on a level; its percentage is told with two decimals to staff.
fn of_claim(level: &Value, value: u64) -> Told {
    let (share, ends) = (&level["basis"]["share"], &level["basis"]["interval"]);
    (whole(&share["num"]), whole(&share["den"]), value, whole(&ends[0]), whole(&ends[1]))
}

fn row<'a>(rows: &'a Value, name: &str, key: &str) -> &'a Value {
    let all = rows.as_array().expect("rows");
    all.iter().find(|row| row[name] == key).unwrap_or_else(|| panic!("{key}: {rows}"))
}

fn last(trend: &Value) -> &Value {
    trend["points"].as_array().and_then(|points| points.last()).expect("a month")
}

/// More than a hundred people in each of two months, so that small groups borrow, and a few units.
async fn house(engine: Engine) -> Service {
    let service = Service::start(engine).await;
    for (month, others) in [(ago(2), 110), (ago(1), 130)] {
        service.live_in(month);
        send(&service, others, "").await;
        send(&service, 14, "QLTM").await;
        send(&service, 12, "SCT").await;
        send(&service, 3, "QLNL").await;
    }
    service.set_clock(0);
    service
}

async fn one_figure_is_the_same_on_every_page(engine: Engine) {
    let service = house(engine).await;
    let leader = service.account("leadership", "SCT").await;
    let page = get(&leader, "indicator?by=unit&key=QLTM").await;
    let expected = of_page(&page["figure"]);
    let overview = get(&leader, "overview").await;
    let own = row(&overview["rows"], "code", "QLTM");
    assert_eq!(of_claim(&own["level"], expected.2), expected, "the overview's row");
    assert_eq!(of_page(last(&own["trend"])), expected, "its chart");
    assert_eq!(of_page(last(&page["trend"])), expected, "the page's chart");
    let beside = get(&leader, "indicator").await;
    assert_eq!(of_page(&row(&beside["rows"], "key", "QLTM")["figure"]), expected, "the list");
    let month = ago(1);
    for (question, key) in [
        (format!("index?by=unit&from={month}&to={month}"), "QLTM"),
        (format!("index?by=month&unit=QLTM&from={month}"), &month.to_string()),
        ("index?by=month&unit=QLTM".to_owned(), &month.to_string()),
        (format!("index?by=item&unit=QLTM&from={month}&to={month}"), ""),
    ] {
        let index = get(&leader, &question).await;
        let found = if key.is_empty() { &index["total"] } else { row(&index["rows"], "key", key) };
        assert_eq!(of_index(found), expected, "{question}");
    }
    let head = service.account("head", "QLTM").await;
    let theirs = get(&head, "overview").await;
    assert_eq!(of_claim(&theirs["whole"]["level"], expected.2), expected, "whoever reads");
    assert_eq!(of_page(&get(&head, "indicator").await["figure"]), expected);

    of_parts_and_the_whole(&leader, &overview).await;
    of_families_and_few(&leader, &overview).await;
}

async fn of_parts_and_the_whole(leader: &Staff, overview: &Value) {
    let month = ago(1);
    let factor = get(leader, "indicator?by=factor&key=A").await;
    let expected = of_page(&factor["figure"]);
    let index = get(leader, &format!("index?by=factor&from={month}&to={month}")).await;
    assert_eq!(of_index(row(&index["rows"], "key", "A")), expected);
    assert_eq!(of_claim(&row(&overview["rows"], "code", "A")["level"], expected.2), expected);
    let total = of_index(&index["total"]);
    assert_eq!(of_claim(&overview["whole"]["level"], total.2), total, "the whole");
}

async fn of_families_and_few(leader: &Staff, overview: &Value) {
    let month = ago(1);
    // A unit stands with those below it, on its page and in every row, and is called so.
    let page = get(leader, "indicator?by=unit&key=SCT").await;
    let (listed, shown) = (row(&page["rows"], "key", "SCT"), row(&overview["rows"], "code", "SCT"));
    assert_eq!(whole(&page["figure"]["n"]), 130 + 14 + 12 + 3);
    assert_eq!(listed["figure"], page["figure"]);
    assert_eq!(
        of_claim(&shown["level"], whole(&page["figure"]["value"])),
        of_page(&page["figure"])
    );
    for label in [&page["label"], &listed["label"], &shown["label"]] {
        assert!(label.as_str().is_some_and(|it| it.ends_with("(cả đơn vị trực thuộc)")), "{label}");
    }
    // Of three people the index gives counts and no percentage, and no place.
    let few = get(leader, &format!("index?by=unit&from={month}&to={month}")).await;
    let few = row(&few["rows"], "key", "QLNL");
    assert_eq!(
        (&few["n"], &few["percent"], &few["ci_low"]),
        (&json!(3), &Value::Null, &Value::Null)
    );
    assert_eq!(few["verdict"], "too_few");
}

/// The limits of a chart's months, each by its month.
fn limits(page: &Value) -> Vec<(String, Value, Value, Value)> {
    let points = page["trend"]["points"].as_array().expect("months").iter();
    let key = |point: &Value| point["key"].as_str().expect("a month").to_owned();
    points
        .map(|it| (key(it), it["limits"].clone(), it["value"].clone(), it["concern"].clone()))
        .collect()
}

async fn months_that_come_later_move_no_earlier_limit(engine: Engine) {
    let service = Service::start(engine).await;
    for back in (1..=29).rev() {
        service.live_in(ago(back));
        for at in 0..10 {
            let level = if at < 4 + back * 7 % 5 { 5 } else { 1 };
            assert_eq!(service.post(&quick(level)).await.status, 201);
        }
    }
    service.set_clock(0);
    let leader = service.account("leadership", "SCT").await;
    // 24 of them are the baseline; the first of these are not drawn any more.
    let earlier = limits(&get(&leader, &format!("indicator?period={}", ago(3))).await);
    let later = limits(&get(&leader, &format!("indicator?period={}", ago(1))).await);
    assert_eq!((earlier.len(), later.len()), (24, 24));
    assert_eq!((&earlier[0].0, &later[0].0), (&ago(26).to_string(), &ago(24).to_string()));
    assert_eq!(earlier[2..], later[..22]);
    assert!(later.iter().all(|it| it.1.is_object()), "{later:?}");
}
