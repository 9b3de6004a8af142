//! The register of another channel from a file.

use domain::Lang;
use leptos::prelude::*;

use super::calls;
use crate::{
    office::{
        desk::Desk,
        pages::parts::{aside, back, head, lead},
        upload::{UploadWords, upload},
    },
    text::{count, office::feedback::imports::imports},
};

/// The page.
pub(crate) fn page(desk: Desk) -> AnyView {
    let words = imports(desk.lang);
    let file = UploadWords {
        file: words.file,
        hint: words.hint,
        check: words.check,
        take: words.take,
        done: taken,
    };
    vec![
        back(desk, calls::INBOX),
        head(desk, words.heading),
        lead(words.lead),
        aside(words.columns),
        upload(desk, "/feedback/imports".to_owned(), file, RwSignal::new(0)),
    ]
    .into_any()
}

/// What an upload did, or would do.
fn taken(lang: Lang, rows: usize, applied: bool) -> String {
    let words = imports(lang);
    let said = if applied { words.done } else { words.dry_run };
    said(&count(lang, rows as u64))
}
