//! Service points: the list, one of them, and a new one.

use domain::{
    Action, Channel, Lang,
    office::books::service_point::{NewServicePoint, ServicePointChange, ServicePointRow},
};
use leptos::prelude::*;

use crate::{
    office::{
        choices,
        desk::Desk,
        form::{Field, Form, Next, day, line, one, sheet},
        list::{Cell, Column, Shape, list},
        load::{Source, load},
        pages::parts::{back, facts, head, or_dash, ways},
        place::encoded,
    },
    text::office::{
        books::{books, channel, points},
        frame::{form as form_words, frame},
        names,
    },
};

const LIST: &str = "/van-phong/diem-tiep-nhan";

/// The list of service points.
pub(crate) fn page(desk: Desk) -> AnyView {
    let (words, all) = (points(desk.lang), books(desk.lang));
    let shape = Shape {
        call: "/service-points",
        what: words.heading,
        empty: all.empty,
        columns: vec![
            Column::sorted("code", all.code),
            Column::sorted("name", all.name),
            Column::sorted("channel", all.channel),
            Column::sorted("from", all.from),
            Column::plain(all.until),
            Column::plain(all.state),
        ],
        filters: vec![choices::in_force(desk.lang)],
        cells,
    };
    let add = "/van-phong/them/diem-tiep-nhan".to_owned();
    vec![
        head(desk, words.heading),
        ways(desk, vec![(Action::ChangeProcedures, add, words.add)]),
        list(desk, shape),
    ]
    .into_any()
}

fn cells(row: &ServicePointRow, lang: Lang) -> Vec<Cell> {
    let words = books(lang);
    vec![
        Cell::Link([LIST, "/", &encoded(&row.code)].concat(), row.code.clone()),
        Cell::Text(row.name.get(lang).to_owned()),
        Cell::Text(channel(lang, row.channel).to_owned()),
        Cell::When(names::day(lang, &row.from)),
        Cell::When(or_dash(row.until.as_ref().map(|day| names::day(lang, day)))),
        Cell::Mark(if row.in_force { words.in_force } else { words.not_in_force }),
    ]
}

/// One service point.
pub(crate) fn show(desk: Desk, code: &str) -> AnyView {
    let source = Source::new();
    let call = ["/service-points/", &encoded(code)].concat();
    let shown = move |row: ServicePointRow| match desk.may(Action::ChangeProcedures) {
        true => change(desk, row, source),
        false => details(desk.lang, &row),
    };
    vec![head(desk, code), load(desk, call, source, shown), back(desk, LIST)].into_any()
}

fn details(lang: Lang, row: &ServicePointRow) -> AnyView {
    let words = books(lang);
    facts(vec![
        (words.name, row.name.get(lang).to_owned()),
        (words.channel, channel(lang, row.channel).to_owned()),
        (words.from, names::day(lang, &row.from)),
        (words.until, or_dash(row.until.as_ref().map(|day| names::day(lang, day)))),
    ])
}

fn fields(desk: Desk) -> Vec<Field> {
    let words = books(desk.lang);
    vec![
        line("name.vi", words.name_vi),
        line("name.en", words.name_en).hint(words.name_en_hint),
        one("channel", words.channel, choices::channels(desk.lang)),
        day("from", words.from),
        day("until", words.until).hint(words.until_hint),
    ]
}

fn chosen(form: Form) -> Channel {
    Channel::read(&form.get("channel")).unwrap_or(Channel::InPerson)
}

fn change(desk: Desk, row: ServicePointRow, source: Source) -> AnyView {
    let form = Form::new(
        "point",
        &[
            ("name.vi", &row.name.vi),
            ("name.en", &row.name.en),
            ("channel", row.channel.name()),
            ("from", &row.from),
            ("until", row.until.as_deref().unwrap_or_default()),
        ],
    );
    let send = move || {
        let body = ServicePointChange {
            based_on: row.state.clone(),
            name: form.words("name"),
            channel: chosen(form),
            from: form.get("from"),
            until: form.given("until"),
        };
        if form.is_right(desk.lang, body.check()) {
            let call = ["/service-points/", &encoded(&row.code)].concat();
            form.change(desk, ("PUT", call), &body, source, frame(desk.lang).saved);
        }
    };
    sheet(desk, form, form_words(desk.lang).save, fields(desk), send)
}

/// A service point that was not there before.
pub(crate) fn new(desk: Desk) -> AnyView {
    let (words, all) = (points(desk.lang), books(desk.lang));
    let form = Form::new("point", &[]);
    let send = move || {
        let body = NewServicePoint {
            code: form.get("code"),
            name: form.words("name"),
            channel: chosen(form),
            from: form.get("from"),
            until: form.given("until"),
        };
        if form.is_right(desk.lang, body.check()) {
            let next = Next::list(LIST, frame(desk.lang).saved);
            form.change_at(desk, ("POST", "/service-points".to_owned()), &body, next);
        }
    };
    let code = line("code", all.code).hint(all.code_hint);
    let fields = [code].into_iter().chain(fields(desk)).collect();
    vec![head(desk, words.add), sheet(desk, form, words.add, fields, send)].into_any()
}
