//! What may be done next, and nothing else: each step opens its small form.

use domain::{feedback::order::Order, office::feedback::case::CasePage};
use leptos::prelude::*;

use super::{Bench, fields, form_id, thread};
use crate::{
    office::{form::sheet, pages::feedback::calls},
    text::{
        count,
        office::feedback::{
            case::case,
            orders::{label, orders, outcome, words_of},
        },
    },
};

/// The id of the part.
const MOVES: &str = "moves";

/// Whether a step has a part of the page to itself.
fn is_apart(order: Order) -> bool {
    matches!(order, Order::Submit | Order::Publish)
}

/// The steps.
pub(super) fn moves(bench: Bench, page: &CasePage) -> AnyView {
    let words = case(bench.desk.lang);
    let steps = page.orders.iter().map(|order| match is_apart(*order) {
        true => way(bench, *order),
        false => step(bench, page, *order),
    });
    let steps = steps.collect::<Vec<_>>();
    let none = steps.is_empty().then(|| view! { <p class="small">{words.no_moves}</p> });
    view! {
        <section class="moves" id=MOVES>
            <h2>{words.moves}</h2>
            {none}
            {steps}
        </section>
    }
    .into_any()
}

/// The way to a part of the page.
fn way(bench: Bench, order: Order) -> AnyView {
    let lang = bench.desk.lang;
    let href = ["#", &form_id(order)].concat();
    view! {
        <p class="way">
            <a class="button quiet" href=href>{label(lang, order)}</a>
            <span class="small">{outcome(lang, order)} ". " {case(lang).below} "."</span>
        </p>
    }
    .into_any()
}

/// A step with its form, folded until it is wanted.
fn step(bench: Bench, page: &CasePage, order: Order) -> AnyView {
    let lang = bench.desk.lang;
    let fold = [&form_id(order), "-fold"].concat();
    let is_overtaken = bench.overtaken.with_value(|it| it.is_some_and(|(of, _)| of == order));
    let warns = order == Order::Offer && page.held.len() > 1;
    let warns = warns.then(|| view! { <p class="small">{orders(lang).pushed}</p> });
    view! {
        <details id=fold open=is_overtaken>
            <summary>{label(lang, order)} <span class="small">{outcome(lang, order)}</span></summary>
            <div>{warns} {form(bench, page, order)}</div>
        </details>
    }
    .into_any()
}

/// The form of a step.
pub(super) fn form(bench: Bench, page: &CasePage, order: Order) -> AnyView {
    let fields = fields::fields(bench.desk, page, order);
    form_of(bench, page, order, fields)
}

/// The same with other fields.
pub(super) fn form_of(
    bench: Bench,
    page: &CasePage,
    order: Order,
    fields: Vec<crate::office::form::Field>,
) -> AnyView {
    let (desk, form, source) = (bench.desk, bench.form(order), bench.source);
    let (seen, call) = (page.seen, calls::step(page.row.number, order));
    form.on_conflict(move || bench.show_changes(order, seen));
    let send = move || {
        let body = fields::body(form, order, seen);
        if form.is_right(desk.lang, body.check()) {
            bench.overtaken.set_value(None);
            form.change(desk, ("POST", call.clone()), &body, source, case(desk.lang).done);
        }
    };
    sheet(desk, form, label(desk.lang, order), fields, send)
}

/// What happened while somebody was writing, beside what they wrote.
pub(super) fn overtaken(bench: Bench, page: &CasePage) -> AnyView {
    let (lang, words) = (bench.desk.lang, case(bench.desk.lang));
    let Some((order, seen)) = bench.overtaken.get_value() else { return ().into_any() };
    let lines = page.lines.iter().filter(|line| line.place > i64::from(seen));
    let lines = lines.map(|line| thread::drawn(bench.desk, page, line));
    let typed = bench.form(order).given("words");
    let lost = (!page.orders.contains(&order)).then(|| {
        let says = (words.out_of_turn)(label(lang, order));
        let typed = typed.map(|typed| {
            view! { <blockquote class="speech" aria-label=words_of(lang, order)>{typed}</blockquote> }
        });
        view! { <p>{says}</p> {typed} }
    });
    let lead = lost.is_none().then(|| view! { <p>{words.changed_lead}</p> });
    view! {
        <section class="asked" id="changed" tabindex="-1" aria-labelledby="changed-heading">
            <h2 id="changed-heading">{words.changed}</h2>
            {lead}
            <ol class="events">{lines.collect::<Vec<_>>()}</ol>
            {lost}
        </section>
    }
    .into_any()
}

/// The ways to what a phone shows further down.
pub(super) fn jumps(bench: Bench, page: &CasePage) -> AnyView {
    let (lang, words) = (bench.desk.lang, case(bench.desk.lang));
    let apart = page.orders.iter().filter(|order| is_apart(**order));
    let apart =
        apart.map(|order| (["#", &form_id(*order)].concat(), label(lang, *order).to_owned()));
    let n = count(lang, page.orders.len() as u64);
    let moves = (["#", MOVES].concat(), [words.moves, " (", &n, ")"].concat());
    let twins = (!page.similar.is_empty()).then(|| ("#twins".to_owned(), words.similar.to_owned()));
    let links = apart.chain([moves]).chain(twins);
    let links = links.map(|(href, says)| view! { <a href=href>{says}</a> }).collect::<Vec<_>>();
    view! { <nav class="jumps" aria-label=words.jumps>{links}</nav> }.into_any()
}
