//! Months of several versions of a question set: one line of what all of them ask alike, broken between
//! them, and never two versions pooled.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, OFFICE, Service, draw_id, on_both, quick, this_month};

on_both!(
    months_of_versions_that_follow_one_another_make_one_broken_line,
    a_period_is_told_of_the_version_that_owns_it,
    a_version_that_is_named_stands_alone,
    versions_with_nothing_in_common_are_not_joined,
);

/// The quick set's third version, which follows the second in these items.
fn third(mapped: &[&str]) -> Value {
    let mut set: Value =
        serde_json::from_str(domain::ballot::instrument::BUILT_IN[3]).expect("JSON");
    set["version"] = json!(3);
    set["follows"] = json!({"version": 2, "items": mapped});
    set
}

/// An office with three versions, each offered by a campaign of its own.
async fn office(engine: Engine, mapped: &[&str]) -> Service {
    let mut service = Service::start(engine).await;
    service.stop();
    let folder = service.database.folder.path().join("sets");
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("set.json"), third(mapped).to_string()).expect("a file");
    service.set("HAILONG_INSTRUMENTS", &folder.display().to_string());
    service.serve();
    let office = service.account("office", "VP").await;
    for version in [2, 3] {
        let body = json!({"code": format!("lan-{version}"), "title": {"vi": "Đợt", "en": ""},
            "instrument": format!("quick/{version}"), "unit": "VP", "channel": "in_person",
            "sampling": "open_link", "from": "2020-01-01"});
        let made = office.send(Method::POST, &format!("{OFFICE}/campaigns"), &body).await;
        assert_eq!(made.status, 201, "{made:?}");
    }
    service
}

/// Sends ballots of a campaign: `A0` at the one level, every other item at the other.
async fn send(service: &Service, campaign: &str, times: usize, (first, others): (u8, u8)) {
    for _ in 0..times {
        let mut ballot = quick(others);
        (ballot["id"], ballot["campaign"]) = (json!(draw_id()), json!(campaign));
        ballot["answers"][1]["level"] = json!(first);
        let reply = service.post(&ballot).await;
        assert_eq!(reply.status, 201, "{reply:?}");
    }
}

/// The months of an answer: month, version, numerator, denominator, people.
fn line(index: &Value) -> Vec<(String, String, u64, u64, u64)> {
    let text = |row: &Value, name: &str| row[name].as_str().unwrap_or_default().to_owned();
    let rows = index["rows"].as_array().expect("rows").iter();
    let whole = |row: &Value, name: &str| row[name].as_u64().expect("a count");
    rows.map(|row| {
        let (key, set) = (text(row, "key"), text(row, "instrument"));
        (key, set, whole(row, "num"), whole(row, "den"), whole(row, "n"))
    })
    .collect()
}

async fn months_of_versions_that_follow_one_another_make_one_broken_line(engine: Engine) {
    let service = office(engine, &["O1", "B0", "C0", "D0"]).await;
    let [old, change, new] = [-3, -2, -1].map(|back| this_month().plus(back));
    service.live_in(old);
    send(&service, "quick", 2, (1, 5)).await;
    service.live_in(change);
    send(&service, "quick", 1, (5, 1)).await;
    send(&service, "lan-3", 3, (1, 4)).await;
    service.live_in(new);
    send(&service, "lan-3", 1, (5, 2)).await;
    service.set_clock(0);
    let index = service.live("by=month").await.json();
    assert_eq!(index["instrument"], "quick/3");
    let items = index["comparable"].as_array().expect("codes").len() as u64;
    assert!(!index["comparable"].to_string().contains("A0") && items >= 3, "{index}");
    let row = |month: domain::day::Month, set: &str, satisfied: u64, n: u64| {
        (month.to_string(), set.to_owned(), satisfied * items, n * items, n)
    };
    // What only one of them maps (A0) counts nowhere, whatever was answered there.
    let expected = [
        row(old, "quick/1", 2, 2),
        row(change, "quick/1", 0, 1),
        row(change, "quick/3", 3, 3),
        row(new, "quick/3", 0, 1),
    ];
    assert_eq!(line(&index), expected);
    let label = index["rows"][0]["label"].as_str().expect("a label");
    assert!(label.ends_with("(quick/1)"), "{label}");
    assert_eq!(index["total"]["n"], 4, "the whole is of the version that is asked for");
    let bounded = service.live(&format!("by=month&instrument=quick&from={new}")).await.json();
    let bare = line(&bounded);
    assert_eq!(bare.len(), 1, "no month of another version: nothing to join");
    assert_eq!((&bounded["comparable"], bare[0].3), (&Value::Null, items + 2), "and all counts");
    assert_eq!(service.verified(), 7);
}

/// The first month of the quarter before this one: it and the next lie in one period.
fn last_quarter() -> (domain::day::Month, String) {
    let number = this_month().number() % 100;
    let first = this_month().plus(-3 - (number - 1) % 3);
    let (year, month) = (first.number() / 100, first.number() % 100);
    (first, format!("{year}-q{}", month / 3 + 1))
}

