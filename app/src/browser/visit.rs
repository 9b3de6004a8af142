//! From page to page without loading anew: what the server renders takes the place of what is on view.
//! Whatever fails is left to the browser, which loads the page as if there were no scripts.

mod press;
mod screen;

use std::{cell::Cell, time::Duration};

use js_sys::Object;
use leptos::{ev, prelude::*};
use wasm_bindgen_futures::spawn_local;

use super::{history, json, later::later};
use screen::Screen;

/// Brings the page on view to life, until its owner is cleaned up.
pub type Life = fn() -> Option<Owner>;

/// How long the reader waits before being told of it.
const PATIENCE: Duration = Duration::from_millis(300);

thread_local! {
    /// How many visits have begun: only the latest is shown.
    static BEGUN: Cell<u32> = const { Cell::new(0) };
    /// What brings a page to life, and what owns the life of the one on view.
    static LIFE: Cell<Option<Life>> = const { Cell::new(None) };
    static ALIVE: Cell<Option<Owner>> = const { Cell::new(None) };
    /// How far down each page was read, by its address.
    static SCROLLS: Object = Object::new();
}

/// Brings the first page to life and follows whatever leads from it to another of ours.
pub fn begin(life: Life) {
    LIFE.set(Some(life));
    come_alive();
    // From here on it is known which page is on view, whatever Back makes of the address.
    history::shown();
    history::scroll_ourselves();
    window_event_listener(ev::click, |event| follow(&event, press::link(&event)));
    window_event_listener(ev::submit, |event| follow(&event, press::question(&event)));
    window_event_listener(ev::popstate, |_| {
        if !history::is_shown() {
            go(history::here(), false);
        }
    });
}

/// Asks the server for the page on view once more.
pub(crate) fn again() {
    go(history::here(), false);
}

fn follow(event: &ev::Event, address: Option<String>) {
    if let Some(address) = address {
        let is_new = address != history::here();
        go(address, is_new);
        // Last: had anything broken down, the browser would follow.
        event.prevent_default();
    }
}

/// Goes to a page; a new one gets an entry in the history.
fn go(address: String, is_new: bool) {
    SCROLLS.with(|all| json::set(all, &history::shown(), json::get(&window(), "scrollY")));
    let visit = BEGUN.get() + 1;
    BEGUN.set(visit);
    spawn_local(async move {
        let screen = Screen::fetch(&address).await;
        if visit != BEGUN.get() {
            return;
        }
        match screen {
            Some(screen) => arrive(&screen, &address, is_new),
            None if is_new => history::load(&address),
            None => history::reload(),
        }
    });
    later(
        PATIENCE,
        Box::new(move || {
            if visit == BEGUN.get() {
                screen::say_wait();
            }
        }),
    );
}

fn arrive(screen: &Screen, address: &str, is_new: bool) {
    let place = address.split_once('#').map(|(_, place)| place);
    history::enter(&screen.address(place), is_new);
    screen.show();
    if let Some(alive) = ALIVE.take() {
        alive.cleanup();
    }
    come_alive();
    let top = SCROLLS.with(|all| json::get(all, &history::shown()));
    screen::read(place, &if is_new { 0.into() } else { top });
}

fn come_alive() {
    ALIVE.set(LIFE.get().and_then(|life| life()));
}
