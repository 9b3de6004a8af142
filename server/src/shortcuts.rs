//! What a developer's build leaves out where tests ask for it: the cost of passwords, and the refusal
//! of a PostgreSQL that a power cut harms. Its clock may also be set by a file.

use std::{
    fs,
    path::PathBuf,
    sync::{
        OnceLock,
        atomic::{AtomicBool, Ordering},
    },
};

use chrono::{DateTime, TimeDelta, Utc};

static TAKEN: AtomicBool = AtomicBool::new(false);
static CLOCK: OnceLock<PathBuf> = OnceLock::new();

/// Takes the shortcuts, for the rest of the process. A file, if there is one, says by how many
/// seconds the clock is wrong. A release build has no such function.
#[cfg(debug_assertions)]
pub fn take(clock: Option<PathBuf>) {
    TAKEN.store(true, Ordering::Relaxed);
    if let Some(clock) = clock {
        CLOCK.get_or_init(|| clock);
    }
}

/// Whether they are taken; never in a release build.
pub fn enabled() -> bool {
    cfg!(debug_assertions) && TAKEN.load(Ordering::Relaxed)
}

/// The time as the clock of a test shows it; the time itself where there is none.
pub fn shown(now: DateTime<Utc>) -> DateTime<Utc> {
    let file = CLOCK.get().filter(|_| enabled());
    let text = file.and_then(|file| fs::read_to_string(file).ok());
    let ahead = text.and_then(|text| TimeDelta::try_seconds(text.trim().parse().ok()?));
    now + ahead.unwrap_or_default()
}
