//! The inbox: cases by tab, in the order of their due days, with search, keys and steps for several.

mod bulk;
mod drafts;
mod keys;
mod rows;
mod search;
mod tabs;

use domain::{
    Action, Lang, Role,
    feedback::figures::figure::Figure,
    office::feedback::{
        bulk::SeenCase,
        inbox::{CaseRow, Inbox, Tab},
    },
};
use leptos::{prelude::*, task::spawn_local};

use super::figures;
use crate::{
    browser::focus,
    office::{
        desk::Desk,
        fetch::{self, Trouble},
        load::{Failed, Waiting},
        pages::parts::{head, ways},
        place::Place,
        views::views,
    },
    text::{
        case_figure, count,
        office::{
            feedback::{figures::case_page, inbox::inbox},
            frame::{frame, list as list_words},
        },
    },
};

/// The id of the cases on view.
const CASES: &str = "cases";

/// Rows on one page.
const PAGE: usize = 50;

/// What the inbox shows and how it came by it.
#[derive(Clone, Copy)]
struct State {
    desk: Desk,
    /// What is asked for.
    wanted: Memo<Place>,
    shown: RwSignal<Option<Inbox>>,
    trouble: RwSignal<Option<Trouble>>,
    busy: RwSignal<bool>,
    again: RwSignal<u32>,
    /// The cases that are ticked, as they were seen.
    chosen: RwSignal<Vec<SeenCase>>,
}

impl State {
    /// The tab that is asked for.
    fn tab(self) -> Tab {
        Tab::read(self.wanted.get().get("tab")).unwrap_or_else(|| first_tab(self.desk))
    }

    /// The figure whose cases are asked for, and its period.
    fn figure(self) -> Option<(Figure, String)> {
        let place = self.wanted.get();
        Some((Figure::read(place.get("figure"))?, place.get("period").to_owned()))
    }

    /// The cases on view.
    fn rows(self) -> Vec<CaseRow> {
        self.shown.with(|it| it.as_ref().map(|it| it.cases.rows.clone()).unwrap_or_default())
    }
}

/// A case as its row shows it.
fn seen(row: &CaseRow) -> SeenCase {
    SeenCase { number: row.number, seen: row.seen }
}

/// The tab that holds the work of a role.
fn first_tab(desk: Desk) -> Tab {
    match desk.me.with_untracked(|me| me.as_ref().map(|me| me.role)) {
        Some(Role::Office) => Tab::Unassigned,
        Some(Role::Reception | Role::Head) => Tab::Unit,
        Some(Role::Inspector) => Tab::Overdue,
        Some(Role::Leadership) => Tab::Escalated,
        _ => Tab::Mine,
    }
}

/// The inbox.
pub(crate) fn page(desk: Desk) -> AnyView {
    let words = inbox(desk.lang);
    let path = desk.here.get_untracked().path;
    // On the way to another page this one must not ask once more.
    let wanted = Memo::new(move |before: Option<&Place>| {
        let here = desk.here.get();
        if here.path == path { here } else { before.cloned().unwrap_or(here) }
    });
    let state = State {
        desk,
        wanted,
        shown: RwSignal::new(None),
        trouble: RwSignal::new(None),
        busy: RwSignal::new(true),
        again: RwSignal::new(0),
        chosen: RwSignal::new(Vec::new()),
    };
    ask(state);
    let register = "/van-phong/them/gop-y".to_owned();
    vec![
        head(desk, words.heading),
        ways(desk, vec![(Action::RegisterFeedback, register, words.register)]),
        tabs::tabs(state),
        search::search(state),
        views(desk),
        keys::keys(state),
        listed(state),
        told(state),
        view! { <div id=CASES tabindex="-1" aria-busy=move || state.busy.get().to_string()>{move || rows::rows(state)}</div> }.into_any(),
        bulk::bulk(state),
        pager(state),
        drafts::drafts(desk),
    ]
    .into_any()
}

