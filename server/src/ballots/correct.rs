//! Correcting a kept ballot, however the correction was sent.

use domain::{
    Fault, Reason,
    ballot::{BallotView, Correction},
};

use super::{
    admission,
    own::{change, of, questions_of},
    reading::not_yet_named,
};
use crate::{
    node::Node,
    problem::Problem,
    receipts::Of,
    sender::Sender,
    store::{changes::What, withdrawals},
};

/// Checks and makes a correction, however it was sent. `faults` are those found while reading it.
pub async fn correct(
    node: &Node,
    (receipt, pin): (&str, &str),
    correction: Correction,
    mut faults: Vec<Fault>,
    sender: &Sender,
) -> Result<BallotView, Problem> {
    let id = Of::Ballot.find(node, sender, receipt, pin).await?;
    let row = withdrawals::stored(&node.db, id).await?.ok_or(Problem::Withdrawn)?;
    let books = node.books();
    let (campaign, set, channel) = questions_of(&books.catalogue, &row).ok_or(Problem::Broken)?;
    if campaign.correctable_until().is_some_and(|last| last < node.today()) {
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
    let receipt = Of::Ballot.codes(&node.world.keys, id).receipt;
    admission::admit(node, &campaign.code, None, &receipt, sender)?;
    node.limits.corrected(id, node.moment())?;
    match node.writer.change(change(node, id, What::Correction(correction))).await? {
        true => of(node, id).await,
        false => Err(Problem::Withdrawn),
    }
}
