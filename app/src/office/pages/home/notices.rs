//! What others asked for about one's own account, told until its owner has seen it.

use domain::office::people::confirmation::{Confirmation, Seen};
use leptos::prelude::*;

use crate::{
    browser::focus,
    office::{
        desk::Desk,
        form::{Form, sheet},
        load::{Source, load},
    },
    text::office::{
        confirmations::{confirmations, matter, outcome},
        names,
    },
};

/// The notices, where there are any.
pub(super) fn notices(desk: Desk) -> AnyView {
    let source = Source::new();
    load(desk, "/me/notices", source, move |rows: Vec<Confirmation>| match rows.is_empty() {
        true => ().into_any(),
        false => shown(desk, &rows, source),
    })
}

fn shown(desk: Desk, rows: &[Confirmation], source: Source) -> AnyView {
    let words = confirmations(desk.lang);
    let until = rows.iter().map(Confirmation::moment).max().unwrap_or_default();
    let form = Form::new("notices", &[]);
    let send = move || {
        form.send(desk, "PUT", "/me/notices", &Seen { until }, move |()| {
            // The notices leave the page, and their button with them.
            focus::soon("heading".to_owned());
            source.ask_again();
        });
    };
    let lines = rows.iter().map(|row| view! { <li>{told(desk, row)}</li> }).collect::<Vec<_>>();
    view! {
        <section class="asked" aria-labelledby="notices-heading">
            <h2 id="notices-heading">{words.notices}</h2>
            <ul>{lines}</ul>
            <p>{words.not_mine}</p>
            {sheet(desk, form, words.seen, Vec::new(), send)}
        </section>
    }
    .into_any()
}

/// One of them: what was asked for, by whom and when, and what became of it.
fn told(desk: Desk, row: &Confirmation) -> String {
    let (lang, words) = (desk.lang, confirmations(desk.lang));
    let mut told = [matter(lang, row.matter), ": ", outcome(lang, row.outcome)].concat();
    if let (Some(by), Some(at)) = (&row.decided_by, row.decided) {
        told.push_str(&[" – ", by, ", ", &names::moment(lang, at)].concat());
    }
    let asked = names::moment(lang, row.asked);
    [&told, ". ", words.asked_by, ": ", &row.asked_by, ", ", &asked, "."].concat()
}
