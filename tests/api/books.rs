//! Units and procedures: told as they are today, and found by whoever types without marks.

use serde_json::{Value, json};
use tests::{Engine, Service, in_time, on_both, patiently};
use unicode_normalization::UnicodeNormalization;

on_both!(
    a_procedure_is_found_with_and_without_marks,
    letters_that_mean_something_to_a_database_are_only_letters,
    a_search_that_is_too_long_is_refused,
    units_are_told_as_they_are_today,
    instruments_are_told_by_code_and_version,
);

/// The codes that a search finds.
async fn find(service: &Service, query: &str) -> Vec<String> {
    let query = form_urlencoded::Serializer::new(String::new()).append_pair("q", query).finish();
    let reply = service.get(&format!("/api/v1/procedures?{query}")).await;
    assert_eq!(reply.status, 200, "{query}: {reply:?}");
    let found = reply.json().as_array().expect("a list").clone();
    found.iter().filter_map(|one| one["code"].as_str().map(str::to_owned)).collect()
}

async fn a_procedure_is_found_with_and_without_marks(engine: Engine) {
    let service = Service::start(engine).await;
    let decomposed: String = "khuyến mại".nfd().collect();
    for query in
        ["khuyen mai", "khuyến mại", &decomposed, "KHUYẾN MẠI", " mại   khuyến ", "Thuong mai"]
    {
        assert_eq!(find(&service, query).await, ["2.000001", "2.000004"], "{query}");
    }
    for query in [
        "dien",
        "điện",
        "ĐIỆN",
        "Dien mat troi",
        "nang luong",
        "1.115377",
        "115377",
        "mái nhà điện",
    ] {
        assert_eq!(find(&service, query).await, ["1.115377"], "{query}");
    }
    assert_eq!(find(&service, "khuyen dien").await, Vec::<String>::new(), "every word counts");
    assert_eq!(find(&service, "").await.len(), 4, "those valid today");
    let reply = service.get("/api/v1/procedures?q=000001").await.json();
    assert_eq!(reply[0]["name"]["vi"], "Thông báo hoạt động khuyến mại", "kept composed");
    assert_eq!((&reply[0]["unit"], &reply[0]["days"]), (&json!("QLTM"), &Value::Null));
}

async fn letters_that_mean_something_to_a_database_are_only_letters(engine: Engine) {
    let mut service = Service::start(engine).await;
    assert_eq!(find(&service, "100%").await, ["2.000535"]);
    assert_eq!(find(&service, "an toan_thuc").await, ["2.000535"]);
    let bomb = "%_".repeat(90);
    let odd = [
        "%_%_%",
        "_",
        "%",
        &bomb,
        "!",
        "!%",
        "\\%",
        "'",
        "' or '1'='1",
        "\"",
        "*",
        "khuyen* mai",
        "NEAR(a b)",
        "khuyen -mai",
        "; drop table ballots",
        "\0",
        "[a-z]",
        "2.00000_",
    ];
    for query in odd {
        // A pattern that blows up takes minutes.
        let found = in_time("what is found", find(&service, query)).await;
        let holds = match query {
            "%" | "_" => vec!["2.000535"],
            "\0" => vec!["1.115377", "2.000001", "2.000004", "2.000535"],
            _ => vec![],
        };
        assert_eq!(found, holds, "{query}");
    }
    assert!(service.is_well().await);
}

async fn a_search_that_is_too_long_is_refused(engine: Engine) {
    let service = Service::start(engine).await;
    let query = "a".repeat(201);
    let reply = service.get(&format!("/api/v1/procedures?q={query}")).await;
    assert_eq!((reply.status, reply.faults()), (422, vec!["q too_long".to_owned()]));
    let twice = service.get("/api/v1/procedures?q=a&q=b").await;
    assert_eq!((twice.status, twice.faults()), (422, vec!["q twice".to_owned()]));
}

async fn units_are_told_as_they_are_today(engine: Engine) {
    let service = Service::start(engine).await;
    let units = service.get("/api/v1/units").await.json();
    let codes: Vec<_> =
        units.as_array().expect("a list").iter().map(|it| it["code"].clone()).collect();
    assert_eq!(codes, ["QLNL", "QLTM", "SCT", "VP"]);
    assert_eq!((&units[3]["parent"], &units[2]["parent"]), (&json!("SCT"), &Value::Null));
    assert_eq!(units[3]["name"], json!({"vi": "Văn phòng Sở", "en": "Office"}));
}

async fn instruments_are_told_by_code_and_version(engine: Engine) {
    let service = Service::start(engine).await;
    for (path, version) in
        [("sipas-service", 2), ("sipas-service%2F2", 2), ("sipas-service%2F1", 1)]
    {
        let reply = service.get(&format!("/api/v1/instruments/{path}")).await;
        assert_eq!((reply.status, &reply.json()["version"]), (200, &json!(version)), "{path}");
        assert_eq!(reply.json()["items"].as_array().map(Vec::len), Some(18));
    }
    for path in ["sipas-service%2F9", "nope", "sipas-service/1"] {
        let reply = service.get(&format!("/api/v1/instruments/{path}")).await;
        assert_eq!(reply.status, 404, "{path}");
        reply.problem();
    }
}

/// On SQLite the serving process is the only one that writes; PostgreSQL is shared.
#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_running_server_learns_of_new_books() {
    let service = Service::start(Engine::Postgres).await;
    let header = "code,name,name_en,parent,valid_from,valid_to,decision,note";
    service.import("units", &format!("{header}\nTTKC,Trung tâm Khuyến công,,SCT,2010-01-01,,,\n"));
    let runtime = tokio::runtime::Handle::current();
    tokio::task::block_in_place(|| {
        patiently("the new unit", || {
            let units = runtime.block_on(service.get("/api/v1/units"));
            units.body.contains("TTKC").then_some(())
        });
    });
}
