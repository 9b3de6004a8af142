//! Proving once more who one is: for a second factor, for recovery codes, and while something else
//! changes.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, OFFICE, PASSWORD, Service, Staff, on_both};

on_both!(
    a_second_factor_is_set_up_by_whoever_knows_the_password,
    wrong_passwords_inside_wait_with_those_at_the_door,
    new_recovery_codes_end_the_old_ones,
    what_is_turned_away_is_on_the_record_once_a_wait,
    a_password_without_a_code_is_on_the_record,
    half_a_sign_in_does_not_outlive_the_password,
    no_sign_in_slips_past_a_change_of_password,
    whoever_is_disabled_is_signed_out_of_every_server,
);

const ME: &str = "/api/v1/office/me";
const WRONG: &str = "không phải mật khẩu";
const OTHER: &str = "tre nứa mai vầu luồng";

async fn status(staff: &Staff) -> u16 {
    staff.get(ME).await.status
}

fn factor() -> String {
    format!("{ME}/second-factor")
}

async fn actions(service: &Service, actor: &str) -> Vec<String> {
    let wanted = format!("select action from record where actor = '{actor}' order by seq");
    service.database.texts(&wanted).await
}

/// Makes every wait that is due longer, so that none is over before the test looks.
async fn stretch_waits(service: &Service) {
    let stretched = "update attempts set until = until + 600000 where failures >= 5";
    service.database.behind(stretched).await.expect("stretched");
}

/// A browser in which the password was typed and the code was not.
async fn half(service: &Service, staff: &Staff) -> Staff {
    let half = service.browser(&staff.name);
    assert_eq!(half.sign_in(PASSWORD).await.json()["next"], "second_factor");
    half
}

async fn a_second_factor_is_set_up_by_whoever_knows_the_password(engine: Engine) {
    let service = Service::start(engine).await;
    let mut staff = service.account("viewer", "VP").await;
    for (body, fault) in [
        (json!({}), "password missing"),
        (json!({"password": WRONG}), "password wrong_password"),
        (json!({"password": ""}), "password wrong_password"),
    ] {
        let reply = staff.send(Method::POST, &factor(), &body).await;
        assert_eq!(reply.faults(), [fault], "{body}");
        assert!(!reply.body.contains("otpauth"), "nothing is shown: {reply:?}");
    }
    staff.set_second_factor().await;
    assert_eq!(staff.get(ME).await.json()["second_factor"], true);
    let noted = actions(&service, &staff.name).await;
    assert_eq!(noted.iter().filter(|it| *it == "password.refuse").count(), 2, "{noted:?}");
}

async fn wrong_passwords_inside_wait_with_those_at_the_door(engine: Engine) {
    let service = Service::start(engine).await;
    let staff = service.account("viewer", "VP").await;
    for guess in 0..5 {
        let typed = json!({"password": format!("đoán lần thứ {guess}")});
        assert_eq!(staff.send(Method::POST, &factor(), &typed).await.status, 422);
        assert_eq!(staff.sign_in(&format!("đoán lần thứ {guess}")).await.status, 422);
    }
    stretch_waits(&service).await;
    assert_eq!(staff.sign_in(PASSWORD).await.status, 429);
    let right = json!({"password": PASSWORD});
    assert_eq!(staff.send(Method::POST, &factor(), &right).await.status, 429);
    assert_eq!(staff.send(Method::DELETE, &factor(), &right).await.status, 429);
    let change = json!({"old": PASSWORD, "new": OTHER});
    assert_eq!(staff.send(Method::PUT, &format!("{ME}/password"), &change).await.status, 429);
}

async fn new_recovery_codes_end_the_old_ones(engine: Engine) {
    let service = Service::start(engine).await;
    let (admin, path) = (service.admin().await, format!("{ME}/recovery-codes"));
    let elsewhere = half(&service, &admin).await;
    assert_eq!(elsewhere.type_code(&admin.recovery_codes[0]).await.status, 200);
    for (password, code, fault) in [
        (WRONG, admin.code(0), "password wrong_password"),
        (PASSWORD, admin.wrong_code(0), "code wrong_code"),
        (PASSWORD, admin.recovery_codes[0].clone(), "code wrong_code"),
    ] {
        let sent = json!({"password": password, "code": code});
        assert_eq!(admin.send(Method::POST, &path, &sent).await.faults(), [fault]);
    }
    let sent = json!({"password": PASSWORD, "code": admin.code(0)});
    let reply = admin.send(Method::POST, &path, &sent).await;
    let made: Vec<String> =
        serde_json::from_value(reply.json()["recovery_codes"].clone()).expect("codes");
    assert_eq!(made.len(), 10, "{reply:?}");
    assert!(made.iter().all(|code| !admin.recovery_codes.contains(code)), "none is an old one");
    assert_eq!((status(&admin).await, status(&elsewhere).await), (200, 401));
    assert_eq!(admin.send(Method::POST, &path, &sent).await.faults(), ["code wrong_code"], "once");
    let half = half(&service, &admin).await;
    assert_eq!(half.type_code(&admin.recovery_codes[1]).await.faults(), ["code wrong_code"]);
    assert_eq!(half.type_code(&made[1]).await.status, 200);
    assert!(actions(&service, &admin.name).await.contains(&"second_factor.new_codes".to_owned()));
    let stored = service.database.cells(&[]).await + &service.log();
    assert!(made.iter().all(|code| !stored.contains(code)), "only hashes are kept");
    let viewer = service.account("viewer", "VP").await;
    let sent = json!({"password": PASSWORD, "code": "000000"});
    assert_eq!(viewer.send(Method::POST, &path, &sent).await.faults(), ["code wrong_code"]);
}

