//! One's own account: password, second factor, sessions, and what of them is kept.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, OFFICE, PASSWORD, Service, Staff, on_both};

on_both!(
    whoever_needs_a_second_factor_can_do_nothing_before,
    another_password_ends_every_other_session,
    one_s_own_role_is_nothing_one_can_send,
    one_s_own_sessions_are_seen_and_ended,
    an_account_of_the_demo_opens_a_demo_and_nothing_else,
    no_password_token_or_code_is_kept_or_logged,
);

const ME: &str = "/api/v1/office/me";

async fn status(staff: &Staff) -> u16 {
    staff.get(ME).await.status
}

/// A browser in which somebody typed the right name and password.
async fn signed_in(service: &Service, name: &str) -> Staff {
    let staff = service.browser(name);
    let reply = staff.sign_in(PASSWORD).await;
    assert_eq!(reply.status, 200, "{reply:?}");
    staff
}

async fn whoever_needs_a_second_factor_can_do_nothing_before(engine: Engine) {
    let service = Service::start(engine).await;
    service.add_account("quan-tri", "administrator", "SCT");
    let mut admin = signed_in(&service, "quan-tri").await;
    let me = admin.get(ME).await.json();
    assert_eq!((&me["needs_second_factor"], &me["second_factor"]), (&json!(true), &json!(false)));
    let accounts = format!("{OFFICE}/accounts");
    assert_eq!(admin.get(&accounts).await.status, 403);
    let path = format!("{ME}/second-factor");
    assert_eq!(
        admin.send(Method::PUT, &path, &json!({"code": "000000"})).await.faults(),
        ["code wrong_code"]
    );
    let token = admin.cookies();
    admin.set_second_factor().await;
    assert_eq!(admin.get(ME).await.json()["needs_second_factor"], false);
    assert_eq!(admin.get(&accounts).await.status, 200);
    let again = admin.send(Method::POST, &path, &json!({"password": PASSWORD})).await;
    assert_eq!(again.faults(), ["second_factor already_set"], "a stolen session does not swap it");
    admin.set_cookies(token);
    assert_eq!(status(&admin).await, 401, "another token from there on");
}

async fn another_password_ends_every_other_session(engine: Engine) {
    let service = Service::start(engine).await;
    let (here, path) = (service.account("viewer", "VP").await, format!("{ME}/password"));
    let there = signed_in(&service, &here.name).await;
    for (old, new, fault) in [
        ("không phải mật khẩu", "tre nứa mai vầu luồng", "old wrong_password"),
        (PASSWORD, "ngắn", "new too_short"),
        (PASSWORD, "Hailong@2026", "new too_common"),
        (PASSWORD, &here.name.repeat(2), "new too_common"),
        (PASSWORD, &"dài ".repeat(40), "new too_long"),
    ] {
        let reply = here.send(Method::PUT, &path, &json!({"old": old, "new": new})).await;
        assert_eq!(reply.faults(), [fault], "{new}");
    }
    let before = here.cookies();
    let sent = json!({"old": PASSWORD, "new": "tre nứa mai vầu luồng"});
    assert_eq!(here.send(Method::PUT, &path, &sent).await.status, 204);
    assert_eq!((status(&here).await, status(&there).await), (200, 401));
    assert_eq!(here.sign_in(PASSWORD).await.status, 422);
    let decomposed = "tre nu\u{31b}\u{301}a mai va\u{302}\u{300}u luo\u{302}\u{300}ng";
    assert_eq!(here.sign_in(decomposed).await.status, 200, "however the keyboard composes it");
    here.set_cookies(before);
    assert_eq!(status(&here).await, 401, "another token from there on");
}

async fn one_s_own_role_is_nothing_one_can_send(engine: Engine) {
    let service = Service::start(engine).await;
    let staff = service.account("handler", "QLTM").await;
    let path = format!("{ME}/password");
    let sent = json!({"old": PASSWORD, "new": "tre nứa mai vầu luồng", "role": "administrator",
        "unit": "SCT", "id": 1});
    let reply = staff.send(Method::PUT, &path, &sent).await;
    assert_eq!(reply.faults(), ["id unknown_field", "role unknown_field", "unit unknown_field"]);
    assert_eq!(staff.sign_in(PASSWORD).await.status, 200, "nothing was changed");
    assert_eq!(staff.get(ME).await.json()["role"], "handler");
    for method in [Method::PUT, Method::POST, Method::PATCH] {
        let reply = staff.send(method, ME, &json!({"role": "administrator"})).await;
        assert_eq!(reply.status, 405);
    }
}

