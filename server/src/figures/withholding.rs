//! What is too small to show.

use domain::figures::{
    index::{self, By, IndexRow, SamplingCount},
    publish::{Floor, People},
};

use super::Question;

/// Withholds what is too small: rows, and everything where the unit or procedure asked about is.
pub(super) fn withhold(
    floor: Floor,
    (question, by): (&Question, By),
    rows: &mut [IndexRow],
    total: &mut IndexRow,
    sampling: &mut [SamplingCount],
) {
    let Floor { cell, index } = floor;
    let named = matches!(by, By::Unit | By::Procedure);
    let narrow = named || question.units.is_some() || question.procedure.is_some();
    if (1..if narrow { index } else { cell }).contains(&total.answered) {
        total.withhold();
        rows.iter_mut().for_each(IndexRow::withhold);
        sampling.iter_mut().for_each(|kind| kind.n = None);
        return;
    }
    let kind = match by {
        By::Factor | By::Item => People::Shared,
        _ => People::Apart,
    };
    index::suppress(rows, if named { index } else { cell }, kind);
    index::suppress_kinds(sampling, cell);
}
