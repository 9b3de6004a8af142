//! Units: the list, one unit with its versions and where it came from, and a new one.

use domain::{
    Action, Lang,
    office::books::unit::{LineageRow, NewUnit, UnitPage, UnitRow, UnitVersionRow},
};
use leptos::prelude::*;

use crate::{
    office::{
        choices,
        desk::Desk,
        form::{Field, Form, Next, day, known, line, lines, one, sheet},
        list::{Cell, Column, Filter, Kind, Shape, list},
        load::{Source, load},
        pages::parts::{back, cards, facts, head, head_of, lead, or_dash, section, ways},
        place::encoded,
    },
    text::office::{
        books::{books, descent, units},
        frame::frame,
        names,
    },
};

/// The path of a unit's page.
pub(super) fn path(code: &str) -> String {
    ["/van-phong/don-vi/", &encoded(code)].concat()
}

fn call(code: &str) -> String {
    ["/units/", &encoded(code)].concat()
}

/// The page of a unit, from the reply to what was done to it.
pub(super) fn next(code: &str, note: &'static str) -> Next {
    Next { path: path(code), call: call(code), note }
}

/// The list of units.
pub(crate) fn page(desk: Desk) -> AnyView {
    let (words, all) = (units(desk.lang), books(desk.lang));
    let shape = Shape {
        call: "/units",
        what: words.heading,
        empty: all.empty,
        columns: vec![
            Column::sorted("name", all.name),
            Column::sorted("parent", all.parent),
            Column::plain(all.state),
            Column::sorted("from", all.from),
            Column::plain(all.until),
        ],
        filters: vec![
            choices::in_force(desk.lang),
            Filter { name: "parent", label: all.parent, kind: Kind::One(choices::units(desk)) },
        ],
        cells,
    };
    let change = |path: &str, label| (Action::ChangeUnits, path.to_owned(), label);
    vec![
        head(desk, words.heading),
        ways(
            desk,
            vec![
                change("/van-phong/them/don-vi", words.add),
                change("/van-phong/sap-nhap", words.merge),
            ],
        ),
        list(desk, shape),
    ]
    .into_any()
}

fn cells(row: &UnitRow, lang: Lang) -> Vec<Cell> {
    vec![
        Cell::Named(path(&row.code), row.name.get(lang).to_owned(), row.code.clone()),
        Cell::Unit(row.parent.clone()),
        Cell::validity(lang, row.in_force, &row.from),
        Cell::When(names::day(lang, &row.from)),
        Cell::When(or_dash(row.until.as_ref().map(|day| names::day(lang, day)))),
    ]
}

/// One unit.
pub(crate) fn show(desk: Desk, code: &str) -> AnyView {
    let words = units(desk.lang);
    let change = |what: &str, label| (Action::ChangeUnits, [&path(code), what].concat(), label);
    let merge = (Action::ChangeUnits, ["/van-phong/sap-nhap?tu=", &encoded(code)].concat());
    let page = path(code);
    let (heading, named) = head_of(desk, words.heading, code);
    let shown = move |unit: UnitPage| {
        let own = unit.versions.last().map(|last| last.name.get(desk.lang).to_owned());
        let own = (unit.code.clone(), own.unwrap_or_default());
        named.set(own.1.clone());
        let (became, came): (Vec<_>, Vec<_>) =
            unit.lineage.into_iter().partition(|row| row.from == unit.code);
        let versions = unit.versions.into_iter().rev().map(|it| vec![version(desk, &page, it)]);
        let mut lineage = Vec::new();
        for (heading, rows) in [(words.came_from, came), (words.became, became)] {
            if !rows.is_empty() {
                lineage.push(view! { <h3>{heading}</h3> {descents(desk, &own, rows)} }.into_any());
            }
        }
        if lineage.is_empty() {
            lineage.push(lead(words.no_lineage));
        }
        vec![
            section(words.lineage, lineage),
            section(books(desk.lang).versions, vec![cards(versions.collect())]),
        ]
        .into_any()
    };
    vec![
        heading,
        ways(
            desk,
            vec![
                change("/phien-ban", words.rename),
                change("/tach", words.split),
                (merge.0, merge.1, words.merge),
            ],
        ),
        load(desk, call(code), Source::new(), shown),
        back(desk, "/van-phong/don-vi"),
    ]
    .into_any()
}

fn version(desk: Desk, page: &str, version: UnitVersionRow) -> AnyView {
    let lang = desk.lang;
    let words = books(lang);
    let correct = [page, "/phien-ban/", &version.from].concat();
    let name = version.name.get(lang).to_owned();
    view! {
        <h3>{name}</h3>
        {facts(vec![
            (words.code, version.code),
            (words.parent, or_dash(version.parent.map(|unit| desk.unit_name(&unit)))),
            (words.from, names::day(lang, &version.from)),
            (words.until, or_dash(version.until.map(|day| names::day(lang, &day)))),
            (words.decision, or_dash(Some(version.decision))),
            (words.note, or_dash(Some(version.note))),
        ])}
        {ways(desk, vec![(Action::ChangeUnits, correct, units(lang).correct)])}
    }
    .into_any()
}

/// Each merger and split as a sentence whose units lead to their pages.
fn descents(desk: Desk, own: &(String, String), lineage: Vec<LineageRow>) -> AnyView {
    // One that is still to come is in no list of today.
    let name = |code: &str| if code == own.0 { own.1.clone() } else { desk.unit_name(code) };
    let lines = lineage.into_iter().map(|row| {
        let way = |code: String| view! { <a href=desk.link(&path(&code))>{name(&code)}</a> };
        let day = names::day(desk.lang, &row.day);
        let decision = Some(row.decision).filter(|it| !it.is_empty());
        let decision = decision.map(|it| [" (", &it, ")"].concat());
        let kind = descent(desk.lang, row.kind);
        view! { <li>{day} ": " {way(row.from)} " " {kind} " " {way(row.to)} {decision}</li> }
    });
    view! { <ul>{lines.collect::<Vec<_>>()}</ul> }.into_any()
}

/// The fields of what a unit is called and where it belongs.
pub(super) fn unit_fields(desk: Desk) -> Vec<Field> {
    let words = books(desk.lang);
    vec![
        known("code", words.code, "off").hint(words.code_hint),
        line("name.vi", words.name_vi),
        line("name.en", words.name_en).hint(words.name_en_hint).optional(),
        one("parent", words.parent, choices::units(desk)).optional(),
        day("from", words.from),
        line("decision", words.decision).optional(),
        lines("note", words.note).optional(),
    ]
}

/// A unit that was not there before.
pub(crate) fn new(desk: Desk) -> AnyView {
    let words = units(desk.lang);
    let form = Form::new("unit", &[]);
    let send = move || {
        let body = NewUnit {
            code: form.get("code"),
            name: form.words("name"),
            parent: form.given("parent"),
            from: form.get("from"),
            decision: form.get("decision"),
            note: form.get("note"),
        };
        if form.is_for_the_books(desk.lang, &body.check().err().unwrap_or_default()) {
            let next = next(body.code.trim(), frame(desk.lang).saved);
            form.change_at(desk, ("POST", "/units".to_owned()), &body, next);
        }
    };
    vec![head(desk, words.add), sheet(desk, form, words.add, unit_fields(desk), send)].into_any()
}
