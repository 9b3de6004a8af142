//! The keys file: a database has one, and nothing is done with another.

use std::path::Path;

use tests::{Engine, Service, on_both};

on_both!(
    a_server_with_another_keys_file_does_not_start,
    nothing_is_done_with_another_keys_file,
    of_two_first_starts_with_different_keys_one_is_refused,
);

fn file(service: &Service, name: &str) -> String {
    service.database.folder.path().join(name).display().to_string()
}

async fn a_server_with_another_keys_file_does_not_start(engine: Engine) {
    let mut service = Service::stopped(engine, &[]).await;
    let (right, wrong) = (file(&service, "right.keys"), file(&service, "wrong.keys"));
    service.set("HAILONG_KEYS_FILE", &right);
    service.open().await;
    service.stop();
    service.set("HAILONG_KEYS_FILE", &wrong);
    let said = service.refused();
    assert!(said.contains(&wrong) && said.contains("it is not there"), "{said}");
    assert!(!Path::new(&wrong).exists(), "no keys are made that open nothing");
    let mut other = Service::stopped(engine, &[("HAILONG_KEYS_FILE", &wrong)]).await;
    other.open().await;
    other.stop();
    let said = service.refused();
    assert!(said.contains(&wrong) && said.contains("not this database's"), "{said}");
    assert!(said.contains("HAILONG_KEYS_FILE"), "what to do is not said: {said}");
    service.set("HAILONG_KEYS_FILE", &right);
    service.serve();
    assert!(service.is_well().await);
}

async fn nothing_is_done_with_another_keys_file(engine: Engine) {
    let mut service = Service::start(engine).await;
    let wrong = file(&service, "wrong.keys");
    let other = Service::stopped(engine, &[("HAILONG_KEYS_FILE", &wrong)]).await;
    assert!(other.run(&["demo"]).status.success());
    service.stop();
    let before = service.database.cells(&[]).await;
    let (right, password) = (service.run(&["verify"]), service.write("password", "kẹo lạc gõ cửa"));
    assert!(right.status.success(), "{right:?}");
    service.set("HAILONG_KEYS_FILE", &wrong);
    let password = password.display().to_string();
    let add = ["user", "add", "an", "--role", "administrator", "--unit", "SCT"];
    let add = [add.as_slice(), &["--full-name", "An", "--password-file", &password]].concat();
    for words in [["verify"].as_slice(), &["demo"], &add] {
        let output = service.run(words);
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        assert!(!output.status.success() && said.contains(&wrong), "{words:?}: {said}");
    }
    assert_eq!(service.database.cells(&[]).await, before);
}

async fn of_two_first_starts_with_different_keys_one_is_refused(engine: Engine) {
    let service = Service::stopped(engine, &[]).await;
    service.import("units", "code,name,valid_from,decision\nSCT,Sở,2010-01-01,QĐ 1\n");
    let password = service.write("password", "kẹo lạc gõ cửa đêm mưa").display().to_string();
    let run = |name: &str| {
        let keys = file(&service, &format!("{name}.keys"));
        let words = ["user", "add", name, "--role", "administrator", "--unit", "SCT"];
        let rest = ["--full-name", "An", "--password-file", &password, "--keys-file", &keys];
        service.run(&[words.as_slice(), &rest].concat())
    };
    let (one, two) = std::thread::scope(|scope| {
        let (one, two) = (scope.spawn(|| run("mot")), scope.spawn(|| run("hai")));
        (one.join().expect("it ran"), two.join().expect("it ran"))
    });
    assert_ne!(one.status.success(), two.status.success(), "{one:?} {two:?}");
    let refused = if one.status.success() { two } else { one };
    let said = String::from_utf8_lossy(&refused.stderr).into_owned();
    assert!(said.contains("the keys file"), "{said}");
    assert_eq!(service.database.texts("select name from accounts").await.len(), 1);
}
