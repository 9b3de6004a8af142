//! What another site makes a browser send, in the name of whoever is signed in there.

use reqwest::Method;
use tests::{Described, Engine, Reply, Service, Staff, on_both};

use super::{House, all_but, assert_same};

on_both!(
    no_call_that_changes_anything_is_taken_from_another_site,
    no_body_is_taken_that_a_plain_form_can_send,
    no_look_does_what_a_change_is_for,
    nobody_is_signed_in_by_another_site,
);

/// What browsers say of requests that other sites, or nobody, had them send.
const ELSEWHERE: [&[(&str, &str)]; 9] = [
    &[],
    &[("sec-fetch-site", "cross-site"), ("origin", "https://evil.example")],
    &[("sec-fetch-site", "same-site")],
    &[("sec-fetch-site", "none")],
    &[("sec-fetch-site", "cross-site"), ("origin", "OURS")],
    &[("origin", "null")],
    &[("origin", "https://evil.example")],
    &[("origin", "OURS.evil.example")],
    &[("referer", "OURS/van-phong")],
];

fn changes(calls: Vec<Described>) -> Vec<Described> {
    calls.into_iter().filter(|call| call.is_of_the_office() && !call.only_shows()).collect()
}

/// A call with the cookies of somebody and these headers, as no page of ours sends it.
async fn forged(
    service: &Service,
    staff: &Staff,
    call: &Described,
    headers: &[(&str, &str)],
) -> Reply {
    let cookies = staff.cookies();
    let pairs: Vec<String> =
        cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
    let request = service.request(call.method.clone(), &call.address(None));
    let request = headers
        .iter()
        .fold(request.header("cookie", pairs.join("; ")), |request, (name, value)| {
            request.header(*name, value.replace("OURS", service.url()))
        });
    let request = match call.body() {
        Some(body) => request.json(&body),
        None => request,
    };
    Reply::read(request.send().await.expect("an answer")).await
}

async fn no_call_that_changes_anything_is_taken_from_another_site(engine: Engine) {
    let service = Service::start(engine).await;
    let house = House::of(&service).await;
    let before = all_but(&service, &[]).await;
    let calls = changes(service.described().await);
    assert!(calls.len() >= 30, "{}", calls.len());
    for call in &calls {
        for headers in ELSEWHERE {
            let reply = forged(&service, house.whoever_may(call), call, headers).await;
            let message = format!("{} {} {headers:?}: {reply:?}", call.method, call.path);
            assert_eq!(reply.status, 403, "{message}");
            assert_eq!(reply.header("set-cookie"), "", "{message}");
        }
    }
    assert_same(&before, &all_but(&service, &[]).await);
    house.is_whole().await;
}

async fn no_body_is_taken_that_a_plain_form_can_send(engine: Engine) {
    let service = Service::start(engine).await;
    let house = House::of(&service).await;
    let before = all_but(&service, &[]).await;
    for call in changes(service.described().await) {
        let Some(body) = call.body() else { continue };
        for kind in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""] {
            let staff = house.whoever_may(&call);
            let request = staff.request(call.method.clone(), &call.address(None));
            let request = request.header("content-type", kind).body(body.to_string());
            let reply = staff.answer(request).await;
            assert_eq!(reply.status, 415, "{} {} {kind}: {reply:?}", call.method, call.path);
        }
    }
    assert_same(&before, &all_but(&service, &[]).await);
}

async fn no_look_does_what_a_change_is_for(engine: Engine) {
    let service = Service::start(engine).await;
    let house = House::of(&service).await;
    let before = super::contents(&service).await;
    for call in changes(service.described().await) {
        let staff = house.whoever_may(&call);
        let method = call.method.as_str();
        for name in [Method::GET, Method::HEAD] {
            let request = staff.request(name, &format!("{}?_method={method}", call.address(None)));
            let request = request.header("x-http-method-override", method);
            let request = request.header("x-method-override", method);
            let request = match call.body() {
                Some(body) => request.json(&body),
                None => request,
            };
            let reply = staff.answer(request).await;
            assert!([200, 404, 405].contains(&reply.status), "{} {reply:?}", call.path);
        }
    }
    assert_same(&before, &super::contents(&service).await);
    house.is_whole().await;
}

async fn nobody_is_signed_in_by_another_site(engine: Engine) {
    let service = Service::start(engine).await;
    let thief = service.account("viewer", "VP").await;
    let typed = serde_json::json!({"name": thief.name, "password": tests::PASSWORD});
    for headers in ELSEWHERE {
        let request = service.request(Method::POST, "/api/v1/office/session").json(&typed);
        let request = headers.iter().fold(request, |request, (name, value)| {
            request.header(*name, value.replace("OURS", service.url()))
        });
        let reply = Reply::read(request.send().await.expect("an answer")).await;
        assert_eq!((reply.status, reply.header("set-cookie")), (403, ""), "{headers:?}");
    }
    let form = [("name", thief.name.as_str()), ("password", tests::PASSWORD)];
    let form = form.map(|(name, value)| (name.to_owned(), value.to_owned()));
    let reply = service.send_form("/api/v1/office/session", &form).await;
    assert_eq!((reply.status, reply.header("set-cookie")), (403, ""));
    let request = service.request(Method::POST, "/api/v1/office/session").json(&typed);
    let ours = request.header("origin", service.url()).send().await.expect("an answer");
    assert_eq!(ours.status(), 200, "a browser too old to say more names our own origin");
}
