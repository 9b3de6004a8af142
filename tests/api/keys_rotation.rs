//! Another key to seal with: what was sealed opens before, between and after the steps.

use std::{fs, os::unix::fs::PermissionsExt};

use reqwest::Method;
use serde_json::json;
use tests::{Engine, PASSWORD, Service, Staff, on_both};

on_both!(
    second_factors_open_through_every_step,
    who_sent_a_case_opens_through_every_step,
    no_key_goes_that_still_opens_something,
    a_running_server_is_not_left_with_what_it_cannot_open,
);

const SECOND_FACTOR: &str = "/api/v1/office/me/second-factor";

/// Runs a step that must succeed; what it said.
fn step(service: &Service, word: &str) -> String {
    let output = service.run(&["keys", word]);
    assert!(output.status.success(), "{word}: {output:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Runs a step that must be refused; what was said.
fn refused(service: &Service, word: &str) -> String {
    let output = service.run(&["keys", word]);
    assert!(!output.status.success(), "{word}: {output:?}");
    String::from_utf8_lossy(&output.stderr).into_owned()
}

async fn signs_in(service: &Service, staff: &Staff, steps: i64) {
    let mut browser = service.browser(&staff.name);
    browser.secret.clone_from(&staff.secret);
    assert_eq!(browser.sign_in(PASSWORD).await.json()["next"], "second_factor");
    let typed = browser.type_code(&browser.code(steps)).await;
    assert_eq!(typed.status, 200, "{typed:?}");
}

/// A service with a keys file of its own, its path, and what it holds.
async fn office(engine: Engine) -> (Service, String, String) {
    let mut service = Service::stopped(engine, &[]).await;
    let file = service.database.folder.path().join("own.keys").display().to_string();
    service.set("HAILONG_KEYS_FILE", &file);
    service.open().await;
    let text = fs::read_to_string(&file).expect("the keys");
    (service, file, text)
}

async fn second_factors_open_through_every_step(engine: Engine) {
    let (mut service, file, old) = office(engine).await;
    let (admin, mut shown) = (service.admin().await, service.account("viewer", "SCT").await);
    let secret =
        shown.send(Method::POST, SECOND_FACTOR, &json!({"password": PASSWORD})).await.json();
    shown.secret = secret["secret"].as_str().map(str::to_owned);
    service.stop();
    assert!(step(&service, "rotate").contains("restart them all"));
    let both = fs::read_to_string(&file).expect("the keys");
    assert!(both.contains("seal 1 ") && both.contains("seal 2 "), "both open");
    service.serve();
    signs_in(&service, &admin, 0).await;
    service.stop();
    assert!(step(&service, "reseal").starts_with("2 secrets"));
    assert!(step(&service, "reseal").starts_with("0 secrets"), "there is nothing more to do");
    assert!(step(&service, "retire").starts_with("1 older keys"));
    let new = fs::read_to_string(&file).expect("the keys");
    assert!(!new.contains("seal 1 ") && new.contains("seal 2 "), "one opens");
    assert_eq!(fs::metadata(&file).expect("the file").permissions().mode() & 0o777, 0o600);
    let folder = fs::read_dir(service.database.folder.path()).expect("the folder");
    let names = folder.map(|it| it.expect("a file").file_name().to_string_lossy().into_owned());
    let keys: Vec<String> = names.filter(|name| name.contains(".keys")).collect();
    assert_eq!(keys, ["own.keys"], "nothing is left beside it");
    fs::write(&file, &old).expect("an old copy");
    let said = service.refused();
    assert!(said.contains(&file) && said.contains("lacks the key"), "{said}");
    fs::write(&file, &new).expect("the right file");
    service.serve();
    signs_in(&service, &admin, 1).await;
    let mut again = service.browser(&shown.name);
    assert_eq!(again.sign_in(PASSWORD).await.json()["next"], "done");
    again.secret.clone_from(&shown.secret);
    let code = json!({"code": again.code(0)});
    let proved = again.send(Method::PUT, SECOND_FACTOR, &code).await;
    assert_eq!(proved.status, 200, "{proved:?}");
    let wanted = "select action from record where action like 'keys.%' order by seq";
    let steps = ["keys.rotate", "keys.reseal", "keys.reseal", "keys.retire"];
    assert_eq!(service.database.texts(wanted).await, steps);
    service.verified();
}

async fn who_sent_a_case_opens_through_every_step(engine: Engine) {
    let (mut service, ..) = office(engine).await;
    let staff = service.account("office", "VP").await;
    let letter = json!({"id": uuid::Uuid::now_v7(), "kind": "service", "source": "letter",
        "sent": "2024-01-02", "text": "Chờ lâu.", "is_formal": true,
        "sender": {"name": "Nguyễn Thị B", "phone": "0900000123", "address": ""}});
    let made = staff.send(Method::POST, "/api/v1/office/feedback", &letter).await;
    assert_eq!(made.status, 201, "{made:?}");
    let number = made.json()["number"].clone();
    service.stop();
    step(&service, "rotate");
    assert!(refused(&service, "retire").contains('1'), "it still opens a sender");
    assert!(step(&service, "reseal").starts_with("1 secrets"));
    step(&service, "retire");
    service.serve();
    let staff = service.account("office", "VP").await;
    let page = staff.get(&format!("/api/v1/office/feedback/{number}")).await.json();
    assert_eq!(page["sender"]["name"], "Nguyễn Thị B");
}

async fn no_key_goes_that_still_opens_something(engine: Engine) {
    let (mut service, file, old) = office(engine).await;
    let admin = service.admin().await;
    service.stop();
    assert!(refused(&service, "retire").contains("`hailong keys reseal` first"));
    step(&service, "rotate");
    let said = refused(&service, "retire");
    assert!(said.contains("1 secrets are sealed by an older key"), "{said}");
    step(&service, "reseal");
    step(&service, "rotate");
    assert!(refused(&service, "retire").contains("`hailong keys reseal` first"));
    let three = fs::read_to_string(&file).expect("the keys");
    let first = old.lines().find(|line| line.starts_with("seal 1 ")).expect("the first key");
    assert!(three.contains(first) && three.contains("seal 3 "), "nothing was taken out");
    service.serve();
    signs_in(&service, &admin, 0).await;
}

async fn a_running_server_is_not_left_with_what_it_cannot_open(engine: Engine) {
    let (mut service, file, old) = office(engine).await;
    let admin = service.admin().await;
    if engine == Engine::Sqlite {
        for word in ["rotate", "reseal", "retire"] {
            assert!(refused(&service, word).contains("another process writes"), "{word}");
        }
        assert_eq!(fs::read_to_string(&file).expect("the keys"), old);
        signs_in(&service, &admin, 0).await;
        return;
    }
    step(&service, "rotate");
    signs_in(&service, &admin, 0).await;
    service.stop();
    service.serve();
    assert!(step(&service, "reseal").starts_with("1 secrets"));
    step(&service, "retire");
    signs_in(&service, &admin, 1).await;
}
