//! The figures in tables of a few columns each, so that a phone can show them too.

use domain::{
    feedback::figures::figure::{Figure, Measure},
    office::feedback::figures::{FeedbackFigures, FigureCell, FigureRow},
};
use leptos::prelude::*;

use crate::{
    office::{desk::Desk, place::Place},
    text::{
        case_figure, count, figure_base, figure_value,
        office::feedback::figures::{case_page, grouping},
    },
};

/// Every table, under its own head.
pub(super) fn tables(desk: Desk, figures: &FeedbackFigures) -> AnyView {
    use Figure as F;
    let words = case_page(desk.lang);
    let families: [(&'static str, &[Figure]); 6] = [
        (
            words.flow,
            &[F::Received, F::Handled, F::PendingInTime, F::PendingLate, F::OnTime, F::Published],
        ),
        (words.time, &[F::Median, F::Ninetieth]),
        (words.ages, &[F::UpTo5, F::UpTo15, F::UpTo30, F::Over30, F::LateTwice]),
        (words.passing, &[F::Transfers, F::Held, F::PingPong]),
        (words.beside, &[F::Reopened, F::Linked, F::Hints]),
        (words.requests, &[F::RequestsOnTime, F::RequestsLate, F::RequestsUnanswered]),
    ];
    // Requests have neither a way in nor a kind: by these nothing is told of them.
    let is_told = |columns: &[Figure]| {
        figures.total.figures.iter().any(|cell| columns.contains(&cell.figure))
    };
    let families = families.into_iter().filter(|(_, columns)| is_told(columns));
    let tables = families.map(|(title, columns)| family(desk, figures, title, columns));
    tables.collect::<Vec<_>>().into_any()
}

fn family(
    desk: Desk,
    figures: &FeedbackFigures,
    title: &'static str,
    columns: &[Figure],
) -> AnyView {
    let lang = desk.lang;
    let heads = columns.iter().map(|figure| {
        view! { <th scope="col" role="columnheader">{case_figure(lang, *figure)}</th> }
    });
    let heads = heads.collect::<Vec<_>>();
    let rows = figures.rows.iter().map(|it| row(desk, it, columns)).collect::<Vec<_>>();
    let total = row(desk, &figures.total, columns);
    view! {
        <section>
            <h2>{title}</h2>
            <div class="table">
                <table class="cut" role="table" aria-label=title>
                    <thead role="rowgroup">
                        <tr role="row">
                            <th scope="col" role="columnheader">{grouping(lang, figures.by)}</th>
                            {heads}
                        </tr>
                    </thead>
                    <tbody role="rowgroup">{rows}</tbody>
                    <tfoot role="rowgroup">{total}</tfoot>
                </table>
            </div>
            <p class="hint">{measured(desk, columns)}</p>
        </section>
    }
    .into_any()
}

fn row(desk: Desk, row: &FigureRow, columns: &[Figure]) -> AnyView {
    let cell = |figure: &Figure| row.figures.iter().find(|it| it.figure == *figure);
    let cells = columns.iter().filter_map(cell).map(|it| draw(desk, it)).collect::<Vec<_>>();
    let label = row.label.clone();
    view! { <tr role="row"><th scope="row" role="rowheader">{label}</th>{cells}</tr> }.into_any()
}

/// A figure that leads to its cases, with numerator and denominator in small print.
fn draw(desk: Desk, cell: &FigureCell) -> AnyView {
    let lang = desk.lang;
    let den = count(lang, cell.den);
    let beside = match cell.measure {
        Measure::Days => ["n = ", &den].concat(),
        _ => [count(lang, cell.num).as_str(), "/", &den].concat(),
    };
    // Of so few there is no percentage: what was counted is the figure.
    let is_told = cell.value.is_some() || cell.den == 0;
    let says = if is_told { figure_value(lang, cell) } else { beside.clone() };
    let beside = is_told.then_some(beside);
    let value = if cell.cases > 0 {
        let way = Place::read(&cell.list).address(lang);
        view! { <a href=way>{says}</a> }.into_any()
    } else {
        says.into_any()
    };
    let label = case_figure(lang, cell.figure);
    view! { <td role="cell" data-label=label>{value} {beside.map(|it| view! { <small class="beside">{it}</small> })}</td> }
        .into_any()
}

/// What each of some figures is measured against.
fn measured(desk: Desk, columns: &[Figure]) -> String {
    let lang = desk.lang;
    let mut bases: Vec<(&'static str, Vec<&'static str>)> = Vec::new();
    for figure in columns {
        let (base, name) = (figure_base(lang, figure.base()), case_figure(lang, *figure));
        match bases.iter_mut().find(|(known, _)| *known == base) {
            Some((_, names)) => names.push(name),
            None => bases.push((base, vec![name])),
        }
    }
    let told = bases.into_iter().map(|(base, names)| [&names.join(", "), ": ", base].concat());
    [case_page(lang).measured, " – ", &told.collect::<Vec<_>>().join("; "), "."].concat()
}
