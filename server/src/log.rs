//! SQLite's write-ahead log: how long it is, told before it fills the disk.
//!
//! It begins anew every 4 MB, unless somebody reads an older state of the database: `hailong verify`,
//! or another program that has the file open. The server itself reads no longer than a request takes.

use std::time::Duration;

use crate::node::Node;

/// How often it is looked at.
const LOOK: Duration = Duration::from_secs(5);
/// Longer than this it is only if somebody reads for long: four times what it is otherwise.
const LONG: u64 = 16 << 20;

/// Looks at it for as long as the server runs.
pub async fn watch(node: Node) {
    let mut ticks = tokio::time::interval(LOOK);
    let mut last = 0;
    loop {
        ticks.tick().await;
        let Some(bytes) = node.db.log_bytes() else { return };
        #[expect(clippy::cast_precision_loss, reason = "a gauge is a float")]
        metrics::gauge!("hailong_log_bytes").set(bytes as f64);
        let Some(word) = next_word(last, bytes) else { continue };
        last = word;
        match word {
            0 => tracing::info!(bytes, "the database's log is short again"),
            _ => tracing::warn!(
                bytes,
                "the database's log grows: somebody has been reading the file for long, such as \
                 `hailong verify` or another program; it shrinks once that ends"
            ),
        }
    }
}

/// What is to be said of so many bytes after `last`: the bytes at each doubling, 0 once it is short
/// again, otherwise nothing.
fn next_word(last: u64, bytes: u64) -> Option<u64> {
    match bytes {
        _ if bytes <= LONG => (last > 0).then_some(0),
        _ => (bytes >= 2 * last).then_some(bytes),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_log_that_grows_is_told_at_each_doubling_and_once_it_is_short_again() {
        let mut last = 0;
        let mut words = Vec::new();
        for megabytes in [4, 16, 17, 20, 33, 35, 70, 12, 4, 18] {
            let word = next_word(last, megabytes << 20);
            words.extend(word.map(|bytes| bytes >> 20));
            last = word.unwrap_or(last);
        }
        assert_eq!(words, [17, 35, 70, 0, 18]);
    }
}
