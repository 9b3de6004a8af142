//! What a change of the books would do: it is planned on the books as they are, and nothing is written.

use axum::Json;
use chrono::NaiveDate;
use domain::{
    Catalogue,
    books::{draft::Draft, outlook::Comparison},
    office::books::outlook::Outlook,
};

use super::outcome;
use crate::{
    node::Node,
    problem::Problem,
    store::{books, outlook},
};

/// What a change would do that `plan` makes of the books, with the first day on which it is so; or
/// everything wrong with it.
pub async fn look_ahead(
    node: &Node,
    plan: impl FnOnce(&Catalogue) -> Result<(Draft, NaiveDate), Problem>,
) -> Result<Json<Outlook>, Problem> {
    let mut tx = node.db.snapshot().await?;
    let before = books::read(&mut tx).await?;
    let (draft, day) = plan(&before)?;
    let outcome = outcome(&mut tx, &before, draft).await?;
    if !outcome.faults.is_empty() {
        return Err(outcome.faults_once().into());
    }
    let beside = outlook::beside(&mut tx, day).await?;
    tx.commit().await?;
    let after = before.with(&outcome.edits);
    let comparison = Comparison { before: &before, after: &after, day, beside: &beside };
    Ok(Json(comparison.outlook()))
}
