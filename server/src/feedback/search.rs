//! What the words of a case are searched by: what lists show of them, so that a search tells nobody more.

use domain::text;

use super::redaction;
use crate::{
    error::Error,
    node::Node,
    store::feedback::{cases, log},
};

/// Cases that are made searchable at once.
const PAGE: i64 = 200;

/// Words as they are searched: without what looks personal, marks and case; never empty.
pub fn folded(words: &str) -> String {
    let folded = text::fold(&redaction::hidden(words));
    if folded.is_empty() { " ".to_owned() } else { folded }
}

/// Makes every case searchable that is not yet.
pub async fn refill(node: &Node) -> Result<(), Error> {
    loop {
        let numbers = cases::unfolded(&node.db, PAGE).await?;
        if numbers.is_empty() {
            return Ok(());
        }
        let mut tx = node.db.begin().await?;
        for number in numbers {
            let words = log::words(&mut tx, number).await?;
            let first = words.first().map_or("", |(_, text)| text.as_str());
            cases::fold(&mut tx, number, &folded(first)).await?;
        }
        tx.commit().await?;
    }
}
