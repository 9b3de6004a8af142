//! Reading a ballot from JSON: quickly when it is well formed, and otherwise with every fault named.

mod correction;

use domain::{Answer, Ballot, Fault, Reason, ballot::respondent::Respondent};
use serde_json::{Map, Value};

pub use self::correction::correction;
use crate::problem::Problem;

/// The ballot, and what was wrong with its form; the wrong parts are left out of it.
pub fn ballot(body: &[u8]) -> Result<(Ballot, Vec<Fault>), Problem> {
    let quick = serde_json::from_slice::<Ballot>(body).ok();
    if let Some(ballot) = quick.as_ref().filter(|ballot| has_plain_shape(body, ballot)) {
        return Ok((ballot.clone(), Vec::new()));
    }
    match value(body) {
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

/// The body as JSON of any shape. The parser refuses a body whole for a number beyond its own range,
/// though only one field is wrong.
fn value(body: &[u8]) -> serde_json::Result<Value> {
    serde_json::from_slice(body).or_else(|_| serde_json::from_slice(&with_short_numbers(body)))
}

/// The body with the digits cut off that take a number out of range. What is left of it is still no
/// level, and what was no JSON before is none after.
fn with_short_numbers(body: &[u8]) -> Vec<u8> {
    const DIGITS: usize = 30;
    const DIGITS_OF_POWER: usize = 2;
    let (mut is_text, mut is_escaped, mut is_power, mut digits) = (false, false, false, 0);
    let is_kept = |byte: &u8| {
        is_text ^= *byte == b'"' && !is_escaped;
        is_escaped = *byte == b'\\' && !is_escaped;
        digits = if byte.is_ascii_digit() { digits + 1 } else { 0 };
        is_power =
            matches!(byte, b'e' | b'E') || is_power && matches!(byte, b'+' | b'-' | b'0'..=b'9');
        is_text || digits <= if is_power { DIGITS_OF_POWER } else { DIGITS }
    };
    body.iter().copied().filter(is_kept).collect()
}

/// Whether the body has one object for each of ours and one list. Our types would also take a list
/// in an object's place, or an object in a name's.
fn has_plain_shape(body: &[u8], ballot: &Ballot) -> bool {
    let count = |wanted: u8| body.iter().filter(|byte| **byte == wanted).count();
    let objects = 1 + ballot.answers.len() + usize::from(ballot.respondent.is_some());
    count(b'{') == objects && count(b'[') <= 1 + usize::from(ballot.consent.is_some())
}

/// Those of the later faults whose field has no earlier one.
pub fn not_yet_named(named: &[Fault], later: Vec<Fault>) -> Vec<Fault> {
    let is_named = |field: &str| {
        named.iter().any(|fault| {
            fault.field() == field || (field == "answers" && fault.field().starts_with("answers"))
        })
    };
    later.into_iter().filter(|fault| !is_named(fault.field())).collect()
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
            consent: self.consent(fields.get("consent")),
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

    fn consent(&mut self, value: Option<&Value>) -> Option<Vec<String>> {
        let texts = match value? {
            Value::Null => return None,
            Value::Array(texts) => texts.iter().map(|it| it.as_str().map(str::to_owned)).collect(),
            _ => None,
        };
        if texts.is_none() {
            self.note("consent", Reason::WrongType);
        }
        texts
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
            party: self.choice("party", fields, domain::ballot::respondent::Party::read),
            sex: self.choice("sex", fields, domain::ballot::respondent::Sex::read),
            age: self.choice("age", fields, domain::ballot::respondent::Age::read),
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
mod tests;
