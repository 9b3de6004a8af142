//! What programs and browsers may rely on in every answer.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, Reply, Service, on_both, quick, sipas};

on_both!(
    the_description_lists_every_call,
    every_answer_is_protected,
    nothing_personal_is_stored_on_the_way,
    messages_speak_vietnamese_unless_english_is_asked_for,
    the_server_says_whether_it_lives_and_can_work,
    the_pages_are_there,
);

async fn the_description_lists_every_call(engine: Engine) {
    let service = Service::start(engine).await;
    let described = service.get("/api/v1/openapi.json").await;
    assert_eq!(described.status, 200);
    let described = described.json();
    let calls = [
        ("/api/v1/ballots", "post", vec!["200", "201", "400", "409", "413", "415", "422", "503"]),
        ("/api/v1/index", "get", vec!["200", "404", "422"]),
        ("/api/v1/instruments/{code}", "get", vec!["200", "404"]),
        ("/api/v1/units", "get", vec!["200"]),
        ("/api/v1/procedures", "get", vec!["200", "422"]),
    ];
    for (path, method, statuses) in calls {
        let call = &described["paths"][path][method];
        for status in statuses {
            assert!(call["responses"][status].is_object(), "{method} {path} {status}");
        }
    }
    for name in ["by", "period", "scheme", "unit", "instrument", "method"] {
        let parameters = &described["paths"]["/api/v1/index"]["get"]["parameters"];
        let named =
            parameters.as_array().is_some_and(|all| all.iter().any(|it| it["name"] == name));
        assert!(named, "{name}: {parameters}");
    }
    let printed = service.run(&["openapi"]);
    let printed: Value = serde_json::from_slice(&printed.stdout).expect("`openapi` prints JSON");
    assert_eq!(printed, described);
}

/// Answers of every kind.
async fn answers(service: &Service) -> Vec<(String, Reply)> {
    let mut answers = Vec::new();
    for path in [
        "/",
        "/s/quick",
        "/s/xong",
        "/s/nope",
        "/s/quick/thanks",
        "/s/quick/thanks?k=x",
        "/phieu",
        "/gop-y",
        "/gop-y/thanks?k=x",
        "/tra-cuu",
        "/ket-qua",
        "/van-phong",
        "/api/v1/index",
        "/api/v1/units",
        "/api/v1/nope",
        "/api/v1/index?by=x",
        "/api/v1/ballots",
        "/s/quick/poster",
        "/s/quick/qr.svg",
        "/s/%ff",
    ] {
        answers.push((path.to_owned(), service.get(path).await));
    }
    answers.push(("a ballot".to_owned(), service.post(&quick(4)).await));
    answers.push(("a bad ballot".to_owned(), service.post(&json!({})).await));
    answers.push(("no JSON".to_owned(), service.post_text("application/json", "{").await));
    answers.push(("no format".to_owned(), service.post_text("x/y", "{").await));
    let sent = service.send_form("/s/quick", &[("a.O1".to_owned(), "9".to_owned())]).await;
    answers.push(("a bad form".to_owned(), sent));
    answers
}

async fn every_answer_is_protected(engine: Engine) {
    let service = Service::start(engine).await;
    for (what, reply) in answers(&service).await {
        assert_eq!(reply.header("x-content-type-options"), "nosniff", "{what}");
        assert_eq!(reply.header("x-frame-options"), "DENY", "{what}");
        assert_eq!(reply.header("referrer-policy"), "same-origin", "{what}");
        assert_eq!(reply.header("strict-transport-security"), "max-age=31536000", "{what}");
        assert_eq!(reply.header("cross-origin-opener-policy"), "same-origin", "{what}");
        let policy = reply.header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'"), "{what}: {policy}");
        assert!(!policy.contains("unsafe-inline") && !policy.contains("http"), "{what}: {policy}");
        assert_eq!(reply.header("set-cookie"), "", "{what} sets a cookie");
        assert!(reply.status < 500, "{what}: {reply:?}");
        let foreign = ["src=\"http", "src=\"//", "url(http"];
        assert!(foreign.iter().all(|it| !reply.body.contains(it)), "{what} loads from elsewhere");
    }
}

async fn nothing_personal_is_stored_on_the_way(engine: Engine) {
    let service = Service::start(engine).await;
    for (what, reply) in answers(&service).await {
        assert_eq!(reply.header("cache-control"), "no-store", "{what}");
    }
}

async fn messages_speak_vietnamese_unless_english_is_asked_for(engine: Engine) {
    let service = Service::start(engine).await;
    let wrong = sipas(&[("B1", Some(6))]);
    let message = |reply: &Reply| reply.json()["faults"][0]["message"].as_str().map(str::to_owned);
    let (vi, en) = (
        Some("Mức trả lời phải từ 1 đến 5: xin anh/chị chọn lại.".to_owned()),
        Some("The level must be from 1 to 5: please choose again.".to_owned()),
    );
    assert_eq!(message(&service.post(&wrong).await), vi);
    for (accepts, query, expected) in [
        ("en-GB,en;q=0.9", "", &en),
        ("vi,en;q=0.5", "", &vi),
        ("fr", "", &vi),
        ("vi", "?lang=en", &en),
        ("en", "?lang=vi", &vi),
    ] {
        let request = service.request(Method::POST, &format!("/api/v1/ballots{query}"));
        let request = request.header("accept-language", accepts).json(&wrong);
        let reply = Reply::read(request.send().await.expect("an answer")).await;
        assert_eq!(message(&reply), *expected, "{accepts} {query}");
    }
    let labels = service.post(&quick(4)).await;
    assert_eq!(labels.status, 201);
    assert_eq!(service.live("lang=en").await.row("VP")["label"], "Office");
    assert_eq!(service.live("").await.row("VP")["label"], "Văn phòng Sở");
}

async fn the_server_says_whether_it_lives_and_can_work(engine: Engine) {
    let service = Service::start(engine).await;
    for path in ["/healthz", "/readyz"] {
        assert_eq!(service.get(path).await.status, 204, "{path}");
    }
}

async fn the_pages_are_there(engine: Engine) {
    let service = Service::start(engine).await;
    let home = service.get("/").await.body;
    assert!(
        home.contains("/s/quick") && home.contains("/s/sipas"),
        "every open campaign is linked"
    );
    assert!(!home.contains("/s/xong") && !home.contains("/s/sap-toi"), "and no other");
    let code = service.get("/s/quick/qr.svg?p=quay-1").await;
    assert_eq!((code.status, code.header("content-type")), (200, "image/svg+xml"));
    assert!(code.body.contains("<svg"));
    for path in ["/s/quick/poster", "/ket-qua", "/s/quick?p=quay-1&lang=en"] {
        let page = service.get(path).await;
        assert!(page.status == 200 && page.body.contains("<html"), "{path}");
        assert!(page.header("content-type").starts_with("text/html"), "{path}");
    }
}
