//! Who sees what: a canary's telephone number, looked for in everything everybody can read.

use domain::Role;
use serde_json::json;
use tests::{Engine, Service, on_both, quick};

on_both!(only_who_handles_a_ballot_finds_out_who_wrote_it);

const PHONE: &str = "0987 654 321";
const WRITTEN: [&str; 4] = ["0987 654 321", "0987654321", "+84987654321", "987654321"];

async fn only_who_handles_a_ballot_finds_out_who_wrote_it(engine: Engine) {
    let service = Service::start(engine).await;
    let mut ballot = quick(2);
    ballot["unit"] = json!("QLTM");
    ballot["comment"] = json!(format!("Gọi cho tôi {PHONE}, hay 0987654321, +84987654321"));
    assert_eq!(service.post(&ballot).await.status, 201);
    let calls = service.described().await;
    let mut saw = Vec::new();
    for &role in Role::ALL {
        for unit in ["SCT", "QLTM", "QLNL", "VP"] {
            let staff = service.account(role.name(), unit).await;
            let mut read = 0;
            for call in calls.iter().filter(|call| call.only_shows()) {
                let looked_for = [None, Some(("q", PHONE)), Some(("unit", "QLTM"))];
                for but in looked_for {
                    let reply = super::show(&staff, call, but).await;
                    read += usize::from(reply.status == 200);
                    if WRITTEN.iter().any(|phone| reply.body.contains(phone)) {
                        saw.push((role.name(), unit, call.path.clone()));
                    }
                }
            }
            assert!(read > 20, "{} {unit} reads {read}", role.name());
        }
    }
    saw.dedup();
    let comments = |role, unit| (role, unit, "/api/v1/office/comments".to_owned());
    let expected = [
        comments("handler", "SCT"),
        comments("handler", "QLTM"),
        comments("head", "SCT"),
        comments("head", "QLTM"),
        comments("office", "SCT"),
        comments("office", "QLTM"),
    ];
    assert_eq!(
        saw, expected,
        "the unit that handles it and those above, in a role that works there"
    );
}
