//! Guesses at receipts and their pins: bounded by origin, and told to whoever runs the server.
//!
//! Each receipt is guarded by itself ([`crate::receipts`]); this holds up whoever goes through many.
//! Only stand-ins of origins are counted, in memory, and none is logged.

use std::sync::{Mutex, PoisonError};

use super::windows::{SPAN, Windows};
use crate::{keys::Key, problem::Problem};

/// Wrong ones from one origin in [`SPAN`], the right ones of everybody there aside, before it waits.
const WRONG: u64 = 30;
/// Wrong ones from everywhere in [`SPAN`] that are no slips of the hand any more.
const ALARM: u64 = 100;
/// The count of all origins.
const ALL: &str = "all";

/// What was guessed lately on this server.
#[derive(Default)]
pub struct Guesses(Mutex<Windows>);

impl Guesses {
    /// Counts a try before it is heard, or says how long its origin has to wait.
    pub fn begin(&self, origin: &Key, moment: i64) -> Result<Guess<'_>, Problem> {
        if self.windows(|windows| windows.earlier("", Some(origin), moment)) < WRONG {
            return Ok(Guess { guesses: self, origin: *origin, is_wrong: false });
        }
        let left = (SPAN - moment.rem_euclid(SPAN)).div_euclid(1000) + 1;
        Err(Problem::TooMany(u32::try_from(left).unwrap_or(u32::MAX)))
    }

    /// Counts one that was wrong for all origins; at so many there is an alarm, once in a stretch.
    fn wrong(&self, moment: i64) {
        metrics::counter!("hailong_receipts_mistaken_total").increment(1);
        if self.windows(|windows| windows.earlier(ALL, None, moment)) + 1 == ALARM {
            metrics::counter!("hailong_guessing_alarms_total").increment(1);
            tracing::warn!(
                wrong = ALARM,
                minutes = SPAN / 60_000,
                "receipts or pins are being guessed: that many wrong ones came within that time"
            );
        }
    }

    fn windows<T>(&self, with: impl FnOnce(&mut Windows) -> T) -> T {
        with(&mut self.0.lock().unwrap_or_else(PoisonError::into_inner))
    }
}

/// A try that was counted and is being heard. It is taken back by whatever ends it but a word that it
/// was wrong: it was right, nobody had time to hear it, or its sender hung up.
#[must_use]
pub struct Guess<'a> {
    guesses: &'a Guesses,
    origin: Key,
    is_wrong: bool,
}

impl Guess<'_> {
    /// It was wrong, and stays.
    pub fn wrong(mut self, moment: i64) {
        self.is_wrong = true;
        self.guesses.wrong(moment);
    }
}

impl Drop for Guess<'_> {
    fn drop(&mut self) {
        if !self.is_wrong {
            self.guesses.windows(|windows| windows.take_back("", Some(&self.origin)));
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_origin_that_guesses_waits_and_others_do_not() {
        let guesses = Guesses::default();
        let begin = |origin: u8, moment| {
            guesses.begin(&[origin; 32], moment).map(|guess| guess.wrong(moment))
        };
        assert!((0..WRONG).all(|_| begin(1, 0).is_ok()));
        assert!(matches!(begin(1, 30_000), Err(Problem::TooMany(571))));
        assert!(begin(2, 0).is_ok() && begin(1, SPAN).is_ok());
    }

    #[test]
    fn what_was_right_or_cut_off_is_not_held_against_anyone() {
        let guesses = Guesses::default();
        for _ in 0..WRONG * 2 {
            let guess = guesses.begin(&[1; 32], 0);
            assert!(guess.is_ok());
            drop(guess);
        }
    }
}
