//! Keeping a ballot, however it was sent: checked, admitted, written once.

use domain::{Ballot, Fault, Reason, ballot::receipt::Receipt};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::reading::not_yet_named;
use crate::{
    invitees,
    limits::{self, origin::Sender},
    problem::Problem,
    receipts,
    state::{App, Books},
    store::{
        ballots::{self, ContentHash, Entry, Kept},
        invitees as stored, withdrawals,
    },
};

/// Checks and keeps a ballot, however it was sent. `faults` are those found while reading it.
pub async fn keep(
    app: &App,
    sent: &Ballot,
    mut faults: Vec<Fault>,
    sender: &Sender,
) -> Result<(Kept, Receipt), Problem> {
    let books = app.books();
    if Uuid::try_parse(&sent.id).is_ok_and(|id| app.is_kept_out(id)) {
        return Err(Problem::Withdrawn);
    }
    let hash = content_hash(sent);
    let invitee = invited(app, &books, sent, &mut faults);
    let checked = sent.check(&books.catalogue, app.today());
    let told = |id: Uuid| {
        let told = receipts::of(&app.world.keys, id);
        Receipt { receipt: told.receipt, pin: told.pin, demo: books.demo }
    };
    let admitted = match &checked {
        Ok(ballot) if faults.is_empty() => {
            limits::admit(app, &sent.campaign, invitee, &ballot.id.to_string(), sender)
        }
        _ => Ok(()),
    };
    match checked {
        Ok(ballot) if faults.is_empty() && admitted.is_ok() => {
            let id = ballot.id;
            let kept = app.writer.keep(Entry { ballot, hash, invitee }).await?;
            outcome(kept).map(|kept| (kept, told(id)))
        }
        checked => {
            // A replay keeps its receipt, even after the campaign's last day or in a crowd.
            if let Ok(id) = Uuid::try_parse(&sent.id)
                && faults.is_empty()
            {
                if ballots::was_kept(&app.db, id, hash).await? {
                    return Ok((Kept::Before, told(id)));
                }
                if withdrawals::is_withdrawn(&app.db, id).await? {
                    return Err(Problem::Withdrawn);
                }
            }
            if admitted.is_err()
                && let Some(invitee) = invitee
                && stored::has_answered(&app.db, invitee).await?
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

/// Whose invitation a ballot answers; a token that is none of ours is a fault, and nobody's to look
/// up.
fn invited(app: &App, books: &Books, sent: &Ballot, faults: &mut Vec<Fault>) -> Option<i64> {
    let token = sent.token.as_deref()?;
    let campaign = books.catalogue.campaigns.get(&sent.campaign);
    let invitee = campaign.and_then(|it| invitees::read(&app.world.keys, it.id, token));
    if invitee.is_none() {
        faults.push(Fault::new("token", Reason::UnknownToken));
    }
    invitee
}

/// What became of a ballot, if its sender gets a receipt for it.
fn outcome(kept: Kept) -> Result<Kept, Problem> {
    let fault = |field, reason| Problem::faults(vec![Fault::new(field, reason)]);
    match kept {
        Kept::New | Kept::Before => Ok(kept),
        Kept::Conflict => Err(Problem::Conflict),
        Kept::Withdrawn => Err(Problem::Withdrawn),
        // What is wrong is so as of this very moment.
        Kept::Closed => Err(fault("campaign", Reason::Closed)),
        Kept::Full => Err(fault("campaign", Reason::Full)),
        Kept::Answered => Err(Problem::TokenUsed),
        Kept::Uninvited => Err(fault("token", Reason::UnknownToken)),
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
