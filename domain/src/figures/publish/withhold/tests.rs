//! Publications against an attacker who shares no code with them: he reads what is shown, and counts.

use std::collections::BTreeMap;

use proptest::prelude::*;

use super::*;
use crate::figures::{
    publish::{remainder::settle, sheet::Line, table},
    share::Share,
};

fn quick() -> Instrument {
    serde_json::from_str(crate::ballot::instrument::BUILT_IN[1]).unwrap()
}

/// A line in which this many of the ballots are satisfied with every item that they answer.
fn line(unit: i64, procedure: i64, n: u64, satisfied: u64) -> Line {
    let mut items = vec![Share { num: satisfied, den: n }; 6];
    items[5] = Share { num: satisfied / 3, den: n / 3 };
    Line { unit, procedure, channel: 1, sampling: 4, ballots: n, items }
}

fn published(lines: Vec<Line>) -> Sheet {
    let set = quick();
    let lines = settle(lines, &set, Floor::default());
    let sheet = withhold(&lines, &set, Floor::default()).expect("something can always be told");
    assert!(is_safe(&sheet, &lines, &set, Floor::default()));
    sheet
}

fn told(sheet: &Sheet, by: By) -> Vec<(i64, bool)> {
    sheet.rows[&by].groups.iter().map(|(number, group)| (*number, group.is_told)).collect()
}

#[test]
fn a_small_unit_takes_the_next_smallest_with_it() {
    let sheet = published(vec![line(1, 1, 4, 2), line(2, 1, 40, 30), line(3, 1, 25, 20)]);
    assert_eq!(told(&sheet, By::Unit), [(1, false), (2, true), (3, false)]);
    assert_eq!(told(&sheet, By::Procedure), [(1, true)], "one procedure is the whole");
}

#[test]
fn those_hidden_are_not_all_of_one_mind() {
    // Units 1 and 2 are enough people together, all of them satisfied: that would be known of each.
    let sheet =
        published(vec![line(1, 1, 9, 9), line(2, 1, 9, 9), line(3, 1, 40, 20), line(4, 1, 60, 30)]);
    assert_eq!(told(&sheet, By::Unit), [(1, false), (2, false), (3, false), (4, true)]);
}

#[test]
fn two_units_of_which_one_is_small_are_not_listed_at_all() {
    let sheet = published(vec![line(1, 1, 4, 2), line(2, 1, 6, 3)]);
    assert!(!sheet.rows[&By::Unit].is_listed && sheet.whole.is_told);
    assert!(table::rows(&sheet, By::Unit).is_empty());
}

#[test]
fn a_small_procedure_does_not_follow_from_its_unit() {
    // Unit 1 has two procedures, of which one is small: the unit less the other would tell it.
    let others = [line(2, 3, 40, 20), line(3, 4, 50, 20), line(3, 5, 45, 20)];
    let lines = [line(1, 1, 30, 20), line(1, 2, 4, 2)].into_iter().chain(others);
    let sheet = published(lines.collect());
    let hidden = |by: By, number: i64| !sheet.rows[&by].groups[&number].is_told;
    assert!(hidden(By::Procedure, 2), "{sheet:?}");
    assert!(hidden(By::Procedure, 1) || hidden(By::Unit, 1), "{sheet:?}");
    assert!(!hidden(By::Procedure, 4) && !hidden(By::Unit, 3), "{sheet:?}");
}

#[test]
fn an_item_that_few_answered_hides_another_with_it() {
    let sheet = published(vec![line(1, 1, 12, 6)]);
    let hidden = |by: By| told(&sheet, by).iter().filter(|(_, told)| !told).count();
    assert!(hidden(By::Item) >= 2 && hidden(By::Factor) >= 2, "{sheet:?}");
    assert!(hidden(By::Item) < 6, "not all of them");
}

#[test]
fn too_few_of_all_tell_nothing() {
    let sheet = published(vec![line(1, 1, 4, 2)]);
    assert!(!sheet.whole.is_told && sheet.rows.values().all(|rows| !rows.is_listed));
}

/// Under which the attacker notes what names none.
const STRAYS: i64 = 0;

/// What a reader of the tables notes of a group: people, satisfied answers, other answers, as ends.
type Ends = [(u64, u64); 3];

