//! Documents: readable, not locked, and without anything that acts.
//!
//! Two look at a document. [`raw`] goes through the file as it lies there and unpacks what is packed,
//! whether the document's own table knows of it or not: other programs may read it otherwise. Then
//! the reader goes through every object it knows.

mod raw;

use domain::fault::AttachmentReason;
use lopdf::{Dictionary, Document, LoadOptions, Object};

use super::{
    Refusal,
    limits::{MOST_PAGES, MOST_UNPACKED},
};

/// Keys and names of what acts, calls, or holds other files.
const ACTIVE: [(&[u8], &str); 13] = [
    (b"JavaScript", "JavaScript"),
    (b"JS", "JavaScript"),
    (b"Launch", "Launch"),
    (b"EmbeddedFile", "EmbeddedFile"),
    (b"EmbeddedFiles", "EmbeddedFile"),
    (b"XFA", "XFA"),
    (b"RichMedia", "RichMedia"),
    (b"RichMediaContent", "RichMedia"),
    (b"SubmitForm", "SubmitForm"),
    (b"ImportData", "ImportData"),
    (b"GoToE", "GoToE"),
    (b"GoToR", "GoToR"),
    (b"Rendition", "Rendition"),
];
/// Where the last mark of a document stands at the latest: so many bytes before its end.
const TAIL: usize = 1024;
const LOCKED: Refusal = (AttachmentReason::LockedPdf, "");
const BROKEN: Refusal = (AttachmentReason::BrokenPdf, "");

/// How many pages a document has.
pub(super) fn check(bytes: &[u8]) -> Result<usize, Refusal> {
    let tail = &bytes[bytes.len().saturating_sub(TAIL)..];
    if !tail.windows(5).any(|mark| mark == b"%%EOF") {
        return Err(BROKEN);
    }
    raw::check(bytes)?;
    let mut options = LoadOptions::with_max_decompressed_size(MOST_UNPACKED);
    options.password = None;
    let document = Document::load_mem_with_options(bytes, options).map_err(|_| BROKEN)?;
    if document.is_encrypted() || document.was_encrypted() {
        return Err(LOCKED);
    }
    objects(&document)?;
    opening(&document)?;
    match document.page_iter().take(MOST_PAGES + 1).count() {
        0 => Err(BROKEN),
        pages if pages > MOST_PAGES => Err((AttachmentReason::TooManyPages(MOST_PAGES), "")),
        pages => Ok(pages),
    }
}

/// What a key or name stands for, if it acts.
fn active(name: &[u8]) -> Result<(), Refusal> {
    let found = ACTIVE.iter().find(|(known, _)| *known == name);
    found.map_or(Ok(()), |(_, what)| Err((AttachmentReason::ActivePdf, *what)))
}

/// Every object that the document's table knows.
fn objects(document: &Document) -> Result<(), Refusal> {
    let mut left: Vec<&Object> = document.objects.values().collect();
    while let Some(object) = left.pop() {
        match object {
            Object::Name(name) => active(name)?,
            Object::Array(items) => left.extend(items),
            Object::Dictionary(entries) => left.extend(keys(entries)?),
            Object::Stream(stream) => left.extend(keys(&stream.dict)?),
            _ => {}
        }
    }
    Ok(())
}

fn keys(entries: &Dictionary) -> Result<impl Iterator<Item = &Object>, Refusal> {
    entries.iter().try_for_each(|(key, _)| active(key))?;
    Ok(entries.iter().map(|(_, value)| value))
}

/// Opening a document may show a place in it, as office programs write it, and do nothing else.
fn opening(document: &Document) -> Result<(), Refusal> {
    let catalog = document.catalog().map_err(|_| BROKEN)?;
    let Ok(action) = catalog.get_deref(b"OpenAction", document) else {
        let is_there = catalog.has(b"OpenAction");
        return if is_there { Err((AttachmentReason::ActivePdf, "OpenAction")) } else { Ok(()) };
    };
    let goes_to = |entries: &Dictionary| {
        entries.get_deref(b"S", document).and_then(Object::as_name).is_ok_and(|it| it == b"GoTo")
            && !entries.has(b"Next")
    };
    match action {
        Object::Array(_) | Object::Null => Ok(()),
        Object::Dictionary(entries) if goes_to(entries) => Ok(()),
        _ => Err((AttachmentReason::ActivePdf, "OpenAction")),
    }
}
