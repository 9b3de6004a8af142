//! `GET /api/v1/units`: the organisation tree as it stands today.

use axum::{Json, extract::State};
use domain::Words;
use serde::Serialize;
use utoipa::ToSchema;

use crate::node::Node;

/// A unit as it is today.
#[derive(Serialize, ToSchema)]
pub struct Unit {
    /// The code.
    pub code: String,
    /// The name.
    pub name: Words,
    /// The code of the unit above.
    pub parent: Option<String>,
    /// The first day of this version, `YYYY-MM-DD`.
    pub valid_from: String,
    /// The last day of this version, if it is known.
    pub valid_to: Option<String>,
    /// What readers should know, such as that the entry is not verified.
    pub note: String,
}

/// Every unit valid today, in the order of the codes.
#[utoipa::path(get, path = "/units", responses((status = 200, body = Vec<Unit>)))]
pub async fn list(State(node): State<Node>) -> Json<Vec<Unit>> {
    let (books, today) = (node.books(), node.today());
    let units = books.catalogue.units.iter().filter(|version| version.period.holds(today));
    let views = units.map(|version| Unit {
        code: version.code.clone(),
        name: version.name.clone(),
        parent: version
            .parent
            .and_then(|unit| books.catalogue.unit_on(unit, today))
            .map(|parent| parent.code.clone()),
        valid_from: version.period.from.to_string(),
        valid_to: version.period.to.map(|last| last.to_string()),
        note: version.note.clone(),
    });
    Json(views.collect())
}
