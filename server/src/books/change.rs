//! One change of the books: an act of staff from whose beginning to its end nobody else changes them.

use domain::{Catalogue, books::draft::Draft};
use serde::Serialize;
use sha2::{Digest, Sha256};

use super::outcome;
use crate::{
    node::Node,
    problem::Problem,
    staff::{Act, Deed, Staff},
    store::{books, settings},
};

/// A change that was begun. Unless it is kept, nothing of it is.
pub struct Change<'a> {
    node: &'a Node,
    /// The act, with its transaction.
    pub act: Act<'a>,
    /// The books as they are by now.
    pub books: Catalogue,
}

/// Refuses to change what belongs to no single unit, unless somebody may change everything.
pub fn everything(staff: &Staff) -> Result<(), Problem> {
    if staff.scope.holds(None) { Ok(()) } else { Err(Problem::NotAllowed) }
}

impl<'a> Change<'a> {
    /// Begins a change that `plan` makes of the books, or refuses. Others that change the books wait,
    /// on whichever server they are; nobody waits for a form with a fault of its own.
    pub async fn begin<T>(
        node: &'a Node,
        staff: &'a Staff,
        is_sound: bool,
        plan: impl Fn(&Catalogue) -> Result<T, Problem>,
    ) -> Result<(Self, T), Problem> {
        if !is_sound {
            plan(&books::load(&node.db).await?)?;
        }
        let mut act = staff.act(node).await?;
        // Before anything is read: with the counter's row comes the turn to change the books.
        settings::books_changed(&mut act.tx).await?;
        let books = books::read(&mut act.tx).await?;
        let planned = plan(&books)?;
        Ok((Self { node, act, books }, planned))
    }

    /// Begins a change of what is kept beside the books: the calendar, targets, settings.
    pub async fn beside(node: &'a Node, staff: &'a Staff) -> Result<Self, Problem> {
        Ok(Self::begin(node, staff, true, |_| Ok(())).await?.0)
    }

    /// Writes what is to change, if it stands under the rules.
    pub async fn write(&mut self, draft: Draft) -> Result<(), Problem> {
        let outcome = outcome(&mut self.act.tx, &self.books, draft).await?;
        if !outcome.faults.is_empty() {
            return Err(outcome.faults_once().into());
        }
        let edits = books::write(&mut self.act.tx, outcome.edits).await?;
        self.books = self.books.with(&edits);
        Ok(())
    }

    /// Writes what is to change and keeps it, with an entry that holds what the page shows by then.
    pub async fn finish<P: Serialize>(
        mut self,
        draft: Draft,
        deed: Deed,
        page: impl FnOnce(&Catalogue) -> Option<P>,
    ) -> Result<P, Problem> {
        self.write(draft).await?;
        let page = page(&self.books).ok_or(Problem::Broken)?;
        self.keep(deed.after(&page)).await?;
        Ok(page)
    }

    /// Keeps the change and its entry in the record, and lets every page follow it.
    pub async fn keep(self, deed: Deed) -> Result<(), Problem> {
        self.act.keep(deed).await?;
        if let Err(error) = self.node.refresh().await {
            // It is kept all the same, and the books are looked at again within seconds.
            tracing::warn!(%error, "the books could not be read again");
        }
        Ok(())
    }
}

/// What tells two states of an entry apart, in sixteen digits.
pub fn state(entry: &impl Serialize) -> String {
    let text = serde_json::to_vec(entry).unwrap_or_default();
    Sha256::digest(text).iter().take(8).map(|byte| format!("{byte:02x}")).collect()
}
