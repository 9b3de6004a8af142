//! Signing in and out: what opens, and what does not.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, OFFICE, PASSWORD, Reply, Service, Staff, on_both};

on_both!(
    a_session_opens_its_own_account_until_it_is_ended,
    the_cookies_are_kept_to_our_host_and_away_from_scripts,
    a_session_put_into_a_browser_beforehand_is_left_behind,
    half_a_sign_in_opens_nothing,
    a_session_ends_when_it_idles_and_when_it_is_old,
    what_another_site_makes_a_browser_send_is_refused,
    only_plain_json_is_taken,
);

const ME: &str = "/api/v1/office/me";
const SESSION: &str = "/api/v1/office/session";

async fn status(staff: &Staff) -> u16 {
    staff.get(ME).await.status
}

async fn a_session_opens_its_own_account_until_it_is_ended(engine: Engine) {
    let service = Service::start(engine).await;
    let (viewer, head) =
        (service.account("viewer", "VP").await, service.account("head", "VP").await);
    let me = viewer.get(ME).await.json();
    assert_eq!((&me["name"], &me["role"]), (&json!(viewer.name), &json!("viewer")));
    assert_eq!(me["unit"]["vi"], "Văn phòng Sở");
    assert_eq!(head.get(ME).await.json()["name"], head.name, "each cookie is its own account's");
    let stored = viewer.cookies();
    assert_eq!(viewer.send(Method::DELETE, SESSION, &Value::Null).await.status, 204);
    assert!(!viewer.cookies().contains_key("__Host-hailong"), "the browser forgets it");
    viewer.set_cookies(stored);
    assert_eq!(status(&viewer).await, 401, "and the server too");
    assert_eq!(status(&head).await, 200);
}

async fn the_cookies_are_kept_to_our_host_and_away_from_scripts(engine: Engine) {
    let service = Service::start(engine).await;
    service.add_account("lan", "viewer", "VP");
    let reply = service.browser("lan").sign_in(PASSWORD).await;
    let cookies: Vec<&str> =
        reply.headers.get_all("set-cookie").iter().filter_map(|it| it.to_str().ok()).collect();
    assert_eq!(cookies.len(), 2, "{cookies:?}");
    for cookie in cookies {
        let (name, _) = cookie.split_once('=').expect("a cookie has a name");
        assert!(name.starts_with("__Host-"), "{cookie}");
        for part in ["; Secure", "; HttpOnly", "; SameSite=Strict", "; Path=/"] {
            assert!(cookie.contains(part), "{part}: {cookie}");
        }
        assert!(!cookie.contains("Domain"), "{cookie}");
    }
}

async fn a_session_put_into_a_browser_beforehand_is_left_behind(engine: Engine) {
    let service = Service::start(engine).await;
    let thief = service.account("viewer", "VP").await;
    service.add_account("lan", "viewer", "QLTM");
    let victim = service.browser("lan");
    victim.set_cookies(thief.cookies());
    assert_eq!(victim.sign_in(PASSWORD).await.status, 200);
    assert_ne!(victim.cookies()["__Host-hailong"], thief.cookies()["__Host-hailong"]);
    assert_eq!(victim.get(ME).await.json()["name"], "lan");
    assert_eq!(status(&thief).await, 401, "what was planted opens nothing any more");

    let invented = service.browser("lan");
    let planted = ("__Host-hailong".to_owned(), "a".repeat(64));
    invented.set_cookies([planted.clone()].into());
    assert_eq!(invented.sign_in(PASSWORD).await.status, 200);
    assert_ne!(invented.cookies()[&planted.0], planted.1);
}

async fn half_a_sign_in_opens_nothing(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    let half = service.browser(&admin.name);
    assert_eq!(half.sign_in(PASSWORD).await.json()["next"], "second_factor");
    assert!(!half.cookies().contains_key("__Host-known"), "not known yet");
    assert_eq!(status(&half).await, 401);
    let accounts = format!("{OFFICE}/accounts");
    assert_eq!(half.get(&accounts).await.status, 401);
    assert_eq!(half.type_code(&admin.wrong_code(0)).await.faults(), ["code wrong_code"]);
    assert_eq!(status(&half).await, 401);
    let before = half.cookies()["__Host-hailong"].clone();
    assert_eq!(half.type_code(&admin.code(0)).await.json()["next"], "done");
    assert_eq!(status(&half).await, 200);
    let whole = half.cookies();
    assert_ne!(before, whole["__Host-hailong"], "another token from here on");
    half.set_cookies([("__Host-hailong".to_owned(), before)].into());
    assert_eq!(status(&half).await, 401);
    assert_eq!(
        half.type_code(&admin.code(1)).await.status,
        401,
        "no second factor without a first"
    );

    half.set_cookies([].into());
    assert_eq!(half.sign_in(PASSWORD).await.status, 200);
    let ten_minutes = "update sessions set begun = begun - 600000 where complete = 0";
    service.database.behind(ten_minutes).await.expect("moved");
    assert_eq!(
        half.type_code(&admin.code(1)).await.status,
        401,
        "half a sign-in does not wait long"
    );
}