async fn one_s_own_sessions_are_seen_and_ended(engine: Engine) {
    let service = Service::start(engine).await;
    let (here, path) = (service.account("viewer", "VP").await, format!("{ME}/sessions"));
    let other = service.account("viewer", "VP").await;
    let there = signed_in(&service, &here.name).await;
    let third = signed_in(&service, &here.name).await;
    let rows = here.get(&path).await.json();
    let rows = rows.as_array().expect("rows");
    assert_eq!(rows.len(), 3, "nobody else's: {rows:?}");
    assert_eq!(rows.iter().filter(|row| row["current"] == true).count(), 1);
    let theirs = there.get(&path).await.json();
    let theirs = theirs.as_array().expect("rows").iter().find(|row| row["current"] == true);
    let id = theirs.expect("its own")["id"].clone();
    let one = format!("{path}/{id}");
    assert_eq!(other.send(Method::DELETE, &one, &Value::Null).await.status, 404);
    assert_eq!(status(&there).await, 200, "nobody ends another's");
    assert_eq!(here.send(Method::DELETE, &one, &Value::Null).await.status, 204);
    assert_eq!((status(&there).await, status(&third).await), (401, 200));
    assert_eq!(here.send(Method::DELETE, &path, &Value::Null).await.status, 204);
    assert_eq!((status(&here).await, status(&third).await), (200, 401));
}

async fn an_account_of_the_demo_opens_a_demo_and_nothing_else(engine: Engine) {
    let mut service = Service::stopped(engine, &[]).await;
    let printed = service.run(&["demo"]).stdout;
    let printed = String::from_utf8(printed).expect("text");
    let pairs: Vec<(String, String)> = printed
        .lines()
        .filter_map(|line| line.trim().split_once(' '))
        .filter(|(name, _)| name.starts_with("demo."))
        .map(|(name, password)| (name.to_owned(), password.trim().to_owned()))
        .collect();
    assert_eq!(pairs.len(), 8, "one for each role: {printed}");
    service.serve();
    for (name, password) in &pairs {
        let staff = service.browser(name);
        assert_eq!(staff.sign_in(password).await.json()["next"], "done", "{name}");
        let me = staff.get(ME).await.json();
        assert_eq!(
            (&me["demo"], format!("demo.{}", me["role"].as_str().unwrap_or("?"))),
            (&json!(true), name.clone())
        );
        assert_eq!(staff.sign_in("demo").await.status, 422);
    }
    service.stop();
    service.database.behind("delete from settings where name = 'demo'").await.expect("no demo");
    service.serve();
    let (name, password) = &pairs[0];
    assert_eq!(service.browser(name).sign_in(password).await.status, 422);
}

async fn no_password_token_or_code_is_kept_or_logged(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    let wrong = "mật khẩu gõ nhầm chỗ";
    service.browser(wrong).sign_in(wrong).await;
    admin.sign_in(wrong).await;
    let code = admin.recovery_codes[0].clone();
    let half = signed_in(&service, &admin.name).await;
    let token = half.cookies()["__Host-hailong"].clone();
    half.type_code(&code).await;
    let cells = service.database.cells(&[]).await + &service.log();
    let secret = admin.secret.clone().expect("a secret");
    let held = half.cookies();
    for secret in [PASSWORD, wrong, &code, &token, &held["__Host-hailong"], &secret, "127.0.0.1"] {
        assert!(!cells.contains(secret), "{secret} is kept");
    }
    let noted = service.database.texts("select action from record order by seq").await;
    for action in ["account.create", "session.begin", "session.refuse", "second_factor.set"] {
        assert!(noted.iter().any(|it| it == action), "{action}: {noted:?}");
    }
    assert!(service.run(&["verify"]).status.success(), "the record's chain holds");
}
