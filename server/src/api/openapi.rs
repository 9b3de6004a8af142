//! `GET /api/v1/openapi.json`: every call described, from the code that answers it.

use axum::Json;
use utoipa::{
    OpenApi,
    openapi::{Content, Ref, Response, ResponseBuilder},
};

use crate::problem::ProblemReply;

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
    ),
    components(schemas(ProblemReply))
)]
struct Api;

/// The description. Whatever the call, what is not done is told as a problem.
pub fn describe() -> utoipa::openapi::OpenApi {
    let mut described = Api::openapi();
    for path in described.paths.paths.values_mut() {
        let calls = [&mut path.get, &mut path.put, &mut path.post, &mut path.delete];
        for call in calls.into_iter().flatten() {
            call.responses.responses.insert("default".to_owned(), problem().into());
        }
    }
    described
}

fn problem() -> Response {
    let content = Content::new(Some(Ref::from_schema_name("ProblemReply")));
    ResponseBuilder::new()
        .description("Not done, and why")
        .content("application/problem+json", content)
        .build()
}

/// The description as JSON.
#[utoipa::path(get, path = "/api/v1/openapi.json", tag = "books", responses((status = 200, body = Object)))]
pub async fn show() -> Json<utoipa::openapi::OpenApi> {
    Json(describe())
}

#[cfg(test)]
mod tests {
    use domain::{Channel, Sampling, index::By};
    use serde_json::json;

    use super::*;

    #[test]
    fn closed_lists_are_described_by_the_names_that_travel() {
        let described = serde_json::to_value(describe()).unwrap();
        let names = |list: &str| described["components"]["schemas"][list]["enum"].clone();
        let channels: Vec<&str> = Channel::ALL.iter().map(|it| it.name()).collect();
        let kinds: Vec<&str> = Sampling::ALL.iter().map(|it| it.name()).collect();
        let breakdowns: Vec<&str> = By::ALL.iter().map(|it| it.name()).collect();
        assert_eq!(names("Channel"), json!(channels));
        assert_eq!(names("Sampling"), json!(kinds));
        assert_eq!(names("By"), json!(breakdowns));
    }
}
