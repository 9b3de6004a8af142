//! The clock on the wall, where a test must not be cut in two by it.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

/// The server counts crowds and guesses in stretches so long; days and months begin with one, too.
const STRETCH: Duration = Duration::from_secs(600);
/// What a test that depends on it takes at most.
const TEST: Duration = Duration::from_secs(6);

/// Waits where a stretch is about to end: a test that counts, or names the day, stays within one.
#[expect(
    clippy::disallowed_methods,
    reason = "a test outside the server looks at the clock itself"
)]
pub(crate) async fn clear_of_its_turn() {
    let now = SystemTime::now().duration_since(UNIX_EPOCH).expect("after 1970");
    let left = STRETCH - Duration::from_millis((now.as_millis() % STRETCH.as_millis()) as u64);
    if left < TEST {
        tokio::time::sleep(left).await;
    }
}
