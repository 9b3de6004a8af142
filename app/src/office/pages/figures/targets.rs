//! Targets: what an indicator shall reach, for whom, in which year.

use domain::{
    Action, Lang,
    office::figures::target::{Indicator, NewTarget, TargetChange, TargetRow},
};
use leptos::prelude::*;

use crate::{
    office::{
        choices,
        desk::Desk,
        form::{Form, Next, line, lines, one, sheet, whole},
        list::{Cell, Column, Filter, Kind, Shape, list},
        load::{Source, load},
        pages::parts::{back, facts, folded, head, head_of, section, ways},
        place::encoded,
    },
    text::{
        office::{
            books::books,
            figures::{indicator, targets},
            frame::{form as form_words, frame},
        },
        percent,
    },
};

const LIST: &str = "/van-phong/muc-tieu";

/// The list of targets.
pub(crate) fn page(desk: Desk) -> AnyView {
    let (words, all) = (targets(desk.lang), books(desk.lang));
    let shape = Shape {
        call: "/targets",
        what: words.heading,
        empty: words.empty,
        columns: vec![
            Column::sorted("indicator", words.indicator),
            Column::sorted("year", words.year),
            Column::sorted("unit", all.unit),
            Column::sorted("value", words.value),
            Column::plain(words.basis),
        ],
        filters: vec![
            Filter { name: "year", label: words.year, kind: Kind::Text },
            Filter { name: "unit", label: all.unit, kind: Kind::One(choices::units(desk)) },
        ],
        cells,
    };
    let add = "/van-phong/them/muc-tieu".to_owned();
    vec![
        head(desk, words.heading),
        ways(desk, vec![(Action::ChangeTargets, add, words.add)]),
        list(desk, shape),
    ]
    .into_any()
}

fn cells(row: &TargetRow, lang: Lang) -> Vec<Cell> {
    let name = indicator(lang, row.indicator).to_owned();
    vec![
        Cell::Named([LIST, "/", &row.id.to_string()].concat(), name, String::new()),
        Cell::Text(row.year.to_string()),
        match &row.unit {
            Some(unit) => Cell::Unit(Some(unit.clone())),
            None => Cell::Text(targets(lang).department.to_owned()),
        },
        Cell::Number(percent(lang, Some(&decimal(row.value)))),
        Cell::Text(row.basis.clone()),
    ]
}

/// Whom a target is set for.
fn whose(desk: Desk, row: &TargetRow) -> String {
    let department = || targets(desk.lang).department.to_owned();
    row.unit.as_ref().map_or_else(department, |unit| desk.unit_name(unit))
}

/// Hundredths of a percent as a decimal text: 9250 is `92.50`.
fn decimal(value: i64) -> String {
    let (whole, part) = (value / 100, value % 100);
    [whole.to_string().as_str(), if part < 10 { ".0" } else { "." }, &part.to_string()].concat()
}

/// Hundredths of a percent from what is typed, with a comma or a point; no target otherwise.
fn hundredths(typed: &str) -> i64 {
    let typed = typed.trim().trim_end_matches('%').trim_end().replace(',', ".");
    let (whole, part) = typed.split_once('.').unwrap_or((&typed, ""));
    let is_number = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || part.len() > 2 || !is_number(whole) || !is_number(part) {
        return -1;
    }
    [
        whole,
        part,
        if part.is_empty() {
            "00"
        } else if part.len() == 1 {
            "0"
        } else {
            ""
        },
    ]
    .concat()
    .parse()
    .unwrap_or(-1)
}

