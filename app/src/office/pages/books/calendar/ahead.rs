//! Which dates of open cases a change of the calendar moves, listed before it is made.

use domain::office::books::calendar::{CalendarChange, DueMove, DueOutlook};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    office::{desk::Desk, fetch, form::Form},
    text::{
        count,
        office::{books::calendar, names},
    },
};

/// What would move, as the server last said it.
#[derive(Clone, Copy)]
pub(super) struct Ahead {
    desk: Desk,
    call: StoredValue<String>,
    /// The change that is asked about.
    body: StoredValue<String>,
    found: RwSignal<Option<DueOutlook>>,
}

impl Ahead {
    pub(super) fn new(desk: Desk, call: &str) -> Self {
        Self {
            desk,
            call: StoredValue::new([call, "/outlook"].concat()),
            body: StoredValue::new(String::new()),
            found: RwSignal::new(None),
        }
    }

    /// Asks before a change is made that moves dates; `go` makes it with the version of what was seen.
    pub(super) fn ask(
        self,
        form: Form,
        body: &CalendarChange,
        go: impl Fn(String) + Send + Sync + 'static,
    ) {
        self.found.set(None);
        self.body.set_value(fetch::write(body));
        let tell = move |lang, text: &str| {
            let found: DueOutlook = fetch::read(text)?;
            let lines = told(lang, &found);
            self.found.set(Some(found));
            Ok(lines)
        };
        let go = move || {
            let found = self.found.get_untracked();
            go(found.map(|it| it.version).unwrap_or_default());
        };
        form.ask_told(self.desk, (self.call.get_value(), self.body.get_value()), tell, go);
    }

    /// The list, as long as its reader is asked.
    pub(super) fn shown(self, form: Form) -> AnyView {
        let shown = move || {
            let found = self.found.get().filter(|it| form.is_asking() && it.total > it.hidden);
            found.map(|found| self.list(&found))
        };
        shown.into_any()
    }

    fn list(self, found: &DueOutlook) -> AnyView {
        let (lang, words) = (self.desk.lang, calendar(self.desk.lang));
        let (page, pages) = (found.moves.page, found.moves.pages);
        let row = |it: &DueMove| {
            let href = self.desk.link(&["/van-phong/gop-y/", &it.number.to_string()].concat());
            let days = [names::day(lang, &it.from), names::day(lang, &it.to)].join(" → ");
            view! { <li><a href=href>{(words.case)(&it.number.to_string())}</a> ": " {days}</li> }
        };
        let rows = found.moves.rows.iter().map(row).collect::<Vec<_>>();
        let turn = |to: usize, label: &'static str| {
            view! { <button type="button" class="quiet" on:click=move |_| self.turn(to)>{label}</button> }
        };
        let before = (page > 1).then(|| turn(page - 1, words.page_before));
        let after = (page < pages).then(|| turn(page + 1, words.page_after));
        let at = (pages > 1).then(|| {
            let written = |n: usize| count(lang, n as u64);
            view! { <p class="hint" role="status">{(words.page)(&written(page), &written(pages))}</p> }
        });
        view! {
            <section id="moved" aria-labelledby="moved-heading">
                <h3 id="moved-heading" tabindex="-1">{words.moved}</h3>
                {at}
                <ul>{rows}</ul>
                <p class="buttons">{before} {after}</p>
            </section>
        }
        .into_any()
    }

    /// Shows another page. What has changed meanwhile is another outlook, and its change is refused.
    fn turn(self, page: usize) {
        let call = [&self.call.get_value(), "?page=", &page.to_string()].concat();
        spawn_local(async move {
            let reply = self.desk.call("POST", call, Some(self.body.get_value())).await;
            if let Ok(found) = reply.and_then(|text| fetch::read::<DueOutlook>(&text)) {
                self.found.try_update(|held| {
                    if let Some(held) = held {
                        held.moves = found.moves;
                    }
                });
            }
        });
    }
}

/// How many dates move; nothing where none does.
fn told(lang: domain::Lang, found: &DueOutlook) -> Vec<String> {
    let words = calendar(lang);
    let written = |n: usize| count(lang, n as u64);
    let mut lines = Vec::new();
    if found.total > 0 {
        lines.push((words.moves)(&written(found.total)));
    }
    if found.hidden > 0 {
        lines.push((words.hidden)(&written(found.hidden)));
    }
    lines
}
