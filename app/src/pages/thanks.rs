//! The receipt: shown by the server after a plain form, filled in by the browser after its own sending.

use domain::Lang;
use leptos::prelude::*;

use super::call::{CallOffer, CallPage};
use crate::{address::in_language, text};

/// What the card with the codes says.
#[derive(Clone, Debug, Default)]
pub struct Ticket {
    /// The language.
    pub lang: Lang,
    /// Whose survey it was, where that is known.
    pub owner: Option<String>,
    /// The campaign's title in that language.
    pub title: String,
    /// The receipt code.
    pub receipt: String,
    /// The pin.
    pub pin: String,
    /// When it was, as people write it.
    pub time: String,
    /// Where it leads from here, if not home: to the start of the device at a counter.
    pub home: Option<String>,
}

/// The thanks, with the receipt code. Where scripts run, they keep the card in other ways.
#[component]
pub fn Thanks(
    /// What the card says.
    ticket: Ticket,
    /// The offer to be called back, where there is one.
    call: Option<CallPage>,
) -> impl IntoView {
    let (lang, words) = (ticket.lang, text::form(ticket.lang));
    let call = call.map(|page| view! { <CallOffer page is_alone=false/> }.into_any());
    let home = ticket.home.clone().unwrap_or_else(|| in_language("/", lang));
    view! {
        <div class="thanks">
            <h1 id="thanks" tabindex="-1">{text::survey(lang).thanks}</h1>
            <p>{words.kept}</p>
            {card(ticket, words.receipt)}
            <p class="shot">{words.shot}</p>
            <div class="pair">
                <button type="button" class="quiet" id="copy" data-done=words.copied>
                    {words.copy}
                </button>
                <button type="button" class="quiet" id="save">
                    {words.save}
                </button>
            </div>
            <p class="hint">{words.receipt_use}</p>
            {call}
            <p class="links">
                <a href=in_language("/phieu", lang)>{words.see_ballot}</a>
                <a href=in_language("/ket-qua", lang)>{words.see_results}</a>
                <a href=in_language("/gop-y", lang)>{words.say_more}</a>
            </p>
            <a class="button" href=home>{words.done}</a>
        </div>
    }
}

/// The card with both codes, and what the first is called.
pub(crate) fn card(ticket: Ticket, label: &'static str) -> impl IntoView {
    let words = text::form(ticket.lang);
    let owner = ticket.owner.map(|owner| view! { <b>{owner}</b> });
    view! {
        <section class="ticket" id="ticket" aria-label=words.ticket>
            <p>
                {owner}
                <span>{ticket.title}</span>
                <span id="time">{ticket.time}</span>
            </p>
            <p>
                <small>{label}</small>
                <b class="code" id="code" translate="no">{ticket.receipt}</b>
            </p>
            <p>
                <small>{words.pin}</small>
                <b class="pin" id="pin" translate="no">{ticket.pin}</b>
            </p>
        </section>
    }
}

/// The thanks where the receipt is not shown any more, or where it stands in the address because the
/// browser takes no cookies.
#[component]
pub fn Thanked(
    /// The language.
    lang: Lang,
    /// What the card says.
    ticket: Option<Ticket>,
    /// The offer to be called back, where there is one.
    call: Option<CallPage>,
) -> impl IntoView {
    let words = text::own(lang);
    match ticket {
        Some(ticket) => view! {
            <p class="alert" role="alert">{words.no_cookie}</p>
            <Thanks ticket call/>
        }
        .into_any(),
        None => view! {
            <div class="thanks">
                <h1 id="thanks">{text::survey(lang).thanks}</h1>
                <p>{words.put_away}</p>
                <p class="links">
                    <a href=in_language("/phieu", lang)>{text::form(lang).see_ballot}</a>
                </p>
            </div>
        }
        .into_any(),
    }
}
