//! Forms: what is typed stays, faults stand beside their fields and in a list that leads to them.

mod ask;
mod draw;
mod faults;
mod field;
mod keeping;
mod known;
mod question;
mod typed;

use domain::Lang;
use leptos::prelude::*;

use self::ask::Asked;
use super::desk::Desk;
use crate::{browser::focus, text::office::frame};

pub(super) use self::faults::is_half_typed;
pub(super) use self::{
    field::{Field, day, known, line, lines, many, one, secret, tick, whole},
    typed::{Form, Next},
};

/// The form on the page: its list of faults, its fields, and the button that sends it.
pub(super) fn sheet(
    desk: Desk,
    form: Form,
    button: &'static str,
    fields: Vec<Field>,
    on_send: impl Fn() + Send + Sync + 'static,
) -> AnyView {
    sheet_of(desk, form, button, fields, Callback::new(move |()| on_send()))
}

// Inlined, it would be in the bundle once for each form.
#[inline(never)]
fn sheet_of(
    desk: Desk,
    form: Form,
    button: &'static str,
    fields: Vec<Field>,
    on_send: Callback<()>,
) -> AnyView {
    view! { <Sheet desk form button fields on_send/> }.into_any()
}

#[component]
fn Sheet(
    desk: Desk,
    form: Form,
    button: &'static str,
    fields: Vec<Field>,
    on_send: Callback<()>,
) -> impl IntoView {
    let lang = desk.lang;
    let words = frame::form(lang);
    let said = move || {
        let said = desk.said.get().filter(|(id, _)| form.id.with_value(|form| form == id));
        said.map_or("", |(_, note)| note)
    };
    let send = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        on_send.run(());
    };
    let question = move || {
        let question = form.question.get()?;
        Some(view! { <Asked desk form button question/> })
    };
    let label = move || if form.busy.get() { words.sending } else { button };
    // Disabled outright, the button would lose the focus.
    let busy = move || form.busy.get().then_some("true");
    let mut known = Vec::new();
    fields.iter().for_each(|field| field.tell_known("", &mut known));
    form.fields.set_value(known);
    form.joins(desk, on_send);
    let fields = fields.into_iter().map(|it| draw::draw(lang, form, it)).collect::<Vec<_>>();
    view! {
        <form class="sheet" id=form.id.get_value() novalidate on:submit=send aria-busy=busy>
            <Summary lang form/>
            {fields}
            {question}
            <div class="sending" hidden=move || form.question.with(Option::is_some)>
                <button class="send" id=form.field("send") aria-disabled=busy>{label}</button>
                <p class="said" role="status">{said}</p>
            </div>
        </form>
    }
}

/// Everything that is wrong, with the way to each field.
#[component]
fn Summary(lang: Lang, form: Form) -> impl IntoView {
    move || {
        let (faults, message) = (form.faults.get(), form.message.get());
        let id = form.field("faults");
        if !message.is_empty() {
            return view! { <p class="alert" id=id tabindex="-1" role="alert">{message}</p> }
                .into_any();
        }
        if faults.is_empty() {
            return ().into_any();
        }
        let lines = faults.into_iter().map(|fault| {
            if !form.has(&fault.field) {
                return view! { <li>{fault.message}</li> }.into_any();
            }
            let field = form.field(&fault.field);
            let href = ["#", &field].concat();
            let follow = move |event: leptos::ev::MouseEvent| {
                event.prevent_default();
                focus::soon(field.clone());
            };
            view! { <li><a href=href on:click=follow>{fault.message}</a></li> }.into_any()
        });
        view! {
            <div class="faults" id=id tabindex="-1" role="alert">
                <h2>{frame::form(lang).faulty}</h2>
                <ul>{lines.collect::<Vec<_>>()}</ul>
            </div>
        }
        .into_any()
    }
}
