//! What went wrong, as a page.

use app::pages::TroublePage;
use axum::response::Response;
use domain::Lang;
use leptos::prelude::*;

use super::{head, still, with_status};
use crate::{problem::Problem, state::App};

/// The page for a problem, told with its status.
pub fn page(app: &App, problem: &Problem, lang: Lang) -> Response {
    let trouble = problem.trouble();
    let page = still(&head(app, lang, trouble.title(lang), "/"), move || {
        view! { <TroublePage lang trouble/> }
    });
    with_status(problem.status(), page)
}
