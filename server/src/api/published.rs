//! `GET /api/v1/published`: what was answered and published, without what is personal, as open data: as
//! JSON, as a file, and as a feed; and the counters of closed months.

mod feed;

use axum::{
    Json,
    extract::{Query, State},
    http::header,
    response::{IntoResponse, Response},
};
use domain::{
    Fault, Reason,
    feedback::view::{CounterPage, CounterRow, PublishedView},
    listing::ListPage,
};

use crate::{
    export::{Cell, Format, MOST_ROWS, Table},
    feedback::{
        counters,
        published::{PublishedQuery, all, look},
    },
    node::Node,
    problem::{Problem, ProblemReply},
    speech::Speech,
};

/// Questions and answers that hold every word, the newest first, fifty on a page.
#[utoipa::path(
    get, path = "/published", params(PublishedQuery),
    responses(
        (status = 200, body = ListPage<PublishedView>),
        (status = 422, body = ProblemReply, content_type = "application/problem+json"),
    ),
)]
pub async fn list(
    State(node): State<Node>,
    Speech(lang): Speech,
    Query(query): Query<PublishedQuery>,
) -> Result<Json<ListPage<PublishedView>>, Problem> {
    look(&node, &query, lang).await.map(Json)
}

/// The same on one page as a CSV file. Columns: `code` the answer's address, which leads to no case;
/// `day` of publication, `YYYY-MM-DD`; `unit` and `unit_name`, who answered; `field`, lĩnh vực of the
/// procedure it is about; `question` and `answer` without what is personal.
#[utoipa::path(
    get, path = "/published.csv", params(PublishedQuery),
    responses(
        (status = 200, body = String, content_type = "text/csv; charset=utf-8"),
        (status = 422, body = ProblemReply, content_type = "application/problem+json"),
    ),
)]
pub async fn csv(
    State(node): State<Node>,
    Speech(lang): Speech,
    Query(query): Query<PublishedQuery>,
) -> Result<Response, Problem> {
    let found = all(&node, &query, MOST_ROWS, lang).await?;
    if found.len() > MOST_ROWS {
        return Err(Problem::faults(vec![Fault::new("month", Reason::TooManyRows(MOST_ROWS))]));
    }
    let row = |it: PublishedView| {
        let unit = it.unit.map(|unit| [unit.code, unit.name]).unwrap_or_default();
        let [code, name] = unit;
        let field = it.field.unwrap_or_default();
        [it.code, it.day, code, name, field, it.question, it.answer].map(Cell::Text).to_vec()
    };
    let table = Table {
        name: format!("published-{}", node.today()),
        head: vec!["code", "day", "unit", "unit_name", "field", "question", "answer"],
        rows: found.into_iter().map(row).collect(),
    };
    table.reply(Format::Csv).await
}

/// The newest fifty of the same as an Atom feed.
#[utoipa::path(
    get, path = "/published.atom", params(PublishedQuery),
    responses(
        (status = 200, body = String, content_type = "application/atom+xml"),
        (status = 422, body = ProblemReply, content_type = "application/problem+json"),
    ),
)]
pub async fn atom(
    State(node): State<Node>,
    Speech(lang): Speech,
    Query(query): Query<PublishedQuery>,
) -> Result<Response, Problem> {
    let newest = PublishedQuery { page: String::new(), ..query };
    let found = look(&node, &newest, lang).await?;
    let kind = [(header::CONTENT_TYPE, "application/atom+xml; charset=utf-8")];
    Ok((kind, feed::feed(&node, &found.rows, lang)).into_response())
}

/// Counters of closed months, the newest first. A month is counted once, as of the last day of the month
/// after it, and never again; each count is told to the nearest multiple of `rounded_to`, and a month with
/// too few cases tells none. `received` are formal cases that first came in the month; `answered` are of
/// `received`; `on_time`, `accepted`, `reopened` and `published` are of `answered`.
#[utoipa::path(get, path = "/published/counters", responses((status = 200, body = CounterPage)))]
pub async fn counted(State(node): State<Node>) -> Result<Json<CounterPage>, Problem> {
    Ok(Json(counters::told(&node).await?))
}

/// The same as a CSV file. Columns: `scheme`, `month` of the scheme, `as_of`, then the counts, each to the
/// nearest multiple of `rounded_to`; empty where too few cases came.
#[utoipa::path(
    get, path = "/published/counters.csv",
    responses((status = 200, body = String, content_type = "text/csv; charset=utf-8")),
)]
pub async fn counted_csv(State(node): State<Node>) -> Result<Response, Problem> {
    let told = counters::told(&node).await?;
    let number = |n: Option<u64>| match n.and_then(|n| i64::try_from(n).ok()) {
        Some(n) => Cell::Whole(n),
        None => Cell::text(""),
    };
    let row = |it: &CounterRow| {
        let named = [&told.scheme, &it.month, &it.as_of].map(Cell::text);
        let counts = [it.received, it.answered, it.on_time, it.accepted, it.reopened, it.published];
        let step = [number(Some(told.rounded_to))];
        named.into_iter().chain(counts.map(number)).chain(step).collect()
    };
    let table = Table {
        name: format!("feedback-counters-{}-{}", told.scheme, node.today()),
        head: vec![
            "scheme",
            "month",
            "as_of",
            "received",
            "answered",
            "on_time",
            "accepted",
            "reopened",
            "published",
            "rounded_to",
        ],
        rows: told.rows.iter().map(row).collect(),
    };
    table.reply(Format::Csv).await
}
