//! Correcting a kept ballot, however the correction was sent.

use domain::{
    Fault, Reason,
    ballot::{Correction, KeptBallot},
};

use super::{
    kept::{asked, change, of},
    reading::not_yet_named,
};
use crate::{
    limits::{self, origin::Sender},
    problem::Problem,
    receipts,
    state::App,
    store::{changes::What, withdrawals},
};

/// Checks and makes a correction, however it was sent. `faults` are those found while reading it.
pub async fn correct(
    app: &App,
    (receipt, pin): (&str, &str),
    correction: Correction,
    mut faults: Vec<Fault>,
    sender: &Sender,
) -> Result<KeptBallot, Problem> {
    let id = receipts::find(app, sender, receipt, pin).await?;
    let row = withdrawals::kept(&app.db, id).await?.ok_or(Problem::Withdrawn)?;
    let books = app.books();
    let (campaign, set, channel) = asked(&books.catalogue, &row).ok_or(Problem::Broken)?;
    if campaign.correctable_until().is_some_and(|last| last < app.today()) {
        faults.push(Fault::new("campaign", Reason::Closed));
    }
    let correction = match correction.check(&books.catalogue, set, channel) {
        Ok(correction) if faults.is_empty() => correction,
        checked => {
            faults.extend(not_yet_named(&faults, checked.err().unwrap_or_default()));
            return Err(Problem::faults(faults));
        }
    };
    // It costs what a ballot costs.
    let receipt = receipts::of(&app.world.keys, id).receipt;
    limits::admit(app, &campaign.code, None, &receipt, sender)?;
    app.limits.corrected(id, app.moment())?;
    match app.writer.change(change(app, id, What::Correction(correction))).await? {
        true => of(app, id).await,
        false => Err(Problem::Withdrawn),
    }
}
