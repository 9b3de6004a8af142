//! Procedures: the list, one with its versions, and a new one.

use domain::{
    Action, Lang, Words,
    office::books::procedure::{NewProcedure, ProcedureChange, ProcedurePage, ProcedureRow},
};
use leptos::prelude::*;

use super::ends_sooner;
use crate::{
    office::{
        choices,
        desk::Desk,
        form::{Field, Form, Next, day, line, lines, one, sheet, whole},
        list::{Cell, Column, Filter, Kind, Shape, list},
        load::{Source, load},
        pages::parts::{aside, back, cards, facts, head, head_of, or_dash, section, ways},
        place::encoded,
    },
    text::office::{
        books::{books, procedures},
        frame::{form as form_words, frame},
        names,
    },
};

/// The list of procedures.
pub(crate) fn page(desk: Desk) -> AnyView {
    let (words, all) = (procedures(desk.lang), books(desk.lang));
    let shape = Shape {
        call: "/procedures",
        what: words.heading,
        empty: all.empty,
        columns: vec![
            Column::sorted("name", all.name),
            Column::sorted("field", words.field),
            Column::sorted("unit", all.unit),
            Column::plain(words.days),
            Column::plain(all.state),
        ],
        filters: vec![
            choices::in_force(desk.lang),
            Filter { name: "unit", label: all.unit, kind: Kind::One(choices::units(desk)) },
        ],
        cells,
    };
    let add = "/van-phong/them/thu-tuc".to_owned();
    vec![
        head(desk, words.heading),
        ways(desk, vec![(Action::ChangeProcedures, add, words.add)]),
        list(desk, shape),
    ]
    .into_any()
}

fn cells(row: &ProcedureRow, lang: Lang) -> Vec<Cell> {
    vec![
        Cell::Named(
            ["/van-phong/thu-tuc/", &encoded(&row.code)].concat(),
            row.name.get(lang).to_owned(),
            row.code.clone(),
        ),
        Cell::Text(or_dash(Some(row.field.clone()))),
        Cell::Unit(row.unit.clone()),
        Cell::Number(or_dash(row.days.map(|days| days.to_string()))),
        Cell::validity(lang, row.in_force, &row.from),
    ]
}

/// One procedure.
pub(crate) fn show(desk: Desk, code: &str) -> AnyView {
    let source = Source::new();
    let call = ["/procedures/", &encoded(code)].concat();
    let (heading, named) = head_of(desk, procedures(desk.lang).heading, code);
    let shown = {
        let call = call.clone();
        move |procedure: ProcedurePage| {
            if let Some(last) = procedure.versions.last() {
                named.set(last.name.get(desk.lang).to_owned());
            }
            let versions = procedure.versions.iter().rev().map(|it| vec![version(desk, it)]);
            let there = cards(versions.collect());
            let form = desk
                .may(Action::ChangeProcedures)
                .then(|| change(desk, call.clone(), procedure, source));
            vec![section(books(desk.lang).versions, vec![there]), form.into_any()].into_any()
        }
    };
    vec![heading, load(desk, call, source, shown), back(desk, "/van-phong/thu-tuc")].into_any()
}

fn version(desk: Desk, row: &ProcedureRow) -> AnyView {
    let lang = desk.lang;
    let (words, all) = (procedures(lang), books(lang));
    let name = row.name.get(lang).to_owned();
    view! {
        <h3>{name}</h3>
        {facts(vec![
            (words.field, or_dash(Some(row.field.clone()))),
            (all.unit, or_dash(row.unit.as_ref().map(|unit| desk.unit_name(unit)))),
            (words.days, or_dash(row.days.map(|days| days.to_string()))),
            (all.from, names::day(lang, &row.from)),
            (all.until, or_dash(row.until.as_ref().map(|day| names::day(lang, day)))),
            (all.note, or_dash(Some(row.note.clone()))),
        ])}
    }
    .into_any()
}

fn fields(desk: Desk) -> Vec<Field> {
    let (words, all) = (procedures(desk.lang), books(desk.lang));
    vec![
        line("name.vi", all.name_vi),
        line("name.en", all.name_en).hint(all.name_en_hint).optional(),
        line("field", words.field).optional(),
        one("unit", all.unit, choices::units(desk)),
        whole("days", words.days).optional(),
        day("from", all.from),
        day("until", all.until).hint(all.until_hint).optional(),
        lines("note", all.note).optional(),
    ]
}

/// What is typed, as a procedure.
fn read_form(form: Form) -> NewProcedure {
    NewProcedure {
        code: form.get("code"),
        name: form.words("name"),
        field: form.get("field"),
        unit: form.given("unit"),
        days: form.whole("days"),
        from: form.get("from"),
        until: form.given("until"),
        note: form.get("note"),
    }
}

fn change(desk: Desk, call: String, page: ProcedurePage, source: Source) -> AnyView {
    let (words, all) = (procedures(desk.lang), books(desk.lang));
    let Some(last) = page.versions.last() else { return ().into_any() };
    let Words { vi, en } = &last.name;
    let days = last.days.map(|days| days.to_string()).unwrap_or_default();
    let old_until = last.until.clone();
    let form = Form::new(
        "procedure",
        &[
            ("name.vi", vi),
            ("name.en", en),
            ("field", &last.field),
            ("unit", last.unit.as_deref().unwrap_or_default()),
            ("days", &days),
            ("from", &last.from),
            ("until", last.until.as_deref().unwrap_or_default()),
            ("note", &last.note),
        ],
    );
    let send = move || {
        let NewProcedure { name, field, unit, days, from, until, note, .. } = read_form(form);
        let based_on = page.state.clone();
        let body = ProcedureChange { based_on, name, field, unit, days, from, until, note };
        if form.is_right(desk.lang, body.check()) {
            let ends = ends_sooner(body.until.as_deref(), old_until.as_deref());
            let (put, outlook) = (call.clone(), [&call, "/outlook"].concat());
            let asked = body.clone();
            let saved = frame(desk.lang).saved;
            let go = move || form.change(desk, ("PUT", put.clone()), &body, source, saved);
            match ends {
                true => form.ask_of(desk, ("POST", outlook), Some(&asked), go),
                false => go(),
            }
        }
    };
    let sheet = sheet(desk, form, form_words(desk.lang).save, fields(desk), send);
    section(all.change, vec![aside(words.change_lead), sheet])
}

/// A procedure that was not there before.
pub(crate) fn new(desk: Desk) -> AnyView {
    let (words, all) = (procedures(desk.lang), books(desk.lang));
    let form = Form::new("procedure", &[]);
    let send = move || {
        let body = read_form(form);
        if form.is_for_the_books(desk.lang, &body.check().err().unwrap_or_default()) {
            let code = encoded(body.code.trim());
            let [path, call] =
                ["/van-phong/thu-tuc/", "/procedures/"].map(|it| [it, &code].concat());
            let next = Next { path, call, note: frame(desk.lang).saved };
            form.change_at(desk, ("POST", "/procedures".to_owned()), &body, next);
        }
    };
    let code = line("code", all.code).hint(words.code_hint);
    let fields = [code].into_iter().chain(fields(desk)).collect();
    vec![head(desk, words.add), sheet(desk, form, words.add, fields, send)].into_any()
}
