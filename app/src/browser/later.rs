//! What is done after a while.

use std::time::Duration;

use leptos::prelude::set_timeout;

use super::visit;

/// Does something after a while, unless another page has come on view by then. Boxed, so that the
/// bundle holds one copy of what waits.
pub(crate) fn later(wait: Duration, what: Box<dyn FnOnce()>) {
    let visit = visit::number();
    let what = move || {
        if visit == visit::number() {
            what();
        }
    };
    set_timeout(what, wait);
}
