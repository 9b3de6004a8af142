//! Room for what takes up memory while it arrives: so many at once, and not all of them one sender's.

use std::{
    collections::HashMap,
    sync::{Arc, Mutex, PoisonError},
};

use tokio::sync::{OwnedSemaphorePermit, Semaphore, SemaphorePermit};

use crate::keys::Key;

/// The places, and who has them.
pub(super) struct Room {
    all: Semaphore,
    of_one: usize,
    origins: Mutex<HashMap<Key, Arc<Semaphore>>>,
}

/// A place, free again when this goes.
pub(super) struct Place<'a> {
    room: &'a Room,
    origin: Key,
    own: Option<OwnedSemaphorePermit>,
    _shared: SemaphorePermit<'a>,
}

impl Room {
    pub(super) fn new(all: usize, of_one: usize) -> Self {
        Self { all: Semaphore::new(all), of_one, origins: Mutex::default() }
    }

    /// Waits for a place: first among those of the same origin, then among all.
    pub(super) async fn place(&self, origin: Key) -> Place<'_> {
        let own = {
            let mut origins = self.origins.lock().unwrap_or_else(PoisonError::into_inner);
            // Those nobody waits for or holds any more.
            origins.retain(|_, places| {
                Arc::strong_count(places) > 1 || places.available_permits() < self.of_one
            });
            let new = || Arc::new(Semaphore::new(self.of_one));
            origins.entry(origin).or_insert_with(new).clone()
        };
        let own = own.acquire_owned().await.expect("nobody closes it");
        let shared = self.all.acquire().await.expect("nobody closes it");
        Place { room: self, origin, own: Some(own), _shared: shared }
    }
}

impl Drop for Place<'_> {
    fn drop(&mut self) {
        self.own = None;
        let mut origins = self.room.origins.lock().unwrap_or_else(PoisonError::into_inner);
        if origins.get(&self.origin).is_some_and(|places| Arc::strong_count(places) == 1) {
            origins.remove(&self.origin);
        }
    }
}

#[cfg(test)]
mod tests {
    use std::{
        future::Future,
        pin::pin,
        task::{Context, Poll, Waker},
    };

    use super::*;

    fn is_ready(waiting: std::pin::Pin<&mut impl Future>) -> bool {
        matches!(waiting.poll(&mut Context::from_waker(Waker::noop())), Poll::Ready(_))
    }

    #[tokio::test]
    async fn one_sender_holds_no_more_than_a_part_of_the_places() {
        let room = Room::new(3, 2);
        let (busy, other, third) = ([1; 32], [2; 32], [3; 32]);
        let first = room.place(busy).await;
        let _second = room.place(busy).await;
        let mut more = pin!(room.place(busy));
        assert!(!is_ready(more.as_mut()), "a third of the same sender waits");
        let others = room.place(other).await;
        let mut late = pin!(room.place(third));
        assert!(!is_ready(late.as_mut()), "all places are taken");
        drop(others);
        assert!(is_ready(late.as_mut()), "and one is free again");
        drop(first);
        assert!(!room.origins.lock().unwrap().contains_key(&other), "who left is forgotten");
        assert!(is_ready(more.as_mut()));
    }
}
