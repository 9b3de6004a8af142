//! How much may come from one place before its senders have to take their time.
//!
//! A whole office shares one address, so nobody is refused for it: above the threshold a browser
//! does a piece of work first, and a form without scripts waits.

pub mod guesses;
pub mod pass;
mod windows;

use std::sync::{Mutex, PoisonError};

use uuid::Uuid;

use self::{guesses::Guesses, windows::Windows};
use crate::{keys::Key, problem::Problem};

/// How many ballots are taken without more ado in [`windows::SPAN`].
#[derive(Clone, Copy, Debug)]
pub struct Free {
    /// From one origin to one campaign.
    pub origin: u64,
    /// To one campaign, wherever they come from.
    pub campaign: u64,
    /// How long one that does no work waits above that, in seconds.
    pub wait: u32,
}

impl Default for Free {
    /// A busy counter behind one address sends some five a minute.
    fn default() -> Self {
        Self { origin: 100, campaign: 5000, wait: 20 }
    }
}

/// Ballots that one invitation may send in [`windows::SPAN`], wherever they come from: a bad network
/// sends again and again, and only one counts.
const BY_INVITATION: u64 = 20;
/// Corrections of one ballot in [`windows::SPAN`]. Work done or waiting lifts the other bounds, since a
/// ballot counts once however often it is sent; each correction is written.
const BY_RECEIPT: u64 = 60;

/// What was counted lately on this server.
pub struct Limits {
    free: Free,
    ballots: Mutex<Windows>,
    /// Guesses at receipts and pins.
    pub guesses: Guesses,
    invited: Mutex<Windows>,
    corrected: Mutex<Windows>,
}

impl Limits {
    /// Nothing counted yet.
    pub fn new(free: Free) -> Self {
        let [ballots, invited, corrected] = [(); 3].map(|()| Mutex::default());
        Self { free, ballots, guesses: Guesses::default(), invited, corrected }
    }

    /// Counts a ballot for a campaign from an origin at a moment in milliseconds; how many times
    /// over the threshold its place is, 0 below it.
    pub fn ballot(&self, campaign: &str, origin: &Key, moment: i64) -> u64 {
        let mut windows = self.ballots.lock().unwrap_or_else(PoisonError::into_inner);
        let from_here = windows.earlier(campaign, Some(origin), moment) / self.free.origin.max(1);
        if from_here > 0 {
            // What is held up does not crowd out the others.
            return from_here;
        }
        windows.earlier(campaign, None, moment) / self.free.campaign.max(1)
    }

    /// Counts a ballot that answers an invitation; how many times over the threshold that is.
    pub fn invited(&self, invitee: i64, moment: i64) -> u64 {
        let mut windows = self.invited.lock().unwrap_or_else(PoisonError::into_inner);
        let mut place = Key::default();
        place[..8].copy_from_slice(&invitee.to_be_bytes());
        windows.earlier("", Some(&place), moment) / BY_INVITATION
    }

    /// Counts a correction of a ballot, or says how long its sender has to wait.
    pub fn corrected(&self, ballot: Uuid, moment: i64) -> Result<(), Problem> {
        let mut windows = self.corrected.lock().unwrap_or_else(PoisonError::into_inner);
        let mut place = Key::default();
        place[..16].copy_from_slice(ballot.as_bytes());
        if windows.earlier("", Some(&place), moment) < BY_RECEIPT {
            return Ok(());
        }
        let left = (windows::SPAN - moment.rem_euclid(windows::SPAN)) / 1000 + 1;
        Err(Problem::TooMany(u32::try_from(left).unwrap_or(u32::MAX)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_place_that_sends_much_is_over_and_others_are_not() {
        let limits = Limits::new(Free { origin: 3, campaign: 100, ..Free::default() });
        let over = |origin: u8, moment| limits.ballot("a", &[origin; 32], moment);
        assert_eq!([1, 2, 3, 4].map(|_| over(1, 0)), [0, 0, 0, 1]);
        assert_eq!(over(2, 0), 0, "another origin has its own");
        assert_eq!(limits.ballot("b", &[1; 32], 0), 0, "so has another campaign");
        assert_eq!(over(1, windows::SPAN), 0, "and it passes");
    }

    #[test]
    fn an_invitation_has_a_window_of_its_own() {
        let limits = Limits::new(Free { origin: 1, campaign: 1, ..Free::default() });
        let over: Vec<u64> = (0..=BY_INVITATION).map(|_| limits.invited(7, 0)).collect();
        assert_eq!((over[0], over[19], over[20]), (0, 0, 1));
        assert_eq!(limits.invited(8, 0), 0, "so has another");
        assert_eq!(limits.invited(7, windows::SPAN), 0, "and it passes");
    }

    #[test]
    fn a_campaign_flooded_from_everywhere_is_over_for_all() {
        let limits = Limits::new(Free { origin: 100, campaign: 10, ..Free::default() });
        let over: Vec<u64> = (0..20).map(|origin| limits.ballot("a", &[origin; 32], 0)).collect();
        assert_eq!((over[9], over[10], over[19]), (0, 1, 1));
    }
}
