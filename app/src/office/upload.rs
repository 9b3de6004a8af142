//! A table from a file: looked at first if that is wanted, then taken whole or not at all.

use domain::{Lang, fault::SpokenFault, office::surveys::invitee::Uploaded};
use leptos::{prelude::*, task::spawn_local};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{FormData, HtmlFormElement};

use super::{
    desk::Desk,
    fetch::{self, Trouble},
    load::message,
};
use crate::{
    browser::{focus, json},
    text::office::{faults::faults, frame::form as form_words},
};

/// What an upload is called on its page.
#[derive(Clone, Copy)]
pub(super) struct UploadWords {
    /// The file.
    pub(super) file: &'static str,
    /// What it may hold.
    pub(super) hint: &'static str,
    /// The button that only looks.
    pub(super) check: &'static str,
    /// The button that takes.
    pub(super) take: &'static str,
    /// How many lines were taken, or looked at.
    pub(super) done: fn(Lang, usize, bool) -> String,
}

/// Behind the call of an upload that is only looked at.
const DRY: &str = "?dry_run";

/// What came of it.
#[derive(Clone, Default)]
enum Outcome {
    #[default]
    NotYet,
    Busy,
    Done(String),
    Faulty(Vec<SpokenFault>),
    Failed(String),
}

/// The form; `again` is raised once something was taken in.
pub(super) fn upload(
    desk: Desk,
    call: String,
    words: UploadWords,
    again: RwSignal<u32>,
) -> AnyView {
    let outcome = RwSignal::new(Outcome::default());
    let is_busy = move || outcome.with(|it| matches!(it, Outcome::Busy));
    // The file that was on its way when the session ended, if that was this person's.
    let (called, file) = desk.take_file().unzip();
    let again_file = StoredValue::new_local(file);
    let send = Callback::new(move |dry: bool| {
        if is_busy() {
            return;
        }
        let Some(file) = again_file.try_update_value(Option::take).flatten().or_else(chosen) else {
            outcome.set(Outcome::Failed((faults(desk.lang).not_chosen)(words.file)));
            return focus::soon("upload-told".to_owned());
        };
        outcome.set(Outcome::Busy);
        let call = [call.as_str(), if dry { DRY } else { "" }].concat();
        spawn_local(async move {
            let came = came((desk, words), desk.upload(call, file).await, again);
            if outcome.try_set(came).is_none() {
                focus::soon("upload-told".to_owned());
            }
        });
    });
    if let Some(called) = called {
        request_animation_frame(move || send.run(called.ends_with(DRY)));
    }
    form(desk, words, outcome, send)
}

/// What is filled in; sending it looks at the file or takes it.
fn form(
    desk: Desk,
    words: UploadWords,
    outcome: RwSignal<Outcome>,
    send: Callback<bool>,
) -> AnyView {
    let submit = move |event: leptos::ev::SubmitEvent| {
        event.prevent_default();
        send.run(false);
    };
    let is_busy = move || outcome.with(|it| matches!(it, Outcome::Busy));
    let busy = move || is_busy().then_some("true");
    let take = move || if is_busy() { form_words(desk.lang).sending } else { words.take };
    view! {
        <form class="sheet" id="upload" novalidate on:submit=submit aria-busy=busy>
            {move || outcome.with(|outcome| draw(desk, outcome))}
            <div class="field">
                <label for="upload-file">{words.file}</label>
                <p class="hint" id="upload-hint">{words.hint}</p>
                <input
                    id="upload-file"
                    name="file"
                    type="file"
                    accept=".csv,.xlsx"
                    aria-describedby="upload-hint"
                />
            </div>
            <p class="buttons">
                <button type="button" class="quiet" aria-disabled=busy on:click=move |_| send.run(true)>
                    {words.check}
                </button>
                <button class="send" aria-disabled=busy>{take}</button>
            </p>
        </form>
    }
    .into_any()
}

/// The file in the form, if one was chosen: browsers send an empty one otherwise.
fn chosen() -> Option<JsValue> {
    let form: HtmlFormElement = document().get_element_by_id("upload")?.dyn_into().ok()?;
    let file = FormData::new_with_form(&form).ok()?.get("file");
    (file.is_object() && json::get(&file, "size").as_f64() > Some(0.0)).then_some(file)
}

fn came(
    (desk, words): (Desk, UploadWords),
    answer: Result<String, Trouble>,
    again: RwSignal<u32>,
) -> Outcome {
    match answer.and_then(|text| fetch::read::<Uploaded>(&text)) {
        Ok(Uploaded { rows, applied }) => {
            if applied {
                again.update(|times| *times += 1);
            }
            Outcome::Done((words.done)(desk.lang, rows, applied))
        }
        Err(Trouble::Refused { faults: found, .. }) if !found.is_empty() => Outcome::Faulty(found),
        Err(trouble) => Outcome::Failed(message(desk.lang, &trouble)),
    }
}

fn draw(desk: Desk, outcome: &Outcome) -> AnyView {
    match outcome {
        Outcome::NotYet | Outcome::Busy => ().into_any(),
        Outcome::Done(message) => {
            view! { <p id="upload-told" tabindex="-1" role="status">{message.clone()}</p> }.into_any()
        }
        Outcome::Failed(message) => {
            view! { <p class="alert" id="upload-told" tabindex="-1" role="alert">{message.clone()}</p> }
                .into_any()
        }
        Outcome::Faulty(faults) => {
            let lines = faults.iter().map(|fault| view! { <li>{fault.message.clone()}</li> });
            view! {
                <div class="faults" id="upload-told" tabindex="-1" role="alert">
                    <h3>{form_words(desk.lang).faulty}</h3>
                    <ul>{lines.collect::<Vec<_>>()}</ul>
                </div>
            }
            .into_any()
        }
    }
}