async fn a_period_is_told_of_the_version_that_owns_it(engine: Engine) {
    let service = office(engine, &["O1", "B0", "C0", "D0"]).await;
    let (old, quarter) = last_quarter();
    let new = old.plus(1);
    service.live_in(old);
    send(&service, "quick", 12, (1, 5)).await;
    service.live_in(new);
    send(&service, "lan-3", 14, (5, 1)).await;
    service.set_clock(0);
    let leader = service.account("leadership", "SCT").await;
    let get = async |path: String| leader.get(&format!("{OFFICE}/{path}")).await.json();
    // Each month with everything that its own version asked, also what no other asks alike.
    for (month, set, n, first, others) in [(old, "quick/1", 12, 0, 60), (new, "quick/3", 14, 14, 0)]
    {
        let whole = get(format!("indicator?period={month}")).await;
        let figure = &whole["figure"];
        assert_eq!(whole["instrument"], set, "{whole}");
        assert_eq!((&figure["num"], &figure["den"]), (&json!(first + others), &json!(6 * n)));
        let levels = whole["levels"].as_array().expect("levels").iter().filter_map(Value::as_u64);
        assert_eq!(
            levels.sum::<u64>(),
            6 * n,
            "the table is of the answers that the figure counts"
        );
        let item = get(format!("indicator?by=item&key=A0&period={month}")).await;
        assert_eq!((&item["figure"]["num"], &item["figure"]["n"]), (&json!(first), &json!(n)));
        let page = get(format!("overview?period={month}")).await;
        let basis = &page["whole"]["level"]["basis"];
        assert_eq!((&basis["n"], &basis["instrument"]), (&json!(n), &json!(set)), "{basis}");
        assert_eq!(basis["share"]["den"], 6 * n);
        let factor = page["rows"].as_array().expect("rows").iter().find(|row| row["code"] == "A");
        assert_eq!(factor.expect("a factor")["level"]["basis"]["share"]["num"], first);
    }
    // A period of both: only what both ask alike, and the line breaks between them.
    let both = get(format!("indicator?period={quarter}")).await;
    let items = both["trend"]["comparable"].as_array().expect("codes").len() as u64;
    assert!(!both["trend"]["comparable"].to_string().contains("A0") && items >= 3, "{both}");
    let figure = &both["figure"];
    assert_eq!((&figure["num"], &figure["den"]), (&json!(12 * items), &json!(26 * items)));
    let levels = both["levels"].as_array().expect("levels").iter().filter_map(Value::as_u64);
    assert_eq!(levels.sum::<u64>(), 26 * items);
    let lines = both["trend"]["lines"].as_array().expect("lines");
    let parts: Vec<(&Value, &Value)> =
        lines.iter().map(|it| (&it["from"], &it["instrument"])).collect();
    assert_eq!(parts, [(&json!(0), &json!("quick/1")), (&json!(1), &json!("quick/3"))]);
}

async fn a_version_that_is_named_stands_alone(engine: Engine) {
    let service = office(engine, &["O1", "A0", "B0", "C0", "D0", "E0"]).await;
    let [old, new] = [-2, -1].map(|back| this_month().plus(back));
    service.live_in(old);
    send(&service, "lan-2", 1, (5, 5)).await;
    service.live_in(new);
    send(&service, "lan-3", 1, (5, 5)).await;
    service.set_clock(0);
    for (question, months) in [
        ("instrument=quick/2", vec![old]),
        ("instrument=quick/3", vec![new]),
        ("instrument=quick", vec![old, new]),
        ("instrument=quick&by=unit", vec![]),
    ] {
        let by = if question.contains("by=") { "" } else { "&by=month" };
        let index = service.live(&format!("{question}{by}")).await.json();
        let keys: Vec<String> = line(&index).into_iter().map(|row| row.0).collect();
        let months: Vec<String> = months.iter().map(ToString::to_string).collect();
        let expected = if months.is_empty() { vec!["VP".to_owned()] } else { months };
        assert_eq!(keys, expected, "{question}");
        let is_joined = index["comparable"].is_array();
        assert_eq!(is_joined, question == "instrument=quick", "{question}");
    }
}

async fn versions_with_nothing_in_common_are_not_joined(engine: Engine) {
    let service = office(engine, &[]).await;
    let [old, new] = [-2, -1].map(|back| this_month().plus(back));
    service.live_in(old);
    send(&service, "lan-2", 1, (5, 5)).await;
    service.live_in(new);
    send(&service, "lan-3", 1, (5, 5)).await;
    service.set_clock(0);
    let index = service.live("by=month").await.json();
    let keys: Vec<String> = line(&index).into_iter().map(|row| row.0).collect();
    assert_eq!((keys, &index["comparable"]), (vec![new.to_string()], &Value::Null));
    let leader = service.account("leadership", "SCT").await;
    for (month, set) in [(old, "quick/2"), (new, "quick/3")] {
        let found = leader.get(&format!("{OFFICE}/indicator?period={month}")).await.json();
        let told = (&found["figure"]["n"], &found["instrument"], &found["trend"]["lines"][1]);
        assert_eq!(told, (&json!(1), &json!(set), &Value::Null), "{month}: {found}");
    }
}
