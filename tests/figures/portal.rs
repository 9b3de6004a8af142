//! The national portal's table of 2026 (Quyết định 766/QĐ-TTg), as it was published.

use domain::{
    Share,
    figures::{portal, share::decimal},
};
use serde_json::Value;

/// From counts to hundredths of a point.
type Score = fn(Share) -> u64;

/// The rows of one table.
fn rows(table: &str) -> Vec<Value> {
    let published: Value =
        serde_json::from_str(include_str!("published-766.json")).expect("the file is JSON");
    let rows = published[table].as_array().expect("a table").clone();
    assert!(!rows.is_empty());
    rows
}

fn share(row: &Value, num: &str, den: &str) -> Share {
    let whole = |name: &str| row[name].as_u64().unwrap_or_else(|| panic!("no {name} in {row}"));
    Share { num: whole(num), den: whole(den) }
}

/// A published number with its two decimals, as text: 63.5 is `63.50`.
fn published(number: &Value) -> String {
    format!("{:.2}", number.as_f64().expect("a number"))
}

/// A percentage as the portal prints it: nothing to divide is 0 there.
fn ratio(share: Share) -> String {
    decimal(share.percent().unwrap_or(0))
}

#[test]
fn the_satisfaction_group_comes_out() {
    for row in rows("handling_satisfaction") {
        let parts = [
            ("DOSSIER_RECEIVING_SATISFACTION", portal::dossier_satisfaction as Score),
            ("PETITION_PROCESSING_ON_TIME", portal::feedback),
            ("PETITION_HANDLING_SATISFACTION", portal::feedback),
        ];
        let mut total = 0;
        for (name, score) in parts {
            let part = &row[name];
            let counts = share(part, "num", "den");
            assert_eq!(ratio(counts), published(&part["ratio"]), "{name} of {row}");
            assert_eq!(decimal(score(counts)), published(&part["score"]), "{name} of {row}");
            total += score(counts);
        }
        assert_eq!(decimal(total), published(&row["totalScore"]), "{row}");
        let full = 100 * row["totalMaxScore"].as_u64().expect("whole points");
        let percent = portal::group_percent(total, full).expect("there are points");
        assert_eq!(decimal(percent), published(&row["ratio"]), "{row}");
    }
}

#[test]
fn the_progress_group_comes_out() {
    for row in rows("progress") {
        let counts = share(&row, "on_time", "received");
        assert_eq!(ratio(counts), published(&row["ratio"]), "{row}");
        assert_eq!(decimal(portal::progress(counts)), published(&row["score"]), "{row}");
        if let Some(overdue) = row["overdue"].as_u64() {
            assert_eq!(counts.num + overdue, counts.den, "{row}");
        }
    }
}
