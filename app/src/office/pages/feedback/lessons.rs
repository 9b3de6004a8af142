//! What feedback taught: each lesson with how many cases it came from, and writing one from a case.

use domain::{
    Lang,
    listing::ListPage,
    office::feedback::lesson::{LessonPage, LessonRow, NewLesson},
};
use leptos::{prelude::*, task::spawn_local};

use super::calls;
use crate::{
    office::{
        desk::Desk,
        fetch,
        form::{Form, line, lines, one, sheet},
        list::{Cell, Column, Shape, list},
        load::{Source, load},
        options::Options,
        pages::parts::{back, facts, head, head_of, lead, nothing, section},
        place::encoded,
    },
    text::{
        count,
        office::{feedback::lessons::lessons, names},
    },
};

const LIST: &str = "/van-phong/bai-hoc";

/// The list.
pub(crate) fn page(desk: Desk) -> AnyView {
    let words = lessons(desk.lang);
    let shape = Shape {
        call: "/lessons",
        what: words.heading,
        empty: words.empty,
        columns: vec![
            Column::plain(words.text),
            Column::sorted("theme", words.theme),
            Column::sorted("cases", words.cases),
            Column::sorted("day", words.day),
        ],
        filters: Vec::new(),
        cells,
    };
    vec![head(desk, words.heading), lead(words.lead), list(desk, shape)].into_any()
}

fn cells(row: &LessonRow, lang: Lang) -> Vec<Cell> {
    vec![
        Cell::Named([LIST, "/", &row.id.to_string()].concat(), row.text.clone(), String::new()),
        Cell::Text(row.theme.clone()),
        Cell::Number(count(lang, row.cases.unsigned_abs())),
        Cell::When(names::day(lang, &row.day)),
    ]
}

/// One lesson, and the cases that taught it.
pub(crate) fn show(desk: Desk, id: &str) -> AnyView {
    let (lang, words) = (desk.lang, lessons(desk.lang));
    let (heading, named) = head_of(desk, words.one, id);
    let shown = move |page: LessonPage| {
        let row = &page.row;
        named.set(row.text.clone());
        let mut known = vec![
            (words.theme, row.theme.clone()),
            (words.cases, count(lang, row.cases.unsigned_abs())),
            (words.day, names::day(lang, &row.day)),
        ];
        known.retain(|(_, says)| !says.is_empty());
        vec![facts(known), section(words.from, vec![cases(desk, &page)])].into_any()
    };
    let call = ["/lessons/", &encoded(id)].concat();
    vec![back(desk, LIST), heading, load(desk, call, Source::new(), shown)].into_any()
}

/// The cases that are there for the reader; how many others there are.
fn cases(desk: Desk, page: &LessonPage) -> AnyView {
    let lines = page.cases.iter().map(|case| {
        let href = desk.link(&calls::page(case.number));
        let sent = names::day(desk.lang, &case.sent);
        view! { <li><a href=href>{case.subject.clone()}</a> " " <span class="small">{sent}</span></li> }
    });
    let hidden = page.row.cases.unsigned_abs().saturating_sub(page.cases.len() as u64);
    let hidden = (hidden > 0).then(|| {
        let says = (lessons(desk.lang).hidden)(&count(desk.lang, hidden));
        view! { <p class="hint">{says}</p> }
    });
    view! { <ul>{lines.collect::<Vec<_>>()}</ul> {hidden} }.into_any()
}

/// What was learned from the case that the address names.
pub(crate) fn new(desk: Desk) -> AnyView {
    let words = lessons(desk.lang);
    let case = desk.here.get_untracked().get("viec").to_owned();
    let Ok(number) = case.parse::<i64>() else {
        return vec![back(desk, LIST), head(desk, words.add), nothing(words.no_case)].into_any();
    };
    let form = Form::new("lesson", &[]);
    let call = [&calls::of(number), "/lessons"].concat();
    let send = move || {
        let is_new = form.get("lesson").is_empty();
        let new = |name: &str| if is_new { form.get(name) } else { String::new() };
        let body =
            NewLesson { lesson: form.whole("lesson"), text: new("text"), theme: new("theme") };
        if form.is_right(desk.lang, body.check()) {
            form.send(desk, "POST", call.clone(), &body, move |page: LessonPage| {
                let id = page.row.id.to_string();
                let shown = ["/lessons/", &id].concat();
                let path = [LIST, "/", &id].concat();
                desk.finish_with(&path, words.saved, shown, fetch::write(&page));
            });
        }
    };
    let known = known(desk);
    let is_new = Signal::derive(move || form.get("lesson").is_empty());
    let fields = vec![
        one("lesson", words.known, known.0).optional(),
        lines("text", words.text).hint(words.text_hint).while_it(is_new),
        line("theme", words.theme)
            .hint(words.theme_hint)
            .optional()
            .offering(known.1)
            .while_it(is_new),
    ];
    vec![
        back(desk, &calls::page(number)),
        head(desk, words.add),
        lead([words.case, " ", &number.to_string()].concat()),
        sheet(desk, form, words.add, fields, send),
    ]
    .into_any()
}

/// The lessons that came from most cases, after the choice of a new one; and the themes there are.
fn known(desk: Desk) -> (Signal<Options>, Signal<Options>) {
    let new = (String::new(), lessons(desk.lang).new.to_owned());
    let (all, themes) = (RwSignal::new(vec![new]), RwSignal::new(Options::new()));
    spawn_local(async move {
        let Ok(reply) = desk.call("GET", "/lessons".to_owned(), None).await else { return };
        let Ok(page) = fetch::read::<ListPage<LessonRow>>(&reply) else { return };
        let mut seen: Vec<String> = page.rows.iter().map(|row| row.theme.clone()).collect();
        seen.sort();
        seen.dedup();
        seen.retain(|theme| !theme.is_empty());
        themes.try_set(seen.into_iter().map(|theme| (theme.clone(), theme)).collect());
        let rows = page.rows.into_iter().map(|row| (row.id.to_string(), row.text));
        all.try_update(|all| all.extend(rows));
    });
    (all.into(), themes.into())
}
