//! `GET /ket-qua`: the public results.

use app::{
    pages::{Chosen, Results, ResultsPage},
    survey::Named,
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
    api::index::{Asked, Question, answer},
    problem::Problem,
    speech::Speech,
    state::App,
};

/// The index by unit and by month, filtered by the address.
pub async fn show(
    State(app): State<App>,
    Speech(lang): Speech,
    Query(asked): Query<Asked>,
) -> Result<Response, Problem> {
    let (figures, faults) = match asked.check(&app).await {
        Ok(question) => (Some(both(&app, question, lang).await?), Vec::new()),
        Err(problem @ Problem::Faults(_)) => (None, problem.spoken(lang)),
        Err(problem) => return Err(problem),
    };
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let chosen = chosen(&asked, figures.as_ref().map(|(by_unit, _)| by_unit));
    let page = ResultsPage { lang, figures, instruments: instruments(&app, lang), chosen, faults };
    let head = head(&app, lang, text::pages(lang).results, here(&page.chosen));
    Ok(with_status(status, still(&head, move || view! { <Results page/> })))
}

async fn both(app: &App, question: Question, lang: Lang) -> Result<(Index, Index), Problem> {
    let by_unit = answer(app, &Question { by: By::Unit, ..question.clone() }, lang).await?;
    let by_month = answer(app, &Question { by: By::Month, ..question }, lang).await?;
    Ok((by_unit, by_month))
}

fn chosen(asked: &Asked, answered: Option<&Index>) -> Chosen {
    let given = |value: &Option<String>| value.clone().unwrap_or_default();
    Chosen {
        instrument: answered
            .map_or_else(|| given(&asked.instrument), |index| index.instrument.clone()),
        from: given(&asked.from),
        to: given(&asked.to),
        method: asked.method.as_deref().and_then(Method::read).unwrap_or_default(),
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

fn instruments(app: &App, lang: Lang) -> Vec<Named> {
    let books = app.books();
    let mut sets: Vec<Named> = books
        .catalogue
        .instruments
        .values()
        .map(|set| Named { code: set.key(), name: set.name.get(lang).to_owned() })
        .collect();
    sets.sort_by(|a, b| a.code.cmp(&b.code));
    sets
}
