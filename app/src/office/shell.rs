//! The office itself: learns who is signed in, and shows the page that the address names.

use domain::Lang;
use leptos::{ev, prelude::*, task::spawn_local};

use super::{
    desk::Desk,
    fetch::Trouble,
    frame::Frame,
    load::{Failed, Waiting},
    page::Page,
    pages::parts::{head, lead},
    place::{self, Place},
};
use crate::{
    chapters::{Chapter, Map, table},
    text::{self, office::frame::frame},
};

/// The page to set up a second factor at.
const SET_UP: &str = "/van-phong/tai-khoan/hai-buoc";

/// The pages of one bundle.
pub struct Volume {
    chapter: Chapter,
    pages: &'static [Page],
}

impl Volume {
    /// The pages of a chapter.
    pub(crate) const fn of(chapter: Chapter, pages: &'static [Page]) -> Self {
        Self { chapter, pages }
    }

    /// The page at a path, if this bundle has it.
    fn page(&self, path: &str) -> Option<&'static Page> {
        table::DOORS.iter().chain(self.pages).find(|page| page.is_at(path))
    }
}

/// Everything between the head and the foot.
#[component]
pub fn Office(
    /// The language.
    lang: Lang,
    /// The pages that are here.
    volume: &'static Volume,
) -> impl IntoView {
    let desk = Desk::new(lang, Map { chapter: volume.chapter, addresses: table::ADDRESSES });
    window_event_listener(ev::popstate, move |_| {
        desk.say_nothing();
        desk.arrive(Place::now());
    });
    window_event_listener(ev::click, move |click| {
        let place = place::followed(&click).filter(|place| !desk.map.leads_away(&place.path));
        if let Some(place) = place {
            click.prevent_default();
            desk.go(place);
        }
    });
    desk.take_over_typed();
    place::never_shown_again();
    let path = Memo::new(move |_| desk.here.get().path);
    Effect::new(move |_| place::link_language(&desk.here.get(), lang));
    view! { <Frame desk><Shown desk volume path/></Frame> }
}

/// The page, once it is known who asks for it.
#[component]
fn Shown(desk: Desk, volume: &'static Volume, path: Memo<String>) -> impl IntoView {
    let lang = desk.lang;
    let trouble = RwSignal::new(None::<Trouble>);
    let ask = move || {
        trouble.set(None);
        spawn_local(async move {
            trouble.set(desk.learn().await.err());
        });
    };
    let is_door = Memo::new(move |_| volume.page(&path.get()).is_some_and(|it| it.way.is_door));
    let is_known = Memo::new(move |_| desk.me.with(Option::is_some));
    Effect::new(move |_| {
        path.track();
        if !is_door.get() && !is_known.get() {
            ask();
        }
    });
    let lacks_factor =
        Memo::new(move |_| desk.me.with(|me| me.as_ref().is_some_and(|me| me.needs_second_factor)));
    Effect::new(move |_| {
        if lacks_factor.get() && !is_door.get() {
            set_up_first(desk, &path.get());
        }
    });
    move || {
        let path = path.get();
        if is_door.get() {
            return untrack(|| draw(desk, volume, &path));
        }
        if !is_known.get() {
            return match trouble.get() {
                Some(trouble) => view! { <Failed lang trouble retry=ask/> }.into_any(),
                None => view! { <Waiting lang/> }.into_any(),
            };
        }
        if lacks_factor.get() && path != SET_UP {
            return view! { <Waiting lang/> }.into_any();
        }
        untrack(|| draw(desk, volume, &path))
    }
}

/// Leads to where a second factor is set up, and says why.
fn set_up_first(desk: Desk, path: &str) {
    if path != SET_UP {
        let next = desk.here.get_untracked().address(Lang::Vi);
        desk.go_instead(Place::read(SET_UP).with("next", &next));
    }
    desk.note.set(frame(desk.lang).factor_first);
}

/// The page at a path, or what stands in its place.
fn draw(desk: Desk, volume: &Volume, path: &str) -> AnyView {
    let words = frame(desk.lang);
    match volume.page(path) {
        None => vec![head(desk, words.unknown), lead(words.unknown_help)].into_any(),
        Some(page) if page.way.is_door || desk.may(page.way.needs) => page.show(desk, path),
        Some(_) => {
            let title = text::pages(desk.lang).not_allowed.title;
            vec![head(desk, title), lead(words.not_yours)].into_any()
        }
    }
}
