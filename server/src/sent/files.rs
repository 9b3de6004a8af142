//! A form with files: its fields and what came with it, within bounds of size, time and memory.

use std::{sync::LazyLock, time::Duration};

use super::{LARGEST, MOST_FIELDS, Pace, SentForm, read, room::Room};
use crate::{node::Node, problem::Problem, sender::Sender};
use axum::{
    body::{Body, Bytes},
    extract::{DefaultBodyLimit, FromRequest, FromRequestParts, Multipart, Request},
    http::{Request as Parts, header},
};

/// What a form with files is sent as.
const KIND: &str = "multipart/form-data";
/// The most bytes of a whole form: all files that are taken, and the fields.
const LARGEST_FORM: usize = 20_500_000;
/// Twenty megabytes over a weak network take minutes; whoever only holds a place sends more slowly.
const PACE: Pace = Pace { first: Duration::from_secs(20), speed: Some(32_000) };
/// So many such forms are held in memory at once; who comes then has to wait.
const AT_ONCE: usize = 8;
/// Of one origin no more than these: nobody holds the places of all.
const OF_ONE: usize = 2;
static ROOM: LazyLock<Room> = LazyLock::new(|| Room::new(AT_ONCE, OF_ONE));
/// How long one waits for room.
const QUEUE: Duration = Duration::from_secs(20);
/// More files than are ever taken are not looked at.
const MOST_FILES: usize = 20;

/// A file as it was sent.
#[derive(Clone, Debug)]
pub struct SentFile {
    /// Its name, as the sender's program gave it.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A form with files, or the same form without any.
pub struct SentFiles {
    /// The fields, in order.
    pub fields: Vec<(String, String)>,
    /// What came with them.
    pub files: Vec<SentFile>,
}

impl FromRequest<Node> for SentFiles {
    type Rejection = Problem;

    async fn from_request(request: Request, node: &Node) -> Result<Self, Problem> {
        let kind = request.headers().get(header::CONTENT_TYPE).cloned();
        let is_with_files = kind.as_ref().is_some_and(|kind| {
            kind.as_bytes()
                .get(..KIND.len())
                .is_some_and(|it| it.eq_ignore_ascii_case(KIND.as_bytes()))
        });
        let (Some(kind), true) = (kind, is_with_files) else {
            let SentForm(fields) = SentForm::from_request(request, node).await?;
            return Ok(Self { fields, files: Vec::new() });
        };
        let (mut parts, body) = request.into_parts();
        let Ok(sender) = Sender::from_request_parts(&mut parts, node).await;
        let place = tokio::time::timeout(QUEUE, ROOM.place(sender.origin)).await;
        let _place = place.map_err(|_| Problem::Away)?;
        let request = Request::from_parts(parts, body);
        let bytes = read(request, &[KIND], LARGEST_FORM, PACE).await?;
        let again = Parts::post("/").header(header::CONTENT_TYPE, kind).body(Body::from(bytes));
        let mut again = again.map_err(|_| Problem::Unreadable)?;
        // The bounds are ours, and were kept already.
        DefaultBodyLimit::disable().apply(&mut again);
        let parts = Multipart::from_request(again, node).await;
        parted(parts.map_err(|_| Problem::Unreadable)?).await
    }
}

/// The fields and the files of a form that is here whole.
async fn parted(mut parts: Multipart) -> Result<SentFiles, Problem> {
    let mut sent = SentFiles { fields: Vec::new(), files: Vec::new() };
    let mut words = 0;
    while let Some(part) = parts.next_field().await.map_err(|_| Problem::Unreadable)? {
        let name = part.name().unwrap_or_default().to_owned();
        let file = part.file_name().map(str::to_owned);
        let bytes: Bytes = part.bytes().await.map_err(|_| Problem::Unreadable)?;
        match file {
            // A browser sends an empty file where none was chosen.
            Some(file) if file.is_empty() && bytes.is_empty() => {}
            Some(name) => sent.files.push(SentFile { name, bytes: bytes.to_vec() }),
            None => {
                words += bytes.len();
                let value = String::from_utf8(bytes.to_vec()).map_err(|_| Problem::Unreadable)?;
                sent.fields.push((name, value));
            }
        }
        if sent.fields.len() > MOST_FIELDS || sent.files.len() > MOST_FILES {
            return Err(Problem::Unreadable);
        }
        if words > LARGEST {
            return Err(Problem::TooLarge);
        }
    }
    Ok(sent)
}
