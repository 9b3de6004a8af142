//! Whatever arrives as a ballot: a clear refusal, nothing half kept, and the process alive.

use serde_json::{Value, json};
use tests::{Engine, Service, draw_id, on_both, quick};

on_both!(
    what_is_no_json_is_unreadable,
    json_of_another_shape_is_refused_whole,
    a_level_is_a_whole_number_or_null,
    every_field_of_a_wrong_type_is_named,
    nothing_can_be_set_that_is_not_the_senders,
    letters_that_cannot_be_stored_never_reach_the_database,
    all_faults_are_named_at_once,
    depth_and_number_do_no_harm,
);

/// A body, and the faults it is refused with; without any it is unreadable.
type Case = (Vec<u8>, Vec<&'static str>);

/// Sends bodies that must all be refused, each in its way, and nothing may be kept.
async fn refuse(engine: Engine, cases: impl IntoIterator<Item = Case>) {
    let mut service = Service::start(engine).await;
    for (body, faults) in cases {
        let shown = String::from_utf8_lossy(&body[..body.len().min(120)]).into_owned();
        let reply = service.post_text("application/json", body).await;
        assert_eq!(reply.status, if faults.is_empty() { 400 } else { 422 }, "{shown}: {reply:?}");
        assert_eq!(reply.faults(), faults, "{shown}");
        assert!(service.is_well().await, "{shown}");
    }
    assert_eq!(service.ballots().await, []);
    assert_eq!(service.verified(), 0);
    assert_eq!(service.post(&quick(4)).await.status, 201, "an honest ballot is still taken");
}

/// A sound ballot with one field replaced.
fn with(field: &str, value: Value) -> Vec<u8> {
    let mut ballot = quick(4);
    ballot[field] = value;
    ballot.to_string().into_bytes()
}

/// A sound ballot whose first level is written like this.
fn level(written: &str) -> Vec<u8> {
    let id = draw_id();
    format!(r#"{{"id":"{id}","campaign":"quick","answers":[{{"item":"O1","level":{written}}},{{"item":"A0","level":3}}]}}"#)
        .into_bytes()
}

async fn what_is_no_json_is_unreadable(engine: Engine) {
    let sound = quick(3).to_string();
    let utf16: Vec<u8> = sound.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let mut bodies: Vec<Vec<u8>> =
        ["", " ", "{", "}", "{'id': 1}", "id=1&campaign=quick", "<ballot/>"]
            .map(|text| text.as_bytes().to_vec())
            .into();
    bodies.push(format!("{sound}x").into_bytes());
    bodies.push(format!("\u{feff}{sound}").into_bytes());
    bodies.push(format!("{},}}", &sound[..sound.len() - 1]).into_bytes());
    bodies.push(sound.as_bytes()[..sound.len() - 1].to_vec());
    bodies.push(utf16);
    bodies.extend(
        ["NaN", "Infinity", "-Infinity", "05", "05e999", "1e", "0x5", "+5", ".5", "5."].map(level),
    );
    refuse(engine, bodies.into_iter().map(|body| (body, Vec::new()))).await;
}

async fn json_of_another_shape_is_refused_whole(engine: Engine) {
    let sound = quick(3).to_string();
    let twice = format!(r#"{{"campaign":"quick",{}"#, &sound[1..]);
    let level_twice = String::from_utf8(level("1,\"level\":5")).expect("text");
    let shapes = ["null", "7", "\"x\"", "[]", "[{}]", "true"];
    let mut bodies: Vec<_> =
        shapes.map(|body| (body.as_bytes().to_vec(), vec![" wrong_type"])).into();
    bodies.push((twice.into_bytes(), vec![" repeated"]));
    bodies.push((level_twice.into_bytes(), vec![" repeated"]));
    bodies.push((b"{}".to_vec(), vec!["campaign missing", "id missing"]));
    refuse(engine, bodies).await;
}

async fn a_level_is_a_whole_number_or_null(engine: Engine) {
    let endless = "9".repeat(1000);
    let wrong = [
        "5.0",
        "\"5\"",
        "[5]",
        "{}",
        "true",
        "-0",
        "-0.0",
        "-1",
        "1.5",
        "5e0",
        "256",
        "99999999999",
        "18446744073709551616",
        "1e999",
        "-1e999",
        "1E+999",
        "1e-999",
        &endless,
    ];
    let wrong = wrong.map(|it| (level(it), vec!["answers.O1 wrong_type"]));
    let beyond = ["0", "6", "255"];
    let beyond = beyond.map(|it| (level(it), vec!["answers.O1 level_out_of_range"]));
    refuse(engine, wrong.into_iter().chain(beyond)).await;
}

async fn every_field_of_a_wrong_type_is_named(engine: Engine) {
    let cases: Vec<(&str, Value, Vec<&str>)> = vec![
        ("id", json!(7), vec!["id wrong_type"]),
        ("id", Value::Null, vec!["id missing"]),
        ("id", json!(""), vec!["id bad_id"]),
        ("id", json!("00000000-0000-0000-0000-000000000000"), vec!["id bad_id"]),
        ("id", json!("0198c0de"), vec!["id bad_id"]),
        ("campaign", json!(["quick"]), vec!["campaign wrong_type"]),
        ("answers", Value::Null, vec!["answers wrong_type"]),
        ("answers", json!({"O1": 5}), vec!["answers wrong_type"]),
        ("answers", json!([5]), vec!["answers[0] wrong_type"]),
        ("answers", json!([{"item": 1, "level": 2}]), vec!["answers[0].item wrong_type"]),
        ("answers", json!([{"level": 2}]), vec!["answers[0].item missing"]),
        ("answers", json!([{"item": "O1"}]), vec!["answers.O1 missing"]),
        ("comment", json!(5), vec!["comment wrong_type"]),
        ("comment", json!(["x"]), vec!["comment wrong_type"]),
        ("unit", json!(1), vec!["unit wrong_type"]),
        ("service_point", json!({}), vec!["service_point wrong_type"]),
        ("procedure", json!(2.000_004), vec!["procedure wrong_type"]),
        ("instrument", json!(1), vec!["instrument wrong_type"]),
        ("respondent", json!("female"), vec!["respondent wrong_type"]),
        ("respondent", json!({"age": "12"}), vec!["respondent.age unknown_choice"]),
        ("respondent", json!({"sex": 1}), vec!["respondent.sex wrong_type"]),
    ];
    let mut bodies: Vec<_> =
        cases.into_iter().map(|(field, value, faults)| (with(field, value), faults)).collect();
    // No `Value` holds this number.
    let unit = String::from_utf8(with("unit", json!("N"))).expect("text");
    bodies.push((unit.replace("\"N\"", "1e999").into_bytes(), vec!["unit wrong_type"]));
    refuse(engine, bodies).await;
}

async fn nothing_can_be_set_that_is_not_the_senders(engine: Engine) {
    let fields =
        ["status", "created_at", "role", "weight", "channel", "day", "unit_id", "answers "];
    let named = |field: &str| format!("{field} unknown_field");
    let mut service = Service::start(engine).await;
    for field in fields {
        let reply = service.post_text("application/json", with(field, json!(1))).await;
        assert_eq!(reply.faults(), [named(field)], "{reply:?}");
    }
    let invited = service.post_text("application/json", with("token", json!("x"))).await;
    assert_eq!(invited.faults(), ["token unknown_token"]);
    assert!(service.is_well().await && service.ballots().await.is_empty());
}

async fn letters_that_cannot_be_stored_never_reach_the_database(engine: Engine) {
    let raw = |inside: &[u8]| {
        let id = draw_id();
        let head = format!(r#"{{"id":"{id}","campaign":"quick","answers":[],"comment":"a"#);
        [head.as_bytes(), inside, b"b\"}"].concat()
    };
    let mut bodies: Vec<Case> = Vec::new();
    let broken: [&[u8]; 9] = [
        b"\xff",
        b"\xc0\x80",
        b"\xed\xa0\x80",
        b"\xf4\x90\x80\x80",
        b"\xe1\xbb",
        b"\0",
        b"\\ud800",
        b"\\udfff\\ud800",
        b"\\ud83d",
    ];
    bodies.extend(broken.map(|inside| (raw(inside), Vec::new())));
    for (field, fault) in [
        ("id", "id bad_id"),
        ("campaign", "campaign unknown_campaign"),
        ("unit", "unit unknown_unit"),
        ("procedure", "procedure unknown_procedure"),
        ("service_point", "service_point unknown_service_point"),
        ("instrument", "instrument other_version"),
    ] {
        bodies.push((with(field, json!("quick\0")), vec![fault]));
        bodies.push((with(field, json!("'; drop table ballots; --")), vec![fault]));
    }
    let item = json!([{"item": "O1\0", "level": 3}]);
    bodies.push((with("answers", item), vec!["answers.O1\0 unknown_item"]));
    refuse(engine, bodies).await;
}

async fn all_faults_are_named_at_once(engine: Engine) {
    let body = json!({"id": 7, "campaign": "sipas", "unit": "NO", "service_point": "quay-cu",
        "procedure": "9.9", "instrument": "sipas-service/7", "token": "t", "extra": 1,
        "comment": "x".repeat(2001), "respondent": {"party": "nobody"},
        "answers": [{"item": "B1", "level": 9}, {"item": "Z1", "level": 1}, {"item": "I1", "level": 4},
            {"item": "B2", "level": "4"}, {"item": "B3", "level": 1}, {"item": "B3", "level": 1}]});
    let expected = vec![
        "answers.B1 level_out_of_range",
        "answers.B2 wrong_type",
        "answers.B3 repeated",
        "answers.I1 level_out_of_range",
        "answers.Z1 unknown_item",
        "comment too_long",
        "extra unknown_field",
        "id wrong_type",
        "instrument other_version",
        "procedure unknown_procedure",
        "respondent.party unknown_choice",
        "service_point not_valid_then",
        "token unknown_token",
        "unit unknown_unit",
    ];
    refuse(engine, vec![(body.to_string().into_bytes(), expected)]).await;
}

async fn depth_and_number_do_no_harm(engine: Engine) {
    let mut service = Service::start(engine).await;
    let deep = |open: &str, close: &str| [open.repeat(100_000), close.repeat(100_000)].concat();
    let (list, object) = (deep("[", "]"), deep(r#"{"a":"#, "}"));
    for body in [list.clone(), "[".repeat(200_000), object] {
        let reply = service.post_text("application/json", body).await;
        assert!(matches!(reply.status, 400 | 413), "{reply:?}");
        reply.problem();
    }
    for field in ["comment", "answers", "respondent", "unit"] {
        let body = format!(r#"{{"id":"{}","campaign":"quick","{field}":{list}}}"#, draw_id());
        assert_eq!(service.post_text("application/json", body).await.status, 400, "{field}");
    }
    let answer = r#"{"item":"O1","level":6},"#.repeat(9_000);
    let many =
        format!(r#"{{"id":"x","campaign":"quick","answers":[{}]}}"#, answer.trim_end_matches(','));
    assert_eq!(service.post_text("application/json", many).await.status, 422);
    assert!(service.is_well().await && service.ballots().await.is_empty());
}
