//! Saved views: this page's addresses that somebody comes back to, with what is asked for in them.

use domain::{
    Lang,
    office::views::{NewView, SavedView, ViewName},
};
use leptos::prelude::*;

use super::{
    desk::Desk,
    form::{Form, line, one, sheet},
    load::{Source, load},
    place::Place,
};
use crate::text::office::{frame::form as form_words, views::views as words_of};

/// The part of a page with its saved views; asked for once it is opened.
#[inline(never)]
pub(super) fn views(desk: Desk) -> AnyView {
    let words = words_of(desk.lang);
    let is_open = RwSignal::new(false);
    let source = Source::new();
    let shown = move |all: Vec<SavedView>| there(desk, all, source);
    let all = move || is_open.get().then(|| load(desk, "/views", source, shown));
    view! {
        <details class="views" on:toggle=move |_| is_open.set(true)>
            <summary>{words.heading}</summary>
            <div>{all}</div>
        </details>
    }
    .into_any()
}

fn there(desk: Desk, all: Vec<SavedView>, source: Source) -> AnyView {
    let words = words_of(desk.lang);
    let path = desk.here.get_untracked().path;
    let mine: Vec<_> = all.into_iter().filter(|it| Place::read(&it.address).path == path).collect();
    let names = mine.iter().map(|it| (it.id.to_string(), it.name.clone()));
    let which: Vec<_> =
        [(String::new(), words.present.to_owned())].into_iter().chain(names).collect();
    let row = |it: SavedView| {
        view! { <li><a href=desk.link(&it.address)>{it.name}</a></li> }
    };
    let rows = mine.into_iter().map(row).collect::<Vec<_>>();
    let copy = move |_| {
        let link = window().location().href().unwrap_or_default();
        drop(window().navigator().clipboard().write_text(&link));
        desk.note.set(form_words(desk.lang).copied);
    };
    let copying = window().is_secure_context().then(|| {
        view! { <p class="buttons"><button type="button" class="quiet" on:click=copy>{words.copy}</button></p> }
    });
    view! { <ul>{rows}</ul> {copying} {keep(desk, which, source)} }.into_any()
}

/// The form: the present address gets a name, or one that is there gets another; without a name it goes.
fn keep(desk: Desk, which: Vec<(String, String)>, source: Source) -> AnyView {
    let words = words_of(desk.lang);
    let form = Form::new("view", &[]);
    let done = move || {
        desk.note.set(words.done);
        source.ask_again();
    };
    let send = move || {
        let (id, name) = (form.get("which"), form.get("name"));
        let call = ["/views/", &id].concat();
        if id.is_empty() {
            let address = desk.here.get_untracked().address(Lang::Vi);
            let body = NewView { name, address };
            if form.is_right(desk.lang, body.check(|_| true)) {
                form.send(desk, "POST", "/views", &body, move |_: SavedView| done());
            }
        } else if name.trim().is_empty() {
            form.send(desk, "DELETE", call, &(), move |()| done());
        } else {
            form.send(desk, "PUT", call, &ViewName { name }, move |()| done());
        }
    };
    let fields = vec![
        one("which", words.which, which).optional(),
        line("name", words.name).hint(words.name_hint).optional(),
    ];
    sheet(desk, form, form_words(desk.lang).save, fields, send)
}
