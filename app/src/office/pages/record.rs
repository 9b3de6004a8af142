//! The record of what was done, as sentences, with filters and export.

mod changes;

use domain::{Lang, office::record::RecordRow};
use leptos::prelude::*;

use self::changes::{changes, named};
use crate::{
    chapters::ROOT,
    office::{
        desk::Desk,
        fetch::CALLS,
        list::{Cell, Entry, Filter, Kind, Shape, list},
        pages::parts::{head, lead},
        place::encoded,
    },
    text::{
        count,
        office::{deeds::deed, names, record::record},
    },
};

/// The record.
pub(crate) fn page(desk: Desk) -> AnyView {
    let words = record(desk.lang);
    let shape = Shape {
        call: "/record",
        what: words.heading,
        empty: words.empty,
        columns: Vec::new(),
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
    let words = record(lang);
    let moment = names::moment(lang, row.moment);
    let (day, time) = moment.split_once(' ').unwrap_or((&moment, ""));
    let parts = [(words.action, Some(&row.action)), (words.object, Some(&row.object))];
    let parts = parts.into_iter().chain([
        (words.before, row.before.as_ref()),
        (words.after, row.after.as_ref()),
        (words.link, Some(&row.hash)),
    ]);
    let exact = parts.filter_map(|(label, text)| Some((label, text?.clone())));
    vec![Cell::Entry(Box::new(Entry {
        day: day.to_owned(),
        time: time.to_owned(),
        actor: row.actor.clone(),
        deed: deed(lang, &row.action).map_or_else(|| row.action.clone(), str::to_owned),
        object: object(row, lang),
        changes: changes(lang, row.before.as_deref(), row.after.as_deref()),
        exact: exact.collect(),
        place: [words.entry, " ", &count(lang, row.seq.unsigned_abs())].concat(),
    }))]
}

/// What an entry is about: its name as it is or was, and its page.
fn object(row: &RecordRow, lang: Lang) -> (String, Option<String>) {
    let (kind, code) = row.object.split_once('/').unwrap_or((&row.object, ""));
    let name = [&row.after, &row.before].into_iter().flatten().find_map(|text| named(lang, text));
    let place = match kind {
        "unit" => "don-vi",
        "procedure" => "thu-tuc",
        "service-point" => "diem-tiep-nhan",
        "campaign" => "dot-khao-sat",
        "account" => "nguoi-dung",
        "difficulty" => "kho-khan",
        "feedback" => "gop-y",
        "request" => "phoi-hop",
        "lesson" => "bai-hoc",
        "notice" => "thong-bao",
        "webhook" => "chuong-trinh",
        "target" => "muc-tieu",
        _ => return (name.unwrap_or_else(|| code.to_owned()), None),
    };
    let path = [ROOT, "/", place, "/", &encoded(code)].concat();
    let is_page = !code.is_empty() && !code.contains('/');
    (name.unwrap_or_else(|| code.to_owned()), is_page.then_some(path))
}
