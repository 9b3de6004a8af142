//! Something from the server, in all four states: waiting, failed, empty, there.

use domain::Lang;
use leptos::{prelude::*, task::spawn_local};
use serde::de::DeserializeOwned;

use super::{
    desk::Desk,
    fetch::{self, Trouble},
    options::Entry,
};
use crate::text::office::frame::frame;

/// What has become of a question.
#[derive(Clone)]
enum Progress {
    Waiting,
    Failed(Trouble),
    There(String),
}

/// Where a page has what it shows from: a call, or the reply to a change of it.
#[derive(Clone, Copy)]
pub(super) struct Source {
    progress: RwSignal<Progress>,
    again: RwSignal<u32>,
    /// How often it was filled or asked: an answer that was overtaken is of no use.
    turn: StoredValue<u32>,
}

impl Source {
    /// A source that has nothing yet.
    pub(super) fn new() -> Self {
        Self {
            progress: RwSignal::new(Progress::Waiting),
            again: RwSignal::new(0),
            turn: StoredValue::new(0),
        }
    }

    /// Asks once more; what is there stays on view meanwhile.
    pub(super) fn ask_again(self) {
        self.again.update(|times| *times += 1);
    }

    /// Shows a reply that has all that the call would answer.
    pub(super) fn fill(self, reply: String) {
        self.turn();
        self.progress.try_set(Progress::There(reply));
    }

    fn turn(self) -> u32 {
        self.turn
            .try_update_value(|turn| {
                *turn += 1;
                *turn
            })
            .unwrap_or_default()
    }
}

/// Reads the text of an answer and draws it.
type Show = Box<dyn Fn(&str) -> Result<AnyView, Trouble> + Send>;

/// Asks a call and draws the answer; asks nothing where the reply to a change brought it along.
pub(super) fn load<T: DeserializeOwned>(
    desk: Desk,
    call: impl Into<String>,
    source: Source,
    show: impl Fn(T) -> AnyView + Send + 'static,
) -> AnyView {
    let show = move |text: &str| fetch::read(text).map(&show);
    load_text(desk, call.into(), source, Box::new(show))
}

/// The same without types, so that it is there once.
#[inline(never)]
fn load_text(desk: Desk, call: String, source: Source, show: Show) -> AnyView {
    let lang = desk.lang;
    let Source { progress, again, turn } = source;
    if let Some(reply) = desk.take_reply(&call) {
        source.fill(reply);
    }
    Effect::new(move |before: Option<()>| {
        again.track();
        if before.is_none() && matches!(progress.get_untracked(), Progress::There(_)) {
            return;
        }
        // What was there stays on view while the same is asked again.
        if matches!(progress.get_untracked(), Progress::Failed(_)) {
            progress.set(Progress::Waiting);
        }
        let (call, asked_turn) = (call.clone(), source.turn());
        spawn_local(async move {
            let answer = desk.call("GET", call, None).await;
            if turn.try_get_value() == Some(asked_turn) {
                progress.try_set(answer.map_or_else(Progress::Failed, Progress::There));
            }
        });
    });
    let failed = move |trouble| {
        let retry = move || source.ask_again();
        view! { <Failed lang trouble retry/> }.into_any()
    };
    let draw = move || match progress.get() {
        Progress::Waiting => view! { <Waiting lang/> }.into_any(),
        Progress::Failed(trouble) => failed(trouble),
        Progress::There(answer) => show(&answer).unwrap_or_else(failed),
    };
    draw.into_any()
}

/// Draws the rows of lists; as of [`load`].
pub(super) type Lists = Box<dyn Fn(Vec<Vec<Entry>>) -> AnyView + Send>;

/// Asks for every row of some lists and draws them together.
pub(super) fn load_lists(desk: Desk, lists: Vec<String>, show: Lists) -> AnyView {
    let progress = RwSignal::new(None::<Result<Vec<Vec<Entry>>, Trouble>>);
    let again = RwSignal::new(0);
    Effect::new(move |_| {
        again.track();
        progress.set(None);
        let lists = lists.clone();
        spawn_local(async move {
            let mut read = Vec::new();
            for list in &lists {
                match desk.every(list).await {
                    Ok(entries) => read.push(entries),
                    Err(trouble) => return drop(progress.try_set(Some(Err(trouble)))),
                }
            }
            progress.try_set(Some(Ok(read)));
        });
    });
    let draw = move || match progress.get() {
        None => view! { <Waiting lang=desk.lang/> }.into_any(),
        Some(Ok(read)) => show(read),
        Some(Err(trouble)) => {
            let retry = move || again.update(|times| *times += 1);
            view! { <Failed lang=desk.lang trouble retry/> }.into_any()
        }
    };
    draw.into_any()
}

/// While something is on its way.
#[component]
pub(super) fn Waiting(lang: Lang) -> impl IntoView {
    view! { <p class="waiting" role="status">{frame(lang).waiting}</p> }
}

/// Something that did not come, and how to ask again where that can help.
#[component]
pub(super) fn Failed(
    lang: Lang,
    trouble: Trouble,
    #[prop(into)] retry: Callback<()>,
) -> impl IntoView {
    let hopeless = trouble.is(403) || trouble.is(404);
    let again = (!hopeless).then(|| {
        view! { <button type="button" on:click=move |_| retry.run(())>{frame(lang).retry}</button> }
    });
    view! {
        <p class="alert" role="alert">{message(lang, &trouble)}</p>
        {again}
    }
}

/// What went wrong, in words.
pub(super) fn message(lang: Lang, trouble: &Trouble) -> String {
    let words = frame(lang);
    match trouble {
        Trouble::NoAnswer => words.no_answer.to_owned(),
        Trouble::Odd => words.odd.to_owned(),
        Trouble::Refused { status: 404, .. } => words.gone.to_owned(),
        Trouble::Refused { title, .. } => [title, "."].concat(),
    }
}
