//! `GET /ket-qua`: the public results, from what is published.

use app::{
    document::{Area, Head, Sheet},
    pages::{Chosen, Publication, Results, ResultsPage},
    survey::Label,
    text,
};
use axum::{
    extract::{Query, State},
    http::StatusCode,
    response::Response,
};
use chrono::Datelike;
use domain::{
    Lang,
    figures::{
        index::{By, Index},
        publish::scheme::Span,
    },
    office::figures::target::Indicator,
};
use leptos::prelude::*;

use super::{head, still, with_status};
use crate::{
    node::Node,
    problem::Problem,
    publications::reading::{self, PublicationName, Published, PublishedQuery},
    speech::Speech,
    store::targets,
};

/// A publication by unit, beside every published month; chosen by the address.
pub async fn show(
    State(node): State<Node>,
    Speech(lang): Speech,
    Query(query): Query<PublishedQuery>,
) -> Result<Response, Problem> {
    let (tables, faults) = match tables(&node, &query, lang).await {
        Ok(tables) => (Some(tables), Vec::new()),
        Err(Problem::NotFound) => (None, Vec::new()),
        Err(problem @ Problem::Faults(_)) => (None, problem.spoken(lang)),
        Err(problem) => return Err(problem),
    };
    let status = if faults.is_empty() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    let chosen = chosen(&query, tables.as_ref().map(|tables| &tables.by_unit));
    let (running, ballots) = reading::running(&node).await?;
    let page = ResultsPage {
        lang,
        target: target(&node).await?,
        named: tables.as_ref().map(|it| it.named.clone()).unwrap_or_default(),
        publication: tables.as_ref().map(|it| publication(&it.by_unit.publication)),
        figures: tables.map(|it| (it.by_unit.index, it.by_month)),
        instruments: instruments(&node, lang),
        periods: periods(&node).await?,
        running: Some((running.label(), ballots)),
        chosen,
        faults,
    };
    let head = head(&node, lang, text::pages(lang).results, here(&page.chosen));
    let head = Head { area: Area::Results, sheet: Sheet::Results, ..head };
    Ok(with_status(status, still(&head, move || view! { <Results page/> })))
}

/// What the whole house is to reach this year, in hundredths of a percent.
async fn target(node: &Node) -> Result<Option<u32>, Problem> {
    let indicator = Indicator::Satisfaction;
    let year = i64::from(node.today().year());
    let targets = targets::all(&mut node.db.snapshot().await?).await?;
    let is_meant = |target: &&targets::Target| {
        target.indicator == indicator.number() && target.year == year && target.unit_id.is_none()
    };
    let found = targets.iter().find(is_meant);
    Ok(found.and_then(|target| u32::try_from(target.value).ok()))
}

/// What the page shows of one question set.
struct Tables {
    by_unit: Published,
    by_month: Index,
    named: (Option<String>, Option<String>),
}

async fn tables(node: &Node, query: &PublishedQuery, lang: Lang) -> Result<Tables, Problem> {
    let by = |by: By| PublishedQuery { by: Some(by.name().to_owned()), ..query.clone() };
    let by_unit = reading::index(node, &by(By::Unit), lang).await?;
    let procedures = reading::index(node, &by(By::Procedure), lang).await?.index;
    let months = PublishedQuery {
        by: Some(By::Month.name().to_owned()),
        instrument: Some(by_unit.index.instrument.clone()),
        ..PublishedQuery::default()
    };
    // A year may be published while no single month has this question set.
    let by_month = match reading::index(node, &months, lang).await {
        Err(Problem::NotFound) => Index { by: By::Month, rows: Vec::new(), ..procedures.clone() },
        months => months?.index,
    };
    Ok(Tables { named: (by_unit.index.named.clone(), procedures.named), by_unit, by_month })
}

fn publication(name: &PublicationName) -> Publication {
    Publication {
        period: label(&name.period),
        version: name.version,
        frozen: domain::day::read(&name.frozen)
            .map_or_else(|| name.frozen.clone(), |day| day.format("%d/%m/%Y").to_string()),
        file: format!("/api/v1/publications/{}/csv", name.id),
    }
}

fn chosen(query: &PublishedQuery, answer: Option<&Published>) -> Chosen {
    let given = |value: &Option<String>| value.clone().unwrap_or_default();
    match answer {
        Some(answer) => Chosen {
            instrument: answer.index.instrument.clone(),
            period: answer.publication.period.clone(),
        },
        None => Chosen { instrument: given(&query.instrument), period: given(&query.period) },
    }
}

/// This page's address, for the way to the other language.
fn here(chosen: &Chosen) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    for (name, value) in [("instrument", &chosen.instrument), ("period", &chosen.period)] {
        if !value.is_empty() {
            query.append_pair(name, value);
        }
    }
    format!("/ket-qua?{}", query.finish())
}

async fn periods(node: &Node) -> Result<Vec<Label>, Problem> {
    let heads = reading::newest(node).await?;
    let period = |period: String| Label { name: label(&period), code: period };
    Ok(heads.into_iter().map(|head| period(head.period)).collect())
}

/// A period as people write it.
fn label(period: &str) -> String {
    Span::read(period).map(Span::label).unwrap_or_default()
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
