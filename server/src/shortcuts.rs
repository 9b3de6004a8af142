//! What a developer's build leaves out where tests ask for it: the cost of passwords, and the refusal
//! of a PostgreSQL that a power cut harms.

use std::sync::atomic::{AtomicBool, Ordering};

static TAKEN: AtomicBool = AtomicBool::new(false);

/// Takes the shortcuts, for the rest of the process. A release build has no such function.
#[cfg(debug_assertions)]
pub fn take() {
    TAKEN.store(true, Ordering::Relaxed);
}

/// Whether they are taken; never in a release build.
pub fn enabled() -> bool {
    cfg!(debug_assertions) && TAKEN.load(Ordering::Relaxed)
}
