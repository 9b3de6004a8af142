//! One request: what is asked, until when and why, the answer, and only what may be done next.

use domain::{
    feedback::request::{RequestMove, RequestState},
    office::feedback::request::{Reply, RequestPage, Withdrawal},
};
use leptos::prelude::*;

use super::{super::calls, LIST, address, is_late, standing};
use crate::{
    office::{
        desk::Desk,
        form::{Form, lines, sheet},
        load::{Source, load},
        pages::parts::{back, facts, folded, head_of, lead, section, state as state_line},
        place::encoded,
    },
    text::office::{
        feedback::{
            due::{left, reason},
            requests::requests,
        },
        names,
    },
};

/// What the parts of the page have in common. The forms outlive each answer of the server, so that what
/// was typed stays when somebody else was quicker.
#[derive(Clone, Copy)]
struct Bench {
    desk: Desk,
    source: Source,
    reply: Form,
    withdrawal: Form,
}

/// One request.
pub(crate) fn show(desk: Desk, id: &str) -> AnyView {
    let bench = Bench {
        desk,
        source: Source::new(),
        reply: Form::new("reply", &[]),
        withdrawal: Form::new("withdrawal", &[]),
    };
    for form in [bench.reply, bench.withdrawal] {
        form.on_conflict(move || bench.source.ask_again());
    }
    let (heading, named) = head_of(desk, requests(desk.lang).one, id);
    let shown = move |page: RequestPage| {
        named.set(page.row.subject.clone());
        draw(bench, &page)
    };
    let call = ["/requests/", &encoded(id)].concat();
    vec![back(desk, LIST), heading, load(desk, call, bench.source, shown)].into_any()
}

fn draw(bench: Bench, page: &RequestPage) -> AnyView {
    let words = requests(bench.desk.lang);
    let (pill, says) = standing(bench.desk.lang, &page.row);
    let text = page.text.clone();
    vec![
        state_line(pill, says),
        known(bench.desk, page),
        clock(bench.desk, page),
        section(words.text, vec![view! { <p class="speech">{text}</p> }.into_any()]),
        answer(bench.desk, page),
        overtaken(bench, page),
        moves(bench, page),
    ]
    .into_any()
}

/// Who asks whom, and for which case.
fn known(desk: Desk, page: &RequestPage) -> AnyView {
    let (lang, words, row) = (desk.lang, requests(desk.lang), &page.row);
    let mut known = match &row.from {
        Some(unit) => vec![(words.from, desk.unit_name(unit))],
        None => vec![
            (words.body, row.body.clone()),
            (words.body_number, page.body_number.clone()),
            (
                words.body_day,
                page.body_day.as_ref().map(|it| names::day(lang, it)).unwrap_or_default(),
            ),
        ],
    };
    known.push((words.unit, desk.unit_name(&row.unit)));
    known.push((words.person, row.person.clone().unwrap_or_default()));
    known.push((words.sent, names::day(lang, &row.sent)));
    known.retain(|(_, says)| !says.is_empty());
    let case = row.case.map(|number| {
        let href = desk.link(&calls::page(number));
        view! { <p><a class="button quiet" href=href>{words.open_case}</a></p> }
    });
    vec![facts(known), case.into_any()].into_any()
}

/// Until when, and why.
fn clock(desk: Desk, page: &RequestPage) -> AnyView {
    let (lang, words) = (desk.lang, requests(desk.lang));
    let class = match page.row.days_left {
        Some(left) if left < 0 => "clock late",
        Some(0 | 1) => "clock soon",
        _ => "clock",
    };
    let told = page.row.days_left.map(|days| view! { <h2>{left(lang, days)}</h2> });
    let why = if page.is_day_given { words.given.to_owned() } else { reason(lang, &page.due) };
    view! {
        <section class=class>
            {told}
            <p>{words.due} ": " {names::day(lang, &page.due.on)}</p>
            <p class="small">{why} "."</p>
        </section>
    }
    .into_any()
}

/// The answer, or why it was taken back.
fn answer(desk: Desk, page: &RequestPage) -> AnyView {
    let words = requests(desk.lang);
    let speech = |text: &String| view! { <p class="speech">{text.clone()}</p> }.into_any();
    if let Some(reply) = &page.reply {
        let who = reply.by.clone().unwrap_or_default();
        let by = lead((words.by)(&who, &names::day(desk.lang, &reply.on)));
        return section(words.reply, vec![speech(&reply.text), by]);
    }
    match page.row.state {
        RequestState::Withdrawn => section(words.reason, vec![speech(&page.reason)]),
        _ => ().into_any(),
    }
}

/// What somebody typed whom another was quicker than, beside what that one did.
fn overtaken(bench: Bench, page: &RequestPage) -> AnyView {
    let words = requests(bench.desk.lang);
    let typed = bench.reply.now("text").or_else(|| bench.withdrawal.now("reason"));
    let typed = typed.filter(|text| !text.trim().is_empty());
    let Some(typed) = typed.filter(|_| page.row.state != RequestState::Open) else {
        return ().into_any();
    };
    view! {
        <section class="asked" id="overtaken" role="alert">
            <h2>{words.overtaken}</h2>
            <p>{words.overtaken_lead}</p>
            <blockquote class="speech">{typed}</blockquote>
        </section>
    }
    .into_any()
}

fn moves(bench: Bench, page: &RequestPage) -> AnyView {
    let moves = page.moves.iter().map(|it| match it {
        RequestMove::Reply => reply(bench, page),
        RequestMove::Withdraw => withdraw(bench, page),
    });
    moves.collect::<Vec<_>>().into_any()
}

fn reply(bench: Bench, page: &RequestPage) -> AnyView {
    let Bench { desk, source, reply: form, .. } = bench;
    let words = requests(desk.lang);
    let (call, seen) =
        (["/requests/", &page.row.id.to_string(), "/reply"].concat(), page.seen.clone());
    let send = move || {
        let body = Reply { based_on: seen.clone(), text: form.get("text") };
        if form.is_right(desk.lang, body.check()) {
            form.change(desk, ("POST", call.clone()), &body, source, words.is_replied);
        }
    };
    let late = is_late(&page.row).then(|| lead(words.reply_late));
    let sheet = sheet(desk, form, words.send_reply, vec![lines("text", words.reply)], send);
    section(words.reply, vec![late.into_any(), sheet])
}

fn withdraw(bench: Bench, page: &RequestPage) -> AnyView {
    let Bench { desk, source, withdrawal: form, .. } = bench;
    let words = requests(desk.lang);
    let call = ["/requests/", &page.row.id.to_string(), "/withdrawal"].concat();
    let seen = page.seen.clone();
    let send = move || {
        let body = Withdrawal { based_on: seen.clone(), reason: form.get("reason") };
        if form.is_right(desk.lang, body.check()) {
            form.change(desk, ("POST", call.clone()), &body, source, words.is_withdrawn);
        }
    };
    folded(
        words.withdraw,
        vec![sheet(desk, form, words.withdraw, vec![lines("reason", words.reason)], send)],
    )
}

/// The page of a request that was just made, and the call that it shows.
pub(super) fn made(page: &RequestPage) -> (String, String) {
    (address(page.row.id), ["/requests/", &page.row.id.to_string()].concat())
}
