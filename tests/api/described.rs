//! Every call answers as its description says, whatever is sent: tried out by Schemathesis.

use std::process::Command;

use reqwest::Method;
use serde_json::json;
use tests::{Engine, Service, Staff, on_both};

on_both! {
    no_call_fails_or_answers_otherwise_than_described,
    nor_does_one_of_the_office,
    nor_does_one_of_a_channel,
}

/// What a reply is held to. That everything the description allows is also accepted is not: a
/// campaign that is not there is well described and still refused.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,\
                      response_headers_conformance,response_schema_conformance";
/// Calls by which somebody who is signed in would sign out or lock the door behind them, such as by
/// sessions that end at once.
const OWN_DOOR: &str = "/office/(session|me|invitations|settings|accounts/.*/sessions)";

async fn no_call_fails_or_answers_otherwise_than_described(engine: Engine) {
    let service = Service::start(engine).await;
    try_out(service, None, &["--max-examples", "40", "--exclude-path-regex", "/office/"]).await;
}

async fn nor_does_one_of_a_channel(engine: Engine) {
    let service = Service::start(engine).await;
    let admin = service.admin().await;
    let sent = json!({"label": "Cổng", "actions": ["push_feedback"], "unit": null,
        "channel": "portal", "days": 9});
    let made = admin.send(Method::POST, "/api/v1/office/keys", &sent).await.json();
    let key = format!("Authorization: Bearer {}", made["key"].as_str().expect("a key"));
    let wanted = ["--max-examples", "40", "--include-path-regex", "/channel/", "--header", &key];
    try_out(service, None, &wanted).await;
}

async fn nor_does_one_of_the_office(engine: Engine) {
    for role in ["administrator", "office", "inspector"] {
        let service = Service::start(engine).await;
        let staff = service.account(role, "SCT").await;
        let wanted = ["--max-examples", "8", "--include-path-regex", "/office/"];
        let wanted = [wanted.as_slice(), &["--exclude-path-regex", OWN_DOOR]].concat();
        try_out(service, Some(&staff), &wanted).await;
    }
}

async fn try_out(mut service: Service, staff: Option<&Staff>, wanted: &[&str]) {
    let program = std::env::var_os("HAILONG_SCHEMATHESIS")
        .expect("HAILONG_SCHEMATHESIS is not set: run `cargo xtask test`, which provides it");
    let mut tried = Command::new(program);
    tried.current_dir(service.database.folder.path());
    tried.args(["run", "--no-color", "--seed", "1", "--checks", CHECKS]);
    tried.args(["--phases", "examples,coverage,fuzzing"]).args(wanted);
    if let Some(staff) = staff {
        let cookies = staff.cookies();
        let pairs: Vec<String> =
            cookies.iter().map(|(name, value)| format!("{name}={value}")).collect();
        tried.arg("--header").arg(format!("Cookie: {}", pairs.join("; ")));
        tried.args(["--header", "Sec-Fetch-Site: same-origin"]);
    }
    let tried = tried.arg(format!("{}/api/v1/openapi.json", service.url())).output();
    let tried = tried.expect("Schemathesis runs");
    let printed = String::from_utf8_lossy(&tried.stdout);
    assert!(tried.status.success() && printed.contains("generated"), "{printed}");
    if let Some(staff) = staff {
        assert_eq!(
            staff.get("/api/v1/office/me").await.status,
            200,
            "it was not signed in: {printed}"
        );
    }
    assert!(service.is_well().await);
    service.verified();
}
