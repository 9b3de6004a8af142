//! Keys with which other programs call the server.

use domain::{
    Action, Lang,
    feedback::kind,
    office::people::key::{KeyRow, MadeKey, NewKey, is_outside, may_hold},
};
use leptos::prelude::*;

use super::shown_once::shown_once;
use crate::{
    office::{
        choices,
        desk::Desk,
        form::{Form, line, many, one, sheet, tick, whole},
        list::{Cell, Column, Shape, list},
        load::{Source, load},
        pages::parts::{
            back, facts, folded, head, head_of, lead, or_dash, state as state_line, ways,
        },
        pill::Pill,
        place::encoded,
    },
    text::office::{
        feedback::names::source as channel, frame::form as form_words, names, people::keys,
    },
};

const LIST: &str = "/van-phong/khoa";

/// The list of keys.
pub(crate) fn page(desk: Desk) -> AnyView {
    let words = keys(desk.lang);
    let shape = Shape {
        call: "/keys",
        what: words.heading,
        empty: words.empty,
        columns: vec![
            Column::sorted("label", words.label),
            Column::plain(words.actions),
            Column::plain(form_words(desk.lang).unit),
            Column::sorted("maker", words.maker),
            Column::sorted("created", words.created),
            Column::sorted("expires", words.expires),
            Column::sorted("used", words.used),
            Column::plain(words.state),
        ],
        filters: Vec::new(),
        cells,
    };
    vec![
        head(desk, words.heading),
        lead(words.lead),
        ways(desk, vec![(Action::ChangeKeys, "/van-phong/them/khoa".to_owned(), words.add)]),
        list(desk, shape),
    ]
    .into_any()
}

fn cells(row: &KeyRow, lang: Lang) -> Vec<Cell> {
    vec![
        Cell::Named([LIST, "/", &row.id.to_string()].concat(), row.label.clone(), String::new()),
        Cell::Text(may_do(lang, row)),
        Cell::Unit(row.unit.clone()),
        Cell::Text(row.maker.clone()),
        Cell::When(names::moment(lang, row.created)),
        Cell::When(names::moment(lang, row.expires)),
        Cell::Text(used(lang, row)),
        Cell::State(stage(row), state(lang, row)),
    ]
}

fn may_do(lang: Lang, row: &KeyRow) -> String {
    let actions = row.actions.iter().map(|action| names::action(lang, *action));
    let of = row.channel.map(|it| channel(lang, it));
    actions.chain(of).collect::<Vec<_>>().join(", ")
}

fn used(lang: Lang, row: &KeyRow) -> String {
    row.used.map_or(keys(lang).never.to_owned(), |moment| names::moment(lang, moment))
}

/// Whether a key still opens anything.
fn state(lang: Lang, row: &KeyRow) -> &'static str {
    let words = keys(lang);
    match stage(row) {
        Pill::Late => words.revoked,
        Pill::Off => words.over,
        _ => words.opens,
    }
}

fn stage(row: &KeyRow) -> Pill {
    match row.revoked {
        Some(_) => Pill::Late,
        None if (row.expires as f64) < js_sys::Date::now() => Pill::Off,
        None => Pill::On,
    }
}

/// One key, and how to revoke it.
pub(crate) fn show(desk: Desk, id: &str) -> AnyView {
    let words = keys(desk.lang);
    let source = Source::new();
    let (heading, named) = head_of(desk, words.one, id);
    let shown = move |row: KeyRow| {
        let lang = desk.lang;
        let details = facts(vec![
            (words.actions, may_do(lang, &row)),
            (form_words(lang).unit, or_dash(row.unit.as_ref().map(|it| desk.unit_name(it)))),
            (words.maker, row.maker.clone()),
            (words.created, names::moment(lang, row.created)),
            (words.expires, names::moment(lang, row.expires)),
            (words.used, used(lang, &row)),
        ]);
        let revoke = row.revoked.is_none().then(|| revoke(desk, row.id, source));
        named.set(row.label.clone());
        let pill = state_line(stage(&row), state(lang, &row));
        vec![pill, details, revoke.into_any()].into_any()
    };
    vec![heading, load(desk, ["/keys/", &encoded(id)].concat(), source, shown), back(desk, LIST)]
        .into_any()
}

fn revoke(desk: Desk, id: i64, source: Source) -> AnyView {
    let words = keys(desk.lang);
    let form = Form::new("revoke", &[]);
    let call = ["/keys/", &id.to_string()].concat();
    let send = move || {
        form.send(desk, "DELETE", call.clone(), &(), move |()| {
            desk.note.set(words.was_revoked);
            source.ask_again();
        });
    };
    let sheet = sheet(desk, form, words.revoke, Vec::new(), send);
    folded(words.revoke_this, vec![lead(words.revoke_lead), sheet])
}

/// Makes a key and shows it once.
pub(crate) fn new(desk: Desk) -> AnyView {
    let words = keys(desk.lang);
    let made = RwSignal::new(None::<MadeKey>);
    let shown = move || match made.get() {
        Some(key) => {
            vec![shown_once(desk, words.key, words.key_lead, key.key), back(desk, LIST)].into_any()
        }
        None => make(desk, made),
    };
    vec![head(desk, words.add), shown.into_any()].into_any()
}

/// The form of a new key.
fn make(desk: Desk, made: RwSignal<Option<MadeKey>>) -> AnyView {
    let (lang, words) = (desk.lang, keys(desk.lang));
    let form = Form::new("key", &[("days", "90")]);
    let Some(me) = desk.me.get_untracked() else { return ().into_any() };
    let held: Vec<Action> = me.actions.into_iter().filter(|action| may_hold(*action)).collect();
    let ticks = held.iter().map(|action| tick(action.name(), names::action(lang, *action)));
    let ticks = ticks.collect();
    let sends = move || form.is_ticked(Action::PushFeedback.name());
    let channels = kind::Source::ALL.iter().filter(|it| is_outside(**it));
    let channels = channels.map(|it| (it.name().to_owned(), channel(lang, *it).to_owned()));
    let channels: Vec<_> =
        [(String::new(), form_words(lang).choose.to_owned())].into_iter().chain(channels).collect();
    let send = move || {
        let actions = held.iter().filter(|action| form.is_ticked(action.name()));
        let body = NewKey {
            label: form.get("label"),
            actions: actions.copied().collect(),
            unit: form.given("unit"),
            channel: kind::Source::read(&form.get("channel")).filter(|_| sends()),
            days: form.whole("days").unwrap_or_default(),
        };
        if form.is_sound(lang, &body.faults(me.role)) {
            form.send(desk, "POST", "/keys", &body, move |key| made.set(Some(key)));
        }
    };
    let fields = vec![
        line("label", words.label),
        many("actions", words.actions, ticks),
        one("channel", words.channel, channels)
            .hint(words.channel_hint)
            .needed()
            .while_it(Signal::derive(sends)),
        one("unit", form_words(lang).unit, choices::units(desk)).optional(),
        whole("days", words.days),
    ];
    sheet(desk, form, words.add, fields, send)
}
