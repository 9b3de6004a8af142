//! A provider that is not there, does not answer, or is not set.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, Lie, Provider, Service, in_time, on_both, patiently_async};
use tokio::task::JoinSet;

use super::{ME, SESSION, World};

on_both!(
    the_service_stands_without_the_provider_and_says_so,
    a_provider_that_fails_or_never_answers_holds_nobody_up,
    nobody_waits_for_those_who_wait_before_them,
    without_a_provider_there_is_no_such_way,
    a_provider_that_cannot_be_used_is_refused_at_the_start,
);

async fn the_service_stands_without_the_provider_and_says_so(engine: Engine) {
    let mut provider = Provider::start().await;
    provider.stop().await;
    let settings = provider.settings();
    let settings: Vec<_> = settings.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let service = Service::with(engine, &settings).await;
    let mut world = World { provider, service };
    for _ in 0..3 {
        let reply = world.browser().send(Method::POST, SESSION, &Value::Null).await;
        assert_eq!((reply.status, reply.header("retry-after")), (503, "2"), "{reply:?}");
        assert_eq!(reply.problem()["title"], "Hệ thống đăng nhập chung không trả lời");
        assert_eq!(reply.header("set-cookie"), "");
    }
    let staff = world.service.account("viewer", "VP").await;
    assert_eq!(staff.get("/api/v1/office/me").await.status, 200, "passwords do as ever");
    world.provider.again().await;
    let left = patiently_async("the provider", async || {
        let reply = world.browser().send(Method::POST, SESSION, &Value::Null).await;
        (reply.status == 200).then_some(reply)
    });
    assert!(left.await.json()["address"].is_string());
    assert_eq!(world.link(&staff, "p-1").await.status, 204);
}

async fn a_provider_that_fails_or_never_answers_holds_nobody_up(engine: Engine) {
    let mut world = World::new(engine).await;
    world.linked("viewer", "p-1").await;
    for lie in [Lie::Broken, Lie::Huge, Lie::Silent] {
        world.provider.lie(Lie::None);
        let browser = world.browser();
        let arrival = world.visited(&browser, SESSION, "p-1").await;
        world.provider.lie(lie);
        let reply = in_time("an answer", browser.send(Method::PUT, SESSION, &arrival)).await;
        assert_eq!(reply.status, 503, "{lie:?}: {reply:?}");
        assert!(!browser.cookies().contains_key("__Host-hailong"), "{lie:?}");
    }
    assert!(world.service.is_well().await);
    assert!(world.service.log().contains("it takes too long"), "the log says why");

    let settings = world.provider.settings();
    let settings: Vec<_> = settings.iter().map(|(name, value)| (*name, value.as_str())).collect();
    world.provider.lie(Lie::Elsewhere);
    let fresh = Service::with(engine, &settings).await;
    let browser = fresh.browser("");
    let left = browser.send(Method::POST, SESSION, &Value::Null).await.json();
    let address = left["address"].as_str().expect("an address");
    let arrival = world.provider.visit(address, "p-1").await.1;
    let reply = browser.send(Method::PUT, SESSION, &arrival).await;
    assert_eq!(reply.status, 503, "nothing is asked where there is no TLS: {reply:?}");
}

async fn nobody_waits_for_those_who_wait_before_them(engine: Engine) {
    let world = World::new(engine).await;
    world.provider.lie(Lie::Silent);
    let mut waiting = JoinSet::new();
    for _ in 0..16 {
        let request = world.service.request(Method::POST, SESSION);
        waiting.spawn(request.header("sec-fetch-site", "same-origin").send());
    }
    // One after the other they would be answered in minutes.
    for reply in in_time("sixteen answers", waiting.join_all()).await {
        assert_eq!(reply.expect("an answer").status(), 503);
    }
    world.provider.lie(Lie::None);
    let left = patiently_async("the provider", async || {
        let reply = world.browser().send(Method::POST, SESSION, &Value::Null).await;
        (reply.status == 200).then_some(())
    });
    left.await;
}

async fn without_a_provider_there_is_no_such_way(engine: Engine) {
    let service = Service::start(engine).await;
    let staff = service.account("viewer", "VP").await;
    let arrival = json!({"code": "x", "state": "y"});
    let typed = json!({"password": "x"});
    for (method, path, body) in [
        (Method::POST, SESSION, &Value::Null),
        (Method::PUT, SESSION, &arrival),
        (Method::GET, ME, &Value::Null),
        (Method::POST, ME, &typed),
        (Method::PUT, ME, &arrival),
        (Method::DELETE, ME, &typed),
    ] {
        let reply = staff.send(method.clone(), path, body).await;
        assert_eq!(reply.status, 404, "{method} {path}: {reply:?}");
    }
    let page = service.get("/van-phong/dang-nhap").await.body;
    assert!(!page.contains("id=\"page\""), "the page offers none");
    let world = World::new(engine).await;
    let page = world.service.get("/van-phong/dang-nhap").await.body;
    assert!(page.contains(r#"id="page">{"provider":"Cổng cán bộ"}<"#), "{page}");
}

async fn a_provider_that_cannot_be_used_is_refused_at_the_start(engine: Engine) {
    let set = |name: &'static str, value: &'static str| (name, value);
    let issuer = set("HAILONG_OIDC_ISSUER", "https://id.example");
    let client = set("HAILONG_OIDC_CLIENT_ID", "hai-long");
    let secret = set("HAILONG_OIDC_CLIENT_SECRET", "x");
    for (settings, message) in [
        (vec![issuer, client], "oidc-client-secret: is missing"),
        (vec![issuer, secret], "oidc-client-id: is missing"),
        (vec![set(issuer.0, "id.example"), client, secret], "oidc-issuer: "),
        (vec![set(issuer.0, "http://id.example"), client, secret], "must be an https address"),
        (
            vec![issuer, client, secret, set("HAILONG_OIDC_CLIENT_SECRET_FILE", "no-such-file")],
            "oidc-client-secret: is given both itself and as a file",
        ),
        (
            vec![issuer, client, set("HAILONG_OIDC_CLIENT_SECRET_FILE", "no-such-file")],
            "oidc-client-secret-file: ",
        ),
    ] {
        let said = Service::stopped(engine, &settings).await.refused();
        assert!(said.contains(message), "{message}: {said}");
        assert!(!said.contains("HAILONG_OIDC_CLIENT_SECRET=x"), "{said}");
    }
}
