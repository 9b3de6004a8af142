//! What is kept of one ballot, in the words of the books, and taking it back.

use domain::{
    Campaign, Catalogue, Channel, Instrument,
    ballot::{BallotView, WithdrawnConsent, answers, respondent::Respondent, unpack},
    books::catalogue::ProcedureVersion,
    day,
};
use uuid::Uuid;

use crate::{
    node::Node,
    problem::Problem,
    receipts::Of,
    sender::Sender,
    store::{
        changes::{BallotChange, What},
        consents::{self, Agreed},
        withdrawals::{self, StoredBallot},
    },
};

/// The ballot of a receipt and its pin.
pub async fn find(
    node: &Node,
    sender: &Sender,
    receipt: &str,
    pin: &str,
) -> Result<BallotView, Problem> {
    let id = Of::Ballot.find(node, sender, receipt, pin).await?;
    of(node, id).await
}

/// What is kept of a ballot.
pub async fn of(node: &Node, id: Uuid) -> Result<BallotView, Problem> {
    let row = withdrawals::stored(&node.db, id).await?.ok_or(Problem::Withdrawn)?;
    let consent = consents::agreed(&node.db, id).await?;
    view(node, &row, consent).ok_or(Problem::Broken)
}

/// Takes back all of a ballot or a part of it.
pub async fn withdraw(
    node: &Node,
    sender: &Sender,
    receipt: &str,
    pin: &str,
    what: What,
) -> Result<(), Problem> {
    let id = Of::Ballot.find(node, sender, receipt, pin).await?;
    // Another request may have been faster: gone is gone.
    node.writer.change(change(node, id, what)).await.map(|_| ())
}

/// Something to be done about a ballot now.
pub(super) fn change(node: &Node, id: Uuid, what: What) -> BallotChange {
    let (day, moment) = (day::number(node.today()), node.moment());
    let (keys, erasures) = (node.world.keys.clone(), node.world.erasures.clone());
    BallotChange { id, what, day, moment, keys, erasures }
}

/// What a ballot answered: its campaign, the question set, and how the person was served.
pub fn questions_of<'a>(
    books: &'a Catalogue,
    row: &StoredBallot,
) -> Option<(&'a Campaign, &'a Instrument, Channel)> {
    let campaign = books.campaigns.values().find(|it| it.id == row.campaign_id)?;
    let set = books.instruments.get(&row.instrument_id)?;
    Some((campaign, set, Channel::from_number(row.channel)?))
}

/// A stored ballot in the words of the books; nothing, if they do not know it.
fn view(node: &Node, row: &StoredBallot, consent: Vec<Agreed>) -> Option<BallotView> {
    let books = node.books();
    let books = &books.catalogue;
    let (campaign, set, channel) = questions_of(books, row)?;
    let day = day::from_number(row.day)?;
    let point = books.service_points.values().find(|it| Some(it.id) == row.service_point_id);
    let unit = books.units.iter().find(|it| Some(it.id) == row.unit_version_id);
    let of_procedure =
        |it: &&ProcedureVersion| Some(it.procedure) == row.procedure_id && it.period.holds(day);
    let until = campaign.correctable_until();
    let (held, withdrawn): (Vec<_>, Vec<_>) =
        consent.into_iter().partition(|it| it.withdrawn.is_none());
    Some(BallotView {
        day: day.to_string(),
        campaign: campaign.code.clone(),
        instrument: set.key(),
        service_point: point.map(|it| it.code.clone()),
        unit: unit.map(|it| it.code.clone()),
        procedure: books.procedures.iter().find(of_procedure).map(|it| it.code.clone()),
        channel,
        answers: answers(set, &unpack(&row.answers)?),
        comment: row.comment.clone(),
        respondent: Respondent::unpacked(row.respondent),
        consent: held.iter().map(Agreed::key).collect(),
        withdrawn: withdrawn.iter().filter_map(taken_back).collect(),
        corrected: row.corrected.and_then(day::from_number).map(|day| day.to_string()),
        correctable: until.is_none_or(|last| node.today() <= last),
        correctable_until: until.map(|day| day.to_string()),
    })
}

fn taken_back(agreed: &Agreed) -> Option<WithdrawnConsent> {
    let day = day::from_number(agreed.withdrawn?)?;
    Some(WithdrawnConsent { consent: agreed.key(), day: day.to_string() })
}
