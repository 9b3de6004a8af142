//! Programs that are called when something happens to a case.

use domain::{
    Action, Lang,
    office::notices::{MadeWebhook, NewWebhook, WebhookRow},
};
use leptos::prelude::*;

use crate::{
    office::{
        desk::Desk,
        form::{Form, line, sheet, tick},
        list::{Cell, Column, Shape, list},
        load::{Source, load},
        pages::{
            parts::{back, facts, folded, head, head_of, lead, state as state_line, ways},
            people::shown_once::shown_once,
        },
        pill::Pill,
        place::encoded,
    },
    text::office::{names, notices::webhooks},
};

const LIST: &str = "/van-phong/chuong-trinh";

/// The programs.
pub(crate) fn page(desk: Desk) -> AnyView {
    let words = webhooks(desk.lang);
    let shape = Shape {
        call: "/webhooks",
        what: words.heading,
        empty: words.empty,
        columns: vec![
            Column::sorted("label", words.label),
            Column::plain(words.url),
            Column::sorted("created", words.created),
            Column::plain(words.state),
        ],
        filters: Vec::new(),
        cells,
    };
    let add = "/van-phong/them/chuong-trinh".to_owned();
    vec![
        head(desk, words.heading),
        lead(words.lead),
        ways(desk, vec![(Action::ChangeNotices, add, words.add)]),
        list(desk, shape),
    ]
    .into_any()
}

fn cells(row: &WebhookRow, lang: Lang) -> Vec<Cell> {
    let address = [LIST, "/", &row.id.to_string()].concat();
    let (kind, says) = state(lang, row);
    vec![
        Cell::Named(address, row.label.clone(), String::new()),
        Cell::Text(row.url.clone()),
        Cell::When(names::moment(lang, row.created)),
        Cell::State(kind, says),
    ]
}

fn state(lang: Lang, row: &WebhookRow) -> (Pill, &'static str) {
    let words = webhooks(lang);
    if row.disabled.is_some() { (Pill::Off, words.off) } else { (Pill::On, words.on) }
}

/// One program, and how it is called no more.
pub(crate) fn show(desk: Desk, id: &str) -> AnyView {
    let (lang, words) = (desk.lang, webhooks(desk.lang));
    let source = Source::new();
    let (heading, named) = head_of(desk, words.one, id);
    let shown = move |row: WebhookRow| {
        named.set(row.label.clone());
        let (kind, says) = state(lang, &row);
        let details = facts(vec![
            (words.url, row.url.clone()),
            (words.gateway, names::yes_or_no(lang, row.is_gateway).to_owned()),
            (words.created, names::moment(lang, row.created)),
        ]);
        let remove = row.disabled.is_none().then(|| remove(desk, row.id, source));
        vec![state_line(kind, says), details, remove.into_any()].into_any()
    };
    let call = ["/webhooks/", &encoded(id)].concat();
    vec![heading, load(desk, call, source, shown), back(desk, LIST)].into_any()
}

fn remove(desk: Desk, id: i64, source: Source) -> AnyView {
    let words = webhooks(desk.lang);
    let form = Form::new("remove", &[]);
    let call = ["/webhooks/", &id.to_string()].concat();
    let send = move || {
        form.send(desk, "DELETE", call.clone(), &(), move |()| {
            desk.note.set(words.removed);
            source.ask_again();
        });
    };
    let sheet = sheet(desk, form, words.remove, Vec::new(), send);
    folded(words.remove_this, vec![lead(words.remove_lead), sheet])
}

/// Adds a program and shows its secret once.
pub(crate) fn new(desk: Desk) -> AnyView {
    let words = webhooks(desk.lang);
    let made = RwSignal::new(None::<MadeWebhook>);
    let shown = move || match made.get() {
        Some(it) => {
            vec![shown_once(desk, words.secret, words.secret_lead, it.secret), back(desk, LIST)]
                .into_any()
        }
        None => make(desk, made),
    };
    vec![head(desk, words.add), shown.into_any()].into_any()
}

fn make(desk: Desk, made: RwSignal<Option<MadeWebhook>>) -> AnyView {
    let (lang, words) = (desk.lang, webhooks(desk.lang));
    let form = Form::new("webhook", &[]);
    let send = move || {
        let body = NewWebhook {
            label: form.get("label"),
            url: form.get("url"),
            is_gateway: form.is_ticked("is_gateway"),
        };
        if form.is_right(lang, body.check()) {
            form.send(desk, "POST", "/webhooks", &body, move |it| made.set(Some(it)));
        }
    };
    let fields = vec![
        line("label", words.label),
        line("url", words.url).hint(words.url_hint),
        tick("is_gateway", words.gateway),
    ];
    sheet(desk, form, words.add, fields, send)
}
