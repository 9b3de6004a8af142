//! Rows of an index beside one another: each against all others together, decided for the whole list.

use std::collections::BTreeMap;

use super::{By, Group, IndexRow, row};
use crate::{
    ballot::instrument::Instrument,
    figures::{
        claim::{FLOOR, Told},
        difference::{Difference, family::Cut},
        interval::Estimate,
        share::Method,
    },
};

/// Of what is marked, at most one in twenty is false on average.
const ALPHA: f64 = 0.05;

/// The groups of an index, and what they are held against.
pub struct Rows<'a> {
    /// What the rows are.
    pub by: By,
    /// The question set.
    pub set: &'a Instrument,
    /// The method.
    pub method: Method,
    /// The groups by their numbers.
    pub groups: BTreeMap<i64, Group>,
    /// All ballots that were asked about, also those in no group.
    pub all: Group,
}

/// The rows, each under its number. `whole` gives what the group of a number borrows from.
///
/// Factors and items are answered by the same people. They are decided as if apart, which takes a larger
/// difference than it need: who is content is so with most of it. Months are no list to be cut: what is
/// special about them their chart says.
pub fn beside<'a>(
    rows: &'a Rows,
    whole: impl Fn(i64) -> Option<&'a Group>,
) -> Vec<(i64, IndexRow)> {
    let lent = |key: i64, group: &'a Group| whole(key).unwrap_or(group);
    let differences: Vec<Option<Difference>> = rows
        .groups
        .iter()
        .map(|(key, group)| {
            let lent = lent(*key, group);
            let one = rows.estimate(group, lent)?;
            Some(Difference { one, other: rows.estimate(&rows.others(group), lent)? })
        })
        .collect();
    let decided = Cut::Share.decide(&differences, ALPHA);
    let shown = |((key, group), decided): ((&i64, &'a Group), _)| {
        let decided: crate::figures::difference::family::Decided = decided;
        let row = row(group, lent(*key, group), rows.by, rows.set, rows.method);
        let is_list =
            rows.by != By::Month && rows.others(group).share(rows.set, rows.method).den > 0;
        (*key, IndexRow { verdict: is_list.then_some(decided.verdict), ..row })
    };
    rows.groups.iter().zip(decided).map(shown).collect()
}

impl Rows<'_> {
    /// A group that may be told, as an estimate.
    fn estimate(&self, group: &Group, whole: &Group) -> Option<Estimate> {
        let share = group.share(self.set, self.method);
        Told::to_staff(share, group.people(self.set), FLOOR)?;
        group.estimate(whole, self.set, self.method)
    }

    /// All others together. How alike one person's answers to the other items are is not known.
    fn others(&self, group: &Group) -> Group {
        let others = self.all.without(group);
        match self.by {
            By::Factor | By::Item => others.with(None),
            _ => others,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::{
        difference::Verdict,
        index::Cell,
        tally::{BALLOT, Tally},
    };

    fn quick() -> Instrument {
        serde_json::from_str(crate::ballot::instrument::BUILT_IN[1]).unwrap()
    }

    /// People who answered the second item, so many of them satisfied.
    fn group((satisfied, n): (u64, u64)) -> Group {
        let mut group = Group::default();
        let levels = [n - satisfied, 0, 0, 0, satisfied];
        for (item, tally) in
            [(BALLOT, Tally { levels: [0; 5], na: n }), (2, Tally { levels, na: 0 })]
        {
            group.add(&Cell { group: 0, item, tally });
        }
        group
    }

    fn verdicts(by: By, of: &[(u64, u64)]) -> Vec<(Option<String>, Option<Verdict>)> {
        let set = quick();
        let groups: BTreeMap<i64, Group> = (1..).zip(of.iter().map(|it| group(*it))).collect();
        let sum = of.iter().fold((0, 0), |sum, it| (sum.0 + it.0, sum.1 + it.1));
        let rows = Rows { by, set: &set, method: Method::TopTwo, groups, all: group(sum) };
        let found = beside(&rows, |_| None).into_iter();
        found.map(|(_, row)| (row.percent, row.verdict)).collect()
    }

    #[test]
    fn the_few_have_no_percentage_whatever_they_say_and_no_place() {
        use Verdict::{Down, NotSeen, TooFew, Up};
        let found =
            verdicts(By::Unit, &[(1, 1), (0, 9), (40, 40), (30, 60), (800, 1000), (960, 1000)]);
        let told = |text: &str| Some(text.to_owned());
        let expected = [
            (None, Some(TooFew)),
            (None, Some(TooFew)),
            (told("95.00"), Some(Up)),
            (told("50.00"), Some(Down)),
            (told("80.00"), Some(Down)),
            (told("96.00"), Some(Up)),
        ];
        assert_eq!(found, expected);
        // An interval of this row alone leaves out the whole; heard with the others it says nothing.
        let calm = [[(86, 100); 19].to_vec(), vec![(78, 100)]].concat();
        assert!(verdicts(By::Unit, &calm).iter().all(|it| it.1 == Some(NotSeen)));
    }

    #[test]
    fn months_are_no_list_and_one_row_alone_has_nothing_beside_it() {
        assert!(verdicts(By::Month, &[(30, 60), (60, 60)]).iter().all(|it| it.1.is_none()));
        assert_eq!(verdicts(By::Unit, &[(30, 60)])[0].1, None);
        assert_eq!(verdicts(By::Unit, &[(30, 60), (1, 1)])[0].1, Some(Verdict::TooFew));
    }
}
