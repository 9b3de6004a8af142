//! `/api/v1/publications`: what was published, whole and as files.

use axum::{
    Json,
    extract::{Path, State},
    response::Response,
};
use domain::{Lang, figures::index::Index};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{
    export::{Cell, Format, Table},
    keys::hex,
    node::Node,
    problem::{Problem, ProblemReply},
    publications::reading::{self, PublicationName, editions},
    speech::Speech,
    store::publications::{self as stored, Head},
};

/// What is published.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Publications {
    /// The period scheme that is public.
    pub scheme: String,
    /// The period that is running.
    pub running: String,
    /// Its ballots to the nearest ten; nothing else is told of it.
    pub running_ballots: u64,
    /// Every publication, the newest days first.
    pub rows: Vec<PublicationRow>,
}

/// One publication.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct PublicationRow {
    /// What it is called.
    #[serde(flatten)]
    pub name: PublicationName,
    /// Why there is another version; empty for the first.
    pub note: String,
    /// The first day that counts in it, `YYYYMMDD`.
    pub first_day: i64,
    /// The last one.
    pub last_day: i64,
    /// The question sets, as `code/version`.
    pub instruments: Vec<String>,
    /// SHA-256 of what is published, in hexadecimal digits.
    pub hash: String,
}

/// A publication with its tables.
#[derive(Clone, Debug, Serialize, ToSchema)]
pub struct Publication {
    /// What it is.
    #[serde(flatten)]
    pub row: PublicationRow,
    /// Every table.
    pub tables: Vec<Index>,
}

/// Everything that was published, old versions too.
#[utoipa::path(get, path = "/publications", responses((status = 200, body = Publications)))]
pub async fn list(State(node): State<Node>) -> Result<Json<Publications>, Problem> {
    let (running, running_ballots) = reading::running(&node).await?;
    Ok(Json(Publications {
        scheme: node.world.rules.scheme.code.to_owned(),
        running: running.to_string(),
        running_ballots,
        rows: stored::all(&node.db).await?.iter().map(row).collect(),
    }))
}

/// One publication with all its tables.
#[utoipa::path(
    get, path = "/publications/{id}", params(("id" = i64, Path)),
    responses(
        (status = 200, body = Publication),
        (status = 404, body = ProblemReply, content_type = "application/problem+json"),
    ),
)]
pub async fn show(
    State(node): State<Node>,
    Speech(lang): Speech,
    Path(id): Path<i64>,
) -> Result<Json<Publication>, Problem> {
    let (head, tables) = one(&node, id, lang).await?;
    Ok(Json(Publication { row: row(&head), tables }))
}

/// One publication as a CSV file: a line for each row of each table, all ballots as `total`.
#[utoipa::path(
    get, path = "/publications/{id}/csv", params(("id" = i64, Path)),
    responses(
        (status = 200, body = String, content_type = "text/csv; charset=utf-8"),
        (status = 404, body = ProblemReply, content_type = "application/problem+json"),
    ),
)]
pub async fn csv(
    State(node): State<Node>,
    Speech(lang): Speech,
    Path(id): Path<i64>,
) -> Result<Response, Problem> {
    let (head, tables) = one(&node, id, lang).await?;
    let Head { scheme, period, version, .. } = head;
    let table = Table {
        name: format!("index-{scheme}-{period}-v{version}"),
        head: vec![
            "instrument",
            "method",
            "by",
            "key",
            "label",
            "num",
            "den",
            "n",
            "percent",
            "ci_low",
            "ci_high",
            "precision",
            "suppressed",
        ],
        rows: tables.iter().flat_map(lines).collect(),
    };
    table.reply(Format::Csv).await
}

async fn one(node: &Node, id: i64, lang: Lang) -> Result<(Head, Vec<Index>), Problem> {
    let heads = stored::all(&node.db).await?;
    let head = heads.into_iter().find(|head| head.id == id).ok_or(Problem::NotFound)?;
    let demo = node.books().demo;
    let editions = editions(node, &head).await?;
    let tables = editions.iter().flat_map(|edition| edition.tables(lang, demo)).collect();
    Ok((head, tables))
}

fn row(head: &Head) -> PublicationRow {
    PublicationRow {
        name: reading::name(head),
        note: head.note.clone(),
        first_day: head.first_day,
        last_day: head.last_day,
        instruments: reading::sets(head),
        hash: hex(&head.hash),
    }
}

fn lines(table: &Index) -> Vec<Vec<Cell>> {
    let total = std::iter::once(("total", "", &table.total));
    let rows = table.rows.iter().map(|row| (row.key.as_str(), row.label.as_str(), row));
    let number = |count: Option<u64>| {
        let count = count.and_then(|count| i64::try_from(count).ok());
        count.map_or_else(|| Cell::Text(String::new()), Cell::Whole)
    };
    let text = |text: &str| Cell::Text(text.to_owned());
    rows.chain(total)
        .map(|(key, label, row)| {
            let decimal = |value: &Option<String>| text(value.as_deref().unwrap_or_default());
            vec![
                text(&table.instrument),
                text(table.method.code()),
                text(table.by.name()),
                text(key),
                text(label),
                number(row.num),
                number(row.den),
                number(row.n),
                decimal(&row.percent),
                decimal(&row.ci_low),
                decimal(&row.ci_high),
                text(row.precision.name()),
                text(if row.suppressed { "true" } else { "false" }),
            ]
        })
        .collect()
}
