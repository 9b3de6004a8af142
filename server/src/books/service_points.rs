//! Service points: one for each code.

use super::versions::{self, Change, Identities, Key, Laid, Row};
use crate::{
    error::Error,
    store::{
        Tx,
        service_points::{self, ServicePoint},
    },
};

/// Lays rows over the service points, and writes them if nothing is wrong and they shall be.
pub async fn lay(tx: &mut Tx, rows: Vec<Row<ServicePoint>>, apply: bool) -> Result<Laid, Error> {
    let stored = service_points::all(tx).await?;
    let identities = Identities::new(&stored, &rows);
    let (merged, faults) = versions::merge(&stored, &rows, Key::Code, &identities);
    let laid = Laid::of(&merged, faults);
    if apply && laid.faults.is_empty() {
        for Change { row, .. } in &merged.changes {
            service_points::put(tx, &row.version).await?;
        }
    }
    Ok(laid)
}
