//! What is too small to show.

use domain::figures::{
    index::{self, By, IndexRow, SamplingCount},
    publish::{Floor, People},
};

use super::{Question, guard::Verdict};

/// An answer with all its figures.
pub(super) struct Answer<'a> {
    /// The rows.
    pub rows: &'a mut [IndexRow],
    /// All rows pooled.
    pub total: &'a mut IndexRow,
    /// How many ballots came by each way of sampling.
    pub sampling: &'a mut [SamplingCount],
}

/// Withholds what is too small: rows, and everything where the unit or procedure asked about is. What
/// would give a unit away is withheld too; the rows' numbers are in the rows' order.
pub(super) fn withhold(
    floor: Floor,
    (question, by): (&Question, By),
    (verdict, numbers): (&Verdict, &[i64]),
    Answer { rows, total, sampling }: Answer<'_>,
) {
    let Floor { cell, index } = floor;
    let named = matches!(by, By::Unit | By::Procedure);
    let narrow = named || question.units.is_some() || question.procedure.is_some();
    let is_small = (1..if narrow { index } else { cell }).contains(&total.answered);
    if is_small || verdict.everything {
        total.withhold();
        rows.iter_mut().for_each(IndexRow::withhold);
        sampling.iter_mut().for_each(|kind| kind.n = None);
        return;
    }
    let kind = match by {
        By::Factor | By::Item => People::Shared,
        _ => People::Apart,
    };
    let also: Vec<bool> = numbers.iter().map(|number| verdict.rows.contains(number)).collect();
    index::suppress(rows, if named { index } else { cell }, kind, &also);
    let is_also = |it: &SamplingCount| verdict.kinds.contains(&it.kind.number());
    let also: Vec<bool> = sampling.iter().map(is_also).collect();
    index::suppress_kinds(sampling, cell, &also);
    if by == By::Sampling {
        hide_alike(rows, sampling);
    }
}

/// Both lists are about the same people here: what one of them hides, the other must not tell.
fn hide_alike(rows: &mut [IndexRow], sampling: &mut [SamplingCount]) {
    for kind in sampling {
        let Some(row) = rows.iter_mut().find(|row| row.key == kind.kind.name()) else { continue };
        if row.suppressed || kind.n.is_none() {
            row.withhold();
            kind.n = None;
        }
    }
}

#[cfg(test)]
mod tests {
    use domain::{Method, Sampling, day::Month};

    use super::*;

    #[test]
    fn the_kinds_beside_the_rows_do_not_tell_what_a_row_hides() {
        let people =
            [(Sampling::Kiosk, 3, 3), (Sampling::OpenLink, 9, 5), (Sampling::Assisted, 7, 7)];
        let row = |&(kind, n, answered): &(Sampling, u64, u64)| IndexRow {
            key: kind.name().to_owned(),
            n: Some(n),
            answered,
            ..IndexRow::default()
        };
        let mut rows: Vec<IndexRow> = people.iter().map(row).collect();
        let mut kinds: Vec<SamplingCount> =
            people.iter().map(|&(kind, n, _)| SamplingCount { kind, n: Some(n) }).collect();
        let mut total = IndexRow { n: Some(19), answered: 15, ..IndexRow::default() };
        let question = Question {
            by: By::Sampling,
            from: Month::FIRST,
            to: Month::LAST,
            units: None,
            procedure: None,
            instrument: None,
            method: Method::default(),
        };
        let floor = Floor { cell: 5, index: 10 };
        let answer = Answer { rows: &mut rows, total: &mut total, sampling: &mut kinds };
        let verdict = (&Verdict::default(), [].as_slice());
        withhold(floor, (&question, By::Sampling), verdict, answer);
        let shown: Vec<bool> = rows.iter().map(|row| row.n.is_some()).collect();
        assert_eq!(shown, kinds.iter().map(|kind| kind.n.is_some()).collect::<Vec<_>>());
        assert!(!shown[0] && shown.iter().filter(|shown| !**shown).count() >= 2, "{shown:?}");
    }
}
