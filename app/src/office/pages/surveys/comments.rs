//! What people added to their ballots in words.

use domain::{Lang, office::surveys::comments::CommentRow};
use leptos::prelude::*;

use crate::{
    office::{
        choices,
        desk::Desk,
        list::{Cell, Column, Filter, Kind, Shape, list},
        pages::parts::{head, lead, or_dash},
        pill::Pill,
    },
    text::{
        form,
        office::{books::books, names, record::record, surveys::comments},
    },
};

/// The comments within the reader's reach.
pub(crate) fn page(desk: Desk) -> AnyView {
    let (words, days) = (comments(desk.lang), record(desk.lang));
    let unit = books(desk.lang).unit;
    let shape = Shape {
        call: "/comments",
        what: words.heading,
        empty: words.empty,
        columns: vec![
            Column::plain(words.text),
            Column::plain(words.day),
            Column::plain(words.level),
            Column::plain(unit),
            Column::plain(words.procedure),
            Column::plain(words.campaign),
            Column::plain(words.publishable),
        ],
        filters: vec![
            Filter { name: "unit", label: unit, kind: Kind::One(choices::units(desk)) },
            Filter {
                name: "campaign",
                label: words.campaign,
                kind: Kind::One(choices::listed(desk, "/campaigns")),
            },
            Filter { name: "from", label: days.from, kind: Kind::Day },
            Filter { name: "to", label: days.to, kind: Kind::Day },
        ],
        cells,
    };
    vec![head(desk, words.heading), lead(words.lead), list(desk, shape)].into_any()
}

fn cells(row: &CommentRow, lang: Lang) -> Vec<Cell> {
    let unit = row.unit_name.as_ref().map(|name| name.get(lang).to_owned());
    let words = comments(lang);
    let may = if row.publishable { words.may } else { words.may_not };
    vec![
        Cell::Speech(row.text.clone(), row.masked.then_some(comments(lang).masked)),
        Cell::When(names::day(lang, &row.day)),
        level(lang, row.lowest_level),
        Cell::Text(or_dash(unit.or_else(|| row.unit.clone()))),
        Cell::Text(or_dash(row.procedure_name.as_ref().map(|name| name.get(lang).to_owned()))),
        Cell::Text(row.campaign_title.get(lang).to_owned()),
        Cell::Text(may.to_owned()),
    ]
}

/// The lowest level on the ballot, in the words of the form.
fn level(lang: Lang, lowest: Option<u8>) -> Cell {
    let Some(level) = lowest else { return Cell::Text(or_dash(None)) };
    let says = form(lang).levels.get(usize::from(level) - 1).copied().unwrap_or_default();
    let kind = match level {
        1 | 2 => Pill::Late,
        3 => Pill::Soon,
        _ => Pill::On,
    };
    Cell::State(kind, says)
}
