//! A ballot says something else from now on: its row, its words and its counts, and nothing of what
//! it said before stays.

use domain::{
    CheckedBallot,
    ballot::{CheckedCorrection, pack},
};
use uuid::Uuid;

use super::{
    Tx, consents, tallies,
    withdrawals::{StoredBallot, forget_comment, locked},
    within,
};
use crate::erasures::Erased;

/// Corrects a ballot; what is gone with it, or nothing if the ballot is not there. Where and when it
/// counts stays, and so does the hash of what was first sent.
pub(super) async fn correct(
    tx: &mut Tx,
    id: Uuid,
    correction: &CheckedCorrection,
    day: i64,
) -> Result<Option<Vec<Erased>>, sqlx::Error> {
    let Some(row) = locked(tx, id).await? else { return Ok(None) };
    let before = row.ballot(id)?;
    let now = rewrite(tx, &before, correction, day).await?;
    let gone = words(tx, id, &row, correction, day).await?;
    tallies::change(tx, &before, Some(&now)).await?;
    Ok(Some(gone))
}

/// Writes what the row of a ballot says from now on; the ballot as it then is.
pub(super) async fn rewrite(
    tx: &mut Tx,
    before: &CheckedBallot,
    CheckedCorrection { answers, respondent, .. }: &CheckedCorrection,
    day: i64,
) -> Result<CheckedBallot, sqlx::Error> {
    within!(tx, conn => {
        sqlx::query("update ballots set answers = $2, respondent = $3, corrected = $4 where id = $1")
            .bind(before.id).bind(pack(answers)).bind(respondent.packed()).bind(day)
            .execute(conn).await?;
    });
    let (answers, respondent) = (answers.clone(), *respondent);
    Ok(CheckedBallot { answers, respondent, ..before.clone() })
}

/// Puts the new words in the place of the old ones, with what is agreed to about them.
async fn words(
    tx: &mut Tx,
    id: Uuid,
    row: &StoredBallot,
    correction: &CheckedCorrection,
    day: i64,
) -> Result<Vec<Erased>, sqlx::Error> {
    let mut gone = Vec::new();
    if row.comment.is_some() && row.comment != correction.comment {
        gone.push(Erased::Comment);
    }
    let Some(comment) = &correction.comment else {
        forget_comment(tx, id).await?;
        return Ok(gone);
    };
    if row.comment.as_ref() != Some(comment) {
        put(tx, id, row, comment).await?;
    }
    for held in consents::agreed_in(tx, id).await? {
        let is_named = correction.consents.iter().any(|it| it.purpose == held.purpose);
        if held.withdrawn.is_none() && !is_named {
            consents::withdraw(tx, id, &held.purpose, day).await?;
            gone.push(Erased::Consent(held.purpose));
        }
    }
    for consent in &correction.consents {
        consents::agree_again(tx, id, consent, day).await?;
    }
    Ok(gone)
}

async fn put(tx: &mut Tx, id: Uuid, row: &StoredBallot, comment: &str) -> Result<(), sqlx::Error> {
    within!(tx, conn => {
        sqlx::query(
            "insert into comments (ballot_id, text, day, unit_version_id, campaign_id)
             values ($1, $2, $3, $4, $5)
             on conflict (ballot_id) do update set text = excluded.text",
        )
        .bind(id).bind(comment.to_owned()).bind(row.day).bind(row.unit_version_id)
        .bind(row.campaign_id).execute(conn).await.map(|_| ())
    })
}
