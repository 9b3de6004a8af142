//! The receipt: shown by the server after a plain form, by the browser after its own sending.

use domain::Lang;
use leptos::prelude::*;

use crate::{address::in_language, text};

/// The thanks, with the receipt code.
#[component]
pub fn Thanks(
    /// The language.
    lang: Lang,
    /// The receipt code.
    receipt: String,
    /// The pin.
    pin: String,
) -> impl IntoView {
    let words = text::survey(lang);
    view! {
        <div class="thanks">
            <h1 id="thanks" tabindex="-1">{words.thanks}</h1>
            <p>{words.kept}</p>
            <p class="receipt">{words.receipt}</p>
            <p class="code" translate="no">{receipt}</p>
            <p class="receipt">{words.pin} " " <b class="pin" translate="no">{pin}</b></p>
            <p class="hint">{words.receipt_use}</p>
            <p class="links"><a href=in_language("/phieu", lang)>{words.see_ballot}</a></p>
            <a class="button quiet" href=in_language("/ket-qua", lang)>{words.see_results}</a>
        </div>
    }
}

/// The thanks where the receipt is not shown any more, or where it stands in the address because the
/// browser takes no cookies.
#[component]
pub fn Thanked(
    /// The language.
    lang: Lang,
    /// The receipt code and the pin.
    receipt: Option<(String, String)>,
) -> impl IntoView {
    let words = text::own(lang);
    match receipt {
        Some((receipt, pin)) => view! {
            <p class="alert" role="alert">{words.no_cookie}</p>
            <Thanks lang receipt pin/>
        }
        .into_any(),
        None => view! {
            <div class="thanks">
                <h1 id="thanks">{text::survey(lang).thanks}</h1>
                <p>{words.put_away}</p>
                <p class="links">
                    <a href=in_language("/phieu", lang)>{text::survey(lang).see_ballot}</a>
                </p>
            </div>
        }
        .into_any(),
    }
}
