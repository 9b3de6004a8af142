//! `/cong-khai`: what was answered and published, for everybody to look through.

use app::{
    address::in_language,
    document::{Head, Sheet},
    feedback::{PublishedAnswers, PublishedPage},
    text,
};
use axum::{
    extract::{Query, State},
    response::Response,
};
use domain::Lang;
use leptos::prelude::*;

use super::{head, still, with_status};
use crate::{
    feedback::{
        counters,
        published::{PublishedQuery, fields, look},
    },
    node::Node,
    problem::Problem,
    speech::Speech,
};

/// The answers that were found.
pub async fn show(
    State(node): State<Node>,
    Query(query): Query<PublishedQuery>,
    Speech(lang): Speech,
) -> Result<Response, Problem> {
    let found = look(&node, &query, lang).await;
    let way = |page: usize| in_language(&address(&query, page), lang);
    let mut page = PublishedPage {
        lang,
        q: query.q.clone(),
        month: query.month.clone(),
        unit: (query.unit.clone(), units(&node, lang)),
        field: (query.field.clone(), fields(&node.books().catalogue).into_iter().collect()),
        counters: counters::told(&node).await?,
        query: address(&query, 1).trim_start_matches("/cong-khai").to_owned(),
        ..PublishedPage::default()
    };
    let status = match found {
        Ok(found) => {
            let before = (found.page > 1).then(|| way(found.page - 1));
            let after = (found.page < found.pages).then(|| way(found.page + 1));
            page.others = [before, after];
            page.found = Some(found);
            axum::http::StatusCode::OK
        }
        Err(problem @ Problem::Faults(_)) => {
            page.faults = problem.spoken(lang);
            problem.status()
        }
        Err(problem) => return Err(problem),
    };
    let head = head(&node, lang, text::track(lang).published_title, address(&query, 1));
    let head = Head { sheet: Sheet::Feedback, ..head };
    Ok(with_status(status, still(&head, move || view! { <PublishedAnswers page/> })))
}

/// The units of today by code, each with its name.
fn units(node: &Node, lang: Lang) -> Vec<(String, String)> {
    let (books, today) = (node.books(), node.today());
    let units = books.catalogue.units.iter().filter(|version| version.period.holds(today));
    units.map(|version| (version.code.clone(), version.name.get(lang).to_owned())).collect()
}

/// The address of a page of the same question.
fn address(query: &PublishedQuery, page: usize) -> String {
    let page = if page > 1 { page.to_string() } else { String::new() };
    let said = [
        ("q", query.q.as_str()),
        ("unit", &query.unit),
        ("field", &query.field),
        ("month", &query.month),
        ("page", &page),
    ];
    let said = said.into_iter().filter(|(_, value)| !value.is_empty());
    let query = form_urlencoded::Serializer::new(String::new()).extend_pairs(said).finish();
    let mark = if query.is_empty() { "" } else { "?" };
    format!("/cong-khai{mark}{query}")
}
