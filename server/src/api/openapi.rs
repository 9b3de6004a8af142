//! `GET /api/v1/openapi.json`: every call described, from the code that answers it.

use axum::{Json, http::Method};
use domain::{Action, office::people::key::can_be_held};
use utoipa::{
    OpenApi,
    openapi::{
        Content, PathItem, Ref, Response, ResponseBuilder, extensions::Extensions, path::Operation,
    },
};

use super::office;
use crate::problem::ProblemReply;

#[derive(OpenApi)]
#[openapi(
    info(
        title = "Hài Lòng",
        description = "Ballots, and the satisfaction index they move. Problems are `application/problem+json` \
                       with every fault named; messages are Vietnamese unless `lang=en` or `Accept-Language: en`. \
                       The index, the books and the question sets are open to everyone. Calls of the office need \
                       the right named as `x-right`; where `x-key` is true, a program may make them with a key \
                       (`Authorization: Bearer hl_…`), which never reaches further than whoever made it.",
        license(name = "Apache-2.0", identifier = "Apache-2.0"),
    ),
    paths(
        super::ballots::corrected::update,
        super::ballots::create,
        super::ballots::kept::remove,
        super::ballots::kept::remove_comment,
        super::ballots::kept::remove_consent,
        super::ballots::kept::show,
        super::index::show,
        super::instruments::list,
        super::instruments::show,
        super::office::accounts::create,
        super::office::accounts::list,
        super::office::accounts::part::invite_again,
        super::office::accounts::part::remove_second_factor,
        super::office::accounts::part::remove_sessions,
        super::office::accounts::show,
        super::office::accounts::update,
        super::office::calendar::show,
        super::office::calendar::update,
        super::office::campaigns::close,
        super::office::campaigns::create,
        super::office::campaigns::list,
        super::office::campaigns::show,
        super::office::campaigns::update,
        super::office::comments::list,
        super::office::invitations::create,
        super::office::invitations::show,
        super::office::invitees::export::csv,
        super::office::invitees::list,
        super::office::invitees::remove,
        super::office::invitees::show,
        super::office::invitees::update,
        super::office::invitees::upload::create,
        super::office::keys::create,
        super::office::keys::list,
        super::office::keys::remove,
        super::office::keys::show,
        super::office::me::password::update,
        super::office::me::recovery_codes::create,
        super::office::me::second_factor::create,
        super::office::me::second_factor::remove,
        super::office::me::second_factor::update,
        super::office::me::sessions::list,
        super::office::me::sessions::remove,
        super::office::me::sessions::remove_others,
        super::office::me::show,
        super::office::procedures::create,
        super::office::procedures::list,
        super::office::procedures::show,
        super::office::procedures::update,
        super::office::record::csv,
        super::office::record::list,
        super::office::record::xlsx,
        super::office::service_points::create,
        super::office::service_points::list,
        super::office::service_points::show,
        super::office::service_points::update,
        super::office::session::complete,
        super::office::session::create,
        super::office::session::remove,
        super::office::settings::show,
        super::office::settings::update,
        super::office::targets::create,
        super::office::targets::list,
        super::office::targets::remove,
        super::office::targets::show,
        super::office::targets::update,
        super::office::units::create,
        super::office::units::list,
        super::office::units::mergers::create,
        super::office::units::show,
        super::office::units::splits::create,
        super::office::units::versions::create,
        super::office::units::versions::update,
        super::procedures::list,
        super::units::list,
        show,
    ),
    components(schemas(ProblemReply))
)]
struct Api;

/// The description. Whatever the call, what is not done is told as a problem; a call of the office
/// names the right it needs as `x-right`, or `none` before anyone is signed in, and whether a program
/// with a key may make it as `x-key`.
pub fn describe() -> utoipa::openapi::OpenApi {
    let mut described = Api::openapi();
    #[cfg(feature = "oidc")]
    described.merge(office::openid::Described::openapi());
    for path in described.paths.paths.values_mut() {
        let calls = [&mut path.get, &mut path.put, &mut path.post, &mut path.delete];
        for call in calls.into_iter().flatten() {
            call.responses.responses.insert("default".to_owned(), problem().into());
        }
    }
    for call in office::calls().calls() {
        let path = described.paths.paths.get_mut(call.path);
        if let Some(operation) = path.and_then(|path| operation(path, &call.method)) {
            let right = call.action.map_or("none", Action::name);
            let extensions = Extensions::builder().add("x-right", right);
            let by_key = call.action.is_some_and(can_be_held);
            operation.extensions = Some(extensions.add("x-key", by_key).build());
        }
    }
    described
}

/// The description of a method's call of a path.
fn operation<'a>(path: &'a mut PathItem, method: &Method) -> Option<&'a mut Operation> {
    let operation = match *method {
        Method::GET => &mut path.get,
        Method::POST => &mut path.post,
        Method::PUT => &mut path.put,
        Method::DELETE => &mut path.delete,
        _ => return None,
    };
    operation.as_mut()
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
    use domain::{Channel, Sampling, figures::index::By};
    use serde_json::json;

    use super::*;

    #[test]
    fn every_call_of_the_office_is_described_with_the_right_it_needs() {
        let mut described = describe();
        for call in office::calls().calls() {
            let path = described.paths.paths.get_mut(call.path);
            let operation = path.and_then(|path| operation(path, &call.method));
            let told = operation.and_then(|operation| operation.extensions.clone());
            assert!(told.is_some(), "{} {} is not described", call.method, call.path);
        }
    }

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
