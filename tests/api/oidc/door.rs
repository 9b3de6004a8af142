//! Who gets in by way of the provider, and with what.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, Lie, on_both};

use super::{ME, SESSION, World, me};

on_both!(
    whoever_linked_an_account_signs_in_by_the_provider,
    nobody_gets_into_an_account_they_are_not_linked_to,
    a_disabled_account_stays_shut,
    an_account_that_waits_for_a_second_person_stays_shut,
    a_second_factor_is_still_asked_for,
    a_session_put_into_a_browser_beforehand_is_left_behind,
    a_way_is_gone_once_and_by_the_browser_that_began_it,
    the_way_is_begun_from_our_own_pages_and_leads_back_to_them,
    guesses_from_one_origin_have_to_wait,
);

async fn whoever_linked_an_account_signs_in_by_the_provider(engine: Engine) {
    let world = World::new(engine).await;
    let inspector = world.service.account("inspector", "SCT").await;
    let staff = world.linked("viewer", "p-1").await;
    let browser = world.browser();
    let reply = world.sign_in(&browser, "p-1").await;
    assert_eq!((reply.status, reply.json()), (200, json!({"next": "done"})), "{reply:?}");
    assert_eq!(me(&browser).await, staff.name);
    let stored = browser.cookies().into_keys().collect::<Vec<_>>();
    assert_eq!(stored, ["__Host-hailong", "__Host-known"], "what the way began with is gone");
    assert_eq!(me(&staff).await, staff.name, "signing in elsewhere ends nothing");
    let message = world.record(&inspector).await;
    let name = &staff.name;
    let expected = [
        format!("{name} session.begin session -"),
        format!("{name} session.openid session -"),
        format!("{name} openid.link account/{name} -"),
    ];
    assert_eq!(message[..3], expected);
    assert_eq!(
        browser.send(Method::DELETE, "/api/v1/office/session", &Value::Null).await.status,
        204
    );
    assert_eq!(me(&browser).await, 401);
}

async fn nobody_gets_into_an_account_they_are_not_linked_to(engine: Engine) {
    let world = World::new(engine).await;
    let inspector = world.service.account("inspector", "SCT").await;
    world.linked("administrator", "p-1").await;
    world.service.add_account("lan", "administrator", "SCT");
    let accounts = "select name from accounts order by name";
    let before = world.service.database.texts(accounts).await;
    // The provider calls this person by the account's name, and by an address that is verified.
    for person in ["lan", "p-2", "P-1", "p-1%00", "1"] {
        let browser = world.browser();
        let reply = world.sign_in(&browser, person).await;
        assert_eq!((reply.status, reply.faults()), (422, vec!["openid not_linked".to_owned()]));
        assert!(!browser.cookies().contains_key("__Host-hailong"), "{person}");
        assert_eq!(
            world.record(&inspector).await[0],
            r#"? session.refuse session {"openid":"not_linked"}"#
        );
    }
    assert_eq!(world.service.database.texts(accounts).await, before, "nobody was added");
}

