//! Figures of feedback: counted once more here, by hand, and each with the list of its cases.

use std::collections::BTreeSet;

use chrono::{Datelike, Days, NaiveDate, Weekday};
use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, OFFICE, Service, Staff, on_both};
use uuid::Uuid;

on_both!(
    figures_equal_a_count_by_hand_and_every_list_its_figure,
    a_file_says_what_the_call_says,
    a_head_counts_what_a_head_sees,
    a_question_that_cannot_be_answered_names_every_fault,
);

/// A case as the count by hand knows it: days are days ago.
struct Story {
    sent: i64,
    finished: Option<i64>,
    refused: bool,
    is_formal: bool,
    unit: Option<&'static str>,
    source: &'static str,
    kind: &'static str,
}

/// A story in a line, in the order of its fields.
type Line = (i64, Option<i64>, bool, bool, Option<&'static str>, &'static str, &'static str);

const STORIES: [Line; 11] = [
    (120, Some(100), false, true, None, "portal", "service"),
    (110, Some(60), false, true, None, "portal", "service"),
    (100, Some(99), false, true, None, "hotline", "conduct"),
    (90, None, false, true, Some("QLNL"), "hotline", "regulation"),
    (80, None, false, true, Some("QLTM"), "letter", "service"),
    (60, Some(45), false, true, None, "portal", "proposal"),
    (40, None, false, false, Some("QLNL"), "in_person", "service"),
    (35, None, true, true, None, "portal", "service"),
    (12, None, false, true, Some("QLNL"), "zalo", "praise"),
    (9, Some(3), false, true, None, "portal", "service"),
    (0, None, false, true, None, "letter", "service"),
];

/// A request in a line, days ago: the unit that is asked, when it was made, working days for an answer, the
/// answer, that it was taken back.
type Asked = (&'static str, i64, i64, Option<i64>, Option<i64>);

const REQUESTS: [Asked; 7] = [
    ("QLNL", 110, 5, Some(108), None),
    ("QLNL", 60, 3, Some(20), None),
    ("QLTM", 50, 5, None, None),
    ("QLNL", 45, 5, None, None),
    ("QLTM", 40, 5, None, Some(39)),
    ("QLNL", 9, 2, Some(9), None),
    ("QLTM", 0, 5, None, None),
];

fn stories() -> impl Iterator<Item = Story> {
    STORIES.into_iter().map(|(sent, finished, refused, is_formal, unit, source, kind)| Story {
        sent,
        finished,
        refused,
        is_formal,
        unit,
        source,
        kind,
    })
}

#[expect(clippy::disallowed_methods, reason = "a test outside the server needs the day it is")]
fn today() -> NaiveDate {
    domain::day::local_day(chrono::Utc::now())
}

fn ago(days: i64) -> NaiveDate {
    today() - Days::new(days.unsigned_abs())
}

/// Working days after one day up to another, day by day.
fn working(from: NaiveDate, to: NaiveDate) -> usize {
    let is_working = |day: &NaiveDate| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun);
    from.iter_days().skip(1).take_while(|day| *day <= to).filter(is_working).count()
}

struct World {
    service: Service,
    office: Staff,
}

impl World {
    async fn open(engine: Engine) -> Self {
        let service = Service::start(engine).await;
        let office = service.account("office", "VP").await;
        let world = Self { service, office };
        for story in stories() {
            world.tell(&story).await;
        }
        for asked in REQUESTS {
            world.ask(asked).await;
        }
        world
    }

    async fn tell(&self, story: &Story) {
        let sender = json!({"name": "Nguyễn Thị B", "phone": "0900 000 123", "address": ""});
        let letter = json!({
            "id": Uuid::now_v7(), "kind": story.kind, "source": story.source, "sent": ago(story.sent),
            "text": "Chờ lâu.", "is_formal": story.is_formal,
            "sender": if story.is_formal { sender } else { Value::Null },
        });
        let made = self.office.send(Method::POST, &format!("{OFFICE}/feedback"), &letter).await;
        assert_eq!(made.status, 201, "{made:?}");
        let number = made.json()["number"].as_i64().expect("a number");
        let mut orders = Vec::new();
        if story.refused {
            orders.push(json!({"order": "refuse", "ground": "other_body", "words": "Gửi xã."}));
        }
        if let Some(days) = story.finished {
            let words = "Đã trả lời ở nơi khác.";
            orders.push(json!({"order": "finish", "day": ago(days), "words": words}));
        }
        if let Some(unit) = story.unit {
            orders.push(json!({"order": "receive"}));
            orders.push(json!({"order": "assign", "unit": unit}));
        }
        for (seen, mut order) in (1..).zip(orders) {
            order["seen"] = json!(seen);
            let path = format!("{OFFICE}/feedback/{number}/direction");
            let done = self.office.send(Method::POST, &path, &order).await;
            assert_eq!(done.status, 200, "{order}: {done:?}");
        }
    }

    async fn ask(&self, (unit, sent, days, replied, withdrawn): Asked) {
        let body = json!({"from": "VP", "unit": unit, "subject": "A", "text": "B", "days": days});
        let made = self.office.send(Method::POST, &format!("{OFFICE}/requests"), &body).await;
        assert_eq!(made.status, 201, "{made:?}");
        let number = |days: i64| domain::day::number(ago(days)).to_string();
        let written = |days: Option<i64>| days.map_or_else(|| "null".to_owned(), number);
        let moved = format!(
            "update requests set sent = {}, replied = {}, withdrawn = {} where id = {}",
            number(sent),
            written(replied),
            written(withdrawn),
            made.json()["row"]["id"],
        );
        self.service.database.behind(&moved).await.expect("moved");
    }

    async fn figures(&self, query: &str) -> Value {
        let reply = self.office.get(&format!("{OFFICE}/feedback/figures?{query}")).await;
        assert_eq!(reply.status, 200, "{reply:?}");
        reply.json()
    }
}

/// A figure of a row: numerator, denominator, cases.
fn of(row: &Value, figure: &str) -> (u64, u64, u64) {
    let cell = row["figures"].as_array().expect("figures").iter();
    let cell = cell.clone().find(|it| it["figure"] == figure).expect("the figure");
    let number = |name: &str| cell[name].as_u64().expect("a number");
    (number("num"), number("den"), number("cases"))
}

/// How many stories there are of which something is so.
fn count(is_so: impl Fn(&Story) -> bool) -> u64 {
    stories().filter(|it| is_so(it)).count() as u64
}

async fn figures_equal_a_count_by_hand_and_every_list_its_figure(engine: Engine) {
    let world = World::open(engine).await;
    let years: BTreeSet<i32> = [ago(120).year(), today().year()].into();
    let mut listed = BTreeSet::new();
    for year in years {
        let figures = world.figures(&format!("period={year}")).await;
        is_counted(&figures["total"], year);
        for row in figures["rows"].as_array().expect("rows").iter().chain([&figures["total"]]) {
            for cell in row["figures"].as_array().expect("figures") {
                let list = cell["list"].as_str().expect("a list");
                let (page, query) = list.split_once('?').expect("a question");
                let call = match page {
                    "/van-phong/phoi-hop" => "requests",
                    _ => "feedback",
                };
                let found = world.office.get(&format!("{OFFICE}/{call}?{query}")).await;
                assert_eq!(found.json()["total"], cell["cases"], "{list}: {found:?}");
                listed.insert(cell["figure"].to_string());
            }
        }
    }
    assert_eq!(listed.len(), 22, "every figure has its lists");
    let ages = world.figures("by=kind").await;
    let open = count(|it| it.finished.is_none() && !it.refused);
    let names = ["open_1_5", "open_6_15", "open_16_30", "open_over_30"];
    assert_eq!(names.map(|it| of(&ages["total"], it).0).iter().sum::<u64>(), open);
    for (by, narrowed, key) in
        [("source", "source=portal", "portal"), ("kind", "kind=service", "service")]
    {
        let whole = world.figures(&format!("by={by}&period={}", today().year())).await;
        let alone = world.figures(&format!("{narrowed}&period={}", today().year())).await;
        let rows = whole["rows"].as_array().expect("rows");
        let row = rows.iter().find(|row| row["key"] == key).expect("a row");
        for name in ["received", "handled", "on_time", "open_over_30"] {
            assert_eq!(of(row, name), of(&alone["total"], name), "{by} {name}");
        }
    }
}

/// Whether the figures of a year are those of the stories, counted once more.
fn is_counted(total: &Value, year: i32) {
    let within = |it: &Story| ago(it.sent).year() == year;
    // What happened after a year's end does not count in it.
    let end = NaiveDate::from_ymd_opt(year, 12, 31).expect("a day").min(today());
    let done = |it: &Story| it.finished.is_some_and(|days| ago(days) <= end);
    let handled = |it: &Story| done(it) || (it.refused && today() <= end);
    let received = |it: &Story| within(it) && it.is_formal;
    let late = |it: &Story, on: NaiveDate| working(ago(it.sent), on) > 15;
    let all = count(received);
    assert_eq!(of(total, "received"), (all, count(within), all), "{total}");
    let num = count(|it| received(it) && handled(it));
    assert_eq!(of(total, "handled"), (num, all, num));
    let pending = |it: &Story| received(it) && !handled(it);
    assert_eq!(of(total, "pending_in_time").0, count(|it| pending(it) && !late(it, end)));
    assert_eq!(of(total, "pending_late").0, count(|it| pending(it) && late(it, end)));
    let in_time = |it: &Story| match it.finished {
        Some(days) => !late(it, ago(days)),
        None => working(ago(it.sent), today()) <= 2,
    };
    assert_eq!(of(total, "on_time").0, count(|it| received(it) && handled(it) && in_time(it)));
    let mut spans: Vec<usize> = stories()
        .filter(|it| received(it) && done(it))
        .map(|it| working(ago(it.sent), ago(it.finished.expect("it is done"))))
        .collect();
    spans.sort_unstable();
    requests_are_counted(total, year, end);
    if !spans.is_empty() {
        let rank = (spans.len() * 9).div_ceil(10) - 1;
        assert_eq!(of(total, "p90_days").0, spans[rank] as u64, "{spans:?}");
    }
}

/// The same for requests: each counts in the year in which it was made.
fn requests_are_counted(total: &Value, year: i32, end: NaiveDate) {
    let due = |it: &Asked| {
        let all = ago(it.1).iter_days().skip(1);
        let mut working = all.filter(|day| !matches!(day.weekday(), Weekday::Sat | Weekday::Sun));
        working.nth(usize::try_from(it.2).expect("days") - 1).expect("a day")
    };
    let by_end = |days: Option<i64>| days.is_some_and(|days| ago(days) <= end);
    let is_asked = |it: &&Asked| ago(it.1).year() == year && !by_end(it.4);
    let asked: Vec<&Asked> = REQUESTS.iter().filter(is_asked).collect();
    let count = |is_so: &dyn Fn(&Asked) -> bool| asked.iter().filter(|it| is_so(it)).count() as u64;
    let in_time = |it: &Asked| it.3.is_some_and(|days| ago(days) <= due(it));
    let all = asked.len() as u64;
    let on_time = count(&|it| by_end(it.3) && in_time(it));
    assert_eq!(of(total, "requests_on_time"), (on_time, all, on_time), "{total}");
    let late = count(&|it| by_end(it.3) && !in_time(it));
    assert_eq!(of(total, "requests_late"), (late, all, late));
    let none = count(&|it| !by_end(it.3) && end > due(it));
    assert_eq!(of(total, "requests_no_reply"), (none, all, none));
}

async fn a_file_says_what_the_call_says(engine: Engine) {
    let world = World::open(engine).await;
    let query = format!("by=unit&scheme=kstt&period={}&lang=en", today().year());
    let figures = world.figures(&query).await;
    let file = world.office.get(&format!("{OFFICE}/feedback/figures.csv?{query}")).await;
    let name = file.header("content-disposition");
    assert!(name.contains("feedback-unit-kstt-"), "{name}");
    let text = file.body.strip_prefix('\u{feff}').expect("the mark of UTF-8");
    let mut lines = text.split_terminator("\r\n");
    let head = "Period scheme,Period,As of,Row,Figure,Value,Numerator,Denominator,Measured against";
    assert_eq!(lines.next(), Some(head));
    let rows = figures["rows"].as_array().expect("rows").iter().chain([&figures["total"]]);
    let mut expected = rows.flat_map(|row| {
        let label = row["label"].as_str().expect("a label");
        let cells = row["figures"].as_array().expect("figures").iter();
        cells.map(move |cell| {
            let value = match (&cell["value"], cell["measure"].as_str()) {
                (Value::Null, _) => "—".to_owned(),
                (value, Some("percent")) => format!("{}%", value.as_str().expect("a percent")),
                (value, _) => value.as_str().expect("a value").to_owned(),
            };
            (label, format!(",{value},{},{},", cell["num"], cell["den"]))
        })
    });
    let mut count = 0;
    for line in lines {
        let (label, cell) = expected.next().expect("no line too many");
        assert!(line.contains(label) && line.contains(&cell), "{line}: {label} {cell}");
        count += 1;
    }
    assert!(expected.next().is_none() && count >= 2 * 22, "no line is missing");
    let book = world.office.get(&format!("{OFFICE}/feedback/figures.xlsx?{query}")).await;
    assert!(book.status == 200 && book.body.starts_with("PK"), "a workbook is an archive");
}

async fn a_head_counts_what_a_head_sees(engine: Engine) {
    let world = World::open(engine).await;
    let head = world.service.account("head", "QLNL").await;
    let path = format!("{OFFICE}/feedback/figures?period={}", today().year());
    let seen = head.get(&path).await.json();
    let keys: Vec<&str> =
        seen["rows"].as_array().expect("rows").iter().filter_map(|it| it["key"].as_str()).collect();
    assert_eq!(keys, ["QLNL"]);
    let file = head.get(&path.replace("figures?", "figures.csv?")).await;
    assert!(!file.body.contains("Chưa giao"), "what no unit has is not theirs: {file:?}");
    let elsewhere = head.get(&format!("{path}&unit=QLTM")).await.json();
    assert_eq!(elsewhere["rows"], json!([]), "{elsewhere}");
    let listed = head.get(&format!("{OFFICE}/feedback?figure=open_over_30&lead=QLTM")).await;
    assert_eq!(listed.json()["total"], 0, "{listed:?}");
    let all = world.figures(&format!("period={}", today().year())).await;
    let own = all["rows"].as_array().expect("rows").iter().find(|it| it["key"] == "QLNL");
    for name in ["received", "open_over_30", "late_twice", "requests_late"] {
        assert_eq!(of(own.expect("a row"), name), of(&seen["total"], name), "{name}");
    }
}

async fn a_question_that_cannot_be_answered_names_every_fault(engine: Engine) {
    let world = World::open(engine).await;
    let all = "by=x&scheme=x&unit=X&source=x&kind=x";
    let refused = world.office.get(&format!("{OFFICE}/feedback/figures?{all}")).await;
    assert_eq!(refused.status, 422);
    let codes: Vec<String> = ["by", "kind", "scheme", "source"]
        .map(|it| format!("{it} unknown_choice"))
        .into_iter()
        .chain(["unit unknown_unit".to_owned()])
        .collect();
    assert_eq!(refused.faults(), codes);
    for query in ["scheme=1022-hcm&period=2026-q1", "period=2026-13"] {
        let refused = world.office.get(&format!("{OFFICE}/feedback/figures?{query}")).await;
        assert_eq!(refused.faults(), ["period bad_date"], "{query}");
    }
    let refused = world.office.get(&format!("{OFFICE}/feedback?figure=x&lead=X")).await;
    assert_eq!(refused.faults(), ["figure unknown_choice", "lead unknown_unit"]);
    // Requests have no kind: nothing is told of them by kinds. Each list knows its own figures.
    let by_kind = world.figures("by=kind").await;
    assert!(!by_kind.to_string().contains("requests_late"), "{by_kind}");
    for list in ["requests?figure=received", "feedback?figure=requests_late"] {
        let refused = world.office.get(&format!("{OFFICE}/{list}")).await;
        assert_eq!(refused.faults(), ["figure unknown_choice"], "{list}");
    }
}
