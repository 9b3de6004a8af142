//! Reading a ballot from JSON: quickly when it is well formed, and otherwise with every fault named.

mod correction;

use domain::{Answer, Ballot, Fault, Reason, ballot::respondent::Respondent};
use serde::de::DeserializeOwned;

pub use self::correction::correction;
use crate::{
    problem::Problem,
    sent::json::{self, Fields, Json},
};

/// The ballot, and what was wrong with its form; the wrong parts are left out of it.
pub fn ballot(body: &[u8]) -> Result<(Ballot, Vec<Fault>), Problem> {
    if let Ok(ballot) = serde_json::from_slice(body)
        && has_plain_shape(body, &ballot)
    {
        return Ok((without_blanks(ballot), Vec::new()));
    }
    let fields = json::object(body)?;
    let (ballot, faults) = Reader::default().ballot(&fields);
    Ok((without_blanks(ballot), or_duplicate(faults, &fields)))
}

/// The ballot without empty codes: as in the form, an empty value is as good as none. A token is no code: an
/// empty one would turn an invited person's ballot into anybody's without a word.
fn without_blanks(ballot: Ballot) -> Ballot {
    let given = |text: Option<String>| text.filter(|text| !text.trim().is_empty());
    Ballot {
        instrument: given(ballot.instrument),
        service_point: given(ballot.service_point),
        unit: given(ballot.unit),
        procedure: given(ballot.procedure),
        ..ballot
    }
}

/// The faults; without any, that a key was given twice.
fn or_duplicate(mut faults: Vec<Fault>, fields: &Fields) -> Vec<Fault> {
    if faults.is_empty() && fields.duplicate().is_some() {
        faults.push(Fault::new("", Reason::Repeated));
    }
    faults
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
    fn ballot(mut self, fields: &Fields) -> (Ballot, Vec<Fault>) {
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
            instrument: self.part("instrument", fields.get("instrument")),
            service_point: self.part("service_point", fields.get("service_point")),
            unit: self.part("unit", fields.get("unit")),
            procedure: self.part("procedure", fields.get("procedure")),
            token: self.part("token", fields.get("token")),
            answers: self.answers(fields.values.get("answers")),
            comment: self.part("comment", fields.get("comment")),
            respondent: self.respondent(fields.get("respondent")),
            consent: self.part("consent", fields.get("consent")),
        };
        (ballot, self.faults)
    }

    fn note(&mut self, field: impl Into<String>, reason: Reason) {
        if self.faults.len() < MOST_FAULTS {
            self.faults.push(Fault::new(field, reason));
        }
    }

    fn unknown(&mut self, above: &str, fields: &Fields, known: &[&str]) {
        for name in fields.values.keys().filter(|name| !known.contains(&name.as_str())) {
            self.note(format!("{above}{name}"), Reason::UnknownField);
        }
    }

    fn required(&mut self, name: &str, fields: &Fields) -> String {
        if fields.get(name).is_none() {
            self.note(name, Reason::Missing);
        }
        self.part(name, fields.get(name)).unwrap_or_default()
    }

    /// A value that may be left out, or be `null`.
    fn part<T: DeserializeOwned>(&mut self, field: &str, value: Option<&Json>) -> Option<T> {
        value?.read().map_err(|misfit| self.note(field, misfit.reason)).ok()
    }

    fn answers(&mut self, value: Option<&Json>) -> Vec<Answer> {
        match value {
            Some(Json::List(answers)) => answers
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

    fn answer(&mut self, place: usize, value: &Json) -> Option<Answer> {
        let Json::Object(fields) = value else {
            self.note(format!("answers[{place}]"), Reason::WrongType);
            return None;
        };
        self.unknown(&format!("answers[{place}]."), fields, &["item", "level"]);
        let Some(Json::Text(item)) = fields.values.get("item") else {
            let is_there = fields.values.contains_key("item");
            let reason = if is_there { Reason::WrongType } else { Reason::Missing };
            self.note(format!("answers[{place}].item"), reason);
            return None;
        };
        let Some(level) = fields.values.get("level") else {
            self.note(format!("answers.{item}"), Reason::Missing);
            return None;
        };
        // Whether it is on the scale is left to the check, which knows the scale.
        let level = self.part(&format!("answers.{item}"), Some(level))?;
        Some(Answer { item: item.clone(), level })
    }

    fn respondent(&mut self, value: Option<&Json>) -> Option<Respondent> {
        let Json::Object(fields) = value? else {
            self.note("respondent", Reason::WrongType);
            return None;
        };
        self.unknown("respondent.", fields, &["party", "sex", "age"]);
        Some(Respondent {
            party: self.part("respondent.party", fields.get("party")),
            sex: self.part("respondent.sex", fields.get("sex")),
            age: self.part("respondent.age", fields.get("age")),
        })
    }
}

#[cfg(test)]
mod tests;
