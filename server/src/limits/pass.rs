//! What lets a ballot through above the threshold: a piece of work, or a wait.
//!
//! Nothing is remembered: a challenge carries its own end and is bound to the ballot by a keyed
//! hash, so it serves for that ballot alone, which counts once however often it is sent.

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};
use utoipa::ToSchema;

use crate::keys::{Keys, hex};

/// The header that carries a pass.
pub const HEADER: &str = "x-pass";
/// The longest wait, in seconds.
const LONGEST_WAIT: u32 = 600;
/// How long a challenge or a ticket serves, in milliseconds.
const SERVES: i64 = 3_600_000;
/// Leading zero bits of the first piece of work: some 30 000 tries, a second on a cheap phone.
const BITS: u32 = 15;
/// And of the hardest.
const MOST_BITS: u32 = 20;

/// What is asked for; either will do.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, ToSchema)]
pub struct Challenge {
    /// Find a whole number N so that the SHA-256 of `{challenge}.{N}` begins with `bits` zero bits,
    /// and send the ballot again with the header `x-pass: {challenge}.{N}`.
    pub challenge: String,
    /// How many.
    pub bits: u32,
    /// Or wait for `seconds` and send it with the header `x-pass: {ticket}`.
    pub ticket: String,
    /// How long.
    pub seconds: u32,
}

/// What is asked of a ballot whose place is `over` times its threshold; the wait is in seconds.
pub fn ask(keys: &Keys, ballot: &str, over: u64, wait: u32, moment: i64) -> Challenge {
    let bits = (BITS + over.ilog2()).min(MOST_BITS);
    // As the work grows so does the wait, or waiting in parallel would be the way around it.
    let seconds = wait.saturating_mul(u32::try_from(over).unwrap_or(u32::MAX)).min(LONGEST_WAIT);
    let ready = moment + i64::from(seconds) * 1000;
    Challenge {
        challenge: signed(keys, "work", ballot, bits, moment + SERVES),
        bits,
        ticket: signed(keys, "wait", ballot, 0, ready),
        seconds,
    }
}

/// Whether `pass` lets this ballot through now.
pub fn is_good(keys: &Keys, ballot: &str, pass: &str, moment: i64) -> bool {
    match read(keys, ballot, pass) {
        Some(("work", bits, until)) => moment <= until && zeros(pass) >= bits,
        Some((_, _, until)) => until <= moment && moment <= until + SERVES,
        None => false,
    }
}

/// How many seconds a ticket for this ballot still has to wait. Whoever comes back too early keeps
/// the ticket: with a new one each time they would never get through.
pub fn left(keys: &Keys, ballot: &str, pass: &str, moment: i64) -> Option<u32> {
    let (_, _, until) = read(keys, ballot, pass).filter(|(kind, ..)| *kind == "wait")?;
    let left = u32::try_from(until - moment).ok().filter(|left| *left > 0)?;
    // One from before the clock was set back would wait longer than anybody: they get a new one.
    Some(left.div_ceil(1000)).filter(|left| *left <= LONGEST_WAIT)
}

/// What kind of pass it is, of how many bits and until when, if we gave it out for this ballot.
fn read(keys: &Keys, ballot: &str, pass: &str) -> Option<(&'static str, u32, i64)> {
    let (challenge, kind) = match pass.split('.').next() {
        Some("work") => (pass.rsplit_once('.').map_or("", |(challenge, _)| challenge), "work"),
        _ => (pass, "wait"),
    };
    let parts: Vec<&str> = challenge.split('.').collect();
    let [_, bits, until, _] = parts.as_slice() else { return None };
    let (bits, until) = (bits.parse().ok()?, until.parse().ok()?);
    // The hash is compared as a stand-in of itself, so that time tells nothing about it.
    let ours = signed(keys, kind, ballot, bits, until);
    let is_ours = keys.blind("pass", ours.as_bytes()) == keys.blind("pass", challenge.as_bytes());
    is_ours.then_some((kind, bits, until))
}

fn signed(keys: &Keys, kind: &str, ballot: &str, bits: u32, until: i64) -> String {
    let said = format!("{kind}.{bits}.{until}");
    let mac = keys.blind("pass", format!("{said}.{ballot}").as_bytes());
    format!("{said}.{}", hex(&mac[..16]))
}

fn zeros(text: &str) -> u32 {
    let hash = Sha256::digest(text.as_bytes());
    u64::from_be_bytes(std::array::from_fn(|place| hash[place])).leading_zeros()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys() -> Keys {
        Keys::draw(|bytes| bytes.fill(7))
    }

    fn worked(challenge: &Challenge) -> String {
        let tries = (0u64..).map(|nonce| format!("{}.{nonce}", challenge.challenge));
        tries.into_iter().find(|pass| zeros(pass) >= challenge.bits).unwrap()
    }

    #[test]
    fn work_that_was_done_lets_its_own_ballot_through_for_an_hour() {
        let challenge = ask(&keys(), "a", 1, 20, 0);
        let pass = worked(&challenge);
        assert!(is_good(&keys(), "a", &pass, 0) && is_good(&keys(), "a", &pass, SERVES));
        assert!(!is_good(&keys(), "a", &pass, SERVES + 1), "it is too old");
        assert!(!is_good(&keys(), "b", &pass, 0), "it is another's");
        assert!(
            !is_good(&keys(), "a", &format!("{}.x", challenge.challenge), 0),
            "nothing was done"
        );
        assert!(!is_good(&keys(), "a", &pass.replacen(".15.", ".1.", 1), 0), "it was made easier");
    }

    #[test]
    fn a_ticket_serves_once_its_time_has_come() {
        let ticket = ask(&keys(), "a", 1, 20, 0).ticket;
        let ready = 20_000;
        assert!(!is_good(&keys(), "a", &ticket, ready - 1));
        assert!(is_good(&keys(), "a", &ticket, ready));
        assert!(!is_good(&keys(), "b", &ticket, ready));
        assert!(!is_good(&keys(), "a", &ticket, ready + SERVES + 1));
    }

    #[test]
    fn whoever_comes_too_early_keeps_the_ticket() {
        let challenge = ask(&keys(), "a", 1, 20, 0);
        assert_eq!(left(&keys(), "a", &challenge.ticket, 0), Some(20));
        assert_eq!(left(&keys(), "a", &challenge.ticket, 19_500), Some(1));
        assert_eq!(left(&keys(), "a", &challenge.ticket, 20_000), None, "its time has come");
        assert_eq!(left(&keys(), "b", &challenge.ticket, 0), None, "it is another's");
        assert_eq!(
            left(&keys(), "a", &challenge.ticket, -7_200_000),
            None,
            "the clock was set back"
        );
        assert_eq!(left(&keys(), "a", &worked(&challenge), 0), None, "it is no ticket");
    }

    #[test]
    fn who_is_far_over_works_harder_within_bounds() {
        let bits = |over| ask(&keys(), "a", over, 20, 0).bits;
        assert_eq!([1, 2, 4, u64::MAX].map(bits), [15, 16, 17, 20]);
    }

    #[test]
    fn who_is_far_over_waits_longer_within_bounds() {
        let seconds = |over| ask(&keys(), "a", over, 20, 0).seconds;
        assert_eq!([1, 2, 5, u64::MAX].map(seconds), [20, 40, 100, LONGEST_WAIT]);
    }

    #[test]
    fn nonsense_lets_nothing_through() {
        for pass in ["", ".", "work", "work.1.2.3", "wait.0.0.00", "work.-1.x.y.z", "é.é.é.é"] {
            assert!(!is_good(&keys(), "a", pass, 0), "{pass}");
        }
    }
}
