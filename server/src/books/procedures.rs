//! Procedures: each led by a unit that is there on all its days.

use super::versions::{
    self, Change, Identities, Key, Laid, Row, Units, codes, dangling, stored_only,
};
use crate::{
    error::Error,
    store::{
        Tx, lineage,
        procedures::{self, Procedure},
        units,
    },
};

/// Lays rows over the procedures, and writes them if nothing is wrong and they shall be.
pub async fn lay(tx: &mut Tx, mut rows: Vec<Row<Procedure>>, apply: bool) -> Result<Laid, Error> {
    let (units, links) = (units::all(tx).await?, lineage::all(tx).await?);
    let newest = codes(&units);
    let unit_codes = Identities::new(&units, &[]);
    let named = rows.iter_mut().filter_map(|row| row.version.content.unit.as_mut());
    versions::name_alike(named, &unit_codes, &newest);
    let stored = procedures::all(tx, &newest).await?;
    let mut identities = Identities::new(&stored, &rows);
    let (merged, mut faults) = versions::merge(&stored, &rows, Key::CodeAndDay, &identities);
    let there = stored_only(&units);
    let there = Units { all: &there, identities: &unit_codes, links: &links };
    faults.extend(dangling(&merged.all, "unit", |procedure| procedure.unit.as_deref(), &there));
    let laid = Laid::of(&merged, faults);
    if apply && laid.faults.is_empty() {
        for Change { row, .. } in &merged.changes {
            let code = &row.version.code;
            if let number @ ..0 = identities.add(code) {
                identities.drawn(number, procedures::create(tx).await?);
            }
            let unit = row.version.content.unit.as_ref().and_then(|code| unit_codes.get(code));
            procedures::put(tx, identities.add(code), unit, &row.version).await?;
        }
    }
    Ok(laid)
}
