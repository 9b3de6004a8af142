//! Pictures and documents that come with somebody's words: taken only as what is in them, not as what
//! their names say.
//!
//! A picture is drawn anew, so nothing but its pixels is kept. A document stays as it is and is
//! refused where anything in it acts.

mod kept;
mod kind;
mod limits;
mod name;
mod pdf;
mod picture;
mod reply;
mod turns;

use domain::{
    Fault,
    fault::{AttachmentReason, Reason},
};

pub use self::{kept::keep, kind::Kind, reply::headers};
use self::{
    limits::{MEGABYTE, MOST_BYTES, MOST_FILES, MOST_TOGETHER},
    turns::Turns,
};
use crate::problem::Problem;

static TURNS: Turns = Turns::new();

/// A file as it was sent.
#[derive(Clone, Debug)]
pub struct Upload {
    /// Its name as the sender's program gave it.
    pub name: String,
    /// What is in it.
    pub bytes: Vec<u8>,
}

/// A file as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Its name without anything that is no name, and with the ending of its kind.
    pub name: String,
    /// What it is.
    pub kind: Kind,
    /// What is in it: a picture drawn anew, or the document that was sent.
    pub bytes: Vec<u8>,
    /// How large it is for whoever looks at it.
    pub extent: Extent,
}

/// How large a file is for whoever looks at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Extent {
    /// A picture's width and height in pixels, as it is looked at.
    Pixels(u32, u32),
    /// A document's pages.
    Pages(usize),
}

/// Why a file is refused, and what else the words about it may name.
type Refusal = (AttachmentReason, &'static str);

/// All files of one sender as they are kept, or every fault of any, by its place: `attachments[2]`.
/// Pictures are drawn on a thread of their own, one at a time.
///
/// # Errors
///
/// Faults that the sender can mend; [`Problem::Away`] where too many wait.
pub async fn take(uploads: Vec<Upload>) -> Result<Vec<Attachment>, Problem> {
    let faults = faults_of_size(&uploads);
    if !faults.is_empty() {
        return Err(Problem::faults(faults));
    }
    if uploads.is_empty() {
        return Ok(Vec::new());
    }
    TURNS.take(move || check(uploads)).await?.map_err(Problem::faults)
}

/// What is wrong before any file is looked into.
fn faults_of_size(uploads: &[Upload]) -> Vec<Fault> {
    let together: usize = uploads.iter().map(|upload| upload.bytes.len()).sum();
    let mut faults = Vec::new();
    if uploads.len() > MOST_FILES {
        faults.push(Fault::new("attachments", AttachmentReason::TooManyFiles(MOST_FILES).into()));
    }
    if together > MOST_TOGETHER {
        let reason = AttachmentReason::TooBigTogether(MOST_TOGETHER / MEGABYTE);
        faults.push(Fault::new("attachments", reason.into()));
    }
    let sizes = uploads.iter().map(|upload| upload.bytes.len()).enumerate();
    faults.extend(sizes.filter_map(|(at, bytes)| {
        let reason = match bytes {
            0 => AttachmentReason::EmptyFile,
            _ if bytes > MOST_BYTES => AttachmentReason::TooBig(MOST_BYTES / MEGABYTE),
            _ => return None,
        };
        Some(Fault::new(field(at), reason.into()))
    }));
    faults
}

/// Looks into one file after the other.
fn check(uploads: Vec<Upload>) -> Result<Vec<Attachment>, Vec<Fault>> {
    let (mut kept, mut faults) = (Vec::new(), Vec::new());
    for (at, upload) in uploads.into_iter().enumerate() {
        match one(upload) {
            Ok(attachment) => kept.push(attachment),
            Err((reason, detail)) => {
                faults.push(Fault::new(field(at), Reason::from(reason)).about(detail));
            }
        }
    }
    if faults.is_empty() { Ok(kept) } else { Err(faults) }
}

fn one(upload: Upload) -> Result<Attachment, Refusal> {
    let found = Kind::of(&upload.bytes).map_err(|reason| (reason, ""))?;
    let (kind, bytes, extent) = match found {
        Kind::Pdf => {
            let pages = pdf::check(&upload.bytes)?;
            (Kind::Pdf, upload.bytes, Extent::Pages(pages))
        }
        picture => {
            let drawn = picture::redraw(picture, upload.bytes).map_err(|reason| (reason, ""))?;
            (drawn.kind, drawn.bytes, Extent::Pixels(drawn.width, drawn.height))
        }
    };
    Ok(Attachment { name: name::clean(&upload.name, kind), kind, bytes, extent })
}

fn field(at: usize) -> String {
    format!("attachments[{at}]")
}

#[cfg(test)]
mod tests;
