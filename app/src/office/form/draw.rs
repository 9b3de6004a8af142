//! Draws the fields of forms: a label, a hint, the fault beside it, and what is typed. All of them here,
//! so that each kind is in the bundle once.

use domain::Lang;
use leptos::prelude::*;

use super::{
    field::{Field, Input, NUMBER},
    typed::Form,
};
use crate::{
    office::options::{Options, drawn_options, with_chosen},
    text::office::frame,
};

/// A field of a form.
pub(super) fn draw(lang: Lang, form: Form, field: Field) -> AnyView {
    let Some(shown) = field.shown else { return draw_field(lang, form, field) };
    view! { <div hidden=move || !shown.get()>{draw_field(lang, form, field)}</div> }.into_any()
}

fn draw_field(lang: Lang, form: Form, field: Field) -> AnyView {
    let Field { name, label, hint, input, known, optional, .. } = field;
    let inside = match input {
        Input::Tick => return drawn_tick(form, name, label),
        Input::Many(fields) => return drawn_many((lang, form), &name, label, hint, fields),
        Input::Line(kind, filled) => drawn_line(form, name.clone(), hint, (kind, filled), known),
        Input::Lines => drawn_lines(form, name.clone(), hint),
        Input::One(options) => drawn_one(form, name.clone(), hint, options),
    };
    let target = form.field(&name);
    let optional = optional.then(|| {
        view! { <span class="small">" " {frame::form(lang).optional}</span> }
    });
    view! {
        <div class="field">
            <label for=target>
                {label}
                {optional}
            </label>
            {above(form, name, hint)}
            {inside}
        </div>
    }
    .into_any()
}

/// The hint and the fault of a field.
fn above(form: Form, name: String, hint: &'static str) -> AnyView {
    let [hint_id, fault_id] = ["-hint", "-fault"].map(|end| [&form.field(&name), end].concat());
    let hint = (!hint.is_empty()).then(|| view! { <p class="hint" id=hint_id>{hint}</p> });
    let fault = move || {
        let id = fault_id.clone();
        form.fault(&name).map(|message| view! { <p class="fault" id=id>{message}</p> })
    };
    view! {
        {hint}
        {fault}
    }
    .into_any()
}

/// What describes a field: its hint and its fault, as far as there are any.
fn described(form: Form, name: &str, hint: &str) -> Option<String> {
    let field = form.field(name);
    let hint = (!hint.is_empty()).then(|| [&field, "-hint"].concat());
    let fault = form.fault(name).map(|_| [&field, "-fault"].concat());
    let parts: Vec<String> = hint.into_iter().chain(fault).collect();
    (!parts.is_empty()).then(|| parts.join(" "))
}

/// What the element of a field asks for: its value, whether it is wrong, what describes it.
fn held(
    form: Form,
    name: &str,
    hint: &'static str,
) -> Callback<(), (String, bool, Option<String>)> {
    let name = name.to_owned();
    let wrong = move |name: &str| form.fault(name).is_some();
    Callback::new(move |()| (form.get(&name), wrong(&name), described(form, &name, hint)))
}

fn drawn_line(
    form: Form,
    name: String,
    hint: &'static str,
    (kind, filled): (&'static str, &'static str),
    known: Option<Signal<Options>>,
) -> AnyView {
    let held = held(form, &name, hint);
    let (id, typed) = (form.field(&name), name.clone());
    let list = known.map(|_| [&id, "-known"].concat());
    let known = known.map(|known| view! { <datalist id=list.clone()>{move || drawn_options(known.get(), "")}</datalist> });
    view! {
        <input
            id=id
            name=name
            type=if kind == NUMBER { "text" } else { kind }
            list=list
            inputmode=(filled == "one-time-code" || kind == NUMBER).then_some("numeric")
            autocomplete=filled
            autocapitalize=(filled == "username").then_some("none")
            spellcheck="false"
            prop:value=move || held.run(()).0
            aria-invalid=move || held.run(()).1.then_some("true")
            aria-describedby=move || held.run(()).2
            on:input=move |event| form.set(&typed, event_target_value(&event))
        />
        {known}
    }
    .into_any()
}

fn drawn_lines(form: Form, name: String, hint: &'static str) -> AnyView {
    let held = held(form, &name, hint);
    let (id, typed) = (form.field(&name), name.clone());
    view! {
        <textarea
            id=id
            name=name
            rows="4"
            prop:value=move || held.run(()).0
            aria-invalid=move || held.run(()).1.then_some("true")
            aria-describedby=move || held.run(()).2
            on:input=move |event| form.set(&typed, event_target_value(&event))
        ></textarea>
    }
    .into_any()
}

fn drawn_one(form: Form, name: String, hint: &'static str, options: Signal<Options>) -> AnyView {
    let held = held(form, &name, hint);
    let (id, typed, chosen) = (form.field(&name), name.clone(), name.clone());
    let options = move || {
        let chosen = untrack(|| form.get(&chosen));
        drawn_options(with_chosen(options.get(), &chosen), &chosen)
    };
    view! {
        <select
            id=id
            name=name
            prop:value=move || held.run(()).0
            aria-invalid=move || held.run(()).1.then_some("true")
            aria-describedby=move || held.run(()).2
            on:change=move |event| form.set(&typed, event_target_value(&event))
        >
            {options}
        </select>
    }
    .into_any()
}

fn drawn_tick(form: Form, name: String, label: String) -> AnyView {
    let id = form.field(&name);
    let (target, held, typed) = (id.clone(), name.clone(), name.clone());
    let tick = move |event| {
        let ticked = event_target_checked(&event);
        form.set(&typed, if ticked { "yes" } else { "" }.to_owned());
    };
    view! {
        <label class="tick" for=target>
            <input
                id=id
                name=name
                type="checkbox"
                prop:checked=move || form.is_ticked(&held)
                on:change=tick
            />
            {label}
        </label>
    }
    .into_any()
}

fn drawn_many(
    (lang, form): (Lang, Form),
    name: &str,
    label: String,
    hint: &'static str,
    fields: Vec<Field>,
) -> AnyView {
    let held = held(form, name, hint);
    let id = form.field(name);
    let inside = fields.into_iter().map(|field| draw(lang, form, field)).collect::<Vec<_>>();
    view! {
        <fieldset class="group" id=id tabindex="-1" aria-describedby=move || held.run(()).2>
            <legend>{label}</legend>
            {above(form, name.to_owned(), hint)}
            {inside}
        </fieldset>
    }
    .into_any()
}