/// Reads the published rows of units or procedures beside the whole, and narrows what is hidden by
/// nothing but adding and subtracting, until nothing moves.
fn attack(sheet: &Sheet, by: By) -> BTreeMap<i64, Ends> {
    let groups = &sheet.rows[&by].groups;
    let three = |group: &Group| [group.n, group.share.num, group.share.den - group.share.num];
    let mut left = three(&sheet.whole);
    let mut known: BTreeMap<i64, Ends> = BTreeMap::new();
    for (number, row) in table::rows(sheet, by) {
        if row.suppressed {
            known.insert(number, [(1, u64::MAX), (0, u64::MAX), (0, u64::MAX)]);
        } else {
            // Generous: he is given the counts behind a coarse percent.
            let values = three(&groups[&number]);
            left.iter_mut().zip(values).for_each(|(left, value)| *left -= value);
        }
    }
    // What names none is one more unknown, unless nobody does.
    let named: u64 = groups.values().map(|group| group.n).sum();
    if named < sheet.whole.n {
        known.insert(STRAYS, [(0, u64::MAX); 3]);
    }
    for _ in 0..50 {
        let before = known.clone();
        for at in 0..3 {
            let sums = |end: fn(&(u64, u64)) -> u64| {
                let ends = known.values().map(|ends| end(&ends[at]));
                ends.fold(0u64, u64::saturating_add)
            };
            let (low, high) = (sums(|end| end.0), sums(|end| end.1));
            for ends in known.values_mut() {
                let (least, most) = ends[at];
                let others = high.checked_sub(most).filter(|_| high < u64::MAX).unwrap_or(u64::MAX);
                ends[at].1 = most.min(left[at].saturating_sub(low - least));
                ends[at].0 = least.max(left[at].saturating_sub(others));
            }
        }
        if before == known {
            break;
        }
    }
    known.remove(&STRAYS);
    known
}

fn lines() -> impl Strategy<Value = Vec<Line>> {
    let one = (0i64..6, 0i64..5, 1i64..4, 1i64..3, 0u64..16, 0u64..=4);
    let line = one.prop_map(|(unit, procedure, channel, sampling, n, quarters)| Line {
        channel,
        sampling,
        ..line(unit, procedure, n, n * quarters / 4)
    });
    prop::collection::vec(line, 1..24)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(120))]

    #[test]
    fn no_attacker_narrows_a_hidden_group_below_the_floor(months in prop::collection::vec(lines(), 1..5)) {
        let floor = Floor::default();
        let sheets: Vec<Sheet> = months.into_iter().map(published).collect();
        for sheet in sheets.iter().filter(|sheet| sheet.whole.is_told) {
            let whole = [sheet.whole.n, sheet.whole.share.num, sheet.whole.rest()];
            for by in [By::Unit, By::Procedure] {
                for (number, ends) in attack(sheet, by) {
                    for (at, (low, high)) in ends.into_iter().enumerate() {
                        let width = floor.index.min(whole[at]);
                        prop_assert!(high - low >= width, "{by:?} {number} {at}: {low}..{high}");
                    }
                }
                for (number, row) in table::rows(sheet, by) {
                    prop_assert!(row.suppressed || row.n.is_none_or(|n| n >= floor.index || n == 0), "{number}");
                }
            }
        }
        the_sum_adds_nothing(&sheets)?;
    }
}

/// Whoever has the months can work out every row of their quarter.
fn the_sum_adds_nothing(sheets: &[Sheet]) -> Result<(), TestCaseError> {
    let sum = Sheet::sum(sheets);
    let full: Vec<&Sheet> = sheets.iter().filter(|sheet| sheet.whole.n > 0).collect();
    for (by, rows) in &sum.rows {
        for (number, group) in rows.groups.iter().filter(|(_, group)| group.is_told) {
            prop_assert!(rows.is_listed);
            let mut n = 0;
            for month in &full {
                let rows = &month.rows[by];
                prop_assert!(rows.is_listed, "{by:?}");
                let shown = table::rows(month, *by).into_iter().find(|(row, _)| row == number);
                if let Some((_, row)) = shown {
                    prop_assert!(!row.suppressed, "{by:?} {number}");
                    n += row.n.unwrap_or(0);
                }
            }
            prop_assert_eq!(n, group.n);
        }
    }
    Ok(())
}
