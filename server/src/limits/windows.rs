//! Counts in stretches of time, bounded in number.

use std::collections::HashMap;

use crate::keys::Key;

/// How long a count runs, in milliseconds.
pub const SPAN: i64 = 600_000;
/// Places counted apart; beyond them the newest share one count.
const MOST: usize = 100_000;

/// Counts of the stretch that runs now.
#[derive(Default)]
pub struct Windows {
    stretch: i64,
    counts: HashMap<(String, Option<Key>), u64>,
}

impl Windows {
    /// Counts one more; how many came before it in this stretch.
    pub fn earlier(&mut self, campaign: &str, origin: Option<&Key>, moment: i64) -> u64 {
        if self.stretch != moment / SPAN {
            *self = Self { stretch: moment / SPAN, counts: HashMap::new() };
        }
        let is_full = self.counts.len() >= MOST;
        let mut place = (campaign.to_owned(), origin.copied());
        if is_full && !self.counts.contains_key(&place) {
            place = (String::new(), None);
        }
        let count = self.counts.entry(place).or_default();
        *count += 1;
        *count - 1
    }

    /// Takes one back, if it is of this stretch.
    pub fn take_back(&mut self, campaign: &str, origin: Option<&Key>) {
        if let Some(count) = self.counts.get_mut(&(campaign.to_owned(), origin.copied())) {
            *count = count.saturating_sub(1);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_flood_of_origins_takes_no_more_memory() {
        let mut windows = Windows::default();
        for origin in 0..MOST + 1000 {
            let mut key = Key::default();
            key[..8].copy_from_slice(&origin.to_le_bytes());
            windows.earlier("a", Some(&key), 0);
        }
        assert!(windows.counts.len() <= MOST + 1);
        assert!(windows.counts.values().any(|count| *count >= 1000), "they share one");
    }
}
