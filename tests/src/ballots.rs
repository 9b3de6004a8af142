//! Ballots as people send them: as JSON, and as the fields of the plain form.

use serde_json::{Map, Value, json};
use uuid::Uuid;

/// A new ballot id.
pub fn draw_id() -> String {
    Uuid::now_v7().to_string()
}

/// A ballot of the quick set that gives every item one level.
pub fn quick(level: u8) -> Value {
    let items = ["O1", "A0", "B0", "C0", "D0", "E0"];
    let answers: Vec<Value> =
        items.iter().map(|item| json!({"item": item, "level": level})).collect();
    json!({"id": draw_id(), "campaign": "quick", "answers": answers})
}

/// A ballot of the service set with these answers; `None` is "không áp dụng".
pub fn sipas(answers: &[(&str, Option<u8>)]) -> Value {
    let answers: Vec<Value> =
        answers.iter().map(|(item, level)| json!({"item": item, "level": level})).collect();
    json!({"id": draw_id(), "campaign": "sipas", "answers": answers})
}

/// A ballot of the quick set with one answer.
pub fn answered(item: &str, level: u8) -> Value {
    json!({"id": draw_id(), "campaign": "quick", "answers": [{"item": item, "level": level}]})
}

/// What a person fills in, written once for both ways of sending it.
#[derive(Clone, Debug, Default)]
pub struct Draft {
    /// The form's fields, as `name`, `value`; the id is not among them.
    pub fields: Vec<(&'static str, String)>,
    /// The campaign's code.
    pub campaign: &'static str,
}

impl Draft {
    /// A draft of the form's fields.
    pub fn new(campaign: &'static str, fields: &[(&'static str, &str)]) -> Self {
        let fields = fields.iter().map(|(name, value)| (*name, (*value).to_owned())).collect();
        Self { fields, campaign }
    }

    /// The fields as a browser without scripts sends them.
    pub fn form(&self, id: &str) -> Vec<(String, String)> {
        let own = self.fields.iter().map(|(name, value)| ((*name).to_owned(), value.clone()));
        [("id".to_owned(), id.to_owned())].into_iter().chain(own).collect()
    }

    /// The same as a program sends it.
    pub fn json(&self, id: &str) -> Value {
        let mut ballot = Map::from_iter([
            ("id".to_owned(), json!(id)),
            ("campaign".to_owned(), json!(self.campaign)),
        ]);
        let (mut answers, mut respondent) = (Vec::new(), Map::new());
        for (name, value) in self.fields.iter().filter(|(_, value)| !value.is_empty()) {
            match (name.strip_prefix("a."), *name) {
                (Some(item), _) => answers.push(json!({"item": item, "level": level(value)})),
                (_, "party" | "sex" | "age") => {
                    respondent.insert((*name).to_owned(), json!(value));
                }
                (_, "p") => drop(ballot.insert("service_point".to_owned(), json!(value))),
                (_, name) => drop(ballot.insert(name.to_owned(), json!(value))),
            }
        }
        ballot.insert("answers".to_owned(), json!(answers));
        if !respondent.is_empty() {
            ballot.insert("respondent".to_owned(), Value::Object(respondent));
        }
        Value::Object(ballot)
    }
}

fn level(value: &str) -> Value {
    match value {
        "na" => Value::Null,
        _ => value.parse::<i64>().map_or_else(|_| json!(value), |level| json!(level)),
    }
}

/// The text of a page between its tags, with the entities read: what a person sees of it.
pub fn text_of(html: &str) -> String {
    let mut text = String::with_capacity(html.len());
    let mut inside = false;
    for letter in html.chars() {
        match letter {
            '<' => inside = true,
            '>' if inside => inside = false,
            _ if !inside => text.push(letter),
            _ => {}
        }
    }
    let entities = [
        ("&lt;", "<"),
        ("&gt;", ">"),
        ("&quot;", "\""),
        ("&#39;", "'"),
        ("&#x27;", "'"),
        ("&amp;", "&"),
    ];
    entities.into_iter().fold(text, |text, (entity, letter)| text.replace(entity, letter))
}
