//! Signing in by way of the OpenID Connect provider: the way there, the way back, and the link.

use domain::{
    Lang,
    office::people::{
        account::{Next, Password, Step},
        openid::{Arrival, Departure, LINKING, Link},
    },
};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    chapters::ROOT,
    office::{
        desk::{Desk, SIGN_IN},
        fetch::{self, Trouble},
        form::{Form, secret, sheet},
        load::{Source, Waiting, load, message},
        pages::parts::{folded, head, lead, section},
        place::{self, Place},
    },
    text::office::people::{self as words, openid},
};

/// Where one's own account is.
const ME: &str = "/van-phong/tai-khoan";
/// Where the browser keeps meanwhile to where the reader wanted to go.
const NEXT: &str = "hailong:next";

/// The way to the provider, beside the password; nothing, if there is none.
pub(super) fn button(desk: Desk) -> AnyView {
    if desk.other_way.is_empty() {
        return ().into_any();
    }
    let form = Form::new("openid", &[]);
    let send = move || form.send(desk, "POST", "/session/openid", &(), move |to| leave(desk, to));
    sheet(desk, form, desk.other_way, Vec::new(), send)
}

/// Goes to the provider, and remembers in which language to go on, and where.
fn leave(desk: Desk, to: Departure) {
    let next = desk.here.with_untracked(|here| here.get("next").to_owned());
    let next = if place::is_ours(&next) { next } else { ROOT.to_owned() };
    if let Ok(Some(storage)) = window().session_storage() {
        let _ = storage.set_item(NEXT, &Place::read(&next).address(desk.lang));
    }
    let _ = window().location().assign(&to.address);
}

/// Where the reader wanted to go before; the overview, if that is not known.
fn next_page() -> String {
    let storage = window().session_storage().ok().flatten();
    let next_page = storage.and_then(|storage| storage.get_item(NEXT).ok().flatten());
    next_page.filter(|next_page| place::is_ours(next_page)).unwrap_or_else(|| ROOT.to_owned())
}

/// The page that the provider sends the browser back to: it brings home what came with it.
pub(crate) fn page(desk: Desk) -> AnyView {
    let here = desk.here.get_untracked();
    let next = next_page();
    if desk.lang == Lang::Vi && next.contains("lang=en") {
        // The provider knows of one address only, which is in no language.
        let _ = window().location().replace(&here.address(Lang::En));
        return view! { <Waiting lang=desk.lang/> }.into_any();
    }
    let [code, state] = ["code", "state"].map(|name| here.get(name).to_owned());
    // It works once: it need not stand in the browser's bar, or be followed again.
    let plain = Place { query: Vec::new(), ..here };
    place::show(&plain.address(desk.lang), true);
    desk.here.set(plain);
    let words = openid(desk.lang);
    let failed = RwSignal::new(String::new());
    if code.is_empty() || state.is_empty() {
        failed.set(words.not_done.to_owned());
    } else {
        bring(desk, Arrival { code, state }, next, failed);
    }
    let start = desk.link(SIGN_IN);
    let shown = move || match failed.get() {
        text if text.is_empty() => view! { <Waiting lang=desk.lang/> }.into_any(),
        text => view! {
            <p class="alert" role="alert">{text}</p>
            <p class="links"><a href=start.clone()>{words.again}</a></p>
        }
        .into_any(),
    };
    vec![head(desk, words.heading), shown.into_any()].into_any()
}

/// Tells the server what came, and goes on.
fn bring(desk: Desk, arrival: Arrival, next: String, failed: RwSignal<String>) {
    let is_link = arrival.state.starts_with(LINKING);
    let call = if is_link { "/me/openid" } else { "/session/openid" };
    let body = fetch::write(&arrival);
    spawn_local(async move {
        let answer = desk.call("PUT", call.to_owned(), Some(body)).await;
        let done = answer.and_then(|text| {
            if is_link {
                linked(desk);
                return Ok(());
            }
            fetch::read(&text).map(|step| signed_in(desk, step, &next))
        });
        if let Err(trouble) = done {
            failed.try_set(in_words(desk.lang, &trouble));
        }
    });
}

fn signed_in(desk: Desk, next: Next, to: &str) {
    desk.me.set(None);
    desk.go_instead(match next.next {
        Step::Done => Place::read(to),
        Step::SecondFactor => Place::read(&[SIGN_IN, "/ma"].concat()).with("next", to),
    });
}

fn linked(desk: Desk) {
    desk.go_instead(Place::read(ME));
    desk.note.set(openid(desk.lang).linked_now);
}

/// What went wrong; here there is no field for a fault to stand beside.
fn in_words(lang: Lang, trouble: &Trouble) -> String {
    match trouble {
        Trouble::Refused { faults, .. } if !faults.is_empty() => faults[0].message.clone(),
        other => message(lang, other),
    }
}

/// The part of one's own account about it; nothing, where there is no provider.
pub(super) fn part(desk: Desk) -> AnyView {
    if desk.other_way.is_empty() {
        return ().into_any();
    }
    let source = Source::new();
    let show = move |link: Link| if link.linked { unlink(desk, source) } else { link_up(desk) };
    section(desk.other_way, vec![load(desk, "/me/openid", source, show)])
}

fn link_up(desk: Desk) -> AnyView {
    let words = openid(desk.lang);
    let form = Form::new("link", &[]);
    let send = move || {
        let body = Password { password: form.get("password") };
        if !form.is_sound(desk.lang, &[]) {
            return;
        }
        form.send(desk, "POST", "/me/openid", &body, move |to| leave(desk, to));
    };
    let fields = vec![secret("password", words::me(desk.lang).old, "current-password")];
    let sheet = sheet(desk, form, words.link, fields, send);
    vec![lead(words.link_lead), folded(words.link, vec![sheet])].into_any()
}

fn unlink(desk: Desk, source: Source) -> AnyView {
    let words = openid(desk.lang);
    let form = Form::new("unlink", &[]);
    let send = move || {
        let body = Password { password: form.get("password") };
        if !form.is_sound(desk.lang, &[]) {
            return;
        }
        form.send(desk, "DELETE", "/me/openid", &body, move |()| {
            desk.note.set(words.unlinked);
            source.ask_again();
        });
    };
    let fields = vec![secret("password", words::me(desk.lang).old, "current-password")];
    let sheet = sheet(desk, form, words.unlink, fields, send);
    vec![lead(words.is_linked), folded(words.unlink, vec![sheet])].into_any()
}
