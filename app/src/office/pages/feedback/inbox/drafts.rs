//! What the reader began to write on cases that are no longer theirs: it stays with its author.

use domain::office::feedback::case::OwnDraft;
use leptos::{prelude::*, task::spawn_local};

use crate::{
    office::{desk::Desk, fetch},
    text::office::feedback::{case::case, inbox::inbox},
};

/// The drafts, if there are any whose case is not there any more.
pub(super) fn drafts(desk: Desk) -> AnyView {
    let held = RwSignal::new(Vec::<OwnDraft>::new());
    if !desk.may(domain::Action::WorkOnFeedback) {
        return ().into_any();
    }
    Effect::new(move |_| {
        spawn_local(async move {
            // Whoever cannot be told now is told at the next look.
            let answer = desk.call("GET", "/feedback/drafts".to_owned(), None).await;
            let drafts = answer.and_then(|text| fetch::read::<Vec<OwnDraft>>(&text));
            let gone = drafts.into_iter().flatten().filter(|it| !it.is_there).collect();
            held.try_set(gone);
        });
    });
    let words = inbox(desk.lang);
    let lines = move || {
        let drafts = held.get();
        (!drafts.is_empty()).then(|| {
            let lines = drafts.into_iter().map(|it| {
                let number = (case(desk.lang).number)(&it.number.to_string());
                view! {
                    <li>
                        <p class="small">{number} " · " {it.draft.saved}</p>
                        <blockquote class="speech">{it.draft.text}</blockquote>
                    </li>
                }
            });
            view! {
                <section class="draft">
                    <h2>{words.drafts}</h2>
                    <p class="small">{words.drafts_lead}</p>
                    <ul>{lines.collect::<Vec<_>>()}</ul>
                </section>
            }
        })
    };
    lines.into_any()
}
