//! A sheet as everybody reads it: whole percents below a hundred people, and no figure that says "all" or
//! "none" of few.

use super::sheet::{EXACT, Group, Sheet};
use crate::figures::{
    index::{By, IndexRow, Precision},
    interval,
    share::{Method, Share, decimal},
};

/// The method of publications: of another one the same answers would tell more.
pub const METHOD: Method = Method::TopTwo;

/// In a figure of few that says "all", this many percent and more; of "none", as many less than all.
const NEARLY_ALL: u64 = 95;

/// The rows of a breakdown by their numbers, keys and labels still to be filled in; none where it is not
/// told which rows there are.
pub fn rows(sheet: &Sheet, by: By) -> Vec<(i64, IndexRow)> {
    let Some(rows) = sheet.rows.get(&by).filter(|rows| rows.is_listed) else { return Vec::new() };
    let shown =
        |(number, group): (&i64, &Group)| (*number, row(group, rows.is_exact && group.n >= EXACT));
    rows.groups.iter().map(shown).collect()
}

/// The whole.
pub fn whole(sheet: &Sheet) -> IndexRow {
    row(&sheet.whole, sheet.is_exact)
}

/// How many of all ballots are in a row of a breakdown, as a share; nothing where the rows do
/// not tell it themselves, because one of them is hidden.
pub fn named(sheet: &Sheet, by: By) -> Option<Share> {
    let rows = sheet.rows.get(&by).filter(|rows| rows.is_listed && sheet.whole.is_told)?;
    if rows.groups.values().any(|group| !group.is_told) {
        return None;
    }
    let named = rows.groups.values().map(|group| group.n).sum();
    Some(Share { num: named, den: sheet.whole.n })
}

/// A group as it is told.
fn row(group: &Group, is_exact: bool) -> IndexRow {
    if !group.is_told {
        return IndexRow { suppressed: true, ..IndexRow::default() };
    }
    let bare = IndexRow { n: Some(group.n), ..IndexRow::default() };
    let Some(hundredths) = group.share.percent() else { return bare };
    let ends = |share: Share| interval::of_index(share, METHOD, group.people);
    if is_exact {
        let ends = ends(group.share);
        return IndexRow {
            num: Some(group.share.num),
            den: Some(group.share.den),
            percent: Some(decimal(hundredths)),
            ci_low: ends.map(|(low, _)| decimal(low)),
            ci_high: ends.map(|(_, high)| decimal(high)),
            ..bare
        };
    }
    let percent = (hundredths + 50) / 100;
    let bounds = [(Precision::AtLeast, NEARLY_ALL), (Precision::AtMost, 100 - NEARLY_ALL)];
    let bound = match percent {
        100 => Some(bounds[0]),
        0 => Some(bounds[1]),
        _ => group.is_uniform().then_some(bounds[usize::from(group.share.num == 0)]),
    };
    match bound {
        Some((precision, percent)) => {
            IndexRow { percent: Some(decimal(percent * 100)), precision, ..bare }
        }
        None => {
            // From the whole percent alone, so that the ends say no more than it does.
            let ends = ends(Share { num: percent, den: 100 });
            IndexRow {
                percent: Some(decimal(percent * 100)),
                ci_low: ends.map(|(low, _)| decimal(low / 100 * 100)),
                ci_high: ends.map(|(_, high)| decimal(high.div_ceil(100) * 100)),
                precision: Precision::Whole,
                ..bare
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn shown(num: u64, n: u64, is_exact: bool) -> (Option<u64>, String, Precision) {
        let group = Group { n, people: n, share: Share { num, den: n }, is_told: true };
        let row = row(&group, is_exact);
        (row.num, row.percent.unwrap_or_default(), row.precision)
    }

    #[test]
    fn few_people_are_told_in_whole_percents() {
        assert_eq!(shown(31, 37, false), (None, "84.00".into(), Precision::Whole));
        assert_eq!(shown(84, 100, true), (Some(84), "84.00".into(), Precision::Hundredths));
    }

    #[test]
    fn few_are_never_all_or_none() {
        assert_eq!(shown(50, 50, false), (None, "95.00".into(), Precision::AtLeast));
        assert_eq!(shown(0, 50, false), (None, "5.00".into(), Precision::AtMost));
        assert_eq!(shown(299, 300, false).2, Precision::AtLeast, "100 would be read as all");
        let all = Group { n: 50, people: 50, share: Share { num: 50, den: 50 }, is_told: true };
        assert_eq!((row(&all, false).ci_low, row(&all, false).ci_high), (None, None));
    }

    #[test]
    fn the_ends_of_few_follow_from_the_whole_percent() {
        let ends = |num, n| {
            let group = Group { n, people: n, share: Share { num, den: 4 * n }, is_told: true };
            let row = row(&group, false);
            (row.percent, row.ci_low, row.ci_high)
        };
        assert_eq!(ends(201, 60), ends(202, 60), "two counts that round alike look alike");
        assert_eq!(ends(202, 60).1.as_deref(), Some("72.00"));
    }
}
