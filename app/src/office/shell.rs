//! The office itself: learns who is signed in, and shows the page that the address names.

use domain::Lang;
use leptos::{ev, prelude::*, task::spawn_local};

use super::{
    desk::Desk,
    fetch::Trouble,
    frame::Frame,
    load::{Failed, Waiting},
    pages,
    place::{self, Place},
    route::Page,
};
use crate::text::office::frame::frame;

/// The page to set up a second factor at.
const SET_UP: &str = "/van-phong/tai-khoan/hai-buoc";

/// Everything between the head and the foot.
#[component]
pub fn Office(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let desk = Desk::new(lang);
    window_event_listener(ev::popstate, move |_| {
        desk.note.set("");
        desk.arrive(Place::now());
    });
    window_event_listener(ev::click, move |click| {
        if let Some(place) = place::followed(&click) {
            click.prevent_default();
            desk.go(place);
        }
    });
    let path = Memo::new(move |_| desk.here.get().path);
    Effect::new(move |_| place::link_language(&desk.here.get(), lang));
    view! { <Frame desk><Shown desk path/></Frame> }
}

/// The page, once it is known who asks for it.
#[component]
fn Shown(desk: Desk, path: Memo<String>) -> impl IntoView {
    let lang = desk.lang;
    let trouble = RwSignal::new(None::<Trouble>);
    let ask = move || {
        trouble.set(None);
        spawn_local(async move {
            trouble.set(desk.learn().await.err());
        });
    };
    let page = Memo::new(move |_| Page::read(&path.get()));
    let is_known = Memo::new(move |_| desk.me.with(Option::is_some));
    Effect::new(move |_| {
        if !page.with(Page::is_door) && !is_known.get() {
            ask();
        }
    });
    let needs_factor =
        Memo::new(move |_| desk.me.with(|me| me.as_ref().is_some_and(|me| me.needs_second_factor)));
    Effect::new(move |_| {
        if needs_factor.get() && !page.with(|page| page.is_door() || *page == Page::SecondFactor) {
            let next = desk.here.get_untracked().address(Lang::Vi);
            desk.go_instead(Place::read(SET_UP).with("next", &next));
            desk.note.set(frame(lang).factor_first);
        }
    });
    move || {
        let page = page.get();
        if page.is_door() {
            return untrack(|| pages::draw(desk, &page));
        }
        if !is_known.get() {
            return match trouble.get() {
                Some(trouble) => view! { <Failed lang trouble retry=ask/> }.into_any(),
                None => view! { <Waiting lang/> }.into_any(),
            };
        }
        match (needs_factor.get(), page) {
            (true, page) if page != Page::SecondFactor => view! { <Waiting lang/> }.into_any(),
            (_, page) if desk.me.with_untracked(|me| pages::may(me.as_ref(), &page)) => {
                untrack(|| pages::draw(desk, &page))
            }
            _ => pages::not_yours(desk),
        }
    }
}
