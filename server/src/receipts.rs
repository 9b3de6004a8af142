//! Code and pin of a ballot or of feedback: derived from its id under a key, and found again without an
//! index.

mod cookie;
pub mod view;
pub mod visit;

use domain::{ballot::receipt, feedback};
use uuid::Uuid;

use crate::{
    keys::Keys,
    node::Node,
    problem::Problem,
    sender::Sender,
    store::{
        attempts::{self, Rule},
        feedback::sending,
        withdrawals::{self, PAGE},
    },
};

/// Bits of a receipt that say where among the ids the ballot lies. Ids grow with time, so they name
/// a quarter of a second; the other bits tell the ballots of that quarter apart.
const PLACE: u32 = 40;
/// Tries with a wrong pin that nobody has to wait after.
const FREE: i64 = 5;
/// The wait after the next one; it doubles with each, up to the longest.
const WAIT: i64 = 60_000;
const LONGEST: i64 = 24 * 3_600_000;

/// What was sent. Codes of one kind say nothing about those of another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Of {
    /// A ballot.
    Ballot,
    /// Feedback.
    Feedback,
}

/// What a sender is told.
pub struct Codes {
    bits: u64,
    /// The code.
    pub receipt: String,
    /// The pin.
    pub pin: String,
}

impl Of {
    /// Code and pin of what has this id. Without the keys neither follows from the id, nor the time at
    /// which the id was drawn from the code.
    pub fn codes(self, keys: &Keys, id: Uuid) -> Codes {
        let mark = keys.blind(self.purpose("receipt"), id.as_bytes());
        let tag = number(&mark[..3]);
        let place = u64::try_from(id.as_u128() >> (128 - PLACE)).expect("forty bits fit");
        let bits = self.mixed(keys, tag << PLACE | place);
        let pin = receipt::pin(u32::from_be_bytes([mark[8], mark[9], mark[10], mark[11]]));
        let receipt = match self {
            Self::Ballot => receipt::code(bits),
            Self::Feedback => feedback::code::code(bits),
        };
        Codes { bits, receipt, pin }
    }

