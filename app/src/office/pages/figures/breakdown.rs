//! The index by unit, procedure, factor, item, month or channel, as the person chooses; of everything in
//! reach, or of one unit or procedure.

use domain::{
    Lang, Method, Role,
    figures::index::{By, Index},
};
use leptos::{prelude::*, task::spawn_local};

use crate::{
    chart::{Bars, IndexTable, Line},
    office::{
        desk::Desk,
        fetch,
        pages::parts::head,
        place::{Place, encoded},
        views::views,
    },
    text::{
        self,
        office::{frame::frame, overview::overview},
    },
};

/// What has become of the figures asked for.
#[derive(Clone)]
enum Answer {
    Waiting,
    Failed,
    There(Box<Index>),
}

/// What narrows the figures down, as the address says it.
const BOUNDS: [&str; 5] = ["unit", "procedure", "instrument", "from", "to"];

/// What is asked for.
#[derive(Clone, PartialEq, Eq)]
struct Question {
    by: By,
    method: Method,
    bounds: Vec<(&'static str, String)>,
}

impl Question {
    /// What an address asks for; it says nothing where that is the usual.
    fn at(here: &Place) -> Self {
        let by = By::ALL.iter().copied().find(|by| by.name() == here.get("by"));
        let method = Method::read(here.get("method"));
        let bounds = BOUNDS.into_iter().map(|name| (name, here.get(name).to_owned()));
        let bounds = bounds.filter(|(_, value)| !value.is_empty()).collect();
        Self { by: by.unwrap_or(By::Unit), method: method.unwrap_or_default(), bounds }
    }

    /// The address that asks for it.
    fn place(&self, here: Place) -> Place {
        let by = if self.by == By::Unit { "" } else { self.by.name() };
        let usual = self.method == Method::default();
        here.with("by", by).with("method", if usual { "" } else { self.method.code() })
    }

    /// The call that answers it.
    fn call(&self) -> String {
        let bounds =
            self.bounds.iter().map(|(name, value)| ["&", name, "=", &encoded(value)].concat());
        let (by, method) = (self.by.name(), self.method.code());
        ["/api/v1/office/index?by=", by, "&method=", method, &bounds.collect::<String>()].concat()
    }
}

/// The page of the index by whatever is chosen.
pub(crate) fn page(desk: Desk) -> AnyView {
    vec![head(desk, frame(desk.lang).details), views(desk), figures(desk)].into_any()
}

/// The figures with their choices.
pub(in crate::office::pages) fn figures(desk: Desk) -> AnyView {
    let is_viewer = desk.me.get_untracked().is_some_and(|me| me.role == Role::Viewer);
    view! { <Figures desk is_viewer/> }.into_any()
}

/// The index. Only it fetches; its parts take values and hand out choices. A viewer from outside reads
/// what is published, of which there is one method.
#[component]
fn Figures(desk: Desk, is_viewer: bool) -> impl IntoView {
    let lang = desk.lang;
    let words = text::figures(lang);
    let path = desk.here.get_untracked().path;
    // On the way to another page this one must not ask once more.
    let question = Memo::new(move |before: Option<&Question>| {
        let here = desk.here.get();
        before.filter(|_| here.path != path).cloned().unwrap_or_else(|| Question::at(&here))
    });
    let figures = RwSignal::new(Answer::Waiting);
    let ask = move || {
        let wanted = question.get_untracked();
        figures.set(Answer::Waiting);
        spawn_local(async move {
            let answer = fetch::get::<Index>(&wanted.call(), lang).await.ok();
            // An answer to a question that was changed meanwhile is of no use.
            if question.try_get_untracked() == Some(wanted) {
                figures.set(answer.map_or(Answer::Failed, |index| Answer::There(Box::new(index))));
            }
        });
    };
    Effect::new(move |_| {
        question.track();
        ask();
    });
    let choose = move |change: Question| desk.go(change.place(desk.here.get_untracked()));
    view! {
        <p class="hint">{if is_viewer { words.public_only } else { words.live }}</p>
        {move || bounds(desk, &question.get())}
        <Choices lang question has_methods=!is_viewer on_choose=choose/>
        {move || match figures.get() {
            Answer::Waiting => {
                view! { <p class="empty" role="status">{words.waiting}</p> }.into_any()
            }
            Answer::Failed => view! { <Failed lang on_retry=ask/> }.into_any(),
            Answer::There(index) => view! { <Shown lang index=*index/> }.into_any(),
        }}
    }
}

/// What the figures are narrowed down to, and the way back to all of them.
fn bounds(desk: Desk, question: &Question) -> Option<AnyView> {
    let lang = desk.lang;
    let told = question.bounds.iter().map(|(name, value)| match *name {
        "unit" => desk.unit_name(value),
        _ => value.clone(),
    });
    let told = told.collect::<Vec<_>>().join(" · ");
    let here = desk.here.get_untracked();
    let all = BOUNDS.into_iter().fold(here, |place, name| place.with(name, ""));
    (!told.is_empty()).then(|| {
        view! { <p>{told} " " <a href=all.address(lang)>{overview(lang).all}</a></p> }.into_any()
    })
}

/// What to break the index down by, and the method.
#[component]
fn Choices(
    lang: Lang,
    question: Memo<Question>,
    has_methods: bool,
    on_choose: impl Fn(Question) + Copy + Send + 'static,
) -> impl IntoView {
    let words = text::figures(lang);
    let breakdowns = By::ALL
        .iter()
        .map(|&by| {
            let label = words.by[by.place()];
            let pressed = move || (question.get().by == by).to_string();
            let choose = move |_| on_choose(Question { by, ..question.get_untracked() });
            view! { <button type="button" aria-pressed=pressed on:click=choose>{label}</button> }
        })
        .collect::<Vec<_>>();
    let methods = Method::ALL
        .iter()
        .map(|&method| view! { <option value=method.code()>{words.method(method)}</option> })
        .collect::<Vec<_>>();
    let choose_method = move |event| {
        let method = Method::read(&event_target_value(&event)).unwrap_or_default();
        on_choose(Question { method, ..question.get_untracked() });
    };
    let methods = has_methods.then(|| {
        view! {
            <label class="choice">
                {words.method}
                <select prop:value=move || question.get().method.code() on:change=choose_method>
                    {methods}
                </select>
            </label>
        }
    });
    view! {
        <div class="choices" role="group" aria-label=words.break_down>{breakdowns}</div>
        {methods}
    }
}

/// Figures that did not come.
#[component]
fn Failed(lang: Lang, on_retry: impl Fn() + Send + 'static) -> impl IntoView {
    let words = text::figures(lang);
    view! {
        <p class="alert" role="alert">{words.failed}</p>
        <button type="button" on:click=move |_| on_retry()>{words.retry}</button>
    }
}

/// Figures that came, or that there are none.
#[component]
fn Shown(lang: Lang, index: Index) -> impl IntoView {
    let words = text::figures(lang);
    if index.rows.is_empty() {
        return view! { <p class="empty">{words.empty}</p> }.into_any();
    }
    let chart = match index.by {
        By::Month => view! { <Line lang index=index.clone()/> }.into_any(),
        _ => view! { <Bars lang index=index.clone()/> }.into_any(),
    };
    view! {
        {chart}
        <p class="hint">{words.doubt}</p>
        {(index.by == By::Unit).then(|| view! { <p class="hint">{words.alone}</p> })}
        <IndexTable lang index/>
    }
    .into_any()
}
