//! Signing in: the password, and where it is asked for, a code.

use domain::office::people::account::{Code, Next, SignIn, Step};
use leptos::prelude::*;

use super::openid;
use crate::{
    chapters::ROOT,
    office::{
        desk::{Desk, SIGN_IN},
        form::{Form, known, secret, sheet},
        pages::parts::{head, lead},
        place::{self, Place},
    },
    text::office::people::sign_in,
};

/// The page that asks for name and password.
pub(crate) fn page(desk: Desk) -> AnyView {
    let words = sign_in(desk.lang);
    let form = Form::new("sign-in", &[]);
    let send = move || {
        let body = SignIn { name: form.get("name"), password: form.get("password") };
        if !form.is_sound(desk.lang, &[]) {
            return;
        }
        form.send(desk, "POST", "/session", &body, move |next: Next| match next.next {
            Step::Done => enter(desk),
            Step::SecondFactor => {
                desk.go(Place { path: [SIGN_IN, "/ma"].concat(), ..desk.here.get_untracked() });
            }
        });
    };
    let fields = vec![
        known("name", words.name, "username"),
        secret("password", words.password, "current-password"),
    ];
    vec![
        head(desk, words.heading),
        lead(words.lead),
        sheet(desk, form, words.send, fields, send),
        openid::button(desk),
    ]
    .into_any()
}

/// The page that asks for a code of the second factor.
pub(crate) fn code(desk: Desk) -> AnyView {
    let words = sign_in(desk.lang);
    let form = Form::new("code", &[]);
    let send = move || {
        let body = Code { code: form.get("code") };
        if !form.is_sound(desk.lang, &[]) {
            return;
        }
        form.send(desk, "POST", "/session/second-factor", &body, move |_: Next| enter(desk));
    };
    let fields = vec![known("code", words.code, "one-time-code")];
    let start = Place { path: SIGN_IN.to_owned(), ..desk.here.get_untracked() };
    let again = start.address(desk.lang);
    vec![
        head(desk, words.code_heading),
        lead(words.code_lead),
        sheet(desk, form, words.code_send, fields, send),
        view! { <p class="links"><a href=again>{words.again}</a></p> }.into_any(),
    ]
    .into_any()
}

/// Goes to the page that was asked for before, if it is one of ours.
fn enter(desk: Desk) {
    let next = desk.here.with_untracked(|here| here.get("next").to_owned());
    let next = if place::is_ours(&next) { next } else { ROOT.to_owned() };
    desk.me.set(None);
    desk.note.set("");
    desk.go_instead(Place::read(&next));
}
