//! `GET /api/v1/office/me`: who is signed in, and what they may do.

use axum::{Json, extract::State};
use domain::{
    Action,
    office::Me,
    role::{Reach, reach},
};

use crate::{office::Staff, state::App};

/// Who is signed in.
#[utoipa::path(
    get, path = "/api/v1/office/me", tag = "office",
    responses((status = 200, body = Me)),
)]
pub async fn show(State(app): State<App>, staff: Staff) -> Json<Me> {
    let (books, today) = (app.books(), app.today());
    let version = staff.unit.and_then(|unit| books.catalogue.unit_on(unit, today));
    let may = |action: &Action| reach(staff.role, *action) > Reach::Nothing;
    Json(Me {
        name: staff.name,
        full_name: staff.full_name,
        role: staff.role,
        unit: version.map(|version| version.name.clone()),
        actions: Action::ALL.iter().copied().filter(may).collect(),
        second_factor: staff.has_second_factor,
        needs_second_factor: books.office.second_factor.contains(&staff.role)
            && !staff.has_second_factor,
        demo: books.demo,
    })
}
