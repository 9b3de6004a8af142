//! Searches, orders and pages that nobody asks for in good faith: answered with little work.

use serde_json::Value;
use tests::{Described, Engine, Place, Service, on_both, percent};

use super::House;

on_both!(
    whatever_is_looked_for_is_answered_or_refused,
    a_pattern_finds_only_itself,
    a_page_beyond_the_last_is_the_last,
);

async fn whatever_is_looked_for_is_answered_or_refused(engine: Engine) {
    let mut service = Service::start(engine).await;
    let house = House::of(&service).await;
    let bombs = [
        "%_".repeat(500),
        "_%".repeat(50) + "x",
        "%".repeat(5000),
        "a".repeat(5000),
        "ệ".repeat(1500),
        ["a", &"\u{334}".repeat(2000)].concat(),
        "a ".repeat(2000),
        "(a+)+$".to_owned() + &"a".repeat(60),
        "\"a\" NEAR/2 b* AND col:c OR -d ^e {f g}".to_owned(),
        "[a-z]*?[!a]".repeat(9),
        "!%!_!!".repeat(16),
        "-".repeat(100),
        "\u{202e}\u{0}\u{feff}\u{fffe}".to_owned(),
        "99999999999999999999999999".to_owned(),
        "-1".to_owned(),
        "18446744073709551615".to_owned(),
        "1e9".to_owned(),
    ];
    let mut tried = 0;
    for call in service.described().await.iter().filter(|call| call.only_shows()) {
        let staff = house.whoever_may(call);
        for (name, _) in call.parameters.iter().filter(|(_, place)| *place == Place::Query) {
            for bomb in &bombs {
                let reply = super::show(staff, call, Some((name, bomb))).await;
                let message = format!("{} {name}={bomb:.80}: {reply:?}", call.path);
                assert!([200, 400, 404, 422].contains(&reply.status), "{message}");
                let most = if call.path == "/api/v1/procedures" { 100 } else { 50 };
                let rows = rows(&reply.body);
                assert!(rows.is_none_or(|rows| rows <= most), "{message}");
                tried += 1;
            }
        }
    }
    assert!(tried > 700, "{tried}");
    assert!(service.is_well().await);
}

/// How many rows a list has.
fn rows(body: &str) -> Option<usize> {
    let message: Value = serde_json::from_str(body).ok()?;
    message["rows"].as_array().or(message.as_array()).map(Vec::len)
}

async fn a_pattern_finds_only_itself(engine: Engine) {
    let service = Service::start(engine).await;
    let house = House::of(&service).await;
    for path in ["/api/v1/procedures", "/api/v1/office/procedures"] {
        for (looked_for, found) in
            [("%", 1), ("_", 1), ("100% an", 1), ("n_t", 1), ("%%", 0), ("n%t", 0), ("__", 0)]
        {
            let reply = house.0["office"].get(&format!("{path}?q={}", percent(looked_for))).await;
            assert_eq!(rows(&reply.body), Some(found), "{path} {looked_for}: {reply:?}");
        }
    }
    for path in ["units", "service-points", "campaigns", "accounts"] {
        for pattern in ["%", "_", "S_T", "*", "?"] {
            let address = format!("/api/v1/office/{path}?q={}", percent(pattern));
            assert_eq!(rows(&house.0["inspector"].get(&address).await.body), Some(0), "{address}");
        }
    }
}

async fn a_page_beyond_the_last_is_the_last(engine: Engine) {
    let service = Service::start(engine).await;
    let house = House::of(&service).await;
    let calls = service.described().await;
    let lists = calls.iter().filter(|call| call.parameters.iter().any(|(name, _)| name == "page"));
    let mut seen = 0;
    // Files are whole, whatever page is asked for.
    let is_file =
        |call: &Described| call.path.rsplit('/').next().is_some_and(|it| it.contains('.'));
    for call in lists.filter(|call| call.only_shows() && !is_file(call)) {
        let staff = house.whoever_may(call);
        let ask = async |name, value| {
            let address = call.address(Some((name, value)));
            staff.get(&address.replace("/campaigns/moi/", "/campaigns/quick/")).await
        };
        for page in ["2", "4611686018427387904", "18446744073709551615", "0"] {
            let reply = ask("page", page).await;
            assert_eq!(reply.status, 200, "{} {page}: {reply:?}", call.path);
            let message = reply.json();
            assert_eq!(
                message["page"],
                if page == "0" { 1.into() } else { message["pages"].clone() }
            );
        }
        for sort in ["nonsense", "-", "--name", "name; drop table units", "1", "password_hash"] {
            let reply = ask("sort", sort).await;
            assert_eq!(reply.status, 200, "{} {sort}: {reply:?}", call.path);
        }
        seen += 1;
    }
    assert!(seen >= 9, "{seen} lists");
}