/// Asks for what the address says, whenever it says something else.
fn ask(state: State) {
    let State { desk, wanted, shown, trouble, busy, again, chosen } = state;
    Effect::new(move |before: Option<Place>| {
        again.track();
        let place = wanted.get();
        busy.set(true);
        let is_other = before.as_ref().is_some_and(|before| *before != place);
        let tab = Tab::read(place.get("tab")).unwrap_or_else(|| first_tab(desk));
        let call = ["/feedback", &place.with("tab", tab.name()).search(Lang::Vi)].concat();
        let asked = place.clone();
        spawn_local(async move {
            let answer = desk.call("GET", call, None).await;
            // An answer to a question that was changed meanwhile is of no use.
            if wanted.try_get_untracked().is_none_or(|now| now != asked) {
                return;
            }
            let answer = answer.and_then(|text| fetch::read::<Inbox>(&text));
            busy.set(false);
            trouble.set(answer.as_ref().err().cloned());
            if let Ok(answer) = answer {
                shown.set(Some(answer));
            }
            if is_other {
                chosen.set(Vec::new());
                focus::at_the_top(CASES);
            }
        });
        place
    });
}

/// Whose cases these are, where a figure led here.
fn listed(state: State) -> AnyView {
    let desk = state.desk;
    let (lang, words) = (desk.lang, case_page(desk.lang));
    let says = move || {
        let (figure, period) = state.figure()?;
        let says = (words.listed)(case_figure(lang, figure), &period);
        let mut back = state.wanted.get();
        back.query.retain(|(name, _)| matches!(name.as_str(), "scheme" | "period"));
        back.path = figures::PAGE.to_owned();
        Some(view! { <p>{says} " " <a href=back.address(lang)>{words.back}</a></p> })
    };
    says.into_any()
}

/// Waiting, failed, or which cases these are.
fn told(state: State) -> AnyView {
    let lang = state.desk.lang;
    let says = move || {
        if let Some(trouble) = state.trouble.get().filter(|_| !state.busy.get()) {
            let retry = move || state.again.update(|times| *times += 1);
            return view! { <Failed lang trouble retry/> }.into_any();
        }
        match state.shown.with(|it| it.as_ref().map(place)) {
            None => view! { <Waiting lang/> }.into_any(),
            Some(_) if state.busy.get() => {
                view! { <p class="state" role="status">{frame(lang).waiting}</p> }.into_any()
            }
            Some(place) => {
                let place = place.map(|place| place(lang));
                view! { <p class="state" role="status">{place}</p> }.into_any()
            }
        }
    };
    says.into_any()
}

/// Which cases of how many are on view, if there are any.
fn place(inbox_: &Inbox) -> Option<impl Fn(Lang) -> String + use<>> {
    let cases = &inbox_.cases;
    let first = (cases.page - 1) * PAGE + 1;
    let last = first + cases.rows.len().saturating_sub(1);
    let total = cases.total;
    (!cases.rows.is_empty()).then_some(move |lang| {
        let [first, last, total] = [first, last, total].map(|n| count(lang, n as u64));
        (inbox(lang).place)(&first, &last, &total)
    })
}

/// The ways to the pages before and after.
fn pager(state: State) -> AnyView {
    let words = list_words(state.desk.lang);
    let to = move |page: usize, label: &'static str, rel: &'static str| {
        let place = state.desk.here.get().with("page", &page.to_string());
        view! { <a class="button quiet" rel=rel href=place.address(state.desk.lang)>{label}</a> }
    };
    let draw = move || {
        let (page, pages) =
            state.shown.with(|it| it.as_ref().map(|it| (it.cases.page, it.cases.pages)))?;
        let before = (page > 1).then(|| to(page - 1, words.before, "prev"));
        let after = (page < pages).then(|| to(page + 1, words.after, "next"));
        (pages > 1)
            .then(|| view! { <nav class="pager" aria-label=words.pages>{before} {after}</nav> })
    };
    draw.into_any()
}
