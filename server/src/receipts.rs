//! Receipt and pin of a ballot: derived from its id under a key, and found again without an index.

mod cookie;
pub mod view;
pub mod visit;

use domain::ballot::receipt;
use uuid::Uuid;

use crate::{
    keys::Keys,
    node::Node,
    problem::Problem,
    sender::Sender,
    store::{
        attempts::{self, Rule},
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

/// What the sender of a ballot is told.
pub struct Codes {
    bits: u64,
    /// The receipt code.
    pub receipt: String,
    /// The pin.
    pub pin: String,
}

/// The receipt and pin of a ballot. Without the keys neither follows from the id, nor the time at
/// which the id was drawn from the receipt.
pub fn of(keys: &Keys, id: Uuid) -> Codes {
    let mark = keys.blind("ballot.receipt", id.as_bytes());
    let tag = number(&mark[..3]);
    let place = u64::try_from(id.as_u128() >> (128 - PLACE)).expect("forty bits fit");
    let bits = mixed(keys, tag << PLACE | place);
    let pin = receipt::pin(u32::from_be_bytes([mark[8], mark[9], mark[10], mark[11]]));
    Codes { bits, receipt: receipt::code(bits), pin }
}

/// The code under which the sender of a case follows it.
pub fn feedback_code(keys: &Keys, id: Uuid) -> String {
    format!("GY-{}", of(keys, id).receipt)
}

/// The first and the last id that may have this receipt.
fn range(keys: &Keys, bits: u64) -> (Uuid, Uuid) {
    let place = unmixed(keys, bits) & ((1 << PLACE) - 1);
    let first = u128::from(place) << (128 - PLACE);
    (Uuid::from_u128(first), Uuid::from_u128(first | (u128::MAX >> PLACE)))
}

/// Rounds of mixing; four make of a keyed hash a permutation that nobody tells from one by chance.
const ROUNDS: std::ops::Range<u8> = 0..4;

/// All 64 bits under a keyed permutation (Feistel's): whoever knows when they sent their own ballot
/// learns nothing from its receipt about anybody else's.
fn mixed(keys: &Keys, bits: u64) -> u64 {
    ROUNDS.fold(bits, |bits, round| {
        let (left, right) = (bits >> 32, bits & HALF);
        right << 32 | (left ^ half(keys, round, right))
    })
}

fn unmixed(keys: &Keys, bits: u64) -> u64 {
    ROUNDS.rev().fold(bits, |bits, round| {
        let (left, right) = (bits >> 32, bits & HALF);
        (right ^ half(keys, round, left)) << 32 | left
    })
}

const HALF: u64 = 0xffff_ffff;

fn half(keys: &Keys, round: u8, half: u64) -> u64 {
    let said = [[round].as_slice(), &half.to_be_bytes()].concat();
    number(&keys.blind("ballot.receipt.mix", &said)[..4])
}

fn number(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0, |number, byte| number << 8 | u64::from(*byte))
}

/// The ballot of a receipt and its pin.
///
/// A receipt nobody has and a wrong pin are told alike, and held alike: after five wrong pins for one
/// receipt each further try has to wait, the right one too. Of a million pins fifteen are heard on
/// the first day, and one on each day after. Whoever goes through many receipts waits by origin.
pub async fn find(node: &Node, sender: &Sender, typed: &str, pin: &str) -> Result<Uuid, Problem> {
    let bits = receipt::read(typed).ok_or(Problem::NotFound)?;
    let pin = receipt::read_pin(pin).ok_or(Problem::NotFound)?;
    let guess = node.limits.guesses.begin(&sender.origin, node.moment())?;
    let found = look(node, bits, &pin).await;
    if matches!(found, Err(Problem::NotFound | Problem::TooMany(_))) {
        guess.wrong(node.moment());
    }
    found
}

async fn look(node: &Node, bits: u64, pin: &str) -> Result<Uuid, Problem> {
    let mut found = search(node, false, bits, pin).await?;
    let is_gone = found.is_none();
    if is_gone {
        found = search(node, true, bits, pin).await?;
    }
    heard(node, bits, found.is_some()).await?;
    match found {
        Some(_) if is_gone => Err(Problem::Withdrawn),
        Some(id) => Ok(id),
        None => Err(Problem::NotFound),
    }
}

/// The id behind a receipt and a pin among the ballots that are kept, or among those that were taken
/// back. Some thousand ids share a place only if somebody drew them so on purpose: they are gone
/// through page by page, so that others have their turn.
async fn search(
    node: &Node,
    is_gone: bool,
    bits: u64,
    pin: &str,
) -> Result<Option<Uuid>, sqlx::Error> {
    let keys = &node.world.keys;
    let (mut first, last) = range(keys, bits);
    loop {
        let page = withdrawals::ids(&node.db, is_gone, first, last).await?;
        let found = page.iter().copied().find(|id| is_of(keys, *id, bits, pin));
        match page.last() {
            Some(end) if found.is_none() && page.len() == PAGE && *end < last => {
                first = Uuid::from_u128(end.as_u128() + 1);
            }
            _ => return Ok(found),
        }
    }
}

/// Whether a receipt and a pin are those of an id whose place is the receipt's.
fn is_of(keys: &Keys, id: Uuid, bits: u64, pin: &str) -> bool {
    let its = of(keys, id);
    its.bits == bits && its.pin == pin
}

/// Counts a try; none is heard while an earlier one is held against it.
async fn heard(node: &Node, bits: u64, is_right: bool) -> Result<(), Problem> {
    let key = node.world.keys.blind("ballot.try", &bits.to_be_bytes());
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
            let codes = of(&keys, id);
            assert_eq!(receipt::read(&codes.receipt), Some(codes.bits));
            let (first, last) = range(&keys, codes.bits);
            assert!(first <= id && id <= last, "{id}");
            assert_eq!(last.as_u128() - first.as_u128(), (1 << 88) - 1, "a quarter of a second");
        }
    }

    #[test]
    fn what_is_known_of_one_receipt_leads_to_no_other() {
        let keys = keys();
        let id = |last: u128| Uuid::from_u128(0x0190_f3c1_0000_7000_8000_0000_0000_0000 + last);
        let own = of(&keys, id(1)).bits;
        for bit in 0..PLACE {
            // Were the place masked and no more, this would be another moment one bit away.
            let (other, _) = range(&keys, own ^ 1 << bit);
            let moved = other.as_u128() ^ range(&keys, own).0.as_u128();
            assert!(moved.count_ones() > 1, "bit {bit}");
        }
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
        let (one, two) = (of(&keys, id(1)), of(&keys, id(2)));
        assert_ne!(one.bits >> PLACE, two.bits >> PLACE);
        assert_ne!(one.bits & 0xff_ffff_ffff, two.bits & 0xff_ffff_ffff);
        assert_ne!(one.pin, two.pin);
    }
}
