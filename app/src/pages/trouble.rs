//! What went wrong and what to do, for every page that cannot be shown.

use domain::Lang;
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
) -> impl IntoView {
    view! {
        <h1>{words.title}</h1>
        <p>{words.help}</p>
        <p class="links"><a href=in_language("/", lang)>{text::pages(lang).home}</a></p>
    }
}
