//! The frame around every page: the menu of what the role may do, who is signed in, and the way out.

use domain::{Action, office::Me};
use leptos::{prelude::*, task::spawn_local};

use super::{
    desk::{Desk, SIGN_IN},
    place::Place,
};
use crate::text::{
    self,
    office::{
        frame::{FrameWords, frame},
        names,
    },
};

/// A group of the menu: its heading, and each page with the right it needs.
type Group = (&'static str, Vec<(&'static str, &'static str, Action)>);

/// Every page that stands in the menu.
fn menu(words: &'static FrameWords) -> [Group; 3] {
    use Action as A;
    [
        (
            words.figures,
            vec![
                ("/van-phong", words.home, A::OwnAccount),
                ("/van-phong/y-kien", words.comments, A::ReadComments),
            ],
        ),
        (
            words.books,
            vec![
                ("/van-phong/dot-khao-sat", words.campaigns, A::ReadBooks),
                ("/van-phong/don-vi", words.units, A::ReadBooks),
                ("/van-phong/thu-tuc", words.procedures, A::ReadBooks),
                ("/van-phong/diem-tiep-nhan", words.service_points, A::ReadBooks),
                ("/van-phong/lich", words.calendar, A::ReadBooks),
                ("/van-phong/muc-tieu", words.targets, A::ReadBooks),
            ],
        ),
        (
            words.administration,
            vec![
                ("/van-phong/nguoi-dung", words.accounts, A::ReadAccounts),
                ("/van-phong/khoa", words.keys, A::ChangeKeys),
                ("/van-phong/cai-dat", words.settings, A::ChangeSettings),
                ("/van-phong/nhat-ky", words.record, A::ReadRecord),
            ],
        ),
    ]
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
                <p class="note" role="status">{move || desk.note.get()}</p>
                {children()}
            </main>
        </div>
    }
}

/// Who is signed in.
#[component]
fn Who(desk: Desk, me: Me) -> impl IntoView {
    let words = text::office::frame::frame(desk.lang);
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
    let groups = menu(words).into_iter().filter_map(|(heading, pages)| {
        let pages = pages.into_iter().filter(|page| me.actions.contains(&page.2));
        let links = pages.map(|(path, label, _)| view! { <li><Way desk path label/></li> });
        let links = links.collect::<Vec<_>>();
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
#[component]
fn Way(desk: Desk, path: &'static str, label: &'static str) -> impl IntoView {
    let current = move || {
        let here = desk.here.get().path;
        let below = here.strip_prefix(path).is_some_and(|rest| rest.starts_with('/'));
        let at = here == path || (below && path != "/van-phong");
        at.then_some("page")
    };
    view! { <a href=desk.link(path) aria-current=current>{label}</a> }
}
