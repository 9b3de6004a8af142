//! What lies at the counter: a poster of one A4 page with the QR code of a survey, a sheet of eight
//! slips, or a whole set of both.

use domain::Lang;
use leptos::prelude::*;

use crate::text;

/// Slips on one sheet.
const SLIPS: usize = 8;

/// What a hand-out shows.
#[derive(Clone, Debug, Default)]
pub struct PosterPage {
    /// The language.
    pub lang: Lang,
    /// Whose hand-out it is.
    pub owner: String,
    /// The campaign's title in that language.
    pub title: String,
    /// The service point's name, if the code is for one.
    pub service_point: Option<String>,
    /// The unit's name, if the code is for one.
    pub unit: Option<String>,
    /// The procedure's name, if the code is for one.
    pub procedure: Option<String>,
    /// How many questions there are.
    pub questions: usize,
    /// How many minutes they take.
    pub minutes: usize,
    /// The full address that the code leads to.
    pub address: String,
    /// The full address of the form of feedback.
    pub feedback: String,
    /// The QR code as an SVG text of our own making: it is written into the page as it is.
    pub qr_svg: String,
}

impl PosterPage {
    /// What it is for, from the narrowest on.
    fn about(&self) -> impl Iterator<Item = String> + use<> {
        [self.procedure.clone(), self.unit.clone(), self.service_point.clone()]
            .into_iter()
            .flatten()
    }
}

/// The poster.
#[component]
pub fn Poster(
    /// What to show.
    page: PosterPage,
) -> impl IntoView {
    let words = text::pages(page.lang);
    let steps = words.poster_steps.map(|step| view! { <li>{step}</li> }).into_iter();
    let about = page.about().map(|name| view! { <p class="for">{name}</p> });
    let is_narrow = page.about().count() > 1;
    view! {
        <article class="poster" class:narrow=is_narrow>
            <p class="owner">{page.owner}</p>
            <h1>{words.poster_ask}</h1>
            <p class="for">{page.title}</p>
            {about.collect::<Vec<_>>()}
            <div class="qr" role="img" aria-label=words.poster_code inner_html=page.qr_svg></div>
            <ol>{steps.collect::<Vec<_>>()}</ol>
            <p>{words.poster_address}</p>
            <p class="address">{page.address}</p>
            <p class="hint">
                {(words.poster_length)(page.questions, page.minutes)} " " {words.poster_promise}
            </p>
            <p class="hint">{words.poster_feedback} " " <b class="way">{page.feedback}</b></p>
        </article>
    }
}

/// A sheet of eight slips to be cut.
#[component]
pub fn Slips(
    /// What each of them shows.
    page: PosterPage,
) -> impl IntoView {
    let title = page.title.clone();
    let slips = (0..SLIPS).map(|_| slip(page.clone()));
    view! {
        <h1 class="screen">{title}</h1>
        <ul class="slips">{slips.collect::<Vec<_>>()}</ul>
    }
}

fn slip(page: PosterPage) -> impl IntoView {
    let words = text::pages(page.lang);
    let about = page.about().map(|name| view! { <p class="for">{name}</p> });
    let about = about.collect::<Vec<_>>();
    view! {
        <li>
            <div class="qr" role="img" aria-label=words.poster_code inner_html=page.qr_svg></div>
            <div>
                <p class="owner">{page.owner}</p>
                <p><b>{words.poster_ask}</b></p>
                {about}
                <p class="hint">{(words.poster_length)(page.questions, page.minutes)}</p>
                <p class="address">{page.address}</p>
            </div>
        </li>
    }
}

/// A page of a set of hand-outs.
#[derive(Clone, Debug)]
pub struct SetPage {
    /// The language.
    pub lang: Lang,
    /// What is on it, one after the other.
    pub pages: Vec<PosterPage>,
    /// Which of all is the first on it, from 1.
    pub first: usize,
    /// How many there are.
    pub total: usize,
    /// The page before.
    pub before: Option<String>,
    /// The page after.
    pub after: Option<String>,
}

/// A poster and a sheet of slips for each hand-out, every one on paper of its own; on the screen alone, how
/// many there are and the ways to the others.
#[component]
pub fn PosterSet(
    /// What to show.
    set: SetPage,
) -> impl IntoView {
    let words = text::pages(set.lang);
    let count = (words.set_count)(set.first, set.first + set.pages.len() - 1, set.total);
    let before = set.before.map(|way| view! { <a href=way>{words.set_before}</a> });
    let after = set.after.map(|way| view! { <a href=way>{words.set_after}</a> });
    let sheets = set.pages.into_iter().map(|page| {
        view! {
            <section class="sheet">
                <Poster page=page.clone()/>
            </section>
            <section class="sheet">
                <Slips page/>
            </section>
        }
    });
    view! {
        <div class="screen">
            <p role="status">{count}</p>
            <p class="links">{before} {after}</p>
        </div>
        {sheets.collect::<Vec<_>>()}
    }
}
