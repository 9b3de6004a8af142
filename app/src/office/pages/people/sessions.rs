//! Where the account is signed in, and how to end that.

use domain::office::people::account::SessionRow;
use leptos::{prelude::*, task::spawn_local};

use crate::{
    office::{
        desk::Desk,
        load::{Source, load, message},
        pages::parts::{aside, section},
    },
    text::office::{
        names,
        people::{end_session, me},
    },
};

/// Every session, each with a button that ends it.
pub(super) fn part(desk: Desk, source: Source) -> AnyView {
    let words = me(desk.lang);
    let failed = RwSignal::new(String::new());
    let end = Callback::new(move |call: String| {
        spawn_local(async move {
            let ended = desk.call("DELETE", call, None).await;
            let trouble = ended.as_ref().err().map(|trouble| message(desk.lang, trouble));
            failed.set(trouble.unwrap_or_default());
            if ended.is_ok() {
                desk.note.set(words.ended);
                source.ask_again();
            }
        });
    });
    let trouble = move || {
        let message = Some(failed.get()).filter(|message| !message.is_empty());
        message.map(|message| view! { <p class="alert" role="alert">{message}</p> })
    };
    let show = move |sessions: Vec<SessionRow>| draw(desk, sessions, end);
    let list = load(desk, "/me/sessions", source, show);
    section(words.sessions, vec![aside(words.sessions_lead), trouble.into_any(), list])
}

fn draw(desk: Desk, sessions: Vec<SessionRow>, end: Callback<String>) -> AnyView {
    let words = me(desk.lang);
    let others = sessions.iter().any(|session| !session.current);
    let all = others.then(|| {
        let end = move |_| end.run("/me/sessions".to_owned());
        view! { <button type="button" class="quiet" on:click=end>{words.end_others}</button> }
    });
    let cards = sessions.into_iter().map(|session| view! { <Session desk session end/> });
    view! {
        <ul class="cards">{cards.collect::<Vec<_>>()}</ul>
        {all}
    }
    .into_any()
}

/// One session.
#[component]
fn Session(desk: Desk, session: SessionRow, end: Callback<String>) -> impl IntoView {
    let words = me(desk.lang);
    let SessionRow { id, device, begun, seen, current } = session;
    let label = end_session(desk.lang, &device);
    let close = (!current).then(|| {
        let end = move |_| end.run(["/me/sessions/", &id.to_string()].concat());
        view! {
            <button type="button" class="quiet" aria-label=label on:click=end>{words.end}</button>
        }
    });
    let this_one = current.then(|| view! { <span class="mark">{words.this_one}</span> });
    let [begun, seen] = [begun, seen].map(|moment| names::moment(desk.lang, moment));
    let when = [words.begun, ": ", &begun, " · ", words.seen, ": ", &seen].concat();
    view! {
        <li class="session">
            <p><b>{device}</b> " " {this_one} <small>{when}</small></p>
            {close}
        </li>
    }
}
