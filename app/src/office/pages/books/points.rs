//! Service points: the list, one of them, and a new one.

use domain::{
    Action, Channel, Lang,
    office::books::service_point::{
        KioskAddress, NewServicePoint, ServicePointChange, ServicePointRow,
    },
};
use leptos::prelude::*;

use super::ends_sooner;
use crate::{
    office::{
        choices,
        desk::Desk,
        form::{Field, Form, Next, day, line, lines, one, sheet},
        list::{Cell, Column, Shape, list},
        load::{Source, load},
        pages::parts::{back, facts, folded, head, head_of, lead, or_dash, state, ways},
        pill::validity,
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
            Column::sorted("name", all.name),
            Column::sorted("channel", all.channel),
            Column::plain(all.state),
            Column::sorted("from", all.from),
            Column::plain(all.until),
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
    vec![
        Cell::Named(
            [LIST, "/", &encoded(&row.code)].concat(),
            row.name.get(lang).to_owned(),
            row.code.clone(),
        ),
        Cell::Text(channel(lang, row.channel).to_owned()),
        Cell::validity(lang, row.in_force, &row.from),
        Cell::When(names::day(lang, &row.from)),
        Cell::When(or_dash(row.until.as_ref().map(|day| names::day(lang, day)))),
    ]
}

/// One service point.
pub(crate) fn show(desk: Desk, code: &str) -> AnyView {
    let source = Source::new();
    let call = ["/service-points/", &encoded(code)].concat();
    let (heading, named) = head_of(desk, points(desk.lang).one, code);
    let shown = move |row: ServicePointRow| {
        named.set(row.name.get(desk.lang).to_owned());
        let (kind, says) = validity(desk.lang, row.in_force, &row.from);
        let rest = if desk.may(Action::ChangeProcedures) {
            let kiosk = kiosk(desk, &row);
            vec![change(desk, row, source), kiosk]
        } else {
            vec![details(desk, &row)]
        };
        vec![state(kind, says), rest.into_any()].into_any()
    };
    vec![heading, load(desk, call, source, shown), back(desk, LIST)].into_any()
}

/// Where the device at the point is to begin.
fn kiosk(desk: Desk, row: &ServicePointRow) -> AnyView {
    if !row.in_force {
        return ().into_any();
    }
    let words = points(desk.lang);
    let call = ["/service-points/", &encoded(&row.code), "/kiosk"].concat();
    let source = Source::new();
    let shown = move |kiosk: KioskAddress| {
        let way = kiosk.address.clone();
        view! { <p class="code"><a href=way target="_blank">{kiosk.address}</a></p> }.into_any()
    };
    let form = Form::new("kiosk", &[]);
    let replaced = call.clone();
    let replace = move || {
        form.send(desk, "POST", replaced.clone(), &(), move |_: KioskAddress| {
            desk.note.set(words.kiosk_replaced);
            source.ask_again();
        });
    };
    folded(
        words.kiosk,
        vec![
            lead(words.kiosk_lead),
            load(desk, call, source, shown),
            lead(words.kiosk_replace_lead),
            sheet(desk, form, words.kiosk_replace, Vec::new(), replace),
        ],
    )
}

fn details(desk: Desk, row: &ServicePointRow) -> AnyView {
    let lang = desk.lang;
    let words = books(lang);
    facts(vec![
        (words.channel, channel(lang, row.channel).to_owned()),
        (points(lang).units_named, or_dash(served_units(desk, &row.units))),
        (points(lang).procedures_named, or_dash(served(&row.procedures))),
        (words.from, names::day(lang, &row.from)),
        (words.until, or_dash(row.until.as_ref().map(|day| names::day(lang, day)))),
    ])
}

fn fields(desk: Desk) -> Vec<Field> {
    let words = books(desk.lang);
    vec![
        line("name.vi", words.name_vi),
        line("name.en", words.name_en).hint(words.name_en_hint).optional(),
        one("channel", words.channel, choices::channels(desk.lang)),
        lines("units", points(desk.lang).units).hint(points(desk.lang).units_hint).optional(),
        lines("procedures", points(desk.lang).procedures)
            .hint(points(desk.lang).procedures_hint)
            .optional(),
        day("from", words.from),
        day("until", words.until).hint(words.until_hint).optional(),
    ]
}

fn chosen(form: Form) -> Channel {
    Channel::read(&form.get("channel")).unwrap_or(Channel::InPerson)
}

fn served_units(desk: Desk, codes: &[String]) -> Option<String> {
    let names: Vec<String> = codes.iter().map(|code| desk.unit_name(code)).collect();
    served(&names)
}

fn served(codes: &[String]) -> Option<String> {
    (!codes.is_empty()).then(|| codes.join(", "))
}

/// The codes that were typed, however they are parted.
fn codes(form: Form, name: &str) -> Vec<String> {
    let typed = form.get(name);
    let parts = typed.split(|letter: char| letter.is_whitespace() || matches!(letter, ',' | ';'));
    parts.filter(|part| !part.is_empty()).map(str::to_owned).collect()
}

fn change(desk: Desk, row: ServicePointRow, source: Source) -> AnyView {
    let form = Form::new(
        "point",
        &[
            ("name.vi", &row.name.vi),
            ("name.en", &row.name.en),
            ("channel", row.channel.name()),
            ("units", &row.units.join("\n")),
            ("procedures", &row.procedures.join("\n")),
            ("from", &row.from),
            ("until", row.until.as_deref().unwrap_or_default()),
        ],
    );
    let send = move || {
        let body = ServicePointChange {
            based_on: row.state.clone(),
            name: form.words("name"),
            channel: chosen(form),
            units: Some(codes(form, "units")),
            procedures: Some(codes(form, "procedures")),
            from: form.get("from"),
            until: form.given("until"),
        };
        if form.is_right(desk.lang, body.check()) {
            let ends = ends_sooner(body.until.as_deref(), row.until.as_deref());
            let put = ["/service-points/", &encoded(&row.code)].concat();
            let (outlook, asked) = ([&put, "/outlook"].concat(), body.clone());
            let saved = frame(desk.lang).saved;
            let go = move || form.change(desk, ("PUT", put.clone()), &body, source, saved);
            match ends {
                true => form.ask_of(desk, ("POST", outlook), Some(&asked), go),
                false => go(),
            }
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
            units: Some(codes(form, "units")),
            procedures: Some(codes(form, "procedures")),
            from: form.get("from"),
            until: form.given("until"),
        };
        if form.is_for_the_books(desk.lang, &body.check().err().unwrap_or_default()) {
            let next = Next::list(LIST, frame(desk.lang).saved);
            form.change_at(desk, ("POST", "/service-points".to_owned()), &body, next);
        }
    };
    let code = line("code", all.code).hint(all.code_hint);
    let fields = [code].into_iter().chain(fields(desk)).collect();
    vec![head(desk, words.add), sheet(desk, form, words.add, fields, send)].into_any()
}
