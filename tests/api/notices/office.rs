//! What administrators see and do about notices, and what staff get.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, OFFICE, Service, on_both};

use super::{World, text};

on_both!(
    whatever_is_stuck_is_counted_and_sent_once_more,
    where_nothing_is_set_the_page_says_so,
    staff_who_want_it_get_one_letter_for_many_cases,
    what_is_sealed_for_notices_opens_through_every_step_of_the_keys,
    a_line_break_in_the_house_s_name_begins_no_head_of_a_letter,
);

/// How many notices are so far.
fn counted(standing: &Value, stage: &str) -> i64 {
    let counts = standing["counts"].as_array().expect("counts").iter();
    let found = counts.filter(|it| it["stage"] == stage).find_map(|it| it["count"].as_i64());
    found.expect("every stage is counted")
}

async fn whatever_is_stuck_is_counted_and_sent_once_more(engine: Engine) {
    let mut world = World::open(engine).await;
    for mode in ["refuse", "refuse", "drop"] {
        world.mail.be(mode);
        world.received().await;
        world.stages_are(|stages| stages.iter().all(|it| it == "5" || it == "4")).await;
    }
    world.at(9, 10).await;
    world.stages(&["5", "5", "4-"]).await;
    world.mail.be("take");
    // The administrator's codes are of the time it really is.
    world.service.set_clock(0);
    let admin = world.service.admin().await;
    let standing = admin.get(&format!("{OFFICE}/notices/standing")).await.json();
    assert_eq!(standing["mail_from"], "gop-y@so.example.vn");
    assert_eq!([counted(&standing, "failed"), counted(&standing, "unknown")], [2, 1]);
    let failed = admin.get(&format!("{OFFICE}/notices?stage=failed")).await.json();
    assert_eq!((&failed["total"], &failed["rows"][0]["hitch"]), (&json!(2), &json!("refused")));
    assert_eq!(failed["rows"][0]["way"], "sender");
    assert!(!failed.to_string().contains("example.vn"), "no address is shown: {failed}");
    let id = failed["rows"][0]["id"].to_string();
    let again = format!("{OFFICE}/notices/{id}/replay");
    assert_eq!(admin.send(Method::POST, &again, &Value::Null).await.status, 204);
    assert_eq!(admin.send(Method::POST, &again, &Value::Null).await.status, 409, "it goes its way");
    let all = format!("{OFFICE}/notices/replays");
    for (stage, count) in [("failed", 1), ("unknown", 1), ("unknown", 0)] {
        let done = admin.send(Method::POST, &all, &json!({"stage": stage})).await;
        assert_eq!((done.status, &done.json()["count"]), (200, &json!(count)), "{done:?}");
    }
    let sent = admin.send(Method::POST, &all, &json!({"stage": "sent"})).await;
    assert_eq!(sent.status, 422);
    world.at(9, 20).await;
    world.stages(&["3", "3", "3"]).await;
    let noted = "select action from record where action = 'notice.replay'";
    assert_eq!(world.service.database.texts(noted).await.len(), 4);
}

async fn where_nothing_is_set_the_page_says_so(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    let standing = admin.get(&format!("{OFFICE}/notices/standing")).await.json();
    assert_eq!((&standing["mail_from"], &standing["programs"]), (&Value::Null, &json!(0)));
}

