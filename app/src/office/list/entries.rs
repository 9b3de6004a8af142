//! A list that is read rather than looked up: sentences under the day they belong to, each with what
//! changed and, one tap away, its form for programs.

use leptos::prelude::*;

use crate::{office::desk::Desk, text::office::record::record};

/// The id of what a list shows.
pub(super) const TABLE: &str = "list";

/// A sentence of a list.
#[derive(Clone, Default)]
pub(in crate::office) struct Entry {
    /// The day, as it is told.
    pub(in crate::office) day: String,
    /// The time of day.
    pub(in crate::office) time: String,
    /// Who.
    pub(in crate::office) actor: String,
    /// Did what.
    pub(in crate::office) deed: String,
    /// To what: its name, and its page, if it has one.
    pub(in crate::office) object: (String, Option<String>),
    /// What changed, each with its name.
    pub(in crate::office) changes: Vec<Changed>,
    /// Its form for programs: a name and a text.
    pub(in crate::office) exact: Vec<(&'static str, String)>,
    /// Its place in the list of all.
    pub(in crate::office) place: String,
}

/// A value that is another now; one that is new, or only told, was none before.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(in crate::office) struct Changed {
    /// What it is called.
    pub(in crate::office) label: &'static str,
    /// How it was.
    pub(in crate::office) old: Option<String>,
    /// How it is.
    pub(in crate::office) new: String,
}

/// The entries under their days.
#[component]
pub(super) fn Entries(
    desk: Desk,
    entries: Vec<Entry>,
    what: &'static str,
    busy: RwSignal<bool>,
) -> impl IntoView {
    let mut days: Vec<(String, Vec<AnyView>)> = Vec::new();
    for entry in entries {
        if days.last().is_none_or(|(day, _)| *day != entry.day) {
            days.push((entry.day.clone(), Vec::new()));
        }
        if let Some((_, drawn)) = days.last_mut() {
            drawn.push(draw(desk, entry));
        }
    }
    let days = days.into_iter().map(|(day, drawn)| {
        view! { <h2 class="group">{day}</h2> <ol>{drawn}</ol> }
    });
    view! {
        <div
            class="list entries"
            id=TABLE
            tabindex="-1"
            role="region"
            aria-label=what
            aria-busy=move || busy.get().to_string()
        >
            {days.collect::<Vec<_>>()}
        </div>
    }
}

fn draw(desk: Desk, entry: Entry) -> AnyView {
    let words = record(desk.lang);
    let (name, path) = entry.object;
    let object = match path {
        Some(path) => view! { <a href=desk.link(&path)>{name}</a> }.into_any(),
        None => name.into_any(),
    };
    let changes = entry.changes.into_iter().map(|Changed { label, old, new }| {
        let old = old.map(|old| {
            view! {
                <del>{old}</del>
                <span aria-hidden="true">" → "</span>
                <span class="heard">{words.becomes}</span>
            }
        });
        view! { <div><dt>{label}</dt> <dd>{old} <ins>{new}</ins></dd></div> }
    });
    let changes = changes.collect::<Vec<_>>();
    let changes = (!changes.is_empty()).then(|| view! { <dl class="changes">{changes}</dl> });
    let exact = entry.exact.into_iter().map(|(label, text)| {
        view! { <p class="small">{label}</p> <pre class="exact">{text}</pre> }
    });
    let exact = exact.collect::<Vec<_>>();
    view! {
        <li class="entry">
            <time>{entry.time}</time>
            <div>
                <p><b>{entry.actor}</b> " " {entry.deed} " " {object}</p>
                {changes}
                <details class="machine">
                    <summary>{words.exact}</summary>
                    <div>{exact}</div>
                </details>
            </div>
            <span class="beside">{entry.place}</span>
        </li>
    }
    .into_any()
}
