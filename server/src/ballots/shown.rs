//! When a ballot's form was shown: its id tells, and only ours.
//!
//! An id of version 7 begins with the moment at which it was drawn, and its last four bytes are a tag that
//! only the keys can make. So nothing more travels with a form, a draft or a queue, and nobody makes up a
//! form that was shown before something ended.

use chrono::NaiveDate;
use domain::day;
use uuid::Uuid;

use crate::{keys::Keys, node::Node};

/// What was begun before something ended is taken for so long after it was shown, in milliseconds: as
/// long as a draft serves.
pub const GRACE: i64 = 24 * 3_600_000;
const TAG: usize = 4;

/// The id of a form that is shown now.
pub fn draw_id(node: &Node) -> Uuid {
    signed(&node.world.keys, (node.world.draw_id)((node.world.now)()))
}

/// When the form of a ballot was shown, in milliseconds since 1970, and on which local day; nothing for an
/// id that is none of ours, for one that is too old, and for one from a clock that ran ahead.
pub fn begun(node: &Node, id: Uuid) -> Option<(i64, NaiveDate)> {
    let moment = shown(&node.world.keys, id)?;
    let age = node.moment() - moment;
    let shown = chrono::DateTime::from_timestamp_millis(moment)?;
    (0..=GRACE).contains(&age).then(|| (moment, day::local_day(shown)))
}

fn signed(keys: &Keys, id: Uuid) -> Uuid {
    let mut bytes = *id.as_bytes();
    let tag = tag(keys, &bytes);
    bytes[16 - TAG..].copy_from_slice(&tag);
    Uuid::from_bytes(bytes)
}

fn shown(keys: &Keys, id: Uuid) -> Option<i64> {
    let is_ours = id.get_version_num() == 7 && signed(keys, id) == id;
    let moment = i64::try_from(id.as_u128() >> 80).ok()?;
    is_ours.then_some(moment)
}

fn tag(keys: &Keys, bytes: &[u8; 16]) -> [u8; TAG] {
    let mac = keys.blind("ballot.shown", &bytes[..16 - TAG]);
    std::array::from_fn(|place| mac[place])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_an_id_of_ours_tells_when_its_form_was_shown() {
        let (keys, others) = (Keys::draw(|bytes| bytes.fill(7)), Keys::draw(|bytes| bytes.fill(8)));
        let moment = 0x0190_f3c1_0000_u64;
        let drawn = Uuid::from_u128(u128::from(moment) << 80 | 0x7abc_8123_4567_89ab_cdef_u128);
        let ours = signed(&keys, drawn);
        assert_eq!(shown(&keys, ours), i64::try_from(moment).ok());
        assert_eq!(ours.as_bytes()[..12], drawn.as_bytes()[..12]);
        for bit in 0..128 {
            assert_eq!(shown(&keys, Uuid::from_u128(ours.as_u128() ^ 1 << bit)), None, "{bit}");
        }
        assert_eq!(shown(&keys, drawn), None);
        assert_eq!(shown(&others, ours), None);
    }
}
