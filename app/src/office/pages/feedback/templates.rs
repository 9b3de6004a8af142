//! Reply templates: the house's and the units'.

use domain::{
    Action, Lang,
    office::feedback::template::{TemplateForm, TemplateRow},
};
use leptos::prelude::*;

use crate::{
    office::{
        choices,
        desk::Desk,
        form::{Form, Next, line, lines, one, sheet},
        list::{Cell, Column, Shape, list},
        load::{Source, load},
        pages::parts::{back, facts, folded, head, head_of, lead, ways},
        place::encoded,
    },
    text::office::{
        books::books,
        feedback::templates::templates,
        frame::{form as form_words, frame},
    },
};

const LIST: &str = "/van-phong/mau-tra-loi";

/// The list of templates.
pub(crate) fn page(desk: Desk) -> AnyView {
    let words = templates(desk.lang);
    let shape = Shape {
        call: "/templates",
        what: words.heading,
        empty: words.empty,
        columns: vec![
            Column::sorted("title", words.title),
            Column::sorted("unit", books(desk.lang).unit),
            Column::plain(words.text),
        ],
        filters: Vec::new(),
        cells,
    };
    let add = "/van-phong/them/mau-tra-loi".to_owned();
    vec![
        head(desk, words.heading),
        lead(words.lead),
        ways(desk, vec![(Action::ChangeTemplates, add, words.add)]),
        list(desk, shape),
    ]
    .into_any()
}

fn cells(row: &TemplateRow, lang: Lang) -> Vec<Cell> {
    vec![
        Cell::Named([LIST, "/", &row.id.to_string()].concat(), row.title.clone(), String::new()),
        match &row.unit {
            Some(unit) => Cell::Unit(Some(unit.clone())),
            None => Cell::Text(templates(lang).department.to_owned()),
        },
        Cell::Text(row.text.clone()),
    ]
}

/// One template, to be changed or taken away.
pub(crate) fn show(desk: Desk, id: &str) -> AnyView {
    let (lang, words) = (desk.lang, templates(desk.lang));
    let source = Source::new();
    let (heading, named) = head_of(desk, words.one, id);
    let shown = move |row: TemplateRow| {
        named.set(row.title.clone());
        let whose = row.unit.as_ref().map(|unit| desk.unit_name(unit));
        let whose = whose.unwrap_or_else(|| words.department.to_owned());
        vec![
            facts(vec![(books(lang).unit, whose)]),
            change(desk, &row, source),
            folded(words.remove, vec![remove(desk, row.id)]),
        ]
        .into_any()
    };
    let call = ["/templates/", &encoded(id)].concat();
    vec![heading, load(desk, call, source, shown), back(desk, LIST)].into_any()
}

fn change(desk: Desk, row: &TemplateRow, source: Source) -> AnyView {
    let form = Form::new("template", &[("title", &row.title), ("text", &row.text)]);
    let (call, state) = (["/templates/", &row.id.to_string()].concat(), row.state.clone());
    let send = move || {
        let body = TemplateForm { based_on: state.clone(), ..typed(form) };
        if form.is_right(desk.lang, body.check()) {
            form.change(desk, ("PUT", call.clone()), &body, source, frame(desk.lang).saved);
        }
    };
    sheet(desk, form, form_words(desk.lang).save, fields(desk), send)
}

fn remove(desk: Desk, id: i64) -> AnyView {
    let words = templates(desk.lang);
    let form = Form::new("remove", &[]);
    let send = move || {
        let call = ["/templates/", &id.to_string()].concat();
        form.change_at(desk, ("DELETE", call), &(), Next::list(LIST, words.removed));
    };
    sheet(desk, form, words.remove_send, Vec::new(), send)
}

/// A template to be kept.
pub(crate) fn new(desk: Desk) -> AnyView {
    let (lang, words) = (desk.lang, templates(desk.lang));
    let form = Form::new("template", &[]);
    let send = move || {
        let body = TemplateForm { unit: form.given("unit"), ..typed(form) };
        if form.is_right(lang, body.check()) {
            let next = Next::list(LIST, frame(lang).saved);
            form.change_at(desk, ("POST", "/templates".to_owned()), &body, next);
        }
    };
    let unit = one("unit", books(lang).unit, choices::units(desk));
    let mut fields = fields(desk);
    fields.insert(0, unit.hint(words.unit_hint).optional());
    vec![head(desk, words.add), sheet(desk, form, words.add, fields, send)].into_any()
}

fn fields(desk: Desk) -> Vec<crate::office::form::Field> {
    let words = templates(desk.lang);
    vec![line("title", words.title), lines("text", words.text).hint(words.text_hint)]
}

fn typed(form: Form) -> TemplateForm {
    TemplateForm { title: form.get("title"), text: form.get("text"), ..TemplateForm::default() }
}
