//! The card with the codes of feedback.

use domain::Lang;
use leptos::prelude::*;

use crate::{
    address::in_language,
    pages::{Ticket, thanks::card},
    text,
};

/// The thanks, with the codes. Where scripts run, they keep the card in other ways.
#[component]
pub fn FeedbackThanks(
    /// What the card says.
    ticket: Ticket,
    /// Whether the codes stand in the address, because the browser takes no cookies.
    is_in_address: bool,
) -> impl IntoView {
    let (lang, words) = (ticket.lang, text::feedback(ticket.lang));
    let form = text::form(lang);
    let alert = is_in_address.then(|| {
        view! { <p class="alert" role="alert">{text::own(lang).no_cookie}</p> }
    });
    view! {
        {alert}
        <div class="thanks" id="feedback-sent">
            <h1 id="thanks" tabindex="-1">{words.thanks}</h1>
            <p>{words.kept}</p>
            {card(ticket, words.code)}
            <p class="shot">{form.shot}</p>
            <div class="pair">
                <button type="button" class="quiet" id="copy" data-done=form.copied>
                    {form.copy}
                </button>
                <button type="button" class="quiet" id="save">
                    {form.save}
                </button>
            </div>
            <p class="hint">{words.use_codes}</p>
            <p class="links">
                <a href=in_language("/tra-cuu", lang)>{words.follow}</a>
            </p>
            <a class="button" href=in_language("/", lang)>{form.done}</a>
        </div>
    }
}

/// The thanks where the codes are not shown any more.
#[component]
pub fn FeedbackThanksGone(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let words = text::feedback(lang);
    view! {
        <div class="thanks">
            <h1 id="thanks">{words.thanks}</h1>
            <p>{words.put_away}</p>
            <p class="links">
                <a href=in_language("/tra-cuu", lang)>{words.follow}</a>
            </p>
        </div>
    }
}
