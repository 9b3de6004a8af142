//! From outside: whoever reads everything that is published, and adds and subtracts it, recovers no group
//! that is too small; two looks around one ballot show nothing of it.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value, json};
use tests::{Engine, Service, on_both, quick, this_month};

use super::equations::{Equations, Sum};

on_both!(everything_published_recovers_no_small_group, two_looks_around_one_ballot_show_nothing,);

const UNITS: [&str; 6] = ["VP", "QLTM", "QLNL", "PA", "PB", "PC"];
const PROCEDURES: [&str; 4] = ["2.000535", "2.000004", "2.000001", "1.115377"];
/// The ways a ballot comes: its service point, its channel, its kind.
const WAYS: [(&str, &str, &str); 5] = [
    ("quay-1", "in_person", "counter_qr"),
    ("cong", "online", "counter_qr"),
    ("buu-dien", "post", "counter_qr"),
    ("", "in_person", "open_link"),
    ("", "in_person", "open_link"),
];
/// What a ballot is counted by: unit, procedure, month, channel, kind; a place in each list.
type Cell = [usize; 5];

const BREAKDOWNS: [&str; 7] =
    ["unit", "procedure", "factor", "item", "month", "channel", "sampling"];

/// 322 ballots, most of them about few things.
fn world() -> Vec<(Cell, &'static str)> {
    let mut drawn = 0x5EED_u64;
    let mut draw = |below: usize| {
        drawn =
            drawn.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (drawn >> 33) as usize % below
    };
    let mut low = |below: usize| draw(below).min(draw(below + 1));
    let ballots = (0..322).map(|_| {
        let (unit, procedure, month, way) = (low(6), low(4), low(3), low(5));
        let (point, channel, kind) = WAYS[way];
        let channel = ["in_person", "online", "post"].iter().position(|it| *it == channel);
        let kind = usize::from(kind == "open_link");
        ([unit, procedure, month, channel.expect("a channel"), kind], point)
    });
    ballots.collect()
}

async fn office(engine: Engine, ballots: &[(Cell, &str)]) -> Service {
    let mut service = Service::with(engine, &[]).await;
    service.stop();
    let header = "code,name,name_en,parent,valid_from,valid_to,decision,note";
    let units: String = ["PA", "PB", "PC"]
        .map(|code| format!("{code},Phòng {code},{code},SCT,2010-01-01,,QĐ 1,\n"))
        .concat();
    service.import("units", &format!("{header}\n{units}"));
    service.serve();
    for month in 0..3 {
        service.live_in(this_month().plus(month as i64 - 3));
        for ([unit, procedure, of, ..], point) in ballots {
            if *of != month {
                continue;
            }
            let mut sent = quick(1 + ((unit + procedure) % 5) as u8);
            sent["unit"] = json!(UNITS[*unit]);
            sent["procedure"] = json!(PROCEDURES[*procedure]);
            if !point.is_empty() {
                sent["service_point"] = json!(point);
            }
            assert_eq!(service.post(&sent).await.status, 201);
        }
    }
    for month in 0..3 {
        service.publish_month(this_month().plus(month - 3));
    }
    service
}

/// Whether a row of a table counts a cell. The attacker knows that small channels and kinds are counted
/// with the largest, and reads those rows as what they are.
fn counts(by: &str, key: &str, cell: &Cell) -> bool {
    match by {
        "unit" => UNITS[cell[0]] == key,
        "procedure" => PROCEDURES[cell[1]] == key,
        "month" => this_month().plus(cell[2] as i64 - 3).to_string() == key,
        "channel" => ["in_person", "online", "post"][cell[3]] == key,
        "sampling" => ["counter_qr", "open_link"][cell[4]] == key,
        // Everybody answered every item.
        _ => true,
    }
}

/// Everything there is to read about people, as sums of cells.
async fn read(service: &Service, cells: &[Cell]) -> (Equations, usize, usize) {
    let (mut known, mut told, mut withheld) = (Equations::new(cells.len()), 0, 0);
    let mut learn = |is_in: &dyn Fn(&Cell) -> bool| {
        let mut sum = Sum::default();
        cells.iter().enumerate().filter(|(_, cell)| is_in(cell)).for_each(|(at, _)| sum.add(at));
        known.learn(sum);
    };
    let listed = service.get("/api/v1/publications").await.json();
    let published = listed["rows"].as_array().expect("rows").iter();
    for publication in published {
        let period = publication["period"].as_str().expect("a period");
        let whole =
            service.get(&format!("/api/v1/publications/{}", publication["id"])).await.json();
        let tables = whole["tables"].as_array().expect("tables").clone();
        for table in tables {
            let by = table["by"].as_str().expect("a breakdown");
            let is_here = |cell: &Cell| counts("month", period, cell);
            if table["total"]["n"].is_u64() {
                learn(&is_here);
            }
            for row in table["rows"].as_array().expect("rows") {
                let key = row["key"].as_str().expect("a key");
                match row["n"].is_u64() {
                    true => {
                        told += 1;
                        learn(&|cell| is_here(cell) && counts(by, key, cell));
                    }
                    false => withheld += 1,
                }
            }
        }
    }
    (known, told, withheld)
}

