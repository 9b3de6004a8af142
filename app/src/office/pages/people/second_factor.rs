//! Setting up a second factor: a secret to scan, a code that proves it, the recovery codes; and new
//! recovery codes for the old ones.

use domain::office::people::account::{BothProofs, Code, Password, RecoveryCodes, SecondFactor};
use leptos::{prelude::*, task::spawn_local};

use super::shown_once;
use crate::{
    browser::focus,
    office::{
        desk::Desk,
        form::{Form, known, secret as hidden, sheet},
        pages::parts::{head, lead},
        place::{self, Place, encoded},
    },
    text::office::{
        frame::{form as form_words, frame},
        people::me,
    },
};

/// How far the setting up has come.
#[derive(Clone)]
enum Stage {
    Begin,
    Scan(SecondFactor),
    Keep(Vec<String>),
}

/// The page that sets up a second factor.
pub(crate) fn page(desk: Desk) -> AnyView {
    let stage = RwSignal::new(Stage::Begin);
    let shown = move || match stage.get() {
        Stage::Begin => begin(desk, stage),
        Stage::Scan(secret) => scan(desk, stage, secret),
        Stage::Keep(codes) => view! { <Keep desk codes/> }.into_any(),
    };
    vec![head(desk, me(desk.lang).set_up), shown.into_any()].into_any()
}

/// The page that gives new recovery codes.
pub(crate) fn codes(desk: Desk) -> AnyView {
    let words = me(desk.lang);
    let codes = RwSignal::new(None::<Vec<String>>);
    let form = Form::new("codes", &[]);
    let send = move || {
        let body = BothProofs { password: form.get("password"), code: form.get("code") };
        if !form.is_sound(desk.lang, &[]) {
            return;
        }
        form.send(desk, "POST", "/me/recovery-codes", &body, move |made: RecoveryCodes| {
            codes.set(Some(made.recovery_codes));
            focus::soon("recovery".to_owned());
        });
    };
    let shown = move || match codes.get() {
        Some(codes) => view! { <Keep desk codes/> }.into_any(),
        None => {
            let fields = vec![
                hidden("password", words.old, "current-password"),
                known("code", words.code, "one-time-code"),
            ];
            vec![lead(words.new_codes_lead), sheet(desk, form, words.new_codes, fields, send)]
                .into_any()
        }
    };
    vec![head(desk, words.new_codes), shown.into_any()].into_any()
}

/// Asks for a secret. It is not asked for by itself, since each time there is another one.
fn begin(desk: Desk, stage: RwSignal<Stage>) -> AnyView {
    let words = me(desk.lang);
    let form = Form::new("begin", &[]);
    let send = move || {
        let body = Password { password: form.get("password") };
        if !form.is_sound(desk.lang, &[]) {
            return;
        }
        form.send(desk, "POST", "/me/second-factor", &body, move |secret| {
            stage.set(Stage::Scan(secret));
            focus::soon("scan".to_owned());
        });
    };
    let is_on = desk.me.with_untracked(|me| me.as_ref().is_some_and(|me| me.second_factor));
    let state = if is_on { words.factor_on } else { words.factor_off };
    let fields = vec![hidden("password", words.old, "current-password")];
    vec![lead(state), sheet(desk, form, words.begin, fields, send)].into_any()
}

/// The secret, and the code that proves that it was taken over.
fn scan(desk: Desk, stage: RwSignal<Stage>, secret: SecondFactor) -> AnyView {
    let words = me(desk.lang);
    let form = Form::new("prove", &[]);
    let send = move || {
        let body = Code { code: form.get("code") };
        if !form.is_sound(desk.lang, &[]) {
            return;
        }
        form.send(desk, "PUT", "/me/second-factor", &body, move |codes: RecoveryCodes| {
            stage.set(Stage::Keep(codes.recovery_codes));
            focus::soon("recovery".to_owned());
        });
    };
    let SecondFactor { secret, address, qr } = secret;
    // As a picture, the SVG cannot run anything.
    let picture = ["data:image/svg+xml,", &encoded(&qr)].concat();
    let letters: Vec<char> = secret.chars().collect();
    let fours = letters.chunks(4).map(|four| four.iter().collect::<String>());
    let spaced = fours.collect::<Vec<_>>().join(" ");
    view! {
        <h2 id="scan" tabindex="-1">{words.scan}</h2>
        <p class="qr"><img src=picture alt=words.picture width="240" height="240"/></p>
        <p>{words.by_hand}</p>
        <p class="code"><a href=address>{spaced}</a></p>
        <h2>{words.then}</h2>
        {sheet(desk, form, words.turn_on, vec![known("code", words.code, "one-time-code")], send)}
    }
    .into_any()
}

/// The recovery codes, shown this once.
#[component]
fn Keep(desk: Desk, codes: Vec<String>) -> impl IntoView {
    let (words, buttons) = (me(desk.lang), form_words(desk.lang));
    let text = codes.join("\n");
    let copy = move |_| shown_once::copy(desk, &text);
    let print = move |_| drop(window().print());
    let go_on = move |_| {
        spawn_local(async move {
            let _ = desk.learn().await;
            let next = desk.here.with_untracked(|here| here.get("next").to_owned());
            let next = if place::is_ours(&next) { next } else { "/van-phong/tai-khoan".to_owned() };
            desk.go_instead(Place::read(&next));
            desk.note.set(frame(desk.lang).saved);
        });
    };
    let lines = codes.into_iter().map(|code| view! { <li>{code}</li> }).collect::<Vec<_>>();
    view! {
        <h2 id="recovery" tabindex="-1">{words.recovery}</h2>
        <p>{words.recovery_lead}</p>
        <ul class="codes">{lines}</ul>
        <p class="buttons">
            <button type="button" class="quiet" on:click=print>{buttons.print}</button>
            <button type="button" class="quiet" hidden=!shown_once::can_copy() on:click=copy>
                {buttons.copy}
            </button>
            <button type="button" on:click=go_on>{words.kept}</button>
        </p>
    }
}
