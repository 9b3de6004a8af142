//! A clock that jumps: nobody is locked out, and what runs every day runs on.

use domain::day::{local_day, number};
use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, OFFICE, PASSWORD, Reply, Service, on_both, patiently_async, quick};

on_both!(
    tries_held_by_a_clock_that_ran_ahead_hold_nobody_once_it_is_right,
    one_slip_before_the_clock_was_set_back_brings_no_wait,
    pins_held_by_a_clock_that_ran_ahead_hold_nobody_once_it_is_right,
    a_code_typed_while_the_clock_ran_ahead_shuts_nobody_out,
    sessions_and_links_of_a_clock_that_ran_ahead_end_in_their_time,
    the_daily_removal_runs_again_after_the_clock_was_in_2040,
);

const HOUR: i64 = 3600;
const DAY: i64 = 24 * HOUR;
const YEARS: i64 = 14 * 365 * DAY;
/// The jumps of the clock: how far ahead it is wrong, in seconds, before it is right again.
const AHEAD: [i64; 3] = [2 * HOUR, DAY, YEARS];

fn wrong(pin: &str) -> String {
    format!("{:06}", (pin.parse::<u32>().expect("digits") + 1) % 1_000_000)
}

async fn ask(service: &Service, receipt: &str, pin: &str) -> Reply {
    service.get(&format!("/api/v1/ballots/{receipt}?pin={pin}")).await
}

async fn tries_held_by_a_clock_that_ran_ahead_hold_nobody_once_it_is_right(engine: Engine) {
    let service = Service::start(engine).await;
    service.add_account("lan", "viewer", "VP");
    for ahead in AHEAD {
        service.set_clock(ahead);
        let thief = service.browser("lan");
        let mut statuses = Vec::new();
        for guess in 0..12 {
            statuses.push(thief.sign_in(&format!("đoán lần thứ {guess}")).await.status);
        }
        assert!(statuses.contains(&429), "{ahead}: {statuses:?}");
        service.set_clock(0);
        let reply = service.browser("lan").sign_in(PASSWORD).await;
        assert_eq!(reply.status, 200, "{ahead}: {reply:?}");
    }
    let noted = "select action from record where action = 'session.hold'";
    assert_eq!(service.database.texts(noted).await.len(), 3, "each flood is on the record");
    assert_eq!(service.verified(), 0);
}

async fn one_slip_before_the_clock_was_set_back_brings_no_wait(engine: Engine) {
    let service = Service::start(engine).await;
    service.add_account("lan", "viewer", "VP");
    let sent = service.post(&quick(4)).await;
    for back in [10 * 60, 2 * HOUR] {
        service.set_clock(0);
        assert_eq!(service.browser("lan").sign_in("gõ nhầm một lần").await.status, 422);
        assert_eq!(ask(&service, &sent.receipt(), &wrong(&sent.pin())).await.status, 404);
        service.set_clock(-back);
        let reply = service.browser("lan").sign_in(PASSWORD).await;
        assert_eq!(reply.status, 200, "{back}: {reply:?}");
        assert_eq!(ask(&service, &sent.receipt(), &sent.pin()).await.status, 200, "{back}");
    }
}

async fn pins_held_by_a_clock_that_ran_ahead_hold_nobody_once_it_is_right(engine: Engine) {
    let service = Service::start(engine).await;
    for ahead in [DAY, YEARS] {
        let sent = service.post(&quick(4)).await;
        service.set_clock(ahead);
        let mut statuses = Vec::new();
        for _ in 0..6 {
            statuses.push(ask(&service, &sent.receipt(), &wrong(&sent.pin())).await.status);
        }
        assert_eq!(statuses[5], 429, "{ahead}: {statuses:?}");
        service.set_clock(0);
        assert_eq!(ask(&service, &sent.receipt(), &sent.pin()).await.status, 200, "{ahead}");
    }
}

async fn a_code_typed_while_the_clock_ran_ahead_shuts_nobody_out(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    for ahead in AHEAD {
        service.set_clock(ahead);
        assert_eq!(admin.sign_in(PASSWORD).await.json()["next"], "second_factor");
        let code = admin.code(ahead / 30);
        assert_eq!(admin.type_code(&code).await.json()["next"], "done", "{ahead}");
        service.set_clock(0);
        let again = service.browser(&admin.name);
        assert_eq!(again.sign_in(PASSWORD).await.json()["next"], "second_factor");
        let code = admin.code(0);
        assert_eq!(again.type_code(&code).await.json()["next"], "done", "{ahead}");
        let third = service.browser(&admin.name);
        assert_eq!(third.sign_in(PASSWORD).await.json()["next"], "second_factor");
        assert_eq!(third.type_code(&code).await.faults(), ["code wrong_code"], "a code opens once");
    }
}

async fn sessions_and_links_of_a_clock_that_ran_ahead_end_in_their_time(engine: Engine) {
    let mut service = Service::start(engine).await;
    let admin = service.admin().await;
    service.set_clock(YEARS);
    assert_eq!(admin.sign_in(PASSWORD).await.status, 200);
    assert_eq!(admin.type_code(&admin.code(YEARS / 30)).await.status, 200);
    let new = json!({"name": "moi", "full_name": "Mới", "role": "viewer", "unit": "VP"});
    assert_eq!(admin.send(Method::POST, &format!("{OFFICE}/accounts"), &new).await.status, 201);
    service.stop();
    service.set_clock(0);
    service.serve();
    let latest = "select cast(max(moment) as text) from (
         select seen as moment from sessions union select begun from sessions
         union select expires - 259200000 from invitations) every";
    let now = milliseconds();
    patiently_async("what lies ahead to be of now", async || {
        let latest = service.database.texts(latest).await.pop()?;
        (latest.parse::<i64>().ok()? <= now + 60_000).then_some(())
    })
    .await;
}

#[expect(clippy::disallowed_methods, reason = "a test outside the server needs the time it is")]
fn milliseconds() -> i64 {
    chrono::Utc::now().timestamp_millis()
}

#[expect(clippy::disallowed_methods, reason = "a test outside the server needs the day it is")]
pub(crate) fn today() -> i64 {
    number(local_day(chrono::Utc::now()))
}

async fn the_daily_removal_runs_again_after_the_clock_was_in_2040(engine: Engine) {
    let mut service = Service::stopped(engine, &[]).await;
    service.set_clock(YEARS);
    service.open().await;
    let ran = "select value from settings where name = 'retention.ran'";
    let in_2040 = patiently_async("a run", async || service.database.texts(ran).await.pop()).await;
    assert!(in_2040.as_str() > "20400101", "{in_2040}");
    let mut ballot: Value = quick(4);
    ballot["comment"] = json!("từ năm 2040");
    assert_eq!(service.post(&ballot).await.status, 201);
    service.stop();
    service.set_clock(0);
    service.serve();
    patiently_async("today's run", async || {
        (service.database.texts(ran).await == [today().to_string()]).then_some(())
    })
    .await;
    let days = service.database.texts("select cast(day as text) from comments").await;
    assert_eq!(days, [today().to_string()], "it goes in its time");
    assert_eq!(service.verified(), 1);
}
