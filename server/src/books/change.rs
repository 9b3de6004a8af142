//! One change of the books: nobody else changes them from its beginning to its end, and it is kept
//! together with its entry in the record, or not at all.

use domain::{Catalogue, books::draft::Draft};
use serde::Serialize;
use serde_json::Value;
use sha2::{Digest, Sha256};

use super::outcome;
use crate::{
    office::Staff,
    problem::Problem,
    state::App,
    store::{Tx, books, record, settings},
};

/// A change that was begun. Unless it is ended, nothing of it is kept.
pub struct Change {
    /// Its transaction.
    pub tx: Tx,
    /// The books as they are by now.
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

/// Refuses to change what belongs to no single unit, unless somebody may change everything.
pub fn everything(staff: &Staff) -> Result<(), Problem> {
    if staff.scope.holds(None) { Ok(()) } else { Err(Problem::NotAllowed) }
}

impl Change {
    /// Begins a change that `plan` makes of the books, or refuses. Others that change the books wait,
    /// on whichever server they are; nobody waits for a form with a fault of its own.
    pub async fn begin<T>(
        app: &App,
        is_sound: bool,
        plan: impl Fn(&Catalogue) -> Result<T, Problem>,
    ) -> Result<(Self, T), Problem> {
        if !is_sound {
            plan(&app.books().catalogue)?;
        }
        let mut tx = app.db.begin().await?;
        settings::books_changed(&mut tx).await?;
        let books = books::read(&mut tx).await?;
        let planned = plan(&books)?;
        Ok((Self { tx, books }, planned))
    }

    /// Writes what is to change, if it stands under the rules.
    pub async fn write(&mut self, draft: Draft) -> Result<(), Problem> {
        let outcome = outcome(&mut self.tx, &self.books, draft).await?;
        if !outcome.faults.is_empty() {
            return Err(Problem::faults(outcome.faults_once()));
        }
        let edits = books::write(&mut self.tx, outcome.edits).await?;
        self.books = self.books.with(&edits);
        Ok(())
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
