//! `GET /api/v1/office/feedback/figures`: how much came, what became of it, and how long it took.

use app::text;
use axum::{
    Json,
    extract::{Query, State},
    response::Response,
};
use domain::{
    Lang,
    feedback::figures::figure::Measure,
    office::feedback::figures::{FeedbackFigures, FigureCell, FigureRow, FiguresQuery},
};

use crate::{
    export::{Cell, Format, Table, doors::doors},
    feedback::figures::{Question, table},
    node::Node,
    problem::{Problem, ProblemReply},
    speech::Speech,
    staff::Staff,
};

/// Figures of the cases that the reader sees, by unit, way in, kind or month of a period of a named
/// scheme. Each case counts in the period in which it first came, as it stood on the day `as_of`; what
/// is open is counted on that day, whenever it came. Each figure names numerator, denominator and base,
/// and the list of its cases, which holds as many as `cases` says.
#[utoipa::path(
    get, path = "/feedback/figures", params(FiguresQuery),
    responses(
        (status = 200, body = FeedbackFigures),
        (status = 422, body = ProblemReply, content_type = "application/problem+json"),
    ),
)]
pub async fn show(
    State(node): State<Node>,
    staff: Staff,
    Speech(lang): Speech,
    Query(query): Query<FiguresQuery>,
) -> Result<Json<FeedbackFigures>, Problem> {
    let question = Question::read(&node, &staff, &query)?;
    Ok(Json(table::read(&node, &question, lang).await?))
}

doors! {
    FiguresQuery => export,
    /// The same figures as a CSV file, a line for each: what the page shows, with numerator and denominator.
    csv "/feedback/figures.csv",
    /// The same figures as a workbook.
    xlsx "/feedback/figures.xlsx",
}

async fn export(
    node: &Node,
    staff: &Staff,
    lang: Lang,
    query: &FiguresQuery,
    format: Format,
) -> Result<Response, Problem> {
    let question = Question::read(node, staff, query)?;
    let figures = table::read(node, &question, lang).await?;
    let words = text::case_figures(lang);
    let head = vec![
        words.scheme,
        words.period,
        words.as_of,
        words.row,
        words.figure,
        words.value,
        words.num,
        words.den,
        words.base,
    ];
    let all = figures.rows.iter().chain([&figures.total]);
    let lines = all.flat_map(|row| row.figures.iter().map(|cell| line(&figures, row, cell, lang)));
    Table { name: table::file_name(&figures), head, rows: lines.collect() }.reply(format).await
}

fn line(of: &FeedbackFigures, row: &FigureRow, cell: &FigureCell, lang: Lang) -> Vec<Cell> {
    let whole = |number: u64| Cell::Whole(i64::try_from(number).unwrap_or(i64::MAX));
    vec![
        Cell::text(&of.scheme),
        Cell::text(&of.period),
        Cell::text(&of.as_of),
        Cell::text(&row.label),
        Cell::text(text::case_figure(lang, cell.figure)),
        Cell::figure(
            cell.value.as_deref(),
            cell.measure == Measure::Percent,
            text::figure_value(lang, cell),
        ),
        whole(cell.num),
        whole(cell.den),
        Cell::text(text::figure_base(lang, cell.base)),
    ]
}
