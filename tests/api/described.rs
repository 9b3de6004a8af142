//! Every call answers as its description says, whatever is sent: tried out by Schemathesis.

use std::process::Command;

use tests::{Engine, Service, on_both};

on_both! { no_call_fails_or_answers_otherwise_than_described }

/// What a reply is held to. That everything the description allows is also accepted is not: a
/// campaign that is not there is well described and still refused.
const CHECKS: &str = "not_a_server_error,status_code_conformance,content_type_conformance,\
                      response_headers_conformance,response_schema_conformance";

async fn no_call_fails_or_answers_otherwise_than_described(engine: Engine) {
    let mut service = Service::start(engine).await;
    let program = std::env::var_os("HAILONG_SCHEMATHESIS")
        .expect("HAILONG_SCHEMATHESIS is not set: run `cargo xtask test`, which provides it");
    let mut tried = Command::new(program);
    tried.current_dir(service.database.folder.path());
    tried.args(["run", "--no-color", "--seed", "1", "--max-examples", "40"]);
    tried.args(["--phases", "examples,coverage,fuzzing", "--checks", CHECKS]);
    let tried = tried.arg(format!("{}/api/v1/openapi.json", service.url())).output();
    let tried = tried.expect("Schemathesis runs");
    let told = String::from_utf8_lossy(&tried.stdout);
    assert!(tried.status.success(), "{told}");
    assert!(told.contains("POST /api/v1/ballots") || told.contains("generated"), "{told}");
    assert!(service.is_well().await);
    service.verified();
}
