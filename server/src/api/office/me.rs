//! `GET /api/v1/office/me`: who is signed in, and what they may do.

use axum::{Json, extract::State};
use domain::{
    Action, Role, Words,
    role::{Reach, reach},
};
use serde::Serialize;
use utoipa::ToSchema;

use crate::{office::Staff, state::App};

/// The account that is signed in.
#[derive(Serialize, ToSchema)]
pub struct Me {
    /// What is typed to sign in.
    pub name: String,
    /// The role.
    pub role: Role,
    /// The unit's name today.
    pub unit: Option<Words>,
    /// What the role may do at all; how far is a matter of the unit.
    pub actions: Vec<Action>,
    /// Whether this is a demo database.
    pub demo: bool,
}

/// Who is signed in.
#[utoipa::path(
    get, path = "/api/v1/office/me", tag = "office",
    responses((status = 200, body = Me), (status = 401, body = crate::problem::ProblemReply)),
)]
pub async fn show(State(app): State<App>, staff: Staff) -> Json<Me> {
    let (books, today) = (app.books(), app.today());
    let version = staff.unit.and_then(|unit| books.catalogue.unit_on(unit, today));
    let may = |action: &Action| reach(staff.role, *action) > Reach::Nothing;
    Json(Me {
        name: staff.name,
        role: staff.role,
        unit: version.map(|version| version.name.clone()),
        actions: Action::ALL.iter().copied().filter(may).collect(),
        demo: books.demo,
    })
}
