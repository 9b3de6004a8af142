//! The poster for the counter: one A4 page with the QR code of a survey.

use domain::Lang;
use leptos::prelude::*;

use crate::text;

/// What the poster shows.
#[derive(Clone, Debug, Default)]
pub struct PosterPage {
    /// The language.
    pub lang: Lang,
    /// Whose poster it is.
    pub owner: String,
    /// The campaign's title in that language.
    pub title: String,
    /// The service point's name, if the code is for one.
    pub service_point: Option<String>,
    /// The full address that the code leads to.
    pub address: String,
    /// The QR code as an SVG text of our own making: it is written into the page as it is.
    pub qr_svg: String,
}

/// The poster.
#[component]
pub fn Poster(
    /// What to show.
    page: PosterPage,
) -> impl IntoView {
    let words = text::pages(page.lang);
    let steps = words.poster_steps.map(|step| view! { <li>{step}</li> }).into_iter();
    view! {
        <article class="poster">
            <p class="owner">{page.owner}</p>
            <h1>{words.poster_ask}</h1>
            <p class="for">{page.title}</p>
            {page.service_point.map(|point| view! { <p class="for">{point}</p> })}
            <div class="qr" role="img" aria-label=words.poster_code inner_html=page.qr_svg></div>
            <ol>{steps.collect::<Vec<_>>()}</ol>
            <p>{words.poster_address}</p>
            <p class="address">{page.address}</p>
            <p class="hint">{words.poster_promise}</p>
        </article>
    }
}
