//! The frame around every page: the menu of what the role may do, who is signed in, and the way out.

use domain::office::Me;
use leptos::{prelude::*, task::spawn_local};

use super::{
    desk::{Desk, NOTE, SIGN_IN},
    page::{Group, Way},
    place::Place,
};
use crate::{
    chapters::{ROOT, table},
    text::office::{
        frame::{FrameWords, frame},
        names,
    },
};

/// The groups of the menu, in order.
const GROUPS: [Group; 4] = [Group::Figures, Group::Feedback, Group::Books, Group::Administration];

fn heading(words: &FrameWords, group: Group) -> &'static str {
    match group {
        Group::Figures => words.figures,
        Group::Feedback => words.feedback,
        Group::Books => words.books,
        Group::Administration => words.administration,
    }
}

/// The frame; what stands within is `children`.
#[component]
pub(super) fn Frame(desk: Desk, children: Children) -> impl IntoView {
    let bar = move || desk.me.get().map(|me| view! { <Who desk me/> });
    let menu = move || {
        desk.me.get().filter(|me| !me.needs_second_factor).map(|me| view! { <Menu desk me/> })
    };
    view! {
        {bar}
        <div class="desk" class:alone=move || desk.me.with(Option::is_none)>
            {menu}
            <main id="app">
                <p class="note" id=NOTE tabindex="-1" role="status">{move || desk.note.get()}</p>
                {children()}
            </main>
        </div>
    }
}

/// Who is signed in.
#[component]
fn Who(desk: Desk, me: Me) -> impl IntoView {
    let words = frame(desk.lang);
    let busy = RwSignal::new(false);
    let sign_out = move |_| {
        if busy.get_untracked() {
            return;
        }
        busy.set(true);
        spawn_local(async move {
            // A session that has ended anyway is signed out as well.
            let gone = desk.call("DELETE", "/session".to_owned(), None).await;
            busy.try_set(false);
            if gone.is_ok() {
                desk.forget_typed();
                desk.me.set(None);
                desk.go(Place::read(SIGN_IN));
            }
        });
    };
    let unit = me.unit.map(|unit| view! { <span>{unit.get(desk.lang).to_owned()}</span> });
    view! {
        <section class="who" aria-label=words.me>
            <p>
                <a href=desk.link("/van-phong/tai-khoan")>{me.full_name}</a>
                <span>{names::role(desk.lang, me.role)}</span>
                {unit}
            </p>
            <button type="button" class="quiet" on:click=sign_out>{words.sign_out}</button>
        </section>
    }
}

/// The menu: only what the role may do. On narrow screens it opens when it is asked for.
#[component]
fn Menu(desk: Desk, me: Me) -> impl IntoView {
    let words = frame(desk.lang);
    let open = RwSignal::new(false);
    // Going to a page closes the menu.
    Effect::new(move |_| {
        desk.here.track();
        open.set(false);
    });
    let groups = GROUPS.into_iter().filter_map(|group| {
        let offered = table::WAYS.iter().filter(|way| me.actions.contains(&way.needs));
        let labels = offered.filter_map(|way| {
            let (_, label) = way.menu.filter(|(of, _)| *of == group)?;
            Some(link(desk, way, label(words)))
        });
        let links = labels.collect::<Vec<_>>();
        let heading = heading(words, group);
        (!links.is_empty()).then(|| view! { <p>{heading}</p> <ul>{links}</ul> })
    });
    let groups = groups.collect::<Vec<_>>();
    view! {
        <nav class="menu" aria-label=words.menu>
            <button
                type="button"
                class="quiet"
                aria-expanded=move || open.get().to_string()
                aria-controls="menu"
                on:click=move |_| open.update(|open| *open = !*open)
            >
                {words.menu}
            </button>
            <div id="menu" class:open=open>{groups}</div>
        </nav>
    }
}

/// A link of the menu, marked where the reader is at the page or below it.
fn link(desk: Desk, way: &Way, label: &'static str) -> AnyView {
    let path = way.path();
    let href = desk.link(&path);
    let current = move || {
        let here = desk.here.get().path;
        let below = here.strip_prefix(&path).is_some_and(|rest| rest.starts_with('/'));
        let at = here == path || (below && path != ROOT);
        at.then_some("page")
    };
    view! { <li><a href=href aria-current=current>{label}</a></li> }.into_any()
}
