//! A coding that a reader refuses is never sent.

use reqwest::Method;
use tests::{Engine, Service, on_both};

on_both!(
    a_coding_with_a_weight_of_nought_is_never_sent,
    what_lies_packed_comes_plain_to_who_takes_nothing_else
);

/// What is asked for, and which codings may come; `406` where nothing that we have is taken.
const ASKED: [(&str, &[&str]); 11] = [
    ("br", &["br"]),
    ("br;q=0", &[""]),
    ("br;q=0, gzip;q=0", &[""]),
    ("br;q=0.000, gzip", &["", "gzip"]),
    ("gzip;q=0, br", &["br"]),
    ("identity, br;q=0, gzip;q=0", &[""]),
    ("identity;q=0, br", &["br"]),
    ("*;q=0, identity", &[""]),
    ("br, *;q=0", &["br"]),
    ("*;q=0", &["406"]),
    ("identity;q=0", &["406"]),
];

async fn a_coding_with_a_weight_of_nought_is_never_sent(engine: Engine) {
    let service = Service::start(engine).await;
    let page = service.get("/s/quick").await.body;
    let asset = page.split('"').find(|text| text.starts_with("/assets/")).expect("an asset");
    for path in [asset, "/s/quick", "/api/v1/openapi.json"] {
        for (reply_to, may_come) in ASKED {
            let request = service.request(Method::GET, path).header("accept-encoding", reply_to);
            let reply = request.send().await.expect("an answer");
            let coding = match reply.status().as_u16() {
                200 => reply
                    .headers()
                    .get("content-encoding")
                    .map_or("", |it| it.to_str().expect("a coding is plain text")),
                406 => "406",
                other => panic!("{path} {reply_to}: {other}"),
            };
            assert!(may_come.contains(&coding), "{path} {reply_to}: {coding:?}");
        }
    }
}

async fn what_lies_packed_comes_plain_to_who_takes_nothing_else(engine: Engine) {
    let service = Service::start(engine).await;
    let page = service.get("/s/quick").await.body;
    let asset = page.split('"').find(|text| text.starts_with("/assets/")).expect("an asset");
    let (folder, _) = asset.rsplit_once('/').expect("a folder");
    for (name, start) in [("citizen.wasm", b"\0asm".as_slice()), ("citizen.css", b"")] {
        let bytes = async |coding: &str| {
            let request = service.request(Method::GET, &format!("{folder}/{name}"));
            let reply = request.header("accept-encoding", coding).send().await.expect("an answer");
            assert_eq!(reply.status(), 200, "{name} {coding}");
            reply.bytes().await.expect("all of it")
        };
        let (plain, packed) = (bytes("identity").await, bytes("br").await);
        assert!(plain.starts_with(start) && plain.len() > 2 * packed.len(), "{name}");
        assert!(std::str::from_utf8(&plain).is_ok() || name.ends_with(".wasm"), "{name}");
    }
    let hidden = service.get(&format!("{folder}/citizen.wasm.br")).await;
    assert_eq!(hidden.status, 404);
}
