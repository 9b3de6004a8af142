//! What uploads of tables share: how they are taken, and how many are read at once.

use std::fmt::Display;

use serde::Deserialize;
use tokio::sync::Semaphore;
use utoipa::IntoParams;

use crate::error::Error;

/// Files that are read at once: one that is packed small may take much memory for a while.
static READING: Semaphore = Semaphore::const_new(2);

/// Reads a file when its turn comes, off the threads that answer others.
pub async fn read<T: Send + 'static>(
    read: impl FnOnce() -> T + Send + 'static,
) -> Result<T, Error> {
    let stopped = |why: &dyn Display| Error::new(format!("an upload stopped: {why}"));
    let turn = READING.acquire().await.map_err(|error| stopped(&error))?;
    let reading = tokio::task::spawn_blocking(move || {
        let _turn = turn;
        read()
    });
    reading.await.map_err(|error| stopped(&error))
}

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
