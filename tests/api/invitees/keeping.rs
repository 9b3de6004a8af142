//! How long people are kept, and under which key.

use chrono::{Days, Utc};
use domain::day::{local_day, number};
use reqwest::Method;
use serde_json::{Value, json};
use tests::{Engine, Service, on_both, patiently_async};

use super::{answering, ids, invited, path, table, tokens, upload};

on_both!(
    people_go_when_their_campaign_is_long_over_and_the_ballots_stay,
    contacts_open_through_every_change_of_keys,
    not_even_the_database_s_own_marks_tell_who_sent_a_ballot,
);

/// The local day so many days ago.
#[expect(clippy::disallowed_methods, reason = "a test outside the server needs the day it is")]
fn days_ago(days: u64) -> i64 {
    number(local_day(Utc::now()) - Days::new(days))
}

fn step(service: &Service, words: &[&str]) -> String {
    let output = service.run(words);
    assert!(output.status.success(), "{words:?}: {output:?}");
    String::from_utf8_lossy(&output.stdout).into_owned()
}

async fn people_go_when_their_campaign_is_long_over_and_the_ballots_stay(engine: Engine) {
    let (service, office) = invited(engine).await;
    // The server's own run of the day is over: it ends with the tries.
    let last = "select value from settings where name = 'retention.attempts'";
    patiently_async("the first day", async || service.database.texts(last).await.pop()).await;
    assert_eq!(upload(&office, "sipas", "", "phone\n0900000160\n").await.status, 201);
    let tokens = tokens(&office, "quick").await;
    let ballot = answering(&tokens[0]);
    assert_eq!(service.post(&ballot).await.status, 201);
    let ended = |days: u64| {
        format!("update campaigns set valid_to = {} where code = 'quick'", days_ago(days))
    };
    let move_end = async |days| service.database.behind(&ended(days)).await.expect("moved");
    move_end(90).await;
    assert!(!step(&service, &["retention"]).contains("contacts"), "on the last day they are there");
    move_end(91).await;
    assert!(step(&service, &["retention"]).contains("contacts: 3 removed"));
    assert_eq!(office.get(&path("quick")).await.json()["total"], 0);
    assert_eq!(office.get(&path("sipas")).await.json()["total"], 1, "one that goes on keeps its");
    let entry =
        "select after from record where action = 'retention.remove' and object = 'contacts'";
    assert_eq!(service.database.texts(entry).await, ["{\"removed\":3}"]);
    assert_eq!(service.verified(), 1);
    let closing = "/api/v1/office/campaigns/sipas/closing";
    assert_eq!(office.send(Method::POST, closing, &Value::Null).await.status, 200);
    assert!(!step(&service, &["retention"]).contains("contacts"));
    let moment = "update campaigns set closed = closed - 7862400000 where code = 'sipas'";
    service.database.behind(moment).await.expect("moved");
    assert!(step(&service, &["retention"]).contains("contacts: 1 removed"), "closed early counts");
}

async fn not_even_the_database_s_own_marks_tell_who_sent_a_ballot(engine: Engine) {
    let (service, office) = invited(engine).await;
    for token in tokens(&office, "quick").await {
        assert_eq!(service.post(&answering(&token)).await.status, 201);
    }
    step(&service, &["retention"]);
    if engine == Engine::Postgres {
        let same = "select 'x' from invitees join ballots on invitees.xmin = ballots.xmin";
        assert_eq!(service.database.texts(same).await.len(), 0, "one transaction wrote both");
        let turns = "select distinct xmin::text from invitees";
        assert_eq!(service.database.texts(turns).await.len(), 1, "nor are turns left");
        let stored = service.database.texts("select id::text from invitees order by ctid").await;
        let drawn =
            service.database.texts("select id::text from invitees order by invitees.id").await;
        assert_eq!(stored, drawn, "nor is an order left");
    }
    let list = office.get(&format!("{}?answered=yes", path("quick"))).await.json();
    assert_eq!(list["total"], 3, "{list}");
    assert_eq!(service.verified(), 3);
}

async fn contacts_open_through_every_change_of_keys(engine: Engine) {
    let (mut service, office) = invited(engine).await;
    let before = table(&office, "quick").await;
    let start = |rows: &[Vec<String>]| -> Vec<Vec<String>> {
        rows.iter().map(|row| row[..4].to_vec()).collect()
    };
    let token = |rows: &[Vec<String>]| rows[0][7].split("?t=").nth(1).map(str::to_owned);
    service.stop();
    step(&service, &["keys", "rotate"]);
    let early = service.run(&["keys", "retire"]);
    assert!(!early.status.success(), "three contacts need the older key: {early:?}");
    assert!(step(&service, &["keys", "reseal"]).starts_with("3 secrets"));
    assert!(step(&service, &["keys", "reseal"]).starts_with("0 secrets"));
    assert!(step(&service, &["keys", "retire"]).starts_with("1 older keys"));
    service.serve();
    let mut again = service.browser(&office.name);
    again.secret.clone_from(&office.secret);
    assert_eq!(again.sign_in(tests::PASSWORD).await.json()["next"], "done");
    let after = table(&again, "quick").await;
    assert_eq!((start(&after), token(&after)), (start(&before), token(&before)), "the same links");
    assert_eq!(ids(&again, "?q=0900000101").await.len(), 1, "found as before");
    let ballot = answering(&token(&before).expect("a token"));
    assert_eq!(service.post(&ballot).await.status, 201);
    let new = json!({"phone": "0900000170"});
    let one = format!("{}/{}", path("quick"), ids(&again, "?q=0900000101").await[0]);
    assert_eq!(again.send(Method::PUT, &one, &new).await.status, 200);
}
