//! Everybody's accounts: the list, and inviting someone.

use domain::{
    Action, Lang, Role,
    office::people::account::{AccountRow, ActivationLink, NewAccount},
};
use leptos::prelude::*;

use super::shown_once::shown_once;
use crate::{
    office::{
        choices,
        desk::Desk,
        form::{Form, line, one, sheet},
        list::{Cell, Column, Shape, list},
        pages::parts::{head, lead, or_dash, ways},
        pill::Pill,
        place::encoded,
    },
    text::office::{
        confirmations::confirmations,
        names,
        people::{AccountsWords, accounts},
    },
};

/// The list of accounts.
pub(crate) fn page(desk: Desk) -> AnyView {
    let words = accounts(desk.lang);
    let shape = Shape {
        call: "/accounts",
        what: words.heading,
        empty: words.empty,
        columns: vec![
            Column::sorted("full_name", words.full_name),
            Column::sorted("role", words.role),
            Column::sorted("unit", words.unit),
            Column::plain(words.state),
            Column::plain(words.factor),
            Column::sorted("created", words.created),
        ],
        filters: Vec::new(),
        cells,
    };
    let invite = "/van-phong/them/nguoi-dung".to_owned();
    vec![
        head(desk, words.heading),
        ways(desk, vec![(Action::ChangeAccounts, invite, words.invite)]),
        list(desk, shape),
    ]
    .into_any()
}

fn cells(row: &AccountRow, lang: Lang) -> Vec<Cell> {
    let words = accounts(lang);
    vec![
        Cell::Named(
            ["/van-phong/nguoi-dung/", &encoded(&row.name)].concat(),
            row.full_name.clone(),
            row.name.clone(),
        ),
        Cell::Text(names::role(lang, row.role).to_owned()),
        Cell::Text(or_dash(row.unit_name.as_ref().map(|name| name.get(lang).to_owned()))),
        Cell::State(stage(row), state(words, row)),
        Cell::Text(if row.second_factor { "✓" } else { "—" }.to_owned()),
        Cell::When(names::moment(lang, row.created)),
    ]
}

/// What state an account is in.
pub(super) fn state(words: &AccountsWords, row: &AccountRow) -> &'static str {
    match (row.disabled, row.unit_ended, row.invited) {
        (false, _, _) if row.waits => words.waits,
        (true, _, _) => words.disabled,
        (_, true, _) => words.unit_ended,
        (_, _, true) => words.invited,
        _ => words.active,
    }
}

/// The same as a pill.
pub(super) fn stage(row: &AccountRow) -> Pill {
    match (row.disabled, row.unit_ended, row.invited) {
        (false, _, _) if row.waits => Pill::Soon,
        (true, _, _) => Pill::Off,
        (_, true, _) => Pill::Late,
        (_, _, true) => Pill::Soon,
        _ => Pill::On,
    }
}

/// Invites someone.
pub(crate) fn new(desk: Desk) -> AnyView {
    let words = accounts(desk.lang);
    let made = RwSignal::new(None::<ActivationLink>);
    let shown = move || match made.get() {
        Some(link) => link_once(desk, link),
        None => invite(desk, made),
    };
    vec![head(desk, words.invite), shown.into_any()].into_any()
}

/// The form of an invitation.
fn invite(desk: Desk, made: RwSignal<Option<ActivationLink>>) -> AnyView {
    let words = accounts(desk.lang);
    let form = Form::new("invite", &[]);
    let send = move || {
        let role = Role::read(&form.get("role"));
        let body = NewAccount {
            name: form.get("name"),
            full_name: form.get("full_name"),
            role: role.unwrap_or(Role::Viewer),
            unit: form.given("unit"),
        };
        if form.is_for_the_books(desk.lang, &body.faults()) {
            form.send(desk, "POST", "/accounts", &body, move |link| made.set(Some(link)));
        }
    };
    let fields = vec![
        line("full_name", words.full_name),
        line("name", words.name).hint(words.name_hint).needed(),
        one("role", words.role, choices::roles(desk.lang))
            .hint(confirmations(desk.lang).role_hint)
            .needed(),
        one("unit", words.unit, choices::units(desk)).hint(words.unit_hint),
    ];
    sheet(desk, form, words.send, fields, send)
}

/// The link of an invitation, and until when it can be used.
pub(super) fn link_once(desk: Desk, link: ActivationLink) -> AnyView {
    let words = accounts(desk.lang);
    let until = [words.until, " ", &names::moment(desk.lang, link.expires), "."].concat();
    let second = confirmations(desk.lang);
    let waits = link.waits.then(|| lead([second.state, ". ", second.who].concat()));
    let link = shown_once(desk, words.link, words.link_lead, link.invitation);
    vec![link, lead(until), waits.into_any()].into_any()
}
