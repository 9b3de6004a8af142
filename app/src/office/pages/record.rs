//! The record of what was done, with filters and export.

use domain::{Lang, office::record::RecordRow};
use leptos::prelude::*;

use crate::{
    office::{
        desk::Desk,
        fetch::CALLS,
        list::{Cell, Column, Filter, Kind, Shape, list},
        pages::parts::{head, lead},
    },
    text::office::{names, record::record},
};

/// The record.
pub(crate) fn page(desk: Desk) -> AnyView {
    let words = record(desk.lang);
    let shape = Shape {
        call: "/record",
        what: words.heading,
        empty: words.empty,
        columns: vec![
            Column::plain("№"),
            Column::plain(words.when),
            Column::plain(words.actor),
            Column::plain(words.action),
            Column::plain(words.object),
            Column::plain(words.before),
            Column::plain(words.after),
        ],
        filters: vec![
            Filter { name: "actor", label: words.actor, kind: Kind::Text },
            Filter { name: "action", label: words.action, kind: Kind::Text },
            Filter { name: "from", label: words.from, kind: Kind::Day },
            Filter { name: "to", label: words.to, kind: Kind::Day },
        ],
        cells,
    };
    // The export is a file of the server's, so the links are followed by the browser itself.
    let way = move |ending: &'static str| {
        let href = move || {
            let place = desk.here.get().with("page", "").with("before", "");
            [CALLS, "/record.", ending, &place.search(desk.lang)].concat()
        };
        view! { <a class="button quiet" href=href download>{ending.to_uppercase()}</a> }
    };
    vec![
        head(desk, words.heading),
        lead(words.lead),
        list(desk, shape),
        view! { <p class="buttons">{words.export} ": " {way("csv")} {way("xlsx")}</p> }.into_any(),
    ]
    .into_any()
}

fn cells(row: &RecordRow, lang: Lang) -> Vec<Cell> {
    vec![
        Cell::Text(row.seq.to_string()),
        Cell::When(names::moment(lang, row.moment)),
        Cell::Text(row.actor.clone()),
        Cell::Text(row.action.clone()),
        Cell::Text(row.object.clone()),
        Cell::Exact(row.before.clone().unwrap_or_default()),
        Cell::Exact(row.after.clone().unwrap_or_default()),
    ]
}
