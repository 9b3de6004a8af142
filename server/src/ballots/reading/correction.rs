//! Reading a correction: the part of a ballot that its sender may change.

use domain::{Fault, ballot::Correction};

use super::{Reader, or_duplicate};
use crate::{problem::Problem, sent::json};

const KNOWN: [&str; 4] = ["answers", "comment", "respondent", "consent"];

/// The correction, and what was wrong with its form; the wrong parts are left out of it.
pub fn correction(body: &[u8]) -> Result<(Correction, Vec<Fault>), Problem> {
    let fields = json::object(body)?;
    let mut reader = Reader::default();
    reader.unknown("", &fields, &KNOWN);
    let correction = Correction {
        answers: reader.answers(fields.values.get("answers")),
        comment: reader.part("comment", fields.get("comment")),
        respondent: reader.respondent(fields.get("respondent")),
        consent: reader.part("consent", fields.get("consent")),
    };
    Ok((correction, or_duplicate(reader.faults, &fields)))
}
