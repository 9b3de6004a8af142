//! Whether the server lives, and whether it can work.

use axum::{extract::State, http::StatusCode};

use crate::{problem::Problem, state::App};

/// `GET /healthz`: alive.
pub async fn alive() -> StatusCode {
    StatusCode::NO_CONTENT
}

/// `GET /readyz`: the database answers and is migrated.
pub async fn ready(State(app): State<App>) -> Result<StatusCode, Problem> {
    match app.db.schema_version().await {
        Ok(version) if version > 0 => Ok(StatusCode::NO_CONTENT),
        _ => Err(Problem::Away),
    }
}
