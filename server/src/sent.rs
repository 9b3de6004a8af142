//! The body of a request, within bounds of size and time.

use std::time::Duration;

use axum::{
    body::{Body, Bytes, to_bytes},
    extract::{FromRequest, Request},
    http::header,
};
use domain::{Fault, Reason};
use http_body_util::BodyExt;
use serde::de::DeserializeOwned;
use serde_json::Value;

use crate::problem::Problem;

/// No form or ballot is larger, even with a comment far over its limit.
pub const LARGEST: usize = 256 * 1024;
/// As much of a body that is too large is still taken, and thrown away, for this long.
const PASSED_OVER: usize = 8 * 1024 * 1024;
const LISTENING: Duration = Duration::from_secs(5);
/// A whole body arrives in this time or not at all.
const PATIENCE: Duration = Duration::from_secs(25);

/// A body read whole, of a content type named and no larger than `most`: the extractors below say.
async fn read(request: Request, wanted: &[&str], most: usize) -> Result<Bytes, Problem> {
    let headers = request.headers();
    let kind = headers.get(header::CONTENT_TYPE).and_then(|kind| kind.to_str().ok()).unwrap_or("");
    let kind = kind.split(';').next().unwrap_or("").trim();
    let is_wanted = wanted.iter().any(|wanted| kind.eq_ignore_ascii_case(wanted));
    if !is_wanted || headers.contains_key(header::CONTENT_ENCODING) {
        return Err(Problem::WrongFormat);
    }
    let length =
        headers.get(header::CONTENT_LENGTH).and_then(|length| length.to_str().ok()?.parse().ok());
    if length.is_some_and(|length: usize| length > most) {
        let _ = tokio::time::timeout(LISTENING, pass_over(request.into_body())).await;
        return Err(Problem::TooLarge);
    }
    match tokio::time::timeout(PATIENCE, to_bytes(request.into_body(), most)).await {
        Err(_) => Err(Problem::TooSlow),
        Ok(Ok(bytes)) => Ok(bytes),
        Ok(Err(error)) if is_length(&error) => Err(Problem::TooLarge),
        Ok(Err(_)) => Err(Problem::Unreadable),
    }
}

/// Reads on without keeping anything: a sender whose last bytes nobody took is cut off and never
/// hears why it was refused.
async fn pass_over(mut body: Body) {
    let mut left = PASSED_OVER;
    while let Some(Ok(frame)) = body.frame().await {
        let taken = frame.data_ref().map_or(0, Bytes::len);
        match left.checked_sub(taken) {
            Some(rest) => left = rest,
            None => return,
        }
    }
}

fn is_length(error: &axum::Error) -> bool {
    std::error::Error::source(error)
        .is_some_and(|source| source.is::<http_body_util::LengthLimitError>())
}

/// No file that is uploaded is larger.
pub const LARGEST_FILE: usize = 2 * 1024 * 1024;
/// What a table is uploaded as; which it is, its own first bytes say.
const TABLES: [&str; 3] = [
    "text/csv",
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "application/octet-stream",
];

/// A table that is uploaded: CSV or XLSX.
pub struct SentTable(pub Bytes);

impl<S: Sync> FromRequest<S> for SentTable {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        read(request, &TABLES, LARGEST_FILE).await.map(Self)
    }
}

/// A JSON body.
pub struct SentJson(pub Bytes);

impl<S: Sync> FromRequest<S> for SentJson {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        read(request, &["application/json"], LARGEST).await.map(Self)
    }
}

/// No JSON body of ours has as many fields; in one that has, only the first fault is looked for.
const MOST_KEYS: usize = 100;
/// No more faults than these are looked for: each reads the whole value again.
const MOST_FAULTS: usize = 20;

/// The value a JSON body says: 400 if it is no JSON, 422 with the fields if it is another value.
pub fn json<T: DeserializeOwned>(body: &[u8]) -> Result<T, Problem> {
    let fields = match serde_json::from_slice(body) {
        Ok(Value::Object(fields)) => fields,
        Ok(_) => return Err(Problem::faults(vec![Fault::new("", Reason::WrongType)])),
        Err(_) => return Err(Problem::Unreadable),
    };
    // From the bytes once more: a key given twice is seen only there.
    serde_json::from_slice(body).map_err(|error| Problem::faults(faults::<T>(fields, error)))
}

/// Every field that does not fit: each is named and taken out, until only what is missing is left.
fn faults<T: DeserializeOwned>(mut fields: Fields, twice: serde_json::Error) -> Vec<Fault> {
    let mut faults: Vec<Fault> = Vec::new();
    let mut error = refusal::<T>(&fields).unwrap_or_else(|| twice.to_string());
    loop {
        let fault = fault::<T>(&error, &mut fields);
        // What was taken out is said to be missing: that is not news.
        if faults.iter().any(|named| named.place == fault.place) {
            return faults;
        }
        let was_there = fields.remove(fault.field()).is_some();
        faults.push(fault);
        match refusal::<T>(&fields) {
            Some(next) if was_there && fields.len() < MOST_KEYS && faults.len() < MOST_FAULTS => {
                error = next;
            }
            _ => return faults,
        }
    }
}

