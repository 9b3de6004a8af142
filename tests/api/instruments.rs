//! Question sets are data, and frozen from their first ballot.

use serde_json::{Value, json};
use tests::{Engine, Service, on_both, quick};

on_both!(
    every_version_is_listed_by_name,
    a_used_version_never_changes,
    an_unused_version_may_change,
    a_file_with_flaws_is_refused_by_name,
);

/// The built-in quick set with other words in its first question.
fn reworded(version: u32) -> Value {
    let mut set: Value =
        serde_json::from_str(domain::ballot::instrument::BUILT_IN[1]).expect("JSON");
    set["version"] = json!(version);
    set["items"][0]["text"]["en"] = json!("Reworded question");
    set
}

/// Puts a file into the folder that the server reads question sets from.
fn put(service: &mut Service, set: &str) {
    let folder = service.database.folder.path().join("sets");
    std::fs::create_dir_all(&folder).expect("a folder");
    std::fs::write(folder.join("set.json"), set).expect("a file");
    service.set("HAILONG_INSTRUMENTS", &folder.display().to_string());
}

async fn first_question(service: &Service, key: &str) -> Value {
    let reply = service.get(&format!("/api/v1/instruments/{key}")).await;
    reply.json()["items"][0]["text"]["en"].clone()
}

async fn every_version_is_listed_by_name(engine: Engine) {
    let mut service = Service::start(engine).await;
    service.stop();
    put(&mut service, &reworded(3).to_string());
    service.serve();
    let list = service.get("/api/v1/instruments").await.json();
    let sets = list.as_array().expect("a list");
    let codes: Vec<&Value> = sets.iter().map(|set| &set["code"]).collect();
    let newest_first = ["quick/3", "quick/2", "quick/1", "sipas-service/2", "sipas-service/1"];
    assert_eq!(codes, newest_first, "the newest of a set first");
    let named = |set: &Value| set["name"]["vi"].as_str().is_some_and(|name| !name.is_empty());
    assert!(sets.iter().all(named), "{list}");
}

async fn a_used_version_never_changes(engine: Engine) {
    let mut service = Service::start(engine).await;
    service.post(&quick(4)).await.receipt();
    let first = first_question(&service, "quick%2F1").await;
    service.stop();
    put(&mut service, &reworded(1).to_string());
    let said = service.refused();
    assert!(said.contains("quick/1") && said.contains("frozen"), "{said}");
    put(&mut service, &reworded(3).to_string());
    service.serve();
    assert_eq!(first_question(&service, "quick").await, "Reworded question");
    assert_eq!(first_question(&service, "quick%2F1").await, first, "the old one stays as it was");
    assert_eq!(service.post(&quick(4)).await.status, 201, "the campaign keeps its version");
    assert_eq!(service.verified(), 2);
}

async fn an_unused_version_may_change(engine: Engine) {
    let mut service = Service::start(engine).await;
    service.stop();
    put(&mut service, &reworded(1).to_string());
    service.serve();
    assert_eq!(first_question(&service, "quick%2F1").await, "Reworded question");
    assert!(service.get("/s/quick?lang=en").await.body.contains("Reworded question"));
}

async fn a_file_with_flaws_is_refused_by_name(engine: Engine) {
    let mut service = Service::stopped(engine, &[]).await;
    let mut twice = reworded(3);
    twice["items"][1]["code"] = json!("O1");
    let mut unnamed = reworded(3);
    unnamed["items"][1]["factor"] = json!("Z");
    for set in [twice.to_string(), unnamed.to_string(), "{".to_owned(), "[]".to_owned()] {
        put(&mut service, &set);
        let said = service.refused();
        assert!(said.contains("set.json") && !said.contains("panicked"), "{said}");
    }
}
