//! The offer to be called back after a poor rating: a plain form on the thanks of a survey.

use domain::{Lang, fault::SpokenFault};
use leptos::prelude::*;

use crate::{address::in_language, survey::Label, text};

/// What the form shows.
#[derive(Clone, Debug, Default)]
pub struct CallPage {
    /// The language.
    pub lang: Lang,
    /// Where it goes.
    pub action: String,
    /// The id, drawn once for this page.
    pub id: String,
    /// What stands for the ballot, sealed.
    pub seal: String,
    /// The words that are handed over.
    pub text: String,
    /// The number as typed.
    pub phone: String,
    /// Whether the box is ticked.
    pub is_agreed: bool,
    /// The text to agree to.
    pub consent: Label,
    /// The last day in time, as people write it.
    pub due: String,
    /// The working days that it may take.
    pub days: u32,
    /// What is wrong with what was sent.
    pub faults: Vec<SpokenFault>,
}

impl CallPage {
    fn fault(&self, field: &str) -> Option<String> {
        let fault = self.faults.iter().find(|fault| fault.field == field);
        fault.map(|fault| fault.message.clone())
    }
}

/// The form, as a part of the thanks or alone.
#[component]
pub fn CallOffer(
    /// What to show.
    page: CallPage,
    /// Whether it is all there is on the page: then its heading is the page's.
    is_alone: bool,
) -> impl IntoView {
    let words = text::call(page.lang);
    let heading = match is_alone {
        true => view! { <h1 tabindex="-1">{words.heading}</h1> }.into_any(),
        false => view! { <h2>{words.heading}</h2> }.into_any(),
    };
    let first = (!is_alone).then(|| view! { <p class="hint">{words.keep_first}</p> });
    let away = page.fault("").or_else(|| page.fault("id"));
    let away = away.map(|says| view! { <p class="alert" role="alert">{says}</p> });
    let not_sent = (!page.faults.is_empty() && away.is_none())
        .then(|| view! { <p class="alert" role="alert">{words.mend}</p> });
    view! {
        <section class="call" id="call">
            {heading}
            <p>{(words.lead)(page.days, &page.due)}</p>
            {first} {away} {not_sent}
            <form method="post" action=in_language(&page.action, page.lang)>
                <input type="hidden" name="k" value=page.seal.clone()/>
                <input type="hidden" name="id" value=page.id.clone()/>
                {fields(&page).into_any()}
                <button class="quiet">{words.send}</button>
            </form>
        </section>
    }
}

fn fields(page: &CallPage) -> impl IntoView + use<> {
    let words = text::call(page.lang);
    // Leptos writes what is inside a textarea as it is: escaping it is up to us.
    let text = page.text.replace('&', "&amp;").replace('<', "&lt;");
    let wrong = |field: &str| page.fault(field).is_some().then_some("true");
    view! {
        <label for="call-text">{words.text}</label>
        <p class="hint" id="h-call-text">{words.text_hint}</p>
        <p class="fault" id="f-call-text">{page.fault("text")}</p>
        <textarea
            id="call-text"
            name="text"
            rows="4"
            aria-describedby="h-call-text f-call-text"
            aria-invalid=wrong("text")
        >
            {text}
        </textarea>
        <label for="call-phone">{words.phone}</label>
        <p class="fault" id="f-call-phone">{page.fault("phone")}</p>
        <input
            id="call-phone"
            name="phone"
            type="tel"
            autocomplete="tel"
            value=page.phone.clone()
            aria-describedby="f-call-phone"
            aria-invalid=wrong("phone")
        />
        <p class="fault" id="f-call-consent">{page.fault("consent")}</p>
        <label class="agree">
            <input
                type="checkbox"
                name="consent"
                value=page.consent.code.clone()
                checked=page.is_agreed
                aria-describedby="f-call-consent"
                aria-invalid=wrong("consent")
            />
            <span>{page.consent.name.clone()}</span>
        </label>
    }
}

/// What became of a request that leads to no codes.
#[component]
pub fn CallAsked(
    /// The language.
    lang: Lang,
    /// What became of it.
    message: &'static str,
) -> impl IntoView {
    let words = text::call(lang);
    view! {
        <div class="thanks">
            <h1>{words.heading}</h1>
            <p>{message}</p>
            <p class="links">
                <a href=in_language("/tra-cuu", lang)>{words.follow}</a>
                <a href=in_language("/gop-y", lang)>{text::form(lang).say_more}</a>
            </p>
        </div>
    }
}
