//! What is taken, what is refused, and by which field.

use serde_json::json;

use super::*;
use crate::ballot::consent::{BUILT_IN, ConsentText};

fn books() -> Catalogue {
    let consent_texts =
        BUILT_IN.iter().map(|text| serde_json::from_str::<ConsentText>(text).unwrap()).collect();
    Catalogue { consent_texts, ..Catalogue::default() }
}

fn message(changes: &serde_json::Value) -> Message {
    let mut whole = json!({
        "id": "0190f3c1-0000-4000-8000-000000000001", "kind": "service", "text": " Chờ lâu. ",
    });
    let fields = whole.as_object_mut().unwrap();
    fields.extend(changes.as_object().unwrap().clone());
    serde_json::from_value(whole).unwrap()
}

fn checked(changes: serde_json::Value) -> Result<CheckedMessage, Vec<(String, &'static str)>> {
    let day = crate::day::read("2026-11-02").unwrap();
    message(&changes).check(&books(), day).map_err(|faults| {
        faults.iter().map(|it| (it.field().to_owned(), it.reason.code())).collect()
    })
}

fn faults(changes: serde_json::Value) -> Vec<(String, &'static str)> {
    checked(changes).unwrap_err()
}

#[test]
fn a_hint_needs_words_and_a_kind_alone() {
    let hint = checked(json!({})).unwrap();
    assert_eq!((hint.text.as_str(), hint.kind), ("Chờ lâu.", Kind::Service));
    assert!(hint.contact.is_none() && !hint.is_publishable());
}

#[test]
fn a_formal_one_has_a_name_a_way_to_answer_and_an_agreement() {
    let contact = json!({"name": "  Nguyễn\nVăn An ", "phone": "+84 912 345 678"});
    let formal = checked(json!({
        "contact": contact, "consent": ["publish_feedback/1", "answer_feedback/1"],
    }));
    let formal = formal.unwrap();
    let kept = formal.contact.as_ref().unwrap();
    assert_eq!(kept.name, "Nguyễn Văn An");
    assert_eq!(kept.phone.as_deref(), Some("0912345678"));
    assert!(formal.is_publishable());
}

#[test]
fn every_fault_is_named_with_its_field() {
    let found = faults(json!({
        "id": "x", "kind": null, "text": " \u{200b} ", "unit": "K", "procedure": "9", "service_point": "q",
        "contact": {"phone": "1022", "email": "a@"}, "consent": ["publish_comment/1"],
    }));
    let expected = [
        ("id", "bad_id"),
        ("kind", "missing"),
        ("text", "missing"),
        ("unit", "unknown_unit"),
        ("procedure", "unknown_procedure"),
        ("service_point", "unknown_service_point"),
        ("consent", "unknown_choice"),
        ("consent", "consent_needed"),
        ("contact.name", "missing"),
        ("contact.phone", "bad_phone"),
        ("contact.email", "bad_email"),
    ];
    assert_eq!(found, expected.map(|(field, code)| (field.to_owned(), code)));
    let nowhere = faults(json!({"contact": {"name": "An"}, "consent": ["answer_feedback/1"]}));
    assert_eq!(nowhere, [("contact.address".to_owned(), "unreachable")]);
}

#[test]
fn who_is_under_age_gives_no_identity_and_is_not_published() {
    let contact = json!({"name": "An", "phone": "0912345678"});
    let found = faults(json!({
        "contact": contact, "under_18": true, "consent": ["answer_feedback/1", "publish_feedback/1"],
    }));
    assert_eq!(found, [("consent".to_owned(), "under_age"), ("contact".to_owned(), "under_age")]);
    assert!(checked(json!({"under_18": true})).unwrap().contact.is_none());
}

#[test]
fn letters_are_counted_as_people_count_them() {
    let family = "👨\u{200d}👩\u{200d}👧";
    assert!(checked(json!({"text": family.repeat(MOST)})).is_ok());
    let too_long = [("text".to_owned(), "too_long")];
    assert_eq!(faults(json!({"text": family.repeat(MOST + 1)})), too_long);
    let heaped = format!("e{}", "\u{301}".repeat(MOST * 20));
    assert_eq!(faults(json!({"text": heaped})), too_long);
}

#[test]
fn the_same_words_have_the_same_content() {
    let content = |changes| serde_json::to_string(&message(&changes).content()).unwrap();
    let same = content(json!({}));
    assert_eq!(content(json!({"text": "Cho\u{31b}\u{300} l\u{e2}u.", "unit": ""})), same);
    assert_ne!(content(json!({"kind": "praise"})), same);
    assert_ne!(content(json!({"under_18": true})), same);
}
