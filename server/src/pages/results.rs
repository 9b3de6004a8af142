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

use super::{ballot::words::format_day, head, still, with_status};
use crate::{
    node::Node,
    problem::Problem,
    publications::reading::{self, Found, PublicationName, PublishedQuery},
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
    let chosen = chosen(&query, tables.as_ref());
    let (running, ballots) = reading::running(&node).await?;
    let page = ResultsPage {
        lang,
        target: target(&node).await?,
        named: tables.as_ref().map(|it| it.named.clone()).unwrap_or_default(),
        publication: tables.as_ref().map(|it| publication(&it.publication)),
        figures: tables.map(|it| (it.by_unit, it.by_month)),
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
    publication: PublicationName,
    by_unit: Index,
    by_month: Index,
    named: (Option<String>, Option<String>),
}

async fn tables(node: &Node, query: &PublishedQuery, lang: Lang) -> Result<Tables, Problem> {
    // Whatever breakdown the address names, this page shows its own.
    let query = PublishedQuery { by: Some(By::Unit.name().to_owned()), ..query.clone() };
    let found = Found::of(node, &query).await?;
    let (edition, demo) = (found.edition(node).await?, node.books().demo);
    let [by_unit, by_procedure] = [By::Unit, By::Procedure].map(|by| edition.index(by, lang, demo));
    Ok(Tables {
        publication: found.name(),
        named: (by_unit.named.clone(), by_procedure.named),
        by_unit,
        by_month: found.months(demo),
    })
}

fn publication(name: &PublicationName) -> Publication {
    Publication {
        period: label(&name.period),
        version: name.version,
        frozen: format_day(&name.frozen),
        file: format!("/api/v1/publications/{}/csv", name.id),
    }
}

fn chosen(query: &PublishedQuery, tables: Option<&Tables>) -> Chosen {
    let given = |value: &Option<String>| value.clone().unwrap_or_default();
    match tables {
        Some(tables) => Chosen {
            instrument: tables.by_unit.instrument.clone(),
            period: tables.publication.period.clone(),
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
