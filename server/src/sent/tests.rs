//! Bodies that do not fit, and what is said about each.

use domain::{
    Role,
    office::{books::merger::Split, people::account::NewAccount},
};

use super::*;

fn faults_of(body: &str) -> Vec<(String, Reason)> {
    told_of::<NewAccount>(body)
}

fn told_of<T: DeserializeOwned>(body: &str) -> Vec<(String, Reason)> {
    match json::<T>(body.as_bytes()) {
        Err(Problem::Faults(faults)) => {
            faults.iter().map(|fault| (fault.field().to_owned(), fault.reason)).collect()
        }
        other => panic!("{:?}", other.map(|_| ())),
    }
}

#[test]
fn every_field_that_does_not_fit_is_named() {
    let body =
        r#"{"name": 7, "full_name": "An", "role": "king", "unit": null, "weight": 1, "id": 2}"#;
    let mut named = faults_of(body);
    named.sort_by(|one, other| one.0.cmp(&other.0));
    let expected = [
        ("id", Reason::UnknownField),
        ("name", Reason::WrongType),
        ("role", Reason::UnknownChoice),
        ("weight", Reason::UnknownField),
    ];
    assert_eq!(named, expected.map(|(field, reason)| (field.to_owned(), reason)));
    let missing = faults_of(r#"{"full_name": "An", "role": "viewer"}"#);
    assert_eq!(missing, [("name".to_owned(), Reason::Missing)]);
}

#[test]
fn a_key_given_twice_and_another_value_are_refused() {
    let twice = r#"{"name": "a", "name": "b", "full_name": "", "role": "viewer", "unit": null}"#;
    assert_eq!(faults_of(twice), [("name".to_owned(), Reason::Repeated)]);
    for other in ["[]", "null", "7", r#"["a", "b", "viewer", null]"#] {
        assert_eq!(faults_of(other), [(String::new(), Reason::WrongType)], "{other}");
    }
    assert!(matches!(json::<NewAccount>(b"{"), Err(Problem::Unreadable)));
    let deep = "[".repeat(100_000);
    assert!(matches!(json::<NewAccount>(deep.as_bytes()), Err(Problem::Unreadable)));
}

#[test]
fn a_body_of_many_keys_is_refused_without_looking_at_all() {
    let keys: Vec<String> = (0..20_000).map(|key| format!("\"k{key}\":0")).collect();
    assert_eq!(faults_of(&format!("{{{}}}", keys.join(","))).len(), 1);
}

#[test]
fn no_more_than_so_many_faults_are_looked_for() {
    let keys: Vec<String> = (0..MOST_KEYS - 1).map(|key| format!("\"k{key}\":0")).collect();
    assert_eq!(faults_of(&format!("{{{}}}", keys.join(","))).len(), MOST_FAULTS);
}

#[test]
fn a_field_inside_another_is_named_by_its_path() {
    let part = r#"{"code": "A", "name": {"vi": "A"}}"#;
    for (field, into, reason) in [
        ("into[1].name.vi", r#"{"code": "B", "name": {}}"#, Reason::Missing),
        (
            "into[1].name.de",
            r#"{"code": "B", "name": {"vi": "B", "de": ""}}"#,
            Reason::UnknownField,
        ),
        ("into[1].code", r#"{"code": 1e999, "name": {"vi": "B"}}"#, Reason::WrongType),
        ("into[1].code", r#"{"code": "B", "name": {"vi": "B"}, "code": "C"}"#, Reason::Repeated),
        ("into[1].name", r#"{"code": "B", "name": ["B", ""]}"#, Reason::WrongType),
        ("into", "7", Reason::WrongType),
    ] {
        let body = format!(r#"{{"unit": "VP", "into": [{part}, {into}], "day": "2026-01-01"}}"#);
        assert_eq!(told_of::<Split>(&body), [(field.to_owned(), reason)], "{body}");
    }
}

#[test]
fn a_key_that_reads_like_a_path_is_a_key() {
    let body = r#"{"name": "an", "full_name": "An", "role": "viewer", "unit": null, "name.vi": 1}"#;
    assert_eq!(faults_of(body), [("name.vi".to_owned(), Reason::UnknownField)]);
}

#[test]
fn what_fits_is_read() {
    let body = r#"{"name": "an", "full_name": "An", "role": "viewer", "unit": "VP"}"#;
    let read: NewAccount = json(body.as_bytes()).unwrap();
    assert_eq!((read.role, read.unit.as_deref()), (Role::Viewer, Some("VP")));
}

#[test]
fn what_comes_steadily_has_time_and_what_only_holds_a_place_has_not() {
    let pace = Pace { first: Duration::from_secs(20), speed: Some(32_000) };
    assert_eq!(pace.until(0), Duration::from_secs(20));
    assert_eq!(pace.until(320_000), Duration::from_secs(30));
    assert_eq!(PATIENCE.until(LARGEST), PATIENCE.first, "a small body has one time");
}
