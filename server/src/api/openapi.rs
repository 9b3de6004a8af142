//! What is described of the calls together: what each names, and how each fails.

use domain::office::people::key::can_be_held;
use utoipa::{
    OpenApi as _,
    openapi::{
        Content, OpenApi, OpenApiBuilder, PathItem, PathsBuilder, Ref, Response, ResponseBuilder,
        extensions::Extensions,
    },
};

use crate::{
    calls::{Call, Caller},
    problem::ProblemReply,
};

#[derive(utoipa::OpenApi)]
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
    components(schemas(ProblemReply))
)]
struct Api;

/// The description of calls. Whatever the call, what is not done is told as a problem; a call of the
/// office names the right it needs as `x-right`, or `none` before anyone is signed in, and whether a
/// program with a key may make it as `x-key`.
pub fn describe(calls: impl Iterator<Item = Call>) -> OpenApi {
    calls.map(described).fold(Api::openapi(), OpenApi::merge_from)
}

fn described(call: Call) -> OpenApi {
    let (mut operation, bodies) = call.describe();
    operation.responses.responses.insert("default".to_owned(), problem().into());
    operation.extensions = match call.caller {
        Caller::Anyone => None,
        Caller::Visitor => Some(right("none", false)),
        Caller::Staff(action) => Some(right(action.name(), can_be_held(action))),
    };
    let paths = PathsBuilder::new().path(call.path, PathItem::new(call.method, operation));
    OpenApiBuilder::new().paths(paths).components(Some(bodies)).build()
}

fn right(name: &str, by_key: bool) -> Extensions {
    Extensions::builder().add("x-right", name).add("x-key", by_key).build()
}

fn problem() -> Response {
    let content = Content::new(Some(Ref::from_schema_name("ProblemReply")));
    ResponseBuilder::new()
        .description("Not done, and why")
        .content("application/problem+json", content)
        .build()
}