async fn a_disabled_account_stays_shut(engine: Engine) {
    let world = World::new(engine).await;
    let inspector = world.service.account("inspector", "SCT").await;
    let staff = world.linked("viewer", "p-1").await;
    world
        .service
        .database
        .behind("update accounts set disabled = 1 where role = 8")
        .await
        .expect("done");
    let browser = world.browser();
    let reply = world.sign_in(&browser, "p-1").await;
    assert_eq!(reply.faults(), ["openid not_linked"], "told as if there were no such account");
    assert_eq!((me(&browser).await, me(&staff).await), (json!(401), json!(401)));
    let message = format!(r#"{} session.refuse session {{"openid":"disabled"}}"#, staff.name);
    assert_eq!(world.record(&inspector).await[0], message);
}

async fn an_account_that_waits_for_a_second_person_stays_shut(engine: Engine) {
    let world = World::new(engine).await;
    let inspector = world.service.account("inspector", "SCT").await;
    let (admin, staff) = (world.service.admin().await, world.linked("viewer", "p-1").await);
    let path = format!("/api/v1/office/accounts/{}", staff.name);
    let to =
        json!({"full_name": "Người Thử", "role": "inspector", "unit": "SCT", "disabled": false});
    assert_eq!(admin.send(Method::PUT, &path, &to).await.json()["waits"], true);
    let browser = world.browser();
    assert_eq!(world.sign_in(&browser, "p-1").await.faults(), ["openid not_linked"]);
    let message = format!(r#"{} session.refuse session {{"openid":"waiting"}}"#, staff.name);
    assert_eq!(world.record(&inspector).await[0], message);
    let waiting = inspector.get("/api/v1/office/confirmations").await.json();
    let path = format!("/api/v1/office/confirmations/{}", waiting[0]["id"]);
    let agreed = inspector.send(Method::PUT, &path, &json!({"confirmed": true})).await;
    assert_eq!(agreed.status, 204, "{agreed:?}");
    assert_eq!(world.sign_in(&browser, "p-1").await.status, 200);
    assert_eq!(me(&browser).await, staff.name);
}

async fn a_second_factor_is_still_asked_for(engine: Engine) {
    let world = World::new(engine).await;
    // The provider says that it asked for one itself; only ours counts.
    let admin = world.linked("administrator", "p-1").await;
    let browser = world.browser();
    assert_eq!(world.sign_in(&browser, "p-1").await.json()["next"], "second_factor");
    assert_eq!(me(&browser).await, 401);
    assert!(!browser.cookies().contains_key("__Host-known"), "not known yet");
    assert_eq!(browser.type_code(&admin.wrong_code(0)).await.faults(), ["code wrong_code"]);
    assert_eq!(browser.type_code(&admin.code(0)).await.json()["next"], "done");
    assert_eq!(me(&browser).await, admin.name);

    let lost = "update accounts set totp = null";
    world.service.database.behind(lost).await.expect("done");
    let browser = world.browser();
    assert_eq!(world.sign_in(&browser, "p-1").await.json()["next"], "done");
    assert_eq!(browser.get("/api/v1/office/me").await.json()["needs_second_factor"], true);
    assert_eq!(browser.get("/api/v1/office/settings").await.status, 403, "none, and one is needed");
}

async fn a_session_put_into_a_browser_beforehand_is_left_behind(engine: Engine) {
    let world = World::new(engine).await;
    let thief = world.service.account("viewer", "VP").await;
    let owner = world.linked("viewer", "p-1").await;
    let victim = world.browser();
    victim.set_cookies(thief.cookies());
    assert_eq!(world.sign_in(&victim, "p-1").await.status, 200);
    assert_ne!(victim.cookies()["__Host-hailong"], thief.cookies()["__Host-hailong"]);
    assert_eq!(me(&victim).await, owner.name);
    assert_eq!(me(&thief).await, 401, "what was planted opens nothing any more");
}

async fn a_way_is_gone_once_and_by_the_browser_that_began_it(engine: Engine) {
    let world = World::new(engine).await;
    let inspector = world.service.account("inspector", "SCT").await;
    let staff = world.linked("viewer", "p-1").await;
    // Even a provider that takes a code twice opens once.
    world.provider.lie(Lie::CodesAgain);
    let browser = world.browser();
    let arrival = world.visited(&browser, SESSION, "p-1").await;
    let cookies = browser.cookies();
    let (other, known) = (world.browser(), world.browser());
    known.set_cookies([("__Host-openid".to_owned(), "00".repeat(400))].into());
    let stranger = world.browser();
    world.visited(&stranger, SESSION, "p-1").await;
    let mut wrong = arrival.clone();
    wrong["state"] = json!("0".repeat(64));
    let from_link = world.visited(&staff, ME, "p-1").await;
    for (browser, arrival, why) in [
        (&other, &arrival, "no_cookie"),
        (&known, &arrival, "no_cookie"),
        (&stranger, &arrival, "state"),
        (&browser, &wrong, "state"),
        (&staff, &from_link, "state"),
    ] {
        let reply = browser.send(Method::PUT, SESSION, arrival).await;
        assert_eq!(reply.faults(), ["openid not_shown"], "{why}: {reply:?}");
        assert_eq!(reply.header("set-cookie"), "", "{why}");
        let message = format!(r#"? session.refuse session {{"openid":"{why}"}}"#);
        assert_eq!(world.record(&inspector).await[0], message);
    }
    assert_eq!(browser.send(Method::PUT, SESSION, &arrival).await.status, 200, "its own opens");
    for _ in 0..2 {
        browser.set_cookies(cookies.clone());
        let again = browser.send(Method::PUT, SESSION, &arrival).await;
        assert_eq!(again.faults(), ["openid not_shown"], "and not once more");
        let message = r#"? session.refuse session {"openid":"used"}"#;
        assert_eq!(world.record(&inspector).await[0], message);
    }
}

async fn the_way_is_begun_from_our_own_pages_and_leads_back_to_them(engine: Engine) {
    let world = World::new(engine).await;
    let browser = world.browser();
    let forged =
        world.service.request(Method::POST, SESSION).header("sec-fetch-site", "cross-site");
    assert_eq!(forged.send().await.expect("an answer").status(), 403);
    let request = browser.request(Method::POST, SESSION).header("host", "evil.example");
    let request =
        request.header("x-forwarded-host", "evil.example").header("forwarded", "host=evil.example");
    let left = browser.answer(request).await;
    let cookies = left.headers.get_all("set-cookie").iter().collect::<Vec<_>>();
    let cookie = cookies[0].to_str().expect("plain text");
    assert!(cookies.len() == 1 && cookie.starts_with("__Host-openid="), "{cookie}");
    for part in ["; Secure", "; HttpOnly", "; SameSite=Strict", "; Path=/"] {
        assert!(cookie.contains(part), "{part}: {cookie}");
    }
    assert!(!cookie.contains("Domain") && !cookie.contains("Max-Age"), "{cookie}");
    let address = left.json()["address"].as_str().expect("an address").to_owned();
    let (back, arrival) = world.provider.visit(&address, "p-1").await;
    let page = format!("{}/van-phong/dang-nhap/openid?code=", world.service.url());
    assert!(back.starts_with(&page), "{back}");
    for secret in ["state", "nonce", "verifier"] {
        assert!(!cookie.contains(secret), "it is sealed");
    }
    assert!(!cookie.contains(arrival["state"].as_str().expect("a state")));
    let more = json!({"code": "x", "state": "y", "next": "https://evil.example"});
    let reply = browser.send(Method::PUT, SESSION, &more).await;
    assert_eq!(reply.faults(), ["next unknown_field"], "nothing says where to go on to");
}

async fn guesses_from_one_origin_have_to_wait(engine: Engine) {
    let world = World::new(engine).await;
    let browser = world.browser();
    let made_up = json!({"code": "x", "state": "y"});
    for _ in 0..30 {
        assert_eq!(browser.send(Method::PUT, SESSION, &made_up).await.status, 422);
    }
    let statuses = [
        browser.send(Method::PUT, SESSION, &made_up).await.status,
        browser.send(Method::PUT, SESSION, &made_up).await.status,
    ];
    assert!(statuses.contains(&429), "{statuses:?}");
}
