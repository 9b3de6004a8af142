//! `GET /api/v1/openapi.json`: every call described, from the code that answers it.

use axum::Json;
use utoipa::OpenApi;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Hài Lòng",
        description = "Ballots, and the satisfaction index they move. Problems are `application/problem+json` \
                       with every fault named; messages are Vietnamese unless `lang=en` or `Accept-Language: en`.",
        license(name = "Apache-2.0", identifier = "Apache-2.0"),
    ),
    paths(
        super::ballots::create,
        super::index::show,
        super::instruments::show,
        super::office::me::show,
        super::procedures::list,
        super::units::list,
        show,
    )
)]
struct Api;

/// The description.
pub fn describe() -> utoipa::openapi::OpenApi {
    Api::openapi()
}

/// The description as JSON.
#[utoipa::path(get, path = "/api/v1/openapi.json", tag = "books", responses((status = 200, body = Object)))]
pub async fn show() -> Json<utoipa::openapi::OpenApi> {
    Json(describe())
}
