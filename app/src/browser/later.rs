//! What is done after a while.

use std::time::Duration;

use leptos::prelude::set_timeout;

/// Does something after a while. Boxed, so that the bundle holds one copy of what waits.
pub(crate) fn later(wait: Duration, what: Box<dyn FnOnce()>) {
    set_timeout(what, wait);
}
