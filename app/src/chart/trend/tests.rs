//! What charts through time draw and say: gaps at their place, breaks, limits, and never more than that.

use domain::{
    Lang,
    figures::{index::Precision, trend::rules::Cause},
    office::figures::trend::{Aim, Stretch, Trend, TrendLine, TrendPoint},
};
use leptos::prelude::view;

use super::super::{Spark, TrendChart, TrendTable};
use crate::document::render_still;

fn point(month: usize, value: Option<u64>) -> TrendPoint {
    let n = value.map_or(1, |_| 60);
    TrendPoint {
        key: format!("2026-{month:02}"),
        label: format!("{month:02}/2026"),
        num: value.map_or(0, |it| it * 60 / 10_000),
        den: n,
        n,
        value,
        precision: Precision::Hundredths,
        interval: value.map(|it| Stretch { low: it - 500, high: it + 300 }),
        limits: value.map(|_| Stretch { low: 7840, high: 9010 }),
        improvement: None,
        concern: None,
    }
}

fn line(from: usize, to: usize, instrument: &str) -> TrendLine {
    let instrument = instrument.to_owned();
    TrendLine { from, to, instrument, centre: Some(8500), is_firm: true, wobble: None }
}

fn trend(values: &[Option<u64>]) -> Trend {
    let points: Vec<TrendPoint> =
        (1..).zip(values).map(|(month, value)| point(month, *value)).collect();
    let aim =
        Aim { value: 8800, year: 2026, basis: String::new(), assurance: None, hits: 0, of: 0 };
    let lines = vec![line(0, points.len(), "quick/1")];
    Trend { points, lines, rules: "MDC-2023".into(), aim: Some(aim), comparable: Vec::new() }
}

fn chart(trend: Trend) -> String {
    render_still(|| view! { <TrendChart lang=Lang::Vi trend name="Cả Sở".to_owned()/> })
}

/// How many strokes the line has.
fn strokes(html: &str) -> Option<usize> {
    let run = html.split(" class=\"run\"").next()?.rsplit("<path d=\"").next()?;
    Some(run.matches('M').count())
}

#[test]
fn a_month_without_ballots_is_a_gap_at_its_place() {
    let html = chart(trend(&[Some(8400), Some(8900), None, Some(8600)]));
    assert_eq!(strokes(&html), Some(2), "{html}");
    assert_eq!(html.matches("class=\"mark ").count(), 3, "{html}");
    assert!(html.contains("1 tháng chưa đủ phiếu") && html.contains("1/3 tháng đạt mục tiêu 88%"));
    assert!(html.contains("trung bình 85,0%, dao động thường 78,4–90,1%"), "{html}");
    assert!(html.contains("01/2026</span>") && html.contains("04/2026</span>"), "{html}");
}

#[test]
fn the_line_breaks_where_another_question_set_begins() {
    let mut broken = trend(&[Some(8400), Some(8900), Some(8600)]);
    broken.lines = vec![line(0, 2, "quick/1"), line(2, 3, "quick/2")];
    broken.comparable = vec!["A0".into()];
    let html = chart(broken);
    assert_eq!(strokes(&html), Some(2), "{html}");
    assert!(html.contains("bộ phiếu quick/2") && html.contains("chỉ so 1 tiêu chí"), "{html}");
}

#[test]
fn what_stands_out_has_a_shape_and_words() {
    let mut special = trend(&[Some(8400), Some(7800)]);
    special.points[1].concern = Some(Cause::Point);
    let html = chart(special.clone());
    assert!(html.contains("mark worse") && html.contains("1 tháng khác thường"), "{html}");
    let calm = special.clone();
    let spark = |marks| {
        let trend = calm.clone();
        render_still(|| view! { <Spark lang=Lang::Vi trend name="A".to_owned() marks/> })
    };
    assert!(spark(true).contains("mark worse"));
    assert!(!spark(false).contains("mark worse") && spark(false).contains("mark last"));
    let table = || view! { <TrendTable lang=Lang::Vi trend=special name="A".to_owned()/> };
    assert!(render_still(table).contains("xấu đi: vượt dao động thường"));
}

#[test]
fn too_few_are_no_percentage_and_no_counts() {
    let few = trend(&[None]);
    let table = || view! { <TrendTable lang=Lang::Vi trend=few name="A".to_owned()/> };
    let html = render_still(table);
    assert!(
        html.contains("chưa đủ phiếu") && !html.contains("%</td>") && !html.contains("0/1"),
        "{html}"
    );
    assert_eq!(chart(trend(&[None])), "<!>", "nothing to draw");
}