async fn staff_who_want_it_get_one_letter_for_many_cases(engine: Engine) {
    let mut world = World::open(engine).await;
    let mail = format!("{OFFICE}/me/mail");
    let set = json!({"address": "Lanh.Dao@So.Example.vn"});
    assert_eq!(world.head.send(Method::PUT, &mail, &set).await.status, 204);
    assert_eq!(world.head.get(&mail).await.json()["address"], "lanh.dao@so.example.vn");
    let wrong = json!({"address": "a@b\r\nBcc: c@example.vn"});
    assert_eq!(world.head.send(Method::PUT, &mail, &wrong).await.status, 422);
    let kept = world.service.database.cells(&[]).await;
    assert!(!kept.contains("lanh.dao") && !kept.contains("6c616e682e64616f"), "it is sealed");
    for _ in 0..3 {
        let number = world.case("2 Đồng Khởi").await;
        world.direct(number, json!({"order": "receive"})).await;
        world.direct(number, json!({"order": "assign", "unit": "QLNL"})).await;
    }
    world.at(12, 59).await;
    assert_eq!(world.mail.letters().len(), 0);
    world.at(13, 1).await;
    let letters = world.letters(1);
    assert_eq!(letters[0]["readers"], json!(["lanh.dao@so.example.vn"]));
    let body = text(&letters[0], "body");
    let links = body.matches("/van-phong/gop-y/").count();
    assert_eq!(links, 6, "three cases, told in two languages: {body}");
    assert!(!body.contains("tháng trước"), "{body}");
    // What the head did themselves is no news to them.
    let number = world.case("2 Đồng Khởi").await;
    world.direct(number, json!({"order": "receive"})).await;
    world.direct(number, json!({"order": "assign", "unit": "QLTM"})).await;
    let news = "select cast(id as text) from outbox where account_id is not null";
    assert_eq!(
        world.service.database.texts(news).await.len(),
        3,
        "another unit's is none of theirs"
    );
}

async fn what_is_sealed_for_notices_opens_through_every_step_of_the_keys(engine: Engine) {
    let mut service = Service::stopped(engine, &[("HAILONG_WEBHOOKS_INSIDE", "true")]).await;
    let file = service.database.folder.path().join("own.keys").display().to_string();
    service.set("HAILONG_KEYS_FILE", &file);
    service.open().await;
    let head = service.account("head", "QLNL").await;
    let mail = format!("{OFFICE}/me/mail");
    let set = json!({"address": "a@so.example.vn"});
    assert_eq!(head.send(Method::PUT, &mail, &set).await.status, 204);
    let admin = service.admin().await;
    let program = json!({"label": "Cổng", "url": "http://127.0.0.1:9/"});
    let made = admin.send(Method::POST, &format!("{OFFICE}/webhooks"), &program).await;
    assert_eq!(made.status, 201, "{made:?}");
    service.stop();
    let said = |output: std::process::Output| {
        String::from_utf8_lossy(&[output.stdout, output.stderr].concat()).into_owned()
    };
    assert!(said(service.run(&["keys", "rotate"])).contains("restart"));
    let refused = said(service.run(&["keys", "retire"]));
    assert!(
        refused.contains("3 secrets"),
        "the second factor, the program's, the address: {refused}"
    );
    assert!(said(service.run(&["keys", "reseal"])).starts_with("3 secrets"));
    assert!(said(service.run(&["keys", "retire"])).starts_with("1 older keys"));
    service.serve();
    let mut again = service.browser(&head.name);
    again.secret.clone_from(&head.secret);
    assert_eq!(again.sign_in(tests::PASSWORD).await.json()["next"], "done");
    assert_eq!(again.get(&mail).await.json()["address"], "a@so.example.vn");
}

async fn a_line_break_in_the_house_s_name_begins_no_head_of_a_letter(engine: Engine) {
    let mut world = World::open(engine).await;
    let name = r#"{"letterhead": "S\u1ede\r\nBcc: ai@example.vn\r\n\r\nXin"}"#;
    let kept = format!("insert into settings (name, value) values ('office', '{name}')");
    world.service.database.behind(&kept).await.expect("kept");
    world.service.stop();
    world.service.serve();
    world.at(9, 5).await;
    world.received().await;
    let letters = world.letters(1);
    assert_eq!(letters[0]["readers"], json!([super::ADDRESS]));
    let heads = letters[0]["heads"].as_array().expect("heads");
    assert!(heads.iter().all(|it| it != "Bcc"), "{heads:?}");
    assert!(text(&letters[0], "body").starts_with("Ý kiến đã được tiếp nhận"), "{letters:?}");
}
