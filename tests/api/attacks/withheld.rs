//! Subtracting answers from each other: whoever asks everything there is to ask about the index does
//! not learn the figures of a unit that it withholds.

use std::collections::BTreeSet;

use chrono::{Datelike, Utc};
use domain::day::{Month, local_day};
use serde_json::{Value, json};
use tests::{Engine, Reply, Service, on_both, quick, this_month};

use super::equations::{Equations, Sum};

on_both!(
    no_answers_together_tell_of_a_unit_that_is_withheld,
    a_unit_that_is_withheld_is_told_by_no_month_page_or_file,
);

/// How many ballots name a unit, a procedure and a service point in each of three months.
type Line = (&'static str, &'static str, &'static str, [usize; 3]);

/// Offices: one with a unit that is small in one month, one with a unit that is always small, one
/// with units that share procedures.
const OFFICES: [&[Line]; 3] = [
    &[
        ("VP", "2.000535", "quay-1", [14, 3, 12]),
        ("QLTM", "2.000004", "quay-1", [8, 15, 11]),
        ("QLTM", "2.000001", "quay-1", [6, 0, 0]),
        ("QLNL", "1.115377", "quay-1", [12, 12, 13]),
        ("SCT", "", "quay-1", [12, 11, 10]),
    ],
    &[
        ("VP", "2.000535", "cong", [1, 2, 1]),
        ("QLTM", "2.000004", "quay-1", [20, 21, 22]),
        ("QLNL", "1.115377", "quay-1", [11, 12, 10]),
        ("SCT", "", "buu-dien", [12, 14, 30]),
    ],
    &[
        ("VP", "2.000535", "quay-1", [1, 0, 5]),
        ("VP", "2.000004", "quay-1", [0, 1, 0]),
        ("QLTM", "2.000004", "quay-1", [30, 20, 22]),
        ("QLNL", "2.000004", "cong", [9, 0, 9]),
        ("QLNL", "1.115377", "quay-1", [4, 13, 8]),
        ("SCT", "2.000535", "quay-1", [30, 31, 3]),
    ],
];

const UNITS: [&str; 5] = ["", "SCT", "VP", "QLTM", "QLNL"];
const PROCEDURES: [&str; 5] = ["", "2.000535", "2.000004", "2.000001", "1.115377"];
const BREAKDOWNS: [&str; 6] = ["unit", "procedure", "month", "channel", "sampling", "item"];

/// The third month from the end is 0, this one is 2.
fn month(place: usize) -> Month {
    this_month().plus(place as i64 - 2)
}

/// By how many seconds a clock is late that shows the middle of a month.
#[expect(clippy::disallowed_methods, reason = "a test outside the server needs the day it is")]
fn middle_of(place: usize) -> i64 {
    let (today, number) = (local_day(Utc::now()), month(place).number());
    let first = today.with_day(1).expect("every month has one");
    let months = (i64::from(first.year()) * 12 + i64::from(first.month()))
        - (number / 100 * 12 + number % 100);
    let months = chrono::Months::new(u32::try_from(months).expect("not yet to come"));
    let then = first.checked_sub_months(months).expect("a month") + chrono::Days::new(14);
    (then - today).num_seconds()
}

async fn office(engine: Engine, lines: &[Line]) -> Service {
    let service = Service::with(engine, &[]).await;
    for place in 0..3 {
        service.set_clock(if place == 2 { 0 } else { middle_of(place) });
        for (unit, procedure, point, ballots) in lines {
            for ballot in 0..ballots[place] {
                let mut sent = quick(1 + (ballot % 5) as u8);
                sent["unit"] = json!(unit);
                sent["service_point"] = json!(point);
                if !procedure.is_empty() {
                    sent["procedure"] = json!(procedure);
                }
                assert_eq!(service.post(&sent).await.status, 201);
            }
        }
    }
    service
}

/// What is asked.
#[derive(Clone, Copy)]
struct Asked {
    by: &'static str,
    unit: &'static str,
    procedure: &'static str,
    from: usize,
    to: usize,
}

impl Asked {
    /// Everything there is to ask.
    fn all() -> Vec<Self> {
        let mut all = Vec::new();
        for (from, to) in [(0, 0), (1, 1), (2, 2), (0, 1), (1, 2), (0, 2)] {
            for (by, unit) in BREAKDOWNS.iter().flat_map(|by| UNITS.map(|unit| (*by, unit))) {
                all.extend(PROCEDURES.map(|procedure| Self { by, unit, procedure, from, to }));
            }
        }
        all
    }

    async fn of(self, service: &Service) -> Reply {
        let Self { by, unit, procedure, from, to } = self;
        let (from, to) = (month(from), month(to));
        let filters = format!("unit={unit}&procedure={procedure}&from={from}&to={to}");
        service.get(&format!("/api/v1/index?by={by}&{filters}")).await
    }

    /// What is summed by an answer to this, as far as a row's key says; the parent stands for all.
    fn sum(self, lines: &[Line], key: Option<&str>) -> Sum {
        let mut sum = Sum::default();
        for (line, (unit, procedure, point, _)) in lines.iter().enumerate() {
            let channel = match *point {
                "cong" => "online",
                "buu-dien" => "post",
                _ => "in_person",
            };
            for place in self.from..=self.to {
                let month = month(place).to_string();
                let is_in = key.is_none_or(|key| match self.by {
                    "unit" => key == *unit,
                    "procedure" => key == *procedure,
                    "month" => key == month,
                    "channel" => key == channel,
                    _ => true,
                });
                let is_asked = ["", "SCT", unit].contains(&self.unit)
                    && ["", procedure].contains(&self.procedure);
                if is_in && is_asked {
                    sum.add(3 * line + place);
                }
            }
        }
        sum
    }
}

/// The keys of rows, with their numbers of people where they are told.
fn rows(reply: &Value) -> impl Iterator<Item = (&str, Option<u64>)> {
    let rows = reply["rows"].as_array().expect("rows").iter();
    rows.map(|row| (row["key"].as_str().expect("a key"), row["n"].as_u64()))
}

async fn no_answers_together_tell_of_a_unit_that_is_withheld(engine: Engine) {
    for (number, lines) in OFFICES.into_iter().enumerate() {
        let service = office(engine, lines).await;
        let (mut known, mut withheld) = (Equations::new(3 * lines.len()), BTreeSet::new());
        let mut message = 0;
        for reply_to in Asked::all() {
            let reply = reply_to.of(&service).await;
            assert_eq!(reply.status, 200, "{reply:?}");
            let reply = reply.json();
            for (key, people) in rows(&reply) {
                let is_plain = reply_to.by == "unit" && reply_to.unit.is_empty();
                match people {
                    Some(_) => known.learn(reply_to.sum(lines, Some(key))),
                    None if is_plain && reply_to.procedure.is_empty() => {
                        withheld.insert((key.to_owned(), reply_to.from, reply_to.to));
                    }
                    None => {}
                }
                message += usize::from(people.is_some() && is_plain);
            }
            for sum in [&reply["total"], &reply["sampling"][0]] {
                if sum["n"].is_u64() {
                    known.learn(reply_to.sum(lines, None));
                }
            }
        }
        assert!(
            !withheld.is_empty() && message > 5,
            "office {number}: {withheld:?}, {message} told"
        );
        for (unit, from, to) in withheld {
            let plain = Asked { by: "unit", unit: "", procedure: "", from, to };
            let figure = plain.sum(lines, Some(&unit));
            assert!(
                !known.tell(figure),
                "office {number}: {unit} in months {from} to {to} follows"
            );
        }
    }
}

async fn a_unit_that_is_withheld_is_told_by_no_month_page_or_file(engine: Engine) {
    let service = office(engine, OFFICES[1]).await;
    let rows = service.get("/api/v1/index?by=unit").await;
    assert!(rows.row("VP")["n"].is_null() && rows.row("QLNL")["n"].is_null(), "{rows:?}");
    assert_eq!(rows.row("QLTM")["n"], 63);
    for unit in ["VP", "QLNL"] {
        for by in BREAKDOWNS {
            let reply = service.get(&format!("/api/v1/index?by={by}&unit={unit}")).await.json();
            assert!(reply["total"]["n"].is_null(), "{unit} by {by}: {reply}");
            let rows = reply["rows"].as_array().expect("rows");
            assert!(rows.iter().all(|row| row["percent"].is_null()), "{unit} by {by}: {reply}");
        }
        let page = service.get(&format!("/ket-qua?unit={unit}")).await.body;
        assert!(!page.contains(">33<") && !page.contains(">4<"), "{page}");
    }
    for path in ["/api/v1/index.csv?by=unit&unit=VP", "/ket-qua.csv?unit=VP"] {
        assert_eq!(service.get(path).await.status, 404, "there are no files yet");
    }
    assert_eq!(service.get("/api/v1/index?by=month&unit=QLTM").await.json()["total"]["n"], 63);
}
