//! Keys with which other programs call the server.

use domain::{
    Action,
    listing::Listed,
    office::key::{KeyRow, MadeKey, NewKey, may_hold},
};
use leptos::prelude::*;

use super::{
    super::{
        choices,
        desk::Desk,
        form::{Form, line, many, one, sheet, tick, whole},
        load::load,
    },
    parts::{cards, facts, head, lead, mark, nothing, ways},
    shown_once::shown_once,
};
use crate::text::office::{account::keys, frame::form as form_words, names};

/// The keys there are.
pub(super) fn page(desk: Desk) -> AnyView {
    let words = keys(desk.lang);
    let again = RwSignal::new(0);
    let show = move |there: Listed<KeyRow>| {
        if there.rows.is_empty() {
            return nothing(words.empty);
        }
        cards(there.rows.into_iter().map(|key| drawn(desk, key, again)).collect())
    };
    vec![
        head(desk, words.heading),
        lead(words.lead),
        ways(desk, vec![(Action::ChangeKeys, "/van-phong/them/khoa".to_owned(), words.add)]),
        load(desk, "/keys", again, show),
    ]
    .into_any()
}

/// One key, and how to revoke it.
fn drawn(desk: Desk, key: KeyRow, again: RwSignal<u32>) -> Vec<AnyView> {
    let (lang, words) = (desk.lang, keys(desk.lang));
    let number = key.id.to_string();
    let form = Form::new(["revoke-", &number].concat(), &[]);
    let call = ["/keys/", &number].concat();
    let send = move || {
        form.send(desk, "DELETE", call.clone(), &(), move |()| again.update(|times| *times += 1));
    };
    let actions = key.actions.iter().map(|action| names::action(lang, *action));
    let used = key.used.map_or(words.never.to_owned(), |moment| names::moment(lang, moment));
    vec![
        view! { <h2>{key.label}</h2> }.into_any(),
        facts(vec![
            (words.actions, actions.collect::<Vec<_>>().join(", ")),
            (words.expires, names::moment(lang, key.expires)),
            (words.used, used),
        ]),
        match key.revoked {
            Some(_) => mark(words.revoked),
            None => sheet(desk, form, words.revoke, Vec::new(), send),
        },
    ]
}

/// Makes a key and shows it once.
pub(super) fn new(desk: Desk) -> AnyView {
    let words = keys(desk.lang);
    let made = RwSignal::new(None::<MadeKey>);
    let shown = move || match made.get() {
        Some(key) => shown_once(desk, words.key, words.key_lead, key.key),
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
    let send = move || {
        let actions = held.iter().filter(|action| form.is_ticked(action.name()));
        let body = NewKey {
            label: form.get("label"),
            actions: actions.copied().collect(),
            unit: form.given("unit"),
            days: form.whole("days").unwrap_or_default(),
        };
        if form.is_sound(lang, &body.faults(me.role)) {
            form.send(desk, "POST", "/keys", &body, move |key| made.set(Some(key)));
        }
    };
    let fields = vec![
        line("label", words.label),
        many("actions", words.actions, ticks),
        one("unit", form_words(lang).unit, choices::units(desk)),
        whole("days", words.days),
    ];
    sheet(desk, form, words.add, fields, send)
}
