//! States: a shape, a word and a tint.

use domain::Lang;
use leptos::prelude::*;

use crate::text::office::books::books;

/// What kind of state something is in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pill {
    /// It is open, or in force.
    On,
    /// It will be, or somebody is waited for.
    Soon,
    /// It is late, or something stopped it.
    Late,
    /// It is over.
    Off,
}

/// A state, told by its word; colour and shape only say it once more.
pub(super) fn pill(kind: Pill, says: &'static str) -> AnyView {
    let class = match kind {
        Pill::On => "pill on",
        Pill::Soon => "pill soon",
        Pill::Late => "pill late",
        Pill::Off => "pill off",
    };
    view! { <span class=class>{says}</span> }.into_any()
}

/// The state of what is in force on some days.
pub(super) fn validity(lang: Lang, in_force: bool, from: &str) -> (Pill, &'static str) {
    let words = books(lang);
    if in_force {
        return (Pill::On, words.in_force);
    }
    // Days are written so that they sort.
    match *from > *today() {
        true => (Pill::Soon, words.coming),
        false => (Pill::Off, words.not_in_force),
    }
}

/// Today on the clock of Viet Nam, `YYYY-MM-DD` and the time.
pub(super) fn today() -> String {
    let now = js_sys::Date::new(&(js_sys::Date::now() + 7.0 * 3_600_000.0).into());
    String::from(now.to_iso_string())
}
