//! Signs of what was decided: each a shape of its own, never without its word beside it.

use domain::figures::{difference::Verdict, trend::assurance::Assurance};
use leptos::prelude::*;

/// Better, worse, the same, or too few to say.
pub fn sign(verdict: Verdict) -> AnyView {
    let (class, ground, arrow) = match verdict {
        Verdict::Up => (
            "sign better",
            "M-9.5 0a9.5 9.5 0 1 0 19 0a9.5 9.5 0 1 0-19 0",
            "M0 5V-4.5M-4-1 0-5l4 4",
        ),
        Verdict::Down => {
            ("sign worse", "M0-10.5 10.5 0 0 10.5-10.5 0z", "M0-5V4.5M-3.5 1.5 0 5l3.5-3.5")
        }
        Verdict::NotSeen => ("sign same", "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0-9 0", ""),
        Verdict::TooFew => ("sign few", "M-5.5 0a5.5 5.5 0 1 0 11 0a5.5 5.5 0 1 0-11 0", ""),
    };
    let arrow = (!arrow.is_empty()).then(|| view! { <path class="arrow" d=arrow></path> });
    view! {
        <svg class=class viewBox="-11 -11 22 22" aria-hidden="true">
            <path d=ground></path>
            {arrow}
        </svg>
    }
    .into_any()
}

/// The usual range as a bar, and the target as a line above, through or below it.
pub fn aim_sign(assurance: Assurance) -> AnyView {
    let (class, bar, line) = match assurance {
        Assurance::Always => ("aim-sign better", "M1 2h26v9H1z", "M0 16h28"),
        Assurance::Sometimes => ("aim-sign same", "M1 5h26v10H1z", "M0 10h28"),
        Assurance::Never => ("aim-sign worse", "M1 9h26v9H1z", "M0 4h28"),
    };
    view! {
        <svg class=class viewBox="0 0 28 20" aria-hidden="true">
            <path class="bar" d=bar></path>
            <path class="line" d=line></path>
        </svg>
    }
    .into_any()
}
