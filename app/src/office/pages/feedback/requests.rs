//! Co-ordination requests: who asks whom, until when, and what came of it.

mod new;
mod show;

use domain::{
    Action, Lang,
    feedback::{figures::figure::Figure, request::Outcome},
    office::feedback::request::{RequestCount, RequestRow, RequestTab},
};
use leptos::prelude::*;
use serde::Deserialize;

use super::{figures, standing::standing};
use crate::{
    office::{
        desk::Desk,
        list::{Cell, Column, Shape, list},
        load::{Source, load},
        pages::parts::{head, lead, ways},
        place::Place,
    },
    text::{
        case_figure, count,
        office::{
            feedback::{
                figures::case_page,
                requests::{self as words_of, requests},
            },
            names,
        },
    },
};

pub(crate) use self::{new::new, show::show};

/// Where the list is.
const LIST: &str = "/van-phong/phoi-hop";

/// What is asked of the list for its tabs.
#[derive(Deserialize)]
struct Tabs {
    tabs: Vec<RequestCount>,
}

/// The list, by tab.
pub(crate) fn page(desk: Desk) -> AnyView {
    let words = requests(desk.lang);
    let shape = Shape {
        call: "/requests",
        what: words.heading,
        empty: words.empty,
        columns: vec![
            Column::plain(words.subject),
            Column::sorted("from", words.from),
            Column::sorted("unit", words.unit),
            Column::sorted("due", words.due),
            Column::plain(words.state),
        ],
        filters: Vec::new(),
        cells,
    };
    let add = "/van-phong/them/phoi-hop".to_owned();
    let tabs = move |it: Tabs| tabs(desk, &it.tabs);
    vec![
        head(desk, words.heading),
        lead(words.lead),
        ways(desk, vec![(Action::WorkOnFeedback, add, words.add)]),
        load(desk, "/requests", Source::new(), tabs),
        listed(desk),
        list(desk, shape),
    ]
    .into_any()
}

/// The tabs. They are links: where a reader is stands in the address.
fn tabs(desk: Desk, counts: &[RequestCount]) -> AnyView {
    let lang = desk.lang;
    let link = |it: &RequestCount| {
        let (tab, n) = (it.tab, it.count);
        let place = Place { path: LIST.to_owned(), query: Vec::new() }.with("tab", tab.name());
        let current = move || {
            let here = desk.here.get();
            let at = RequestTab::read(here.get("tab")).unwrap_or(RequestTab::Asked);
            (here.get("figure").is_empty() && at == tab).then_some("page")
        };
        let is_late = tab == RequestTab::Overdue && n > 0;
        view! {
            <li>
                <a href=place.address(lang) aria-current=current class:late=is_late>
                    <b>{count(lang, n as u64)}</b>
                    " "
                    {words_of::tab(lang, tab)}
                </a>
            </li>
        }
    };
    let links = counts.iter().map(link).collect::<Vec<_>>();
    view! { <nav class="tabs" aria-label=requests(lang).tabs><ul>{links}</ul></nav> }.into_any()
}

/// Which requests these are, where a figure led here.
fn listed(desk: Desk) -> AnyView {
    let lang = desk.lang;
    let says = move || {
        let here = desk.here.get();
        let figure = Figure::read(here.get("figure"))?;
        let says = (requests(lang).listed)(case_figure(lang, figure), here.get("period"));
        let mut back = here;
        back.query.retain(|(name, _)| matches!(name.as_str(), "scheme" | "period"));
        back.path = figures::PAGE.to_owned();
        Some(view! { <p>{says} " " <a href=back.address(lang)>{case_page(lang).back}</a></p> })
    };
    says.into_any()
}

fn cells(row: &RequestRow, lang: Lang) -> Vec<Cell> {
    let from = match &row.from {
        Some(unit) => Cell::Unit(Some(unit.clone())),
        None => Cell::Text(row.body.clone()),
    };
    let (pill, says) = standing(lang, row);
    vec![
        Cell::Named(address(row.id), row.subject.clone(), row.person.clone().unwrap_or_default()),
        from,
        Cell::Unit(Some(row.unit.clone())),
        Cell::When(names::day(lang, &row.due)),
        Cell::State(pill, says),
    ]
}

fn address(id: i64) -> String {
    [LIST, "/", &id.to_string()].concat()
}

/// Whether a reply to it would be late.
fn is_late(row: &RequestRow) -> bool {
    row.outcome == Some(Outcome::NoReply)
}
