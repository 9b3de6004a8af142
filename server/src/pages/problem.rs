//! What went wrong, as a page.

use app::pages::TroublePage;
use axum::response::Response;
use domain::Lang;
use leptos::prelude::*;

use super::{head, still, with_status};
use crate::{problem::Problem, state::App};

/// The page for a problem, told with its status.
pub fn page(app: &App, problem: &Problem, lang: Lang) -> Response {
    let words = problem.trouble(lang);
    let page =
        still(&head(app, lang, words.title, "/"), move || view! { <TroublePage lang words/> });
    with_status(problem.status(), page)
}
