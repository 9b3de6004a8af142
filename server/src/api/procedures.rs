//! `GET /api/v1/procedures`: finding a procedure, with or without the marks on its letters.

use axum::{
    Json,
    extract::{Query, State},
};
use domain::{Fault, Reason, Words, day, text};
use serde::{Deserialize, Serialize};
use utoipa::{IntoParams, ToSchema};

use crate::{
    node::Node,
    problem::{Problem, ProblemReply},
    store,
};

/// A longer question is no search.
const LONGEST: usize = 200;

/// What is looked for.
#[derive(Deserialize, IntoParams)]
#[into_params(parameter_in = Query)]
pub struct Search {
    /// Words of the code, name or field; "khuyen mai" finds "khuyến mại".
    #[serde(default)]
    q: String,
}

/// A procedure as it is today.
#[derive(Serialize, ToSchema)]
pub struct Procedure {
    /// The code.
    pub code: String,
    /// The name.
    pub name: Words,
    /// Lĩnh vực.
    pub field: String,
    /// The code of the unit that leads it.
    pub unit: Option<String>,
    /// The time limit in working days.
    pub days: Option<i64>,
    /// What readers should know, such as that the entry is not verified.
    pub note: String,
}

/// The procedures valid today that hold every word, at most a hundred, in the order of the codes.
#[utoipa::path(
    get, path = "/procedures", params(Search),
    responses(
        (status = 200, body = Vec<Procedure>),
        (status = 422, body = ProblemReply, content_type = "application/problem+json"),
    ),
)]
pub async fn list(
    State(node): State<Node>,
    Query(search): Query<Search>,
) -> Result<Json<Vec<Procedure>>, Problem> {
    if search.q.chars().nth(LONGEST).is_some() {
        return Err(Problem::faults(vec![Fault::new("q", Reason::TooLong(LONGEST))]));
    }
    let (books, today) = (node.books(), node.today());
    let codes =
        store::procedures::search(&node.db, &text::sought(&search.q), day::number(today)).await?;
    let known = codes.iter().filter_map(|code| books.catalogue.procedure_on(code, today));
    let views = known.map(|version| Procedure {
        code: version.code.clone(),
        name: version.name.clone(),
        field: version.field.clone(),
        unit: version
            .unit
            .and_then(|unit| books.catalogue.unit_on(unit, today))
            .map(|unit| unit.code.clone()),
        days: version.days,
        note: version.note.clone(),
    });
    Ok(Json(views.collect()))
}
