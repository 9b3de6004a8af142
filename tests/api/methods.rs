//! Methods and addresses that try to get around the route table.

use reqwest::Method;
use tests::{Engine, Reply, Service, on_both, quick};

on_both!(
    only_post_keeps_a_ballot,
    looking_never_changes_anything,
    a_trace_is_not_echoed,
    no_address_leads_out_of_the_assets,
    an_address_that_cannot_be_read_is_a_clear_refusal,
);

async fn only_post_keeps_a_ballot(engine: Engine) {
    let mut service = Service::start(engine).await;
    let others = ["GET", "HEAD", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "PROPFIND", "post"];
    for name in others {
        let method = Method::from_bytes(name.as_bytes()).expect("a method");
        let request = service.request(method, "/api/v1/ballots");
        let request = request.header("content-type", "application/json");
        let request = request.header("x-http-method-override", "POST");
        let request = request.header("x-method-override", "POST");
        let reply = request.body(quick(4).to_string()).send().await.expect("an answer");
        let reply = Reply::read(reply).await;
        assert_eq!(reply.status, 405, "{name}: {reply:?}");
        assert_eq!(reply.header("allow"), "POST", "{name}");
        if name != "HEAD" {
            reply.problem();
        }
    }
    let tricky = service.request(Method::GET, "/api/v1/ballots?_method=POST").send().await;
    assert_eq!(tricky.expect("an answer").status(), 405);
    assert!(service.is_well().await && service.ballots().await.is_empty());
}

async fn looking_never_changes_anything(engine: Engine) {
    let service = Service::start(engine).await;
    let id = tests::draw_id();
    let filled = format!("/s/quick?id={id}&a.O1=5&comment=x&instrument=quick/1");
    for method in [Method::GET, Method::HEAD] {
        for path in [&filled, "/", "/ket-qua", "/van-phong", "/s/quick/poster", "/s/quick/qr.svg"] {
            let request = service.request(method.clone(), path);
            let reply = request.header("x-http-method-override", "POST").send().await;
            assert_eq!(reply.expect("an answer").status(), 200, "{method} {path}");
        }
    }
    for path in ["/ket-qua", "/api/v1/index", "/api/v1/units", "/healthz", "/gop-y/thanks"] {
        let request = service.request(Method::POST, path).header("x-http-method-override", "GET");
        assert_eq!(request.send().await.expect("an answer").status(), 405, "{path}");
    }
    assert_eq!(service.ballots().await, []);
}

async fn a_trace_is_not_echoed(engine: Engine) {
    let service = Service::start(engine).await;
    for path in ["/", "/s/quick", "/api/v1/index"] {
        let request = service.request(Method::TRACE, path).header("x-canary", "canary");
        let reply = Reply::read(request.send().await.expect("an answer")).await;
        assert_eq!(reply.status, 405, "{path}");
        assert!(!reply.body.contains("canary"), "{path}");
    }
}

/// Asks for an address exactly as written: clients tidy theirs up.
async fn status_of(service: &Service, path: &str) -> (Option<u16>, String) {
    let mut socket = service.socket().await;
    let head = format!("GET {path} HTTP/1.1\r\nhost: x\r\nconnection: close\r\n\r\n");
    socket.write(head).await;
    let tail = socket.tail().await;
    (tail.status, tail.text)
}

async fn no_address_leads_out_of_the_assets(engine: Engine) {
    let mut service = Service::start(engine).await;
    let escapes = [
        "../Cargo.toml",
        "..%2fCargo.toml",
        "%2e%2e/Cargo.toml",
        "%2e%2e%2fCargo.toml",
        "%2e%2e%2f%2e%2e%2f%2e%2e%2f%2e%2e%2fetc%2fpasswd",
        "%2fetc%2fpasswd",
        "%252e%252e%252fetc",
        "..%5c..%5cetc%5cpasswd",
        "citizen.wasm%00.css",
        "%00",
        "",
        ".",
        "..",
        "%2e%2e",
        "x.css/../../etc/passwd",
        "....//etc/passwd",
        "citizen.wasm.br",
        "con",
        "a%0d%0aset-cookie:x",
    ];
    for escape in escapes {
        for folder in ["/assets/", "/assets/x/", "/assets/../"] {
            let (status, text) = status_of(&service, &format!("{folder}{escape}")).await;
            assert_eq!(status, Some(404), "{folder}{escape}: {text}");
            assert!(!text.contains("root:") && !text.contains("[package]"), "{folder}{escape}");
        }
    }
    assert!(service.is_well().await);
}

async fn an_address_that_cannot_be_read_is_a_clear_refusal(engine: Engine) {
    let mut service = Service::start(engine).await;
    for path in ["/s/%ff", "/s/%c0%80", "/api/v1/instruments/%ff", "/assets/x/%ff", "/s/%00"] {
        let (status, text) = status_of(&service, path).await;
        assert!(matches!(status, Some(400 | 404)), "{path}: {text}");
        let kind = if path.starts_with("/api") { "application/problem+json" } else { "text/html" };
        assert!(text.contains(&format!("content-type: {kind}")), "{path}: {text}");
    }
    for path in
        ["http://evil.example/s/quick", "*", "//evil.example/", "/s/quick/thanks?k=//evil.example"]
    {
        let (status, text) = status_of(&service, path).await;
        assert!(!text.to_lowercase().contains("\r\nlocation:"), "{path}: {text}");
        assert!(matches!(status, Some(200 | 400 | 404)), "{path}: {text}");
    }
    assert!(service.is_well().await && service.ballots().await.is_empty());
}
