//! What charts draw and say.

use domain::{
    Lang, Method,
    figures::{
        difference::Verdict,
        index::{By, Index, IndexRow},
    },
};
use leptos::prelude::view;

use super::{Bars, IndexTable, Line};
use crate::document::render_still;

fn row(key: &str, percent: &str, (low, high): (&str, &str), n: u64) -> IndexRow {
    IndexRow {
        key: key.into(),
        label: key.to_uppercase(),
        n: Some(n),
        percent: Some(percent.into()),
        ci_low: Some(low.into()),
        ci_high: Some(high.into()),
        ..IndexRow::default()
    }
}

fn decided(verdict: Verdict, row: IndexRow) -> IndexRow {
    IndexRow { verdict: Some(verdict), ..row }
}

fn index(by: By, rows: Vec<IndexRow>) -> Index {
    Index {
        method: Method::TopTwo,
        instrument: "quick/1".into(),
        by,
        sampling: Vec::new(),
        demo: false,
        named: None,
        comparable: Vec::new(),
        total: row("all", "80.00", ("79.00", "81.00"), 900),
        rows,
    }
}

fn units() -> Index {
    let few = IndexRow { label: "NHỎ".into(), suppressed: true, ..IndexRow::default() };
    index(
        By::Unit,
        vec![
            few,
            decided(Verdict::Up, row("cao", "90.00", ("85.00", "93.00"), 300)),
            decided(Verdict::Down, row("thấp", "70.00", ("66.00", "74.00"), 1200)),
            decided(Verdict::NotSeen, row("giữa", "79.00", ("74.00", "83.00"), 90)),
            // Its interval leaves the whole out, and its value is the least: it was not decided so.
            decided(Verdict::NotSeen, row("đáy", "60.00", ("45.00", "78.00"), 40)),
        ],
    )
}

/// Where each of these stands in a text, in their order.
fn places(html: &str, parts: &[&str]) -> Vec<usize> {
    parts.iter().map(|part| html.find(part).unwrap_or_else(|| panic!("{part}: {html}"))).collect()
}

#[test]
fn what_was_decided_to_be_below_stands_first_and_what_is_withheld_last() {
    let (of_bars, of_table) = (units(), units());
    let bars = render_still(|| view! { <Bars lang=Lang::Vi index=of_bars/> });
    let table = render_still(|| view! { <IndexTable lang=Lang::Vi index=of_table/> });
    for html in [bars, table] {
        assert!(
            places(&html, &[">THẤP<", ">GIỮA<", ">ĐÁY<", ">CAO<", ">NHỎ<"]).is_sorted(),
            "{html}"
        );
    }
}

#[test]
fn a_row_differs_from_the_others_only_where_that_was_decided() {
    let html = render_still(|| view! { <Bars lang=Lang::Vi index=units() target=Some(8500)/> });
    for (class, many, said) in [
        ("low", 1, "thấp hơn phần còn lại"),
        ("same", 2, "chưa thấy khác"),
        ("high", 1, "cao hơn phần còn lại"),
    ] {
        assert_eq!(
            html.matches(&format!("<li class=\"{class}\"")).count(),
            many,
            "{class}: {html}"
        );
        assert!(html.contains(said), "{said}: {html}");
    }
    assert!(html.contains("70,00%</b><small>1.200 phiếu"), "no percentage without its count");
    assert!(
        !html.contains("1 dòng"),
        "marks allow for one in twenty; a sentence may not count them"
    );
    assert!(!html.contains("Thấp nhất"), "no order without a decision");
    assert!(html.contains("Mục tiêu 85,00%") && html.contains("Toàn bộ 80,00%"));
    assert_eq!(html.matches("class=\"aim\"").count(), 5, "through four rows, and once explained");
}

#[test]
fn a_line_breaks_where_a_month_has_no_ballots_and_says_its_last_value() {
    let month = |key: &str| row(key, "80.00", ("70.00", "90.00"), 100);
    let last = row("2026-06", "81.23", ("76.00", "85.00"), 294);
    let months = vec![month("2025-12"), month("2026-01"), month("2026-03"), last];
    let months = index(By::Month, months);
    let html = render_still(|| view! { <Line lang=Lang::Vi index=months target=Some(9000)/> });
    let run = html.split("class=\"run\"").next().and_then(|it| it.rsplit("<path d=\"").next());
    assert_eq!(run.map(|run| run.matches('M').count()), Some(3), "{html}");
    assert!(html.contains(">81,23%</text>") && html.contains("Mục tiêu 90,00%"), "{html}");
    assert!(html.contains("Mới nhất: 2026-06, 81,23% (294 phiếu)"), "{html}");
    assert!(places(&html, &[">I</text>", ">II</text>"]).is_sorted());
    assert!(html.contains(">2026</text>") && !html.contains(">90%</text>"), "the target's place");
}

#[test]
fn a_line_breaks_where_another_question_set_begins_and_says_so() {
    let month = |key: &str, percent: &str, set: &str| IndexRow {
        instrument: Some(set.into()),
        ..row(key, percent, ("60.00", "95.00"), 90)
    };
    let rows = vec![
        month("2026-01", "70.00", "quick/1"),
        month("2026-02", "72.00", "quick/1"),
        month("2026-03", "80.00", "quick/2"),
        month("2026-04", "81.00", "quick/2"),
    ];
    let joined = Index { comparable: vec!["B0".into(), "C0".into()], ..index(By::Month, rows) };
    let html = render_still(|| view! { <Line lang=Lang::Vi index=joined/> });
    let run = html.split("class=\"run\"").next().and_then(|it| it.rsplit("<path d=\"").next());
    assert_eq!(run.map(|run| run.matches('M').count()), Some(2), "it is taken up anew: {html}");
    assert_eq!(html.matches("class=\"break\"").count(), 1, "{html}");
    assert!(html.contains("bộ phiếu quick/2") && html.contains("2 tiêu chí"), "{html}");
}
