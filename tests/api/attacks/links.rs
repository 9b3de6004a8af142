//! Addresses and replies on their way: what a sender says of itself stands in no link, nobody is led
//! elsewhere, and nothing is kept on the way that is not for everybody.

use reqwest::Method;
use serde_json::json;
use tests::{Described, Engine, Reply, Service, on_both};

use super::House;

on_both!(
    nothing_but_the_assets_is_kept_on_the_way,
    no_host_that_a_sender_names_stands_in_a_reply,
    an_invitation_leads_to_the_house_whatever_the_sender_names,
    nobody_is_led_elsewhere,
);

const EVIL: &str = "evil.example";
/// Headers by which a sender says where it thinks it is.
const SPOOF: [(&str, &str); 9] = [
    ("host", EVIL),
    ("x-forwarded-host", EVIL),
    ("x-forwarded-server", EVIL),
    ("x-forwarded-proto", "javascript"),
    ("x-forwarded-prefix", "//evil.example"),
    ("forwarded", "for=1;host=evil.example;proto=http"),
    ("x-original-url", "//evil.example/"),
    ("x-rewrite-url", "//evil.example/"),
    ("x-host", EVIL),
];
/// The pages, and pictures.
const PAGES: [&str; 17] = [
    "/",
    "/s/quick",
    "/s/xong",
    "/s/nope",
    "/s/quick/poster?p=quay-1",
    "/s/quick/qr.svg",
    "/s/quick/qr.png",
    "/s/quick/set",
    "/s/quick?about=unit&q=khuyen",
    "/s/quick/thanks?r=0000-0000-0000-00&pin=123456",
    "/phieu",
    "/gop-y?p=quay-1",
    "/tra-cuu",
    "/ket-qua",
    "/van-phong",
    "/van-phong/tai-khoan",
    "/nope",
];

fn is_for_all(path: &str) -> bool {
    path.starts_with("/assets/") || path == "/favicon.ico"
}

async fn nothing_but_the_assets_is_kept_on_the_way(engine: Engine) {
    let service = Service::start(engine).await;
    let house = House::of(&service).await;
    service.post(&tests::quick(4)).await;
    for call in service.described().await.iter().filter(|call| call.only_shows()) {
        for staff in [house.whoever_may(call), &house.0[""], &house.0["head"]] {
            let reply = super::show(staff, call, None).await;
            assert_eq!(reply.header("cache-control"), "no-store", "{} {reply:?}", call.path);
        }
    }
    let page = service.get("/s/quick").await.body;
    let assets: Vec<&str> = page.split('"').filter(|text| text.starts_with("/assets/")).collect();
    assert!(!assets.is_empty());
    for path in PAGES.into_iter().chain(assets).chain(["/favicon.ico", "/metrics", "/readyz"]) {
        for coding in ["identity", "br", "gzip"] {
            let request = service.request(Method::GET, path).header("accept-encoding", coding);
            let reply = request.send().await.expect("an answer");
            let header = |name: &str| {
                let value = reply.headers().get(name).and_then(|value| value.to_str().ok());
                value.unwrap_or_default().to_owned()
            };
            if is_for_all(path) {
                assert!(header("cache-control").contains("max-age"), "{path}");
                assert_eq!(header("set-cookie"), "", "{path}");
            } else {
                assert_eq!(header("cache-control"), "no-store", "{path}");
            }
            let is_coded = !header("content-encoding").is_empty();
            let varies = header("vary").to_lowercase().contains("accept-encoding");
            assert!(varies || !is_coded && !path.starts_with("/assets/"), "{path} {coding}");
        }
    }
}

async fn spoofed(service: &Service, house: &House, call: Option<&Described>, path: &str) -> Reply {
    let staff = call.map_or(&house.0[""], |call| house.whoever_may(call));
    let request = staff.request(Method::GET, path);
    is_clean(service, staff.answer(with(request)).await)
}

fn with(request: reqwest::RequestBuilder) -> reqwest::RequestBuilder {
    SPOOF.iter().fold(request, |request, (name, value)| request.header(*name, *value))
}

/// Nothing of the spoof is in a reply.
fn is_clean(service: &Service, reply: Reply) -> Reply {
    let headers = format!("{:?}", reply.headers);
    assert!(!reply.body.contains(EVIL) && !headers.contains(EVIL), "{}: {reply:?}", service.url());
    reply
}

async fn no_host_that_a_sender_names_stands_in_a_reply(engine: Engine) {
    let service = Service::start(engine).await;
    let house = House::of(&service).await;
    for call in service.described().await.iter().filter(|call| call.only_shows()) {
        spoofed(&service, &house, Some(call), &call.address(None)).await;
    }
    for path in PAGES {
        let plain = service.get(path).await;
        let spoofed = spoofed(&service, &house, None, path).await;
        assert_eq!(spoofed.status, plain.status, "{path}");
        if path.contains("qr.svg") || path.contains("poster") {
            assert_eq!(spoofed.body, plain.body, "{path}");
            assert!(path.contains("qr.svg") || plain.body.contains(service.url()));
        }
    }
}

async fn an_invitation_leads_to_the_house_whatever_the_sender_names(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    let typed = json!({"name": "moi", "full_name": "Mới", "role": "viewer", "unit": "VP"});
    let request = admin.request(Method::POST, "/api/v1/office/accounts").json(&typed);
    let invited = is_clean(&service, admin.answer(with(request)).await);
    assert_eq!(invited.status, 201, "{invited:?}");
    let link = invited.json()["invitation"].as_str().expect("a link").to_owned();
    assert!(link.starts_with(&format!("{}/van-phong/", service.url())), "{link}");
}

async fn nobody_is_led_elsewhere(engine: Engine) {
    let service = Service::start(engine).await;
    let targets = [
        "//evil.example",
        "https://evil.example/",
        "/\\evil.example",
        "%0d%0alocation:%20//evil.example",
    ];
    let names =
        ["next", "url", "redirect", "return", "returnTo", "continue", "r", "gone", "lang", "p"];
    for path in PAGES {
        for target in targets {
            let query: Vec<String> = names.iter().map(|name| format!("{name}={target}")).collect();
            let mark = if path.contains('?') { '&' } else { '?' };
            let reply = service.get(&format!("{path}{mark}{}", query.join("&"))).await;
            assert_eq!(reply.header("location"), "", "{path} {target}");
            for link in ["href=\"//", "href=\"http", "action=\"//", "action=\"http", "http-equiv"] {
                let ours = reply.body.replace(service.url(), "");
                assert!(!ours.contains(link), "{path} {target}: {link} {ours}");
            }
        }
    }
    for path in ["//evil.example/", "//evil.example/%2e%2e", "/\\evil.example", "///evil.example//"]
    {
        let reply = service.get(path).await;
        assert_eq!((reply.status, reply.header("location")), (404, ""), "{path}");
    }
    let sent =
        [("id", tests::draw_id()), ("a.O1", "5".to_owned()), ("next", targets[0].to_owned())];
    let sent = sent.map(|(name, value)| (name.to_owned(), value));
    let led = service.send_form("/s/quick?next=//evil.example&lang=//evil.example", &sent).await;
    assert_eq!(led.status, 303);
    assert!(led.header("location").starts_with("/s/quick/thanks?k="), "{led:?}");
}
