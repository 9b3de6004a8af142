//! What went wrong, as a page.

use app::pages::TroublePage;
use axum::response::Response;
use domain::Lang;
use leptos::prelude::*;

use super::{head, still, with_status};
use crate::{node::Node, problem::Problem};

/// The page for a problem, told with its status.
pub fn page(node: &Node, problem: &Problem, lang: Lang) -> Response {
    let words = problem.trouble(lang);
    let page =
        still(&head(node, lang, words.title, "/"), move || view! { <TroublePage lang words/> });
    with_status(problem.status(), page)
}