async fn what_is_turned_away_is_on_the_record_once_a_wait(engine: Engine) {
    let service = Service::start(engine).await;
    let owner = service.account("viewer", "VP").await;
    let thief = service.browser(&owner.name);
    for _ in 0..10 {
        assert_eq!(thief.sign_in(WRONG).await.status, 422);
    }
    stretch_waits(&service).await;
    for _ in 0..20 {
        assert_eq!(thief.sign_in(PASSWORD).await.status, 429);
    }
    let noted = actions(&service, &owner.name).await;
    let times = |action: &str| noted.iter().filter(|it| *it == action).count();
    assert_eq!((times("session.refuse"), times("session.hold")), (10, 1), "{noted:?}");
    service.verified();
}

async fn a_password_without_a_code_is_on_the_record(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    drop(half(&service, &admin).await);
    let noted = actions(&service, &admin.name).await;
    assert_eq!(noted.last().map(String::as_str), Some("session.ask_code"), "{noted:?}");
}

async fn half_a_sign_in_does_not_outlive_the_password(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    let half = half(&service, &admin).await;
    let change = json!({"old": PASSWORD, "new": OTHER});
    assert_eq!(admin.send(Method::PUT, &format!("{ME}/password"), &change).await.status, 204);
    assert_eq!(half.type_code(&admin.code(0)).await.status, 401);
    assert_eq!((status(&half).await, status(&admin).await), (401, 200));
}

async fn no_sign_in_slips_past_a_change_of_password(engine: Engine) {
    let service = Service::start(engine).await;
    let owner = service.account("viewer", "VP").await;
    let thieves: Vec<Staff> = (0..8).map(|_| service.browser(&owner.name)).collect();
    let path = format!("{ME}/password");
    let change = json!({"old": PASSWORD, "new": OTHER});
    let tries = async {
        let [a, b, c, d, e, f, g, h] = thieves.as_slice() else { return };
        tokio::join!(
            a.sign_in(PASSWORD),
            b.sign_in(PASSWORD),
            c.sign_in(PASSWORD),
            d.sign_in(PASSWORD),
            e.sign_in(PASSWORD),
            f.sign_in(PASSWORD),
            g.sign_in(PASSWORD),
            h.sign_in(PASSWORD),
        );
    };
    let (changed, ()) = tokio::join!(owner.send(Method::PUT, &path, &change), tries);
    assert_eq!(changed.status, 204, "{changed:?}");
    for thief in &thieves {
        assert_eq!(status(thief).await, 401, "the old password opens nothing that lasts");
    }
    assert_eq!(status(&owner).await, 200);
}

async fn whoever_is_disabled_is_signed_out_of_every_server(engine: Engine) {
    if engine == Engine::Sqlite {
        // One server writes to a file; another is refused at its start.
        return;
    }
    let service = Service::start(engine).await;
    let beside = service.beside();
    let (admin, staff) = (service.admin().await, service.account("head", "VP").await);
    let there = beside.browser(&staff.name);
    there.set_cookies(staff.cookies());
    let path = format!("{OFFICE}/accounts/{}", staff.name);
    assert_eq!(status(&there).await, 200);
    let sent = json!({"full_name": "A", "role": "head", "unit": "VP", "disabled": true});
    assert_eq!(admin.send(Method::PUT, &path, &sent).await.status, 200);
    assert_eq!(status(&there).await, 401, "the very next call");
    let signed_in = there.sign_in(PASSWORD).await;
    assert_eq!(signed_in.faults(), ["password wrong_sign_in"]);
    let ended = beside.browser(&admin.name);
    ended.set_cookies(admin.cookies());
    assert_eq!(status(&ended).await, 200);
    assert_eq!(
        admin.send(Method::DELETE, &format!("{OFFICE}/session"), &Value::Null).await.status,
        204
    );
    assert_eq!(status(&ended).await, 401, "signed out here is signed out there");
}
