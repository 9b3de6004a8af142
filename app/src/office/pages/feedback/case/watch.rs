//! Who else looks at a case: asked again as long as the page is on view.

use std::time::Duration;

use domain::office::feedback::case::ViewersView;
use leptos::{prelude::*, task::spawn_local};

use super::Bench;
use crate::{
    browser::json,
    office::fetch::{self, CALLS, Trouble},
    text::office::feedback::case::case,
};

/// How long until it is asked again.
const PAUSE: Duration = Duration::from_secs(25);

/// Asks for as long as the page is there and on view. Where the session has ended it asks no more, and
/// leaves it to the reader's next step to say so.
pub(super) fn keep(bench: Bench) {
    let is_over = StoredValue::new(false);
    let ask = move || {
        let is_hidden = json::get(&document(), "hidden").is_truthy();
        if !is_hidden && is_over.try_get_value() == Some(false) {
            spawn_local(ask(bench, is_over));
        }
    };
    if let Ok(handle) = set_interval_with_handle(ask, PAUSE) {
        on_cleanup(move || handle.clear());
    }
}

async fn ask(bench: Bench, is_over: StoredValue<bool>) {
    let Some(call) = bench.call.try_get_value() else { return };
    let address = [CALLS, &call, "/viewers"].concat();
    match fetch::get::<ViewersView>(&address, bench.desk.lang).await {
        Ok(found) => drop(bench.watching.try_set(found.viewers)),
        // It comes again with the next try.
        Err(Trouble::NoAnswer | Trouble::Odd) => {}
        Err(_) => drop(is_over.try_set_value(true)),
    }
}

/// Their names; the place is there before them, so that a change is read out.
pub(super) fn told(bench: Bench) -> AnyView {
    let words = case(bench.desk.lang);
    let says = move || match bench.watching.get() {
        names if names.is_empty() => String::new(),
        names => (words.watching)(&names.join(", ")),
    };
    view! { <p class="watch" role="status">{says}</p> }.into_any()
}