    fn purpose(self, what: &str) -> &'static str {
        match (self, what) {
            (Self::Ballot, "receipt") => "ballot.receipt",
            (Self::Ballot, "mix") => "ballot.receipt.mix",
            (Self::Ballot, _) => "ballot.try",
            (Self::Feedback, "receipt") => "feedback.receipt",
            (Self::Feedback, "mix") => "feedback.receipt.mix",
            (Self::Feedback, _) => "feedback.try",
        }
    }

    fn read(self, typed: &str) -> Option<u64> {
        match self {
            Self::Ballot => receipt::read(typed),
            Self::Feedback => feedback::code::read(typed),
        }
    }

    /// The first and the last id that may have this code.
    fn range(self, keys: &Keys, bits: u64) -> (Uuid, Uuid) {
        let place = self.unmixed(keys, bits) & ((1 << PLACE) - 1);
        let first = u128::from(place) << (128 - PLACE);
        (Uuid::from_u128(first), Uuid::from_u128(first | (u128::MAX >> PLACE)))
    }

    /// All 64 bits under a keyed permutation (Feistel's): whoever knows when they sent their own
    /// learns nothing from its code about anybody else's.
    fn mixed(self, keys: &Keys, bits: u64) -> u64 {
        ROUNDS.fold(bits, |bits, round| {
            let (left, right) = (bits >> 32, bits & HALF);
            right << 32 | (left ^ self.half(keys, round, right))
        })
    }

    fn unmixed(self, keys: &Keys, bits: u64) -> u64 {
        ROUNDS.rev().fold(bits, |bits, round| {
            let (left, right) = (bits >> 32, bits & HALF);
            (right ^ self.half(keys, round, left)) << 32 | left
        })
    }

    fn half(self, keys: &Keys, round: u8, half: u64) -> u64 {
        let said = [[round].as_slice(), &half.to_be_bytes()].concat();
        number(&keys.blind(self.purpose("mix"), &said)[..4])
    }

    /// What has this code and pin.
    ///
    /// A code nobody has and a wrong pin are told alike, and held alike: after five wrong pins for one
    /// code each further try has to wait, the right one too. Of a million pins fifteen are heard on
    /// the first day, and one on each day after. Whoever goes through many codes waits by origin.
    pub async fn find(
        self,
        node: &Node,
        sender: &Sender,
        typed: &str,
        pin: &str,
    ) -> Result<Uuid, Problem> {
        let bits = self.read(typed).ok_or(Problem::NotFound)?;
        let pin = receipt::read_pin(pin).ok_or(Problem::NotFound)?;
        let guess = node.limits.guesses.begin(&sender.origin, node.moment())?;
        let found = self.look(node, bits, &pin).await;
        if matches!(found, Err(Problem::NotFound | Problem::TooMany(_))) {
            guess.wrong(node.moment());
        }
        found
    }

    async fn look(self, node: &Node, bits: u64, pin: &str) -> Result<Uuid, Problem> {
        let mut found = self.search(node, false, bits, Some(pin)).await?;
        // Nothing but a ballot is taken back.
        let is_gone = found.is_none() && self == Self::Ballot;
        if is_gone {
            found = self.search(node, true, bits, Some(pin)).await?;
        }
        self.heard(node, bits, found.is_some()).await?;
        match found {
            Some(_) if is_gone => Err(Problem::Withdrawn),
            Some(id) => Ok(id),
            None => Err(Problem::NotFound),
        }
    }

    /// The id behind a code and a pin among what is kept, or among the ballots that were taken back.
    /// Some thousand ids share a place only if somebody drew them so on purpose: they are gone through
    /// page by page, so that others have their turn.
    async fn search(
        self,
        node: &Node,
        is_gone: bool,
        bits: u64,
        pin: Option<&str>,
    ) -> Result<Option<Uuid>, sqlx::Error> {
        let keys = &node.world.keys;
        let (mut first, last) = self.range(keys, bits);
        loop {
            let page = match self {
                Self::Ballot => withdrawals::ids(&node.db, is_gone, first, last).await?,
                Self::Feedback => sending::ids(&node.db, first, last, PAGE).await?,
            };
            let found = page.iter().copied().find(|id| self.is_of(keys, *id, bits, pin));
            match page.last() {
                Some(end) if found.is_none() && page.len() == PAGE && *end < last => {
                    first = Uuid::from_u128(end.as_u128() + 1);
                }
                _ => return Ok(found),
            }
        }
    }

    /// Whether a code, and a pin where one is given, are those of an id whose place is the code's.
    fn is_of(self, keys: &Keys, id: Uuid, bits: u64, pin: Option<&str>) -> bool {
        let its = self.codes(keys, id);
        its.bits == bits && pin.is_none_or(|pin| its.pin == pin)
    }

    /// What has this code, for staff who look for it: no pin, and nothing is held against a typing slip.
    pub async fn named(self, node: &Node, typed: &str) -> Result<Option<Uuid>, sqlx::Error> {
        match self.read(typed) {
            Some(bits) => self.search(node, false, bits, None).await,
            None => Ok(None),
        }
    }

    /// Counts a try; none is heard while an earlier one is held against it.
    async fn heard(self, node: &Node, bits: u64, is_right: bool) -> Result<(), Problem> {
        let key = node.world.keys.blind(self.purpose("try"), &bits.to_be_bytes());
        let now = node.moment();
        let mut tx = node.db.begin().await?;
        let rule = Rule { now, forgotten: now - LONGEST, free: FREE, longest: LONGEST };
        let Some(tries) = attempts::count(&mut tx, &key, rule).await? else {
            let wait =
                (attempts::until(&mut tx, &key).await?.unwrap_or(now) - now).div_euclid(1000) + 1;
            return Err(Problem::TooMany(u32::try_from(wait).unwrap_or(u32::MAX)));
        };
        if is_right {
            attempts::clear(&mut tx, &key).await?;
        } else if tries >= FREE {
            attempts::hold(&mut tx, &key, now + wait(tries)).await?;
        }
        Ok(tx.commit().await?)
    }
}

