//! Reading a ballot from JSON: quickly when it is well formed, and otherwise with every fault named.

use domain::{Answer, Ballot, Fault, Reason, respondent::Respondent};
use serde_json::{Map, Value};

use crate::problem::Problem;

/// The ballot, and what was wrong with its form; the wrong parts are left out of it.
pub fn ballot(body: &[u8]) -> Result<(Ballot, Vec<Fault>), Problem> {
    let quick = serde_json::from_slice::<Ballot>(body).ok();
    if let Some(ballot) = quick.as_ref().filter(|ballot| has_plain_shape(body, ballot)) {
        return Ok((ballot.clone(), Vec::new()));
    }
    match serde_json::from_slice(body) {
        Ok(Value::Object(fields)) => {
            let (ballot, mut faults) = Reader::default().ballot(&fields);
            if faults.is_empty() && quick.is_none() {
                // Well-formed JSON that our types refuse without a fault of its own: a key given twice.
                faults.push(Fault::new("", Reason::Repeated));
            }
            Ok((ballot, faults))
        }
        Ok(_) => Err(Problem::faults(vec![Fault::new("", Reason::WrongType)])),
        Err(_) => Err(Problem::Unreadable),
    }
}

/// Whether the body has one object for each of ours and one list. Our types would also take a list
/// in an object's place, or an object in a name's.
fn has_plain_shape(body: &[u8], ballot: &Ballot) -> bool {
    let count = |wanted: u8| body.iter().filter(|byte| **byte == wanted).count();
    let objects = 1 + ballot.answers.len() + usize::from(ballot.respondent.is_some());
    count(b'{') == objects && count(b'[') <= 1
}

/// Those of the later faults whose field has no earlier one.
pub fn not_yet_named(named: &[Fault], later: Vec<Fault>) -> Vec<Fault> {
    let is_named = |field: &str| {
        named.iter().any(|fault| {
            fault.field == field || (field == "answers" && fault.field.starts_with("answers"))
        })
    };
    later.into_iter().filter(|fault| !is_named(&fault.field)).collect()
}

/// Nobody mends more faults than these at once.
const MOST_FAULTS: usize = 300;

#[derive(Default)]
struct Reader {
    faults: Vec<Fault>,
}

impl Reader {
    fn ballot(mut self, fields: &Map<String, Value>) -> (Ballot, Vec<Fault>) {
        const KNOWN: [&str; 11] = [
            "id",
            "campaign",
            "instrument",
            "service_point",
            "unit",
            "procedure",
            "token",
            "answers",
            "comment",
            "respondent",
            "consent",
        ];
        self.unknown("", fields, &KNOWN);
        let ballot = Ballot {
            id: self.required("id", fields),
            campaign: self.required("campaign", fields),
            instrument: self.text("instrument", fields),
            service_point: self.text("service_point", fields),
            unit: self.text("unit", fields),
            procedure: self.text("procedure", fields),
            token: self.text("token", fields),
            answers: self.answers(fields.get("answers")),
            comment: self.text("comment", fields),
            respondent: self.respondent(fields.get("respondent")),
            consent: None,
        };
        (ballot, self.faults)
    }

    fn note(&mut self, field: impl Into<String>, reason: Reason) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(Fault::new(field, reason));
        }
    }

    fn unknown(&mut self, above: &str, fields: &Map<String, Value>, known: &[&str]) {
        for name in fields.keys().filter(|name| !known.contains(&name.as_str())) {
            self.note(format!("{above}{name}"), Reason::UnknownField);
        }
    }

    fn required(&mut self, name: &str, fields: &Map<String, Value>) -> String {
        match fields.get(name) {
            Some(Value::String(text)) => return text.clone(),
            None | Some(Value::Null) => self.note(name, Reason::Missing),
            Some(_) => self.note(name, Reason::WrongType),
        }
        String::new()
    }

    fn text(&mut self, name: &str, fields: &Map<String, Value>) -> Option<String> {
        match fields.get(name) {
            None | Some(Value::Null) => None,
            Some(Value::String(text)) => Some(text.clone()),
            Some(_) => {
                self.note(name, Reason::WrongType);
                None
            }
        }
    }

    fn answers(&mut self, value: Option<&Value>) -> Vec<Answer> {
        match value {
            Some(Value::Array(answers)) => answers
                .iter()
                .enumerate()
                .filter_map(|(place, answer)| self.answer(place, answer))
                .collect(),
            None => Vec::new(),
            Some(_) => {
                self.note("answers", Reason::WrongType);
                Vec::new()
            }
        }
    }

    fn answer(&mut self, place: usize, value: &Value) -> Option<Answer> {
        let Value::Object(fields) = value else {
            self.note(format!("answers[{place}]"), Reason::WrongType);
            return None;
        };
        self.unknown(&format!("answers[{place}]."), fields, &["item", "level"]);
        let Some(Value::String(item)) = fields.get("item") else {
            let reason =
                if fields.contains_key("item") { Reason::WrongType } else { Reason::Missing };
            self.note(format!("answers[{place}].item"), reason);
            return None;
        };
        let reason = match fields.get("level") {
            None => Reason::Missing,
            Some(Value::Null) => return Some(Answer { item: item.clone(), level: None }),
            Some(level) => match level.as_u64().and_then(|level| u8::try_from(level).ok()) {
                // Whether it is on the scale is left to the check, which knows the scale.
                Some(level) => return Some(Answer { item: item.clone(), level: Some(level) }),
                None => Reason::WrongType,
            },
        };
        self.note(format!("answers.{item}"), reason);
        None
    }

    fn respondent(&mut self, value: Option<&Value>) -> Option<Respondent> {
        let fields = match value? {
            Value::Null => return None,
            Value::Object(fields) => fields,
            _ => {
                self.note("respondent", Reason::WrongType);
                return None;
            }
        };
        self.unknown("respondent.", fields, &["party", "sex", "age"]);
        Some(Respondent {
            party: self.choice("party", fields, domain::respondent::Party::read),
            sex: self.choice("sex", fields, domain::respondent::Sex::read),
            age: self.choice("age", fields, domain::respondent::Age::read),
        })
    }

    fn choice<T>(
        &mut self,
        name: &str,
        fields: &Map<String, Value>,
        read: fn(&str) -> Option<T>,
    ) -> Option<T> {
        let reason = match fields.get(name) {
            None | Some(Value::Null) => return None,
            Some(Value::String(text)) => match read(text) {
                Some(choice) => return Some(choice),
                None => Reason::UnknownChoice,
            },
            Some(_) => Reason::WrongType,
        };
        self.note(format!("respondent.{name}"), reason);
        None
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn faults(body: &str) -> Vec<(String, &'static str)> {
        match ballot(body.as_bytes()) {
            Ok((_, faults)) => faults.into_iter().map(|f| (f.field, f.reason.code())).collect(),
            Err(Problem::Faults(faults)) => {
                faults.iter().map(|f| (f.field.clone(), f.reason.code())).collect()
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
}
