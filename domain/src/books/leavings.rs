//! What a unit that ends would leave behind.

use chrono::NaiveDate;

use super::{catalogue::Catalogue, lineage::went_into};
use crate::{
    day::Period,
    fault::{Fault, Reason},
};

/// A fault for whatever would still belong to a unit from a day on, or to one that was merged into it,
/// though nothing stands for it any more.
pub fn leavings(books: &Catalogue, unit: i64, from: NaiveDate) -> Vec<Fault> {
    if books.unit_on(unit, from).is_some() {
        return Vec::new();
    }
    let goes_on = |period: Period| period.to.is_none_or(|last| last >= from);
    let belongs = |other: Option<i64>| {
        other.is_some_and(|other| went_into(&books.lineage, other, unit, from))
    };
    let procedures = books
        .procedures
        .iter()
        .filter(|it| belongs(it.unit) && goes_on(it.period))
        .map(|it| format!("procedures.{}", it.code));
    let campaigns = books
        .campaigns
        .values()
        .filter(|it| belongs(it.unit) && goes_on(it.days()))
        .map(|it| format!("campaigns.{}", it.code));
    let mut fields: Vec<String> = procedures.chain(campaigns).collect();
    fields.sort_unstable();
    fields.dedup();
    fields.into_iter().map(|field| Fault::new(field, Reason::LeavesBehind)).collect()
}
