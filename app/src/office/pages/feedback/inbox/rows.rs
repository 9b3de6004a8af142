//! The cases of the inbox under the days they are due: a line each at a desk, four on a phone.

use domain::{
    Lang,
    feedback::kind::{Level, State as Stand},
    office::feedback::inbox::{CaseRow, Tab},
};
use leptos::prelude::*;

use super::{State, seen, tabs};
use crate::{
    office::{
        desk::Desk,
        pages::feedback::{calls, case::stage},
        pill::pill,
    },
    text::{
        case_figure, count,
        office::{
            feedback::{due, inbox::inbox, names},
            frame::list,
            names::day,
        },
    },
};

/// The cases, or why there are none.
pub(super) fn rows(state: State) -> AnyView {
    let rows = state.rows();
    if rows.is_empty() {
        let is_there = state.shown.with(Option::is_some) && state.trouble.with(Option::is_none);
        return if is_there { empty(state) } else { ().into_any() };
    }
    let is_finished = state.tab() == Tab::Finished;
    let figure = &state.figure();
    let mut groups: Vec<(&'static str, Vec<AnyView>)> = Vec::new();
    for row in &rows {
        let name = match figure {
            Some((figure, _)) => case_figure(state.desk.lang, *figure),
            None => group(state.desk.lang, row, is_finished),
        };
        if groups.last().is_none_or(|(last, _)| *last != name) {
            groups.push((name, Vec::new()));
        }
        if let Some((_, drawn)) = groups.last_mut() {
            drawn.push(draw(state, row));
        }
    }
    let lang = state.desk.lang;
    let groups = groups.into_iter().map(|(name, drawn)| {
        let n = count(lang, drawn.len() as u64);
        view! { <h2 class="group">{name} " " <span>{n}</span></h2> <ol class="cases">{drawn}</ol> }
    });
    groups.collect::<Vec<_>>().into_any()
}

/// No cases: because of what is searched for, or because there are none; then where there are some.
fn empty(state: State) -> AnyView {
    let (lang, words) = (state.desk.lang, inbox(state.desk.lang));
    let place = state.wanted.get();
    if place.query.iter().any(|(name, _)| !matches!(name.as_str(), "tab" | "page")) {
        let all = tabs::address(state, state.tab());
        return view! {
            <div class="empty">
                <p>{words.nothing} " " {list(lang).nothing_help}</p>
                <a class="button quiet" href=all>{list(lang).clear}</a>
            </div>
        }
        .into_any();
    }
    let held = |tab: &Tab| tabs::held(state, *tab).filter(|n| *n > 0);
    let others = Tab::ALL.iter().filter_map(|tab| {
        let says = [names::tab(lang, *tab), " (", &count(lang, held(tab)?), ")"].concat();
        Some(view! { <li><a href=tabs::address(state, *tab)>{says}</a></li> })
    });
    let others = others.collect::<Vec<_>>();
    let others = (!others.is_empty())
        .then(|| view! { <p>{words.elsewhere}</p> <ul class="elsewhere">{others}</ul> });
    view! { <div class="empty"><p>{names::empty(lang, state.tab())}</p> {others}</div> }.into_any()
}

/// Under which head a case stands.
fn group(lang: Lang, row: &CaseRow, is_finished: bool) -> &'static str {
    let words = inbox(lang);
    match row.days_left {
        _ if is_finished => words.finished,
        None => words.undated,
        Some(left) if left < 0 => words.late,
        Some(0 | 1) => words.now,
        Some(2..=5) => words.soon,
        Some(_) => words.after,
    }
}

fn draw(state: State, row: &CaseRow) -> AnyView {
    let (desk, number) = (state.desk, row.number);
    let words = inbox(desk.lang);
    let is_new = row.state == Stand::New;
    let it = seen(row);
    let chosen = move || state.chosen.with(|all| all.iter().any(|it| it.number == number));
    let choose = move |event| {
        let is = event_target_checked(&event);
        state.chosen.update(|all| {
            all.retain(|it| it.number != number);
            if is {
                all.push(it);
            }
        });
    };
    let new = is_new.then(|| view! { <span class="new">{words.new}</span> " " });
    let subject = row.subject.clone();
    view! {
        <li class="case" class:fresh=is_new class:chosen=chosen>
            <label class="pick">
                <input
                    class="box"
                    type="checkbox"
                    aria-label=(words.choose)(&row.code)
                    prop:checked=chosen
                    on:change=choose
                />
            </label>
            {until(desk.lang, row)}
            <p class="words">
                <a class="subject" href=desk.link(&calls::page(number))>{new} {subject}</a>
                {tags(desk, row)}
            </p>
            {unit(desk, row)}
            <span class="person">{row.holder.clone()}</span>
            <span class="number">{row.code.clone()}</span>
        </li>
    }
    .into_any()
}

/// Until when, in words with a sign.
fn until(lang: Lang, row: &CaseRow) -> AnyView {
    let words = due::due(lang);
    let is_late = row.days_left.is_some_and(|left| left < 0);
    let (class, says) = match (row.days_left, &row.wait_until, &row.put_off) {
        (Some(left), ..) if is_late => ("until late", due::left(lang, left)),
        (_, Some(day), _) => ("until wait", (words.waiting)(&due::plain(lang, day))),
        (_, _, Some(day)) => ("until put", (words.put_off)(&due::plain(lang, day))),
        (Some(left), ..) if left < 2 => ("until soon", due::left(lang, left)),
        (Some(left), ..) => ("until", due::left(lang, left)),
        (None, ..) => ("until none", day(lang, &row.sent)),
    };
    view! { <span class=class>{says}</span> }.into_any()
}

fn unit(desk: Desk, row: &CaseRow) -> AnyView {
    let words = inbox(desk.lang);
    let name = row.unit.as_ref().map(|code| desk.unit_name(code));
    let offered = row.offered_to.as_ref().map(|code| {
        let says = (words.offered)(&desk.unit_name(code));
        view! { " " <b>{says}</b> }
    });
    let inside = match name {
        Some(name) => view! { {name} {offered} }.into_any(),
        None if row.state.is_finished() => "—".into_any(),
        None => view! { <b>{words.unassigned}</b> }.into_any(),
    };
    view! { <span class="unit-name">{inside}</span> }.into_any()
}

/// What else tells a case apart.
fn tags(desk: Desk, row: &CaseRow) -> AnyView {
    let (lang, words) = (desk.lang, inbox(desk.lang));
    let up = (row.level != Level::Unit).then(|| (words.up)(names::level(lang, row.level)));
    let marks = [
        (row.is_ping_pong, words.pushed),
        (row.is_reopened, words.reopened),
        (row.linked_to.is_some(), words.linked),
        (row.has_news, words.news),
        (!row.is_formal, words.anonymous),
    ];
    let marks = marks.into_iter().filter(|(is, _)| *is).map(|(_, says)| says.to_owned());
    let tags = up.into_iter().chain(marks).map(|says| view! { <span class="tagged">{says}</span> });
    let state = (row.state != Stand::New).then(|| pill(stage(row), names::state(lang, row.state)));
    view! { {state} {tags.collect::<Vec<_>>()} }.into_any()
}
