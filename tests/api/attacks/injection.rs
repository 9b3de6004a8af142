//! SQL in every parameter and every text of every call: it is never more than a text.

use reqwest::Method;
use serde_json::json;
use tests::{Described, Engine, Reply, Service, Staff, on_both, percent, texts};

use super::{House, assert_same, contents};

on_both!(
    no_parameter_reaches_the_database_as_more_than_a_text,
    nor_does_a_text_of_a_body,
    nor_does_what_is_typed_into_a_page,
);

/// Quotes, comments, unions, stacked statements, delays, patterns, encodings.
const HOSTILE: [&str; 30] = [
    "'",
    "''",
    "\"",
    "`",
    "\\",
    "\\'",
    ";",
    "--",
    "/*",
    "#",
    "%",
    "_",
    "$1",
    "?1",
    ":a",
    "1'1",
    "' or 1=1 --",
    "' or ''='",
    "\" or \"\"=\"",
    ") or (1=1",
    "' union select name, sql, null, null from sqlite_master --",
    "' union all select usename, passwd, null from pg_shadow --",
    "'; drop table ballots; --",
    "1; delete from accounts",
    "' || pg_sleep(40) || '",
    "'; select pg_sleep(40) --",
    "' and 1=(select count(*) from generate_series(1, 10000000000)) --",
    "%27%20or%201%3D1",
    "\u{2bc}\u{ff07} or 1=1",
    "nul\0'nul",
];
/// Pairs that a statement would answer differently, were they part of it.
const PAIRS: [(&str, &str); 5] = [
    ("' or '1'='1", "' or '1'='2"),
    ("moi' and 1=1 --", "moi' and 1=2 --"),
    ("QLTM' or 1=1) --", "QLTM' or 1=2) --"),
    ("1 or 1=1", "1 or 1=2"),
    ("%' or 1=1 or '%'='", "%' or 1=2 or '%'='"),
];
/// Longer than any statement may take, shorter than what a delay that ran would take.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(30);

/// Whether a call ends what the others of the test need.
fn ends_sessions(call: &Described) -> bool {
    call.path.ends_with("/office/me/sessions") || call.path.ends_with("/office/session")
}

async fn ask(staff: &Staff, call: &Described, name: &str, value: &str) -> Reply {
    let request = staff.request(call.method.clone(), &call.address(Some((name, value))));
    let request = match call.body() {
        Some(body) => request.json(&body),
        None => request,
    };
    let reply = staff.answer(request.timeout(PATIENCE)).await;
    assert!(reply.status < 500, "{} {} {name}={value:?}: {reply:?}", call.method, call.path);
    reply
}

async fn no_parameter_reaches_the_database_as_more_than_a_text(engine: Engine) {
    let mut service = Service::start(engine).await;
    service.post(&tests::quick(4)).await;
    let house = House::of(&service).await;
    let (before, mut tried) = (contents(&service).await, 0);
    let calls: Vec<Described> = service.described().await;
    for call in calls.iter().filter(|call| call.only_shows()) {
        let staff = house.whoever_may(call);
        for (name, _) in &call.parameters {
            for value in HOSTILE {
                ask(staff, call, name, value).await;
                tried += 1;
            }
            for (is, is_not) in PAIRS {
                let (one, other) =
                    (ask(staff, call, name, is).await, ask(staff, call, name, is_not).await);
                let message = format!("{} {name}={is:?}: {one:?} {other:?}", call.path);
                assert_eq!(one.status, other.status, "{message}");
                // A workbook says when it was made.
                assert!(call.path.ends_with(".xlsx") || one.body == other.body, "{message}");
            }
        }
    }
    assert!(tried > 1500, "{tried} requests");
    assert_same(&before, &contents(&service).await);
    for call in calls.iter().filter(|call| !call.only_shows() && !ends_sessions(call)) {
        let staff = house.whoever_may(call);
        for (name, _) in &call.parameters {
            for value in HOSTILE.into_iter().chain(PAIRS.map(|(is, _)| is)) {
                ask(staff, call, name, value).await;
            }
        }
    }
    assert_same(&before, &contents(&service).await);
    house.is_whole().await;
    assert!(service.is_well().await);
    assert_eq!(service.verified(), 1);
}

async fn nor_does_a_text_of_a_body(engine: Engine) {
    let mut service = Service::start(engine).await;
    service.post(&tests::quick(4)).await;
    let house = House::of(&service).await;
    let codes = "select distinct code from unit_versions order by code";
    let (units, mut tried) = (service.database.texts(codes).await, 0);
    for call in service.described().await.iter().filter(|call| !call.only_shows()) {
        let Some(body) = call.body() else { continue };
        let staff = house.whoever_may(call);
        for text in texts(&body) {
            for value in HOSTILE {
                let mut body = body.clone();
                *body.pointer_mut(&text).expect("it is there") = json!(value);
                let request = staff.request(call.method.clone(), &call.address(None)).json(&body);
                let reply = staff.answer(request.timeout(PATIENCE)).await;
                let message = format!("{} {} {text}={value:?}: {reply:?}", call.method, call.path);
                assert!(reply.status < 500, "{message}");
                assert!(value != "nul\0'nul" || reply.status != 500, "{message}");
                tried += 1;
            }
        }
    }
    assert!(tried > 1500, "{tried} requests");
    let now = service.database.texts(codes).await;
    assert!(units.iter().all(|code| now.contains(code)), "{units:?} {now:?}");
    house.is_whole().await;
    assert!(service.is_well().await);
    let contents = service.ballots().await.len() as u64;
    assert_eq!(service.verified(), contents);
}

async fn nor_does_what_is_typed_into_a_page(engine: Engine) {
    let mut service = Service::start(engine).await;
    service.post(&tests::quick(4)).await;
    let before = contents(&service).await;
    for value in HOSTILE.into_iter().chain(PAIRS.map(|(is, _)| is)) {
        let word = percent(value);
        for address in [
            format!("/s/{word}"),
            format!("/s/{word}/poster"),
            format!("/s/{word}/qr.svg"),
            format!("/s/quick?p={word}&unit={word}&procedure={word}&lang={word}"),
            format!("/s/quick/poster?p={word}"),
            format!("/s/quick/slips?p={word}&unit={word}&procedure={word}"),
            format!("/s/quick/qr.png?procedure={word}"),
            format!("/s/{word}/set"),
            format!("/s/sipas?about={word}&q={word}&t={word}"),
            format!("/k/{word}?t={word}"),
            format!("/k/quay-1?t={word}"),
            format!("/s/quick/thanks?r={word}&pin={word}"),
            format!("/phieu?r={word}&gone={word}"),
            format!("/ket-qua?by={word}&from={word}&to={word}&instrument={word}&method={word}"),
            format!("/ket-qua?unit={word}&procedure={word}"),
            format!("/assets/{word}/{word}"),
            format!("/van-phong/{word}"),
        ] {
            let request = service.request(Method::GET, &address).timeout(PATIENCE);
            let reply = Reply::read(request.send().await.expect("an answer")).await;
            assert!(reply.status < 500, "{address}: {reply:?}");
        }
        let field = |name: &str| (name.to_owned(), value.to_owned());
        let typed = ["receipt", "pin", "step"].map(field);
        assert!(service.visit("/phieu", &typed).await.status < 500, "{value:?}");
        let named = ["id", "a.O1", "p", "unit", "procedure", "instrument", "comment", "pass"];
        let typed = named.map(field);
        assert_eq!(service.send_form("/s/quick", &typed).await.status, 422, "{value:?}");
    }
    assert_same(&before, &contents(&service).await);
    assert!(service.is_well().await);
}
