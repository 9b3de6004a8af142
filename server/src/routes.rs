//! The one route table.

use axum::{
    Router,
    http::{HeaderName, HeaderValue, header},
    middleware::{from_fn, from_fn_with_state, map_response},
    response::{IntoResponse, Response},
    routing::{delete, get, post},
};
use tower_http::{catch_panic::CatchPanicLayer, compression::CompressionLayer};

use crate::{
    api, assets,
    office::origin,
    pages,
    problem::{self, Problem},
    receipts::shown,
    state::App,
};

/// Everything this server answers.
pub fn routes(app: App) -> Router {
    let pages = Router::new()
        .route("/", get(pages::home::show))
        .route("/s/{campaign}", get(pages::survey::show).post(pages::survey::create))
        .route("/s/{campaign}/thanks", get(pages::survey::thanks::show))
        .route("/s/{campaign}/qr.svg", get(pages::poster::qr))
        .route("/s/{campaign}/poster", get(pages::poster::show))
        .route("/phieu", get(pages::ballot::show).post(pages::ballot::create))
        .route("/ket-qua", get(pages::results::show))
        .route("/van-phong", get(pages::office::show))
        .route("/van-phong/{*page}", get(pages::office::show))
        .layer(from_fn(origin::not_from_elsewhere))
        .layer(from_fn(shown::put_away));
    let api = Router::new()
        .route("/api/v1/ballots", post(api::ballots::create))
        .route(
            "/api/v1/ballots/{receipt}",
            get(api::ballots::kept::show)
                .put(api::ballots::corrected::update)
                .delete(api::ballots::kept::remove),
        )
        .route("/api/v1/ballots/{receipt}/comment", delete(api::ballots::kept::remove_comment))
        .route(
            "/api/v1/ballots/{receipt}/consents/{purpose}",
            delete(api::ballots::kept::remove_consent),
        )
        .route("/api/v1/index", get(api::index::show))
        .route("/api/v1/instruments", get(api::instruments::list))
        .route("/api/v1/instruments/{code}", get(api::instruments::show))
        .route("/api/v1/openapi.json", get(api::openapi::show))
        .route("/api/v1/procedures", get(api::procedures::list))
        .route("/api/v1/units", get(api::units::list));
    let served = Router::new()
        .merge(pages)
        .merge(api)
        .merge(api::office::calls().routes(&app))
        .route("/assets/{version}/{name}", get(assets::show))
        .route("/favicon.ico", get(assets::icon))
        .route("/healthz", get(api::health::alive))
        .route("/readyz", get(api::health::ready))
        .route("/metrics", get(api::health::metrics))
        .method_not_allowed_fallback(async || Problem::WrongMethod)
        .fallback(async || Problem::NotFound)
        .with_state(app.clone());
    guarded(served, app)
}

/// What every reply has: words for problems, protection, compression.
pub fn guarded(served: Router, app: App) -> Router {
    served
        .layer(CatchPanicLayer::custom(broken))
        .layer(from_fn_with_state(app, problem::speak))
        .layer(CompressionLayer::new())
        .layer(map_response(protected))
}

const CSP: &str = "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; \
                   img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; \
                   frame-ancestors 'none'";

/// What every reply says, unless its handler said otherwise. Nothing is kept on the way, nothing runs
/// that is not ours, no other page frames it, and a browser that met us over TLS never leaves it.
static PROTECTION: [(HeaderName, HeaderValue); 9] = [
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
        HeaderName::from_static("permissions-policy"),
        HeaderValue::from_static("camera=(), microphone=(), geolocation=()"),
    ),
    (
        HeaderName::from_static("cross-origin-resource-policy"),
        HeaderValue::from_static("same-origin"),
    ),
];

async fn protected(mut response: Response) -> Response {
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
    use axum::{extract::Request, http::StatusCode};
    use hyper::service::Service as _;
    use hyper_util::service::TowerToHyperService;

    use super::*;

    #[test]
    fn every_call_is_described() {
        let described = serde_json::to_value(api::openapi::describe()).unwrap();
        let source = include_str!("routes.rs").to_owned() + include_str!("api/office.rs");
        #[cfg(feature = "oidc")]
        let source = source + include_str!("api/office/openid.rs");
        let calls = source.split('"').filter(|text| text.starts_with("/api/v1/"));
        for call in calls.filter(|call| *call != "/api/v1/") {
            assert!(described["paths"].get(call).is_some(), "{call} is not described");
        }
    }

    #[tokio::test]
    async fn a_panic_fails_its_own_request_and_no_other() {
        let (app, _folder) = App::for_tests().await;
        let panics = async || -> StatusCode { panic!("on purpose") };
        let served = Router::new().route("/api/fine", get(async || "fine"));
        let served = served.route("/api/panics", get(panics)).with_state(app.clone());
        let router = TowerToHyperService::new(guarded(served, app));
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
