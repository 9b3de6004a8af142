//! What is known of a case: who has it and had it, what it is about, and what may be the same.

use domain::{
    feedback::{
        kind::{Level, Source},
        order::Order,
    },
    office::feedback::case::CasePage,
};
use leptos::prelude::*;

use super::{Bench, form_id};
use crate::{
    browser::focus,
    office::{
        desk::Desk,
        pages::{feedback::calls, parts},
    },
    text::{
        count,
        office::{
            feedback::{case::case, names},
            names::day,
        },
    },
};

/// Each fact with its name; those that are not there are left out.
pub(super) fn facts(desk: Desk, page: &CasePage) -> AnyView {
    let (lang, words, row) = (desk.lang, case(desk.lang), &page.row);
    let unit = |code: &Option<String>| code.as_ref().map(|code| desk.unit_name(code));
    let on = |text: &Option<String>| text.as_ref().map(|text| day(lang, text));
    let supports: Vec<String> = page.supports.iter().map(|code| desk.unit_name(code)).collect();
    let is_call = row.source == Source::Ballot;
    // What was said of the service stays; what is thought after the call stands beside it.
    let rated = if is_call { words.second_rating } else { words.rating };
    let known = [
        (words.lead, unit(&row.unit)),
        (words.offered, unit(&row.offered_to)),
        (words.holder, row.holder.clone()),
        (words.supports, Some(supports.join(", "))),
        (words.level, (row.level != Level::Unit).then(|| names::level(lang, row.level).to_owned())),
        (words.promised, on(&page.promised)),
        (words.put_off, on(&row.put_off)),
        (words.wait_until, on(&row.wait_until)),
        (words.first_rating, is_call.then(|| words.poor.to_owned())),
        (rated, page.rating.map(|rating| names::rating(lang, rating).to_owned())),
        (words.procedure, page.procedure.clone()),
        (words.named_unit, unit(&page.named_unit)),
        (words.point, page.service_point.clone()),
    ];
    let known = known.into_iter().filter_map(|(name, says)| Some((name, says?)));
    let known: Vec<_> = known.filter(|(_, says)| !says.is_empty()).collect();
    let parts =
        vec![if known.is_empty() { ().into_any() } else { parts::facts(known) }, held(desk, page)];
    view! { <section class="known">{parts}</section> }.into_any()
}

/// Every unit that led, with the working days it had the case.
fn held(desk: Desk, page: &CasePage) -> AnyView {
    let (lang, words) = (desk.lang, case(desk.lang));
    let lines = page.held.iter().map(|held| {
        let days = (words.held_days)(&count(lang, held.days.into()));
        let leads = held.is_lead.then(|| [", ", words.leads_now].concat());
        view! { <li>{desk.unit_name(&held.unit)} " " <span class="small">{days} {leads}</span></li> }
    });
    let lines = lines.collect::<Vec<_>>();
    if lines.is_empty() {
        return ().into_any();
    }
    view! { <h2>{words.held}</h2> <ol class="held">{lines}</ol> }.into_any()
}

/// Cases that may be about the same, and those that are linked.
pub(super) fn similar(bench: Bench, page: &CasePage) -> AnyView {
    let (desk, words) = (bench.desk, case(bench.desk.lang));
    let may_link = page.orders.contains(&Order::Link);
    let twins = page.similar.iter().map(|twin| {
        let why = if twin.is_same_phone { words.same_phone } else { words.alike };
        let number = twin.number;
        let link = move |_| choose(bench, number);
        let link = may_link
            .then(|| view! { <button type="button" class="quiet" on:click=link>{words.link}</button> });
        view! {
            <li>
                <a href=desk.link(&calls::page(number))>{twin.subject.clone()}</a>
                <span class="small">{why} " · " {day(desk.lang, &twin.sent)} " · " {twin.code.clone()}</span>
                {link}
            </li>
        }
    });
    let twins = twins.collect::<Vec<_>>();
    let twins = (!twins.is_empty()).then(|| {
        view! {
            <h2>{words.similar}</h2>
            <ul>{twins}</ul>
            <p class="small">{words.link_lead}</p>
        }
    });
    view! { <section class="twins" id="twins">{twins} {links(desk, page)}</section> }.into_any()
}

/// The cases that are linked, on either side.
fn links(desk: Desk, page: &CasePage) -> Option<AnyView> {
    let words = case(desk.lang);
    let to = page.row.linked_to.map(|number| (words.linked_to, number));
    let all = to.into_iter().chain(page.links.iter().map(|number| (words.linked_here, *number)));
    let lines = all.map(|(how, number)| {
        let says = (words.number)(&number.to_string());
        view! { <li>{how} ": " <a href=desk.link(&calls::page(number))>{says}</a></li> }
    });
    let lines = lines.collect::<Vec<_>>();
    (!lines.is_empty()).then(|| view! { <h2>{words.links}</h2> <ul>{lines}</ul> }.into_any())
}

/// Fills in the form that links this case to another, and brings the reader to it.
fn choose(bench: Bench, number: i64) {
    let form = bench.form(Order::Link);
    form.set("case", number.to_string());
    let fold = document().get_element_by_id(&[&form_id(Order::Link), "-fold"].concat());
    if let Some(fold) = fold {
        let _ = fold.set_attribute("open", "");
    }
    focus::soon(form.field("send"));
}
