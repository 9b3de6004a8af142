//! Reading a correction: the part of a ballot that its sender may change.

use domain::{Fault, Reason, ballot::Correction};
use serde_json::Value;

use super::{Reader, value};
use crate::problem::Problem;

const KNOWN: [&str; 4] = ["answers", "comment", "respondent", "consent"];

/// The correction, and what was wrong with its form; the wrong parts are left out of it.
pub fn correction(body: &[u8]) -> Result<(Correction, Vec<Fault>), Problem> {
    let fields = match value(body) {
        Ok(Value::Object(fields)) => fields,
        Ok(_) => return Err(Problem::faults(vec![Fault::new("", Reason::WrongType)])),
        Err(_) => return Err(Problem::Unreadable),
    };
    let mut reader = Reader::default();
    reader.unknown("", &fields, &KNOWN);
    let correction = Correction {
        answers: reader.answers(fields.get("answers")),
        comment: reader.text("comment", &fields),
        respondent: reader.respondent(fields.get("respondent")),
        consent: reader.consent(fields.get("consent")),
    };
    if reader.faults.is_empty() && serde_json::from_slice::<Correction>(body).is_err() {
        // Well-formed JSON that our types refuse without a fault of its own: a key given twice.
        reader.faults.push(Fault::new("", Reason::Repeated));
    }
    Ok((correction, reader.faults))
}
