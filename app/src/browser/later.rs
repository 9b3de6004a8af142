//! What is done after a while.

use std::time::Duration;

use leptos::prelude::set_timeout;

use super::history;

/// Does something after a while, unless another page has come on view by then. Boxed, so that the
/// bundle holds one copy of what waits.
pub(crate) fn later(wait: Duration, what: Box<dyn FnOnce()>) {
    let page = history::page();
    let what = move || {
        if page == history::page() {
            what();
        }
    };
    set_timeout(what, wait);
}
