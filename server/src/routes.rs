//! The one route table.

use axum::{
    Json, Router,
    http::{HeaderName, HeaderValue, header},
    middleware::{from_fn, from_fn_with_state, map_response},
    response::{IntoResponse, Response},
    routing::get,
};
use domain::Action;
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer};
use utoipa::openapi::OpenApi;

use crate::{
    api, assets,
    calls::{self, Call, Caller::Anyone, below, call},
    coding,
    node::Node,
    office, pages,
    problem::Problem,
    receipts::view,
    replies,
    sent::address,
    staff::origin,
};

/// Everything this server answers, at the addresses that are meant.
pub fn routes(node: Node) -> Router {
    let served = Router::new()
        .fallback_service(served(&node))
        .layer(from_fn_with_state(node.clone(), address::read));
    guarded(served, node)
}

/// Everything at its own address.
fn served(node: &Node) -> Router {
    let pages = Router::new()
        .route("/", get(pages::home::show))
        .route("/s/{campaign}", get(pages::survey::show).post(pages::survey::create))
        .route(
            "/s/{campaign}/thanks",
            get(pages::survey::thanks::show).post(pages::survey::call::create),
        )
        .route("/s/{campaign}/qr.svg", get(pages::poster::qr))
        .route("/s/{campaign}/qr.png", get(pages::poster::qr_png))
        .route("/s/{campaign}/poster", get(pages::poster::show))
        .route("/s/{campaign}/slips", get(pages::poster::slips))
        .route("/s/{campaign}/set", get(pages::poster::set))
        .route("/k/{point}", get(pages::kiosk::show))
        .route("/phieu", get(pages::ballot::show).post(pages::ballot::create))
        .route("/gop-y", get(pages::feedback::show).post(pages::feedback::create))
        .route("/gop-y/thanks", get(pages::feedback::thanks::show))
        .route("/tra-cuu", get(pages::track::show).post(pages::track::create))
        .route("/cong-khai", get(pages::published::show))
        .route("/ket-qua", get(pages::results::show))
        .route("/quyen-rieng-tu", get(pages::statements::privacy))
        .route("/ho-tro-tiep-can", get(pages::statements::access))
        .route("/van-phong", get(pages::office::show))
        .route("/van-phong/{*page}", get(pages::office::show))
        .layer(from_fn(origin::not_from_elsewhere))
        .layer(from_fn(view::put_away));
    Router::new()
        .merge(pages)
        .merge(calls::routes(calls(), node))
        .route("/assets/{version}/{name}", get(assets::show))
        .route("/favicon.ico", get(assets::icon))
        .route("/healthz", get(api::health::alive))
        .route("/readyz", get(api::health::ready))
        .route("/metrics", get(api::health::metrics))
        .method_not_allowed_fallback(async || Problem::WrongMethod)
        .fallback(async || Problem::NotFound)
        .with_state(node.clone())
}

/// Every call of programs.
pub fn calls() -> impl Iterator<Item = Call> {
    let ballots = vec![
        call!(Anyone, api::ballots::create),
        call!(Anyone, api::ballots::own::show),
        call!(Anyone, api::ballots::correction::update),
        call!(Anyone, api::ballots::own::remove),
        call!(Anyone, api::ballots::own::remove_comment),
        call!(Anyone, api::ballots::own::remove_consent),
    ];
    let feedback = vec![
        call!(Anyone, api::feedback::create),
        call!(Anyone, api::feedback::show),
        call!(Anyone, api::feedback::add),
        call!(Anyone, api::feedback::rate),
        call!(Anyone, api::feedback::reopen),
        call!(Anyone, api::published::list),
        call!(Anyone, api::published::csv),
        call!(Anyone, api::published::atom),
        call!(Anyone, api::published::counted),
        call!(Anyone, api::published::counted_csv),
    ];
    let channel = vec![
        call!(Action::PushFeedback, api::channel::create),
        call!(Action::PushFeedback, api::channel::show),
    ];
    let index = vec![
        call!(Anyone, api::index::show),
        call!(Anyone, api::publications::list),
        call!(Anyone, api::publications::show),
        call!(Anyone, api::publications::csv),
    ];
    let books = vec![
        call!(Anyone, api::instruments::list),
        call!(Anyone, api::instruments::show),
        call!(Anyone, show),
        call!(Anyone, api::procedures::list),
        call!(Anyone, api::units::list),
    ];
    below("/api/v1", "ballots", ballots)
        .chain(below("/api/v1", "feedback", feedback))
        .chain(below("/api/v1", "channel", channel))
        .chain(below("/api/v1", "index", index))
        .chain(below("/api/v1", "books", books))
        .chain(office::calls())
}

/// Every call described, from the code that answers it.
pub fn describe() -> OpenApi {
    api::openapi::describe(calls())
}

