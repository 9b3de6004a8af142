//! What the sender of a kept ballot does about it, each in one transaction and on the record.

use domain::ballot::CheckedCorrection;
use serde_json::json;
use uuid::Uuid;

use super::{
    Db, Tx, consents, corrections, erasures,
    record::{self, Entry},
    withdrawals,
};
use crate::{
    erasures::{Erased, Erasures},
    keys::{Key, Keys},
};

/// What is to be done.
#[derive(Clone, Debug)]
pub enum What {
    /// All of it is taken back.
    Withdrawal,
    /// What was added in words is taken back.
    CommentWithdrawal,
    /// What was agreed to for a purpose is taken back.
    ConsentWithdrawal(String),
    /// It says something else from now on.
    Correction(CheckedCorrection),
}

/// Something to be done about a ballot by its sender.
pub struct BallotChange {
    /// The ballot.
    pub id: Uuid,
    /// What.
    pub what: What,
    /// Today, `YYYYMMDD`.
    pub day: i64,
    /// Now, in milliseconds since 1970.
    pub moment: i64,
    /// What chains the record.
    pub keys: Keys,
    /// Where it is remembered apart from the database.
    pub erasures: Erasures,
}

impl BallotChange {
    /// Does it; whether there was anything to do it to.
    ///
    /// This is the writer's to do: on SQLite it remembers the tallies.
    pub async fn apply(&self, db: &Db) -> Result<bool, sqlx::Error> {
        let mut tx = db.begin().await?;
        let Some(gone) = self.write(&mut tx).await? else { return Ok(false) };
        let marks: Vec<Key> = gone.iter().map(|it| it.mark(&self.keys, self.id)).collect();
        if !marks.is_empty() {
            let seq = self.erasures.add(&marks, self.day, 0)?;
            erasures::reached(&mut tx, &self.erasures.id, seq).await?;
        }
        record::add(&mut tx, &self.keys, self.entry()).await?;
        tx.commit().await?;
        Ok(true)
    }

    /// What is gone with it; nothing, if there was nothing to change.
    async fn write(&self, tx: &mut Tx) -> Result<Option<Vec<Erased>>, sqlx::Error> {
        let (was_there, gone) = match &self.what {
            What::Withdrawal => {
                (withdrawals::withdraw(tx, self.id, self.day).await?, Erased::Ballot)
            }
            What::CommentWithdrawal => {
                (withdrawals::withdraw_comment(tx, self.id, self.day).await?, Erased::Comment)
            }
            What::ConsentWithdrawal(purpose) => {
                let held = consents::withdraw(tx, self.id, purpose, self.day).await?;
                (held, Erased::Consent(purpose.clone()))
            }
            What::Correction(correction) => {
                return corrections::correct(tx, self.id, correction, self.day).await;
            }
        };
        Ok(was_there.then(|| vec![gone]))
    }

    /// Which ballot stays untold: what is gone shall not be traced through the record.
    fn entry(&self) -> Entry<'_> {
        let (action, after) = match &self.what {
            What::Withdrawal => ("ballot.withdraw", None),
            What::CommentWithdrawal => ("comment.withdraw", None),
            What::ConsentWithdrawal(purpose) => {
                ("consent.withdraw", Some(json!({ "purpose": purpose })))
            }
            What::Correction(_) => ("ballot.correct", None),
        };
        Entry {
            moment: self.moment,
            account: None,
            actor: "citizen",
            action,
            object: "ballot",
            before: None,
            after,
        }
    }
}