async fn a_session_ends_when_it_idles_and_when_it_is_old(engine: Engine) {
    let service = Service::start(engine).await;
    for (column, within, beyond) in [("seen", 29, 31), ("begun", 12 * 60 - 1, 12 * 60 + 1)] {
        let staff = service.account("viewer", "VP").await;
        for (minutes, expected) in [(within, 200), (beyond - within, 401)] {
            let moved = format!("update sessions set {column} = {column} - {minutes} * 60000");
            service.database.behind(&moved).await.expect("moved");
            if column == "seen" && expected == 401 {
                // The last look counted as a use.
                service.database.behind(&moved.replace("- 2 ", "- 31 ")).await.expect("moved");
            }
            assert_eq!(status(&staff).await, expected, "{column} {minutes}");
        }
        let token = staff.cookies()["__Host-hailong"].clone();
        assert_eq!(staff.sign_in(PASSWORD).await.status, 200);
        assert_ne!(staff.cookies()["__Host-hailong"], token);
        assert_eq!(status(&staff).await, 200);
    }
}

/// Headers as other sites, other browsers and tricks make them.
const FORGED: [&[(&str, &str)]; 6] = [
    &[("sec-fetch-site", "cross-site")],
    &[("sec-fetch-site", "same-site"), ("origin", "https://other.example")],
    &[("sec-fetch-site", "none")],
    &[("origin", "https://evil.example")],
    &[("origin", "null")],
    &[],
];

async fn what_another_site_makes_a_browser_send_is_refused(engine: Engine) {
    let service = Service::start(engine).await;
    let staff = service.account("viewer", "VP").await;
    service.add_account("lan", "viewer", "VP");
    let cookie = format!("__Host-hailong={}", staff.cookies()["__Host-hailong"]);
    let typed = json!({"name": "lan", "password": PASSWORD});
    let changed = json!({"old": PASSWORD, "new": "tre nứa mai vầu luồng"});
    let password = format!("{ME}/password");
    for headers in FORGED {
        for (method, path, body) in [
            (Method::POST, SESSION, &typed),
            (Method::DELETE, SESSION, &Value::Null),
            (Method::PUT, &password, &changed),
        ] {
            let request = service.request(method, path).header("cookie", &cookie).json(body);
            let request =
                headers.iter().fold(request, |it, (name, value)| it.header(*name, *value));
            let reply = Reply::read(request.send().await.expect("an answer")).await;
            assert_eq!(reply.status, 403, "{path} {headers:?}");
            assert_eq!(reply.header("set-cookie"), "", "{path} {headers:?}");
        }
    }
    assert_eq!(staff.get(ME).await.json()["name"], staff.name, "nothing happened");
    let origin = service.url().to_owned();
    let request = service.request(Method::DELETE, SESSION).header("cookie", &cookie);
    let ours = request.header("origin", origin).send().await.expect("an answer");
    assert_eq!(ours.status(), 204, "an older browser names our own origin");
}

async fn only_plain_json_is_taken(engine: Engine) {
    let service = Service::start(engine).await;
    service.add_account("lan", "viewer", "VP");
    let browser = service.browser("lan");
    let typed = json!({"name": "lan", "password": PASSWORD}).to_string();
    for kind in ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data"] {
        let request = browser.request(Method::POST, SESSION).header("content-type", kind);
        assert_eq!(browser.answer(request.body(typed.clone())).await.status, 415, "{kind}");
    }
    let more = json!({"name": "lan", "password": PASSWORD, "role": "administrator"});
    let reply = browser.send(Method::POST, SESSION, &more).await;
    assert_eq!((reply.status, reply.faults()), (422, vec!["role unknown_field".to_owned()]));
    let get = browser.get(&format!("{SESSION}?name=lan&password=x")).await;
    assert_eq!(get.status, 405);
    assert!(browser.cookies().is_empty());
}
