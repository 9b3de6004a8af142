//! What is past its time goes, the figures stay, and the record says how much went.

use chrono::{Days, Utc};
use domain::day::{local_day, number};
use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, Service, on_both, patiently_async, quick};

on_both!(
    what_is_past_its_time_goes_and_the_figures_stay,
    a_comment_goes_a_day_after_its_last_and_does_not_come_again,
    many_rows_go_in_steps_and_are_one_entry,
    a_server_does_it_once_a_day,
    the_periods_are_settings_and_every_wrong_one_is_named,
);

const SETTINGS: &str = "/api/v1/office/settings";
const ENTRIES: &str = "select actor || ' ' || object || ' ' || after from record
     where action = 'retention.remove' order by seq";

/// The local day so many days ago, as a number.
#[expect(clippy::disallowed_methods, reason = "a test outside the server needs the day it is")]
fn days_ago(days: u64) -> i64 {
    number(local_day(Utc::now()) - Days::new(days))
}

fn said(comment: &str) -> Value {
    let mut ballot = quick(4);
    ballot["comment"] = json!(comment);
    ballot
}

async fn behind(service: &Service, statements: &str) {
    service.database.behind(statements).await.expect("the days are moved");
}

/// A service whose own run of the day is over: it ends with the tries.
async fn office(engine: Engine) -> Service {
    let service = Service::start(engine).await;
    let last = "select value from settings where name = 'retention.attempts'";
    patiently_async("the first day", async || service.database.texts(last).await.pop()).await;
    service
}

