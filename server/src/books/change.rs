//! One change of the books: nobody else changes them from its beginning to its end, and it is kept
//! together with its entry in the record, or not at all.

use domain::Catalogue;
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::{
    error::Error,
    office::Staff,
    problem::Problem,
    state::App,
    store::{Tx, books, record, settings},
};

/// A change that was begun. Unless it is ended, nothing of it is kept.
pub struct Change {
    /// Its transaction.
    pub tx: Tx,
    /// The books as they are before it.
    pub books: Catalogue,
}

/// What was done, for the record.
pub struct Done<'a> {
    /// Noun and verb, such as `unit.rename`.
    pub action: &'a str,
    /// What it was done to, such as `unit/PQLTM`.
    pub object: &'a str,
    /// How it was before.
    pub before: Option<Value>,
    /// How it is now.
    pub after: Option<Value>,
}

impl Change {
    /// Begins a change of what belongs to no single unit, by somebody who may change everything.
    pub async fn of_everything(app: &App, staff: &Staff) -> Result<Self, Problem> {
        if staff.scope.holds(None) { Self::begin(app).await } else { Err(Problem::NotAllowed) }
    }

    /// Begins a change. Others that change the books wait, on whichever server they are.
    pub async fn begin(app: &App) -> Result<Self, Problem> {
        let mut tx = app.db.begin().await?;
        settings::books_changed(&mut tx).await?;
        let books = books::read(&mut tx).await?;
        Ok(Self { tx, books })
    }

    /// The books as they are by now.
    pub async fn now(&mut self) -> Result<Catalogue, Error> {
        books::read(&mut self.tx).await
    }

    /// Keeps the change and its entry in the record, and lets every page follow it.
    pub async fn end(mut self, app: &App, staff: &Staff, done: Done<'_>) -> Result<(), Problem> {
        let Done { action, object, before, after } = done;
        let entry = staff.entry(app, action, object, before, after);
        record::add(&mut self.tx, &app.world.keys, entry).await?;
        self.tx.commit().await?;
        if let Err(error) = app.refresh().await {
            // It is kept all the same, and the books are looked at again within seconds.
            tracing::warn!(%error, "the books could not be read again");
        }
        Ok(())
    }
}

/// What tells two states of an entry apart, in sixteen digits.
pub fn state(entry: &impl Serialize) -> String {
    let said = serde_json::to_vec(entry).unwrap_or_default();
    Sha256::digest(said).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