/// One target.
pub(crate) fn show(desk: Desk, id: &str) -> AnyView {
    let (lang, words) = (desk.lang, targets(desk.lang));
    let source = Source::new();
    let (heading, named) = head_of(desk, words.one, id);
    let shown = move |row: TargetRow| {
        named.set([indicator(lang, row.indicator), " ", &row.year.to_string()].concat());
        let details = facts(vec![
            (words.year, row.year.to_string()),
            (books(lang).unit, whose(desk, &row)),
            (words.value, percent(lang, Some(&decimal(row.value)))),
            (words.basis, row.basis.clone()),
        ]);
        let changes = desk.may(Action::ChangeTargets).then(|| {
            let change = section(books(lang).change, vec![change(desk, &row, source)]);
            vec![change, folded(words.remove, vec![remove(desk, &row)])].into_any()
        });
        vec![details, changes.into_any()].into_any()
    };
    vec![heading, load(desk, ["/targets/", &encoded(id)].concat(), source, shown), back(desk, LIST)]
        .into_any()
}

fn change(desk: Desk, row: &TargetRow, source: Source) -> AnyView {
    let words = targets(desk.lang);
    let form = Form::new("target", &[("value", &decimal(row.value)), ("basis", &row.basis)]);
    let (call, state) = (["/targets/", &row.id.to_string()].concat(), row.state.clone());
    let send = move || {
        let body = TargetChange {
            based_on: state.clone(),
            value: hundredths(&form.get("value")),
            basis: form.get("basis"),
        };
        if form.is_right(desk.lang, body.check()) {
            form.change(desk, ("PUT", call.clone()), &body, source, frame(desk.lang).saved);
        }
    };
    let fields = vec![
        line("value", words.value).hint(words.value_hint).needed(),
        lines("basis", words.basis).hint(words.basis_hint),
    ];
    sheet(desk, form, form_words(desk.lang).save, fields, send)
}

fn remove(desk: Desk, row: &TargetRow) -> AnyView {
    let words = targets(desk.lang);
    let form = Form::new("remove", &[]);
    let call = ["/targets/", &row.id.to_string()].concat();
    let send = move || {
        let next = Next::list(LIST, words.removed);
        form.change_at(desk, ("DELETE", call.clone()), &(), next);
    };
    sheet(desk, form, words.remove_send, Vec::new(), send)
}

/// A target to be set.
pub(crate) fn new(desk: Desk) -> AnyView {
    let (lang, words) = (desk.lang, targets(desk.lang));
    let form = Form::new("target", &[("indicator", Indicator::Satisfaction.name())]);
    let send = move || {
        let body = NewTarget {
            indicator: Indicator::read(&form.get("indicator")).unwrap_or(Indicator::Satisfaction),
            unit: form.given("unit"),
            year: form.whole("year").unwrap_or_default(),
            value: hundredths(&form.get("value")),
            basis: form.get("basis"),
        };
        if form.is_right(lang, body.check()) {
            let next = Next::list(LIST, frame(lang).saved);
            form.change_at(desk, ("POST", "/targets".to_owned()), &body, next);
        }
    };
    let indicators = Indicator::ALL.iter();
    let indicators = indicators.map(|&it| (it.name().to_owned(), indicator(lang, it).to_owned()));
    let fields = vec![
        one("indicator", words.indicator, indicators.collect::<Vec<_>>()),
        one("unit", books(lang).unit, choices::units(desk)).hint(words.unit_hint).optional(),
        whole("year", words.year),
        line("value", words.value).hint(words.value_hint).needed(),
        lines("basis", words.basis).hint(words.basis_hint),
    ];
    vec![head(desk, words.add), sheet(desk, form, words.add, fields, send)].into_any()
}

#[cfg(test)]
mod tests {
    use super::{decimal, hundredths};

    #[test]
    fn percents_are_read_with_a_comma_or_a_point() {
        for (typed, value) in [("90", 9000), (" 92,5 %", 9250), ("92.55", 9255), ("0,05", 5)] {
            assert_eq!(hundredths(typed), value, "{typed}");
            assert_eq!(hundredths(&decimal(value)), value);
        }
        for bad in ["", "x", "-1", "9,555", "9,-5", "1e2", "٩"] {
            assert_eq!(hundredths(bad), -1, "{bad}");
        }
    }
}