/// Runs the command; what it printed.
fn remove(service: &Service) -> String {
    let output = service.run(&["retention"]);
    assert!(output.status.success(), "{output:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

/// Moves one of each kind beyond its time; the sessions are those of this account.
async fn age_one_of_each(service: &Service, account: &str) {
    let moved = format!(
        "update comments set day = 20200101 where text = 'cũ';
         update withdrawn set day = 20200101
         where ballot_id = (select ballot_id from withdrawn order by ballot_id limit 1);
         update sessions set seen = 1
         where account_id = (select id from accounts where name = '{account}');
         update invitations set expires = 1
         where account_id = (select id from accounts where name = 'nguyen.an');
         update attempts set until = 1;"
    );
    behind(service, &moved).await;
}

async fn what_is_past_its_time_goes_and_the_figures_stay(engine: Engine) {
    let service = office(engine).await;
    let (admin, gone) = (service.admin().await, service.account("viewer", "SCT").await);
    for name in ["nguyen.an", "tran.binh"] {
        let new = json!({"name": name, "full_name": name, "role": "viewer", "unit": "SCT"});
        let path = "/api/v1/office/accounts";
        assert_eq!(admin.send(Method::POST, path, &new).await.status, 201);
    }
    assert_eq!(service.browser("nobody").sign_in("sai sai sai sai").await.status, 422);
    let mut sent = Vec::new();
    for comment in ["cũ", "mới", "rút 1", "rút 2"] {
        sent.push(service.post(&said(comment)).await);
    }
    for reply in &sent[2..] {
        let path = format!("/api/v1/ballots/{}?pin={}", reply.receipt(), reply.pin());
        let taken_back = service.request(Method::DELETE, &path).send().await.expect("an answer");
        assert_eq!(taken_back.status(), 204);
    }
    let before = service.live("").await.body;
    age_one_of_each(&service, &gone.name).await;
    let printed = remove(&service);
    for kind in ["comments", "withdrawn", "sessions", "invitations"] {
        assert!(printed.contains(&format!("{kind}: 1 removed")), "{kind}: {printed}");
    }
    assert!(printed.contains("attempts: "), "{printed}");
    assert_eq!(service.database.texts("select text from comments").await, ["mới"]);
    // Whoever read the figures is signed in, too.
    for (table, left) in [("withdrawn", 1), ("invitations", 1), ("sessions", 2), ("attempts", 0)] {
        let rows = format!("select 'row' from {table}");
        assert_eq!(service.database.texts(&rows).await.len(), left, "{table}");
    }
    let entries = service.database.texts(ENTRIES).await;
    assert_eq!(entries.len(), 5, "{entries:?}");
    assert_eq!(entries[0], "hailong retention comments {\"removed\":1}");
    assert_eq!(service.verified(), 2);
    assert_eq!(service.live("").await.body, before);
    assert_eq!(remove(&service), "nothing is past its time\n");
    assert_eq!(service.database.texts(ENTRIES).await, entries);
}

async fn a_comment_goes_a_day_after_its_last_and_does_not_come_again(engine: Engine) {
    let service = office(engine).await;
    let ballots = ["hôm trước", "hôm nay"].map(said);
    for ballot in &ballots {
        assert_eq!(service.post(ballot).await.status, 201);
    }
    let (past, last) = (days_ago(1096), days_ago(1095));
    let moved = format!(
        "update comments set day = {past} where text = 'hôm trước';
         update comments set day = {last} where text = 'hôm nay';"
    );
    behind(&service, &moved).await;
    assert_eq!(remove(&service), "comments: 1 removed\n");
    for ballot in &ballots {
        assert_eq!(service.post(ballot).await.status, 200, "it is known still");
    }
    assert_eq!(service.database.texts("select text from comments").await, ["hôm nay"]);
    assert_eq!(service.verified(), 2);
}

async fn many_rows_go_in_steps_and_are_one_entry(engine: Engine) {
    let service = office(engine).await;
    let many = match engine {
        Engine::Sqlite => {
            "with recursive n (i) as (select 1 union all select i + 1 from n where i < 2500)
             insert into withdrawn select randomblob(16), 1, 20200101 from n;"
        }
        Engine::Postgres => {
            "insert into withdrawn
             select gen_random_uuid(), 1, 20200101 from generate_series(1, 2500);"
        }
    };
    behind(&service, many).await;
    // As a run leaves it that was cut off after its first seven.
    behind(
        &service,
        "delete from settings where name = 'retention.withdrawn';
         insert into settings (name, value) values ('retention.withdrawn', '7');",
    )
    .await;
    assert_eq!(remove(&service), "withdrawn: 2507 removed\n");
    let entries = service.database.texts(ENTRIES).await;
    assert_eq!(entries, ["hailong retention withdrawn {\"removed\":2507}"]);
    assert!(service.database.texts("select 'row' from withdrawn").await.is_empty());
    assert_eq!(remove(&service), "nothing is past its time\n");
}

async fn a_server_does_it_once_a_day(engine: Engine) {
    let mut service = office(engine).await;
    assert_eq!(service.post(&said("một")).await.status, 201);
    let ran = "select value from settings where name = 'retention.ran'";
    service.stop();
    let yesterday = days_ago(1);
    let moved = format!(
        "update comments set day = 20200101;
         update settings set value = '{yesterday}' where name = 'retention.ran';"
    );
    behind(&service, &moved).await;
    service.serve();
    let entry =
        patiently_async("the day's entry", async || service.database.texts(ENTRIES).await.pop());
    assert_eq!(entry.await, "hailong serve comments {\"removed\":1}");
    assert_eq!(service.database.texts(ran).await, [days_ago(0).to_string()]);
    assert_eq!(service.post(&said("hai")).await.status, 201);
    service.stop();
    behind(&service, "update comments set day = 20200101;").await;
    service.set("HAILONG_LOG", "info,server=debug");
    service.serve();
    let done = "what is past its time was removed today already";
    tests::patiently("the second run of the day", || service.log().find(done));
    service.stop();
    assert_eq!(service.database.texts("select text from comments").await, ["hai"]);
    assert_eq!(service.verified(), 2);
}

async fn the_periods_are_settings_and_every_wrong_one_is_named(engine: Engine) {
    let service = office(engine).await;
    let admin = service.admin().await;
    let seen = admin.get(SETTINGS).await.json();
    let mut body = json!({"based_on": seen["state"], "settings": seen["settings"]});
    body["settings"]["idle_minutes"] = json!(0);
    body["settings"]["retention"] = json!(
        {"comments": 29, "withdrawn": 399, "sessions": 0, "invitations": -1, "attempts": 31});
    let reply = admin.send(Method::PUT, SETTINGS, &body).await;
    let wrong = ["attempts", "comments", "invitations", "sessions", "withdrawn"];
    let wrong = wrong.map(|kind| format!("retention.{kind} out_of_range"));
    let mut faults = reply.faults();
    faults.sort_unstable();
    assert_eq!(faults[0], "idle_minutes out_of_range");
    assert_eq!(faults[1..], wrong);
    body["settings"]["idle_minutes"] = json!(20);
    body["settings"]["retention"] = json!({"comments": 30});
    assert_eq!(admin.send(Method::PUT, SETTINGS, &body).await.status, 200);
    assert_eq!(service.post(&said("một tháng")).await.status, 201);
    behind(&service, &format!("update comments set day = {};", days_ago(31))).await;
    assert_eq!(remove(&service), "comments: 1 removed\n");
}
