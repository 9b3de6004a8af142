//! What a request says: its body, within bounds of size and time, and its address.

pub mod address;
pub mod files;
pub mod json;
mod room;
mod typed;

use std::time::Duration;

use axum::{
    body::{Body, Bytes},
    extract::{FromRequest, Request},
    http::header,
};
use domain::{Fault, Reason};
use http_body_util::BodyExt;
use serde::de::DeserializeOwned;

use self::{json::Fields, typed::Misfit};
use crate::problem::Problem;

/// No form or ballot is larger, even with a comment far over its limit.
pub const LARGEST: usize = 256 * 1024;
/// As much of a body that is too large is still taken, and thrown away, for this long.
const PASSED_OVER: usize = 8 * 1024 * 1024;
const LISTENING: Duration = Duration::from_secs(5);
/// A whole body arrives in this time or not at all.
const PATIENCE: Pace = Pace { first: Duration::from_secs(25), speed: None };

/// How fast a body has to come.
#[derive(Clone, Copy, Debug)]
struct Pace {
    /// The time for its first bytes, and for all of it where no speed is asked for.
    first: Duration,
    /// Bytes of each further second.
    speed: Option<u32>,
}

impl Pace {
    /// How long after its beginning more has to be there than so many bytes.
    fn until(self, bytes: usize) -> Duration {
        let more = self.speed.map_or(0, |speed| bytes as u64 * 1000 / u64::from(speed));
        self.first + Duration::from_millis(more)
    }
}

/// A body read whole within a time, of a content type named and no larger than `most`: the extractors
/// below say.
async fn read(
    request: Request,
    wanted: &[&str],
    most: usize,
    pace: Pace,
) -> Result<Bytes, Problem> {
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
    whole(request.into_body(), most, pace).await
}

/// A body read to its end.
async fn whole(mut body: Body, most: usize, pace: Pace) -> Result<Bytes, Problem> {
    let begun = tokio::time::Instant::now();
    let mut bytes = Vec::new();
    loop {
        let next = tokio::time::timeout_at(begun + pace.until(bytes.len()), body.frame());
        match next.await.map_err(|_| Problem::TooSlow)? {
            None => return Ok(Bytes::from(bytes)),
            Some(frame) => {
                let frame = frame.map_err(|_| Problem::Unreadable)?;
                let more = frame.data_ref().map_or(&[][..], Bytes::as_ref);
                if bytes.len() + more.len() > most {
                    return Err(Problem::TooLarge);
                }
                bytes.extend_from_slice(more);
            }
        }
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
        read(request, &TABLES, LARGEST_FILE, PATIENCE).await.map(Self)
    }
}

/// A register that is uploaded: a table of years, for which whoever sends it waits longer.
pub struct SentRegister(pub Bytes);

/// No register that is uploaded is larger.
const LARGEST_REGISTER: usize = 10 * 1024 * 1024;
/// It comes at 100 kB a second at least.
const SLOWLY: Pace = Pace { first: PATIENCE.first, speed: Some(100_000) };

impl<S: Sync> FromRequest<S> for SentRegister {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        read(request, &TABLES, LARGEST_REGISTER, SLOWLY).await.map(Self)
    }
}

/// A JSON body.
pub struct SentJson(pub Bytes);

impl<S: Sync> FromRequest<S> for SentJson {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        read(request, &["application/json"], LARGEST, PATIENCE).await.map(Self)
    }
}

/// No JSON body of ours has as many fields; in one that has, only the first fault is looked for.
const MOST_KEYS: usize = 100;
/// No more faults than these are looked for: each reads the whole value again.
const MOST_FAULTS: usize = 20;

/// The value a JSON body says: 400 if it is no JSON, 422 with the fields if it is another value.
pub fn json<T: DeserializeOwned>(body: &[u8]) -> Result<T, Problem> {
    let fields = json::object(body)?;
    match (fields.read(), fields.duplicate()) {
        (Ok(value), None) => Ok(value),
        (Ok(_), Some(twice)) => Err(Problem::faults(vec![Fault::new(twice, Reason::Repeated)])),
        (Err(misfit), _) => Err(Problem::faults(faults::<T>(fields, misfit))),
    }
}

/// Every field that does not fit: each is named and taken out, until only what is missing is left.
fn faults<T: DeserializeOwned>(mut fields: Fields, mut misfit: Misfit) -> Vec<Fault> {
    let (mut faults, mut keys) = (Vec::new(), Vec::new());
    loop {
        let key = misfit.key().to_owned();
        // What was taken out is said to be missing: that is not news.
        if keys.contains(&key) {
            return faults;
        }
        let was_there = fields.values.remove(&key).is_some();
        faults.push(misfit.fault());
        keys.push(key);
        match fields.read::<T>() {
            Err(next)
                if was_there && fields.values.len() < MOST_KEYS && faults.len() < MOST_FAULTS =>
            {
                misfit = next;
            }
            _ => return faults,
        }
    }
}

/// A form body as its fields, in order.
pub struct SentForm(pub Vec<(String, String)>);

/// No form of ours has more fields.
const MOST_FIELDS: usize = 200;

impl<S: Sync> FromRequest<S> for SentForm {
    type Rejection = Problem;

    async fn from_request(request: Request, _: &S) -> Result<Self, Problem> {
        let bytes =
            read(request, &["application/x-www-form-urlencoded"], LARGEST, PATIENCE).await?;
        let fields = form_urlencoded::parse(&bytes).into_owned();
        let fields: Vec<(String, String)> = fields.take(MOST_FIELDS + 1).collect();
        if fields.len() > MOST_FIELDS { Err(Problem::Unreadable) } else { Ok(Self(fields)) }
    }
}

#[cfg(test)]
mod tests;
