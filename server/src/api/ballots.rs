//! `POST /api/v1/ballots`: one person's answers, kept once.

mod read;

use axum::{
    Json,
    extract::State,
    http::StatusCode,
    response::{IntoResponse, Response},
};
use domain::{
    Ballot, Fault,
    receipt::{self, Receipt},
};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use crate::{
    problem::{Problem, ProblemReply},
    sent::SentJson,
    state::App,
    store::ballots::{self, ContentHash, Entry, Kept},
};

/// Keeps a ballot. The same id and content again gives the same receipt.
#[utoipa::path(
    post, path = "/api/v1/ballots", tag = "ballots", request_body = Ballot,
    responses(
        (status = 201, body = Receipt, description = "kept, and kept for good"),
        (status = 200, body = Receipt, description = "kept before: the same receipt"),
        (status = 400, body = ProblemReply, content_type = "application/problem+json"),
        (status = 408, body = ProblemReply, content_type = "application/problem+json"),
        (status = 409, body = ProblemReply, content_type = "application/problem+json"),
        (status = 413, body = ProblemReply, content_type = "application/problem+json"),
        (status = 415, body = ProblemReply, content_type = "application/problem+json"),
        (status = 422, body = ProblemReply, content_type = "application/problem+json"),
        (status = 503, body = ProblemReply, content_type = "application/problem+json"),
    ),
)]
pub async fn create(State(app): State<App>, SentJson(body): SentJson) -> Result<Response, Problem> {
    let (ballot, faults) = read::ballot(&body)?;
    let (kept, receipt) = keep(&app, &ballot, faults).await?;
    let status = if kept == Kept::New { StatusCode::CREATED } else { StatusCode::OK };
    Ok((status, Json(receipt)).into_response())
}

/// Checks and keeps a ballot, however it was sent. `faults` are those found while reading it.
pub async fn keep(
    app: &App,
    ballot: &Ballot,
    mut faults: Vec<Fault>,
) -> Result<(Kept, Receipt), Problem> {
    let books = app.books();
    let hash = content_hash(ballot);
    let checked = ballot.check(&books.catalogue, app.today());
    let told = |id: Uuid| Receipt { receipt: receipt::code(receipt_bits(id)), demo: books.demo };
    match checked {
        Ok(ballot) if faults.is_empty() => {
            let id = ballot.id;
            match app.writer.keep(Entry { ballot, hash }).await? {
                Kept::Conflict => Err(Problem::Conflict),
                kept => Ok((kept, told(id))),
            }
        }
        checked => {
            // A replay keeps its receipt even after the campaign's last day.
            if let Ok(id) = Uuid::try_parse(&ballot.id)
                && faults.is_empty()
                && ballots::was_kept(&app.db, id, hash).await?
            {
                return Ok((Kept::Before, told(id)));
            }
            faults.extend(read::not_yet_named(&faults, checked.err().unwrap_or_default()));
            Err(Problem::faults(faults))
        }
    }
}

/// What a ballot says, hashed: tells a replay from another ballot under the same id.
pub fn content_hash(ballot: &Ballot) -> ContentHash {
    let content = serde_json::to_vec(&ballot.content()).unwrap_or_default();
    let mut hash = ContentHash::default();
    hash.copy_from_slice(&Sha256::digest(&content)[..16]);
    hash
}

/// The receipt follows from the id, which only its sender knows, and cannot be turned back.
fn receipt_bits(id: Uuid) -> u64 {
    let mut sha = Sha256::new();
    sha.update(b"hailong receipt");
    sha.update(id.as_bytes());
    let digest = sha.finalize();
    digest[..8].iter().fold(0, |bits, byte| bits << 8 | u64::from(*byte))
}
