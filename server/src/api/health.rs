//! Whether the server lives, whether it can work, and what it counted.

use axum::{extract::State, http::StatusCode};

use crate::{problem::Problem, state::App};

/// `GET /healthz`: alive.
pub async fn alive() -> StatusCode {
    StatusCode::NO_CONTENT
}

/// `GET /readyz`: the database answers and is migrated.
pub async fn ready(State(app): State<App>) -> Result<StatusCode, Problem> {
    let answers = app.db.ping().await.is_ok();
    match app.db.schema_version().await {
        Ok(version) if answers && version > 0 => Ok(StatusCode::NO_CONTENT),
        _ => Err(Problem::Away),
    }
}

/// `GET /metrics`: what the server counted about itself, for Prometheus. Nothing about people.
pub async fn metrics(State(app): State<App>) -> String {
    app.world.metrics.render()
}