const HALF: u64 = 0xffff_ffff;
/// Rounds of mixing; four make of a keyed hash a permutation that nobody tells from one by chance.
const ROUNDS: std::ops::Range<u8> = 0..4;

fn number(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

fn wait(tries: i64) -> i64 {
    let doubled = u32::try_from(tries - FREE).ok().and_then(|by| 2_i64.checked_pow(by));
    doubled.and_then(|by| WAIT.checked_mul(by)).map_or(LONGEST, |wait| wait.min(LONGEST))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn keys() -> Keys {
        Keys::draw(|bytes| bytes.fill(7))
    }

    #[test]
    fn a_receipt_leads_back_to_where_its_id_lies() {
        let keys = keys();
        for id in [1, u128::MAX, u128::MAX / 3, 0x0190_f3c1_0000_7000_8000_0000_0000_0000] {
            let id = Uuid::from_u128(id);
            let codes = Of::Ballot.codes(&keys, id);
            assert_eq!(receipt::read(&codes.receipt), Some(codes.bits));
            let (first, last) = Of::Ballot.range(&keys, codes.bits);
            assert!(first <= id && id <= last, "{id}");
            assert_eq!(last.as_u128() - first.as_u128(), (1 << 88) - 1, "a quarter of a second");
        }
    }

    #[test]
    fn what_is_known_of_one_receipt_leads_to_no_other() {
        let keys = keys();
        let id = |last: u128| Uuid::from_u128(0x0190_f3c1_0000_7000_8000_0000_0000_0000 + last);
        let own = Of::Ballot.codes(&keys, id(1)).bits;
        for bit in 0..PLACE {
            // Were the place masked and no more, this would be another moment one bit away.
            let (other, _) = Of::Ballot.range(&keys, own ^ 1 << bit);
            let moved = other.as_u128() ^ Of::Ballot.range(&keys, own).0.as_u128();
            assert!(moved.count_ones() > 1, "bit {bit}");
        }
    }

    #[test]
    fn codes_of_feedback_say_nothing_about_a_ballot_of_the_same_id() {
        let (keys, id) = (keys(), Uuid::from_u128(7 << 100 | 9));
        let (ballot, case) = (Of::Ballot.codes(&keys, id), Of::Feedback.codes(&keys, id));
        assert_ne!((ballot.bits, &ballot.pin), (case.bits, &case.pin));
        assert_eq!(feedback::code::read(&case.receipt), Some(case.bits));
        let (first, last) = Of::Feedback.range(&keys, case.bits);
        assert!(first <= id && id <= last);
    }

    #[test]
    fn waits_double_up_to_a_day() {
        let minutes: Vec<i64> = (5..18).map(|tries| wait(tries) / 60_000).collect();
        assert_eq!(minutes, [1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 1440, 1440]);
        assert_eq!(wait(i64::MAX), LONGEST);
    }

    #[test]
    fn ids_of_one_moment_have_receipts_that_share_nothing() {
        let keys = keys();
        let id = |last: u128| Uuid::from_u128(0x0190_f3c1_0000_7000_8000_0000_0000_0000 + last);
        let (one, two) = (Of::Ballot.codes(&keys, id(1)), Of::Ballot.codes(&keys, id(2)));
        assert_ne!(one.bits >> PLACE, two.bits >> PLACE);
        assert_ne!(one.bits & 0xff_ffff_ffff, two.bits & 0xff_ffff_ffff);
        assert_ne!(one.pin, two.pin);
    }
}
