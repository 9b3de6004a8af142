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
    // The other problems' own words say it better than a list.
    let faults = match problem {
        Problem::NoHandOut(_) => problem.spoken(lang),
        _ => Vec::new(),
    };
    let head = head(node, lang, words.title, "/");
    let page = still(&head, move || view! { <TroublePage lang words faults/> });
    with_status(problem.status(), page)
}
