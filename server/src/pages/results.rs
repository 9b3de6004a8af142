//! `GET /ket-qua`: the public results.

use app::{
    document::{Area, Head, Sheet},
    pages::{Chosen, Results, ResultsPage},
    survey::Label,
    text,
};
use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::Response,
};
use domain::{
    Lang, Method,
    figures::index::{By, Index},
};
use leptos::prelude::*;

use super::{head, still, with_status};
use crate::{
    figures::{Figures, IndexQuery},
    node::Node,
    problem::Problem,
    speech::Speech,
};

/// The index by unit and by month, filtered by the address.
pub async fn show(
    State(node): State<Node>,
    Speech(lang): Speech,
    Query(query): Query<IndexQuery>,
) -> Result<Response, Problem> {
    let mut named = (None, None);
    let (figures, faults) = match query.check(&node).await {
        Ok(question) => {
            let figures = Figures::read(&node, question).await?;
            let by_unit = figures.by(By::Unit, lang);
            named = (by_unit.named.clone(), figures.by(By::Procedure, lang).named);
            (Some((by_unit, figures.by(By::Month, lang))), Vec::new())
        }
        Err(problem @ Problem::Faults(_)) => (None, problem.spoken(lang)),
        Err(problem) => return Err(problem),
    };
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let chosen = chosen(&query, figures.as_ref().map(|(by_unit, _)| by_unit));
    let instruments = instruments(&node, lang);
    let page = ResultsPage { lang, figures, named, instruments, chosen, faults };
    let head = head(&node, lang, text::pages(lang).results, here(&page.chosen));
    let head = Head { area: Area::Results, sheet: Sheet::Results, ..head };
    Ok(with_status(status, still(&head, move || view! { <Results page/> })))
}

fn chosen(query: &IndexQuery, answered: Option<&Index>) -> Chosen {
    let given = |value: &Option<String>| value.clone().unwrap_or_default();
    Chosen {
        instrument: answered
            .map_or_else(|| given(&query.instrument), |index| index.instrument.clone()),
        from: given(&query.from),
        to: given(&query.to),
        method: query.method.as_deref().and_then(Method::read).unwrap_or_default(),
    }
}

/// This page's address, for the way to the other language.
fn here(chosen: &Chosen) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (name, value) in
        [("instrument", &chosen.instrument), ("from", &chosen.from), ("to", &chosen.to)]
    {
        if !value.is_empty() {
            query.append_pair(name, value);
        }
    }
    query.append_pair("method", chosen.method.code());
    format!("/ket-qua?{}", query.finish())
}

fn instruments(node: &Node, lang: Lang) -> Vec<Label> {
    let books = node.books();
    let mut sets: Vec<Label> = books
        .catalogue
        .instruments
        .values()
        .map(|set| Label::new(&set.key(), &set.name, lang))
        .collect();
    sets.sort_by(|a, b| a.code.cmp(&b.code));
    sets
}
