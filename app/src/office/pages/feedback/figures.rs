//! Figures of feedback: what is asked stands in the address, and every figure leads to its cases.

mod ask;
mod table;

use domain::office::feedback::figures::FeedbackFigures;
use leptos::prelude::*;

use crate::{
    office::{
        desk::Desk,
        fetch::CALLS,
        load::{Source, load},
        pages::parts::{head, lead},
        place::Place,
        views::views,
    },
    text::office::{feedback::figures::case_page, names::day},
};

/// The call, without its question.
const CALL: &str = "/feedback/figures";
/// The page, for whoever comes back from a list.
pub(super) const PAGE: &str = "/van-phong/so-lieu-gop-y";

/// The page.
pub(crate) fn page(desk: Desk) -> AnyView {
    let words = case_page(desk.lang);
    let path = desk.here.get_untracked().path;
    // On the way to another page this one must not ask once more.
    let wanted = Memo::new(move |before: Option<&Place>| {
        let here = desk.here.get();
        if here.path == path { here } else { before.cloned().unwrap_or(here) }
    });
    let shown = move || {
        let call = [CALL, &wanted.get().search(desk.lang)].concat();
        load(desk, call, Source::new(), move |figures| there(desk, &figures))
    };
    // The files are the server's, so the links are followed by the browser itself.
    let file = move |ending: &'static str| {
        let href = move || [CALLS, CALL, ".", ending, &wanted.get().search(desk.lang)].concat();
        view! { <a class="button quiet" href=href download>{ending.to_uppercase()}</a> }
    };
    vec![
        head(desk, words.heading),
        lead(words.lead),
        views(desk),
        ask::ask(desk, wanted),
        shown.into_any(),
        view! { <p class="buttons">{words.file} ": " {file("csv")} {file("xlsx")}</p> }.into_any(),
    ]
    .into_any()
}

/// What came: of which days it is, and the tables, or why there is nothing.
fn there(desk: Desk, figures: &FeedbackFigures) -> AnyView {
    let (lang, words) = (desk.lang, case_page(desk.lang));
    let [first, last, as_of] =
        [&figures.first_day, &figures.last_day, &figures.as_of].map(|it| day(lang, it));
    let span = (words.span)(&first, &last, &as_of);
    let span = view! { <p class="state" role="status">{span}</p> }.into_any();
    if figures.rows.is_empty() {
        let nothing = view! { <p class="empty">{words.nothing} " " {words.other}</p> }.into_any();
        return vec![span, nothing].into_any();
    }
    vec![span, table::tables(desk, figures)].into_any()
}
