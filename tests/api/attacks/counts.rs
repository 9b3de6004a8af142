//! What the server counted about itself is for whoever runs it; that it lives, for everybody.

use std::net::IpAddr;

use reqwest::{Client, Method};
use tests::{Engine, Reply, Service, on_both};

on_both!(
    without_a_token_only_this_machine_reads_the_counts,
    with_a_token_only_who_brings_it_reads_them,
    a_token_that_cannot_be_one_is_refused_at_the_start,
    whether_it_lives_and_can_work_is_told_in_no_words,
);

async fn counts(service: &Service, header: Option<(&str, &str)>) -> Reply {
    let request = service.request(Method::GET, "/metrics");
    let request =
        header.into_iter().fold(request, |request, (name, value)| request.header(name, value));
    Reply::read(request.send().await.expect("an answer")).await
}

/// An address of this machine that is not its loopback, if it has one.
fn outside() -> Option<IpAddr> {
    let socket = std::net::UdpSocket::bind("0.0.0.0:0").ok()?;
    // Nothing is sent: the system only says from where it would be.
    socket.connect("192.0.2.1:9").ok()?;
    socket.local_addr().ok().map(|address| address.ip()).filter(|ip| !ip.is_loopback())
}

async fn without_a_token_only_this_machine_reads_the_counts(engine: Engine) {
    let service = Service::start(engine).await;
    service.post(&tests::quick(4)).await;
    let here = counts(&service, None).await;
    assert!(here.status == 200 && here.body.contains("hailong_ballots_total"), "{here:?}");
    for passed_on in [
        ("x-forwarded-for", "203.0.113.9"),
        ("x-forwarded-for", "127.0.0.1"),
        ("forwarded", "for=127.0.0.1"),
        ("via", "1.1 caddy"),
        ("x-real-ip", "127.0.0.1"),
        ("x-forwarded-host", "localhost"),
        ("x-forwarded-proto", "https"),
    ] {
        let reply = counts(&service, Some(passed_on)).await;
        assert!(
            reply.status == 401 && !reply.body.contains("hailong_ballots"),
            "{passed_on:?} {reply:?}"
        );
    }
}

async fn with_a_token_only_who_brings_it_reads_them(engine: Engine) {
    let mut service = Service::stopped(engine, &[]).await;
    let file = service.write("token", "một mã đủ dài để khó đoán\n");
    let token = "abcdefghijklmnop-0123";
    std::fs::write(&file, format!("{token}\n")).expect("the file can be written");
    service.set("HAILONG_METRICS_TOKEN_FILE", &file.display().to_string());
    service.open().await;
    for (sent, status) in [
        (None, 401),
        (Some("Bearer "), 401),
        (Some("Bearer abcdefghijklmnop-0124"), 401),
        (Some("Bearer abcdefghijklmnop-012"), 401),
        (Some("Basic abcdefghijklmnop-0123"), 401),
        (Some("abcdefghijklmnop-0123"), 401),
        (Some("Bearer abcdefghijklmnop-0123"), 200),
    ] {
        let reply = counts(&service, sent.map(|sent| ("authorization", sent))).await;
        assert_eq!(reply.status, status, "{sent:?}: {reply:?}");
    }
    assert!(!service.log().contains(token));
    for path in ["/healthz", "/readyz"] {
        assert_eq!(service.get(path).await.status, 204, "{path}");
    }
}

async fn a_token_that_cannot_be_one_is_refused_at_the_start(engine: Engine) {
    let mut service = Service::stopped(engine, &[]).await;
    let short = service.write("token", "ngắn").display().to_string();
    for file in [short.as_str(), "/nowhere/token"] {
        service.set("HAILONG_METRICS_TOKEN_FILE", file);
        let message = service.refused();
        assert!(message.contains("metrics-token-file"), "{message}");
    }
}

async fn whether_it_lives_and_can_work_is_told_in_no_words(engine: Engine) {
    let mut service = Service::stopped(engine, &[]).await;
    service.set("HAILONG_LISTEN", "0.0.0.0:0");
    service.open().await;
    let port = service.url().rsplit(':').next().expect("a port").to_owned();
    let from = outside().unwrap_or(IpAddr::from([127, 0, 0, 1]));
    let client = Client::builder().no_proxy().build().expect("a client");
    let get = async |path: &str| {
        let reply = client.get(format!("http://{from}:{port}{path}")).send().await;
        Reply::read(reply.expect("an answer")).await
    };
    for path in ["/healthz", "/readyz"] {
        let reply = get(path).await;
        assert_eq!((reply.status, reply.body.as_str()), (204, ""), "{path}");
        assert!(reply.header("server").is_empty() && reply.header("x-powered-by").is_empty());
    }
    let counts = get("/metrics").await.status;
    assert_eq!(counts, if from.is_loopback() { 200 } else { 401 }, "{from}");
}
