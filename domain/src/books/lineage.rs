//! Where units came from and where they went: mergers and splits.

use chrono::NaiveDate;

use crate::code::codes;

codes! {
    /// How one unit came out of another. A new name, code or place in the tree makes no other unit,
    /// only another version of the same one.
    Descent {
        /// All of it went into another.
        Merger = 1 "merger",
        /// A part of it, or it in several parts.
        Split = 2 "split",
    }
}

/// One unit came out of another.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Link {
    /// The identity it came from.
    pub from: i64,
    /// The identity it went to.
    pub to: i64,
    /// How.
    pub kind: Descent,
    /// The first day on which it is so.
    pub day: NaiveDate,
    /// The number of the decision.
    pub decision: String,
}

/// The unit that stands for another on a day: itself while it is there, and then whatever it was
/// merged into. A unit that was split has no single successor.
pub fn standing_for(
    links: &[Link],
    unit: i64,
    day: NaiveDate,
    is_there: impl Fn(i64) -> bool,
) -> Option<i64> {
    let mut unit = unit;
    for _ in 0..=links.len() {
        if is_there(unit) {
            return Some(unit);
        }
        let went =
            |link: &&Link| link.from == unit && link.kind == Descent::Merger && link.day <= day;
        unit = links.iter().find(went)?.to;
    }
    None
}

/// Puts links in the order in which they count: by their days, then by the units' numbers. A unit
/// that is still to get its number gets one above all there are.
pub fn sort(links: &mut [Link]) {
    links.sort_by_key(|link| (link.day, link.from, link.to < 0, link.to.abs()));
}

/// Whether a unit is another or was merged into it by a day, be it by way of others.
pub fn went_into(links: &[Link], unit: i64, other: i64, day: NaiveDate) -> bool {
    standing_for(links, unit, day, |unit| unit == other).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn link(from: i64, to: i64, kind: Descent, day: &str) -> Link {
        Link { from, to, kind, day: day.parse().unwrap(), decision: String::new() }
    }

    fn found(links: &[Link], there: &[i64], day: &str) -> Option<i64> {
        standing_for(links, 1, day.parse().unwrap(), |unit| there.contains(&unit))
    }

    #[test]
    fn a_merged_unit_is_followed_from_its_day_on_and_further() {
        let links =
            [link(1, 2, Descent::Merger, "2026-01-01"), link(2, 3, Descent::Merger, "2026-06-01")];
        assert_eq!(found(&links, &[1], "2025-12-31"), Some(1));
        assert_eq!(found(&links, &[2], "2026-03-01"), Some(2));
        assert_eq!(found(&links, &[3], "2026-06-01"), Some(3));
        assert_eq!(found(&links, &[2, 3], "2025-12-31"), None);
        let by = |day: &str| went_into(&links, 1, 3, day.parse().unwrap());
        assert!(by("2026-06-01") && !by("2026-05-31") && went_into(&[], 1, 1, NaiveDate::MIN));
    }

    #[test]
    fn a_split_has_no_single_successor_and_a_circle_ends() {
        let split = [link(1, 2, Descent::Split, "2026-01-01")];
        assert_eq!(found(&split, &[2], "2026-03-01"), None);
        let circle =
            [link(1, 2, Descent::Merger, "2026-01-01"), link(2, 1, Descent::Merger, "2026-01-01")];
        assert_eq!(found(&circle, &[], "2026-03-01"), None);
    }
}
