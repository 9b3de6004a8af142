//! Published rows beside one another: decided from what is published alone, so that a decision tells nothing
//! that the figures do not tell.

use crate::figures::{
    claim::FLOOR,
    curve::real,
    difference::{Difference, Verdict, family::Cut},
    index::{By, IndexRow, Precision},
    interval::Estimate,
    share::Share,
};

/// Of what is marked, at most one in twenty is false on average.
const ALPHA: f64 = 0.05;

/// Decides rows together, each beside all others. What is withheld, and what is told as "95 % or more", has
/// no place; months are no list.
pub fn decide(by: By, rows: &mut [IndexRow], whole: &IndexRow) {
    // Factors and items are answered by the same people, so there are no others beside one of them.
    if matches!(by, By::Month | By::Factor | By::Item) || rows.len() < 2 {
        return;
    }
    let all = told(whole);
    let differences: Vec<Option<Difference>> = rows
        .iter()
        .map(|row| {
            let (one, all) = (told(row)?, all?);
            Some(Difference { one, other: others(all, one)? })
        })
        .collect();
    let decided = Cut::Share.decide(&differences, ALPHA);
    for (row, decided) in rows.iter_mut().zip(decided) {
        row.verdict = Some(decided.verdict).filter(|verdict| *verdict != Verdict::TooFew);
    }
}

/// A row that is told with a number, as the share of its people.
fn told(row: &IndexRow) -> Option<Estimate> {
    let n = row.n.filter(|n| *n >= FLOOR)?;
    if !matches!(row.precision, Precision::Hundredths | Precision::Whole) {
        return None;
    }
    let share = match (row.num, row.den) {
        (Some(num), Some(den)) => Share { num, den },
        _ => Share { num: hundredths(row.percent.as_deref()?)?, den: 10_000 },
    };
    let value = real(share.num) / real(share.den);
    (share.den > 0).then(|| Estimate { value: value.min(1.0), effective: real(n) })
}

/// All others together, where they are enough.
fn others(all: Estimate, one: Estimate) -> Option<Estimate> {
    let effective = all.effective - one.effective;
    let satisfied = all.value * all.effective - one.value * one.effective;
    (effective >= real(FLOOR))
        .then(|| Estimate { value: (satisfied / effective).clamp(0.0, 1.0), effective })
}

fn hundredths(decimal: &str) -> Option<u64> {
    let (whole, part) = decimal.split_once('.')?;
    Some(whole.parse::<u64>().ok()? * 100 + part.parse::<u64>().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(percent: &str, n: u64, precision: Precision) -> IndexRow {
        IndexRow { n: Some(n), percent: Some(percent.into()), precision, ..IndexRow::default() }
    }

    #[test]
    fn rows_are_told_apart_by_one_decision_and_the_few_not_at_all() {
        let whole = row("82.00", 2000, Precision::Hundredths);
        let mut rows = vec![
            row("70.00", 500, Precision::Hundredths),
            row("80.00", 60, Precision::Whole),
            row("95.00", 60, Precision::AtLeast),
            row("88.00", 900, Precision::Hundredths),
            IndexRow { suppressed: true, ..IndexRow::default() },
        ];
        decide(By::Unit, &mut rows, &whole);
        let verdicts: Vec<Option<Verdict>> = rows.iter().map(|row| row.verdict).collect();
        use Verdict::{Down, NotSeen, Up};
        assert_eq!(verdicts, [Some(Down), Some(NotSeen), None, Some(Up), None]);
        decide(By::Month, &mut rows[1..2], &whole);
        let mut alone = vec![row("70.00", 500, Precision::Hundredths)];
        decide(By::Unit, &mut alone, &whole);
        assert_eq!(alone[0].verdict, None);
    }
}
