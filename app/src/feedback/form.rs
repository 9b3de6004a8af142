//! The form of feedback: what it is about, the words, files, and whether an answer is wanted.

use domain::{
    Lang,
    ballot::consent::{ANSWER_FEEDBACK, PUBLISH_FEEDBACK},
    fault::SpokenFault,
};
use leptos::prelude::*;

use super::{
    fields::{COMPLAINT, anchor},
    parts::{choice, files, line, summary, tick, words},
};
use crate::{
    address::in_language,
    survey::{Label, Typed},
    text::{self, FeedbackWords},
};

/// What the form shows.
#[derive(Clone, Debug, Default)]
pub struct FormPage {
    /// The language.
    pub lang: Lang,
    /// The id, drawn once for this page.
    pub id: String,
    /// Where the person stands.
    pub point: Option<Label>,
    /// What the field of procedure and unit suggests.
    pub offers: Vec<String>,
    /// What fits what was typed there, each with the value that chooses it; nothing, where that is clear.
    pub choices: Option<Vec<(String, String)>>,
    /// The texts to agree to: key and text, by purpose.
    pub consents: Vec<(&'static str, Label)>,
    /// What is wrong with what was sent.
    pub faults: Vec<SpokenFault>,
    /// Whether a complaint or denunciation was sent.
    pub is_complaint: bool,
    /// What lets it through in a crowd, once its time has come.
    pub pass: String,
    /// What was sent.
    pub typed: Typed,
}

impl FormPage {
    fn fault(&self, fields: &[&str]) -> Option<String> {
        let fault = self.faults.iter().find(|fault| fields.contains(&fault.field.as_str()));
        fault.map(|fault| fault.message.clone())
    }

    fn text(&self, purpose: &str) -> Option<Label> {
        let found = self.consents.iter().find(|(of, _)| *of == purpose);
        found.map(|(_, label)| label.clone())
    }

    fn has(&self, name: &str, value: &str) -> bool {
        self.typed.0.iter().any(|(field, typed)| field == name && typed == value)
    }

