//! A row for each group, those decided to be below the others first: its interval with its value on it, and both in words at
//! the end; through all rows the whole and the target.

use domain::{
    Lang,
    figures::{
        difference::Verdict,
        index::{Index, IndexRow},
    },
};
use leptos::prelude::*;

use super::{
    in_order,
    scale::{Span, hundredths, length, lengths},
};
use crate::text::{self, count, percent};

/// Where a row stands beside all others together, as one decision for the whole list says.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Standing {
    Low,
    Same,
    High,
    /// Nothing was decided.
    Open,
}

impl Standing {
    fn of(row: &IndexRow) -> Self {
        match row.verdict {
            Some(Verdict::Down) => Self::Low,
            Some(Verdict::Up) => Self::High,
            Some(Verdict::NotSeen) => Self::Same,
            Some(Verdict::TooFew) | None => Self::Open,
        }
    }

    fn class(self) -> &'static str {
        ["low", "same", "high", "same"][self as usize]
    }
}

/// What all rows are measured by: the stretch that is drawn, the whole, and the target.
#[derive(Clone, Copy)]
struct Measure {
    span: Span,
    whole: Option<u32>,
    target: Option<u32>,
}

impl Measure {
    fn of(index: &Index, target: Option<u32>) -> Self {
        let whole = hundredths(index.total.percent.as_deref());
        let rows: Vec<_> = index.rows.iter().filter_map(lengths).collect();
        let ends = rows.iter().flat_map(|(value, low, high)| [*value, *low, *high]);
        Self { span: Span::around(ends.chain(whole).chain(target)), whole, target }
    }
}

/// The rows of an index.
#[component]
pub fn Bars(
    /// The language.
    lang: Lang,
    /// The figures.
    index: Index,
    /// What is to be reached, in hundredths of a percent.
    #[prop(default = None)]
    target: Option<u32>,
) -> impl IntoView {
    let words = text::figures(lang);
    let measure = Measure::of(&index, target);
    let rows = in_order(&index);
    let standings: Vec<Standing> = rows.iter().map(Standing::of).collect();
    let legend = legend(lang, &index.total, &measure, &standings);
    let ends = (words.stretch)(measure.span.floor / 100, measure.span.top / 100);
    let rows = rows.iter().zip(standings).map(|(row, it)| line(lang, row, it, measure));
    view! {
        <figure class="chart">
            {legend}
            <ol class="rows">{rows.collect::<Vec<_>>()}</ol>
            <figcaption class="hint">{ends}</figcaption>
        </figure>
    }
}

/// What the lines and shapes of this chart mean; of those that occur only.
fn legend(
    lang: Lang,
    total: &IndexRow,
    measure: &Measure,
    standings: &[Standing],
) -> impl IntoView + use<> {
    let words = text::figures(lang);
    let decimal = |it| percent(lang, Some(&format!("{}.{:02}", it / 100, it % 100)));
    let level = |class, name: &str, value: Option<String>| {
        let told = [name, " ", &value?].concat();
        let drawn = view! { <line class=class x1="50%" x2="50%" y2="100%"></line> };
        Some(view! { <li><svg class="key" aria-hidden="true">{drawn}</svg>{told}</li> }.into_any())
    };
    let shape = |standing: Standing, name: &'static str| {
        standings.contains(&standing).then(|| {
            let class = ["key ", standing.class()].concat();
            let drawn = mark(standing, "50%".to_owned());
            view! { <li><svg class=class aria-hidden="true">{drawn}</svg>{name}</li> }.into_any()
        })
    };
    let keys = [
        level("all", words.total, measure.whole.map(|_| words.value(lang, total))),
        level("aim", words.target, measure.target.map(decimal)),
        shape(Standing::Low, words.lower),
        shape(Standing::High, words.higher),
    ];
    view! { <ul class="legend">{keys.into_iter().flatten().collect::<Vec<_>>()}</ul> }
}

fn line(lang: Lang, row: &IndexRow, standing: Standing, measure: Measure) -> AnyView {
    let words = text::figures(lang);
    let (name, value) = (row.label.clone(), words.value(lang, row));
    let n = row.n.map(|n| (words.of_ballots)(&count(lang, n)));
    let Some((at, low, high)) = lengths(row) else {
        return view! {
            <li class="withheld">
                <span class="name">{name}</span>
                <small>{value} {n.map(|n| [" · ", &n].concat())}</small>
            </li>
        }
        .into_any();
    };
    let place = |value| length(measure.span.along(value));
    let level = |class, value: Option<u32>| {
        value.map(|value| {
            view! { <line class=class x1=place(value) x2=place(value) y2="100%"></line> }
        })
    };
    let differs = match standing {
        Standing::Low => words.lower,
        Standing::Same => words.no_difference,
        Standing::High => words.higher,
        Standing::Open => "",
    };
    view! {
        <li class=standing.class()>
            <span class="name">{name}</span>
            <svg class="rail" aria-hidden="true">
                {level("all", measure.whole)}
                {level("aim", measure.target)}
                <line class="span" x1=place(low) x2=place(high) y1="50%" y2="50%"></line>
                {mark(standing, place(at))}
            </svg>
            <b>{value}</b>
            <small>{n}</small>
            <span class="heard">{differs}</span>
        </li>
    }
    .into_any()
}

/// The value: a shape that points down, lies level or points up.
fn mark(standing: Standing, x: String) -> AnyView {
    let shape = match standing {
        Standing::Low => "M-6.5-5h13L0 6z",
        Standing::High => "M-6.5 5h13L0-6z",
        Standing::Same | Standing::Open => "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0",
    };
    view! {
        <svg class="at" x=x y="50%">
            <path d=shape></path>
        </svg>
    }
    .into_any()
}
