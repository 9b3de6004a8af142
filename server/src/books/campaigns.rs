//! Campaigns: each asks about a unit that is there on all its days, and stays what it is once
//! ballots came in.

use super::versions::{
    self, Change, Identities, Key, Laid, Row, Units, codes, dangling, stored_only,
};
use crate::{
    error::Error,
    import::fault::{Fault, Reason},
    store::{
        Tx,
        campaigns::{self, Campaign},
        lineage, units,
    },
};

/// Lays rows over the campaigns, and writes them if nothing is wrong and they shall be.
pub async fn lay(tx: &mut Tx, mut rows: Vec<Row<Campaign>>, apply: bool) -> Result<Laid, Error> {
    let (units, links) = (units::all(tx).await?, lineage::all(tx).await?);
    let newest = codes(&units);
    let unit_codes = Identities::new(&units, &[]);
    let named = rows.iter_mut().filter_map(|row| row.version.content.unit.as_mut());
    versions::name_alike(named, &unit_codes, &newest);
    let stored = campaigns::all(tx, &newest).await?;
    let identities = Identities::new(&stored, &rows);
    let (merged, mut faults) = versions::merge(&stored, &rows, Key::Code, &identities);
    let there = stored_only(&units);
    let there = Units { all: &there, identities: &unit_codes, links: &links };
    faults.extend(dangling(&merged.all, "unit", |campaign| campaign.unit.as_deref(), &there));
    for change in &merged.changes {
        faults.extend(in_use(tx, change).await?);
    }
    let laid = Laid::of(&merged, faults);
    if apply && laid.faults.is_empty() {
        for Change { row, .. } in &merged.changes {
            let unit = row.version.content.unit.as_ref().and_then(|code| unit_codes.get(code));
            campaigns::put(tx, unit, &row.version).await?;
        }
    }
    Ok(laid)
}

/// Ballots were given under the campaign as it is: other questions would turn their answers into
/// answers to something else, and what its ballots count for would change halfway.
async fn in_use(tx: &mut Tx, change: &Change<'_, Campaign>) -> Result<Vec<Fault>, Error> {
    let Some(before) = change.before else { return Ok(Vec::new()) };
    let (old, new) = (&before.version.content, &change.row.version.content);
    let changed = [
        ("instrument", old.instrument != new.instrument),
        ("unit", old.unit != new.unit),
        ("channel", old.channel != new.channel),
        ("sampling", old.sampling != new.sampling),
    ];
    let changed: Vec<Fault> = changed
        .into_iter()
        .filter(|(_, changed)| *changed)
        .map(|(column, _)| Fault::at(change.row.number, column, Reason::InUse))
        .collect();
    let is_refused = !changed.is_empty() && campaigns::is_used(tx, before.id).await?;
    Ok(if is_refused { changed } else { Vec::new() })
}