    /// The page's title.
    pub fn title(&self) -> String {
        let words = text::feedback(self.lang);
        let is_faulty = !self.faults.is_empty() || self.is_complaint;
        let before = if is_faulty { words.fault } else { "" };
        [before, words.title].concat()
    }
}

/// The form.
#[component]
pub fn FeedbackForm(
    /// What to show.
    page: FormPage,
) -> impl IntoView {
    let (lang, said) = (page.lang, text::feedback(page.lang));
    let point = page.point.clone().map(|point| {
        view! { <p>{said.at} ": " <b>{point.name}</b></p> }
    });
    let not_taken =
        page.is_complaint.then(|| view! { <p class="alert" role="alert">{said.not_taken}</p> });
    view! {
        <h1>{said.title}</h1>
        <p class="lead">{said.lead}</p>
        {point}
        {not_taken}
        {summary(said.mend, &page.faults, anchor)}
        <form
            class="parts"
            id="feedback"
            method="post"
            enctype="multipart/form-data"
            action=in_language("/gop-y", lang)
        >
            {hidden(&page)}
            <p class="draft" id="restored" hidden>
                {said.restored} " " <button type="reset" class="quiet">{said.start_over}</button>
            </p>
            {kinds(&page, said)}
            <div class="parts rest">{rest(&page, said)}</div>
        </form>
        {others(lang, said)}
    }
}

fn hidden(page: &FormPage) -> impl IntoView + use<> {
    let code = |field: &str| page.typed.get(field).to_owned();
    let point = page.point.as_ref().map(|point| point.code.clone()).unwrap_or_default();
    let fields = [
        ("id", page.id.clone()),
        ("pass", page.pass.clone()),
        ("p", point),
        ("unit", code("unit")),
        ("procedure", code("procedure")),
    ];
    let fields = fields.into_iter().filter(|(_, value)| !value.is_empty());
    fields
        .map(|(name, value)| view! { <input type="hidden" name=name value=value/> })
        .collect::<Vec<_>>()
}

fn kinds(page: &FormPage, said: &'static FeedbackWords) -> impl IntoView + use<> {
    let rows = said.kinds.map(|(kind, name, hint)| {
        choice(("kind", kind.name()), (name, hint), page.has("kind", kind.name()))
    });
    let complaint =
        choice(("kind", COMPLAINT), (said.complaint, said.complaint_hint), page.is_complaint);
    let help = said.referral_help.map(|line| view! { <p>{line}</p> });
    view! {
        <fieldset class="field" id="kind" tabindex="-1">
            <legend>{said.kind}</legend>
            <p class="fault">{page.fault(&["kind"])}</p>
            <div class="choices">{rows.into_iter().collect::<Vec<_>>()} {complaint}</div>
            <div class="card referral" id="referral">
                <h2>{said.referral}</h2>
                {help.into_iter().collect::<Vec<_>>()}
            </div>
        </fieldset>
    }
}

fn rest(page: &FormPage, said: &'static FeedbackWords) -> impl IntoView + use<> {
    let of_file = |fault: &&SpokenFault| fault.field.starts_with("attachments");
    let file_faults: Vec<String> =
        page.faults.iter().filter(of_file).map(|fault| fault.message.clone()).collect();
    let is_again = !page.faults.is_empty() || page.is_complaint;
    let files_again = is_again.then(|| view! { <p class="hint">{said.files_again}</p> });
    view! {
        {words(
            ("text", said.text),
            said.text_hint.to_owned(),
            page.typed.get("text"),
            page.fault(&["text"]),
        )}
        {about(page, said)}
        {files(said.files, said.files_hint, file_faults)}
        {files_again}
        {reply(page, said)}
        <button class="whole">{said.send}</button>
    }
}

fn about(page: &FormPage, said: &'static FeedbackWords) -> impl IntoView + use<> {
    let offers = page.offers.iter().map(|name| view! { <option value=name.clone()></option> });
    let offers = offers.collect::<Vec<_>>();
    let choices = page.choices.as_ref().map(|choices| {
        let rows = choices.iter().map(|(value, name)| {
            view! {
                <label class="choice">
                    <input type="radio" name="choice" value=value.clone()/>
                    <span>{name.clone()}</span>
                </label>
            }
        });
        view! {
            <fieldset>
                <legend>{said.about_choose}</legend>
                <div class="choices">
                    {rows.collect::<Vec<_>>()} {choice(("choice", "none"), (said.about_none, ""), false)}
                </div>
            </fieldset>
        }
    });
    view! {
        <div class="field">
            <label for="about">{said.about}</label>
            <small id="about-hint">{said.about_hint}</small>
            <p class="fault" id="about-fault">{page.fault(&["about", "unit", "procedure"])}</p>
            <input
                id="about"
                name="about"
                list="abouts"
                value=page.typed.get("about").to_owned()
                maxlength="300"
                autocomplete="off"
                aria-describedby="about-hint about-fault"
            />
            <datalist id="abouts">{offers}</datalist>
            {choices}
        </div>
    }
}

fn reply(page: &FormPage, said: &'static FeedbackWords) -> impl IntoView + use<> {
    let row = |value, words| choice(("reply", value), words, page.has("reply", value));
    let publish = page.text(PUBLISH_FEEDBACK).map(|text| {
        let is_ticked = page.has("consent", &text.code);
        view! { <div class="publish">{tick("publish", text.code, text.name, is_ticked)}</div> }
    });
    view! {
        <fieldset class="field" id="reply" tabindex="-1">
            <legend>{said.reply}</legend>
            <p class="fault">{page.fault(&["reply", "contact"])}</p>
            <div class="choices">
                {row("no", said.reply_no)} {row("yes", said.reply_yes)}
                {row("minor", said.reply_minor)}
            </div>
            {contact(page, said)}
            {publish}
        </fieldset>
    }
}

fn contact(page: &FormPage, said: &'static FeedbackWords) -> impl IntoView + use<> {
    let consent = page.text(ANSWER_FEEDBACK).map(|text| {
        let is_ticked = page.has("consent", &text.code);
        tick("consent", text.code, text.name, is_ticked)
    });
    let typed = |field| page.typed.get(field);
    view! {
        <div class="contact">
            {line(
                ("name", said.name),
                "",
                typed("name"),
                page.fault(&["contact.name"]),
                ("text", "name"),
            )}
            {line(
                ("phone", said.phone),
                said.phone_hint,
                typed("phone"),
                page.fault(&["contact.phone"]),
                ("tel", "tel"),
            )}
            {line(
                ("address", said.address),
                said.address_hint,
                typed("address"),
                page.fault(&["contact.email", "contact.address"]),
                ("text", "off"),
            )}
            <p class="fault">{page.fault(&["consent"])}</p>
            {consent}
        </div>
    }
}

fn others(lang: Lang, said: &'static FeedbackWords) -> impl IntoView {
    view! {
        <section>
            <h2>{said.others}</h2>
            <p class="links">
                <a href=in_language("/tra-cuu", lang)>{said.sent_already}</a>
                <a href=in_language("/cong-khai", lang)>{said.published}</a>
            </p>
        </section>
    }
}
