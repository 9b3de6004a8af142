//! Guessing: at names, passwords and codes, one by one and by the thousand.

use reqwest::Method;
use serde_json::json;
use tests::{Engine, OFFICE, PASSWORD, Service, Staff, on_both};

on_both!(
    who_has_an_account_cannot_be_found_out,
    a_name_that_nobody_has_waits_like_any_other,
    guesses_at_an_account_wait_and_its_known_browser_does_not,
    guesses_from_one_origin_wait_whatever_the_account,
    a_thousand_guesses_at_once_are_not_heard_either,
    a_code_opens_once,
    the_right_password_gives_no_more_guesses_at_the_code,
    a_recovery_code_opens_once,
);

const ME: &str = "/api/v1/office/me";
const SESSION: &str = "/api/v1/office/session";

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

async fn who_has_an_account_cannot_be_found_out(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    service.add_account("lan", "viewer", "VP");
    service.add_account("cu.ky", "viewer", "VP");
    let disabled = json!({"full_name": "Cũ", "role": "viewer", "unit": "VP", "disabled": true});
    assert_eq!(
        admin.send(Method::PUT, &format!("{OFFICE}/accounts/cu.ky"), &disabled).await.status,
        200
    );
    let invited = json!({"name": "moi", "full_name": "Mới", "role": "viewer", "unit": "VP"});
    assert_eq!(admin.send(Method::POST, &format!("{OFFICE}/accounts"), &invited).await.status, 201);
    let mut answers = Vec::new();
    for (name, password) in [
        ("lan", "không phải mật khẩu"),
        ("cu.ky", PASSWORD),
        ("moi", PASSWORD),
        ("ai", PASSWORD),
        ("a\u{0}b", PASSWORD),
        ("' or 1=1 --", PASSWORD),
        ("", ""),
    ] {
        let reply = service.browser(name).sign_in(password).await;
        let mut headers: Vec<String> = reply
            .headers
            .iter()
            .filter(|(name, _)| *name != "date")
            .map(|(name, value)| format!("{name}: {value:?}"))
            .collect();
        headers.sort();
        answers.push((name, reply.status, reply.body, headers));
    }
    for (name, status, body, headers) in &answers {
        assert_eq!((*status, body, headers), (422, &answers[0].2, &answers[0].3), "{name}");
    }
}

/// Makes every wait that is due longer, so that none is over before the test looks.
async fn stretch_waits(service: &Service) {
    let stretched = "update attempts set until = until + 600000 where failures >= 5";
    service.database.behind(stretched).await.expect("stretched");
}

async fn a_name_that_nobody_has_waits_like_any_other(engine: Engine) {
    let service = Service::start(engine).await;
    service.add_account("lan", "viewer", "VP");
    let thieves = ["lan", "ai.do"].map(|name| service.browser(name));
    for guess in 0..10 {
        for thief in &thieves {
            let reply = thief.sign_in(&format!("đoán lần thứ {guess}")).await;
            assert_eq!(reply.status, 422, "{} {guess}", thief.name);
        }
    }
    // Each name's own wait: the origin, which both share, has had twice as many tries.
    let stretched = "update attempts set until = until + 600000 where failures = 10";
    service.database.behind(stretched).await.expect("stretched");
    for thief in &thieves {
        let held = thief.sign_in(PASSWORD).await;
        let wait: u64 = held.header("retry-after").parse().expect("seconds");
        assert_eq!((held.status, wait > 500), (429, true), "{}", thief.name);
    }
    assert_eq!(service.browser("an").sign_in(PASSWORD).await.status, 422, "another name is heard");
}

/// The same with another first letter.
fn altered(value: &str) -> String {
    format!("{}{}", if value.starts_with('a') { 'b' } else { 'a' }, &value[1..])
}

async fn guesses_at_an_account_wait_and_its_known_browser_does_not(engine: Engine) {
    let service = Service::start(engine).await;
    let owner = service.account("viewer", "VP").await;
    let other = service.account("viewer", "VP").await;
    let thief = service.browser(&owner.name);
    for guess in 0..10 {
        let reply = thief.sign_in(&format!("đoán lần thứ {guess}")).await;
        assert_eq!(reply.status, 422, "{guess}");
    }
    stretch_waits(&service).await;
    let held = thief.sign_in(PASSWORD).await;
    let wait: u64 = held.header("retry-after").parse().expect("seconds");
    assert_eq!((held.status, wait > 500), (429, true), "even with the right password: {wait}");
    assert_eq!(owner.sign_in(PASSWORD).await.status, 200, "the owner's browser is known");
    let mut stolen = owner.cookies();
    stolen.remove("__Host-hailong");
    thief.set_cookies(stolen.into_iter().map(|(name, value)| (name, altered(&value))).collect());
    assert_eq!(thief.sign_in(PASSWORD).await.status, 429, "a forged cookie makes nobody known");

    let borrowed = service.browser(&owner.name);
    borrowed.set_cookies(other.cookies());
    assert_eq!(borrowed.sign_in(PASSWORD).await.status, 429, "nor does another account's");
    for guess in 0..10 {
        assert_eq!(owner.sign_in(&format!("đoán lần thứ {guess}")).await.status, 422);
    }
    stretch_waits(&service).await;
    assert_eq!(owner.sign_in(PASSWORD).await.status, 429, "a known browser has no more guesses");
}

