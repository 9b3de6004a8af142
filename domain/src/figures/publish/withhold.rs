//! What a publication does not tell: groups below their floor, and with them whatever would pin them.
//!
//! Everything a reader may subtract is in one ledger: people, satisfied and other answers of each unit,
//! procedure, factor and item, beside the whole; and of each procedure within a unit, since everybody
//! knows which unit a procedure belongs to. What is told counts as known to the last answer, however
//! coarsely it is shown. As long as the auditor finds a hidden count that is too narrow, the smallest row
//! beside it is hidden too. Where no row is left, the table is not listed at all. Other crossings, such as
//! a channel within a unit, have no structure that is known: where each row and the rest of its table are
//! as large as the floor, they have a range at least as wide, by Fréchet's bounds.

mod draft;

use self::draft::Draft;
use super::{
    Floor,
    sheet::{EXACT, Group, Line, Sheet},
};
use crate::{ballot::instrument::Instrument, figures::index::By};

/// Nothing can be told: even what is left would pin somebody.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Refusal;

/// Adds lines up and decides what of it is told.
pub fn withhold(lines: &[Line], set: &Instrument, floor: Floor) -> Result<Sheet, Refusal> {
    let mut sheet = Sheet::new(lines, set);
    mark_large(&mut sheet, floor);
    Draft::new(&sheet, lines, set, floor).hide_until_safe(&mut sheet)?;
    mark_exact(&mut sheet);
    // What is released passes the audit as it stands, not as it was drafted.
    if is_safe(&sheet, lines, set, floor) { Ok(sheet) } else { Err(Refusal) }
}

/// Whether every hidden count of a sheet keeps its range.
pub fn is_safe(sheet: &Sheet, lines: &[Line], set: &Instrument, floor: Floor) -> bool {
    Draft::new(sheet, lines, set, floor).is_safe()
}

/// Where a row hides that all of few say the same, its neighbours are told coarsely too: exact ones would
/// give it back.
fn mark_exact(sheet: &mut Sheet) {
    for rows in sheet.rows.values_mut() {
        rows.is_exact = !rows.groups.values().any(|group| group.is_told && group.is_uniform());
    }
    // Items and their factors are the same answers.
    let is_exact = [By::Factor, By::Item].iter().all(|by| sheet.rows[by].is_exact);
    for by in [By::Factor, By::Item] {
        sheet.rows.entry(by).or_default().is_exact = is_exact;
    }
    sheet.is_exact = sheet.whole.n >= EXACT;
}

/// Every group that is large enough by itself, or of nobody; nothing where the whole is too small.
fn mark_large(sheet: &mut Sheet, floor: Floor) {
    let is_large = |group: &Group, floor: u64| !(1..floor).contains(&group.judged());
    sheet.whole.is_told = is_large(&sheet.whole, floor.cell);
    for (by, rows) in &mut sheet.rows {
        let floor = floor_of(*by, floor);
        for group in rows.groups.values_mut() {
            group.is_told = sheet.whole.is_told && is_large(group, floor);
        }
        // Channels and kinds were folded: whatever row is left is as large as can be.
        if matches!(by, By::Channel | By::Sampling) {
            rows.groups.values_mut().for_each(|group| group.is_told = sheet.whole.is_told);
        }
        let is_any = rows.groups.is_empty() || rows.groups.values().any(|group| group.is_told);
        rows.is_listed = sheet.whole.is_told && is_any;
    }
}

fn floor_of(by: By, floor: Floor) -> u64 {
    if matches!(by, By::Unit | By::Procedure) { floor.index } else { floor.cell }
}

#[cfg(test)]
mod tests;
