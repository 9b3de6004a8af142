//! The examples that everybody who hides counts should know.

use proptest::prelude::*;

use super::*;

/// A table whose sums of rows and columns are told, with these cells hidden.
fn table(cells: &[Vec<u64>], hidden: &[(usize, usize)], width: u64) -> (Ledger, Vec<Place>) {
    let mut ledger = Ledger::default();
    let told = |value| Count { value, least: 0, width: 0, is_told: true };
    let places: Vec<Vec<Place>> = (0..)
        .zip(cells)
        .map(|(row, values)| {
            let count = |(column, value): (usize, &u64)| {
                let is_told = !hidden.contains(&(row, column));
                ledger.add(Count { value: *value, least: 0, width, is_told })
            };
            values.iter().enumerate().map(count).collect()
        })
        .collect();
    for (row, values) in places.iter().zip(cells) {
        let whole = ledger.add(told(values.iter().sum()));
        ledger.sum(whole, row.iter().copied());
    }
    for column in 0..cells[0].len() {
        let whole = ledger.add(told(cells.iter().map(|row| row[column]).sum()));
        ledger.sum(whole, places.iter().map(|row| row[column]));
    }
    let hidden = hidden.iter().map(|(row, column)| places[*row][*column]).collect();
    (ledger, hidden)
}

#[test]
fn two_small_cells_alone_are_both_given_back() {
    let cells = [vec![3, 20, 17], vec![25, 4, 31], vec![12, 16, 22]];
    let (ledger, hidden) = table(&cells, &[(0, 0), (1, 1)], 5);
    assert_eq!(
        hidden.iter().map(|at| ledger.range(*at)).collect::<Vec<_>>(),
        [Some(3..=3), Some(4..=4)]
    );
    assert_eq!(ledger.narrow(), hidden);
    let square = [(0, 0), (0, 1), (1, 0), (1, 1)];
    let (ledger, hidden) = table(&cells, &square, 5);
    assert_eq!(ledger.range(hidden[0]), Some(0..=23));
    assert!(ledger.narrow().is_empty());
}

#[test]
fn partners_of_nobody_leave_a_range_that_is_too_narrow() {
    let cells = [vec![4, 0, 36], vec![0, 25, 25], vec![20, 20, 20]];
    let (ledger, hidden) = table(&cells, &[(0, 0), (0, 1), (1, 0), (1, 1)], 5);
    assert_eq!(ledger.range(hidden[0]), Some(0..=4));
    assert_eq!(ledger.narrow(), hidden);
    assert_eq!(ledger.beside(hidden[0]).len(), 4, "two cells and two sums stand beside it");
}

#[test]
fn a_tree_tells_of_its_only_hidden_leaf() {
    let mut ledger = Ledger::default();
    let mut count = |value, is_told| ledger.add(Count { value, least: 0, width: 5, is_told });
    let (house, left, right) = (count(60, true), count(33, true), count(27, false));
    let leaves = [count(30, true), count(3, false), count(20, false), count(7, true)];
    ledger.sum(house, [left, right]);
    ledger.sum(left, [leaves[0], leaves[1]]);
    ledger.sum(right, [leaves[2], leaves[3]]);
    assert_eq!(ledger.narrow(), [right, leaves[1], leaves[2]]);
}

#[test]
fn only_whole_numbers_count() {
    // Twice a count is 7 less another that is 0 to 1: no half of a person is meant.
    let mut ledger = Ledger::default();
    let mut count = |value, is_told| ledger.add(Count { value, least: 0, width: 1, is_told });
    let (seven, one, two, small) =
        (count(7, true), count(3, false), count(3, false), count(1, false));
    let limit = count(1, true);
    ledger.sum(seven, [one, two, small]);
    ledger.bound(1, limit, [small]);
    ledger.sum(one, [two]);
    assert_eq!(ledger.range(one), Some(3..=3));
    assert_eq!(ledger.narrow(), [one, two, small]);
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(20))]

    /// Every table there is, written out one by one, against the auditor's ends.
    #[test]
    fn ranges_are_those_of_every_table_there_is(
        cells in prop::collection::vec(prop::collection::vec(0u64..5, 3), 3),
        mask in prop::collection::vec(any::<bool>(), 9),
    ) {
        let all = (0..9).map(|at| (at / 3, at % 3));
        let hidden: Vec<_> = all.filter(|(row, column)| mask[row * 3 + column]).collect();
        let (ledger, places) = table(&cells, &hidden, 1);
        let mut ends = vec![(u64::MAX, 0); hidden.len()];
        let mut trial = cells.clone();
        every(&cells, &hidden, 0, &mut trial, &mut ends);
        for (place, (low, high)) in places.iter().zip(ends) {
            prop_assert_eq!(ledger.range(*place), Some(low..=high));
            prop_assert_eq!(ledger.narrow().contains(place), low == high);
        }
    }
}

fn every(
    truth: &[Vec<u64>],
    hidden: &[(usize, usize)],
    at: usize,
    trial: &mut Vec<Vec<u64>>,
    ends: &mut [(u64, u64)],
) {
    let sums = |cells: &[Vec<u64>]| -> Vec<u64> {
        let rows = cells.iter().map(|row| row.iter().sum());
        let columns = (0..3).map(|column| cells.iter().map(|row| row[column]).sum());
        rows.chain(columns).collect()
    };
    let Some((row, column)) = hidden.get(at).copied() else {
        if sums(trial) == sums(truth) {
            for ((low, high), (row, column)) in ends.iter_mut().zip(hidden) {
                (*low, *high) =
                    ((*low).min(trial[*row][*column]), (*high).max(trial[*row][*column]));
            }
        }
        return;
    };
    // No cell is larger than the rest of its row leaves room for: the rest is not below nothing.
    let most = truth[row].iter().sum::<u64>().min(truth.iter().map(|row| row[column]).sum());
    for value in 0..=most {
        trial[row][column] = value;
        every(truth, hidden, at + 1, trial, ends);
    }
    trial[row][column] = truth[row][column];
}
