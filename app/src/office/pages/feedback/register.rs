//! What came another way: at a counter, by letter, by telephone, from another body's system.

use domain::{
    Action,
    day::read as read_day,
    feedback::kind::{Kind, Source},
    office::feedback::{
        case::SenderView,
        register::{RegisterForm, RegisteredCase},
    },
};
use js_sys::{Array, Math};
use leptos::prelude::*;

use super::calls;
use crate::{
    browser::{focus, json},
    office::{
        choices,
        desk::Desk,
        form::{Field, Form, day, line, lines, many, one, sheet, tick},
        options::Options,
        pages::parts::{back, head, lead, ways},
        pill::today,
    },
    text::office::feedback::{names, register::register},
};

/// The entry form.
pub(crate) fn page(desk: Desk) -> AnyView {
    let words = register(desk.lang);
    let today = today().get(..10).unwrap_or_default().to_owned();
    let form = Form::new("register", &[("sent", today.as_str())]);
    form.set("id", id());
    let entered = RwSignal::new(None::<RegisteredCase>);
    let send = move || {
        let (body, today) = (typed(form), read_day(&today));
        if today.is_some_and(|today| form.is_right(desk.lang, body.check(today))) {
            form.send(desk, "POST", "/feedback", &body, move |it| entered.set(Some(it)));
        }
    };
    vec![
        back(desk, calls::INBOX),
        head(desk, words.heading),
        ways(desk, vec![(Action::ImportFeedback, calls::IMPORT.to_owned(), words.file)]),
        view! { <div hidden=move || entered.with(Option::is_some)>{lead(words.lead)} {sheet(desk, form, words.add, fields(desk), send)}</div> }
            .into_any(),
        view! { {move || entered.get().map(|it| slip(desk, &it))} }.into_any(),
    ]
    .into_any()
}

/// What its sender follows the case by, to be handed over: the pin is shown here alone.
fn slip(desk: Desk, it: &RegisteredCase) -> AnyView {
    let words = register(desk.lang);
    focus::soon("slip".to_owned());
    view! {
        <section class="asked" id="slip" tabindex="-1" role="status">
            <h2>{words.added}</h2>
            <p>{words.slip}</p>
            <dl class="facts">
                <dt>{words.code}</dt>
                <dd class="number" translate="no">{it.row.code.clone()}</dd>
                <dt>{words.pin}</dt>
                <dd class="number" translate="no">{it.pin.clone()}</dd>
            </dl>
            <p class="buttons">
                <a class="button" href=desk.link(&calls::page(it.row.number))>{words.open}</a>
                <a class="button quiet" href=desk.link(calls::INBOX)>{words.inbox}</a>
            </p>
        </section>
    }
    .into_any()
}

/// The fields: what was said and how it came, then who said it.
fn fields(desk: Desk) -> Vec<Field> {
    let (lang, words) = (desk.lang, register(desk.lang));
    let kinds = Kind::ALL.iter().map(|it| (it.name(), names::kind(lang, *it)));
    // The website's own cases and those of ballots come by their own ways.
    let by_others = |it: &&Source| !matches!(it, Source::Website | Source::Ballot);
    let sources = Source::ALL.iter().filter(by_others);
    let sources = sources.map(|it| (it.name(), names::source(lang, *it)));
    vec![
        one("source", words.source, options(desk, sources)).needed(),
        line("outside_number", words.number).hint(words.number_hint),
        day("sent", words.sent).hint(words.sent_hint),
        one("kind", words.kind, options(desk, kinds)).needed(),
        lines("text", words.text),
        one("unit", words.unit, choices::units(desk)),
        one("procedure", words.procedure, choices::listed(desk, "/procedures?in_force=yes")),
        many(
            "sender",
            words.sender,
            vec![
                tick("is_formal", words.formal),
                line("sender.name", words.name),
                line("sender.phone", words.phone),
                line("sender.address", words.address),
            ],
        ),
        tick("is_publishable", words.publishable),
        line("about", words.about).hint(words.about_hint),
    ]
}

/// The choices of a closed list, after the choice of none.
fn options<'a>(desk: Desk, all: impl Iterator<Item = (&'a str, &'a str)>) -> Options {
    let none = crate::text::office::frame::form(desk.lang).choose;
    let all = [("", none)].into_iter().chain(all);
    all.map(|(value, says)| (value.to_owned(), says.to_owned())).collect()
}

fn typed(form: Form) -> RegisterForm {
    RegisterForm {
        id: form.get("id"),
        // What is not chosen is told before this is looked at.
        kind: Kind::read(&form.get("kind")).unwrap_or(Kind::Service),
        source: Source::read(&form.get("source")).unwrap_or(Source::Other),
        outside_number: form.get("outside_number"),
        sent: form.get("sent"),
        text: form.get("text"),
        unit: form.given("unit"),
        procedure: form.given("procedure"),
        is_formal: form.is_ticked("is_formal"),
        is_publishable: form.is_ticked("is_publishable"),
        sender: Some(SenderView {
            name: form.get("sender.name"),
            phone: form.get("sender.phone"),
            address: form.get("sender.address"),
        }),
        about: form.given("about"),
    }
}

/// The case's id, so that sending it twice enters it once. A page that came over a plain connection has
/// no maker of ids.
fn id() -> String {
    let crypto = json::get(&window(), "crypto");
    let made = json::call(&crypto, "randomUUID", &Array::new()).and_then(|id| id.as_string());
    made.unwrap_or_else(|| {
        let digit = |at: usize| match at {
            8 | 13 | 18 | 23 => '-',
            14 => '4',
            19 => '8',
            _ => char::from_digit((Math::random() * 16.0) as u32, 16).unwrap_or('0'),
        };
        (0..36).map(digit).collect()
    })
}
