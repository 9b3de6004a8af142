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
) -> impl IntoView {
    let words = text::survey(lang);
    view! {
        <div class="thanks">
            <h1 id="thanks" tabindex="-1">{words.thanks}</h1>
            <p>{words.kept}</p>
            <p class="receipt">{words.receipt}</p>
            <p class="code">{receipt}</p>
            <p class="hint">{words.receipt_use}</p>
            <a class="button quiet" href=in_language("/ket-qua", lang)>{words.see_results}</a>
        </div>
    }
}
