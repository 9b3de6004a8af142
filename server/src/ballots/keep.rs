//! Keeping a ballot, however it was sent: checked, admitted, written once.

use domain::{
    Ballot, CheckedBallot, Fault, Reason,
    ballot::{receipt::Receipt, way::Way},
    text,
};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{admission, reading::not_yet_named, shown};
use crate::{
    invitees, kiosks,
    node::{Books, Node},
    problem::Problem,
    receipts::Of,
    sender::Sender,
    store::{
        ballots::{self, ContentHash, Entry, Outcome, UNKNOWN},
        invitees as stored, withdrawals,
    },
};

/// Checks and keeps a ballot, however it was sent. `faults` are those found while reading it.
pub async fn keep(
    node: &Node,
    sent: &Ballot,
    mut faults: Vec<Fault>,
    sender: &Sender,
) -> Result<(Outcome, Receipt), Problem> {
    let books = node.books();
    if Uuid::try_parse(&sent.id).is_ok_and(|id| node.is_kept_out(id)) {
        return Err(Problem::Withdrawn);
    }
    let hash = content_hash(sent);
    let invitee = invited(node, &books, sent, &mut faults);
    let (checked, begun) = check(node, &books, sent);
    let receipt_of = |id: Uuid| {
        let codes = Of::Ballot.codes(&node.world.keys, id);
        Receipt { receipt: codes.receipt, pin: codes.pin, demo: books.demo, call: false }
    };
    let admitted = match &checked {
        Ok(ballot) if faults.is_empty() => {
            // One campaign is one crowd, however its code was written.
            let campaign = text::usual(&sent.campaign);
            admission::admit(node, &campaign, invitee, &ballot.id.to_string(), sender)
        }
        _ => Ok(()),
    };
    match checked {
        Ok(ballot) if faults.is_empty() && admitted.is_ok() => {
            let id = ballot.id;
            let found = node.writer.keep(Entry { ballot, hash, invitee, begun }).await?;
            outcome(found).map(|found| (found, receipt_of(id)))
        }
        checked => {
            // A replay keeps its receipt, even after the campaign's last day or in a crowd.
            if let Ok(id) = Uuid::try_parse(&sent.id)
                && faults.is_empty()
            {
                if ballots::was_kept(&node.db, id, hash).await? {
                    return Ok((Outcome::Before, receipt_of(id)));
                }
                if withdrawals::is_withdrawn(&node.db, id).await? {
                    return Err(Problem::Withdrawn);
                }
            }
            if admitted.is_err()
                && let Some(invitee) = invitee
                && stored::has_answered(&node.db, invitee).await?
            {
                // No work and no wait would let it through.
                return Err(Problem::TokenUsed);
            }
            admitted?;
            faults.extend(not_yet_named(&faults, checked.err().unwrap_or_default()));
            Err(Problem::faults(faults))
        }
    }
}

/// The ballot as of today, or of the day its form was shown, if something ended meanwhile; and when that was.
fn check(node: &Node, books: &Books, sent: &Ballot) -> (Result<CheckedBallot, Vec<Fault>>, i64) {
    let begun = Uuid::try_parse(&sent.id).ok().and_then(|id| shown::begun(node, id));
    let checked = sent.check(&books.catalogue, node.today()).or_else(|faults| match begun {
        Some((moment, day)) => sent.check_begun(&books.catalogue, moment, day),
        None => Err(faults),
    });
    (checked, begun.map_or(UNKNOWN, |(moment, _)| moment))
}

/// Whose invitation a ballot answers, if it answers one; a token that is none of ours, neither an
/// invitation's nor a kiosk's, is a fault, and nobody's to look up.
fn invited(node: &Node, books: &Books, sent: &Ballot, faults: &mut Vec<Fault>) -> Option<i64> {
    let token = sent.token.as_deref()?;
    if Way::of(sent) == Way::Kiosk {
        let typed = sent.service_point.as_deref().unwrap_or_default();
        // The token is bound to the point's own code, however that was written.
        let code = books.catalogue.point_meant(typed).unwrap_or_default();
        let point = books.catalogue.service_points.get(code);
        if !point.is_some_and(|point| kiosks::is_of(&node.world.keys, point, token)) {
            faults.push(Fault::new("token", Reason::UnknownToken));
        }
        return None;
    }
    let campaign = books.catalogue.campaign(&sent.campaign).map(|(it, _)| it);
    let invitee = campaign.and_then(|it| invitees::read(&node.world.keys, it.id, token));
    if invitee.is_none() {
        faults.push(Fault::new("token", Reason::UnknownToken));
    }
    invitee
}

/// What became of a ballot, if its sender gets a receipt for it.
fn outcome(found: Outcome) -> Result<Outcome, Problem> {
    let fault = |field, reason| Problem::faults(vec![Fault::new(field, reason)]);
    match found {
        Outcome::New | Outcome::Before => Ok(found),
        Outcome::Conflict => Err(Problem::Conflict),
        Outcome::Withdrawn => Err(Problem::Withdrawn),
        // What is wrong is so as of this very moment.
        Outcome::Closed => Err(fault("campaign", Reason::Closed)),
        Outcome::Full => Err(fault("campaign", Reason::Full)),
        Outcome::Answered => Err(Problem::TokenUsed),
        Outcome::Uninvited => Err(fault("token", Reason::UnknownToken)),
    }
}

/// What a ballot says, hashed: tells a replay from another ballot under the same id.
pub fn content_hash(ballot: &Ballot) -> ContentHash {
    let mut content = Vec::with_capacity(1024);
    // Writing names, numbers and text into memory cannot fail.
    let _ = serde_json::to_writer(&mut content, &ballot.content());
    let mut hash = ContentHash::default();
    hash.copy_from_slice(&Sha256::digest(&content)[..16]);
    hash
}
