//! Changing the office's books: `domain` says what may come of a change, `store` writes it, and a
//! form's change is one transaction with its entry in the record.

mod change;

use domain::{
    Catalogue,
    books::draft::{Draft, Outcome},
};

pub use self::change::{Change, Done, everything, state};
use crate::store::{Tx, books};

/// What a change comes to, with what the ballots that came in say about it. Nothing is written.
pub async fn outcome(tx: &mut Tx, books: &Catalogue, draft: Draft) -> Result<Outcome, sqlx::Error> {
    let ballots = books::ballots(tx, &draft).await?;
    Ok(draft.outcome(books, &ballots))
}
