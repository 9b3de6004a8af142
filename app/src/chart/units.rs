//! Units beside each other: a dot on each interval, one scale, in groups that one decision makes.

use domain::{Lang, figures::difference::Verdict, office::figures::behind::UnitRow};
use leptos::prelude::*;

use super::{
    place::at,
    scale::{Span, length},
    table::framed,
};
use crate::text::{
    self, count,
    office::behind::{ballots, behind, standing, told, units_sentence},
    trends::stretch,
};

/// Rows are in the order in which they come: those below the others first.
#[component]
pub fn Units(
    /// The language.
    lang: Lang,
    /// The units.
    rows: Vec<UnitRow>,
    /// The way to a unit's own page.
    way: fn(&UnitRow) -> String,
) -> impl IntoView {
    let told = rows.iter().filter_map(|row| Some((row.figure.value?, row.figure.interval?)));
    let ends = told.flat_map(|(value, ends)| [small(value), small(ends.low), small(ends.high)]);
    let ends: Vec<u32> = ends.collect();
    let span = Span::around(ends.into_iter());
    let scale = (text::figures(lang).stretch)(span.floor / 100, span.top / 100);
    let summary = [&units_sentence(lang, &rows), " ", &scale].concat();
    let groups = rows.chunk_by(|one, next| one.verdict == next.verdict).map(|group| {
        let lines = group.iter().map(|row| line(lang, row, span, way)).collect::<Vec<_>>();
        view! {
            <h3>{standing(lang, group[0].verdict)}</h3>
            <ol class="rows">{lines}</ol>
        }
    });
    view! {
        <figure class="chart">
            {groups.collect::<Vec<_>>()}
            <figcaption class="hint">{summary}</figcaption>
        </figure>
    }
    .into_any()
}

fn small(value: u64) -> u32 {
    u32::try_from(value).unwrap_or(10_000)
}

fn line(lang: Lang, row: &UnitRow, span: Span, way: fn(&UnitRow) -> String) -> AnyView {
    let own = row.is_own.then(|| view! { <small>" ("{behind(lang).own}")"</small> });
    let name = view! { <a href=way(row)>{row.label.clone()}</a> };
    let name = view! { <span class="name">{name}{own}</span> };
    let (Some(value), Some(ends)) = (row.figure.value, row.figure.interval) else {
        let few = ballots(lang, row.figure.n);
        return view! { <li class="withheld">{name}<small>{few}</small></li> }.into_any();
    };
    let place = |value| length(span.along(small(value)));
    let (class, shape) = match row.verdict {
        Verdict::Down => ("low", "M-6.5-5h13L0 6z"),
        Verdict::Up => ("high", "M-6.5 5h13L0-6z"),
        Verdict::NotSeen | Verdict::TooFew => ("same", "M-5 0a5 5 0 1 0 10 0a5 5 0 1 0-10 0"),
    };
    let middle = at(5000);
    view! {
        <li class=class>
            {name}
            <svg class="rail" aria-hidden="true">
                <line class="span" x1=place(ends.low) x2=place(ends.high) y1="50%" y2="50%"></line>
                <svg class="at" x=place(value) y=middle>
                    <path d=shape></path>
                </svg>
            </svg>
            <b>{told(lang, &row.figure)}</b>
            <small>{ballots(lang, row.figure.n)}</small>
        </li>
    }
    .into_any()
}

/// The units as a table.
#[component]
pub fn UnitTable(
    /// The language.
    lang: Lang,
    /// The units.
    rows: Vec<UnitRow>,
) -> impl IntoView {
    let (words, figures) = (behind(lang), text::figures(lang));
    let heads = [
        words.unit,
        figures.percent,
        figures.interval,
        figures.counts,
        figures.ballots,
        words.beside_others,
        words.place,
    ];
    let rows = rows.iter().map(|row| cells(lang, row)).collect::<Vec<_>>();
    framed(words.units.to_owned(), &heads, rows)
}

fn cells(lang: Lang, row: &UnitRow) -> AnyView {
    let (words, figures) = (behind(lang), text::figures(lang));
    let dash = || "—".to_owned();
    let figure = &row.figure;
    // The counts of so few would be a percentage again.
    let counts =
        figure.value.map(|_| [&count(lang, figure.num), "/", &count(lang, figure.den)].concat());
    let number = |place: usize| count(lang, place as u64);
    let places = row.places.map(|(best, worst)| match best == worst {
        true => number(best),
        false => (words.places)(&number(best), &number(worst)),
    });
    let cells = [
        (figures.percent, told(lang, figure)),
        (figures.interval, figure.interval.map_or_else(dash, |it| stretch(lang, it))),
        (figures.counts, counts.unwrap_or_else(dash)),
        (figures.ballots, count(lang, figure.n)),
        (words.beside_others, standing(lang, row.verdict).to_owned()),
        (words.place, places.unwrap_or_else(dash)),
    ];
    let cells = cells.map(|(label, cell)| view! { <td role="cell" data-label=label>{cell}</td> });
    view! {
        <tr role="row">
            <th scope="row" role="rowheader">{row.label.clone()}</th>
            {cells.into_iter().collect::<Vec<_>>()}
        </tr>
    }
    .into_any()
}
