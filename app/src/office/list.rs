//! Lists: one table for all of them. What is searched, sorted and paged stands in the address.

mod entries;
mod search;
mod table;

use domain::Lang;
use leptos::{prelude::*, task::spawn_local};
use serde::{Deserialize, de::DeserializeOwned};

pub(super) use self::{
    entries::{Changed, Entry},
    search::{Filter, Kind},
    table::{Cell, Column},
};
use self::{
    entries::{Entries, TABLE},
    search::Search,
    table::{Drawn, Table},
};
use super::{
    desk::Desk,
    fetch::{self, Trouble},
    load::Failed,
    place::Place,
};
use crate::{
    browser::focus,
    text::office::frame::{frame, list as words_of, rows},
};

/// What a list shows and how.
#[derive(Clone)]
pub(super) struct Shape<T: 'static> {
    /// The call that gives it.
    pub(super) call: &'static str,
    /// What its rows are.
    pub(super) what: &'static str,
    /// Said when there are none at all: what to do.
    pub(super) empty: &'static str,
    /// The columns; the first names the row. Without any, each row is one sentence.
    pub(super) columns: Vec<Column>,
    /// What is asked for besides words.
    pub(super) filters: Vec<Filter>,
    /// The cells of a row.
    pub(super) cells: fn(&T, Lang) -> Vec<Cell>,
}

/// A page of a list as it comes; the record also says where to go on from.
#[derive(Deserialize)]
struct Answer<T> {
    rows: Vec<T>,
    total: usize,
    page: usize,
    pages: usize,
    #[serde(default = "Option::default")]
    earlier: Option<String>,
}

/// Reads a page of rows and makes cells of them.
type Draw = Box<dyn Fn(&str) -> Result<Drawn, Trouble> + Send + Sync>;

/// The list at this address.
pub(super) fn list<T: DeserializeOwned>(desk: Desk, shape: Shape<T>) -> AnyView {
    list_at(desk, shape.call.to_owned(), shape)
}

/// The same from a call that names something.
pub(super) fn list_at<T: DeserializeOwned>(desk: Desk, call: String, shape: Shape<T>) -> AnyView {
    let Shape { what, empty, columns, filters, cells, .. } = shape;
    let lang = desk.lang;
    let draw = move |text: &str| {
        let Answer { rows, total, page, pages, earlier } = fetch::read::<Answer<T>>(text)?;
        let rows = rows.iter().map(|row| cells(row, lang)).collect();
        Ok(Drawn { rows, total, page, pages, earlier })
    };
    list_of(desk, Frame { call, what, empty, columns, filters }, Box::new(draw))
}

/// What a list shows, whatever its rows are.
struct Frame {
    call: String,
    what: &'static str,
    empty: &'static str,
    columns: Vec<Column>,
    filters: Vec<Filter>,
}

// Inlined, it would be in the bundle once for each list.
#[inline(never)]
fn list_of(desk: Desk, frame: Frame, draw: Draw) -> AnyView {
    view! { <List desk frame draw/> }.into_any()
}

/// The same without types, so that it is there once.
#[component]
fn List(desk: Desk, frame: Frame, draw: Draw) -> impl IntoView {
    let Frame { call, what, empty, columns, filters } = frame;
    let path = desk.here.get_untracked().path;
    // On the way to another page this one must not ask once more.
    let wanted = Memo::new(move |before: Option<&Place>| {
        let here = desk.here.get();
        if here.path == path { here } else { before.cloned().unwrap_or(here) }
    });
    let shown = RwSignal::new(None::<Drawn>);
    let trouble = RwSignal::new(None::<Trouble>);
    let faults = RwSignal::new(Vec::new());
    let busy = RwSignal::new(true);
    let again = RwSignal::new(0);
    let draw = StoredValue::new(draw);
    Effect::new(move |before: Option<Place>| {
        again.track();
        let place = wanted.get();
        let asked = place.clone();
        let turns = before.is_some_and(|before| turns(&before, &asked));
        busy.set(true);
        let call = [&call, place.search(Lang::Vi).as_str()].concat();
        spawn_local(async move {
            let answer = desk.call("GET", call, None).await;
            // An answer to a question that was changed meanwhile is of no use.
            if wanted.try_get_untracked().is_none_or(|now| now != place) {
                return;
            }
            let answer = answer.and_then(|text| draw.with_value(|draw| draw(&text)));
            busy.set(false);
            let wrong = match &answer {
                Err(Trouble::Refused { faults, .. }) => faults.clone(),
                _ => Vec::new(),
            };
            trouble.set(answer.as_ref().err().filter(|_| wrong.is_empty()).cloned());
            faults.set(wrong);
            shown.set(answer.ok());
            if turns {
                focus::at_the_top(TABLE);
            }
        });
        asked
    });
    let rows = match columns.is_empty() {
        true => entries(desk, shown, busy, what),
        false => view! { <Table desk shown busy what columns/> }.into_any(),
    };
    view! {
        <Search desk filters faults/>
        <State desk shown trouble busy again empty/>
        {rows}
        <Pager desk shown/>
    }
}