/// Every group of cells that agree in some of what they are counted by, with its people.
fn groups(ballots: &[(Cell, &str)]) -> BTreeMap<Vec<Option<usize>>, usize> {
    let mut groups = BTreeMap::new();
    for mask in 1..32 {
        for (cell, _) in ballots {
            let named = |at: usize| (mask >> at & 1 == 1).then_some(cell[at]);
            *groups.entry((0..5).map(named).collect()).or_default() += 1;
        }
    }
    groups
}

async fn everything_published_recovers_no_small_group(engine: Engine) {
    let ballots = world();
    let service = office(engine, &ballots).await;
    // Units, procedures and months as they meet are known to the attacker; channels and kinds are not.
    let met: BTreeSet<[usize; 3]> =
        ballots.iter().map(|(cell, _)| [cell[0], cell[1], cell[2]]).collect();
    let ways = (0..3).flat_map(|channel| [0, 1].map(|kind| [channel, kind]));
    let cells: Vec<Cell> = ways
        .flat_map(|way| met.iter().map(move |met| [met[0], met[1], met[2], way[0], way[1]]))
        .collect();
    let (known, told, withheld) = read(&service, &cells).await;
    let (mut small, mut recovered) = (0, Vec::new());
    for (group, people) in groups(&ballots) {
        let floor = if group[0].is_some() || group[1].is_some() { 10 } else { 5 };
        if people >= floor {
            continue;
        }
        small += 1;
        let is_in =
            |cell: &Cell| cell.iter().zip(&group).all(|(it, of)| of.is_none_or(|of| of == *it));
        let mut sum = Sum::default();
        cells.iter().enumerate().filter(|(_, cell)| is_in(cell)).for_each(|(at, _)| sum.add(at));
        if known.tell(sum) {
            recovered.push((group, people));
        }
    }
    assert!(
        small > 200 && told > 20 && withheld > 0,
        "{small} small, {told} told, {withheld} hidden"
    );
    assert_eq!(recovered, [], "{} of {small} small groups follow", recovered.len());
    tests::measured!("{small} groups below their floor, {told} rows told, none recovered");
    the_old_questions_are_not_answered(&service).await;
}

/// What gave groups away when the index took free questions.
async fn the_old_questions_are_not_answered(service: &Service) {
    let (first, last) = (this_month().plus(-3), this_month().plus(-1));
    for by in BREAKDOWNS {
        for filter in [
            "unit=VP".to_owned(),
            "procedure=2.000004".to_owned(),
            format!("from={first}&to={last}"),
            format!("from={first}"),
            "method=MEAN5".to_owned(),
            "scheme=kstt".to_owned(),
            format!("period={}", this_month()),
        ] {
            let reply = service.get(&format!("/api/v1/index?by={by}&{filter}")).await;
            assert_eq!(reply.status, 404, "{by} {filter}: {reply:?}");
        }
    }
    for path in ["/api/v1/index.csv?by=unit&unit=VP", "/ket-qua.csv?unit=VP"] {
        assert_eq!(service.get(path).await.status, 404);
    }
}

/// Everything that is open to all about figures, word for word.
async fn everything(service: &Service) -> Vec<String> {
    let mut paths: Vec<String> =
        ["/", "/ket-qua", "/ket-qua?lang=en", "/api/v1/publications"].map(str::to_owned).to_vec();
    paths.extend(BREAKDOWNS.map(|by| format!("/api/v1/index?by={by}")));
    let listed = service.get("/api/v1/publications").await.json();
    for row in listed["rows"].as_array().expect("rows") {
        let id: &Value = &row["id"];
        paths.push(format!("/api/v1/publications/{id}"));
        paths.push(format!("/api/v1/publications/{id}/csv"));
        let period = row["period"].as_str().expect("a period");
        paths.extend(
            BREAKDOWNS[..4].iter().map(|by| format!("/api/v1/index?by={by}&period={period}")),
        );
        paths.push(format!("/ket-qua?period={period}"));
    }
    let mut bodies = Vec::new();
    for path in paths {
        bodies.push(service.get(&path).await.body);
    }
    bodies
}

async fn two_looks_around_one_ballot_show_nothing(engine: Engine) {
    let service = Service::with(engine, &[]).await;
    let months = [this_month().plus(-1), this_month()];
    for month in months {
        service.live_in(month);
        for ballot in 0..21 {
            let mut sent = quick(1 + ballot % 5);
            sent["unit"] = json!(UNITS[usize::from(ballot) % 2]);
            assert_eq!(service.post(&sent).await.status, 201);
        }
    }
    service.publish_month(months[0]);
    let before = everything(&service).await;
    assert!(before[1].contains("khoảng 20 phiếu"), "{}", before[1]);
    // One today, and one that comes late for the month that is published.
    for month in months.into_iter().rev() {
        service.live_in(month);
        let mut sent = quick(1);
        sent["unit"] = json!("VP");
        assert_eq!(service.post(&sent).await.status, 201);
    }
    service.set_clock(0);
    assert_eq!(everything(&service).await, before);
    assert_eq!(service.verified(), 44);
}
