//! One's own account: who one is, the password, the second factor, the sessions.

use domain::office::{
    Me,
    people::account::{NewPassword, Password},
};
use leptos::{prelude::*, task::spawn_local};

use super::{openid, sessions};
use crate::{
    office::{
        desk::Desk,
        form::{Form, secret, sheet},
        load::Source,
        pages::{
            notices::own,
            parts::{aside, facts, folded, head, lead, section, ways},
        },
    },
    text::office::{
        frame::{form as form_words, frame},
        names,
        people::{invitation, me as words_of},
    },
};

/// The page of one's own account.
pub(crate) fn page(desk: Desk) -> AnyView {
    let source = Source::new();
    let known = move || desk.me.get().map(|me| person(desk, &me));
    vec![
        head(desk, frame(desk.lang).me),
        known.into_any(),
        change_password(desk, source),
        openid::part(desk),
        own::part(desk),
        sessions::part(desk, source),
    ]
    .into_any()
}

/// Who it is, and whether a second factor is set up.
fn person(desk: Desk, me: &Me) -> AnyView {
    let words = words_of(desk.lang);
    let unit = me.unit.as_ref().map_or(words.no_unit, |unit| unit.get(desk.lang));
    let factor = if me.second_factor {
        let codes = "/van-phong/tai-khoan/ma-khoi-phuc".to_owned();
        let way = ways(desk, vec![(domain::Action::OwnAccount, codes, words.new_codes)]);
        vec![lead(words.factor_on), way, turn_off(desk)]
    } else {
        let set_up = "/van-phong/tai-khoan/hai-buoc".to_owned();
        let way = ways(desk, vec![(domain::Action::OwnAccount, set_up, words.set_up)]);
        vec![lead(words.factor_off), way]
    };
    vec![
        facts(vec![
            (words.name, me.name.clone()),
            (words.role, names::role(desk.lang, me.role).to_owned()),
            (words.unit, unit.to_owned()),
        ]),
        section(words.factor, factor),
    ]
    .into_any()
}

/// Turns the second factor off, for whoever knows the password.
fn turn_off(desk: Desk) -> AnyView {
    let words = words_of(desk.lang);
    let form = Form::new("off", &[]);
    let send = move || {
        let body = Password { password: form.get("password") };
        if !form.is_sound(desk.lang, &[]) {
            return;
        }
        form.send(desk, "DELETE", "/me/second-factor", &body, move |()| {
            desk.note.set(words.turned_off);
            spawn_local(async move { drop(desk.learn().await) });
        });
    };
    let fields = vec![secret("password", words.old, "current-password")];
    folded(words.turn_off, vec![sheet(desk, form, words.turn_off_send, fields, send)])
}

/// Another password.
fn change_password(desk: Desk, source: Source) -> AnyView {
    let (words, choose) = (words_of(desk.lang), invitation(desk.lang));
    let form = Form::new("password", &[]);
    let send = move || {
        let body = NewPassword { old: form.get("old"), new: form.get("new") };
        if !form.is_chosen(desk.lang, "new", choose.differ) {
            return;
        }
        form.send(desk, "PUT", "/me/password", &body, move |()| {
            form.clear();
            form.say(desk, words.changed);
            source.ask_again();
        });
    };
    let fields = vec![
        secret("old", words.old, "current-password"),
        secret("new", choose.password, "new-password").hint(choose.hint),
        secret("again", choose.again, "new-password"),
    ];
    let sheet = sheet(desk, form, form_words(desk.lang).save, fields, send);
    section(words.password, vec![aside(words.password_lead), sheet])
}
