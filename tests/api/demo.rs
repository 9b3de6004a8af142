//! The demo: a department to look around in, never mixed with real ballots.

use serde_json::Value;
use tests::{Engine, Service, on_both, quick, text_of};

on_both!(
    every_page_says_that_it_is_a_demo,
    the_demo_holds_two_years_that_agree_with_a_recount,
    a_database_with_real_ballots_refuses_the_demo,
);

async fn demo(engine: Engine) -> Service {
    let mut service = Service::stopped(engine, &[]).await;
    let output = service.run(&["demo"]);
    assert!(output.status.success(), "{output:?}");
    service.serve();
    service
}

/// The code of a campaign that the home page links.
fn linked(home: &str) -> String {
    let code = home.split("href=\"/s/").nth(1).and_then(|rest| rest.split(['"', '?']).next());
    code.expect("an open campaign is linked").to_owned()
}

async fn every_page_says_that_it_is_a_demo(engine: Engine) {
    let service = demo(engine).await;
    let campaign = linked(&service.get("/").await.body);
    let survey = format!("/s/{campaign}");
    let poster = format!("/s/{campaign}/poster");
    for path in ["/", &survey, "/ket-qua", "/van-phong", &poster] {
        let page = text_of(&service.get(path).await.body).to_lowercase();
        assert!(page.contains("minh họa") || page.contains("minh hoạ"), "{path}: {page}");
        assert!(page.contains("sở công thương tỉnh đồng nai"), "{path}: {page}");
        let mark = if path.contains('?') { '&' } else { '?' };
        let english = text_of(&service.get(&format!("{path}{mark}lang=en")).await.body);
        assert!(english.to_lowercase().contains("demo"), "{path}: {english}");
    }
    assert_eq!(service.live("").await.json()["demo"], true);
}

async fn the_demo_holds_two_years_that_agree_with_a_recount(engine: Engine) {
    let service = demo(engine).await;
    assert!(service.verified() > 5_000);
    let months = service.live("by=month").await.json();
    assert!(months["rows"].as_array().is_some_and(|rows| rows.len() >= 24), "{months}");
    let units = service.live("by=unit").await.json();
    let percents: Vec<&Value> =
        units["rows"].as_array().expect("rows").iter().map(|row| &row["percent"]).collect();
    assert!(percents.len() > 3 && percents.iter().any(|it| it.is_string()), "{units}");
    let output = service.run(&["verify"]);
    assert!(output.status.success());
}

async fn a_database_with_real_ballots_refuses_the_demo(engine: Engine) {
    let mut service = Service::start(engine).await;
    service.post(&quick(4)).await.receipt();
    service.stop();
    let output = service.run(&["demo"]);
    assert!(!output.status.success() && !output.stderr.is_empty(), "{output:?}");
    assert_eq!(service.verified(), 1);
    service.serve();
    assert!(!text_of(&service.get("/").await.body).contains("minh họa"));
}
