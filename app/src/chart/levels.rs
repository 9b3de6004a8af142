//! How often each of the five levels was given: one bar around the middle of "Bình thường".

use domain::Lang;
use leptos::prelude::*;

use super::place::at;
use crate::text::{self, count};

/// All of a width, in hundredths of a percent.
const ALL: u64 = 10_000;

/// The parts of a bar: where each begins and how wide it is, in hundredths of a percent.
pub(super) fn parts(levels: [u64; 5]) -> Option<[(u64, u64); 5]> {
    // Halves of the middle level lie to either side, so everything is doubled.
    let [low, less, middle, more, high] = levels;
    let (left, right) = (2 * (low + less) + middle, 2 * (more + high) + middle);
    let most = left.max(right);
    if most == 0 {
        return None;
    }
    let place = |doubled: u64| doubled * (ALL / 2) / most;
    let mut begin = most - left;
    Some(levels.map(|n| {
        let part = (place(begin), place(begin + 2 * n) - place(begin));
        begin += 2 * n;
        part
    }))
}

/// The bar, with its sentence below.
#[component]
pub fn Levels(
    /// The language.
    lang: Lang,
    /// Answers at level 1 to 5.
    levels: [u64; 5],
    /// What the bar says.
    sentence: String,
) -> impl IntoView {
    let Some(parts) = parts(levels) else { return ().into_any() };
    let classes = ["one", "two", "three", "four", "five"];
    let shapes = parts.into_iter().zip(classes).zip(levels).map(|(((from, width), class), n)| {
        let inside = (width > 900).then(|| {
            let middle = at(from + width / 2);
            view! { <text x=middle y="50%" dy=".35em" text-anchor="middle">{count(lang, n)}</text> }
        });
        view! { <rect class=class x=at(from) width=at(width) height="100%"></rect> {inside} }
    });
    let names = text::form(lang).levels.iter().zip(classes).map(|(name, class)| {
        let class = ["key ", class].concat();
        let key = view! { <svg class=class aria-hidden="true"><rect width="100%" height="100%"></rect></svg> };
        view! { <li>{key}{*name}</li> }
    });
    let label = sentence.clone();
    view! {
        <figure class="chart">
            <ul class="legend">{names.collect::<Vec<_>>()}</ul>
            <svg class="levels" role="img" aria-label=label>{shapes.collect::<Vec<_>>()}</svg>
            <figcaption class="hint">{sentence}</figcaption>
        </figure>
    }
    .into_any()
}

#[cfg(test)]
mod tests {
    use super::parts;

    #[test]
    fn the_middle_level_lies_around_the_middle() {
        let found = parts([0, 0, 10, 0, 0]).unwrap();
        assert_eq!(found[2], (0, 10_000));
        // 2 below, 4 in the middle, 6 above: the right half is filled.
        let found = parts([1, 1, 4, 3, 3]).unwrap();
        assert_eq!(found.map(|(from, _)| from), [2500, 3125, 3750, 6250, 8125]);
        assert_eq!(found[4].0 + found[4].1, 10_000);
        assert_eq!(found[2].0 + found[2].1 / 2, 5000);
        assert_eq!(parts([0; 5]), None);
    }
}
