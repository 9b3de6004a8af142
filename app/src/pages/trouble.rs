//! What went wrong and what to do, for every page that cannot be shown.

use domain::{Lang, fault::SpokenFault};
use leptos::prelude::*;

use crate::{
    address::in_language,
    text::{self, TroubleWords},
};

/// The page that says what went wrong.
#[component]
pub fn TroublePage(
    /// The language.
    lang: Lang,
    /// What went wrong, in that language.
    words: &'static TroubleWords,
    /// What of it can be named.
    faults: Vec<SpokenFault>,
) -> impl IntoView {
    let faults = faults.into_iter().map(|fault| view! { <li>{fault.message}</li> });
    let faults: Vec<_> = faults.collect();
    let named = (!faults.is_empty()).then(|| view! { <ul>{faults}</ul> });
    view! {
        <h1>{words.title}</h1>
        <p>{words.help}</p>
        {named}
        <p class="links"><a href=in_language("/", lang)>{text::pages(lang).home}</a></p>
    }
}