fn fault<T: DeserializeOwned>(error: &str, fields: &mut Fields) -> Fault {
    let named = error.split('`').nth(1).unwrap_or_default();
    let reason = match error.split(' ').collect::<Vec<_>>()[..] {
        ["missing", "field", ..] => return Fault::new(named, Reason::Missing),
        ["unknown", "field", ..] => return Fault::new(named, Reason::UnknownField),
        ["duplicate", "field", ..] => return Fault::new(named, Reason::Repeated),
        ["unknown", "variant", ..] => Reason::UnknownChoice,
        _ => Reason::WrongType,
    };
    // The message does not say where: it is the field without which it would be another.
    let names: Vec<String> = fields.keys().take(MOST_KEYS).cloned().collect();
    let field = names.into_iter().find(|name| {
        let Some(taken) = fields.remove(name) else { return false };
        let other = refusal::<T>(fields);
        fields.insert(name.clone(), taken);
        other.is_none_or(|other| other != error)
    });
    Fault::new(field.unwrap_or_default(), reason)
}

type Fields = serde_json::Map<String, Value>;

fn refusal<T: DeserializeOwned>(fields: &Fields) -> Option<String> {
    T::deserialize(fields).err().map(|error| error.to_string())
}

/// A form body as its fields, in order.
pub struct SentForm(pub Vec<(String, String)>);

/// No form of ours has more fields.
const MOST_FIELDS: usize = 200;

impl<S: Sync> FromRequest<S> for SentForm {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        let bytes = read(request, &["application/x-www-form-urlencoded"], LARGEST).await?;
        let fields = form_urlencoded::parse(&bytes).into_owned();
        let fields: Vec<(String, String)> = fields.take(MOST_FIELDS + 1).collect();
        if fields.len() > MOST_FIELDS { Err(Problem::Unreadable) } else { Ok(Self(fields)) }
    }
}

#[cfg(test)]
mod tests {
    use domain::{Role, office::people::account::NewAccount};

    use super::*;

    fn told(body: &str) -> Vec<(String, Reason)> {
        match json::<NewAccount>(body.as_bytes()) {
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
        let mut named = told(body);
        named.sort_by(|one, other| one.0.cmp(&other.0));
        let expected = [
            ("id", Reason::UnknownField),
            ("name", Reason::WrongType),
            ("role", Reason::UnknownChoice),
            ("weight", Reason::UnknownField),
        ];
        assert_eq!(named, expected.map(|(field, reason)| (field.to_owned(), reason)));
        let missing = told(r#"{"full_name": "An", "role": "viewer"}"#);
        assert_eq!(missing, [("name".to_owned(), Reason::Missing)]);
    }

    #[test]
    fn a_key_given_twice_and_another_value_are_refused() {
        let twice =
            r#"{"name": "a", "name": "b", "full_name": "", "role": "viewer", "unit": null}"#;
        assert_eq!(told(twice), [("name".to_owned(), Reason::Repeated)]);
        for other in ["[]", "null", "7", r#"["a", "b", "viewer", null]"#] {
            assert_eq!(told(other), [(String::new(), Reason::WrongType)], "{other}");
        }
        assert!(matches!(json::<NewAccount>(b"{"), Err(Problem::Unreadable)));
        let deep = "[".repeat(100_000);
        assert!(matches!(json::<NewAccount>(deep.as_bytes()), Err(Problem::Unreadable)));
    }

    #[test]
    fn a_body_of_many_keys_is_refused_without_looking_at_all() {
        let keys: Vec<String> = (0..20_000).map(|key| format!("\"k{key}\":0")).collect();
        assert_eq!(told(&format!("{{{}}}", keys.join(","))).len(), 1);
    }

    #[test]
    fn no_more_than_so_many_faults_are_looked_for() {
        let keys: Vec<String> = (0..MOST_KEYS - 1).map(|key| format!("\"k{key}\":0")).collect();
        assert_eq!(told(&format!("{{{}}}", keys.join(","))).len(), MOST_FAULTS);
    }

    #[test]
    fn what_fits_is_read() {
        let body = r#"{"name": "an", "full_name": "An", "role": "viewer", "unit": "VP"}"#;
        let read: NewAccount = json(body.as_bytes()).unwrap();
        assert_eq!((read.role, read.unit.as_deref()), (Role::Viewer, Some("VP")));
    }
}
