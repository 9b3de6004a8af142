//! An act of staff: what it writes and its entry on the record are kept together, or not at all.

use serde::Serialize;
use serde_json::Value;

use super::Staff;
use crate::{
    node::Node,
    problem::Problem,
    store::{
        Tx,
        record::{self, Entry},
    },
};

/// An act that was begun. Unless it is kept, nothing of it is.
pub struct Act<'a> {
    node: &'a Node,
    staff: &'a Staff,
    /// Its transaction.
    pub tx: Tx,
}

/// What was done, for the record.
pub struct Deed {
    action: &'static str,
    object: String,
    before: Option<Value>,
    after: Option<Value>,
}

impl Deed {
    /// Noun and verb, such as `unit.rename`, and what it was done to, such as `unit/PQLTM`.
    pub fn new(action: &'static str, object: impl Into<String>) -> Self {
        Self { action, object: object.into(), before: None, after: None }
    }

    /// How it was before, without anything that opens a door or names a citizen.
    #[must_use]
    pub fn before(self, before: impl Serialize) -> Self {
        Self { before: serde_json::to_value(before).ok(), ..self }
    }

    /// How it is now, without the same.
    #[must_use]
    pub fn after(self, after: impl Serialize) -> Self {
        Self { after: serde_json::to_value(after).ok(), ..self }
    }

    fn entry<'a>(self, node: &Node, staff: &'a Staff, object: &'a str) -> Entry<'a> {
        let Self { action, before, after, .. } = self;
        let (moment, account) = (node.moment(), Some(staff.account));
        Entry { moment, account, actor: &staff.actor, action, object, before, after }
    }
}

impl Staff {
    /// Begins an act; it is about to write.
    pub async fn act<'a>(&'a self, node: &'a Node) -> Result<Act<'a>, Problem> {
        Ok(Act { node, staff: self, tx: node.db.begin().await? })
    }

    /// Puts something on the record that changes nothing, such as a look at personal data.
    pub async fn note(&self, node: &Node, mut deed: Deed) -> Result<(), Problem> {
        let object = std::mem::take(&mut deed.object);
        Ok(record::note(&node.db, &node.world.keys, deed.entry(node, self, &object)).await?)
    }
}

impl Act<'_> {
    /// The row of whoever acts.
    pub fn by(&self) -> i64 {
        self.staff.account
    }

    /// Keeps the act and its entry.
    pub async fn keep(mut self, deed: Deed) -> Result<(), Problem> {
        self.note(deed).await?;
        self.commit().await
    }

    /// Writes the entry. Whoever else writes one waits from here until the act ends, so whatever two
    /// acts may not do at once is checked after it.
    pub async fn note(&mut self, mut deed: Deed) -> Result<(), Problem> {
        let object = std::mem::take(&mut deed.object);
        let entry = deed.entry(self.node, self.staff, &object);
        Ok(record::add(&mut self.tx, &self.node.world.keys, entry).await?)
    }

    /// Keeps an act whose entry is written.
    pub async fn commit(self) -> Result<(), Problem> {
        Ok(self.tx.commit().await?)
    }
}
