//! When a closed period may be published once more.

use std::fmt;

use super::{
    Floor,
    sheet::{Group, Rows, Sheet},
};
use crate::figures::index::By;

/// Why a period is not published again.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Objection {
    /// Nothing changed.
    Same,
    /// Other rows would be told than before: what was hidden would show, or the reverse.
    OtherRows,
    /// A figure would change by fewer than the floor, which would show what few people said.
    SmallChange(Option<By>),
}

impl fmt::Display for Objection {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Same => f.write_str("nothing changed"),
            Self::OtherRows => f.write_str("other rows would be told than before"),
            Self::SmallChange(None) => {
                f.write_str("the whole would change by fewer than the floor")
            }
            Self::SmallChange(Some(by)) => {
                write!(f, "a figure by {} would change by fewer than the floor", by.name())
            }
        }
    }
}

/// Whether a sheet may be published in the place of an older one: the same rows are told, and each figure,
/// and what follows from them all, stays or changes by at least the floor.
pub fn may_follow(new: &Sheet, old: &Sheet, floor: Floor) -> Result<(), Objection> {
    if new == old {
        return Err(Objection::Same);
    }
    if new.whole.is_told != old.whole.is_told || !new.rows.keys().eq(old.rows.keys()) {
        return Err(Objection::OtherRows);
    }
    if new.whole.is_told && !is_large_change(&new.whole, &old.whole, floor) {
        return Err(Objection::SmallChange(None));
    }
    for ((by, new_rows), old_rows) in new.rows.iter().zip(old.rows.values()) {
        rows_may_follow((new_rows, &new.whole), (old_rows, &old.whole), floor).map_err(
            |is_change| match is_change {
                true => Objection::SmallChange(Some(*by)),
                false => Objection::OtherRows,
            },
        )?;
    }
    Ok(())
}

/// The fault is true for a small change and false for other rows.
fn rows_may_follow(
    (new, new_whole): (&Rows, &Group),
    (old, old_whole): (&Rows, &Group),
    floor: Floor,
) -> Result<(), bool> {
    if new.is_listed != old.is_listed {
        return Err(false);
    }
    if !new.is_listed {
        return Ok(());
    }
    let marks = |rows: &Rows| -> Vec<(i64, bool)> {
        rows.groups.iter().map(|(number, group)| (*number, group.is_told)).collect()
    };
    if marks(new) != marks(old) {
        return Err(false);
    }
    let told = new.groups.values().zip(old.groups.values()).filter(|(group, _)| group.is_told);
    let rests = (rest(new, new_whole), rest(old, old_whole));
    let is_large = told
        .chain(std::iter::once((&rests.0, &rests.1)))
        .all(|(new, old)| is_large_change(new, old, floor));
    if is_large { Ok(()) } else { Err(true) }
}

/// What is left of the whole without the rows that are told. Of factors and items, which share their
/// people, only the answers count.
fn rest(rows: &Rows, whole: &Group) -> Group {
    let mut rest = *whole;
    for group in rows.groups.values().filter(|group| group.is_told) {
        rest.n = rest.n.saturating_sub(group.n);
        rest.share.num = rest.share.num.saturating_sub(group.share.num);
        rest.share.den = rest.share.den.saturating_sub(group.share.den);
    }
    rest
}

fn is_large_change(new: &Group, old: &Group, floor: Floor) -> bool {
    let counts = |group: &Group| [group.n, group.share.num, group.rest()];
    let is_large = |(new, old): (u64, u64)| new == old || new.abs_diff(old) >= floor.cell;
    counts(new).into_iter().zip(counts(old)).all(is_large)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::share::Share;

    fn sheet(units: &[(u64, u64, bool)]) -> Sheet {
        let group = |n, num, is_told| Group { n, people: n, share: Share { num, den: n }, is_told };
        let groups = (1..).zip(units).map(|(at, (num, n, told))| (at, group(*n, *num, *told)));
        let rows = Rows { groups: groups.collect(), is_listed: true, is_exact: true };
        let sum = |of: fn(&(u64, u64, bool)) -> u64| units.iter().map(of).sum();
        let whole = group(sum(|unit| unit.1), sum(|unit| unit.0), true);
        Sheet { whole, is_exact: true, rows: [(By::Unit, rows)].into() }
    }

    fn asked(old: &[(u64, u64, bool)], new: &[(u64, u64, bool)]) -> Result<(), Objection> {
        may_follow(&sheet(new), &sheet(old), Floor::default())
    }

    #[test]
    fn one_late_ballot_shows_nobody() {
        let old = [(31, 37, true), (90, 100, true)];
        let whole = Err(Objection::SmallChange(None));
        assert_eq!(asked(&old, &[(31, 38, true), (90, 100, true)]), whole);
        assert_eq!(asked(&old, &old), Err(Objection::Same));
        // The whole moves by ten, but what one unit says follows all the same.
        let unit = Err(Objection::SmallChange(Some(By::Unit)));
        assert_eq!(asked(&old, &[(31, 38, true), (96, 110, true)]), unit);
        assert_eq!(asked(&old, &[(37, 43, true), (90, 100, true)]), Ok(()));
    }

    #[test]
    fn what_was_hidden_stays_hidden_and_does_not_move_a_little() {
        let old = [(3, 4, false), (90, 100, true), (9, 12, false)];
        let more = [(3, 4, true), (96, 111, true), (9, 12, false)];
        assert_eq!(asked(&old, &more), Err(Objection::OtherRows));
        let moved = [(4, 6, false), (96, 111, true), (9, 12, false)];
        assert_eq!(asked(&old, &moved), Err(Objection::SmallChange(Some(By::Unit))));
        assert_eq!(asked(&old, &[(3, 4, false), (96, 111, true), (9, 12, false)]), Ok(()));
    }
}
