//! One account: what it is bound to, and what to do when someone lost a password or a phone.

use domain::{
    Action, Role,
    office::people::account::{AccountChange, AccountRow, ActivationLink},
};
use leptos::prelude::*;

use super::accounts::{link_once, stage, state};
use crate::{
    office::{
        choices,
        desk::Desk,
        form::{Form, line, one, sheet, tick},
        load::{Source, load},
        pages::parts::{aside, back, facts, folded, head_of, lead, or_dash, state as state_line},
        place::encoded,
    },
    text::office::{
        confirmations::confirmations,
        frame::{form as form_words, frame},
        names,
        people::accounts,
    },
};

/// The page of one account.
pub(crate) fn page(desk: Desk, name: &str) -> AnyView {
    let call = ["/accounts/", &encoded(name)].concat();
    let source = Source::new();
    let link = RwSignal::new(None::<ActivationLink>);
    let address = call.clone();
    let (heading, named) = head_of(desk, accounts(desk.lang).one, name);
    let show = move |row: AccountRow| {
        named.set(row.full_name.clone());
        match desk.may(Action::ChangeAccounts) {
            true => {
                vec![change(desk, call.clone(), row, source), rescue(desk, &call, link, source)]
                    .into_any()
            }
            false => shown(desk, &row),
        }
    };
    let made = move || link.get().map(|link| link_once(desk, link));
    vec![
        heading,
        load(desk, address, source, show),
        made.into_any(),
        back(desk, "/van-phong/nguoi-dung"),
    ]
    .into_any()
}

/// The account, for those who only look.
fn shown(desk: Desk, row: &AccountRow) -> AnyView {
    let words = accounts(desk.lang);
    facts(vec![
        (words.role, names::role(desk.lang, row.role).to_owned()),
        (words.unit, or_dash(row.unit_name.as_ref().map(|it| it.get(desk.lang).to_owned()))),
        (words.state, state(words, row).to_owned()),
    ])
}

/// The account as a form.
fn change(desk: Desk, call: String, row: AccountRow, source: Source) -> AnyView {
    let words = accounts(desk.lang);
    let form = Form::new(
        "account",
        &[
            ("full_name", &row.full_name),
            ("role", row.role.name()),
            ("unit", row.unit.as_deref().unwrap_or_default()),
            ("disabled", if row.disabled { "yes" } else { "" }),
        ],
    );
    let send = move || {
        let body = AccountChange {
            full_name: form.get("full_name"),
            role: Role::read(&form.get("role")).unwrap_or(row.role),
            unit: form.given("unit"),
            disabled: form.is_ticked("disabled"),
        };
        if form.is_sound(desk.lang, &body.faults()) {
            form.change(desk, ("PUT", call.clone()), &body, source, frame(desk.lang).saved);
        }
    };
    let roles = choices::roles(desk.lang).into_iter().skip(1).collect::<Vec<_>>();
    let fields = vec![
        line("full_name", words.full_name),
        one("role", words.role, roles),
        one("unit", words.unit, choices::units(desk)).hint(words.unit_hint),
        tick("disabled", words.disable),
    ];
    let save = form_words(desk.lang).save;
    let second = confirmations(desk.lang);
    let waits = row.waits.then(|| lead(second.who));
    let nobody = row.nobody_confirms.then(|| aside(second.nobody));
    let state = state_line(stage(&row), state(words, &row));
    vec![state, waits.into_any(), nobody.into_any(), sheet(desk, form, save, fields, send)]
        .into_any()
}

/// What helps someone who lost a password or a phone.
fn rescue(
    desk: Desk,
    call: &str,
    link: RwSignal<Option<ActivationLink>>,
    source: Source,
) -> AnyView {
    let words = accounts(desk.lang);
    let form = Form::new("again", &[]);
    let inviting = [call, "/invitations"].concat();
    let send = move || {
        form.send(desk, "POST", inviting.clone(), &(), move |made| link.set(Some(made)));
    };
    let invite = sheet(desk, form, words.again_send, Vec::new(), send);
    let [factor, sessions] = ["/second-factor", "/sessions"].map(|part| [call, part].concat());
    vec![
        folded(words.again, vec![invite]),
        folded(
            words.drop_factor,
            vec![remove(desk, "factor", factor, words.drop_factor_send, source)],
        ),
        folded(
            words.end_sessions,
            vec![remove(desk, "sessions", sessions, words.end_sessions_send, source)],
        ),
    ]
    .into_any()
}

/// Takes something away from the account.
fn remove(
    desk: Desk,
    id: &'static str,
    call: String,
    button: &'static str,
    source: Source,
) -> AnyView {
    let form = Form::new(id, &[]);
    let send = move || {
        form.send(desk, "DELETE", call.clone(), &(), move |()| {
            form.say(desk, accounts(desk.lang).done);
            source.ask_again();
        });
    };
    sheet(desk, form, button, Vec::new(), send)
}