async fn guesses_from_one_origin_wait_whatever_the_account(engine: Engine) {
    let service = Service::start(engine).await;
    let owner = service.account("viewer", "VP").await;
    for guess in 0..30 {
        let reply = service.browser(&format!("nhan-vien-{guess}")).sign_in("Matkhau@123").await;
        assert_eq!(reply.status, 422, "{guess}");
    }
    // An origin's wait is never longer than a minute.
    let stretched = "update attempts set until = until + 50000 where failures >= 30";
    service.database.behind(stretched).await.expect("stretched");
    let sprayed = service.browser("nhan-vien-31").sign_in("Matkhau@123").await;
    assert_eq!(sprayed.status, 429);
    let forged = service.browser("nhan-vien-32");
    let request = forged.request(Method::POST, SESSION).header("x-forwarded-for", "198.51.100.9");
    let request = request.json(&json!({"name": "nhan-vien-32", "password": "Matkhau@123"}));
    assert_eq!(forged.answer(request).await.status, 429, "what a sender says of itself is nothing");
    assert_eq!(owner.sign_in(PASSWORD).await.status, 200);
}

async fn a_thousand_guesses_at_once_are_not_heard_either(engine: Engine) {
    let service = Service::without_shortcuts(engine).await;
    service.add_account("lan", "viewer", "VP");
    let guesses: Vec<_> = (0..60)
        .map(|guess| {
            let typed = json!({"name": "lan", "password": format!("đoán lần thứ {guess}")});
            let request = service.request(Method::POST, SESSION);
            let request = request.header("sec-fetch-site", "same-origin").json(&typed);
            tokio::spawn(async move { request.send().await.expect("an answer").status().as_u16() })
        })
        .collect();
    let mut heard = 0;
    for guess in guesses {
        let status = guess.await.expect("it ends");
        assert!([422, 429, 503].contains(&status), "{status}");
        heard += u32::from(status == 422);
    }
    // A wait of a second or two may be over before the last guess arrives.
    assert!((1..=14).contains(&heard), "{heard} guesses were heard");
}

async fn a_code_opens_once(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    let (first, second) =
        (signed_in(&service, &admin.name).await, signed_in(&service, &admin.name).await);
    let code = admin.code(1);
    assert_eq!(first.type_code(&code).await.json()["next"], "done");
    assert_eq!(second.type_code(&code).await.faults(), ["code wrong_code"]);
    assert_eq!(
        second.type_code(&admin.code(0)).await.faults(),
        ["code wrong_code"],
        "nor an earlier"
    );
    assert_eq!((status(&first).await, status(&second).await), (200, 401));
    for guess in 0..3 {
        assert_eq!(second.type_code(&admin.wrong_code(guess)).await.status, 422);
    }
    stretch_waits(&service).await;
    assert_eq!(
        second.type_code(&admin.wrong_code(9)).await.status,
        429,
        "codes are not guessed for long"
    );
}

async fn the_right_password_gives_no_more_guesses_at_the_code(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    assert_eq!(admin.sign_in(PASSWORD).await.status, 200);
    assert_eq!(
        admin.type_code(&admin.code(0)).await.status,
        200,
        "the browser is known from now on"
    );
    for guess in 0..5 {
        assert_eq!(admin.sign_in(PASSWORD).await.status, 200);
        assert_eq!(admin.type_code(&admin.wrong_code(guess)).await.status, 422, "{guess}");
    }
    stretch_waits(&service).await;
    assert_eq!(admin.sign_in(PASSWORD).await.status, 200);
    assert_eq!(admin.type_code(&admin.code(1)).await.status, 429, "even with the right code");
    let elsewhere = signed_in(&service, &admin.name).await;
    assert_eq!(elsewhere.type_code(&admin.code(1)).await.status, 429, "nor from another browser");
}

async fn a_recovery_code_opens_once(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    assert_eq!(admin.recovery_codes.len(), 10);
    let code = admin.recovery_codes[3].to_lowercase();
    let (first, second) =
        (signed_in(&service, &admin.name).await, signed_in(&service, &admin.name).await);
    assert_eq!(first.type_code(&code).await.json()["next"], "done");
    assert_eq!(second.type_code(&code).await.faults(), ["code wrong_code"]);
    assert_eq!(second.type_code(&admin.recovery_codes[4]).await.json()["next"], "done");
    let path = format!("{ME}/second-factor");
    let wrong = json!({"password": "không phải mật khẩu"});
    assert_eq!(
        second.send(Method::DELETE, &path, &wrong).await.faults(),
        ["password wrong_password"]
    );
    let right = json!({"password": PASSWORD});
    assert_eq!(second.send(Method::DELETE, &path, &right).await.status, 204);
    assert_eq!((status(&first).await, status(&second).await), (401, 200));
    assert_eq!(signed_in(&service, &admin.name).await.get(ME).await.json()["second_factor"], false);
}
