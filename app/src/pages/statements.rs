//! What is promised: what is kept of people and for how long, and who can use these pages.

use domain::Lang;
use leptos::prelude::*;

use crate::{
    address::in_language,
    text::{self, Paragraphs, count},
};

/// What the page about privacy shows.
#[derive(Clone, Debug, Default)]
pub struct PrivacyPage {
    /// The language.
    pub lang: Lang,
    /// Days that comments are kept after they were sent.
    pub comments: u64,
    /// Days that invited people are kept after their survey.
    pub contacts: u64,
    /// Days that senders of feedback are kept after the answer.
    pub senders: u64,
    /// Days that the words of feedback are kept after the answer.
    pub cases: u64,
}

/// What is kept of people, and what they can do about it.
#[component]
pub fn Privacy(
    /// What to show.
    page: PrivacyPage,
) -> impl IntoView {
    let (lang, words) = (page.lang, text::statements(page.lang));
    let how_long = [
        (words.how_long_comments)(&count(lang, page.comments)),
        (words.how_long_contacts)(&count(lang, page.contacts)),
        (words.how_long_feedback)(&count(lang, page.senders), &count(lang, page.cases)),
    ];
    let how_long = how_long.map(|line| view! { <li>{line}</li> });
    view! {
        <h1>{words.privacy}</h1>
        <p>{words.privacy_lead}</p>
        {parts(&words.privacy_parts)}
        <h2>{words.how_long}</h2>
        <ul>{how_long.into_iter().collect::<Vec<_>>()}</ul>
        <h2>{words.rights}</h2>
        <p>{words.rights_own}</p>
        <p class="links">
            <a href=in_language("/phieu", lang)>{text::pages(lang).own_ballot}</a>
        </p>
    }
}

/// Who can use these pages, what is missing, and who helps.
#[component]
pub fn Access(
    /// The language.
    lang: Lang,
) -> impl IntoView {
    let words = text::statements(lang);
    view! {
        <h1>{words.access}</h1>
        <p>{words.access_lead}</p>
        {parts(&words.access_parts)}
    }
}

fn parts(parts: &'static [Paragraphs]) -> impl IntoView {
    let parts = parts.iter().map(|part| {
        let lines = part.lines.iter().map(|line| view! { <li>{*line}</li> });
        view! {
            <h2>{part.heading}</h2>
            <ul>{lines.collect::<Vec<_>>()}</ul>
        }
    });
    parts.collect::<Vec<_>>()
}
