//! Whoever is asked for co-ordination is reminded: once each, in working hours, however many servers look.

use chrono::{TimeDelta, Utc};
use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, OFFICE, Service, on_both, patiently_async};

use super::{World, text, until};

on_both!(whoever_is_asked_is_reminded_once_each_time_until_they_answer,);

/// The notices about requests, each with the role it is for: 2 handler, 3 head.
async fn told(service: &Service) -> Vec<String> {
    let all = "select notice || ' ' || role from outbox join accounts on accounts.id = account_id
               where request_id is not null order by notice, role";
    service.database.texts(all).await
}

/// The minutes of the day at which those that wait go out.
async fn minutes(service: &Service) -> Vec<String> {
    let all = "select distinct cast((due / 60000 + 420) % 1440 as text) from outbox
               where request_id is not null and due is not null";
    service.database.texts(all).await
}

/// Servers look at what time asks of requests: two at once, where there can be two.
async fn look(world: &mut World, engine: Engine, hour: i64, expected: &[&str]) {
    world.service.stop();
    world.service.set_clock(until(hour, 5));
    let mut beside = (engine == Engine::Postgres).then(|| world.service.beside());
    world.service.serve();
    if let Some(beside) = &mut beside {
        beside.serve();
    }
    world.at(hour, 5).await;
    let look = async || (told(&world.service).await == expected).then_some(());
    patiently_async("the reminders", look).await;
    // Nobody goes away while a letter leaves.
    let on_the_way = format!(
        "select cast(id as text) from outbox where stage = 2 or stage in (1, 4) and due < {}",
        moment(hour)
    );
    let look = async || world.service.database.texts(&on_the_way).await.is_empty().then_some(());
    patiently_async("what is due to go out", look).await;
    if let Some(beside) = &mut beside {
        assert!(beside.is_well().await);
        beside.stop();
    }
    assert_eq!(told(&world.service).await, expected, "nothing comes twice");
}

/// Five minutes after an hour of the working day to come, in milliseconds.
#[expect(clippy::disallowed_methods, reason = "a test outside the server needs the time it is")]
fn moment(hour: i64) -> i64 {
    (Utc::now() + TimeDelta::seconds(until(hour, 5))).timestamp_millis()
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
    let mut expected = vec!["20 2", "20 3"];
    assert_eq!(told(&world.service).await, expected, "the head and the person");
    assert_eq!(minutes(&world.service).await, ["780"], "at 13:00");
    world.at(13, 1).await;
    let letters = world.letters(2);
    let body = text(&letters[0], "body");
    assert!(body.contains("/van-phong/phoi-hop/1") && !body.contains("Số liệu"), "{body}");

    let days = |days: i64| days * 24;
    // On Saturday nothing; on Monday what is due soon, at 7:30 where it is night still.
    look(&mut world, engine, days(2) + 10, &expected).await;
    expected.extend(["21 2", "21 3"]);
    look(&mut world, engine, days(4) + 5, &expected).await;
    assert_eq!(minutes(&world.service).await, ["450"]);
    look(&mut world, engine, days(5) + 8, &expected).await;
    expected.extend(["22 2", "22 3"]);
    look(&mut world, engine, days(6) + 8, &expected).await;
    expected.extend(["23 2", "23 3"]);
    look(&mut world, engine, days(7) + 18, &expected).await;
    assert_eq!(minutes(&world.service).await, ["450"], "after work, on the next day");

    // A reminder that still waits when the answer comes is not sent any more.
    let page: Value = world.head.get(&format!("{path}/1")).await.json();
    let answer = json!({"based_on": page["seen"], "text": "Đây ạ."});
    let answered = world.head.send(Method::POST, &format!("{path}/1/reply"), &answer).await;
    assert_eq!(answered.json()["row"]["outcome"], "late", "{answered:?}");
    look(&mut world, engine, days(12) + 8, &expected).await;
    let stages = "select distinct cast(stage as text) from outbox where notice = 23";
    let look = async || (world.service.database.texts(stages).await == ["6"]).then_some(());
    patiently_async("the reminders to be left", look).await;
    let letters = world.mail.letters();
    assert_eq!(letters.len(), 6, "three times two: {letters:?}");
}
