//! What went wrong and what to do, for every page that cannot be shown.

use domain::Lang;
use leptos::prelude::*;

use super::in_language;
use crate::text;

/// Why a page cannot be shown.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trouble {
    /// No such page (404).
    NotFound,
    /// The address does not take what was tried with it (405).
    WrongMethod,
    /// What was sent could not be read (400).
    Unreadable,
    /// What was sent is in another format than is read here (415).
    WrongFormat,
    /// What was sent arrived too slowly (408).
    TooSlow,
    /// What was sent is too large (413).
    TooLarge,
    /// Too many tries at once (429).
    TooMany,
    /// Nothing can be kept just now (503).
    Unavailable,
    /// The ballot's id was used for other answers (409).
    Conflict,
    /// Our own fault (500).
    Broken,
}

impl Trouble {
    fn words(self, lang: Lang) -> &'static text::TroubleWords {
        let words = text::pages(lang);
        match self {
            Self::NotFound => &words.not_found,
            Self::WrongMethod => &words.wrong_method,
            Self::Unreadable => &words.unreadable,
            Self::WrongFormat => &words.wrong_format,
            Self::TooSlow => &words.too_slow,
            Self::TooLarge => &words.too_large,
            Self::TooMany => &words.too_many,
            Self::Unavailable => &words.unavailable,
            Self::Conflict => &words.conflict,
            Self::Broken => &words.broken,
        }
    }

    /// What went wrong, for the page's title.
    pub fn title(self, lang: Lang) -> &'static str {
        self.words(lang).title
    }
}

/// The page that says what went wrong.
#[component]
pub fn TroublePage(
    /// The language.
    lang: Lang,
    /// Why.
    trouble: Trouble,
) -> impl IntoView {
    let words = trouble.words(lang);
    view! {
        <h1>{words.title}</h1>
        <p>{words.help}</p>
        <p class="links"><a href=in_language("/", lang)>{text::pages(lang).home}</a></p>
    }
}
