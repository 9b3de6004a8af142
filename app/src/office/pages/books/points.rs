//! Service points: the list, one of them, and a new one.

use domain::{
    Action, Channel, Lang,
    office::books::service_point::{
        KioskAddress, NewServicePoint, ServicePointChange, ServicePointRow,
    },
};
use leptos::prelude::*;

use crate::{
    office::{
        choices,
        desk::Desk,
        form::{Field, Form, Next, day, line, lines, one, sheet},
        list::{Cell, Column, Shape, list},
        load::{Source, load},
        pages::parts::{back, facts, folded, head, lead, or_dash, ways},
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
        true => {
            let kiosk = kiosk(desk, &row);
            vec![change(desk, row, source), kiosk].into_any()
        }
        false => details(desk.lang, &row),
    };
    vec![head(desk, code), load(desk, call, source, shown), back(desk, LIST)].into_any()
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

fn details(lang: Lang, row: &ServicePointRow) -> AnyView {
    let words = books(lang);
    facts(vec![
        (words.name, row.name.get(lang).to_owned()),
        (words.channel, channel(lang, row.channel).to_owned()),
        (points(lang).units, or_dash(served(&row.units))),
        (points(lang).procedures, or_dash(served(&row.procedures))),
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
        lines("units", points(desk.lang).units).hint(points(desk.lang).units_hint),
        lines("procedures", points(desk.lang).procedures).hint(points(desk.lang).procedures_hint),
        day("from", words.from),
        day("until", words.until).hint(words.until_hint),
    ]
}

fn chosen(form: Form) -> Channel {
    Channel::read(&form.get("channel")).unwrap_or(Channel::InPerson)
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
            units: Some(codes(form, "units")),
            procedures: Some(codes(form, "procedures")),
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
