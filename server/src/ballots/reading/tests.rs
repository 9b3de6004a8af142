//! Ballots as they should not arrive, and what is said about each.

use super::*;

fn faults(body: &str) -> Vec<(String, &'static str)> {
    match ballot(body.as_bytes()) {
        Ok((_, faults)) => {
            faults.into_iter().map(|f| (f.field().to_owned(), f.reason.code())).collect()
        }
        Err(Problem::Faults(faults)) => {
            faults.iter().map(|f| (f.field().to_owned(), f.reason.code())).collect()
        }
        Err(_) => vec![("unreadable".to_owned(), "")],
    }
}

#[test]
fn every_wrong_type_is_named_at_once() {
    let body = r#"{"id": 7, "answers": [{"item": "A1", "level": 5.0}, {"item": "A2", "level": "5"},
        {"item": "A3", "level": [5]}, {"item": "B1"}, {"level": 1}, 3], "comment": {}, "extra": 1,
        "respondent": {"age": "12", "sex": 3, "name": "x"}}"#;
    let expected = [
        ("extra", "unknown_field"),
        ("id", "wrong_type"),
        ("campaign", "missing"),
        ("answers.A1", "wrong_type"),
        ("answers.A2", "wrong_type"),
        ("answers.A3", "wrong_type"),
        ("answers.B1", "missing"),
        ("answers[4].item", "missing"),
        ("answers[5]", "wrong_type"),
        ("comment", "wrong_type"),
        ("respondent.name", "unknown_field"),
        ("respondent.sex", "wrong_type"),
        ("respondent.age", "unknown_choice"),
    ];
    assert_eq!(faults(body), expected.map(|(field, code)| (field.to_owned(), code)));
}

#[test]
fn a_key_given_twice_is_refused() {
    assert_eq!(
        faults(r#"{"id":"a","id":"b","campaign":"c","answers":[]}"#),
        [("".to_owned(), "repeated")]
    );
}

#[test]
fn a_list_is_no_object_and_an_object_is_no_name() {
    let list = r#"["a","b",null,null,null,null,null,[],null,null]"#;
    assert_eq!(faults(list), [("".to_owned(), "wrong_type")]);
    let body =
        r#"{"id":"a","campaign":"b","answers":[["A1",5]],"respondent":["citizen",null,null]}"#;
    let named = [("answers[0]", "wrong_type"), ("respondent", "wrong_type")];
    assert_eq!(faults(body), named.map(|(field, code)| (field.to_owned(), code)));
    let body = r#"{"id":"a","campaign":"b","respondent":{"party":{"citizen":null}}}"#;
    assert_eq!(faults(body), [("respondent.party".to_owned(), "wrong_type")]);
}

#[test]
fn brackets_in_a_comment_are_words() {
    let body =
        r#"{"id":"a","campaign":"b","answers":[{"item":"A1","level":null}],"comment":"[{x}]"}"#;
    let (ballot, faults) = ballot(body.as_bytes()).unwrap();
    assert_eq!((ballot.comment.as_deref(), faults.len()), (Some("[{x}]"), 0));
    assert_eq!(ballot.answers, [Answer { item: "A1".to_owned(), level: None }]);
}

#[test]
fn the_list_of_faults_ends() {
    let body = format!(r#"{{"id":"a","campaign":"b","answers":[{}1]}}"#, "1,".repeat(100_000));
    assert_eq!(faults(&body).len(), MOST_FAULTS);
}

#[test]
fn a_number_out_of_range_is_a_wrong_type_and_words_stay_whole() {
    let words = format!(r#"\"{} e999 \\"#, "9".repeat(400));
    let answers = r#"[{"item":"A1","level":-1E+999},{"item":"A2","level":2}]"#;
    let body = format!(r#"{{"id":1e999,"campaign":"{words}","answers":{answers}}}"#);
    let named = [("id", "wrong_type"), ("answers.A1", "wrong_type")];
    assert_eq!(faults(&body), named.map(|(field, code)| (field.to_owned(), code)));
    let (ballot, _) = ballot(body.as_bytes()).unwrap();
    assert_eq!(format!("{:?}", ballot.campaign), format!("\"{words}\""));
    assert_eq!(ballot.answers, [Answer { item: "A2".to_owned(), level: Some(2) }]);
}

#[test]
fn what_is_no_json_is_unreadable() {
    for body in ["", "{", "NaN", "{\"id\": \"\\ud800\"}", &"[".repeat(100_000), "\u{feff}{}"] {
        assert_eq!(
            faults(body),
            [("unreadable".to_owned(), "")],
            "{}",
            &body[..body.len().min(20)]
        );
    }
    assert!(matches!(ballot(b"{\"id\": \"\xff\"}"), Err(Problem::Unreadable)));
    assert_eq!(faults("[1]"), [("".to_owned(), "wrong_type")]);
}
