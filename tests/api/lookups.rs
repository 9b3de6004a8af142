//! Looking a ballot up by its receipt: cut off in the middle, and among very many.

use reqwest::Method;
use serde_json::json;
use sqlx::{ConnectOptions, Connection, PgConnection, sqlite::SqliteConnectOptions};
use tests::{Engine, Service, on_both, quick};
use uuid::Uuid;

on_both!(
    a_look_up_that_is_cut_off_is_no_wrong_guess,
    a_ballot_is_found_among_thousands_whose_ids_begin_alike,
);

/// Ballots whose ids begin with the forty bits of this one.
const ALIKE: u128 = 0x0190_f3c1_0000_7000_8000_0000_0000_0000;
const MANY: usize = 21_000;

/// Sends look-ups and hangs up before any is answered.
async fn cut_off(service: &Service, path: &str) {
    let mut sockets = Vec::new();
    for _ in 0..40 {
        let mut socket = service.socket().await;
        let request = format!("GET {path} HTTP/1.1\r\nhost: localhost\r\n\r\n");
        assert!(socket.write(request).await);
        sockets.push(socket);
    }
    assert_eq!(service.get("/healthz").await.status, 204, "it came to these by now");
    drop(sockets);
    for _ in 0..3 {
        assert_eq!(service.get("/healthz").await.status, 204, "and to their end");
    }
}

async fn a_look_up_that_is_cut_off_is_no_wrong_guess(engine: Engine) {
    let service = Service::start(engine).await;
    let sent = service.post(&quick(3)).await;
    let path = format!("/api/v1/ballots/{}?pin={}", sent.receipt(), sent.pin());
    // None is heard while another program holds what it would be counted in.
    match service.database.url.strip_prefix("sqlite:") {
        Some(file) => {
            let options = SqliteConnectOptions::new().filename(file);
            let mut other = options.connect().await.expect("the file opens");
            sqlx::raw_sql("begin immediate").execute(&mut other).await.expect("the lock");
            cut_off(&service, &path).await;
            other.close().await.expect("it closes");
        }
        None => {
            let mut other = PgConnection::connect(&service.database.url).await.expect("PostgreSQL");
            let lock = "begin; lock table attempts in exclusive mode";
            sqlx::raw_sql(lock).execute(&mut other).await.expect("the lock");
            cut_off(&service, &path).await;
            other.close().await.expect("it closes");
        }
    }
    tests::patiently_async("the look-up to be heard", async || {
        let status = service.get(&path).await.status;
        assert_ne!(status, 429, "nobody guessed");
        (status == 200).then_some(())
    })
    .await;
}

async fn a_ballot_is_found_among_thousands_whose_ids_begin_alike(engine: Engine) {
    let service = Service::start(engine).await;
    let sent = service.post(&quick(3)).await;
    assert_eq!(sent.status, 201);
    let id = match engine {
        Engine::Sqlite => "x'0190f3c100' || randomblob(10) || x'00'",
        Engine::Postgres => {
            "cast('0190f3c1-00' || substr(md5(cast(i as text)), 1, 2) || '-7000-8000-'
                 || substr(md5(cast(i as text)), 3, 12) as uuid)"
        }
    };
    let numbers = match engine {
        Engine::Sqlite => {
            format!(
                "(with recursive n (i) as (select 1 union all select i + 1 from n where i < {MANY})
                      select i from n)"
            )
        }
        Engine::Postgres => format!("generate_series(1, {MANY})"),
    };
    let id = match engine {
        Engine::Sqlite => format!("cast({id} as blob)"),
        Engine::Postgres => id.to_owned(),
    };
    let columns = "campaign_id, service_point_id, unit_version_id, procedure_id, channel, sampling,
         day, answers, respondent, content_hash";
    let many = format!(
        "insert into ballots (id, {columns})
         select {id}, {columns} from ballots cross join {numbers} as numbers (i);"
    );
    let many = match engine {
        Engine::Sqlite => many.replace(" as numbers (i)", " as numbers"),
        Engine::Postgres => many,
    };
    service.database.behind(&many).await.expect("they are put in");
    let mut last = quick(4);
    last["id"] = json!(Uuid::from_u128(ALIKE | 0xff_ffff_ffff_ffff_ffff_ffff).to_string());
    let sent = service.post(&last).await;
    assert_eq!(sent.status, 201, "{sent:?}");
    let path = format!("/api/v1/ballots/{}?pin={}", sent.receipt(), sent.pin());
    assert_eq!(service.get(&path).await.status, 200);
    let taken_back = service.request(Method::DELETE, &path).send().await.expect("an answer");
    assert_eq!(taken_back.status(), 204);
    assert_eq!(service.get(&path).await.status, 410);
}