/// The rows as sentences: each row is one.
fn entries(
    desk: Desk,
    shown: RwSignal<Option<Drawn>>,
    busy: RwSignal<bool>,
    what: &'static str,
) -> AnyView {
    let drawn = move || {
        let cells = shown.get().unwrap_or_default().rows.into_iter().flatten();
        let entries = cells.filter_map(|cell| match cell {
            Cell::Entry(entry) => Some(*entry),
            _ => None,
        });
        let entries = entries.collect();
        view! { <Entries desk entries what busy/> }
    };
    drawn.into_any()
}

/// Whether only another page of the same list is asked for.
fn turns(before: &Place, after: &Place) -> bool {
    let without_page = |place: &Place| place.with("page", "").with("before", "");
    before != after && without_page(before) == without_page(after)
}

/// Waiting, failed, or how many rows there are; where there are none, what to do.
#[component]
fn State(
    desk: Desk,
    shown: RwSignal<Option<Drawn>>,
    trouble: RwSignal<Option<Trouble>>,
    busy: RwSignal<bool>,
    again: RwSignal<u32>,
    empty: &'static str,
) -> impl IntoView {
    let lang = desk.lang;
    let status = move || match shown.get() {
        _ if busy.get() => frame(lang).waiting.to_owned(),
        Some(page) if page.total > 0 => rows(lang, page.total, page.page, page.pages),
        _ => String::new(),
    };
    let failed = move || {
        let trouble = trouble.get().filter(|_| !busy.get())?;
        let retry = move || again.update(|times| *times += 1);
        Some(view! { <Failed lang trouble retry/> })
    };
    let nothing = move || {
        let is_empty = !busy.get() && shown.with(|it| it.as_ref().is_some_and(|it| it.total == 0));
        is_empty.then(|| view! { <Nothing desk empty/> })
    };
    view! {
        <p class="state" role="status">{status}</p>
        {failed}
        {nothing}
    }
}

/// No rows: because of what is searched for, or because there are none yet.
#[component]
fn Nothing(desk: Desk, empty: &'static str) -> impl IntoView {
    let words = words_of(desk.lang);
    let here = desk.here.get();
    if here.query.iter().all(|(name, _)| matches!(name.as_str(), "tab" | "sort" | "page")) {
        return view! { <p class="empty">{words.none_yet} " " {empty}</p> }.into_any();
    }
    let all = desk.link(&here.path);
    view! {
        <div class="empty">
            <p>{words.nothing} " " {words.nothing_help}</p>
            <a class="button quiet" href=all>{words.clear}</a>
        </div>
    }
    .into_any()
}

/// The way to the pages before and after.
#[component]
fn Pager(desk: Desk, shown: RwSignal<Option<Drawn>>) -> impl IntoView {
    let words = words_of(desk.lang);
    let to = move |page: usize, label: &'static str, rel: &'static str| {
        let place = desk.here.get().with("page", &page.to_string());
        view! { <a class="button quiet" rel=rel href=place.address(desk.lang)>{label}</a> }
    };
    move || {
        let page = shown.get().filter(|page| page.pages > 1 || page.earlier.is_some())?;
        let before = (page.page > 1).then(|| to(page.page - 1, words.before, "prev"));
        let after = (page.page < page.pages).then(|| to(page.page + 1, words.after, "next"));
        let earlier = page.earlier.filter(|_| page.page == page.pages).map(|earlier| {
            let place = desk.here.get().with("page", "").with("before", &earlier);
            let href = place.address(desk.lang);
            view! { <a class="button quiet" rel="next" href=href>{words.earlier}</a> }
        });
        Some(view! { <nav class="pager" aria-label=words.pages>{before} {after} {earlier}</nav> })
    }
}
