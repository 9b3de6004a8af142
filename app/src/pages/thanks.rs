//! The receipt: shown by the server after a plain form, by the browser after its own sending.

use domain::Lang;
use leptos::prelude::*;

use super::in_language;
use crate::text;

/// The thanks, with the receipt code.
#[component]
pub fn Thanks(
    /// The language.
    lang: Lang,
    /// The receipt code.
    receipt: String,
    /// The pin; empty, where it is not known.
    pin: String,
) -> impl IntoView {
    let words = text::survey(lang);
    let pin = (!pin.is_empty())
        .then(|| view! { <p class="receipt">{words.pin} " " <b class="pin">{pin}</b></p> });
    view! {
        <div class="thanks">
            <h1 id="thanks" tabindex="-1">{words.thanks}</h1>
            <p>{words.kept}</p>
            <p class="receipt">{words.receipt}</p>
            <p class="code">{receipt}</p>
            {pin}
            <p class="hint">{words.receipt_use}</p>
            <p class="links"><a href=in_language("/phieu", lang)>{words.see_ballot}</a></p>
            <a class="button quiet" href=in_language("/ket-qua", lang)>{words.see_results}</a>
        </div>
    }
}
