//! What a change of units would leave without one: procedures and campaigns on some of their days.

use chrono::NaiveDate;

use super::{
    catalogue::Catalogue, content::UnitText, identities::Identities, lineage::went_into,
    overlay::stored_only, references::Units, version::Proposal,
};
use crate::{day::Period, fault::Fault};

/// A fault for each procedure and campaign that had its unit on all its days before the rows were
/// laid over the units, and has it no more. What was without one before is no fault of theirs.
pub fn stranded(before: &Catalogue, after: &Catalogue, rows: &[Proposal<UnitText>]) -> Vec<Fault> {
    let campaigns =
        after.campaigns.values().map(|it| (it.unit, it.days(), Kind::Campaign, &it.code));
    let procedures =
        after.procedures.iter().map(|it| (it.unit, it.period, Kind::Procedure, &it.code));
    let entries: Vec<Entry> = campaigns
        .chain(procedures)
        .filter_map(|(unit, period, kind, code)| Some(Entry { unit: unit?, period, kind, code }))
        .collect();
    let (was, is) = (covered(before, &entries), covered(after, &entries));
    let lost = entries.iter().zip(was.iter().zip(is)).filter(|(_, (was, is))| **was && !is);
    let mut faults: Vec<(usize, Fault)> = Vec::new();
    for (entry, _) in lost {
        let Some(row) = ending(after, entry, rows) else { continue };
        let fault = match entry.kind {
            Kind::Campaign => row.leaves_campaign(entry.code),
            Kind::Procedure => row.leaves_procedure(entry.code),
        };
        faults.push((row.number, fault));
    }
    faults.sort_by(|(one, a), (other, b)| {
        let key =
            |fault: &Fault| (fault.reason.code(), fault.field().to_owned(), fault.detail.clone());
        (one, key(a)).cmp(&(other, key(b)))
    });
    let mut faults: Vec<Fault> = faults.into_iter().map(|(_, fault)| fault).collect();
    faults.dedup();
    faults
}

/// Something that belongs to a unit on some days.
struct Entry<'a> {
    unit: i64,
    period: Period,
    kind: Kind,
    code: &'a str,
}

enum Kind {
    Campaign,
    Procedure,
}

/// Whether the unit of each entry, or what it was merged into, is there on all days of the entry.
fn covered(books: &Catalogue, entries: &[Entry]) -> Vec<bool> {
    let stored = books.stored_units();
    let (all, identities) = (stored_only(&stored), Identities::new(&stored, &[]));
    let units = Units { all: &all, identities: &identities, links: &books.lineage };
    entries.iter().map(|entry| units.cover(entry.unit, entry.period)).collect()
}

/// The row that ends an entry's unit: the unit's own last one, or that of one it was merged into.
fn ending<'a>(
    books: &Catalogue,
    entry: &Entry,
    rows: &'a [Proposal<UnitText>],
) -> Option<&'a Proposal<UnitText>> {
    let identity =
        |row: &Proposal<UnitText>| books.unit(&row.version.code).first().map(|it| it.unit);
    let ends = |row: &&Proposal<UnitText>| row.version.period.to.is_some();
    let of = |is_meant: &dyn Fn(i64) -> bool| {
        let meant = rows.iter().filter(|row| identity(row).is_some_and(is_meant));
        let last: fn(&&Proposal<UnitText>) -> NaiveDate = |row| row.version.period.from;
        meant.clone().filter(ends).max_by_key(last).or_else(|| meant.max_by_key(last))
    };
    let own = of(&|unit| unit == entry.unit);
    own.or_else(|| of(&|unit| went_into(&books.lineage, entry.unit, unit, NaiveDate::MAX)))
}
