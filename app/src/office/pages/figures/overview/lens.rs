//! What the page is about, in one line that opens: question set, period, scheme, unit. All of it is in the
//! address.

use domain::{
    Lang,
    office::figures::overview::{Choice, Overview},
};
use leptos::prelude::*;

use crate::{
    office::desk::Desk,
    text::office::overview::{overview, scheme},
};

/// The line and its form: a plain one, whose answer is another address of this page.
pub(super) fn lens(desk: Desk, page: &Overview) -> AnyView {
    let words = overview(desk.lang);
    let unit = page.unit.clone().unwrap_or_else(|| words.all.to_owned());
    let days = [" (", &short(&page.first), "–", &short(&page.last), ")"].concat();
    let running = (!page.is_over).then(|| [", ", words.running].concat());
    view! {
        <div class="lens">
            <details>
                <summary>
                    <b>{page.instrument.clone()}</b>
                    <b>{page.label.clone()}<span class="soft">{days}{running}</span></b>
                    <b>{unit}</b>
                    " "
                    <u>{words.change_lens}</u>
                </summary>
                {form(desk, page)}
            </details>
            <button type="button" class="quiet print" on:click=|_| drop(window().print())>
                {words.print}
            </button>
        </div>
    }
    .into_any()
}

fn form(desk: Desk, page: &Overview) -> AnyView {
    let (lang, words) = (desk.lang, overview(desk.lang));
    let here = desk.here.get_untracked();
    let choices = &page.choices;
    let schemes = choices
        .schemes
        .iter()
        .map(|code| Choice { code: code.clone(), label: scheme(lang, code).to_owned() });
    let fields = [
        field("instrument", words.instrument, None, &choices.instruments, here.get("instrument")),
        field("period", words.period, Some(words.newest), &choices.periods, here.get("period")),
        field("scheme", words.scheme, None, &schemes.collect::<Vec<_>>(), &page.scheme),
        field("unit", words.unit, Some(words.all), &choices.units, here.get("unit")),
    ];
    let fields = fields.into_iter().collect::<Vec<_>>();
    let english = (lang == Lang::En).then(|| {
        view! { <input type="hidden" name="lang" value="en"/> }
    });
    view! {
        <form method="get" action=here.path>
            {fields}
            {english}
            <button>{words.show}</button>
        </form>
    }
    .into_any()
}

fn field(
    name: &'static str,
    label: &'static str,
    none: Option<&'static str>,
    choices: &[Choice],
    chosen: &str,
) -> AnyView {
    let id = ["lens-", name].concat();
    let none = none.map(|label| view! { <option value="">{label}</option> });
    let options = choices.iter().map(|choice| {
        let (code, label) = (choice.code.clone(), choice.label.clone());
        let selected = choice.code == chosen;
        view! { <option value=code selected=selected>{label}</option> }
    });
    let options = options.collect::<Vec<_>>();
    view! {
        <p>
            <label for=id.clone()>{label}</label>
            <select id=id name=name>{none}{options}</select>
        </p>
    }
    .into_any()
}

/// The day and the month of a day: `15/10`.
fn short(day: &str) -> String {
    let parts: Vec<&str> = day.split('-').collect();
    match parts[..] {
        [_, month, day] => [day, "/", month].concat(),
        _ => day.to_owned(),
    }
}
