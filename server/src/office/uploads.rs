//! What uploads of tables share: how they are taken, and how many are read at once.

use serde::Deserialize;
use tokio::sync::Semaphore;
use utoipa::IntoParams;

/// Files that are read at once: one that is packed small may take much memory for a while.
pub static READING: Semaphore = Semaphore::const_new(2);

/// How a file is taken.
#[derive(Default, Deserialize, IntoParams)]
#[serde(default)]
#[into_params(parameter_in = Query)]
pub struct How {
    /// Only looks for faults, and keeps nothing.
    dry_run: Option<String>,
}

impl How {
    /// Whether nothing is kept.
    pub fn is_dry(&self) -> bool {
        self.dry_run.as_deref().is_some_and(|said| !matches!(said, "false" | "0"))
    }
}
