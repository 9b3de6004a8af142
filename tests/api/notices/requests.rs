//! Whoever is asked for co-ordination is reminded: once each, in working hours, however many servers look.

use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, OFFICE, Service, on_both, patiently_async};

use super::{World, text};

on_both!(whoever_is_asked_is_reminded_once_each_time_until_they_answer,);

/// The notices about requests, each with its account's role and local hour.
async fn told(service: &Service) -> Vec<String> {
    let all = "select notice || ' ' || role || ' ' || ((due / 60000 + 420) % 1440)
               from outbox join accounts on accounts.id = account_id
               where request_id is not null order by outbox.id";
    service.database.texts(all).await
}

/// Two servers look at what time asks of requests.
async fn look(world: &mut World, hour: i64, expected: &[&str]) {
    world.at(hour, 5).await;
    world.service.stop();
    world.service.serve();
    let mut beside = world.service.beside();
    beside.serve();
    let look = async || (told(&world.service).await == expected).then_some(());
    patiently_async("the reminders", look).await;
    // Both answer, so both have looked; nothing came twice.
    assert!(world.service.is_well().await && beside.is_well().await);
    beside.stop();
    assert_eq!(told(&world.service).await, expected);
}

async fn whoever_is_asked_is_reminded_once_each_time_until_they_answer(engine: Engine) {
    let mut world = World::open(engine).await;
    let mail = format!("{OFFICE}/me/mail");
    for (staff, name) in [(&world.head, "truong"), (&world.handler, "xu.ly")] {
        let set = json!({"address": format!("{name}@so.example.vn")});
        assert_eq!(staff.send(Method::PUT, &mail, &set).await.status, 204);
    }
    // On a Thursday: the last of four working days is Wednesday.
    let asked = json!({"from": "VP", "unit": "QLNL", "person": world.handler.name,
        "subject": "Số liệu", "text": "Xin gửi.", "days": 4});
    let path = format!("{OFFICE}/requests");
    let made = world.office.send(Method::POST, &path, &asked).await;
    assert_eq!(made.status, 201, "{made:?}");
    let first = ["20 3 780", "20 2 780"].map(str::to_owned);
    let mut found = told(&world.service).await;
    found.sort_unstable_by(|a, b| b.cmp(a));
    assert_eq!(found, first, "the head and the person, at 13:00");
    world.at(13, 1).await;
    let letters = world.letters(2);
    let body = text(&letters[0], "body");
    assert!(body.contains("/van-phong/phoi-hop/1") && !body.contains("Số liệu"), "{body}");

    let days = |days: i64| days * 24;
    let known = told(&world.service).await;
    let mut expected: Vec<&str> = known.iter().map(String::as_str).collect();
    look(&mut world, days(1) + 8, &expected).await;
    let again = |notice: &str, minute: &str| {
        let order = known.iter().map(|it| it.split(' ').nth(1).expect("a role").to_owned());
        order.map(|role| format!("{notice} {role} {minute}")).collect::<Vec<_>>()
    };
    // On Saturday nothing, on Monday what is due soon, at 7:30 where it is night still.
    look(&mut world, days(2) + 10, &expected).await;
    let (soon, last, over) = (again("21", "450"), again("22", "780"), again("23", "450"));
    expected.extend(soon.iter().map(String::as_str));
    look(&mut world, days(4) + 5, &expected).await;
    look(&mut world, days(5) + 8, &expected).await;
    expected.extend(last.iter().map(String::as_str));
    look(&mut world, days(6) + 8, &expected).await;
    expected.extend(over.iter().map(String::as_str));
    look(&mut world, days(7) + 6, &expected).await;
    look(&mut world, days(12) + 8, &expected).await;

    // Whoever asked is told of the answer; a reminder that still waits says nothing any more.
    let page: Value = world.head.get(&format!("{path}/1")).await.json();
    let answer = json!({"based_on": page["seen"], "text": "Đây ạ."});
    let answered = world.head.send(Method::POST, &format!("{path}/1/reply"), &answer).await;
    assert_eq!(answered.json()["row"]["outcome"], "late", "{answered:?}");
    let due = "select cast(count(*) as text) from outbox where notice = 23 and stage <> 3";
    assert_eq!(world.service.database.texts(due).await, ["0"], "they went out when they were due");
}