/// The description as JSON.
#[utoipa::path(get, path = "/openapi.json", responses((status = 200, body = Object)))]
async fn show() -> Json<OpenApi> {
    Json(describe())
}

/// What every reply has: words for problems, protection, compression.
pub fn guarded(served: Router, node: Node) -> Router {
    served
        .layer(CatchPanicLayer::custom(broken))
        .layer(from_fn_with_state(node, replies::speak))
        .layer(CompressionLayer::new())
        .layer(from_fn(coding::acceptable))
        .layer(map_response(protected))
}

const CSP: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                   img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; \
                   frame-ancestors 'none'";

/// What every reply says, unless its handler said otherwise. Nothing is kept on the way, nothing runs
/// that is not ours, no other page frames it, and a browser that met us over TLS never leaves it.
static PROTECTION: [(HeaderName, HeaderValue); 8] = [
    (header::CACHE_CONTROL, HeaderValue::from_static("no-store")),
    (header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(CSP)),
    (header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff")),
    (header::REFERRER_POLICY, HeaderValue::from_static("same-origin")),
    (header::X_FRAME_OPTIONS, HeaderValue::from_static("DENY")),
    (header::STRICT_TRANSPORT_SECURITY, HeaderValue::from_static("max-age=31536000")),
    (
        HeaderName::from_static("cross-origin-opener-policy"),
        HeaderValue::from_static("same-origin"),
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("same-origin"),
    ),
];

/// What a page may use of the device. Only pages are asked: with each asset it would be weight alone.
const PERMISSIONS: HeaderValue =
    HeaderValue::from_static("camera=(), microphone=(), geolocation=()");

async fn protected(mut response: Response) -> Response {
    let kind = response.headers().get(header::CONTENT_TYPE);
    if kind.is_some_and(|kind| kind.as_bytes().starts_with(b"text/html")) {
        let name = HeaderName::from_static("permissions-policy");
        response.headers_mut().entry(name).or_insert(PERMISSIONS);
    }
    for (name, value) in &PROTECTION {
        response.headers_mut().entry(name).or_insert_with(|| value.clone());
    }
    response
}

/// A handler that panicked fails its own request and no other.
fn broken(_: Box<dyn std::any::Any + Send>) -> Response {
    Problem::Broken.into_response()
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use axum::{extract::Request, http::StatusCode};
    use domain::{Channel, Sampling, figures::index::By};
    use hyper::service::Service as _;
    use hyper_util::service::TowerToHyperService;
    use serde_json::{Value, json};

    use super::*;

    #[tokio::test]
    async fn nothing_is_served_to_programs_undescribed() {
        let (node, _folder) = Node::for_tests().await;
        // A router names its paths nowhere but in what it shows to whoever looks for faults.
        let served = format!("{:?}", served(&node));
        let served: BTreeSet<&str> =
            served.split('"').filter(|text| text.starts_with("/api/")).collect();
        let described = describe();
        let described: BTreeSet<&str> = described.paths.paths.keys().map(String::as_str).collect();
        assert_eq!(served, described);
    }

    #[test]
    fn every_call_of_the_office_and_of_channels_names_its_right_and_no_other_call_does() {
        for call in calls() {
            let needs_one = ["/api/v1/office/", "/api/v1/channel/"];
            let needs_one = needs_one.iter().any(|start| call.path.starts_with(start));
            assert_eq!(needs_one, call.caller != Anyone, "{}", call.path);
        }
        let described = serde_json::to_value(describe()).unwrap();
        let named = |path: &str, method: &str| {
            let call = &described["paths"][path][method];
            (call["x-right"].clone(), call["x-key"].clone())
        };
        assert_eq!(named("/api/v1/office/units", "get"), (json!("read_books"), json!(true)));
        assert_eq!(named("/api/v1/office/session", "post"), (json!("none"), json!(false)));
        assert_eq!(named("/api/v1/units", "get"), (Value::Null, Value::Null));
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

    #[tokio::test]
    async fn a_panic_fails_its_own_request_and_no_other() {
        let (node, _folder) = Node::for_tests().await;
        let panics = async || -> StatusCode { panic!("on purpose") };
        let served = Router::new().route("/api/fine", get(async || "fine"));
        let served = served.route("/api/panics", get(panics)).with_state(node.clone());
        let router = TowerToHyperService::new(guarded(served, node));
        let ask = |path: &str| {
            let request = Request::get(path).body(axum::body::Body::empty()).unwrap();
            router.call(request)
        };
        for _ in 0..3 {
            let broken = ask("/api/panics").await.unwrap();
            assert_eq!(broken.status(), StatusCode::INTERNAL_SERVER_ERROR);
            let kind = broken.headers().get(header::CONTENT_TYPE).unwrap();
            assert_eq!(kind, "application/problem+json");
            assert_eq!(ask("/api/fine").await.unwrap().status(), StatusCode::OK);
        }
    }
}
