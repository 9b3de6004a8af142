//! The answer: written with a draft that is kept, looked at before it is approved, and published after
//! somebody has read what everybody will read.

use domain::{
    Fault, Reason,
    feedback::order::Order,
    office::feedback::case::{CasePage, LineView},
};
use leptos::prelude::*;

use super::{Bench, begin, draft, fields, moves};
use crate::{
    office::{
        form::{lines, many, sheet, tick},
        pages::feedback::calls,
    },
    text::office::feedback::{case::case, orders::label},
};

/// The newest answer that was submitted.
fn submitted(page: &CasePage) -> Option<&LineView> {
    page.lines.iter().rev().find(|line| line.step == "submitted")
}

/// The answer that waits for approval, for whoever approves it.
pub(super) fn waiting(bench: Bench, page: &CasePage) -> AnyView {
    let decides = |order: &Order| matches!(order, Order::Approve | Order::SendBack);
    let text = submitted(page).and_then(|line| line.words.clone());
    let Some(text) = text.filter(|_| page.orders.iter().any(decides)) else { return ().into_any() };
    view! {
        <section class="draft">
            <h2>{case(bench.desk.lang).waits}</h2>
            <blockquote class="speech">{text}</blockquote>
        </section>
    }
    .into_any()
}

/// The answer that is written, or the draft of one that cannot be submitted now.
pub(super) fn answer(bench: Bench, page: &CasePage) -> AnyView {
    let words = case(bench.desk.lang);
    if !page.orders.contains(&Order::Submit) {
        let text = page.draft.as_ref().map(|draft| draft.text.clone());
        let sent = submitted(page).and_then(|line| line.words.as_ref());
        let Some(text) = text.filter(|text| Some(text) != sent) else { return ().into_any() };
        return view! {
            <section class="draft">
                <h2>{words.draft}</h2>
                <p class="small">{words.draft_lead}</p>
                <blockquote class="speech">{text}</blockquote>
            </section>
        }
        .into_any();
    }
    let form = bench.form(Order::Submit);
    // What was sent back is written on.
    let text = page.draft.as_ref().map(|draft| draft.text.clone());
    let text = text.or_else(|| submitted(page).and_then(|line| line.words.clone()));
    let text = text.unwrap_or_default();
    form.suggest("words", &text);
    let saved = page.draft.as_ref().map(|draft| draft.saved.clone());
    let state = draft::draft(bench, page.row.number, form, (text, saved));
    view! {
        <section class="draft">
            <h2>{words.answer}</h2>
            <p class="small">{words.answer_lead}</p>
            {begin::begin(bench.desk, page.row.number, form)}
            {moves::form(bench, page, Order::Submit)}
            {state}
        </section>
    }
    .into_any()
}

/// What everybody may read, to be read and changed before it is published.
pub(super) fn publication(bench: Bench, page: &CasePage) -> AnyView {
    let (desk, words) = (bench.desk, case(bench.desk.lang));
    if !page.orders.contains(&Order::Publish) {
        return ().into_any();
    }
    let form = bench.form(Order::Publish);
    let public = page.public.clone().unwrap_or_default();
    form.suggest("public.question", &public.question);
    form.suggest("public.answer", &public.answer);
    let (seen, call) = (page.seen, calls::step(page.row.number, Order::Publish));
    form.on_conflict(move || bench.show_changes(Order::Publish, seen));
    let send = move || {
        let body = fields::body(form, Order::Publish, seen);
        let mut faults = body.check().err().unwrap_or_default();
        if !form.is_ticked("confirmed") {
            faults.push(Fault::new("confirm", Reason::Missing));
        }
        if form.is_sound(desk.lang, &faults) {
            bench.overtaken.set_value(None);
            form.change(desk, ("POST", call.clone()), &body, bench.source, words.done);
        }
    };
    let fields = vec![
        lines("public.question", words.question),
        lines("public.answer", words.reply),
        many(
            "confirm",
            words.confirm,
            vec![tick("confirmed", words.confirmed), tick("kept", words.left)],
        ),
    ];
    view! {
        <section class="draft">
            <h2>{words.public}</h2>
            <p class="small">{words.public_lead}</p>
            {sheet(desk, form, label(desk.lang, Order::Publish), fields, send)}
        </section>
    }
    .into_any()
}
