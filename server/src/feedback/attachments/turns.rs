//! Whose turn it is to have files looked into: a picture may take up a great deal of memory.

use tokio::sync::Semaphore;

use crate::problem::Problem;

/// Senders who may wait.
const WAITING: usize = 12;
/// Files that are looked into at once.
const AT_WORK: usize = 1;

/// The places of those who wait and of those whose turn it is.
pub(super) struct Turns {
    waiting: Semaphore,
    at_work: Semaphore,
}

impl Turns {
    pub(super) const fn new() -> Self {
        Self { waiting: Semaphore::const_new(WAITING), at_work: Semaphore::const_new(AT_WORK) }
    }

    /// Does heavy work on a thread of its own, when it is this caller's turn. Whoever comes when too
    /// many wait is told to come back.
    pub(super) async fn take<T: Send + 'static>(
        &self,
        work: impl FnOnce() -> T + Send + 'static,
    ) -> Result<T, Problem> {
        let _waiting = self.waiting.try_acquire().map_err(|_| Problem::Away)?;
        let _at_work = self.at_work.acquire().await.map_err(|_| Problem::Away)?;
        tokio::task::spawn_blocking(work).await.map_err(|error| {
            tracing::error!(%error, "attachments could not be looked into");
            Problem::Broken
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn when_too_many_wait_the_next_is_told_to_come_back() {
        let turns = Turns::new();
        let all = turns.waiting.acquire_many(u32::try_from(WAITING).unwrap()).await.unwrap();
        assert!(matches!(turns.take(|| ()).await, Err(Problem::Away)));
        drop(all);
        assert!(turns.take(|| ()).await.is_ok());
    }
}
