//! The table of a list. Narrow screens show each row as a block, with the columns' names beside
//! the cells; the roles are written out because tables drawn so lose them.

use domain::Lang;
use leptos::prelude::*;

use super::entries::{Entry, TABLE};
use crate::{
    office::{
        desk::Desk,
        pill::{Pill, pill, validity},
    },
    text::office::frame::list,
};

/// A column.
#[derive(Clone, Copy)]
pub(in crate::office) struct Column {
    /// What the call sorts by; empty, if it does not.
    name: &'static str,
    /// What stands over it.
    label: &'static str,
}

impl Cell {
    /// Whether something is in force, which begins on a day.
    pub(in crate::office) fn validity(lang: Lang, in_force: bool, from: &str) -> Self {
        let (kind, says) = validity(lang, in_force, from);
        Self::State(kind, says)
    }
}

impl Column {
    /// A column that the call can sort by.
    pub(in crate::office) fn sorted(name: &'static str, label: &'static str) -> Self {
        Self { name, label }
    }

    /// A column in whatever order.
    pub(in crate::office) fn plain(label: &'static str) -> Self {
        Self { name: "", label }
    }
}

/// What a cell holds; always shown as text.
#[derive(Clone)]
pub(in crate::office) enum Cell {
    /// Text.
    Text(String),
    /// A day or a moment, never broken.
    When(String),
    /// A path of ours, what it leads to, and in small print what else tells that apart, such as its code.
    Named(String, String, String),
    /// A unit, by its code.
    Unit(Option<String>),
    /// What somebody said, line by line, and a mark beside it.
    Speech(String, Option<&'static str>),
    /// The whole row as a sentence.
    Entry(Box<Entry>),
    /// A state.
    State(Pill, &'static str),
    /// A number, at the end of its column.
    Number(String),
}

/// A page of rows, ready to be drawn.
#[derive(Clone, Default)]
pub(super) struct Drawn {
    pub(super) rows: Vec<Vec<Cell>>,
    pub(super) total: usize,
    pub(super) page: usize,
    pub(super) pages: usize,
    pub(super) earlier: Option<String>,
}

/// The rows under their heads.
#[component]
pub(super) fn Table(
    desk: Desk,
    shown: RwSignal<Option<Drawn>>,
    busy: RwSignal<bool>,
    what: &'static str,
    columns: Vec<Column>,
) -> impl IntoView {
    let heads = columns.iter().map(|&column| view! { <Head desk column/> }).collect::<Vec<_>>();
    let rows = move || {
        let page = shown.get().unwrap_or_default();
        let row = |cells: Vec<Cell>| {
            let cells = cells.into_iter().zip(&columns).enumerate();
            let cells = cells.map(|(at, (cell, column))| draw(desk, at, cell, column.label));
            view! { <tr role="row">{cells.collect::<Vec<_>>()}</tr> }
        };
        page.rows.into_iter().map(row).collect::<Vec<_>>()
    };
    let is_empty = move || shown.with(|page| page.as_ref().is_none_or(|page| page.rows.is_empty()));
    view! {
        <table class="list" id=TABLE tabindex="-1" role="table" hidden=is_empty aria-busy=move || busy.get().to_string()>
            <caption>{what}</caption>
            <thead role="rowgroup"><tr role="row">{heads}</tr></thead>
            <tbody role="rowgroup">{rows}</tbody>
        </table>
    }
}

fn draw(desk: Desk, at: usize, cell: Cell, label: &'static str) -> AnyView {
    let inside = match cell {
        Cell::Text(text) => text.into_any(),
        Cell::When(text) => view! { <span class="when">{text}</span> }.into_any(),
        Cell::Named(path, name, beside) => view! {
            <a href=desk.link(&path)>{name}</a>
            <small class="beside">{beside}</small>
        }
        .into_any(),
        Cell::Unit(code) => {
            let name = code.map_or_else(|| "—".to_owned(), |code| desk.unit_name(&code));
            name.into_any()
        }
        Cell::Speech(text, beside) => {
            let beside = beside.map(|beside| view! { " " <span class="mark">{beside}</span> });
            view! { <span class="speech">{text}</span> {beside} }.into_any()
        }
        // A sentence stands in no table.
        Cell::Entry(_) => ().into_any(),
        Cell::State(kind, says) => pill(kind, says),
        Cell::Number(text) => view! { <span class="number">{text}</span> }.into_any(),
    };
    if at == 0 {
        return view! { <th scope="row" role="rowheader">{inside}</th> }.into_any();
    }
    view! { <td role="cell" data-label=label>{inside}</td> }.into_any()
}

/// A column's head; pressing it sorts by the column, pressing again turns the order round.
#[component]
fn Head(desk: Desk, column: Column) -> impl IntoView {
    let Column { name, label } = column;
    if name.is_empty() {
        return view! { <th scope="col" role="columnheader">{label}</th> }.into_any();
    }
    let words = list(desk.lang);
    let order = Memo::new(move |_| {
        let sort = desk.here.get().get("sort").to_owned();
        (sort == name, sort.strip_prefix('-') == Some(name))
    });
    let sorted = move || match order.get() {
        (true, _) => Some("ascending"),
        (_, true) => Some("descending"),
        _ => None,
    };
    let sort = move |_| {
        let next = if order.get_untracked().0 { ["-", name].concat() } else { name.to_owned() };
        desk.go(desk.here.get_untracked().with("page", "").with("sort", &next));
    };
    let hint = move || if order.get().0 { words.sort_down } else { words.sort_up };
    view! {
        <th scope="col" role="columnheader" aria-sort=sorted>
            <button type="button" title=hint on:click=sort>{label}</button>
        </th>
    }
    .into_any()
}
